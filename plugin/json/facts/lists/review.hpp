// SPDX-License-Identifier: EUPL-1.2
// The members of reviews, dossiers and what was said at a gate.
#pragma once

#include "domain/gates/gate.hpp"
#include "domain/review/dossier.hpp"
#include "json/facts/lists/tender.hpp"

namespace mvoi::json {

void fields(auto& f, As<domain::Verdict> auto& verdict) {
    f.redactable("author", verdict.author);
    f.member("date", verdict.date);
    f.member("role", verdict.role);
    f.redactable_if("text", verdict.text);
    f.member("verdict", verdict.verdict);
}

void fields(auto& f, As<domain::Condition> auto& condition) {
    f.redactable_if("metBy", condition.met_by);
    f.member_if("metOn", condition.met_on);
    f.redactable_if("metText", condition.met_text);
    f.member("number", condition.number);
    f.member("role", condition.role);
    f.redactable("text", condition.text);
}

void fields(auto& f, As<domain::Review> auto& review) {
    f.redactable("askedBy", review.asked_by);
    f.member("askedOn", review.asked_on);
    f.member_if("askedRole", review.asked_role);
    f.redactable_if("board", review.board);
    f.member("conditions", review.conditions);
    f.member("drift", review.drift);
    f.member("frozenEntry", review.frozen_entry);
    f.member_if("frozenHash", review.frozen_hash);
    f.member_if("meeting", review.meeting);
    f.member("organisation", review.organisation);
    f.member("reference", review.reference);
    f.member("review", review.id);
    f.member("reviewers", review.reviewers);
    f.member("revision", review.revision);
    f.member("tender", review.tender);
    f.member("tenderRevision", review.tender_revision);
    f.redactable_if("text", review.text);
    f.member("verdicts", review.verdicts);
}

void fields(auto& f, As<domain::Drift> auto& drift) {
    f.redactable_if("after", drift.after);
    f.redactable_if("before", drift.before);
    f.member("drift", drift.kind);
    f.member("onAgenda", drift.on_agenda);
    f.member_if("theme", drift.theme);
}

void fields(auto& f, As<domain::gates::Gate> auto& gate) {
    f.member("findings", gate.findings);
    f.member("from", gate.from);
    f.member("mode", gate.mode);
    f.member("passage", gate.passage);
    f.member("to", gate.to);
}

void fields(auto& f, As<domain::Precedents> auto& precedents) {
    f.member("applied", precedents.applied);
    f.list("criteria", precedents.criteria, [](auto& g, auto& criterion) {
        g.redactable("criterion", criterion.first);
        g.member("tenders", criterion.second);
    });
    f.member("reasons", precedents.reasons);
    f.member("sameText", precedents.same_text);
    f.member_if("scope", precedents.scope);
    f.member("similarText", precedents.similar_text);
    f.member("theme", precedents.theme);
    f.member("verdicts", precedents.verdicts);
}

void fields(auto& f, As<domain::StrengthPoint> auto& point) {
    f.member("points", point.points);
    f.member("rule", point.rule);
    f.member("words", point.words);
}

void fields(auto& f, As<domain::Strength> auto& strength) {
    f.member("grade", strength.grade);
    f.member("points", strength.points);
    f.member("theme", strength.theme);
}

void fields(auto& f, As<domain::HistoryLine> auto& line) {
    f.redactable("actor", line.actor);
    f.member("at", line.at);
    f.member("entry", line.entry);
    f.member("operation", line.operation);
    f.member_if("role", line.role);
}

void fields(auto& f, As<domain::Dossier> auto& dossier) {
    f.member("findings", dossier.findings);
    f.member("gateMode", dossier.gate_mode);
    f.member("history", dossier.history);
    f.member("ownThemes", dossier.own_themes);
    f.member("precedents", dossier.precedents);
    f.member("reviews", dossier.reviews);
    f.member("strengths", dossier.strengths);
    f.member("tender", dossier.tender);
    f.member("tenderEntry", dossier.tender_entry);
    f.member("tenderHash", dossier.tender_hash);
    f.member("today", dossier.today);
    f.member("wantedLevels", dossier.wanted_levels);
}

}  // namespace mvoi::json
