// SPDX-License-Identifier: EUPL-1.2
// The argument memory: counts of what was decided, and the wording of explanations.
#include "domain/decision/wording.hpp"
#include "store/fold_parts.hpp"

namespace mvoi::store::folding {
namespace {

// Adds to a count; false when it is not there. after: what it is then.
bool add(Connection& connection, const std::string& organisation, const domain::Precedent& precedent, int tenders,
         std::int64_t& after) {
    Query query(connection, "precedent_add");
    query.with(organisation).with(precedent.scope).with(precedent.theme).with(precedent.outcome).with(precedent.detail);
    if (!query.with(tenders).step()) return false;
    after = query.integer(0);
    return true;
}

void run(Connection& connection, const char* query, const std::string& organisation,
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

// Most of the time the count is there already.
void remember(Connection& connection, const std::string& organisation, const domain::Precedent& precedent) {
    std::int64_t after = 0;
    if (!add(connection, organisation, precedent, 1, after)) run(connection, "precedent_put", organisation, precedent);
}

void forget(Connection& connection, const std::string& organisation, const domain::Precedent& precedent) {
    std::int64_t after = 0;
    if (add(connection, organisation, precedent, -1, after) && after == 0)
        run(connection, "precedent_delete", organisation, precedent);
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
