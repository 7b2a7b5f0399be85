// SPDX-License-Identifier: EUPL-1.2
// Social return through the operations, on a real register: what is agreed, what is put down, and the statement.
#include <algorithm>
#include <map>
#include <random>

#include "../unit/cases.hpp"
#include "domain/measure/exact.hpp"
#include "register.hpp"

using Rules = std::set<std::string>;
using Line = std::vector<std::string>;
using mvoi::json::Value;

namespace {

const std::string by_reference = R"("organisation":"gm0344","reference":"C-1")";

// 5 % of the value from 50 000 euros on; a table of one group, at most three months, with a discount for the PSO.
const std::string policy =
    R"({"organisation":"gm0344","validFrom":"2026-01-01","today":"2026-01-01","socialReturn":{"rule":{"thresholds":)"
    R"([{"kinds":["werk","dienst"],"cents":5000000}],"basis":"opdrachtwaarde","percent":"5","carryOver":true},"table":)"
    R"({"code":"eigen-2026","nl":"Eigen tabel","blocks":[{"code":"langdurig","nl":"Langdurig","yearCents":1200000,)"
    R"("limit":"months","limitMonths":3}],"purchases":"any","pso":[{"code":"trede-2","percent":"12.5"}]}}})";

std::int64_t cents(const std::string& euros) {
    return mvoi::domain::measure::parse_decimal(euros).value().millionths / 10'000;
}

std::map<std::string, std::string> named(const Line& line, std::size_t from) {
    std::map<std::string, std::string> words;
    for (std::size_t i = from; i < line.size(); ++i) {
        const std::size_t at = line[i].find('=');
        words[line[i].substr(0, at)] = at == std::string::npos ? "" : line[i].substr(at + 1);
    }
    return words;
}

std::string quoted(const std::string& text) {
    return "\"" + text + "\"";
}

std::string signing(const std::string& social_return, const std::string& more = R"(,"valueCents":10000000)") {
    return "{" + by_reference + R"(,"title":"Schoonmaak","kind":"dienst","term":{"start":"2027-01-01","months":24})" +
           (social_return.empty() ? "" : R"(,"socialReturn":)" + social_return) + more + R"(,"today":"2026-11-21"})";
}

std::string realising(const std::string& members, const std::string& today = "2028-12-31") {
    return "{" + by_reference + "," + members + R"(,"today":")" + today + "\"}";
}

std::string placed(const std::string& reference, const std::string& block, const std::string& started,
                   const std::string& half_months, const std::string& more = "") {
    return R"({"reference":")" + reference + R"(","block":")" + block + R"(","started":")" + started +
           R"(","hoursPerWeek":"36","halfMonths":)" + half_months + more + "}";
}

Rules rules_of(const Value& answer) {
    Rules found;
    for (const Value& each : answer.list_or_empty("findings")) found.insert(each.text_or("rule"));
    return found;
}

Value statement(TestRegister& store, const std::string& today = "2028-12-31") {
    return store.call("socialreturn.statement", "{" + by_reference + R"(,"today":")" + today + "\"}");
}

const std::string haaglanden = R"({"rule":"praktijk-aanneemsom","region":"haaglanden","aanneemsomCents":1000000000})";

class ContractCase {
  public:
    void play(const Line& line) {
        const std::string& word = line[0];
        if (word == "policy")
            store_.call("policy.adopt", policy);
        else if (word == "agree")
            agree(line);
        else if (word == "place" || word == "invoice" || word == "activity")
            add(word, item(line));
        else if (word == "pso")
            put(R"("pso":)" + quoted(line[1]));
        else if (word == "carried")
            put(R"("carriedInCents":)" + std::to_string(cents(line[1])));
        else if (word == "today")
            today_ = line[1];
        else
            check(line);
    }

