// SPDX-License-Identifier: EUPL-1.2
// The common parts of the operations on a tender: deciding on its themes, changing it, answering.
#pragma once

#include <optional>

#include "domain/decision/decide.hpp"
#include "operations/current/tender.hpp"

namespace mvoi::operations {

// Context for deciding on the themes of this tender.
domain::DecisionContext decision_context(const Call& call, const domain::Tender& tender, const domain::Policy* policy,
                                         domain::Date today);

// Of a tender that names the contract it follows on: its end and day of notice are planned dates, where the tender has
// none yet. A contract that is not there, or is another organisation's, is a fault.
void follow_predecessor(const Call& call, store::Connection& connection, domain::Tender& tender,
                        std::vector<domain::Fault>& faults);

// A tender that is about to be established for the first time: themes decided, defaults filled in, flags raised,
// milestones made. Throws Refusal with all that is wrong.
//   faults  what reading the request already found
void complete_new_tender(const Call& call, domain::Tender& tender, const json::Value& request,
                         const domain::Policy* policy, domain::Date today, std::vector<domain::Fault> faults);

// Work on a tender: it gets the tender as it is and what is to be established, changes the tender and may refuse.
using TenderWork =
    std::function<void(store::Connection& connection, Current& current, Draft& draft, std::vector<domain::Fault>&)>;
// Changes the tender a request names; permission, revision, lapses, flags, milestones and journal are done here.
Committed change_tender(const Call& call, const TenderWork& work);
// The same for work that has no use for the register.
Committed change_tender(const Call& call, const std::function<void(Current&, std::vector<domain::Fault>&)>& work);

std::string answer_of(const Call& call, const Committed& committed);

}  // namespace mvoi::operations
