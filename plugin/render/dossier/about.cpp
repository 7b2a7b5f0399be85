// SPDX-License-Identifier: EUPL-1.2
// The subject of the tender and its phase; findings; motives, lots and people.
#include <algorithm>
#include <array>
#include <cstddef>

#include "domain/decision/decide.hpp"
#include "domain/laws.hpp"
#include "domain/measure/contract_instruments.hpp"
#include "domain/phase.hpp"
#include "domain/words.hpp"
#include "render/dossier/dossier_pen.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

std::string kind(const DossierPen& pen, const std::string& code) {
    if (code == "werk") return pen.say("dossier.kind-works");
    if (code == "levering") return pen.say("dossier.kind-supplies");
    if (code == "dienst") return pen.say("dossier.kind-services");
    return code.empty() ? pen.say("page.unknown") : code;
}

// Not divided: only once somebody said why.
std::string no_lots(const DossierPen& pen) {
    return pen.say(pen.dossier.tender.motives.contains("geen-percelen") ? "dossier.lots-none"
                                                                        : "dossier.lots-not-recorded");
}

std::string phase(const DossierPen& pen) {
    const Tender& tender = pen.dossier.tender;
    const std::string label = pen.label("phases", code_of(tender.phase));
    return tender.phase_reason.empty() ? label : label + ": " + tender.phase_reason;
}

// Behind a day that is not one on which something is known to have happened.
std::string mark(const DossierPen& pen, const Milestone& milestone) {
    const bool open = milestone.status == MilestoneStatus::DoneBy || milestone.status == MilestoneStatus::Passed;
    return open ? " (" + pen.status(milestone.status) + ")" : std::string();
}

// The dates a board asks for first; all of them stand in the calendar.
std::string planning(const DossierPen& pen) {
    std::vector<std::string> dates;
    for (const std::string_view code : {"tenderboard", "publicatie", "contractstart", "contracteinde"})
        for (const Milestone& milestone : pen.dossier.tender.milestones)
            if (milestone.code == code && milestone.status != MilestoneStatus::Cancelled)
                dates.push_back(pen.label("milestones", code) + ": " + pen.planned(milestone.date) +
                                mark(pen, milestone));
    return dates.empty() ? pen.say("dossier.planning-none") : joined(dates, {}, "; ");
}

// Nothing when it simply counts.
std::string registration(const DossierPen& pen) {
    const Tender& tender = pen.dossier.tender;
    if (tender.registration == Registration::Withdrawn) return pen.say("dossier.registration-withdrawn");
    if (tender.registration == Registration::Confirmed) return {};
    const std::string day = tender.lapses_on ? pen.day(*tender.lapses_on) : pen.say("page.unknown");
    return has_lapsed(tender, pen.dossier.today) ? pen.say("dossier.registration-lapsed", {{"date", day}})
                                                 : pen.say("dossier.registration-provisional", {{"date", day}});
}

void write_group(DossierPen& pen) {
    const Tender& tender = pen.dossier.tender;
    const auto fact_if = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) pen.fact(name, value);
    };
    fact_if(pen.say("dossier.fact-product-group"), tender.product_group);
    fact_if(pen.say("dossier.fact-sector"), tender.sector);
    fact_if(pen.say("dossier.fact-cpv"), joined(tender.cpv));
    std::vector<std::string> instruments;
    for (const std::string& code : tender.instruments) {
        instruments.push_back(pen.label("instruments", code));
        for (const measure::InstrumentValue& asked : tender.asked)
            if (asked.instrument == code) instruments.back() += " " + name_of(asked, pen.page.book.instruments);
    }
    fact_if(pen.say("dossier.fact-instruments"), joined(instruments));
}

