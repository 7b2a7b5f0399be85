// SPDX-License-Identifier: EUPL-1.2
// The register and the files around it: moved, replaced, linked, removed.
#include <sched.h>
#include <sys/mount.h>

#include "support/cases.hpp"
#include "support/places.hpp"

namespace place_test {

using namespace places;

TEST_CASE("a register that was moved takes what was written along, and every later call is refused") {
    TestRegister store;
    const std::string path = store.folder + "/register.mvoi", moved = store.folder + "/moved.mvoi";
    store.call("tender.start", starting("1"));
    fs::rename(path, moved);
    CHECK(writing(store, "2") == "Displaced store.gone");
    CHECK(writing(store, "3") == "Displaced store.gone");
    CHECK(trouble([&] { store.call("tender.list", "{}"); }) == "Displaced store.gone");
    CHECK(references_at(moved) == std::set<std::string>{"1"});
    CHECK_FALSE(fs::exists(path + "-wal"));
    // Back again, it is open to new sessions, and to those of then no more.
    fs::rename(moved, path);
    CHECK(writing(store, "4") == "Displaced store.gone");
    store.reopen();
    CHECK(writing(store, "5").empty());
    CHECK(references_at(path) == std::set<std::string>{"1", "5"});
}

TEST_CASE("a session on the path of a register that was moved opens another register") {
    TestRegister store;
    const std::string path = store.folder + "/register.mvoi", moved = store.folder + "/moved.mvoi";
    store.call("tender.start", starting("1"));
    fs::rename(path, moved);
    const auto another = store::Register::open(path, false, 1000);
    CHECK(another != store.caller.store);
    CHECK(references_at(path).empty());
    CHECK(references_at(moved) == std::set<std::string>{"1"});
    CHECK(writing(store, "2") == "Displaced store.gone");
}

TEST_CASE("a register that was moved while nothing was asked of it takes what was written along when it is closed") {
    TestRegister store;
    store.call("tender.start", starting("1"));
    fs::rename(store.folder + "/register.mvoi", store.folder + "/moved.mvoi");
    store.caller.store.reset();
    CHECK(references_at(store.folder + "/moved.mvoi") == std::set<std::string>{"1"});
    CHECK_FALSE(fs::exists(store.folder + "/register.mvoi-wal"));
}

TEST_CASE("a register that was replaced or removed is written to no more") {
    TestRegister store;
    const std::string path = store.folder + "/register.mvoi", copy = store.folder + "/copy.mvoi";
    store.call("tender.start", starting("1"));
    store.call("register.backup", R"({"path":")" + copy + R"("})");
    store.call("tender.start", starting("2"));
    SECTION("another file was put over it") {
        fs::rename(copy, path);
        CHECK(writing(store, "3") == "Displaced store.replaced");
    }
    SECTION("it was removed") {
        fs::remove(path);
        fs::copy_file(copy, path);
        CHECK(writing(store, "3").starts_with("Displaced store."));
    }
    // The new one is itself: what was in the log of the old one is not in it.
    store.reopen();
    CHECK(references_at(path) == std::set<std::string>{"1"});
    CHECK(writing(store, "4").empty());
}

TEST_CASE("a log or index that was taken away is noticed, and nothing that was written is lost") {
    for (const std::string part : {"-wal", "-shm"}) {
        TestRegister store;
        const std::string path = store.folder + "/register.mvoi";
        store.call("tender.start", starting("1"));
        fs::remove(path + part);
        if (part == "-wal") std::ofstream(path + part).flush();
        CHECK(writing(store, "2") == "Displaced store.side-gone");
        store.reopen();
        CHECK(writing(store, "3").empty());
        CHECK(references_at(path) == std::set<std::string>{"1", "3"});
        store.check_sound();
    }
}

TEST_CASE("another process does not open a register whose log was taken away from under the first") {
    TestRegister store;
    const std::string path = store.folder + "/r.mvoi";
    for (const char* part : {"-wal", "-shm"}) {
        Holder holder(path, part);
        REQUIRE(holder.done());
        fs::remove(path + part);
        CHECK(opening(path) == "Storage store.side-elsewhere");
        CHECK(opening(path, true) == "Storage store.side-elsewhere");
        CHECK(holder.write() == "Displaced store.side-gone");
        CHECK(opening(path).empty());
    }
    CHECK(references_at(path) == std::set<std::string>{"-wal", "-shm"});
}

TEST_CASE("a new register does not take over the log of one that was moved away and is still open") {
    TestRegister store;
    const std::string path = store.folder + "/r.mvoi", moved = store.folder + "/moved.mvoi";
    Holder holder(path, "1");
    REQUIRE(holder.done());
    fs::rename(path, moved);
    CHECK(opening(path) == "Storage store.orphan");
    fs::copy_file(store.folder + "/register.mvoi", path);
    CHECK(opening(path) == "Storage store.side-of-another");
    CHECK(holder.write() == "Displaced store.replaced");
    CHECK(opening(path).empty());
    CHECK(references_at(moved) == std::set<std::string>{"1"});
    CHECK(references_at(path).empty());
}

TEST_CASE("a register with two names is refused under both, until one is taken away") {
    TestRegister store;
    const std::string path = store.folder + "/register.mvoi", second = store.folder + "/second.mvoi";
    store.call("tender.start", starting("1"));
    fs::create_hard_link(path, second);
    CHECK(writing(store, "2") == "Storage store.linked");
    CHECK(opening(second) == "Storage store.second-name");
    CHECK(elsewhere([&] { return opening(second) == "Storage store.second-name-elsewhere" ? 0 : 1; }) == 0);
    store.caller.store.reset();
    CHECK(opening(second) == "Storage store.linked");
    fs::remove(second);
    store.reopen();
    CHECK(writing(store, "3").empty());
    // A symbolic link is no second name.
    fs::create_symlink(path, second);
    CHECK(store::Register::open(second, false, 1000) == store.caller.store);
}

TEST_CASE("what was written before a second name came stands in the file itself when the session ends") {
    TestRegister store;
    const std::string path = store.folder + "/register.mvoi", second = store.folder + "/second.mvoi";
    store.call("tender.start", starting("1"));
    store.call("tender.list", "{}");
    fs::create_hard_link(path, second);
    CHECK(writing(store, "2") == "Storage store.linked");
    store.caller.store.reset();
    fs::remove(second);
    fs::remove(path + "-wal");
    fs::remove(path + "-shm");
    CHECK(references_at(path) == std::set<std::string>{"1"});
}

TEST_CASE("who ends leaves what was written in the file itself, also while others have it open") {
    TestRegister store;
    const std::string path = store.folder + "/register.mvoi", copy = store.folder + "/copy.mvoi";
    const Holder holder(path, "1");
    store.call("tender.start", starting("2"));
    store.caller.store.reset();
    copy_over(path, copy);
    CHECK(references_at(copy) == std::set<std::string>{"1", "2"});
}

TEST_CASE("a second name by a bind mount is refused while the register is open under the first") {
    TestRegister store;
    const std::string path = store.folder + "/register.mvoi", second = store.folder + "/elsewhere/register.mvoi";
    store.call("tender.start", starting("1"));
    fs::create_directory(store.folder + "/elsewhere");
    std::ofstream(second).flush();
    const int outcome = elsewhere([&] {
        if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount(path.c_str(), second.c_str(), nullptr, MS_BIND, nullptr) != 0)
            return 77;
        return opening(second) == "Storage store.second-name-elsewhere" &&
                       opening(second, true) == "Storage store.second-name-elsewhere" && opening(path).empty()
                   ? 0
                   : 1;
    });
    if (outcome == 77)
        WARN("no mount can be made here: skipped");
    else
        CHECK(outcome == 0);
    CHECK(writing(store, "2").empty());
    // A folder under another name is another matter: log and index lie in it.
    const int folder = elsewhere([&] {
        const std::string whole = store.folder + "/whole";
        fs::create_directory(whole);
        if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount(store.folder.c_str(), whole.c_str(), nullptr, MS_BIND, nullptr) != 0)
            return 77;
        return opening(whole + "/register.mvoi").empty() ? 0 : 1;
    });
    CHECK((folder == 0 || folder == 77));
}

