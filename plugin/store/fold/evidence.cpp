// SPDX-License-Identifier: EUPL-1.2
// Ratings of promises, and the documents that are to prove them. The tables hold no name and no free text of these:
// blacking one out leaves nothing to lay out again.
#include "store/fold/parts.hpp"

namespace mvoi::store::folding {

using domain::to_text;

void fold_rated(Connection& connection, const Entry& entry) {
    for (const domain::promise::RatingRecord::PromiseRating& found : entry.facts.rated->found) {
        const std::string on = to_text(found.rating.on);
        Query(connection, "rating_put")
            .with(entry.object_id)
            .with(found.promise)
            .with(on)
            .with(found.rating.rating)
            .with(entry.seq)
            .run();
    }
}

void fold_evidenced(Connection& connection, const Entry& entry) {
    for (const domain::promise::Document& document : entry.facts.evidenced->documents) {
        std::optional<std::string> valid_to;
        if (document.valid_to) valid_to = to_text(*document.valid_to);
        const std::string today = to_text(entry.today);
        Query(connection, "evidence_put")
            .with(entry.object_id)
            .with(document.number)
            .with(document.sha256)
            .with(document.kind)
            .with(valid_to)
            .with(document.withdrawn ? 1 : 0)
            .with(entry.seq)
            .with(today)
            .with(entry.at)
            .run();
        Query(connection, "evidence_serves_delete").with(entry.object_id).with(document.number).run();
        for (const int promise : document.promises)
            Query(connection, "evidence_serves_put").with(entry.object_id).with(promise).with(document.number).run();
    }
}

}  // namespace mvoi::store::folding
