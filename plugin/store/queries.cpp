// SPDX-License-Identifier: EUPL-1.2
#include "store/queries.hpp"

#include "resources/resources.hpp"

namespace mvoi::store {
namespace {

constexpr std::string_view folder = "queries/", ending = ".sql", part = "-- part: ";

}  // namespace

QueryText query_text(std::string_view name) {
    const resources::File& file = resources::find(std::string(folder) + std::string(name) + std::string(ending));
    QueryText text{file.name.substr(folder.size(), file.name.size() - folder.size() - ending.size()),
                   std::string(file.content)};
    for (std::size_t at = text.sql.find(part); at != std::string::npos; at = text.sql.find(part, at)) {
        const std::size_t end = text.sql.find('\n', at);
        const std::string named = text.sql.substr(at + part.size(), end - at - part.size());
        text.sql.replace(at, end + 1 - at,
                         resources::file(std::string(folder) + "parts/" + named + std::string(ending)));
    }
    return text;
}

}  // namespace mvoi::store
