// SPDX-License-Identifier: EUPL-1.2
// The journal's form of a tender. Written and read here side by side, so that the two cannot drift apart.
#include "json/facts/tender.hpp"

#include "domain/phase.hpp"
#include "json/facts/instrument.hpp"
#include "json/facts/reading.hpp"

namespace mvoi::json {
namespace {

using namespace domain;

// ---- writing, members in the order of canonical JSON ----------------------------------------------------------------

void write_ending(Out& out, const Ending& ending) {
    out.object([&] {
        out.member_if("aboveCents", ending.above_cents);
        out.member_if("edition", ending.edition);
        out.member("event", ending.event);
        if (ending.on) out.member("on", to_text(*ending.on));
    });
}

void write_explained(Out& out, std::string_view name, const Explained& explained) {
    out.object(name, [&] {
        out.member_if("agreement", explained.agreement);
        out.redactable("author", explained.author);
        out.member("date", to_text(explained.date));
        out.list("endings", explained.endings, [&](const Ending& each) { write_ending(out, each); });
        out.member("reason", explained.reason);
        out.member_if("role", explained.role);
        out.redactable("text", explained.text);
        if (explained.until) out.member("until", to_text(*explained.until));
    });
}

void write_reopened(Out& out, const Reopened& reopened) {
    out.object("reopened", [&] {
        out.member("event", reopened.event);
        out.member("on", to_text(reopened.on));
        out.member("reason", reopened.reason);
    });
}

void write_decision(Out& out, const Decision& decision) {
    const auto* undecided = std::get_if<Undecided>(&decision.choice);
    const auto* applied = std::get_if<Applied>(&decision.choice);
    const auto* explained = std::get_if<Explained>(&decision.choice);
    out.object([&] {
        if (applied) out.list("criteria", applied->criteria, [&](const Criterion& each) { write_json(out, each); });
        if (applied && applied->deviation) write_explained(out, "deviation", *applied->deviation);
        if (explained) write_explained(out, "explanation", *explained);
        if (applied) out.member("level", applied->level);
        if (applied) out.member("levelSource", code_of(applied->source));
        if (undecided) out.member_if("proposedLevel", undecided->proposed_level);
        if (undecided && undecided->reopened) write_reopened(out, *undecided->reopened);
        out.member("since", to_text(decision.since));
        out.member("state", code_of(state_of(decision)));
        out.member("theme", decision.theme);
    });
}

void write_lot(Out& out, const Lot& lot) {
    out.object([&] {
        if (!lot.cpv.empty()) out.texts("cpv", lot.cpv);
        out.member_if("estimatedValueCents", lot.value_cents);
        out.member("number", lot.number);
        out.redactable_if("title", lot.title);
    });
}

void write_flag(Out& out, const Flag& flag) {
    out.object([&] {
        out.member("flag", flag.code);
        out.member("since", to_text(flag.since));
        out.texts("themes", flag.themes);
    });
}

// ---- reading --------------------------------------------------------------------------------------------------------

Criterion criterion_from(const Value& object) {
    Criterion criterion;
    criterion.number = object.text_or("number");
    if (criterion.number.size() > 2 && criterion.number[2] == ',') criterion.number[2] = '.';
    criterion.edition = object.text_or("edition");
    criterion.title = object.text_or("title");
    criterion.kind = object.text_or("kind");
    criterion.legal_form = object.text_or("legalForm");
    criterion.proof = object.text_or("proof");
    criterion.level = small_number(object, "level");
    criterion.weight_percent = small_number(object, "weight");
    return criterion;
}

std::vector<Criterion> criteria_from(const Value& object) {
    std::vector<Criterion> criteria;
    for (const Value& each : object.list_or_empty("criteria")) criteria.push_back(criterion_from(each));
    return criteria;
}

Ending ending_from(const Value& object) {
    Ending ending;
    ending.event = object.text_or("event");
    if (object.find("on")) ending.on = date_of(object, "on");
    ending.above_cents = big_number(object, "aboveCents");
    ending.edition = object.text_or("edition");
    return ending;
}

Explained explained_from(const Value& object) {
    Explained explained;
    explained.reason = object.text_or("reason");
    explained.text = object.text_or("text");
    explained.author = object.text_or("author");
    explained.role = object.text_or("role");
    if (object.find("date")) explained.date = date_of(object, "date");
    if (object.find("until")) explained.until = date_of(object, "until");
    explained.agreement = object.text_or("agreement");
    for (const Value& each : object.list_or_empty("endings")) explained.endings.push_back(ending_from(each));
    return explained;
}

Applied applied_from(const Value& object) {
    Applied applied;
    applied.level = must(small_number(object, "level"), "level");
    applied.source = must(level_source_from(object.text_or("levelSource")), "levelSource");
    applied.criteria = criteria_from(object);
    if (const Value* deviation = object.find("deviation")) applied.deviation = explained_from(*deviation);
    return applied;
}

Undecided undecided_from(const Value& object) {
    Undecided undecided;
    undecided.proposed_level = small_number(object, "proposedLevel");
    if (const Value* reopened = object.find("reopened"))
        undecided.reopened =
            Reopened{reopened->text_or("event"), reopened->text_or("reason"), date_of(*reopened, "on")};
    return undecided;
}

Decision decision_from(const Value& object) {
    Decision decision{object.text_or("theme"), date_of(object, "since"), undecided_from(object)};
    const std::string state = object.text_or("state");
    if (state == "applied") decision.choice = applied_from(object);
    if (state == "explained") {
        // Library 0.1.0 wrote the members of an explanation beside its theme.
        const Value* explanation = object.find("explanation");
        decision.choice = explained_from(explanation ? *explanation : object);
    }
    return decision;
}

Lot lot_from(const Value& object) {
    return {object.text_or("number"), object.text_or("title"), texts_of(object, "cpv"),
            big_number(object, "estimatedValueCents")};
}

Registration registration_from(const std::string& code) {
    if (code == "provisional") return Registration::Provisional;
    return code == "withdrawn" ? Registration::Withdrawn : Registration::Confirmed;
}

}  // namespace

void write_planned(Out& out, const PlannedDate& date) {
    out.object([&] {
        out.member("certainty", code_of(date.certainty));
        out.member("date", to_text(date));
    });
}

void write_json(Out& out, const Milestone& milestone) {
    out.object([&] {
        out.member("certainty", code_of(milestone.date.certainty));
        if (milestone.changed_on) out.member("changedOn", to_text(*milestone.changed_on));
        out.member("code", milestone.code);
        out.member("date", to_text(milestone.date));
        if (milestone.revision) out.member("revision", milestone.revision);
        out.member("sequence", milestone.sequence);
        out.member("status", code_of(milestone.status));
        if (milestone.was) {
            out.name("was");
            write_planned(out, *milestone.was);
        }
    });
}

PlannedDate planned_from(const Value& object) {
    PlannedDate date = must(parse_planned_date(object.text_or("date")), "planned date");
    date.certainty = must(certainty_from(object.text_or("certainty")), "certainty");
    return date;
}

Milestone milestone_from(const Value& object) {
    Milestone milestone{object.text_or("code"),
                        planned_from(object),
                        must(milestone_status_from(object.text_or("status")), "milestone status"),
                        static_cast<int>(object.integer_or("sequence", 0)),
                        date_if(object, "changedOn"),
                        static_cast<int>(object.integer_or("revision", 0))};
    if (const Value* was = object.find("was")) milestone.was = planned_from(*was);
    return milestone;
}

void write_json(Out& out, const Criterion& criterion) {
    out.object([&] {
        out.member_if("edition", criterion.edition);
        out.member_if("kind", criterion.kind);
        out.member_if("legalForm", criterion.legal_form);
        out.member_if("level", criterion.level);
        out.member_if("number", criterion.number);
        out.redactable_if("proof", criterion.proof);
        out.redactable_if("title", criterion.title);
        out.member_if("weight", criterion.weight_percent);
    });
}

void write_json(Out& out, const Tender& tender) {
    out.object([&] {
        out.member_if("ambition", tender.ambition);
        if (tender.ambition) out.member("ambitionSource", code_of(tender.ambition_source));
        out.member_if("awardBasis", tender.award_basis);
        out.texts("cpv", tender.cpv);
        out.list("flags", tender.flags, [&](const Flag& each) { write_flag(out, each); });
        if (!tender.asked.empty())
            out.list("instrumentValues", tender.asked,
                     [&](const measure::InstrumentValue& each) { write_json(out, each); });
        out.texts("instruments", tender.instruments);
        if (tender.joins_contracts) out.member("joinsContracts", true);
        out.member("kind", tender.kind);
        if (tender.lapses_on) out.member("lapsesOn", to_text(*tender.lapses_on));
        out.list("lots", tender.lots, [&](const Lot& each) { write_lot(out, each); });
        out.list("milestones", tender.milestones, [&](const Milestone& each) { write_json(out, each); });
        if (!tender.motives.empty())
            out.object("motives", [&] {
                for (const auto& [code, text] : tender.motives) out.redactable(code, text);
            });
        out.member("organisation", tender.organisation);
        out.object("people", [&] {
            for (const auto& [role, name] : tender.people) out.redactable(role, name);
        });
        out.member("phase", code_of(tender.phase));
        out.redactable_if("phaseReason", tender.phase_reason);
        if (tender.plan) {
            out.object("plan", [&] {
                out.texts("computed", tender.plan->computed);
                if (tender.plan->entry != 0) out.member("entry", tender.plan->entry);
            });
        }
        out.object("planning", [&] {
            for (const auto& [code, date] : tender.planning) {
                out.name(code);
                write_planned(out, date);
            }
        });
        out.member_if("policy", tender.policy);
        out.member_if("predecessor", tender.predecessor);
        out.member("procedure", tender.procedure);
        out.member_if("productGroup", tender.product_group);
        out.member("reference", tender.reference);
        out.member("registration", code_of(tender.registration));
        out.member("revision", tender.revision);
        out.member("rules", tender.rules);
        out.member_if("sector", tender.sector);
        out.member_if("source", tender.source);
        out.member_if("sourceDigest", tender.source_digest);
        out.member("startedOn", to_text(tender.started_on));
        out.member("tender", tender.id);
        out.list("themes", tender.decisions, [&](const Decision& each) { write_decision(out, each); });
        out.redactable("title", tender.title);
        out.member_if("valueHighCents", tender.value.high_cents);
        out.member_if("valueLowCents", tender.value.low_cents);
    });
}

Tender tender_from(const Value& facts) {
    Tender tender;
    tender.id = facts.text_or("tender");
    tender.revision = static_cast<int>(facts.integer_or("revision", 0));
    tender.organisation = facts.text_or("organisation");
    tender.reference = facts.text_or("reference");
    tender.title = facts.text_or("title");
    tender.kind = facts.text_or("kind");
    tender.cpv = texts_of(facts, "cpv");
    tender.product_group = facts.text_or("productGroup");
    tender.sector = facts.text_or("sector");
    tender.value = {big_number(facts, "valueLowCents"), big_number(facts, "valueHighCents")};
    tender.procedure = facts.text_or("procedure");
    for (const Value& lot : facts.list_or_empty("lots")) tender.lots.push_back(lot_from(lot));
    if (const Value* people = facts.find("people"))
        for (const Member& person : *people->object()) tender.people[person.name] = *person.value.text();
    for (const Value& each : facts.list_or_empty("instrumentValues"))
        tender.asked.push_back(instrument_value_from(each));
    tender.instruments = texts_of(facts, "instruments");
    tender.award_basis = facts.text_or("awardBasis");
    tender.joins_contracts = facts.boolean_or("joinsContracts", false);
    if (const Value* motives = facts.find("motives"))
        for (const Member& motive : *motives->object()) tender.motives[motive.name] = *motive.value.text();
    tender.ambition = small_number(facts, "ambition");
    if (tender.ambition) tender.ambition_source = must(level_source_from(facts.text_or("ambitionSource")), "source");
    if (const Value* planning = facts.find("planning"))
        for (const Member& each : *planning->object()) tender.planning[each.name] = planned_from(each.value);
    if (const Value* plan = facts.find("plan")) {
        tender.plan.emplace().entry = plan->integer_or("entry", 0);
        for (const std::string& code : texts_of(*plan, "computed")) tender.plan->computed.insert(code);
    }
    tender.phase = must(phase_from(facts.text_or("phase")), "phase");
    tender.phase_reason = facts.text_or("phaseReason");
    tender.registration = registration_from(facts.text_or("registration"));
    if (facts.find("lapsesOn")) tender.lapses_on = date_of(facts, "lapsesOn");
    tender.started_on = date_of(facts, "startedOn");
    tender.policy = facts.text_or("policy");
    tender.rules = facts.text_or("rules");
    tender.predecessor = facts.text_or("predecessor");
    tender.source = facts.text_or("source");
    tender.source_digest = facts.text_or("sourceDigest");
    for (const Value& each : facts.list_or_empty("themes")) tender.decisions.push_back(decision_from(each));
    for (const Value& each : facts.list_or_empty("flags"))
        tender.flags.push_back({each.text_or("flag"), texts_of(each, "themes"), date_of(each, "since")});
    for (const Value& each : facts.list_or_empty("milestones")) tender.milestones.push_back(milestone_from(each));
    return tender;
}

std::vector<DecisionRequest> decision_requests(const Value& request) {
    std::vector<DecisionRequest> requests;
    for (const Value& each : request.list_or_empty("themes")) {
        DecisionRequest wanted;
        wanted.path = "/themes/" + std::to_string(requests.size());
        wanted.theme = each.text_or("theme");
        const std::string state = each.text_or("state");
        wanted.state = state == "applied" ? State::Applied : state == "explained" ? State::Explained : State::Undecided;
        wanted.level = small_number(each, "level");
        wanted.criteria = criteria_from(each);
        if (const Value* explanation = each.find("explanation")) {
            wanted.explanation = explained_from(*explanation);
            wanted.has_date = explanation->find("date") != nullptr;
        }
        requests.push_back(std::move(wanted));
    }
    return requests;
}

}  // namespace mvoi::json