    // The same items in another order and in one call come to the same figures.
    void check_other_orders() {
        const Value here = statement(store_, today_);
        if (items_.empty()) return;
        std::mt19937 random(7);
        std::shuffle(items_.begin(), items_.end(), random);
        TestRegister other;
        if (with_policy_) other.call("policy.adopt", policy);
        other.call("contract.sign", signed_);
        std::map<std::string, std::string> lists;
        for (const auto& [list, text] : items_) {
            std::string& joined = lists[list];
            joined += (joined.empty() ? "" : ",") + text;
        }
        std::string members;
        for (const auto& [list, text] : lists)
            members += (members.empty() ? "" : ",") + quoted(list) + ":[" + text + "]";
        for (const std::string& each : others_) members += "," + each;
        other.call("socialreturn.realise", realising(members));
        const Value there = statement(other, today_);
        for (const char* figure : {"/realisedCents", "/discountCents", "/remainingCents", "/realisedPercent"})
            CHECK(text_at(there, figure) == text_at(here, figure));
        CHECK(rules_of(there) == rules_of(here));
        other.check_sound();
        store_.check_sound();
    }

    bool with_policy_ = false;

  private:
    void agree(const Line& line) {
        std::string terms, value;
        for (const auto& [name, word] : named(line, 1)) {
            if (name == "value") {
                value = R"(,"valueCents":)" + std::to_string(cents(word));
                continue;
            }
            const bool amount = name == "aanneemsom" || name == "loonsom" || name == "agreed";
            const std::string member = amount ? name + "Cents" : name == "labour" ? "labourSharePercent" : name;
            terms += (terms.empty() ? "" : ",") + quoted(member) + ":" +
                     (amount ? std::to_string(cents(word)) : quoted(word));
        }
        signed_ = signing(terms.empty() ? "" : "{" + terms + "}", value);
        store_.call("contract.sign", signed_);
    }

    static std::string item(const Line& line) {
        std::string text = R"({"reference":)" + quoted(line[1]);
        const auto word = [&](const char* member, const std::string& value) {
            text += "," + quoted(member) + ":" + quoted(value);
        };
        if (line[0] == "place") {
            word("block", line[2]), word("hoursPerWeek", line[3]), word("months", line[4]);
            const auto words = named(line, 5);
            word("started", words.at("started"));
            if (words.contains("lks")) text += R"(,"lksHalfMonths":)" + words.at("lks");
            if (words.contains("bonus")) text += R"(,"bonuses":[)" + quoted(words.at("bonus")) + "]";
        } else if (line[0] == "invoice") {
            text += R"(,"cents":)" + std::to_string(cents(line[2]));
            word("on", line[3]);
            if (line.size() > 4) text += R"(,"paid":true)";
        } else {
            word("on", line[2]);
            for (const auto& [name, value] : named(line, 3))
                if (name == "euros")
                    text += R"(,"valueCents":)" + std::to_string(cents(value));
                else
                    word(name.c_str(), value);
        }
        return text + "}";
    }

    void add(const std::string& word, const std::string& text) {
        const std::string list = word == "place" ? "placements" : word == "invoice" ? "invoices" : "activities";
        items_.emplace_back(list, text);
        store_.call("socialreturn.realise", realising(quoted(list) + ":[" + text + "]"));
    }
    void put(const std::string& member) {
        others_.push_back(member);
        store_.call("socialreturn.realise", realising(member));
    }

    void check(const Line& line) {
        const Value now = statement(store_, today_);
        const auto figure = [&](const char* pointer) { return text_at(now, pointer); };
        const auto euros = [](const std::string& text) {
            return text == "-" ? std::string("(nothing)") : std::to_string(cents(text));
        };
        const auto share = [](const std::string& text) { return text == "-" ? std::string("(nothing)") : text; };
        if (line[0] == "table")
            CHECK(figure("/table/code") == share(line[1]));
        else if (line[0] == "asks")
            CHECK(figure("/obligation/cents") == euros(line[1]));
        else if (line[0] == "realised" || line[0] == "discount" || line[0] == "remaining")
            CHECK(figure(("/" + line[0] + "Cents").c_str()) == euros(line[1]));
        else if (line[0] == "shares") {
            CHECK(figure("/elapsedPercent") == line[1]);
            CHECK(figure("/realisedPercent") == share(line[2]));
        } else if (line[0] == "says") {
            const Rules found = rules_of(now);
            for (std::size_t i = 1; i < line.size(); ++i) {
                INFO(line[i]);
                CHECK(found.contains("social-return-" + line[i]));
            }
        } else
            FAIL("no such line in a case: " << line[0]);
    }

