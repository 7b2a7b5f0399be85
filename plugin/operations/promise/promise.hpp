// SPDX-License-Identifier: EUPL-1.2
// The common parts of the operations on promises, for those on contracts too.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "domain/contract/term.hpp"
#include "domain/promise/logbook.hpp"
#include "operations/current/contract.hpp"
#include "render/answers/promise_view.hpp"
#include "store/tables/observations.hpp"
#include "store/tables/records.hpp"

namespace mvoi::operations {

// Observations under a contract, by the number of the promise.
using store::Observations;
using store::observations_of;

// The same, to hold more observations against. The contract must outlive them.
using Logbooks = std::map<int, domain::promise::Logbook>;
Logbooks logbooks_of(const domain::Contract& contract, const Observations& observed,
                     const domain::measure::UnitsOfMeasure& units);
// Adds a fault for each promise whose observations are too large to be counted exactly.
void find_too_large(const Call& call, const domain::Contract& contract, const Logbooks& logbooks,
                    std::vector<domain::Fault>& faults);

// The answer of an operation that put observations down: these, and the standings of the promises they are about.
//   more  members that an operation adds; nothing: none
std::string observed_answer(const Call& call, store::Connection& connection, const CurrentContract& current,
                            const Committed& committed, const std::function<void(json::Out&)>& more = nullptr);

// A promise of the contract with its standing on the day of the call; once the contract is over, on the last day on
// which something could be reported about it.
render::PromiseShown shown_promise(const Call& call, const domain::Contract& contract,
                                   const domain::promise::Promise& promise, const Observations& observed);

// The promise of a contract with this number; nullptr, and a fault that says which there are, when there is none.
//   path  of what names it in the request
const domain::promise::Promise* find_promise(const domain::Contract& contract, int number, const std::string& path,
                                             std::vector<domain::Fault>& faults);
// "promises" of an answer: these of the contract, as they stand, with their ratings and documents.
void write_promises(json::Out& out, const Call& call, store::Connection& connection, const CurrentContract& current,
                    const std::set<int>& which);

using store::RatedOn;

// The findings about a document of a contract.
//   holders  the contracts with this document, this one too
std::vector<domain::Finding> document_findings(const Call& call, const domain::Contract& contract, std::int64_t id,
                                               const domain::promise::Document& document,
                                               const std::vector<store::Holder>& holders);

// The ratings and documents recorded of the promises of one contract. Entries of the journal that did not come along
// are read when they are needed for an answer, each once.
class Records {
  public:
    //   contract  as it is now; it must outlive this
    Records(const Call& call, store::Connection& connection, std::int64_t id, const domain::Contract& contract);
    Records(const Call& call, store::Connection& connection, std::int64_t id, const domain::Contract& contract,
            store::ContractRecords records);

    // The day by which a promise is to be rated next. Reads no entry.
    std::optional<domain::Date> rating_due(const domain::promise::Promise& promise) const;
    // The ratings of a promise that were put down, by day.
    const std::vector<RatedOn>& ratings(int promise) const;

    // The same with who found them and in what words; reads an entry for each.
    std::vector<domain::promise::Rating> ratings_in_words(int promise);

    // Adds the last rating, the documents that are to prove the promise, and what is to be said of these.
    void complete(render::PromiseShown& shown);
    // The same, but of documents nothing is said: other contracts are not looked at.
    void add_records(render::PromiseShown& shown);
    // A document by its number; nothing when there is none.
    const domain::promise::Document* document(int number);
    const render::DocumentShown* document_shown(int number);
    // The texts of the entry that holds a document, so that those that stay keep their seal.
    const store::SealedTexts& texts_of(int number);
    // The numbers of all documents, those that were withdrawn too.
    std::vector<int> documents() const;
    // The promises that were rated, or that a document is to prove.
    std::set<int> recorded();

  private:
    struct LoadedEntry;  // an entry that was read
    LoadedEntry& entry(std::int64_t seq);

    const Call& call_;
    store::Connection& connection_;
    const std::int64_t id_;
    const domain::Contract& contract_;
    const domain::contract::Course course_;
    store::ContractRecords records_;
    std::map<std::int64_t, std::shared_ptr<LoadedEntry>> entries_;
    std::map<int, render::DocumentShown> documents_;
};

// The findings about promises and about the documents that are to prove them, about each document once.
std::vector<domain::Finding> record_findings(const std::vector<render::PromiseShown>& promises);

}  // namespace mvoi::operations
