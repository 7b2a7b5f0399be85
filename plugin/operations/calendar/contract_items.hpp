// SPDX-License-Identifier: EUPL-1.2
// The items of a calendar that are about contracts, with what a reader needs to trust them: the article, the sum, and
// the working day by which it is better done.
#pragma once

#include <vector>

#include "domain/calendar/feed.hpp"
#include "operations/call.hpp"
#include "store/tables/calendar.hpp"

namespace mvoi::operations {

// Adds what stands behind the day of an item.
//   steps  that lead to it; empty: it was not counted
void explain_item(const Call& call, const std::vector<domain::calendar::Step>& steps, domain::FeedItem& item);

// Says of each day in a feed that the rules of today count otherwise what it would be, and puts one item for each
// tender and contract where that is so before the first of these days.
void tell_recounts(const Call& call, store::Connection& connection, const std::string& organisation,
                   std::vector<domain::FeedItem>& items, std::vector<domain::FeedItem>& more);

// The days in a window on which a contract for an indefinite time is to be reconsidered: its calendar would be empty.
//   item  the contract, without a date
std::vector<domain::FeedItem> reconsiderations(const Call& call, const domain::FeedItem& item, domain::Date start,
                                               domain::Date from, domain::Date to);

}  // namespace mvoi::operations