    TestRegister store_;
    std::string signed_, today_ = "2028-12-31";
    std::vector<std::pair<std::string, std::string>> items_;  // list, item
    std::vector<std::string> others_;
};

}  // namespace

TEST_CASE("social return of contracts is as tests/cases/social_return_contracts.txt says", "[social-return][store]") {
    for (const Case& each : read_cases("social_return_contracts.txt")) {
        INFO(each.title);
        ContractCase playing;
        for (const Line& line : each.lines) {
            INFO(line[0] << " " << (line.size() > 1 ? line[1] : ""));
            playing.with_policy_ = playing.with_policy_ || line[0] == "policy";
            playing.play(line);
        }
        playing.check_other_orders();
    }
}

TEST_CASE("what was agreed does not move with a later policy", "[social-return][store]") {
    TestRegister store;
    store.call("policy.adopt", policy);
    const auto answer = store.call("contract.sign", signing(""));
    CHECK(text_at(answer, "/socialReturn/obligation/cents") == "500000");
    CHECK(text_at(answer, "/socialReturn/rule/source") == "gm0344:2026-01-01:1");
    const std::string before = mvoi::json::write(statement(store));
    std::string later = policy;
    later.replace(later.find(R"("percent":"5")"), 13, R"("percent":"9")");
    later.replace(later.find("1200000"), 7, "9900000");
    store.call("policy.adopt", later);
    CHECK(mvoi::json::write(statement(store)) == before);
    // Another title changes nothing of it either; null is that nothing is asked any more.
    store.call("contract.change", "{" + by_reference + R"(,"title":"Ramen","today":"2027-01-02"})");
    CHECK(text_at(statement(store), "/obligation/cents") == "500000");
    store.call("contract.change", "{" + by_reference + R"(,"socialReturn":null,"today":"2027-01-02"})");
    CHECK(store.refusal("socialreturn.statement", "{" + by_reference + "}") == Rules{"socialreturn.not-asked"});
    CHECK(store.refusal("socialreturn.realise", realising(R"("pso":null)")) == Rules{"socialreturn.not-asked"});
    store.check_sound();
}

TEST_CASE("an amount that becomes known later leaves rule and table as they were", "[social-return][store]") {
    TestRegister store;
    const auto unknown =
        store.call("contract.sign", signing(R"({"rule":"leidschendam-voorburg","region":"haaglanden"})"));
    CHECK(text_at(unknown, "/socialReturn/obligation/cents") == "(nothing)");
    CHECK(rules_of(unknown).contains("social-return-labour-share-unknown"));
    const auto known =
        store.call("contract.change", "{" + by_reference +
                                          R"(,"socialReturn":{"aanneemsomCents":20000000,"labourSharePercent":"12"},)"
                                          R"("today":"2027-01-02"})");
    CHECK(text_at(known, "/socialReturn/obligation/cents") == "400000");
    CHECK(text_at(known, "/socialReturn/table/code") == "haaglanden-2023-07");
    const auto forgotten = store.call(
        "contract.change", "{" + by_reference + R"(,"socialReturn":{"labourSharePercent":null},"today":"2027-01-02"})");
    CHECK(text_at(forgotten, "/socialReturn/obligation/cents") == "(nothing)");
    CHECK(text_at(forgotten, "/socialReturn/aanneemsomCents") == "20000000");
}

TEST_CASE("the table is that of the day on which the tender was published", "[social-return][store]") {
    TestRegister store;
    store.call("tender.start", R"({"organisation":"gm0344","reference":"T-1","title":"Schoonmaak","kind":"dienst",)"
                               R"("planning":{"publication":"2023-06-30"},"today":"2023-01-01"})");
    for (const char* phase : {"publication", "evaluation", "award"})
        store.call("tender.advance", std::string(R"({"organisation":"gm0344","reference":"T-1","to":")") + phase +
                                         R"(","today":"2023-06-30"})");
    const auto answer = store.call("contract.sign", signing(haaglanden, R"(,"tenderReference":"T-1")"));
    CHECK(text_at(answer, "/socialReturn/chosenFor") == "2023-06-30");
    CHECK(text_at(answer, "/socialReturn/table") == "(nothing)");
    CHECK(rules_of(answer).contains("social-return-table-not-known"));
    CHECK(store.refusal("socialreturn.realise", realising(R"("placements":[)" + placed("k1", "ww", "2027-01-01", "2") +
                                                          "]")) == Rules{"socialreturn.table-needed"});
}

