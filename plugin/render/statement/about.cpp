// SPDX-License-Identifier: EUPL-1.2
// The contract itself, the number of its promises that are measured, the things still to be shown, and its term.
#include <algorithm>

#include "domain/phase.hpp"
#include "domain/words.hpp"
#include "render/answers/contract_view.hpp"
#include "render/answers/step_view.hpp"
#include "render/statement/statement_pen.hpp"

namespace mvoi::render {

using namespace domain;
using namespace domain::contract;
using namespace domain::promise;
using namespace domain::social_return;

namespace {

void write_counts(StatementPen& pen) {
    const StatementCounts& counts = pen.statement.counts;
    pen.paragraph("kern", counts.promises == 0
                              ? pen.say("statement.no-promises")
                              : pen.say("statement.counts", {{"measured", std::to_string(counts.measured)},
                                                             {"promises", std::to_string(counts.promises)},
                                                             {"measurable", std::to_string(counts.measurable)}}));
    if (counts.promises == 0) return;
    if (counts.past_open > 0) pen.paragraph("nota", pen.say_count("statement.past-open", counts.past_open));
    pen.html.element("ul", {{"class", "standen"}}, [&] {
        for (const Stand stand : {Stand::Met, Stand::OnCourse, Stand::AtRisk, Stand::Missed, Stand::NotShown}) {
            const auto found = counts.now.find(stand);
            const int count = found == counts.now.end() ? 0 : found->second;
            pen.html.element("li", [&] {
                pen.badge(stand);
                pen.html.text(" " + pen.say("statement.of", {{"count", std::to_string(count)},
                                                             {"all", std::to_string(counts.promises)}}));
            });
            pen.html.line();
        }
    });
    pen.html.line();
}

void write_facts(StatementPen& pen) {
    const Contract& contract = pen.statement.contract;
    pen.facts([&] {
        pen.fact(pen.say("statement.reference"), contract.reference);
        pen.fact(pen.say("statement.organisation"), contract.organisation);
        pen.fact(pen.say("statement.suppliers"), pen.suppliers());
        pen.fact(pen.say("statement.kind"), pen.say("statement.kind-" + contract.kind));
        if (pen.statement.tender) pen.fact(pen.say("statement.tender"), pen.statement.tender->reference);
        pen.fact_if("statement.lots", domain::joined(contract.lots));
        if (contract.value_cents) pen.fact(pen.say("statement.value"), pen.money(*contract.value_cents));
        if (contract.signed_on) pen.fact(pen.say("statement.signed"), pen.day(*contract.signed_on));
        for (const auto& [role, name] : contract.people) pen.fact(pen.label("roles", role), name);
        const auto& from = pen.statement.from;
        const auto& to = pen.statement.to;
        std::string days = pen.say("statement.observed-all");
        if (from && to) days = pen.days(*from, *to);
        if (from && !to) days = pen.say("statement.observed-from", {{"from", pen.day(*from)}});
        if (!from && to) days = pen.say("statement.observed-to", {{"to", pen.day(*to)}});
        pen.fact(pen.say("statement.observed-days"), days);
    });
}

void write_to_show(StatementPen& pen) {
    pen.section("tonen", pen.say("statement.to-show"), [&] {
        const auto& list = pen.statement.to_show;
        if (list.empty()) return pen.paragraph(pen.say("statement.to-show-none"));
        Table(pen.html, pen.say_count("statement.to-show-caption", static_cast<std::int64_t>(list.size())),
              {{pen.say("statement.by"), 28}, {pen.say("statement.what"), 72}}, [&](Table& table) {
                  for (const ToShow& each : list) {
                      std::string by = each.by ? pen.day(*each.by) : pen.say("statement.by-open");
                      if (each.by && *each.by < pen.statement.today) by += " (" + pen.say("statement.past") + ")";
                      table.row({by, sentence_of(each, pen.statement, pen.words)});
                  }
              });
    });
}

void write_reckoned(StatementPen& pen, std::string_view key, const Reckoned& sum, bool past) {
    pen.html.element("div", [&] {
        pen.html.element("dt", pen.say(key));
        pen.html.element("dd", pen.day(sum.day) + (past ? " (" + pen.say("statement.past") + ")" : std::string()));
        for (const auto& step : sum.steps)
            pen.html.element("dd", {{"class", "bron"}},
                             pen.day(step.date) + ": " + step_shown(step, pen.words.book.rules, pen.language) +
                                 (step.law.empty() ? std::string() : " (" + step.law + ")"));
    });
    pen.html.line();
}

}  // namespace

void write_stated_about(StatementPen& pen) {
    pen.section("kort", pen.say("statement.in-short"), [&] {
        write_counts(pen);
        write_facts(pen);
    });
    write_to_show(pen);
}

void write_stated_course(StatementPen& pen) {
    const Statement& statement = pen.statement;
    const Contract& contract = statement.contract;
    const Course& course = statement.course;
    pen.section("looptijd", pen.say("statement.term"), [&] {
        pen.facts([&] {
            const std::string state(state_of(contract, course, statement.today));
            pen.fact(pen.say("statement.state"),
                     state.empty() ? pen.say("page.unknown") : pen.say("statement.state-" + state));
            pen.fact(pen.say("statement.start"), pen.day(contract.term.start));
            if (!course.end)
                pen.fact(pen.say("statement.end"),
                         pen.say(course.end_unknown ? "statement.end-unknown" : "statement.indefinite"));
            if (course.end) write_reckoned(pen, "statement.end", *course.end, false);
            pen.fact(pen.say("statement.renewals"),
                     counts_renewals(contract.term) ? std::to_string(course.renewals) : pen.say("page.unknown"));
            if (course.minimum_end) write_reckoned(pen, "statement.minimum-end", *course.minimum_end, false);
            if (course.notice) write_reckoned(pen, "statement.notice", *course.notice, course.notice_past);
            if (course.earliest_end) write_reckoned(pen, "statement.earliest-end", *course.earliest_end, false);
            if (course.longest_end) write_reckoned(pen, "statement.longest-end", *course.longest_end, false);
            if (course.option) {
                pen.fact(pen.say("statement.option"),
                         pen.say_count("statement.option-months", course.option->months,
                                       {{"number", std::to_string(course.option->number)}}));
                write_reckoned(pen, "statement.option-by", course.option->decide_by, course.option->past);
            }
            if (course.renew_by) write_reckoned(pen, "statement.renew-by", *course.renew_by, course.renew_past);
            if (course.holds_until) pen.fact(pen.say("statement.holds-until"), pen.day(*course.holds_until));
            if (contract.ended) {
                pen.fact(pen.say("statement.ended"), pen.day(contract.ended->on));
                pen.fact_if("statement.ended-why", contract.ended->reason);
            }
        });
        pen.findings(statement.findings);
    });
}

}  // namespace mvoi::render
