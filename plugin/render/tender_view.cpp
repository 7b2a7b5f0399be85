// SPDX-License-Identifier: EUPL-1.2
#include "render/tender_view.hpp"

#include <algorithm>

#include "domain/decision/decide.hpp"
#include "domain/phase.hpp"
#include "json/tender_json.hpp"
#include "render/sentences.hpp"

namespace mvoi::render {
namespace {

using namespace domain;

std::int64_t age_days(Date since, Date today) { return std::max<std::int64_t>(0, (today - since).days()); }

json::Value texts(const std::vector<std::string>& items) {
    json::Value list(json::List{});
    for (const std::string& item : items) list.append(item);
    return list;
}

json::Value theme_json(const Decision& decision, const TenderContext& context) {
    json::Value object;
    object.add("theme", decision.theme);
    object.add("label", theme_label(context.rules, context.policy, decision.theme, context.language));
    object.add("state", code_of(state_of(decision)));
    object.add("since", to_text(decision.since));
    if (const auto* undecided = std::get_if<Undecided>(&decision.choice)) {
        object.add("ageDays", age_days(decision.since, context.today));
        if (undecided->proposed_level) object.add("proposedLevel", *undecided->proposed_level);
    } else if (const auto* applied = std::get_if<Applied>(&decision.choice)) {
        object.add("level", applied->level);
        object.add("levelSource", code_of(applied->source));
        json::Value criteria(json::List{});
        for (const Criterion& criterion : applied->criteria) criteria.append(json::to_json(criterion));
        object.add("criteria", std::move(criteria));
    } else if (const auto* explained = std::get_if<Explained>(&decision.choice)) {
        json::Value& explanation = object.add("explanation", {});
        explanation.add("reason", explained->reason);
        explanation.add("label", context.rules.label("reasons", explained->reason, context.language));
        explanation.add("text", explained->text);
        explanation.add("author", explained->author);
        explanation.add("date", to_text(explained->date));
    }
    return object;
}

json::Value flag_json(const Flag& flag, const TenderContext& context) {
    json::Value object;
    object.add("flag", flag.code);
    object.add("label", context.rules.label("flags", flag.code, context.language));
    object.add("themes", texts(flag.themes));
    object.add("since", to_text(flag.since));
    if (flag.code == "onbeslist") object.add("ageDays", age_days(flag.since, context.today));
    return object;
}

json::Value milestone_json(const Milestone& milestone, const TenderContext& context) {
    json::Value object;
    object.add("code", milestone.code);
    object.add("label", context.rules.label("milestones", milestone.code, context.language));
    object.add("date", to_text(milestone.date));
    object.add("precision", code_of(milestone.date.precision));
    object.add("certainty", code_of(milestone.date.certainty));
    object.add("status", code_of(milestone.status));
    if (milestone.date.first) object.add("first", to_text(*milestone.date.first));
    if (milestone.date.last) object.add("last", to_text(*milestone.date.last));
    return object;
}

void add_state(json::Value& answer, const Tender& tender, const TenderContext& context) {
    answer.add("registration", registration_on(tender, context.today));
    if (tender.registration == Registration::Provisional && tender.lapses_on)
        answer.add("lapsesOn", to_text(*tender.lapses_on));
    answer.add("phase", code_of(tender.phase));
}

void add_ambition(json::Value& answer, const Tender& tender) {
    if (!tender.ambition) return;
    answer.add("ambition", *tender.ambition);
    answer.add("ambitionSource", code_of(tender.ambition_source));
}

// What both answers end with.
void add_judgement(json::Value& answer, const Tender& tender, const TenderContext& context) {
    json::Value themes(json::List{});
    for (const Decision& decision : tender.decisions) themes.append(theme_json(decision, context));
    answer.add("themes", std::move(themes));
    json::Value flags(json::List{});
    for (const Flag& flag : tender.flags) flags.append(flag_json(flag, context));
    answer.add("flags", std::move(flags));
    json::Value findings(json::List{});
    for (const Finding& finding : gates::findings_of({tender, context.policy, context.rules, context.today}))
        findings.append(finding_json(finding, context));
    answer.add("findings", std::move(findings));
    json::Value milestones(json::List{});
    for (const Milestone& milestone : tender.milestones) milestones.append(milestone_json(milestone, context));
    answer.add("milestones", std::move(milestones));
}

void add_value(json::Value& answer, const Value& value) {
    if (value.low_cents && value.low_cents == value.high_cents) {
        answer.add("estimatedValueCents", *value.low_cents);
    } else if (value.low_cents || value.high_cents) {
        json::Value& band = answer.add("estimatedValueBand", json::Value(json::Object{}));
        if (value.low_cents) band.add("fromCents", *value.low_cents);
        if (value.high_cents) band.add("toCents", *value.high_cents);
    }
}

json::Value lot_json(const Lot& lot) {
    json::Value object;
    object.add("number", lot.number);
    if (!lot.title.empty()) object.add("title", lot.title);
    if (!lot.cpv.empty()) object.add("cpv", texts(lot.cpv));
    if (lot.value_cents) object.add("estimatedValueCents", *lot.value_cents);
    return object;
}

}  // namespace

std::string registration_on(const Tender& tender, Date today) {
    return has_lapsed(tender, today) ? "lapsed" : std::string(code_of(tender.registration));
}

// A rule speaks in codes; the reader gets the label of a theme or a milestone.
json::Value finding_json(const Finding& finding, const TenderContext& context) {
    Words words = finding.words;
    if (auto theme = words.find("theme"); theme != words.end())
        theme->second = theme_label(context.rules, context.policy, theme->second, context.language);
    for (const char* word : {"milestone", "other"})
        if (auto milestone = words.find(word); milestone != words.end())
            milestone->second = context.rules.label("milestones", milestone->second, context.language);
    json::Value object;
    object.add("rule", finding.rule);
    object.add("severity", finding.severity == Severity::Error     ? "error"
                           : finding.severity == Severity::Warning ? "warning"
                                                                   : "information");
    object.add("sentence", sentence(context.language, "finding." + finding.rule, words));
    if (!finding.member.empty()) object.add("member", finding.member);
    if (!finding.source.empty()) object.add("source", finding.source);
    return object;
}

json::Value tender_answer(const Tender& tender, const TenderContext& context) {
    json::Value answer;
    answer.add("tender", tender.id);
    answer.add("revision", tender.revision);
    answer.add("entry", context.entry);
    answer.add("organisation", tender.organisation);
    answer.add("reference", tender.reference);
    add_state(answer, tender, context);
    add_ambition(answer, tender);
    if (!tender.policy.empty()) answer.add("policy", tender.policy);
    answer.add("rules", tender.rules);
    add_judgement(answer, tender, context);
    return answer;
}

json::Value tender_whole(const Tender& tender, const TenderContext& context) {
    json::Value answer;
    answer.add("tender", tender.id);
    answer.add("revision", tender.revision);
    answer.add("entry", context.entry);
    answer.add("organisation", tender.organisation);
    answer.add("reference", tender.reference);
    add_state(answer, tender, context);
    if (!tender.phase_reason.empty()) answer.add("phaseReason", tender.phase_reason);
    answer.add("startedOn", to_text(tender.started_on));
    answer.add("title", tender.title);
    answer.add("kind", tender.kind);
    answer.add("cpv", texts(tender.cpv));
    if (!tender.product_group.empty()) answer.add("productGroup", tender.product_group);
    if (!tender.sector.empty()) answer.add("sector", tender.sector);
    add_value(answer, tender.value);
    answer.add("procedure", tender.procedure);
    json::Value lots(json::List{});
    for (const Lot& lot : tender.lots) lots.append(lot_json(lot));
    answer.add("lots", std::move(lots));
    json::Value people(json::Object{});
    for (const auto& [role, name] : tender.people) people.add(role, name);
    answer.add("people", std::move(people));
    answer.add("instruments", texts(tender.instruments));
    add_ambition(answer, tender);
    if (!tender.policy.empty()) answer.add("policy", tender.policy);
    answer.add("rules", tender.rules);
    if (!tender.source.empty()) answer.add("source", tender.source);
    add_judgement(answer, tender, context);
    return answer;
}

}  // namespace mvoi::render
