// SPDX-License-Identifier: EUPL-1.2
#include "domain/planning/chain.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>

#include "domain/calendar/days.hpp"
#include "domain/laws.hpp"

namespace mvoi::domain::planning {

using namespace calendar;

namespace {

const char* const urgent = "versneld";

void tell(Steps* steps, planning::Step step) {
    if (steps && (step.days != 0 || step.kind == StepKind::Given || step.kind == StepKind::From))
        steps->push_back(std::move(step));
}

int days_between(Date from, Date to) {
    return static_cast<int>((to - from).days());
}

// ---- making a chain -------------------------------------------------------------------------------------------------

class ChainBuilder {
  public:
    ChainBuilder(const ChainWish& wish, const Circumstances& around, std::vector<Finding>* findings, const Chain* like)
        : wish_(wish), around_(around), findings_(findings), like_(like), calendar_(around.law.equated) {}

    Chain chain(const Route& route) {
        Chain chain;
        std::vector<Part> carried;
        const bool hastens = can_hasten(route);
        for (const RouteLeg& leg : route.legs) {
            std::vector<Part> parts = std::move(carried);
            carried.clear();
            for (const RoutePart& part : leg.parts) add(parts, part);
            if (falls_away(leg)) {
                carried = std::move(parts);
                continue;
            }
            if (leg.day == DayKind::Meeting) add_papers(parts);
            Link link{leg.to, leg.day, std::move(parts)};
            link.exact = leg.exact;
            for (const RouteAside& each : leg.before)
                link.before.emplace_back(each.milestone, period(each.period, hastens));
            for (const RouteAside& each : leg.after) {
                std::vector<Part> counted;
                if (!each.period.next_day.empty()) counted.push_back(next_day(each.period));
                counted.push_back(period(each.period));
                link.after.emplace_back(each.milestone, std::move(counted));
            }
            chain.push_back(std::move(link));
        }
        return chain;
    }

  private:
    bool falls_away(const RouteLeg& leg) const {
        if (leg.only_with.empty()) return false;
        if (leg.only_with == "board") return !wish_.board;
        return lead_for(leg.only_with, wish_.work, around_.policy, around_.rules).days == 0;
    }

    void add(std::vector<Part>& parts, const RoutePart& part) {
        if (!part.period.empty()) parts.push_back(period(part));
        if (!part.lead.empty()) {
            const Lead lead = lead_for(part.lead, wish_.work, around_.policy, around_.rules);
            if (lead.days > 0) parts.push_back(work(part.lead, lead.days, lead.assumed));
        }
        if (part.next_day == "sluitingstijd" ? !wish_.closes_at_midnight : !part.next_day.empty())
            parts.push_back(next_day(part));
    }

    Part next_day(const RoutePart& part) const {
        Part next;
        next.kind = PartKind::NextDay;
        next.code = part.next_day;
        next.days = 1;
        next.row = find_period(around_.law.periods, part.next_day);
        if (next.row) next.law = next.row->source;
        return next;
    }

    void add_papers(std::vector<Part>& parts) const {
        const int days = around_.policy && around_.policy->board ? around_.policy->board->papers_days : 0;
        if (days > 0) parts.push_back(work("stukken-board", days, false));
    }

    static Part work(std::string_view code, int days, bool assumed) {
        Part part;
        part.code = code;
        part.days = days;
        part.assumed = assumed;
        return part;
    }

    // A period that is counted back is shorter "bij toepassing van artikel 2.74" (art. 2.54), so only in a procedure
    // that has a period which that article shortens: not in a competitive dialogue, say.
    bool can_hasten(const Route& route) const {
        const auto hastens = [](const RowCondition& each) { return each.condition == urgent; };
        const auto has_urgent_period = [&](const RoutePart& part) {
            if (part.period.empty()) return false;
            const StatutoryPeriod* row = find_period(around_.law.periods, part.period);
            return row && std::any_of(row->conditions.begin(), row->conditions.end(), hastens);
        };
        return std::any_of(route.legs.begin(), route.legs.end(), [&](const RouteLeg& leg) {
            return std::any_of(leg.parts.begin(), leg.parts.end(), has_urgent_period);
        });
    }

    const Part* part_of_like(const std::string& code) const {
        if (!like_) return nullptr;
        for (const Link& link : *like_) {
            for (const Part& part : link.parts)
                if (part.kind == PartKind::Period && part.code == code) return &part;
            for (const auto& [milestone, part] : link.before)
                if (part.code == code) return &part;
            for (const auto& [milestone, parts] : link.after)
                for (const Part& part : parts)
                    if (part.kind == PartKind::Period && part.code == code) return &part;
        }
        return nullptr;
    }

