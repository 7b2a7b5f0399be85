// SPDX-License-Identifier: EUPL-1.2
#include "domain/contract/signing.hpp"

#include <set>
#include <utility>

#include "domain/contract/events.hpp"
#include "domain/contract/term.hpp"
#include "domain/refusal.hpp"

namespace mvoi::domain::contract {

void take_over(Contract& contract, const Tender& tender) {
    contract.tender = tender.id;
    contract.organisation = tender.organisation;
    contract.title = tender.title;
    contract.kind = tender.kind;
    contract.cpv = tender.cpv;
    contract.product_group = tender.product_group;
    contract.sector = tender.sector;
    contract.people = tender.people;
    ask_as(contract, tender);
}

void ask_as(Contract& contract, const Tender& tender) {
    std::vector<measure::ContractInstrument> asked;
    for (const measure::InstrumentValue& each : tender.asked) asked.push_back({each, false, {}, {}});
    contract.instruments.insert(contract.instruments.begin(), asked.begin(), asked.end());
}

std::vector<std::string> lots_without(const Tender& tender, const std::vector<Contract>& contracts) {
    std::set<std::string> signed_lots;
    for (const Contract& each : contracts) {
        if (each.lots.empty()) return {};
        signed_lots.insert(each.lots.begin(), each.lots.end());
    }
    std::vector<std::string> without;
    if (contracts.empty()) return without;
    for (const Lot& lot : tender.lots)
        if (lot.failed.empty() && !signed_lots.contains(lot.number)) without.push_back(lot.number);
    return without;
}

void refuse_impossible(const Contract& contract, const Contract* before, std::vector<Fault> faults) {
    auto of_term = faults_of(contract.term);
    // On the day before: it never began.
    const bool never = contract.ended && contract.ended->on < contract.term.start - boost::gregorian::days(1);
    if (of_term.empty() && !never)
        for (Fault& fault : new_contradictions(before, contract)) faults.push_back(std::move(fault));
    for (Fault& fault : of_term) {
        fault.path.insert(0, "/term");
        faults.push_back(std::move(fault));
    }
    if (never)
        faults.push_back({"/ended/on",
                          "term.ended-before-start",
                          {{"value", to_text(contract.ended->on)}, {"start", to_text(contract.term.start)}}});
    if (!faults.empty()) throw Refusal(No::Invalid, std::move(faults));
}

}  // namespace mvoi::domain::contract
