// SPDX-License-Identifier: EUPL-1.2
// The journal's form of a tender. Written and read here side by side, so that the two cannot drift apart.
#include "json/tender_json.hpp"

#include <stdexcept>

#include "domain/phase.hpp"

namespace mvoi::json {
namespace {

using namespace domain;

// ---- writing --------------------------------------------------------------------------------------------------------

void add_text(Value& object, const char* name, const std::string& text) {
    if (!text.empty()) object.add(name, text);
}

void add_redactable(Value& object, const char* name, const std::string& text) {
    if (!text.empty()) object.add(name, Value::redactable(text));
}

template <typename Number>
void add_number(Value& object, const char* name, const std::optional<Number>& number) {
    if (number) object.add(name, Value(std::int64_t{*number}));
}

Value texts(const std::vector<std::string>& items) {
    Value list(List{});
    for (const std::string& item : items) list.append(item);
    return list;
}

Value planned(const PlannedDate& date) {
    Value object;
    object.add("date", to_text(date));
    object.add("certainty", code_of(date.certainty));
    return object;
}

Value decision_json(const Decision& decision) {
    Value object;
    object.add("theme", decision.theme);
    object.add("since", to_text(decision.since));
    object.add("state", code_of(state_of(decision)));
    if (const auto* undecided = std::get_if<Undecided>(&decision.choice)) {
        add_number(object, "proposedLevel", undecided->proposed_level);
    } else if (const auto* applied = std::get_if<Applied>(&decision.choice)) {
        object.add("level", applied->level);
        object.add("levelSource", code_of(applied->source));
        Value criteria(List{});
        for (const Criterion& criterion : applied->criteria) criteria.append(to_json(criterion));
        object.add("criteria", std::move(criteria));
    } else if (const auto* explained = std::get_if<Explained>(&decision.choice)) {
        object.add("reason", explained->reason);
        object.add("text", Value::redactable(explained->text));
        object.add("author", Value::redactable(explained->author));
        object.add("date", to_text(explained->date));
    }
    return object;
}

Value lot_json(const Lot& lot) {
    Value object;
    object.add("number", lot.number);
    add_redactable(object, "title", lot.title);
    if (!lot.cpv.empty()) object.add("cpv", texts(lot.cpv));
    add_number(object, "estimatedValueCents", lot.value_cents);
    return object;
}

Value milestone_json(const Milestone& milestone) {
    Value object = planned(milestone.date);
    object.add("code", milestone.code);
    object.add("status", code_of(milestone.status));
    object.add("sequence", milestone.sequence);
    return object;
}

// ---- reading --------------------------------------------------------------------------------------------------------

// A fact of the journal that this library cannot read was not written by it, or it has a fault.
template <typename T>
T must(const std::optional<T>& value, const char* what) {
    if (!value) throw std::runtime_error(std::string("the journal holds an impossible ") + what);
    return *value;
}

Date date_of(const Value& object, const char* name) { return must(parse_date(object.text_or(name)), name); }

std::optional<int> small_number(const Value& object, const char* name) {
    if (!object.find(name)) return std::nullopt;
    return static_cast<int>(object.integer_or(name, 0));
}

std::optional<std::int64_t> big_number(const Value& object, const char* name) {
    if (!object.find(name)) return std::nullopt;
    return object.integer_or(name, 0);
}

std::vector<std::string> texts_of(const Value& object, const char* name) {
    std::vector<std::string> items;
    for (const Value& item : object.list_or_empty(name)) items.push_back(item.text() ? *item.text() : std::string());
    return items;
}

PlannedDate planned_from(const Value& object) {
    PlannedDate date = must(parse_planned_date(object.text_or("date")), "planned date");
    date.certainty = must(certainty_from(object.text_or("certainty")), "certainty");
    return date;
}

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

Decision decision_from(const Value& object) {
    Decision decision{object.text_or("theme"), date_of(object, "since"), Undecided{small_number(object, "proposedLevel")}};
    const std::string state = object.text_or("state");
    if (state == "applied")
        decision.choice = Applied{must(small_number(object, "level"), "level"),
                                  must(level_source_from(object.text_or("levelSource")), "levelSource"),
                                  criteria_from(object)};
    if (state == "explained")
        decision.choice = Explained{object.text_or("reason"), object.text_or("text"), object.text_or("author"),
                                    date_of(object, "date")};
    return decision;
}

Lot lot_from(const Value& object) {
    return {object.text_or("number"), object.text_or("title"), texts_of(object, "cpv"),
            big_number(object, "estimatedValueCents")};
}

Milestone milestone_from(const Value& object) {
    return {object.text_or("code"), planned_from(object),
            must(milestone_status_from(object.text_or("status")), "milestone status"),
            static_cast<int>(object.integer_or("sequence", 0))};
}

Registration registration_from(const std::string& code) {
    if (code == "provisional") return Registration::Provisional;
    return code == "withdrawn" ? Registration::Withdrawn : Registration::Confirmed;
}

}  // namespace

Value to_json(const Criterion& criterion) {
    Value object(Object{});
    add_text(object, "number", criterion.number);
    add_text(object, "edition", criterion.edition);
    add_redactable(object, "title", criterion.title);
    add_text(object, "kind", criterion.kind);
    add_number(object, "level", criterion.level);
    add_text(object, "legalForm", criterion.legal_form);
    add_number(object, "weight", criterion.weight_percent);
    add_redactable(object, "proof", criterion.proof);
    return object;
}

Value to_json(const Tender& tender) {
    Value object;
    object.add("tender", tender.id);
    object.add("revision", tender.revision);
    object.add("organisation", tender.organisation);
    object.add("reference", tender.reference);
    object.add("title", Value::redactable(tender.title));
    object.add("kind", tender.kind);
    object.add("cpv", texts(tender.cpv));
    add_text(object, "productGroup", tender.product_group);
    add_text(object, "sector", tender.sector);
    add_number(object, "valueLowCents", tender.value.low_cents);
    add_number(object, "valueHighCents", tender.value.high_cents);
    object.add("procedure", tender.procedure);
    Value lots(List{});
    for (const Lot& lot : tender.lots) lots.append(lot_json(lot));
    object.add("lots", std::move(lots));
    Value people(Object{});
    for (const auto& [role, name] : tender.people) people.add(role, Value::redactable(name));
    object.add("people", std::move(people));
    object.add("instruments", texts(tender.instruments));
    add_number(object, "ambition", tender.ambition);
    if (tender.ambition) object.add("ambitionSource", code_of(tender.ambition_source));
    Value planning(Object{});
    for (const auto& [code, date] : tender.planning) planning.add(code, planned(date));
    object.add("planning", std::move(planning));
    object.add("phase", code_of(tender.phase));
    add_redactable(object, "phaseReason", tender.phase_reason);
    object.add("registration", code_of(tender.registration));
    if (tender.lapses_on) object.add("lapsesOn", to_text(*tender.lapses_on));
    object.add("startedOn", to_text(tender.started_on));
    add_text(object, "policy", tender.policy);
    object.add("rules", tender.rules);
    add_text(object, "source", tender.source);
    add_text(object, "sourceDigest", tender.source_digest);
    Value decisions(List{});
    for (const Decision& decision : tender.decisions) decisions.append(decision_json(decision));
    object.add("themes", std::move(decisions));
    Value flags(List{});
    for (const Flag& flag : tender.flags) {
        Value& each = flags.append(Value());
        each.add("flag", flag.code);
        each.add("themes", texts(flag.themes));
        each.add("since", to_text(flag.since));
    }
    object.add("flags", std::move(flags));
    Value milestones(List{});
    for (const Milestone& milestone : tender.milestones) milestones.append(milestone_json(milestone));
    object.add("milestones", std::move(milestones));
    return object;
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
    tender.instruments = texts_of(facts, "instruments");
    tender.ambition = small_number(facts, "ambition");
    if (tender.ambition) tender.ambition_source = must(level_source_from(facts.text_or("ambitionSource")), "source");
    if (const Value* planning = facts.find("planning"))
        for (const Member& each : *planning->object()) tender.planning[each.name] = planned_from(each.value);
    tender.phase = must(phase_from(facts.text_or("phase")), "phase");
    tender.phase_reason = facts.text_or("phaseReason");
    tender.registration = registration_from(facts.text_or("registration"));
    if (facts.find("lapsesOn")) tender.lapses_on = date_of(facts, "lapsesOn");
    tender.started_on = date_of(facts, "startedOn");
    tender.policy = facts.text_or("policy");
    tender.rules = facts.text_or("rules");
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
        wanted.state = state == "applied"     ? State::Applied
                       : state == "explained" ? State::Explained
                                              : State::Undecided;
        wanted.level = small_number(each, "level");
        wanted.criteria = criteria_from(each);
        if (const Value* explanation = each.find("explanation")) {
            wanted.has_date = explanation->find("date") != nullptr;
            wanted.explanation = Explained{explanation->text_or("reason"), explanation->text_or("text"),
                                           explanation->text_or("author"), Date(2000, 1, 1)};
            if (wanted.has_date) wanted.explanation->date = date_of(*explanation, "date");
        }
        requests.push_back(std::move(wanted));
    }
    return requests;
}

}  // namespace mvoi::json
