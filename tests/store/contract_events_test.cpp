// SPDX-License-Identifier: EUPL-1.2
// An event under a contract comes in time and contradicts nothing, or is refused or said; and so for the tender
// that it came from.
#include "support/register.hpp"

namespace contract_events_test {

using mvoi::json::Value;

namespace {

const char* const with_option =
    R"({"start":"2025-01-01","end":"2026-12-31","options":[{"months":12,"notice":{"count":3,"unit":"months"}}]})";

void sign(TestRegister& store, const std::string& reference, const std::string& term, const std::string& more = "") {
    store.call("contract.sign", request({{"/organisation", "gm0344"},
                                         {"/reference", reference},
                                         {"/title", "Schoonmaak"},
                                         {"/kind", "dienst"},
                                         {"/term", as_json(term)},
                                         {"/today", "2025-01-01"}},
                                        more));
}

std::string lifted(const std::string& today) {
    return of_one("C-1", today, R"("optionDecided":{"number":1,"decision":"gelicht"})");
}

std::string end_of(TestRegister& store, const std::string& today) {
    return text_at(store.call("contract.get", of_one("C-1", today)), "/course/end/date");
}

Rules finding_rules(const Value& answer) {
    Rules rules;
    for (const Value& each : answer.list_or_empty("findings")) rules.insert(each.text_or("rule"));
    return rules;
}

void import(TestRegister& store, const std::string& rows, bool overwrite = false) {
    store.call(
        "register.import",
        request({{"/organisation", "gm0344"},
                 {"/format", "csv"},
                 {"/content", "contracten"},
                 {"/text", "Contractnummer;Omschrijving;Leverancier;Soort;Ingangsdatum;Einddatum;Opties\n" + rows},
                 {"/overwrite", as_json(overwrite ? "true" : "false")},
                 {"/today", "2026-12-01"}}));
}

// A tender with two lots that came as far as its award.
void award_lots(TestRegister& store, const std::string& reference) {
    store.call("tender.start", starting(reference, R"(,"lots":[{"number":"1"},{"number":"2"}])"));
    award(store, reference, "2026-11-30");
}

void sign_lot(TestRegister& store, const std::string& tender, const std::string& lot) {
    store.call("contract.sign", request({{"/organisation", "gm0344"},
                                         {"/tenderReference", tender},
                                         {"/reference", "C-" + lot},
                                         {"/lots", as_json("[\"" + lot + "\"]")},
                                         {"/term/start", "2027-01-01"},
                                         {"/term/months", 24},
                                         {"/today", "2026-12-01"}}));
}

}  // namespace

TEST_CASE("an option that is lifted after the contract ended is refused, and one that is late is said", "[contract]") {
    TestRegister store;
    sign(store, "C-1", with_option);
    CHECK(store.refusal("contract.change", lifted("2027-06-15")) == Rules{"term.option-after-end"});
    CHECK(end_of(store, "2027-06-15") == "2026-12-31");
    const Value late = store.call("contract.change", lifted("2026-10-01"));
    CHECK(finding_rules(late).contains("term-option-late"));
    CHECK(end_of(store, "2026-10-01") == "2027-12-31");
    store.check_sound();
}

TEST_CASE("an option in time is not said to be late", "[contract]") {
    TestRegister store;
    sign(store, "C-1", with_option);
    CHECK_FALSE(finding_rules(store.call("contract.change", lifted("2026-09-30"))).contains("term-option-late"));
}

TEST_CASE("an end that a lifted option gave is not counted once more", "[contract]") {
    TestRegister store;
    sign(store, "C-1", with_option);
    store.call("contract.change", lifted("2026-09-01"));
    REQUIRE(end_of(store, "2026-09-02") == "2027-12-31");
    CHECK(store.refusal("contract.change", of_one("C-1", "2026-12-01", R"("term":{"end":"2027-12-31"})")) ==
          Rules{"term.end-counted-twice"});
    // A list of a later day has the end as it is by then.
    import(store, "C-1;Schoonmaak;Alfa;dienst;01-01-2025;31-12-2027;1 jaar\n");
    CHECK(end_of(store, "2026-12-02") == "2027-12-31");
    // Another end is what it says, where the list is to be followed: the first term is longer, and the option comes on
    // top.
    import(store, "C-1;Schoonmaak;Alfa;dienst;01-01-2025;30-06-2027;1 jaar\n", true);
    CHECK(end_of(store, "2026-12-02") == "2028-06-30");
    store.check_sound();
}

TEST_CASE("what comes after the end of a contract is refused", "[contract]") {
    TestRegister store;
    sign(store, "C-1", R"({"start":"2025-01-01","end":"2026-12-31"})");
    const auto ended = [](const std::string& on) {
        return of_one("C-1", "2026-09-01", R"("ended":{"on":")" + on + R"(","reason":"In overleg."})");
    };
    CHECK(store.refusal("contract.change", ended("2027-06-30")) == Rules{"term.ended-after-end"});
    CHECK(store.refusal("contract.change", ended("2026-12-31")).empty());

    TestRegister agreed;
    sign(agreed, "C-1", R"({"start":"2025-01-01","end":"2026-12-31","renewal":"uitdrukkelijk","renewalMonths":12})");
    const auto renewal = [](const std::string& today) { return of_one("C-1", today, R"("renewalAgreed":{})"); };
    CHECK(agreed.refusal("contract.change", renewal("2027-01-01")) == Rules{"term.agreed-after-end"});
    CHECK(agreed.refusal("contract.change", renewal("2026-12-31")).empty());
    CHECK(end_of(agreed, "2027-01-01") == "2027-12-31");
}

TEST_CASE("a lot that a contract names stays with the tender", "[tender]") {
    TestRegister store;
    award_lots(store, "T-1");
    sign_lot(store, "T-1", "1");
    const auto lots = [](const std::string& list) { return of_one("T-1", "2026-12-02", R"("lots":)" + list); };
    CHECK(store.refusal("tender.change", lots(R"([{"number":"2"}])")) == Rules{"lots.signed"});
    CHECK(store.refusal("tender.change", lots(R"([{"number":"1","failed":"Te duur."},{"number":"2"}])")) ==
          Rules{"lots.signed-failed"});
    CHECK(store.refusal("tender.change", lots(R"([{"number":"1"}])")).empty());
}

TEST_CASE("no contract is signed for a lot that failed", "[tender]") {
    TestRegister store;
    award_lots(store, "T-1");
    const std::string failed = R"("lots":[{"number":"1"},{"number":"2","failed":"Geen geldige inschrijving."}])";
    store.call("tender.change", of_one("T-1", "2026-12-01", failed));
    // A host that sends its lots again need not know of it.
    store.call("tender.change",
               of_one("T-1", "2026-12-01", R"("lots":[{"number":"1","title":"Noord"},{"number":"2"}])"));
    CHECK(store.refusal("contract.sign", request({{"/organisation", "gm0344"},
                                                  {"/tenderReference", "T-1"},
                                                  {"/reference", "C-2"},
                                                  {"/lots/0", "2"},
                                                  {"/term/start", "2027-01-01"},
                                                  {"/today", "2026-12-01"}})) == Rules{"contract.lot-failed"});
    sign_lot(store, "T-1", "1");
    store.call("tender.change", of_one("T-1", "2026-12-01", R"("lots":[{"number":"1"},{"number":"2","failed":null}])"));
    sign_lot(store, "T-1", "2");
    store.check_sound();
}

TEST_CASE("a lot that failed does not hold up the contract of another", "[gate]") {
    TestRegister store;
    store.call("policy.adopt",
               R"({"organisation":"gm0344","title":"x","validFrom":"2026-01-01","gateMode":"blokkerend"})");
    store.call(
        "tender.start",
        starting(
            "T-1",
            R"(,"lots":[{"number":"1"},{"number":"2"}],"themes":[{"theme":"klimaat","state":"applied","level":1,)"
            R"("criteria":[{"title":"Eigen wagens","kind":"contractbepaling","legalForm":"bijzondere-voorwaarde","proof":"Kenteken"}]}])"));
    const auto gate = [&] {
        Rules rules;
        try {
            rules = finding_rules(
                *store.call("tender.gate", of_one("T-1", "2026-12-02", R"("to":"contract")")).find("gate"));
        } catch (const mvoi::domain::Refusal& no) {
            for (const auto& fault : no.faults) rules.insert(fault.rule);
        }
        return rules;
    };
    const bool led = [&] {
        try {
            award(store, "T-1", "2026-12-01");
            return true;
        } catch (const mvoi::domain::Refusal&) {
            return false;
        }
    }();
    if (!led) {  // the other themes are open: reported is enough to come to the award
        store.call("policy.adopt",
                   R"({"organisation":"gm0344","title":"y","validFrom":"2026-01-02","gateMode":"meldend"})");
        award(store, "T-1", "2026-12-01");
        store.call("policy.adopt",
                   R"({"organisation":"gm0344","title":"z","validFrom":"2026-01-03","gateMode":"blokkerend"})");
    }
    sign_lot(store, "T-1", "1");
    CHECK(gate().contains("finding.criterion-without-promise"));
    store.call("tender.change",
               of_one("T-1", "2026-12-02", R"("lots":[{"number":"1"},{"number":"2","failed":"Niemand schreef in."}])"));
    CHECK(gate().contains("criterion-without-promise-lot-failed"));
}

TEST_CASE("a tender with a signed contract is not called off before that contract ended", "[tender]") {
    TestRegister store;
    award_lots(store, "T-1");
    sign_lot(store, "T-1", "1");
    const std::string off = of_one("T-1", "2026-12-02", R"("to":"cancelled","reason":"Bezwaar gegrond.")");
    CHECK(store.refusal("tender.advance", off) == Rules{"phase.contract-signed"});
    store.call("contract.change", of_one("C-1", "2026-12-02", R"("ended":{"on":"2026-12-31","reason":"Vernietigd."})"));
    CHECK(store.refusal("tender.advance", off).empty());
}

TEST_CASE("a tender on its way to a contract that is not there is said", "[gate]") {
    TestRegister store;
    award_lots(store, "T-1");
    const auto shown = [&] { return finding_rules(store.call("tender.get", of_one("T-1", "2026-12-02"))); };
    CHECK(shown().contains("contract-missing-yet"));
    store.call("tender.advance", of_one("T-1", "2026-12-02", R"("to":"contract")"));
    CHECK(shown().contains("contract-missing"));
    sign_lot(store, "T-1", "1");
    CHECK_FALSE(shown().contains("contract-missing"));
}

TEST_CASE("a lot that has no contract while another has one is said, until it has one or failed", "[gate]") {
    TestRegister store;
    award_lots(store, "T-1");
    const auto shown = [&] { return finding_rules(store.call("tender.get", of_one("T-1", "2026-12-02"))); };
    CHECK_FALSE(shown().contains("contract-missing-of-lots"));
    sign_lot(store, "T-1", "1");
    CHECK(shown().contains("contract-missing-of-lots"));
    store.call("tender.change",
               of_one("T-1", "2026-12-02", R"("lots":[{"number":"1"},{"number":"2","failed":"Niemand schreef in."}])"));
    CHECK_FALSE(shown().contains("contract-missing-of-lots"));
    store.call("tender.change", of_one("T-1", "2026-12-02", R"("lots":[{"number":"1"},{"number":"2","failed":null}])"));
    CHECK(shown().contains("contract-missing-of-lots"));
    sign_lot(store, "T-1", "2");
    CHECK_FALSE(shown().contains("contract-missing-of-lots"));
}

TEST_CASE("a contract that is not tied to lots is of them all", "[gate]") {
    TestRegister store;
    award_lots(store, "T-1");
    store.call("contract.sign", request({{"/organisation", "gm0344"},
                                         {"/tenderReference", "T-1"},
                                         {"/reference", "C-1"},
                                         {"/term/start", "2027-01-01"},
                                         {"/term/months", 24},
                                         {"/today", "2026-12-01"}}));
    CHECK_FALSE(
        finding_rules(store.call("tender.get", of_one("T-1", "2026-12-02"))).contains("contract-missing-of-lots"));
}

TEST_CASE("who signs within the standstill is told what the gate says of it", "[gate]") {
    TestRegister store;
    // Twenty days after 12 November 2026 is 2 December.
    store.call(
        "tender.start",
        starting("T-1", R"(,"procedure":"openbaar","planning":{"award":{"date":"2026-11-12","certainty":"vast"}},)"
                        R"("lots":[{"number":"1"},{"number":"2"},{"number":"3"}])"));
    award(store, "T-1", "2026-11-30");
    const auto sign = [&](const std::string& lot, const std::string& today, const std::string& more = "") {
        return store.call("contract.sign", request({{"/organisation", "gm0344"},
                                                    {"/tenderReference", "T-1"},
                                                    {"/reference", "C-" + lot},
                                                    {"/lots", as_json("[\"" + lot + "\"]")},
                                                    {"/term/start", "2027-01-01"},
                                                    {"/term/months", 24},
                                                    {"/requestId", "sign-" + lot},
                                                    {"/today", today}},
                                                   more));
    };
    const auto standstill = [](const Value& answer) {
        for (const Value& each : (answer.find("gate") ? *answer.find("gate") : answer).list_or_empty("findings"))
            if (each.text_or("rule").starts_with("standstill-"))
                return each.text_or("rule") + " " + each.text_or("severity") + " " + each.text_or("operation") + " " +
                       each.text_or("sentence");
        return std::string();
    };
    const std::string of_gate =
        standstill(store.call("tender.gate", of_one("T-1", "2026-12-02", R"("to":"contract")")));
    CHECK(of_gate.starts_with("standstill-running warning tender.change "));
    CHECK(standstill(sign("1", "2026-12-02")) == of_gate);
    CHECK(standstill(sign("1", "2026-12-02")) == of_gate);  // the same request again
    // What counts is the day on which it was signed.
    CHECK(standstill(sign("2", "2026-12-10", R"("signedOn":"2026-12-01")")) == of_gate);
    CHECK(standstill(store.call("tender.advance", of_one("T-1", "2026-12-02", R"("to":"contract")"))) == of_gate);
    CHECK(standstill(sign("3", "2026-12-03")).empty());
    CHECK(standstill(store.call("contract.get", of_one("C-1", "2026-12-03"))).empty());
}

namespace {

std::string milestone(const Value& answer, const std::string& code) {
    for (const Value& each : answer.list_or_empty("milestones"))
        if (each.text_or("code") == code)
            return each.text_or("date") + " " + each.text_or("certainty") + " " + each.text_or("status");
    return "nowhere";
}

std::string in_calendar(TestRegister& store, const std::string& today, const std::string& code) {
    const Value feed = mvoi::json::parse(
        store.call("calendar.feed", request({{"/organisation", "gm0344"}, {"/format", "json"}, {"/today", today}}))
            .text_or("body"),
        64);
    std::string all;
    for (const Value& each : feed.list_or_empty("items"))
        if (each.text_or("code") == code) all += each.text_or("date") + " " + each.text_or("status") + ";";
    return all;
}

}  // namespace

TEST_CASE("a tender follows its signed contract, in its answer and in the calendar", "[milestones]") {
    TestRegister store;
    store.call("tender.start", starting("T-1", R"(,"procedure":"openbaar")"));
    store.call("plan.adopt", of_one("T-1", "2026-11-21", R"("planning":{"publication":"2026-12-15"})"));
    award(store, "T-1", "2027-04-09");
    // A day that is given once it has come is no plan.
    const Value given =
        store.call("tender.change", of_one("T-1", "2027-04-12", R"("planning":{"award":"2027-04-12"})"));
    CHECK(milestone(given, "gunningsbeslissing") == "2027-04-12 vast done");
    CHECK(milestone(given, "einde-opschortende-termijn") == "2027-05-03 vast planned");
    CHECK(finding_rules(given).contains("standstill-running"));
    const Value signed_contract = store.call(
        "contract.sign", request({{"/organisation", "gm0344"},
                                  {"/tenderReference", "T-1"},
                                  {"/reference", "C-1"},
                                  {"/signedOn", "2027-05-10"},
                                  {"/term", as_json(R"({"start":"2027-07-06","months":24,"renewal":"geen"})")},
                                  {"/today", "2027-05-10"}}));
    CHECK(!finding_rules(signed_contract).contains("standstill-running"));
    const Value tender = store.call("tender.get", of_one("T-1", "2027-05-10"));
    CHECK(milestone(tender, "aankondiging-gunning") == "2027-06-09 vast planned");
    CHECK(milestone(tender, "contractstart") == "2027-07-06 vast planned");
    CHECK(in_calendar(store, "2027-05-10", "contractstart") == "2027-07-06 planned;2027-07-06 planned;");
    store.call("contract.change",
               of_one("C-1", "2027-05-11", R"("term":{"start":"2027-07-01","months":24,"renewal":"geen"})"));
    CHECK(in_calendar(store, "2027-05-11", "contractstart") == "2027-07-01 planned;2027-07-01 planned;");
    // The contract runs, whether or not anything was entered since.
    CHECK(milestone(store.call("contract.get", of_one("C-1", "2027-07-02")), "contractstart") ==
          "2027-07-01 vast done");
    CHECK(milestone(store.call("contract.get", of_one("C-1", "2029-07-02")), "contracteinde") ==
          "2029-06-30 vast done");
    store.check_sound();
}

TEST_CASE("a day that is years away from the planning of a tender is said", "[tender]") {
    TestRegister store;
    const auto far = [&](const std::string& today) {
        const Rules rules = finding_rules(store.call("tender.get", of_one("T-1", today)));
        return rules.contains("date-far-after-plan") ? "after" : rules.contains("date-far-before-plan") ? "before" : "";
    };
    store.call("tender.start",
               starting("T-1", R"(,"planning":{"publication":"2027-03-01","contractStart":"2028-01-01"})"));
    CHECK(far("2030-01-01") == std::string());
    CHECK(far("2030-01-02") == std::string("after"));
    store.call("tender.change",
               of_one("T-1", "2026-11-21", R"("planning":{"publication":"2031-03-01","contractStart":"2032-01-01"})"));
    // Long before its publication a tender may well be prepared; one that was published has that behind it.
    CHECK(far("2026-12-01") == std::string());
    const Value published = store.call("tender.advance", of_one("T-1", "2026-12-01", R"("to":"publication")"));
    CHECK(finding_rules(published).contains("date-far-before-plan"));
}

TEST_CASE("the days of a tender are held against its start", "[tender]") {
    TestRegister store;
    CHECK(store.refusal("tender.start", of_one("T-0", "1900-01-01", R"("title":"x","kind":"dienst")")) ==
          Rules{"tender.start-too-early"});
    const Value old = store.call("tender.start", of_one("T-0", "2015-01-01", R"("title":"x","kind":"dienst")"));
    CHECK(finding_rules(old).contains("no-themes"));
    store.call("tender.start", of_one("T-1", "2025-02-01", R"("title":"x","kind":"dienst")"));
    const auto advance = [](const std::string& today) { return of_one("T-1", today, R"("to":"consultation")"); };
    CHECK(store.refusal("tender.advance", advance("2021-01-01")) == Rules{"tender.before-start"});
    CHECK(store.refusal("tender.advance", advance("2025-01-31")) == Rules{"tender.before-start"});
    CHECK(finding_rules(store.call("tender.advance", advance("2031-01-01"))).contains("date-far-from-start"));
    CHECK_FALSE(finding_rules(store.call("tender.get", of_one("T-1", "2026-01-01"))).contains("date-far-from-start"));
}

TEST_CASE("nobody answers a review before it was asked", "[review]") {
    TestRegister store;
    store.call("tender.start", starting("T-1"));
    const std::string review = text_at(store.call("review.ask", of_one("T-1", "2026-12-10")), "/review");
    const auto answer = [&](const std::string& today) {
        return request({{"/review", review},
                        {"/verdict", "akkoord"},
                        {"/role", "tenderboard"},
                        {"/actor", "B. Visser"},
                        {"/today", today}});
    };
    CHECK(store.refusal("review.answer", answer("2026-12-09")) == Rules{"review.before-asked"});
    CHECK(store.refusal("review.answer", answer("2026-12-10")).empty());
}

}  // namespace contract_events_test
