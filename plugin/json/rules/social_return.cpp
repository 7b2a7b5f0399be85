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

Tables read_tables() {
    constexpr std::string_view prefix = "rules/social-return-";
    Tables tables;
    for (std::size_t i = 0; i < resources::file_count; ++i) {
        if (!resources::files[i].name.starts_with(prefix)) continue;
        const Value document = parse(resources::files[i].content);
        if (document.find("socialReturnTable")) tables.push_back(read_table(document));
    }
    return tables;
}

Rule read_rule(const Value& row) {
    return read_row(row, read_json<Rule>);
}

}  // namespace

// Both are kept for ever: calls may come while the process ends.
const Tables& social_return_tables() {
    static const auto* tables = new Tables(read_tables());
    return *tables;
}

const RuleList& social_return_rules() {
    static const auto* rules = new RuleList(read_rows("social-return-obligations.json", read_rule));
    return *rules;
}

}  // namespace mvoi::json
