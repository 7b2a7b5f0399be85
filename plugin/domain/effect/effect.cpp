// SPDX-License-Identifier: EUPL-1.2
#include "domain/effect/effect.hpp"

#include <algorithm>
#include <set>

namespace mvoi::domain::effect {
namespace {

using boost::gregorian::days;

constexpr int most_decimals = 6;

int count_days(Date from, Date to) {
    return to < from ? 0 : static_cast<int>((to - from).days()) + 1;
}

// Days, both inclusive; empty when the last is before the first.
struct Stretch {
    Date from;
    Date to;
};

Stretch whole_year(int year) {
    const auto number = static_cast<unsigned short>(year);
    return {Date(number, 1, 1), Date(number, 12, 31)};
}

Stretch in_year(const Stretch& stretch, int year) {
    const Stretch whole = whole_year(year);
    return {std::max(stretch.from, whole.from), std::min(stretch.to, whole.to)};
}

// A value over a stretch of days, handed out by days.
class Divided {
  public:
    Divided(measure::Decimal value, Stretch over) : value_(value), over_(over) {}

    measure::Fraction in(int year) const {
        const Stretch part = in_year(over_, year);
        if (part.to < part.from) return {};
        return measure::Fraction(after(count_days(over_.from, part.to))) -
               measure::Fraction(after(count_days(over_.from, part.from) - 1));
    }

  private:
    measure::Decimal after(int gone) const {
        const int all = count_days(over_.from, over_.to);
        return gone == all ? value_
                           : (measure::Fraction(value_) * measure::Fraction::of(gone, all)).rounded(most_decimals);
    }

    measure::Decimal value_;
    Stretch over_;
};

// The number of days of `all` that lie in at least one of these stretches.
int days_in(std::vector<Stretch> stretches, const Stretch& all) {
    std::sort(stretches.begin(), stretches.end(),
              [](const Stretch& one, const Stretch& other) { return one.from < other.from; });
    int count = 0;
    Date next = all.from;  // the first day that was not counted yet
    for (const Stretch& each : stretches) {
        const Date from = std::max(each.from, next), to = std::min(each.to, all.to);
        if (to < from) continue;
        count += count_days(from, to);
        if (to == all.to) break;
        next = to + days(1);
    }
    return count;
}

// The observations of one promise, as one effect has them.
class PromiseEffect {
  public:
    PromiseEffect(const promise::Promise& promise, const std::vector<promise::Observation>& observations,
                  const Effect& effect, const measure::UnitsOfMeasure& units)
        : promise_(promise), units_(units), effect_unit_(measure::find_unit(units, effect.unit)) {
        result_.effect = effect.code;
        result_.theme = promise.theme;
        const measure::UnitOfMeasure* unit = measure::find_unit(units, promise.unit);
        result_.not_added =
            promise.gather != promise::Gather::Sum || !unit || !effect_unit_ || unit->base != effect_unit_->base;
        if (!result_.not_added) observations_ = observations;
    }

    EffectByYear by_year(Date today, const std::optional<Date>& end) {
        std::erase_if(observations_, [&](const promise::Observation& each) { return each.to > today; });
        for (const promise::Observation& each : observations_) add(each);
        count(asked_until(std::min(today, end.value_or(today))));
        return std::move(result_);
    }

  private:
    void add(const promise::Observation& seen) {
        const measure::UnitOfMeasure* unit = measure::find_unit(units_, seen.unit);
        const auto one = unit ? measure::convert(measure::Fraction(1), *unit, *effect_unit_) : std::nullopt;
        if (!one) return;
        const Divided value(seen.value, {seen.from, seen.to});
        const int first = seen.from.year(), last = seen.to.year();
        for (int year = first; year <= last; ++year) {
            const measure::Fraction part = value.in(year) * *one;
            EffectPart& place = result_.years[year];
            (seen.estimated ? place.estimated : place.measured) += part;
            place.sources[seen.source] += part;
            if (first != last) ++place.divided;
        }
    }

    // The last day about which something is asked by then.
    Stretch asked_until(Date last) const {
        const auto marks = promise::marks_of(promise_);
        Date asked = promise_.to;
        if (promise_.shape != promise::Shape::PerPeriod && !marks.empty()) asked = marks.back().to;
        return {promise_.from, std::min(asked, last)};
    }

