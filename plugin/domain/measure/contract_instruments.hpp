// SPDX-License-Identifier: EUPL-1.2
// The instruments that a contract asks of its suppliers, against the values they showed. Own rules of libmvoi, but for
// the consortium (combinatie), in which the lowest counts (co2-prestatieladder.info).
//
//   counts        of what one supplier shows of one edition, what is valid longest; nothing that has expired.
//   is enough     what each supplier shows is as good as what is asked, in the same edition. Asked in more editions of
//                 one instrument: one of them is enough. An edition is never converted into another.
//   shown by      all suppliers of the contract, or without a supplier's name for the work or for them together. What
//                 is asked of one supplier is held against what that one shows.
#pragma once

#include <optional>
#include <vector>

#include "domain/measure/instrument.hpp"
#include "domain/model.hpp"

namespace mvoi::domain::measure {

// "3.1 niveau 5", "pbl-2017 R4", "12500.50": how people call it.
std::string name_of(const InstrumentValue& value, const InstrumentEditions& editions);

// A value as a request gives it. An edition that is left out is the one there is; of more it stays empty, and
// check_instrument refuses it.
InstrumentValue completed(InstrumentValue value, const InstrumentEditions& editions);

// Faults of a list as a whole; paths are relative to it ("/2/supplier"). Twice the same instrument and edition asked of
// the same; twice shown by the same supplier until the same day; a supplier that the contract does not have.
std::vector<Fault> faults_of(const std::vector<InstrumentValue>& asked);
std::vector<Fault> faults_of(const Contract& contract);

// Until the contract ends: less shown than asked, shown in another edition than asked, a certificate that has expired,
// and one that expires before the contract ends. Once it runs: nothing shown.
//   end  the last day of the contract, as things stand; nothing: not known
std::vector<Finding> instrument_findings(const Contract& contract, const std::optional<Date>& end,
                                         const InstrumentEditions& editions, Date today);

}  // namespace mvoi::domain::measure
