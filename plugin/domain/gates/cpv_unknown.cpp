// SPDX-License-Identifier: EUPL-1.2
// A CPV code is one of a division that exists (Verordening (EG) 213/2008): notices with another are refused, and the
// code says which services are social.
#include "domain/cpv.hpp"
#include "domain/gates/rules.hpp"

namespace mvoi::domain::gates {

void cpv_unknown(const GateFacts& facts, Findings& findings) {
    const auto look = [&](const std::vector<std::string>& codes, const char* member) {
        for (const std::string& code : codes)
            if (!is_in_a_division(code, facts.book.rules))
                findings.push_back(
                    {"cpv-unknown", Severity::Warning, member, {{"value", code}}, "Verordening (EG) 213/2008"});
    };
    look(facts.tender.cpv, "/cpv");
    for (const Lot& lot : facts.tender.lots) look(lot.cpv, "/lots");
}

}  // namespace mvoi::domain::gates
