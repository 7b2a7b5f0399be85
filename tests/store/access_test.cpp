// SPDX-License-Identifier: EUPL-1.2
// A register that others may only read, that could not be written for a moment, that was overwritten, or whose disk is
// full.
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

#include "abi/answer.hpp"
#include "support/places.hpp"

namespace access_test {

using namespace places;

TEST_CASE("whoever reads leaves nothing behind, and the owner writes on") {
    if (!is_root()) return;
    TestRegister store;
    const std::string folder = store.folder + "/shared", path = folder + "/r.mvoi";
    fs::create_directory(folder);
    REQUIRE(::chmod(store.folder.c_str(), 0755) == 0);
    REQUIRE(::chmod(folder.c_str(), 0777) == 0);
    const auto write = [&](const std::string& reference) {
        return as_user(owner, [&] {
            const store::StopFlag never{false};
            operations::Caller caller;
            caller.store = store::Register::open(path, false, 1000);
            caller.actor = "tester";
            caller.stop = &never;
            operations::perform(*operations::find_operation("tender.start"), caller, json::parse(starting(reference)));
            return 0;
        });
    };
    const auto read = [&](std::size_t expected) {
        return as_user(other, [&] { return references_at(path).size() == expected ? 0 : 1; });
    };
    for (int round = 0; round < 3; ++round) {
        CHECK(write(std::to_string(round)) == 0);
        CHECK(read(static_cast<std::size_t>(round) + 1) == 0);
        for (const auto& each : fs::directory_iterator(folder)) {
            struct stat status {};
            REQUIRE(::stat(each.path().c_str(), &status) == 0);
            CHECK(status.st_uid == owner);
        }
    }
    // While the owner has it open, and after he was killed.
    leave_a_log(path, 10, 12);
    REQUIRE(::chown((path + "-wal").c_str(), owner, owner) == 0);
    REQUIRE(::chown((path + "-shm").c_str(), owner, owner) == 0);
    CHECK(read(5) == 0);
    CHECK(write("later") == 0);
    // In a folder that is not to be written.
    REQUIRE(::chmod(folder.c_str(), 0555) == 0);
    CHECK(read(6) == 0);
    REQUIRE(::chmod(folder.c_str(), 0777) == 0);
    // Files that a reader of an earlier version left.
    for (const char* part : {"-wal", "-shm"}) {
        std::ofstream(path + part).flush();
        REQUIRE(::chown((path + part).c_str(), other, other) == 0);
        REQUIRE(::chmod((path + part).c_str(), 0644) == 0);
    }
    CHECK(write("last") == 0);
    CHECK(read(7) == 0);
}

TEST_CASE("a log without an index is read without one") {
    TestRegister store;
    const std::string path = store.folder + "/left.mvoi";
    leave_a_log(path, 0, 3);
    fs::remove(path + "-shm");
    const auto before = fs::last_write_time(path + "-wal");
    CHECK(references_at(path).size() == 3);
    CHECK_FALSE(fs::exists(path + "-shm"));
    CHECK(fs::last_write_time(path + "-wal") == before);
    CHECK(opening(path).empty());
    CHECK(references_at(path).size() == 3);
}

TEST_CASE("a register that changes while it is read without locks is read again") {
    TestRegister store;
    const std::string path = store.folder + "/r.mvoi";
    CHECK(opening(path).empty());
    for (const char* part : {"-wal", "-shm"}) fs::remove(path + part);
    int go[2];
    REQUIRE(::pipe(go) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        char byte = 0;
        if (::read(go[0], &byte, 1) != 1) ::_exit(1);
        const store::StopFlag none{false};
        operations::Caller caller;
        caller.actor = "tester";
        caller.stop = &none;
        caller.store = store::Register::open(path, false, 1000);
        operations::perform(*operations::find_operation("tender.start"), caller, json::parse(starting("1")));
        caller.store.reset();
        ::_exit(0);
    }
    const auto reader = store::Register::open(path, true, 1000);
    const store::StopFlag never{false};
    int times = 0;
    const auto seen = store::steadily([&] {
        std::int64_t count = 0;
        reader->engine().read(never, [&](store::Connection& connection) {
            if (++times == 1) {
                CHECK(::write(go[1], "x", 1) == 1);
                ::waitpid(child, nullptr, 0);
            }
            count = connection.number("SELECT count(*) FROM journal");
        });
        return count;
    });
    CHECK(times == 2);
    CHECK(seen == 1);
}

TEST_CASE("a register that could not be written for a moment can be written after it") {
    if (!is_root()) return;
    TestRegister store;
    const std::string folder = store.folder + "/own", path = folder + "/r.mvoi";
    fs::create_directory(folder);
    REQUIRE(::chmod(store.folder.c_str(), 0755) == 0);
    REQUIRE(::chown(folder.c_str(), other, other) == 0);
    CHECK(as_user(other, [&] {
              const store::StopFlag never{false};
              operations::Caller caller;
              caller.actor = "tester";
              caller.stop = &never;
              const auto write = [&](const char* reference) {
                  return trouble([&] {
                      operations::perform(*operations::find_operation("tender.start"), caller,
                                          json::parse(starting(reference)));
                  });
              };
              caller.store = store::Register::open(path, false, 1000);
              if (!write("1").empty()) return 1;
              caller.store.reset();
              ::chmod(path.c_str(), 0444);
              caller.store = store::Register::open(path, false, 1000);
              if (write("2") != "Storage store.unwritable") return 2;
              ::chmod(path.c_str(), 0644);
              if (!write("3").empty()) return 3;
              caller.store.reset();
              // Files beside it that are not to be written, from such a moment.
              for (const char* part : {"-wal", "-shm"}) {
                  std::ofstream(path + part).flush();
                  ::chmod((path + part).c_str(), 0444);
              }
              caller.store = store::Register::open(path, false, 1000);
              if (!write("4").empty()) return 4;
              caller.store.reset();
              ::chmod(folder.c_str(), 0555);
              caller.store = store::Register::open(path, false, 1000);
              if (write("5") != "Storage store.unwritable") return 5;
              ::chmod(folder.c_str(), 0755);
              return write("6").empty() ? 0 : 6;
          }) == 0);
    CHECK(references_at(path).size() == 4);
}

TEST_CASE("a copy that was put over a register from outside is not mixed with what lay beside it") {
    TestRegister store;
    const std::string path = store.folder + "/r.mvoi", copy = store.folder + "/copy.mvoi";
    for (int i = 0; i < 5; ++i) store.call("tender.start", starting("A" + std::to_string(i)));
    store.call("register.backup", R"({"path":")" + copy + R"("})");
    leave_a_log(path, 0, 40);
    copy_over(copy, path);
    CHECK(opening(path) == "Displaced store.overwritten");
    // The copy itself can be read: it is whole.
    CHECK(references_at(path).size() == 5);
    CHECK(fs::exists(path + "-wal"));
}

TEST_CASE("a disk that is full and files that are too many may be tried again later") {
    const auto says = [](const store::StoreError& error) {
        return json::parse(abi::outcome_of(std::make_exception_ptr(error), domain::Language::English).answer);
    };
    const auto full = says({store::Trouble::Full, "disk"}), gone = says({store::Trouble::Displaced, "store.gone", {}});
    CHECK(full.boolean_or("retry", false));
    CHECK_FALSE(full.boolean_or("fatal", true));
    CHECK_FALSE(gone.boolean_or("retry", true));
    CHECK(gone.boolean_or("fatal", false));
    CHECK(gone.integer_or("status", 0) == -8);

    TestRegister store;
    CHECK(elsewhere([&] {
              const rlimit few{20, 20};
              ::setrlimit(RLIMIT_NOFILE, &few);
              std::vector<std::ifstream> files;
              for (int i = 0; i < 30; ++i) files.emplace_back("/dev/null");
              return opening(store.folder + "/new.mvoi").starts_with("Full ") ? 0 : 1;
          }) == 0);
}

TEST_CASE("a full disk is told as one, and nothing is lost") {
    TestRegister store;
    const std::string small = store.folder + "/small";
    fs::create_directory(small);
    const int outcome = elsewhere([&] {
        if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount("none", small.c_str(), "tmpfs", 0, "size=2m") != 0)
            return 77;
        const store::StopFlag never{false};
        operations::Caller caller;
        caller.actor = "tester";
        caller.stop = &never;
        caller.store = store::Register::open(small + "/r.mvoi", false, 1000);
        std::size_t done = 0;
        std::string why;
        for (int i = 0; i < 1000 && why.empty(); ++i) {
            why = trouble([&] {
                operations::perform(*operations::find_operation("tender.start"), caller,
                                    json::parse(starting(std::to_string(i))));
            });
            done += why.empty();
        }
        if (!why.starts_with("Full ")) return 1;
        caller.store.reset();
        return references_at(small + "/r.mvoi").size() == done ? 0 : 2;
    });
    if (outcome == 77)
        WARN("no mount can be made here: skipped");
    else
        CHECK(outcome == 0);
}

}  // namespace access_test
