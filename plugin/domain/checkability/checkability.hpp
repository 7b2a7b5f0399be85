// SPDX-License-Identifier: EUPL-1.2
// Checkability (toetsbaarheid): promising more than anybody can check is promising on paper. Against the hours there
// are stand the hours that promises ask, per calendar year, role and person. Source: that follow-up fails for lack of
// people is what contract managers report (Konkurrensverket 2023; Riksrevisionen 2022, ch. 5).
//
// Minutes are counted exactly: a year in which there is something to check on some of its days only has its part of
// the minutes by days, of 365 or 366. What is added up is rounded once, half up, after adding: rows may differ from
// their total by a minute. What nobody estimated is counted as a promise without an estimate, never as nothing.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/model.hpp"
#include "domain/rules.hpp"

namespace mvoi::domain::checkability {

// The minutes that checking is assumed to take where nobody stated them (schema/rules/check-effort.json).
struct CheckEffort {
    std::string of;           // "evidence-kinds": one check of such evidence; "criterion-kinds": a chosen criterion
    std::string code;         // of that vocabulary
    int minutes = 0;          // of one check
    int checks_per_year = 0;  // of a criterion; how often a promise is checked it says itself
    std::string role;         // of a criterion: who is assumed to check
    Date valid_from{2000, 1, 1};
    std::optional<Date> valid_to;
    std::string source;
};
using CheckEfforts = std::vector<CheckEffort>;

// The row that holds on a day; nullptr: nothing is assumed.
const CheckEffort* effort_of(const CheckEfforts& efforts, std::string_view of, std::string_view code, Date day);

// Something that is to be checked on these days, by whom, and what that takes.
struct Checking {
    std::string role;            // empty: nobody
    std::string person;          // empty: nobody of that role is named
    std::optional<int> minutes;  // a year, or of one check that is done once; nothing: nobody can tell
    bool assumed = false;
    std::optional<Date> once;  // the day of a check that is done once
    Date from{2000, 1, 1};
    Date to{2000, 1, 1};  // inclusive
};

// The number of times a promise is checked in a year.
int checks_per_year(promise::Every checked);
// The minutes that one check of a promise takes; nothing: neither stated, nor assumed of its kind of proof.
struct CheckMinutes {
    int minutes = 0;
    bool assumed = false;
};
std::optional<CheckMinutes> minutes_of_check(const promise::Promise& promise, const CheckEfforts& efforts, Date today);

//   people  role → name
//   until   nothing is checked after this day; nothing: as long as the promise holds
Checking checking_of(const promise::Promise& promise, const std::map<std::string, std::string>& people,
                     const std::optional<Date>& until, const CheckEfforts& efforts, Date today);
// The checking that the criteria of a tender would take from year to year: each criterion that goes on into the
// contract is counted as a promise. The days are left as they are.
std::vector<Checking> checkings_of(const Tender& tender, const Rules& rules, const CheckEfforts& efforts, Date today);

// ---- what it comes to -----------------------------------------------------------------------------------------------

struct CheckingLoad {
    std::int64_t minutes = 0;
    std::int64_t assumed_minutes = 0;  // of those
    int promises = 0;
    int without_estimate = 0;  // of those
    int without_owner = 0;     // of those
};
struct LoadOfPerson {
    std::string person;  // empty: nobody is named
    CheckingLoad load;
};
struct LoadOfRole {
    std::string role;  // empty: of nobody
    CheckingLoad load;
    std::int64_t other_minutes = 0;         // that other promises ask of this role in the same year
    std::optional<std::int64_t> available;  // minutes
    std::vector<LoadOfPerson> people;
};
struct LoadInYear {
    int year = 0;
    CheckingLoad load;
    std::int64_t other_minutes = 0;
    std::optional<std::int64_t> available;
    std::vector<LoadOfRole> roles;
};

// Minutes a calendar year.
struct CheckingTime {
    std::optional<std::int64_t> all;              // of everybody together
    std::map<std::string, std::int64_t> of_role;  // of all who have a role, together
};
CheckingTime checking_time(const Policy* policy);

// The checking of these years: the number of promises, each counted once, and the load of each year in which there is
// something to check.
struct Checkability {
    int promises = 0;
    int assumed = 0;           // of those: their minutes are assumed
    int without_estimate = 0;  // of those: nobody can tell
    int without_owner = 0;     // of those: nobody checks
    std::vector<LoadInYear> years;
};
//   others  what is checked besides, and takes of the same time
Checkability checkability_of(const std::vector<Checking>& checkings, const std::vector<Checking>& others,
                             const CheckingTime& time, int first_year, int last_year);

// Findings: more minutes than there are, per year and role; minutes that nobody estimated or that are assumed; promises
// that nobody checks.
std::vector<Finding> findings_on(const Checkability& checkability);

// Hours as sentences say them, rounded up to tenths, so that they never say less than it takes: 135 minutes are "2.3".
std::string hours_text(std::int64_t minutes);

}  // namespace mvoi::domain::checkability
