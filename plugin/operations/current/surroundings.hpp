// SPDX-License-Identifier: EUPL-1.2
// A tender with everything beside it that its rules look at.
#pragma once

#include "operations/current/contract.hpp"
#include "operations/current/review.hpp"
#include "operations/current/tender.hpp"

namespace mvoi::operations {

// The latest review of a tender, and its contracts as they are on the day of the call: its rules look at both. The call
// and the tender must outlive it.
class Surroundings {
  public:
    Surroundings(const Call& call, store::Connection& connection, const Current& current);

    const ReviewOf* review() const { return review_ ? &*review_ : nullptr; }  // nullptr: there was none
    const std::vector<domain::Contract>& contracts() const { return contracts_; }
    domain::gates::GateFacts facts() const;

  private:
    const Call& call_;
    const Current& current_;
    std::optional<ReviewOf> review_;
    std::vector<domain::Contract> contracts_;
    std::vector<std::string> promised_;      // criteria with a promise in those contracts
    std::vector<domain::Finding> weakened_;  // about promises that they hold less of than was offered
};

}  // namespace mvoi::operations
