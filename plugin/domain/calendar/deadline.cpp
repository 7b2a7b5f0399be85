// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/deadline.hpp"

#include <algorithm>
#include <utility>

#include "domain/calendar/days.hpp"
#include "domain/calendar/termijnenwet.hpp"

namespace mvoi::domain::calendar {
namespace {

using View = WorkCalendar::View;
using Words = std::map<std::string, std::string>;

const char* const aanbestedingswet = "Aanbestedingswet 2012";
const char* const atw_rolls = "Algemene termijnenwet, art. 1 lid 1";
const char* const atw_counted_back = "Algemene termijnenwet, art. 1 lid 2";
const char* const atw_two_working_days = "Algemene termijnenwet, art. 2";
const char* const atw_equated = "Algemene termijnenwet, art. 3 lid 2 en 3";
const char* const atw_limits = "Algemene termijnenwet, art. 4";
const char* const regulation = "Verordening (EEG, Euratom) 1182/71";

// It was not verified that equated days and Good Friday are holidays under the Verordening. So a period that must last
// long enough passes over them, and a day by which something must be done does not.
struct Views {
    View counted, other;
};
Views views_of(const Period& period) {
    if (period.rule != CountingRule::Regulation1182) return {View::Whole, View::WithoutDecrees};
    if (period.bound == Bound::AtLeast) return {View::Whole, View::WithoutGoodFridayToo};
    return {View::WithoutGoodFridayToo, View::Whole};
}

class DeadlineCount {
  public:
    DeadlineCount(const Question& question, const CalendarLaw& law) : question_(question), law_(law) {}

    Deadline answer() {
        Period period = question_.row ? question_.row->period : question_.period;
        if (question_.rule) period.rule = *question_.rule;
        const Views views = views_of(period);
        const WorkCalendar calendar(law_.equated, views.counted);
        if (question_.row)
            start_from_row(calendar);
        else
            start_from_count(calendar);
        if (question_.rule) answer_.period.rule = *question_.rule;
        const Counted counted = count(answer_.period, answer_.day_zero, calendar);
        answer_.raw = counted.raw;
        answer_.last = counted.last;
        if (!backward()) answer_.next = add_days(answer_.last, 1);
        explain(counted, calendar);
        say_of_the_row();
        say_of_the_rule(counted, calendar);
        say_of_unsettled_days(WorkCalendar(law_.equated, views.other));
        if (backward()) say_of_counting_back(calendar);
        say_of_expiry();
        say_of_the_chosen_day();
        return std::move(answer_);
    }

  private:
    bool backward() const { return answer_.period.direction == Direction::Backward; }
    bool at_least() const { return answer_.period.bound == Bound::AtLeast; }

    // ---- the count --------------------------------------------------------------------------------------------------

    void start_from_row(const WorkCalendar& calendar) {
        Adjusted adjusted = adjust(law_.periods, *question_.row, question_.conditions, question_.day_zero, calendar);
        answer_.row = adjusted.row;
        answer_.period = adjusted.period;
        answer_.day_zero = adjusted.day_zero;
        answer_.steps = std::move(adjusted.steps);
        answer_.findings = std::move(adjusted.findings);
        answer_.law = std::move(adjusted.law);
    }

    void start_from_count(const WorkCalendar& calendar) {
        answer_.period = question_.period;
        answer_.day_zero = question_.day_zero;
        const Date raw = raw_last_day(answer_.period, answer_.day_zero, calendar);
        const Words words{{"count", std::to_string(answer_.period.count)},
                          {"unit", std::string(code_of(answer_.period.unit))},
                          {"date", to_text(raw)}};
        answer_.steps.push_back({answer_.day_zero, "period.step-zero-free", {{"date", to_text(answer_.day_zero)}}, ""});
        answer_.steps.push_back({raw, backward() ? "period.step-free-back" : "period.step-free", words, ""});
    }

