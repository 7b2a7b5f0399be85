// SPDX-License-Identifier: EUPL-1.2
// A plan counted again, the way one does with a wall calendar and a pencil: a day at a time, with its own weekdays,
// Easter, rest days and periods. It shares the types of a request and the routes (which are data) with the library, and
// nothing else. Slow, and meant to be read.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "domain/planning/plan.hpp"

namespace walker {

namespace planning = mvoi::domain::planning;
using mvoi::domain::Date;
using mvoi::domain::Policy;

// ---- the wall calendar ----------------------------------------------------------------------------------------------

// Days are numbered from 1 January 2010; every day of 2010 to 2060 has its own square.
struct Square {
    int year, month, day;
    bool rests;
    bool surely;  // a holiday of Algemene termijnenwet art. 3 lid 1 or a weekend: no day that is only equated with one
};

// Easter is the Sunday behind the paschal full moon, and that is in a table of nineteen years (1900 to 2199).
inline std::pair<int, int> full_moon(int year) {
    static const std::pair<int, int> moons[] = {{4, 14}, {4, 3},  {3, 23}, {4, 11}, {3, 31}, {4, 18}, {4, 8},
                                                {3, 28}, {4, 16}, {4, 5},  {3, 25}, {4, 13}, {4, 2},  {3, 22},
                                                {4, 10}, {3, 30}, {4, 17}, {4, 7},  {3, 27}};
    return moons[year % 19];
}

class Wall {
  public:
    Wall() {
        static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        for (int year = 2010; year <= 2060; ++year)
            for (int month = 1; month <= 12; ++month) {
                const bool leap = month == 2 && year % 4 == 0;
                for (int day = 1; day <= lengths[month - 1] + leap; ++day)
                    squares_.push_back({year, month, day, false, false});
            }
        for (int day = 0; day < static_cast<int>(squares_.size()); ++day) mark(day);
    }

    const Square& at(int day) const { return squares_.at(static_cast<std::size_t>(day)); }
    int days() const { return static_cast<int>(squares_.size()); }
    bool rests(int day) const { return at(day).rests; }
    bool surely_rests(int day) const { return at(day).surely; }
    int number(int year, int month, int day) const {
        int found = (year - 2010) * 365;
        while (at(found).year < year || at(found).month < month || at(found).day < day) ++found;
        return found;
    }
    int number(Date date) const { return number(date.year(), date.month(), date.day()); }
    // The same date a year before; 28 February where that has no 29th.
    int year_before(int day) const {
        const Square& square = at(day);
        return number(square.year - 1, square.month, square.month == 2 && square.day == 29 ? 28 : square.day);
    }
    std::string text(int day) const {
        const Square& square = at(day);
        const auto two = [](int number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
        return std::to_string(square.year) + two(square.month) + two(square.day);
    }

  private:
    static int weekday(int day) { return (day + 4) % 7; }  // 1 January 2010 was a Friday; 0 is Monday
    void rest(int day, bool surely = true) {
        if (day >= static_cast<int>(squares_.size())) return;
        squares_[static_cast<std::size_t>(day)].rests = true;
        if (surely) squares_[static_cast<std::size_t>(day)].surely = true;
    }

    void mark(int day) {
        static const int decreed[][3] = {{2023, 4, 28}, {2023, 5, 19}, {2024, 5, 10}, {2024, 12, 27}, {2025, 5, 30},
                                         {2026, 1, 2},  {2026, 5, 15}, {2027, 5, 7},  {2028, 4, 28},  {2028, 5, 26}};
        const Square& square = at(day);
        const auto is = [&](int month, int of_month) { return square.month == month && square.day == of_month; };
        if (weekday(day) >= 5 || is(1, 1) || is(5, 5) || is(12, 25) || is(12, 26)) rest(day);
        if (is(4, 27)) rest(weekday(day) == 6 ? day - 1 : day);
        for (const auto& each : decreed)
            if (square.year == each[0] && is(each[1], each[2])) rest(day, false);
        if (const auto [month, of_month] = full_moon(square.year); is(month, of_month)) {
            int easter = day + 1;
            while (weekday(easter) != 6) ++easter;
            rest(easter - 2, false);
            for (const int distance : {1, 39, 50}) rest(easter + distance);
        }
    }

    std::vector<Square> squares_;
};

inline const Wall& wall() {
    static const Wall made;
    return made;
}

// ---- the walk -------------------------------------------------------------------------------------------------------

struct Walked {
    std::map<std::string, int> milestones;
    std::optional<int> latest_start;
    std::vector<std::pair<int, int>> window;  // level, until; from the highest level down
    std::optional<int> contract_if_begun;     // today, or at the given start, where the latest start is before it
};

class Walker {
  public:
    Walker(const planning::Wish& wish, const planning::PlanningRules& rules, const Policy* policy)
        : wish_(wish), rules_(rules), policy_(policy), closed_(static_cast<std::size_t>(wall().days())) {
        if (wish.chain.conditions.prior_notice) announced_ = wall().number(*wish.chain.conditions.prior_notice);
        if (!policy) return;
        for (const auto& time : policy->planning.closed)
            for (int day = wall().number(time.first); day <= wall().number(time.last); ++day)
                closed_[static_cast<std::size_t>(day)] = true;
        if (policy->board && policy->board->first_meeting)
            first_meeting_ = wall().number(*policy->board->first_meeting);
    }

