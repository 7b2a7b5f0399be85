// SPDX-License-Identifier: EUPL-1.2
#include "render/answers/period_view.hpp"

#include "json/out.hpp"
#include "render/answers/gate_view.hpp"
#include "render/answers/plan_view.hpp"
#include "render/answers/step_view.hpp"
#include "render/sentences.hpp"

namespace mvoi::render {

using namespace domain;
using namespace domain::calendar;

namespace {

void write_findings(json::Out& out, const std::vector<Finding>& findings, const Rules& rules, Language language) {
    out.list("findings", findings,
             [&](const Finding& finding) { write_finding(out, finding, rules, nullptr, language); });
}

}  // namespace

std::string period_answer(const Deadline& deadline, const std::string& rule, const std::optional<Date>& today,
                          const Rules& rules, Language language) {
    std::string text;
    json::Out out(text);
    out.object([&] {
        out.member_if("rule", rule);
        if (deadline.row) {
            out.member("applied", deadline.row->code);
            out.member("label", rules.label("statutory-periods", deadline.row->code, language));
            out.member("law", deadline.law);
        }
        out.member("countingRule", code_of(deadline.period.rule));
        out.member("direction", code_of(deadline.period.direction));
        out.member("count", deadline.period.count);
        out.member("unit", code_of(deadline.period.unit));
        out.member("dayZero", to_text(deadline.day_zero));
        out.member("rawLastDay", to_text(deadline.raw));
        out.member("lastDay", to_text(deadline.last));
        if (deadline.next) out.member("earliestNext", to_text(*deadline.next));
        if (deadline.vervaltermijn) out.member("vervaltermijn", to_text(*deadline.vervaltermijn));
        if (today) out.member("daysLeft", static_cast<std::int64_t>((deadline.last - *today).days()));
        write_steps(out, deadline.steps, rules, language);
        write_findings(out, deadline.findings, rules, language);
        out.member("edition", rules.edition());
    });
    return text;
}

std::string threshold_answer(const ThresholdPlacement& placed, const calendar::Purchase& contract, const Rules& rules,
                             Language language) {
    std::string text;
    json::Out out(text);
    const Threshold* threshold = placed.threshold;
    Words words;
    if (threshold) words["amount"] = calendar::euros(threshold->amount_cents);
    if (contract.value_cents) words["value"] = calendar::euros(*contract.value_cents);
    out.object([&] {
        out.member("date", to_text(contract.day));
        if (threshold) {
            out.member("threshold", threshold->code);
            out.member("label", rules.label("thresholds", threshold->code, language));
            out.member("amountCents", threshold->amount_cents);
            out.member("validFrom", to_text(threshold->valid_from));
            out.member("validTo", to_text(threshold->valid_to));
            out.member("source", threshold->source);
        }
        out.member_if("valueCents", contract.value_cents);
        out.member("position", code_of(placed.position));
        const std::string said = std::string(threshold ? "threshold.is-" : "threshold.amount-");
        out.member("sentence", sentence(language, said + std::string(code_of(placed.position)), words));
        out.list("procedures", placed.procedures, [&](const Advice& advice) {
            const Term* procedure = rules.find("procedures", advice.procedure);
            if (advice.amount_cents) words["amount"] = calendar::euros(*advice.amount_cents);
            out.object([&] {
                out.member("procedure", advice.procedure);
                out.member("label", rules.label("procedures", advice.procedure, language));
                out.member("when", code_of(advice.when));
                out.member_if("usual", placed.usual(advice));
                out.member("reason", sentence(language, advice.reason, words));
                if (procedure) out.member("source", procedure->source);
            });
        });
        write_findings(out, placed.findings, rules, language);
        out.member("edition", rules.edition());
    });
    return text;
}

}  // namespace mvoi::render
