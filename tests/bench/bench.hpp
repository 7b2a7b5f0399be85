// SPDX-License-Identifier: EUPL-1.2
// The common parts of the benchmarks: a session of the library, requests, a bare SQLite writing the same rows, figures.
#pragma once

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "clock.hpp"
#include "mvoi.h"

namespace bench {

// A folder that goes when the benchmark ends. MVOI_BENCH_DIR chooses the disk.
class Folder {
  public:
    Folder() {
        const char* chosen = std::getenv("MVOI_BENCH_DIR");
        std::string pattern = std::string(chosen ? chosen : "/var/tmp") + "/mvoi-bench-XXXXXX";
        if (!mkdtemp(pattern.data())) throw std::runtime_error("no folder for the benchmark");
        path_ = pattern;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    std::string file(const std::string& name) const { return path_ + "/" + name; }

  private:
    std::string path_;
};

class Session {
  public:
    explicit Session(const std::string& path) {
        const std::string config = R"({"register":")" + path + R"(","actor":"bench","origin":"bench"})";
        int32_t length = 0;
        char answer[2048];
        if (mvoi_open(config.c_str(), -1, &handle_, answer, sizeof answer - 1, &length) != MVOI_OK)
            throw std::runtime_error(answer);
    }
    ~Session() { mvoi_close(handle_); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void call(const char* operation, const std::string& request) {
        int32_t length = 0;
        const int32_t status = mvoi_call(handle_, operation, -1, request.data(), static_cast<int32_t>(request.size()),
                                         buffer_.data(), static_cast<int32_t>(buffer_.size()), &length);
        if (status != MVOI_OK) throw std::runtime_error(std::string(operation) + ": " + buffer_.data());
        length_ = static_cast<std::size_t>(length);
    }
    // The answer of the last call, as far as it fitted.
    std::string answer() const { return std::string(buffer_.data(), std::min(length_, buffer_.size())); }
    int64_t integer(const char* path) const {
        int64_t value = 0;
        mvoi_integer(handle_, path, -1, &value);
        return value;
    }
    std::string text(const char* path) const {
        char value[512] = "";
        int32_t length = 0;
        mvoi_text(handle_, path, -1, value, sizeof value - 1, &length);
        return value;
    }

  private:
    int32_t handle_ = 0;
    std::size_t length_ = 0;
    std::vector<char> buffer_ = std::vector<char>(65536);
};

inline std::string policy_request(const std::string& organisation) {
    return R"({"organisation":")" + organisation +
           R"(","validFrom":"2026-01-01","ambition":2,"defaultLevels":[{"theme":"klimaat","level":2},)"
           R"({"theme":"circulair","productGroup":"schoonmaak","level":3}]})";
}

// A tender with four themes and three criteria, as a hook at tender start sends it.
inline std::string start_request(const std::string& organisation, const std::string& reference) {
    return R"({"organisation":")" + organisation + R"(","reference":")" + reference +
           R"(","title":"Schoonmaak van de gemeentelijke gebouwen 2027-2031","kind":"dienst","cpv":["90910000"],)"
           R"("productGroup":"schoonmaak","sector":"facilitair","estimatedValueCents":124000000,"procedure":"openbaar",)"
           R"("people":{"opdrachtgever":"A. de Vries","budgethouder":"B. Jansen","inkoopadviseur":"C. van den Berg",)"
           R"("contractmanager":"D. Bakker"},"ambition":2,"themes":[)"
           R"({"theme":"klimaat","state":"applied","level":2,"criteria":[{"number":"18.010","edition":"2020-12-10",)"
           R"("kind":"minimumeis","legalForm":"technische-specificatie","proof":"certificaat"}]},)"
           R"({"theme":"circulair","state":"applied","level":3,"criteria":[{"number":"18.016","edition":"2020-12-10",)"
           R"("kind":"gunningscriterium","legalForm":"gunningscriterium","weight":20,"proof":"plan van aanpak"}]},)"
           R"({"theme":"social-return","state":"applied","criteria":[{"number":"18.040","edition":"2020-12-10",)"
           R"("kind":"minimumeis","legalForm":"bijzondere-voorwaarde","proof":"bouwblokkenstaat"}]},)"
           R"({"theme":"milieu","state":"explained","explanation":{"reason":"geen-aanbod","text":"De markt levert dit )"
           R"(nog niet; zie de marktconsultatie van oktober."}}],"planning":{"contractStart":"2027-06",)"
           R"("publication":{"date":"2027-01-15","certainty":"vast"}},"today":"2026-11-21"})";
}