    Walked walk() {
        make_legs(wish_.chain.work.level);
        Walked walked;
        walked.milestones = dates();
        if (!end_known()) return walked;
        walked.latest_start = latest_start();
        const int begins = given(legs_[0].to).value_or(wall().number(wish_.today));
        if (*walked.latest_start < begins) walked.contract_if_begun = ahead_from(begins);
        for (const int level : {3, 2, 1}) {
            make_legs(level);
            if (end_known()) walked.window.emplace_back(level, latest_start());
        }
        return walked;
    }

  private:
    struct Leg {
        std::string to;
        planning::DayKind day;
        std::vector<planning::RoutePart> parts;
        std::string counted_back;  // inlichtingen, by this milestone
        std::string counted_on;    // the award notice, after this milestone
        std::string within;        // the period for it
        bool from_next_day;
    };

    // ---- the route --------------------------------------------------------------------------------------------------

    int lead_days(const std::string& code) const {
        const planning::Work& work = wish_.chain.work;
        int most = -1, days = 0;
        for (const auto& lead : policy_ ? policy_->planning.lead_times : std::vector<mvoi::domain::LeadTime>{}) {
            if (lead.part != code) continue;
            if (!lead.procedure.empty() && lead.procedure != work.procedure) continue;
            if (!lead.kind.empty() && lead.kind != work.kind) continue;
            if (lead.level && *lead.level != level_) continue;
            const int said = !lead.procedure.empty() + !lead.kind.empty() + lead.level.has_value();
            if (said >= most) most = said, days = lead.days;
        }
        if (most >= 0) return days;
        for (const auto& assumed : rules_.leads)
            if (assumed.code == code)
                return assumed.days_at_level.contains(level_) ? assumed.days_at_level.at(level_) : assumed.days;
        throw std::logic_error("no lead time " + code);
    }

    void make_legs(int level) {
        level_ = level;
        legs_.clear();
        std::vector<planning::RoutePart> waiting;
        for (const auto& route : rules_.routes)
            if (route.procedure == wish_.chain.work.procedure)
                for (const auto& leg : route.legs) {
                    waiting.insert(waiting.end(), leg.parts.begin(), leg.parts.end());
                    if (leg.only_with == "board" ? !wish_.chain.board
                                                 : !leg.only_with.empty() && lead_days(leg.only_with) == 0)
                        continue;
                    legs_.push_back(
                        {leg.to, leg.day, waiting, leg.before.empty() ? "" : leg.before[0].milestone, "", "", false});
                    for (const auto& each : leg.after) {
                        legs_.back().counted_on = each.milestone;
                        legs_.back().within = each.period.period;
                        legs_.back().from_next_day = !each.period.next_day.empty();
                    }
                    if (leg.only_with == "board") legs_.back().parts.push_back({"", "stukken-board", ""});
                    waiting.clear();
                }
    }

    // ---- what a day is ----------------------------------------------------------------------------------------------

    bool closed(int day) const { return closed_.at(static_cast<std::size_t>(day)); }
    bool open(int day) const { return !wall().rests(day) && !closed(day); }
    bool board_meets(int day) const {
        if (!first_meeting_ || policy_->board->every_days == 0) return true;
        return (day - *first_meeting_) % policy_->board->every_days == 0;
    }
    bool will_do(int day, planning::DayKind kind) const {
        if (kind == planning::DayKind::Any) return true;
        return open(day) && (kind == planning::DayKind::Open || board_meets(day));
    }

