// SPDX-License-Identifier: EUPL-1.2
// A repeated request gets its first answer, whatever happened since; and a request that failed wrote nothing.
#include <thread>

#include "support/reviews.hpp"

namespace repeated_test {

namespace {

const std::string by_reference = R"("organisation":"gm0344","reference":"C-1")";

std::string asked(const std::string& id, const std::string& today, const std::string& members) {
    return "{" + by_reference + R"(,"requestId":")" + id + R"(","today":")" + today + "\"," + members + "}";
}

std::string policy(const std::string& more) {
    return R"({"organisation":"gm0344","validFrom":"2026-01-01","today":"2026-01-01")" + more + "}";
}

const std::string social_return =
    R"(,"socialReturn":{"rule":{"thresholds":[{"kinds":["werk","dienst"],"cents":5000000}],"basis":"opdrachtwaarde",)"
    R"("percent":"5","carryOver":true},"table":{"code":"eigen-2026","nl":"Eigen tabel","blocks":[{"code":"langdurig",)"
    R"("nl":"Langdurig","yearCents":1200000,"limit":"months","limitMonths":3}],"purchases":"any"}})";

std::string document(char digit) {
    return R"("documents":[{"promises":[1],"sha256":")" + std::string(64, digit) + R"(","kind":"certificaat"}])";
}

// Every operation on a contract whose answer is read from the register, in an order in which each changes what the ones
// before it answered.
const std::pair<const char*, std::string> requests[] = {
    {"contract.sign", asked("sign", "2026-11-21",
                            R"("title":"Schoonmaak","kind":"dienst","term":{"start":"2027-01-01","months":36},)"
                            R"("valueCents":10000000,"suppliers":[{"name":"Bakker BV"}],"promises":[)"
                            R"({"theme":"klimaat","unit":"ton-co2e","demand":"ten-hoogste","target":"40",)"
                            R"("period":"kwartaal"},{"theme":"milieu","text":"Schone bussen."}])")},
    {"promise.observe",
     asked("observe", "2027-04-02",
           R"("observations":[{"promise":1,"source":"meter","from":"2027-01-01","to":"2027-03-31","value":"9"}])")},
    {"promise.observe",
     asked("observe-more", "2027-07-02",
           R"("observations":[{"promise":1,"source":"meter","from":"2027-04-01","to":"2027-06-30","value":"70"}],)"
           R"("takeBack":[{"promise":1,"source":"meter","from":"2027-01-01"}])")},
    {"promise.rate", asked("rate", "2027-07-03", R"("ratings":[{"promise":1,"rating":"goed","text":"Netjes."}])")},
    {"promise.rate", asked("rate-again", "2027-07-03", R"("ratings":[{"promise":1,"rating":"nadert-doel"}])")},
    {"promise.evidence", asked("evidence", "2027-07-04", document('a'))},
    {"promise.evidence", asked("evidence-more", "2027-07-05", document('b'))},
    {"socialreturn.realise",
     asked("realise", "2027-07-06", R"("invoices":[{"reference":"F-1","cents":100000,"on":"2027-07-01"}])")},
    {"socialreturn.realise", asked("realise-more", "2027-07-07", R"("carriedInCents":5000)")},
    {"contract.change", asked("change", "2027-08-01", R"("title":"Schoonmaak en glasbewassing","revision":1)")},
    {"contract.change", asked("end", "2027-09-01", R"("ended":{"on":"2027-08-31","reason":"faillissement"})")},
};

}  // namespace

TEST_CASE("a repeated request about a contract gets its first answer, whatever happened since", "[repeated]") {
    TestRegister store;
    store.call("policy.adopt", policy(social_return));
    std::vector<mvoi::json::Value> first;
    for (const auto& [operation, request] : requests) first.push_back(store.call(operation, request));
    // Also a policy that counts from before, and another contract that is proven by the same document.
    store.call("policy.adopt", policy(R"(,"themes":[{"theme":"gezondheid","nl":"Gezonde leefomgeving"}])"));
    store.call("contract.sign",
               R"({"organisation":"gm0344","reference":"C-2","title":"Glas","kind":"dienst","today":"2027-09-02",)"
               R"("suppliers":[{"name":"Smit BV"}],"term":{"start":"2027-01-01","months":36},)"
               R"("promises":[{"theme":"klimaat","text":"x"}]})");
    store.call("promise.evidence",
               R"({"organisation":"gm0344","reference":"C-2","today":"2027-09-02",)" + document('a') + "}");
    const std::string head = store.head();
    for (std::size_t i = 0; i < first.size(); ++i) {
        INFO(requests[i].first << " " << requests[i].second);
        CHECK(mvoi::json::write(first_of(store.call(requests[i].first, requests[i].second))) ==
              mvoi::json::write(first[i]));
    }
    CHECK(store.head() == head);
    store.check_sound();
    // Also by a register whose tables were made anew.
    store.call("register.rebuild", "{}");
    for (std::size_t i = 0; i < first.size(); ++i)
        CHECK(first_of(store.call(requests[i].first, requests[i].second)) == first[i]);
}