    void explain(const Counted& counted, const WorkCalendar& calendar) {
        auto& steps = answer_.steps;
        for (const Move& skipped : counted.skipped)
            steps.insert(steps.end() - 1, {skipped.day, "period.step-skips", words_of(skipped),
                                           answer_.period.rule == CountingRule::Regulation1182 ? regulation : ""});
        for (const Move& move : counted.moves) {
            Words words = words_of(move);
            words["date"] = to_text(add_days(move.day, 1));
            const bool two = move.article == extension_of(answer_.period).two_working_days;
            steps.push_back({add_days(move.day, 1), two ? "period.step-two-days" : "period.step-rolls",
                             std::move(words), std::string(move.article)});
        }
        const auto rest = calendar.rest_on(counted.last);
        if (!rest) return;
        const Words words = words_of({counted.last, rest, {}});
        if (backward())
            steps.push_back({counted.last, "period.step-back-stays", words,
                             answer_.period.rule == CountingRule::Atw ? atw_counted_back : ""});
        else
            steps.push_back(
                {counted.last, "period.step-stays", words, answer_.period.rule == CountingRule::Atw ? atw_limits : ""});
    }

    static Words words_of(const Move& move) {
        Words words{{"day", to_text(move.day)}};
        if (move.rest) words["restDay"] = code_of(*move.rest);
        return words;
    }

    // ---- what should be looked at -----------------------------------------------------------------------------------

    void say(const std::string& rule, Severity severity, const std::string& source, Words words = {},
             const std::string& member = "") {
        words.emplace("date", to_text(answer_.last));
        words.emplace("before", to_text(add_days(answer_.last, -1)));
        words.emplace("after", to_text(add_days(answer_.last, 1)));
        answer_.findings.push_back({rule, severity, member, std::move(words), source});
    }

    void say_of_the_row() {
        if (!answer_.row) return;
        const StatutoryPeriod& row = *answer_.row;
        for (const std::string& finding : row.findings) {
            Words words{{"statutoryPeriod", row.code}};
            if (row.floor) {
                Period floor = row.period;
                floor.count = *row.floor;
                const WorkCalendar calendar(law_.equated);
                words["floor"] = std::to_string(*row.floor);
                words["other"] = to_text(count(floor, answer_.day_zero, calendar).last);
            }
            say(finding, row.floor ? Severity::Information : Severity::Warning, row.source, std::move(words));
        }
        const auto& fit = question_.row->procedures;
        if (!question_.procedure.empty() && !fit.empty() &&
            std::find(fit.begin(), fit.end(), question_.procedure) == fit.end())
            say("period-procedure", Severity::Warning, question_.row->source,
                {{"procedure", question_.procedure}, {"statutoryPeriod", question_.row->code}}, "/procedure");
    }

    void say_of_the_rule(const Counted& counted, const WorkCalendar& calendar) {
        const Period& period = answer_.period;
        if (!question_.row && !question_.rule) say("period-rule-assumed", Severity::Information, atw_rolls);
        if (question_.row && question_.rule && *question_.rule != answer_.row->period.rule)
            say("period-rule-overridden", Severity::Warning, answer_.row->source,
                {{"statutoryPeriod", answer_.row->code},
                 {"countingRule", std::string(code_of(answer_.row->period.rule))}},
                "/countingRule");
        if (period.rule == CountingRule::Atw && period.unit != Unit::WorkingDays && !termijnenwet_covers(period))
            say("period-atw-limit", Severity::Information, atw_limits);
        const auto is_holiday = [](const Move& move) {
            return move.rest && *move.rest != RestDay::Saturday && *move.rest != RestDay::Sunday;
        };
        const bool on_holiday = std::any_of(counted.moves.begin(), counted.moves.end(), is_holiday) ||
                                std::any_of(counted.skipped.begin(), counted.skipped.end(), is_holiday);
        if (period.rule == CountingRule::Regulation1182 && on_holiday)
            say("period-regulation-holidays", Severity::Information, regulation);
        if (period.rule == CountingRule::Regulation1182 && backward() && !calendar.works(answer_.last) &&
            period.unit != Unit::WorkingDays)
            say("period-regulation-back", Severity::Warning, regulation);
    }

