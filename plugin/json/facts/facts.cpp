// SPDX-License-Identifier: EUPL-1.2
#include "json/facts/facts.hpp"

#include "json/facts/contract.hpp"
#include "json/facts/evidence.hpp"
#include "json/facts/observation.hpp"
#include "json/facts/plan.hpp"
#include "json/facts/policy.hpp"
#include "json/facts/rating.hpp"
#include "json/facts/review.hpp"
#include "json/facts/social_return_terms.hpp"
#include "json/facts/tender.hpp"
#include "json/rules/calendar.hpp"

namespace mvoi::json {
namespace {

using namespace domain;

void write_redaction(Out& out, const Redaction& redaction) {
    out.object([&] {
        out.member("digest", redaction.digest);
        out.list("entries", redaction.entries, [&](std::int64_t seq) { out.value(seq); });
        out.member("entry", redaction.entry);
        out.member("ground", redaction.ground);
        out.member("member", redaction.member);
    });
}

Redaction redaction_from(const Value& object) {
    Redaction redaction;
    redaction.entry = object.integer_or("entry", 0);
    redaction.member = object.text_or("member");
    redaction.ground = object.text_or("ground");
    redaction.digest = object.text_or("digest");
    for (const Value& seq : object.list_or_empty("entries")) redaction.entries.push_back(*seq.integer());
    return redaction;
}

void write_import(Out& out, const ImportSummary& summary) {
    out.object([&] {
        out.member("added", summary.added);
        out.member("changed", summary.changed);
        out.member("format", summary.format);
        out.member("refused", summary.refused);
        out.member("rows", summary.rows);
        out.member("unchanged", summary.unchanged);
        out.member("warned", summary.warned);
    });
}

ImportSummary import_from(const Value& object) {
    return {object.text_or("format"),        object.integer_or("rows", 0),      object.integer_or("added", 0),
            object.integer_or("changed", 0), object.integer_or("unchanged", 0), object.integer_or("refused", 0),
            object.integer_or("warned", 0)};
}

}  // namespace

void write_json(Out& out, const Facts& facts) {
    out.object([&] {
        if (facts.contract) {
            out.name("contract");
            write_json(out, *facts.contract);
        }
        if (facts.dossier) {
            out.name("dossier");
            write_json(out, *facts.dossier);
        }
        if (!facts.drifts.empty()) out.list("drifts", facts.drifts, [&](const Drift& each) { write_json(out, each); });
        if (facts.evidenced) {
            out.name("evidenced");
            write_json(out, *facts.evidenced);
        }
        if (facts.gate) {
            out.name("gate");
            write_json(out, *facts.gate);
        }
        if (facts.import) {
            out.name("import");
            write_import(out, *facts.import);
        }
        if (facts.observed) {
            out.name("observed");
            write_json(out, *facts.observed);
        }
        if (facts.plan) {
            out.name("plan");
            write_json(out, *facts.plan);
        }
        if (facts.policy) {
            out.name("policy");
            write_json(out, *facts.policy);
        }
        if (!facts.precedents.empty())
            out.list("precedents", facts.precedents, [&](const Precedents& each) { write_json(out, each); });
        if (facts.rated) {
            out.name("rated");
            write_json(out, *facts.rated);
        }
        if (facts.realised) {
            out.name("realised");
            write_json(out, *facts.realised);
        }
        if (facts.redaction) {
            out.name("redaction");
            write_redaction(out, *facts.redaction);
        }
        if (facts.review) {
            out.name("review");
            write_json(out, *facts.review);
        }
        if (!facts.strengths.empty())
            out.list("strengths", facts.strengths, [&](const Strength& each) { write_json(out, each); });
        if (facts.tender) {
            out.name("tender");
            write_json(out, *facts.tender);
        }
        if (!facts.thread.empty())
            out.list("thread", facts.thread, [&](const Finding& each) { write_json(out, each); });
    });
}

Facts facts_from(const Value& value) {
    Facts facts;
    if (const Value* contract = value.find("contract")) facts.contract = contract_from(*contract);
    if (const Value* dossier = value.find("dossier")) facts.dossier = dossier_from(*dossier);
    for (const Value& each : value.list_or_empty("drifts")) facts.drifts.push_back(drift_from(each));
    if (const Value* evidenced = value.find("evidenced")) facts.evidenced = evidenced_from(*evidenced);
    if (const Value* gate = value.find("gate")) facts.gate = gate_from(*gate);
    if (const Value* summary = value.find("import")) facts.import = import_from(*summary);
    if (const Value* observed = value.find("observed")) facts.observed = observed_from(*observed);
    if (const Value* plan = value.find("plan")) facts.plan = plan_from(*plan, calendar_law().periods);
    if (const Value* policy = value.find("policy")) facts.policy = policy_from(*policy);
    for (const Value& each : value.list_or_empty("precedents")) facts.precedents.push_back(precedents_from(each));
    if (const Value* rated = value.find("rated")) facts.rated = rated_from(*rated);
    if (const Value* realised = value.find("realised")) facts.realised = realised_from(*realised);
    if (const Value* redaction = value.find("redaction")) facts.redaction = redaction_from(*redaction);
    if (const Value* review = value.find("review")) facts.review = review_from(*review);
    for (const Value& each : value.list_or_empty("strengths")) facts.strengths.push_back(strength_from(each));
    if (const Value* tender = value.find("tender")) facts.tender = tender_from(*tender);
    for (const Value& each : value.list_or_empty("thread")) facts.thread.push_back(finding_from(each));
    return facts;
}

}  // namespace mvoi::json
