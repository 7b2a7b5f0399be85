// SPDX-License-Identifier: EUPL-1.2
#include "domain/contract/weaker.hpp"

#include <algorithm>

namespace mvoi::domain::contract {
namespace {

using Words = std::map<std::string, std::string>;

bool asks_less(promise::Demand demand, const measure::Fraction& earlier, const measure::Fraction& later) {
    return demand == promise::Demand::AtLeast ? later < earlier : later > earlier;
}

class Comparison {
  public:
    Comparison(const promise::Promise& earlier, const promise::Promise& later, const measure::UnitsOfMeasure& units)
        : earlier_(earlier),
          later_(later),
          from_(measure::find_unit(units, later.unit)),
          to_(measure::find_unit(units, earlier.unit)) {}

    std::vector<Less> result() {
        if (measured_otherwise()) return std::move(less_);
        if (earlier_.demand != later_.demand) {
            add("thread-turned",
                {{"before", std::string(code_of(earlier_.demand))}, {"after", std::string(code_of(later_.demand))}});
            return std::move(less_);
        }
        if (earlier_.shape == promise::Shape::Growing)
            points();
        else
            targets(*earlier_.target, *later_.target, "");
        dates();
        return std::move(less_);
    }

  private:
    void add(const char* rule, Words words, bool comparable = true) {
        less_.push_back({rule, comparable, std::move(words)});
    }

    bool differs(const char* what, std::string_view before, std::string_view after) {
        if (before == after) return false;
        add("thread-measured-otherwise",
            {{"what", what}, {"before", std::string(before)}, {"after", std::string(after)}}, false);
        return true;
    }

    bool measured_otherwise() {
        if (!from_ || !to_ || from_->base != to_->base) return differs("unit", earlier_.unit, later_.unit);
        if (differs("shape", code_of(earlier_.shape), code_of(later_.shape))) return true;
        if (differs("gather", code_of(earlier_.gather), code_of(later_.gather))) return true;
        return earlier_.shape == promise::Shape::PerPeriod &&
               differs("period", code_of(earlier_.period), code_of(later_.period));
    }

    // The value that is just enough: the target, less or more the tolerance.
    static measure::Fraction bound(const promise::Promise& promise, const measure::Fraction& target) {
        const measure::Fraction size = target < measure::Fraction(0) ? measure::Fraction(0) - target : target;
        const measure::Fraction margin = size * measure::Fraction(promise.tolerance_percent) / measure::Fraction(100);
        return promise.demand == promise::Demand::AtLeast ? target - margin : target + margin;
    }

    void targets(measure::Decimal before, measure::Decimal after, const std::string& on) {
        const measure::Fraction converted = *measure::convert(after, *from_, *to_);
        Words words = {{"before", before.text()},
                       {"after", after.text()},
                       {"unit", earlier_.unit},
                       {"afterUnit", later_.unit},
                       {"date", on},
                       {"beforeTolerance", earlier_.tolerance_percent.text()},
                       {"afterTolerance", later_.tolerance_percent.text()}};
        if (asks_less(earlier_.demand, before, converted))
            return add(on.empty() ? "thread-weakened" : "thread-weakened-on", std::move(words));
        if (asks_less(earlier_.demand, bound(earlier_, before), bound(later_, converted)))
            add("thread-more-tolerance", std::move(words));
    }

    // At each date of the earlier promise: what the later one asks by then.
    void points() {
        for (const promise::GrowthPoint& point : earlier_.points) {
            const auto reached = std::find_if(later_.points.rbegin(), later_.points.rend(),
                                              [&](const promise::GrowthPoint& each) { return each.on <= point.on; });
            if (reached != later_.points.rend())
                targets(point.target, reached->target, to_text(point.on));
            else
                add("thread-later", {{"before", to_text(point.on)}, {"after", to_text(later_.points.front().on)}});
        }
    }

    void dates() {
        if (earlier_.by && later_.by && *later_.by > *earlier_.by)
            add("thread-later", {{"before", to_text(*earlier_.by)}, {"after", to_text(*later_.by)}});
    }

    const promise::Promise& earlier_;
    const promise::Promise& later_;
    const measure::UnitOfMeasure* from_;
    const measure::UnitOfMeasure* to_;
    std::vector<Less> less_;
};

}  // namespace

std::vector<Less> weaker_in(const promise::Promise& earlier, const promise::Promise& later,
                            const measure::UnitsOfMeasure& units) {
    return Comparison(earlier, later, units).result();
}

}  // namespace mvoi::domain::contract
