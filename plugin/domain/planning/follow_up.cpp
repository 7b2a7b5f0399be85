// SPDX-License-Identifier: EUPL-1.2
#include "domain/planning/follow_up.hpp"

#include "domain/calendar/days.hpp"

namespace mvoi::domain::planning {
namespace {

constexpr int months_ahead = 6;  // about when the next tender is published: a day to begin the sum with

PlannedDate on(Date day, Certainty certainty) {
    PlannedDate date = period_of(day, Precision::Day);
    date.certainty = certainty;
    return date;
}

// The tender that would follow, as far as the contract tells.
Tender successor_of(const Contract& contract) {
    Tender tender;
    tender.organisation = contract.organisation;
    tender.kind = contract.kind;
    tender.cpv = contract.cpv;
    tender.product_group = contract.product_group;
    tender.value = {contract.value_cents, contract.value_cents};
    tender.started_on = contract.as_of;
    return tender;
}

}  // namespace

std::optional<Running> running(const contract::Term& term, const contract::Course& course) {
    if (!course.end) return std::nullopt;
    Running running{course.end->day, std::nullopt,
                    !term.lacks(contract::TermPart::Renewal) && !term.lacks(contract::TermPart::NoticeGiven)};
    if (course.holds_until && !term.notice_given && course.notice && !course.notice_past)
        running.notice_by = course.notice->day;
    return running;
}

void follow(const Running& running, Tender& tender) {
    tender.planning.emplace("einde-huidig-contract", on(running.end, Certainty::Expected));
    if (running.notice_by)
        tender.planning.emplace("opzegging",
                                on(*running.notice_by, running.renewal_known ? Certainty::Fixed : Certainty::Expected));
}

std::map<std::string, PlannedDate> follow_up_of(const Contract& contract, const contract::Course& course,
                                                const Circumstances& around) {
    const auto ends = running(contract.term, course);
    if (contract.follow_up != "nieuwe-aanbesteding" || contract.ended || !ends) return {};
    Tender tender = successor_of(contract);
    follow(*ends, tender);
    // Of a day that depends on the contract alone: whoever asks, and whenever, gets the same dates.
    const TenderPlan plan = plan_of_tender(tender, {}, around, calendar::add_months(ends->end, -months_ahead), false);
    const bool may_go_on = course.holds_until || course.option || course.renew_by || !contract.term.unknown.empty();
    const bool guessed = !plan.usual || plan.placed.position == calendar::Position::Unknown;
    const Certainty certainty = may_go_on || guessed ? Certainty::Uncertain : Certainty::Expected;
    std::map<std::string, PlannedDate> dates;
    for (const PlanMilestone& each : plan.plan.milestones) {
        if (each.code == "voorbereiding") dates["vervolg-voorbereiding"] = on(each.day, certainty);
        if (each.code == "publicatie" || each.code == "uitnodiging")
            dates.emplace("vervolg-publicatie", on(each.day, certainty));
    }
    return dates;
}

std::optional<Endless> endless(const contract::Term& term, const contract::Course& course) {
    if (!is_indefinite(course) || !term.notice) return std::nullopt;
    return Endless{*term.notice, course.minimum_end ? std::optional(course.minimum_end->day) : std::nullopt,
                   term.start};
}

std::vector<Finding> not_recorded(const contract::Term& term, const contract::Course& course,
                                  std::optional<Date> latest_start) {
    std::vector<Finding> findings;
    const auto say = [&](const char* rule, std::map<std::string, std::string> words = {}) {
        findings.push_back({rule, Severity::Warning, "/contract", std::move(words), ""});
    };
    if (course.end_unknown) say("plan-end-unknown");
    if (term.lacks(contract::TermPart::NoticeGiven) && course.renewals > 0 && course.end)
        say("plan-notice-given-unknown", {{"end", to_text(course.end->day)}});
    if (term.lacks(contract::TermPart::Renewal) && course.holds_until && !term.notice_given) {
        const char* rule = !course.notice        ? "plan-renewal-unknown"
                           : !course.notice_past ? "plan-renewal-unknown-notice"
                                                 : "plan-renewal-unknown-passed";
        say(rule, {{"end", to_text(course.end->day)}, {"date", course.notice ? to_text(course.notice->day) : ""}});
    }
    if (!term.notice && !term.notice_given && is_open_without_notice(term, course)) say("plan-notice-unknown");
    const bool option = course.option && !course.option->past && course.option->decide_by.is_bound;
    const bool renewal = course.renew_by && !course.renew_past && course.renew_by->is_bound;
    if ((option || renewal) && latest_start) say("plan-decision-unknown", {{"start", to_text(*latest_start)}});
    return findings;
}

std::vector<Finding> decided_too_late(const contract::Course& course, Date latest_start) {
    std::vector<Finding> findings;
    const auto compare = [&](const char* rule, const contract::Reckoned& by) {
        const Date decided = by.day;
        if (!by.is_bound && decided > latest_start)
            findings.push_back({rule,
                                Severity::Warning,
                                "/contract",
                                {{"date", to_text(decided)}, {"start", to_text(latest_start)}},
                                ""});
    };
    if (course.option && !course.option->past) compare("plan-option-late", course.option->decide_by);
    if (course.renew_by && !course.renew_past) compare("plan-renewal-late", *course.renew_by);
    return findings;
}

}  // namespace mvoi::domain::planning
