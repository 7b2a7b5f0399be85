// SPDX-License-Identifier: EUPL-1.2
#include "domain/contract/events.hpp"

#include <algorithm>
#include <utility>

#include "domain/calendar/days.hpp"
#include "domain/contract/term.hpp"

namespace mvoi::domain::contract {
namespace {

// The term as it was before this option was decided on.
Term before_option(const Term& term, std::size_t option) {
    Term before = term;
    for (std::size_t i = option; i < before.options.size(); ++i) {
        before.options[i].decision = OptionDecision::Open;
        before.options[i].decided_on.reset();
    }
    return before;
}

bool is_lifted_on_a_day(const Option& option) {
    return option.decision == OptionDecision::Lifted && option.decided_on;
}

class EventFaults {
  public:
    explicit EventFaults(const Contract& contract) : contract_(contract), term_(contract.term) {}

    std::vector<Fault> faults() {
        for (std::size_t i = 0; i < term_.options.size(); ++i)
            if (is_lifted_on_a_day(term_.options[i])) lifted(i, *term_.options[i].decided_on);
        if (term_.notice_given) noticed(*term_.notice_given);
        if (contract_.ended) ended(contract_.ended->on);
        return std::move(faults_);
    }

  private:
    void fault(const char* path, const char* rule, std::map<std::string, std::string> words) {
        faults_.push_back({path, rule, std::move(words)});
    }

    void lifted(std::size_t option, Date on) {
        std::map<std::string, std::string> words = {{"number", std::to_string(option + 1)}, {"value", to_text(on)}};
        const auto say = [&](const char* rule, Date day) {
            words["date"] = to_text(day);
            fault("/optionDecided/on", rule, words);
        };
        const auto end = recorded_end_of(before_option(term_, option));
        if (end && on > *end) return say("term.option-after-end", *end);
        if (contract_.ended && on > contract_.ended->on) return say("term.option-after-end", contract_.ended->on);
        const Course course = course_of(term_, on);
        if (course.stopped && *term_.notice_given < on) say("term.option-after-notice", *term_.notice_given);
    }

    // A notice of an earlier day has no say in whether this one could be given.
    void noticed(Date on) {
        Term running = term_;
        running.notice_given.reset();
        auto end = course_of(running, on).end;
        if (contract_.ended && (!end || contract_.ended->on < end->day)) end = Reckoned{contract_.ended->on, {}, false};
        if (end && on > end->day)
            fault("/noticeGiven/on", "term.notice-after-end", {{"value", to_text(on)}, {"date", to_text(end->day)}});
    }

    void ended(Date on) {
        const auto end = course_of(term_, on).end;
        if (end && on > end->day)
            fault("/ended/on", "term.ended-after-end", {{"value", to_text(on)}, {"date", to_text(end->day)}});
    }

    const Contract& contract_;
    const Term& term_;
    std::vector<Fault> faults_;
};

bool is_same(const Fault& a, const Fault& b) {
    return a.path == b.path && a.rule == b.rule && a.words == b.words;
}

}  // namespace

std::vector<Fault> contradictions(const Contract& contract) {
    return EventFaults(contract).faults();
}

std::vector<Fault> new_contradictions(const Contract* before, const Contract& contract) {
    auto faults = contradictions(contract);
    if (!before) return faults;
    const auto known = contradictions(*before);
    std::erase_if(faults, [&](const Fault& each) {
        return std::any_of(known.begin(), known.end(), [&](const Fault& other) { return is_same(each, other); });
    });
    return faults;
}

std::vector<Fault> agreed_too_late(const Contract& before, Date on) {
    const auto end = course_of(before, on).end;
    if (!end || on <= end->day) return {};
    return {{"/renewalAgreed/on", "term.agreed-after-end", {{"value", to_text(on)}, {"date", to_text(end->day)}}}};
}

bool counts_twice(const Term& before, const Term& now) {
    const auto first = first_end_of(before), recorded = recorded_end_of(before), given = first_end_of(now);
    if (!first || !recorded || !given || *first == *recorded || *given != *recorded) return false;
    const auto whole = recorded_end_of(now);
    return whole && *whole != *given;
}

void keep_first_term(const Term& before, Term& now) {
    now.end = before.end;
    now.months = before.months;
}

std::vector<Finding> late_options(const Term& term) {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < term.options.size(); ++i) {
        const Option& option = term.options[i];
        if (!is_lifted_on_a_day(option) || !option.notice) continue;
        const auto end = recorded_end_of(before_option(term, i));
        if (!end) continue;
        const Date by = last_notice_day(*end, *option.notice);
        if (*option.decided_on <= by) continue;
        findings.push_back(
            {"term-option-late",
             Severity::Warning,
             "/optionDecided",
             {{"number", std::to_string(i + 1)}, {"value", to_text(*option.decided_on)}, {"date", to_text(by)}},
             "Burgerlijk Wetboek Boek 3, art. 37 lid 3"});
    }
    return findings;
}

}  // namespace mvoi::domain::contract
