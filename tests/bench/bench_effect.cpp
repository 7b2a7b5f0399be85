// SPDX-License-Identifier: EUPL-1.2
// effect.list over 1,000 and 10,000 contracts of one organisation, each with two promises and sixteen observations, in
// one call; beside it a plain SELECT sum over the same rows of a copy of the same register, in turn. The SELECT knows
// nothing of promises, days, units or exactness: it is the least that reading the rows can cost.
//     bench_effect [CONTRACTS [ROUNDS]]
#include <sys/resource.h>

#include <cstring>
#include <fstream>

#include "bench.hpp"

namespace {

std::string numbered(int number) {
    return "C-" + std::to_string(number);
}

void sign(bench::Session& session, int number) {
    session.call(
        "contract.sign",
        R"({"organisation":"gm0344","reference":")" + numbered(number) +
            R"(","title":"Schoonmaak van de gemeentelijke gebouwen","kind":"dienst",)"
            R"("term":{"start":"2026-01-01","end":"2027-12-31"},"promises":[)"
            R"({"theme":"milieu","kpi":"nox","target":"100"},)"
            R"({"theme":"klimaat","kpi":"co2-uitstoot","unit":"kg-co2e","target":"5000"}],"today":"2026-01-01"})");
    std::string observations;
    const char* quarters[][2] = {
        {"-01-01", "-03-31"}, {"-04-01", "-06-30"}, {"-07-01", "-09-30"}, {"-10-01", "-12-31"}};
    for (const char* year : {"2026", "2027"})
        for (const char* promise : {"1", "2"})
            for (const auto& quarter : quarters)
                observations += std::string(observations.empty() ? "" : ",") + R"({"promise":)" + promise +
                                R"(,"from":")" + year + quarter[0] + R"(","to":")" + year + quarter[1] +
                                R"(","value":")" + std::to_string(number % 997) + ".25" + R"(","source":")" +
                                (number % 3 ? "meter" : "raming") + R"(","estimated":)" +
                                (number % 3 ? "false}" : "true}");
    session.call("promise.observe", R"({"organisation":"gm0344","reference":")" + numbered(number) +
                                        R"(","observations":[)" + observations + R"(],"today":"2028-01-01"})");
}

double cpu_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

// Of this process, in megabytes: now, and the most since peak_begins().
double memory(const char* name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind(name, 0) == 0) return std::stod(line.substr(std::strlen(name))) / 1024;
    return 0;
}
void peak_begins() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

const char* plain_sum =
    "SELECT promise, substr(from_day, 1, 4), estimated, sum(CAST(value AS REAL)), "
    "sum(julianday(to_day) - julianday(from_day) + 1) FROM observation JOIN contract ON contract.id = "
    "observation.contract "
    "WHERE organisation = 'gm0344' GROUP BY 1, 2, 3";

void plain(sqlite3* database) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, plain_sum, -1, &statement, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(database));
    int rows = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) ++rows;
    sqlite3_finalize(statement);
    if (rows != 8) throw std::runtime_error("the baseline found " + std::to_string(rows) + " rows");
}

void measure(bench::Session& session, const std::string& copy, int contracts, int rounds) {
    session.call("register.backup", R"({"path":")" + copy + R"("})");
    sqlite3* database = nullptr;
    if (sqlite3_open_v2(copy.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
        throw std::runtime_error(copy);
    const std::string request = R"({"organisation":"gm0344","today":"2028-01-01"})";
    session.call("effect.list", request);  // both have read the file once
    plain(database);
    std::vector<double> ours, theirs, cpu;
    peak_begins();
    const double before = memory("VmRSS:");
    for (int round = 0; round < rounds; ++round) {
        const double used = cpu_seconds();
        const auto begun = bench::Clock::now();
        session.call("effect.list", request);
        ours.push_back(bench::seconds_since(begun));
        cpu.push_back(cpu_seconds() - used);
        if (session.integer("/read/contracts") != contracts) throw std::runtime_error("not all contracts were read");
        const auto other = bench::Clock::now();
        plain(database);
        theirs.push_back(bench::seconds_since(other));
    }
    sqlite3_close(database);
    std::printf(
        "%6d contracts, %7d observations: effect.list %8.1f ms (cpu %8.1f), %5.1f us per contract; "
        "SELECT sum %7.2f ms; ratio %6.1f; memory %.1f MB, at most %.1f MB more\n",
        contracts, contracts * 16, bench::median(ours) * 1e3, bench::median(cpu) * 1e3,
        bench::median(ours) * 1e6 / contracts, bench::median(theirs) * 1e3, bench::median(ours) / bench::median(theirs),
        before, memory("VmHWM:") - before);
}

}  // namespace

int main(int count, char** arguments) {
    const int contracts = count > 1 ? std::atoi(arguments[1]) : 10'000;
    const int rounds = count > 2 ? std::atoi(arguments[2]) : 7;
    bench::Folder folder;
    bench::Session session(folder.file("effect.mvoi"));
    int signed_so_far = 0;
    for (const int many : {contracts / 10, contracts}) {
        while (signed_so_far < many) sign(session, ++signed_so_far);
        measure(session, folder.file("copy-" + std::to_string(many) + ".mvoi"), many, rounds);
    }
}
