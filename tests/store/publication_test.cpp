// SPDX-License-Identifier: EUPL-1.2
// The public calendar: what policy publishes, as vaguely as it wants, with its disclaimer; and of everything else not a
// byte, in any of the four formats, whatever the tender and whatever the policy.
#include "domain/calendar/publication.hpp"

#include <algorithm>
#include <array>
#include <random>

#include "support/register.hpp"

namespace publication_test {

using Texts = std::vector<std::string>;
using mvoi::domain::Value;

namespace {

constexpr std::array formats{"ics", "csv", "json", "html"};

std::string feed(TestRegister& store, const std::string& format, const std::string& more = "") {
    return text_at(
        store.call(
            "calendar.feed",
            request(
                {{"/organisation", "gm0344"}, {"/today", "2026-11-22"}, {"/audience", "publiek"}, {"/format", format}},
                more)),
        "/body");
}

std::string unfolded(std::string text) {
    for (std::size_t at; (at = text.find("\r\n ")) != std::string::npos;) text.erase(at, 3);
    return text;
}

bool says(const std::string& text, const std::string& what) {
    return unfolded(text).find(what) != std::string::npos;
}

void adopt(TestRegister& store, const std::string& publication) {
    store.call("policy.adopt",
               R"({"organisation":"gm0344","validFrom":"2026-01-01","publication":)" + publication + "}");
}

void start(TestRegister& store, const std::string& more = "") {
    store.call("tender.start", R"({"organisation":"gm0344","reference":"ZK-88121","title":"Gladheidsbestrijding",
        "kind":"dienst","today":"2026-11-21","procedure":"openbaar","estimatedValueCents":7391826455,"ambition":2,
        "people":{"inkoopadviseur":"J. Zanddijk"},"themes":[{"theme":"klimaat","state":"applied","level":2}],
        "planning":{"publication":"2027-02-11","contractStart":{"date":"2027-09-01","certainty":"vast"},
                    "award":"2027-05-01","notice":"2028-01-01"})" +
                                   more + "}");
}

}  // namespace

TEST_CASE("without a policy the market sees title, kind and quarters", "[publication]") {
    TestRegister store;
    start(store);
    const std::string calendar = feed(store, "ics");
    CHECK(says(calendar, "SUMMARY:Publicatie: Gladheidsbestrijding (1e kwartaal 2027)"));
    CHECK(says(calendar, "DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270401"));
    CHECK(says(calendar, "DTSTART;VALUE=DATE:20270901\r\nDTEND;VALUE=DATE:20270902"));  // fixed
    CHECK(says(calendar, "Soort: dienst"));
    for (const char* hidden : {"gunningsbeslissing", "opzegging", "ZK-88121", "Zanddijk", "20270211"})
        CHECK(!says(calendar, hidden));
    const std::string disclaimer = "aan deze kalender kunnen geen rechten worden ontleend";
    CHECK(says(feed(store, "json"), disclaimer));
    CHECK(says(feed(store, "html"), disclaimer));
    CHECK(says(feed(store, "csv"), disclaimer));
    CHECK(says(calendar, disclaimer));
    CHECK(says(feed(store, "json"), R"("disclaimer":)"));
    CHECK(says(feed(store, "csv"), ";voorbehoud\r\n"));
}

TEST_CASE("on a day before the usual terms held, the market sees nothing but the calendar itself", "[publication]") {
    TestRegister store;
    for (const char* format : formats)
        CHECK_FALSE(text_at(store.call("calendar.feed", request({{"/organisation", "gm0344"},
                                                                 {"/today", "2015-06-01"},
                                                                 {"/audience", "publiek"},
                                                                 {"/format", format}})),
                            "/body")
                        .empty());
}

