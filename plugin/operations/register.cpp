// SPDX-License-Identifier: EUPL-1.2
// register.backup, register.restore and register.rebuild.
#include <filesystem>

#include "json/text.hpp"
#include "operations/table.hpp"
#include "store/rebuild.hpp"
#include "store/soundness.hpp"

namespace mvoi::operations {

std::string register_backup(const Call& call) {
    const std::string path = call.request().text_or("path");
    if (!store::is_file_name(path)) refuse(domain::No::Invalid, "/path", "store.no-file", {{"value", path}});
    std::error_code error;
    const std::filesystem::path file = std::filesystem::absolute(path, error);
    // SQLite would take the slash at the end away and write a file of the folder's name.
    if (error || !file.has_filename() || !std::filesystem::is_directory(file.parent_path(), error))
        refuse(domain::No::Invalid, "/path", "backup.no-folder", {{"value", path}});
    store::Head head;
    call.read([&](store::Connection& connection) { head = store::journal_head(connection); });
    if (!call.store().engine().backup(call.stop(), file.string()))
        refuse(domain::No::Conflict, "/path", "backup.exists", {{"value", path}});
    // The copy may hold what was written after its head was read here: at least this much is in it.
    json::Value answer;
    answer.add("path", path);
    answer.add("bytes", static_cast<std::int64_t>(std::filesystem::file_size(file, error)));
    json::Value& shown = answer.add("head", {});
    shown.add("seq", head.seq);
    shown.add("hash", head.hash);
    return json::write(answer);
}

std::string register_restore(const Call& call) {
    const std::string path = call.request().text_or("to");
    if (!store::is_file_name(path)) refuse(domain::No::Invalid, "/to", "store.no-file", {{"value", path}});
    const std::string full = store::full_name(path);
    const std::filesystem::path file(full);
    std::error_code error;
    if (!file.has_filename() || !std::filesystem::is_directory(file.parent_path(), error))
        refuse(domain::No::Invalid, "/to", "backup.no-folder", {{"value", path}});
    if (call.store().engine().is_at(full)) refuse(domain::No::Invalid, "/to", "restore.itself", {{"value", path}});
    store::JournalCheck journal;
    const std::string kept = call.store().engine().put_in_place(call.stop(), full, [&](store::Connection& copy) {
        const store::Soundness found = store::soundness(copy, call.stop(), std::nullopt);
        if (!found.intact()) refuse(domain::No::Conflict, "", "restore.not-intact");
        journal = found.journal;
    });
    json::Value answer;
    answer.add("path", path);
    answer.add("entries", journal.entries);
    json::Value& head = answer.add("head", {});
    head.add("seq", journal.head.seq);
    head.add("hash", journal.head.hash);
    if (!kept.empty()) answer.add("kept", kept);
    return json::write(answer);
}

std::string register_rebuild(const Call& call) {
    const store::Rebuilt rebuilt =
        store::rebuild(call.store().engine(), call.wait_ms(), call.stop(), call.request().boolean_or("dryRun", false));
    json::Value answer, differences(json::List{});
    for (const auto& [table, rows] : rebuilt.differences) {
        json::Value& each = differences.append({});
        each.add("table", table);
        each.add("rows", rows);
    }
    answer.add("entries", rebuilt.entries);
    answer.add("equal", rebuilt.differences.empty());
    answer.add("differences", std::move(differences));
    return json::write(answer);
}

}  // namespace mvoi::operations
