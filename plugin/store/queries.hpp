// SPDX-License-Identifier: EUPL-1.2
// The statements of schema/queries/, for every engine.
#pragma once

#include <string>
#include <string_view>

namespace mvoi::store {

struct QueryText {
    std::string_view name;  // as long as the process lasts
    std::string sql;        // with the parts that it has in common with others
};
// A name that is not there is a fault of the library and throws std::logic_error.
QueryText query_text(std::string_view name);

}  // namespace mvoi::store
