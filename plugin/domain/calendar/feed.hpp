// SPDX-License-Identifier: EUPL-1.2
// What a procurement calendar shows: the milestones of many tenders and contracts in a window of time, ready to be
// written as iCalendar, CSV, JSON or a page. A view: it decides nothing, and names in it are already fit for its
// audience.
#pragma once

#include <string>
#include <vector>

#include "domain/model.hpp"

namespace mvoi::domain {

enum class Audience { Internal, Public };  // intern, publiek

enum class FeedObject { Tender, Contract };  // what a milestone belongs to

struct FeedItem {
    std::string tender;  // UUID of the tender, or of the contract
    FeedObject object = FeedObject::Tender;
    std::string code;                // milestone code; UUID and code together identify the item for ever
    std::string label;               // of the milestone, in the language of the feed: "Publicatie"
    std::string title;               // of the tender or contract
    std::string organisation;        // code
    std::string reference;           // the host's own number; empty for the public
    std::string kind;                // werk, levering, dienst
    std::vector<std::string> flags;  // labels of the tender's flags; empty for the public
    PlannedDate date;                // always with days: unknown dates are not in a feed
    MilestoneStatus status = MilestoneStatus::Planned;
    int sequence = 0;
    std::string changed;  // UTC stamp of the object's last change, "2026-11-21T09:30:00Z"
};

struct Feed {
    std::string name;         // "Aanbestedingskalender gm0344"
    std::string description;  // a sentence; for the public it holds the disclaimer
    std::string language;     // "nl" or "en"
    Audience audience = Audience::Internal;
    Date from{2000, 1, 1};
    Date to{2000, 1, 1};
    std::vector<FeedItem> items;  // by first day, then by tender and code
};

}  // namespace mvoi::domain
