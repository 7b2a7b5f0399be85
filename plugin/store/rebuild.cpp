// SPDX-License-Identifier: EUPL-1.2
#include "store/rebuild.hpp"

#include "resources/resources.hpp"
#include "store/fold/fold.hpp"

namespace mvoi::store {
namespace {

constexpr const char* tables[] = {"tender",        "tender_theme",     "tender_flag", "calendar",     "policy",
                                  "request",       "precedent",        "wording",     "wording_band", "lapse",
                                  "lapse_edition", "policy_catalogue", "review",      "contract",     "promise",
                                  "observation",   "promise_check",    "rating",      "evidence",     "evidence_serves",
                                  "social_return", "realisation"};

struct DryRun {};  // thrown to have the transaction undone

void keep_old(Connection& connection) {
    for (const std::string table : tables)
        connection.run("CREATE TEMP TABLE old_" + table + " AS SELECT * FROM main." + table);
}

void drop_old(Connection& connection) {
    for (const std::string table : tables) connection.run("DROP TABLE IF EXISTS temp.old_" + table);
}

}  // namespace

Rebuilt rebuild(Engine& engine, int wait_ms, const StopFlag& stop, bool dry_run) {
    Rebuilt rebuilt;
    try {
        engine.write(wait_ms, stop, [&](Connection& connection) {
            rebuilt = {};
            keep_old(connection);
            connection.run(std::string(resources::file("sqlite/fold.sql")));
            rebuilt.entries = fold_all(connection, stop);
            for (const std::string table : tables) {
                const std::int64_t rows = connection.number("SELECT (SELECT count(*) FROM (SELECT * FROM main." +
                                                            table + " EXCEPT SELECT * FROM temp.old_" + table +
                                                            ")) + (SELECT count(*) FROM (SELECT * FROM temp.old_" +
                                                            table + " EXCEPT SELECT * FROM main." + table + "))");
                if (rows) rebuilt.differences.emplace_back(table, rows);
            }
            drop_old(connection);
            if (dry_run) throw DryRun();
        });
    } catch (const DryRun&) {
    }
    return rebuilt;
}

}  // namespace mvoi::store
