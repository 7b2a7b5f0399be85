// SPDX-License-Identifier: EUPL-1.2
// fork() while other threads open, read, write and close, from the first moment of a process on: no child finds a lock
// that nobody gives back, every handle of the parent is refused there, and a register opened in the child works.
// Called: fork_check [FORKS] [SEED]
#include <signal.h>
#include <sys/wait.h>

#include <atomic>
#include <chrono>
#include <random>
#include <thread>
#include <vector>

#include "session.hpp"
#include "support/checks.hpp"

namespace {

using Clock = std::chrono::steady_clock;
using checks::check;
using trouble::Session;

constexpr int workers = 4, forks_of_a_host = 25;

// 0: all is well.
int be_a_child(int32_t of_parent, const std::string& path, const std::string& reference) {
    char answer[4096];
    int32_t length = 0;
    const int32_t wanted = of_parent ? MVOI_E_FORKED : MVOI_E_HANDLE;
    if (mvoi_call(of_parent, "tender.list", -1, "{}", -1, answer, sizeof answer, &length) != wanted) return 2;
    if (mvoi_interrupt(of_parent) != wanted || mvoi_close(of_parent) != wanted) return 3;
    Session session;
    if (session.open(path, 20000) != MVOI_OK) return 4;
    if (session.call("tender.start", trouble::start_request(reference)) != MVOI_OK) {
        std::fprintf(stderr, "refused: %s\n", session.answer().c_str());
        return 5;
    }
    if (session.call("tender.list", R"({"organisation":"gm0344","limit":1})") != MVOI_OK) return 6;
    return session.close() == MVOI_OK ? 0 : 7;
}

void work(const std::string& path, int number, const std::atomic<bool>& over) {
    for (int round = 0; !over; ++round) {
        Session session;
        if (session.open(number == 0 ? path + std::to_string(round % 3) : path) != MVOI_OK) continue;
        for (int i = 0; i < 8 && !over; ++i) {
            if (number % 2)
                session.call("calendar.feed", R"({"organisation":"gm0344","format":"json","today":"2026-11-21"})");
            else
                session.call("tender.start",
                             trouble::start_request("h" + std::to_string(::getpid()) + "-" + std::to_string(number) +
                                                    "-" + std::to_string(round * 8 + i)));
        }
    }
}

// A host whose threads call while it forks. Says through the pipe: good children, hung ones, bad ones, the longest fork
// in microseconds.
struct Tally {
    int good = 0, hung = 0, bad = 0;
    long longest_us = 0;
};

void be_a_host(const std::string& path, unsigned seed, int pipe) {
    std::mt19937 random(seed);
    Tally tally;
    std::atomic<bool> over{false};
    Session mine;  // of every other host: the others fork while the first calls of the process are at work
    if (seed % 2) mine.open(path, 20000);
    std::vector<std::thread> threads;
    for (int number = 0; number < workers; ++number) threads.emplace_back([&, number] { work(path, number, over); });
    for (int i = 0; i < forks_of_a_host; ++i) {
        ::usleep(std::uniform_int_distribution<useconds_t>(0, 3000)(random));
        const auto begun = Clock::now();
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(be_a_child(mine.handle(), path, "c" + std::to_string(::getpid()) + "-" + std::to_string(i)));
        const auto taken = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun).count();
        tally.longest_us = std::max(tally.longest_us, static_cast<long>(taken));
        int status = -1;
        const auto patience = Clock::now() + std::chrono::seconds(30);
        pid_t ended = 0;
        while ((ended = ::waitpid(child, &status, WNOHANG)) == 0 && Clock::now() < patience) ::usleep(500);
        if (ended == 0) {
            ++tally.hung;
            ::kill(child, SIGKILL);
            ::waitpid(child, &status, 0);
        } else if (status == 0) {
            ++tally.good;
        } else {
            std::fprintf(stderr, "a child ended with status %x\n", static_cast<unsigned>(status));
            ++tally.bad;
        }
    }
    over = true;
    for (auto& thread : threads) thread.join();
    if (::write(pipe, &tally, sizeof tally) != static_cast<ssize_t>(sizeof tally)) ::_exit(9);
    ::_exit(0);
}

}  // namespace

int main(int argc, char** argv) {
    const int hosts = (argc > 1 ? std::atoi(argv[1]) : 100) / forks_of_a_host;
    const unsigned seed = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 20261130U;
    const trouble::Folder folder;
    Tally all;
    std::string path;
    for (int host = 0; host < hosts; ++host) {
        if (host % 4 == 0) path = folder.file("forked" + std::to_string(host) + ".mvoi");
        int ends[2];
        if (::pipe(ends) != 0) return 1;
        const pid_t child = ::fork();  // nothing of the library was called here yet: it begins in the host
        if (child == 0) be_a_host(path, seed + static_cast<unsigned>(host), ends[1]);
        ::close(ends[1]);
        Tally tally;
        const bool told = ::read(ends[0], &tally, sizeof tally) == static_cast<ssize_t>(sizeof tally);
        ::close(ends[0]);
        int status = -1;
        ::waitpid(child, &status, 0);
        check(told && status == 0, "host " + std::to_string(host) + " came to its end");
        all.good += tally.good;
        all.hung += tally.hung;
        all.bad += tally.bad;
        all.longest_us = std::max(all.longest_us, tally.longest_us);
    }
    check(all.hung == 0, std::to_string(all.hung) + " children hung");
    check(all.bad == 0, std::to_string(all.bad) + " children were refused something");
    check(all.good == hosts * forks_of_a_host, std::to_string(all.good) + " children did all they had to");
    // The work of hosts and children is looked at in a process of its own: this one stays without the library.
    const pid_t looking = ::fork();
    if (looking == 0) {
        const std::string wrong = trouble::not_right(path);
        if (!wrong.empty()) std::fprintf(stderr, "%s\n", wrong.c_str());
        ::_exit(wrong.empty() ? 0 : 1);
    }
    int status = -1;
    ::waitpid(looking, &status, 0);
    check(status == 0, "the last register is as it should be");
    std::printf("%d forks, %d hung, %d bad, the longest fork() %.3f s\n", all.good + all.hung + all.bad, all.hung,
                all.bad, static_cast<double>(all.longest_us) / 1e6);
    return checks::report();
}
