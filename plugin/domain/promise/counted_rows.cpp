// SPDX-License-Identifier: EUPL-1.2
#include "domain/promise/counted_rows.hpp"

#include <algorithm>

#include "domain/refusal.hpp"

namespace mvoi::domain::promise {
namespace {

using Words = std::map<std::string, std::string>;
constexpr int most_decimals = 6;

[[noreturn]] void refuse(const std::string& path, const char* rule, Words words) {
    throw Refusal(No::Invalid, Fault{path, rule, std::move(words)});
}

// A quantity in the unit of the promise; nothing when the rule does not lead there.
std::optional<measure::Fraction> in_unit_of(const Promise& promise, const HostRow& row,
                                            const measure::UnitsOfMeasure& units) {
    const measure::UnitOfMeasure* from = measure::find_unit(units, row.unit.empty() ? promise.rows->unit : row.unit);
    const measure::UnitOfMeasure* to = measure::find_unit(units, promise.unit);
    if (!from || !to) return std::nullopt;
    if (promise.rows->factor) return measure::convert(row.quantity, *from, *to, *promise.rows->factor, units);
    return measure::convert(row.quantity, *from, *to);
}

// The stretches of days that are one observation each.
std::vector<std::pair<Date, Date>> stretches(const Promise& promise, Date from, Date to) {
    std::vector<std::pair<Date, Date>> found;
    const std::vector<Mark> marks = marks_of(promise);
    const Date end = std::min(to, promise.to);
    for (Date day = std::max(from, promise.from); day <= end;) {
        Date last = std::min(last_of(promise.rows->window, day), end);
        for (const Mark& mark : marks)
            if (day <= mark.to && mark.to < last) last = mark.to;
        found.push_back({day, last});
        day = last + boost::gregorian::days(1);
    }
    return found;
}

}  // namespace

bool counts(const CountedRows& rule, const HostRow& row) {
    return rule.codes.empty() || std::find(rule.codes.begin(), rule.codes.end(), row.code) != rule.codes.end();
}

std::vector<CountedWindow> counted_windows(const Promise& promise, const std::vector<HostRow>& rows, Date from, Date to,
                                           const measure::UnitsOfMeasure& units) {
    const auto days = stretches(promise, from, to);
    std::vector<measure::Fraction> sums(days.size());
    std::vector<CountedWindow> windows(days.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const HostRow& row = rows[i];
        const std::string path = "/" + std::to_string(i);
        if (row.on < from || row.on > to)
            refuse(path + "/on", "rows.outside",
                   {{"value", to_text(row.on)}, {"from", to_text(from)}, {"to", to_text(to)}});
        if (!counts(*promise.rows, row)) continue;
        const auto value = in_unit_of(promise, row, units);
        if (!value) refuse(path + "/unit", "rows.unit", {{"value", row.unit}, {"accepted", promise.rows->unit}});
        const auto place = std::lower_bound(days.begin(), days.end(), row.on,
                                            [](const auto& stretch, Date on) { return stretch.second < on; });
        if (place == days.end() || row.on < place->first) continue;  // outside the term of the promise
        const auto at = static_cast<std::size_t>(place - days.begin());
        sums[at] += *value;
        ++windows[at].rows;
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
        Observation& seen = windows[i].observation;
        if (sums[i] < measure::Fraction(0) && !measure::find_unit(units, promise.unit)->below_zero)
            refuse("", "rows.below-zero",
                   {{"from", to_text(days[i].first)},
                    {"to", to_text(days[i].second)},
                    {"value", sums[i].rounded(most_decimals).text()},
                    {"unit", promise.unit}});
        seen.value = sums[i].rounded(most_decimals);
        seen.unit = promise.unit;
        seen.from = days[i].first;
        seen.to = days[i].second;
        seen.source = promise.rows->source;
    }
    return windows;
}

void check_rows(const Promise& promise, const measure::UnitsOfMeasure& units) {
    if (!promise.rows) return;
    const CountedRows& rule = *promise.rows;
    const measure::UnitOfMeasure* to = measure::find_unit(units, promise.unit);
    const measure::UnitOfMeasure* from = measure::find_unit(units, rule.unit);
    if (!from) refuse("/rows/unit", "promise.unknown-unit", {{"value", rule.unit}});
    if (!to || promise.gather != Gather::Sum)
        refuse("/rows", "rows.gather", {{"value", std::string(code_of(promise.gather))}});
    const bool same_kind = from->base == to->base;
    if (!rule.factor && !same_kind)
        refuse("/rows/factor", "rows.factor-needed", {{"value", rule.unit}, {"accepted", promise.unit}});
    if (rule.factor && same_kind)
        refuse("/rows/factor", "rows.factor-not-needed", {{"value", rule.unit}, {"accepted", promise.unit}});
    const measure::UnitOfMeasure* led_to = rule.factor ? measure::find_unit(units, rule.factor->to) : nullptr;
    if (rule.factor && (!led_to || led_to->base != to->base))
        refuse("/rows/factor/unit", "rows.factor-elsewhere", {{"value", rule.factor->to}, {"accepted", promise.unit}});
    if (rule.factor && rule.factor->factor <= measure::whole(0))
        refuse("/rows/factor/factor", "rows.factor-zero", {{"value", rule.factor->factor.text()}});
}

}  // namespace mvoi::domain::promise
