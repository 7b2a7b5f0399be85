// SPDX-License-Identifier: EUPL-1.2
#include "json/rules/social_return.hpp"

#include "json/facts/form.hpp"
#include "json/rules/row.hpp"

namespace mvoi::json {
namespace {

using namespace domain::social_return;

// As the journal has them, so that there is one form. What cannot be read is a fault of the library.
template <typename Read>
auto read_row(const Value& row, Read read) {
    try {
        return read(row);
    } catch (const std::runtime_error&) {
        return sense_in(std::optional<decltype(read(row))>(), row);
    }
}

Table read_table(const Value& document) {
    Table table = read_row(document, read_json<Table>);
    table.code = document.text_or("socialReturnTable");
    return table;
}

Rule read_rule(const Value& row) {
    return read_row(row, read_json<Rule>);
}

}  // namespace

Tables read_social_return_tables() {
    constexpr std::string_view prefix = "rules/social-return-";
    Tables tables;
    for (std::size_t i = 0; i < resources::file_count; ++i) {
        if (!resources::files[i].name.starts_with(prefix)) continue;
        const Value document = parse(resources::files[i].content);
        if (document.find("socialReturnTable")) tables.push_back(read_table(document));
    }
    return tables;
}

RuleList read_social_return_rules() {
    return read_rows("social-return-obligations.json", read_rule);
}

}  // namespace mvoi::json
