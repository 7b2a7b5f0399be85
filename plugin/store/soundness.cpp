// SPDX-License-Identifier: EUPL-1.2
#include "store/soundness.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <vector>

#include "resources/resources.hpp"
#include "store/fold/fold.hpp"
#include "store/fold/tables.hpp"

namespace mvoi::store {
namespace {

bool tables_are_ours(Connection& connection) {
    return connection.number("SELECT value FROM meta WHERE name = 'fold'") == fold_version;
}

using Layout = std::map<std::string, std::string>;

// The scripts that lay out a register, and how many things they make.
struct Scripts {
    std::string text;
    std::size_t objects = 0;
    Scripts() {
        for (std::size_t i = 0; i < resources::file_count; ++i)
            if (resources::files[i].name.starts_with("sqlite/")) text.append("\n").append(resources::files[i].content);
        for (std::size_t at = text.find("\nCREATE "); at != text.npos; at = text.find("\nCREATE ", at + 1)) ++objects;
    }
};

// The texts are kept by the database as they stood in the scripts. Making a register to compare with takes longer.
bool is_as_made(const Layout& layout) {
    static const auto& scripts = *new const Scripts;  // kept for ever
    return layout.size() == scripts.objects && std::all_of(layout.begin(), layout.end(), [](const auto& object) {
               return scripts.text.find(object.second + ";") != std::string::npos;
           });
}

std::optional<Contradiction> layout_contradiction(const Layout& theirs) {
    if (is_as_made(theirs)) return std::nullopt;
    const Layout ours = empty_register()->layout();
    for (const auto& [object, text] : theirs)
        if (!ours.contains(object)) return Contradiction{"register.object-added", 0, {{"value", object}}};
    for (const auto& [object, text] : ours) {
        const auto found = theirs.find(object);
        if (found == theirs.end()) return Contradiction{"register.object-gone", 0, {{"value", object}}};
        if (found->second != text) return Contradiction{"register.object-changed", 0, {{"value", object}}};
    }
    return std::nullopt;
}

Head head_of_tables(Connection& connection) {
    Query query(connection, "head_get");
    if (!query.step()) return {};
    return {query.integer(0), query.text(1)};
}

std::optional<Contradiction> head_contradiction(Connection& connection) {
    const Head journal = journal_head(connection), tables = head_of_tables(connection);
    const auto about = [](const char* rule, std::int64_t seq) {
        return Contradiction{rule, seq, {{"entry", std::to_string(seq)}}};
    };
    if (tables.seq > journal.seq) return about("journal.cut-off", journal.seq + 1);
    if (tables.seq < journal.seq) return about("register.tables-behind", tables.seq + 1);
    if (tables.hash != journal.hash) return about("register.other-head", journal.seq);
    return std::nullopt;
}

std::vector<std::uint64_t> rows_of(Connection& connection, const std::string& table) {
    std::vector<std::uint64_t> rows;
    connection.each_row(table, [&](std::string_view row) { rows.push_back(std::hash<std::string_view>()(row)); });
    std::sort(rows.begin(), rows.end());
    return rows;
}

}  // namespace

std::optional<Contradiction> contradiction(Connection& connection) {
    if (!tables_are_ours(connection)) return std::nullopt;
    const Layout layout = connection.layout();
    if (layout.contains("table head"))
        if (auto found = head_contradiction(connection)) return found;
    return layout_contradiction(layout);
}

void refuse_contradiction(Connection& connection) {
    auto found = contradiction(connection);
    if (!found) return;
    found->words["rule"] = found->rule;
    throw StoreError(Trouble::Storage, found->rule, std::move(found->words));
}

Connection::Differences tables_changed_by_hand(Connection& connection, const StopFlag& stop) {
    const auto anew = scratch_register();
    {
        Query entries(connection, "journal_after");
        entries.with(0).with(std::numeric_limits<std::int64_t>::max());
        Query append(*anew, "journal_append");
        while (entries.step())
            append.again()
                .with(entries.integer(0))
                .with(entries.integer(1))
                .with(entries.text(2))
                .with(entries.text(3))
                .with(entries.text(4))
                .run();
    }
    fold_all(*anew, stop);
    Connection::Differences differences;
    for (const std::string table : fold_tables) {
        if (stop.load(std::memory_order_relaxed)) throw StoreError(Trouble::Interrupted, "interrupted");
        const auto now = rows_of(connection, table), then = rows_of(*anew, table);
        std::vector<std::uint64_t> different;
        std::set_symmetric_difference(now.begin(), now.end(), then.begin(), then.end(), std::back_inserter(different));
        if (!different.empty()) differences.emplace_back(table, static_cast<std::int64_t>(different.size()));
    }
    return differences;
}

Soundness soundness(Connection& connection, const StopFlag& stop, const std::optional<Head>& known) {
    Soundness result;
    result.journal = journal_verify(connection, stop, known);
    if (!result.journal.intact || !tables_are_ours(connection)) return result;
    result.contradiction = contradiction(connection);
    if (!result.contradiction) result.differences = tables_changed_by_hand(connection, stop);
    return result;
}

}  // namespace mvoi::store
