// SPDX-License-Identifier: EUPL-1.2
// The cost of the contract phase: register.import of observations from a list, beside bare sqlite3 that writes the same
// rows in transactions of as long; and the standings of 10,000 contracts, in one walk of promise.list over an
// organisation. Usage: bench_observe [CONTRACTS [OBSERVATIONS OF EACH]]     without them 10000 and 100
#include <sys/resource.h>

#include <fstream>

#include "bench.hpp"

namespace {

constexpr double batch_seconds = 0.04;  // as register.import commits

double peak_mib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

std::string two(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

void sign(bench::Session& session, int contracts) {
    for (int i = 0; i < contracts; ++i)
        session.call("contract.sign",
                     R"({"organisation":"gm0344","reference":"C-)" + std::to_string(i) +
                         R"(","title":"Vervoer","kind":"dienst","suppliers":[{"name":"Rijdt BV"}],)"
                         R"("term":{"start":"2016-01-01","months":120},"promises":[{"theme":"klimaat",)"
                         R"("kpi":"co2-uitstoot","target":"300","clause":"7.1"}],"today":"2026-11-21"})");
}

// A month each, contract by contract.
void generate(const std::string& path, int contracts, int each) {
    static constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    std::ofstream file(path);
    file << "contract;belofte;waarde;eenheid;van;tot en met;bron\n";
    for (int i = 0; i < contracts; ++i)
        for (int n = 0; n < each; ++n) {
            const int month = n % 12, year = 2016 + n / 12 % 10;
            const std::string start = std::to_string(year) + "-" + two(month + 1) + "-";
            file << "C-" << i << ";1;" << 10 + n % 13 << "." << (i + n) % 9 + 1 << ";ton-co2e;" << start << "01;"
                 << start << lengths[month] << ";meter " << n / 120 << "\n";
        }
}

struct Rows {
    std::vector<std::vector<bench::Cell>> rows;
    std::string insert;
};

// The rows of a table as the register has them, and how to write them again.
Rows rows_of(sqlite3* source, const std::string& table, const std::string& where) {
    Rows found;
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(source, ("SELECT * FROM " + table + where).c_str(), -1, &statement, nullptr);
    const int columns = sqlite3_column_count(statement);
    found.insert = "INSERT INTO " + table + " VALUES (?";
    for (int i = 1; i < columns; ++i) found.insert += ",?";
    found.insert += ")";
    while (sqlite3_step(statement) == SQLITE_ROW) {
        auto& row = found.rows.emplace_back();
        for (int i = 0; i < columns; ++i) {
            bench::Cell cell;
            cell.is_integer = sqlite3_column_type(statement, i) == SQLITE_INTEGER;
            cell.is_null = sqlite3_column_type(statement, i) == SQLITE_NULL;
            cell.integer = sqlite3_column_int64(statement, i);
            if (!cell.is_integer && !cell.is_null)
                cell.text.assign(reinterpret_cast<const char*>(sqlite3_column_text(statement, i)),
                                 static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
            row.push_back(std::move(cell));
        }
    }
    sqlite3_finalize(statement);
    return found;
}

// Seconds that plain sqlite3 takes: WAL, FULL, one cached statement for each table.
double write_bare(const std::string& path, const std::vector<std::string>& schema, const std::vector<Rows>& tables) {
    sqlite3* database = nullptr;
    if (sqlite3_open(path.c_str(), &database) != SQLITE_OK) throw std::runtime_error(path);
    bench::run(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
    for (const std::string& each : schema) bench::run(database, each);
    const auto begun = bench::Clock::now();
    auto batch = begun;
    bench::run(database, "BEGIN IMMEDIATE");
    for (const Rows& table : tables) {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v3(database, table.insert.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        for (const auto& row : table.rows) {
            int place = 0;
            for (const bench::Cell& cell : row) {
                ++place;
                if (cell.is_null)
                    sqlite3_bind_null(statement, place);
                else if (cell.is_integer)
                    sqlite3_bind_int64(statement, place, cell.integer);
                else
                    sqlite3_bind_text(statement, place, cell.text.data(), static_cast<int>(cell.text.size()),
                                      SQLITE_STATIC);
            }
            if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database));
            sqlite3_reset(statement);
            if (bench::seconds_since(batch) < batch_seconds) continue;
            bench::run(database, "COMMIT; BEGIN IMMEDIATE");
            batch = bench::Clock::now();
        }
        sqlite3_finalize(statement);
    }
    bench::run(database, "COMMIT");
    const double seconds = bench::seconds_since(begun);
    sqlite3_close(database);
    return seconds;
}

// Every promise of the organisation, a page at a time; how many there were.
int walk(bench::Session& session, int page) {
    int seen = 0;
    std::string after;
    do {
        session.call("promise.list", R"({"organisation":"gm0344","limit":)" + std::to_string(page) +
                                         (after.empty() ? "" : R"(,"after":")" + after + "\"") +
                                         R"(,"today":"2026-11-21"})");
        after = session.text("/next");
        for (int last = page - 1; last >= 0; --last)
            if (session.integer(("/items/" + std::to_string(last) + "/promise/number").c_str())) {
                seen += last + 1;
                break;
            }
    } while (!after.empty());
    return seen;
}

}  // namespace

