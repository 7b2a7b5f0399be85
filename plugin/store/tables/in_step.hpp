// SPDX-License-Identifier: EUPL-1.2
// Rows that go with the contracts of a list, read in step with it: one statement for the list, however many contracts.
#pragma once

#include <string_view>

#include "store/engine.hpp"

namespace mvoi::store {

enum class ContractOrder { NewestFirst, OldestFirst };

// A statement whose rows begin with the id of their contract, in the order of the list. Contracts are asked for in that
// order, each once; rows of contracts that are not asked for are passed over. One row is held at a time.
class InStep {
  public:
    InStep(Connection& connection, std::string_view name, ContractOrder order)
        : row_(connection, name), newest_first_(order == ContractOrder::NewestFirst) {}

    // To bind what the statement asks; before its first row.
    Query& query() { return row_; }

    template <typename Visit>
    void each_of(std::int64_t contract, const Visit& visit) {
        if (!begun_) next();
        while (there_ && is_before(row_.integer(0), contract)) next();
        for (; there_ && row_.integer(0) == contract; next()) visit(row_);
    }

  private:
    void next() {
        begun_ = true;
        there_ = row_.step();
    }
    bool is_before(std::int64_t one, std::int64_t other) const { return newest_first_ ? one > other : one < other; }

    Query row_;
    const bool newest_first_;
    bool begun_ = false, there_ = false;
};

}  // namespace mvoi::store
