// SPDX-License-Identifier: EUPL-1.2
#include "domain/planning/plan.hpp"

#include <algorithm>
#include <set>

#include "domain/calendar/days.hpp"
#include "domain/planning/dates.hpp"
#include "domain/refusal.hpp"
#include "domain/words.hpp"

namespace mvoi::domain::planning {
namespace {

using calendar::WorkCalendar;

constexpr int levels[] = {3, 2, 1};

const Route& route_of(const std::string& procedure, const PlanningRules& rules) {
    if (const Route* route = rules.route(procedure)) return *route;
    const std::string accepted = joined(rules.routes, &Route::procedure);
    throw Refusal(No::Invalid, Fault{"/procedure", "plan.no-route", {{"value", procedure}, {"accepted", accepted}}});
}

// The part between a link and the next that says: not on its last day, but from the next day on.
const Part* waits_after(const Chain& chain, std::size_t link) {
    if (link + 1 == chain.size()) return nullptr;
    for (const Part& part : chain[link + 1].parts)
        if (part.kind == PartKind::NextDay && part.row && part.row->acts_after) return &part;
    return nullptr;
}

// A running contract that renews itself is only stopped when it is certain who comes next: when the standstill is over,
// or where there is none, when the award is decided. The standstill runs until midnight (Aanbestedingswet 2012, art.
// 2.127, 2.131), so it ends before the last day of notice.
std::optional<Bound> bound_of(const Chain& chain, std::optional<Date> notice_by) {
    if (!notice_by) return std::nullopt;
    std::optional<Bound> bound;
    for (std::size_t i = 0; i < chain.size(); ++i)
        if (chain[i].milestone == "gunningsbeslissing" || chain[i].milestone == "einde-opschortende-termijn")
            bound = Bound{i, *notice_by, "opzegging", waits_after(chain, i)};
    return bound;
}

Precision vaguest(const Anchors& anchors) {
    Precision precision = Precision::Day;
    for (const auto& anchor : anchors)
        if (anchor) precision = std::max(precision, anchor->precision);
    return precision;
}

class PlanBuilder {
  public:
    PlanBuilder(const Wish& wish, const Circumstances& around)
        : wish_(wish),
          around_(around),
          calendar_(around.law.equated),
          agenda_(calendar_, around.policy),
          route_(route_of(wish.chain.work.procedure, around.rules)) {}

    Plan plan() {
        plan_.procedure = route_.procedure;
        plan_.notice_by = wish_.notice_by;
        for (const std::string& finding : route_.findings) say(finding, Severity::Information);
        prepare();
        lay_milestones();
        say_what_is_too_short();
        if (has_end()) look_back();
        say_what_was_assumed();
        say_what_is_not_known();
        in_order_of_time();
        return std::move(plan_);
    }

    Date dispatch_day() {
        prepare();
        lay_milestones();
        return dispatch_of(plan_, wish_.today);
    }

    std::optional<Date> latest_start(int level) {
        ChainWish wish = wish_.chain;
        wish.work.level = level;
        return start_of_chain(chain_of(route_, wish, around_, nullptr), agenda_, nullptr);
    }

  private:
    void prepare() {
        chain_ = chain_of(route_, wish_.chain, around_, &plan_.findings);
        anchors_ = anchors_of(chain_, wish_.given);
        bound_ = bound_of(chain_, wish_.notice_by);
        start_from_today_if_need_be();
        plan_.direction = wish_.direction.value_or(has_end() ? Direction::Backward : Direction::Forward);
    }
    bool has_end() const {
        return std::any_of(anchors_.begin() + 1, anchors_.end(), [](const auto& a) { return a.has_value(); });
    }

    void say(const std::string& rule, Severity severity, std::map<std::string, std::string> words = {},
             const std::string& member = "") {
        plan_.findings.push_back({rule, severity, member, std::move(words), ""});
    }

