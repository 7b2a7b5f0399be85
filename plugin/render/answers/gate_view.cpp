// SPDX-License-Identifier: EUPL-1.2
#include "render/answers/gate_view.hpp"

#include <algorithm>
#include <array>

#include "domain/decision/decide.hpp"
#include "domain/gates/remedy.hpp"
#include "domain/phase.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

// The vocabulary of each word of a finding whose value is a code.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> vocabulary_of = {
    {{"instrument", "instruments"},
     {"milestone", "milestones"},
     {"fromMilestone", "milestones"},
     {"toMilestone", "milestones"},
     {"other", "milestones"},
     {"reason", "reasons"},
     {"role", "roles"},
     {"ending", "endings"},
     {"drift", "drifts"},
     {"kind", "evidence-kinds"},
     {"awardBasis", "award-bases"},
     {"procedure", "procedures"},
     {"statutoryPeriod", "statutory-periods"}}};

// "opdrachtgever, jurist", each by its label.
std::string labels_shown(const std::string& codes, const char* vocabulary, const Rules& rules, Language language) {
    std::string line;
    for (std::size_t from = 0; from < codes.size();) {
        const std::size_t to = std::min(codes.find(", ", from), codes.size());
        line += (line.empty() ? "" : ", ") + rules.label(vocabulary, codes.substr(from, to - from), language);
        from = to + 2;
    }
    return line;
}

std::size_t stopping(const gates::Gate& gate) {
    return static_cast<std::size_t>(std::count_if(gate.findings.begin(), gate.findings.end(), [](const Finding& each) {
        return each.severity == Severity::Error;
    }));
}

// Each once, in the order of the findings.
std::vector<std::string> stopping_rules(const gates::Gate& gate) {
    std::vector<std::string> rules;
    for (const Finding& finding : gate.findings)
        if (finding.severity == Severity::Error && std::find(rules.begin(), rules.end(), finding.rule) == rules.end())
            rules.push_back(finding.rule);
    return rules;
}

constexpr const char* addressed = "toSupplier";  // a word of a finding that speaks to the supplier

std::string to_supplier(const std::string& rule) {
    return "finding-to-supplier." + rule;
}

// Facts, and no orders: they are said to a supplier as they are.
constexpr std::array<std::string_view, 15> told_as_they_are = {
    "social-return-bonus-too-short", "social-return-bonus-without", "social-return-day-limit",
    "social-return-hours",           "social-return-limit",         "social-return-limit-not-stated",
    "social-return-no-activity",     "social-return-no-carry-over", "social-return-no-purchases",
    "social-return-not-paid",        "social-return-started-early", "social-return-started-late",
    "social-return-table-chosen",    "social-return-unknown-bonus", "social-return-unknown-group"};

// visit(name of a member, what stands there)
template <typename Visit>
void each_place(const Finding& finding, Visit visit) {
    for (const char* name : {"theme", "criterion", "promise"})
        if (const auto word = finding.words.find(name); word != finding.words.end() && !word->second.empty())
            visit(name, word->second);
    if (const std::string_view operation = gates::operation_that_mends(finding); !operation.empty())
        visit("operation", operation);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> places_of(const Finding& finding) {
    std::vector<std::pair<std::string, std::string>> places;
    each_place(finding, [&](std::string_view name, std::string_view place) { places.emplace_back(name, place); });
    return places;
}

void address_supplier(std::vector<Finding>& findings) {
    std::erase_if(findings, [](const Finding& each) {
        const bool told =
            std::find(told_as_they_are.begin(), told_as_they_are.end(), each.rule) != told_as_they_are.end();
        return !told && !has_sentence(Language::Dutch, to_supplier(each.rule));
    });
    for (Finding& each : findings) {
        each.source.clear();
        if (has_sentence(Language::Dutch, to_supplier(each.rule))) each.words[addressed] = "true";
    }
}

std::string finding_sentence(const Finding& finding, const Rules& rules, const Policy* policy, Language language) {
    const std::string rule = finding.words.contains(addressed) ? to_supplier(finding.rule) : "finding." + finding.rule;
    return sentence(language, rule, words_shown(finding, rules, policy, language));
}

Words words_shown(const Finding& finding, const Rules& rules, const Policy* policy, Language language) {
    Words words = finding.words;
    for (auto& [name, word] : words) {
        const auto found = std::find_if(vocabulary_of.begin(), vocabulary_of.end(),
                                        [&name = name](const auto& each) { return each.first == name; });
        if (found != vocabulary_of.end())
            word = rules.label(found->second, word, language);
        else if (name == "theme")
            word = theme_label(rules, policy, word, language);
        else if (name == "roles")
            word = labels_shown(word, "roles", rules, language);
        else if (name == "parts")
            word = labels_shown(word, "lead-times", rules, language);
    }
    return words;
}

void write_finding(json::Out& out, const Finding& finding, const Rules& rules, const Policy* policy,
                   Language language) {
    out.object([&] {
        out.member("rule", finding.rule);
        out.member("severity", domain::code_of(finding.severity));
        out.member("sentence", finding_sentence(finding, rules, policy, language));
        out.member_if("member", finding.member);
        each_place(finding, [&](std::string_view name, std::string_view place) { out.member(name, place); });
        out.member_if("source", finding.source);
    });
}

void write_gate(json::Out& out, const gates::Gate& gate, const Rules& rules, const Policy* policy, Language language,
                Went went) {
    std::string said = "gate." + std::string(domain::gates::code_of(gate.passage));
    if (went == Went::Yes) said += "-went";
    if (gate.passage == gates::Passage::Reported && !policy) said += "-no-policy";
    const std::string count = std::to_string(stopping(gate));
    const Words words{{"to", rules.label("phases", domain::code_of(gate.to), language)}, {"count", count}};
    out.object([&] {
        out.member("from", domain::code_of(gate.from));
        out.member("to", domain::code_of(gate.to));
        out.member("mode", domain::code_of(gate.mode));
        out.member("passage", domain::gates::code_of(gate.passage));
        out.member("sentence", sentence(language, said, words));
        if (gate.passage == gates::Passage::Reported)
            out.object("report", [&] {
                out.member("wouldBlock", stopping(gate));
                out.texts("rules", stopping_rules(gate));
            });
        out.list("findings", gate.findings,
                 [&](const Finding& each) { write_finding(out, each, rules, policy, language); });
    });
}

std::string gate_json(const gates::Gate& gate, const Rules& rules, const Policy* policy, Language language) {
    std::string text;
    json::Out out(text);
    write_gate(out, gate, rules, policy, language);
    return text;
}

std::string gate_answer(const Tender& tender, const gates::Gate& gate, const Rules& rules, const Policy* policy,
                        Language language) {
    std::string text;
    json::Out out(text);
    out.object([&] {
        out.member("tender", tender.id);
        out.member("revision", tender.revision);
        out.member("organisation", tender.organisation);
        out.member("reference", tender.reference);
        out.name("gate");
        write_gate(out, gate, rules, policy, language);
    });
    return text;
}

}  // namespace mvoi::render
