// SPDX-License-Identifier: EUPL-1.2
#include "store/tables/records.hpp"

#include "domain/promise/evidence.hpp"

namespace mvoi::store {
namespace {

int number_at(Query& row, int column) {
    return static_cast<int>(row.integer(column));
}

void add_rating(Query& row, ContractRecords& records) {
    records.ratings[number_at(row, 1)].push_back({row.day(2).value(), row.text(3), row.integer(4)});
}

void add_entry(Query& row, std::int64_t seq, int column, ContractRecords& records) {
    if (!records.entries.contains(seq)) records.entries.emplace(seq, unread_entry_from(row, seq, column));
}

// Of one contract; the entry that holds an item is kept for the next.
class RealisationReader {
  public:
    explicit RealisationReader(const RealisationVisit& visit) : visit_(visit) {}
    void read(Query& row) {
        Realisation found{nullptr, row.text(2), number_at(row, 3)};
        if (row.integer(4) == 0) {
            const std::int64_t seq = row.integer(1);
            found.is_first = !entry_ || entry_->seq != seq;
            if (found.is_first) entry_ = entry_from(row, seq, 5);
            found.entry = &*entry_;
        }
        visit_(found);
    }

  private:
    const RealisationVisit& visit_;
    std::optional<Entry> entry_;
};

}  // namespace

ContractRecords records_of(Connection& connection, std::int64_t contract) {
    ContractRecords records;
    Query rating(connection, "rating_of_contract"), document(connection, "evidence_of_contract"),
        proof(connection, "evidence_of_promises");
    rating.with(contract);
    while (rating.step()) add_rating(rating, records);
    document.with(contract);
    while (document.step()) records.holders[number_at(document, 0)] = document.integer(1);
    proof.with(contract);
    while (proof.step()) records.proof[number_at(proof, 0)].push_back(number_at(proof, 1));
    return records;
}

RecordsInStep::RecordsInStep(Connection& connection, const PromiseFilter& filter, domain::Date today)
    : ratings_(connection, "rating_list", ContractOrder::NewestFirst),
      documents_(connection, "evidence_list", ContractOrder::NewestFirst),
      by_promise_(true) {
    bind_filter(ratings_.query(), filter).with(today);
    bind_filter(documents_.query(), filter);
}

RecordsInStep::RecordsInStep(Connection& connection, const RunningFilter& filter)
    : ratings_(connection, "rating_running", ContractOrder::OldestFirst),
      documents_(connection, "evidence_running", ContractOrder::OldestFirst),
      by_promise_(false) {
    bind_filter(ratings_.query(), filter);
    bind_filter(documents_.query(), filter);
}

ContractRecords RecordsInStep::of(std::int64_t contract) {
    ContractRecords records;
    ratings_.each_of(contract, [&](Query& row) {
        add_rating(row, records);
        if (by_promise_ && !row.is_null(5)) add_entry(row, row.integer(4), 5, records);
    });
    documents_.each_of(contract, [&](Query& row) {
        const int number = number_at(row, 1);
        add_entry(row, records.holders[number] = row.integer(2), 3, records);
        if (by_promise_) records.proof[number_at(row, 7)].push_back(number);
    });
    return records;
}

std::map<std::string, std::vector<Holder>> evidence_holders(Connection& connection, const std::string& organisation,
                                                            const std::set<std::string>& fingerprints) {
    std::map<std::string, std::vector<Holder>> holders;
    std::string wanted;
    for (const std::string& each : fingerprints)
        if (domain::promise::is_sha256(each)) wanted += each;
    if (wanted.empty()) return holders;
    Query row(connection, "evidence_holders");
    row.with(organisation).with(wanted);
    while (row.step()) holders[row.text(0)].push_back({row.integer(1), row.text(2), row.text(3)});
    return holders;
}

void each_realisation(Connection& connection, std::int64_t contract, const RealisationVisit& visit) {
    RealisationReader reader(visit);
    Query row(connection, "realisation_of_contract");
    row.with(contract);
    while (row.step()) reader.read(row);
}

RealisationsInStep::RealisationsInStep(Connection& connection, const std::string& organisation, std::int64_t before)
    : rows_(connection, "realisation_list", ContractOrder::NewestFirst) {
    rows_.query().with(organisation).with(before);
}

void RealisationsInStep::each_of(std::int64_t contract, const RealisationVisit& visit) {
    RealisationReader reader(visit);
    rows_.each_of(contract, [&](Query& row) { reader.read(row); });
}

}  // namespace mvoi::store
