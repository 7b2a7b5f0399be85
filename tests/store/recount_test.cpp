// SPDX-License-Identifier: EUPL-1.2
// A rule was corrected since a day was counted: the day stays, both days are said, and an entry moves it.
#include "operations/current/contract.hpp"
#include "operations/current/planning.hpp"
#include "support/register.hpp"

namespace recount_test {

using mvoi::json::Value;

namespace {

const char* const without_notice =
    R"({"start":"2024-01-01","end":"2027-12-31","renewal":"stilzwijgend","renewalMonths":12})";

// The contract as a library wrote it that took the end for the last day of notice, and named no edition.
void sign_as_before(TestRegister& store) {
    store.call("contract.sign", request({{"/organisation", "gm0344"},
                                         {"/reference", "C-1"},
                                         {"/title", "Schoonmaak"},
                                         {"/kind", "dienst"},
                                         {"/term", as_json(without_notice)},
                                         {"/followUp", "geen"},
                                         {"/today", "2026-11-21"}}));
    const mvoi::operations::Call call(store.caller, "contract.change", as_json(R"({"today":"2026-11-21"})"));
    call.store().engine().write(5000, store.stop, [&](mvoi::store::Connection& connection) {
        auto current = mvoi::operations::contract_by_reference(call, connection, "gm0344", "C-1").value();
        mvoi::domain::Milestone notice;
        notice.code = "opzegging";
        notice.date = mvoi::domain::period_of(mvoi::domain::Date(2027, 12, 31), mvoi::domain::Precision::Day);
        notice.date.certainty = mvoi::domain::Certainty::Fixed;
        notice.changed_on = mvoi::domain::Date(2026, 11, 21);
        current.contract.milestones.push_back(notice);
        current.contract.rules.clear();
        ++current.contract.revision;
        mvoi::operations::Draft draft;
        draft.object = "contract:" + current.contract.id;
        draft.object_id = current.id;
        draft.texts = current.texts;
        draft.facts.contract = current.contract;
        call.establish(connection, std::move(draft), as_json("{}"), call.today());
    });
}

// A tender whose plan an older library counted a week too short.
void plan_as_before(TestRegister& store) {
    store.call("tender.start", starting("T-1", R"(,"procedure":"openbaar","estimatedValueCents":50000000)"));
    store.call("plan.adopt", of_one("T-1", "2026-11-21", R"("planning":{"contractStart":"2028-01-03"})"));
    const mvoi::operations::Call call(store.caller, "tender.change", as_json(R"({"today":"2026-11-21"})"));
    call.store().engine().write(5000, store.stop, [&](mvoi::store::Connection& connection) {
        auto current = mvoi::operations::tender_by_reference(call, connection, "gm0344", "T-1").value();
        mvoi::operations::Draft draft;
        draft.before = current.tender;
        if (current.tender.plan->entry == 0) current.tender.plan->entry = current.entry;
        current.tender.plan->rules = "2026-01-01.1";
        auto& date = current.tender.planning.at("voorbereiding");
        date = mvoi::domain::period_of(*date.first + boost::gregorian::days(7), mvoi::domain::Precision::Day);
        ++current.tender.revision;
        mvoi::operations::judge(current.tender, nullptr, nullptr, call.book(), call.today());
        draft.object = "tender:" + current.tender.id;
        draft.object_id = current.id;
        draft.texts = current.texts;
        draft.facts.tender = current.tender;
        call.establish(connection, std::move(draft), as_json("{}"), call.today());
    });
}

// "opzegging 2027-12-31 -> none", one after the other.
std::string recounts(const Value& answer) {
    std::string line;
    for (const Value& item : answer.list_or_empty("items"))
        for (const Value& each : item.list_or_empty("changes"))
            line += each.text_or("code") + " " + each.text_or("before", "none") + " -> " + each.text_or("now", "none") +
                    ";";
    return line;
}

std::string date_of(TestRegister& store, const std::string& code) {
    const Value feed = json_feed(store, {{"/from", "2024-01-01"}, {"/to", "2030-12-31"}, {"/today", "2026-12-01"}});
    for (const Value& each : feed.list_or_empty("items"))
        if (each.text_or("code") == code && each.text_or("status") == "planned")
            return each.text_or("date") + (each.list_or_empty("details").empty() ? "" : " +");
    return "none";
}

bool is_on_worklist(TestRegister& store, const std::string& month) {
    const Value answer = store.call("worklist.list", of_all("2026-12-01", R"("month":")" + month + '"'));
    for (const Value& each : answer.list_or_empty("items"))
        if (each.text_or("what") == "hertelling" && !each.list_or_empty("changes").empty()) return true;
    return false;
}

}  // namespace

TEST_CASE("a contract's day that is counted otherwise by now stays until an entry moves it", "[recount]") {
    TestRegister store;
    sign_as_before(store);
    store.reopen();
    CHECK(date_of(store, "opzegging") == "2027-12-31 +");
    CHECK(recounts(store.call("recount.list", of_all("2026-12-01"))) == "opzegging 2027-12-31 -> none;");
    CHECK(date_of(store, "hertelling") == "2027-12-31 +");
    CHECK(is_on_worklist(store, "2026-12"));
    CHECK(is_on_worklist(store, "2027-03"));
    CHECK_FALSE(is_on_worklist(store, "2026-11"));
    const auto head = store.head();
    CHECK(recounts(store.call("recount.adopt", of_all("2026-12-01"))) == "opzegging 2027-12-31 -> none;");
    CHECK(store.head() != head);
    CHECK(date_of(store, "opzegging") == "none");
    CHECK(date_of(store, "hertelling") == "none");
    CHECK_FALSE(is_on_worklist(store, "2026-12"));
    CHECK(recounts(store.call("recount.adopt", of_all("2026-12-01"))).empty());
    store.check_sound();
}

TEST_CASE("a tender's plan that is counted otherwise by now stays until an entry moves it", "[recount]") {
    TestRegister store;
    plan_as_before(store);
    const std::string listed = recounts(store.call("recount.list", of_all("2026-12-01")));
    const std::string stands = date_of(store, "voorbereiding");
    REQUIRE(stands.size() == 12);
    CHECK(listed.starts_with("voorbereiding " + stands.substr(0, 10) + " -> "));
    const std::string now = listed.substr(listed.size() - 11, 10);
    CHECK(now < stands);
    CHECK(is_on_worklist(store, "2026-12"));
    const std::string tender = text_at(store.call("tender.get", of_one("T-1", "2026-12-01")), "/tender");
    store.call("recount.adopt", of_all("2026-12-01", R"("tender":")" + tender + '"'));
    CHECK(date_of(store, "voorbereiding") == now);
    CHECK(recounts(store.call("recount.list", of_all("2026-12-01"))).empty());
    CHECK(store.refusal("recount.adopt", of_all("2026-12-01", R"("tender":")" + tender + '"')) ==
          Rules{"recount.nothing"});
    store.check_sound();
}

TEST_CASE("what the rules of today counted is not to be counted again", "[recount]") {
    TestRegister store;
    store.call("tender.start", starting("T-1", R"(,"procedure":"openbaar","estimatedValueCents":50000000)"));
    store.call("plan.adopt", of_one("T-1", "2026-11-21", R"("planning":{"contractStart":"2028-01-03"})"));
    store.call("contract.sign", signing(""));
    CHECK(recounts(store.call("recount.list", of_all("2026-12-01"))).empty());
}

}  // namespace recount_test
