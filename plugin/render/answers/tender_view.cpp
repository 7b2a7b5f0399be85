// SPDX-License-Identifier: EUPL-1.2
#include "render/answers/tender_view.hpp"

#include <algorithm>

#include "domain/decision/decide.hpp"
#include "domain/phase.hpp"
#include "json/facts/form.hpp"
#include "render/answers/contract_view.hpp"
#include "render/answers/gate_view.hpp"
#include "render/answers/plan_view.hpp"
#include "render/answers/review_view.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

std::int64_t age_days(Date since, Date today) {
    return std::max<std::int64_t>(0, (today - since).days());
}

void write_explained(json::Out& out, const char* name, const Explained& explained, const TenderContext& context) {
    const auto label = [&](const char* vocabulary, const std::string& code) {
        return context.rules.label(vocabulary, code, context.language);
    };
    out.object(name, [&] {
        out.member("reason", explained.reason);
        out.member("label", label("reasons", explained.reason));
        out.member("text", explained.text);
        out.member("author", explained.author);
        out.member_if("role", explained.role);
        out.member("date", to_text(explained.date));
        if (explained.until) out.member("until", to_text(*explained.until));
        out.member_if("agreement", explained.agreement);
        out.list("endings", explained.endings, [&](const Ending& ending) {
            out.object([&] {
                out.member("event", ending.event);
                out.member("label", label("endings", ending.event));
                if (ending.on) out.member("on", to_text(*ending.on));
                out.member_if("aboveCents", ending.above_cents);
                out.member_if("edition", ending.edition);
            });
        });
    });
}

void write_reopened(json::Out& out, const Reopened& reopened, const TenderContext& context) {
    out.object("reopened", [&] {
        out.member("event", reopened.event);
        out.member("label", context.rules.label("endings", reopened.event, context.language));
        out.member("on", to_text(reopened.on));
        out.member("reason", reopened.reason);
    });
}

void write_theme(json::Out& out, const Decision& decision, const TenderContext& context) {
    out.object([&] {
        out.member("theme", decision.theme);
        out.member("label", theme_label(context.rules, context.policy, decision.theme, context.language));
        out.member("state", code_of(state_of(decision)));
        out.member("since", to_text(decision.since));
        if (const auto* undecided = std::get_if<Undecided>(&decision.choice)) {
            out.member("ageDays", age_days(decision.since, context.today));
            out.member_if("proposedLevel", undecided->proposed_level);
            if (undecided->reopened) write_reopened(out, *undecided->reopened, context);
        } else if (const auto* applied = std::get_if<Applied>(&decision.choice)) {
            out.member("level", applied->level);
            out.member("levelSource", code_of(applied->source));
            out.list("criteria", applied->criteria, [&](const Criterion& each) { json::write_json(out, each); });
            if (applied->deviation) write_explained(out, "deviation", *applied->deviation, context);
        } else if (const auto* explained = std::get_if<Explained>(&decision.choice)) {
            write_explained(out, "explanation", *explained, context);
        }
    });
}

void write_flag(json::Out& out, const Flag& flag, const TenderContext& context) {
    out.object([&] {
        out.member("flag", flag.code);
        out.member("label", context.rules.label("flags", flag.code, context.language));
        out.texts("themes", flag.themes);
        out.member("since", to_text(flag.since));
        if (flag.code == "onbeslist") out.member("ageDays", age_days(flag.since, context.today));
    });
}

void write_published(json::Out& out, const PublishedNotice& notice) {
    out.object([&] {
        out.member("number", notice.number);
        out.member("kind", notice.kind);
        out.member("on", to_text(notice.on));
        if (notice.awards.empty()) return;
        out.list("awards", notice.awards, [&](const auto& award) {
            out.object([&] {
                out.member_if("lot", award.first);
                out.member("on", to_text(award.second));
            });
        });
    });
}

// The first members of both answers.
void write_identity(json::Out& out, const Tender& tender, const TenderContext& context) {
    out.member("tender", tender.id);
    out.member("revision", tender.revision);
    out.member("entry", context.entry);
    out.member("organisation", tender.organisation);
    out.member("reference", tender.reference);
    out.member("registration", registration_on(tender, context.today));
    if (tender.registration == Registration::Provisional && tender.lapses_on)
        out.member("lapsesOn", to_text(*tender.lapses_on));
    out.member("phase", code_of(tender.phase));
    out.member("phaseLabel", context.rules.label("phases", code_of(tender.phase), context.language));
}

// The last members of both answers.
void write_judgement(json::Out& out, const Tender& tender, const TenderContext& context) {
    out.member_if("ambition", tender.ambition);
    if (tender.ambition) out.member("ambitionSource", code_of(tender.ambition_source));
    out.member_if("policy", tender.policy);
    out.member("rules", tender.rules);
    out.list("themes", tender.decisions, [&](const Decision& each) { write_theme(out, each, context); });
    out.list("flags", flags_on(tender.flags, context.today), [&](const Flag& each) { write_flag(out, each, context); });
    out.list("findings", context.findings,
             [&](const Finding& each) { write_finding(out, each, context.rules, context.policy, context.language); });
    out.list("milestones", tender.milestones,
             [&](const Milestone& each) { write_milestone(out, each, context.rules, context.language); });
}

