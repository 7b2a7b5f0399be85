// SPDX-License-Identifier: EUPL-1.2
// register.import of a generated purchasing plan, beside bare sqlite3 that writes the same rows in transactions of the
// same size; and how far memory grows. Usage: bench_import [ROWS]
#include <sys/resource.h>

#include <fstream>
#include <iostream>

#include "bench.hpp"

namespace {

// Resident memory of this process now, in MiB.
double resident_mib() {
    std::ifstream file("/proc/self/statm");
    long pages = 0, resident = 0;
    file >> pages >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1048576;
}

void generate(const std::string& path, int rows) {
    std::ofstream file(path);
    file << "nummer;omschrijving;soort;geraamde waarde;cpv;procedure;startdatum;einddatum;contractmanager\n";
    static const char* const kinds[] = {"werk", "levering", "dienst"};
    for (int i = 0; i < rows; ++i)
        file << "P" << i << ";Onderhoud en levering voor gebouw " << i % 977 << " van de gemeente;" << kinds[i % 3]
             << ";" << 10 + i % 900 << ".000,00;90910000;openbaar;" << 1 + i % 28 << "-" << 1 + i % 12 << "-2027;31-12-"
             << 2028 + i % 5 << ";D. Bakker\n";
}

}  // namespace

int main(int argc, char** argv) {
    const int rows = argc > 1 ? std::atoi(argv[1]) : 100000;
    const bench::Folder folder;
    generate(folder.file("plan.csv"), rows);
    const std::string model = folder.file("model.mvoi");
    double ours = 0, before = 0, peak = 0;
    {
        bench::Session session(folder.file("import.mvoi"));
        session.call("policy.adopt", bench::policy_request("gm0344"));
        before = resident_mib();
        const auto begun = bench::Clock::now();
        session.call("register.import", R"({"format":"csv","path":")" + folder.file("plan.csv") +
                                            R"(","organisation":"gm0344","today":"2026-11-21"})");
        ours = rows / bench::seconds_since(begun);
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        peak = static_cast<double>(usage.ru_maxrss) / 1024;
        if (session.integer("/added") != rows) throw std::runtime_error("not every row was taken: " + session.answer());
        session.call("register.backup", R"({"path":")" + model + R"("})");
    }
    bench::Bare bare(model, folder.file("bare.db"));
    const auto begun = bench::Clock::now();
    // The import commits about every 40 ms; so many rows that is at its own rate.
    const auto batch = std::max<std::size_t>(1, static_cast<std::size_t>(ours * 0.04));
    for (std::size_t i = 0; i < bare.size();) {
        bare.begin();
        for (std::size_t n = 0; n < batch && i < bare.size(); ++n) bare.write(i++);
        bare.commit();
    }
    const double its = rows / bench::seconds_since(begun);
    std::printf("import of %d rows   register.import %.0f /s   bare sqlite3 %.0f /s   ratio %.2f\n", rows, ours, its,
                ours / its);
    std::printf("memory              before %.0f MiB   peak %.0f MiB   growth %.0f MiB\n", before, peak, peak - before);
}
