// SPDX-License-Identifier: EUPL-1.2
// contract.sign and contract.change. A contract that comes from a tender of the register takes over from it what the
// request leaves out; what happens under the contract afterwards (an option, a notice, an agreed renewal, an early end)
// is recorded with its day, and everything that follows from it is counted, never typed in.
#include <algorithm>

#include "domain/contract/events.hpp"
#include "domain/contract/milestones.hpp"
#include "domain/contract/signing.hpp"
#include "domain/measure/contract_instruments.hpp"
#include "domain/phase.hpp"
#include "domain/words.hpp"
#include "json/key.hpp"
#include "json/requests/contract.hpp"
#include "operations/contract/promises.hpp"
#include "operations/contract/social_return.hpp"
#include "operations/current/by_itself.hpp"
#include "operations/current/tender.hpp"
#include "operations/table.hpp"
#include "operations/uuid.hpp"
#include "render/answers/contract_view.hpp"

namespace mvoi::operations {
namespace {

using domain::Contract;
using domain::contract::OptionDecision;
using domain::contract::Renewal;

// The tender that a request names as the origin of the contract; nothing when it names none.
std::optional<domain::Tender> origin_of(const Call& call, store::Connection& connection) {
    const json::Value& request = call.request();
    const std::string uuid = request.text_or("tender"), reference = request.text_or("tenderReference");
    if (uuid.empty() && reference.empty()) return std::nullopt;
    const std::string organisation = request.text_or("organisation");
    auto found = uuid.empty() ? tender_by_reference(call, connection, organisation, reference)
                              : tender_by_uuid(call, connection, uuid);
    const char* member = uuid.empty() ? "/tenderReference" : "/tender";
    if (!found)
        refuse(domain::No::NotFound, member, "tender.not-found",
               {{"value", uuid.empty() ? organisation + " " + reference : uuid}});
    const domain::Tender& tender = found->tender;
    if ((!organisation.empty() && organisation != tender.organisation) ||
        (!uuid.empty() && !reference.empty() && !is_named(tender, reference)))
        refuse(domain::No::Conflict, member, "tender.other-reference",
               {{"value", tender.organisation + " " + tender.reference}});
    const bool gone = tender.registration == domain::Registration::Withdrawn || has_lapsed(tender, call.today());
    if (gone || tender.phase < domain::Phase::Award || tender.phase == domain::Phase::Cancelled)
        refuse(domain::No::Conflict, member, "contract.tender-not-awarded",
               {{"value", tender.reference},
                {"phase", call.rules().label("phases", domain::code_of(tender.phase), call.language())}});
    return std::move(found->tender);
}

void refuse_unless_complete(const Contract& contract, std::vector<domain::Fault>& faults) {
    if (contract.organisation.empty()) faults.push_back({"/organisation", "contract.without-tender", {}});
    if (contract.title.empty()) faults.push_back({"/title", "contract.without-tender", {}});
    if (contract.kind.empty()) faults.push_back({"/kind", "contract.without-tender", {}});
}

void refuse_unless_lots(const Contract& contract, const std::optional<domain::Tender>& tender,
                        std::vector<domain::Fault>& faults) {
    if (!tender) return;
    for (std::size_t i = 0; i < contract.lots.size(); ++i) {
        const bool known = std::any_of(tender->lots.begin(), tender->lots.end(),
                                       [&](const domain::Lot& lot) { return lot.number == contract.lots[i]; });
        if (!known)
            faults.push_back({"/lots/" + std::to_string(i),
                              "contract.no-lot",
                              {{"value", contract.lots[i]},
                               {"accepted", domain::joined_or_dash(tender->lots, &domain::Lot::number)}}});
        for (const domain::Lot& lot : tender->lots)
            if (lot.number == contract.lots[i] && !lot.failed.empty())
                faults.push_back({"/lots/" + std::to_string(i), "contract.lot-failed", {{"value", lot.number}}});
    }
}

// A contract comes after another one of the same organisation.
void refuse_unless_predecessor(const Call& call, store::Connection& connection, const Contract& contract,
                               std::vector<domain::Fault>& faults) {
    if (contract.predecessor.empty()) return;
    const auto before = contract_by_uuid(call, connection, contract.predecessor);
    if (!before || before->contract.organisation != contract.organisation || contract.predecessor == contract.id)
        faults.push_back({"/predecessor", "contract.no-predecessor", {{"value", contract.predecessor}}});
}

// The day of an event, by default that of the call; one that is still to come is a fault.
domain::Date day_at(const Call& call, const json::Value& event, const std::string& path,
                    std::vector<domain::Fault>& faults) {
    const domain::Date on = domain::parse_date(event.text_or("on")).value_or(call.today());
    if (on > call.today())
        faults.push_back({path + "/on",
                          "contract.in-future",
                          {{"value", domain::to_text(on)}, {"today", domain::to_text(call.today())}}});
    return on;
}

void decide_option(const Call& call, domain::contract::Term& term, std::vector<domain::Fault>& faults) {
    const json::Value* event = call.request().find("optionDecided");
    if (!event) return;
    const auto number = static_cast<std::size_t>(event->integer_or("number", 0));
    if (number > term.options.size()) {
        faults.push_back({"/optionDecided/number",
                          "contract.no-option",
                          {{"value", std::to_string(number)}, {"most", std::to_string(term.options.size())}}});
        return;
    }
    domain::contract::Option& option = term.options[number - 1];
    option.decision = domain::contract::option_decision_from(event->text_or("decision")).value();
    option.decided_on.reset();
    if (option.decision != OptionDecision::Open) option.decided_on = day_at(call, *event, "/optionDecided", faults);
}

void agree_renewal(const Call& call, const Contract& before, domain::contract::Term& term,
                   std::vector<domain::Fault>& faults) {
    const json::Value* event = call.request().find("renewalAgreed");
    if (!event) return;
    if (term.renewal != Renewal::Express)
        faults.push_back({"/renewalAgreed",
                          "term.agreed-without-express",
                          {{"value", term.renewal ? std::string(code_of(*term.renewal)) : "onbekend"}}});
    const domain::Date on = day_at(call, *event, "/renewalAgreed", faults);
    for (domain::Fault& each : domain::contract::agreed_too_late(before, on)) faults.push_back(std::move(each));
    ++term.agreed_renewals;
}

// An end that options and renewals gave already is not the end of the first term.
void refuse_counted_twice(const Contract& before, const Contract& contract, std::vector<domain::Fault>& faults) {
    if (!faults_of(contract.term).empty() || !domain::contract::counts_twice(before.term, contract.term)) return;
    const char* member = contract.term.end ? "/term/end" : "/term/months";
    const auto text = [](const std::optional<domain::Date>& day) { return domain::to_text(*day); };
    faults.push_back({member,
                      "term.end-counted-twice",
                      {{"value", text(first_end_of(contract.term))},
                       {"first", text(first_end_of(before.term))},
                       {"date", text(recorded_end_of(contract.term))}}});
}

// null takes back what was recorded: of a notice, that none was given.
void happen(const Call& call, const Contract& before, Contract& contract, std::vector<domain::Fault>& faults) {
    const json::Value& request = call.request();
    refuse_counted_twice(before, contract, faults);
    decide_option(call, contract.term, faults);
    agree_renewal(call, before, contract.term, faults);
    if (const json::Value* notice = request.find("noticeGiven")) {
        contract.term.notice_given.reset();
        contract.term.unknown.erase(domain::contract::TermPart::NoticeGiven);
        if (!notice->is_null()) contract.term.notice_given = day_at(call, *notice, "/noticeGiven", faults);
    }
    if (const json::Value* ended = request.find("ended")) {
        contract.ended.reset();
        if (!ended->is_null())
            contract.ended = domain::Ended{domain::parse_date(ended->text_or("on")).value(), ended->text_or("reason")};
    }
}

// The policy that held on the day by which social return is chosen; the one of today where none held then.
store::PolicyPointer policy_of_rules(const Call& call, store::Connection& connection, const Contract& contract,
                                     const domain::Tender* tender) {
    auto then = call.store().policy_in_force(connection, contract.organisation, day_of_rules(contract, tender));
    return then ? then : call.store().policy_in_force(connection, contract.organisation, call.today());
}

bool asks_nothing(const Contract& contract) {
    return std::all_of(contract.instruments.begin(), contract.instruments.end(),
                       [](const domain::measure::ContractInstrument& each) { return each.shown; });
}

// The contract as an answer shows it on the day of the call.
//   of_signing  what is said of signing it
std::string contract_answer(const Call& call, store::Connection& connection, CurrentContract current,
                            const std::optional<domain::Finding>& of_signing = std::nullopt) {
    bring_on(call, connection, current);
    const auto tender = tender_of(call, connection, current.contract);
    render::ContractContext context{call.rules(),
                                    current.in_force.get(),
                                    call.book().law.equated,
                                    call.language(),
                                    call.today(),
                                    current.entry,
                                    tender ? tender->reference : std::string()};
    context.about_promises = promise_findings(call, connection, current.contract, tender ? &*tender : nullptr);
    if (of_signing) context.about_promises.insert(context.about_promises.begin(), *of_signing);
    const auto course = course_of(current.contract, call.today());
    context.about_instruments =
        instrument_findings(current.contract, course.end ? std::optional(course.end->day) : std::nullopt,
                            call.book().instruments, call.today());
    const Observations observed = observations_of(connection, current.id);
    Records records(call, connection, current.id, current.contract);
    for (const auto& promise : current.contract.promises) {
        context.promises.push_back(shown_promise(call, current.contract, promise, observed));
        records.complete(context.promises.back());
    }
    for (domain::Finding& each : record_findings(context.promises)) context.about_promises.push_back(std::move(each));
    if (current.contract.social_return)
        context.social_return =
            domain::social_return::account_of(current.contract, {}, call.book().social_return_tables, call.today());
    return render::contract_whole(current.contract, context);
}

// The finding of the gate on signing within the standstill, on the day on which the contract was signed.
std::optional<domain::Finding> signed_within(const Call& call, store::Connection& connection,
                                             const Contract& contract) {
    const auto tender = tender_of(call, connection, contract);
    if (!tender) return std::nullopt;
    return domain::gates::standstill_on(*tender, call.book(), contract.signed_on.value_or(call.today()));
}

std::string established_answer(const Call& call, store::Connection& connection, const CurrentContract& current,
                               const Committed&) {
    return contract_answer(call, connection, current);
}

}  // namespace

std::string contract_sign(const Call& call) {
    const json::Value& request = call.request();
    return call.write(
        [&](store::Connection& connection) {
            const auto tender = origin_of(call, connection);
            Contract contract;
            if (tender) domain::contract::take_over(contract, *tender);
            if (contract.organisation.empty()) contract.organisation = request.text_or("organisation");
            contract.reference = json::key_of(request.text_or("reference"));
            contract.id = new_uuid();
            contract.revision = 1;
            std::vector<domain::Fault> faults;
            json::apply_members(contract, request, faults);
            // A request that says what was shown leaves what is asked to the tender.
            if (tender && request.find("instruments") && asks_nothing(contract))
                domain::contract::ask_as(contract, *tender);
            refuse_unless_complete(contract, faults);
            refuse_unless_lots(contract, tender, faults);
            refuse_unless_predecessor(call, connection, contract, faults);
            if (const auto there = contract_by_reference(call, connection, contract.organisation, contract.reference))
                throw domain::Refusal(domain::No::Conflict,
                                      domain::Fault{"/reference",
                                                    "contract.exists",
                                                    {{"value", contract.reference},
                                                     {"current", std::to_string(there->contract.revision)}},
                                                    {{"contract", there->contract.id}}});
            const auto in_force = call.store().policy_in_force(connection, contract.organisation, call.today());
            call.permit(in_force.get());
            const domain::Tender* origin = tender ? &*tender : nullptr;
            if (faults_of(contract.term).empty()) set_promises(call, contract, origin, in_force.get(), {}, {}, faults);
            const auto agreed_by = policy_of_rules(call, connection, contract, origin);
            set_social_return(call, contract, origin, agreed_by.get(), true, false, faults);
            domain::contract::refuse_impossible(contract, nullptr, std::move(faults));
            draw_up(contract, call.today(), call.rules(), call.book().circumstances(in_force.get()));
            Draft draft;
            draft.facts.thread = promise_findings(call, connection, contract, origin);
            follow_contract(call, connection, contract);
            draft.object = "contract:" + contract.id;
            draft.facts.contract = std::move(contract);
            return draft;
        },
        [](const Call& asked, store::Connection& connection, const Committed& committed) {
            CurrentContract current = contract_established(asked, connection, committed);
            const auto within = signed_within(asked, connection, current.contract);
            return contract_answer(asked, connection, std::move(current), within);
        });
}

std::string contract_change(const Call& call) {
    return under_contract(
        call,
        [&](store::Connection& connection, CurrentContract& current, Draft& draft) {
            refuse_unless_seen(call.request(), current.contract.revision, "contract.revision");
            Contract& contract = current.contract;
            bring_on(call, connection, current);  // a day that moved by itself has its own place in the sequence
            std::vector<domain::Fault> faults;
            const Contract before = contract;
            json::apply_members(contract, call.request(), faults);
            happen(call, before, contract, faults);
            refuse_unless_predecessor(call, connection, contract, faults);
            const auto tender = tender_of(call, connection, contract);
            const domain::Tender* origin = tender ? &*tender : nullptr;
            if (faults_of(contract.term).empty())
                set_promises(call, contract, origin, current.in_force.get(), observations_of(connection, current.id),
                             Records(call, connection, current.id, before).recorded(), faults);
            const bool realised = !is_empty(realisations_of(connection, current.id).efforts);
            const auto agreed_by = policy_of_rules(call, connection, contract, origin);
            set_social_return(call, contract, origin, agreed_by.get(), false, realised, faults);
            domain::contract::refuse_impossible(contract, &before, std::move(faults));
            if (contract == before) {
                draft.stands = current.entry;
            } else {
                ++contract.revision;
                draw_up(contract, call.today(), call.rules(), call.book().circumstances(current.in_force.get()));
                follow_contract(call, connection, contract);
            }
            draft.facts.thread = promise_findings(call, connection, contract, origin);
            draft.facts.contract = std::move(contract);
        },
        established_answer);
}

std::string contract_get(const Call& call) {
    std::string answer;
    call.read([&](store::Connection& connection) {
        answer = contract_answer(call, connection, named_contract(call, connection));
    });
    return answer;
}

}  // namespace mvoi::operations
