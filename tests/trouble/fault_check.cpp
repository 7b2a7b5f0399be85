// SPDX-License-Identifier: EUPL-1.2
// A life of a register, from its making to its last copy, in which memory and files fail, each at every place that
// asks for them. After each fault: an answer that says so, nothing half written, also for who opens the files as they
// stand after a crash, and a session that works. Each step begins with a register of its own, so that the thousands of
// entries of one do not make the next slow. Called:
//     fault_check [SHARE [STEP [WAY]]]      one place in SHARE fails, 1: all of them; only the step, and only in the
//                                           way, of this name
#include <execinfo.h>

#include <csignal>
#include <cstring>
#include <fstream>
#include <functional>
#include <vector>

#include "faults.hpp"
#include "session.hpp"
#include "support/checks.hpp"

namespace {

using checks::check;
using faults::Way;
using trouble::Session;

constexpr Way ways[] = {
    {"memory, once", faults::Memory, ENOMEM, false, false},
    {"memory, from then on", faults::Memory, ENOMEM, true, false},
    {"open, no more files", faults::Open, EMFILE, false, false},
    {"open, for good", faults::Open, EACCES, true, false},
    {"read, once", faults::Read, EIO, false, false},
    {"read, for good", faults::Read, EIO, true, false},
    {"write, once", faults::Write, EIO, false, false},
    {"write, disk full", faults::Write, ENOSPC, true, false},
    {"write, half", faults::Write, EIO, false, true},
    {"sync, once", faults::Sync, EIO, false, false},
    {"sync, for good", faults::Sync, EIO, true, false},
    {"resize", faults::Resize, EIO, false, false},
    {"map", faults::Map, ENOMEM, false, false},
    {"lock, once", faults::Lock, ENOLCK, false, false},
    {"lock, for good", faults::Lock, EIO, true, false},
    {"name", faults::Name, EIO, false, false},
    {"ask, once", faults::Ask, EIO, false, false},
    {"random", faults::Random, ENOSYS, false, false},
};

// The words about a fault when the process ends in it.
char at[200];

[[noreturn]] void die(int signal) {
    const char* what = signal == SIGALRM ? "HUNG " : "CRASHED ";
    if (::write(1, what, std::strlen(what)) < 0 || ::write(1, at, std::strlen(at)) < 0 || ::write(1, "\n", 1) < 0)
        ::_exit(4);
    void* callers[40];
    ::backtrace_symbols_fd(callers, ::backtrace(callers, 40), 1);
    ::_exit(3);
}

class Life {
  public:
    Life(const trouble::Folder& folder, unsigned share)
        : folder_(folder), path_(folder.file("life.mvoi")), share_(share) {
        session_.open(path_);
        session_.call("policy.adopt",
                      R"({"title":"Beleid","organisation":"gm0344","validFrom":"2026-01-01","themes":[]})");
        session_.call("tender.start", trouble::start_request("kept"));
        std::ofstream(folder.file("list.csv")) << "Kenmerk;Titel;Soort\nI-1;een;dienst\nI-2;twee;dienst\n";
    }

    // Everything that is read once in a process, such as the rules: what fails there is read by the next call.
    static void begins(const trouble::Folder& folder, unsigned share) {
        constexpr std::pair<const char*, const char*> calls[] = {
            {"tender.list", R"({"organisation":"gm0344"})"},
            {"calendar.feed", R"({"organisation":"gm0344","format":"ics","today":"2026-11-21"})"},
            {"tender.start", "{}"},
            {"register.import", R"({"format":"csv","organisation":"gm0344","text":"Kenmerk;Titel\nI-1;een\n"})"}};
        for (const Way& way : {ways[0], ways[1]}) {
            long from = 0;
            for (bool found = true; found;) {
                std::snprintf(at, sizeof at, "the first calls: %s, call %ld", way.name, from);
                ::alarm(60);
                faults::arm(way, share, from);
                {
                    Session session;
                    if (session.open(folder.file("first.mvoi")) == MVOI_OK)
                        for (const auto& [operation, request] : calls) session.call(operation, request);
                }
                const faults::Done done = faults::disarm();
                ::alarm(0);
                injected_ += done.injected;
                found = done.injected || from > 0;
                from = done.injected ? std::max(0L, done.at - 40) : 0;
            }
        }
        check(trouble::not_right(folder.file("first.mvoi")).empty(), "after the first calls");
    }

