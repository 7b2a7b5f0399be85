// SPDX-License-Identifier: EUPL-1.2
// One section per theme: where it stands, its criteria, its explanation and how strong that is, what was done before.
#include <algorithm>
#include <cstddef>
#include <cstdlib>

#include "domain/decision/decide.hpp"
#include "render/dossier/dossier_pen.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

template <typename Row>
const Row* find_theme(const std::vector<Row>& rows, const std::string& theme) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.theme == theme; });
    return found == rows.end() ? nullptr : &*found;
}

std::optional<int> wanted_level(const DossierPen& pen, const std::string& theme) {
    const auto found = pen.dossier.wanted_levels.find(theme);
    return found == pen.dossier.wanted_levels.end() ? std::nullopt : std::optional(found->second);
}

// "12 (niveau 1 (basis): 4, ...)" and the like: what, and how many times.
void add_counted(std::string& line, const std::string& what, std::int64_t count) {
    if (!line.empty()) line += "; ";
    line += what + ": " + std::to_string(count);
}

// ---- where it stands ------------------------------------------------------------------------------------------------

void write_badge(DossierPen& pen, const Decision& decision) {
    switch (state_of(decision)) {
        case State::Applied:
            return pen.html.element("strong", {{"class", "merk goed"}}, pen.say("dossier.applied"));
        case State::Explained:
            return pen.html.element("strong", {{"class", "merk half"}}, pen.say("dossier.explained"));
        case State::Undecided:
            return pen.html.element("strong", {{"class", "merk niet"}}, pen.say("dossier.undecided"));
    }
}

std::string since(const DossierPen& pen, const Decision& decision) {
    const std::string day = pen.day(decision.since);
    if (const auto* applied = std::get_if<Applied>(&decision.choice))
        return pen.say("dossier.applied-since",
                       {{"level", pen.level(applied->level)}, {"source", pen.source(applied->source)}, {"date", day}});
    if (std::holds_alternative<Explained>(decision.choice)) return pen.say("dossier.explained-since", {{"date", day}});
    const std::int64_t days = std::max<std::int64_t>(0, (pen.dossier.today - decision.since).days());
    if (days == 0) return pen.say("dossier.undecided-today");
    return pen.say_count("dossier.undecided-since", days, {{"date", day}});
}

void write_state(DossierPen& pen, const Decision& decision) {
    pen.html.element("p", [&] {
        write_badge(pen, decision);
        pen.html.text(" " + since(pen, decision));
        if (const auto wanted = wanted_level(pen, decision.theme))
            pen.html.text(" " + pen.say("dossier.policy-wants", {{"level", pen.level(*wanted)}}));
    });
    pen.html.line();
    const auto* undecided = std::get_if<Undecided>(&decision.choice);
    if (!undecided || !undecided->reopened) return;
    pen.paragraph("nota", pen.say("dossier.reopened", {{"event", pen.label("endings", undecided->reopened->event)},
                                                       {"reason", pen.label("reasons", undecided->reopened->reason)},
                                                       {"date", pen.day(undecided->reopened->on)}}));
}

// ---- criteria -------------------------------------------------------------------------------------------------------

void write_criterion(Html& html, const DossierPen& pen, const Criterion& criterion) {
    if (!criterion.number.empty()) html.element("strong", criterion.number);
    if (!criterion.number.empty() && !criterion.title.empty()) html.text(" ");
    html.text(criterion.title);
    if (criterion.edition.empty()) return;
    const auto edition = parse_date(criterion.edition);
    html.text(" ");
    html.element("span", {{"class", "bron"}},
                 pen.say("dossier.edition", {{"date", edition ? pen.day(*edition) : criterion.edition}}));
}

