// SPDX-License-Identifier: EUPL-1.2
#include "json/facts_json.hpp"

#include <stdexcept>

#include "json/tender_json.hpp"

namespace mvoi::json {
namespace {

using namespace domain;

void write_redaction(Out& out, const Redaction& redaction) {
    out.object([&] {
        out.member("digest", redaction.digest);
        out.list("entries", redaction.entries, [&](std::int64_t seq) { out.value(seq); });
        out.member("entry", redaction.entry);
        out.member("ground", redaction.ground);
        out.member("member", redaction.member);
    });
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

void write_import(Out& out, const ImportSummary& summary) {
    out.object([&] {
        out.member("added", summary.added);
        out.member("changed", summary.changed);
        out.member("format", summary.format);
        out.member("refused", summary.refused);
        out.member("rows", summary.rows);
        out.member("unchanged", summary.unchanged);
        out.member("warned", summary.warned);
    });
}

ImportSummary import_from(const Value& object) {
    return {object.text_or("format"),        object.integer_or("rows", 0),      object.integer_or("added", 0),
            object.integer_or("changed", 0), object.integer_or("unchanged", 0), object.integer_or("refused", 0),
            object.integer_or("warned", 0)};
}

}  // namespace

void write_json(Out& out, const Policy& policy) {
    out.object([&] {
        out.member_if("ambition", policy.ambition);
        out.list("defaultLevels", policy.default_levels, [&](const DefaultLevel& row) {
            out.object([&] {
                out.member("level", row.level);
                out.member_if("productGroup", row.product_group);
                out.member("theme", row.theme);
            });
        });
        out.member("gateMode", policy.gate_mode == GateMode::Blocking ? "blokkerend" : "meldend");
        out.list("goals", policy.goals, [&](const Goal& row) {
            out.object([&] {
                out.member("percent", row.percent);
                out.member("theme", row.theme);
                out.member("year", row.year);
            });
        });
        out.member("organisation", policy.organisation);
        out.member("policy", policy.id);
        out.member("provisionalDays", policy.provisional_days);
        out.list("themes", policy.themes, [&](const OwnTheme& own) {
            out.object([&] {
                out.member_if("en", own.en);
                out.member("nl", own.nl);
                out.member("theme", own.code);
            });
        });
        out.object("thresholds", [&] {
            for (const auto& [name, cents] : policy.thresholds_cents) out.member(name, cents);
        });
        out.redactable_if("title", policy.title);
        out.member("validFrom", to_text(policy.valid_from));
    });
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

void write_json(Out& out, const Facts& facts) {
    out.object([&] {
        if (facts.import) {
            out.name("import");
            write_import(out, *facts.import);
        }
        if (facts.policy) {
            out.name("policy");
            write_json(out, *facts.policy);
        }
        if (facts.redaction) {
            out.name("redaction");
            write_redaction(out, *facts.redaction);
        }
        if (facts.tender) {
            out.name("tender");
            write_json(out, *facts.tender);
        }
    });
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
