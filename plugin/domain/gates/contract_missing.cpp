// SPDX-License-Identifier: EUPL-1.2
// A tender that goes on to its contract has one in the register, or what was promised is followed by nobody. It stops
// nobody: a host may keep its contracts elsewhere. The same of each lot, where others have theirs. Source: list of
// libmvoi.
#include "domain/gates/rules.hpp"
#include "domain/words.hpp"

namespace mvoi::domain::gates {

void contract_missing(const GateFacts& facts, Findings& findings) {
    const Phase phase = facts.tender.phase;
    const bool signs = phase == Phase::Award, goes_on = phase == Phase::Contract || phase == Phase::Execution;
    if (!facts.contracts_known || !(signs || goes_on)) return;
    const Severity severity = signs ? Severity::Information : Severity::Warning;
    if (!facts.promised)
        findings.push_back({signs ? "contract-missing-yet" : "contract-missing", severity, "", {}, ""});
    else if (!facts.lots_without.empty())
        findings.push_back(
            {"contract-missing-of-lots",
             severity,
             "/lots",
             {{"lots", joined_or_dash(facts.lots_without, [](const std::string& each) { return each; })}},
             ""});
}

}  // namespace mvoi::domain::gates
