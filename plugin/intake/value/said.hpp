// SPDX-License-Identifier: EUPL-1.2
// The word of a cell on one subject. A value can be taken from it only where it was stated and understood: a cell that
// is empty, that says that nobody knows, or that cannot be read has none to give, and so never becomes a day, a term, a
// name or an amount.
#pragma once

#include <string_view>
#include <utility>
#include <variant>

namespace mvoi::intake {

template <typename Value>
class Said {
  public:
    static Said stated(Value value) { return Said(std::move(value)); }
    static Said nothing() { return Said(Nothing{}); }  // the cell is empty, or there is no such column
    static Said unknown() { return Said(Unknown{}); }  // "onbekend", "?", "#N/A"
    static Said refused(std::string_view rule) { return Said(Refused{rule}); }

    // nullptr: it was not stated, or not understood.
    const Value* value() const { return std::get_if<Value>(&content_); }
    bool is_nothing() const { return std::holds_alternative<Nothing>(content_); }
    bool is_unknown() const { return std::holds_alternative<Unknown>(content_); }
    // The fault why it cannot be read; empty when it can, or when there is nothing to read.
    std::string_view rule() const {
        const auto* refused = std::get_if<Refused>(&content_);
        return refused ? refused->rule : std::string_view();
    }

  private:
    struct Nothing {};
    struct Unknown {};
    struct Refused {
        std::string_view rule;
    };
    using Content = std::variant<Nothing, Unknown, Refused, Value>;

    explicit Said(Content content) : content_(std::move(content)) {}

    Content content_;
};

}  // namespace mvoi::intake
