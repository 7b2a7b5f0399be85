// SPDX-License-Identifier: EUPL-1.2
#include "domain/promise/promise.hpp"

#include <algorithm>
#include <array>

#include "domain/refusal.hpp"

namespace mvoi::domain::promise {
namespace {

using Words = std::map<std::string, std::string>;

template <typename Code>
using Codes = std::pair<Code, std::string_view>;

constexpr std::array demands{Codes<Demand>{Demand::AtLeast, "ten-minste"},
                             Codes<Demand>{Demand::AtMost, "ten-hoogste"}};
constexpr std::array gathers{Codes<Gather>{Gather::Sum, "som"}, Codes<Gather>{Gather::Last, "laatste"},
                             Codes<Gather>{Gather::Mean, "gemiddelde"}, Codes<Gather>{Gather::Count, "aantal"}};
constexpr std::array everies{Codes<Every>{Every::Month, "maand"}, Codes<Every>{Every::Quarter, "kwartaal"},
                             Codes<Every>{Every::HalfYear, "halfjaar"}, Codes<Every>{Every::Year, "jaar"}};
constexpr std::array shapes{Codes<Shape>{Shape::Once, "eenmalig"}, Codes<Shape>{Shape::PerPeriod, "per-periode"},
                            Codes<Shape>{Shape::OnDate, "op-datum"}, Codes<Shape>{Shape::Growing, "groeiend"}};
constexpr std::array growths{Codes<Growth>{Growth::Stepwise, "stapsgewijs"}, Codes<Growth>{Growth::Linear, "lineair"}};

template <typename List, typename Code>
std::string_view code_in(const List& codes, Code code) {
    return std::find_if(codes.begin(), codes.end(), [&](const auto& each) { return each.first == code; })->second;
}

template <typename List>
auto from_in(const List& codes, std::string_view text) -> std::optional<decltype(codes[0].first)> {
    for (const auto& [code, name] : codes)
        if (name == text) return code;
    return std::nullopt;
}

int months_in(Every every) {
    switch (every) {
        case Every::Month:
            return 1;
        case Every::Quarter:
            return 3;
        case Every::HalfYear:
            return 6;
        case Every::Year:
            break;
    }
    return 12;
}

[[noreturn]] void refuse(const char* path, const char* rule, Words words) {
    throw Refusal(No::Invalid, Fault{path, rule, std::move(words)});
}

bool in_term(const Promise& promise, Date day) {
    return promise.from <= day && day <= promise.to;
}

void check_date(const Promise& promise, const char* path, Date day) {
    if (!in_term(promise, day))
        refuse(path, "promise.outside-term",
               {{"value", to_text(day)}, {"from", to_text(promise.from)}, {"to", to_text(promise.to)}});
}

void check_target(const measure::UnitOfMeasure& unit, const char* path, measure::Decimal target) {
    if (unit.share && target > measure::whole(100))
        refuse(path, "promise.share", {{"value", target.text()}, {"unit", unit.code}});
    if (!unit.below_zero && target < measure::whole(0))
        refuse(path, "promise.below-zero", {{"value", target.text()}, {"unit", unit.code}});
}

void check_points(const Promise& promise, const measure::UnitOfMeasure& unit) {
    for (std::size_t i = 0; i < promise.points.size(); ++i) {
        check_date(promise, "/points", promise.points[i].on);
        check_target(unit, "/points", promise.points[i].target);
        if (i > 0 && promise.points[i].on <= promise.points[i - 1].on)
            refuse("/points", "promise.points-order", {{"value", to_text(promise.points[i].on)}});
    }
}

Mark mark_of(const Promise& promise, Date from, Date to, const measure::Fraction& target) {
    const measure::Fraction size = target < measure::Fraction(0) ? measure::Fraction(0) - target : target;
    const measure::Fraction margin = size * measure::Fraction(promise.tolerance_percent) / measure::Fraction(100);
    return {from, to, target, promise.demand == Demand::AtLeast ? target - margin : target + margin};
}

std::vector<Mark> periods_of(const Promise& promise) {
    std::vector<Mark> marks;
    for (Date day = promise.from; day <= promise.to;) {
        const Date first = first_of(promise.period, day), last = last_of(promise.period, day);
        const Date to = std::min(last, promise.to);
        measure::Fraction target = *promise.target;
        if (adds_up(promise)) target = target * measure::Fraction::of(days_in(day, to), days_in(first, last));
        marks.push_back(mark_of(promise, day, to, target));
        day = last + boost::gregorian::days(1);
    }
    return marks;
}

std::vector<Mark> points_of(const Promise& promise) {
    std::vector<Mark> marks;
    for (const GrowthPoint& point : promise.points) {
        const bool running = adds_up(promise) || marks.empty();
        const Date from = running ? promise.from : marks.back().to + boost::gregorian::days(1);
        marks.push_back(mark_of(promise, from, point.on, point.target));
    }
    return marks;
}

}  // namespace

bool adds_up(const Promise& promise) {
    return promise.gather == Gather::Sum || promise.gather == Gather::Count;
}

std::string_view code_of(Demand demand) {
    return code_in(demands, demand);
}
std::string_view code_of(Gather gather) {
    return code_in(gathers, gather);
}
std::string_view code_of(Every every) {
    return code_in(everies, every);
}
std::string_view code_of(Shape shape) {
    return code_in(shapes, shape);
}
std::string_view code_of(Growth growth) {
    return code_in(growths, growth);
}
std::optional<Demand> demand_from(std::string_view code) {
    return from_in(demands, code);
}
std::optional<Gather> gather_from(std::string_view code) {
    return from_in(gathers, code);
}
std::optional<Every> every_from(std::string_view code) {
    return from_in(everies, code);
}
std::optional<Shape> shape_from(std::string_view code) {
    return from_in(shapes, code);
}
std::optional<Growth> growth_from(std::string_view code) {
    return from_in(growths, code);
}

Date first_of(Every every, Date day) {
    const int months = months_in(every), month = (day.month() - 1) / months * months + 1;
    return {day.year(), static_cast<unsigned short>(month), 1};
}

Date last_of(Every every, Date day) {
    const int month = first_of(every, day).month() + months_in(every) - 1;
    return Date(day.year(), static_cast<unsigned short>(month), 1).end_of_month();
}

bool is_measurable(const Promise& promise) {
    return !promise.unit.empty() &&
           (promise.shape == Shape::Growing ? !promise.points.empty() : promise.target.has_value());
}

void check_promise(const Promise& promise, const measure::UnitsOfMeasure& units) {
    if (promise.to < promise.from)
        refuse("/to", "promise.term", {{"from", to_text(promise.from)}, {"to", to_text(promise.to)}});
    if (promise.unit.empty()) {
        if (promise.target || !promise.points.empty()) refuse("/unit", "promise.no-unit", {});
        if (promise.kpi.empty() && promise.text.empty()) refuse("/text", "promise.says-nothing", {});
        return;
    }
    const measure::UnitOfMeasure* unit = measure::find_unit(units, promise.unit);
    if (!unit) refuse("/unit", "promise.unknown-unit", {{"value", promise.unit}});
    if (promise.tolerance_percent < measure::whole(0) || promise.tolerance_percent > measure::whole(100))
        refuse("/tolerancePercent", "promise.tolerance", {{"value", promise.tolerance_percent.text()}});
    if (promise.shape == Shape::Growing && promise.points.empty() && promise.target)
        refuse("/points", "promise.points-needed", {});
    if (promise.target) check_target(*unit, "/target", *promise.target);
    if (promise.ceiling) check_target(*unit, "/ceiling/value", promise.ceiling->value);
    const bool has_date = promise.shape == Shape::Once || promise.shape == Shape::OnDate;
    if (has_date && !promise.by) refuse("/by", "promise.no-date", {});
    if (has_date) check_date(promise, "/by", *promise.by);
    check_points(promise, *unit);
}

std::vector<Mark> marks_of(const Promise& promise) {
    if (!is_measurable(promise)) return {};
    switch (promise.shape) {
        case Shape::PerPeriod:
            return periods_of(promise);
        case Shape::Growing:
            return points_of(promise);
        case Shape::Once:
        case Shape::OnDate:
            break;
    }
    return {mark_of(promise, promise.from, promise.by.value_or(promise.to), *promise.target)};
}

}  // namespace mvoi::domain::promise
