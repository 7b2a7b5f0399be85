// SPDX-License-Identifier: EUPL-1.2
#include "store/rebuild.hpp"

#include "store/fold/fold.hpp"

namespace mvoi::store {
namespace {

struct DryRun {};  // thrown to have the transaction undone

}  // namespace

Rebuilt rebuild(Engine& engine, int wait_ms, const StopFlag& stop, bool dry_run) {
    Rebuilt rebuilt;
    try {
        engine.write_alone(wait_ms, stop, [&](Connection& connection) {
            rebuilt.differences = connection.differences_by([&] {
                connection.make_tables();
                rebuilt.entries = fold_all(connection, stop);
            });
            if (dry_run) throw DryRun();
        });
    } catch (const DryRun&) {
    }
    return rebuilt;
}

}  // namespace mvoi::store
