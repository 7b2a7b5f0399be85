// SPDX-License-Identifier: EUPL-1.2
// Instruments with their values through the operations, on a real register: asked in a tender, taken over by the
// contract, held against what was shown.
#include "support/register.hpp"

namespace instrument_test {

namespace {

std::string starting(const std::string& more) {
    return R"({"organisation":"gm0344","reference":"T-1","title":"Strooien","kind":"dienst","cpv":["90620000"],)" +
           more + R"(,"today":"2026-11-21"})";
}

std::string of_tender(const std::string& more) {
    return R"({"organisation":"gm0344","reference":"T-1")" + more + "}";
}

std::string signing(const std::string& more) {
    return R"({"organisation":"gm0344","reference":"C-1","tenderReference":"T-1","suppliers":[{"name":"Strooi BV"}],)"
           R"("term":{"start":"2027-06-01","months":24})" +
           more + R"(,"today":"2027-05-01"})";
}

std::string of_contract(const std::string& today, const std::string& more = "") {
    return of_one("C-1", today, more);
}

const std::string ladder = R"({"instrument":"co2-prestatieladder","edition":"4.0","value":"2"})";

}  // namespace

TEST_CASE("what a tender asks by an instrument is one of its instruments", "[instrument]") {
    TestRegister store;
    store.call("tender.start", starting(R"("instruments":["pso"],"instrumentValues":[)" + ladder +
                                        R"(,{"instrument":"mki","value":"12500.50"}])"));
    auto tender = store.call("tender.get", of_tender(""));
    CHECK(text_at(tender, "/instruments") == R"(["pso","co2-prestatieladder","mki"])");
    CHECK(text_at(tender, "/instrumentValues/0") ==
          R"({"edition":"4.0","instrument":"co2-prestatieladder","value":"2"})");
    CHECK(text_at(tender, "/instrumentValues/1") == R"({"instrument":"mki","value":"12500.50"})");
    // A value that is asked goes with its instrument.
    store.call("tender.change", of_tender(R"(,"instruments":["mki"])"));
    tender = store.call("tender.get", of_tender(""));
    CHECK(text_at(tender, "/instrumentValues") == R"([{"instrument":"mki","value":"12500.50"}])");
    store.call("tender.change", of_tender(R"(,"title":"Strooien en schuiven")"));
    CHECK(text_at(store.call("tender.get", of_tender("")), "/instrumentValues/0/value") == "12500.50");
    store.call("tender.change", of_tender(R"(,"instrumentValues":[])"));
    tender = store.call("tender.get", of_tender(""));
    CHECK(text_at(tender, "/instrumentValues") == "(nothing)");
    CHECK(text_at(tender, "/instruments") == R"(["mki"])");
    store.check_sound();
}

TEST_CASE("what an instrument cannot say is refused, all at once and with its place", "[instrument]") {
    TestRegister store;
    const std::string wrong = starting(R"("instrumentValues":[)" + ladder + "," + ladder +
                                       R"(,{"instrument":"co2-prestatieladder","value":"2"})"
                                       R"(,{"instrument":"co2-prestatieladder","edition":"4.0","value":"5"})"
                                       R"(,{"instrument":"mci","value":"1.5"},{"instrument":"pso","value":"3"}])");
    CHECK(store.refusal("tender.start", wrong) == Rules{"instrument.twice", "instrument.edition-missing",
                                                        "instrument.step", "instrument.range", "instrument.unknown"});
    try {
        store.call("tender.start", wrong);
    } catch (const mvoi::domain::Refusal& no) {
        CHECK(no.faults[0].path == "/instrumentValues/2/edition");
        CHECK(no.faults[1].path == "/instrumentValues/3/value");
    }
    store.call("tender.start", starting(R"("instruments":["pso"])"));
    award(store, "T-1", "2026-11-21");
    CHECK(store.refusal("contract.sign", signing(R"(,"instruments":[{"instrument":"mki","value":"x","shown":true},)"
                                                 R"({"instrument":"mki","value":"1","supplier":"Zout BV"},)"
                                                 R"({"instrument":"mpg","value":"1","validTo":"2028-01-01"}])")) ==
          Rules{"instrument.number", "instrument.supplier", "instrument.asked-valid-to"});
}

TEST_CASE("the CO2-Prestatieladder 3.1 is not asked for after 2026", "[instrument]") {
    TestRegister store;
    const std::string old = R"("instrumentValues":[{"instrument":"co2-prestatieladder","edition":"3.1","value":"3"}])";
    auto answer = store.call("tender.start", starting(old + R"(,"planning":{"publication":"2026-12"})"));
    CHECK(findings(answer, "instrument-").empty());
    answer = store.call("tender.change", of_tender(R"(,"planning":{"publication":"2027-Q1"},"today":"2026-11-21")"));
    CHECK(findings(answer, "instrument-") == Rules{"instrument-superseded"});
    for (const auto& each : answer.list_or_empty("findings"))
        if (each.text_or("rule") == "instrument-superseded") {
            CHECK(each.text_or("member") == "/instrumentValues/0/edition");
            CHECK(each.text_or("sentence").find("CO2-Prestatieladder") != std::string::npos);
        }
    // At the gate too, where it stops nobody.
    const auto gate = store.call("tender.gate", of_tender(R"(,"to":"publication","today":"2026-11-21")"));
    CHECK(mvoi::json::write(gate).find("instrument-superseded") != std::string::npos);
    // Not planned at all: it will not be published before today.
    store.call("tender.change", of_tender(R"(,"planning":{"publication":null},"today":"2026-12-31")"));
    CHECK(findings(store.call("tender.get", of_tender(R"(,"today":"2026-12-31")")), "instrument-").empty());
    CHECK(findings(store.call("tender.get", of_tender(R"(,"today":"2027-01-01")")), "instrument-") ==
          Rules{"instrument-superseded"});
    store.check_sound();
}

TEST_CASE("a contract takes over what its tender asked, and what was shown is held against it", "[instrument]") {
    TestRegister store;
    store.call("tender.start", starting(R"("instrumentValues":[)" + ladder + "]"));
    award(store, "T-1", "2026-11-21");
    auto contract = store.call("contract.sign", signing(""));
    CHECK(text_at(contract, "/instruments") ==
          "[" + ladder.substr(0, 1) + R"("edition":"4.0","instrument":"co2-prestatieladder","value":"2"}])");
    CHECK(findings(contract, "instrument-").empty());  // it does not run yet
    CHECK(findings(store.call("contract.get", of_contract("2027-06-01")), "instrument-") ==
          Rules{"instrument-not-shown"});
    const std::string shown =
        R"({"instrument":"co2-prestatieladder","edition":"4.0","value":"1","shown":true,"supplier":"Strooi BV","validTo":"2028-06-30"})";
    contract =
        store.call("contract.change", of_contract("2027-06-02", R"(,"instruments":[)" + ladder + "," + shown + "]"));
    CHECK(findings(contract, "instrument-") == Rules{"instrument-less-of", "instrument-expires-of"});
    CHECK(text_at(contract, "/instruments/1/supplier") == "Strooi BV");
    contract = store.call("contract.change", of_contract("2027-06-03", R"(,"title":"Schuiven")"));
    CHECK(text_at(contract, "/instruments/1/validTo") == "2028-06-30");
    CHECK(findings(store.call("contract.get", of_contract("2028-07-01")), "instrument-") ==
          Rules{"instrument-expired-of"});
    store.check_sound();
}

TEST_CASE("a signature that says what was shown leaves what is asked to the tender", "[instrument]") {
    TestRegister store;
    store.call("tender.start", starting(R"("instrumentValues":[)" + ladder + "]"));
    award(store, "T-1", "2026-11-21");
    const auto contract = store.call(
        "contract.sign",
        signing(R"(,"instruments":[{"instrument":"co2-prestatieladder","edition":"3.1","value":"5","shown":true}])"));
    CHECK(text_at(contract, "/instruments/0/shown") == "(nothing)");
    CHECK(text_at(contract, "/instruments/0/edition") == "4.0");
    CHECK(text_at(contract, "/instruments/1/shown") == "true");
    CHECK(findings(contract, "instrument-") == Rules{"instrument-other-edition"});
    const auto other = R"({"organisation":"gm0344","reference":"C-2","tenderReference":"T-1",)"
                       R"("term":{"start":"2027-06-01","months":24},)"
                       R"("instruments":[{"instrument":"mki","value":"5"}],"today":"2027-05-01"})";
    CHECK(text_at(store.call("contract.sign", other), "/instruments") == R"([{"instrument":"mki","value":"5"}])");
    store.check_sound();
}

}  // namespace instrument_test
