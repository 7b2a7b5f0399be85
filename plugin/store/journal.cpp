// SPDX-License-Identifier: EUPL-1.2
#include "store/journal.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>

#include "json/text.hpp"
#include "mvoi.h"
#include "store/fold/kinds.hpp"

namespace mvoi::store {
namespace {

void add_text_member(std::string& out, const char* name, const std::string& text) {
    out += ",\"";
    out += name;
    out += "\":";
    json::write_text(out, text);
}

Entry read_entry(std::int64_t seq, std::int64_t object_id, std::string_view text, std::string_view texts,
                 std::string hash) {
    json::Value value = stored_json(text);
    Entry entry;
    entry.texts = read_texts(texts);
    unseal(value, entry.texts);
    entry.seq = seq;
    entry.object_id = object_id;
    entry.hash = std::move(hash);
    entry.at = value.text_or("at");
    entry.actor = value.text_or("actor");
    entry.role = value.text_or("role");
    entry.origin = value.text_or("origin");
    entry.operation = value.text_or("operation");
    entry.object = value.text_or("object");
    entry.request_id = value.text_or("requestId");
    entry.library = value.text_or("library");
    if (auto today = domain::parse_date(value.text_or("today"))) entry.today = *today;
    if (json::Value* request = value.find("request")) entry.request = std::move(*request);
    entry.organisation = entry.request.text_or("organisation");
    if (json::Value* facts = value.find("facts")) entry.facts_json = std::move(*facts);
    entry.facts = json::read_json<json::Facts>(entry.facts_json);
    return entry;
}

// Every digest that a value cites.
void cited(const json::Value& value, std::vector<std::string>& digests) {
    if (const json::Object* members = value.object()) {
        if (members->size() == 1 && members->front().name == "sealed" && members->front().value.text())
            digests.push_back(*members->front().value.text());
        for (const json::Member& member : *members) cited(member.value, digests);
    } else if (const json::List* items = value.list()) {
        for (const json::Value& item : *items) cited(item, digests);
    }
}

}  // namespace

std::string hash_of_entry(const std::string& previous, std::string_view entry) {
    return sha256(previous, "\n", entry);
}

Head journal_head(Connection& connection) {
    Query query(connection, "journal_head");
    if (!query.step()) return {};
    return {query.integer(0), query.text(1)};
}

// The members in the order of canonical JSON.
SealedEntry seal(const Deed& deed, const std::string& object, const json::Facts& facts, const SealedTexts& earlier) {
    Sealer sealer(earlier);
    SealedEntry sealed;
    sealed.before_at = "{\"actor\":";
    sealer.write(sealed.before_at, deed.actor);
    sealed.before_at += ",\"at\":\"";

    std::string& middle = sealed.before_seq;
    middle.reserve(6000);
    middle = "\",\"facts\":";
    json::Out out(middle, &sealer);
    json::write_json(out, facts);
    add_text_member(middle, "library", MVOI_VERSION);
    add_text_member(middle, "object", object);
    add_text_member(middle, "operation", deed.operation);
    add_text_member(middle, "origin", deed.origin);
    middle += ",\"request\":";
    json::write_canonical(middle, deed.request, &sealer);
    if (!deed.request_id.empty()) add_text_member(middle, "requestId", deed.request_id);
    if (!deed.role.empty()) add_text_member(middle, "role", deed.role);
    middle += ",\"seq\":";

    add_text_member(sealed.after_seq, "today", domain::to_text(deed.today));
    sealed.after_seq += '}';
    sealed.texts = write_texts(sealer.take_texts());
    return sealed;
}

Link journal_append(Connection& connection, const SealedEntry& sealed, std::int64_t object_id, const std::string& at) {
    const Head head = journal_head(connection);
    Link added{head.seq + 1, object_id ? object_id : head.seq + 1, {}};
    std::string entry;
    entry.reserve(sealed.before_at.size() + sealed.before_seq.size() + sealed.after_seq.size() + 64);
    entry.append(sealed.before_at).append(at).append(sealed.before_seq).append(std::to_string(added.seq));
    entry.append(sealed.after_seq);
    added.hash = hash_of_entry(head.hash, entry);
    Query(connection, "journal_append")
        .with(added.seq)
        .with(added.object_id)
        .with(entry)
        .with(sealed.texts)
        .with(added.hash)
        .run();
    return added;
}

std::optional<Entry> journal_entry(Connection& connection, std::int64_t seq) {
    Query query(connection, "journal_get");
    if (!query.with(seq).step()) return std::nullopt;
    return entry_from(query, seq, 0);
}

Entry entry_from(Query& row, std::int64_t seq, int column) {
    return read_entry(seq, row.integer(column), row.text(column + 1), row.text(column + 2), row.text(column + 3));
}

UnreadEntry unread_entry_from(Query& row, std::int64_t seq, int column) {
    return {seq, row.integer(column), row.text(column + 1), row.text(column + 2), row.text(column + 3)};
}

Entry UnreadEntry::read() const {
    return read_entry(seq, object_id, entry, texts, hash);
}

void journal_walk(Connection& connection, std::int64_t after, std::int64_t limit, std::optional<std::int64_t> object_id,
                  const std::function<void(Entry&&)>& visit) {
    Query query(connection, object_id ? "journal_of_object" : "journal_after");
    if (object_id) query.with(*object_id);
    query.with(after).with(limit);
    while (query.step())
        visit(read_entry(query.integer(0), query.integer(1), query.text(2), query.text(3), query.text(4)));
}

// ---- verifying ------------------------------------------------------------------------------------------------------

namespace {

struct Row {
    std::int64_t seq, object_id;
    std::string entry, texts, hash;
};

class Verifier {
  public:
    Verifier(Connection& connection, const std::optional<Head>& known) : connection_(connection), known_(known) {}

