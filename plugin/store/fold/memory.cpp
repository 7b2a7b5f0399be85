// SPDX-License-Identifier: EUPL-1.2
// The argument memory: counts of what was decided, and the wording of explanations.
#include "domain/decision/wording.hpp"
#include "store/fold/parts.hpp"

namespace mvoi::store::folding {
namespace {

Query& name(Query& query, const std::string& organisation, const domain::Precedent& precedent) {
    return query.with(organisation)
        .with(precedent.scope)
        .with(precedent.theme)
        .with(precedent.outcome)
        .with(precedent.detail);
}

}  // namespace

void remember(Connection& connection, const std::string& organisation, const domain::Precedent& precedent) {
    Query query(connection, "precedent_add");
    name(query, organisation, precedent).run();
}

void forget(Connection& connection, const std::string& organisation, const domain::Precedent& precedent) {
    for (const char* step : {"precedent_subtract", "precedent_sweep"}) {
        Query query(connection, step);
        name(query, organisation, precedent).run();
    }
}

void remember_wording(Connection& connection, const std::string& organisation, std::int64_t hash,
                      const std::string& words) {
    bool known = false;
    {
        Query query(connection, "wording_get");
        known = query.with(organisation).with(hash).step();
    }
    Query(connection, "wording_add").with(organisation).with(hash).with(words).run();
    if (known) return;
    for (const std::int64_t band : domain::bands_of(words))
        Query(connection, "wording_band_put").with(organisation).with(band).with(hash).run();
}

void forget_wording(Connection& connection, const std::string& organisation, std::int64_t hash) {
    Query(connection, "wording_subtract").with(organisation).with(hash).run();
    std::string words;
    {
        Query query(connection, "wording_get");
        if (!query.with(organisation).with(hash).step() || query.integer(0) > 0) return;
        words = query.text(1);
    }
    for (const std::int64_t band : domain::bands_of(words))
        Query(connection, "wording_band_delete").with(organisation).with(band).with(hash).run();
    Query(connection, "wording_delete").with(organisation).with(hash).run();
}

}  // namespace mvoi::store::folding
