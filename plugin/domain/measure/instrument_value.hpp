// SPDX-License-Identifier: EUPL-1.2
// A value by an instrument and its edition; the values it can have stand in instrument.hpp.
#pragma once

#include <optional>
#include <string>

#include "domain/date.hpp"

namespace mvoi::domain::measure {

struct InstrumentValue {
    std::string instrument;
    std::string edition;
    std::string value;  // code of a step, or a number
    bool operator==(const InstrumentValue&) const = default;
};

// A value by an instrument that a contract asks of its suppliers or its work, or that one of them showed.
struct ContractInstrument {
    InstrumentValue value;
    bool shown = false;            // otherwise asked
    std::string supplier;          // name or number, of several; empty: of the one, or of the work
    std::optional<Date> valid_to;  // of the certificate, inclusive
    bool operator==(const ContractInstrument&) const = default;
};

}  // namespace mvoi::domain::measure
