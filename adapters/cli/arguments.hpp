// SPDX-License-Identifier: EUPL-1.2
// The command line, read by the table of verbs.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "verbs.hpp"

namespace mvoi::cli {

struct Arguments {
    const Verb* verb = nullptr;  // null when none is named
    // The word that names the subject; empty when an option names it (--reference, --review) or there is none.
    std::string subject;
    std::vector<std::string> words;                                // the others
    std::map<std::string_view, std::vector<std::string>> options;  // by name in the table

    bool has(std::string_view option) const { return options.contains(option); }
    // The value of an option, or what the caller has instead.
    std::string value(std::string_view option, std::string_view otherwise = {}) const;
};

// The language asked for, wherever it stands: also faults of the command line are told in it.
Language language_of(std::span<const std::string_view> line);

// Throws UsageError.
Arguments parse(std::span<const std::string_view> line, Language language);

}  // namespace mvoi::cli
