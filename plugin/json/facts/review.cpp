// SPDX-License-Identifier: EUPL-1.2
// Written and read side by side, so that the two cannot drift apart.
#include "json/facts/review.hpp"

#include <stdexcept>

#include "domain/phase.hpp"
#include "json/facts/policy.hpp"
#include "json/facts/reading.hpp"
#include "json/facts/tender.hpp"

namespace mvoi::json {
namespace {

using namespace domain;
using Counts = std::map<std::string, std::int64_t>;

// ---- writing, members in the order of canonical JSON ----------------------------------------------------------------

void write_verdict(Out& out, const Verdict& verdict) {
    out.object([&] {
        out.redactable("author", verdict.author);
        out.member("date", to_text(verdict.date));
        out.member("role", verdict.role);
        out.redactable_if("text", verdict.text);
        out.member("verdict", verdict.verdict);
    });
}

void write_condition(Out& out, const Condition& condition) {
    out.object([&] {
        out.redactable_if("metBy", condition.met_by);
        if (condition.met_on) out.member("metOn", to_text(*condition.met_on));
        out.redactable_if("metText", condition.met_text);
        out.member("number", condition.number);
        out.member("role", condition.role);
        out.redactable("text", condition.text);
    });
}

void write_counts(Out& out, const char* name, const Counts& counts) {
    out.object(name, [&] {
        for (const auto& [code, count] : counts) out.member(code, count);
    });
}

void write_history(Out& out, const HistoryLine& line) {
    out.object([&] {
        out.redactable("actor", line.actor);
        out.member("at", line.at);
        out.member("entry", line.entry);
        out.member("operation", line.operation);
        out.member_if("role", line.role);
    });
}

// ---- reading --------------------------------------------------------------------------------------------------------

std::vector<Finding> findings_from(const Value& object) {
    std::vector<Finding> findings;
    for (const Value& each : object.list_or_empty("findings")) findings.push_back(finding_from(each));
    return findings;
}

Counts counts_from(const Value& object, const char* name) {
    Counts counts;
    if (const Value* members = object.find(name))
        for (const Member& each : *members->object()) counts[each.name] = *each.value.integer();
    return counts;
}

Phase phase_of(const Value& object, const char* name) {
    const auto phase = phase_from(object.text_or(name));
    if (!phase) throw std::runtime_error("the journal holds an impossible phase");
    return *phase;
}

}  // namespace

// Names of own criteria and what somebody offered are people's texts.
void write_json(Out& out, const Finding& finding) {
    out.object([&] {
        out.member_if("member", finding.member);
        out.member("rule", finding.rule);
        out.member("severity", code_of(finding.severity));
        out.member_if("source", finding.source);
        out.object("words", [&] {
            for (const auto& [name, word] : finding.words)
                if (name == "criterion" || name == "before" || name == "after" || name == "offer" || name == "clause")
                    out.redactable(name, word);
                else
                    out.member(name, word);
        });
    });
}

Finding finding_from(const Value& object) {
    Finding finding;
    finding.rule = object.text_or("rule");
    const std::string severity = object.text_or("severity");
    finding.severity = severity == "error"     ? Severity::Error
                       : severity == "warning" ? Severity::Warning
                                               : Severity::Information;
    finding.member = object.text_or("member");
    finding.source = object.text_or("source");
    if (const Value* words = object.find("words"))
        for (const Member& word : *words->object()) finding.words[word.name] = *word.value.text();
    return finding;
}

// ---- reviews --------------------------------------------------------------------------------------------------------

void write_json(Out& out, const Review& review) {
    out.object([&] {
        out.redactable("askedBy", review.asked_by);
        out.member("askedOn", to_text(review.asked_on));
        out.member_if("askedRole", review.asked_role);
        out.redactable_if("board", review.board);
        out.list("conditions", review.conditions, [&](const Condition& each) { write_condition(out, each); });
        out.name("drift");
        write_json(out, review.drift);
        out.member("frozenEntry", review.frozen_entry);
        out.member_if("frozenHash", review.frozen_hash);
        if (review.meeting) out.member("meeting", to_text(*review.meeting));
        out.member("organisation", review.organisation);
        out.member("reference", review.reference);
        out.member("review", review.id);
        out.texts("reviewers", review.reviewers);
        out.member("revision", review.revision);
        out.member("tender", review.tender);
        out.member("tenderRevision", review.tender_revision);
        out.redactable_if("text", review.text);
        out.list("verdicts", review.verdicts, [&](const Verdict& each) { write_verdict(out, each); });
    });
}

Review review_from(const Value& value) {
    Review review;
    review.id = value.text_or("review");
    review.revision = static_cast<int>(value.integer_or("revision", 0));
    review.organisation = value.text_or("organisation");
    review.tender = value.text_or("tender");
    review.tender_revision = static_cast<int>(value.integer_or("tenderRevision", 0));
    review.board = value.text_or("board");
    review.text = value.text_or("text");
    review.asked_on = date_of(value, "askedOn");
    review.asked_by = value.text_or("askedBy");
    review.asked_role = value.text_or("askedRole");
    review.meeting = date_if(value, "meeting");
    review.reviewers = texts_of(value, "reviewers");
    for (const Value& each : value.list_or_empty("verdicts"))
        review.verdicts.push_back({each.text_or("role"), each.text_or("author"), each.text_or("verdict"),
                                   each.text_or("text"), date_of(each, "date")});
    for (const Value& each : value.list_or_empty("conditions"))
        review.conditions.push_back({static_cast<int>(each.integer_or("number", 0)), each.text_or("role"),
                                     each.text_or("text"), date_if(each, "metOn"), each.text_or("metBy"),
                                     each.text_or("metText")});
    if (const Value* drift = value.find("drift")) review.drift = drift_rule_from(*drift);
    review.reference = value.text_or("reference");
    review.frozen_hash = value.text_or("frozenHash");
    review.frozen_entry = value.integer_or("frozenEntry", 0);
    return review;
}

void write_json(Out& out, const Drift& drift) {
    out.object([&] {
        out.redactable_if("after", drift.after);
        out.redactable_if("before", drift.before);
        out.member("drift", drift.kind);
        out.member("onAgenda", drift.on_agenda);
        out.member_if("theme", drift.theme);
    });
}

Drift drift_from(const Value& value) {
    return {value.text_or("drift"), value.text_or("theme"), value.text_or("before"), value.text_or("after"),
            value.boolean_or("onAgenda", false)};
}

// ---- gates ----------------------------------------------------------------------------------------------------------

void write_json(Out& out, const gates::Gate& gate) {
    out.object([&] {
        out.list("findings", gate.findings, [&](const Finding& each) { write_json(out, each); });
        out.member("from", code_of(gate.from));
        out.member("mode", code_of(gate.mode));
        out.member("passage", code_of(gate.passage));
        out.member("to", code_of(gate.to));
    });
}

gates::Gate gate_from(const Value& value) {
    gates::Gate gate;
    gate.from = phase_of(value, "from");
    gate.to = phase_of(value, "to");
    gate.mode = gate_mode_from(value.text_or("mode"));
    const std::string passage = value.text_or("passage");
    gate.passage = passage == "blocked"    ? gates::Passage::Blocked
                   : passage == "reported" ? gates::Passage::Reported
                                           : gates::Passage::Open;
    gate.findings = findings_from(value);
    return gate;
}

// ---- dossiers -------------------------------------------------------------------------------------------------------

void write_json(Out& out, const Precedents& precedents) {
    out.object([&] {
        out.object("applied", [&] {
            for (const auto& [level, count] : precedents.applied) out.member(std::to_string(level), count);
        });
        out.list("criteria", precedents.criteria, [&](const auto& each) {
            out.object([&] {
                out.redactable("criterion", each.first);
                out.member("tenders", each.second);
            });
        });
        write_counts(out, "reasons", precedents.reasons);
        out.member("sameText", precedents.same_text);
        out.member_if("scope", precedents.scope);
        out.member("similarText", precedents.similar_text);
        out.member("theme", precedents.theme);
        write_counts(out, "verdicts", precedents.verdicts);
    });
}

Precedents precedents_from(const Value& value) {
    Precedents precedents;
    precedents.theme = value.text_or("theme");
    precedents.scope = value.text_or("scope");
    for (const auto& [level, count] : counts_from(value, "applied")) precedents.applied[std::stoi(level)] = count;
    precedents.reasons = counts_from(value, "reasons");
    for (const Value& each : value.list_or_empty("criteria"))
        precedents.criteria.emplace_back(each.text_or("criterion"), each.integer_or("tenders", 0));
    precedents.verdicts = counts_from(value, "verdicts");
    precedents.same_text = value.integer_or("sameText", 0);
    precedents.similar_text = value.integer_or("similarText", 0);
    return precedents;
}

void write_json(Out& out, const Strength& strength) {
    out.object([&] {
        out.member("grade", code_of(strength.grade));
        out.list("points", strength.points, [&](const StrengthPoint& point) {
            out.object([&] {
                out.member("points", point.points);
                out.member("rule", point.rule);
                out.object("words", [&] {
                    for (const auto& [name, word] : point.words) out.member(name, word);
                });
            });
        });
        out.member("theme", strength.theme);
    });
}

Strength strength_from(const Value& value) {
    Strength strength;
    strength.theme = value.text_or("theme");
    const std::string grade = value.text_or("grade");
    strength.grade = grade == "sterk" ? Grade::Strong : grade == "redelijk" ? Grade::Fair : Grade::Weak;
    for (const Value& each : value.list_or_empty("points")) {
        StrengthPoint point{each.text_or("rule"), static_cast<int>(each.integer_or("points", 0)), {}};
        if (const Value* words = each.find("words"))
            for (const Member& word : *words->object()) point.words[word.name] = *word.value.text();
        strength.points.push_back(std::move(point));
    }
    return strength;
}

void write_json(Out& out, const Dossier& dossier) {
    out.object([&] {
        out.list("findings", dossier.findings, [&](const Finding& each) { write_json(out, each); });
        out.member("gateMode", code_of(dossier.gate_mode));
        out.list("history", dossier.history, [&](const HistoryLine& each) { write_history(out, each); });
        out.list("ownThemes", dossier.own_themes, [&](const OwnTheme& own) { write_json(out, own); });
        out.list("precedents", dossier.precedents, [&](const Precedents& each) { write_json(out, each); });
        out.list("reviews", dossier.reviews, [&](const Review& each) { write_json(out, each); });
        out.list("strengths", dossier.strengths, [&](const Strength& each) { write_json(out, each); });
        out.name("tender");
        write_json(out, dossier.tender);
        out.member("tenderEntry", dossier.tender_entry);
        out.member("tenderHash", dossier.tender_hash);
        out.member("today", to_text(dossier.today));
        out.object("wantedLevels", [&] {
            for (const auto& [theme, level] : dossier.wanted_levels) out.member(theme, level);
        });
    });
}

Dossier dossier_from(const Value& value) {
    Dossier dossier;
    dossier.tender = tender_from(*value.find("tender"));
    dossier.tender_entry = value.integer_or("tenderEntry", 0);
    dossier.tender_hash = value.text_or("tenderHash");
    dossier.today = date_of(value, "today");
    dossier.gate_mode = gate_mode_from(value.text_or("gateMode"));
    for (const Value& own : value.list_or_empty("ownThemes")) dossier.own_themes.push_back(own_theme_from(own));
    for (const auto& [theme, level] : counts_from(value, "wantedLevels"))
        dossier.wanted_levels[theme] = static_cast<int>(level);
    dossier.findings = findings_from(value);
    for (const Value& each : value.list_or_empty("precedents")) dossier.precedents.push_back(precedents_from(each));
    for (const Value& each : value.list_or_empty("strengths")) dossier.strengths.push_back(strength_from(each));
    for (const Value& each : value.list_or_empty("reviews")) dossier.reviews.push_back(review_from(each));
    for (const Value& each : value.list_or_empty("history"))
        dossier.history.push_back({each.integer_or("entry", 0), each.text_or("at"), each.text_or("operation"),
                                   each.text_or("actor"), each.text_or("role")});
    return dossier;
}

}  // namespace mvoi::json