    // The rule that a row breaks; empty: none.
    std::string check(const Row& row, JournalCheck& result) {
        if (row.seq != result.head.seq + 1) return "journal.gap";
        if (hash_of_entry(result.head.hash, row.entry) != row.hash) return "journal.hash";
        if (known_ && known_->seq == row.seq && known_->hash != row.hash) return "journal.other-head";
        json::Value value;
        SealedTexts texts;
        try {
            value = stored_json(row.entry);
            texts = read_texts(row.texts);
        } catch (const StoreError& error) {
            if (error.trouble != Trouble::Damaged) throw;
            return "journal.unreadable";
        }
        if (value.integer_or("seq", 0) != row.seq) return "journal.columns";
        if (!is_first(value) != (row.object_id != row.seq)) return "journal.columns";
        if (!same_object(row, value.text_or("object"))) return "journal.columns";
        return check_texts(value, texts, row, result);
    }

    // Every blackening must be said by a later entry, and every entry that says so must have been followed. The first
    // entry of which that is not so; 0: there is none.
    std::int64_t first_disagreement() const {
        std::vector<BlackedOut> different;
        std::set_symmetric_difference(blacked_out_.begin(), blacked_out_.end(), announced_.begin(), announced_.end(),
                                      std::back_inserter(different));
        return different.empty() ? 0 : different.front().seq;
    }

  private:
    // True for the first entry about its object.
    static bool is_first(const json::Value& entry) {
        const json::Value* facts = entry.find("facts");
        if (!facts) return true;
        for (const Kind& kind : kinds())
            if (const json::Value* fact = facts->find(kind.name); fact && kind.turn == Turn::ByRevision)
                if (const json::Value* revision = fact->find("revision"); revision && revision->integer())
                    return *revision->integer() == 1;
        return std::none_of(kinds().begin(), kinds().end(),
                            [&](const Kind& kind) { return kind.turn == Turn::Later && facts->find(kind.name); });
    }

    bool same_object(const Row& row, const std::string& object) {
        if (row.object_id == row.seq) return true;
        Query query(connection_, "journal_get");
        if (row.object_id > row.seq || !query.with(row.object_id).step()) return false;
        try {
            return stored_json(query.text(1)).text_or("object") == object;
        } catch (const StoreError& error) {
            if (error.trouble != Trouble::Damaged) throw;
            return false;
        }
    }

