// SPDX-License-Identifier: EUPL-1.2
#include "show.hpp"
#include "verbs.hpp"

namespace mvoi::cli {

namespace {

// The command that mends a finding, and of which theme: the verb of its operation. What has no verb goes by call.
std::string remedy_of(const Object& finding, const Page&) {
    const std::string operation = text_of(finding, "operation"), theme = text_of(finding, "theme");
    const std::string member = text_of(finding, "member");
    if (operation.empty()) return {};
    for (const Verb& verb : verbs())
        if (verb.operation == operation) return std::string(verb.name) + (theme.empty() ? "" : " " + theme);
    return "call " + operation + (member.empty() ? "" : " (" + member.substr(1) + ")");
}

// "+1", "-2": a sign says which way it counts, for a reader who sees no columns.
std::string points_text(const Object& point, const Page&) {
    const std::int64_t points = integer_of(point, "points");
    return (points > 0 ? "+" : "") + number(points);
}

constexpr Field point_fields[] = {
    {{"Punten", "Points"}, points_text, Show::Number},
    {{"Waarom", "Why"}, "/sentence"},
};
constexpr Field passage_fields[] = {
    {{"Weegt als", "Weight"}, "/severity", Labels{"severity"}},
    {{"Verhelpen met", "Mend with"}, remedy_of},
    {{"Bevinding", "Finding"}, finding_text},
};
constexpr Field reopened_fields[] = {
    {{"Organisatie", "Organisation"}, "/organisation"},
    {{"Kenmerk", "Reference"}, "/reference"},
    {{"Weer onbeslist", "Undecided again"}, "/themes", Show::List},
};

void show_heading(const Object& answer, Page& page) {
    page.sentence({"Aanbesteding {}, revisie {}", "Tender {}, revision {}"},
                  {text_of(answer, "reference"), text_of(answer, "revision")});
}

}  // namespace

void show_decision(const Object& answer, Page& page) {
    show_heading(answer, page);
    show_themes(answer, page);
    each_object(answer, "precedents", [&](const Object& precedent) {
        page.heading({"Wat eerder is besloten", "What was decided before"});
        page.sentence({"{}", "{}"}, {text_of(precedent, "sentence")});
    });
    each_object(answer, "strengths", [&](const Object& strength) {
        page.heading({"Sterkte van de uitleg", "Strength of the explanation"});
        page.sentence({"De uitleg is {}.", "The explanation is {}."},
                      {page.label("grade", text_of(strength, "grade"))});
        show_list(strength, "points", point_fields, page);
    });
    show_flags(answer, page);
}

void show_passage(const Object& answer, Page& page) {
    const Object::Ptr gate = answer.getObject("gate");
    if (!gate) return;
    page.heading({"Bij de poort", "At the gate"});
    page.sentence({"{}", "{}"}, {text_of(*gate, "sentence")});
    show_list(*gate, "findings", passage_fields, page);
}

void show_gate(const Object& answer, Page& page) {
    show_heading(answer, page);
    show_passage(answer, page);
}

void show_reopened(const Object& answer, Page& page) {
    if (!show_list(answer, "reopened", reopened_fields, page))
        page.sentence({"Er is geen uitleg vervallen.", "No explanation has lapsed."});
    if (!truth_of(answer, "more")) return;
    page.blank();
    page.sentence({"Er kunnen er meer zijn; geef de opdracht nog eens.", "There may be more; give the command again."});
}

}  // namespace mvoi::cli
