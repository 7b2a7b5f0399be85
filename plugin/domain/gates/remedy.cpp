// SPDX-License-Identifier: EUPL-1.2
#include "domain/gates/remedy.hpp"

#include <utility>

namespace mvoi::domain::gates {
namespace {

// By how the name of a rule begins; the first that fits.
constexpr std::pair<std::string_view, std::string_view> operations[] = {
    {"review-condition-open", "review.condition"},
    {"review-open", "review.answer"},
    {"explanation-not-agreed", "review.answer"},
    {"review-", "review.ask"},
    {"contract-missing", "contract.sign"},
    {"criterion-without-promise", "contract.change"},
    {"criterion-", "tender.decide"},
    {"theme-without-criteria", "tender.decide"},
    {"undecided-theme", "tender.decide"},
    {"explanation-", "tender.decide"},
    {"level-below-policy-explained", ""},
    {"level-below-policy", "tender.decide"},
    {"ambition-below-policy", "tender.decide"},
    {"no-policy", "policy.adopt"},
    {"thread-", "contract.change"},
    {"kpi-", "contract.change"},
    {"term-ended", ""},
    {"term-renewed", ""},
    {"term-", "contract.change"},
    {"evaluation-unrated", "promise.rate"},
    {"evaluation-", "contract.change"},
    {"evidence-", "promise.evidence"},
    {"rating-corrected", ""},
    {"rating-", "promise.rate"},
    {"instrument-superseded", "tender.change"},
    {"instrument-", "contract.change"},
    {"check-", ""},
    {"period-", ""},
    {"standstill-", "tender.change"},
    {"threshold-", ""},
};

}  // namespace

std::string_view operation_that_mends(const Finding& finding) {
    for (const auto& [beginning, operation] : operations)
        if (finding.rule.starts_with(beginning)) return operation;
    const bool of_contract = finding.member == "/valueCents" || finding.member.starts_with("/socialReturn");
    if (finding.rule.starts_with("social-return-")) return of_contract ? "contract.change" : "socialreturn.realise";
    // A plan that is only computed is nobody's yet; the dates of a tender are its own.
    if (finding.rule.starts_with("plan-") && !finding.member.starts_with("/planning/")) return {};
    return finding.member.empty() ? std::string_view() : "tender.change";
}

}  // namespace mvoi::domain::gates
