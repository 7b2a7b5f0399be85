// SPDX-License-Identifier: EUPL-1.2
// The question to a board and its verdicts; changes since; earlier reviews.
#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <system_error>

#include "render/dossier/dossier_pen.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

std::string state_label(const DossierPen& pen, const Review& review) {
    const ReviewState state = state_of(review);
    return state == ReviewState::Open ? pen.say("dossier.review-open") : pen.label("verdicts", code_of(state));
}

void badge(Html& html, Markup kind, std::string_view text) {
    html.element("strong", {{"class", kind.text()}}, text);
}

void badge_of_verdict(Html& html, std::string_view verdict, std::string_view text) {
    if (verdict == "akkoord") return badge(html, "merk goed", text);
    if (verdict == "afgewezen") return badge(html, "merk niet", text);
    badge(html, "merk half", text);
}

std::string asked_by(const DossierPen& pen, const Review& review) {
    return review.asked_role.empty() ? review.asked_by : review.asked_by + ", " + pen.label("roles", review.asked_role);
}

// The one whose turn it is, or one who has to wait, or who need not answer any more.
std::string waiting(const DossierPen& pen, const Review& review, std::size_t place) {
    if (state_of(review) != ReviewState::Open) return pen.say("dossier.verdict-not-asked");
    return place == review.verdicts.size() ? pen.say("dossier.verdict-next") : pen.say("dossier.verdict-later");
}

void write_sequence(DossierPen& pen, const Review& review) {
    if (review.verdicts.empty() && review.reviewers.empty()) return;
    Table(pen.html, pen.say("dossier.sequence"),
          {{pen.say("dossier.role"), 17},
           {pen.say("dossier.verdict"), 17},
           {pen.say("dossier.by"), 17},
           {pen.say("dossier.date"), 19},
           {pen.say("dossier.remark"), 30}},
          [&](Table& table) {
              for (const Verdict& verdict : review.verdicts)
                  table.row({pen.label("roles", verdict.role),
                             [&](Html& html) {
                                 badge_of_verdict(html, verdict.verdict, pen.label("verdicts", verdict.verdict));
                             },
                             verdict.author, pen.day(verdict.date), verdict.text.empty() ? "–" : verdict.text});
              for (std::size_t i = review.verdicts.size(); i < review.reviewers.size(); ++i)
                  table.row({pen.label("roles", review.reviewers[i]), waiting(pen, review, i), "–", "–", "–"});
          });
}

std::string met(const DossierPen& pen, const Condition& condition) {
    if (!condition.met_on) return pen.say("dossier.condition-open");
    const std::string line =
        pen.say("dossier.condition-met", {{"date", pen.day(*condition.met_on)}, {"author", condition.met_by}});
    return condition.met_text.empty() ? line : line + ": " + condition.met_text;
}

void write_conditions(DossierPen& pen, const Review& review) {
    if (review.conditions.empty()) return;
    const auto open = std::count_if(review.conditions.begin(), review.conditions.end(),
                                    [](const Condition& condition) { return !condition.met_on; });
    Table(pen.html, open == 0 ? pen.say("dossier.conditions-all-met") : pen.say_count("dossier.conditions", open),
          {{pen.say("dossier.condition"), 8},
           {pen.say("dossier.by"), 20},
           {pen.say("dossier.text"), 36},
           {pen.say("dossier.met"), 36}},
          [&](Table& table) {
              for (const Condition& condition : review.conditions)
                  table.row({std::to_string(condition.number), pen.label("roles", condition.role), condition.text,
                             [&](Html& html) {
                                 if (!condition.met_on) return badge(html, "merk half", met(pen, condition));
                                 html.text(met(pen, condition));
                             }});
          });
}

// ---- drift ----------------------------------------------------------------------------------------------------------

// Cents, or "onbekend".
std::string estimate(const DossierPen& pen, std::string_view text) {
    std::int64_t cents = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), cents);
    if (error != std::errc() || end != text.data() + text.size()) return pen.say("page.unknown");
    return pen.money(cents);
}

std::string level(const DossierPen& pen, std::string_view text) {
    return text.size() == 1 && text[0] >= '1' && text[0] <= '3' ? pen.level(text[0] - '0') : std::string(text);
}

std::string state(const DossierPen& pen, std::string_view code) {
    if (code == "applied") return pen.say("dossier.applied");
    if (code == "explained") return pen.say("dossier.explained");
    if (code == "undecided") return pen.say("dossier.undecided");
    return std::string(code);
}

std::vector<std::string_view> parts_of(std::string_view list) {
    std::vector<std::string_view> parts;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(", "), list.size());
        parts.push_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 2, list.size()));
    }
    return parts;
}

// "publicatie 2027-01, contractstart 2027-Q3": only what is not the same on the other side.
std::string planning(const DossierPen& pen, std::string_view list, std::string_view other) {
    const auto same = parts_of(other);
    std::string line;
    for (const std::string_view part : parts_of(list)) {
        if (std::find(same.begin(), same.end(), part) != same.end()) continue;
        const std::size_t space = std::min(part.find(' '), part.size());
        const auto date = parse_planned_date(part.substr(std::min(space + 1, part.size())));
        if (!line.empty()) line += "; ";
        line += pen.label("milestones", part.substr(0, space)) + ": ";
        line += date ? pen.planned(*date) : pen.say("page.unknown");
    }
    return line.empty() ? pen.say("dossier.nothing") : line;
}

// A criterion or explanation with the same name but another content must not look the same.
std::string after(const DossierPen& pen, const Drift& drift) {
    const std::string line = side_of_drift(pen, drift.kind, drift.after, drift.before);
    if (drift.after.empty() || drift.after != drift.before) return line;
    return pen.say("dossier.other-content", {{"value", line}});
}

