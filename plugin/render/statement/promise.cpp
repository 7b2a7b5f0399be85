// SPDX-License-Identifier: EUPL-1.2
// One promise: what it says, how it stands and why, what was observed of it, and what a person found.
#include "render/statement/statement_pen.hpp"

namespace mvoi::render {

using namespace domain;
using namespace domain::measure;
using namespace domain::promise;
using namespace domain::social_return;

namespace {

std::string demanded(const StatementPen& pen, const Promise& promise, const Decimal& target) {
    return pen.demand(promise) + " " + pen.amount(Fraction(target), promise.unit);
}

// "ten minste 95 Procent, elk jaar".
std::string target_of(const StatementPen& pen, const Promise& promise) {
    std::string line;
    if (promise.shape == Shape::Growing)
        for (const GrowthPoint& point : promise.points)
            line += (line.empty() ? "" : "; ") + pen.day(point.on) + ": " + demanded(pen, promise, point.target);
    else if (promise.target)
        line = demanded(pen, promise, *promise.target);
    switch (promise.shape) {
        case Shape::Once:
            return line + ", " + pen.say("statement.shape-once", {{"by", pen.day(promise.by.value_or(promise.to))}});
        case Shape::PerPeriod:
            return line + ", " + pen.every(promise.period);
        case Shape::OnDate:
            return line + ", " + pen.say("statement.shape-on", {{"by", pen.day(promise.by.value_or(promise.to))}});
        case Shape::Growing:
            break;
    }
    return line + ", " + pen.say("statement.growth-" + std::string(code_of(promise.growth)));
}

void write_terms(StatementPen& pen, const Promise& promise) {
    if (is_measurable(promise)) {
        pen.fact(pen.say("statement.target"), target_of(pen, promise));
        pen.fact(
            pen.say("statement.tolerance"),
            pen.say("statement.tolerance-percent", {{"percent", pen.number(Fraction(promise.tolerance_percent))}}));
        pen.fact(pen.say("statement.gather"), pen.say("statement.gather-" + std::string(code_of(promise.gather))));
        if (promise.ceiling)
            pen.fact(pen.say("statement.ceiling"), pen.amount(Fraction(promise.ceiling->value), promise.unit) + ", " +
                                                       pen.every(promise.ceiling->per));
        pen.fact(pen.say("statement.checked"),
                 promise.report_within_days == 0
                     ? pen.say("statement.checked-at-end", {{"every", pen.every(promise.checked)}})
                     : pen.say_count("statement.checked-within", promise.report_within_days,
                                     {{"every", pen.every(promise.checked)}}));
    } else {
        pen.fact(pen.say("statement.target"), pen.say("statement.not-measurable"));
    }
    pen.fact_if("statement.criterion", promise.criterion);
    if (const auto edition = parse_date(promise.edition)) pen.fact(pen.say("statement.catalogue"), pen.day(*edition));
    pen.fact_if("statement.kpi", promise.kpi.empty() ? "" : pen.label("kpis", promise.kpi));
    pen.fact_if("statement.clause", promise.clause);
    std::string proof = promise.proof_kind.empty() ? "" : pen.label("evidence-kinds", promise.proof_kind);
    if (!promise.proof.empty()) proof += (proof.empty() ? "" : ": ") + promise.proof;
    pen.fact(pen.say("statement.proof"), proof.empty() ? pen.say("statement.proof-none") : proof);
    pen.fact_if("statement.consequence", promise.consequence);
    pen.fact(pen.say("statement.holds"), pen.days(promise.from, promise.to));
    if (!pen.intern()) return;
    pen.fact_if("statement.owner", promise.owner.empty() ? "" : pen.label("roles", promise.owner));
    if (promise.minutes_per_year > 0) pen.fact(pen.say("statement.minutes"), std::to_string(promise.minutes_per_year));
}

void write_figures(StatementPen& pen, const StatedPromise& stated) {
    const PromiseShown& shown = stated.shown;
    const Standing& standing = shown.standing;
    const std::string& unit = shown.promise.unit;
    pen.facts([&] {
        const auto mark = standing.now_steps.empty() ? standing.about : standing.now;
        if (mark) {
            const MarkStanding& about = standing.marks[*mark];
            const Compared beside = {about.value, about.required, about.mark.target};
            pen.fact(pen.say("statement.decided-by"), pen.days(about.mark.from, about.mark.to));
            pen.fact(pen.say("statement.shown"), pen.amount(about.value, unit, beside));
            pen.fact(pen.say("statement.required"),
                     about.required ? pen.amount(about.required, unit, beside) : pen.say("statement.nothing-required"));
            pen.fact(pen.say("statement.forecast"),
                     about.forecast ? pen.amount(about.forecast, unit, beside) : pen.say("statement.no-forecast"));
            pen.fact(pen.say("statement.missing"), pen.say_count("statement.missing-days", about.missing));
        }
        if (standing.certain) pen.fact(pen.say("statement.missed-since"), pen.day(*standing.certain));
        if (standing.first_due) pen.fact(pen.say("statement.first-due"), pen.day(*standing.first_due));
        if (shown.due) pen.fact(pen.say("statement.due"), pen.day(*shown.due));
        if (shown.rating_due) pen.fact(pen.say("statement.rating-due"), pen.day(*shown.rating_due));
    });
}

void write_marks(StatementPen& pen, const PromiseShown& shown) {
    const auto& marks = shown.standing.marks;
    if (marks.empty()) return;
    const std::string& unit = shown.promise.unit;
    Table(pen.html, pen.say("statement.marks", {{"unit", pen.unit(unit)}}),
          {{pen.say("statement.period"), 22},
           {pen.say("statement.bound"), 14},
           {pen.say("statement.shown"), 14},
           {pen.say("statement.required"), 14},
           {pen.say("statement.forecast"), 13},
           {pen.say("statement.missing"), 9},
           {pen.say("statement.stand"), 14}},
          [&](Table& table) {
              for (const MarkStanding& each : marks) {
                  const Compared beside = {each.value, each.required, each.mark.target, each.mark.bound};
                  const auto figure = [&](const std::optional<Fraction>& value, std::string_view none) {
                      return value ? pen.number(*value, unit, beside) : pen.say(none);
                  };
                  std::string stand = pen.stand(each.stand);
                  if (each.in_tolerance) stand += ", " + pen.say("statement.in-tolerance");
                  if (each.certain)
                      stand += " (" + pen.say("statement.since", {{"date", pen.day(*each.certain)}}) + ")";
                  std::string bound = pen.number(each.mark.target, unit, beside);
                  if (!(each.mark.bound == each.mark.target))
                      bound += " (" +
                               pen.say("statement.bound-of", {{"bound", pen.number(each.mark.bound, unit, beside)}}) +
                               ")";
                  table.row({pen.days(each.mark.from, each.mark.to), bound, figure(each.value, "statement.not-shown"),
                             figure(each.required, "statement.nothing-required"),
                             figure(each.forecast, "statement.no-forecast"),
                             pen.say("statement.days-of", {{"missing", std::to_string(each.missing)},
                                                           {"covered", std::to_string(each.covered)},
                                                           {"days", std::to_string(each.days)}}),
                             stand});
              }
          });
}

void write_observations(StatementPen& pen, const StatedPromise& stated) {
    if (stated.observed.empty()) return pen.paragraph("nota", pen.say("statement.nothing-observed-days"));
    Table(pen.html, pen.say_count("statement.observations", static_cast<std::int64_t>(stated.observed.size())),
          {{pen.say("statement.period"), 36},
           {pen.say("statement.shown"), 26},
           {pen.say("statement.how"), 16},
           {pen.say("statement.source"), 22}},
          [&](Table& table) {
              for (const Observation& each : stated.observed) {
                  std::string how = pen.how(each);
                  if (each.persons) how += ", " + pen.say_count("statement.persons", each.persons);
                  table.row(
                      {pen.days(each.from, each.to), pen.amount(Fraction(each.value), each.unit), how, each.source});
              }
          });
}

void write_ratings(StatementPen& pen, const StatedPromise& stated) {
    if (stated.ratings.empty()) return;
    std::vector<Column> columns = {{pen.say("statement.on"), pen.intern() ? 22 : 40},
                                   {pen.say("statement.rating"), pen.intern() ? 22 : 60}};
    if (pen.intern()) {
        columns.push_back({pen.say("statement.by-whom"), 22});
        columns.push_back({pen.say("statement.rating-text"), 34});
    }
    Table(pen.html, pen.say("statement.ratings"), columns, [&](Table& table) {
        for (const Rating& each : stated.ratings) {
            std::vector<Cell> cells = {pen.day(each.on), pen.label("ratings", each.rating)};
            if (pen.intern()) {
                cells.emplace_back(each.by.empty() ? pen.say("page.unknown") : each.by);
                cells.emplace_back(each.text.empty() ? "–" : each.text);
            }
            table.row(cells);
        }
    });
}

// The period that runs apart from what was before it: an old gap says nothing about this year, nor this year about it.
void write_standing(StatementPen& pen, const Standing& standing) {
    const auto headed = [&](const char* heading, Stand stand) {
        pen.html.element("p", [&] {
            if (heading) pen.html.text(pen.say(heading) + ": ");
            pen.badge(stand);
        });
        pen.html.line();
    };
    if (standing.now_steps.empty()) {
        headed(nullptr, standing.stand);
        return pen.sentences(standing.steps);
    }
    headed("statement.now", stand_now(standing));
    pen.sentences(standing.now_steps);
    headed("statement.past-heading", standing.stand);
    pen.sentences(standing.past_steps);
    pen.sentences(standing.steps);
}

void write_proof(StatementPen& pen, const PromiseShown& shown) {
    if (shown.evidence.empty()) return;
    pen.html.element("p", [&] {
        pen.html.text(pen.say("statement.proven-by"));
        for (const DocumentShown& each : shown.evidence) {
            const std::string number = std::to_string(each.document.number);
            pen.html.text(" ");
            pen.html.element("a", {{"href", "#document-" + number}},
                             pen.say("statement.document-number", {{"number", number}}));
        }
    });
    pen.html.line();
}

}  // namespace

void write_stated_offers(StatementPen& pen, const StatedTheme& theme) {
    for (const Offered& each : theme.offered) {
        pen.html.element("h4", pen.say("statement.offered", {{"name", pen.name(each.promise)}}));
        pen.html.line();
        if (!each.promise.text.empty()) pen.words_of_people(each.promise.text);
        pen.facts([&] {
            if (each.points) pen.fact(pen.say("statement.points"), std::to_string(*each.points));
            write_terms(pen, each.promise);
        });
    }
}

void write_stated_promise(StatementPen& pen, const StatedPromise& stated) {
    const PromiseShown& shown = stated.shown;
    pen.html.element("h4", {{"id", "belofte-" + std::to_string(shown.promise.number)}},
                     pen.say("statement.promise",
                             {{"promise", std::to_string(shown.promise.number)}, {"name", pen.name(shown.promise)}}));
    pen.html.line();
    write_standing(pen, shown.standing);
    if (!shown.promise.text.empty()) pen.words_of_people(shown.promise.text);
    pen.facts([&] { write_terms(pen, shown.promise); });
    write_figures(pen, stated);
    write_marks(pen, shown);
    write_observations(pen, stated);
    write_ratings(pen, stated);
    write_proof(pen, shown);
    pen.findings(shown.findings);
}

}  // namespace mvoi::render
