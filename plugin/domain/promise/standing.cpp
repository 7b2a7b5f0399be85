// SPDX-License-Identifier: EUPL-1.2
#include "domain/promise/standing.hpp"

#include <algorithm>

#include "domain/promise/certainty.hpp"

namespace mvoi::domain::promise {
namespace {

using boost::gregorian::days;
using Words = std::map<std::string, std::string>;

class Standings {
  public:
    Standings(const Promise& promise, const Readings& readings, const measure::UnitOfMeasure& unit, Date today)
        : promise_(promise), readings_(readings), unit_(unit), today_(today), marks_(marks_of(promise)) {}

    Standing result() {
        Standing standing;
        bool is_next = true;
        for (std::size_t i = 0; i < marks_.size() && marks_[i].from <= today_; ++i) {
            const MarkStanding each = one(i);
            // Of the points still to come only the next one is judged, unless a later one is out of reach already.
            if (is_next || each.certain) standing.marks.push_back(each);
            if (marks_[i].to >= today_) is_next = false;
        }
        decide(standing);
        set_apart(standing);
        return standing;
    }

  private:
    MarkStanding one(std::size_t index) const {
        const Mark& mark = marks_[index];
        const Readings inside = within(readings_, mark.from, mark.to);
        MarkStanding out;
        out.mark = mark;
        out.value = gathered(promise_.gather, inside);
        set_known(out, inside);
        out.required = required(index);
        out.days = days_in(mark.from, mark.to);
        out.covered = covered_days(inside, mark.from, mark.to);
        out.together = adds_up(promise_) && overlap(inside);
        out.missing = missing(mark, inside);
        out.forecast = forecast(mark, inside);
        out.certain = certain_failure(promise_, mark, inside, unit_, today_);
        out.stand = stand(index, inside, out);
        out.in_tolerance = out.stand == Stand::Met && short_of(mark.target, *out.value);
        return out;
    }

    void set_known(MarkStanding& out, const Readings& inside) const {
        Readings estimated;
        std::copy_if(inside.begin(), inside.end(), std::back_inserter(estimated),
                     [](const Reading& each) { return each.estimated; });
        if (promise_.gather == Gather::Last && !inside.empty()) {  // the last one says it all
            out.known = inside.back().estimated ? Known::Estimated : Known::Measured;
            return;
        }
        if (estimated.empty()) return;
        out.known = estimated.size() == inside.size() ? Known::Estimated : Known::Partly;
        if (adds_up(promise_)) out.estimated = gathered(promise_.gather, estimated);
    }

    // True when two readings are about one day. They come in the order of their last day.
    static bool overlap(const Readings& readings) {
        Readings by_first = readings;
        std::sort(by_first.begin(), by_first.end(), [](const Reading& a, const Reading& b) { return a.from < b.from; });
        return std::adjacent_find(by_first.begin(), by_first.end(),
                                  [](const Reading& a, const Reading& b) { return b.from <= a.to; }) != by_first.end();
    }

    bool short_of(const measure::Fraction& asked, const measure::Fraction& value) const {
        return promise_.demand == Demand::AtLeast ? value < asked : value > asked;
    }

    // The days until then should have been reported: of periods of checking, and of a total that grows those until each
    // point that is over.
    Date due_in(const Mark& mark) const {
        Date due = due_through(promise_, mark, today_);
        if (promise_.shape != Shape::Growing || !adds_up(promise_)) return due;
        for (const Mark& each : marks_)
            if (due_through(promise_, each, today_) == each.to) due = std::max(due, each.to);
        return due;
    }

    int missing(const Mark& mark, const Readings& inside) const {
        const Date due = std::min(due_in(mark), mark.to);
        if (due < mark.from) return 0;
        if (promise_.shape == Shape::Once) return due == mark.to && inside.empty() ? days_in(mark.from, due) : 0;
        if (promise_.gather != Gather::Last) return days_in(mark.from, due) - covered_days(inside, mark.from, due);
        int unreported = 0;
        for (Date day = mark.from; day <= due; day = last_of(promise_.checked, day) + days(1)) {
            const Date last = std::min(last_of(promise_.checked, day), due);
            const bool reported = std::any_of(inside.begin(), inside.end(),
                                              [&](const Reading& each) { return day <= each.to && each.to <= last; });
            if (!reported) unreported += days_in(day, last);
        }
        return unreported;
    }

