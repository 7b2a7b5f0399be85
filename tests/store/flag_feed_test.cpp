// SPDX-License-Identifier: EUPL-1.2
// The flags of a calendar are those of the list of tenders on that day, in whatever form it is asked for: a flag is
// shown from its day on.
#include "json/rules/rule_book.hpp"
#include "support/chance.hpp"
#include "support/icals.hpp"
#include "support/reviews.hpp"

namespace flag_feed_test {

using namespace reviews;
using icals::lines_of, icals::split;
using Labels = std::set<std::string>;

namespace {

const std::string long_window = R"(,"from":"2020-01-01","to":"2039-12-31")";

Labels all_labels() {
    Labels all;
    for (const char* code : {"niet-van-toepassing", "geheel-niet-van-toepassing", "onbeslist", "onder-beleid",
                             "uitleg-loopt-af", "uitleg-vervallen", "te-laat-begonnen"})
        all.insert(mvoi::json::rule_book().rules.label("flags", code, mvoi::domain::Language::Dutch));
    return all;
}

// By tender, what the list says of it on a day.
std::map<std::string, Labels> listed(TestRegister& store, const std::string& day) {
    std::map<std::string, Labels> flags;
    const auto list = store.call("tender.list", of_all(day, R"("limit":1000)"));
    for (const auto& item : list.list_or_empty("items"))
        for (auto& of_tender = flags[item.text_or("tender")]; const auto& flag : item.list_or_empty("flags"))
            of_tender.insert(flag.text_or("label"));
    return flags;
}

std::string feed(TestRegister& store, const std::string& day, const std::string& more) {
    return text_at(store.call("calendar.feed", of_all(day, more + long_window)), "/body");
}

// The labels that stand in a text; none of them is a part of another one here.
Labels labels_in(const std::string& text) {
    Labels found;
    for (const std::string& label : all_labels())
        if (text.find(label) != std::string::npos) found.insert(label);
    return found;
}

// Each component of a calendar that belongs to a tender, with the tender's number.
void each_component(const std::string& ics, const std::map<std::string, Labels>& tenders,
                    const std::function<void(const std::string&, const std::string&)>& see) {
    std::string component;
    for (const std::string& line : lines_of(ics)) {
        if (line == "BEGIN:VEVENT" || line == "BEGIN:VTODO") component.clear();
        component += line + "\n";
        if (line != "END:VEVENT" && line != "END:VTODO") continue;
        for (const auto& [tender, flags] : tenders)
            if (component.find("UID:" + tender) != std::string::npos) see(tender, component);
    }
}

// Every form of the feed of a day says of each tender what the list says.
void check_forms(TestRegister& store, const std::string& day) {
    const auto flags = listed(store, day);
    std::map<std::string, int> in_page;
    const auto json = json_feed(store, {{"/today", day}, {"/from", "2020-01-01"}, {"/to", "2039-12-31"}});
    for (const auto& item : json.list_or_empty("items")) {
        Labels shown;
        for (const auto& flag : item.list_or_empty("flags")) shown.insert(*flag.text());
        INFO(day << " " << mvoi::json::write(item));
        CHECK(shown == flags.at(item.text_or("tender")));
        for (const std::string& label : shown) ++in_page[label];
    }
    for (const char* component : {"", R"(,"component":"todo")"}) {
        int seen = 0;
        each_component(feed(store, day, component), flags, [&](const std::string& tender, const std::string& text) {
            INFO(day << " " << text);
            CHECK(labels_in(text) == flags.at(tender));
            ++seen;
        });
        CHECK(seen > 0);
    }
    for (const std::string& row : split(feed(store, day, R"(,"format":"csv")"), "\r\n"))
        for (const auto& [tender, labels] : flags)
            if (row.find(tender) != std::string::npos) CHECK(labels_in(row) == labels);
    const std::string page = feed(store, day, R"(,"format":"html")");
    for (const std::string& label : all_labels()) {
        INFO(day << " " << label);
        CHECK(static_cast<int>(split(page, "<li>" + label + "</li>").size()) - 1 == in_page[label]);
    }
    for (const char* format : {"ics", "json", "csv", "html"})
        CHECK(labels_in(feed(store, day, R"(,"audience":"publiek","format":")" + std::string(format) + '"')) ==
              Labels{});
}

std::string some_theme(Chance& chance, const std::string& theme) {
    switch (chance.below(4)) {
        case 0:
            return R"({"theme":")" + theme + R"(","state":"undecided"})";
        case 1:
            return explained("geen-aanbod", no_supply, signed_off, theme);
        case 2:
            return explained("wettelijk", "Artikel 2.76 staat deze eis niet toe.",
                             R"(,"author":"B. Jansen","role":"jurist")", theme);
        default:
            return R"({"theme":")" + theme + R"(","state":"applied","level":)" + std::to_string(1 + chance.below(3)) +
                   "}";
    }
}

}  // namespace

TEST_CASE("regression: an explanation of today was on the calendar as one that lapses and has lapsed", "[feed]") {
    TestRegister store;
    store.call("tender.start",
               named("1",
                     R"(,"title":"Schoonmaak","kind":"dienst","planning":{"publication":"2027-06-01"},"themes":[)" +
                         explained("budget", "De raad gaf geen dekking.", "", "klimaat") + "]",
                     "2027-01-15"));
    const std::string loses = "Een uitleg loopt af", lost = "Een uitleg is vervallen";
    for (const char* form : {R"(,"format":"csv")", R"(,"format":"ics")", R"(,"format":"json")", R"(,"format":"html")",
                             R"(,"component":"todo")"}) {
        INFO(form);
        const auto seen = [&](const std::string& day) {
            const Labels labels = labels_in(feed(store, day, form));
            return std::to_string(labels.count(loses)) + std::to_string(labels.count(lost));
        };
        CHECK(seen("2027-01-15") == "00");
        CHECK(seen("2027-10-16") == "00");
        CHECK(seen("2027-10-17") == "10");
        CHECK(seen("2028-01-14") == "10");
        CHECK(seen("2028-01-15") == "01");
    }
    // From that day on it is shown otherwise: stamps that readers compare say so.
    CHECK(feed(store, "2028-01-14", "").find("LAST-MODIFIED:20271017T000000Z") != std::string::npos);
    CHECK(feed(store, "2028-01-15", "").find("LAST-MODIFIED:20280115T000000Z") != std::string::npos);
}

TEST_CASE("calendars show the flags that the list shows, in every form, on any day", "[feed]") {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        TestRegister store;
        Chance chance(seed);
        if (seed % 2 == 0) store.call("policy.adopt", plain_policy);
        for (int i = 1; i <= 12; ++i) {
            std::string themes;
            for (const char* theme : {"milieu", "klimaat", "circulair", "social-return"})
                themes += (themes.empty() ? "" : ",") + some_theme(chance, theme);
            const std::string year = std::to_string(2026 + chance.below(3)),
                              month = std::to_string(1 + chance.below(9));
            store.call("tender.start",
                       named(std::to_string(i),
                             R"(,"title":"Zaak","kind":"dienst","planning":{"publication":")" + year + "-0" + month +
                                 R"(-15","notice":")" + std::to_string(2028 + chance.below(4)) +
                                 R"(-03-01","board":"2027-Q2"},"themes":[)" + themes + "]",
                             "2026-0" + std::to_string(1 + chance.below(9)) + "-05"));
        }
        for (const char* day : {"2026-10-01", "2027-05-31", "2035-01-01"}) check_forms(store, day);
        for (int i = 0; i < 5; ++i)
            check_forms(store, std::to_string(2026 + chance.below(4)) + "-0" + std::to_string(1 + chance.below(9)) +
                                   "-" + std::to_string(10 + chance.below(19)));
        // A list by flag has those tenders that say it, on pages of whatever size.
        const auto all = listed(store, "2027-06-20");
        for (const char* flag : {"uitleg-loopt-af", "uitleg-vervallen", "onbeslist", "niet-van-toepassing"}) {
            const std::string label = mvoi::json::rule_book().rules.label("flags", flag, mvoi::domain::Language::Dutch);
            std::set<std::string> expected, found;
            for (const auto& [tender, labels] : all)
                if (labels.count(label)) expected.insert(tender);
            std::string after;
            do {
                const auto page = store.call(
                    "tender.list", of_all("2027-06-20", R"("limit":2,"flag":")" + std::string(flag) + '"' + after));
                for (const auto& item : page.list_or_empty("items")) found.insert(item.text_or("tender"));
                after = page.find("next") ? R"(,"after":")" + page.text_or("next") + '"' : "";
            } while (!after.empty());
            CHECK(found == expected);
        }
    }
}

