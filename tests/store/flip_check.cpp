// SPDX-License-Identifier: EUPL-1.2
// One flipped byte anywhere in the journal is found by journal.verify, which names the entry; so is an entry that was
// taken out, exchanged or cut off. Called: flip_check [SEED [all]] (all: every byte of one row, else every eighth; and
// more of the others)
#include <filesystem>
#include <fstream>
#include <random>

#include "bench/bench.hpp"
#include "support/checks.hpp"

namespace {

using checks::check;

// The library's verdict on a file: "intact", "broken <seq> <rule>", or the reason why it does not open.
std::string verdict(const std::string& path, const std::string& request = "{}") {
    try {
        bench::Session session(path);
        session.call("journal.verify", request);
        if (session.integer("/intact") == 1) return "intact";
        return "broken " + std::to_string(session.integer("/broken/seq")) + " " + session.text("/broken/rule");
    } catch (const std::exception& error) {
        return std::string("refused ") + error.what();
    }
}

// A file of its own for one change, and a plain SQLite on it; the library has the file only after that is closed.
class Changed {
  public:
    Changed(const std::string& base, const std::string& path) : path_(path) {
        for (const char* more : {"", "-wal", "-shm"}) std::filesystem::remove(path + more);
        std::filesystem::copy_file(base, path);
    }
    void sql(const std::string& text) const {
        sqlite3* database = nullptr;
        sqlite3_open(path_.c_str(), &database);
        bench::run(database, "DROP TRIGGER journal_is_never_deleted; DROP TRIGGER journal_is_never_changed");
        bench::run(database, text);
        sqlite3_close(database);
    }
    std::string verdict(const std::string& request = "{}") const { return ::verdict(path_, request); }

  private:
    std::string path_;
};

struct Row {
    long seq;
    std::string columns[3];  // entry, texts, hash
};

std::vector<Row> rows_of(const std::string& path) {
    std::vector<Row> rows;
    sqlite3* database = nullptr;
    sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, "SELECT seq, entry, texts, hash, object FROM journal ORDER BY seq", -1, &statement,
                           nullptr) == SQLITE_OK) {
        while (sqlite3_step(statement) == SQLITE_ROW) {
            Row row{static_cast<long>(sqlite3_column_int64(statement, 0)), {}};
            for (int i = 0; i < 3; ++i)
                row.columns[i].assign(reinterpret_cast<const char*>(sqlite3_column_text(statement, i + 1)),
                                      static_cast<std::size_t>(sqlite3_column_bytes(statement, i + 1)));
            row.columns[2] += " " + std::to_string(sqlite3_column_int64(statement, 4));
            rows.push_back(std::move(row));
        }
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return rows;
}

std::string hex(const std::string& bytes) {
    static const char digits[] = "0123456789ABCDEF";
    std::string text;
    for (const char c : bytes) {
        text += digits[static_cast<unsigned char>(c) >> 4];
        text += digits[static_cast<unsigned char>(c) & 15];
    }
    return text;
}

void fill(const std::string& path) {
    bench::Session session(path);
    session.call("policy.adopt", bench::policy_request("gm0344"));
    for (int i = 0; i < 20; ++i) {
        const std::string reference = "F" + std::to_string(i),
                          named = R"({"organisation":"gm0344","reference":")" + reference + '"';
        session.call("tender.start", bench::start_request("gm0344", reference));
        session.call(
            "tender.decide",
            named +
                R"(,"themes":[{"theme":"milieu","state":"explained","explanation":{"reason":"anders","text":"Façade van )" +
                reference + R"("}}]})");
    }
    session.call("journal.redact",
                 R"({"entry":5,"member":"/facts/tender/people/budgethouder","ground":"Woo 5.1 lid 2 e"})");
}

//   apart  between the bytes of one whole row; of the others some
void flip_columns(const std::string& base, const std::string& path, std::mt19937& random, std::size_t apart) {
    static const char* const names[] = {"entry", "texts", "hash"};
    const auto rows = rows_of(base);
    int flips = 0;
    for (const Row& row : rows) {
        for (int column = 0; column < 3; ++column) {
            const std::string kept = column == 2 ? row.columns[2].substr(0, 64) : row.columns[column];
            if (kept == "{}") continue;
            // Bytes all along one whole row, and some bytes of the others.
            const bool whole = row.seq == 3;
            const std::size_t count = whole ? (kept.size() + apart - 1) / apart : apart == 1 ? 5 : 2;
            for (std::size_t i = 0; i < count; ++i) {
                const std::size_t place =
                    whole ? i * apart : std::uniform_int_distribution<std::size_t>(0, kept.size() - 1)(random);
                std::string bytes = kept;
                bytes[place] =
                    static_cast<char>(bytes[place] ^ (1 << std::uniform_int_distribution<int>(0, 6)(random)));
                Changed file(base, path);
                file.sql("UPDATE journal SET " + std::string(names[column]) + " = CAST(X'" + hex(bytes) +
                         "' AS TEXT) WHERE seq = " + std::to_string(row.seq));
                const std::string said = file.verdict();
                ++flips;
                check(said.rfind("broken " + std::to_string(row.seq) + " ", 0) == 0,
                      "byte " + std::to_string(place) + " of " + names[column] + " of entry " +
                          std::to_string(row.seq) + ": " + said);
            }
        }
        Changed file(base, path);
        file.sql("UPDATE journal SET object = object + 1 WHERE seq = " + std::to_string(row.seq));
        check(file.verdict().rfind("broken " + std::to_string(row.seq) + " ", 0) == 0,
              "object of entry " + std::to_string(row.seq));
    }
    std::printf("%d flipped bytes in columns\n", flips);
}

