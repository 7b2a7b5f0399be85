// SPDX-License-Identifier: EUPL-1.2
// tender.gate: what would be said if the tender went to another phase now. tender.advance: it goes.
#include <algorithm>

#include "domain/gates/gate.hpp"
#include "domain/phase.hpp"
#include "domain/planning/records.hpp"
#include "domain/words.hpp"
#include "operations/current/by_itself.hpp"
#include "operations/current/surroundings.hpp"
#include "operations/table.hpp"
#include "operations/tender/tender.hpp"
#include "render/answers/gate_view.hpp"

namespace mvoi::operations {
namespace {

void refuse_unless_next(domain::Phase from, domain::Phase to) {
    const auto next = domain::next_phases(from);
    if (std::find(next.begin(), next.end(), to) != next.end()) return;
    const auto code = [](domain::Phase phase) { return code_of(phase); };
    const std::string current(code_of(from));
    if (next.empty()) refuse(domain::No::Conflict, "/to", "phase.ended", {{"value", current}, {"value:as", "phases"}});
    refuse(domain::No::Conflict, "/to", "phase.not-next",
           {{"value", std::string(code_of(to))},
            {"value:as", "phases"},
            {"current", current},
            {"current:as", "phases"},
            {"accepted", domain::joined(next, code)},
            {"accepted:as", "phases"}});
}

// A tender that led to a contract cannot be called off; a contract that was ended otherwise binds nobody any more.
void refuse_signed(const Call& call, store::Connection& connection, const domain::Tender& tender) {
    for (const domain::Contract& each : contracts_of(call, connection, tender.id))
        if (!each.ended)
            refuse(domain::No::Conflict, "/to", "phase.contract-signed",
                   {{"value", tender.reference}, {"contract", each.reference}});
}

// The gate of a tender on the day of the call.
domain::gates::Gate gate_of(const Call& call, store::Connection& connection, const Current& current, domain::Phase to) {
    return gate_to(to, Surroundings(call, connection, current).facts());
}

// The no of a gate, with a sentence for each finding that stops the tender.
[[noreturn]] void refuse_blocked(const Call& call, const domain::gates::Gate& gate, const domain::Policy* policy) {
    std::vector<domain::Fault> faults;
    for (const domain::Finding& finding : gate.findings)
        if (finding.severity == domain::Severity::Error)
            faults.push_back({finding.member, "finding." + finding.rule,
                              render::words_shown(finding, call.rules(), policy, call.language()),
                              render::places_of(finding)});
    domain::Refusal no(domain::No::Blocked, std::move(faults));
    no.gate = render::gate_json(gate, call.rules(), policy, call.language());
    throw no;
}

}  // namespace

std::string tender_gate(const Call& call) {
    std::string answer;
    call.read([&](store::Connection& connection) {
        Current current = named_tender(call, connection);
        see_lapsed(call, current);
        const auto to = call.request().find("to") ? domain::phase_from(call.request().text_or("to"))
                                                  : domain::gates::usual_next(current.tender.phase);
        if (!to)
            refuse(domain::No::Conflict, "/tender", "phase.ended",
                   {{"value", call.rules().label("phases", code_of(current.tender.phase), call.language())}});
        refuse_unless_next(current.tender.phase, *to);
        const auto gate = gate_of(call, connection, current, *to);
        if (gate.passage == domain::gates::Passage::Blocked) refuse_blocked(call, gate, current.policy.get());
        answer = render::gate_answer(current.tender, gate, call.rules(), current.policy.get(), call.language());
    });
    return answer;
}

std::string tender_advance(const Call& call) {
    const domain::Phase to = domain::phase_from(call.request().text_or("to")).value();
    const std::string reason = call.request().text_or("reason");
    if (to == domain::Phase::Cancelled && reason.find_first_not_of(" \t\r\n") == std::string::npos)
        refuse(domain::No::Invalid, "/reason", "phase.reason-needed");
    const Committed committed = change_tender(
        call, [&](store::Connection& connection, Current& current, Draft& draft, std::vector<domain::Fault>&) {
            refuse_unless_next(current.tender.phase, to);
            if (to == domain::Phase::Cancelled) refuse_signed(call, connection, current.tender);
            draft.facts.gate = gate_of(call, connection, current, to);
            draft.stopped = draft.facts.gate->passage == domain::gates::Passage::Blocked;
            if (draft.stopped) return;
            domain::planning::enter(current.tender, to, call.today());
            current.tender.phase_reason = reason;
        });
    if (!committed.entry.facts.tender) refuse_blocked(call, *committed.entry.facts.gate, committed.policy.get());
    return answer_of(call, committed);
}

}  // namespace mvoi::operations
