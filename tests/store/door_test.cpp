// SPDX-License-Identifier: EUPL-1.2
// Answers of the door when something is not as it should be: memory, the register, the request, a file.
#include <sys/stat.h>

#include "abi/answer.hpp"
#include "mvoi.h"
#include "support/register.hpp"

namespace door_test {

using namespace mvoi;

namespace {

// A call through mvoi.h, on the register of the test.
struct Called {
    std::int32_t status;
    std::string answer;
};

Called called(TestRegister& store, const char* operation, const std::string& request) {
    const std::string config = R"({"register":")" + store.folder + R"(/register.mvoi","actor":"a","language":"en"})";
    std::int32_t session = 0, length = 0;
    std::string answer(100000, '\0');
    const auto room = static_cast<std::int32_t>(answer.size());
    REQUIRE(mvoi_open(config.c_str(), -1, &session, answer.data(), room, &length) == MVOI_OK);
    const std::int32_t status = mvoi_call(session, operation, -1, request.data(),
                                          static_cast<std::int32_t>(request.size()), answer.data(), room, &length);
    REQUIRE(length <= room);
    answer.resize(static_cast<std::size_t>(length));
    CHECK(mvoi_close(session) == MVOI_OK);
    return {status, answer};
}

const char* const start = R"({"organisation":"gm0344","reference":"1","title":"Schoonmaak","kind":"dienst"})";

}  // namespace

TEST_CASE("the answer for want of memory is the one that would be made if there were some") {
    for (const auto language : {domain::Language::Dutch, domain::Language::English}) {
        const json::Value made = json::parse(abi::fault(MVOI_E_INTERNAL, "abi.memory", language).answer);
        const json::Value ready = json::parse(abi::no_memory(language));
        CHECK(text_at(ready, "/message") == text_at(made, "/message"));
        CHECK(text_at(ready, "/errors") == text_at(made, "/errors"));
        CHECK(text_at(ready, "/status") == text_at(made, "/status"));
        CHECK(*ready.find("retry")->boolean());
    }
    const abi::Outcome outcome = abi::outcome_of(std::make_exception_ptr(std::bad_alloc()), domain::Language::English);
    CHECK(outcome.out_of_memory);
    CHECK(outcome.status == MVOI_E_INTERNAL);
}

TEST_CASE("an answer is UTF-8, also of a register that was changed by hand") {
    TestRegister store;
    REQUIRE(called(store, "tender.start", start).status == MVOI_OK);
    store.caller.store->engine().write(1000, store.stop, [](store::Connection& connection) {
        connection.run("UPDATE tender SET title = CAST(X'41FF42' AS TEXT)");
    });
    for (const char* operation : {"tender.list", "calendar.feed"}) {
        const Called answer = called(store, operation, R"({"organisation":"gm0344"})");
        INFO(answer.answer);
        CHECK(json::find_invalid_utf8(answer.answer) == std::string::npos);
        CHECK_NOTHROW(json::parse(answer.answer, 64));
    }
}

TEST_CASE("a journal that cannot be read is the register's fault, not the caller's") {
    TestRegister store;
    REQUIRE(called(store, "tender.start", start).status == MVOI_OK);
    store.caller.store->engine().write(
        1000, store.stop, [](store::Connection& connection) { connection.run("UPDATE journal SET texts = '{'"); });
    const Called answer = called(store, "journal.list", "{}");
    INFO(answer.answer);
    CHECK(answer.status == MVOI_E_STORAGE);
    const Called verdict = called(store, "journal.verify", "{}");
    CHECK(verdict.status == MVOI_OK);
    CHECK(text_at(json::parse(verdict.answer), "/broken/rule") == "journal.unreadable");
}

TEST_CASE("a request with a hundred thousand faults gets a small answer that says how many") {
    TestRegister store;
    std::string request = R"({"organisation":"o","reference":"L","title":"t","kind":"dienst","themes":[{})";
    for (int i = 0; i < 100000; ++i) request += ",{}";
    request += R"(],")" + std::string(100000, 'n') + R"(":1})";
    const Called answer = called(store, "tender.start", request);
    CHECK(answer.status == MVOI_E_FORMAT);
    CHECK(answer.answer.size() < 90000);
    const json::Value told = json::parse(answer.answer);
    CHECK(told.find("errors")->list()->size() <= 101);
    CHECK_FALSE(text_at(told, "/message").empty());
}

TEST_CASE("a folder, a device and a pipe are no list to import, and nobody waits for their end") {
    TestRegister store;
    const std::string pipe = store.folder + "/pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    for (const std::string& path : {store.folder, std::string("/dev/zero"), pipe})
        for (const char* format : {"csv", "xlsx"})
            CHECK(store.refusal("register.import", R"({"organisation":"gm0344","format":")" + std::string(format) +
                                                       R"(","path":")" + path + R"("})") ==
                  Rules{"import.no-regular-file"});
    CHECK(store.refusal("register.import", R"({"organisation":"gm0344","format":"csv","path":"/no/such/file"})") ==
          Rules{"import.no-file"});
}

}  // namespace door_test
