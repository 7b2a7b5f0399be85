// SPDX-License-Identifier: EUPL-1.2
// The time of gates, argument memory and the agenda as the register grows; beside it, on the same file, the plain SQL
// that would answer the same question by counting. All tenders are of one organisation: the memory's hardest case.
// Usage: bench_memory [SMALL] [LARGE] [ROUNDS]   (numbers of tenders)
#include <sqlite3.h>
#include <time.h>

#include <thread>

#include "bench.hpp"

namespace {

constexpr const char* themes[] = {
    "milieu", "klimaat", "circulair", "ketenverantwoordelijkheid", "diversiteit-inclusie", "social-return"};
constexpr int groups = 40, standard_texts = 50, reviews_asked = 200;

std::string group_of(int tender) {
    return "groep-" + std::to_string(tender % groups);
}

// One in three is a text that is used again and again; the others have words of their own.
std::string text_of(int tender) {
    const int standard = tender % standard_texts;
    const std::string text = "De marktconsultatie voor categorie " + std::to_string(standard) +
                             " leverde geen aanbieder op die aan de gevraagde eis kan voldoen";
    if (tender % 3 == 0) return text + ".";
    return text + "; wij vroegen er " + std::to_string(tender) + " partijen naar in zaak Z" +
           std::to_string(tender * 7) + ".";
}

std::string explained(const std::string& theme, const std::string& text) {
    return R"({"theme":")" + theme +
           R"(","state":"explained","explanation":{"reason":"geen-aanbod","role":"opdrachtgever",)" + R"("text":")" +
           text + R"("}})";
}

std::string applied(const std::string& theme, int number) {
    return R"({"theme":")" + theme + R"(","state":"applied","level":)" + std::to_string(1 + number % 3) +
           R"(,"criteria":[{"number":"18.0)" + std::to_string(10 + number % 30) +
           R"(","edition":"2020-12-10","kind":"minimumeis","legalForm":"technische-specificatie","proof":"certificaat"}]})";
}

std::string named(int tender) {
    return R"({"organisation":"gm0344","reference":"T)" + std::to_string(tender) + R"(","today":"2026-11-21")";
}

std::string start_request(int tender) {
    std::string decisions;
    for (int i = 0; i < 6; ++i) {
        const bool away = i == tender % 6 || (tender % 2 == 0 && i == (tender + 3) % 6);
        decisions += (i ? "," : "") +
                     (away ? explained(themes[i], text_of(tender + i * 1000003)) : applied(themes[i], tender + i));
    }
    return named(tender) + R"(,"title":"Onderhoud )" + std::to_string(tender) +
           R"(","kind":"dienst","procedure":"openbaar","cpv":["90910000"],"productGroup":")" + group_of(tender) +
           R"(","estimatedValueCents":12400000,"planning":{"publication":"2027-01-15"},"themes":[)" + decisions + "]}";
}

// In several threads, so that calls share a commit.
void grow(const std::string& path, int from, int to) {
    constexpr int writers = 4;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&, writer] {
            bench::Session session(path);
            for (int i = from + writer; i < to; i += writers) session.call("tender.start", start_request(i));
        });
    for (std::thread& thread : threads) thread.join();
}

struct Times {
    double median = 0, longest = 0, cpu = 0;  // the median of processor time: it says something on a busy machine too
};

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <typename Work>
Times timed(int rounds, Work work) {
    std::vector<double> times, cpus;
    for (int round = 0; round < rounds; ++round) {
        const auto begun = bench::Clock::now();
        const double cpu = cpu_ms();
        work(round);
        cpus.push_back(cpu_ms() - cpu);
        times.push_back(bench::seconds_since(begun) * 1e3);
    }
    return {bench::median(times), *std::max_element(times.begin(), times.end()), bench::median(cpus)};
}

// Counting it anew. The product group is in no table: plain SQL counts the organisation, or must read the journal.
Times counted(const std::string& path, const char* sql, int rounds) {
    sqlite3* database = nullptr;
    if (sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
        throw std::runtime_error(path);
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(database));
    const Times times = timed(rounds, [&](int) {
        int64_t sum = 0;
        while (sqlite3_step(statement) == SQLITE_ROW) sum += sqlite3_column_int64(statement, 0);
        sqlite3_reset(statement);
        if (sum <= 0) throw std::runtime_error("plain SQL counted nothing");
    });
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return times;
}

