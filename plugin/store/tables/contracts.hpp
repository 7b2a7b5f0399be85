// SPDX-License-Identifier: EUPL-1.2
// Contracts, as the tables have them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/tables/place.hpp"

namespace mvoi::store {

std::optional<Placed> contract_by_reference(Connection& connection, const std::string& organisation,
                                            const std::string& reference);
// Those whose reference would be kept in this form today.
std::vector<Placed> contracts_by_alias(Connection& connection, const std::string& organisation,
                                       const std::string& alias);
std::optional<Placed> contract_by_uuid(Connection& connection, const std::string& uuid);
// Those that were signed from a tender, oldest first.
std::vector<Placed> contracts_of_tender(Connection& connection, const std::string& tender);

// Contracts of an organisation that end on this day or later, or renew themselves on `today` or before.
struct RunningFilter {
    std::string organisation;
    domain::Date ends_from{2000, 1, 1}, today{2000, 1, 1};
};
// Binds what every query with this filter asks: $1 to $3.
Query& bind_filter(Query& query, const RunningFilter& filter);
// Oldest first.
void each_running_contract(Connection& connection, const RunningFilter& filter, const Visitor<Placed>& visit);

// Contracts that renewed themselves, by the dates of their entries, on this day or before; oldest first.
std::vector<Placed> contracts_renewed(Connection& connection, domain::Date day,
                                      const std::optional<std::string>& organisation, std::int64_t limit);

// Contracts of an organisation whose days were counted by another edition of the rules, and that end on this day or
// later; oldest first.
std::vector<Placed> contracts_counted_otherwise(Connection& connection, const std::string& organisation,
                                                const std::string& edition, domain::Date day);

// Dates are those of the entries: a contract that renewed itself by today is let through whatever its dates are.
struct ContractFilter {
    std::optional<std::string> organisation;
    std::optional<std::string> text;  // in title, reference or suppliers, whatever the case of A to Z
    std::optional<std::string> ends_from, ends_to, notice_from, notice_to;
    bool open_options = false;
    std::int64_t before = 0;  // ids below this one
    domain::Date today{2000, 1, 1};
};
// Newest first.
void each_contract(Connection& connection, const ContractFilter& filter, const Visitor<Placed>& visit);

// Contracts of an organisation below this id, newest first; measurable: it has promises or social return.
struct MeasurableContract : Placed {
    bool measurable = false;
};
void each_measurable_contract(Connection& connection, const std::string& organisation, std::int64_t before,
                              const Visitor<MeasurableContract>& visit);
// Those of an organisation with social return, below this id, newest first.
void each_social_return_contract(Connection& connection, const std::string& organisation, std::int64_t before,
                                 const Visitor<Placed>& visit);

}  // namespace mvoi::store
