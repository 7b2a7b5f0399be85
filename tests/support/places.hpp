// SPDX-License-Identifier: EUPL-1.2
// Registers in the hands of other processes and other users.
#pragma once

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <fstream>

#include "support/register.hpp"

namespace places {

using namespace mvoi;
namespace fs = std::filesystem;

// "Displaced store.gone", or the empty text.
template <typename Work>
std::string trouble(Work work) {
    static const std::map<store::Trouble, std::string> names = {
        {store::Trouble::Busy, "Busy"},       {store::Trouble::Full, "Full"},
        {store::Trouble::Storage, "Storage"}, {store::Trouble::Damaged, "Damaged"},
        {store::Trouble::Changed, "Changed"}, {store::Trouble::Version, "Version"},
        {store::Trouble::Limit, "Limit"},     {store::Trouble::Displaced, "Displaced"}};
    try {
        work();
        return {};
    } catch (const store::StoreError& error) {
        return names.at(error.trouble) + " " + (error.rule.empty() ? error.what() : error.rule);
    }
}

inline std::string writing(TestRegister& store, const std::string& reference) {
    return trouble([&] { store.call("tender.start", starting(reference)); });
}

inline std::string opening(const std::string& path, bool read_only = false, int wait_ms = 1000) {
    return trouble([&] { store::Register::open(path, read_only, wait_ms); });
}

inline std::set<std::string> references_at(const std::string& path) {
    std::set<std::string> found;
    const store::StopFlag never{false};
    auto opened = store::Register::open(path, true, 1000);
    opened->engine().read(never, [&](store::Connection& connection) {
        found.clear();
        CHECK(store::journal_verify(connection, never, std::nullopt).intact);
        store::journal_walk(connection, 0, 1000, std::nullopt,
                            [&](store::Entry&& entry) { found.insert(entry.facts.tender->reference); });
    });
    return found;
}

// In a process of its own; its exit status.
template <typename Work>
int elsewhere(Work work) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) try {
            ::_exit(work());
        } catch (const store::StoreError& error) {
            std::fprintf(stderr, "in a process of its own: %s %s\n", error.rule.c_str(), error.what());
            ::_exit(201);
        } catch (const std::exception& error) {
            std::fprintf(stderr, "in a process of its own: %s\n", error.what());
            ::_exit(202);
        }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 256;
}

inline constexpr uid_t owner = 1001, other = 65534;

template <typename Work>
int as_user(uid_t user, Work work) {
    return elsewhere([&] {
        ::umask(022);
        if (::setgid(user) != 0 || ::setuid(user) != 0) return 200;
        return work();
    });
}

inline bool is_root() {
    if (::geteuid() == 0) return true;
    WARN("only root can be two users: skipped");
    return false;
}

// Another process that has the register open, wrote to it, and waits; at the end it closes it.
class Holder {
  public:
    Holder(const std::string& path, const std::string& reference) {
        REQUIRE(::pipe(to_) == 0);
        REQUIRE(::pipe(from_) == 0);
        child_ = ::fork();
        REQUIRE(child_ >= 0);
        if (child_ == 0) ::_exit(hold(path, reference));
        answer_ = answer();
    }
    ~Holder() {
        if (child_ > 0) end();
        for (const int file : {to_[0], to_[1], from_[0], from_[1]}) ::close(file);
    }
    bool done() const { return answer_ == 'y'; }
    // Writes once more; "Displaced store.gone", or the empty text.
    std::string write() {
        tell('w');
        std::string said;
        for (char c = answer(); c != '\n'; c = answer()) said += c;
        return said;
    }
    void end() {
        tell('q');
        ::waitpid(std::exchange(child_, -1), nullptr, 0);
    }

  private:
    void tell(char c) { CHECK(::write(to_[1], &c, 1) == 1); }
    char answer() {
        char c = '\n';
        CHECK(::read(from_[0], &c, 1) == 1);
        return c;
    }
    int hold(const std::string& path, const std::string& reference) {
        const store::StopFlag never{false};
        operations::Caller caller;
        caller.actor = "tester";
        caller.stop = &never;
        const auto write = [&](const std::string& name) {
            return trouble([&] {
                if (!caller.store) caller.store = store::Register::open(path, false, 1000);
                operations::perform(*operations::find_operation("tender.start"), caller, json::parse(starting(name)));
            });
        };
        const char did = write(reference).empty() ? 'y' : 'n';
        if (::write(from_[1], &did, 1) != 1) return 1;
        for (char c = 0; ::read(to_[0], &c, 1) == 1 && c == 'w';) {
            const std::string said = write(reference + "w") + "\n";
            if (::write(from_[1], said.data(), said.size()) != static_cast<ssize_t>(said.size())) return 1;
        }
        caller.store.reset();
        return 0;
    }

    int to_[2], from_[2];
    pid_t child_ = -1;
    char answer_ = 'n';
};

// A register, with what is written to it, in the hands of another process that is then killed.
inline void leave_a_log(const std::string& path, int from, int to) {
    CHECK(elsewhere([&] {
              const store::StopFlag never{false};
              operations::Caller caller;
              caller.store = store::Register::open(path, false, 1000);
              caller.actor = "tester";
              caller.stop = &never;
              for (int i = from; i < to; ++i)
                  operations::perform(*operations::find_operation("tender.start"), caller,
                                      json::parse(starting(std::to_string(i))));
              ::kill(::getpid(), SIGKILL);
              return 0;
          }) == 256);
}

inline void copy_over(const std::string& from, const std::string& to) {
    std::ofstream(to, std::ios::binary | std::ios::trunc) << std::ifstream(from, std::ios::binary).rdbuf();
}

}  // namespace places
