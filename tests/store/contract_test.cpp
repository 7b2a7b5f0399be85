// SPDX-License-Identifier: EUPL-1.2
// The life of a contract through the operations, on a real register: signed, renewed by itself, given notice, ended; in
// answers, lists and feeds alike.
#include <map>
#include <random>

#include "support/register.hpp"

namespace contract_test {

namespace {

std::string sign(const std::string& reference, const std::string& term, const std::string& more = "",
                 const std::string& today = "2026-11-21") {
    return request({{"/organisation", "gm0344"},
                    {"/reference", reference},
                    {"/title", "Gladheidsbestrijding"},
                    {"/kind", "dienst"},
                    {"/suppliers/0/name", "Strooi BV"},
                    {"/suppliers/0/number", "12345678"},
                    {"/people/contractmanager", "N. de Vries"},
                    {"/term", as_json(term)},
                    {"/today", today}},
                   more);
}
const std::string tacit =
    R"({"start":"2024-01-01","end":"2030-12-31","renewal":"stilzwijgend","renewalMonths":12,"notice":{"count":3,"unit":"months"}})";

std::string milestone(const mvoi::json::Value& answer, const std::string& code) {
    for (const auto& each : answer.list_or_empty("milestones"))
        if (each.text_or("code") == code) return each.text_or("date") + " " + each.text_or("status");
    return "none";
}

// "2030-09-30 #0" of a milestone in the feed of a day.
std::string fed(TestRegister& store, const std::string& today, const std::string& code,
                const std::string& audience = "intern") {
    const auto body =
        json_feed(store, {{"/from", "2024-01-01"}, {"/to", "2040-12-31"}, {"/audience", audience}, {"/today", today}});
    for (const auto& item : body.list_or_empty("items"))
        if (item.text_or("code") == code)
            return item.text_or("date") + " #" + std::to_string(item.integer_or("sequence", -1)) + " " +
                   item.text_or("changed").substr(0, 10);
    return "none";
}

std::size_t listed(TestRegister& store, const std::string& filters) {
    return store.call("contract.list", "{" + filters + "}").find("items")->list()->size();
}

std::string start_awarded(TestRegister& store, const std::string& reference) {
    const auto answer =
        store.call("tender.start",
                   R"({"organisation":"gm0344","reference":")" + reference +
                       R"(","title":"Schoonmaak","kind":"dienst","cpv":["90910000-9"],"productGroup":"schoonmaak",)"
                       R"("lots":[{"number":"1"},{"number":"2"}],"people":{"jurist":"J. de Wit"},)"
                       R"("today":"2026-11-21"})");
    for (const char* phase : {"publication", "evaluation", "award"})
        store.call("tender.advance", request({{"/organisation", "gm0344"}, {"/reference", reference}, {"/to", phase}}));
    return answer.text_or("tender");
}

}  // namespace

TEST_CASE("a contract without a tender is signed with its course, steps and milestones", "[contract]") {
    TestRegister store;
    const auto answer = store.call("contract.sign", sign("C-1", tacit));
    CHECK(text_at(answer, "/revision") == "1");
    CHECK(text_at(answer, "/course/end/date") == "2030-12-31");
    CHECK(text_at(answer, "/course/notice/date") == "2030-09-30");
    CHECK(text_at(answer, "/course/notice/steps/3/date") == "2030-09-30");
    CHECK(text_at(answer, "/course/holdsUntil") == "2030-10-01");
    CHECK(text_at(answer, "/course/state") == "running");
    CHECK(text_at(answer, "/followUp") == "nieuwe-aanbesteding");
    CHECK(milestone(answer, "opzegging") == "2030-09-30 planned");
    CHECK(milestone(answer, "contracteinde") == "2030-12-31 planned");
    CHECK(milestone(answer, "contractstart") == "2024-01-01 done");
    CHECK(store.refusal("contract.sign", sign("C-1", tacit)) == Rules{"contract.exists"});
    store.check_sound();
}

TEST_CASE("what is wrong with a contract is said all at once", "[contract]") {
    TestRegister store;
    CHECK(store.refusal("contract.sign",
                        R"({"reference":"1","term":{"start":"2026-01-01","end":"2025-01-01","maxRenewals":2}})") ==
          Rules{"contract.without-tender", "term.end-before-start"});
    CHECK(store.refusal("contract.sign", sign("1", R"({"start":"2026-01-01","months":12,"renewal":"stilzwijgend"})")) ==
          Rules{"term.renewal-without-length"});
    CHECK(store.refusal("contract.get", R"({"organisation":"gm0344","reference":"1"})") == Rules{"contract.not-found"});
    CHECK(store.refusal("contract.get", "{}") == Rules{"contract.unnamed"});
    CHECK(
        store.refusal("contract.sign", sign("1", tacit, R"(,"predecessor":"00000000-0000-7000-8000-000000000000")")) ==
        Rules{"contract.no-predecessor"});
}

