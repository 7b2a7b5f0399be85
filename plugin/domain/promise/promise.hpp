// SPDX-License-Identifier: EUPL-1.2
// A promise (belofte): what the supplier will do under the contract, so precisely that anybody can hold what was
// measured against it. What cannot be measured is a promise too: free text with its clause, rated by a person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/date.hpp"
#include "domain/measure/unit_of_measure.hpp"

namespace mvoi::domain::promise {

enum class Demand { AtLeast, AtMost };                // ten-minste, ten-hoogste
enum class Gather { Sum, Last, Mean, Count };         // som, laatste, gemiddelde (weighted by days), aantal
enum class Every { Month, Quarter, HalfYear, Year };  // maand, kwartaal, halfjaar, jaar: of the calendar

enum class Shape {
    Once,       // eenmalig: done once, on or before a date; one observation shows it, no days need be covered
    PerPeriod,  // per-periode: again in each month, quarter, half-year or year of the calendar
    OnDate,     // op-datum: the total, or the state, on a date; all days until then are to be covered
    Growing     // groeiend: by a list of dates, each with its target
};
enum class Growth { Stepwise, Linear };  // stapsgewijs: a target counts from its date; lineair: also on the way to it

struct GrowthPoint {
    Date on{2000, 1, 1};
    measure::Decimal target;
    bool operator==(const GrowthPoint&) const = default;
};

// The most that one period can bring, such as the places there are: what makes failing certain before the end.
struct Ceiling {
    measure::Decimal value;
    Every per = Every::Month;
    bool operator==(const Ceiling&) const = default;
};

// Rows that the purchasing system has anyway (invoice lines, kWh, kilometres, hours), and which of them count for the
// promise: their quantities are added up to one observation per window.
struct CountedRows {
    std::string source;              // of the rows: "facturen", "brandstofpas"
    std::vector<std::string> codes;  // article, ledger account or meter of the rows that count; empty: every row
    std::string unit;                // of their quantity
    std::optional<measure::DeclaredFactor> factor;  // when that unit is of another kind than the promise's
    Every window = Every::Month;
    bool operator==(const CountedRows&) const = default;
};

struct Promise {
    int number = 0;  // within its contract, from 1; 0: none yet
    std::string theme;
    std::string criterion;  // name_of the criterion it comes from; empty: of none
    std::string edition;    // of the catalogue of that criterion
    std::string kpi;        // vocabulary "kpis"; empty: free text
    std::string text;       // free text
    std::string clause;     // its place in the contract
    std::string unit;       // code of a unit; empty: not measurable
    Demand demand = Demand::AtLeast;
    std::optional<measure::Decimal> target;  // nothing: not measurable; of Growing: not used
    Shape shape = Shape::PerPeriod;
    Every period = Every::Year;          // of PerPeriod
    std::optional<Date> by;              // of Once and OnDate
    Growth growth = Growth::Stepwise;    // of Growing
    std::vector<GrowthPoint> points;     // of Growing, by date
    measure::Decimal tolerance_percent;  // of the target, on the failing side: within it counts as met
    Gather gather = Gather::Sum;
    std::optional<Ceiling> ceiling;
    Every checked = Every::Quarter;  // the period within which something is to be shown
    int report_within_days = 0;      // after the end of what is checked
    std::string proof_kind;          // vocabulary "evidence-kinds"; empty: not said
    std::string proof;               // free text: what the supplier shows
    std::string consequence;         // free text: the penalty or the bonus
    std::optional<CountedRows> rows;
    int minutes_per_year = 0;  // that checking takes
    std::string owner;         // vocabulary "roles": who checks
    Date from{2000, 1, 1};
    Date to{2000, 1, 1};  // inclusive
    bool operator==(const Promise&) const = default;
};

// A promise of the winning bid.
struct Offered {
    Promise promise;
    std::optional<int> points;  // that the winner scored on it
    bool operator==(const Offered&) const = default;
};

// True when standing_of can say more than that nothing can be measured.
bool is_measurable(const Promise& promise);

// Throws Refusal for a promise that contradicts itself: ends before it begins, a date outside its term, a target in a
// unit nobody knows, a share over 100, points out of order.
// True: observations add up over days.
bool adds_up(const Promise& promise);
void check_promise(const Promise& promise, const measure::UnitsOfMeasure& units);

std::string_view code_of(Demand demand);
std::string_view code_of(Gather gather);
std::string_view code_of(Every every);
std::string_view code_of(Shape shape);
std::string_view code_of(Growth growth);
std::optional<Demand> demand_from(std::string_view code);
std::optional<Gather> gather_from(std::string_view code);
std::optional<Every> every_from(std::string_view code);
std::optional<Shape> shape_from(std::string_view code);
std::optional<Growth> growth_from(std::string_view code);

// The period of the calendar in which a day lies.
Date first_of(Every every, Date day);
Date last_of(Every every, Date day);

// One moment at which the promise is held against what was measured: the days it is about, and the target.
//
// A period of the calendar that the term cuts short has its part of the target, by days, where values are added up; a
// mean or a state is asked in full. The points of a growing promise are running totals from the first day where values
// are added up, and otherwise about the days since the point before.
struct Mark {
    Date from{2000, 1, 1};
    Date to{2000, 1, 1};
    measure::Fraction target;
    measure::Fraction bound;  // the target less (at least) or more (at most) the tolerance: on it is met
};
std::vector<Mark> marks_of(const Promise& promise);

}  // namespace mvoi::domain::promise
