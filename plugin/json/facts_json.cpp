// SPDX-License-Identifier: EUPL-1.2
#include "json/facts_json.hpp"

#include <stdexcept>

#include "json/tender_json.hpp"

namespace mvoi::json {
namespace {

using namespace domain;

Value to_json(const Redaction& redaction) {
    Value object;
    object.add("entry", redaction.entry);
    object.add("member", redaction.member);
    object.add("ground", redaction.ground);
    object.add("digest", redaction.digest);
    Value entries(List{});
    for (const std::int64_t seq : redaction.entries) entries.append(seq);
    object.add("entries", std::move(entries));
    return object;
}

Redaction redaction_from(const Value& object) {
    Redaction redaction;
    redaction.entry = object.integer_or("entry", 0);
    redaction.member = object.text_or("member");
    redaction.ground = object.text_or("ground");
    redaction.digest = object.text_or("digest");
    for (const Value& seq : object.list_or_empty("entries")) redaction.entries.push_back(*seq.integer());
    return redaction;
}

Value to_json(const ImportSummary& summary) {
    Value object;
    object.add("format", summary.format);
    object.add("rows", summary.rows);
    object.add("added", summary.added);
    object.add("changed", summary.changed);
    object.add("unchanged", summary.unchanged);
    object.add("refused", summary.refused);
    object.add("warned", summary.warned);
    return object;
}

ImportSummary import_from(const Value& object) {
    return {object.text_or("format"),           object.integer_or("rows", 0),    object.integer_or("added", 0),
            object.integer_or("changed", 0),    object.integer_or("unchanged", 0), object.integer_or("refused", 0),
            object.integer_or("warned", 0)};
}

}  // namespace

Value to_json(const Policy& policy) {
    Value object;
    object.add("policy", policy.id);
    object.add("organisation", policy.organisation);
    if (!policy.title.empty()) object.add("title", Value::redactable(policy.title));
    object.add("validFrom", to_text(policy.valid_from));
    if (policy.ambition) object.add("ambition", *policy.ambition);
    Value levels(List{});
    for (const DefaultLevel& row : policy.default_levels) {
        Value& level = levels.append(Value());
        level.add("theme", row.theme);
        if (!row.product_group.empty()) level.add("productGroup", row.product_group);
        level.add("level", row.level);
    }
    object.add("defaultLevels", std::move(levels));
    Value themes(List{});
    for (const OwnTheme& own : policy.themes) {
        Value& theme = themes.append(Value());
        theme.add("theme", own.code);
        theme.add("nl", own.nl);
        if (!own.en.empty()) theme.add("en", own.en);
    }
    object.add("themes", std::move(themes));
    object.add("gateMode", policy.gate_mode == GateMode::Blocking ? "blokkerend" : "meldend");
    Value thresholds(Object{});
    for (const auto& [name, cents] : policy.thresholds_cents) thresholds.add(name, cents);
    object.add("thresholds", std::move(thresholds));
    Value goals(List{});
    for (const Goal& row : policy.goals) {
        Value& goal = goals.append(Value());
        goal.add("theme", row.theme);
        goal.add("year", row.year);
        goal.add("percent", row.percent);
    }
    object.add("goals", std::move(goals));
    object.add("provisionalDays", policy.provisional_days);
    return object;
}

Policy policy_from(const Value& value) {
    Policy policy;
    policy.id = value.text_or("policy");
    policy.organisation = value.text_or("organisation");
    policy.title = value.text_or("title");
    const auto valid_from = parse_date(value.text_or("validFrom"));
    if (!valid_from) throw std::runtime_error("a policy without validFrom");
    policy.valid_from = *valid_from;
    if (value.find("ambition")) policy.ambition = static_cast<int>(value.integer_or("ambition", 1));
    for (const Value& row : value.list_or_empty("defaultLevels"))
        policy.default_levels.push_back(
            {row.text_or("theme"), row.text_or("productGroup"), static_cast<int>(row.integer_or("level", 1))});
    for (const Value& row : value.list_or_empty("themes"))
        policy.themes.push_back({row.text_or("theme"), row.text_or("nl"), row.text_or("en")});
    policy.gate_mode = value.text_or("gateMode") == "blokkerend" ? GateMode::Blocking : GateMode::Reporting;
    if (const Value* thresholds = value.find("thresholds"))
        for (const Member& each : *thresholds->object()) policy.thresholds_cents[each.name] = *each.value.integer();
    for (const Value& row : value.list_or_empty("goals"))
        policy.goals.push_back({row.text_or("theme"), static_cast<int>(row.integer_or("year", 0)),
                                static_cast<int>(row.integer_or("percent", 0))});
    policy.provisional_days = static_cast<int>(value.integer_or("provisionalDays", policy.provisional_days));
    return policy;
}

Value to_json(const Facts& facts) {
    Value object(Object{});
    if (facts.tender) object.add("tender", to_json(*facts.tender));
    if (facts.policy) object.add("policy", to_json(*facts.policy));
    if (facts.redaction) object.add("redaction", to_json(*facts.redaction));
    if (facts.import) object.add("import", to_json(*facts.import));
    return object;
}

Facts facts_from(const Value& value) {
    Facts facts;
    if (const Value* tender = value.find("tender")) facts.tender = tender_from(*tender);
    if (const Value* policy = value.find("policy")) facts.policy = policy_from(*policy);
    if (const Value* redaction = value.find("redaction")) facts.redaction = redaction_from(*redaction);
    if (const Value* summary = value.find("import")) facts.import = import_from(*summary);
    return facts;
}

}  // namespace mvoi::json
