// SPDX-License-Identifier: EUPL-1.2
// The journal: canonical, chained, sealed, redactable, and enough to make everything else from.
#include <array>
#include <thread>

#include "json/facts/facts.hpp"
#include "register.hpp"
#include "store/seal.hpp"

using namespace mvoi;

namespace {

const char* const rich =
    R"({"organisation":"gm0344","reference":"1","title":"Façade \"Noord\"","kind":"werk","today":"2026-11-21",
  "cpv":["45443000-4"],"productGroup":"gebouwen","sector":"bouw","estimatedValueBand":{"fromCents":1,"toCents":2},
  "procedure":"openbaar","lots":[{"number":"2","title":"Perceel twee","cpv":["45443000"],"estimatedValueCents":1},{"number":"1"}],
  "people":{"opdrachtgever":"A. de Vries","jurist":"J. de Wit"},"instruments":["mki","pso"],"ambition":2,
  "themes":[{"theme":"klimaat","state":"applied","criteria":[{"number":"18,010","edition":"2020-12-10","kind":"minimumeis",
  "level":2,"legalForm":"technische-specificatie","proof":"EPD","weight":3},{"title":"Eigen eis"}]},
  {"theme":"milieu","state":"explained","explanation":{"reason":"budget","text":"Te duur.","author":"J. de Wit"}}],
  "planning":{"publication":{"date":"2027-02-01","precision":"quarter","certainty":"vast"},"contractStart":"onbekend"}})";

// Every row of the journal as it lies in the file.
std::vector<std::array<std::string, 3>> rows(TestRegister& store) {
    std::vector<std::array<std::string, 3>> all;
    store.caller.store->engine().read(store.stop, [&](store::Connection& connection) {
        store::Query query(connection, "journal_after");
        query.with(0).with(1000000);
        while (query.step()) all.push_back({query.text(2), query.text(3), query.text(4)});
    });
    return all;
}

void fill(TestRegister& store) {
    store.call("policy.adopt", R"({"organisation":"gm0344","title":"Actieplan","validFrom":"2026-01-01","ambition":2,
      "defaultLevels":[{"theme":"klimaat","productGroup":"gebouwen","level":3}],"themes":[{"theme":"welzijn","nl":"Welzijn","en":"Welfare"}],
      "gateMode":"blokkerend","thresholds":{"meervoudigWerkenCents":15000000},"goals":[{"theme":"klimaat","year":2026,"percent":80}]})");
    store.call("tender.start", rich);
    store.call(
        "tender.decide",
        R"({"organisation":"gm0344","reference":"1","today":"2026-11-22","themes":[{"theme":"circulair","state":"applied","level":1}]})");
    store.call("tender.advance",
               R"({"organisation":"gm0344","reference":"1","to":"cancelled","reason":"Te weinig belangstelling"})");
    store.call("register.import",
               R"({"format":"csv","organisation":"gm0344","text":"nummer;omschrijving;soort\n7;Papier;levering\n"})");
}

}  // namespace

