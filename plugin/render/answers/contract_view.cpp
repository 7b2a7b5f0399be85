// SPDX-License-Identifier: EUPL-1.2
#include "render/answers/contract_view.hpp"

#include "domain/contract/evaluation.hpp"
#include "domain/contract/milestones.hpp"
#include "domain/phase.hpp"
#include "json/facts/form.hpp"
#include "render/answers/gate_view.hpp"
#include "render/answers/social_return_view.hpp"
#include "render/answers/step_view.hpp"
#include "render/answers/tender_view.hpp"

namespace mvoi::render {

using namespace domain;
using contract::Course;
using contract::Reckoned;

namespace {

// For an indefinite time, or not; of an end that is unknown nobody can say.
void write_ending(json::Out& out, const Course& course) {
    if (course.end_unknown)
        out.member("endUnknown", true);
    else
        out.member("indefinite", is_indefinite(course));
}

// A renewal that is reckoned with is no renewal that is known.
contract::Term as_known(contract::Term term) {
    term.renewal = term.known_renewal();
    return term;
}

class CourseWriter {
  public:
    CourseWriter(json::Out& out, const Rules& rules, Language language)
        : out_(out), rules_(rules), language_(language) {}

    void write(const Contract& contract, const Course& course, Date today) {
        out_.object("course", [&] {
            out_.member("on", to_text(today));
            out_.member_if("state", std::string(state_of(contract, course, today)));
            write_ending(out_, course);
            sum("end", course.end);
            if (counts_renewals(contract.term)) out_.member("renewals", course.renewals);
            sum("minimumEnd", course.minimum_end);
            sum("notice", course.notice, course.notice_past);
            sum("earliestEnd", course.earliest_end);
            sum("longestEnd", course.longest_end);
            if (course.option) option(*course.option);
            sum("renewBy", course.renew_by, course.renew_past);
            if (course.holds_until) out_.member("holdsUntil", to_text(*course.holds_until));
        });
    }

  private:
    void inside(const Reckoned& sum) {
        out_.member("date", to_text(sum.day));
        write_steps(out_, sum.steps, rules_, language_);
        if (sum.is_bound) out_.member("bound", true);
    }
    void sum(const char* name, const std::optional<Reckoned>& sum, const std::optional<bool>& past = std::nullopt) {
        if (!sum) return;
        out_.object(name, [&] {
            inside(*sum);
            out_.member_if("past", past);
        });
    }
    void option(const contract::OpenOption& option) {
        out_.object("option", [&] {
            out_.member("number", option.number);
            out_.member("months", option.months);
            inside(option.decide_by);
            out_.member("past", option.past);
        });
    }