    Part period(const RoutePart& wanted, bool can_be_urgent = true) {
        const std::string& code = wanted.period;
        if (const Part* part = part_of_like(code)) return *part;
        const StatutoryPeriod* row = find_period(around_.law.periods, code);
        if (!row) throw std::logic_error("schema/rules/routes.json: no period " + code);
        Conditions conditions = fitting(around_.law.periods, *row, wish_.conditions);
        if (!can_be_urgent) conditions.true_ones.erase(urgent);
        const Conditions announced = conditions;
        const auto sent = conditions.prior_notice;
        conditions.prior_notice.reset();
        conditions.prior_notice_complete.reset();
        const Adjusted adjusted = adjust(around_.law.periods, *row, conditions, {2026, 1, 1}, calendar_);
        if (adjusted.period.unit != Unit::Days)
            throw std::logic_error("schema/rules/routes.json: " + code + " in days");
        if (findings_) findings_->insert(findings_->end(), adjusted.findings.begin(), adjusted.findings.end());
        if (adjusted.row != row) say_of_the_row(*adjusted.row);
        Part part;
        part.kind = PartKind::Period;
        part.code = row->code;
        part.period = adjusted.period;
        part.days = adjusted.period.count;
        part.row = adjusted.row;
        part.law = adjusted.law;
        add_law(part.law, wanted.law);
        if (sent) shorten(part, *row, announced);
        return part;
    }

    // The demands of the row that took the place of the usual one, such as the substantiation of urgency (art. 2.74);
    // once for a procedure, however many of its periods it shortens. Its other findings are about a day.
    void say_of_the_row(const StatutoryPeriod& row) {
        if (!findings_) return;
        for (const std::string& rule : row.demands) {
            const auto said = [&](const Finding& each) { return each.rule == rule; };
            if (std::any_of(findings_->begin(), findings_->end(), said)) continue;
            findings_->push_back({rule, Severity::Warning, "/conditions", {{"statutoryPeriod", row.code}}, row.source});
        }
    }

    // The shorter period needs a notice that went out in time, and not too long before. Only where the period is
    // counted from the contract notice itself: in a procedure of two stages it hangs on a date further on.
    void shorten(Part& part, const StatutoryPeriod& row, const Conditions& conditions) {
        const auto shortens = [&](const RowCondition& each) {
            const StatutoryPeriod* by = find_period(around_.law.periods, each.row);
            return each.condition == "vooraankondiging" && by && by->effect == Effect::Shortens;
        };
        const auto found = std::find_if(row.conditions.begin(), row.conditions.end(), shortens);
        if (found == row.conditions.end()) return;
        if (row.event != "aankondiging" || wish_.conditions.prior_notice_complete == false) {
            if (findings_)
                findings_->push_back({"plan-prior-notice-not-counted",
                                      Severity::Warning,
                                      "/conditions/vooraankondiging",
                                      {{"statutoryPeriod", row.code}},
                                      row.source});
            return;
        }
        const Date sent = *conditions.prior_notice;
        part.less_from = add_days(sent, find_period(around_.law.periods, "T5c")->period.count);
        const int months = find_period(around_.law.periods, "T5c-12")->period.count;
        part.less_to = add_months(sent, months);
        while (add_months(add_days(part.less_to, 1), -months) <= sent) part.less_to = add_days(part.less_to, 1);
        const Adjusted shorter = adjust(around_.law.periods, row, conditions, part.less_from, calendar_);
        part.less = shorter.row;
        part.less_period = shorter.period;
        part.less_law = shorter.law;
    }

