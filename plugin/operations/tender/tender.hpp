// SPDX-License-Identifier: EUPL-1.2
// The common parts of the operations on a tender: finding one, deciding on its themes, answering.
#pragma once

#include <optional>

#include "domain/decision/decide.hpp"
#include "domain/gates/rules.hpp"
#include "json/rules/calendar.hpp"
#include "json/rules/measure.hpp"
#include "json/rules/planning.hpp"
#include "operations/call.hpp"
#include "store/tables/tenders.hpp"

namespace mvoi::operations {

// A tender as the register has it now.
struct Current {
    std::int64_t id = 0;     // seq of its first entry
    std::int64_t entry = 0;  // seq of the entry that holds it
    std::string hash;        // of that entry
    domain::Tender tender;
    store::SealedTexts texts;
    store::PolicyPointer policy;    // that was applied to it
    store::PolicyPointer in_force;  // of its organisation, on the day of the call

    // The facts that the rules look at, without reviews.
    domain::gates::GateFacts facts(const Call& call) const {
        domain::gates::GateFacts facts{tender, policy.get(), call.rules(), call.today(), in_force.get()};
        facts.planning.emplace(
            domain::planning::Circumstances{json::calendar_law(), json::planning_rules(), policy.get()});
        facts.instruments = &json::instrument_editions();
        return facts;
    }
};

// The tender that a request names, by "tender" or by "organisation" and "reference"; refused when there is none.
Current named_tender(const Call& call, store::Connection& connection);
std::optional<Current> tender_by_reference(const Call& call, store::Connection& connection,
                                           const std::string& organisation, const std::string& reference);
std::optional<Current> tender_by_uuid(const Call& call, store::Connection& connection, const std::string& uuid);
Current tender_from(const Call& call, store::Connection& connection, store::Placed placed);

// Context for deciding on the themes of this tender.
domain::DecisionContext decision_context(const Call& call, const domain::Tender& tender, const domain::Policy* policy,
                                         domain::Date today);

// A tender that is about to be established for the first time: themes decided, defaults filled in, flags raised,
// milestones made. Throws Refusal with all that is wrong.
//   faults  what reading the request already found
void complete_new_tender(const Call& call, domain::Tender& tender, const json::Value& request,
                         const domain::Policy* policy, domain::Date today, std::vector<domain::Fault> faults);

// Raises the flags of a tender that was just changed, and revises its milestones.
//   applied  the policy that was applied to the tender; in_force  the one in force today
void judge(domain::Tender& tender, const domain::Policy* applied, const domain::Policy* in_force,
           const domain::Rules& rules, domain::Date today);

// Work on a tender: it gets the tender as it is and what is to be established, changes the tender and may refuse.
using TenderWork =
    std::function<void(store::Connection& connection, Current& current, Draft& draft, std::vector<domain::Fault>&)>;
// Changes the tender a request names; permission, revision, lapsed explanations, flags, milestones and journal are done
// here.
Committed change_tender(const Call& call, const TenderWork& work);
// The same for work that has no use for the register.
Committed change_tender(const Call& call, const std::function<void(Current&, std::vector<domain::Fault>&)>& work);

std::string answer_of(const Call& call, const Committed& committed);

std::string new_uuid();

}  // namespace mvoi::operations