std::vector<std::pair<const char*, Times>> ask(const std::string& path, int tenders, int rounds) {
    std::vector<std::pair<const char*, Times>> rows;
    {
        bench::Session session(path);
        // Spread over the register, and each tender once: what it says is not what was said last.
        const auto one = [&](int round) { return static_cast<int>(int64_t{round} * (tenders - 1) / rounds); };
        // Its policy stops nothing, so the gate answers instead of refusing.
        rows.emplace_back("tender.gate",
                          timed(rounds, [&](int round) { session.call("tender.gate", named(one(round)) + "}"); }));
        rows.emplace_back("tender.decide, applied", timed(rounds, [&](int round) {
                              session.call("tender.decide",
                                           named(one(round)) + R"(,"themes":[)" + applied("klimaat", round + 1) + "]}");
                          }));
        rows.emplace_back("tender.decide, explained", timed(rounds, [&](int round) {
                              session.call("tender.decide", named(one(round)) + R"(,"themes":[)" +
                                                                explained("klimaat", text_of(round)) + "]}");
                          }));
        std::vector<std::string> reviews;
        for (int i = 0; i < reviews_asked; ++i) {  // the last ones: nothing was asked of them yet
            session.call("review.ask", named(tenders - 1 - i) + "}");
            reviews.push_back(session.text("/review"));
        }
        rows.emplace_back("review.list, 200 cases", timed(std::min(rounds, 21), [&](int) {
                              session.call("review.list", R"({"organisation":"gm0344","today":"2026-11-21"})");
                          }));
        rows.emplace_back("review.dossier, html", timed(rounds, [&](int round) {
                              session.call("review.dossier",
                                           R"({"format":"html","review":")" +
                                               reviews[static_cast<std::size_t>(round) % reviews.size()] + R"("})");
                          }));
        rows.emplace_back("living dossier, html", timed(rounds, [&](int round) {
                              session.call("review.dossier", named(one(round)) + R"(,"format":"html"})");
                          }));
    }
    rows.emplace_back("plain SQL: decisions",
                      counted(path,
                              "SELECT count(*), tt.state, tt.level, tt.reason FROM tender_theme tt "
                              "JOIN tender t ON t.id = tt.tender WHERE tt.organisation = 'gm0344' "
                              "AND tt.theme = 'klimaat' AND tt.state <> 'undecided' AND "
                              "t.registration = 'confirmed' AND t.phase <> 'cancelled' GROUP BY 2, 3, 4",
                              std::min(rounds, 11)));
    rows.emplace_back("plain SQL: same text",
                      counted(path,
                              "SELECT count(*) FROM tender_theme tt JOIN tender t ON t.id = tt.tender "
                              "WHERE tt.organisation = 'gm0344' AND tt.wording = (SELECT wording FROM "
                              "tender_theme WHERE wording IS NOT NULL LIMIT 1)",
                              std::min(rounds, 11)));
    return rows;
}

}  // namespace

int main(int argc, char** argv) {
    const int small = argc > 1 ? std::atoi(argv[1]) : 10000, large = argc > 2 ? std::atoi(argv[2]) : 1000000;
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 201;
    const bench::Folder folder;
    const std::string path = folder.file("memory.mvoi");
    {
        bench::Session session(path);
        session.call("policy.adopt",
                     R"({"organisation":"gm0344","validFrom":"2026-01-01","ambition":2,"gateMode":"meldend"})");
    }
    const auto begun = bench::Clock::now();
    grow(path, 0, small);
    const auto at_small = ask(path, small, rounds);
    grow(path, small, large);
    std::printf("%d tenders written in %.0f s; %.0f MB\n", large, bench::seconds_since(begun),
                static_cast<double>(std::filesystem::file_size(path)) / 1e6);
    const auto at_large = ask(path, large, rounds);
    std::printf("%-26s %17d tenders              %17d tenders\n", "ms: median longest cpu", small, large);
    for (std::size_t i = 0; i < at_small.size(); ++i) {
        const Times &one = at_small[i].second, &other = at_large[i].second;
        std::printf("%-26s %9.3f %9.3f %9.3f    %9.3f %9.3f %9.3f   cpu ratio %.2f\n", at_small[i].first, one.median,
                    one.longest, one.cpu, other.median, other.longest, other.cpu, other.cpu / one.cpu);
    }
}
