// SPDX-License-Identifier: EUPL-1.2
// "Gelijk aan of hoger dan" the amount, without omzetbelasting (Aanbestedingswet 2012, art. 2.1-2.3, 2.6a, 2a.2): which
// threshold a contract is held against on a day, and what follows. The amounts are dated data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/model.hpp"

namespace mvoi::domain::calendar {

struct Threshold {
    std::string code;
    std::string scope;                     // regulier, sociaal, concessie
    std::vector<std::string> authorities;  // centraal, decentraal, speciale-sector
    std::vector<std::string> kinds;        // werk, levering, dienst
    std::int64_t amount_cents = 0;
    Date valid_from{2000, 1, 1};
    Date valid_to{2000, 1, 1};  // inclusive
    std::string source;
    bool verified = true;  // false: the amount was not read in the Official Journal
};
using Thresholds = std::vector<Threshold>;

// A contract that is still to be bought, as thresholds see it.
struct Purchase {
    std::string authority;
    std::string kind;
    bool social = false;      // sociale of andere specifieke dienst
    bool concession = false;  // concessieopdracht
    Date day{2000, 1, 1};     // dispatch of the notice, or the day the procedure starts
    std::optional<std::int64_t> value_cents;
    // Of the organisation's own policy: from when on several are invited, and from when on the tender is national.
    std::optional<std::int64_t> several_from_cents = {}, national_from_cents = {};
};

enum class Position { Unknown, Below, Above };  // above: the amount itself is above too
std::string_view code_of(Position position);    // "unknown", "below", "above"

// A procedure that is open to the contract, and why.
struct Advice {
    std::string procedure;  // vocabulary "procedures"
    Position when = Position::Above;
    std::string reason;  // name of its sentence in schema/messages/
    // The usual procedure of such a contract, on that side of the threshold; the others need a reason. Nothing: nobody
    // laid down what is usual there.
    std::optional<bool> usual = true;
    std::optional<std::int64_t> amount_cents = {};  // of the organisation's policy, that the reason names
};

struct ThresholdPlacement {
    const Threshold* threshold = nullptr;  // nullptr: not known for that day
    Position position = Position::Unknown;
    std::vector<Advice> procedures;  // of both sides as long as the position is not known
    std::vector<Finding> findings;

    // Nothing as well as long as it is not known on which side the contract is.
    std::optional<bool> usual(const Advice& advice) const {
        return position == Position::Unknown ? std::nullopt : advice.usual;
    }
};

// As sentences take an amount of money: "216000", "216000.50".
std::string euros(std::int64_t cents);

// Throws Refusal for what the law does not know: a concession of supplies, social works.
ThresholdPlacement place(const Thresholds& rows, const Purchase& contract);

}  // namespace mvoi::domain::calendar
