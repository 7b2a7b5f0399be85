// SPDX-License-Identifier: EUPL-1.2
// A register that contradicts itself is not taken for intact, and nothing is added to it.
#include <sqlite3.h>

#include <fstream>
#include <sstream>

#include "mvoi.h"
#include "support/register.hpp"

namespace soundness_test {

using namespace mvoi;
namespace fs = std::filesystem;

namespace {

// A register of five tenders, changed by another SQLite while it is closed, and opened again.
struct Tampered : TestRegister {
    explicit Tampered(const std::string& sql) {
        for (int i = 1; i <= 5; ++i) call("tender.start", starting(std::to_string(i)));
        caller.store.reset();
        sqlite3* database = nullptr;
        REQUIRE(sqlite3_open((folder + "/register.mvoi").c_str(), &database) == SQLITE_OK);
        char* why = nullptr;
        const int code = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &why);
        INFO((why ? why : ""));
        CHECK(code == SQLITE_OK);
        sqlite3_free(why);
        sqlite3_close(database);
        reopen();
    }
    // The rule by which it is not intact; empty when it is.
    std::string verdict() {
        const auto answer = call("journal.verify", "{}");
        CHECK(answer.boolean_or("intact", false) == (answer.find("broken") == nullptr));
        return text_at(answer, "/broken/rule") == "(nothing)" ? "" : text_at(answer, "/broken/rule");
    }
    std::string writing() {
        try {
            call("tender.start", starting("new"));
            return {};
        } catch (const store::StoreError& error) {
            return error.rule;
        }
    }
};

// Everything in the folder, as bytes.
std::string bytes_in(const std::string& folder) {
    std::ostringstream all;
    for (const auto& each : fs::directory_iterator(folder)) all << std::ifstream(each.path(), std::ios::binary).rdbuf();
    return all.str();
}

const std::string without_triggers = "DROP TRIGGER journal_is_never_deleted; DROP TRIGGER journal_is_never_changed;";
const std::string with_triggers =
    "CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal\nBEGIN SELECT raise(ABORT, 'the journal is never "
    "deleted'); END;CREATE TRIGGER journal_is_never_changed BEFORE UPDATE OF seq, object, entry, hash ON "
    "journal\nBEGIN "
    "SELECT raise(ABORT, 'the journal is never changed'); END;";

}  // namespace

TEST_CASE("a journal whose tail was cut is held against the tables that still know it") {
    Tampered store(without_triggers + "DELETE FROM journal WHERE seq = 5;" + with_triggers);
    CHECK(store.verdict() == "journal.cut-off");
    CHECK(store.writing() == "journal.cut-off");
    CHECK(text_at(store.call("journal.verify", "{}"), "/broken/seq") == "5");
}

TEST_CASE("triggers that went, changed or came are noticed") {
    CHECK(Tampered(without_triggers).writing() == "register.object-gone");
    CHECK(Tampered(without_triggers).verdict() == "register.object-gone");
    Tampered eaten("CREATE TRIGGER eats BEFORE INSERT ON journal BEGIN SELECT raise(IGNORE); END");
    CHECK(eaten.verdict() == "register.object-added");
    CHECK(eaten.writing() == "register.object-added");
    Tampered changed("DROP INDEX tender_uuid; CREATE INDEX tender_uuid ON tender (title)");
    CHECK(changed.verdict() == "register.object-changed");
}

TEST_CASE("a session on a register that contradicts itself is told so when it is opened") {
    const auto opened = [](const TestRegister& store) {
        char text[4096];
        std::int32_t session = 0, length = 0;
        const std::string config = R"({"register":")" + store.folder + R"(/register.mvoi","readOnly":true})";
        CHECK(mvoi_open(config.c_str(), -1, &session, text, sizeof text, &length) == MVOI_OK);
        CHECK(mvoi_close(session) == MVOI_OK);
        return json::parse(text);
    };
    Tampered cut(without_triggers + "DELETE FROM journal WHERE seq = 5;" + with_triggers), whole("SELECT 1");
    CHECK(text_at(opened(cut), "/broken/rule") == "journal.cut-off");
    CHECK(opened(whole).find("broken") == nullptr);
}

TEST_CASE("tables that were changed by hand are named, and made anew by a rebuild") {
    Tampered store("UPDATE tender SET title = 'Iets anders' WHERE id = 2; DELETE FROM tender_flag");
    const auto answer = store.call("journal.verify", "{}");
    CHECK_FALSE(answer.boolean_or("intact", true));
    CHECK(text_at(answer, "/broken/rule") == "register.tables-differ");
    std::map<std::string, std::int64_t> tables;
    for (const auto& each : answer.list_or_empty("tables")) tables[each.text_or("table")] = each.integer_or("rows", 0);
    CHECK(tables["tender"] == 2);
    CHECK(tables["tender_flag"] > 0);
    store.call("register.rebuild", "{}");
    CHECK(store.verdict().empty());
    CHECK(store.writing().empty());
}

TEST_CASE("tables of an older file, and an entry that the tables do not know") {
    CHECK(Tampered("UPDATE head SET entry = 4").writing() == "register.tables-behind");
    CHECK(Tampered("UPDATE head SET hash = '" + std::string(64, 'a') + "'").verdict() == "register.other-head");
}

TEST_CASE("a text that was blacked out is in none of the files of the register") {
    TestRegister store;
    store.call("tender.start",
               R"({"organisation":"gm0344","reference":"1","title":"Kleine Truus uit Ede","kind":"dienst",)"
               R"("people":{"opdrachtgever":"Truida van Zwartgelakt"},"today":"2026-11-21"})");
    CHECK(bytes_in(store.folder).find("van Zwartgelakt") != std::string::npos);
    const std::string redact =
        R"({"entry":1,"member":"/facts/tender/people/opdrachtgever","ground":"Woo 5.1.2e","today":"2026-11-21"})";
    SECTION("at once") {
        const auto answer = store.call("journal.redact", redact);
        CHECK(answer.boolean_or("cleared", false));
        CHECK(bytes_in(store.folder).find("van Zwartgelakt") == std::string::npos);
        CHECK(fs::file_size(store.folder + "/register.mvoi-wal") == 0);
    }
    SECTION("unless somebody reads from the log meanwhile") {
        store.caller.wait_ms = 100;
        store.caller.store->engine().read(store.stop, [&](store::Connection& connection) {
            store::journal_head(connection);
            const auto answer = store.call("journal.redact", redact);
            CHECK_FALSE(answer.boolean_or("cleared", true));
            CHECK(answer.find("sentence"));
        });
    }
}

}  // namespace soundness_test
