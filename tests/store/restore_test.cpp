// SPDX-License-Identifier: EUPL-1.2
// A copy in the place of a register.
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <fstream>

#include "support/register.hpp"

namespace restore_test {

using namespace mvoi;
namespace fs = std::filesystem;

namespace {

std::string named(const char* member, const std::string& path) {
    return std::string("{\"") + member + R"(":")" + path + R"("})";
}

// A session that only reads, on a copy.
struct Copy {
    explicit Copy(const std::string& path) {
        caller.store = store::Register::open(path, true, 1000);
        caller.actor = "tester";
        caller.stop = &stop;
    }
    json::Value restore(const std::string& to) {
        const std::string text =
            operations::perform(*operations::find_operation("register.restore"), caller, json::parse(named("to", to)));
        json::Value answer = json::parse(text);
        CHECK(json::check(json::schema("register.restore.answer"), answer).empty());
        return answer;
    }
    std::string refusal(const std::string& to) {
        try {
            restore(to);
            return {};
        } catch (const domain::Refusal& no) {
            return no.faults.front().rule;
        } catch (const store::StoreError& error) {
            return error.rule;
        }
    }
    operations::Caller caller;
    store::StopFlag stop{false};
};

std::size_t entries_at(const std::string& path) {
    const store::StopFlag never{false};
    std::size_t entries = 0;
    store::Register::open(path, true, 1000)->engine().read(never, [&](store::Connection& connection) {
        const auto journal = store::journal_verify(connection, never, std::nullopt);
        CHECK(journal.intact);
        entries = static_cast<std::size_t>(journal.entries);
    });
    return entries;
}

std::set<std::string> names_in(const std::string& folder) {
    std::set<std::string> names;
    for (const auto& each : fs::directory_iterator(folder)) names.insert(each.path().filename());
    return names;
}

}  // namespace

TEST_CASE("a copy is put back, and the register that was there is kept") {
    TestRegister store;
    const std::string path = store.folder + "/register.mvoi", copy = store.folder + "/copy.mvoi";
    store.call("tender.start", starting("1"));
    store.call("register.backup", named("path", copy));
    store.call("tender.start", starting("2"));
    REQUIRE(::chmod(path.c_str(), 0640) == 0);
    {
        Copy opened(copy);
        CHECK(opened.refusal(path) == "restore.in-use");
        store.caller.store.reset();
        CHECK(opened.refusal(copy) == "restore.itself");
        CHECK(opened.refusal(store.folder + "/no folder/r.mvoi") == "backup.no-folder");
        CHECK(opened.refusal("file:r.mvoi") == "store.no-file");
        const auto answer = opened.restore(path);
        CHECK(answer.integer_or("entries", 0) == 1);
        const std::string kept = answer.text_or("kept");
        REQUIRE(fs::exists(kept));
        CHECK(entries_at(kept) == 2);
    }
    CHECK(entries_at(path) == 1);
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0640);
    for (const std::string& name : names_in(store.folder)) CHECK(name.find("unfinished") == name.npos);
    store.reopen();
    store.call("tender.start", starting("3"));
    store.check_sound();
}

TEST_CASE("a copy is put where there is no register") {
    TestRegister store;
    const std::string copy = store.folder + "/copy.mvoi", fresh = store.folder + "/fresh.mvoi";
    store.call("tender.start", starting("1"));
    store.call("register.backup", named("path", copy));
    const auto answer = Copy(copy).restore(fresh);
    CHECK(answer.find("kept") == nullptr);
    CHECK(entries_at(fresh) == 1);
}

TEST_CASE("a register that another process has open is not replaced") {
    TestRegister store;
    const std::string path = store.folder + "/other.mvoi", copy = store.folder + "/copy.mvoi";
    store.call("tender.start", starting("1"));
    store.call("register.backup", named("path", copy));
    for (const bool read_only : {false, true}) {
        int ready[2];
        REQUIRE(::pipe(ready) == 0);
        store::Register::open(path, false, 1000);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto kept = store::Register::open(path, read_only, 1000);
            if (::write(ready[1], "x", 1) != 1) ::_exit(1);
            ::pause();
            ::_exit(0);
        }
        char byte = 0;
        REQUIRE(::read(ready[0], &byte, 1) == 1);
        CHECK(Copy(copy).refusal(path) == "restore.in-use");
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        CHECK(Copy(copy).refusal(path).empty());
    }
}

TEST_CASE("a register that was overwritten from outside is put right, and what lay beside it is kept") {
    TestRegister store;
    const std::string path = store.folder + "/r.mvoi", copy = store.folder + "/copy.mvoi";
    for (int i = 0; i < 5; ++i) store.call("tender.start", starting(std::to_string(i)));
    store.call("register.backup", named("path", copy));
    const pid_t child = ::fork();
    if (child == 0) {
        TestRegister* killed = &store;
        killed->caller.store = store::Register::open(path, false, 1000);
        for (int i = 0; i < 40; ++i) killed->call("tender.start", starting(std::to_string(i)));
        ::kill(::getpid(), SIGKILL);
    }
    ::waitpid(child, nullptr, 0);
    REQUIRE(fs::file_size(path + "-wal") > 0);
    std::string kept;
    SECTION("and by a copy of another") {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << std::ifstream(copy, std::ios::binary).rdbuf();
        kept = Copy(copy).restore(path).text_or("kept");
        CHECK(fs::exists(kept + "-wal"));
    }
    SECTION("not at all: it was only left behind") {
        kept = Copy(copy).restore(path).text_or("kept");
        CHECK_FALSE(fs::exists(kept + "-wal"));
        CHECK(entries_at(kept) == 40);
    }
    CHECK_FALSE(fs::exists(path + "-wal"));
    CHECK(entries_at(path) == 5);
    const auto opened = store::Register::open(path, false, 1000);
}

TEST_CASE("a copy that is not intact is not put back") {
    TestRegister store;
    const std::string path = store.folder + "/r.mvoi", copy = store.folder + "/copy.mvoi";
    store.call("tender.start", starting("1"));
    store.caller.store->engine().write(1000, store.stop, [](store::Connection& connection) {
        connection.run("UPDATE tender SET title = 'Iets anders'");
    });
    store.call("register.backup", named("path", copy));
    CHECK(Copy(copy).refusal(path) == "restore.not-intact");
    CHECK_FALSE(fs::exists(path));
    for (const std::string& name : names_in(store.folder)) CHECK(name.find("unfinished") == name.npos);
}

TEST_CASE("whoever is killed while he puts a copy back leaves the old register or the new one, whole") {
    TestRegister store;
    const std::string path = store.folder + "/r.mvoi", copy = store.folder + "/copy.mvoi";
    for (int i = 0; i < 20; ++i) store.call("tender.start", starting(std::to_string(i)));
    store.call("register.backup", named("path", copy));
    store::Register::open(path, false, 1000);
    for (int round = 0; round < 30; ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            Copy(copy).restore(path);
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(1000 + round * 1500));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const std::size_t entries = entries_at(path);
        CHECK((entries == 0 || entries == 20));
    }
}

}  // namespace restore_test
