// SPDX-License-Identifier: EUPL-1.2
// A repeated request gets its first answer, whatever happened since; and a request that failed wrote nothing.
#include <thread>

#include "support/register.hpp"

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
        CHECK(mvoi::json::write(store.call(requests[i].first, requests[i].second)) == mvoi::json::write(first[i]));
    }
    CHECK(store.head() == head);
    store.check_sound();
    // Also by a register whose tables were made anew.
    store.call("register.rebuild", "{}");
    for (std::size_t i = 0; i < first.size(); ++i) CHECK(store.call(requests[i].first, requests[i].second) == first[i]);
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