// ---- the baseline: the same rows, bare ------------------------------------------------------------------------------

inline void run(sqlite3* database, const std::string& sql) {
    char* message = nullptr;
    if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK)
        throw std::runtime_error(sql.substr(0, 60) + ": " + (message ? message : "?"));
}

// Everything one tender wrote: rows of column values, ready to bind.
struct Cell {
    bool is_integer = false, is_null = false;
    int64_t integer = 0;
    std::string text;
};
struct TableRow {
    std::size_t table;
    std::vector<Cell> cells;
};

// Plays the rows of a finished register into an empty one with plain sqlite3: cached statements, WAL, FULL.
class Bare {
  public:
    static constexpr const char* tables[] = {"journal",  "tender",  "tender_theme", "tender_flag",
                                             "calendar", "request", "lapse",        "lapse_edition"};
    static constexpr const char* keys[] = {"object", "id", "tender", "tender", "object", "entry", "tender", "tender"};

    Bare(const std::string& model, const std::string& path) {
        load(model);
        if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) throw std::runtime_error(path);
        run(database_, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON");
        for (const std::string& ddl : ddl_) run(database_, ddl);
        for (std::size_t t = 0; t < std::size(tables); ++t) statements_.push_back(prepare(t));
        count_ = prepare(
            "INSERT INTO precedent VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET tenders = precedent.tenders + "
            "1");
        use_ = prepare("INSERT INTO wording VALUES (?, ?, 1, ?) ON CONFLICT DO UPDATE SET uses = wording.uses + 1");
        begin_ = prepare("BEGIN IMMEDIATE");
        commit_ = prepare("COMMIT");
    }
    ~Bare() {
        for (sqlite3_stmt* statement : statements_) sqlite3_finalize(statement);
        sqlite3_finalize(count_);
        sqlite3_finalize(use_);
        sqlite3_finalize(begin_);
        sqlite3_finalize(commit_);
        sqlite3_close(database_);
    }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    std::size_t size() const { return tenders_.size(); }
    void begin() { step(begin_); }
    void commit() { step(commit_); }
    void write(std::size_t tender) {
        for (const TableRow& row : tenders_.at(tender)) {
            sqlite3_stmt* statement = statements_[row.table];
            int place = 0;
            for (const Cell& cell : row.cells) bind(statement, ++place, cell);
            step(statement);
        }
        // Counts that every one of these tenders raised.
        for (const auto& cells : counted_) play(count_, cells);
        for (const auto& cells : used_) play(use_, cells);
    }

  private:
    static void bind(sqlite3_stmt* statement, int place, const Cell& cell) {
        if (cell.is_null)
            sqlite3_bind_null(statement, place);
        else if (cell.is_integer)
            sqlite3_bind_int64(statement, place, cell.integer);
        else
            sqlite3_bind_text(statement, place, cell.text.data(), static_cast<int>(cell.text.size()), SQLITE_STATIC);
    }

    void play(sqlite3_stmt* statement, const std::vector<Cell>& cells) {
        int place = 0;
        for (const Cell& cell : cells) bind(statement, ++place, cell);
        step(statement);
    }