    const ChainWish& wish_;
    const Circumstances& around_;
    std::vector<Finding>* findings_;
    const Chain* like_;
    const WorkCalendar calendar_;
};

// ---- statutory periods ----------------------------------------------------------------------------------------------

std::string rolling_law(const Period& period) {
    return std::string(extension_of(period).rolls);
}

Date end_of_period(const Part& part, Date from, const WorkCalendar& calendar, Steps* steps) {
    const Period& period = part.period_from(from);
    const Date raw = raw_last_day(period, from, calendar), last = last_day(period, from, calendar);
    if (!steps) return last;
    tell(steps,
         {raw, days_between(from, raw), StepKind::Period, part.code, part.row_from(from), raw, part.law_from(from)});
    tell(steps,
         {last, days_between(raw, last), StepKind::Rolls, part.code, part.row_from(from), raw, rolling_law(period)});
    return last;
}

Date start_of_period(const Part& part, Date until, const WorkCalendar& calendar, Steps* steps) {
    int fewest = part.period.count;
    if (part.less) fewest = std::min(fewest, part.less_period.count);
    Date day = add_days(until, -fewest);
    while (last_day(part.period_from(day), day, calendar) > until) day = add_days(day, -1);
    if (!steps) return day;
    const Period& period = part.period_from(day);
    const Date raw = add_days(until, -period.count);
    tell(steps, {raw, -period.count, StepKind::Period, part.code, part.row_from(day), raw, part.law_from(day)});
    tell(steps, {day, days_between(raw, day), StepKind::Rolls, part.code, part.row_from(day),
                 last_day(period, raw, calendar), rolling_law(period)});
    return day;
}

// ---- work: closed days do not count ---------------------------------------------------------------------------------

Date work_of(const Part& part, Date day, int direction, const Agenda& agenda, Steps* steps) {
    const auto closed = [&](int days) {
        const Date other = add_days(day, direction * days);
        return direction > 0 ? agenda.closed_days(day, other) : agenda.closed_days(other, day);
    };
    int in_all = part.days, idle = 0;
    for (int found = closed(in_all); found != idle; found = closed(in_all)) {
        idle = found;
        in_all = part.days + idle;
    }
    tell(steps, {add_days(day, direction * part.days), direction * part.days, StepKind::Lead, part.code, nullptr, day});
    tell(steps, {add_days(day, direction * in_all), direction * idle, StepKind::Closed, part.code, nullptr, day});
    return add_days(day, direction * in_all);
}

Date moved(Date day, DayKind kind, int direction, const Agenda& agenda, Steps* steps) {
    const auto seek = [&](Date from, DayKind wanted) {
        return direction > 0 ? agenda.earliest(from, wanted) : agenda.latest(from, wanted);
    };
    if (kind == DayKind::Any) return day;
    const Date open = seek(day, DayKind::Open);
    tell(steps,
         {open, days_between(day, open), agenda.is_closed(day) ? StepKind::Closed : StepKind::Rest, "", nullptr, day});
    if (kind == DayKind::Open) return open;
    const Date meeting = seek(open, kind);
    tell(steps, {meeting, days_between(open, meeting), StepKind::Meeting, "", nullptr, open});
    return meeting;
}

// ---- the shorter period after a prior notice ------------------------------------------------------------------------

bool has_shorter(const Link& link) {
    return std::any_of(link.parts.begin(), link.parts.end(), [](const Part& part) { return part.less != nullptr; });
}

Link without_shorter(Link link) {
    for (Part& part : link.parts) part.less = nullptr;
    return link;
}

Date end_of_parts(const Link& link, Date from, const Agenda& agenda, Steps* steps) {
    Date day = from;
    for (const Part& part : link.parts) day = end_of(part, day, agenda, steps);
    return day;
}

}  // namespace

std::string_view code_of(StepKind kind) {
    constexpr std::string_view codes[] = {"given",    "from", "period",  "rolls", "lead", "closed",
                                          "next-day", "rest", "meeting", "bound", "slack"};
    return codes[static_cast<std::size_t>(kind)];
}

Chain chain_of(const Route& route, const ChainWish& wish, const Circumstances& around, std::vector<Finding>* findings,
               const Chain* like) {
    return ChainBuilder(wish, around, findings, like).chain(route);
}

std::string articles_of(const Link& link, Date before) {
    std::string articles;
    for (const Part& part : link.parts) {
        if (part.law.empty() || part.kind == PartKind::Lead) continue;
        add_law(articles, part.kind == PartKind::Period ? part.law_from(before) : part.law);
    }
    return articles;
}

Date end_of(const Part& part, Date from, const Agenda& agenda, Steps* steps) {
    switch (part.kind) {
        case PartKind::Period:
            return end_of_period(part, from, agenda.calendar(), steps);
        case PartKind::Lead:
            return work_of(part, from, 1, agenda, steps);
        case PartKind::NextDay:
            break;
    }
    const Date next = add_days(from, part.days);
    tell(steps, {next, part.days, StepKind::NextDay, part.code, part.row, from, part.law});
    return next;
}

Date start_of(const Part& part, Date until, const Agenda& agenda, Steps* steps) {
    switch (part.kind) {
        case PartKind::Period:
            return start_of_period(part, until, agenda.calendar(), steps);
        case PartKind::Lead:
            return work_of(part, until, -1, agenda, steps);
        case PartKind::NextDay:
            break;
    }
    const Date before = add_days(until, -part.days);
    tell(steps, {before, -part.days, StepKind::NextDay, part.code, part.row, until, part.law});
    return before;
}

Date within(const std::vector<Part>& parts, Date from, const Agenda& agenda, const Circumstances& around,
            Steps* steps) {
    const WorkCalendar calendar(around.law.equated, counted_with(parts.back().period));
    const Agenda counting(calendar, around.policy);
    Date by = from;
    for (const Part& part : parts) by = end_of(part, by, counting, steps);
    const Date open = agenda.latest(by, DayKind::Open);
    if (open <= from) return by;
    tell(steps,
         {open, days_between(by, open), agenda.is_closed(by) ? StepKind::Closed : StepKind::Rest, "", nullptr, by});
    return open;
}

Date next_of(const Link& link, Date before, const Agenda& agenda, Steps* steps) {
    return moved(end_of_parts(link, before, agenda, steps), link.day, 1, agenda, steps);
}

// The first day of the window of a prior notice may be one that will not do. The day before it that does lies outside
// the window, where the longer period applies; then that one is counted, as on every day before.
Date previous_of(const Link& link, Date at, DayKind kind, const Agenda& agenda, Steps* steps) {
    const auto begun = steps ? static_cast<std::ptrdiff_t>(steps->size()) : 0;
    Date day = at;
    for (auto part = link.parts.rbegin(); part != link.parts.rend(); ++part) day = start_of(*part, day, agenda, steps);
    day = moved(day, kind, -1, agenda, steps);
    if (!has_shorter(link) || end_of_parts(link, day, agenda, nullptr) <= at) return day;
    if (steps) steps->erase(steps->begin() + begun, steps->end());
    return previous_of(without_shorter(link), at, kind, agenda, steps);
}

}  // namespace mvoi::domain::planning
