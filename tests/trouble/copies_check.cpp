// SPDX-License-Identifier: EUPL-1.2
// Processes that copy a register to the same name at the same time, while another writes, and are killed at random: the
// name leads to a whole copy or to nothing, and a copy that was acknowledged is there.
// Called: copies_check [COPIES] [SEED]
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>

#include <chrono>
#include <random>

#include "session.hpp"
#include "support/checks.hpp"

namespace {

using checks::check;
using trouble::Session;

constexpr int at_once = 4;

// Runs in a process of its own; the one that calls stays without the library. The status it ended with.
template <typename Work>
int apart(Work work) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(work());
    int status = -1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int write_for_ever(const std::string& path) {
    Session session(path);
    for (int i = 0;; ++i)
        session.call("tender.start", trouble::start_request(std::to_string(::getpid()) + "-" + std::to_string(i)));
}

int copy(const std::string& path, const std::string& to) {
    Session session(path);
    return session.call("register.backup", R"({"path":")" + to + R"("})");
}

}  // namespace

int main(int argc, char** argv) {
    const int rounds = (argc > 1 ? std::atoi(argv[1]) : 40) / at_once;
    std::mt19937 random(argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 20261130U);
    const trouble::Folder folder;
    const std::string path = folder.file("copied.mvoi");
    check(apart([&] {
              Session session(path);
              for (int i = 0; i < 200; ++i) session.call("tender.start", trouble::start_request(std::to_string(i)));
              return 0;
          }) == 0,
          "a register to copy");
    const auto begun = std::chrono::steady_clock::now();
    check(apart([&] { return copy(path, folder.file("first copy")); }) == MVOI_OK, "a copy that is left in peace");
    const auto once = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
    std::uniform_int_distribution<useconds_t> moment(0, static_cast<useconds_t>(at_once * once.count()));
    int whole = 0, none = 0, acknowledged = 0, killed = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::string to = folder.file("copy" + std::to_string(round));
        const pid_t writer = ::fork();
        if (writer == 0) ::_exit(write_for_ever(path));
        pid_t children[at_once];
        for (pid_t& child : children)
            if ((child = ::fork()) == 0) ::_exit(copy(path, to));
        bool made = false;
        for (const pid_t child : children) {
            ::usleep(moment(random));
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            killed += WIFSIGNALED(status);
            made = made || (WIFEXITED(status) && WEXITSTATUS(status) == MVOI_OK);
        }
        ::kill(writer, SIGKILL);
        ::waitpid(writer, nullptr, 0);
        const bool there = std::filesystem::exists(to);
        check(there || !made, "a copy that was acknowledged is gone");
        if (there) {
            check(apart([&] { return trouble::not_right(to).empty() ? 0 : 1; }) == 0, "a copy is not whole: " + to);
            check(apart([&] { return trouble::head_of(to) >= 200 ? 0 : 1; }) == 0, "a copy is empty: " + to);
        }
        ++(there ? whole : none);
        acknowledged += made;
    }
    check(apart([&] { return trouble::not_right(path).empty() ? 0 : 1; }) == 0, "the register is as it should be");
    std::printf("%d copies, %d killed; of %d names %d lead to a whole copy (%d acknowledged), %d to none\n",
                rounds * at_once, killed, rounds, whole, acknowledged, none);
    return checks::report();
}