namespace {

const std::string undecided = R"(,"title":"Schoonmaak","kind":"dienst")";

std::string entries(TestRegister& store) {
    return text_at(store.call("journal.verify", "{}"), "/entries");
}

}  // namespace

TEST_CASE("regression: a requestId was used up by a gate that stopped it", "[repeated]") {
    TestRegister store;
    store.call("policy.adopt", reviews::board_policy);
    store.call("tender.start", reviews::ready("1", R"({"theme":"milieu","state":"undecided"})"));
    const std::string request = reviews::named("1", R"(,"to":"publication","requestId":"p-1")");
    const auto stopped = [&] {
        Rules rules;
        try {
            store.call("tender.advance", request);
        } catch (const mvoi::domain::Refusal& no) {
            for (const auto& fault : no.faults) rules.insert(fault.rule);
        }
        return rules;
    };
    CHECK(stopped() == Rules{"finding.review-missing", "finding.undecided-theme"});
    CHECK(entries(store) == "3");
    // Asked again it says what stands in the way by now, and counts once.
    store.call("tender.decide", reviews::named("1", R"(,"themes":[)" + reviews::applied("milieu") + "]"));
    CHECK(stopped() == Rules{"finding.review-missing"});
    CHECK(entries(store) == "4");
    store.call("policy.adopt", R"({"organisation":"gm0344","validFrom":"2026-02-01","gateMode":"blokkerend"})");
    const auto passed = store.call("tender.advance", request);
    CHECK(text_at(passed, "/phase") == "publication");
    CHECK(text_at(passed, "/repeated") == "(nothing)");
    CHECK(first_of(store.call("tender.advance", request)) == passed);
    store.check_sound();
    store.call("register.rebuild", "{}");
    CHECK(first_of(store.call("tender.advance", request)) == passed);
}

TEST_CASE("regression: a provisional start that was withdrawn was answered as if it stood", "[repeated]") {
    TestRegister store;
    const std::string request = starting("1", R"(,"provisional":true,"requestId":"s-1")");
    const auto first = store.call("tender.start", request);
    CHECK(first_of(store.call("tender.start", request)) == first);
    store.call("tender.withdraw", of_one("1", "2026-11-21"));
    const auto again = store.call("tender.start", request);
    CHECK(text_at(again, "/tender") != text_at(first, "/tender"));
    CHECK(text_at(again, "/repeated") == "(nothing)");
    CHECK(first_of(store.call("tender.start", request)) == again);
    CHECK(text_at(store.call("tender.confirm", of_one("1", "2026-11-22")), "/tender") == text_at(again, "/tender"));
    // Once confirmed it is there, and the request that started it is a repeat.
    CHECK(first_of(store.call("tender.start", request)) == again);
    store.check_sound();
    store.call("register.rebuild", "{}");
    CHECK(first_of(store.call("tender.start", request)) == again);
}

TEST_CASE("a provisional start that lapsed may be made again with its requestId", "[repeated]") {
    TestRegister store;
    const std::string request =
        R"({"organisation":"gm0344","reference":"1","title":"t","kind":"dienst","provisional":true,"requestId":"s-1"})";
    const auto first = store.call("tender.start", request);
    CHECK(first_of(store.call("tender.start", request)) == first);
    store.call("tender.start", starting("2", R"(,"provisional":true,"requestId":"s-2")"));
    CHECK(
        store.refusal("tender.start", of_one("2", "2026-11-27", R"("title":"t","kind":"dienst","requestId":"s-2")")) ==
        Rules{"request.reused"});
    const auto later =
        store.call("tender.start", of_one("2", "2026-12-15", R"("title":"Anders","kind":"dienst","requestId":"s-2")"));
    CHECK(text_at(later, "/registration") == "confirmed");
    store.check_sound();
}

TEST_CASE("a repeated answer is the first one but for what was blacked out since", "[repeated]") {
    TestRegister store;
    store.call("tender.start", starting("1"));
    const std::string request = of_one(
        "1", "2026-12-01",
        R"("requestId":"d-1","role":"jurist","themes":[)" +
            reviews::explained("wettelijk", "Volgens mr. De Wit mag het niet.", R"(,"role":"jurist")", "klimaat") +
            "]");
    const auto first = store.call("tender.decide", request);
    const std::string text = "Volgens mr. De Wit mag het niet.";
    CHECK(mvoi::json::write(first).find(text) != std::string::npos);
    store.call("tender.change", of_one("1", "2026-12-02", R"("title":"Anders")"));
    std::string member;
    const auto entry = store.call("journal.list", R"({"after":1,"limit":1})");
    for (int i = 0; i < 12 && member.empty(); ++i) {
        const std::string pointer = "/facts/tender/themes/" + std::to_string(i) + "/explanation/text";
        if (text_at(entry, "/entries/0" + pointer) == text) member = pointer;
    }
    REQUIRE(!member.empty());
    store.call("journal.redact", R"({"entry":2,"member":")" + member + R"(","ground":"Woo 5.1 lid 2 e"})");
    const auto again = first_of(store.call("tender.decide", request));
    CHECK(mvoi::json::write(again).find(text) == std::string::npos);
    CHECK(text_at(again, "/revision") == text_at(first, "/revision"));
    CHECK(again.object()->size() == first.object()->size());
    store.check_sound();
}

