// SPDX-License-Identifier: EUPL-1.2
// The journal: what was done, by whom, and what it established; each entry chained to the one before.
//
// An entry is canonical JSON: actor, at, facts, library, object, operation, origin, request, requestId?, role?, seq,
// today.
// Its hash is SHA-256 over the hash before (64 zeros for the first), a newline, and the entry.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/date.hpp"
#include "json/facts/facts.hpp"
#include "json/value.hpp"
#include "store/engine.hpp"
#include "store/seal.hpp"

namespace mvoi::store {

struct Head {
    std::int64_t seq = 0;
    std::string hash = std::string(64, '0');
};

// The part of an entry that comes with the call: the operation, the person, the day and the request.
struct Deed {
    std::string operation;
    std::string actor;
    std::string role;  // in which the actor acts; empty: not named
    std::string origin;
    std::string request_id;  // empty: none
    domain::Date today{2000, 1, 1};
    json::Value request;  // with its redactable texts marked
};

// An entry as it is read back, texts in place.
struct Entry {
    std::int64_t seq = 0;
    std::int64_t object_id = 0;  // seq of the first entry about the same object
    std::string at, actor, role, origin, operation, object, request_id, library, hash;
    std::string organisation;  // that the request names; empty: none
    domain::Date today{2000, 1, 1};
    json::Value request;
    json::Value facts_json;
    json::Facts facts;
    SealedTexts texts;
};

Head journal_head(Connection& connection);
// The hash of an entry, which chains it to the one before.
std::string hash_of_entry(const std::string& previous, std::string_view entry);

// An entry but for its stamp and number: everything that can be made before the register is locked.
struct SealedEntry {
    std::string before_at, before_seq, after_seq;  // the canonical JSON around the two
    std::string texts;
};

//   object   "tender:<uuid>", "policy:<name>", "register"
//   earlier  the texts of the object's entry before, so that the same text keeps its digest
SealedEntry seal(const Deed& deed, const std::string& object, const json::Facts& facts, const SealedTexts& earlier);

// The numbers and the hash that an entry got when it was added.
struct Link {
    std::int64_t seq = 0;
    std::int64_t object_id = 0;
    std::string hash;
};

// Adds an entry; writes nothing but the journal.
//   object_id  seq of the object's first entry; 0: this is the first
//   at         the stamp, from now_stamp()
Link journal_append(Connection& connection, const SealedEntry& sealed, std::int64_t object_id, const std::string& at);

std::optional<Entry> journal_entry(Connection& connection, std::int64_t seq);
// Of a row that has object, entry, texts and hash of the journal from this column on.
Entry entry_from(Query& row, std::int64_t seq, int column);
// The same, to be read when it is needed.
struct UnreadEntry {
    std::int64_t seq = 0, object_id = 0;
    std::string entry, texts, hash;
    Entry read() const;
};
UnreadEntry unread_entry_from(Query& row, std::int64_t seq, int column);

// Entries in order, after a sequence number; of one object when object_id is given.
void journal_walk(Connection& connection, std::int64_t after, std::int64_t limit, std::optional<std::int64_t> object_id,
                  const std::function<void(Entry&&)>& visit);

struct JournalCheck {
    bool intact = true;
    std::int64_t entries = 0;
    std::int64_t redacted = 0;
    Head head;
    std::int64_t broken_seq = 0;
    std::string broken_rule;  // journal.*: a sentence in schema/messages/
};

// Reads the whole journal and checks every link, every text, every column. Stops at the first thing that does not fit.
//   known  a head written down earlier, which must still be in the chain
JournalCheck journal_verify(Connection& connection, const StopFlag& stop, const std::optional<Head>& known);

// The digest that stands at a JSON Pointer of an entry, such as /facts/tender/people/jurist; nothing when there is no
// sealed text there.
std::optional<std::string> sealed_at(Connection& connection, std::int64_t seq, const std::string& member);
// The entries of the same object that cite this digest, oldest first.
std::vector<std::int64_t> entries_citing(Connection& connection, std::int64_t object_id, const std::string& digest);
// Takes salt and text away in one entry.
void black_out(Connection& connection, std::int64_t seq, const std::string& digest, const std::string& ground,
               std::int64_t by_entry);

}  // namespace mvoi::store
