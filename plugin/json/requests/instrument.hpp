// SPDX-License-Identifier: EUPL-1.2
// Instruments, as a request names them.
#pragma once

#include <vector>

#include "domain/measure/contract_instruments.hpp"
#include "json/value.hpp"

namespace mvoi::json {

// A list of a request (checked against its schema), with the edition filled in where an instrument has one. What an
// instrument cannot say is added to faults.
//   member  of the request that holds the list
std::vector<domain::measure::InstrumentValue> asked_instruments(const Value& request, const char* member,
                                                                std::vector<domain::Fault>& faults);
std::vector<domain::measure::ContractInstrument> contract_instruments(const Value& request, const char* member,
                                                                      std::vector<domain::Fault>& faults);

}  // namespace mvoi::json
