// SPDX-License-Identifier: EUPL-1.2
// The members of promises, and of what was observed, found and proven of them. Numbers that are measured are texts
// ("12.5"), so that no reader makes them inexact.
#pragma once

#include "domain/promise/evidence.hpp"
#include "domain/promise/observation.hpp"
#include "domain/promise/rating.hpp"
#include "json/facts/fields.hpp"

namespace mvoi::json {

void fields(auto& f, As<domain::promise::Ceiling> auto& ceiling) {
    f.member("per", ceiling.per);
    f.member("value", ceiling.value);
}

void fields(auto& f, As<domain::promise::GrowthPoint> auto& point) {
    f.member("on", point.on);
    f.member("target", point.target);
}

void fields(auto& f, As<domain::measure::DeclaredFactor> auto& factor) {
    f.member("factor", factor.factor);
    f.member("source", factor.source);
    f.member("unit", factor.to);
}

template <typename Fields>
void fields(Fields& f, As<domain::promise::CountedRows> auto& rows) {
    f.member("codes", rows.codes);
    f.member_if("factor", rows.factor);
    f.member("source", rows.source);
    f.member("unit", rows.unit);
    f.member("window", rows.window);
    if constexpr (Fields::reads)
        if (rows.factor) rows.factor->from = rows.unit;
}

void fields(auto& f, As<domain::promise::Promise> auto& promise) {
    f.member_if("by", promise.by);
    f.member_if("ceiling", promise.ceiling);
    f.member("checked", promise.checked);
    f.redactable_if("clause", promise.clause);
    f.redactable_if("consequence", promise.consequence);
    f.redactable_if("criterion", promise.criterion);
    f.member("demand", promise.demand);
    f.member_if("edition", promise.edition);
    f.member("from", promise.from);
    f.member("gather", promise.gather);
    f.member("growth", promise.growth);
    f.member_if("kpi", promise.kpi);
    f.member("minutesPerYear", promise.minutes_per_year);
    f.member_if("number", promise.number);
    f.member_if("owner", promise.owner);
    f.member("period", promise.period);
    f.member_if("points", promise.points);
    f.redactable_if("proof", promise.proof);
    f.member_if("proofKind", promise.proof_kind);
    f.member("reportWithinDays", promise.report_within_days);
    f.member_if("rows", promise.rows);
    f.member("shape", promise.shape);
    f.member_if("target", promise.target);
    f.redactable_if("text", promise.text);
    f.member("theme", promise.theme);
    f.member("to", promise.to);
    f.member("tolerancePercent", promise.tolerance_percent);
    f.member_if("unit", promise.unit);
}

void fields(auto& f, As<domain::promise::Offered> auto& offered) {
    f.member_if("points", offered.points);
    f.member("promise", offered.promise);
}

// The name of who put it down stands in the journal entry, and nowhere else.
void fields(auto& f, As<domain::promise::PromiseObservation> auto& noted) {
    f.member_if("estimated", noted.observation.estimated);
    f.member("from", noted.observation.from);
    f.redactable_if("note", noted.note);
    f.member_if("persons", noted.observation.persons);
    f.member("promise", noted.promise);
    f.member("source", noted.observation.source);
    f.member("to", noted.observation.to);
    f.member("unit", noted.observation.unit);
    f.member("value", noted.observation.value);
}

void fields(auto& f, As<domain::promise::Withdrawal> auto& back) {
    f.member("from", back.from);
    f.member("promise", back.promise);
    f.redactable_if("reason", back.reason);
    f.member("source", back.source);
}

void fields(auto& f, As<domain::promise::ObservationRecord> auto& observed) {
    f.member("contract", observed.contract);
    f.member("noted", observed.noted);
    f.member_if("takenBack", observed.taken_back);
}

void fields(auto& f, As<domain::promise::RatingRecord::PromiseRating> auto& found) {
    f.redactable_if("by", found.rating.by);
    f.member_if("insteadOf", found.instead_of);
    f.member("on", found.rating.on);
    f.member("promise", found.promise);
    f.member("rating", found.rating.rating);
    f.redactable_if("text", found.rating.text);
}

void fields(auto& f, As<domain::promise::RatingRecord> auto& rated) {
    f.member("contract", rated.contract);
    f.member("found", rated.found);
}

void fields(auto& f, As<domain::promise::Verification> auto& verified) {
    f.redactable_if("by", verified.by);
    f.member("on", verified.on);
    f.member("sha256", verified.sha256);
}

void fields(auto& f, As<domain::promise::Document> auto& document) {
    f.redactable_if("issuer", document.issuer);
    f.member("kind", document.kind);
    f.member("number", document.number);
    f.member("promises", document.promises);
    f.member("sha256", document.sha256);
    f.member_if("validFrom", document.valid_from);
    f.member_if("validTo", document.valid_to);
    f.member_if("verified", document.verified);
    f.redactable_if("where", document.where);
    f.redactable_if("withdrawn", document.withdrawn);
}

void fields(auto& f, As<domain::promise::DocumentRecord> auto& evidenced) {
    f.member("contract", evidenced.contract);
    f.member("documents", evidenced.documents);
}

}  // namespace mvoi::json
