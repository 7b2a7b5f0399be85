// SPDX-License-Identifier: EUPL-1.2
// The effects of contracts, effect by effect and year by year: added up from what was observed of their promises, and
// from nothing else, with what of it was measured, what was estimated and what nobody knows. "Wat ontbreekt, is niet
// nul": a sum with a day unknown is a sum so far, never the effect itself.
//
//   feeds      A promise feeds an effect when its KPI counts as that effect (schema/rules/effects.json). Avoided is not
//              emitted: they are two effects. A promise without such a KPI feeds none.
//   adds up    Two promises about one effect under one contract add up, and so do two sources that speak about one day:
//              whoever promises the same kilos twice, counts them twice. A promise whose values are not to be added (a
//              mean, a state), or whose unit is of another kind than the effect's, brings nothing to the sum: it is
//              counted as `not_added`, and all its days are unknown. Nothing is converted across kinds.
//   days       Of each promise, those of its term up to today, to the end of the contract, and to the last day that it
//              is held against anything: later ones are not asked yet. A day that an observation speaks about is
//              estimated when one of those observations is, and otherwise measured; any other day is unknown. Of what
//              is to be done once an observation speaks about all its days. What is observed beyond these days counts.
//   years      An observation that lies in more years than one is divided by days: after k of its n days k/n of its
//              value was there, to the nearest millionth of its unit, so that its years add up to the value exactly.
//              `divided` says that this was done. One that ends after today is not known yet.
//
// Own rules of libmvoi; all in exact numbers.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/promise/observation.hpp"

namespace mvoi::domain::effect {

// A KPI that counts as an effect, or that looks like it and does not.
struct EffectKpi {
    std::string kpi;     // vocabulary "kpis"
    bool counts = true;  // false: it looks like the effect, and is not
    std::string why;     // it does not count: Dutch
};

struct Effect {
    std::string code;
    std::string nl;
    std::string en;
    std::string theme;
    std::string unit;  // in which it is added up
    int decimals = 0;  // that people are shown
    std::vector<EffectKpi> kpis;
    std::string source;
};
using Effects = std::vector<Effect>;

const Effect* find_effect(const Effects& effects, std::string_view code);
// That a KPI counts as; nullptr: none. No KPI counts as two.
const Effect* effect_of(const Effects& effects, std::string_view kpi);

struct EffectDays {
    int measured = 0;
    int estimated = 0;
    int unknown = 0;
    EffectDays& operator+=(const EffectDays& other);
    bool operator==(const EffectDays&) const = default;
};

// The part of an effect that one promise brought in one calendar year, in the unit of the effect.
struct EffectPart {
    measure::Fraction measured;
    measure::Fraction estimated;
    EffectDays days;
    int left_out = 0;  // contributions that count for nothing, because a promise of the same contract tells the effect
    int divided = 0;   // observations of which only a part lies in this year
    std::map<std::string, measure::Fraction> sources;  // the value that each brought; they add up to both sums
    EffectPart& operator+=(const EffectPart& other);
    bool operator==(const EffectPart&) const = default;
};

// The effect of one promise of one contract, by year; or that of one contribution.
struct EffectByYear {
    std::string effect;
    std::string theme;    // under which it was promised
    bool promise = true;  // otherwise a contribution
    bool not_added = false;
    std::map<int, EffectPart> years;
};

// An effect that is known otherwise than by an observation of a promise, such as a placement under social return, in
// the unit of the effect. It has no days that could be unknown. Whoever gives it sees to it that no observation says
// the same once more: what a promise tells is given as left out, so that it is said and not counted.
struct EffectContribution {
    std::string effect;
    std::string theme;
    Date from{2000, 1, 1};
    Date to{2000, 1, 1};  // inclusive
    measure::Decimal value;
    bool estimated = false;
    std::string source;
    bool left_out = false;
};

// The promises of one contract, their observations, and its other contributions.
struct EffectFacts {
    const std::vector<promise::Promise>& promises;
    const std::map<int, std::vector<promise::Observation>>& observed;  // by the number of the promise
    std::optional<Date> end = {};  // the last day of the contract, as things stand; nothing: not known
    std::vector<EffectContribution> contributions = {};
};

// In the order of the promises, then that of the contributions.
std::vector<EffectByYear> effects_of(const EffectFacts& contract, const Effects& effects,
                                     const measure::UnitsOfMeasure& units, Date today);

// The grouping of sums, besides that by effect.
struct EffectGrouping {
    bool theme = false;
    bool year = true;
};

struct EffectSum {
    std::string effect;
    std::string theme;  // empty: of all themes together
    int year = 0;       // 0: of all years together
    EffectPart part;
    int contracts = 0;
    int promises = 0;
    int with_unknown = 0;  // of those promises, how many have a day in it that is unknown
    int not_added = 0;     // of those promises, how many bring nothing because their values are not to be added
    measure::Fraction total() const { return part.measured + part.estimated; }
    bool is_complete() const { return part.days.unknown == 0; }
    bool operator==(const EffectSum&) const = default;
};

// Sums over contracts, one contract at a time: what is kept grows with the sums and not with the contracts.
class EffectSums {
  public:
    // from, to  the calendar years that count, both inclusive
    EffectSums(EffectGrouping grouping, int from, int to) : grouping_(grouping), from_(from), to_(to) {}

    // Adds the effects of one contract. Contributions that are left out do not count.
    void add(const std::vector<EffectByYear>& contract);
    // By effect, theme and year.
    std::vector<EffectSum> sums() const;

  private:
    struct Key {
        std::string effect;
        std::string theme;
        int year = 0;
        auto operator<=>(const Key&) const = default;
    };
    Key key_of(const EffectByYear& effect, int year) const;

    EffectGrouping grouping_;
    int from_;
    int to_;
    std::map<Key, EffectSum> sums_;
};

}  // namespace mvoi::domain::effect