TEST_CASE("what is not known or contradicts itself is refused when it is agreed", "[social-return][store]") {
    TestRegister store;
    const auto refused = [&](const std::string& terms) { return store.refusal("contract.sign", signing(terms)); };
    CHECK(refused(R"({"rule":"x"})") == Rules{"socialreturn.no-rule", "socialreturn.rule-needed"});
    CHECK(refused(R"({"rule":"rijk","region":"mars"})") == Rules{"socialreturn.no-region"});
    CHECK(refused(R"({"rule":"rijk","table":"mars"})") == Rules{"socialreturn.no-such-table"});
    CHECK(refused(R"({"rule":"rijk","table":"utrecht","region":"utrecht"})") == Rules{"socialreturn.two-tables"});
    CHECK(refused(R"({"region":"haaglanden"})") == Rules{"socialreturn.rule-needed"});
    CHECK(refused(R"({"rule":"rijk","labourSharePercent":"100.1"})") == Rules{"socialreturn.percent"});
    CHECK(refused(R"({"rule":"rijk","labourSharePercent":"1.1234567"})") == Rules{"promise.number"});
    CHECK(refused(R"({"ownRule":{"thresholds":[{"kinds":["dienst"],"cents":1},{"kinds":["dienst"],"cents":2}],)"
                  R"("percent":"101","basis":"aanneemsom","assumedLabourPercent":"40"}})") ==
          Rules{"socialreturn.kind-twice", "socialreturn.percent", "socialreturn.assumed-basis"});
    const auto adopting = [&](const std::string& own) {
        return store.refusal("policy.adopt",
                             R"({"organisation":"gm0344","validFrom":"2026-01-01","socialReturn":)" + own + "}");
    };
    const std::string rule = R"({"rule":{"thresholds":[{"kinds":["dienst"],"cents":1}],"percent":"5"})";
    CHECK(adopting(rule + R"(,"region":"mars"})") == Rules{"socialreturn.no-region"});
    CHECK(adopting(rule + R"(,"region":"utrecht","table":{"code":"a","nl":"A","blocks":[)"
                          R"({"code":"b","nl":"B","yearCents":1}]}})") == Rules{"socialreturn.two-tables"});
    CHECK(adopting(rule + R"(,"table":{"code":"utrecht","nl":"A","activity":{"code":"c"},"blocks":[)"
                          R"({"code":"b","nl":"B","yearCents":1},{"code":"b","nl":"B","yearCents":2}]}})") ==
          Rules{"socialreturn.code-twice", "socialreturn.activity-worth", "socialreturn.table-exists"});
    CHECK(adopting(rule + R"(,"table":{"code":"a","nl":"A","blocks":[)"
                          R"({"code":"b","nl":"B","yearCents":1,"limit":"months"},)"
                          R"({"code":"c","nl":"C","yearCents":1,"limit":"always","limitMonths":3}]}})") ==
          Rules{"socialreturn.limit-without-months", "socialreturn.limit-always"});
    CHECK(adopting(R"({"rule":{"thresholds":[{"kinds":["dienst"],"cents":1}],)"
                   R"("labourShare":{"belowPercent":"30","percent":"2"}}})") ==
          Rules{"socialreturn.share-without-percent"});
}