TEST_CASE("a contract takes over from its tender, and each shows the other", "[contract]") {
    TestRegister store;
    const std::string term = R"("term":{"start":"2027-01-01","months":24},"today":"2026-11-21")";
    store.call("tender.start", of_one("T-0", "2026-11-21", R"(,"title":"x","kind":"dienst")"));
    CHECK(store.refusal("contract.sign", R"({"organisation":"gm0344","reference":"C-1","tenderReference":"T-0",)" +
                                             term + "}") == Rules{"contract.tender-not-awarded"});
    const std::string tender = start_awarded(store, "T-1");
    CHECK(store.refusal("contract.sign", R"({"reference":"C-1","tender":")" + tender + R"(","lots":["3"],)" + term +
                                             "}") == Rules{"contract.no-lot"});
    CHECK(store.refusal("contract.sign", R"({"organisation":"gm9999","reference":"C-1","tender":")" + tender + "\"," +
                                             term + "}") == Rules{"tender.other-reference"});
    const auto one =
        store.call("contract.sign", R"({"reference":"C-1","tender":")" + tender + R"(","lots":["1"],)" + term + "}");
    CHECK(text_at(one, "/organisation") == "gm0344");
    CHECK(text_at(one, "/title") == "Schoonmaak");
    CHECK(text_at(one, "/cpv/0") == "90910000");
    CHECK(text_at(one, "/productGroup") == "schoonmaak");
    CHECK(text_at(one, "/people/jurist") == "J. de Wit");
    CHECK(text_at(one, "/tenderReference") == "T-1");
    store.call("contract.sign",
               R"({"organisation":"gm0344","reference":"C-2","tenderReference":"T-1","title":"Ramen",)" + term + "}");
    const auto both = store.call("tender.get", R"({"tender":")" + tender + R"(","today":"2026-11-21"})");
    CHECK(text_at(both, "/contracts/0/reference") == "C-1");
    CHECK(text_at(both, "/contracts/1/title") == "Ramen");
    store.check_sound();
}

TEST_CASE("a tacit renewal shows on its own day, in answers, lists and feeds alike", "[contract]") {
    TestRegister store;
    store.call("contract.sign", sign("C-1", tacit));
    const std::string signed_on = fed(store, "2030-09-30", "opzegging").substr(14);
    CHECK(fed(store, "2030-09-30", "opzegging") == "2030-09-30 #0 " + signed_on);
    CHECK(fed(store, "2030-10-01", "opzegging") == "2031-09-30 #1 2030-10-01");
    CHECK(fed(store, "2030-10-01", "contracteinde") == "2031-12-31 #1 2030-10-01");
    CHECK(fed(store, "2030-10-01", "contractstart").substr(0, 13) == "2024-01-01 #0");
    CHECK(fed(store, "2033-01-01", "opzegging") == "2033-09-30 #3 2032-10-01");
    CHECK(fed(store, "2033-01-01", "opzegging", "publiek") == "none");
    CHECK(text_at(store.call("contract.get", of_one("C-1", "2030-10-01")), "/course/end/date") == "2031-12-31");
    CHECK(listed(store, R"("organisation":"gm0344","endsTo":"2030-12-31","today":"2030-09-30")") == 1);
    CHECK(listed(store, R"("organisation":"gm0344","endsTo":"2030-12-31","today":"2030-10-01")") == 0);
    CHECK(listed(store, R"("noticeFrom":"2031-09-30","noticeTo":"2031-09-30","today":"2030-10-01")") == 1);
    CHECK(listed(store, R"("noticeFrom":"2031-09-30","noticeTo":"2031-09-30","today":"2030-09-30")") == 0);
    CHECK(listed(store, R"("text":"strooi","today":"2030-09-30")") == 1);
    CHECK(listed(store, R"("text":"zand","today":"2030-09-30")") == 0);
    store.check_sound();
}

