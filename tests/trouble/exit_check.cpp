// SPDX-License-Identifier: EUPL-1.2
// A process that ends by exit() while its threads are in calls: it ends, with its own status, and the register is
// right. Called: exit_check [ROUNDS] [SEED]
#include <sys/wait.h>

#include <random>
#include <thread>

#include "session.hpp"
#include "support/checks.hpp"

namespace {

using checks::check;
using trouble::Session;

constexpr int own_status = 7;

struct Question {
    const char* operation;
    const char* request;
};
constexpr Question questions[] = {
    {"calendar.feed", R"({"organisation":"gm0344","format":"ics","today":"2026-11-21"})"},
    {"calendar.feed", R"({"organisation":"gm0344","format":"html","today":"2026-11-21"})"},
    {"tender.list", R"({"organisation":"gm0344","format":"html"})"},
    {"plan.compute", R"({"organisation":"gm0344","kind":"dienst","contractStart":"2028-01-01","today":"2026-11-21"})"},
    {"register.import", R"({"format":"csv","organisation":"gm0344","text":"Kenmerk;Titel;Soort\nI-1;een;dienst\n"})"},
    {"journal.verify", "{}"},
    {"describe", R"({"operation":"contract.sign","labels":true})"},
    {"worklist.list", R"({"organisation":"gm0344","today":"2026-11-21"})"},
    {"tender.start", R"({"reference":"x","title":7})"},
    {"tender.get", R"({"id":"00000000-0000-4000-8000-000000000000"})"},
};
constexpr int kinds = static_cast<int>(std::size(questions));

void work(const std::string& path, int number) {
    for (int round = 0;; ++round) {
        Session session;
        if (session.open(path) != MVOI_OK) continue;
        for (int i = 0; i < 30; ++i) {
            const Question& question = questions[(number * 3 + round + i) % kinds];
            session.call(question.operation, question.request);
            session.call("tender.start",
                         trouble::start_request(std::to_string(::getpid()) + "-" + std::to_string(number) + "-" +
                                                std::to_string(round) + "-" + std::to_string(i)));
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 60;
    std::mt19937 random(argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 20261130U);
    const trouble::Folder folder;
    int good = 0;
    std::string path;
    for (int round = 0; round < rounds; ++round) {
        if (round % 20 == 0) path = folder.file("ended" + std::to_string(round) + ".mvoi");
        // Some end while the library still reads its rules for the first time.
        const useconds_t after = std::uniform_int_distribution<useconds_t>(0, round % 3 ? 60000 : 400000)(random);
        const pid_t host = ::fork();
        if (host == 0) {
            for (int number = 0; number < 6; ++number) std::thread(work, path, number).detach();
            ::usleep(after);
            std::exit(own_status);
        }
        int status = -1;
        pid_t ended = 0;
        for (int tries = 0; tries < 30000 && (ended = ::waitpid(host, &status, WNOHANG)) == 0; ++tries) ::usleep(1000);
        if (ended == 0) {
            ::kill(host, SIGKILL);
            ::waitpid(host, &status, 0);
        }
        const bool as_it_should = ended != 0 && WIFEXITED(status) && WEXITSTATUS(status) == own_status;
        check(as_it_should, "round " + std::to_string(round) + " ended with status " + std::to_string(status));
        good += as_it_should;
        if (round % 20 == 19 || round + 1 == rounds) {
            const pid_t looking = ::fork();
            if (looking == 0) {
                const std::string wrong = trouble::not_right(path);
                if (!wrong.empty()) std::fprintf(stderr, "%s\n", wrong.c_str());
                ::_exit(wrong.empty() ? 0 : 1);
            }
            ::waitpid(looking, &status, 0);
            check(status == 0, "the register is right after round " + std::to_string(round));
        }
    }
    std::printf("%d processes ended during calls, %d as they should\n", rounds, good);
    return checks::report();
}
