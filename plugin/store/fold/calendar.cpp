// SPDX-License-Identifier: EUPL-1.2
// Milestones on the calendar, of whatever object.
#include "domain/calendar/milestones.hpp"
#include "domain/phase.hpp"
#include "store/fold/parts.hpp"

namespace mvoi::store::folding {

using domain::to_text;

void put_milestone(Connection& connection, const std::string& organisation, std::int64_t object,
                   const domain::Milestone& of_object, const std::string& stamp,
                   const std::optional<std::string>& sum) {
    const domain::Milestone milestone = domain::shown(of_object);
    if (!milestone.date.first) return;  // unknown dates are in no calendar
    std::optional<std::string> changed_on;
    if (milestone.changed_on) changed_on = to_text(*milestone.changed_on);
    Query(connection, "calendar_put")
        .with(organisation)
        .with(to_text(*milestone.date.first))
        .with(object)
        .with(milestone.code)
        .with(to_text(*milestone.date.last))
        .with(to_text(milestone.date))
        .with(code_of(milestone.date.certainty))
        .with(code_of(milestone.status))
        .with(milestone.sequence)
        .with(changed_on)
        .with(stamp)
        .with(sum)
        .run();
}

void take_away_milestone(Connection& connection, const std::string& organisation, std::int64_t object,
                         const domain::Milestone& of_object) {
    const domain::Milestone milestone = domain::shown(of_object);
    if (!milestone.date.first) return;
    Query(connection, "calendar_delete")
        .with(organisation)
        .with(to_text(*milestone.date.first))
        .with(object)
        .with(milestone.code)
        .run();
}

}  // namespace mvoi::store::folding