TEST_CASE("a renewal in the journal changes nothing that was shown without it", "[contract]") {
    TestRegister store;
    store.call("contract.sign", sign("C-1", tacit));
    const std::string before = fed(store, "2032-11-01", "opzegging").substr(0, 13);
    const auto renewed = store.call("contract.renew", R"({"today":"2032-11-01"})");
    CHECK(text_at(renewed, "/renewed/0/end") == "2033-12-31");
    CHECK(fed(store, "2032-11-01", "opzegging").substr(0, 13) == before);
    CHECK(store.call("contract.renew", R"({"today":"2032-11-01"})").find("renewed")->list()->empty());
    // A change for an earlier day does not turn it back.
    const auto changed = store.call("contract.change", of_one("C-1", "2030-01-01", R"(,"title":"Strooien")"));
    CHECK(milestone(changed, "opzegging") == "2033-09-30 planned");
    CHECK(fed(store, "2032-11-01", "opzegging").substr(0, 13) == before);
    store.check_sound();
    const std::string rebuilt = fed(store, "2036-01-01", "opzegging");
    store.call("register.rebuild", "{}");
    CHECK(fed(store, "2036-01-01", "opzegging") == rebuilt);
}

TEST_CASE("renewals that passed are journaled with the first thing that is written on a day", "[contract]") {
    TestRegister store;
    store.call("contract.sign", sign("C-1",
                                     R"({"start":"2010-01-01","end":"2010-12-31","renewal":"stilzwijgend",)"
                                     R"("renewalMonths":12,"notice":{"count":3,"unit":"months"}})",
                                     "", "2010-06-01"));
    store.reopen();  // another process, which has not looked yet
    store.call("contract.sign", sign("C-2", tacit));
    const auto entries = store.call("journal.list", "{}");
    CHECK(text_at(entries, "/entries/1/operation") == "contract.renew");
    CHECK(text_at(entries, "/entries/1/actor") == "libmvoi");
    store.check_sound();
}

TEST_CASE("what happens under a contract is recorded with its day", "[contract]") {
    TestRegister store;
    store.call("contract.sign",
               sign("C-1", R"({"start":"2026-01-01","months":24,"options":[{"months":12,"notice":{"count":3,)"
                           R"("unit":"months"}},{"months":12}]})"));
    CHECK(listed(store, R"("openOptions":true,"today":"2026-11-21")") == 1);
    CHECK(store.refusal("contract.change",
                        of_one("C-1", "2027-01-01", R"(,"optionDecided":{"number":3,"decision":"gelicht"})")) ==
          Rules{"contract.no-option"});
    CHECK(store.refusal("contract.change",
                        of_one("C-1", "2027-01-01", R"(,"optionDecided":{"number":2,"decision":"gelicht"})")) ==
          Rules{"term.option-order"});
    CHECK(store.refusal(
              "contract.change",
              of_one("C-1", "2027-01-01", R"(,"optionDecided":{"number":1,"decision":"gelicht","on":"2027-01-02"})")) ==
          Rules{"contract.in-future"});
    const auto lifted =
        store.call("contract.change",
                   of_one("C-1", "2027-01-01", R"(,"revision":1,"optionDecided":{"number":1,"decision":"gelicht"})"));
    CHECK(text_at(lifted, "/course/end/date") == "2028-12-31");
    CHECK(text_at(lifted, "/course/option/number") == "2");
    CHECK(text_at(lifted, "/term/options/0/decidedOn") == "2027-01-01");
    CHECK(milestone(lifted, "optie") == "2028-12-31 planned");
    CHECK(fed(store, "2027-01-01", "optie").substr(0, 13) == "2028-12-31 #1");
    CHECK(store.refusal("contract.change", of_one("C-1", "2027-01-01", R"(,"revision":1,"title":"x")")) ==
          Rules{"contract.revision"});
    const auto declined = store.call(
        "contract.change", of_one("C-1", "2027-02-01", R"(,"optionDecided":{"number":2,"decision":"niet-gelicht"})"));
    CHECK(milestone(declined, "optie") == "2028-12-31 done");
    CHECK(listed(store, R"("openOptions":true,"today":"2027-02-01")") == 0);
    CHECK(store.refusal("contract.change",
                        of_one("C-1", "2027-03-01", R"(,"ended":{"on":"2025-12-30","reason":"faillissement"})")) ==
          Rules{"term.ended-before-start"});
    const auto ended = store.call(
        "contract.change", of_one("C-1", "2027-03-01", R"(,"ended":{"on":"2027-03-31","reason":"faillissement"})"));
    CHECK(text_at(ended, "/course/end/date") == "2027-03-31");
    CHECK(milestone(ended, "contracteinde") == "2027-03-31 done");
    CHECK(text_at(store.call("contract.get", of_one("C-1", "2027-04-01")), "/course/state") == "ended");
    store.check_sound();
}