    // The value asked by today: of a total its part by days, on the way to a point the part of the way.
    std::optional<measure::Fraction> required(std::size_t index) const {
        const Mark& mark = marks_[index];
        if (today_ >= mark.to) return mark.target;
        if (promise_.shape == Shape::Once) return std::nullopt;
        if (promise_.shape == Shape::Growing) return on_the_way(index, today_);
        if (adds_up(promise_))
            return mark.target * measure::Fraction::of(days_in(mark.from, today_), days_in(mark.from, mark.to));
        if (promise_.gather == Gather::Last && promise_.shape == Shape::OnDate) return std::nullopt;
        return mark.target;
    }

    // Before the first point nothing is asked. Behind a point its target holds, or the line to the next one.
    std::optional<measure::Fraction> on_the_way(std::size_t index, Date day) const {
        const auto behind =
            std::find_if(marks_.rbegin(), marks_.rend(), [&](const Mark& each) { return each.to <= day; });
        if (behind == marks_.rend()) return std::nullopt;
        if (promise_.growth == Growth::Stepwise || behind == marks_.rbegin()) return behind->target;
        const Mark& next = *(behind - 1);
        if (&next != &marks_[index]) return std::nullopt;  // a later point: its way has not begun
        const measure::Fraction part = measure::Fraction::of((day - behind->to).days(), (next.to - behind->to).days());
        return behind->target + (next.target - behind->target) * part;
    }

    std::optional<measure::Fraction> forecast(const Mark& mark, const Readings& inside) const {
        if (inside.empty() || promise_.shape == Shape::Once) return std::nullopt;
        const measure::Fraction value = *gathered(promise_.gather, inside);
        if (adds_up(promise_))
            return value * measure::Fraction::of(days_in(mark.from, mark.to), covered_days(inside, mark.from, mark.to));
        if (promise_.gather == Gather::Mean || promise_.shape == Shape::PerPeriod) return value;
        return line_through(mark);
    }

    // Through the first and the last state that are known at all, up to the mark. Two are needed.
    std::optional<measure::Fraction> line_through(const Mark& mark) const {
        const Readings known = within(readings_, promise_.from, mark.to);
        if (known.empty() || known.front().to == known.back().to) return std::nullopt;
        const Reading &first = known.front(), &last = known.back();
        const measure::Fraction line =
            last.value +
            (last.value - first.value) * measure::Fraction::of((mark.to - last.to).days(), (last.to - first.to).days());
        if (unit_.share && line > measure::Fraction(100)) return measure::Fraction(100);
        if (!unit_.below_zero && line < measure::Fraction(0)) return measure::Fraction(0);
        return line;
    }

    Stand stand(std::size_t index, const Readings& inside, const MarkStanding& so_far) const {
        const Mark& mark = marks_[index];
        if (so_far.certain) return Stand::Missed;
        if (certainly_met(promise_, mark, inside, unit_, today_)) return Stand::Met;
        if (so_far.missing > 0 || !so_far.value) return Stand::NotShown;
        if (behind_the_line(index, inside)) return Stand::AtRisk;
        if (so_far.forecast) return fails(promise_, mark, *so_far.forecast) ? Stand::AtRisk : Stand::OnCourse;
        return fails(promise_, mark, *so_far.value) ? Stand::AtRisk : Stand::OnCourse;
    }

    // A growing promise asks something on the way too: held against the last day that is known.
    bool behind_the_line(std::size_t index, const Readings& inside) const {
        if (promise_.shape != Shape::Growing) return false;
        const auto asked = on_the_way(index, inside.back().to);
        if (!asked) return false;
        const measure::Fraction size = *asked < measure::Fraction(0) ? measure::Fraction(0) - *asked : *asked;
        const measure::Fraction margin = size * measure::Fraction(promise_.tolerance_percent) / measure::Fraction(100);
        const measure::Fraction bound = promise_.demand == Demand::AtLeast ? *asked - margin : *asked + margin;
        // In steps, a value that may be at most so much is asked at the end of a step only.
        const bool judged = promise_.growth == Growth::Linear || promise_.demand == Demand::AtLeast;
        return judged && short_of(bound, *gathered(promise_.gather, inside));
    }

    void about_first(Standing& standing, Stand stand) const {
        for (std::size_t i = 0; i < standing.marks.size() && !standing.about; ++i) {
            if (standing.marks[i].stand != stand) continue;
            standing.about = i;
            standing.stand = stand;
        }
    }

