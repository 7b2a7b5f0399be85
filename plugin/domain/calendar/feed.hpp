// SPDX-License-Identifier: EUPL-1.2
// The contents of a procurement calendar: the milestones of many tenders and contracts in a window of time, ready to be
// written as iCalendar, CSV, JSON or a page. A view: it decides nothing, and names in it are fit for its readers.
#pragma once

#include <string>
#include <vector>

#include "domain/model.hpp"

namespace mvoi::domain {

enum class Audience { Internal, Public };  // intern, publiek
enum class Component { Event, Todo };      // of iCalendar: days (VEVENT), or tasks by then (VTODO)

// A field of a tender beside its milestones, in words for people.
struct Detail {
    std::string code;  // procedure, valueBand, themes, ambition, contact
    std::string label;
    std::string value;
};

enum class FeedObject { Tender, Contract };  // the object of a milestone

struct FeedItem {
    std::string tender;  // UUID of the tender, or of the contract
    FeedObject object = FeedObject::Tender;
    std::string review;              // UUID, of a meeting of the board: the tender has one item for each
    int promise = 0;                 // number of a promise of the contract: it has one item for each
    int evidence = 0;                // number of a document under the contract: likewise
    int year = 0;                    // of what comes round again: it has one item for each year
    std::string code;                // milestone code; UUID and code together identify the item for ever
    std::string label;               // of the milestone, in the language of the feed: "Publicatie"
    std::string title;               // of the tender or contract
    std::string organisation;        // code
    std::string reference;           // the host's own number; empty where it is not published
    std::string kind;                // werk, levering, dienst
    std::vector<std::string> flags;  // labels of the tender's flags; empty for the public
    PlannedDate date;                // always with days: unknown dates are not in a feed
    MilestoneStatus status = MilestoneStatus::Planned;
    int sequence = 0;
    std::string changed;             // UTC stamp since when it is shown like this, "2026-11-21T09:30:00Z"
    std::optional<Date> changed_on;  // the day its date or status last changed, as far as is known
    std::vector<Detail> details;     // for the public, what policy publishes besides; of a contract, its law and sum
    std::string todo;                // the buyer's task by then, in the language of the feed; empty: none
    std::string settled;             // it was a day to act by and that was done: what was done; empty: it was not
    int priority = 0;                // of that: 1 highest, 9 lowest, 0 not said (RFC 5545 3.8.1.9)
};

// A day behind which a reader of calendars can put it; unknown dates are no items.
inline bool can_be_shown(const FeedItem& item) {
    const PlannedDate& date = item.date;
    return date.precision != Precision::Unknown && date.first && date.last && *date.first <= *date.last;
}

struct Feed {
    std::string name;         // "Aanbestedingskalender gm0344"
    std::string description;  // a sentence; for the public it is the disclaimer
    std::string language;     // "nl" or "en"
    Audience audience = Audience::Internal;
    Component component = Component::Event;
    std::vector<int> alarm_days;  // so many days before what is to be done is due, a reader is alarmed; empty: never
    Date from{2000, 1, 1};
    Date to{2000, 1, 1};
    std::vector<FeedItem> items;  // by first day, then by tender and code
};

}  // namespace mvoi::domain
