// SPDX-License-Identifier: EUPL-1.2
// Patient callers beside impatient ones and ones that are interrupted: every result is its caller's own, and as much
// gets done as without the others. Called: wait_check [SECONDS] [THREADS]
#include <algorithm>
#include <atomic>
#include <chrono>
#include <random>
#include <set>
#include <thread>
#include <vector>

#include "session.hpp"
#include "support/checks.hpp"

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using checks::check;
using trouble::Session;

struct Caller {
    int wait_ms = 5000;
    bool interrupted = false;
    std::set<std::string> written, not_written;
    int busy = 0, stopped = 0, others = 0;
    std::chrono::milliseconds longest{0};
    std::string odd;
};

void call_until(Clock::time_point end, const std::string& path, const std::string& name, Caller& me,
                std::atomic<int32_t>& handle) {
    Session session(path, me.wait_ms);
    handle = session.handle();
    for (int i = 0; Clock::now() < end; ++i) {
        const std::string reference = name + "-" + std::to_string(i);
        const auto begun = Clock::now();
        const int32_t status = session.call("tender.start", trouble::start_request(reference));
        me.longest = std::max(me.longest, std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun));
        (status == MVOI_OK ? me.written : me.not_written).insert(reference);
        if (status == MVOI_E_BUSY && me.wait_ms < 5000)
            ++me.busy;
        else if (status == MVOI_E_INTERRUPTED && me.interrupted)
            ++me.stopped;
        else if (status != MVOI_OK) {
            ++me.others;
            me.odd = session.answer();
        }
        if (status == MVOI_E_BUSY) std::this_thread::sleep_for(200us);  // as a host that comes back would
    }
    handle = 0;
}

// Every reference that the register has.
std::set<std::string> references_in(const std::string& path) {
    std::set<std::string> found;
    Session session(path);
    for (long after = 0;;) {
        if (session.call("journal.list", R"({"after":)" + std::to_string(after) + R"(,"limit":20})") != MVOI_OK) break;
        const std::string& answer = session.answer();
        static const std::string named = R"("facts":{"tender":)", reference = R"("reference":")";
        for (std::size_t at = answer.find(reference); at != std::string::npos; at = answer.find(reference, at)) {
            at += reference.size();
            found.insert(answer.substr(at, answer.find('"', at) - at));
        }
        if (session.length() > static_cast<int32_t>(answer.size())) return {};  // the buffer was too small
        const long next = session.number("next");
        if (next < 0) break;
        after = next;
    }
    return found;
}

// The callers call side by side for so long. Says how many calls were OK.
long run(const std::string& path, std::vector<Caller>& callers, std::chrono::milliseconds time) {
    std::vector<std::atomic<int32_t>> handles(callers.size());
    const auto end = Clock::now() + time;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < callers.size(); ++i)
        threads.emplace_back([&, i] { call_until(end, path, "c" + std::to_string(i), callers[i], handles[i]); });
    std::thread interrupter([&] {
        std::mt19937 random(20261130U);
        while (Clock::now() < end) {
            for (std::size_t i = 0; i < callers.size(); ++i)
                if (const int32_t handle = handles[i]; handle && callers[i].interrupted && random() % 2)
                    mvoi_interrupt(handle);
            std::this_thread::sleep_for(3ms);
        }
    });
    for (auto& thread : threads) thread.join();
    interrupter.join();
    long done = 0;
    for (const Caller& caller : callers) done += static_cast<long>(caller.written.size());
    return done;
}

void check_results(const std::string& path, const std::vector<Caller>& callers) {
    const std::set<std::string> there = references_in(path);
    long lost = 0, written_all_the_same = 0, of_another = 0;
    for (const Caller& caller : callers) {
        for (const std::string& each : caller.written) lost += !there.contains(each);
        for (const std::string& each : caller.not_written) written_all_the_same += there.contains(each);
        of_another += caller.others;
        check(caller.others == 0, "a caller got what was not his: " + caller.odd);
        check(caller.wait_ms >= 5000 || caller.longest < std::chrono::milliseconds(caller.wait_ms) + 2s,
              "a caller of " + std::to_string(caller.wait_ms) + " ms waited " + std::to_string(caller.longest.count()));
    }
    check(lost == 0, std::to_string(lost) + " calls that were OK are not in the register");
    check(written_all_the_same == 0, std::to_string(written_all_the_same) + " calls that failed are in the register");
}

}  // namespace

int main(int argc, char** argv) {
    const auto time = std::chrono::seconds(argc > 1 ? std::atoi(argv[1]) : 3);
    const std::size_t threads = argc > 2 ? static_cast<std::size_t>(std::atoi(argv[2])) : 16;
    const trouble::Folder folder;
    std::vector<Caller> mixed(threads);
    constexpr int waits[] = {0, 100, 5000};
    for (std::size_t i = 0; i < threads; ++i) {
        mixed[i].wait_ms = waits[i % 3];
        mixed[i].interrupted = i % 4 == 1;
    }
    // The same load without those who have no patience.
    std::vector<Caller> patient(static_cast<std::size_t>(std::count_if(
        mixed.begin(), mixed.end(), [](const Caller& each) { return each.wait_ms == 5000 && !each.interrupted; })));
    const std::string alone = folder.file("patient.mvoi"), together = folder.file("mixed.mvoi");
    const Session keeps_alone(alone), keeps_together(together);  // opened for as long as others come and go
    const long without = run(alone, patient, time), with = run(together, mixed, time);
    check_results(alone, patient);
    check_results(together, mixed);
    check(trouble::not_right(together).empty(), "the register is as it should be");
    // A share of 80 % over a minute; a short run on a machine that does other things is no measurement.
    const double share = without ? static_cast<double>(with) / static_cast<double>(without) : 0;
    check(time < 30s ? share > 0.3 : share > 0.8, "as much gets done beside the impatient: " + std::to_string(share));
    long busy = 0, stopped = 0;
    for (const Caller& caller : mixed) {
        busy += caller.busy;
        stopped += caller.stopped;
    }
    std::printf("patient alone: %ld OK; mixed: %ld OK (%.0f %%), %ld busy, %ld interrupted\n", without, with,
                share * 100, busy, stopped);
    return checks::report();
}