    // The worst mark decides. One that has only just begun, of which nothing is due, says nothing against the others.
    void decide(Standing& standing) const {
        for (const MarkStanding& each : standing.marks)
            if (each.certain && (!standing.certain || *each.certain < *standing.certain))
                standing.certain = each.certain;
        about_first(standing, Stand::Missed);
        for (std::size_t i = 0; i < standing.marks.size() && !standing.about; ++i)
            if (standing.marks[i].stand == Stand::NotShown && standing.marks[i].missing > 0) standing.about = i;
        about_first(standing, Stand::AtRisk);
        about_first(standing, Stand::OnCourse);
        if (!standing.about) settle(standing);
        if (!readings_.empty() || marks_.empty()) return;
        const Mark& first = marks_.front();
        const Date due = promise_.shape == Shape::Once ? first.to : last_of(promise_.checked, first.from);
        standing.first_due = std::min(due, first.to);
    }

    // Only marks that are met, or that nothing is known of and nothing is due of.
    void settle(Standing& standing) const {
        for (std::size_t i = standing.marks.size(); i > 0 && !standing.about; --i)
            if (standing.marks[i - 1].stand == Stand::Met) standing.about = i - 1;
        const bool all = standing.marks.size() == marks_.size() &&
                         std::all_of(standing.marks.begin(), standing.marks.end(),
                                     [](const MarkStanding& each) { return each.stand == Stand::Met; });
        if (standing.about) standing.stand = all ? Stand::Met : Stand::OnCourse;
        if (!standing.about && !standing.marks.empty()) standing.about = 0;
    }

    // The mark that runs on the day apart from those before it: an old gap says nothing about this year.
    void set_apart(Standing& standing) const {
        for (std::size_t i = 0; i < standing.marks.size() && !standing.now; ++i)
            if (standing.marks[i].mark.to >= today_) standing.now = i;
        Past& past = standing.past;
        for (const MarkStanding& each : standing.marks) {
            if (each.mark.to >= today_) continue;
            ++past.marks;
            if (each.stand != Stand::NotShown && each.stand != Stand::Missed) continue;
            ++(each.stand == Stand::Missed ? past.missed : past.not_shown);
            past.from = std::min(past.from.value_or(each.mark.from), each.mark.from);
            past.to = std::max(past.to.value_or(each.mark.to), each.mark.to);
        }
    }

    const Promise& promise_;
    const Readings& readings_;
    const measure::UnitOfMeasure& unit_;
    Date today_;
    std::vector<Mark> marks_;
};

// The words about the mark that decided, in the order in which they are read.
class StandingWords {
  public:
    StandingWords(const Promise& promise, const measure::UnitOfMeasure& unit, const MarkStanding& mark)
        : promise_(promise), mark_(mark), decimals_(decimals(unit)) {
        words_ = {{"from", to_text(mark.mark.from)},
                  {"to", to_text(mark.mark.to)},
                  {"unit", unit.code},
                  {"target", number(mark.mark.target)},
                  {"bound", number(mark.mark.bound)},
                  {"tolerance", promise.tolerance_percent.text()},
                  {"days", std::to_string(mark.days)},
                  {"covered", std::to_string(mark.covered)},
                  {"missing", std::to_string(mark.missing)}};
        if (mark.value) words_["value"] = exact(*mark.value);
        if (mark.value && mark.estimated) {
            words_["measured"] = exact(*mark.value - *mark.estimated);
            words_["estimated"] = exact(*mark.estimated);
        }
        if (mark.required) words_["required"] = number(*mark.required);
        if (mark.forecast) words_["forecast"] = number(*mark.forecast);
        if (mark.certain) words_["certain"] = to_text(*mark.certain);
    }

    std::vector<Sentence> steps(const Standing& standing) {
        tell(standing);
        say("standing." + std::string(code_of(standing.stand)));
        return std::move(said_);
    }

    // Of a mark by itself, whatever the promise comes to.
    std::vector<Sentence> steps_of_mark(const Standing& standing) {
        tell(standing);
        say("standing.now-" + std::string(code_of(mark_.stand)));
        return std::move(said_);
    }

  private:
    void tell(const Standing& standing) {
        say(promise_.demand == Demand::AtLeast ? "standing.asked-at-least" : "standing.asked-at-most");
        if (promise_.tolerance_percent > measure::whole(0))
            say(promise_.demand == Demand::AtLeast ? "standing.tolerance-from" : "standing.tolerance");
        if (promise_.ceiling && mark_.certain) ceiling();
        if (mark_.value) say(shown_as());
        if (mark_.together) say("standing.together");
        if (mark_.value && mark_.required && mark_.required != mark_.mark.target) say("standing.required");
        if (!mark_.value && mark_.missing == 0) nothing_yet(standing);
        if (mark_.missing > 0) say("standing.missing");
        const bool open = mark_.stand == Stand::OnCourse || mark_.stand == Stand::AtRisk;
        if (open && mark_.forecast) say("standing.forecast");
        if (open && !mark_.forecast && promise_.shape != Shape::Once) say("standing.no-forecast");
        if (mark_.certain) say("standing.certain");
        if (mark_.in_tolerance) say("standing.in-tolerance");
    }

