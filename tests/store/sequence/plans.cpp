// SPDX-License-Identifier: EUPL-1.2
// Plans: the dates of a plan become those of the tender, what was given stays, and one step follows the other.
#include <algorithm>

#include "sequence.hpp"

namespace mvoi::sequence {

void Sequence::plan(Tender& tender) {
    const std::string given = domain::to_text(today_ + boost::gregorian::days(100 + below(500)));
    const bool backward = dice(2);
    const bool social = dice(4);  // only services are
    const char* member = backward ? "contractStart" : "publication";
    const auto outcome =
        on(tender, "plan.adopt",
           ",\"planning\":{" + json_text(member) + ":" + json_text(given) + "}" + (social ? R"(,"social":true)" : ""),
           any(people), any(roles));
    if (!outcome) return;
    check(outcome->good == !(social && tender.kind == "werk"), "plan.adopt: " + join(outcome->rules));
    if (!outcome->good) return;
    settle(tender, *outcome, {});
    check_tender(tender);
    ++counts_.planned;
    if (tender.phase == "cancelled") return;  // what was reached by then keeps its day
    check_plan(tender, backward ? "contractstart" : "publicatie", given);
}

void Sequence::check_plan(const Tender& tender, const std::string& code, const std::string& given) {
    const Value whole = read("tender.get", "{\"tender\":" + json_text(tender.uuid) + when() + "}");
    std::map<std::string, std::string> planned;
    std::set<std::string> behind;  // shown on the day that is known of them, whatever is planned now
    for (const Value& each : whole.list_or_empty("milestones")) {
        planned[each.text_or("code")] = each.text_or("date");
        if (each.text_or("status") != "planned") behind.insert(each.text_or("code"));
    }
    // What follows from the award, and the start that a contract has, are counted from what was recorded.
    const bool awarded = behind.contains("gunningsbeslissing");
    const bool has_contract = std::any_of(contracts_.begin(), contracts_.end(),
                                          [&](const Contract& each) { return each.tender == tender.uuid; });
    const auto is_record = [&](const std::string& name) {
        return behind.contains(name) || (name == "contractstart" && has_contract) ||
               (awarded && (name == "einde-opschortende-termijn" || name == "aankondiging-gunning"));
    };
    check(is_record(code) || planned[code] == given, "a plan moved what was given: " + code + " to " + planned[code]);
    const Value* plan = whole.find("plan");
    check(plan != nullptr && plan->list_or_empty("milestones").size() > 1, "a plan that was adopted is not shown");
    static const std::set<std::string> spine = {
        "publicatie",   "inschrijving", "beoordeling", "gunningsbeslissing", "einde-opschortende-termijn",
        "contractstart"};
    std::string before;
    for (const Value& each : plan->list_or_empty("milestones")) {
        const std::string name = each.text_or("code"), day = each.text_or("day");
        check(each.boolean_or("given", false) || is_record(name) || planned[name] == each.text_or("date"),
              name + " stands in the plan on " + each.text_or("date") + ", in the tender on " + planned[name]);
        // A given date need not fit, and questions are counted back from the tenders, past the milestones between.
        if (each.boolean_or("given", false)) before.clear();
        if (spine.count(name) == 0 || each.boolean_or("given", false)) continue;
        check(before <= day, name + " comes before what it follows");
        before = day;
    }
}

}  // namespace mvoi::sequence