TEST_CASE("entries are canonical JSON, chained by SHA-256 over the hash before, a newline, and the entry") {
    TestRegister store;
    fill(store);
    std::string before(64, '0');
    for (const auto& [entry, texts, hash] : rows(store)) {
        CHECK(json::write_canonical(json::parse(entry, 64)) == entry);
        CHECK(store::sha256(before, "\n", entry) == hash);
        before = hash;
    }
    CHECK(store::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("the facts hold all that was established: read back they are the same") {
    TestRegister store;
    fill(store);
    store.caller.store->engine().read(store.stop, [&](store::Connection& connection) {
        store::journal_walk(connection, 0, 100, std::nullopt, [&](store::Entry&& entry) {
            std::string text;
            json::Out out(text);
            write_json(out, entry.facts);
            CHECK(text == json::write_canonical(entry.facts_json));
        });
    });
}

TEST_CASE("no free text and no name stands in the chain itself") {
    TestRegister store;
    fill(store);
    for (const auto& [entry, texts, hash] : rows(store))
        for (const char* secret : {"Façade", "de Vries", "de Wit", "Te duur", "Perceel twee", "EPD", "Eigen eis",
                                   "tester", "belangstelling", "Actieplan", "Papier"})
            CHECK(entry.find(secret) == std::string::npos);
}

TEST_CASE("blacking out reaches every entry that cites the text, every table, and nothing else") {
    TestRegister store;
    fill(store);
    const auto before = rows(store);
    const std::string request =
        R"({"entry":2,"member":"/facts/tender/title","ground":"Woo 5.1 lid 1 c","actor":"woo-jurist"})";
    const auto answer = store.call("journal.redact", request);
    CHECK(text_at(answer, "/redacted") == "[2,3,4]");
    const auto verdict = store.call("journal.verify", "{}");
    CHECK(*verdict.find("intact")->boolean());
    CHECK(text_at(verdict, "/redacted") == "3");
    const std::string named = R"({"organisation":"gm0344","reference":"1"})";
    CHECK(text_at(store.call("tender.get", named), "/title") == "[zwartgelakt: Woo 5.1 lid 1 c]");
    CHECK(text_at(store.call("tender.get", named), "/people/jurist") == "J. de Wit");
    CHECK(text_at(store.call("tender.list", R"({"text":"zwart"})"), "/items/0/reference") == "1");
    const auto after = rows(store);
    for (std::size_t i = 0; i < before.size(); ++i) {
        CHECK(after[i][0] == before[i][0]);
        CHECK(after[i][2] == before[i][2]);
        CHECK(after[i][1].find("Noord") == std::string::npos);
    }
    CHECK(store.refusal("journal.redact", request) == std::set<std::string>{"journal.already-redacted"});
    CHECK(store.refusal("journal.redact", R"({"entry":2,"member":"/facts/tender/kind","ground":"x"})") ==
          std::set<std::string>{"journal.no-text"});
    CHECK(store.refusal("journal.redact", R"({"entry":99,"member":"/actor","ground":"x"})") ==
          std::set<std::string>{"journal.no-entry"});
    store.check_sound();
    // A name that stands in two places of an entry is one text: it goes in both.
    store.call("journal.redact", R"({"entry":2,"member":"/facts/tender/people/jurist","ground":"Woo 5.1 lid 2 e"})");
    CHECK(text_at(store.call("tender.get", named), "/themes/0/explanation/author") == "[zwartgelakt: Woo 5.1 lid 2 e]");
    store.check_sound();
    // And the tender goes on living with its black bar.
    store.call("tender.start", R"({"organisation":"gm0344","reference":"8","title":"Nieuw","kind":"werk"})");
    store.call("tender.change", R"({"organisation":"gm0344","reference":"8","kind":"dienst"})");
    store.check_sound();
}

TEST_CASE("a head that was written down proves what came before it") {
    TestRegister store;
    fill(store);
    const auto all = rows(store);
    const auto verify = [&](int seq, const std::string& hash) {
        return store.call("journal.verify",
                          R"({"head":{"seq":)" + std::to_string(seq) + R"(,"hash":")" + hash + R"("}})");
    };
    CHECK(*verify(3, all[2][2]).find("intact")->boolean());
    CHECK(text_at(verify(3, all[1][2]), "/broken/rule") == "journal.other-head");
    CHECK(text_at(verify(99, all[1][2]), "/broken/rule") == "journal.cut-off");
}

TEST_CASE("the tables can be dropped and made anew from the journal, by a dry run and for real") {
    TestRegister store;
    fill(store);
    store.check_sound();
    store.caller.store->engine().write(1000, store.stop, [](store::Connection& connection) {
        connection.run("DELETE FROM tender_flag; UPDATE tender SET title = 'vervalst' WHERE reference = '1'");
    });
    auto rebuilt = store.call("register.rebuild", R"({"dryRun":true})");
    CHECK_FALSE(*rebuilt.find("equal")->boolean());
    CHECK(text_at(rebuilt, "/differences/0") == R"({"table":"tender","rows":2})");
    rebuilt = store.call("register.rebuild", "{}");
    CHECK_FALSE(*rebuilt.find("equal")->boolean());
    store.check_sound();
}

TEST_CASE("a file whose tables another fold made is rebuilt when it is opened") {
    TestRegister store;
    fill(store);
    store.caller.store->engine().write(1000, store.stop, [](store::Connection& connection) {
        connection.run("DROP TABLE tender_theme; UPDATE meta SET value = '0' WHERE name = 'fold'");
    });
    store.reopen();
    store.check_sound();
    CHECK(text_at(store.call("tender.list", R"({"theme":"klimaat","state":"applied"})"), "/items/0/reference") == "1");
}

TEST_CASE("the journal can be neither changed nor deleted, not even by INSERT OR REPLACE") {
    TestRegister store;
    fill(store);
    for (const char* sql :
         {"DELETE FROM journal", "UPDATE journal SET entry = '{}' WHERE seq = 1", "UPDATE journal SET hash = hash",
          "INSERT OR REPLACE INTO journal SELECT seq, object, '{}', texts, hash FROM journal WHERE seq = 1"})
        CHECK_THROWS_AS(store.caller.store->engine().write(1000, store.stop,
                                                           [&](store::Connection& connection) { connection.run(sql); }),
                        store::StoreError);
    store.check_sound();
}

TEST_CASE("a backup is whole, compact and verifies") {
    TestRegister store;
    fill(store);
    const std::string copy = store.folder + "/kopie.mvoi";
    const auto answer = store.call("register.backup", R"({"path":")" + copy + R"("})");
    CHECK(store.refusal("register.backup", R"({"path":")" + copy + R"("})") == std::set<std::string>{"backup.exists"});
    for (const char* path : {"/no/such/folder/copy.mvoi", "folder/", "/"})
        CHECK(store.refusal("register.backup", R"({"path":")" + std::string(path) + R"("})") ==
              std::set<std::string>{"backup.no-folder"});
    auto other = store::Register::open(copy, false, 1000);
    other->engine().read(store.stop, [&](store::Connection& connection) {
        CHECK(store::journal_verify(connection, store.stop, std::nullopt).intact);
        CHECK(store::journal_head(connection).hash == text_at(answer, "/head/hash"));
    });
}

TEST_CASE("an operation that is refused in the middle of a group leaves the others alone") {
    TestRegister store;
    auto& engine = store.caller.store->engine();
    std::atomic<int> done{0}, refused{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 16; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 40; ++i) {
                try {
                    engine.write(5000, store.stop, [&](store::Connection& connection) {
                        const std::string name = "t" + std::to_string(t) + "-" + std::to_string(i);
                        connection.run("INSERT INTO meta VALUES ('" + name + "', '1')");
                        if ((t + i) % 3 == 0) throw domain::Refusal(domain::No::Blocked, domain::Fault{"", "x", {}});
                    });
                    ++done;
                } catch (const domain::Refusal&) {
                    ++refused;
                }
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(done + refused == 640);
    engine.read(store.stop, [&](store::Connection& connection) {
        CHECK(connection.number("SELECT count(*) FROM meta WHERE name LIKE 't%'") == done);
    });
}
