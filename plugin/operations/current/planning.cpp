// SPDX-License-Identifier: EUPL-1.2
#include "operations/current/planning.hpp"

#include "domain/contract/milestones.hpp"
#include "domain/planning/follow_up.hpp"
#include "json/rules/calendar.hpp"
#include "render/calendar/ical.hpp"
#include "render/sentences.hpp"
#include "store/tables/contracts.hpp"

namespace mvoi::operations {
namespace {

using namespace domain::planning;

// The plan of a tender, counted again as of the day on which it was adopted, under the policy that was known then and
// by what was asked then. Nothing: it cannot be, as the rules know no such route any more.
std::optional<RecountedTender> counted_again(const Call& call, store::Connection& connection, Policies& policies,
                                             Current current) {
    const domain::PlanMark mark = *current.tender.plan;
    const std::int64_t adopted = mark.entry == 0 ? current.entry : mark.entry;
    const std::int64_t asked = mark.asked == 0 ? adopted : mark.asked;
    const auto held = store::journal_entry(connection, adopted);
    const auto request = asked == adopted ? held : store::journal_entry(connection, asked);
    if (!held || !held->facts.tender || !request || held->facts.tender->kind.empty()) return std::nullopt;
    const auto policy = policies.known(held->facts.tender->organisation, held->today, held->seq);
    Terms terms = plan_terms(request->request);
    if (!current.tender.predecessor.empty())
        if (const auto before = contract_by_uuid(call, connection, current.tender.predecessor))
            terms.endless = endless(before->contract.term, course_of(before->contract, held->today));
    try {
        TenderPlan plan =
            plan_of_tender(*held->facts.tender, terms, call.book().circumstances(policy.get()), held->today, false);
        auto rows = recounted(current.tender, plan.plan, call.today());
        return RecountedTender{std::move(current), std::move(plan.plan), asked, std::move(rows)};
    } catch (const domain::Refusal&) {
        return std::nullopt;
    }
}

std::string day_shown(const Call& call, const std::optional<domain::PlannedDate>& date) {
    if (!date) return {};
    const std::string language = call.language() == domain::Language::Dutch ? "nl" : "en";
    std::string text = render::period_in_words(*date, language);
    if (date->certainty == domain::Certainty::Uncertain)
        text += " (" + render::sentence(call.language(), "label.certainty.onzeker", {}) + ")";
    return text;
}

}  // namespace

Terms plan_terms(const json::Value& request) {
    Terms terms;
    if (request.find("social")) terms.social = request.boolean_or("social", false);
    terms.concession = request.boolean_or("concession", false);
    if (const json::Value* given = request.find("conditions")) {
        terms.conditions = json::conditions_from(*given);
        if (!given->find("elektronisch")) terms.conditions.true_ones.insert("elektronisch");
    }
    terms.closes_at_midnight = request.text_or("closingTime") == "24:00";
    if (request.find("direction"))
        terms.direction = request.text_or("direction") == "forward" ? domain::planning::Direction::Forward
                                                                    : domain::planning::Direction::Backward;
    terms.notice_by = domain::parse_date(request.text_or("noticeBy"));
    if (request.find("board")) terms.board = request.boolean_or("board", false);
    return terms;
}

std::vector<RecountedTender> recounted_tenders(const Call& call, store::Connection& connection,
                                               const std::string& organisation) {
    Policies policies(call, connection);
    std::vector<RecountedTender> all;
    for (store::Placed& each : store::tenders_planned_otherwise(connection, organisation, call.rules().edition())) {
        Current current = tender_from(policies, std::move(each));
        if (has_lapsed(current.tender, call.today())) continue;
        auto again = counted_again(call, connection, policies, std::move(current));
        if (again && !again->rows.empty()) all.push_back(std::move(*again));
    }
    return all;
}

std::vector<RecountedContract> recounted_contracts(const Call& call, store::Connection& connection,
                                                   const std::string& organisation) {
    Policies policies(call, connection);
    std::vector<RecountedContract> all;
    for (store::Placed& each :
         store::contracts_counted_otherwise(connection, organisation, call.rules().edition(), call.today())) {
        CurrentContract current = held_contract(std::move(each));
        const auto policy = policies.known(organisation, current.contract.as_of, current.entry);
        auto rows = recounted(current.contract, call.today(), call.rules(), call.book().circumstances(policy.get()));
        if (!rows.empty()) all.push_back({std::move(current), policy, std::move(rows)});
    }
    return all;
}

std::string recount_sentence(const Call& call, const domain::Recounted& row) {
    const bool same_day =
        row.before && row.now && row.before->first == row.now->first && row.before->last == row.now->last;
    const char* rule = !row.before ? "recount.new"
                       : !row.now  ? "recount.gone"
                       : same_day  ? "recount.certainty"
                                   : "recount.moved";
    return render::sentence(call.language(), rule,
                            {{"milestone", call.rules().label("milestones", row.code, call.language())},
                             {"before", day_shown(call, row.before)},
                             {"now", day_shown(call, row.now)},
                             {"law", row.law.empty() ? call.rules().edition() : row.law}});
}

void write_recounted(const Call& call, json::Out& out, const domain::Recounted& row) {
    out.object([&] {
        out.member("code", row.code);
        out.member("label", call.rules().label("milestones", row.code, call.language()));
        if (row.before) out.member("before", domain::to_text(*row.before));
        if (row.now) out.member("now", domain::to_text(*row.now));
        if (row.now) out.member("certainty", code_of(row.now->certainty));
        out.member_if("law", row.law);
        out.member("sentence", recount_sentence(call, row));
    });
}

}  // namespace mvoi::operations