void write_facts(DossierPen& pen) {
    const Tender& tender = pen.dossier.tender;
    pen.fact(pen.say("dossier.fact-organisation"), tender.organisation);
    pen.fact(pen.say("dossier.fact-reference"), tender.reference);
    if (const std::string state = registration(pen); !state.empty())
        pen.fact(pen.say("dossier.fact-registration"), state);
    pen.fact(pen.say("dossier.fact-phase"), phase(pen));
    pen.fact(pen.say("dossier.fact-kind"), kind(pen, tender.kind));
    pen.fact(pen.say("dossier.fact-value"), pen.value(tender.value));
    pen.fact(pen.say("dossier.fact-procedure"),
             tender.procedure.empty() ? pen.say("page.unknown") : pen.label("procedures", tender.procedure));
    pen.fact(pen.say("dossier.fact-award-basis"),
             tender.award_basis.empty() ? pen.say("dossier.not-chosen") : pen.label("award-bases", tender.award_basis));
    pen.fact(pen.say("dossier.fact-lots"), tender.lots.empty() ? no_lots(pen) : std::to_string(tender.lots.size()));
    if (tender.joins_contracts) pen.fact(pen.say("dossier.fact-joining"), pen.say("dossier.joins"));
    pen.fact(pen.say("dossier.fact-planning"), planning(pen));
    pen.fact(pen.say("dossier.fact-ambition"),
             tender.ambition ? pen.level(*tender.ambition) + ", " + pen.source(tender.ambition_source)
                             : pen.say("dossier.not-chosen"));
    pen.fact(pen.say("dossier.fact-policy"), tender.policy.empty() ? pen.say("dossier.policy-none") : tender.policy);
    write_group(pen);
}

std::int64_t count(const DossierPen& pen, State state) {
    const auto& decisions = pen.dossier.tender.decisions;
    return std::count_if(decisions.begin(), decisions.end(),
                         [&](const Decision& each) { return state_of(each) == state; });
}

// That a review was missing is not true of a case that was submitted: what came of it stands under the review.
bool is_said(const DossierPen& pen, const Finding& finding) {
    return !pen.page.frozen || !finding.rule.starts_with("review-");
}

std::int64_t count(const DossierPen& pen, Severity severity) {
    const auto& findings = pen.dossier.findings;
    return std::count_if(findings.begin(), findings.end(),
                         [&](const Finding& each) { return each.severity == severity && is_said(pen, each); });
}

std::string state_in_a_sentence(const DossierPen& pen) {
    const std::size_t themes = pen.dossier.tender.decisions.size();
    if (themes == 0) return pen.say("dossier.state-no-themes");
    return pen.say_count("dossier.state", static_cast<std::int64_t>(themes),
                         {{"applied", std::to_string(count(pen, State::Applied))},
                          {"explained", std::to_string(count(pen, State::Explained))},
                          {"undecided", std::to_string(count(pen, State::Undecided))}});
}

bool can_still_be_published(Phase phase) {
    return phase == Phase::Preparation || phase == Phase::Consultation || phase == Phase::Review;
}

void write_flags(DossierPen& pen) {
    const auto flags = flags_on(pen.dossier.tender.flags, pen.dossier.today);
    if (flags.empty()) return;
    pen.html.element("ul", {{"class", "vlaggen"}}, [&] {
        for (const Flag& flag : flags) {
            std::vector<std::string> themes;
            for (const std::string& theme : flag.themes) themes.push_back(pen.theme(theme));
            pen.html.element("li", [&] {
                pen.html.element("strong", pen.label("flags", flag.code));
                if (!themes.empty()) pen.html.text(": " + joined(themes));
                pen.html.text(" (" + pen.say("dossier.since", {{"date", pen.day(flag.since)}}) + ")");
            });
            pen.html.line();
        }
    });
    pen.html.line();
}

void write_findings_of(DossierPen& pen, Severity severity, Markup kind, std::string_view heading) {
    if (count(pen, severity) == 0) return;
    pen.html.element("h3", heading);
    pen.html.line();
    pen.html.element("ul", {{"class", kind.text()}}, [&] {
        for (const Finding& finding : pen.dossier.findings) {
            if (finding.severity != severity || !is_said(pen, finding)) continue;
            pen.html.element("li", [&] {
                pen.html.text(pen.judge("finding", finding.rule, finding.words));
                const std::string source = sources_elsewhere(finding.source);
                if (source.empty()) return;
                pen.html.text(" ");
                pen.html.element("span", {{"class", "bron"}}, pen.say("dossier.source", {{"source", source}}));
            });
            pen.html.line();
        }
    });
    pen.html.line();
}

