// SPDX-License-Identifier: EUPL-1.2
// The members of a tender.
#pragma once

#include "domain/decision/decide.hpp"
#include "json/facts/lists/common.hpp"

namespace mvoi::json {

void fields(auto& f, As<domain::Ending> auto& ending) {
    f.member_if("aboveCents", ending.above_cents);
    f.member_if("edition", ending.edition);
    f.member("event", ending.event);
    f.member_if("on", ending.on);
}

void fields(auto& f, As<domain::Explained> auto& explained) {
    f.member_if("agreement", explained.agreement);
    f.redactable("author", explained.author);
    f.member("date", explained.date);
    f.member("endings", explained.endings);
    f.member("reason", explained.reason);
    f.member_if("role", explained.role);
    f.redactable("text", explained.text);
    f.member_if("until", explained.until);
}

void fields(auto& f, As<domain::Reopened> auto& reopened) {
    f.member("event", reopened.event);
    f.member("on", reopened.on);
    f.member("reason", reopened.reason);
}

template <typename Fields>
void fields(Fields& f, As<domain::Criterion> auto& criterion) {
    f.member_if("edition", criterion.edition);
    f.member_if("kind", criterion.kind);
    f.member_if("legalForm", criterion.legal_form);
    f.member_if("level", criterion.level);
    f.member_if("number", criterion.number);
    f.redactable_if("proof", criterion.proof);
    f.member_if("rank", criterion.rank);
    f.redactable_if("title", criterion.title);
    f.member_if("weight", criterion.weight_percent);
    if constexpr (Fields::reads)  // "18,010" is how people write it
        if (criterion.number.size() > 2 && criterion.number[2] == ',') criterion.number[2] = '.';
}

// The choice that a state stands for, still empty.
inline decltype(domain::Decision::choice) choice_of(std::string_view state) {
    if (state == "applied") return domain::Applied{};
    if (state == "explained") return domain::Explained{};
    return domain::Undecided{};
}

// A choice has its members beside the theme; the explanation alone stands by itself.
template <typename Fields>
void fields(Fields& f, As<domain::Decision> auto& decision) {
    if constexpr (Fields::reads) {
        decision.choice = choice_of(f.object().text_or("state"));
        // Library 0.1.0 wrote the members of an explanation beside its theme.
        auto* explained = std::get_if<domain::Explained>(&decision.choice);
        if (explained && !f.has("explanation")) fields(f, *explained);
    }
    auto* undecided = std::get_if<domain::Undecided>(&decision.choice);
    auto* applied = std::get_if<domain::Applied>(&decision.choice);
    auto* explained = std::get_if<domain::Explained>(&decision.choice);
    if (applied) f.member("criteria", applied->criteria);
    if (applied) f.member_if("deviation", applied->deviation);
    if (explained) f.member("explanation", *explained);
    if (applied) f.member("level", applied->level);
    if (applied) f.member("levelSource", applied->source);
    if (undecided) f.member_if("proposedLevel", undecided->proposed_level);
    if (undecided) f.member_if("reopened", undecided->reopened);
    f.member("since", decision.since);
    f.derived("state", code_of(state_of(decision)));
    f.member("theme", decision.theme);
}

void fields(auto& f, As<domain::Lot> auto& lot) {
    f.member_if("cpv", lot.cpv);
    f.member_if("estimatedValueCents", lot.value_cents);
    f.redactable_if("failed", lot.failed);
    f.member("number", lot.number);
    f.redactable_if("title", lot.title);
}

void fields(auto& f, As<domain::Flag> auto& flag) {
    f.member("flag", flag.code);
    f.member("since", flag.since);
    f.member("themes", flag.themes);
}

void fields(auto& f, As<domain::PlanMark> auto& plan) {
    f.member_if("asked", plan.asked);
    f.member("computed", plan.computed);
    f.member_if("entry", plan.entry);
    f.member_if("rules", plan.rules);
}

void fields(auto& f, As<domain::Happened> auto& happened) {
    f.member_if("phases", happened.phases);
    f.member_if("signedOn", happened.signed_on);
    f.member_if("startsOn", happened.starts_on);
}

void fields(auto& f, As<domain::PublishedNotice> auto& notice) {
    f.member_if("awards", notice.awards);
    f.member_if("dates", notice.dates);
    f.member("digest", notice.digest);
    f.member("kind", notice.kind);
    f.member("number", notice.number);
    f.member("on", notice.on);
}

void fields(auto& f, As<domain::Tender> auto& tender) {
    f.member_if("aliases", tender.aliases);
    f.member_if("ambition", tender.ambition);
    f.member_when(tender.ambition.has_value(), "ambitionSource", tender.ambition_source);
    f.member_if("awardBasis", tender.award_basis);
    f.member("cpv", tender.cpv);
    f.member("flags", tender.flags);
    f.member_if("happened", tender.happened);
    f.member_if("instrumentValues", tender.asked);
    f.member("instruments", tender.instruments);
    f.member_if("joinsContracts", tender.joins_contracts);
    f.member("kind", tender.kind);
    f.member_if("lapsesOn", tender.lapses_on);
    f.member("lots", tender.lots);
    f.member("milestones", tender.milestones);
    f.redactable_if("motives", tender.motives);
    f.member("organisation", tender.organisation);
    f.redactable("people", tender.people);
    f.member("phase", tender.phase);
    f.redactable_if("phaseReason", tender.phase_reason);
    f.member_if("plan", tender.plan);
    f.member("planning", tender.planning);
    f.member_if("policy", tender.policy);
    f.member_if("predecessor", tender.predecessor);
    f.member("procedure", tender.procedure);
    f.member_if("productGroup", tender.product_group);
    f.member_if("published", tender.published);
    f.member("reference", tender.reference);
    f.member("registration", tender.registration);
    f.member("revision", tender.revision);
    f.member("rules", tender.rules);
    f.member_if("sector", tender.sector);
    f.member_if("source", tender.source);
    f.member_if("sourceDigest", tender.source_digest);
    f.member("startedOn", tender.started_on);
    f.member("tender", tender.id);
    f.member("themes", tender.decisions);
    f.redactable("title", tender.title);
    f.member_if("valueHighCents", tender.value.high_cents);
    f.member_if("valueLowCents", tender.value.low_cents);
}

}  // namespace mvoi::json