TEST_CASE("notice in time ends a contract, and can be taken back", "[contract]") {
    TestRegister store;
    store.call("contract.sign", sign("C-1", tacit));
    const auto given = store.call("contract.change", of_one("C-1", "2030-09-30", R"(,"noticeGiven":{})"));
    CHECK(text_at(given, "/course/end/date") == "2030-12-31");
    CHECK(milestone(given, "opzegging") == "2030-09-30 done");
    CHECK(fed(store, "2033-01-01", "contracteinde").substr(0, 10) == "2030-12-31");
    const auto back = store.call("contract.change", of_one("C-1", "2030-10-02", R"(,"noticeGiven":null)"));
    CHECK(text_at(back, "/course/end/date") == "2031-12-31");
    CHECK(milestone(back, "opzegging") == "2031-09-30 planned");
    store.check_sound();
}

TEST_CASE("an express renewal is recorded, one at a time", "[contract]") {
    TestRegister store;
    store.call("contract.sign", sign("C-1", R"({"start":"2025-01-01","months":24,"renewal":"uitdrukkelijk",)"
                                            R"("renewalMonths":12,"maxRenewals":1})"));
    const auto agreed = store.call("contract.change", of_one("C-1", "2026-12-01", R"(,"renewalAgreed":{})"));
    CHECK(text_at(agreed, "/course/end/date") == "2027-12-31");
    CHECK(milestone(agreed, "verlenging") == "2026-12-31 done");
    CHECK(store.refusal("contract.change", of_one("C-1", "2026-12-01", R"(,"renewalAgreed":{})")) ==
          Rules{"term.agreed-over-max"});
}

TEST_CASE("a term that is changed names its end or its months", "[contract]") {
    TestRegister store;
    store.call("contract.sign", sign("C-1", R"({"start":"2026-01-01","months":24})"));
    const auto end = store.call("contract.change", of_one("C-1", "2026-12-01", R"(,"term":{"end":"2027-06-30"})"));
    CHECK(text_at(end, "/course/end/date") == "2027-06-30");
    CHECK(text_at(end, "/term/months") == "(nothing)");
    const auto open = store.call("contract.change", of_one("C-1", "2026-12-01", R"(,"term":{"end":null})"));
    CHECK(text_at(open, "/course/indefinite") == "true");
    CHECK(milestone(open, "contracteinde") == "2027-06-30 cancelled");
    store.check_sound();
}

TEST_CASE("names of a contract can be blacked out, also in the list", "[contract]") {
    TestRegister store;
    store.call("contract.sign", sign("C-1", tacit));
    store.call("contract.change", of_one("C-1", "2026-11-22", R"(,"valueCents":5000000)"));
    store.call("journal.redact",
               R"({"entry":1,"member":"/facts/contract/suppliers/0/name","ground":"Woo 5.1 lid 2 e"})");
    CHECK(listed(store, R"("text":"strooi","today":"2026-11-22")") == 0);
    const auto answer = store.call("contract.get", of_one("C-1", "2026-11-22"));
    CHECK(text_at(answer, "/suppliers/0/name").find("Strooi") == std::string::npos);
    CHECK(text_at(answer, "/valueCents") == "5000000");
    store.check_sound();
}

TEST_CASE("policy says who may sign, and how early a notice is near", "[contract]") {
    TestRegister store;
    store.call(
        "policy.adopt",
        R"({"organisation":"gm0344","validFrom":"2020-01-01","warningDays":10,"permissions":[{"operation":"contract.sign","roles":["contractmanager"]}]})");
    CHECK(store.refusal("contract.sign", sign("C-1", tacit)) == Rules{"call.role-needed"});
    store.call("contract.sign", sign("C-1", tacit, R"(,"role":"contractmanager")"));
    const auto warned = [&](const std::string& today) {
        const auto answer = store.call("contract.get", of_one("C-1", today));
        for (const auto& finding : answer.list_or_empty("findings"))
            if (finding.text_or("rule") == "term-notice-near") return true;
        return false;
    };
    CHECK_FALSE(warned("2030-09-19"));
    CHECK(warned("2030-09-20"));
    CHECK(warned("2030-09-30"));
    CHECK_FALSE(warned("2030-10-01"));
}

TEST_CASE("a repeated requestId signs once", "[contract]") {
    TestRegister store;
    const std::string request = sign("C-1", tacit, R"(,"requestId":"r-1")");
    const auto first = store.call("contract.sign", request);
    const std::string head = store.head();
    store.call("contract.change", of_one("C-1", "2026-11-22", R"(,"title":"Anders")"));
    CHECK(first_of(store.call("contract.sign", request)) == first);
    CHECK(store.head() != head);
}