TEST_CASE("policy says which fields, milestones, precision, bands, contact and disclaimer", "[publication]") {
    TestRegister store;
    adopt(store, R"({"fields":["title","procedure","valueBand","themes","ambition","reference"],
        "milestones":["gunningsbeslissing","publicatie"],"precision":"half-year","bandsCents":[5000000,22100000,900000000000],
        "contact":"inkoopbureau@voorbeeldstad.invalid","disclaimer":"Er kan nog van alles veranderen; vraag ernaar."})");
    start(store);
    for (const std::string format : formats) {
        const std::string text = feed(store, format);
        INFO(format);
        for (const char* shown : {"Gladheidsbestrijding", "ZK-88121", "Openbare procedure", "221.000", "Klimaat",
                                  "inkoopbureau@voorbeeldstad.invalid", "Er kan nog van alles veranderen"})
            if (!says(text, shown)) FAIL_CHECK("it does not say " << shown);
        for (const char* hidden : {"dienst", "Zanddijk", "73.918", "7391826455", "73918264", "ontleend"})
            if (says(text, hidden)) FAIL_CHECK("it says " << hidden);
        CHECK(!says(text, "contractstart"));
        CHECK(!says(text, "20270211"));
        CHECK(!says(text, "2027-02-11"));
    }
    CHECK(says(feed(store, "ics"), "SUMMARY:Gunningsbeslissing: Gladheidsbestrijding (1e halfjaar 2027)"));
    store.check_sound();
}

TEST_CASE("a formula in what is published stays a text in the public CSV", "[publication][csv]") {
    TestRegister store;
    adopt(store, R"({"fields":["title","reference"],"contact":"=1+1","disclaimer":"@SUM+A1"})");
    int number = 0;
    for (const char* sign : {"=", "+", "-", "@", "\\t", "\\r"}) {
        const std::string nr = std::to_string(++number);
        store.call("tender.start",
                   R"({"organisation":"gm0344","reference":"+)" + nr + R"(","title":")" + sign + R"(cmd|' /C calc'!A)" +
                       nr + R"(","kind":"werk","today":"2026-11-21","planning":{"publication":"2027-02-11"}})");
    }
    for (const char* audience : {"intern", "publiek"}) {
        const std::string csv = text_at(
            store.call("calendar.feed", R"({"organisation":"gm0344","today":"2026-11-22","format":"csv","audience":")" +
                                            std::string(audience) + "\"}"),
            "/body");
        for (const char* start :
             {";=", ";+", ";-", ";@", ";\t", ";\rc", ";\"=", ";\"+", ";\"-", ";\"@", ";\"\t", ";\"\r"})
            if (csv.find(start) != std::string::npos) FAIL_CHECK("a formula: " << csv);
        for (const char* guarded : {";'=cmd", ";'+cmd", ";'-cmd", ";'@cmd", ";'\tcmd", ";\"'\rcmd"})
            if (csv.find(guarded) == std::string::npos) FAIL_CHECK("not guarded: " << csv);
    }
    CHECK(feed(store, "csv").find(";'=1+1;'@SUM+A1\r\n") != std::string::npos);
}

TEST_CASE("asking day by day tells the market no more than the quarter", "[publication]") {
    TestRegister store;
    start(store);
    std::set<std::string> bodies;
    for (const char* day : {"2027-01-01", "2027-02-10", "2027-02-11", "2027-02-12", "2027-03-31"}) {
        auto answer = store.call("calendar.feed", R"({"organisation":"gm0344","today":"2026-11-22","audience":"publiek",
            "from":")" + std::string(day) + R"(","to":")" +
                                                      day + "\"}");
        CHECK(text_at(answer, "/items") == "1");
        bodies.insert(text_at(answer, "/body"));
    }
    CHECK(bodies.size() == 1);
    CHECK(says(feed(store, "json", R"(,"from":"2026-12-31","to":"2026-12-31")"), R"("items":[])"));
    CHECK(says(feed(store, "json", R"(,"from":"2027-04-01","to":"2027-04-30")"), R"("items":[])"));
}

