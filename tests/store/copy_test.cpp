// SPDX-License-Identifier: EUPL-1.2
// Copies of a register, and the names that registers and copies may have.
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <fstream>
#include <thread>

#include "support/register.hpp"

namespace copy_test {

using namespace mvoi;
namespace fs = std::filesystem;

namespace {

void start(TestRegister& store, const std::string& reference) {
    store.call("tender.start", R"({"organisation":"gm0344","reference":")" + reference +
                                   R"(","title":"Schoonmaak","kind":"dienst","today":"2026-11-21"})");
}

std::string to(const std::string& path) {
    return R"({"path":")" + path + R"("})";
}

mode_t mode_of(const std::string& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777;
}

std::string head_of(const std::string& path) {
    std::string hash;
    const store::StopFlag never{false};
    auto copy = store::Register::open(path, true, 1000);
    copy->engine().read(never, [&](store::Connection& connection) {
        CHECK(store::journal_verify(connection, never, std::nullopt).intact);
        hash = store::journal_head(connection).hash;
    });
    return hash;
}

std::set<std::string> names_in(const std::string& folder) {
    std::set<std::string> names;
    for (const auto& each : fs::directory_iterator(folder)) names.insert(each.path().filename());
    return names;
}

// In a folder of choice, and back.
struct InFolder {
    explicit InFolder(const std::string& folder) : before(fs::current_path()) { fs::current_path(folder); }
    ~InFolder() { fs::current_path(before); }
    fs::path before;
};

}  // namespace

TEST_CASE("a copy is as open to others as the register is, and nothing else is left in its folder") {
    TestRegister store;
    start(store, "1");
    fs::create_directory(store.folder + "/copies");
    for (const mode_t mode : {0600, 0640}) {
        REQUIRE(::chmod((store.folder + "/register.mvoi").c_str(), mode) == 0);
        const std::string copy = store.folder + "/copies/" + std::to_string(mode);
        store.call("register.backup", to(copy));
        CHECK(mode_of(copy) == mode);
        CHECK(names_in(store.folder + "/copies").contains(std::to_string(mode)));
    }
    for (const std::string& name : names_in(store.folder + "/copies")) CHECK(name.find("unfinished") == name.npos);
}

TEST_CASE("of two copies to the same name at once one is made, and it stays") {
    TestRegister store;
    for (int i = 0; i < 20; ++i) start(store, std::to_string(i));
    const std::string head = store.head();
    for (int round = 0; round < 15; ++round) {
        const std::string copy = store.folder + "/copy" + std::to_string(round);
        std::atomic<int> made{0}, there{0};
        std::vector<std::thread> both;
        for (int t = 0; t < 2; ++t)
            both.emplace_back([&] { ++(store.caller.store->engine().backup(store.stop, copy) ? made : there); });
        for (auto& thread : both) thread.join();
        CHECK(made == 1);
        CHECK(there == 1);
        CHECK(head_of(copy) == head);
    }
}

TEST_CASE("whoever is killed while he copies leaves a whole copy or none") {
    TestRegister store;
    for (int i = 0; i < 20; ++i) start(store, std::to_string(i));
    const std::string head = store.head(), path = store.folder + "/register.mvoi";
    int whole = 0, none = 0;
    for (int round = 0; round < 30; ++round) {
        const std::string copy = store.folder + "/copy" + std::to_string(round);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            const store::StopFlag never{false};
            store::Register::open(path, true, 1000)->engine().backup(never, copy);
            ::_exit(0);
        }
        std::this_thread::sleep_for(std::chrono::microseconds(500 + round * 700));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ++(fs::exists(copy) ? whole : none);
        if (fs::exists(copy)) CHECK(head_of(copy) == head);
    }
    CHECK(whole + none == 30);
}

TEST_CASE("a name that SQLite does not take for a file is refused, for a copy and for a register") {
    TestRegister store;
    start(store, "1");
    for (const char* name : {":memory:", "file:copy.mvoi", "file:/tmp/copy.mvoi?mode=memory"}) {
        CHECK(store.refusal("register.backup", to(name)) == Rules{"store.no-file"});
        CHECK_FALSE(store::is_file_name(name));
    }
    fs::create_symlink(store.folder + "/target", store.folder + "/link");
    CHECK(store.refusal("register.backup", to(store.folder + "/link")) == Rules{"backup.exists"});
    CHECK_FALSE(fs::exists(store.folder + "/target"));
}

TEST_CASE("a register named by a relative path is the one in the folder of that moment") {
    TestRegister store;
    fs::create_directory(store.folder + "/a");
    fs::create_directory(store.folder + "/b");
    {
        const InFolder b(store.folder + "/b");
        store.caller.store = store::Register::open("x.mvoi", false, 1000);
        start(store, "in b");
    }
    const std::string in_b = store.head();
    {
        const InFolder a(store.folder + "/a");
        store.caller.store = store::Register::open("x.mvoi", false, 1000);
    }
    {
        const InFolder b(store.folder + "/b");
        start(store, "in a");
        store.call("register.backup", to("copy.mvoi"));
    }
    CHECK(store.head() != in_b);
    CHECK(head_of(store.folder + "/a/x.mvoi") == store.head());
    CHECK(head_of(store.folder + "/b/x.mvoi") == in_b);
    CHECK(head_of(store.folder + "/b/copy.mvoi") == store.head());
    CHECK_FALSE(fs::exists(store.folder + "/x.mvoi"));
    CHECK_FALSE(fs::exists(store.folder + "/copy.mvoi"));
}

TEST_CASE("one file is one store, by whatever path or link it was named before it was there") {
    TestRegister store;
    const InFolder folder(store.folder);
    fs::create_directory("sub");
    fs::create_symlink("../new.mvoi", "sub/link.mvoi");
    const auto by_link = store::Register::open("sub/link.mvoi", false, 1000);
    CHECK(by_link == store::Register::open("new.mvoi", false, 1000));
    CHECK(by_link == store::Register::open(store.folder + "/new.mvoi", false, 1000));
    CHECK(by_link == store::Register::open("sub/../new.mvoi", false, 1000));
}

}  // namespace copy_test
