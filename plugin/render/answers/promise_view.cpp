// SPDX-License-Identifier: EUPL-1.2
#include "render/answers/promise_view.hpp"

#include <stdexcept>

#include "domain/measure/kpi.hpp"
#include "json/facts/form.hpp"
#include "json/text.hpp"
#include "render/answers/gate_view.hpp"
#include "render/figures.hpp"

namespace mvoi::render {

using namespace domain::measure;
using namespace domain::promise;
using domain::to_text;

namespace {

void member(json::Out& out, const char* name, const std::optional<domain::Date>& day) {
    if (day) out.member(name, to_text(*day));
}

void write_mark(json::Out& out, const MarkStanding& about) {
    out.object("about", [&] {
        out.member("from", to_text(about.mark.from));
        out.member("to", to_text(about.mark.to));
        figure(out, "target", about.mark.target);
        figure(out, "bound", about.mark.bound);
        figure(out, "value", about.value);
        figure(out, "required", about.required);
        figure(out, "forecast", about.forecast);
        out.member("days", about.days);
        out.member("coveredDays", about.covered);
        out.member("missingDays", about.missing);
        out.member("inTolerance", about.in_tolerance);
    });
}

void write_rating(json::Out& out, const Rating& rating, const domain::Rules& rules, domain::Language language) {
    out.object("rating", [&] {
        out.member("rating", rating.rating);
        out.member("label", rules.label("ratings", rating.rating, language));
        out.member("on", to_text(rating.on));
        out.member_if("by", rating.by);
        out.member_if("text", rating.text);
    });
}

void write_findings_if(json::Out& out, const std::vector<domain::Finding>& findings, const domain::Rules& rules,
                       domain::Language language) {
    if (findings.empty()) return;
    out.list("findings", findings,
             [&](const domain::Finding& each) { write_finding(out, each, rules, nullptr, language); });
}

void write_said(json::Out& out, std::string_view name, const std::vector<Sentence>& said, domain::Language language) {
    out.list(name, said, [&](const Sentence& each) { out.value(sentence(language, each.rule, each.words)); });
}

}  // namespace

void write_standing_apart(json::Out& out, const Standing& standing, domain::Language language) {
    if (standing.now_steps.empty()) return;
    const MarkStanding& now = standing.marks[*standing.now];
    out.object("now", [&] {
        out.member("stand", code_of(now.stand));
        out.member("from", to_text(now.mark.from));
        out.member("to", to_text(now.mark.to));
        write_said(out, "sentences", standing.now_steps, language);
    });
    out.object("past", [&] {
        out.member("periods", standing.past.marks);
        out.member("notShown", standing.past.not_shown);
        out.member("missed", standing.past.missed);
        member(out, "from", standing.past.from);
        member(out, "to", standing.past.to);
        write_said(out, "sentences", standing.past_steps, language);
    });
}

std::string promise_name(const Promise& promise, const domain::RuleBook& book, domain::Language language) {
    constexpr std::size_t most = 80;  // bytes of a text that stands for a name
    if (const auto* kpi = find_kpi(book.kpis, promise.kpi))
        return language == domain::Language::Dutch ? kpi->nl : kpi->en;
    // A name stands within a sentence: it has no full stop of its own.
    std::string_view text = promise.text;
    while (text.ends_with('.') || text.ends_with(' ')) text.remove_suffix(1);
    if (!text.empty() && text.size() <= most) return std::string(text);
    if (!text.empty()) return std::string(text.substr(0, json::utf8_prefix(text, most))) + "…";
    if (!promise.criterion.empty()) return promise.criterion;
    return promise.number == 0
               ? std::string()
               : sentence(language, "statement.promise-number", {{"promise", std::to_string(promise.number)}});
}

void write_document(json::Out& out, const DocumentShown& shown, const domain::Rules& rules, domain::Language language) {
    out.object([&] {
        json::write_members(out, shown.document);
        write_findings_if(out, shown.findings, rules, language);
    });
}

void write_promise(json::Out& out, const PromiseShown& shown, domain::Date today, const domain::Rules& rules,
                   domain::Language language) {
    const Standing& standing = shown.standing;
    out.object([&] {
        json::write_members(out, shown.promise);
        out.object("standing", [&] {
            out.member("on", to_text(today));
            out.member("stand", code_of(standing.stand));
            member(out, "missedSince", standing.certain);
            member(out, "firstDue", standing.first_due);
            member(out, "due", shown.due);
            if (standing.about) write_mark(out, standing.marks[*standing.about]);
            write_said(out, "sentences", standing.steps, language);
            write_standing_apart(out, standing, language);
        });
        if (!shown.promise.unit.empty()) out.member("unitShown", unit_beside(language, shown.promise.unit));
        if (shown.rating) write_rating(out, *shown.rating, rules, language);
        member(out, "ratingDue", shown.rating_due);
        if (!shown.evidence.empty())
            out.list("evidence", shown.evidence,
                     [&](const DocumentShown& each) { write_document(out, each, rules, language); });
        write_findings_if(out, shown.findings, rules, language);
    });
}

}  // namespace mvoi::render
