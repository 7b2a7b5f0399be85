// SPDX-License-Identifier: EUPL-1.2
// A tender that goes on to its contract has one in the register, or what was promised is followed by nobody. It stops
// nobody: a host may keep its contracts elsewhere. Source: list of libmvoi.
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void contract_missing(const GateFacts& facts, Findings& findings) {
    const Phase phase = facts.tender.phase;
    if (!facts.contracts_known || facts.promised) return;
    if (phase == Phase::Award) findings.push_back({"contract-missing-yet", Severity::Information, "", {}, ""});
    if (phase == Phase::Contract || phase == Phase::Execution)
        findings.push_back({"contract-missing", Severity::Warning, "", {}, ""});
}

}  // namespace mvoi::domain::gates