TEST_CASE("one item of social return that cannot be keeps all out", "[social-return][store]") {
    TestRegister store;
    store.call("contract.sign", signing(haaglanden));
    const std::string good = placed("goed", "ww", "2027-01-01", "2");
    const auto refused = [&](const std::string& wrong) {
        return store.refusal("socialreturn.realise",
                             realising(R"("placements":[)" + good + "," + wrong + "]", "2027-06-30"));
    };
    CHECK(refused(placed("k", "twente", "2027-01-01", "2")) == Rules{"socialreturn.no-block"});
    CHECK(refused(placed("k", "ww", "2027-01-01", "2", R"(,"bonuses":["50-plus"])")) == Rules{"socialreturn.no-bonus"});
    CHECK(refused(placed("k", "ww", "2027-07-01", "0")) == Rules{"socialreturn.in-future"});
    CHECK(refused(placed("k", "ww", "2027-01-01", "13")) == Rules{"socialreturn.not-worked"});
    CHECK(refused(placed("k", "ww", "2027-01-01", "12", R"(,"lksHalfMonths":13)")) == Rules{"socialreturn.lks-longer"});
    CHECK(refused(placed("goed", "nug", "2027-01-01", "2")) == Rules{"socialreturn.twice"});
    CHECK(refused(placed("k", "ww", "2027-01-01", "2", R"(,"number":7)")) == Rules{"socialreturn.no-item"});
    CHECK(refused(placed("k", "ww", "2027-01-01", "2", R"(,"months":"1")")) == Rules{"socialreturn.months-once"});
    CHECK(refused(R"({"reference":"k","block":"ww","started":"2027-01-01","hoursPerWeek":"1872","months":"1"})") ==
          Rules{"socialreturn.week"});
    CHECK(refused(R"({"reference":"k","block":"ww","started":"2027-01-01","hoursPerWeek":"-1","months":"1.25"})") ==
          Rules{"socialreturn.week", "socialreturn.half-months"});
    const auto said = [&](const std::string& members) {
        return store.refusal("socialreturn.realise", realising(members, "2029-06-30"));
    };
    CHECK(said(R"("placements":[)" + placed("k", "ww", "2029-01-01", "1") + "]") ==
          Rules{"socialreturn.after-contract"});
    CHECK(said(R"("placements":[)" + placed("k", "ww", "2028-12-16", "2") + "]") == Rules{"socialreturn.not-worked"});
    CHECK(said(R"("invoices":[{"reference":"f","on":"2029-07-01","cents":1}])") ==
          Rules{"socialreturn.in-future", "socialreturn.after-contract"});
    CHECK(said(R"("invoices":[{"reference":"f","on":"2027-07-01","cents":-1}])") == Rules{"json.range"});
    CHECK(said(R"("activities":[{"reference":"a","on":"2027-07-01"}])") == Rules{"socialreturn.no-time"});
    CHECK(said(R"("activities":[{"reference":"a","on":"2027-07-01","hours":"1872.5"}])") == Rules{"socialreturn.year"});
    CHECK(said(R"("activities":[{"reference":"a","on":"2027-07-01","days":"-1"}])") ==
          Rules{"socialreturn.below-zero"});
    CHECK(said(R"("carriedInCents":1)") == Rules{"socialreturn.no-carry-over"});
    CHECK(said(R"("takeBack":[{"number":1}])") == Rules{"socialreturn.no-item"});
    CHECK(said(R"("placements":[])") == Rules{"socialreturn.nothing"});
    CHECK(said(R"("invoices":[{"reference":"f","on":"2027-07-01","cents":9000000000000000}])") ==
          Rules{"socialreturn.too-large"});
    store.check_sound();
}

