// SPDX-License-Identifier: EUPL-1.2
// Callers that write at the same time: the trouble of one is his own, and nobody waits longer than he said.
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <future>
#include <new>
#include <thread>

#include "store/sqlite/place.hpp"
#include "support/register.hpp"

namespace write_test {

using namespace mvoi;
using store::Connection;
using store::StopFlag;
using store::Trouble;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

namespace {

const StopFlag never{false};

store::Engine& engine(TestRegister& store) {
    return store.caller.store->engine();
}

void put(Connection& connection, const std::string& name) {
    connection.run("INSERT INTO meta VALUES ('" + name + "', '1')");
}

bool is_there(TestRegister& store, const std::string& name) {
    bool found = false;
    engine(store).read(never, [&](Connection& connection) {
        found = connection.number("SELECT count(*) FROM meta WHERE name = '" + name + "'") == 1;
    });
    return found;
}

// The lead, held until it is let go; others queue up meanwhile.
class Leader {
  public:
    explicit Leader(TestRegister& store) {
        thread_ = std::async(std::launch::async, [&store, this] {
            engine(store).write(5000, never, [this](Connection& connection) {
                put(connection, "leader");
                leads_.set_value();
                go_.get_future().wait();
            });
        });
        leads_.get_future().wait();
    }
    void let_go() { go_.set_value(); }
    void finish() { thread_.get(); }

