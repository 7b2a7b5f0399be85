// SPDX-License-Identifier: EUPL-1.2
// The days on which explanations lapse, so that they can be found on the day itself. Only of tenders that are not
// published yet: afterwards the decision is history.
#include "domain/decision/explain.hpp"
#include "domain/phase.hpp"
#include "store/fold/parts.hpp"

namespace mvoi::store::folding {
namespace {

using domain::to_text;

template <typename Each>
void each_edition(const domain::Tender& tender, Each each) {
    for (const domain::Decision& decision : tender.decisions)
        if (const domain::Explained* explained = domain::explanation_of(decision))
            for (const domain::Ending& ending : explained->endings)
                if (ending.event == "nieuwe-cataloguseditie") each(*explained, ending);
}

}  // namespace

void put_lapses(Connection& connection, const domain::Tender& tender, std::int64_t id) {
    if (!domain::is_before_publication(tender.phase)) return;
    if (tender.registration == domain::Registration::Withdrawn) return;
    // Each decision's first known day; "today" only counts for estimates, which were judged when they were written.
    const domain::Date never(9999, 12, 31);
    for (const domain::Decision& decision : tender.decisions)
        if (const domain::Explained* explained = domain::explanation_of(decision)) {
            const auto lapse = domain::lapse_of(*explained, tender, nullptr, never);
            if (lapse && lapse->on < never) Query(connection, "lapse_put").with(id).with(to_text(lapse->on)).run();
        }
    each_edition(tender, [&](const domain::Explained& explained, const domain::Ending& ending) {
        const std::string given = to_text(explained.date);
        Query(connection, "lapse_edition_put")
            .with(tender.organisation)
            .with(tender.product_group)
            .with(id)
            .with(ending.edition)
            .with(given)
            .run();
        std::string day;
        {
            Query query(connection, "catalogue_later");
            query.with(tender.organisation).with(tender.product_group).with(ending.edition).with(given);
            if (!query.step()) return;
            day = query.text(0);
        }
        Query(connection, "lapse_put").with(id).with(day).run();
    });
}

void take_away_lapses(Connection& connection, const domain::Tender& tender, std::int64_t id) {
    Query(connection, "lapse_delete").with(id).run();
    each_edition(tender, [&](const domain::Explained&, const domain::Ending&) {
        Query(connection, "lapse_edition_delete").with(tender.organisation).with(tender.product_group).with(id).run();
    });
}

void fold_catalogue(Connection& connection, const domain::Policy& policy, std::int64_t entry) {
    const std::string from = to_text(policy.valid_from);
    for (const auto& [group, edition] : policy.catalogue_editions) {
        Query(connection, "catalogue_put")
            .with(entry)
            .with(policy.organisation)
            .with(group)
            .with(edition)
            .with(from)
            .run();
        Query(connection, "lapse_by_edition").with(policy.organisation).with(group).with(from).with(edition).run();
    }
}

}  // namespace mvoi::store::folding