void write_value(json::Out& out, const Value& value) {
    if (value.low_cents && value.low_cents == value.high_cents) {
        out.member("estimatedValueCents", *value.low_cents);
    } else if (value.low_cents || value.high_cents) {
        out.object("estimatedValueBand", [&] {
            out.member_if("fromCents", value.low_cents);
            out.member_if("toCents", value.high_cents);
        });
    }
}

// By the member that a request gives them.
void write_motives(json::Out& out, const Tender& tender, const Rules& rules) {
    if (tender.motives.empty()) return;
    out.object("motives", [&] {
        for (const auto& [code, text] : tender.motives)
            if (const Term* row = rules.find("motives", code)) out.member(row->member, text);
    });
}

void write_lot(json::Out& out, const Lot& lot) {
    out.object([&] {
        out.member("number", lot.number);
        out.member_if("title", lot.title);
        if (!lot.cpv.empty()) out.texts("cpv", lot.cpv);
        out.member_if("estimatedValueCents", lot.value_cents);
        out.member_if("failed", lot.failed);
    });
}

}  // namespace

void write_milestone(json::Out& out, const Milestone& milestone, const Rules& rules, Language language) {
    out.object([&] {
        out.member("code", milestone.code);
        out.member("label", rules.label("milestones", milestone.code, language));
        out.member("date", to_text(milestone.date));
        out.member("precision", code_of(milestone.date.precision));
        out.member("certainty", code_of(milestone.date.certainty));
        out.member("status", code_of(milestone.status));
        if (milestone.date.first) out.member("first", to_text(*milestone.date.first));
        if (milestone.date.last) out.member("last", to_text(*milestone.date.last));
    });
}

std::string registration_on(const Tender& tender, Date today) {
    return has_lapsed(tender, today) ? "lapsed" : std::string(code_of(tender.registration));
}

std::string tender_answer(const json::Facts& established, const TenderContext& context) {
    const Tender& tender = *established.tender;
    std::string text;
    text.reserve(4096);
    json::Out out(text);
    out.object([&] {
        write_identity(out, tender, context);
        write_judgement(out, tender, context);
        if (established.gate) {
            out.name("gate");
            write_gate(out, *established.gate, context.rules, context.policy, context.language, Went::Yes);
        }
        if (!established.precedents.empty())
            out.list("precedents", established.precedents,
                     [&](const Precedents& each) { write_precedents(out, each, context.rules, context.language); });
        if (!established.strengths.empty())
            out.list("strengths", established.strengths,
                     [&](const Strength& each) { write_strength(out, each, context.rules, context.language); });
    });
    return text;
}

std::string tender_whole(const Tender& tender, const TenderContext& context) {
    std::string text;
    json::Out out(text);
    out.object([&] {
        write_identity(out, tender, context);
        out.member_if("phaseReason", tender.phase_reason);
        out.member("startedOn", to_text(tender.started_on));
        out.member("title", tender.title);
        out.member("kind", tender.kind);
        out.texts("cpv", tender.cpv);
        out.member_if("productGroup", tender.product_group);
        out.member_if("sector", tender.sector);
        write_value(out, tender.value);
        out.member("procedure", tender.procedure);
        out.list("lots", tender.lots, [&](const Lot& each) { write_lot(out, each); });
        out.object("people", [&] {
            for (const auto& [role, name] : tender.people) out.member(role, name);
        });
        out.texts("instruments", tender.instruments);
        if (!tender.asked.empty())
            out.list("instrumentValues", tender.asked,
                     [&](const measure::InstrumentValue& each) { json::write_json(out, each); });
        out.member_if("awardBasis", tender.award_basis);
        if (tender.joins_contracts) out.member("joinsContracts", true);
        write_motives(out, tender, context.rules);
        out.member_if("predecessor", tender.predecessor);
        out.member_if("source", tender.source);
        if (!tender.aliases.empty()) out.texts("aliases", tender.aliases);
        if (!tender.published.empty())
            out.list("published", tender.published, [&](const PublishedNotice& each) { write_published(out, each); });
        if (context.plan) {
            out.object("plan", [&] {
                out.member("entry", tender.plan->entry == 0 ? context.entry : tender.plan->entry);
                write_plan(out, *context.plan, {context.rules, context.language, context.today});
            });
        }
        write_judgement(out, tender, context);
        if (context.contracts && !context.contracts->empty())
            out.list("contracts", *context.contracts,
                     [&](const Contract& each) { write_contract_item(out, each, context.today); });
    });
    return text;
}

}  // namespace mvoi::render
