// SPDX-License-Identifier: EUPL-1.2
// Error documents, and text into a caller's buffer.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

#include "domain/model.hpp"
#include "domain/rules.hpp"

namespace mvoi::abi {

struct Outcome {
    std::int32_t status;
    std::string answer;          // empty: there is no memory for any
    bool out_of_memory = false;  // the answer is no_memory()
};

// The answer when there is no memory, not even for an answer.
std::string_view no_memory(domain::Language language) noexcept;

// The outcome of a call that ended in this exception.
Outcome outcome_of(const std::exception_ptr& failure, domain::Language language) noexcept;
// The outcome of a fault that the door itself found.
Outcome fault(std::int32_t status, std::string rule, domain::Language language,
              std::map<std::string, std::string> words = {}, std::string path = {});

// Copies the whole characters that fit, and a NUL when there is room. Never fails.
void copy_out(std::string_view text, char* buffer, std::int32_t capacity, std::int32_t* length);

}  // namespace mvoi::abi