void write_changes(DossierPen& pen, const std::vector<Drift>& drifts) {
    Table(pen.html, pen.say("dossier.drift-caption"),
          {{pen.say("dossier.change"), 25},
           {pen.say("dossier.theme"), 22},
           {pen.say("dossier.before"), 20},
           {pen.say("dossier.after"), 21},
           {pen.say("dossier.agenda"), 12}},
          [&](Table& table) {
              for (const Drift& drift : drifts)
                  table.row({pen.label("drifts", drift.kind), drift.theme.empty() ? "–" : pen.theme(drift.theme),
                             side_of_drift(pen, drift.kind, drift.before, drift.after), after(pen, drift),
                             [&](Html& html) {
                                 if (!drift.on_agenda) return html.text(pen.say("dossier.no"));
                                 badge(html, "merk niet", pen.say("dossier.yes"));
                             }});
          });
}

}  // namespace

// One side of a change, before or after it, in words; `other` is the other side.
std::string side_of_drift(const DossierPen& pen, const std::string& kind, const std::string& text,
                          const std::string& other) {
    if (text.empty() && other.empty()) return "–";
    if (kind == "planning") return planning(pen, text, other);
    if (text.empty()) return pen.say("dossier.nothing");
    if (kind == "raming") return estimate(pen, text);
    if (kind == "ambitie" || kind.starts_with("niveau-")) return level(pen, text);
    if (kind.starts_with("thema-")) return state(pen, text);
    if (kind == "uitleg-gewijzigd") return pen.label("reasons", text);
    if (kind == "procedure") return pen.label("procedures", text);
    if (kind == "gunningsgrondslag") return pen.label("award-bases", text);
    if (kind == "percelen") return pen.say_count("dossier.lots-caption", std::atoi(text.c_str()));
    return text;
}

void write_review(DossierPen& pen) {
    pen.section("toets", pen.say("dossier.review"), [&] {
        if (!pen.page.review) return pen.paragraph(pen.say("dossier.review-none"));
        const Review& review = *pen.page.review;
        pen.html.element("p", {{"class", "kern"}}, [&] {
            const ReviewState state = state_of(review);
            badge_of_verdict(pen.html, code_of(state), state_label(pen, review));
            if (state != ReviewState::Open) return;
            pen.html.text(" " + pen.say("dossier.review-waits", {{"role", pen.label("roles", next_reviewer(review))}}));
        });
        pen.html.line();
        if (pen.page.frozen && !review.verdicts.empty())
            pen.paragraph("bron", pen.say("dossier.since-submitted", {{"date", pen.day(pen.dossier.today)}}));
        pen.facts([&] {
            if (!review.board.empty()) pen.fact(pen.say("dossier.board"), review.board);
            pen.fact(pen.say("dossier.asked"), pen.say("dossier.asked-by", {{"date", pen.day(review.asked_on)},
                                                                            {"author", asked_by(pen, review)}}));
            pen.fact(pen.say("dossier.meeting"), review.meeting
                                                     ? pen.day(*review.meeting) + ", " + pen.distance(*review.meeting)
                                                     : pen.say("dossier.meeting-none"));
        });
        if (!review.text.empty()) {
            pen.html.element("h3", pen.say("dossier.question"));
            pen.words_of_people(review.text);
        }
        write_sequence(pen, review);
        write_conditions(pen, review);
    });
}

void write_drift(DossierPen& pen) {
    if (!pen.page.drifts) return;
    const std::vector<Drift>& drifts = *pen.page.drifts;
    pen.section("wijzigingen", pen.say("dossier.drift"), [&] {
        if (drifts.empty()) return pen.paragraph(pen.say("dossier.drift-none"));
        const auto agenda =
            std::count_if(drifts.begin(), drifts.end(), [](const Drift& each) { return each.on_agenda; });
        pen.paragraph("kern", pen.say_count("dossier.drift-count", static_cast<std::int64_t>(drifts.size())) + " " +
                                  (agenda == 0 ? pen.say("dossier.drift-no-agenda")
                                               : pen.say_count("dossier.drift-agenda", agenda)));
        write_changes(pen, drifts);
    });
}

void write_earlier_reviews(DossierPen& pen) {
    pen.section("eerdere-toetsen", pen.say("dossier.earlier"), [&] {
        if (pen.dossier.reviews.empty()) return pen.paragraph(pen.say("dossier.earlier-none"));
        Table(pen.html, pen.say("dossier.earlier-caption"),
              {{pen.say("dossier.asked"), 20},
               {pen.say("dossier.board"), 28},
               {pen.say("dossier.verdict"), 18},
               {pen.say("dossier.conditions-open"), 18},
               {pen.say("dossier.frozen-entry"), 16}},
              [&](Table& table) {
                  for (const Review& review : pen.dossier.reviews) {
                      const auto open = std::count_if(review.conditions.begin(), review.conditions.end(),
                                                      [](const Condition& condition) { return !condition.met_on; });
                      table.row({pen.day(review.asked_on), review.board.empty() ? "–" : review.board,
                                 [&](Html& html) {
                                     badge_of_verdict(html, code_of(state_of(review)), state_label(pen, review));
                                 },
                                 pen.say("dossier.of", {{"some", std::to_string(open)},
                                                        {"all", std::to_string(review.conditions.size())}}),
                                 review.frozen_entry == 0 ? "–" : std::to_string(review.frozen_entry)});
                  }
              });
    });
}

}  // namespace mvoi::render
