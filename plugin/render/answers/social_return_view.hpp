// SPDX-License-Identifier: EUPL-1.2
// Social return as answers show it: what was agreed, what is owed, and the statement with every sentence of its rows.
#pragma once

#include "domain/rules.hpp"
#include "domain/social_return/account.hpp"
#include "json/out.hpp"

namespace mvoi::render {

struct StatementContext {
    const domain::Rules& rules;
    const domain::Policy* in_force;  // of the organisation; nullptr: none
    domain::Language language;
    domain::Date today;
};

// The member "socialReturn" of a contract: the terms as they were agreed, and what is owed by them.
void write_social_return(json::Out& out, const domain::social_return::Terms& terms,
                         const domain::social_return::Account& account, domain::Language language);

// common.json#/$defs/answerSocialReturn
void write_statement(json::Out& out, const domain::Contract& contract, const domain::social_return::Efforts& realised,
                     const domain::social_return::Account& account, const StatementContext& context);

// Of a group or a bonus of the table; what has no label is shown by its kind.
std::string row_label(const domain::social_return::StatementRow& row,
                      const std::optional<domain::social_return::Table>& table, domain::Language language);

// The figures of one contract, as members of a line of a list.
void write_figures(json::Out& out, const domain::social_return::Account& account);

}  // namespace mvoi::render