    // ---- counting forwards ------------------------------------------------------------------------------------------

    bool condition(const char* name) const { return wish_.chain.conditions.true_ones.contains(name); }

    // Aanbestedingswet 2012, art. 2.71, 2.72, 2.74, 2.74a, 2.74b, 2a.36, 2.148 lid 3-4 and 2.127.
    int period_days(const std::string& code, int from) const {
        if (code == "T14") return 20;
        if (code == "T23") return wish_.chain.conditions.agreed_days.value_or(10);
        if (code == "T3" || code == "T20") return 30;
        if (code == "T2") return condition("versneld") ? 15 : 30;
        if (condition("versneld")) return code == "T1" ? 15 : 10;
        if (code == "T4" && wish_.chain.conditions.agreed_days) return *wish_.chain.conditions.agreed_days;
        const int more = condition("stukkenNietBeschikbaar") ? 5 : 0;
        if (code == "T1" && announced_in_time(from)) return 29 + more;
        return (code == "T1" ? 45 : 40) - (condition("elektronisch") ? 5 : 0) + more;
    }
    // At least 52 days and at most twelve months before the notice.
    bool announced_in_time(int notice) const {
        const auto& conditions = wish_.chain.conditions;
        if (!conditions.prior_notice || conditions.prior_notice_complete == false) return false;
        return *announced_ <= notice - 52 && *announced_ >= wall().year_before(notice);
    }

    static bool two_working_days(int after, int until) {
        int working = 0;
        for (int day = after + 1; day <= until; ++day) working += !wall().rests(day);
        return working >= 2;
    }

    int count(const planning::RoutePart& part, int day) const {
        if (!part.lead.empty()) {
            const bool papers = part.lead == "stukken-board";
            int left = !papers ? lead_days(part.lead) : policy_ && policy_->board ? policy_->board->papers_days : 0;
            while (left > 0) left -= !closed(++day);
            return day;
        }
        if (!part.next_day.empty())
            return part.next_day == "sluitingstijd" && wish_.chain.closes_at_midnight ? day : day + 1;
        const int days = period_days(part.period, day), atw_from = 3, regulation_from = 2;
        int last = day + days;
        while (wall().rests(last)) ++last;
        if (days >= (part.period == "T14" ? atw_from : regulation_from))
            while (!two_working_days(day, last)) ++last;
        return last;
    }
    // The last day for the award notice: within 30 days after the award (art. 2.134, 2.136), of a concession 48 (art.
    // 2a.52). A contract is awarded when it can be signed: after the standstill. The period does not pass over days
    // that are only equated with a holiday, and who is closed then is earlier, but not before it begins.
    int award_notice(const Leg& leg, int day) const {
        int last = day + leg.from_next_day + (leg.within == "T20-gunning" ? 48 : 30);
        while (wall().surely_rests(last)) ++last;
        int open_day = last;
        while (open_day > day && !open(open_day)) --open_day;
        return open_day > day ? open_day : last;
    }

    int count(const Leg& leg, int day) const {
        for (const auto& part : leg.parts) day = count(part, day);
        return day;
    }
    int least(const Leg& leg) const {
        int days = 0;
        for (const auto& part : leg.parts)
            if (!part.lead.empty() && part.lead != "stukken-board") days += lead_days(part.lead);
        return days;
    }

    // ---- the dates --------------------------------------------------------------------------------------------------

    int first_from(int day, planning::DayKind kind) const {
        while (!will_do(day, kind)) ++day;
        return day;
    }
    int last_up_to(int day, planning::DayKind kind) const {
        while (!will_do(day, kind)) --day;
        return day;
    }
    int last_before(std::size_t leg, int next) const {
        int day = next - least(legs_[leg + 1]);
        while (!will_do(day, legs_[leg].day) || count(legs_[leg + 1], day) > next) --day;
        return day;
    }

    std::optional<int> given(const std::string& code) const {
        const auto found = wish_.given.find(code);
        if (found == wish_.given.end() || !found->second.first) return std::nullopt;
        return wall().number(*found->second.first);
    }
    bool end_known() const {
        for (std::size_t i = 1; i < legs_.size(); ++i)
            if (given(legs_[i].to)) return true;
        return false;
    }
    bool backward() const { return wish_.direction ? *wish_.direction == planning::Direction::Backward : end_known(); }