TEST_CASE("what is no ordinary file is no register") {
    TestRegister store;
    REQUIRE(::mkfifo((store.folder + "/fifo").c_str(), 0666) == 0);
    for (const bool read_only : {false, true}) {
        CHECK(opening(store.folder + "/fifo", read_only) == "Storage store.no-regular");
        CHECK(opening("/dev/null", read_only) == "Storage store.no-regular");
        CHECK(opening(store.folder, read_only) == "Storage store.folder");
    }
    CHECK(opening(store.folder + "/none.mvoi", true) == "Storage store.none");
    for (const char* name : {":memory:", "file:r.mvoi"}) CHECK_FALSE(store::is_file_name(name));
}

TEST_CASE("a register that was emptied or cut is refused, and no new one is made in its place") {
    TestRegister store;
    store.call("tender.start", starting("1"));
    store.caller.store.reset();
    const std::string path = store.folder + "/register.mvoi";
    const std::string whole = read_file(path);
    for (const std::size_t left : {std::size_t{0}, std::size_t{1}, std::size_t{5}, std::size_t{511}}) {
        INFO(left << " bytes are left");
        std::ofstream(path, std::ios::binary) << whole.substr(0, left);
        const std::string refused = left == 0 ? "Storage store.emptied" : "Storage store.foreign";
        CHECK(opening(path, false) == refused);
        CHECK(read_file(path) == whole.substr(0, left));
    }
    std::ofstream(path, std::ios::binary) << "no register, and longer than a page of SQLite" << std::string(9000, ' ');
    CHECK(opening(path, false) == "Damaged store.foreign");
    CHECK(opening(path, true) == "Damaged store.foreign");
    CHECK(fs::file_size(path) == 9045);
}

TEST_CASE("a register that is being made has its name when it is whole") {
    TestRegister store;
    const std::string path = store.folder + "/made.mvoi";
    CHECK(opening(path).empty());
    for (const auto& each : fs::directory_iterator(store.folder))
        CHECK(each.path().filename().string().find(".unfinished") == std::string::npos);
    CHECK(references_at(path).empty());
}

}  // namespace place_test