TEST_CASE("a requestId is one organisation's own", "[repeated]") {
    TestRegister store;
    const auto start = [](const std::string& organisation, const std::string& reference) {
        return R"({"organisation":")" + organisation + R"(","reference":")" + reference + '"' + undecided +
               R"(,"requestId":"r-1"})";
    };
    const auto first = store.call("tender.start", start("gm0344", "1"));
    const auto other = store.call("tender.start", start("gm0363", "1"));
    CHECK(text_at(other, "/tender") != text_at(first, "/tender"));
    CHECK(first_of(store.call("tender.start", start("gm0344", "1"))) == first);
    CHECK(first_of(store.call("tender.start", start("gm0363", "1"))) == other);
    CHECK(store.refusal("tender.start", start("gm0344", "2")) == Rules{"request.reused"});
    // Also where the tender is named by its own number, and where the day is another.
    CHECK(store.refusal("tender.change", R"({"tender":")" + text_at(other, "/tender") +
                                             R"(","title":"x","requestId":"r-1"})") == Rules{"request.reused"});
    CHECK(store.refusal("tender.start", R"({"organisation":"gm0344","reference":"1")" + undecided +
                                            R"(,"requestId":"r-1","today":"2026-12-02"})") == Rules{"request.reused"});
    store.check_sound();
}

TEST_CASE("a change that changes nothing says so, and makes no entry and no revision", "[repeated]") {
    TestRegister store;
    store.call("tender.start", starting("1", R"(,"planning":{"publication":"2027-06-01"})"));
    store.call("contract.sign", signing(R"([{"theme":"klimaat","text":"x"}])"));
    const std::string head = store.head();
    const auto unchanged = [&](const char* operation, const std::string& request) {
        INFO(operation << " " << request);
        const auto answer = store.call(operation, request);
        CHECK(text_at(answer, "/unchanged") == "true");
        CHECK(text_at(answer, "/revision") == "1");
        CHECK(store.head() == head);
        return text_at(answer, "/entry");
    };
    const std::string same = R"("title":"Schoonmaak","requestId":"c-1")";
    CHECK(unchanged("tender.change", of_one("1", "2026-12-01", same)) == "1");
    CHECK(unchanged("tender.change", of_one("1", "2026-12-01", R"("planning":{"publication":"2027-06-01"})")) == "1");
    CHECK(unchanged("tender.change", of_one("1", "2026-12-01", "")) == "1");
    CHECK(unchanged("tender.decide",
                    of_one("1", "2026-12-01", R"("themes":[{"theme":"klimaat","state":"undecided"}])")) == "1");
    CHECK(unchanged("contract.change", of_one("C-1", "2026-12-01", same)) == "2");
    // The id was not used up, and what does change something still does.
    const auto changed = store.call("tender.change", of_one("1", "2026-12-01", R"("title":"Glas","requestId":"c-1")"));
    CHECK(text_at(changed, "/revision") == "2");
    CHECK(text_at(changed, "/unchanged") == "(nothing)");
    CHECK(text_at(store.call("contract.change", of_one("C-1", "2026-12-01", R"("title":"Glas")")), "/revision") == "2");
    store.check_sound();
}

TEST_CASE("an operation that is called interrupted has written nothing", "[repeated]") {
    TestRegister store;
    std::atomic<bool> over{false};
    std::thread interrupter([&] {
        while (!over) {
            store.stop = true;
            std::this_thread::sleep_for(std::chrono::microseconds(200));
            store.stop = false;
            std::this_thread::sleep_for(std::chrono::microseconds(300));
        }
    });
    std::set<std::string> done;
    const auto* sign = mvoi::operations::find_operation("contract.sign");
    for (int i = 0; i < 200; ++i) {
        const std::string reference = "K-" + std::to_string(i);
        try {
            mvoi::operations::perform(
                *sign, store.caller,
                mvoi::json::parse(R"({"organisation":"o","reference":")" + reference +
                                  R"(","title":"t","kind":"dienst","today":"2027-01-05","term":{"start":"2027-01-01",)"
                                  R"("months":24},"promises":[{"theme":"klimaat","text":"x"}]})"));
            done.insert(reference);
        } catch (const mvoi::store::StoreError& error) {
            CHECK(error.trouble == mvoi::store::Trouble::Interrupted);
        }
    }
    over = true;
    interrupter.join();
    std::set<std::string> there;
    store.stop = false;
    const auto listed = store.call("contract.list", R"({"organisation":"o","limit":1000,"today":"2027-01-05"})");
    for (const auto& each : listed.list_or_empty("items")) there.insert(each.text_or("reference"));
    CHECK(there == done);
}

}  // namespace repeated_test