void write_criteria(DossierPen& pen, const Applied& applied) {
    if (applied.criteria.empty()) return pen.paragraph(pen.say("dossier.criteria-none"));
    Table(pen.html, pen.say_count("dossier.criteria", static_cast<std::int64_t>(applied.criteria.size())),
          {{pen.say("dossier.criterion"), 25},
           {pen.say("dossier.kind"), 19},
           {pen.say("dossier.legal-form"), 19},
           {pen.say("dossier.level-head"), 13},
           {pen.say("dossier.weight"), 9},
           {pen.say("dossier.proof"), 15}},
          [&](Table& table) {
              for (const Criterion& criterion : applied.criteria) {
                  const auto or_open = [&](const std::string& text) {
                      return text.empty() ? pen.say("dossier.not-chosen") : text;
                  };
                  table.row({[&](Html& html) { write_criterion(html, pen, criterion); },
                             or_open(pen.label("criterion-kinds", criterion.kind)),
                             or_open(pen.label("legal-forms", criterion.legal_form)),
                             criterion.level ? pen.level(*criterion.level) : "–",
                             criterion.weight_percent ? std::to_string(*criterion.weight_percent) + " %" : "–",
                             criterion.proof.empty() ? "–" : criterion.proof});
              }
          });
}

// ---- the explanation ------------------------------------------------------------------------------------------------

std::string ending(const DossierPen& pen, const Ending& ending) {
    std::string line = pen.label("endings", ending.event);
    if (ending.on) line += " (" + pen.day(*ending.on) + ", " + pen.distance(*ending.on) + ")";
    if (ending.above_cents)
        line += " (" + pen.say("dossier.ending-above", {{"value", pen.money(*ending.above_cents)}}) + ")";
    if (!ending.edition.empty()) {
        const auto edition = parse_date(ending.edition);
        line +=
            " (" + pen.say("dossier.ending-edition", {{"date", edition ? pen.day(*edition) : ending.edition}}) + ")";
    }
    return line;
}

void write_endings(DossierPen& pen, const Explained& explained) {
    pen.html.element("div", [&] {
        pen.html.element("dt", pen.say("dossier.lapses"));
        if (explained.endings.empty()) pen.html.element("dd", pen.say("dossier.lapses-never"));
        for (const Ending& each : explained.endings) pen.html.element("dd", ending(pen, each));
    });
    pen.html.line();
}

void write_explanation(DossierPen& pen, const Explained& explained, std::string_view heading) {
    pen.html.element("h4", heading);
    pen.html.line();
    pen.words_of_people(explained.text);
    pen.facts([&] {
        pen.fact(pen.say("dossier.reason"), pen.label("reasons", explained.reason));
        const std::string role =
            explained.role.empty() ? pen.say("dossier.not-signed") : pen.label("roles", explained.role);
        pen.fact(pen.say("dossier.author"), explained.author.empty() ? role : explained.author + ", " + role);
        pen.fact(pen.say("dossier.date"), pen.day(explained.date));
        if (explained.until) pen.fact(pen.say("dossier.leans-until"), pen.day(*explained.until));
        pen.fact(pen.say("dossier.agreement"), explained.agreement.empty() ? pen.say("dossier.agreement-none")
                                                                           : pen.label("roles", explained.agreement));
        write_endings(pen, explained);
    });
}

void write_strength(DossierPen& pen, const Strength& strength) {
    pen.html.element(
        "h4", pen.say("dossier.strength", {{"grade", pen.say("label.grade." + std::string(code_of(strength.grade)))}}));
    pen.html.line();
    if (strength.points.empty()) return pen.paragraph(pen.say("dossier.strength-no-points"));
    pen.html.element("ul", {{"class", "punten"}}, [&] {
        for (const StrengthPoint& point : strength.points) {
            pen.html.element("li", [&] {
                const std::string points = (point.points < 0 ? "−" : "+") + std::to_string(std::abs(point.points));
                pen.html.element("strong",
                                 pen.say(point.points < 0 ? "dossier.against" : "dossier.for", {{"points", points}}));
                pen.html.text(" " + pen.judge("strength", point.rule, point.words));
            });
            pen.html.line();
        }
    });
    pen.html.line();
}

// ---- what was done before -------------------------------------------------------------------------------------------

