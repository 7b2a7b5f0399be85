// SPDX-License-Identifier: EUPL-1.2
// The names of things are the same at every door: trimmed, composed, without what does not show. What stands in old
// registers otherwise is still found.
#include "json/key.hpp"
#include "store/fold/fold.hpp"
#include "support/register.hpp"

namespace keys_import_test {

namespace {

using namespace mvoi;

// As a register of before kept it: written without the doors of today.
void start_as_before(TestRegister& store, const std::string& reference) {
    const auto* operation = operations::find_operation("tender.start");
    REQUIRE(operation);
    operations::Caller caller = store.caller;
    json::Value asked = json::parse(starting("plain"));
    const operations::Call call(caller, "tender.start", std::move(asked));
    const std::string started = operation->run(call);
    const std::string uuid = json::parse(started, 64).text_or("tender");
    // The journal takes what it is given.
    store.caller.store->engine().write(5000, store.stop, [&](store::Connection& connection) {
        auto entry = store::journal_entry(connection, store::journal_head(connection).seq);
        domain::Tender tender = entry->facts.tender.value();
        operations::Draft draft;
        draft.object = "tender:" + uuid;
        draft.object_id = entry->object_id;
        draft.before = tender;
        draft.texts = entry->texts;
        tender.reference = reference;
        ++tender.revision;
        draft.facts.tender = tender;
        call.establish(connection, std::move(draft), json::Value(json::Object{}), call.today());
    });
}

}  // namespace

TEST_CASE("a key is composed, in one line, without what does not show", "[key]") {
    CHECK(json::key_of("N13") == "N13");
    CHECK(json::key_of("  N13\t \xC2\xA0") == "N13");
    CHECK(json::key_of("N 13\xE2\x80\xAF  a") == "N 13 a");
    CHECK(json::key_of("N\xE2\x80\x8B"
                       "13\xEF\xBB\xBF") == "N13");
    CHECK(json::key_of("cafe\xCC\x81") == "caf\xC3\xA9");
    CHECK(json::key_of("caf\xC3\xA9") == "caf\xC3\xA9");
    CHECK(json::key_of("\xE2\x80\x8B \xC2\xAD").empty());
    CHECK(json::key_of("N\xFF\x13") == "N\xFF");
    CHECK(json::is_blank(" \xC2\xA0\xE2\x80\x8B"));
    CHECK_FALSE(json::is_blank(" x"));
    // Once more changes nothing.
    for (const char* text : {"  A\xCC\x8A b ", "\xE2\x84\xAB", "x\xE2\x80\x8By  z"})
        CHECK(json::key_of(json::key_of(text)) == json::key_of(text));
}

TEST_CASE("a reference is one, however its blanks and accents are written", "[key]") {
    TestRegister store;
    store.call("tender.start", starting("N13 "));
    CHECK(store.refusal("tender.start", starting("N13")) == Rules{"tender.exists"});
    CHECK(store.refusal("tender.start", starting("\xE2\x80\x8BN13")) == Rules{"tender.exists"});
    CHECK(text_at(store.call("tender.get", of_one(" N13", "2026-11-21")), "/reference") == "N13");
    store.call("tender.start", starting("cafe\xCC\x81"));
    CHECK(store.refusal("tender.start", starting("caf\xC3\xA9")) == Rules{"tender.exists"});
    CHECK(store.refusal("tender.start", starting("   ")) == Rules{"json.blank"});
    CHECK(store.refusal("tender.start", starting("\xE2\x80\x8B")) == Rules{"json.blank"});
    CHECK(store.refusal("tender.start", of_one("N14", "2026-11-21", R"("title":"   ","kind":"dienst")")) ==
          Rules{"json.blank"});
    store.call("contract.sign", signing("", {{"/reference", "C-1 "}, {"/suppliers/0/name", " Bel\xC2\xA0NV "}}));
    CHECK(text_at(store.call("contract.get", of_one("C-1", "2026-11-21")), "/suppliers/0/name") == "Bel NV");
    CHECK(store.refusal("contract.sign", signing("")) == Rules{"contract.exists"});
    const auto imported =
        store.call("register.import", request({{"/format", "csv"},
                                               {"/organisation", "gm0344"},
                                               {"/text", "nummer;titel;soort\n\xC2\xA0N13 ;Schoonmaak;dienst\n"},
                                               {"/today", "2026-11-21"}}));
    CHECK(counts(imported) == "0 0 1 0");
    store.check_sound();
}

TEST_CASE("what an old register keeps otherwise is found as it is, else by its key; twins are named", "[key]") {
    TestRegister store;
    start_as_before(store, "O 1 ");
    CHECK(text_at(store.call("tender.get", of_one("O 1 ", "2026-11-21")), "/reference") == "O 1 ");
    CHECK(text_at(store.call("tender.get", of_one("O 1", "2026-11-21")), "/reference") == "O 1 ");
    CHECK(store.refusal("tender.start", starting("O  1")) == Rules{"tender.exists"});
    start_as_before(store, "O 1\xC2\xA0");
    CHECK(text_at(store.call("tender.get", of_one("O 1 ", "2026-11-21")), "/reference") == "O 1 ");
    CHECK(store.refusal("tender.get", of_one("O 1", "2026-11-21")) == Rules{"reference.twins"});
    store.check_sound();
}

TEST_CASE("a request takes what a list takes", "[key]") {
    TestRegister store;
    const auto started = store.call("tender.start", of_one("W-1", "2026-11-21",
                                                           R"("title":"x","kind":"Diensten","procedure":"Europees )"
                                                           R"(openbaar","estimatedValueCents":"€ 640.000")"));
    const auto got = store.call("tender.get", of_one("W-1", "2026-11-21"));
    CHECK(text_at(got, "/procedure") == "openbaar");
    CHECK(text_at(got, "/kind") == "dienst");
    CHECK(text_at(got, "/estimatedValueCents") == "64000000");
    CHECK(store.refusal("tender.start",
                        of_one("W-2", "2026-11-21", R"("title":"x","kind":"dienst","estimatedValueCents":"€ veel")")) ==
          Rules{"json.type"});
    // JSON Schema calls 100000.0 an integer; editors put a mark before UTF-8.
    store.call(
        "tender.start",
        "\xEF\xBB\xBF" + of_one("W-3", "2026-11-21", R"("title":"x","kind":"dienst","estimatedValueCents":100000.0)"));
    CHECK(text_at(store.call("tender.get", of_one("W-3", "2026-11-21")), "/estimatedValueCents") == "100000");
    CHECK(store.refusal("tender.start",
                        of_one("W-4", "2026-11-21", R"("title":"x","kind":"dienst","estimatedValueCents":100000.5)")) ==
          Rules{"json.type"});
}

}  // namespace keys_import_test