int main(int argc, char** argv) {
    const int contracts = argc > 1 ? std::atoi(argv[1]) : 10000, each = argc > 2 ? std::atoi(argv[2]) : 100;
    const bench::Folder folder;
    const std::string list = folder.file("waarnemingen.csv"), model = folder.file("model.mvoi");
    generate(list, contracts, each);
    bench::Session session(folder.file("register.mvoi"));
    sign(session, contracts);
    const double rows = static_cast<double>(contracts) * each, before = peak_mib();
    auto begun = bench::Clock::now();
    session.call("register.import", R"({"format":"csv","content":"waarnemingen","organisation":"gm0344","path":")" +
                                        list + R"(","today":"2026-11-21"})");
    const double ours = bench::seconds_since(begun), after_import = peak_mib();
    if (static_cast<double>(session.integer("/added")) != rows) throw std::runtime_error(session.answer());
    begun = bench::Clock::now();
    const int seen = walk(session, 100);
    const double walked = bench::seconds_since(begun), after_walk = peak_mib();
    session.call("register.backup", R"({"path":")" + model + R"("})");

    sqlite3* source = nullptr;
    if (sqlite3_open_v2(model.c_str(), &source, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
        throw std::runtime_error(model);
    const std::vector<std::string> schema = [&] {
        std::vector<std::string> ddl;
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(source,
                           "SELECT sql FROM sqlite_master WHERE tbl_name IN ('journal', 'observation') AND "
                           "sql IS NOT NULL AND type <> 'trigger' ORDER BY type DESC",
                           -1, &statement, nullptr);
        while (sqlite3_step(statement) == SQLITE_ROW)
            ddl.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
        sqlite3_finalize(statement);
        return ddl;
    }();
    std::vector<Rows> tables{rows_of(source, "observation", "")};
    const double alone = write_bare(folder.file("bare1.db"), schema, tables);
    tables.push_back(rows_of(source, "journal", " WHERE seq > " + std::to_string(contracts)));
    const double all = write_bare(folder.file("bare2.db"), schema, tables);
    sqlite3_close(source);

    std::printf("import of %.0f observations of %d contracts   %.0f /s   memory %.0f -> %.0f MiB\n", rows, contracts,
                rows / ours, before, after_import);
    std::printf("bare sqlite3, the same rows with their journal   %.0f /s   ratio %.2f\n", rows / all, all / ours);
    std::printf("bare sqlite3, the observations alone             %.0f /s   ratio %.2f\n", rows / alone, alone / ours);
    std::printf("how %d promises stand   %.0f /s   memory %.0f -> %.0f MiB\n", seen, seen / walked, after_import,
                after_walk);
}
