// SPDX-License-Identifier: EUPL-1.2
// The argument memory: counts of what was decided, and the wording of explanations.
#include "domain/decision/wording.hpp"
#include "store/fold_parts.hpp"

namespace mvoi::store::folding {
namespace {

void count(Connection& connection, const char* query, const std::string& organisation,
           const domain::Precedent& precedent) {
    Query(connection, query)
        .with(organisation)
        .with(precedent.scope)
        .with(precedent.theme)
        .with(precedent.outcome)
        .with(precedent.detail)
        .run();
}

}  // namespace

void remember(Connection& connection, const std::string& organisation, const domain::Precedent& precedent) {
    count(connection, "precedent_add", organisation, precedent);
}

void forget(Connection& connection, const std::string& organisation, const domain::Precedent& precedent) {
    count(connection, "precedent_subtract", organisation, precedent);
    count(connection, "precedent_sweep", organisation, precedent);
}

void remember_wording(Connection& connection, const std::string& organisation, const std::string& words) {
    const std::int64_t hash = domain::wording_hash(words);
    bool known = false;
    {
        Query query(connection, "wording_get");
        known = query.with(organisation).with(hash).step();
    }
    Query(connection, "wording_add").with(organisation).with(hash).with(words).run();
    if (known) return;
    for (const std::int64_t band : domain::bands_of(domain::likeness_of(words)))
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
    for (const std::int64_t band : domain::bands_of(domain::likeness_of(words)))
        Query(connection, "wording_band_delete").with(organisation).with(band).with(hash).run();
    Query(connection, "wording_delete").with(organisation).with(hash).run();
}

}  // namespace mvoi::store::folding
