// SPDX-License-Identifier: EUPL-1.2
// Social return. The tables say which contracts ask for it and which entry holds what; candidates, amounts and reasons
// are read there, so that a text that is blacked out stands nowhere else.
#include "store/fold/parts.hpp"

namespace mvoi::store::folding {
namespace {

void put_item(Connection& connection, const Entry& entry, std::string_view kind, int number) {
    Query(connection, "realisation_put").with(entry.object_id).with(kind).with(number).with(entry.seq).run();
}

}  // namespace

void put_social_return(Connection& connection, const domain::Contract& contract, std::int64_t id) {
    if (contract.social_return) Query(connection, "social_return_put").with(contract.organisation).with(id).run();
}

void take_away_social_return(Connection& connection, const domain::Contract& contract, std::int64_t id) {
    Query(connection, "social_return_delete").with(contract.organisation).with(id).run();
}

void fold_realised(Connection& connection, const Entry& entry) {
    const auto& realised = *entry.facts.realised;
    for (const auto& back : realised.taken_back)
        Query(connection, "realisation_take_back").with(entry.object_id).with(back.number).run();
    for (const auto& each : realised.placements) put_item(connection, entry, "plaatsing", each.number);
    for (const auto& each : realised.invoices) put_item(connection, entry, "factuur", each.number);
    for (const auto& each : realised.activities) put_item(connection, entry, "activiteit", each.number);
    if (realised.pso_step) put_item(connection, entry, "pso", 0);
    if (realised.carried_in_cents) put_item(connection, entry, "overloop", 0);
}

}  // namespace mvoi::store::folding