    void step(sqlite3_stmt* statement) {
        if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database_));
        sqlite3_reset(statement);
    }

    sqlite3_stmt* prepare(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(database_, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(database_));
        return statement;
    }

    sqlite3_stmt* prepare(std::size_t table) {
        std::string marks = "?";
        for (std::size_t i = 1; i < columns_.at(table); ++i) marks += ",?";
        return prepare("INSERT INTO " + std::string(tables[table]) + " VALUES (" + marks + ")");
    }

    // Reads schema and rows of a backup that the library wrote; rows are grouped by the tender that caused them.
    void load(const std::string& model) {
        sqlite3* source = nullptr;
        if (sqlite3_open_v2(model.c_str(), &source, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
            throw std::runtime_error(model);
        each(source, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'trigger' ORDER BY type DESC",
             [&](sqlite3_stmt* row) { ddl_.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(row, 0))); });
        std::vector<int64_t> ids;
        each(source, "SELECT id FROM tender ORDER BY id",
             [&](sqlite3_stmt* row) { ids.push_back(sqlite3_column_int64(row, 0)); });
        tenders_.resize(ids.size());
        for (std::size_t table = 0; table < std::size(tables); ++table) {
            columns_.push_back(0);
            const std::string sql = std::string("SELECT ") + keys[table] + ", * FROM " + tables[table];
            each(source, sql, [&](sqlite3_stmt* row) {
                columns_[table] = static_cast<std::size_t>(sqlite3_column_count(row) - 1);
                const auto place = std::lower_bound(ids.begin(), ids.end(), sqlite3_column_int64(row, 0));
                if (place == ids.end() || *place != sqlite3_column_int64(row, 0)) return;
                tenders_[static_cast<std::size_t>(place - ids.begin())].push_back({table, cells(row)});
            });
            if (columns_[table] == 0) columns_[table] = count_columns(source, tables[table]);
        }
        const std::string all = std::to_string(ids.size());
        each(source, "SELECT 0, organisation, scope, theme, outcome, detail FROM precedent WHERE tenders = " + all,
             [&](sqlite3_stmt* row) { counted_.push_back(cells(row)); });
        each(source, "SELECT 0, organisation, hash, text FROM wording WHERE uses = " + all,
             [&](sqlite3_stmt* row) { used_.push_back(cells(row)); });
        sqlite3_close(source);
    }

    static std::size_t count_columns(sqlite3* source, const std::string& table) {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(source, ("SELECT * FROM " + table).c_str(), -1, &statement, nullptr);
        const auto count = static_cast<std::size_t>(sqlite3_column_count(statement));
        sqlite3_finalize(statement);
        return count;
    }

    static std::vector<Cell> cells(sqlite3_stmt* row) {
        std::vector<Cell> all;
        for (int i = 1; i < sqlite3_column_count(row); ++i) {
            Cell cell;
            cell.is_null = sqlite3_column_type(row, i) == SQLITE_NULL;
            cell.is_integer = sqlite3_column_type(row, i) == SQLITE_INTEGER;
            cell.integer = sqlite3_column_int64(row, i);
            if (!cell.is_null && !cell.is_integer)
                cell.text.assign(reinterpret_cast<const char*>(sqlite3_column_text(row, i)),
                                 static_cast<std::size_t>(sqlite3_column_bytes(row, i)));
            all.push_back(std::move(cell));
        }
        return all;
    }

    template <typename Visit>
    static void each(sqlite3* database, const std::string& sql, Visit visit) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(database));
        while (sqlite3_step(statement) == SQLITE_ROW) visit(statement);
        sqlite3_finalize(statement);
    }

    std::vector<std::string> ddl_;
    std::vector<std::size_t> columns_;
    std::vector<std::vector<TableRow>> tenders_;
    sqlite3* database_ = nullptr;
    std::vector<sqlite3_stmt*> statements_;
    std::vector<std::vector<Cell>> counted_, used_;
    sqlite3_stmt* count_ = nullptr;
    sqlite3_stmt* use_ = nullptr;
    sqlite3_stmt* begin_ = nullptr;
    sqlite3_stmt* commit_ = nullptr;
};

}  // namespace bench