TEST_CASE("within a quarter the order of the market's calendar is not that of the days", "[publication]") {
    TestRegister store;
    Texts by_day, shown;
    // Registered as they come, not by day.
    for (int day = 0; day < 20; ++day) {
        by_day.push_back(std::to_string(11 + day * 7 % 20));
        store.call("tender.start", R"({"organisation":"gm0344","kind":"werk","today":"2026-11-21","reference":")" +
                                       by_day.back() + R"(","title":")" + by_day.back() +
                                       R"(","planning":{"publication":"2027-01-)" + by_day.back() + R"("}})");
    }
    const auto calendar = mvoi::json::parse(feed(store, "json"));
    for (const auto& item : calendar.list_or_empty("items")) shown.push_back(item.text_or("title"));
    CHECK(shown.size() == by_day.size());
    std::sort(by_day.begin(), by_day.end());
    CHECK(shown != by_day);
    std::reverse(shown.begin(), shown.end());
    CHECK(shown != by_day);
}

TEST_CASE("a policy that cannot publish is refused", "[publication]") {
    TestRegister store;
    const auto refused = [&](const std::string& publication) {
        return store.refusal("policy.adopt",
                             R"({"organisation":"gm0344","validFrom":"2026-01-01","publication":)" + publication + "}");
    };
    CHECK(refused(R"({"fields":["valueBand"]})") == Rules{"policy.bands-needed"});
    CHECK(refused(R"({"bandsCents":[5,4]})") == Rules{"policy.bands-order"});
    CHECK(refused(R"({"fields":["people"]})") == Rules{"json.enum"});
    CHECK(refused(R"({"fields":["estimatedValueCents"]})") == Rules{"json.enum"});
    CHECK(refused(R"({"milestones":["feest"]})") == Rules{"json.enum"});
    CHECK(refused(R"({"precision":"day"})") == Rules{"json.enum"});
}

TEST_CASE("the band of a value", "[publication]") {
    using mvoi::domain::published_band;
    const std::vector<std::int64_t> bounds{100, 200, 300};
    const auto band = [&](std::optional<std::int64_t> low, std::optional<std::int64_t> high) {
        return published_band(Value{low, high}, bounds);
    };
    CHECK(band(150, 150) == Value{100, 200});
    CHECK(band(200, 200) == Value{200, 300});  // a bound is the lowest amount of the band above
    CHECK(band(99, 99) == Value{{}, 100});
    CHECK(band(300, 300) == Value{300, {}});
    CHECK(band(150, 250) == Value{100, 300});
    CHECK(band({}, 150) == Value{{}, 200});
    CHECK(band(150, {}) == Value{100, {}});
    CHECK(!band({}, {}));
    CHECK(!band(50, 350));
    CHECK(!published_band(Value{1, 1}, {}));
}