TEST_CASE("whatever happens, a calendar never sees two days under one sequence, nor a sequence that goes down",
          "[contract]") {
    std::mt19937 dice(20261121);
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(dice); };
    const char* const terms[] = {
        R"({"start":"2031-01-01","months":24,"renewal":"stilzwijgend","renewalMonths":12,"notice":{"count":3,"unit":"months"}})",
        R"({"start":"2031-01-31","months":6,"renewal":"stilzwijgend","renewalMonths":1,"notice":{"count":10,"unit":"days"}})",
        R"({"start":"2031-03-01","end":"2033-02-28","renewal":"stilzwijgend","renewalMonths":0,"notice":{"count":1,"unit":"months"}})",
        R"({"start":"2031-01-01","months":36,"options":[{"months":12},{"months":12}],"renewal":"stilzwijgend","renewalMonths":6,"maxRenewals":2})",
        R"({"start":"2031-01-01","months":24,"renewal":"uitdrukkelijk","renewalMonths":12,"notice":{"count":6,"unit":"weeks"}})",
        R"({"start":"2031-01-01","minimumMonths":12,"notice":{"count":1,"unit":"months"}})"};
    const char* const changes[] = {R"(,"noticeGiven":{})",
                                   R"(,"noticeGiven":null)",
                                   R"(,"optionDecided":{"number":1,"decision":"gelicht"})",
                                   R"(,"optionDecided":{"number":2,"decision":"niet-gelicht"})",
                                   R"(,"renewalAgreed":{})",
                                   R"(,"ended":{"on":"2036-05-31","reason":"x"})",
                                   R"(,"ended":null)",
                                   R"(,"evaluation":"2034-Q2")",
                                   R"(,"evaluation":null)",
                                   R"(,"term":{"notice":{"count":2,"unit":"months"}})",
                                   R"(,"term":{"end":"2035-12-31"})",
                                   R"(,"title":"Anders")"};
    int moved = 0;
    for (int round = 0; round < 4; ++round) {
        TestRegister store;
        std::map<std::string, std::pair<std::int64_t, std::string>> shown;  // milestone → sequence, and what it said
        mvoi::domain::Date today(2031, 1, 1);
        int contracts = 0;
        for (int step = 0; step < 60; ++step) {
            today += boost::gregorian::days(pick(0, 120));
            const std::string day = mvoi::domain::to_text(today), reference = "C-" + std::to_string(pick(1, 6));
            const int what = pick(0, 9);
            if (contracts < 6)
                store.call("contract.sign", sign("C-" + std::to_string(contracts + 1), terms[contracts], "", day)),
                    ++contracts;
            else if (what < 5)
                store.refusal("contract.change", of_one(reference, day, changes[pick(0, 11)]));
            else if (what == 5)
                store.call("contract.renew", R"({"today":")" + day + "\"}");
            const auto feed = store.call(
                "calendar.feed", R"({"from":"2030-01-01","to":"2150-12-31","format":"json","today":")" + day + "\"}");
            const auto body = mvoi::json::parse(feed.text_or("body"), 64);
            for (const auto& item : body.list_or_empty("items")) {
                const std::string uid = item.text_or("contract") + "-" + item.text_or("code") + "-" +
                                        std::to_string(item.integer_or("year", 0));
                // That such a day comes is no change of the calendar: an event says the same of it before and after.
                const bool comes = std::set<std::string>{"contractstart", "contracteinde", "minimumduur"}.contains(
                                       item.text_or("code")) &&
                                   item.text_or("status") == "done";
                const std::string says = item.text_or("date") + " " + (comes ? "planned" : item.text_or("status")) +
                                         " " + item.text_or("certainty");
                const std::int64_t sequence = item.integer_or("sequence", -1);
                const auto before = shown.find(uid);
                if (before != shown.end()) {
                    INFO(day << " " << uid << ": " << before->second.second << " #" << before->second.first << ", then "
                             << says << " #" << sequence);
                    if (sequence < before->second.first) FAIL("the sequence went down");
                    if (sequence == before->second.first && says != before->second.second)
                        FAIL("the same sequence for another day");
                    moved += sequence != before->second.first;
                }
                shown[uid] = {sequence, says};
            }
        }
        store.check_sound();
    }
    CHECK(moved > 100);
}

}  // namespace contract_test
