// SPDX-License-Identifier: EUPL-1.2
// Callers that write at the same time: the trouble of one is his own, and nobody waits longer than he said.
#include <chrono>
#include <condition_variable>
#include <future>
#include <new>
#include <thread>

#include "register.hpp"

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

TEST_CASE("what was written is not called interrupted") {
    TestRegister store;
    StopFlag stopped{false};
    engine(store).write(1000, stopped, [&](Connection& connection) {
        put(connection, "written");
        stopped = true;
    });
    CHECK(is_there(store, "written"));
}
