// SPDX-License-Identifier: EUPL-1.2
// The plan of SQLite for a query of schema/queries/: the indexes it searches, the tables it reads whole, its sorting.
#pragma once

#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "store/queries.hpp"
#include "support/register.hpp"

inline std::vector<std::string> plan_of(const TestRegister& store, const std::string& query) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open_v2((store.folder + "/register.mvoi").c_str(), &database, SQLITE_OPEN_READONLY, nullptr) ==
            SQLITE_OK);
    const std::string text = "EXPLAIN QUERY PLAN " + mvoi::store::query_text(query).sql;
    sqlite3_stmt* plan = nullptr;
    REQUIRE(sqlite3_prepare_v2(database, text.c_str(), -1, &plan, nullptr) == SQLITE_OK);
    std::vector<std::string> steps;
    while (sqlite3_step(plan) == SQLITE_ROW)
        steps.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(plan, 3)));
    sqlite3_finalize(plan);
    sqlite3_close(database);
    return steps;
}

// Reads a table whole; what a query makes of its own parameters is none.
inline bool is_whole_scan(const std::string& step) {
    return step.starts_with("SCAN") && step != "SCAN CONSTANT ROW" && step != "SCAN wanted";
}
