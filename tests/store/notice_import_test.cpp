// SPDX-License-Identifier: EUPL-1.2
// Notices in a register: all of one procedure are one tender, in whatever order they come.
#include <algorithm>

#include "support/register.hpp"

namespace notice_import_test {

namespace {

using namespace mvoi;

// A notice of one procedure, with these members beside what all of them have.
std::string notice(const std::string& id, const std::string& form, const std::string& published,
                   const std::string& more) {
    const std::string number = id.substr(0, id.find('-')), year = id.substr(id.find('-') + 1);
    return R"({"notice_id":")" + id + R"(","ojs":")" + year + "/S 1-" + number + R"(","date_published":")" + published +
           R"(","date_dispatch":")" + published + R"(","form":")" + form +
           R"(","contract_nature":{"code":"4"},"procedure_type":"PT_OPEN","buyer":{"name":"Gemeente Voorbeeld"},)"
           R"("objects":[{"title":"Vervoermodellen","cpv_main":"72212330","contract_type":"SERVICES"}])" +
           more + "}";
}

const std::string call = notice("100-2018", "F02", "2018-05-31", R"(,"deadline_tenders":"2018-08-22")");
const std::string correction =
    notice("200-2018", "F14", "2018-06-12", R"(,"previous_notice":"2018/S 1-100","deadline_tenders":"2018-09-05")");
const std::string award =
    notice("300-2018", "F03", "2018-10-31",
           R"(,"previous_notice":"2018/S 1-100","awards":[{"lot_no":"1","date_conclusion":"2018-10-20"},)"
           R"({"lot_no":"2","date_conclusion":"2018-10-25"}])");
const std::string later_award =
    notice("400-2018", "F03", "2018-12-31",
           R"(,"previous_notice":"2018/S 1-100","awards":[{"lot_no":"3","date_conclusion":"2018-12-20"}])");

json::Value import(TestRegister& store, const std::vector<std::string>& notices) {
    std::string text;
    for (const std::string& each : notices) text += each + "\n";
    return store.call("register.import",
                      request({{"/format", "ted-jsonl"}, {"/text", text}, {"/today", "2019-01-10"}}));
}

json::Value tender(TestRegister& store, const std::string& reference) {
    return store.call(
        "tender.get",
        request({{"/organisation", "gemeente-voorbeeld"}, {"/reference", reference}, {"/today", "2019-01-10"}}));
}

// The day of a milestone, and how certain it is.
std::string day_of(const json::Value& tender, const std::string& code) {
    for (const json::Value& each : tender.list_or_empty("milestones"))
        if (each.text_or("code") == code) return each.text_or("date") + " " + each.text_or("certainty");
    return "";
}

std::size_t tenders(TestRegister& store) {
    return store.call("tender.list", R"({"organisation":"gemeente-voorbeeld","today":"2019-01-10"})")
        .list_or_empty("items")
        .size();
}

}  // namespace

TEST_CASE("a notice, its correction and its awards are one tender, in whatever order they come", "[import]") {
    std::vector<std::string> notices{call, correction, award, later_award};
    std::sort(notices.begin(), notices.end());
    do {
        TestRegister store;
        const auto first = import(store, notices);
        CHECK(counts(first) == "1 3 0 0");
        CHECK(tenders(store) == 1);
        for (const char* number : {"100-2018", "200-2018", "300-2018", "400-2018"}) {
            const auto got = tender(store, number);
            CHECK(text_at(got, "/phase") == "award");
            CHECK(day_of(got, "publicatie") == "2018-05-31 vast");
            CHECK(day_of(got, "gunningsbeslissing") == "2018-10-20 vast");
            CHECK(day_of(got, "inschrijving") == "2018-09-05 vast");
            CHECK(json::at(got, "/published")->list()->size() == 4);
            CHECK(text_at(got, "/published/1/kind") == "correction");
            CHECK(text_at(got, "/published/2/awards/1/lot") == "2");
            CHECK(text_at(got, "/published/3/awards/0/on") == "2018-12-20");
        }
        const std::string head = store.head();
        CHECK(counts(import(store, notices)) == "0 0 4 0");
        CHECK(store.head() == head);
        store.check_sound();
    } while (std::next_permutation(notices.begin(), notices.end()));
}

TEST_CASE("that something was published says nothing of a gate", "[import]") {
    TestRegister store;
    import(store, {call, award});
    const auto entries = store.call("journal.list", "{}");
    for (const json::Value& each : entries.list_or_empty("entries")) {
        CHECK(text_at(each, "/operation") == "register.import");
        CHECK(text_at(each, "/facts/gate") == "(nothing)");
    }
    CHECK(text_at(tender(store, "100-2018"), "/gate") == "(nothing)");
}

TEST_CASE("a correction of a notice that is not there begins its tender; one that names none is refused", "[import]") {
    TestRegister store;
    CHECK(counts(import(store, {correction})) == "1 0 0 0");
    CHECK(text_at(tender(store, "100-2018"), "/phase") == "publication");
    CHECK(day_of(tender(store, "100-2018"), "publicatie").empty());
    CHECK(counts(import(store, {notice("900-2018", "F14", "2018-06-12", "")})) == "0 0 0 1");
}

TEST_CASE("what was changed here since a notice stays, and is listed", "[import]") {
    TestRegister store;
    import(store, {call});
    store.call("tender.change", request({{"/organisation", "gemeente-voorbeeld"},
                                         {"/reference", "100-2018"},
                                         {"/title", "Modellen voor vervoer"},
                                         {"/today", "2019-01-10"}}));
    const auto answer = import(store, {award});
    CHECK(counts(answer) == "0 1 0 0");
    CHECK(text_at(answer, "/keptParts/0/member") == "/title");
    CHECK(text_at(tender(store, "300-2018"), "/title") == "Modellen voor vervoer");
    CHECK(counts(import(store, {call, award})) == "0 0 2 0");
    store.check_sound();
}

TEST_CASE("twins that stand in a register already are named, and not joined", "[import]") {
    TestRegister store;
    // Without the notice before it the award was a tender of its own.
    const std::string lone = notice("300-2018", "F03", "2018-10-31", "");
    CHECK(counts(import(store, {call, lone})) == "2 0 0 0");
    const auto answer = import(store, {award});
    CHECK(tenders(store) == 2);
    CHECK(text_at(answer, "/remarks/0/rule") == "import.twin-tenders");
    CHECK(text_at(answer, "/remarks/0/message").find("300-2018, 100-2018") != std::string::npos);
}

TEST_CASE("amounts in remarks are written as people write them", "[import]") {
    TestRegister store;
    std::string lots;
    for (int i = 1; i <= 300; ++i)
        lots += std::string(lots.empty() ? "" : ",") + R"({"lot_no":")" + std::to_string(i) +
                R"(","value":{"amount":1.3e+07,"currency":"NOK"}})";
    const std::string text =
        R"({"notice_id":"7-2018","form":"F02","date_published":"2018-05-31","date_dispatch":"2018-05-31",)"
        R"("contract_nature":{"code":"4"},"procedure_type":"PT_OPEN","buyer":{"name":"Gemeente Voorbeeld"},)"
        R"("objects":[{"title":"x","contract_type":"SERVICES","lots":[)" +
        lots + "]}]}";
    const auto answer = import(store, {text});
    CHECK(json::at(answer, "/remarks")->list()->size() == 1);
    CHECK(text_at(answer, "/remarks/0/message").find("13.000.000 NOK") != std::string::npos);
    CHECK(json::at(answer, "/warnedRows/0/errors")->list()->size() == 1);
}

}  // namespace notice_import_test