    void start_from_today_if_need_be() {
        if (any(anchors_)) return;
        PlannedDate today;
        today.precision = Precision::Day;
        today.first = today.last = agenda_.earliest(wish_.today, DayKind::Open);
        anchors_[0] = today;
        say("plan-from-today", Severity::Information, {{"date", to_text(*today.first)}});
    }

    // ---- milestones -------------------------------------------------------------------------------------------------

    void lay_milestones() {
        std::vector<Steps> steps;
        const std::vector<Date> days = dates_of(chain_, anchors_, bound_, plan_.direction, agenda_, &steps);
        const Precision vague = vaguest(anchors_);
        for (std::size_t i = 0; i < chain_.size(); ++i) {
            for (const auto& [milestone, part] : chain_[i].before)
                plan_.milestones.push_back(done_before(milestone, part, chain_[i].milestone, days[i], vague));
            plan_.milestones.push_back({chain_[i].milestone, days[i], anchors_[i] ? anchors_[i]->precision : vague,
                                        anchors_[i].has_value(), std::move(steps[i]),
                                        i > 0 ? articles_of(chain_[i], days[i - 1]) : ""});
            for (const auto& [milestone, parts] : chain_[i].after)
                plan_.milestones.push_back(done_within(milestone, parts, chain_[i].milestone, days[i], vague));
            if (wish_.follows_on && chain_[i].milestone == "contractstart")
                tell_what_it_follows(plan_.milestones.back());
            for (const Part& part : chain_[i].parts)
                if (part.kind == PartKind::Lead) plan_.used.emplace_back(chain_[i].milestone, part);
        }
    }

    // The next contract starts the day after the running one: that date was counted, not given.
    void tell_what_it_follows(PlanMilestone& start) const {
        const Date end = *wish_.follows_on;
        start.given = false;
        start.steps = {{end, 0, StepKind::From, "einde-huidig-contract", nullptr, end},
                       {start.day, static_cast<int>((start.day - end).days()), StepKind::NextDay,
                        "einde-huidig-contract", nullptr, end}};
    }

    // Counted back a period does not roll; what falls on a rest day is done before it, not after.
    PlanMilestone done_before(std::string_view milestone, const Part& part, std::string_view of, Date day,
                              Precision precision) {
        PlanMilestone done{milestone, day, precision, false, {}, part.law};
        if (is_given(done)) return done;
        const Date by = calendar::add_days(day, -part.days);
        done.day = agenda_.latest(by, DayKind::Open);
        done.steps.push_back({day, 0, StepKind::From, of, nullptr, day});
        done.steps.push_back({by, -part.days, StepKind::Period, part.code, part.row, by, part.law});
        if (done.day != by)
            done.steps.push_back({done.day, static_cast<int>((done.day - by).days()), StepKind::Rest, "", nullptr, by});
        for (const std::string& rule : part.row->findings)
            plan_.findings.push_back({rule,
                                      Severity::Warning,
                                      "",
                                      {{"statutoryPeriod", part.row->code},
                                       {"date", to_text(by)},
                                       {"before", to_text(calendar::add_days(by, -1))}},
                                      part.row->source});
        return done;
    }

    PlanMilestone done_within(std::string_view milestone, const std::vector<Part>& parts, std::string_view of, Date day,
                              Precision precision) {
        PlanMilestone done{milestone, day, precision, false, {}, parts.back().law};
        if (is_given(done)) return done;
        done.steps.push_back({day, 0, StepKind::From, of, nullptr, day});
        done.day = within(parts, day, agenda_, around_, &done.steps);
        return done;
    }

    bool is_given(PlanMilestone& done) const {
        const auto given = wish_.given.find(std::string(done.code));
        if (given == wish_.given.end() || !given->second.first) return false;
        done.day = *given->second.first;
        done.given = true;
        done.precision = given->second.precision;
        done.steps.push_back({done.day, 0, StepKind::Given, done.code, nullptr, done.day});
        return true;
    }

