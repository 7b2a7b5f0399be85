// SPDX-License-Identifier: EUPL-1.2
#include "store/tables/calendar.hpp"

#include <algorithm>

#include "domain/phase.hpp"
#include "json/facts/form.hpp"
#include "json/text.hpp"
#include "store/seal.hpp"

namespace mvoi::store {
namespace {

using domain::FeedItem;
using domain::MilestoneStatus;

constexpr int longest_period_days = 366;  // a milestone known to the year

// UUID, reference, title and kind, which a tender or contract gives to its items, from this column on.
void take_object(FeedItem& item, Query& row, int column) {
    item.tender = row.text(column);
    item.reference = row.text(column + 1);
    item.title = row.text(column + 2);
    item.kind = row.text(column + 3);
}

domain::PlannedDate day_of(Query& row, int column) {
    auto date = domain::period_of(row.day(column).value(), domain::Precision::Day);
    date.certainty = domain::Certainty::Fixed;
    return date;
}

std::vector<domain::calendar::Step> steps_in(const std::string& sum) {
    std::vector<domain::calendar::Step> steps;
    const json::Value list = stored_json(sum);
    for (const json::Value& each : *list.list()) steps.push_back(json::read_json<domain::calendar::Step>(each));
    return steps;
}

CalendarMilestone milestone_from(Query& row) {
    CalendarMilestone milestone;
    FeedItem& item = milestone.item;
    item.organisation = row.text(0);
    item.code = row.text(1);
    item.date = domain::parse_planned_date(row.text(2)).value();
    item.date.certainty = domain::certainty_from(row.text(3)).value();
    item.status = domain::milestone_status_from(row.text(4)).value();
    item.sequence = static_cast<int>(row.integer(5));
    item.changed = row.text(6);
    take_object(item, row, 7);
    milestone.entry = row.integer(12);
    if (!row.is_null(13)) item.changed_on = row.day(13);
    return milestone;
}

// An item of something that a contract has several of, each with its number. Both the thing and its contract give it
// what it shows.
FeedItem numbered_from(Query& row, int FeedItem::*number) {
    FeedItem item;
    item.object = domain::FeedObject::Contract;
    item.organisation = row.text(0);
    item.date = day_of(row, 1);
    item.sequence = static_cast<int>(row.integer(3));
    item.changed = std::max(row.text(4), row.text(11));
    item.changed_on = row.day(5);
    item.*number = static_cast<int>(row.integer(6));
    take_object(item, row, 7);
    return item;
}

}  // namespace

std::vector<CalendarMilestone> tender_milestones(Connection& connection, const CalendarWindow& window,
                                                 bool with_provisional) {
    std::vector<CalendarMilestone> milestones;
    Query row(connection, "calendar_window");
    row.with(window.organisation).with(window.from - boost::gregorian::days(longest_period_days)).with(window.to);
    row.with(window.from).with(window.today).with(with_provisional ? 0 : 1).with(window.cancelled_since);
    while (row.step()) {
        milestones.push_back(milestone_from(row));
        milestones.back().outline = outline_on(row.text(11), window.today);
    }
    return milestones;
}

std::vector<CalendarMilestone> contract_milestones(Connection& connection, const CalendarWindow& window) {
    std::vector<CalendarMilestone> milestones;
    Query row(connection, "calendar_of_contracts");
    row.with(window.organisation).with(window.from - boost::gregorian::days(longest_period_days)).with(window.to);
    row.with(window.from).with(window.today).with(window.cancelled_since);
    while (row.step()) {
        milestones.push_back(milestone_from(row));
        milestones.back().item.object = domain::FeedObject::Contract;
        if (!row.is_null(14)) milestones.back().sum = steps_in(row.text(14));
    }
    return milestones;
}

std::vector<Endless> endless_contracts(Connection& connection, const std::string& organisation) {
    std::vector<Endless> contracts;
    Query row(connection, "contracts_endless");
    row.with(organisation);
    while (row.step()) {
        Endless each;
        each.item.object = domain::FeedObject::Contract;
        each.item.organisation = row.text(0);
        each.start = row.day(1).value();
        each.item.changed = row.text(2);
        take_object(each.item, row, 3);
        contracts.push_back(std::move(each));
    }
    return contracts;
}

std::map<std::string, Successors> successors(Connection& connection, const CalendarWindow& window) {
    std::map<std::string, Successors> found;
    Query row(connection, "successors");
    row.with(window.organisation).with(window.from - boost::gregorian::days(longest_period_days)).with(window.to);
    row.with(window.from).with(window.today);
    while (row.step()) {
        Successors& each = found[row.text(0)];
        if (!row.is_null(1)) each.started = row.day(1);
        each.turns = row.integer(2);
    }
    return found;
}

std::vector<FeedItem> promise_days(Connection& connection, const CalendarWindow& window) {
    std::vector<FeedItem> items;
    Query row(connection, "calendar_of_promises");
    row.with(window.organisation).with(window.from).with(window.to).with(window.cancelled_since);
    while (row.step()) {
        items.push_back(numbered_from(row, &FeedItem::promise));
        items.back().status = domain::milestone_status_from(row.text(2)).value();
    }
    return items;
}

std::vector<EvidenceDay> evidence_days(Connection& connection, const CalendarWindow& window) {
    std::vector<EvidenceDay> days;
    Query row(connection, "calendar_of_evidence");
    row.with(window.organisation).with(window.from).with(window.to).with(window.cancelled_since).with(window.today);
    while (row.step()) {
        days.push_back({numbered_from(row, &FeedItem::evidence), row.integer(12) != 0});
        days.back().item.status = row.integer(2) ? MilestoneStatus::Cancelled : MilestoneStatus::Planned;
    }
    return days;
}

std::vector<FeedItem> review_days(Connection& connection, const CalendarWindow& window) {
    std::vector<FeedItem> items;
    Query row(connection, "calendar_of_reviews");
    row.with(window.organisation).with(window.from).with(window.to).with(window.cancelled_since);
    while (row.step()) {
        FeedItem item;
        item.organisation = row.text(0);
        item.review = row.text(1);
        item.date = day_of(row, 2);
        const bool open = row.text(3) == "open", latest = row.integer(4) == 1;
        if (!open) item.status = MilestoneStatus::Done;
        if (open && !latest) item.status = MilestoneStatus::Cancelled;
        item.sequence = static_cast<int>(row.integer(5));
        item.changed = row.text(6);
        item.changed_on = domain::parse_date(item.changed.substr(0, 10));
        take_object(item, row, 7);
        items.push_back(std::move(item));
    }
    return items;
}

}  // namespace mvoi::store
