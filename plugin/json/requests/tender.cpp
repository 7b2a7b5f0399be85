// SPDX-License-Identifier: EUPL-1.2
#include "json/requests/tender.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "json/facts/form.hpp"
#include "json/facts/reading.hpp"
#include "json/key.hpp"
#include "json/requests/instrument.hpp"

namespace mvoi::json {
namespace {

using namespace domain;

void set_value(Tender& tender, const Value& request, std::vector<Fault>& faults) {
    const Value* amount = request.find("estimatedValueCents");
    const Value* band = request.find("estimatedValueBand");
    if (amount && band && !amount->is_null() && !band->is_null())
        faults.push_back({"/estimatedValueBand", "value.twice", {}});
    if (amount || band) tender.value = {};
    if (amount && amount->integer()) tender.value = {*amount->integer(), *amount->integer()};
    if (!band || !band->object()) return;
    if (band->find("fromCents")) tender.value.low_cents = band->integer_or("fromCents", 0);
    if (band->find("toCents")) tender.value.high_cents = band->integer_or("toCents", 0);
    if (tender.value.low_cents && tender.value.high_cents && *tender.value.low_cents > *tender.value.high_cents)
        faults.push_back(
            {"/estimatedValueBand",
             "value.band-upside-down",
             {{"from", std::to_string(*tender.value.low_cents)}, {"to", std::to_string(*tender.value.high_cents)}}});
}

// The code of a vocabulary whose rows name the member of a request.
const std::string& code_of_member(const char* vocabulary, const std::string& member, const Rules& rules) {
    for (const Term& term : rules.vocabulary(vocabulary))
        if (term.member == member) return term.code;
    throw std::out_of_range("schema/rules/: no row of " + std::string(vocabulary) + " has the member " + member);
}

// null takes a date back: what was planned is cancelled.
void set_planning(Tender& tender, const Value& planning, const Rules& rules, std::vector<Fault>& faults) {
    for (const Member& member : *planning.object()) {
        const std::string& code = code_of_member("milestones", member.name, rules);
        if (member.value.is_null())
            tender.planning.erase(code);
        else
            tender.planning[code] = planned_date(member.value, "/planning/" + member.name, faults);
        if (tender.plan) tender.plan->computed.erase(code);  // from now on it was given, or is not planned
    }
}

// null takes a motive back.
void set_motives(Tender& tender, const Value& motives, const Rules& rules) {
    for (const Member& member : *motives.object()) {
        const std::string& code = code_of_member("motives", member.name, rules);
        if (member.value.text())
            tender.motives[code] = *member.value.text();
        else
            tender.motives.erase(code);
    }
}

// A lot that failed stays so until the request says otherwise: a host that sends its lots again need not know.
void keep_failure(const std::vector<Lot>& before, Lot& lot) {
    for (const Lot& each : before)
        if (each.number == lot.number) lot.failed = each.failed;
}

void set_lots(Tender& tender, const List& lots, std::vector<Fault>& faults) {
    const std::vector<Lot> before = std::move(tender.lots);
    tender.lots.clear();
    std::map<std::string, std::size_t> seen;
    for (const Value& each : lots) {
        Lot lot = read_json<Lot>(each);
        lot.number = key_of(lot.number);
        lot.cpv = cpv_codes(each);
        if (!each.find("failed")) keep_failure(before, lot);
        const std::size_t index = tender.lots.size();
        if (!seen.emplace(lot.number, index).second)
            faults.push_back({"/lots/" + std::to_string(index) + "/number", "lots.twice", {{"value", lot.number}}});
        tender.lots.push_back(std::move(lot));
    }
}

// A value asked by an instrument goes with the instrument, and the other way round: a list without the instrument takes
// back the values asked by it.
void set_instruments(Tender& tender, const Value& request, std::vector<Fault>& faults) {
    const auto listed = [&](const measure::InstrumentValue& asked) {
        return std::find(tender.instruments.begin(), tender.instruments.end(), asked.instrument) !=
               tender.instruments.end();
    };
    if (request.find("instruments")) {
        tender.instruments.clear();
        for (const Value& each : request.list_or_empty("instruments")) tender.instruments.push_back(*each.text());
        std::erase_if(tender.asked, [&](const measure::InstrumentValue& asked) { return !listed(asked); });
    }
    if (!request.find("instrumentValues")) return;
    tender.asked = asked_instruments(request, "instrumentValues", faults);
    for (const measure::InstrumentValue& asked : tender.asked)
        if (!listed(asked)) tender.instruments.push_back(asked.instrument);
}

}  // namespace

std::vector<std::string> cpv_codes(const Value& object) {
    std::vector<std::string> codes;
    for (const Value& code : object.list_or_empty("cpv")) codes.push_back(code.text()->substr(0, 8));
    return codes;
}

PlannedDate planned_date(const Value& given, const std::string& path, std::vector<Fault>& faults) {
    if (given.text()) return *parse_planned_date(*given.text());
    PlannedDate date = *parse_planned_date(given.text_or("date"));
    if (given.find("precision")) {
        const Precision wanted = *precision_from(given.text_or("precision"));
        if (wanted == Precision::Unknown)
            date = PlannedDate{};
        else if (date.precision == Precision::Day)
            date = period_of(*date.first, wanted);
        else if (date.precision != wanted)
            faults.push_back({path + "/precision",
                              "planning.precision",
                              {{"value", given.text_or("precision")}, {"date", to_text(date)}}});
    }
    if (given.find("certainty")) date.certainty = *certainty_from(given.text_or("certainty"));
    return date;
}

void apply_members(Tender& tender, const Value& request, const Rules& rules, std::vector<Fault>& faults) {
    set_text(tender.title, request, "title");
    set_text(tender.kind, request, "kind");
    if (request.find("cpv")) tender.cpv = cpv_codes(request);
    set_text(tender.product_group, request, "productGroup");
    set_text(tender.sector, request, "sector");
    set_text(tender.procedure, request, "procedure");
    set_text(tender.predecessor, request, "predecessor");
    set_value(tender, request, faults);
    if (const Value* lots = request.find("lots")) set_lots(tender, *lots->list(), faults);
    if (const Value* people = request.find("people"))
        for (const Member& person : *people->object()) tender.people[person.name] = *person.value.text();
    set_instruments(tender, request, faults);
    set_text(tender.award_basis, request, "awardBasis");
    tender.joins_contracts = request.boolean_or("joinsContracts", tender.joins_contracts);
    if (const Value* motives = request.find("motives")) set_motives(tender, *motives, rules);
    if (const Value* planning = request.find("planning")) set_planning(tender, *planning, rules, faults);
    set(tender.ambition, request, "ambition", number_in);
    if (request.find("ambition")) tender.ambition_source = LevelSource::Request;
}

std::vector<DecisionRequest> decision_requests(const Value& request) {
    std::vector<DecisionRequest> requests;
    std::vector<Fault> none;  // no number of an explanation has decimals
    for (const Value& each : request.list_or_empty("themes")) {
        DecisionRequest wanted;
        wanted.path = "/themes/" + std::to_string(requests.size());
        wanted.theme = each.text_or("theme");
        const std::string state = each.text_or("state");
        wanted.state = state == "applied" ? State::Applied : state == "explained" ? State::Explained : State::Undecided;
        wanted.level = small_number(each, "level");
        for (const Value& criterion : each.list_or_empty("criteria"))
            wanted.criteria.push_back(read_json<Criterion>(criterion));
        if (const Value* explanation = each.find("explanation")) {
            wanted.explanation = asked<Explained>(*explanation, {}, none);
            wanted.has_date = explanation->find("date") != nullptr;
        }
        requests.push_back(std::move(wanted));
    }
    return requests;
}

}  // namespace mvoi::json
