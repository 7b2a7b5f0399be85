// SPDX-License-Identifier: EUPL-1.2
// A tender's planned dates as milestones that keep their identity through every change.
#pragma once

#include <string>
#include <vector>

#include "domain/model.hpp"
#include "domain/rules.hpp"

namespace mvoi::domain {

// The milestones of a tender as it now is, in the order of vocabulary "milestones". One that was there before keeps its
// sequence; when its date or status changed, the sequence goes up by one. One that is no longer planned stays,
// cancelled, so that calendars which already show it learn that it is off (RFC 5546, 2.1.4).
std::vector<Milestone> revise_milestones(const std::vector<Milestone>& before, const Tender& tender,
                                         const Rules& rules);

}  // namespace mvoi::domain
