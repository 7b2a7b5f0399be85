// SPDX-License-Identifier: EUPL-1.2
// A well-formed "no" of the domain: nothing was done, and this is what is wrong.
#pragma once

#include <stdexcept>
#include <utility>
#include <vector>

#include "domain/model.hpp"

namespace mvoi::domain {

enum class No { Blocked, NotFound, Conflict, Invalid };

struct Refusal : std::runtime_error {
    Refusal(No kind_, std::vector<Fault> faults_)
        : std::runtime_error(faults_.empty() ? "refused" : faults_.front().rule),
          kind(kind_),
          faults(std::move(faults_)) {}
    Refusal(No kind_, Fault fault) : Refusal(kind_, std::vector<Fault>{std::move(fault)}) {}
    No kind;
    std::vector<Fault> faults;
    std::string gate;  // of what was stopped at a gate: the gate as JSON, for the answer
};

}  // namespace mvoi::domain