// True when the tender, as it is, asks for this motive. One that was given all the same is shown too.
bool asks_for(const Tender& tender, std::string_view motive) {
    if (motive == "gunningsgrondslag") return !tender.award_basis.empty() && tender.award_basis != "bpkv";
    if (motive == "samenvoegen") return tender.joins_contracts;
    if (motive == "geen-percelen") return tender.lots.size() < 2;
    return true;
}

}  // namespace

void write_about(DossierPen& pen) {
    pen.section("onderwerp", pen.say("dossier.about"), [&] { pen.facts([&] { write_facts(pen); }); });
    pen.section("stand", pen.say("dossier.standing"), [&] {
        pen.paragraph("kern", state_in_a_sentence(pen));
        const std::int64_t errors = count(pen, Severity::Error);
        const bool blocking = pen.dossier.gate_mode == GateMode::Blocking;
        if (errors > 0) pen.paragraph(pen.say_count(blocking ? "dossier.blocked" : "dossier.would-block", errors));
        if (errors == 0 && can_still_be_published(pen.dossier.tender.phase))
            pen.paragraph(pen.say("dossier.not-blocked"));
        pen.paragraph(pen.say(blocking                            ? "dossier.gate-blocking"
                              : pen.dossier.tender.policy.empty() ? "dossier.gate-no-policy"
                                                                  : "dossier.gate-reporting"));
        write_flags(pen);
    });
}

void write_findings(DossierPen& pen) {
    const std::string heading = pen.page.frozen
                                    ? pen.say("dossier.findings-submitted", {{"date", pen.day(pen.dossier.today)}})
                                    : pen.say("dossier.findings");
    const bool blocking = pen.dossier.gate_mode == GateMode::Blocking;
    pen.section("bevindingen", heading, [&] {
        const auto& all = pen.dossier.findings;
        if (std::none_of(all.begin(), all.end(), [&](const Finding& each) { return is_said(pen, each); }))
            pen.paragraph(pen.say("dossier.findings-none"));
        write_findings_of(pen, Severity::Error, blocking ? Markup("ernstig") : Markup("let-op"),
                          pen.say(blocking ? "dossier.findings-errors" : "dossier.findings-would-block"));
        write_findings_of(pen, Severity::Warning, "let-op", pen.say("dossier.findings-warnings"));
        write_findings_of(pen, Severity::Information, "weet", pen.say("dossier.findings-information"));
    });
}

void write_motives(DossierPen& pen) {
    pen.section("motiveringen", pen.say("dossier.motives"), [&] {
        for (const Term& motive : pen.page.book.rules.vocabulary("motives")) {
            const auto given = pen.dossier.tender.motives.find(motive.code);
            const bool is_given = given != pen.dossier.tender.motives.end();
            if (!is_given && !asks_for(pen.dossier.tender, motive.code)) continue;
            pen.html.element("h3", motive.label(pen.page.language));
            pen.html.line();
            pen.paragraph("bron", motive.source);
            if (is_given) pen.words_of_people(given->second);
            if (!is_given) pen.paragraph(pen.say("dossier.motive-none"));
        }
    });
}

void write_lots(DossierPen& pen) {
    pen.section("percelen", pen.say("dossier.lots"), [&] {
        const auto& lots = pen.dossier.tender.lots;
        if (lots.empty()) return pen.paragraph(no_lots(pen));
        Table(
            pen.html, pen.say_count("dossier.lots-caption", static_cast<std::int64_t>(lots.size())),
            {{pen.say("dossier.lot"), 12},
             {pen.say("dossier.title"), 43},
             {pen.say("dossier.fact-cpv"), 22},
             {pen.say("dossier.fact-value"), 23}},
            [&](Table& table) {
                for (const Lot& lot : lots)
                    table.row({lot.number, lot.title.empty() ? "–" : lot.title, lot.cpv.empty() ? "–" : joined(lot.cpv),
                               lot.value_cents ? pen.money(*lot.value_cents) : pen.say("page.unknown")});
            });
    });
}

void write_people(DossierPen& pen) {
    pen.section("betrokkenen", pen.say("dossier.people"), [&] {
        if (pen.dossier.tender.people.empty()) return pen.paragraph(pen.say("dossier.people-none"));
        pen.facts([&] {
            for (const auto& [role, name] : pen.dossier.tender.people) pen.fact(pen.label("roles", role), name);
        });
    });
}

}  // namespace mvoi::render