// Each tender has a mark of its own in every text that the market must not see.
TEST_CASE("no byte of what is not published is in any form of the public calendar", "[publication][property]") {
    const unsigned seed = GENERATE(1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u);
    std::mt19937 random(seed);
    const auto pick = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    const Texts all_fields{"title", "kind", "reference", "procedure", "valueBand", "themes", "ambition"};
    std::set<std::string> fields;
    for (const std::string& field : all_fields)
        if (pick(2)) fields.insert(field);
    std::string named;
    for (const std::string& field : fields) named += (named.empty() ? "\"" : ",\"") + field + '"';
    const bool has_policy = pick(5) > 0;
    if (!has_policy) fields = {"title", "kind"};
    TestRegister store;
    if (has_policy)
        adopt(store, R"({"bandsCents":[1000000,90000000000],"fields":[)" + named + R"(],"precision":")" +
                         Texts{"month", "quarter", "half-year"}[pick(3)] +
                         R"(","milestones":["publicatie","contractstart","inschrijving"]})");

    Texts never, when_published;
    const Texts state{R"("state":"applied","level":1)",
                      R"("state":"explained","explanation":{"reason":"budget","text":"geheim-uitleg-TT",
                         "author":"geheim-auteur-TT","role":"budgethouder"})"};
    for (int number = 0; number < 12; ++number) {
        const std::string tag = std::to_string(1000 + number) + std::to_string(seed);
        std::string text = R"({"organisation":"gm0344","reference":"kenmerk-TT","title":"titel-TT","kind":"KIND",
            "today":"2026-11-21","productGroup":"geheimgroep","cpv":["90620000"],"procedure":"openbaar",
            "estimatedValueCents":73911TT55,"ambition":2,
            "people":{"jurist":"geheim-jurist-TT","inkoopadviseur":"geheim-inkoper-TT"},
            "motives":{"awardBasis":"geheim-leverancier-TT BV"},
            "lots":[{"number":"1","title":"geheim-perceel-TT","estimatedValueCents":73911TT55}],
            "themes":[{"theme":"klimaat",STATE}],
            "planning":{"publication":DATE1,"contractStart":DATE2,"submission":DATE3,"award":"2027-06-17",
                        "option":"2027-11-13"}})";
        const auto set = [&](const std::string& what, const std::string& with) {
            for (std::size_t at; (at = text.find(what)) != std::string::npos;) text.replace(at, what.size(), with);
        };
        set("STATE", state[pick(2)]);
        set("KIND", Texts{"werk", "dienst", "levering"}[pick(3)]);
        for (const char* place : {"DATE1", "DATE2", "DATE3"}) {
            const std::string day = "2027-0" + std::to_string(1 + pick(9)) + "-1" + std::to_string(pick(10));
            const bool fixed = pick(4) == 0;
            if (!fixed) never.push_back(day), never.push_back(day.substr(0, 4) + day.substr(5, 2) + day.substr(8));
            set(place, fixed ? R"({"date":")" + Texts{"2027-10-05", "2027-11-06"}[pick(2)] + R"(","certainty":"vast"})"
                             : '"' + day + '"');
        }
        set("TT", tag);
        store.call("tender.start", text);
        for (const char* secret : {"geheim-uitleg-", "geheim-auteur-", "geheim-jurist-", "geheim-inkoper-",
                                   "geheim-leverancier-", "geheim-perceel-"})
            never.push_back(secret + tag);
        never.push_back("73911" + tag + "55");    // cents
        never.push_back("73911" + tag);           // euros
        const std::string euros = "73911" + tag;  // 10 digits
        never.push_back(euros.substr(1, 3) + "." + euros.substr(4, 3) + "." + euros.substr(7));
        never.push_back(euros.substr(1, 3) + "," + euros.substr(4, 3) + "," + euros.substr(7));
        when_published.push_back("titel-" + tag);
    }
    for (const char* secret : {"geheimgroep", "90620000", "gunningsbeslissing", "-optie", "2027-06-17", "2027-11-13",
                               "nog niet besloten", "onder-beleid", "niet-van-toepassing", "budgethouder"})
        never.emplace_back(secret);
    if (!fields.contains("reference")) never.emplace_back("kenmerk-1");
    if (!fields.contains("title")) never.emplace_back("titel-1");
    if (!fields.contains("procedure")) never.emplace_back("Openbare");
    if (!fields.contains("themes")) never.emplace_back("Klimaat");
    if (!fields.contains("valueBand")) never.emplace_back("900.000.000");
    if (!fields.contains("ambition")) never.emplace_back("Ambitieniveau");
    if (!fields.contains("kind")) never.emplace_back("levering");

    for (const std::string format : formats) {
        const std::string bytes = feed(store, format), text = unfolded(bytes);
        INFO("seed " << seed << ", " << format << ", fields " << named);
        CHECK(says(text, "ublicatie"));
        for (const std::string& secret : never)
            if (text.find(secret) != std::string::npos) FAIL_CHECK("it says " << secret);
        if (fields.contains("title"))
            for (const std::string& shown : when_published)
                if (text.find(shown) == std::string::npos) FAIL_CHECK("it does not say " << shown);
        CHECK(feed(store, format) == bytes);
    }
}

}  // namespace publication_test