    bool is_standstill(std::size_t leg) const { return legs_[leg].to == "einde-opschortende-termijn"; }
    bool bounded(std::size_t leg) const {
        bool standstill = false;
        for (const Leg& each : legs_) standstill = standstill || each.to == "einde-opschortende-termijn";
        return wish_.notice_by && legs_[leg].to == (standstill ? "einde-opschortende-termijn" : "gunningsbeslissing");
    }
    // One milestone back from the next.
    int back(std::size_t leg, int next) const {
        const int day = last_before(leg, next);
        if (!bounded(leg)) return day;
        // The standstill lasts until midnight; an award can be decided on the day of notice itself.
        const int last = wall().number(*wish_.notice_by) - is_standstill(leg);
        return std::min(day, last_up_to(last, legs_[leg].day));
    }

    std::map<std::string, int> dates() const {
        const int size = static_cast<int>(legs_.size());
        std::vector<std::optional<int>> days;
        for (const Leg& leg : legs_) days.push_back(given(leg.to));
        const auto is_given = [](const auto& day) { return day.has_value(); };
        if (std::none_of(days.begin(), days.end(), is_given))
            days[0] = first_from(wall().number(wish_.today), legs_[0].day);
        const auto at = [&](int leg) -> std::optional<int>& { return days[static_cast<std::size_t>(leg)]; };
        const auto back_to = [&](int leg) {
            if (!at(leg)) at(leg) = back(static_cast<std::size_t>(leg), *at(leg + 1));
        };
        int first = 0, last = size - 1;
        while (!at(first)) ++first;
        while (!at(last)) --last;
        for (int leg = (backward() ? last : first) - 1; leg >= 0; --leg) back_to(leg);
        for (int leg = 1; leg < size; ++leg)
            if (!at(leg)) {
                const Leg& to = legs_[static_cast<std::size_t>(leg)];
                at(leg) = first_from(count(to, *at(leg - 1)), to.day);
            }
        // The letter names the day on which the standstill ends: twenty days after the decision, rolled on
        // (art. 2.130).
        for (std::size_t leg = 1; leg < legs_.size(); ++leg)
            if (is_standstill(leg) && !given(legs_[leg].to)) days[leg] = count(legs_[leg], *days[leg - 1]);
        std::map<std::string, int> all;
        for (std::size_t leg = 0; leg < legs_.size(); ++leg) {
            all[legs_[leg].to] = *days[leg];
            if (const std::string& notice = legs_[leg].counted_on; !notice.empty())
                all[notice] = given(notice).value_or(award_notice(legs_[leg], *days[leg]));
            if (legs_[leg].counted_back.empty()) continue;
            const int before = urgency_is_known() && condition("versneld") ? 4 : 10;
            all[legs_[leg].counted_back] =
                given(legs_[leg].counted_back).value_or(last_up_to(*days[leg] - before, planning::DayKind::Open));
        }
        return all;
    }
    // Art. 2.74 is about the open and restricted procedure and the competitive procedure with negotiation.
    bool urgency_is_known() const {
        const std::string& procedure = wish_.chain.work.procedure;
        return procedure == "openbaar" || procedure == "niet-openbaar" ||
               procedure == "mededingingsprocedure-met-onderhandeling";
    }

    int latest_start() const {
        std::size_t leg = legs_.size() - 1;
        while (!given(legs_[leg].to)) --leg;
        int day = *given(legs_[leg].to);
        while (leg-- > 0) day = leg > 0 && given(legs_[leg].to) ? *given(legs_[leg].to) : back(leg, day);
        return day;
    }
    int ahead_from(int today) const {
        int day = first_from(today, legs_[0].day);
        for (std::size_t leg = 1; leg < legs_.size(); ++leg) day = first_from(count(legs_[leg], day), legs_[leg].day);
        return day;
    }

    const planning::Wish& wish_;
    const planning::PlanningRules& rules_;
    const Policy* policy_;
    std::vector<bool> closed_;
    std::optional<int> announced_, first_meeting_;
    int level_ = 1;
    std::vector<Leg> legs_;
};

}  // namespace walker
