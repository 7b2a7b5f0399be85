// SPDX-License-Identifier: EUPL-1.2
// The kinds of facts. How a kind is folded, and into which tables, stands in store/fold/kinds.cpp.
#pragma once

#include "json/facts/facts.hpp"
#include "json/facts/lists/contract.hpp"
#include "json/facts/lists/plan.hpp"
#include "json/facts/lists/policy.hpp"
#include "json/facts/lists/promise.hpp"
#include "json/facts/lists/review.hpp"
#include "json/facts/lists/social_return.hpp"
#include "json/facts/lists/tender.hpp"

namespace mvoi::json {

void fields(auto& f, As<Redaction> auto& redaction) {
    f.member("digest", redaction.digest);
    f.member("entries", redaction.entries);
    f.member("entry", redaction.entry);
    f.member("ground", redaction.ground);
    f.member("member", redaction.member);
}

void fields(auto& f, As<ImportSummary> auto& summary) {
    f.member("added", summary.added);
    f.member("changed", summary.changed);
    f.member("format", summary.format);
    f.member("refused", summary.refused);
    f.member("rows", summary.rows);
    f.member("unchanged", summary.unchanged);
    f.member("warned", summary.warned);
}

void fields(auto& f, As<Facts> auto& facts) {
    f.member_if("contract", facts.contract);
    f.member_if("dossier", facts.dossier);
    f.member_if("drifts", facts.drifts);
    f.member_if("evidenced", facts.evidenced);
    f.member_if("gate", facts.gate);
    f.member_if("import", facts.import);
    f.member_if("observed", facts.observed);
    f.member_if("plan", facts.plan);
    f.member_if("policy", facts.policy);
    f.member_if("precedents", facts.precedents);
    f.member_if("rated", facts.rated);
    f.member_if("realised", facts.realised);
    f.member_if("redaction", facts.redaction);
    f.member_if("review", facts.review);
    f.member_if("strengths", facts.strengths);
    f.member_if("tender", facts.tender);
    f.member_if("thread", facts.thread);
}

}  // namespace mvoi::json
