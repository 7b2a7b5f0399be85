// SPDX-License-Identifier: EUPL-1.2
// Faults of rules, tables, placements, invoices and activities of social return. Paths are relative to each.
//
//   a rule        names no kind of contract twice; a percentage is 0 to 100; a lower one for a small labour share needs
//                 the ordinary one beside it; an assumed labour share is of the loonsom, so of no other basis
//   a table       names no code twice; an activity is worth something by the hour or by the day
//   a placement   is of a group and has bonuses of the table; started no later than today and the end of the contract;
//                 lasted no longer than from its start until then; with a week of at most 168 hours
//   an invoice    was sent no later than today and the end of the contract
//   an activity   was done no later than today and the end of the contract, for some time, and for no more hours
//                 than a year of work (36 x 52): more is several activities, or a typing error
#pragma once

#include <string>
#include <vector>

#include "domain/social_return/social_return.hpp"

namespace mvoi::domain::social_return {

std::vector<Fault> faults_of(const Rule& rule);
std::vector<Fault> faults_of(const Table& table);

//   end  the last day of the contract
std::vector<Fault> faults_of(const Placement& placement, const Table& table, Date today, Date end);
std::vector<Fault> faults_of(const Invoice& invoice, Date today, Date end);
std::vector<Fault> faults_of(const Done& done, Date today, Date end);

// The number of half months from one day to another, both inclusive: whole months, and half a month once half the days
// of the next month (rounded down) are over too. None when the last comes before the first.
int half_months_between(Date first, Date last);

}  // namespace mvoi::domain::social_return
