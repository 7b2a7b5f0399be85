// SPDX-License-Identifier: EUPL-1.2
#include "json/requests/instrument.hpp"

#include "domain/refusal.hpp"
#include "json/facts/form.hpp"
#include "json/rules/rule_book.hpp"

namespace mvoi::json {
namespace {

using namespace domain::measure;

void complete(InstrumentValue& value, const std::string& path, std::vector<domain::Fault>& faults) {
    value = completed(std::move(value), rule_book().instruments);
    try {
        check_instrument(value, rule_book().instruments);
    } catch (const domain::Refusal& no) {
        for (domain::Fault fault : no.faults) {
            fault.path.insert(0, path);
            faults.push_back(std::move(fault));
        }
    }
}

}  // namespace

std::vector<InstrumentValue> asked_instruments(const Value& request, const char* member,
                                               std::vector<domain::Fault>& faults) {
    std::vector<InstrumentValue> asked;
    const std::string path = std::string("/") + member;
    for (const Value& each : request.list_or_empty(member)) {
        const std::string place = path + "/" + std::to_string(asked.size());
        asked.push_back(read_json<InstrumentValue>(each));
        complete(asked.back(), place, faults);
    }
    for (domain::Fault& fault : faults_of(asked)) {
        fault.path.insert(0, path);
        faults.push_back(std::move(fault));
    }
    return asked;
}

std::vector<ContractInstrument> contract_instruments(const Value& request, const char* member,
                                                     std::vector<domain::Fault>& faults) {
    std::vector<ContractInstrument> held;
    for (const Value& each : request.list_or_empty(member)) {
        const std::string place = std::string("/") + member + "/" + std::to_string(held.size());
        held.push_back(read_json<ContractInstrument>(each));
        complete(held.back().value, place, faults);
        if (held.back().valid_to && !held.back().shown)
            faults.push_back({place + "/validTo", "instrument.asked-valid-to", {}});
    }
    return held;
}

}  // namespace mvoi::json
