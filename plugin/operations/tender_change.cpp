// SPDX-License-Identifier: EUPL-1.2
// tender.decide, tender.change, tender.advance: what happens to a tender after its start.
#include <algorithm>

#include "domain/phase.hpp"
#include "json/tender_json.hpp"
#include "operations/table.hpp"
#include "operations/tender.hpp"

namespace mvoi::operations {
namespace {

// Levels that came from the ambition, and what policy proposes for open themes, follow what was changed.
void follow(const Call& call, Current& current) {
    domain::follow_ambition(current.tender.decisions,
                            decision_context(call, current.tender, current.policy.get(), call.today()));
}

std::string join(const std::vector<domain::Phase>& phases) {
    std::string line;
    for (const domain::Phase phase : phases) line += (line.empty() ? "" : ", ") + std::string(code_of(phase));
    return line.empty() ? "-" : line;
}

}  // namespace

std::string tender_decide(const Call& call) {
    return answer_of(call, change_tender(call, [&](Current& current, std::vector<domain::Fault>& faults) {
                         if (call.request().find("ambition")) {
                             current.tender.ambition = static_cast<int>(call.request().integer_or("ambition", 1));
                             current.tender.ambition_source = domain::LevelSource::Request;
                             follow(call, current);
                         }
                         current.tender.decisions = domain::decide(
                             current.tender.decisions, json::decision_requests(call.request()),
                             decision_context(call, current.tender, current.policy.get(), call.today()), faults);
                     }));
}

std::string tender_change(const Call& call) {
    return answer_of(call, change_tender(call, [&](Current& current, std::vector<domain::Fault>& faults) {
                         json::apply_members(current.tender, call.request(), call.rules(), faults);
                         follow(call, current);
                     }));
}

std::string tender_advance(const Call& call) {
    const domain::Phase to = domain::phase_from(call.request().text_or("to")).value();
    const std::string reason = call.request().text_or("reason");
    if (to == domain::Phase::Cancelled && reason.find_first_not_of(" \t\r\n") == std::string::npos)
        refuse(domain::No::Invalid, "/reason", "phase.reason-needed");
    return answer_of(call, change_tender(call, [&](Current& current, std::vector<domain::Fault>&) {
                         const auto next = domain::next_phases(current.tender.phase);
                         if (std::find(next.begin(), next.end(), to) == next.end())
                             refuse(domain::No::Conflict, "/to", "phase.not-next",
                                    {{"value", std::string(code_of(to))},
                                     {"current", std::string(code_of(current.tender.phase))},
                                     {"accepted", join(next)}});
                         current.tender.phase = to;
                         current.tender.phase_reason = reason;
                     }));
}

}  // namespace mvoi::operations