    void say_what_is_too_short() {
        auto findings = too_short(chain_, anchors_, agenda_);
        plan_.findings.insert(plan_.findings.end(), findings.begin(), findings.end());
        if (!bound_) return;
        for (const PlanMilestone& each : plan_.milestones)
            if (each.code == chain_[bound_->link].milestone && each.day > bound_->last(agenda_, nullptr))
                say(wish_.renews_tacitly ? "plan-after-notice" : "plan-after-notice-day", Severity::Warning,
                    {{"milestone", std::string(each.code)}, {"date", to_text(each.day)}, {"by", to_text(bound_->by)}});
    }

    // ---- looking back from the end ----------------------------------------------------------------------------------

    // The latest start of a chain, were the start itself not given.
    std::optional<Date> start_of_chain(const Chain& chain, const Agenda& agenda, std::vector<Steps>* steps) const {
        Anchors anchors = anchors_of(chain, wish_.given);
        anchors[0].reset();
        if (!any(anchors)) return std::nullopt;
        return dates_of(chain, anchors, bound_of(chain, wish_.notice_by), Direction::Backward, agenda, steps).front();
    }

    void look_back() {
        std::vector<Steps> steps;
        plan_.latest_start = start_of_chain(chain_, agenda_, &steps);
        if (!plan_.latest_start) return;
        if (anchors_[0])
            plan_.start = PlanMilestone{chain_.front().milestone, *plan_.latest_start, vaguest(anchors_), false,
                                        std::move(steps.front())};
        look_at_levels();
        look_for_time();
        const Date begins = anchors_[0] ? *anchors_[0]->first : wish_.today;
        if (*plan_.latest_start >= begins) return;
        const Date start = agenda_.earliest(begins, DayKind::Open);
        Date day = start;
        for (std::size_t i = 1; i < chain_.size(); ++i) day = next_of(chain_[i], day, agenda_, nullptr);
        plan_.start_contract_if_begun_today = day;
        say(anchors_[0] ? "plan-start-too-late" : "plan-start-passed", Severity::Warning,
            {{"date", to_text(*plan_.latest_start)},
             {"begun", to_text(start)},
             {"days", std::to_string((begins - *plan_.latest_start).days())},
             {"count", std::to_string((begins - *plan_.latest_start).days())},
             {"unit", "days"},
             {"milestone", std::string(chain_.back().milestone)},
             {"earliest", to_text(day)}});
    }

    void look_at_levels() {
        ChainWish wish = wish_.chain;
        for (const int level : levels) {
            wish.work.level = level;
            const Chain chain =
                level == wish_.chain.work.level ? chain_ : chain_of(route_, wish, around_, nullptr, &chain_);
            if (const auto until = start_of_chain(chain, agenda_, nullptr)) plan_.window.push_back({level, *until, {}});
        }
        for (WindowRow& row : plan_.window) row.needs = needs_of(row.level);
    }

    std::vector<std::pair<std::string_view, int>> needs_of(int level) const {
        std::vector<std::pair<std::string_view, int>> needs;
        if (level == 1) return needs;
        Work work = wish_.chain.work, below = work;
        work.level = level;
        below.level = level - 1;
        for (const AssumedLead& each : around_.rules.leads) {
            const int days = lead_for(each.code, work, around_.policy, around_.rules).days;
            const int fewer = lead_for(each.code, below, around_.policy, around_.rules).days;
            if (days > fewer && is_on_the_way(each.code)) needs.emplace_back(each.code, days - fewer);
        }
        return needs;
    }

    bool is_on_the_way(const std::string& lead) const {
        return std::any_of(route_.legs.begin(), route_.legs.end(), [&](const RouteLeg& leg) {
            return std::any_of(leg.parts.begin(), leg.parts.end(),
                               [&](const RoutePart& part) { return part.lead == lead; });
        });
    }

