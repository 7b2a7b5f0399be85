// SPDX-License-Identifier: EUPL-1.2
// tender.start through the C ABI, durable, beside bare sqlite3 that writes the same rows durably. Prints: one caller
// (rounds in turn), 32 threads, the processor time of a call in both, 4 processes. Usage: bench_start [CALLS]
#include <sys/wait.h>

#include <thread>

#include "bench.hpp"

namespace {

using bench::Clock;

std::size_t calls = 1500;
constexpr int rounds = 7;

void one_caller(const bench::Folder& folder) {
    const std::string path = folder.file("one.mvoi"), model = folder.file("model.mvoi");
    std::vector<double> ours, bare_times, ratios, alone;
    bench::Session session(path);
    session.call("policy.adopt", bench::policy_request("gm0344"));
    std::size_t next = 0;
    const auto start_some = [&] {
        const auto begun = Clock::now();
        for (std::size_t i = 0; i < calls; ++i)
            session.call("tender.start", bench::start_request("gm0344", "2026-" + std::to_string(next++)));
        return bench::seconds_since(begun) / static_cast<double>(calls) * 1e6;
    };
    // The rows of as many tenders as the rounds need are played into the bare file.
    bench::Session maker(folder.file("maker.mvoi"));
    maker.call("policy.adopt", bench::policy_request("gm0344"));
    for (std::size_t i = 0; i < calls * rounds; ++i)
        maker.call("tender.start", bench::start_request("gm0344", "2026-" + std::to_string(i)));
    maker.call("register.backup", R"({"path":")" + model + R"("})");
    bench::Bare bare(model, folder.file("bare.db"));
    std::size_t written = 0;
    for (int round = 0; round < rounds; ++round) {
        const double before = bench::processor_us();
        const double mine = start_some();
        alone.push_back((bench::processor_us() - before) / static_cast<double>(calls));
        const auto begun = Clock::now();
        for (std::size_t i = 0; i < calls; ++i) {
            bare.begin();
            bare.write(written++);
            bare.commit();
        }
        const double its = bench::seconds_since(begun) / static_cast<double>(calls) * 1e6;
        ours.push_back(mine);
        bare_times.push_back(its);
        ratios.push_back(mine / its);
    }
    std::printf(
        "one caller      tender.start %.0f us   bare sqlite3 %.0f us   ratio %.2f (median of %d rounds of %zu)\n",
        bench::median(ours), bench::median(bare_times), bench::median(ratios), rounds, calls);

    // 32 threads against the bare rate of one.
    const std::size_t each = calls / 4;
    const double before = bench::processor_us();
    const auto begun = Clock::now();
    std::vector<std::thread> threads;
    for (int t = 0; t < 32; ++t)
        threads.emplace_back([&, t] {
            bench::Session own(path);
            for (std::size_t i = 0; i < each; ++i)
                own.call("tender.start",
                         bench::start_request("gm0344", "t" + std::to_string(t) + "-" + std::to_string(i)));
        });
    for (std::thread& thread : threads) thread.join();
    const double rate = 32.0 * static_cast<double>(each) / bench::seconds_since(begun);
    const double bare_rate = 1e6 / bench::median(bare_times);
    std::printf("32 threads      tender.start %.0f /s   bare, one thread %.0f /s   ratio %.2f\n", rate, bare_rate,
                rate / bare_rate);
    const double together = (bench::processor_us() - before) / (32.0 * static_cast<double>(each));
    std::printf("processor time  a call alone %.0f us   with 32 threads %.0f us   ratio %.2f\n", bench::median(alone),
                together, together / bench::median(alone));
}

struct Share {
    double rate, longest_ms;
};

Share write_for(const std::string& path, int process, double seconds) {
    bench::Session session(path);
    const auto begun = Clock::now();
    double longest = 0;
    std::size_t count = 0;
    while (bench::seconds_since(begun) < seconds) {
        const auto call = Clock::now();
        session.call("tender.start",
                     bench::start_request("gm0344", "p" + std::to_string(process) + "-" + std::to_string(count++)));
        longest = std::max(longest, bench::seconds_since(call) * 1e3);
    }
    return {static_cast<double>(count) / bench::seconds_since(begun), longest};
}

void four_processes(const bench::Folder& folder) {
    const std::string path = folder.file("four.mvoi");
    { bench::Session made(path); }
    int pipes[2];
    if (pipe(pipes) != 0) throw std::runtime_error("pipe");
    for (int process = 0; process < 4; ++process) {
        if (fork() == 0) {
            const Share share = write_for(path, process, 4.0);
            const ssize_t put = write(pipes[1], &share, sizeof share);
            _exit(put == sizeof share ? 0 : 1);
        }
    }
    std::vector<double> rates;
    double longest = 0;
    for (int process = 0; process < 4; ++process) {
        Share share{};
        if (read(pipes[0], &share, sizeof share) != sizeof share) throw std::runtime_error("a process failed");
        rates.push_back(share.rate);
        longest = std::max(longest, share.longest_ms);
    }
    while (wait(nullptr) > 0) {
    }
    std::sort(rates.begin(), rates.end());
    std::printf("4 processes     slowest %.0f /s   fastest %.0f /s   ratio %.2f   longest call %.0f ms\n",
                rates.front(), rates.back(), rates.front() / rates.back(), longest);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc > 1) calls = static_cast<std::size_t>(std::atoi(argv[1]));
    const bench::Folder folder;
    four_processes(folder);
    one_caller(folder);
}
