// SPDX-License-Identifier: EUPL-1.2
// Gathering the statement of a contract.
#pragma once

#include "operations/current/contract.hpp"
#include "render/statement/statement.hpp"

namespace mvoi::operations {

// Everything that was asked, promised and shown, as the organisation sees it, on the day of the call. What it reads is
// of this contract and its tender, and the same documents under other contracts.
//   from, to  the days that observations are shown of, both inclusive; nothing: as far as there are
render::Statement statement_of(const Call& call, store::Connection& connection, CurrentContract current,
                               const std::optional<domain::Date>& from, const std::optional<domain::Date>& to);

// The things that are still to be shown, by day; those without a day last.
std::vector<render::ToShow> still_to_show(const render::Statement& statement, const domain::RuleBook& book);

}  // namespace mvoi::operations