    void gain(std::string_view what, int days, const Chain& chain, const Agenda& agenda) {
        const auto start = start_of_chain(chain, agenda, nullptr);
        if (start && *start > *plan_.latest_start)
            plan_.gains.push_back({what, days, static_cast<int>((*start - *plan_.latest_start).days())});
    }

    void look_for_time() {
        for (std::size_t i = 1; i < chain_.size(); ++i)
            for (std::size_t j = 0; j < chain_[i].parts.size(); ++j) {
                if (chain_[i].parts[j].kind != PartKind::Lead) continue;
                const int days = chain_[i].parts[j].days;
                chain_[i].parts[j].days = 0;
                gain(chain_[i].parts[j].code, days, chain_, agenda_);
                chain_[i].parts[j].days = days;
            }
        gain("gesloten-tijd", 0, chain_, agenda_.never_closed());
        if (wish_.chain.board) gain("tenderboard", 0, chain_, agenda_.always_meeting());
        std::stable_sort(plan_.gains.begin(), plan_.gains.end(),
                         [](const Gain& a, const Gain& b) { return a.later > b.later; });
    }

    // ---- what should be known when reading it -----------------------------------------------------------------------

    void say_what_was_assumed() {
        std::string assumed;
        std::set<std::string_view> named;  // the same work is done twice along some routes
        for (const auto& [milestone, part] : plan_.used)
            if (part.assumed && named.insert(part.code).second)
                assumed += (assumed.empty() ? "" : ", ") + std::string(part.code);
        if (!assumed.empty()) say("plan-assumed", Severity::Information, {{"parts", assumed}});
    }

    void say_what_is_not_known() {
        if (wish_.chain.board && !agenda_.knows_meetings()) say("plan-no-meetings", Severity::Information);
        if (vaguest(anchors_) != Precision::Day)
            say("plan-vague", Severity::Information, {{"precision", std::string(domain::code_of(vaguest(anchors_)))}});
        const calendar::EquatedDays& equated = around_.law.equated;
        const auto by_day = [](const PlanMilestone& a, const PlanMilestone& b) { return a.day < b.day; };
        const Date last = std::max_element(plan_.milestones.begin(), plan_.milestones.end(), by_day)->day;
        if (last > equated.known_to)
            plan_.findings.push_back({"plan-beyond-data",
                                      Severity::Information,
                                      "",
                                      {{"to", to_text(equated.known_to)}, {"date", to_text(last)}},
                                      "Algemene termijnenwet, art. 3 lid 3"});
    }

    // Dates that were given may contradict each other, and what must be done before a milestone may come early.
    void in_order_of_time() {
        std::stable_sort(plan_.milestones.begin(), plan_.milestones.end(),
                         [](const PlanMilestone& a, const PlanMilestone& b) { return a.day < b.day; });
    }

    const Wish& wish_;
    const Circumstances& around_;
    const WorkCalendar calendar_;
    const Agenda agenda_;
    const Route& route_;
    Chain chain_;
    Anchors anchors_;
    std::optional<Bound> bound_;
    Plan plan_;
};

}  // namespace

std::string_view code_of(Direction direction) {
    return direction == Direction::Backward ? "backward" : "forward";
}

Plan plan_of(const Wish& wish, const Circumstances& around) {
    return PlanBuilder(wish, around).plan();
}

Date dispatch_of(const Plan& plan, Date otherwise) {
    for (const std::string_view code : {"publicatie", "uitnodiging"})
        for (const PlanMilestone& each : plan.milestones)
            if (each.code == code) return each.day;
    return otherwise;
}

Date dispatch_day_of(const Wish& wish, const Circumstances& around) {
    return PlanBuilder(wish, around).dispatch_day();
}

std::optional<Date> latest_start_of(const Wish& wish, int level, const Circumstances& around) {
    return PlanBuilder(wish, around).latest_start(level);
}

int reachable_level(const std::vector<WindowRow>& window, Date today) {
    for (const WindowRow& row : window)
        if (today <= row.until) return row.level;
    return 0;
}

}  // namespace mvoi::domain::planning
