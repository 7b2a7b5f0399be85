// SPDX-License-Identifier: EUPL-1.2
#include "store/rebuild.hpp"

#include <string_view>
#include <vector>

#include "resources/resources.hpp"
#include "store/fold/fold.hpp"

namespace mvoi::store {
namespace {

// Those that sqlite/fold.sql makes, by name.
std::vector<std::string> folded_tables() {
    constexpr std::string_view makes = "\nCREATE TABLE ";
    const std::string_view script = resources::file("sqlite/fold.sql");
    std::vector<std::string> tables;
    for (std::size_t at = script.find(makes); at != std::string_view::npos; at = script.find(makes, at + 1)) {
        const std::size_t from = at + makes.size();
        tables.emplace_back(script.substr(from, script.find(' ', from) - from));
    }
    return tables;
}

struct DryRun {};  // thrown to have the transaction undone

void keep_old(Connection& connection, const std::vector<std::string>& tables) {
    for (const std::string& table : tables)
        connection.run("CREATE TEMP TABLE old_" + table + " AS SELECT * FROM main." + table);
}

void drop_old(Connection& connection, const std::vector<std::string>& tables) {
    for (const std::string& table : tables) connection.run("DROP TABLE IF EXISTS temp.old_" + table);
}

}  // namespace

Rebuilt rebuild(Engine& engine, int wait_ms, const StopFlag& stop, bool dry_run) {
    const auto tables = folded_tables();
    Rebuilt rebuilt;
    try {
        engine.write(wait_ms, stop, [&](Connection& connection) {
            rebuilt = {};
            keep_old(connection, tables);
            connection.run(std::string(resources::file("sqlite/fold.sql")));
            rebuilt.entries = fold_all(connection, stop);
            for (const std::string& table : tables) {
                const std::int64_t rows = connection.number("SELECT (SELECT count(*) FROM (SELECT * FROM main." +
                                                            table + " EXCEPT SELECT * FROM temp.old_" + table +
                                                            ")) + (SELECT count(*) FROM (SELECT * FROM temp.old_" +
                                                            table + " EXCEPT SELECT * FROM main." + table + "))");
                if (rows) rebuilt.differences.emplace_back(table, rows);
            }
            drop_old(connection, tables);
            if (dry_run) throw DryRun();
        });
    } catch (const DryRun&) {
    }
    return rebuilt;
}

}  // namespace mvoi::store
