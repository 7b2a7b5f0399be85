// SPDX-License-Identifier: EUPL-1.2
// The records of a contract besides itself: ratings, documents, efforts of social return. Names and free texts are in
// the journal, by the entry that is named.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "store/journal.hpp"
#include "store/tables/contracts.hpp"
#include "store/tables/in_step.hpp"
#include "store/tables/promises.hpp"

namespace mvoi::store {

// A rating of a promise: its day, its code, and the entry it stands in.
struct RatedOn {
    domain::Date on{2000, 1, 1};
    std::string rating;
    std::int64_t entry = 0;
};

// The ratings and documents recorded of the promises of one contract.
struct ContractRecords {
    std::map<int, std::vector<RatedOn>> ratings;  // by the number of the promise, oldest first
    std::map<int, std::int64_t> holders;          // the entry that holds each document, by its number
    std::map<int, std::vector<int>> proof;        // of each promise the documents that were not withdrawn
    std::map<std::int64_t, UnreadEntry> entries;  // those that came along, by seq
};
// All of a contract; no entry comes along.
ContractRecords records_of(Connection& connection, std::int64_t contract);

// The same of each contract of a list.
class RecordsInStep {
  public:
    // Of these promises alone, the newest contract first; along come the entries of documents and of the last rating of
    // each promise up to this day.
    RecordsInStep(Connection& connection, const PromiseFilter& filter, domain::Date today);
    // Of running contracts, the oldest first; no proof, and along come the entries of documents.
    RecordsInStep(Connection& connection, const RunningFilter& filter);
    ContractRecords of(std::int64_t contract);

  private:
    InStep ratings_, documents_;
    const bool by_promise_;
};

// A contract with a document of some fingerprint: its reference and its suppliers' names.
struct Holder {
    std::int64_t contract = 0;
    std::string reference;
    std::string suppliers;  // "A; B"
};
// Those of the organisation, oldest first, by fingerprint; documents that were withdrawn are not looked at.
//   fingerprints  what is no SHA-256 is passed over
std::map<std::string, std::vector<Holder>> evidence_holders(Connection& connection, const std::string& organisation,
                                                            const std::set<std::string>& fingerprints);

struct Realisation {
    const Entry* entry = nullptr;  // that holds it, as long as the visit lasts; nullptr: it was taken back
    std::string kind;              // plaatsing, factuur, activiteit, pso, overloop
    int number = 0;
    bool is_first = false;  // of those that the entry holds
};
using RealisationVisit = std::function<void(const Realisation&)>;
// In the order in which they were put down; an entry that holds several is read once.
void each_realisation(Connection& connection, std::int64_t contract, const RealisationVisit& visit);

// The same of each contract of an organisation with social return, below this id, the newest first.
class RealisationsInStep {
  public:
    RealisationsInStep(Connection& connection, const std::string& organisation, std::int64_t before);
    void each_of(std::int64_t contract, const RealisationVisit& visit);

  private:
    InStep rows_;
};

}  // namespace mvoi::store
