// SPDX-License-Identifier: EUPL-1.2
// Today, where a request names no day: the day it is where the organisation is, not the day of the journal's stamp.
#include "store/stamp.hpp"
#include "support/register.hpp"

namespace today_test {

using namespace mvoi;

namespace {

constexpr std::int64_t seconds_per_hour = 3600;
constexpr std::int64_t new_year_2027_utc = 1798761600;    // 2027-01-01T00:00:00Z
constexpr std::int64_t first_july_2027_utc = 1814400000;  // 2027-07-01T00:00:00Z

std::string started_on(TestRegister& store, const std::string& zone) {
    store.caller.time_zone = zone;
    const json::Value started = store.call(
        "tender.start", R"({"organisation":"gm0344","reference":")" + zone + R"(","title":"x","kind":"dienst"})");
    return text_at(store.call("tender.get", R"({"tender":")" + started.text_or("tender") + "\"}"), "/startedOn");
}

}  // namespace

TEST_CASE("the day turns at midnight in the zone, in winter and in summer", "[today]") {
    const std::string here = store::usual_time_zone;
    // An hour ahead of UTC in winter, two in summer.
    CHECK(store::day_in(here, new_year_2027_utc - seconds_per_hour - 1) == "2026-12-31");
    CHECK(store::day_in(here, new_year_2027_utc - seconds_per_hour) == "2027-01-01");
    CHECK(store::day_in(here, first_july_2027_utc - 2 * seconds_per_hour - 1) == "2027-06-30");
    CHECK(store::day_in(here, first_july_2027_utc - 2 * seconds_per_hour) == "2027-07-01");
    CHECK(store::day_in("America/Curacao", new_year_2027_utc + 4 * seconds_per_hour - 1) == "2026-12-31");
    CHECK(store::day_in("America/Curacao", new_year_2027_utc + 4 * seconds_per_hour) == "2027-01-01");
}

TEST_CASE("a stamp of the journal is told by the clock of the zone", "[today]") {
    const std::string here = store::usual_time_zone;
    CHECK(store::clock_in(here, "2026-11-20T14:05:33.125Z") == "2026-11-20T15:05");
    CHECK(store::clock_in(here, "2027-07-01T22:30:00.000Z") == "2027-07-02T00:30");
    CHECK(store::clock_in(here, "2026-12-31T23:59:59Z") == "2027-01-01T00:59");
    CHECK(store::clock_in("UTC", "2026-11-20T14:05:33.125Z") == "2026-11-20T14:05");
    for (const char* no_stamp : {"", "gisteren", "2026-02-30T14:05:33Z", "2026-11-20T14:05", "2026-11-20 14:05:33Z"})
        CHECK(store::clock_in(here, no_stamp) == no_stamp);
}

TEST_CASE("a zone that the system does not know is none", "[today]") {
    CHECK(store::is_time_zone("Europe/Amsterdam"));
    CHECK(store::is_time_zone("UTC"));
    CHECK_FALSE(store::is_time_zone("Europe/Utrecht"));
    CHECK_FALSE(store::is_time_zone(""));
    CHECK_FALSE(store::is_time_zone("../../etc/passwd"));
}

// These two places are 26 hours apart: it is never the same day in both.
TEST_CASE("today is the day it is where the organisation is", "[today]") {
    TestRegister store;
    CHECK(started_on(store, "Etc/GMT+12") < started_on(store, "Pacific/Kiritimati"));
    CHECK(started_on(store, store::usual_time_zone) == store::now_day(store::usual_time_zone));
}

}  // namespace today_test
