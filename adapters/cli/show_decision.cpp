// SPDX-License-Identifier: EUPL-1.2
#include <string>

#include "show.hpp"
#include "words.hpp"

namespace mvoi::cli {

namespace {

// "+1", "-2": a sign says which way it counts, for a reader who sees no columns.
std::string signed_number(std::int64_t value) {
    return (value > 0 ? "+" : "") + number(value);
}

// The command that mends a finding, by what the finding says is amiss.
std::string remedy_of(const Object& finding) {
    const std::string rule = text_of(finding, "rule"), member = text_of(finding, "member");
    if (rule == "review-condition-open") return "review-condition";
    if (rule == "review-open" || rule == "explanation-not-agreed") return "review-answer";
    if (rule.starts_with("review-")) return "review-ask";
    if (rule.starts_with("criterion-") || rule == "theme-without-criteria") return "call tender.decide (criteria)";
    if (member == "/themes") return "decide";
    return member.empty() ? std::string() : "call tender.change (" + member.substr(1) + ")";
}

void show_precedents(const Object& answer, Page& page) {
    each_object(answer, "precedents", [&](const Object& precedent) {
        page.heading({"Wat eerder is besloten", "What was decided before"});
        page.sentence({"{}", "{}"}, {text_of(precedent, "sentence")});
    });
}

void show_strengths(const Object& answer, Page& page) {
    each_object(answer, "strengths", [&](const Object& strength) {
        Table table({{{"Punten", "Points"}, Side::Right}, {{"Waarom", "Why"}}});
        each_object(strength, "points", [&](const Object& point) {
            table.row({signed_number(integer_of(point, "points")), text_of(point, "sentence")});
        });
        page.heading({"Sterkte van de uitleg", "Strength of the explanation"});
        page.sentence({"De uitleg is {}.", "The explanation is {}."},
                      {word("grade", text_of(strength, "grade"), page.language())});
        if (!table.empty()) page.table(table);
    });
}

}  // namespace

void show_decision(const Object& answer, Page& page) {
    page.sentence({"Aanbesteding {}, revisie {}", "Tender {}, revision {}"},
                  {text_of(answer, "reference"), text_of(answer, "revision")});
    show_themes(answer, page);
    show_precedents(answer, page);
    show_strengths(answer, page);
    show_flags(answer, page);
}

void show_passage(const Object& answer, Page& page) {
    const Object::Ptr gate = answer.getObject("gate");
    if (!gate) return;
    page.heading({"Bij de poort", "At the gate"});
    page.sentence({"{}", "{}"}, {text_of(*gate, "sentence")});
    Table table({{{"Weegt als", "Weight"}}, {{"Verhelpen met", "Mend with"}}, {{"Bevinding", "Finding"}}});
    each_object(*gate, "findings", [&](const Object& finding) {
        std::string sentence = text_of(finding, "sentence");
        if (finding.has("source")) sentence += " [" + text_of(finding, "source") + "]";
        table.row({word("severity", text_of(finding, "severity"), page.language()), remedy_of(finding), sentence});
    });
    if (!table.empty()) page.table(table);
}

void show_gate(const Object& answer, Page& page) {
    page.sentence({"Aanbesteding {}, revisie {}", "Tender {}, revision {}"},
                  {text_of(answer, "reference"), text_of(answer, "revision")});
    show_passage(answer, page);
}

void show_reopened(const Object& answer, Page& page) {
    Table table(
        {{{"Organisatie", "Organisation"}}, {{"Kenmerk", "Reference"}}, {{"Weer onbeslist", "Undecided again"}}});
    each_object(answer, "reopened", [&](const Object& item) {
        table.row({text_of(item, "organisation"), text_of(item, "reference"), list_of(item, "themes")});
    });
    if (table.empty()) page.sentence({"Er is geen uitleg vervallen.", "No explanation has lapsed."});
    if (!table.empty()) page.table(table);
    if (!truth_of(answer, "more")) return;
    page.blank();
    page.sentence({"Er kunnen er meer zijn; geef de opdracht nog eens.", "There may be more; give the command again."});
}

}  // namespace mvoi::cli
