// SPDX-License-Identifier: EUPL-1.2
// A contract as the sequences know it, and a reading of its term of their own: it walks the days one by one, as
// somebody would with a calendar on the wall, where the library computes.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "promise_model.hpp"
#include "social_return_model.hpp"

namespace mvoi::sequence {

struct Length {
    int count = 0;
    std::string unit;  // "days", "weeks", "months"
};

struct Option {
    int months = 0;
    std::string decision = "open";
    std::optional<Length> notice;
    std::optional<domain::Date> decided_on = std::nullopt;
};

// A document that is to prove promises, by its fingerprint.
struct Document {
    int number = 0;  // within the contract; none is given twice
    std::vector<int> promises;
    std::string sha256, kind;
    std::string seen;  // the fingerprint of what somebody looked at; empty: nobody did
    std::optional<domain::Date> from, to;
    bool withdrawn = false;
    int changes = 0;  // how often its item on the calendar changed, and when last
    domain::Date changed_on{2000, 1, 1};
};

struct Contract {
    std::string uuid, organisation, reference, tender, supplier, renewal = "geen";
    std::int64_t revision = 1;
    domain::Date start{2000, 1, 1};
    std::optional<domain::Date> end;
    int months = 0, minimum_months = 0, renewal_months = 0, max_renewals = 0, agreed = 0;  // 0: not said
    std::optional<Length> notice;
    std::vector<Option> options;
    std::vector<Promise> promises;
    std::vector<Document> documents;
    SocialReturn social;
    std::optional<domain::Date> notice_given, ended;

    bool indefinite() const { return !end && months == 0; }
};

// The end and the days of a contract as they are on a day.
struct Standing {
    std::optional<domain::Date> end, notice, renew_by, option_by;
    int renewals = 0;
    bool stopped = false;  // a notice was in time for the end
};

Standing standing_of(const Contract& contract, domain::Date today);

// True when the recorded options and notice are possible: options one after the other, a notice only of a contract that
// there is to stop.
bool is_possible(const Contract& contract);

// The last day of its minimum term.
domain::Date minimum_end(const Contract& contract);

// The events of a contract that came after it was over, or that another one rules out.
std::set<std::string> contradictions(const Contract& contract);

}  // namespace mvoi::sequence
