// SPDX-License-Identifier: EUPL-1.2
#include "store/past.hpp"

#include "store/fold/fold.hpp"

namespace mvoi::store {

std::unique_ptr<Connection> register_after(Connection& connection, const Entry& entry, const StopFlag& stop) {
    auto past = empty_register();
    Query query(connection, "journal_about_contract");
    query.with(entry.object_id).with(entry.seq);
    while (query.step())
        Query(*past, "journal_append")
            .with(query.integer(0))
            .with(query.integer(1))
            .with(query.text(2))
            .with(query.text(3))
            .with(query.text(4))
            .run();
    fold_all(*past, stop);
    return past;
}

}  // namespace mvoi::store
