// SPDX-License-Identifier: EUPL-1.2
// The cost of a question as the register grows: tender.list by flag and calendar.feed for one organisation-year, and
// loading and opening the library on the register. Usage: bench_scale [SMALL] [LARGE]   (numbers of tenders)
#include <fstream>

#include "bench.hpp"

namespace {

constexpr int organisations = 400;  // a shared service; the asked one has 25 tenders of every 10,000

void grow(bench::Session& session, const bench::Folder& folder, int from, int to) {
    const std::string path = folder.file("grow.csv");
    std::ofstream file(path);
    file << "organisatie;nummer;omschrijving;soort;startdatum;einddatum;publicatie\n";
    for (int i = from; i < to; ++i) {
        // The organisation that is asked about keeps its size: what is measured is the register around it.
        const int organisation = i < 10000 ? i % organisations : 1 + i % (organisations - 1);
        file << "org" << organisation << ";T" << i << ";Onderhoud " << i << ";dienst;" << 1 + i % 28 << "-"
             << 1 + i % 12 << "-2027;31-12-2030;" << 1 + i % 28 << "-" << 1 + (i + 6) % 12 << "-2026\n";
    }
    file.close();
    session.call(
        "register.import",
        R"({"format":"csv","path":")" + path +
            R"(","mapping":{"organisation":"organisatie","publication":"publicatie","contractStart":"startdatum","contractEnd":"einddatum"},"today":"2026-11-21"})");
}

double milliseconds_of(bench::Session& session, const char* operation, const std::string& request) {
    std::vector<double> times;
    for (int round = 0; round < 201; ++round) {
        const auto begun = bench::Clock::now();
        session.call(operation, request);
        times.push_back(bench::seconds_since(begun) * 1e3);
    }
    return bench::median(times);
}

struct Costs {
    double list, feed, open;
};

Costs ask(const std::string& path) {
    Costs costs{};
    {
        bench::Session session(path);
        costs.list = milliseconds_of(session, "tender.list",
                                     R"({"organisation":"org0","flag":"onbeslist","limit":50,"today":"2026-11-21"})");
        costs.feed =
            milliseconds_of(session, "calendar.feed",
                            R"({"organisation":"org0","from":"2027-01-01","to":"2027-12-31","today":"2026-11-21"})");
    }
    std::vector<double> opens;
    for (int round = 0; round < 31; ++round) {
        const auto begun = bench::Clock::now();
        bench::Session session(path);
        opens.push_back(bench::seconds_since(begun) * 1e3);
    }
    costs.open = bench::median(opens);
    return costs;
}

}  // namespace

int main(int argc, char** argv) {
    const int small = argc > 1 ? std::atoi(argv[1]) : 10000, large = argc > 2 ? std::atoi(argv[2]) : 1000000;
    const bench::Folder folder;
    const std::string path = folder.file("scale.mvoi");
    Costs at_small{}, at_large{};
    {
        bench::Session session(path);
        grow(session, folder, 0, small);
    }
    at_small = ask(path);
    {
        bench::Session session(path);
        grow(session, folder, small, large);
    }
    at_large = ask(path);
    std::printf("                 %d tenders   %d tenders   ratio\n", small, large);
    std::printf("tender.list      %.3f ms   %.3f ms   %.2f\n", at_small.list, at_large.list,
                at_large.list / at_small.list);
    std::printf("calendar.feed    %.3f ms   %.3f ms   %.2f\n", at_small.feed, at_large.feed,
                at_large.feed / at_small.feed);
    std::printf("mvoi_open        %.2f ms   %.2f ms   %.2f   (library loaded already)\n", at_small.open, at_large.open,
                at_large.open / at_small.open);
    std::fflush(stdout);
    // A process that is not linked with the library, so that loading is really loading.
    const std::string command = (std::filesystem::path(argv[0]).parent_path() / "bench_open").string() + " " + path;
    if (std::system(command.c_str()) != 0) throw std::runtime_error("bench_open failed");
}