    json::Out& out_;
    const Rules& rules_;
    const Language language_;
};

void write_suppliers(json::Out& out, const Contract& contract) {
    out.list("suppliers", contract.suppliers, [&](const Supplier& each) {
        out.object([&] {
            out.member("name", each.name);
            out.member_if("number", each.number);
        });
    });
}

void write_about(json::Out& out, const Contract& contract, const ContractContext& context) {
    out.member("contract", contract.id);
    out.member("revision", contract.revision);
    out.member("entry", context.entry);
    out.member("organisation", contract.organisation);
    out.member("reference", contract.reference);
    out.member("title", contract.title);
    out.member("kind", contract.kind);
    out.texts("cpv", contract.cpv);
    out.member_if("productGroup", contract.product_group);
    out.member_if("sector", contract.sector);
    out.member_if("tender", contract.tender);
    out.member_if("tenderReference", context.tender_reference);
    out.texts("lots", contract.lots);
    write_suppliers(out, contract);
    if (!contract.instruments.empty())
        out.list("instruments", contract.instruments,
                 [&](const measure::ContractInstrument& each) { json::write_json(out, each); });
    out.member_if("valueCents", contract.value_cents);
    out.object("people", [&] {
        for (const auto& [role, name] : contract.people) out.member(role, name);
    });
    out.member("followUp", contract.follow_up);
    out.member_if("predecessor", contract.predecessor);
    if (contract.signed_on) out.member("signedOn", to_text(*contract.signed_on));
    if (contract.evaluation) out.member("evaluation", to_text(*contract.evaluation));
    if (contract.ended)
        out.object("ended", [&] {
            out.member("on", to_text(contract.ended->on));
            out.member("reason", contract.ended->reason);
        });
    out.member_if("source", contract.source);
    out.name("term");
    json::write_json(out, as_known(contract.term));
}

contract::LastRated last_rated(const std::vector<PromiseShown>& promises) {
    contract::LastRated rated;
    for (const PromiseShown& each : promises)
        if (each.rating) rated.emplace(each.promise.number, each.rating->on);
    return rated;
}

}  // namespace

std::string_view state_of(const Contract& contract, const Course& course, Date today) {
    if (course.end && today > course.end->day) return "ended";
    if (course.end_unknown && course.previous_end && today > *course.previous_end) return {};
    return today < contract.term.start ? "upcoming" : "running";
}

void write_course(json::Out& out, const Contract& contract, const Course& course, Date today, const Rules& rules,
                  Language language) {
    CourseWriter(out, rules, language).write(contract, course, today);
}

std::string contract_whole(const Contract& contract, const ContractContext& context) {
    const Course course = course_of(contract, context.today);
    const int warning_days = context.in_force ? context.in_force->warning_days : Policy{}.warning_days;
    const calendar::WorkCalendar calendar(context.equated);
    std::string text;
    json::Out out(text);
    out.object([&] {
        write_about(out, contract, context);
        write_course(out, contract, course, context.today, context.rules, context.language);
        auto findings = findings_on(contract.term, course, context.today, warning_days, calendar);
        for (Finding& each : evaluation_findings(contract, course, context.today, warning_days, context.rules,
                                                 last_rated(context.promises)))
            findings.push_back(std::move(each));
        findings.insert(findings.end(), context.about_promises.begin(), context.about_promises.end());
        if (const auto& account = context.social_return)
            findings.insert(findings.end(), account->findings.begin(), account->findings.end());
        findings.insert(findings.end(), context.about_instruments.begin(), context.about_instruments.end());
        out.list("findings", findings, [&](const Finding& each) {
            write_finding(out, each, context.rules, context.in_force, context.language);
        });
        out.list("promises", context.promises, [&](const PromiseShown& each) {
            write_promise(out, each, context.today, context.rules, context.language);
        });
        if (!contract.offered.empty())
            out.list("offered", contract.offered, [&](const promise::Offered& each) { json::write_json(out, each); });
        if (context.social_return)
            write_social_return(out, *contract.social_return, *context.social_return, context.language);
        out.list("milestones", contract.milestones, [&](Milestone each) {
            if (contract::has_come(each, context.today)) each.status = MilestoneStatus::Done;
            write_milestone(out, each, context.rules, context.language);
        });
        out.member("rules", context.rules.edition());
    });
    return text;
}

void write_contract_item(json::Out& out, const Contract& contract, Date today) {
    const Course course = course_of(contract, today);
    out.object([&] {
        out.member("contract", contract.id);
        out.member("revision", contract.revision);
        out.member("organisation", contract.organisation);
        out.member("reference", contract.reference);
        out.member("title", contract.title);
        out.member("kind", contract.kind);
        write_suppliers(out, contract);
        out.member_if("tender", contract.tender);
        out.member_if("state", std::string(state_of(contract, course, today)));
        out.member("start", to_text(contract.term.start));
        write_ending(out, course);
        if (course.end) out.member("end", to_text(course.end->day));
        if (const auto renewal = contract.term.known_renewal()) out.member("renewal", code_of(*renewal));
        if (counts_renewals(contract.term)) out.member("renewals", course.renewals);
        if (!contract.term.unknown.empty())
            out.list("unknown", contract.term.unknown,
                     [&](const contract::TermPart each) { out.value(code_of(each)); });
        if (course.notice) out.member("notice", to_text(course.notice->day));
        if (course.earliest_end) out.member("earliestEnd", to_text(course.earliest_end->day));
        if (course.longest_end) out.member("longestEnd", to_text(course.longest_end->day));
        if (course.option)
            out.object("option", [&] {
                out.member("number", course.option->number);
                out.member("date", to_text(course.option->decide_by.day));
                out.member("past", course.option->past);
                if (course.option->decide_by.is_bound) out.member("bound", true);
            });
        if (course.renew_by) out.member("renewBy", to_text(course.renew_by->day));
        out.member("followUp", contract.follow_up);
    });
}

}  // namespace mvoi::render