    // Every day that is asked, and every day that was spoken about.
    void count(const Stretch& asked) {
        std::vector<Stretch> all{asked}, known, estimated;
        for (const promise::Observation& each : observations_) {
            all.push_back({each.from, each.to});
            known.push_back({each.from, each.to});
            if (each.estimated) estimated.push_back({each.from, each.to});
        }
        if (promise_.shape == promise::Shape::Once && !observations_.empty()) {
            known.push_back(asked);
            if (!estimated.empty()) estimated.push_back(asked);
        }
        for (const int year : years_of(all)) {
            const Stretch whole = whole_year(year);
            EffectDays& place = result_.years[year].days;
            place.estimated = days_in(estimated, whole);
            place.measured = days_in(known, whole) - place.estimated;
            place.unknown = days_in(all, whole) - place.measured - place.estimated;
        }
    }

    static std::set<int> years_of(const std::vector<Stretch>& stretches) {
        std::set<int> years;
        for (const Stretch& each : stretches)
            for (int year = each.from.year(); each.from <= each.to && year <= each.to.year(); ++year)
                years.insert(year);
        return years;
    }

    const promise::Promise& promise_;
    const measure::UnitsOfMeasure& units_;
    const measure::UnitOfMeasure* effect_unit_;
    std::vector<promise::Observation> observations_;
    EffectByYear result_;
};

EffectByYear by_year(const EffectContribution& given) {
    EffectByYear result;
    result.effect = given.effect;
    result.theme = given.theme;
    result.promise = false;
    const Divided value(given.value, {given.from, given.to});
    const int first = given.from.year(), last = given.to.year();
    for (int year = first; year <= last; ++year) {
        EffectPart& place = result.years[year];
        if (given.left_out) {
            ++place.left_out;
            continue;
        }
        const measure::Fraction part = value.in(year);
        (given.estimated ? place.estimated : place.measured) += part;
        place.sources[given.source] += part;
        if (first != last) ++place.divided;
    }
    return result;
}

}  // namespace

const Effect* find_effect(const Effects& effects, std::string_view code) {
    for (const Effect& each : effects)
        if (each.code == code) return &each;
    return nullptr;
}

const Effect* effect_of(const Effects& effects, std::string_view kpi) {
    for (const Effect& each : effects)
        for (const EffectKpi& row : each.kpis)
            if (row.counts && row.kpi == kpi) return &each;
    return nullptr;
}

EffectDays& EffectDays::operator+=(const EffectDays& other) {
    measured += other.measured;
    estimated += other.estimated;
    unknown += other.unknown;
    return *this;
}

EffectPart& EffectPart::operator+=(const EffectPart& other) {
    measured += other.measured;
    estimated += other.estimated;
    days += other.days;
    left_out += other.left_out;
    divided += other.divided;
    for (const auto& [source, value] : other.sources) sources[source] += value;
    return *this;
}

std::vector<EffectByYear> effects_of(const EffectFacts& contract, const Effects& effects,
                                     const measure::UnitsOfMeasure& units, Date today) {
    const std::vector<promise::Observation> none;
    std::vector<EffectByYear> all;
    for (const promise::Promise& promise : contract.promises) {
        const Effect* effect = promise.kpi.empty() ? nullptr : effect_of(effects, promise.kpi);
        if (!effect) continue;
        const auto found = contract.observed.find(promise.number);
        const auto& own = found == contract.observed.end() ? none : found->second;
        all.push_back(PromiseEffect(promise, own, *effect, units).by_year(today, contract.end));
    }
    for (const EffectContribution& each : contract.contributions)
        if (each.to <= today) all.push_back(by_year(each));
    return all;
}

EffectSums::Key EffectSums::key_of(const EffectByYear& effect, int year) const {
    return {effect.effect, grouping_.theme ? effect.theme : std::string(), grouping_.year ? year : 0};
}

void EffectSums::add(const std::vector<EffectByYear>& contract) {
    std::set<Key> touched;
    for (const EffectByYear& effect : contract) {
        std::map<Key, int> unknown;  // days of this promise
        for (const auto& [year, part] : effect.years) {
            if (year < from_ || to_ < year) continue;
            const Key key = key_of(effect, year);
            sums_[key].part += part;
            unknown[key] += part.days.unknown;
        }
        for (const auto& [key, days_unknown] : unknown) {
            touched.insert(key);
            EffectSum& sum = sums_[key];
            if (!effect.promise) continue;
            ++sum.promises;
            if (days_unknown > 0) ++sum.with_unknown;
            if (effect.not_added) ++sum.not_added;
        }
    }
    for (const Key& key : touched) ++sums_[key].contracts;
}

std::vector<EffectSum> EffectSums::sums() const {
    std::vector<EffectSum> all;
    for (const auto& [key, sum] : sums_) {
        all.push_back(sum);
        all.back().effect = key.effect;
        all.back().theme = key.theme;
        all.back().year = key.year;
    }
    return all;
}

}  // namespace mvoi::domain::effect