    std::string check_texts(const json::Value& value, const SealedTexts& texts, const Row& row, JournalCheck& result) {
        std::vector<std::string> digests;
        cited(value, digests);
        for (const std::string& digest : digests)
            if (!texts.contains(digest)) return "journal.text-missing";
        for (const auto& [digest, sealed] : texts) {
            if (!sealed.ground.empty()) {
                ++result.redacted;
                blacked_out_.insert({row.seq, digest, sealed.entry, sealed.ground});
            } else if (seal_digest(sealed.salt, sealed.text) != digest) {
                return "journal.text";
            }
        }
        if (write_texts(texts) != row.texts) return "journal.text";
        if (const json::Value* redaction = json::at(value, "/facts/redaction"))
            for (const json::Value& seq : redaction->list_or_empty("entries"))
                announced_.insert({seq.integer() ? *seq.integer() : 0, redaction->text_or("digest"), row.seq,
                                   redaction->text_or("ground")});
        return {};
    }

    // A text that is gone: of which entry, and which entry says so on what ground.
    struct BlackedOut {
        std::int64_t seq;
        std::string digest;
        std::int64_t by_entry;
        std::string ground;
        auto operator<=>(const BlackedOut&) const = default;
    };
    Connection& connection_;
    const std::optional<Head>& known_;
    std::set<BlackedOut> blacked_out_, announced_;
};

}  // namespace

JournalCheck journal_verify(Connection& connection, const StopFlag& stop, const std::optional<Head>& known) {
    JournalCheck result;
    Verifier verifier(connection, known);
    const auto broken = [&](std::int64_t seq, std::string rule) {
        result.intact = false;
        result.broken_seq = seq;
        result.broken_rule = std::move(rule);
        return result;
    };
    try {
        Query query(connection, "journal_after");
        query.with(0).with(std::numeric_limits<std::int64_t>::max());
        while (query.step()) {
            if (stop.load(std::memory_order_relaxed)) throw StoreError(Trouble::Interrupted, "interrupted");
            const Row row{query.integer(0), query.integer(1), query.text(2), query.text(3), query.text(4)};
            std::string rule = verifier.check(row, result);
            if (!rule.empty()) {
                const std::int64_t seq = rule == "journal.gap" ? result.head.seq + 1 : row.seq;
                return broken(seq, std::move(rule));
            }
            result.head = {row.seq, row.hash};
            ++result.entries;
        }
    } catch (const StoreError& error) {
        if (error.trouble != Trouble::Damaged) throw;  // no verdict on what could not be read
        return broken(result.head.seq + 1, "journal.file-damaged");
    }
    if (known && known->seq > result.head.seq) return broken(result.head.seq + 1, "journal.cut-off");
    if (const std::int64_t seq = verifier.first_disagreement()) return broken(seq, "journal.redaction");
    return result;
}

// ---- redacting ------------------------------------------------------------------------------------------------------

std::optional<std::string> sealed_at(Connection& connection, std::int64_t seq, const std::string& member) {
    Query query(connection, "journal_get");
    if (!query.with(seq).step()) return std::nullopt;
    const json::Value entry = stored_json(query.text(1));
    const json::Value* place = json::at(entry, member);
    if (!place || !place->find("sealed")) return std::nullopt;
    return place->text_or("sealed");
}

std::vector<std::int64_t> entries_citing(Connection& connection, std::int64_t object_id, const std::string& digest) {
    std::vector<std::int64_t> entries;
    Query query(connection, "journal_of_object");
    query.with(object_id).with(0).with(std::numeric_limits<std::int64_t>::max());
    while (query.step())
        if (read_texts(query.text(3)).contains(digest)) entries.push_back(query.integer(0));
    return entries;
}

void black_out(Connection& connection, std::int64_t seq, const std::string& digest, const std::string& ground,
               std::int64_t by_entry) {
    SealedTexts texts;
    {
        Query query(connection, "journal_get");
        if (!query.with(seq).step()) throw StoreError(Trouble::Damaged, "no such entry");
        texts = read_texts(query.text(2));
    }
    texts[digest] = Sealed{{}, {}, ground, by_entry};
    Query(connection, "journal_black_out").with(seq).with(write_texts(texts)).run();
}

}  // namespace mvoi::store