  private:
    std::promise<void> leads_, go_;
    std::future<void> thread_;
};

std::optional<Trouble> trouble_of(std::future<void>& call) {
    try {
        call.get();
    } catch (const store::StoreError& error) {
        return error.trouble;
    }
    return std::nullopt;
}

template <typename Work>
std::future<void> writing(TestRegister& store, int wait_ms, const StopFlag& stop, Work work) {
    auto call =
        std::async(std::launch::async, [&store, wait_ms, &stop, work] { engine(store).write(wait_ms, stop, work); });
    std::this_thread::sleep_for(20ms);  // until it is in the queue, so that all are in order
    return call;
}

}  // namespace

TEST_CASE("an impatient caller and an interrupted one fail alone, beside callers that share a commit") {
    TestRegister store;
    StopFlag stopped{false};
    Leader leader(store);
    auto before = writing(store, 5000, never, [](Connection& connection) { put(connection, "before"); });
    auto impatient = writing(store, 0, never, [](Connection& connection) { put(connection, "impatient"); });
    auto interrupted = writing(store, 5000, stopped, [](Connection& connection) { put(connection, "interrupted"); });
    auto refused = writing(store, 5000, never, [](Connection& connection) {
        put(connection, "refused");
        throw std::bad_alloc();
    });
    auto after = writing(store, 5000, never, [](Connection& connection) { put(connection, "after"); });
    stopped = true;
    leader.let_go();
    leader.finish();
    CHECK_FALSE(trouble_of(before));
    CHECK(trouble_of(impatient) == Trouble::Busy);
    CHECK(trouble_of(interrupted) == Trouble::Interrupted);
    CHECK_THROWS_AS(refused.get(), std::bad_alloc);
    CHECK_FALSE(trouble_of(after));
    for (const char* name : {"leader", "before", "after"}) CHECK(is_there(store, name));
    for (const char* name : {"impatient", "interrupted", "refused"}) CHECK_FALSE(is_there(store, name));
}

TEST_CASE("many patient callers beside impatient and interrupted ones all get through") {
    TestRegister store;
    StopFlag stopping{false};
    std::atomic<bool> over{false};
    std::atomic<int> written{0}, troubles{0};
    std::vector<std::thread> others, patient;
    for (int t = 0; t < 4; ++t)
        others.emplace_back([&, t] {
            for (int i = 0; !over; ++i) try {
                    engine(store).write(t % 2 ? 0 : 5000, t % 2 ? never : stopping, [&](Connection& connection) {
                        put(connection, "o" + std::to_string(t) + "-" + std::to_string(i));
                    });
                } catch (const store::StoreError& error) {
                    if (error.trouble == Trouble::Storage) ++troubles;
                }
        });
    std::thread interrupter([&] {
        while (!over) {
            stopping = !stopping;
            std::this_thread::sleep_for(100us);
        }
    });
    for (int t = 0; t < 4; ++t)
        patient.emplace_back([&, t] {
            for (int i = 0; i < 100; ++i) try {
                    engine(store).write(20000, never, [&](Connection& connection) {
                        put(connection, "p" + std::to_string(t) + "-" + std::to_string(i));
                    });
                    ++written;
                } catch (const store::StoreError&) {
                    ++troubles;
                }
        });
    for (auto& thread : patient) thread.join();
    over = true;
    for (auto& thread : others) thread.join();
    interrupter.join();
    CHECK(troubles == 0);
    CHECK(written == 400);
    engine(store).read(never, [&](Connection& connection) {
        CHECK(connection.number("SELECT count(*) FROM meta WHERE name LIKE 'p%'") == 400);
    });
}

TEST_CASE("a leader whose work throws gives the lead up, whatever it throws") {
    TestRegister store;
    CHECK_THROWS_AS(engine(store).write(1000, never, [](Connection&) { throw std::bad_alloc(); }), std::bad_alloc);
    CHECK_THROWS_AS(engine(store).write(1000, never, [](Connection&) { throw 7; }), int);
    Leader leader(store);
    auto throws = writing(store, 5000, never, [](Connection&) { throw 7; });
    auto waiting = writing(store, 5000, never, [](Connection& connection) { put(connection, "waiting"); });
    leader.let_go();
    leader.finish();
    CHECK_THROWS_AS(throws.get(), int);
    CHECK_FALSE(trouble_of(waiting));
    engine(store).write(0, never, [](Connection& connection) { put(connection, "next"); });
    for (const char* name : {"leader", "waiting", "next"}) CHECK(is_there(store, name));
}

TEST_CASE("a caller behind a long leader waits as long as he said, and stops when he is told to") {
    TestRegister store;
    StopFlag stopped{false};
    Leader leader(store);
    const auto begun = Clock::now();
    auto impatient = writing(store, 100, never, [](Connection&) {});
    auto interrupted = writing(store, 60000, stopped, [](Connection&) {});
    stopped = true;
    CHECK(trouble_of(interrupted) == Trouble::Interrupted);
    CHECK(trouble_of(impatient) == Trouble::Busy);
    CHECK(Clock::now() - begun < 3s);
    leader.let_go();
    leader.finish();
    CHECK(is_there(store, "leader"));
}

TEST_CASE("who opens a register that another is making waits as long as he said") {
    TestRegister store;
    const std::string path = store.folder + "/made.mvoi";
    const int lock = ::open((path + "-lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    REQUIRE(lock >= 0);
    REQUIRE(::flock(lock, LOCK_EX) == 0);
    const auto begun = Clock::now();
    auto opening = std::async(std::launch::async, [&] { store::Register::open(path, false, 100); });
    CHECK(trouble_of(opening) == Trouble::Busy);
    CHECK(Clock::now() - begun >= 100ms);
    CHECK(Clock::now() - begun < 3s);
    CHECK_FALSE(std::filesystem::exists(path));
    ::close(lock);
    CHECK_NOTHROW(store::Register::open(path, false, 5000));
}

namespace {

// Another process that writes for a long time, as far as this one can see.
class ForeignWriter {
  public:
    explicit ForeignWriter(const std::string& path, const char* mode = "") {
        REQUIRE(::sqlite3_open(path.c_str(), &database_) == SQLITE_OK);
        run(mode);
        run("BEGIN IMMEDIATE");
    }
    ~ForeignWriter() { ::sqlite3_close(database_); }
    void finish() { run("COMMIT"); }

  private:
    void run(const char* sql) { REQUIRE(::sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK); }
    sqlite3* database_ = nullptr;
};

template <typename Work>
std::chrono::milliseconds time_of(Work work) {
    const auto begun = Clock::now();
    work();
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun);
}

// Forks and comes back when the child has looked.
int forked(const std::function<int()>& in_child) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(20);
        ::_exit(in_child());
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return status;
}

}  // namespace

TEST_CASE("while one writer waits for another process, a fork, an opening and a closing do not wait") {
    TestRegister store;
    const std::string path = store.folder + "/register.mvoi", other = store.folder + "/other.mvoi";
    auto beside = store::Register::open(other, false, 1000);
    ForeignWriter foreign(path);
    StopFlag stopped{false};
    auto waits = writing(store, 60000, stopped, [](Connection& connection) { put(connection, "waits"); });
    CHECK(time_of([&] { CHECK(forked([] { return 0; }) == 0); }) < 1s);
    CHECK(time_of([&] { CHECK_NOTHROW(store::Register::open(store.folder + "/third.mvoi", false, 1000)); }) < 1s);
    CHECK(time_of([&] { beside->engine().write(0, never, [](Connection&) {}); }) < 1s);
    CHECK(time_of([&] { beside.reset(); }) < 1s);
    CHECK(time_of([&] { CHECK_FALSE(is_there(store, "waits")); }) < 1s);
    foreign.finish();
    CHECK_FALSE(trouble_of(waits));
    CHECK(is_there(store, "waits"));
}

TEST_CASE("while one opening waits, others, calls, closings and forks do not") {
    TestRegister store;
    const std::string path = store.folder + "/made.mvoi";
    auto beside = store::Register::open(store.folder + "/other.mvoi", false, 1000);
    const int lock = ::open((path + "-lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    REQUIRE(lock >= 0);
    REQUIRE(::flock(lock, LOCK_EX) == 0);
    auto opening = std::async(std::launch::async, [&] { store::Register::open(path, false, 60000); });
    std::this_thread::sleep_for(50ms);
    auto same = std::async(std::launch::async, [&] { store::Register::open(path, false, 100); });
    CHECK(time_of([&] { CHECK(trouble_of(same) == Trouble::Busy); }) < 3s);
    CHECK(time_of([&] { CHECK(forked([] { return 0; }) == 0); }) < 1s);
    CHECK(time_of([&] { CHECK_NOTHROW(store::Register::open(store.folder + "/third.mvoi", false, 0)); }) < 1s);
    CHECK(time_of([&] { beside->engine().write(0, never, [](Connection&) {}); }) < 1s);
    CHECK(time_of([&] { beside.reset(); }) < 1s);
    ::close(lock);
    CHECK_FALSE(trouble_of(opening));
}

TEST_CASE("who comes while the process forks waits as long as he said") {
    TestRegister store;
    std::promise<void> reads, go;
    auto reading = std::async(std::launch::async, [&] {
        engine(store).read(never, [&](Connection&) {
            reads.set_value();
            go.get_future().wait();
        });
    });
    reads.get_future().wait();
    auto forking = std::async(std::launch::async, [] { return forked([] { return 0; }); });
    std::this_thread::sleep_for(50ms);  // it waits for the reader by now
    CHECK(time_of([&] { CHECK_THROWS_AS(engine(store).write(50, never, [](Connection&) {}), store::StoreError); }) <
          2s);
    CHECK(time_of([&] { CHECK_THROWS_AS(engine(store).read(50, never, [](Connection&) {}), store::StoreError); }) < 2s);
    StopFlag stopped{true};
    CHECK_THROWS_AS(engine(store).write(60000, stopped, [](Connection&) {}), store::StoreError);
    auto patient = std::async(std::launch::async, [&] { engine(store).write(20000, never, [](Connection&) {}); });
    go.set_value();
    CHECK(forking.get() == 0);
    CHECK_FALSE(trouble_of(reading));
    CHECK_FALSE(trouble_of(patient));
}

TEST_CASE("an opening with no time to wait does not wait for who has the whole file") {
    TestRegister store;
    const std::string path = store.folder + "/made.mvoi";
    store::Register::open(path, false, 1000);
    {
        // The other is in this process too: closing the file would take its locks away.
        const auto kept = store::sqlite::Place::of(path);
        const ForeignWriter foreign(path, "PRAGMA locking_mode = EXCLUSIVE");
        for (const bool read_only : {false, true})
            CHECK(time_of([&] { CHECK_THROWS_AS(store::Register::open(path, read_only, 0), store::StoreError); }) < 1s);
    }
    CHECK_NOTHROW(store::Register::open(path, false, 0));
}

TEST_CASE("a child finds nothing locked, whatever its parent's threads were doing") {
    TestRegister store;
    const std::string path = store.folder + "/register.mvoi";
    std::atomic<bool> over{false};
    std::vector<std::thread> busy;
    for (int t = 0; t < 3; ++t)
        busy.emplace_back([&, t] {
            for (int i = 0; !over; ++i) {
                auto mine = store::Register::open(t == 0 ? store.folder + "/own.mvoi" : path, false, 5000);
                if (t == 1) mine->engine().read(never, [](Connection& c) { c.number("SELECT count(*) FROM meta"); });
                if (t != 1)
                    mine->engine().write(
                        5000, never, [&](Connection& c) { put(c, "t" + std::to_string(t) + "-" + std::to_string(i)); });
            }
        });
    for (int i = 0; i < 20; ++i)
        CHECK(forked([&] {
                  auto own = store::Register::open(path, false, 5000);
                  own->engine().write(5000, never, [&](Connection& c) { put(c, "child" + std::to_string(i)); });
                  return 0;
              }) == 0);
    over = true;
    for (auto& thread : busy) thread.join();
    for (int i = 0; i < 20; ++i) CHECK(is_there(store, "child" + std::to_string(i)));
}

TEST_CASE("long work commits alone: nobody who came before it or comes after waits for it longer than he said") {
    TestRegister store;
    Leader leader(store);
    auto before = writing(store, 5000, never, [](Connection& connection) { put(connection, "before"); });
    std::promise<void> go;
    auto alone = std::async(std::launch::async, [&] {
        engine(store).write_alone(5000, never, [&](Connection&) { go.get_future().wait(); });
    });
    std::this_thread::sleep_for(20ms);
    auto after = writing(store, 100, never, [](Connection& connection) { put(connection, "after"); });
    leader.let_go();
    leader.finish();
    CHECK(before.wait_for(3s) == std::future_status::ready);
    CHECK(trouble_of(after) == Trouble::Busy);
    go.set_value();
    CHECK_FALSE(trouble_of(before));
    CHECK_FALSE(trouble_of(alone));
    CHECK(is_there(store, "before"));
}

TEST_CASE("readers that overlap do not keep the log from beginning anew") {
    TestRegister store;
    std::atomic<bool> over{false};
    std::vector<std::thread> readers;
    for (int t = 0; t < 3; ++t)
        readers.emplace_back([&] {
            while (!over)
                engine(store).read(never, [](Connection& connection) {
                    connection.number("SELECT count(*) FROM meta");
                    std::this_thread::sleep_for(3ms);
                });
        });
    const std::string filler(100000, 'x');
    std::uintmax_t longest = 0;
    for (int i = 0; i < 600; ++i) {  // 60 MB
        engine(store).write(5000, never, [&](Connection& connection) {
            connection.run("INSERT INTO meta VALUES ('filler', '" + filler + std::to_string(i) +
                           "') ON CONFLICT (name) DO UPDATE SET value = excluded.value");
        });
        longest = std::max(longest, std::filesystem::file_size(store.folder + "/register.mvoi-wal"));
    }
    over = true;
    for (auto& thread : readers) thread.join();
    CHECK(longest < 40'000'000);
}

TEST_CASE("a commit is on the disk before its caller hears of it") {
    TestRegister store;
    engine(store).write(1000, never, [](Connection& connection) {
        CHECK(connection.number("PRAGMA synchronous") == 2);  // FULL: the log is synced at each commit
    });
}

TEST_CASE("what was written is not called interrupted") {
    TestRegister store;
    StopFlag stopped{false};
    engine(store).write(1000, stopped, [&](Connection& connection) {
        put(connection, "written");
        stopped = true;
    });
    CHECK(is_there(store, "written"));
}

}  // namespace write_test
