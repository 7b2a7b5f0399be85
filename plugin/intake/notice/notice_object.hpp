// SPDX-License-Identifier: EUPL-1.2
// One object of a TED notice, read as a request to start a tender.
#pragma once

#include <string>
#include <string_view>

#include "intake/row.hpp"
#include "json/value.hpp"

namespace mvoi::intake {

// The row has its line; the notice has a list of objects with one at this index. organisation: of every tender; empty:
// from the buyer.
void read_object(Row& row, const json::Value& notice, std::size_t index, const std::string& organisation);

// The member as one line of text. Numbers count as texts: ids sometimes arrive as such.
std::string text_of(const json::Value* value);
std::string text_at(const json::Value& object, std::string_view name);

void fault(Row& row, std::string path, std::string_view rule, std::string_view value = {});

}  // namespace mvoi::intake
