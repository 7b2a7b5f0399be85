// SPDX-License-Identifier: EUPL-1.2
// Of every import, whatever its rows are: a file or a text to read, how its columns are to be read, and an answer
// that counts the rows, accounts for every column, names the rows that were refused, and says each kind of remark once.
#pragma once

#include <chrono>
#include <istream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "intake/table/lists.hpp"
#include "json/facts/facts.hpp"
#include "operations/call.hpp"
#include "operations/import/keep.hpp"

namespace mvoi::operations::import {

// A batch holds the write lock: other writers get their turn in between.
constexpr auto batch_time = std::chrono::milliseconds(40);

// The file or text that the request names; refused when it is not there.
std::unique_ptr<std::istream> open_input(const Call& call);
intake::ListOptions list_options(const Call& call);

enum class Result { Added, Changed, Unchanged };

class Report {
  public:
    explicit Report(const Call& call);

    json::ImportSummary summary;

    //   rows  of the list, that came to this together
    void count(Result result, std::int64_t rows = 1);
    //   reference  of the row; empty: it has none
    void refuse(std::int64_t line, const std::string& reference, const std::vector<domain::Fault>& faults);
    // The same of a row with a request: faults of its members name the columns that fill them.
    void refuse(const intake::Row& row, std::vector<domain::Fault> faults, const intake::RowSource& list);
    void warn(const intake::Row& row);
    // The parts that the register has otherwise than the row, and keeps.
    void keep(const intake::Row& row, const std::vector<KeptPart>& kept, const intake::RowSource& list);

    // Journals what was done and gives the answer. An import that brought nothing new establishes nothing: the same
    // file again leaves the register as it was.
    json::Value finish(const intake::Account& account);

  private:
    using Rows = std::vector<std::pair<std::int64_t, json::Value>>;  // by line

    // One kind of remark about one column: the first of them, and the rows that it is about.
    struct Remark {
        domain::Fault first;
        bool alike = true;  // it says the same of all of them
        std::int64_t count = 0;
        std::vector<std::int64_t> lines = {};
    };

    json::Value error_of(const domain::Fault& fault) const;
    std::string message_of(const domain::Fault& fault) const;
    std::string example_of(const Remark& remark) const;
    void list(Rows& rows, std::int64_t line, const std::string& reference,
              const std::vector<domain::Fault>& faults) const;
    static json::Value by_line(Rows rows);
    json::Value columns_of(const intake::Account& account) const;
    json::Value remarks_of(const intake::Account& account) const;
    json::Value answer(const json::ImportSummary& done, const intake::Account& account);

    const Call& call_;
    const std::int64_t listed_;
    Rows refused_, warned_;
    json::List kept_;
    std::int64_t kept_count_ = 0;
    std::map<std::pair<std::string, std::string>, Remark> remarks_;  // by sentence and column
};

// The rows are observations.
json::Value import_observations(const Call& call);

}  // namespace mvoi::operations::import