std::string scope(const DossierPen& pen, const std::string& scope) {
    const std::size_t colon = scope.find(':');
    const std::string group = colon == std::string::npos ? scope : scope.substr(colon + 1);
    if (scope.starts_with("productgroep:")) return pen.say("dossier.scope-product-group", {{"group", group}});
    if (scope.starts_with("cpv:")) return pen.say("dossier.scope-cpv", {{"group", group}});
    return pen.say("dossier.scope-unknown");
}

std::string share(const DossierPen& pen, const Precedents& precedents) {
    std::int64_t applied = 0;
    std::int64_t explained = 0;
    std::string levels;
    std::string reasons;
    for (const auto& [level, count] : precedents.applied) {
        applied += count;
        add_counted(levels, pen.level(level), count);
    }
    for (const auto& [reason, count] : precedents.reasons) {
        explained += count;
        add_counted(reasons, pen.label("reasons", reason), count);
    }
    const std::string where = scope(pen, precedents.scope);
    if (applied + explained == 0) return pen.say("dossier.precedents-none", {{"scope", where}});
    std::string line =
        pen.say("dossier.precedents-applied",
                {{"scope", where}, {"applied", std::to_string(applied)}, {"all", std::to_string(applied + explained)}});
    if (!levels.empty()) line += " (" + levels + ")";
    line += ", " + pen.say("dossier.precedents-explained", {{"explained", std::to_string(explained)}});
    if (!reasons.empty()) line += " (" + reasons + ")";
    return line + ".";
}

void write_precedents(DossierPen& pen, const Precedents& precedents) {
    pen.html.element("h4", pen.say("dossier.precedents"));
    pen.html.line();
    std::vector<std::string> lines{share(pen, precedents)};
    std::string list;
    for (const auto& [verdict, count] : precedents.verdicts) add_counted(list, pen.label("verdicts", verdict), count);
    if (!list.empty()) lines.push_back(pen.say("dossier.precedents-verdicts", {{"list", list}}));
    list.clear();
    for (const auto& [criterion, count] : precedents.criteria) add_counted(list, criterion, count);
    if (!list.empty()) lines.push_back(pen.say("dossier.precedents-criteria", {{"list", list}}));
    if (precedents.same_text > 0) lines.push_back(pen.say_count("dossier.same-text", precedents.same_text));
    if (precedents.similar_text > 0) lines.push_back(pen.say_count("dossier.similar-text", precedents.similar_text));
    pen.html.element("ul", [&] {
        for (const std::string& line : lines) pen.html.element("li", line);
    });
    pen.html.line();
}

void write_theme(DossierPen& pen, const Decision& decision, const std::string& id) {
    pen.html.element("h3", {{"id", id}}, pen.theme(decision.theme));
    pen.html.line();
    write_state(pen, decision);
    if (const auto* applied = std::get_if<Applied>(&decision.choice)) {
        write_criteria(pen, *applied);
        if (applied->deviation) write_explanation(pen, *applied->deviation, pen.say("dossier.deviation"));
    }
    if (const auto* explained = std::get_if<Explained>(&decision.choice))
        write_explanation(pen, *explained, pen.say("dossier.explanation"));
    if (const auto* strength = find_theme(pen.dossier.strengths, decision.theme)) write_strength(pen, *strength);
    if (const auto* precedents = find_theme(pen.dossier.precedents, decision.theme)) write_precedents(pen, *precedents);
}

}  // namespace

void write_themes(DossierPen& pen) {
    const auto& decisions = pen.dossier.tender.decisions;
    if (decisions.empty()) return;
    pen.section("themas", pen.say("dossier.themes"), [&] {
        for (std::size_t i = 0; i < decisions.size(); ++i) {
            pen.html.element("div", {{"class", "thema"}},
                             [&] { write_theme(pen, decisions[i], "thema-" + std::to_string(i + 1)); });
            pen.html.line();
        }
    });
}

}  // namespace mvoi::render
