// SPDX-License-Identifier: EUPL-1.2
// A tender that asks something by an instrument asks it in an edition that may still be asked for on the day it is
// published: the CO2-Prestatieladder 3.1 until the end of 2026, 4.0 from then on (co2performanceladder.com). Published
// when it is planned to be, at the earliest, and never before today; nobody is stopped here.
#include <algorithm>

#include "domain/gates/rules.hpp"
#include "domain/measure/instrument.hpp"

namespace mvoi::domain::gates {
namespace {

// Nothing: it was published, and nobody said when.
std::optional<Date> publication_of(const GateFacts& facts) {
    const auto planned = facts.tender.planning.find("publicatie");
    std::optional<Date> first;
    if (planned != facts.tender.planning.end()) first = planned->second.first;
    if (facts.tender.phase >= Phase::Publication) return first;
    return first ? std::max(*first, facts.today) : facts.today;
}

}  // namespace

void instrument_superseded(const GateFacts& facts, Findings& findings) {
    if (facts.tender.phase >= Phase::Award) return;
    const auto publication = publication_of(facts);
    if (!publication) return;
    for (std::size_t i = 0; i < facts.tender.asked.size(); ++i)
        for (Finding& finding : measure::asking_findings(facts.tender.asked[i], facts.book.instruments, *publication)) {
            finding.member = "/instrumentValues/" + std::to_string(i) + finding.member;
            findings.push_back(std::move(finding));
        }
}

}  // namespace mvoi::domain::gates