void change_order(const std::string& base, const std::string& path) {
    const auto said = [&](const std::string& sql, const std::string& request = "{}") {
        Changed file(base, path);
        if (!sql.empty()) file.sql(sql);
        return file.verdict(request);
    };
    const auto rows = rows_of(base);
    const std::string last = std::to_string(rows.back().seq), hash = rows.back().columns[2].substr(0, 64);
    const std::string head = R"({"head":{"seq":)" + last + R"(,"hash":")" + hash + R"("}})";
    check(said("", head) == "intact", "nothing changed");
    check(said("DELETE FROM journal WHERE seq = 7") == "broken 7 journal.gap",
          "entry 7 taken out: " + said("DELETE FROM journal WHERE seq = 7"));
    check(said("DELETE FROM journal WHERE seq = 1").rfind("broken 1 ", 0) == 0, "the first entry taken out");
    check(said("DELETE FROM journal WHERE seq > 30", head) == "broken 31 journal.cut-off",
          "cut off, against a head written down");
    check(said("UPDATE journal SET seq = 1000 WHERE seq = 8; UPDATE journal SET seq = 8 WHERE seq = 9; UPDATE journal "
               "SET seq = 9 WHERE seq = 1000")
                  .rfind("broken 8 ", 0) == 0,
          "entries 8 and 9 exchanged");
    check(said("UPDATE journal SET texts = '{}' WHERE seq = 3") == "broken 3 journal.text-missing",
          "texts of entry 3 taken away");
    check(said("UPDATE journal SET texts = json_set(texts, '$.\"' || (SELECT key FROM json_each(texts) LIMIT 1) || "
               "'\"', json('{\"entry\":2,\"ground\":\"x\"}')) WHERE seq = 3")
                  .rfind("broken ", 0) == 0,
          "a text blacked out without an entry that says so");
}

void flip_file(const std::string& base, const std::string& path, std::mt19937& random, int flips) {
    std::ifstream source(base, std::ios::binary);
    const std::string original((std::istreambuf_iterator<char>(source)), {});
    const auto before = rows_of(base);
    int harmless = 0, found = 0;
    for (int i = 0; i < flips; ++i) {
        std::string bytes = original;
        const std::size_t place = std::uniform_int_distribution<std::size_t>(0, bytes.size() - 1)(random);
        bytes[place] = static_cast<char>(bytes[place] ^ (1 << std::uniform_int_distribution<int>(0, 7)(random)));
        for (const char* more : {"", "-wal", "-shm"}) std::filesystem::remove(path + more);
        std::ofstream(path, std::ios::binary) << bytes;
        const std::string said = verdict(path);
        const auto after = rows_of(path);
        bool same = before.size() == after.size();
        for (std::size_t r = 0; same && r < before.size(); ++r)
            same = before[r].seq == after[r].seq &&
                   std::equal(std::begin(before[r].columns), std::end(before[r].columns), std::begin(after[r].columns));
        ++(said == "intact" ? harmless : found);
        check(same || said != "intact", "byte " + std::to_string(place) + " of the file changed the journal unseen");
    }
    std::printf("%d flipped bytes in the file: %d outside the journal, %d found\n", flips, harmless, found);
}

}  // namespace

int main(int argc, char** argv) {
    std::mt19937 random(argc > 1 ? static_cast<unsigned>(std::atoi(argv[1])) : 20261121U);
    const bench::Folder folder;
    const std::string base = folder.file("base.mvoi"), copy = folder.file("copy.mvoi");
    {
        fill(folder.file("live.mvoi"));
        bench::Session session(folder.file("live.mvoi"));
        session.call("register.backup", R"({"path":")" + base + R"("})");
    }
    const bool all = argc > 2;
    flip_columns(base, copy, random, all ? 1 : 8);
    change_order(base, copy);
    flip_file(base, copy, random, all ? 400 : 200);
    return checks::report();
}
