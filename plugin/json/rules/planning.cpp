// SPDX-License-Identifier: EUPL-1.2
#include "json/rules/planning.hpp"

#include <stdexcept>

#include "json/facts/reading.hpp"
#include "json/text.hpp"
#include "resources/resources.hpp"

namespace mvoi::json {
namespace {

using namespace domain::planning;

constexpr int highest_level = 3;

DayKind day_kind_of(const Value& leg) {
    const std::string code = leg.text_or("day", "open");
    if (code == "open") return DayKind::Open;
    if (code == "any") return DayKind::Any;
    if (code == "meeting") return DayKind::Meeting;
    throw std::logic_error("schema/rules/routes.json: no such kind of day: " + write(leg));
}

RouteLeg leg_from(const Value& value) {
    RouteLeg leg;
    leg.to = value.text_or("to");
    leg.day = day_kind_of(value);
    leg.only_with = value.text_or("onlyWith");
    for (const Value& part : value.list_or_empty("parts"))
        leg.parts.push_back({part.text_or("period"), part.text_or("lead"), part.text_or("nextDay")});
    for (const Value& each : value.list_or_empty("before"))
        leg.before.push_back({each.text_or("milestone"), each.text_or("period")});
    return leg;
}

PlanningRules read_planning_rules() {
    PlanningRules rules;
    const Value routes = parse(resources::file("rules/routes.json"));
    for (const Value& row : routes.list_or_empty("rows")) {
        Route route;
        route.procedure = row.text_or("code");
        for (const Value& leg : row.list_or_empty("legs")) route.legs.push_back(leg_from(leg));
        route.findings = texts_of(row, "findings");
        rules.routes.push_back(std::move(route));
    }
    const Value leads = parse(resources::file("rules/lead-times.json"));
    for (const Value& row : leads.list_or_empty("rows")) {
        AssumedLead lead{row.text_or("code"), static_cast<int>(row.integer_or("days", 0)), {}};
        for (int level = 1; level <= highest_level; ++level)
            if (const auto days = small_number(row, ("daysAtLevel" + std::to_string(level)).c_str()))
                lead.days_at_level[level] = *days;
        rules.leads.push_back(std::move(lead));
    }
    return rules;
}

}  // namespace

const PlanningRules& planning_rules() {
    static const auto* rules = new PlanningRules(read_planning_rules());  // kept for ever, as calendar_law() is
    return *rules;
}

void write_json(Out& out, const domain::PlanningRule& rule) {
    out.object([&] {
        out.list("closed", rule.closed, [&](const domain::ClosedTime& each) {
            out.object([&] {
                out.member("from", domain::to_text(each.first));
                out.member("title", each.title);
                out.member("to", domain::to_text(each.last));
            });
        });
        out.list("leadTimes", rule.lead_times, [&](const domain::LeadTime& each) {
            out.object([&] {
                out.member("days", each.days);
                out.member_if("kind", each.kind);
                out.member_if("level", each.level);
                out.member("part", each.part);
                out.member_if("procedure", each.procedure);
            });
        });
    });
}

domain::PlanningRule planning_rule_from(const Value& value) {
    domain::PlanningRule rule;
    for (const Value& each : value.list_or_empty("closed"))
        rule.closed.push_back({each.text_or("title"), date_of(each, "from"), date_of(each, "to")});
    for (const Value& each : value.list_or_empty("leadTimes"))
        rule.lead_times.push_back({each.text_or("part"), each.text_or("procedure"), each.text_or("kind"),
                                   small_number(each, "level"), static_cast<int>(each.integer_or("days", 0))});
    return rule;
}

}  // namespace mvoi::json
