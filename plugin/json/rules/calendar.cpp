// SPDX-License-Identifier: EUPL-1.2
#include "json/rules/calendar.hpp"

#include <algorithm>

#include "json/rules/row.hpp"

namespace mvoi::json {
namespace {

using domain::calendar::CalendarLaw;
using domain::calendar::Conditions;
using domain::calendar::EquatedDays;
using domain::calendar::Period;
using domain::calendar::StatutoryPeriod;
using domain::calendar::Threshold;

Period read_period(const Value& row, domain::calendar::Effect effect) {
    Period period;
    period.count = int_of(row, "count");
    if (effect == domain::calendar::Effect::Adds || !row.find("count")) return period;
    period.unit = sense_in(domain::calendar::unit_from(row.text_or("unit")), row);
    period.direction = sense_in(domain::calendar::direction_from(row.text_or("direction")), row);
    period.rule = sense_in(domain::calendar::counting_rule_from(row.text_or("rule")), row);
    period.bound =
        row.text_or("bound") == "at-most" ? domain::calendar::Bound::AtMost : domain::calendar::Bound::AtLeast;
    return period;
}

StatutoryPeriod read_statutory(const Value& row) {
    StatutoryPeriod statutory;
    statutory.code = row.text_or("code");
    statutory.effect = sense_in(domain::calendar::effect_from(row.text_or("effect")), row);
    statutory.period = read_period(row, statutory.effect);
    statutory.floor = small_number(row, "floor");
    statutory.event = row.text_or("event");
    statutory.procedures = texts_of(row, "procedures");
    for (const Value& each : row.list_or_empty("conditions"))
        statutory.conditions.push_back({each.text_or("condition"), each.text_or("row"), each.text_or("finding")});
    statutory.demands = texts_of(row, "demands");
    statutory.findings = texts_of(row, "findings");
    statutory.findings.insert(statutory.findings.end(), statutory.demands.begin(), statutory.demands.end());
    statutory.acts_after = row.text_or("act") == "after";
    statutory.has_expiry = row.boolean_or("vervaltermijn", false);
    statutory.valid_from = day_of(row, "validFrom");
    statutory.valid_to = day_if(row, "validTo");
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
            row.text_or("source"),
            row.boolean_or("verified", true)};
}

EquatedDays read_equated() {
    EquatedDays equated;
    const Value document = rule_document("equated-days.json");
    for (const Value& row : document.list_or_empty("rows")) {
        const domain::Date from = day_of(row, "validFrom"), to = day_of(row, "validTo");
        equated.known_from = equated.days.empty() ? from : std::min(equated.known_from, from);
        equated.known_to = equated.days.empty() ? to : std::max(equated.known_to, to);
        equated.days.push_back(day_of(row, "code"));
    }
    return equated;
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

CalendarLaw read_calendar_law() {
    CalendarLaw law;
    law.equated = read_equated();
    law.periods = read_rows("statutory-periods.json", read_statutory);
    law.thresholds = read_rows("thresholds.json", read_threshold);
    for (std::string& code :
         read_rows("social-services.json", [](const Value& row) { return std::string(row.text_or("code")); }))
        law.social_services.insert(std::move(code));
    return law;
}

}  // namespace mvoi::json