TEST_CASE("an item becomes what is given with its number, and a number is never given twice",
          "[social-return][store]") {
    TestRegister store;
    store.call("contract.sign", signing(R"({"rule":"praktijk-aanneemsom","table":"utrecht-ouder",)"
                                        R"("aanneemsomCents":1000000})"));
    const auto put = [&](const std::string& members) { return store.call("socialreturn.realise", realising(members)); };
    const auto first = put(R"("invoices":[{"reference":"f1","on":"2027-02-01","cents":5000}])");
    CHECK(text_at(first, "/invoices") == "[1]");
    CHECK(text_at(first, "/statement/realisedCents") == "0");
    const auto paid = put(R"("invoices":[{"number":1,"reference":"f1","on":"2027-02-01","cents":5000,"paid":true}])");
    CHECK(text_at(paid, "/invoices") == "[1]");
    CHECK(text_at(paid, "/statement/realisedCents") == "5000");
    CHECK(store.refusal("socialreturn.realise",
                        realising(R"("invoices":[{"reference":"f1","on":"2027-02-01","cents":1}])")) ==
          Rules{"socialreturn.twice"});
    CHECK(store.refusal("contract.change", "{" + by_reference + R"(,"socialReturn":null,"today":"2027-03-01"})") ==
          Rules{"socialreturn.has-realised"});
    // Taken back and put down anew in one call: first the one, then the other.
    const auto anew = put(R"("takeBack":[{"number":1,"reason":"verkeerd bedrag"}],)"
                          R"("invoices":[{"reference":"f1","on":"2027-02-01","cents":7000,"paid":true}])");
    CHECK(text_at(anew, "/takenBack") == "[1]");
    CHECK(text_at(anew, "/invoices") == "[2]");
    CHECK(text_at(anew, "/statement/realisedCents") == "7000");
    CHECK(store.refusal("socialreturn.realise", realising(R"("takeBack":[{"number":1}])")) ==
          Rules{"socialreturn.no-item"});
    CHECK(store.refusal("socialreturn.realise", realising(R"("takeBack":[{"number":2},{"number":2}])")) ==
          Rules{"socialreturn.number-twice", "socialreturn.no-item"});
    put(R"("takeBack":[{"number":2}])");
    CHECK(text_at(put(R"("activities":[{"reference":"a","on":"2027-02-01","hours":"1"}])"), "/activities") == "[3]");
    store.check_sound();
    store.reopen();
    CHECK(text_at(statement(store), "/realisedCents") == "10000");
}

TEST_CASE("the same social return is put down once", "[social-return][store]") {
    TestRegister store;
    store.call("contract.sign", signing(haaglanden));
    const std::string request =
        realising(R"("placements":[)" + placed("k1", "ww", "2027-01-01", "24") + R"(],"requestId":"r-1")");
    const auto once = store.call("socialreturn.realise", request);
    const auto again = store.call("socialreturn.realise", request);
    CHECK(text_at(again, "/entry") == text_at(once, "/entry"));
    CHECK(text_at(again, "/placements") == "[1]");
    CHECK(text_at(again, "/statement/realisedCents") == "2000000");
    store.check_sound();
}