    // A call that only reads.
    void reads(const char* operation, const std::string& request) {
        each_way(operation, false, [&] { return session_.call(operation, request); });
    }
    // A call that adds an entry, with a reference of its own each time: each "$" in the request.
    void writes(
        const char* operation, const std::string& request, const std::function<void()>& before = [] {}) {
        each_way(
            operation, true, [&] { return session_.call(operation, with_number(request)); }, before);
    }
    // An import is many transactions: only that it is whole is looked at.
    void imports(const std::string& request) {
        many_ = true;
        each_way("register.import", true, [&] { return session_.call("register.import", with_number(request)); });
        many_ = false;
    }
    void copies() {
        each_way(
            "register.backup", false,
            [&] {
                last_copy_ = folder_.file("copy" + std::to_string(++number_));
                const int32_t status = session_.call("register.backup", R"({"path":")" + last_copy_ + R"("})");
                copied_ = status == MVOI_OK;
                return status;
            },
            [] {},
            [&] {
                const bool there = std::filesystem::exists(last_copy_);
                check(there == copied_, described("a copy is there when it was acknowledged, and only then"));
                if (there) check(trouble::not_right(last_copy_).empty(), described("a copy is whole"));
                std::filesystem::remove(last_copy_);
            });
    }
    void opens(bool fresh) {
        Session own;
        std::string path = folder_.file("opened.mvoi");
        each_way(
            fresh ? "opening a new register" : "opening a register", false,
            [&] {
                const int32_t status = own.open(path);
                kept_answer_ = own.answer();
                kept_length_ = own.length();
                return status;
            },
            [&] {
                own.close();
                if (!fresh) return;
                std::filesystem::remove(path);
                path = folder_.file("made" + std::to_string(++number_) + ".mvoi");
            },
            [&] {
                own.close();
                check(trouble::not_right(path).empty(),
                      described("a register whose opening failed opens: " + trouble::not_right(path)));
                for (const char* beside : {"", "-lock", "-wal", "-shm"})
                    if (fresh) std::filesystem::remove(path + beside);
            });
    }

    static inline std::string only_way;

    const std::string& path() const { return path_; }
    std::string list() const { return folder_.file("list.csv"); }
    // A short run may pass a step by.
    static void report(const std::string& step, unsigned share) {
        check(injected_ > (share > 1 ? 0 : reported_), step + ": something was made to fail");
        reported_ = injected_;
        std::printf(
            "%-16s %6ld faults so far, at as many places; %ld calls were OK all the same, %ld of them without "
            "an answer\n",
            step.c_str(), injected_, ok_, no_answer_);
        std::fflush(stdout);
    }

  private:
    std::string with_number(const std::string& request) {
        const std::string number = std::to_string(++number_);
        std::string numbered;
        for (const char c : request) c == '$' ? numbered += number : numbered += c;
        return numbered;
    }
    std::string described(const std::string& what) const { return std::string(at) + ": " + what; }

    template <typename Act>
    void each_way(
        const std::string& what, bool writes, Act act, const std::function<void()>& before = [] {},
        const std::function<void()>& after = [] {}) {
        ++step_;
        for (const Way& way : ways) {
            if (!only_way.empty() && only_way != way.name) continue;
            // A short run takes some of the ways at each step, other ones at the next.
            if (share_ > 1 && (&way - ways + step_) % 4 != 0) continue;
            long from = 0;
            for (bool found = true; found;) {
                found = false;
                before();
                const long head = trouble::head_of(path_);
                std::snprintf(at, sizeof at, "%s: %s, call %ld", what.c_str(), way.name, from);
                ::alarm(60);
                faults::arm(way, share_, from);
                const int32_t status = act();
                const faults::Done done = faults::disarm();
                ::alarm(0);
                if (done.injected) {
                    std::snprintf(at, sizeof at, "%s: %s, call %ld, status %d", what.c_str(), way.name, done.at,
                                  status);
                    ++injected_;
                    ok_ += status == MVOI_OK;
                    check_outcome(way, status, what);
                    if (writes) check_crash(head, status);
                    check_after(head, status, writes);
                    after();
                    from = std::max(0L, done.at - 40);
                    found = true;
                } else {
                    check(status == MVOI_OK || (writes && status > 0), described("without a fault: " + answer(what)));
                    after();
                    found = from > 0 && share_ == 1;  // once more, from the first call on
                    from = 0;
                }
            }
        }
    }

    const std::string& answer(const std::string& what) const {
        return what.starts_with("opening") ? kept_answer_ : session_.answer();
    }

    void check_outcome(const Way& way, int32_t status, const std::string& what) {
        const std::string& said = answer(what);
        const int32_t length = what.starts_with("opening") ? kept_length_ : session_.length();
        check(length > 0 && !said.empty(), described("there is an answer"));
        const bool memory = way.kinds == faults::Memory;
        if (memory)
            check(status == MVOI_OK || (status == MVOI_E_INTERNAL && said.find("abi.memory") != std::string::npos) ||
                      status == MVOI_E_STORAGE,
                  described("what has no memory says so: " + said.substr(0, 300)));
        else
            check(status == MVOI_OK || status == MVOI_E_STORAGE || status == MVOI_E_BUSY || status == MVOI_NOT_FOUND,
                  described("what has no disk says so: " + said.substr(0, 300)));
        if (status != MVOI_OK)
            check(said.starts_with(R"({"status":)" + std::to_string(status) + ","),
                  described("the answer is of this call"));
        if (memory && said == "{}") ++no_answer_;
        if (what == "journal.verify")
            check(status != MVOI_OK || said.find("\"intact\":true") != std::string::npos,
                  described("what could not be read is no verdict: " + said.substr(0, 300)));
    }

