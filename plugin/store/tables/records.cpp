// SPDX-License-Identifier: EUPL-1.2
#include "store/tables/records.hpp"

namespace mvoi::store {
namespace {

int number_at(Query& row, int column) {
    return static_cast<int>(row.integer(column));
}

}  // namespace

std::map<int, std::vector<RatedOn>> ratings_of(Connection& connection, std::int64_t contract) {
    std::map<int, std::vector<RatedOn>> ratings;
    Query row(connection, "rating_of_contract");
    row.with(contract);
    while (row.step()) ratings[number_at(row, 0)].push_back({row.day(1).value(), row.text(2), row.integer(3)});
    return ratings;
}

std::map<int, std::int64_t> evidence_of(Connection& connection, std::int64_t contract) {
    std::map<int, std::int64_t> holders;
    Query row(connection, "evidence_of_contract");
    row.with(contract);
    while (row.step()) holders[number_at(row, 0)] = row.integer(1);
    return holders;
}

std::map<int, std::vector<int>> proof_of(Connection& connection, std::int64_t contract) {
    std::map<int, std::vector<int>> proof;
    Query row(connection, "evidence_of_promises");
    row.with(contract);
    while (row.step()) proof[number_at(row, 0)].push_back(number_at(row, 1));
    return proof;
}

std::vector<OtherHolder> evidence_elsewhere(Connection& connection, const std::string& organisation,
                                            const std::string& sha256, std::int64_t but_for) {
    std::vector<OtherHolder> holders;
    Query row(connection, "evidence_elsewhere");
    row.with(organisation).with(sha256).with(but_for);
    while (row.step()) holders.push_back({row.text(1), row.text(2)});
    return holders;
}

std::vector<Realisation> realisations_of_contract(Connection& connection, std::int64_t contract) {
    std::vector<Realisation> realisations;
    Query row(connection, "realisation_of_contract");
    row.with(contract);
    while (row.step()) realisations.push_back({row.integer(0), row.text(1), number_at(row, 2), row.integer(3) != 0});
    return realisations;
}

void each_promise(Connection& connection, const PromiseFilter& filter,
                  const std::function<bool(const PromisePlace&)>& visit) {
    Query row(connection, filter.contract ? "promise_list_of_contract" : "promise_list");
    if (filter.contract)
        row.with(*filter.contract);
    else
        row.with(filter.organisation);
    row.with(filter.from_contract).with(filter.after_number).with(filter.theme).with(filter.owner);
    while (row.step())
        if (!visit({row.integer(0), number_at(row, 1), row.integer(2)})) return;
}

}  // namespace mvoi::store
