// SPDX-License-Identifier: EUPL-1.2
// The records of a contract besides itself: ratings, documents, efforts of social return. Names and free texts are in
// the journal, by the entry that is named.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/date.hpp"
#include "store/engine.hpp"

namespace mvoi::store {

// A rating of a promise: its day, its code, and the entry it stands in.
struct RatedOn {
    domain::Date on{2000, 1, 1};
    std::string rating;
    std::int64_t entry = 0;
};
// By the number of the promise; of each oldest first.
std::map<int, std::vector<RatedOn>> ratings_of(Connection& connection, std::int64_t contract);

// The entry that holds each document of a contract, by its number.
std::map<int, std::int64_t> evidence_of(Connection& connection, std::int64_t contract);
// The documents that are to prove each promise and were not withdrawn, by the number of the promise.
std::map<int, std::vector<int>> proof_of(Connection& connection, std::int64_t contract);
// Other contracts of the organisation with a document of this fingerprint: their references and suppliers' names.
struct OtherHolder {
    std::string reference;
    std::string suppliers;  // "A; B"
};
std::vector<OtherHolder> evidence_elsewhere(Connection& connection, const std::string& organisation,
                                            const std::string& sha256, std::int64_t but_for);

struct Realisation {
    std::int64_t entry = 0;
    std::string kind;  // plaatsing, factuur, activiteit, pso, overloop
    int number = 0;
    bool taken_back = false;
};
// In the order in which they were put down.
std::vector<Realisation> realisations_of_contract(Connection& connection, std::int64_t contract);

// A promise of a contract, with the entry that holds the contract.
struct PromisePlace {
    std::int64_t contract = 0;
    int number = 0;
    std::int64_t entry = 0;
};
// Members that are not given are not looked at. Without a contract those of the organisation.
struct PromiseFilter {
    std::string organisation;
    std::optional<std::int64_t> contract;
    std::int64_t from_contract = 0;  // the newest, which is looked at for promises above after_number
    std::int64_t after_number = 0;
    std::optional<std::string> theme, owner;
};
// Those of the newest contract first, until the visitor answers false.
void each_promise(Connection& connection, const PromiseFilter& filter,
                  const std::function<bool(const PromisePlace&)>& visit);

}  // namespace mvoi::store
