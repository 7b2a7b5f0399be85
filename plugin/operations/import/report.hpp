// SPDX-License-Identifier: EUPL-1.2
// Of every import, whatever its rows are: a file or a text to read, how its columns are to be read, and an answer
// that counts the rows and names those that were refused.
#pragma once

#include <chrono>
#include <istream>
#include <memory>

#include "intake/table/lists.hpp"
#include "json/facts/facts.hpp"
#include "operations/call.hpp"

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

    void count(Result result);
    //   reference  of the row; empty: it has none
    void refuse(std::int64_t line, const std::string& reference, const std::vector<domain::Fault>& faults);
    void warn(std::int64_t line, const std::string& reference, const std::vector<domain::Fault>& faults);

    // Journals what was done and gives the answer. An import that brought nothing new establishes nothing: the same
    // file again leaves the register as it was.
    json::Value finish();

  private:
    using Rows = std::vector<std::pair<std::int64_t, json::Value>>;  // by line

    void list(Rows& rows, std::int64_t line, const std::string& reference,
              const std::vector<domain::Fault>& faults) const;
    static json::Value by_line(Rows rows);
    json::Value answer(const json::ImportSummary& done);

    const Call& call_;
    const std::int64_t listed_;
    Rows refused_, warned_;
};

// The rows are observations.
json::Value import_observations(const Call& call);

}  // namespace mvoi::operations::import
