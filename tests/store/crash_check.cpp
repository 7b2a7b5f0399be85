// SPDX-License-Identifier: EUPL-1.2
// kill -9 at random moments during concurrent writing: no acknowledged call is lost, the chain verifies, the rebuilt
// tables equal the living ones.
// Called: crash_check [ROUNDS] [SEED]
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>

#include <fstream>
#include <map>
#include <random>
#include <thread>

#include "bench/bench.hpp"
#include "support/checks.hpp"

namespace {

constexpr int writers = 2;  // processes, each with two threads

using checks::check;

// Says that a call was acknowledged, in one write that no kill can split.
void acknowledge(int file, const std::string& line) {
    if (write(file, line.data(), line.size()) != static_cast<ssize_t>(line.size())) _exit(3);
}

// Starts tenders, decides on them and brings them on, until killed.
void write_for_ever(const std::string& path, int file, const std::string& name) {
    bench::Session session(path);
    for (int i = 0;; ++i) {
        const std::string reference = name + "-" + std::to_string(i);
        session.call("tender.start", bench::start_request("gm0344", reference));
        acknowledge(file, reference + " " + std::to_string(session.integer("/entry")) + "\n");
        const std::string named = R"({"organisation":"gm0344","reference":")" + reference + '"';
        session.call("tender.decide",
                     named + R"(,"themes":[{"theme":"ketenverantwoordelijkheid","state":"applied","level":1}]})");
        acknowledge(file, reference + " " + std::to_string(session.integer("/entry")) + "\n");
        session.call("tender.advance", named + R"(,"to":"publication"})");
        acknowledge(file, reference + " " + std::to_string(session.integer("/entry")) + "\n");
    }
}

[[noreturn]] void be_a_writer(const std::string& path, const std::string& acks, const std::string& name) {
    const int file = open(acks.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    try {
        std::thread other([&] { write_for_ever(path, file, name + "b"); });
        write_for_ever(path, file, name + "a");
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
    _exit(4);
}

// Runs the writers for a moment and kills them; false when one ended by itself.
bool round(const std::string& path, const std::string& acks, int number, int after_us) {
    pid_t children[writers];
    for (int writer = 0; writer < writers; ++writer) {
        children[writer] = fork();
        if (children[writer] == 0) be_a_writer(path, acks, "r" + std::to_string(number) + "w" + std::to_string(writer));
    }
    usleep(static_cast<useconds_t>(after_us));
    bool killed = true;
    for (const pid_t child : children) kill(child, SIGKILL);
    for (const pid_t child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        killed = killed && WIFSIGNALED(status);
    }
    return killed;
}

// Every acknowledged entry is in the journal, about the tender it was acknowledged for.
int lost(bench::Session& session, const std::string& acks) {
    std::map<long, std::string> expected;
    std::ifstream file(acks);
    std::string reference;
    for (long entry = 0; file >> reference >> entry;) expected[entry] = reference;
    int missing = 0;
    for (const auto& [entry, name] : expected) {
        session.call("journal.list", R"({"after":)" + std::to_string(entry - 1) + R"(,"limit":1})");
        missing += session.text("/entries/0/facts/tender/reference") != name;
    }
    return missing;
}

void check_register(const std::string& path, const std::string& acks, const std::string& when) {
    bench::Session session(path);
    session.call("journal.verify", "{}");
    check(session.integer("/intact") == 1, "the journal verifies " + when);
    const long entries = static_cast<long>(session.integer("/entries"));
    session.call("register.rebuild", R"({"dryRun":true})");
    check(session.integer("/equal") == 1, "the tables are what the journal says " + when + ": " + session.answer());
    const int missing = lost(session, acks);
    check(missing == 0, std::to_string(missing) + " acknowledged calls are lost " + when);
    std::printf("%s: %ld entries\n", when.c_str(), entries);
}

// A process that is killed while it makes a register leaves a file that the next one can open and use.
void check_creation(const bench::Folder& folder, std::mt19937& random, int files) {
    for (int number = 0; number < files; ++number) {
        const std::string path = folder.file("made" + std::to_string(number) + ".mvoi");
        const std::string acks = folder.file("made" + std::to_string(number));
        std::ofstream(acks).flush();
        round(path, acks, number, std::uniform_int_distribution<int>(300, 9000)(random));
        try {
            bench::Session session(path);
            session.call("tender.start", bench::start_request("gm0344", "after"));
            session.call("journal.verify", "{}");
            check(session.integer("/intact") == 1, "a register whose making was cut off verifies");
        } catch (const std::exception& error) {
            check(false, std::string("a register whose making was cut off opens: ") + error.what());
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 200;
    std::mt19937 random(argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 20261121U);
    const bench::Folder folder;
    check_creation(folder, random, rounds / 4);
    std::string path, acks;
    for (int number = 0; number < rounds; ++number) {
        if (number % 25 == 0) {  // a fresh register now and then keeps the checks quick, and meets creation too
            path = folder.file("crash" + std::to_string(number) + ".mvoi");
            acks = folder.file("acks" + std::to_string(number));
            std::ofstream(acks).flush();
        }
        const int after_us = std::uniform_int_distribution<int>(2000, 60000)(random);
        check(round(path, acks, number, after_us),
              "the writers of round " + std::to_string(number) + " ran until killed");
        if (number % 25 == 24 || number + 1 == rounds)
            check_register(path, acks, "after round " + std::to_string(number + 1));
        else if (number % 5 == 4) {
            bench::Session session(path);  // recovery, and a quick look
            session.call("journal.verify", "{}");
            check(session.integer("/intact") == 1, "the journal verifies after round " + std::to_string(number + 1));
        }
    }
    return checks::report();
}