    const char* shown_as() const {
        switch (mark_.known) {
            case Known::Measured:
                return "standing.measured";
            case Known::Estimated:
                return "standing.estimated";
            case Known::Partly:
                break;
        }
        return mark_.estimated ? "standing.measured-and-estimated" : "standing.partly-estimated";
    }

    // As many as people are shown of the unit; two where a sum by days falls between counts; more where with fewer the
    // value would stand on another side of what is asked than it does.
    int decimals(const measure::UnitOfMeasure& unit) const {
        int decimals = unit.decimals;
        for (const auto& asked : asked_of_it()) {
            if (decimals < 2 && measure::Fraction(asked.rounded(decimals)) != asked) decimals = 2;
            while (mark_.value && decimals < most_decimals && !is_shown_as_it_is(asked, decimals)) ++decimals;
        }
        return decimals;
    }

    std::vector<measure::Fraction> asked_of_it() const {
        std::vector<measure::Fraction> asked = {mark_.mark.target, mark_.mark.bound};
        if (mark_.required) asked.push_back(*mark_.required);
        return asked;
    }

    bool is_shown_as_it_is(const measure::Fraction& asked, int decimals) const {
        const measure::Fraction value(mark_.value->rounded(decimals)), shown(asked.rounded(decimals));
        return (value < shown) == (*mark_.value < asked) && (shown < value) == (asked < *mark_.value);
    }

    // The value as it was put down; one that comes from a division is rounded.
    std::string exact(const measure::Fraction& value) const {
        const measure::Decimal exact = value.rounded(most_decimals);
        return measure::Fraction(exact) == value ? exact.text() : number(value);
    }

    std::string number(const measure::Fraction& value) const { return value.rounded(decimals_).text(); }
    void ceiling() {
        words_["ceiling"] = promise_.ceiling->value.text();
        say("standing.ceiling-" + std::string(code_of(promise_.ceiling->per)));
    }
    void say(std::string rule) { said_.push_back({std::move(rule), words_}); }
    void nothing_yet(const Standing& standing) {
        if (!standing.first_due) return;
        words_["due"] = to_text(*standing.first_due);
        say("standing.nothing-yet");
    }

    static constexpr int most_decimals = 6;

    const Promise& promise_;
    const MarkStanding& mark_;
    const int decimals_;
    Words words_;
    std::vector<Sentence> said_;
};

std::vector<Sentence> past_sentences(const Past& past) {
    std::vector<Sentence> said;
    const auto say = [&](const char* rule, int count) {
        if (count == 0) return;
        said.push_back({rule + std::string(past.marks == 1 ? "-only"
                                           : count == 1    ? "-one"
                                                           : ""),
                        {{"count", std::to_string(count)},
                         {"of", std::to_string(past.marks)},
                         {"from", to_text(*past.from)},
                         {"to", to_text(*past.to)}}});
    };
    say("standing.past-not-shown", past.not_shown);
    say("standing.past-missed", past.missed);
    return said;
}

}  // namespace

std::string_view code_of(Stand stand) {
    switch (stand) {
        case Stand::OnCourse:
            return "op-koers";
        case Stand::AtRisk:
            return "risico";
        case Stand::Missed:
            return "gemist";
        case Stand::Met:
            return "gehaald";
        case Stand::NotShown:
            break;
    }
    return "niet-aangetoond";
}

Standing standing_of(const Promise& promise, const std::vector<Observation>& observations,
                     const measure::UnitsOfMeasure& units, Date today) {
    Standing standing;
    const measure::UnitOfMeasure* unit = measure::find_unit(units, promise.unit);
    if (!unit || !is_measurable(promise)) {
        standing.steps = {{"standing.not-measurable", {}}, {"standing.niet-aangetoond", {}}};
        return standing;
    }
    const Readings readings = readings_of(promise, observations, units, today);
    standing = Standings(promise, readings, *unit, today).result();
    if (standing.now && standing.about && *standing.about < *standing.now) {
        standing.now_steps = StandingWords(promise, *unit, standing.marks[*standing.now]).steps_of_mark(standing);
        standing.past_steps = past_sentences(standing.past);
    }
    if (standing.about)
        standing.steps = StandingWords(promise, *unit, standing.marks[*standing.about]).steps(standing);
    else
        standing.steps = {{"standing.not-begun", {{"from", to_text(promise.from)}}}, {"standing.niet-aangetoond", {}}};
    return standing;
}

}  // namespace mvoi::domain::promise