TEST_CASE("a reference that is blacked out is gone, and the figures stay", "[social-return][store]") {
    TestRegister store;
    store.call("contract.sign", signing(haaglanden));
    // Eight and six months of one candidate: twelve count. And one of another.
    store.call("socialreturn.realise",
               realising(R"("placements":[)" + placed("k-007", "ww", "2027-01-01", "16") + "]"));
    const auto answer =
        store.call("socialreturn.realise", realising(R"("placements":[)" + placed("k-007", "ww", "2028-01-01", "12") +
                                                     "," + placed("k-008", "ww", "2027-01-01", "2") + "]"));
    const std::string entry = text_at(answer, "/entry");
    CHECK(text_at(answer, "/statement/realisedCents") == std::to_string(2'000'000 + 166'667));
    for (const char* member : {"0", "1"})
        store.call("journal.redact", R"({"entry":)" + entry + R"(,"member":"/facts/realised/placements/)" + member +
                                         R"(/reference","ground":"AVG art. 17"})");
    const auto now = statement(store);
    CHECK(mvoi::json::write(now).find("k-007") == std::string::npos);
    CHECK(mvoi::json::write(store.call("journal.list", "{}")).find("k-007") == std::string::npos);
    CHECK(text_at(now, "/realisedCents") == std::to_string(2'000'000 + 166'667));
    store.check_sound();
}

TEST_CASE("an organisation's own rule is that of the day on which the tender was published", "[social-return][store]") {
    TestRegister store;
    store.call("policy.adopt", policy);  // from 2026-01-01: 5 percent
    std::string later = policy;
    later.replace(later.find(R"("percent":"5")"), 13, R"("percent":"9")");
    later.replace(later.find("2026-01-01"), 10, "2026-10-01");
    store.call("policy.adopt", later);
    store.call("tender.start", R"({"organisation":"gm0344","reference":"T-1","title":"Schoonmaak","kind":"dienst",)"
                               R"("planning":{"publication":"2026-06-30"},"today":"2026-02-01"})");
    for (const char* phase : {"publication", "evaluation", "award"})
        store.call("tender.advance", std::string(R"({"organisation":"gm0344","reference":"T-1","to":")") + phase +
                                         R"(","today":"2026-06-30"})");
    const auto answer = store.call("contract.sign", signing("", R"(,"tenderReference":"T-1")"));
    CHECK(text_at(answer, "/socialReturn/rule/source") == "gm0344:2026-01-01:1");
}

TEST_CASE("what one contract carried over into another is counted once", "[social-return][store]") {
    TestRegister store;
    const std::string own =
        R"({"ownRule":{"thresholds":[{"kinds":["dienst"],"cents":0}],"basis":"opdrachtwaarde","percent":"5",)"
        R"("carryOver":true},"table":"utrecht"})";
    std::string second = signing(own);
    second.replace(second.find("C-1"), 3, "C-2");
    const auto first = store.call("contract.sign", signing(own));
    store.call("contract.sign", second);
    const std::string owed = text_at(first, "/socialReturn/obligation/cents");
    store.call("socialreturn.realise",
               realising(R"("invoices":[{"reference":"f","on":"2027-02-01","cents":90000000,"paid":true}])"));
    std::string carried = realising(R"("carriedInCents":30000000)");
    carried.replace(carried.find("C-1"), 3, "C-2");
    store.call("socialreturn.realise", carried);
    const auto all = store.call("socialreturn.list", R"({"organisation":"gm0344","today":"2028-12-31"})");
    CHECK(text_at(all, "/totals/realisedCents") == "90000000");
    CHECK(text_at(all, "/totals/remainingCents") == std::to_string(2 * std::stoll(owed) - 90000000));
}

TEST_CASE("social return of an organisation is listed by contract, with totals", "[social-return][store]") {
    TestRegister store;
    const auto sign = [&](const std::string& reference, const std::string& terms) {
        std::string request = signing(terms);
        request.replace(request.find("C-1"), 3, reference);
        store.call("contract.sign", request);
    };
    sign("C-1", haaglanden);                                                   // 2 % of 10 million
    sign("C-2", "null");                                                       // none is asked
    sign("C-3", R"({"rule":"rijk","region":"haaglanden"})");                   // under the threshold: nothing
    sign("C-4", R"({"rule":"schiedam","region":"holland-rijnland"})");         // under the threshold: nothing
    sign("C-5", R"({"rule":"leidschendam-voorburg","region":"haaglanden"})");  // not known
    store.call("socialreturn.realise", realising(R"("placements":[)" + placed("k1", "ww", "2027-01-01", "24") + "]"));
    const auto page = [&](const std::string& more) {
        return store.call("socialreturn.list", R"({"organisation":"gm0344","today":"2028-12-31")" + more + "}");
    };
    const auto all = page("");
    CHECK(all.list_or_empty("items").size() == 4);
    CHECK(text_at(all, "/items/0/reference") == "C-5");
    CHECK(text_at(all, "/items/0/remainingCents") == "(nothing)");
    CHECK(text_at(all, "/items/3/remainingCents") == "18000000");
    CHECK(text_at(all, "/totals/contracts") == "4");
    CHECK(text_at(all, "/totals/obligationUnknown") == "1");
    CHECK(text_at(all, "/totals/obligationCents") == "20000000");
    CHECK(text_at(all, "/totals/realisedCents") == "2000000");
    CHECK(text_at(all, "/totals/remainingCents") == "18000000");
    const auto first = page(R"(,"limit":3)");
    CHECK(first.list_or_empty("items").size() == 3);
    CHECK(text_at(first, "/totals") == text_at(all, "/totals"));
    const auto second = page(R"(,"limit":3,"after":")" + first.text_or("next") + "\"");
    CHECK(text_at(second, "/items/0/reference") == "C-1");
    CHECK(text_at(second, "/items/1") == "(nothing)");
    CHECK(text_at(second, "/next") == "(nothing)");
    CHECK(text_at(second, "/totals") == "(nothing)");
}
