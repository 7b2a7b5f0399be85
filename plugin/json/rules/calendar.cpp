// SPDX-License-Identifier: EUPL-1.2
#include "json/rules/calendar.hpp"

#include <algorithm>
#include <stdexcept>

#include "json/facts/reading.hpp"
#include "json/text.hpp"
#include "resources/resources.hpp"

namespace mvoi::json {
namespace {

using namespace domain::calendar;

template <typename Content>
Content sense_of(const std::optional<Content>& content, const Value& row) {
    if (!content) throw std::logic_error("schema/rules/: a row that makes no sense: " + write(row));
    return *content;
}

domain::Date day_of(const Value& row, std::string_view name) {
    return sense_of(domain::parse_date(row.text_or(name)), row);
}

const List& rows_of(const Value& document) {
    return document.list_or_empty("rows");
}

Period read_period(const Value& row, Effect effect) {
    Period period;
    period.count = static_cast<int>(row.integer_or("count", 0));
    if (effect == Effect::Adds || !row.find("count")) return period;
    period.unit = sense_of(unit_from(row.text_or("unit")), row);
    period.direction = sense_of(direction_from(row.text_or("direction")), row);
    period.rule = sense_of(counting_rule_from(row.text_or("rule")), row);
    period.bound = row.text_or("bound") == "at-most" ? Bound::AtMost : Bound::AtLeast;
    return period;
}

StatutoryPeriod read_statutory(const Value& row) {
    StatutoryPeriod statutory;
    statutory.code = row.text_or("code");
    statutory.effect = sense_of(effect_from(row.text_or("effect")), row);
    statutory.period = read_period(row, statutory.effect);
    if (row.find("floor")) statutory.floor = static_cast<int>(row.integer_or("floor", 0));
    statutory.event = row.text_or("event");
    statutory.procedures = texts_of(row, "procedures");
    for (const Value& each : row.list_or_empty("conditions"))
        statutory.conditions.push_back({each.text_or("condition"), each.text_or("row"), each.text_or("finding")});
    statutory.findings = texts_of(row, "findings");
    statutory.acts_after = row.text_or("act") == "after";
    statutory.has_expiry = row.boolean_or("vervaltermijn", false);
    statutory.valid_from = day_of(row, "validFrom");
    if (row.find("validTo")) statutory.valid_to = day_of(row, "validTo");
    statutory.source = row.text_or("source");
    return statutory;
}

Threshold read_threshold(const Value& row) {
    return {row.text_or("code"),
            row.text_or("scope"),
            texts_of(row, "authorities"),
            texts_of(row, "kinds"),
            row.integer_or("amountCents", 0),
            day_of(row, "validFrom"),
            day_of(row, "validTo"),
            row.text_or("source")};
}

EquatedDays read_equated(const Value& document) {
    EquatedDays equated;
    for (const Value& row : rows_of(document)) {
        const domain::Date from = day_of(row, "validFrom"), to = day_of(row, "validTo");
        equated.known_from = equated.days.empty() ? from : std::min(equated.known_from, from);
        equated.known_to = equated.days.empty() ? to : std::max(equated.known_to, to);
        equated.days.push_back(day_of(row, "code"));
    }
    return equated;
}

CalendarLaw read_law() {
    const auto document = [](const char* name) { return parse(resources::file(std::string("rules/") + name)); };
    CalendarLaw law;
    law.equated = read_equated(document("equated-days.json"));
    const Value periods = document("statutory-periods.json"), thresholds = document("thresholds.json");
    for (const Value& row : rows_of(periods)) law.periods.push_back(read_statutory(row));
    for (const Value& row : rows_of(thresholds)) law.thresholds.push_back(read_threshold(row));
    return law;
}

}  // namespace

Conditions conditions_from(const Value& given) {
    Conditions conditions;
    for (const Member& member : *given.object())
        if (member.value.boolean() && *member.value.boolean() && member.name != "vooraankondigingVolledig")
            conditions.true_ones.insert(member.name);
    conditions.prior_notice = domain::parse_date(given.text_or("vooraankondiging"));
    if (given.find("vooraankondigingVolledig"))
        conditions.prior_notice_complete = given.boolean_or("vooraankondigingVolledig", false);
    conditions.notice = domain::parse_date(given.text_or("aankondiging"));
    conditions.agreed_days = small_number(given, "overeengekomenDagen");
    conditions.expiry_days = small_number(given, "vervaltermijnDagen");
    return conditions;
}

const domain::calendar::CalendarLaw& calendar_law() {
    static const auto* law = new CalendarLaw(read_law());  // kept for ever: calls may come while the process ends
    return *law;
}

}  // namespace mvoi::json
