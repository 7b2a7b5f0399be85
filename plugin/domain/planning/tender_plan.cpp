// SPDX-License-Identifier: EUPL-1.2
#include "domain/planning/tender_plan.hpp"

#include <algorithm>
#include <set>

#include "domain/calendar/days.hpp"
#include "domain/contract/term.hpp"
#include "domain/decision/decide.hpp"
#include "domain/laws.hpp"
#include "domain/refusal.hpp"
#include "domain/review/review.hpp"

namespace mvoi::domain::planning {
namespace {

const char* const not_known = "onbekend";
constexpr const char* current_end = "einde-huidig-contract";
constexpr const char* start = "contractstart";

// The dates of a tender that people gave. A date that an earlier plan filled in is not among them: it is counted again.
std::map<std::string, PlannedDate> given_dates(const Tender& tender) {
    std::map<std::string, PlannedDate> given;
    for (const auto& [code, date] : tender.planning)
        if (!tender.plan || !tender.plan->computed.contains(code)) given[code] = date;
    // The next contract follows on the running one.
    if (const auto end = given.find(current_end); end != given.end() && end->second.last && !given.contains(start)) {
        PlannedDate next = end->second;  // "ends in the third quarter": to be there on the first day of it is safe
        if (next.precision == Precision::Day) next.first = next.last = calendar::add_days(*next.last, 1);
        given[start] = next;
    }
    return given;
}

int level_of(const Tender& tender, const Policy* policy) {
    if (tender.ambition) return *tender.ambition;
    return policy && policy->ambition ? *policy->ambition : 1;
}

bool goes_to_board(const Tender& tender, const Terms& terms, const Policy* policy, Date today) {
    if (terms.board) return *terms.board;
    return !reviewers_needed(tender, policy, today).empty();
}

// By the first of its CPV codes, which names the main object.
bool is_social(const Tender& tender, const calendar::CalendarLaw& law) {
    return tender.kind == "dienst" && !tender.cpv.empty() && law.social_services.contains(tender.cpv.front());
}

// A procedure that is planned when none is chosen.
struct Candidate {
    std::string procedure;
    bool usual = false;  // one does so with such a contract; false: nobody laid down what is usual
    bool operator==(const Candidate&) const = default;
};

// The contract start when the work begins on a day: longer is later.
Date start_along(const std::string& procedure, Wish wish, const Circumstances& around) {
    wish.chain.work.procedure = procedure;
    wish.given = {{"voorbereiding", period_of(wish.today, Precision::Day)}};
    wish.direction = Direction::Forward;
    wish.notice_by.reset();
    Date day = wish.today;
    for (const PlanMilestone& each : plan_of(wish, around).milestones)
        if (each.code == start) day = each.day;
    return day;
}

// The first that is usual and of which a route is known; while it is not known on which side of the threshold the value
// is, what is usual above it. Where policy says nothing about national procedures, none is usual: then the one that
// takes the most time, of two alike the heavier, so that nobody begins too late.
Candidate candidate_of(const calendar::ThresholdPlacement& placed, const Wish& wish, const Circumstances& around) {
    for (const calendar::Advice& advice : placed.procedures)
        if (advice.usual.value_or(false) && around.rules.route(advice.procedure))
            return {advice.procedure, placed.usual(advice).value_or(false)};
    Candidate longest{"openbaar", false};
    std::optional<Date> latest;
    for (const calendar::Advice& advice : placed.procedures) {
        if (advice.reason != "threshold.below" || !around.rules.route(advice.procedure)) continue;
        const Date day = start_along(advice.procedure, wish, around);
        if (latest && day < *latest) continue;
        latest = day;
        longest.procedure = advice.procedure;
    }
    return longest;
}

// The candidate for a tender, and the day whose thresholds it was held against.
struct Settled {
    Candidate candidate;
    Date dispatched{2000, 1, 1};
    calendar::ThresholdPlacement placed;
    std::optional<Date> otherwise;  // the day of dispatch along a national procedure, on which it would not be one
};

// The usual procedure depends on the threshold of the day of dispatch, and that day on the procedure. Where the two
// turn around each other, the European procedure: it is lawful on either side.
Settled settled(const Tender& tender, const Terms& terms, Wish wish, const Circumstances& around) {
    const auto at = [&](Date day) {
        Settled found;
        found.dispatched = day;
        found.placed = placed_of(tender, terms, around, day);
        found.candidate = candidate_of(found.placed, wish, around);
        return found;
    };
    const auto sent = wish.given.find("publicatie");
    Settled now = at(sent != wish.given.end() && sent->second.first ? *sent->second.first : wish.today);
    std::vector<Settled> before;
    for (;;) {
        wish.chain.work.procedure = now.candidate.procedure;
        const Date day = dispatch_day_of(wish, around);
        if (day == now.dispatched) return now;
        Settled next = at(day);
        if (next.candidate == now.candidate) return next;
        before.push_back(std::move(now));
        for (const Settled& earlier : before)
            if (earlier.candidate == next.candidate) {
                const Settled& european = next.placed.position == calendar::Position::Below ? before.back() : next;
                Settled result = european;
                wish.chain.work.procedure = european.candidate.procedure;
                result.dispatched = dispatch_day_of(wish, around);
                result.placed = placed_of(tender, terms, around, result.dispatched);
                result.otherwise = european.dispatched;
                return result;
            }
        now = std::move(next);
    }
}

// A finding about a threshold, of which the members are those of the request for a threshold alone.
void add_to_plan(calendar::ThresholdPlacement& placed) {
    for (Finding& finding : placed.findings) {
        if (finding.member == "/date") finding.member = "/planning/publication";
        if (finding.member == "/valueCents") finding.member = "/estimatedValueCents";
        if (finding.member == "/thresholds") finding.member = "";
    }
}

bool has_end(const Wish& wish) {
    return std::any_of(wish.given.begin(), wish.given.end(), [](const auto& each) {
        return each.second.first && each.first != "voorbereiding" && each.first != current_end;
    });
}

// The day on which a running contract without an end is given notice, and the day on which it then ends.
struct Stop {
    Date notice_by, end;
};

// For the next one to start on a day. Nobody gives notice of a contract before it begins, nor before it is certain who
// comes next: then the contract ends later.
//   certain  nothing: the plan is bound by the day of notice, and not the other way round
Stop stop_for(Date next_start, const Endless& endless, std::optional<Date> certain) {
    Date end = calendar::add_days(next_start, -1);
    if (endless.minimum_end) end = std::max(end, *endless.minimum_end);
    const Date first = std::max(endless.start, certain.value_or(endless.start));
    const Date notice_by = contract::last_notice_day(end, endless.notice);
    if (first <= notice_by) return {notice_by, end};
    return {first, std::max(end, contract::end_after_notice(first, endless.notice))};
}

// The first day on which it is certain who comes next; nothing: the route has no award.
std::optional<Date> certain_in(const Plan& plan) {
    std::optional<Date> certain;
    for (const PlanMilestone& each : plan.milestones) {
        if (each.code == "gunningsbeslissing") certain = std::max(certain.value_or(each.day), each.day);
        if (each.code == "einde-opschortende-termijn") certain = calendar::add_days(each.day, 1);
    }
    return certain;
}

// The start of the contract of a plan; nothing: its route does not lead there.
std::optional<Date> start_in(const Plan& plan) {
    for (const PlanMilestone& each : plan.milestones)
        if (each.code == start) return each.day;
    return std::nullopt;
}

// By when the running contract must be stopped, and what that leaves open.
void tell_notice(const Terms& terms, Plan& plan) {
    const auto next = start_in(plan);
    if (!terms.endless || !next) return;
    const Stop stop = stop_for(*next, *terms.endless, plan.notice_by ? std::nullopt : certain_in(plan));
    if (!plan.notice_by) plan.notice_by = stop.notice_by;
    const Date end = stop.end;
    plan.findings.push_back({"plan-notice-day",
                             Severity::Information,
                             "/contract",
                             {{"date", to_text(*plan.notice_by)}, {"end", to_text(end)}, {"start", to_text(*next)}},
                             "Burgerlijk Wetboek Boek 3, art. 37 lid 3"});
    if (end < *next) return;
    const auto& minimum = terms.endless->minimum_end;
    plan.findings.push_back({minimum && *minimum == end ? "plan-minimum-overlaps" : "plan-notice-overlaps",
                             Severity::Warning,
                             "/contract",
                             {{"date", to_text(*plan.notice_by)}, {"end", to_text(end)}, {"start", to_text(*next)}},
                             ""});
}

}  // namespace

Wish wish_of(const Tender& tender, const Terms& terms, const Policy* policy, Date today) {
    Wish wish;
    wish.chain.work = {tender.procedure, tender.kind, level_of(tender, policy)};
    wish.chain.conditions = terms.conditions;
    wish.chain.closes_at_midnight = terms.closes_at_midnight;
    wish.chain.board = goes_to_board(tender, terms, policy, today);
    wish.given = given_dates(tender);
    if (!tender.planning.contains(start) || (tender.plan && tender.plan->computed.contains(start)))
        if (const auto end = wish.given.find(current_end);
            end != wish.given.end() && end->second.precision == Precision::Day)
            wish.follows_on = end->second.last;
    wish.direction = terms.direction;
    wish.notice_by = terms.notice_by;
    wish.renews_tacitly = terms.tacit.value_or(terms.notice_by.has_value());
    const auto notice = tender.planning.find("opzegging");
    if (!wish.notice_by && notice != tender.planning.end() && tender.planning.contains(current_end))
        wish.notice_by = notice->second.first;
    const auto next = wish.given.find(start);
    if (terms.endless && !wish.notice_by && next != wish.given.end() && next->second.first)
        wish.notice_by = stop_for(*next->second.first, *terms.endless, std::nullopt).notice_by;
    wish.today = today;
    return wish;
}

calendar::ThresholdPlacement placed_of(const Tender& tender, const Terms& terms, const Circumstances& around,
                                       Date dispatched) {
    calendar::Purchase contract;
    contract.authority = around.policy && !around.policy->authority.empty() ? around.policy->authority : "decentraal";
    contract.kind = tender.kind;
    contract.social = terms.social.value_or(is_social(tender, around.law));
    contract.concession = terms.concession || (tender.procedure == "concessie" && tender.kind != "levering");
    contract.day = dispatched;
    contract.value_cents = value_of(tender);
    if (around.policy) {
        contract.several_from_cents = around.policy->thresholds.several.of(tender.kind);
        contract.national_from_cents = around.policy->thresholds.national.of(tender.kind);
    }
    return calendar::place(around.law.thresholds, contract);
}

std::optional<std::int64_t> value_of(const Tender& tender) {
    std::int64_t lots = 0;
    for (const Lot& lot : tender.lots) lots += lot.value_cents.value_or(0);
    if (!tender.value.high_cents) return lots > 0 ? std::optional(lots) : std::nullopt;
    return std::max(*tender.value.high_cents, lots);
}

namespace {

// With which procedure was counted when none is chosen, and how sure that is.
template <typename Say>
void say_what_was_assumed(const TenderPlan& result, Say say) {
    if (result.usual)
        say("plan-procedure-not-chosen", Severity::Information, {});
    else if (result.placed.position == calendar::Position::Unknown)
        say("plan-procedure-either", Severity::Warning, {}, "Aanbestedingswet 2012, art. 1.4 lid 1");
    else
        say("plan-procedure-assumed", Severity::Warning, {},
            "Aanbestedingswet 2012, art. 1.4 lid 1; Gids proportionaliteit, voorschrift 3.4 A");
}

void say_what_was_planned(const Tender& tender, const Terms& terms, const Circumstances& around, const Settled& found,
                          TenderPlan& result) {
    const auto say = [&](const char* rule, Severity severity, std::map<std::string, std::string> words,
                         const char* source = "") {
        words.emplace("procedure", result.plan.procedure);
        result.plan.findings.push_back({rule, severity, "/procedure", std::move(words), source});
    };
    if (!result.chosen)
        say_what_was_assumed(result, say);
    else if (const Route* route = around.rules.route(result.plan.procedure); route && route->within)
        say("plan-procedure-within", Severity::Information, {}, "Aanbestedingswet 2012, art. 2.139-2.149");
    else if (!result.reasoned)
        say("plan-procedure-elsewhere", Severity::Warning, {});
    if (found.otherwise)
        say("plan-threshold-turns", Severity::Warning,
            {{"date", to_text(result.dispatched)}, {"otherDate", to_text(*found.otherwise)}},
            "Aanbestedingswet 2012, art. 2.7 en 2.15 lid 1");
    if (result.plan.procedure == "concessie" && terms.social.value_or(is_social(tender, around.law)))
        say("plan-concession-social", Severity::Warning, {}, "Aanbestedingswet 2012, art. 2a.29 en 2a.33 lid 2");
}

}  // namespace

TenderPlan plan_of_tender(const Tender& tender, const Terms& terms, const Circumstances& around, Date today,
                          bool with_alternatives) {
    TenderPlan result;
    result.chosen = !tender.procedure.empty() && tender.procedure != not_known;
    Wish wish = wish_of(tender, terms, around.policy, today);
    Settled found;
    if (!result.chosen) {
        found = settled(tender, terms, wish, around);
        wish.chain.work.procedure = found.candidate.procedure;
    }
    result.usual = result.chosen || found.candidate.usual;
    result.plan = plan_of(wish, around);
    result.dispatched = dispatch_of(result.plan, today);
    result.placed = placed_of(tender, terms, around, result.dispatched);
    add_to_plan(result.placed);
    tell_notice(terms, result.plan);
    result.reasoned = std::any_of(result.placed.procedures.begin(), result.placed.procedures.end(),
                                  [&](const auto& each) { return each.procedure == result.plan.procedure; });
    say_what_was_planned(tender, terms, around, found, result);
    if (!with_alternatives) return result;
    for (const calendar::Advice& advice : result.placed.procedures) {
        if (!around.rules.route(advice.procedure)) continue;
        wish.chain.work.procedure = advice.procedure;
        result.alternatives.push_back(
            {advice, advice.procedure == result.plan.procedure ? result.plan : plan_of(wish, around)});
    }
    return result;
}

namespace {

// It lies behind the tender, or its day follows from what is on record.
bool is_settled(const Tender& tender, const std::string& code) {
    const auto planned = tender.planning.find(code);
    return std::any_of(tender.milestones.begin(), tender.milestones.end(), [&](const Milestone& each) {
        const bool as_planned = planned == tender.planning.end() || each.date == planned->second;
        return each.code == code && (each.status != MilestoneStatus::Planned || !as_planned);
    });
}

std::string laws_in(const Steps& steps) {
    std::string laws;
    for (const Step& step : steps) add_law(laws, step.law);
    return laws;
}

}  // namespace

std::vector<Recounted> recounted(const Tender& tender, const Plan& plan, Date today) {
    if (!tender.plan) return {};
    std::vector<Recounted> rows;
    const auto add = [&](Recounted row) {
        const bool same =
            row.before && row.now && row.before->first == row.now->first && row.before->precision == row.now->precision;
        if (!same && is_ahead(row, today)) rows.push_back(std::move(row));
    };
    std::set<std::string> laid;
    for (const PlanMilestone& each : plan.milestones) {
        const std::string code(each.code);
        laid.insert(code);
        const auto stands = tender.planning.find(code);
        const bool counted = tender.plan->computed.contains(code);
        if (each.given || is_settled(tender, code) || (stands != tender.planning.end() && !counted)) continue;
        std::optional<PlannedDate> before;
        if (stands != tender.planning.end()) before = stands->second;
        add({code, before, period_of(each.day, each.precision), laws_in(each.steps)});
    }
    for (const std::string& code : tender.plan->computed) {
        const auto stands = tender.planning.find(code);
        if (laid.contains(code) || code == "opzegging" || stands == tender.planning.end() || is_settled(tender, code))
            continue;
        add({code, stands->second, std::nullopt, ""});
    }
    return rows;
}

void take_recounted(const std::vector<Recounted>& rows, Tender& tender) {
    for (const Recounted& row : rows) {
        tender.planning.erase(row.code);
        if (tender.plan) tender.plan->computed.erase(row.code);
        if (!row.now) continue;
        tender.planning[row.code] = *row.now;
        if (tender.plan) tender.plan->computed.insert(row.code);
    }
}

std::optional<int> reachable_at_start(const Tender& tender, const Circumstances& around) {
    if (tender.kind.empty()) return std::nullopt;
    Wish wish = wish_of(tender, {}, around.policy, tender.started_on);
    if (!has_end(wish)) return std::nullopt;
    if (tender.procedure.empty() || tender.procedure == not_known)
        wish.chain.work.procedure = settled(tender, {}, wish, around).candidate.procedure;
    if (!around.rules.route(wish.chain.work.procedure)) return std::nullopt;
    wish.given.erase("voorbereiding");
    std::vector<WindowRow> window;
    for (const int level : {3, 2, 1}) {
        const auto until = latest_start_of(wish, level, around);
        if (!until) return std::nullopt;
        window.push_back({level, *until, {}});
    }
    return reachable_level(window, tender.started_on);
}

std::optional<Flag> late_start(const Tender& tender, const Circumstances& around, Date today) {
    std::vector<std::pair<std::string, int>> below;
    for (const Decision& decision : tender.decisions) {
        const auto* applied = std::get_if<Applied>(&decision.choice);
        const auto wanted = policy_level(around.policy, decision.theme, tender.product_group);
        if (applied && wanted && applied->level < *wanted) below.emplace_back(decision.theme, *wanted);
    }
    if (below.empty()) return std::nullopt;
    const auto reachable = reachable_at_start(tender, around);
    if (!reachable) return std::nullopt;
    Flag flag{"te-laat-begonnen", {}, today};
    for (const auto& [theme, wanted] : below)
        if (wanted > *reachable) flag.themes.push_back(theme);
    if (flag.themes.empty()) return std::nullopt;
    for (const Decision& decision : tender.decisions)
        if (std::find(flag.themes.begin(), flag.themes.end(), decision.theme) != flag.themes.end())
            flag.since = std::min(flag.since, decision.since);
    return flag;
}

}  // namespace mvoi::domain::planning
