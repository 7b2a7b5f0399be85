// SPDX-License-Identifier: EUPL-1.2
#include "domain/promise/logbook.hpp"

#include <algorithm>

#include "domain/refusal.hpp"

namespace mvoi::domain::promise {
namespace {

using Words = std::map<std::string, std::string>;

[[noreturn]] void refuse(No kind, const char* path, const char* rule, Words words) {
    throw Refusal(kind, Fault{path, rule, std::move(words)});
}

Words period_words(const Observation& added) {
    return {{"from", to_text(added.from)}, {"to", to_text(added.to)}};
}

// The number of years that a period has begun: one for a calendar year, leap or not.
int years_begun(const Observation& added) {
    int years = 1;
    while (true) {
        const auto next = months_after(added.from, 12 * years);
        if (!next || *next > added.to) return years;
        ++years;
    }
}

measure::Fraction each_had(const Observation& seen) {
    return measure::Fraction(seen.value) / measure::Fraction(seen.persons);
}

bool in_one_year(const Observation& seen) {
    return seen.from.year() == seen.to.year();
}

}  // namespace

Logbook::Logbook(const Promise& promise, const measure::UnitsOfMeasure& units)
    : promise_(promise), units_(units), asked_(measure::find_unit(units, promise.unit)) {
    for (const Mark& mark : marks_of(promise)) ends_.push_back(mark.to);
    std::sort(ends_.begin(), ends_.end());
}

void Logbook::count_hours(const Observation& seen, bool added) {
    if (seen.persons <= 0 || !in_one_year(seen)) return;
    measure::Fraction& hours = hours_each_[{seen.source, seen.unit, seen.from.year()}];
    hours = added ? hours + each_had(seen) : hours - each_had(seen);
}

void Logbook::know(const Observation& before) {
    if (!by_source_[before.source].emplace(before.from, before).second) return;
    count_hours(before, true);
    ++size_;
}

void Logbook::note(const Observation& added, Date today) {
    check_period(added, today);
    check_value(added);
    check_marks(added);
    check_overlap(added);
    know(added);
}

Logbook::Put Logbook::put(const Observation& added, Date today) {
    const Observation* before = find(added.source, added.from);
    if (!before) {
        note(added, today);
        return Put::Added;
    }
    if (*before == added) return Put::Unchanged;
    const Observation kept = *before;
    take_back(kept.source, kept.from);
    try {
        note(added, today);
    } catch (const Refusal&) {
        know(kept);
        throw;
    }
    return Put::Changed;
}

std::vector<Observation> Logbook::within(const std::string& source, Date from, Date to) const {
    std::vector<Observation> inside;
    const auto days = by_source_.find(source);
    if (days == by_source_.end()) return inside;
    for (auto each = days->second.lower_bound(from); each != days->second.end() && each->first <= to; ++each)
        if (each->second.to <= to) inside.push_back(each->second);
    return inside;
}

const Observation* Logbook::find(const std::string& source, Date from) const {
    const auto days = by_source_.find(source);
    if (days == by_source_.end()) return nullptr;
    const auto found = days->second.find(from);
    return found == days->second.end() ? nullptr : &found->second;
}

bool Logbook::take_back(const std::string& source, Date from) {
    const Observation* found = find(source, from);
    if (!found) return false;
    count_hours(*found, false);
    by_source_[source].erase(from);
    --size_;
    return true;
}

std::vector<Observation> Logbook::all() const {
    std::vector<Observation> all;
    all.reserve(size_);
    for (const auto& [source, days] : by_source_)
        for (const auto& [from, seen] : days) all.push_back(seen);
    return all;
}

void Logbook::check_period(const Observation& added, Date today) const {
    const auto no = [&](const char* member, const char* rule, std::optional<Date> accepted) {
        Words words = period_words(added);
        if (accepted) words["accepted"] = to_text(*accepted);
        refuse(No::Invalid, member, rule, std::move(words));
    };
    if (added.to < added.from) no("/to", "observation.upside-down", std::nullopt);
    if (added.from < promise_.from) no("/from", "observation.before-promise", promise_.from);
    if (added.to > promise_.to) no("/to", "observation.after-promise", promise_.to);
    if (added.to > today) no("/to", "observation.future", today);
}

void Logbook::check_value(const Observation& added) const {
    if (!asked_)
        refuse(No::Invalid, "/promise", "observation.not-measurable", {{"promise", std::to_string(promise_.number)}});
    const measure::UnitOfMeasure* given = added.unit == promise_.unit ? asked_ : measure::find_unit(units_, added.unit);
    if (!given || asked_->base != given->base)
        refuse(No::Invalid, "/unit", "observation.unit", {{"value", added.unit}, {"accepted", promise_.unit}});
    const char* rule = given->share && added.value > measure::whole(100)       ? "observation.share"
                       : !given->below_zero && added.value < measure::whole(0) ? "observation.below-zero"
                                                                               : nullptr;
    if (rule) refuse(No::Invalid, "/value", rule, {{"value", added.value.text()}, {"unit", added.unit}});
    check_hours(*given, added);
}

// Whoever does the work: so many persons at a time cannot have more hours each than a working year has.
void Logbook::check_hours(const measure::UnitOfMeasure& unit, const Observation& added) const {
    if (!unit.person_year || added.persons <= 0) return;
    measure::Fraction hours = each_had(added);
    const measure::Fraction most = measure::Fraction(*unit.person_year) * measure::Fraction(years_begun(added));
    if (in_one_year(added)) {
        const auto others = hours_each_.find({added.source, added.unit, added.from.year()});
        if (others != hours_each_.end()) hours += others->second;
    }
    if (hours <= most) return;
    Words words = period_words(added);
    words["value"] = added.value.text();
    words["persons"] = std::to_string(added.persons);
    words["each"] = hours.rounded(1).text();
    words["accepted"] = most.rounded(0).text();
    refuse(No::Invalid, "/value", "observation.hours", std::move(words));
}

void Logbook::check_marks(const Observation& added) const {
    const auto end = std::lower_bound(ends_.begin(), ends_.end(), added.from);
    if (end == ends_.end() || *end >= added.to) return;
    Words words = period_words(added);
    words["accepted"] = to_text(*end);
    refuse(No::Invalid, "/to", "observation.crosses", std::move(words));
}

// Of one source no two overlap: only the last one that begins by the end of this one can reach into it.
void Logbook::check_overlap(const Observation& added) const {
    const auto days = by_source_.find(added.source);
    if (days == by_source_.end()) return;
    auto next = days->second.upper_bound(added.to);
    if (next == days->second.begin()) return;
    const Observation& other = std::prev(next)->second;
    if (other.to < added.from) return;
    Words words = period_words(added);
    words["source"] = added.source;
    words["otherFrom"] = to_text(other.from);
    words["otherTo"] = to_text(other.to);
    refuse(No::Conflict, "/from", "observation.overlap", std::move(words));
}

}  // namespace mvoi::domain::promise
