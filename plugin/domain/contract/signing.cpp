// SPDX-License-Identifier: EUPL-1.2
#include "domain/contract/signing.hpp"

#include <utility>

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

void refuse_impossible(const Contract& contract, std::vector<Fault> faults) {
    for (Fault& fault : faults_of(contract.term)) {
        fault.path.insert(0, "/term");
        faults.push_back(std::move(fault));
    }
    // On the day before: it never began.
    if (contract.ended && contract.ended->on < contract.term.start - boost::gregorian::days(1))
        faults.push_back({"/ended/on",
                          "term.ended-before-start",
                          {{"value", to_text(contract.ended->on)}, {"start", to_text(contract.term.start)}}});
    if (!faults.empty()) throw Refusal(No::Invalid, std::move(faults));
}

}  // namespace mvoi::domain::contract
