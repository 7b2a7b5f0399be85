// SPDX-License-Identifier: EUPL-1.2
// A clock that is centuries ahead: who writes is told that it is wrong, who names a day reads as ever, and nothing is
// written with such a stamp.
#include <dlfcn.h>
#include <time.h>

#include "session.hpp"
#include "support/checks.hpp"

namespace {

time_t ahead = 0;  // seconds

}  // namespace

extern "C" __attribute__((visibility("default"))) int clock_gettime(clockid_t clock, timespec* time) noexcept {
    static auto* const real = reinterpret_cast<int (*)(clockid_t, timespec*)>(::dlsym(RTLD_NEXT, "clock_gettime"));
    const int result = real(clock, time);
    if (clock == CLOCK_REALTIME) time->tv_sec += ahead;
    return result;
}

int main() {
    using checks::check;
    const trouble::Folder folder;
    trouble::Session session(folder.file("clock.mvoi"));
    check(session.call("tender.start", trouble::start_request("before")) == MVOI_OK, session.answer());
    const long head = trouble::head_of(folder.file("clock.mvoi"));
    ahead = time_t{300} * 366 * 86400;
    check(session.call("tender.start", trouble::start_request("ahead")) < 0 && session.says("\"call.clock\""),
          "a write by a wrong clock is refused: " + session.answer());
    check(session.call("tender.list", R"({"organisation":"gm0344"})") < 0 && session.says("\"call.clock\""),
          "who leaves the day to the clock is told: " + session.answer());
    check(session.call("tender.list", R"({"organisation":"gm0344","today":"2026-11-21"})") == MVOI_OK,
          "who names the day reads: " + session.answer());
    check(trouble::head_of(folder.file("clock.mvoi")) == head, "nothing was written");
    ahead = 0;
    check(session.call("tender.start", trouble::start_request("after")) == MVOI_OK, session.answer());
    check(trouble::not_right(folder.file("clock.mvoi")).empty(), "the register is as it should be");
    return checks::report();
}
