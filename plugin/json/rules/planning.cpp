// SPDX-License-Identifier: EUPL-1.2
#include "json/rules/planning.hpp"

#include <stdexcept>

#include "json/rules/row.hpp"

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

RoutePart part_from(const Value& part) {
    return {part.text_or("period"), part.text_or("lead"), part.text_or("nextDay"), part.text_or("law")};
}

RouteLeg leg_from(const Value& value) {
    RouteLeg leg;
    leg.to = value.text_or("to");
    leg.day = day_kind_of(value);
    leg.only_with = value.text_or("onlyWith");
    leg.exact = value.boolean_or("exact", false);
    for (const Value& part : value.list_or_empty("parts")) leg.parts.push_back(part_from(part));
    for (const Value& each : value.list_or_empty("before"))
        leg.before.push_back({each.text_or("milestone"), part_from(each)});
    for (const Value& each : value.list_or_empty("after"))
        leg.after.push_back({each.text_or("milestone"), part_from(each)});
    return leg;
}

Route read_route(const Value& row) {
    Route route;
    route.procedure = row.text_or("code");
    for (const Value& leg : row.list_or_empty("legs")) route.legs.push_back(leg_from(leg));
    route.findings = texts_of(row, "findings");
    route.within = row.boolean_or("within", false);
    return route;
}

AssumedLead read_lead(const Value& row) {
    AssumedLead lead{row.text_or("code"), int_of(row, "days"), {}};
    for (int level = 1; level <= highest_level; ++level)
        if (const auto days = small_number(row, "daysAtLevel" + std::to_string(level)))
            lead.days_at_level[level] = *days;
    return lead;
}

}  // namespace

PlanningRules read_planning_rules() {
    return {read_rows("routes.json", read_route), read_rows("lead-times.json", read_lead)};
}

}  // namespace mvoi::json
