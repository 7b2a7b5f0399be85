// SPDX-License-Identifier: EUPL-1.2
// Plans as they were asked for, and as the rules of today would count them.
#pragma once

#include "domain/planning/tender_plan.hpp"
#include "json/out.hpp"
#include "operations/current/contract.hpp"
#include "operations/current/tender.hpp"

namespace mvoi::operations {

// The circumstances that a request for a plan names.
domain::planning::Terms plan_terms(const json::Value& request);

// A tender or a contract with days that the rules of today count otherwise than they stand.
struct RecountedTender {
    Current current;
    domain::planning::Plan plan;  // as it is counted today, from what was asked then
    std::int64_t asked = 0;       // the entry with that request
    std::vector<domain::Recounted> rows;
};
struct RecountedContract {
    CurrentContract current;
    store::PolicyPointer known;  // the policy that was known when its days were counted
    std::vector<domain::Recounted> rows;
};
// Of an organisation, oldest first; those that nobody recounted yet.
std::vector<RecountedTender> recounted_tenders(const Call& call, store::Connection& connection,
                                               const std::string& organisation);
std::vector<RecountedContract> recounted_contracts(const Call& call, store::Connection& connection,
                                                   const std::string& organisation);

// "Inschrijving stond op …": what became of a day, with its article.
std::string recount_sentence(const Call& call, const domain::Recounted& row);
// Old day, new day and article, as an answer has them.
void write_recounted(const Call& call, json::Out& out, const domain::Recounted& row);

}  // namespace mvoi::operations
