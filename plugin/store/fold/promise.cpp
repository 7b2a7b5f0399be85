// SPDX-License-Identifier: EUPL-1.2
// Promises and their observations. An observation stands in the entry that put it down, and here, not in the contract.
#include "store/fold/parts.hpp"

namespace mvoi::store::folding {

using domain::to_text;

void put_promises(Connection& connection, const domain::Contract& contract, std::int64_t id) {
    for (const domain::promise::Promise& promise : contract.promises) {
        std::optional<std::string> owner;
        if (!promise.owner.empty()) owner = promise.owner;
        Query(connection, "promise_put")
            .with(id)
            .with(promise.number)
            .with(contract.organisation)
            .with(promise.theme)
            .with(owner)
            .run();
    }
}

void take_away_promises(Connection& connection, std::int64_t id) {
    Query(connection, "promise_delete").with(id).run();
}

void fold_observed(Connection& connection, const Entry& entry, const AtHand& at_hand) {
    for (const domain::promise::Withdrawal& back : entry.facts.observed->taken_back) {
        const std::string from = to_text(back.from);
        Query(connection, "observation_delete")
            .with(entry.object_id)
            .with(back.promise)
            .with(back.source)
            .with(from)
            .run();
    }
    {
        Query put(connection, "observation_put");
        for (const domain::promise::PromiseObservation& noted : entry.facts.observed->noted) {
            const domain::promise::Observation& seen = noted.observation;
            const std::string from = to_text(seen.from), to = to_text(seen.to), value = seen.value.text();
            put.again()
                .with(entry.object_id)
                .with(noted.promise)
                .with(seen.source)
                .with(from)
                .with(to)
                .with(value)
                .with(seen.unit)
                .with(seen.persons)
                .with(seen.estimated ? 1 : 0)
                .with(entry.seq)
                .run();
        }
    }
    if (at_hand.contract) return put_checks(connection, *at_hand.contract, at_hand.observed, entry);
    const auto current = journal_entry(connection, contract_entry(connection, entry.facts.observed->contract));
    if (!current || !current->facts.contract) throw StoreError(Trouble::Damaged, "the entry of a contract is gone");
    put_checks(connection, *current->facts.contract, nullptr, entry);
}

}  // namespace mvoi::store::folding
