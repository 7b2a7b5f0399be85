// SPDX-License-Identifier: EUPL-1.2
// The way a procedure goes: from milestone to milestone, and what lies between them. Routes are dated data
// (schema/rules/routes.json), and so is how long an organisation's own work is assumed to take as long as its policy
// does not say it (schema/rules/lead-times.json). Nothing here knows a number.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/planning/agenda.hpp"

namespace mvoi::domain::planning {

// A stretch of time between two milestones. Exactly one of the three is named.
struct RoutePart {
    std::string period;    // row of the statutory periods
    std::string lead;      // vocabulary "lead-times": the organisation's own work
    std::string next_day;  // the reason for the day after: "sluitingstijd", or the row of a period that must be over
    std::string law = {};  // the article that makes the period apply here, where it is not the period's own
};

// Something that must be done before a milestone, by a period that is counted back from it; or after one, within a
// period that is counted on from it.
struct RouteAside {
    std::string milestone;  // vocabulary "milestones"
    RoutePart period;       // counted on, perhaps from the next day
};

struct RouteLeg {
    std::string to;  // vocabulary "milestones"
    DayKind day = DayKind::Open;
    std::string only_with;  // a lead time, or "board": without any days of it, or without a board, the leg falls away
    std::vector<RoutePart> parts;
    std::vector<RouteAside> before, after;
    bool exact = false;  // the day on which its period ends and no later one; time that is left over comes behind it
};

struct Route {
    std::string procedure;  // vocabulary "procedures"
    std::vector<RouteLeg> legs;
    std::vector<std::string> findings;  // said of every plan along it
    bool within = false;  // it calls off from an agreement or a system that is there, so that no value leads to it
};

// The days that work is assumed to take where policy does not state them.
struct AssumedLead {
    std::string code;
    int days = 0;
    std::map<int, int> days_at_level;  // instead, at these ambition levels
};

struct PlanningRules {
    std::vector<Route> routes;
    std::vector<AssumedLead> leads;

    // nullptr: the library knows no route of this procedure.
    const Route* route(std::string_view procedure) const;
};

// The work that time is needed for.
struct Work {
    std::string procedure;
    std::string kind;  // werk, levering, dienst; empty: not known
    int level = 1;     // ambition
};

struct Lead {
    int days = 0;
    bool assumed = false;  // policy does not say it
};

// Of the policy's lead times that fit the work the one that says most, of two alike the later; else what is assumed.
Lead lead_for(const std::string& code, const Work& work, const Policy* policy, const PlanningRules& rules);

}  // namespace mvoi::domain::planning