    // The files as whoever comes after a crash would find them.
    void check_crash(long head, int32_t status) {
        namespace fs = std::filesystem;
        const std::string crashed = folder_.file("crashed.mvoi");
        for (const char* beside : {"", "-wal"}) {
            fs::remove(crashed + beside);
            if (fs::exists(path_ + beside)) fs::copy_file(path_ + beside, crashed + beside);
        }
        fs::remove(crashed + "-shm");
        check_head(crashed, head, status, "after a crash");
    }
    // The session comes first: where the system did not take back a lock, it is the session that sees to that.
    void check_after(long head, int32_t status, bool writes) {
        check(session_.call("tender.list", R"({"organisation":"gm0344","limit":1})") == MVOI_OK,
              described("the session reads: " + session_.answer()));
        check_head(path_, head, writes ? status : MVOI_E_STORAGE, "in the register");
        check(session_.call("tender.start", trouble::start_request("after" + std::to_string(++number_))) == MVOI_OK,
              described("the session writes: " + session_.answer()));
        if (injected_ % 50 == 0) check(trouble::not_right(path_).empty(), described(trouble::not_right(path_)));
    }
    void check_head(const std::string& path, long head, int32_t status, const char* where) {
        const long now = trouble::head_of(path);
        const bool right = many_ ? now >= head : status == MVOI_OK ? now > head : now == head;
        check(right, described("head " + std::to_string(now) + " " + where + ", and it was " + std::to_string(head)));
    }

    const trouble::Folder& folder_;
    const std::string path_;
    const unsigned share_;
    Session session_;
    std::string last_copy_, kept_answer_;
    int32_t kept_length_ = 0;
    bool copied_ = false, many_ = false;
    long number_ = 0;
    static inline long injected_ = 0, reported_ = 0, ok_ = 0, no_answer_ = 0, step_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    const unsigned share = argc > 1 ? static_cast<unsigned>(std::atoi(argv[1])) : 100;
    std::signal(SIGSEGV, die);
    std::signal(SIGABRT, die);
    std::signal(SIGALRM, die);
    faults::warm_up();
    Session::entering = faults::enter;
    Session::leaving = faults::leave;
    const std::string named = R"({"organisation":"gm0344","reference":"kept","today":"2026-11-21",)";
    const std::string list = "Kenmerk;Titel;Soort\\nI-$;een;dienst\\n";
    const auto import = [](Life& life, const std::string& what) {
        life.imports(R"({"format":"csv","organisation":"gm0344",)" + what + "}");
    };
    const auto reading = [](const char* operation, std::string request) {
        return [=](Life& life) { life.reads(operation, request); };
    };
    const std::vector<std::pair<std::string, std::function<void(Life&)>>> steps = {
        {"new", [](Life& life) { life.opens(true); }},
        {"open", [](Life& life) { life.opens(false); }},
        {"policy",
         [](Life& life) {
             life.writes("policy.adopt",
                         R"({"title":"Beleid $","organisation":"gm0344","validFrom":"2026-01-01","themes":[]})");
         }},
        {"start", [](Life& life) { life.writes("tender.start", trouble::start_request("t$")); }},
        {"decide",
         [&](Life& life) {
             life.writes("tender.decide",
                         named + R"("themes":[{"theme":"klimaat","state":"explained","explanation":{"reason":)"
                                 R"("anders","text":"Keuze $"}}],"requestId":"d$"})");
         }},
        {"sign",
         [](Life& life) {
             life.writes("contract.sign",
                         R"({"organisation":"gm0344","reference":"c$","title":"Contract","kind":"dienst",)"
                         R"("today":"2026-11-21","term":{"start":"2027-01-01","end":"2028-01-01"}})");
         }},
        {"import text", [&](Life& life) { import(life, R"("text":")" + list + R"(")"); }},
        {"import file", [&](Life& life) { import(life, R"("path":")" + life.list() + R"(")"); }},
        {"list", reading("tender.list", R"({"organisation":"gm0344","limit":3})")},
        {"get", reading("tender.get", named.substr(0, named.size() - 1) + "}")},
        {"feed", reading("calendar.feed", R"({"organisation":"gm0344","format":"ics","today":"2026-11-21"})")},
        {"worklist", reading("worklist.list", R"({"organisation":"gm0344","today":"2026-11-21"})")},
        {"describe", reading("describe", R"({"operation":"tender.start"})")},
        {"journal", reading("journal.list", R"({"limit":3})")},
        {"verify", reading("journal.verify", "{}")},
        {"rebuild", reading("register.rebuild", R"({"dryRun":true})")},
        {"backup", [](Life& life) { life.copies(); }},
    };
    const std::string only = argc > 2 ? argv[2] : "";
    if (argc > 3) Life::only_way = argv[3];
    if (only.empty() || only == "first calls") {
        const trouble::Folder folder;
        Life::begins(folder, share);
        Life::report("first calls", share);
    }
    for (const auto& [name, step] : steps) {
        if (!only.empty() && only != name) continue;
        const trouble::Folder folder;
        Life life(folder, share);
        step(life);
        const std::string wrong = trouble::not_right(life.path());
        check(wrong.empty(), "at the end of " + name + ": " + wrong);
        Life::report(name, share);
    }
    return checks::report();
}