TEST_CASE("a tender that was called off is found by no flag; lists and feeds show what stood, and that it is off",
          "[feed]") {
    TestRegister store;
    store.call("tender.start", named("1",
                                     R"(,"title":"Schoonmaak","kind":"dienst",)"
                                     R"("planning":{"publication":"2027-06-01"})",
                                     "2026-12-01"));
    const auto by_flag = [&](const std::string& more) {
        return store.call("tender.list", of_all("2026-12-02", R"("flag":"onbeslist")" + more))
            .list_or_empty("items")
            .size();
    };
    const auto page = [&](const std::string& more) {
        return text_at(store.call("tender.list", of_all("2026-12-02", R"("format":"html")" + more)), "/body");
    };
    const auto flags = [&] { return listed(store, "2026-12-02").begin()->second; };
    const auto feeds = [&] { return labels_in(feed(store, "2026-12-02", R"(,"format":"json")")); };
    const std::string called_off = "Deze aanbesteding is afgebroken.";
    CHECK(by_flag("") == 1);
    CHECK(flags().size() == 1);
    CHECK(feeds().size() == 1);
    CHECK(page("").find(called_off) == std::string::npos);
    store.call("tender.advance", named("1", R"("to":"cancelled","reason":"Geen budget.")", "2026-12-02"));
    CHECK(by_flag("") == 0);
    CHECK(by_flag(R"(,"phase":"cancelled")") == 0);
    CHECK(flags().size() == 1);
    CHECK(feeds() == flags());
    CHECK(feed(store, "2026-12-02", R"(,"format":"json")").find("cancelled") != std::string::npos);
    // A dossier of it can still be asked for, and it keeps what stood.
    CHECK(page("").find(called_off) != std::string::npos);
    CHECK(page(R"(,"flag":"onbeslist")").find(called_off) == std::string::npos);
    CHECK(store.call("tender.get", named("1", "", "2026-12-02")).list_or_empty("flags").size() == 1);
    store.check_sound();
}

}  // namespace flag_feed_test
