// SPDX-License-Identifier: EUPL-1.2
// The milestones with the days that are left, and what the phase still leaves to choose.
#include <array>

#include "domain/phase.hpp"
#include "render/dossier/dossier_pen.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

// ---- what can still be chosen ---------------------------------------------------------------------------------------

enum class Room { Free, Announced, None, Later };

struct Choice {
    Room requirements;    // minimum requirements and specifications
    Room award_criteria;  // and their weights
    Room contract_clauses;
    Room management;  // of the contract that runs
};

// Until publication everything is open. While tenders can be sent in, the documents change by rectification or in a
// nota van inlichtingen only; after that they hold as they are, until there is a contract to manage.
Choice choice_in(Phase phase) {
    switch (phase) {
        case Phase::Preparation:
        case Phase::Consultation:
        case Phase::Review:
            return {Room::Free, Room::Free, Room::Free, Room::Later};
        case Phase::Publication:
            return {Room::Announced, Room::Announced, Room::Announced, Room::Later};
        case Phase::Evaluation:
        case Phase::Award:
            return {Room::None, Room::None, Room::None, Room::Later};
        case Phase::Contract:
        case Phase::Execution:
            return {Room::None, Room::None, Room::None, Room::Free};
        case Phase::Closed:
        case Phase::Cancelled:
            break;
    }
    return {Room::None, Room::None, Room::None, Room::None};
}

std::string advice(const DossierPen& pen) {
    switch (pen.dossier.tender.phase) {
        case Phase::Preparation:
        case Phase::Consultation:
        case Phase::Review:
            return pen.say("dossier.choice-before");
        case Phase::Publication:
            return pen.say("dossier.choice-published");
        case Phase::Evaluation:
        case Phase::Award:
            return pen.say("dossier.choice-evaluation");
        case Phase::Contract:
        case Phase::Execution:
            return pen.say("dossier.choice-contract");
        case Phase::Closed:
        case Phase::Cancelled:
            break;
    }
    return pen.say("dossier.choice-over");
}

std::string word_of(const DossierPen& pen, Room room) {
    switch (room) {
        case Room::Free:
            return pen.say("dossier.room-free");
        case Room::Announced:
            return pen.say("dossier.room-announced");
        case Room::Later:
            return pen.say("dossier.room-later");
        case Room::None:
            break;
    }
    return pen.say("dossier.room-none");
}

void write_choice(DossierPen& pen) {
    pen.html.element("h3", pen.say("dossier.choice"));
    pen.html.line();
    pen.paragraph(advice(pen));
    const Choice choice = choice_in(pen.dossier.tender.phase);
    pen.facts([&] {
        pen.fact(pen.say("dossier.choice-requirements"), word_of(pen, choice.requirements));
        pen.fact(pen.say("dossier.choice-award-criteria"), word_of(pen, choice.award_criteria));
        pen.fact(pen.say("dossier.choice-clauses"), word_of(pen, choice.contract_clauses));
        pen.fact(pen.say("dossier.choice-management"), word_of(pen, choice.management));
    });
}

// ---- milestones -----------------------------------------------------------------------------------------------------

// The distance of a planned day or period, in words; of one that is done or cancelled a dash.
std::string days_left(const DossierPen& pen, const Milestone& milestone) {
    const PlannedDate& date = milestone.date;
    if (milestone.status != MilestoneStatus::Planned || !date.first || !date.last) return "–";
    if (*date.first == *date.last) return pen.distance(*date.first);
    if (*date.last < pen.dossier.today) return pen.distance(*date.last);
    const Span last = span_of((*date.last - pen.dossier.today).days());
    const std::string unit = "dossier." + std::string(last.unit), to = std::to_string(last.count);
    if (*date.first <= pen.dossier.today) return pen.say(unit + "-running", {{"to", to}});
    const Span first = span_of((*date.first - pen.dossier.today).days());
    if (first.unit != last.unit || first.count == last.count) return pen.distance(*date.first);
    return pen.say(unit + "-between", {{"from", std::to_string(first.count)}, {"to", to}});
}

}  // namespace

void write_calendar(DossierPen& pen) {
    pen.section("kalender", pen.say("dossier.calendar"), [&] {
        write_choice(pen);
        pen.html.element("h3", pen.say("dossier.milestones"));
        pen.html.line();
        const auto& milestones = pen.dossier.tender.milestones;
        if (milestones.empty()) return pen.paragraph(pen.say("dossier.planning-none"));
        Table(pen.html, pen.say("dossier.milestones-caption", {{"date", pen.day(pen.dossier.today)}}),
              {{pen.say("dossier.milestone"), 28},
               {pen.say("dossier.date"), 24},
               {pen.say("dossier.days-head"), 22},
               {pen.say("page.certainty"), 13},
               {pen.say("page.status"), 13}},
              [&](Table& table) {
                  for (const Milestone& milestone : milestones)
                      table.row({pen.label("milestones", milestone.code), pen.planned(milestone.date),
                                 days_left(pen, milestone), pen.certainty(milestone.date.certainty),
                                 pen.status(milestone.status)});
              });
    });
}

}  // namespace mvoi::render
