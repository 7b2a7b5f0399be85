// SPDX-License-Identifier: EUPL-1.2
// The log beside a register while readers overlap: it has a size, and writing stays as quick as it was.
// Called: log_check [SECONDS] [READERS] [OPERATION]      journal.verify reads long
#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "session.hpp"
#include "support/checks.hpp"

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using checks::check;
using trouble::Session;

constexpr std::uintmax_t most_bytes = std::uintmax_t{64} << 20;

struct Seen {
    std::vector<long> written;  // in each tenth of the time
    long read = 0;
    std::uintmax_t longest = 0;
};

Seen run(const std::string& path, int readers, const std::string& operation, std::chrono::milliseconds time) {
    Seen seen;
    std::atomic<bool> over{false};
    std::atomic<long> read{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < readers; ++t)
        threads.emplace_back([&, t] {
            Session session(path);
            while (!over) {
                session.call(operation.c_str(), operation == "journal.list"
                                                    ? R"({"after":)" + std::to_string(t) + R"(,"limit":20})"
                                                    : "{}");
                ++read;
            }
        });
    Session session(path);
    const auto begun = Clock::now();
    for (long tenth = 0; tenth < 10; ++tenth) {
        long written = 0;
        while (Clock::now() < begun + time / 10 * (tenth + 1)) {
            check(session.call("tender.start", trouble::start_request(std::to_string(tenth) + "-" +
                                                                      std::to_string(written++))) == MVOI_OK,
                  "a write beside readers: " + session.answer());
            std::error_code none;
            const auto bytes = std::filesystem::file_size(path + "-wal", none);
            if (!none) seen.longest = std::max(seen.longest, bytes);
        }
        seen.written.push_back(written);
    }
    over = true;
    for (auto& thread : threads) thread.join();
    seen.read = read;
    return seen;
}

long sum(const std::vector<long>& counts, std::size_t from, std::size_t to) {
    long all = 0;
    for (std::size_t i = from; i < to; ++i) all += counts[i];
    return all;
}

}  // namespace

int main(int argc, char** argv) {
    const auto time = std::chrono::seconds(argc > 1 ? std::atoi(argv[1]) : 5);
    const int readers = argc > 2 ? std::atoi(argv[2]) : 4;
    const trouble::Folder folder;
    const std::string path = folder.file("read.mvoi");
    { const Session ahead(path); }
    const Seen seen = run(path, readers, argc > 3 ? argv[3] : "journal.list", time);
    const long first = sum(seen.written, 0, 3), last = sum(seen.written, 7, 10);
    check(seen.longest < most_bytes, "the log was " + std::to_string(seen.longest >> 20) + " MiB");
    check(last * 2 >= first, "writing slowed down from " + std::to_string(first) + " to " + std::to_string(last));
    check(trouble::not_right(path).empty(), "the register is as it should be");
    std::printf("%ld written (first three tenths %ld, last three %ld), %ld read, the log at most %.1f MiB\n",
                sum(seen.written, 0, 10), first, last, seen.read, static_cast<double>(seen.longest) / 1048576);
    return checks::report();
}