    void say_of_unsettled_days(const WorkCalendar& other_calendar) {
        const Counted other = count(answer_.period, answer_.day_zero, other_calendar);
        other_last_ = other.last;
        if (other.last != answer_.last) {
            const bool regulated = answer_.period.rule == CountingRule::Regulation1182;
            say(regulated ? "period-equated-unsettled" : "period-equated-day", Severity::Warning,
                regulated ? regulation : atw_equated, {{"other", to_text(other.last)}});
        }
        if (!leans_on_working_days()) return;
        const auto [from, to] = looked_at();
        if (!law_.equated.known(from) || !law_.equated.known(to))
            say("period-beyond-data", Severity::Warning, "Algemene termijnenwet, art. 3 lid 3",
                {{"from", to_text(law_.equated.known_from)}, {"to", to_text(law_.equated.known_to)}});
    }

    bool leans_on_working_days() const {
        return answer_.period.unit == Unit::WorkingDays || !extension_of(answer_.period).rolls.empty() ||
               (backward() && at_least());
    }

    // The days on which the outcome hung: where the period ends, and all of one so short that two working days matter.
    std::pair<Date, Date> looked_at() const {
        constexpr int short_days = 10;
        Date from = std::min(answer_.raw, answer_.last), to = std::max(answer_.raw, answer_.last);
        const bool is_short = answer_.period.unit == Unit::WorkingDays || (to - answer_.day_zero).days() <= short_days;
        if (is_short && !backward()) from = std::min(from, add_days(answer_.day_zero, 1));
        return {from, to};
    }

    void say_of_counting_back(const WorkCalendar& calendar) {
        if (!at_least() || answer_.period.unit == Unit::WorkingDays) return;
        Date other = answer_.last;
        while (!calendar.works(other)) other = add_days(other, -1);
        if (other != answer_.last)
            say("period-back-rest-day", Severity::Warning, atw_counted_back, {{"other", to_text(other)}});
        Period forward = answer_.period;
        forward.direction = Direction::Forward;
        const bool two_wanted = !extension_of(forward).two_working_days.empty();
        if (two_wanted && working_days_between(answer_.last, add_days(answer_.day_zero, -1), calendar, 2) < 2)
            say("period-back-few-working-days", Severity::Warning, atw_two_working_days);
    }

    void say_of_expiry() {
        if (!question_.row || !question_.row->has_expiry) return;
        answer_.vervaltermijn =
            add_days(answer_.day_zero, question_.conditions.expiry_days.value_or(answer_.period.count));
        if (*answer_.vervaltermijn != answer_.last)
            say("period-vervaltermijn", Severity::Warning, aanbestedingswet,
                {{"other", to_text(*answer_.vervaltermijn)}}, "/conditions/vervaltermijnDagen");
    }

    void say_of_the_chosen_day() {
        const Date chosen = question_.chosen.value_or(answer_.last);
        const bool after_only = answer_.row && answer_.row->acts_after;
        const Words words{{"value", to_text(chosen)}, {"time", question_.closing_time}};
        if (question_.chosen) {
            const bool early = chosen < answer_.last || (after_only && chosen == answer_.last);
            const bool must_be_in_time = backward() == at_least();
            if (!backward() && must_be_in_time && chosen > answer_.last && chosen <= other_last_)
                return say("period-chosen-unsettled", Severity::Warning, answer_.law,
                           {{"value", to_text(chosen)}, {"other", to_text(other_last_)}}, "/chosenDay");
            if (must_be_in_time && chosen > answer_.last)
                return say("period-chosen-too-late", Severity::Error, answer_.law, words, "/chosenDay");
            if (!must_be_in_time && early)
                return say("period-chosen-too-early", Severity::Error, answer_.law, words, "/chosenDay");
        }
        const bool open_to_the_end = question_.closing_time.empty() || question_.closing_time == "24:00";
        if (!open_to_the_end && at_least() && chosen == answer_.last)
            say("period-closing-time", Severity::Warning, answer_.law, words, "/closingTime");
    }

    const Question& question_;
    const CalendarLaw& law_;
    Deadline answer_;
    Date other_last_{2000, 1, 1};  // its last day if the days that are only equated with holidays were others
};

}  // namespace

WorkCalendar::View counted_with(const Period& period) {
    return views_of(period).counted;
}

Deadline deadline_of(const Question& question, const CalendarLaw& law) {
    return DeadlineCount(question, law).answer();
}

}  // namespace mvoi::domain::calendar
