// SPDX-License-Identifier: EUPL-1.2
// The parts of the fold, by what they keep. Only the fold uses them.
#pragma once

#include "store/engine.hpp"
#include "store/fold/fold.hpp"
#include "store/journal.hpp"

namespace mvoi::store::folding {

void fold_policy(Connection& connection, const Entry& entry);
void fold_tender(Connection& connection, const Entry& entry, const AtHand& at_hand);
void fold_redaction(Connection& connection, const Entry& entry);
// Lays out the tender of an entry.
//   before  as it was laid out until now; nullptr: it was not
void lay_out(Connection& connection, const domain::Tender* before, const Entry& entry);

// Precedents and the wording of explanations: what the argument memory counts.
void remember(Connection& connection, const std::string& organisation, const domain::Precedent& precedent);
void forget(Connection& connection, const std::string& organisation, const domain::Precedent& precedent);
//   words  normalised
void remember_wording(Connection& connection, const std::string& organisation, std::int64_t hash,
                      const std::string& words);
void forget_wording(Connection& connection, const std::string& organisation, std::int64_t hash);

// The days on which explanations of a tender lapse.
void put_lapses(Connection& connection, const domain::Tender& tender, std::int64_t id);
void take_away_lapses(Connection& connection, const domain::Tender& tender, std::int64_t id);
void fold_catalogue(Connection& connection, const domain::Policy& policy, std::int64_t entry);

// The entry that holds the contract with this UUID as the tables now have it; 0: none.
std::int64_t contract_entry(Connection& connection, const std::string& uuid);
// Lays out a contract as of the day of its entry.
void fold_contract(Connection& connection, const Entry& entry);
// The promises of a contract, by the id of that contract.
void put_promises(Connection& connection, const domain::Contract& contract, std::int64_t id);
void take_away_promises(Connection& connection, std::int64_t id);
// The observations put down and taken back under a contract.
void fold_observed(Connection& connection, const Entry& entry, const AtHand& at_hand);
// The ratings of its promises, and the documents that are to prove them.
void fold_rated(Connection& connection, const Entry& entry);
void fold_evidenced(Connection& connection, const Entry& entry);
// The contracts that ask for social return, and the placements, invoices and activities under them.
void put_social_return(Connection& connection, const domain::Contract& contract, std::int64_t id);
void take_away_social_return(Connection& connection, const domain::Contract& contract, std::int64_t id);
void fold_realised(Connection& connection, const Entry& entry);
// The days by which something is to be shown of a contract's promises, after an entry of it or of its observations.
//   observed  all that was; nullptr: it is read
void put_checks(Connection& connection, const domain::Contract& contract, const Observations* observed,
                const Entry& entry);
// Milestones on the calendar, of whatever object.
//   stamp  of the entry since which it is shown like this
//   sum    JSON: the steps that lead to its day; nothing: it was not counted
void put_milestone(Connection& connection, const std::string& organisation, std::int64_t object,
                   const domain::Milestone& milestone, const std::string& stamp,
                   const std::optional<std::string>& sum = std::nullopt);
void take_away_milestone(Connection& connection, const std::string& organisation, std::int64_t object,
                         const domain::Milestone& milestone);

// The other names of an object: these, and its reference in the form in which it would be kept today.
void put_aliases(Connection& connection, const std::string& organisation, const std::string& reference,
                 const std::vector<std::string>& aliases, std::int64_t object);
void take_away_aliases(Connection& connection, const std::string& organisation, const std::string& reference,
                       const std::vector<std::string>& aliases, std::int64_t object);

void fold_review(Connection& connection, const Entry& entry);
// Puts the latest review of a tender on the agenda, or takes it off, after the tender changed.
void fold_drift(Connection& connection, const domain::Tender& tender);

}  // namespace mvoi::store::folding
