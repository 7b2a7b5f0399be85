// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/social_return/social_return.hpp"

namespace mvoi::domain::social_return {
namespace {

template <typename Row>
const Row* row_of(const std::vector<Row>& rows, std::string_view code) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& each) { return each.code == code; });
    return found == rows.end() ? nullptr : &*found;
}

bool holds_on(const Table& table, Date day) {
    return table.valid_from && *table.valid_from <= day && (!table.valid_to || day <= *table.valid_to);
}

}  // namespace

const Table* find_table(const Tables& tables, std::string_view code) {
    return row_of(tables, code);
}
const Block* find_block(const Table& table, std::string_view code) {
    return row_of(table.blocks, code);
}
const Bonus* find_bonus(const Table& table, std::string_view code) {
    return row_of(table.bonuses, code);
}

Chosen table_for(const Tables& tables, const std::string& region, Date publication) {
    Chosen chosen;
    std::string undated, regions;
    bool known = false;
    for (const Table& table : tables) {
        if (regions.find(table.region) == std::string::npos) regions += (regions.empty() ? "" : ", ") + table.region;
        if (table.region != region) continue;
        known = true;
        if (!table.valid_from) undated += (undated.empty() ? "" : ", ") + table.code;
        if (holds_on(table, publication) && (!chosen.table || chosen.table->valid_from < table.valid_from))
            chosen.table = &table;
    }
    if (chosen.table) return chosen;
    const char* rule = !known             ? "social-return-region-unknown"
                       : !undated.empty() ? "social-return-table-undated"
                                          : "social-return-table-not-known";
    chosen.findings.push_back(
        {rule,
         Severity::Warning,
         "/table",
         {{"region", region}, {"date", to_text(publication)}, {"accepted", !known ? regions : undated}},
         "schema/rules/social-return-*.json"});
    return chosen;
}

}  // namespace mvoi::domain::social_return
