// SPDX-License-Identifier: EUPL-1.2
// Promises through the operations, on a real register: from the criteria of a tender into its contract, and held
// against what was observed.
#include "support/register.hpp"

namespace promise_test {

namespace {

const std::string by_reference = R"("organisation":"gm0344","reference":"C-1")";

std::string signing(const std::string& promises, const std::string& more = "") {
    return "{" + by_reference + R"(,"title":"Schoonmaak","kind":"dienst","term":{"start":"2027-01-01","months":24},)" +
           R"("promises":)" + promises + more + R"(,"today":"2026-11-21"})";
}

std::string changing(const std::string& promises, const std::string& more = "") {
    return of_one("C-1", "2027-06-01", R"("promises":)" + promises + more);
}

// An awarded tender with two criteria for climate and one that ends at the award.
std::string start_awarded(TestRegister& store) {
    const auto answer = store.call(
        "tender.start",
        R"({"organisation":"gm0344","reference":"T-1","title":"Schoonmaak","kind":"dienst","cpv":["90910000-9"],)"
        R"("themes":[{"theme":"klimaat","state":"applied","level":2,"criteria":[)"
        R"({"number":"18.010","edition":"2020-12-10","kind":"minimumeis","legalForm":"technische-specificatie","proof":"EPD"},)"
        R"({"number":"18.011","edition":"2020-12-10","kind":"contractbepaling","legalForm":"contractbepaling","proof":"rapport"},)"
        R"({"title":"Certificaat","kind":"geschiktheidseis","legalForm":"geschiktheidseis","proof":"certificaat"}]}],)"
        R"("today":"2026-11-21"})");
    for (const char* phase : {"publication", "evaluation", "award"})
        store.call("tender.advance",
                   std::string(R"({"organisation":"gm0344","reference":"T-1","to":")") + phase + R"("})");
    return answer.text_or("tender");
}

std::string observing(const std::string& observations, const std::string& today = "2027-07-15",
                      const std::string& more = "") {
    return of_one("C-1", today, R"("observations":)" + observations + more);
}

// One of promise 1, by its source.
std::string seen(const std::string& from, const std::string& to, const std::string& value,
                 const std::string& source = "brandstofpas") {
    return request({{"/promise", 1}, {"/from", from}, {"/to", to}, {"/value", value}, {"/source", source}});
}

// The references and numbers of a list.
std::vector<std::string> listed(TestRegister& store, const std::string& filters, std::string* next = nullptr) {
    const auto answer = store.call("promise.list", "{" + filters + "}");
    if (next) *next = answer.text_or("next");
    return references_and_promises(answer);
}
using Listed = std::vector<std::string>;

const std::string tons =
    R"({"theme":"klimaat","criterion":"18.010","unit":"ton-co2e","demand":"ten-hoogste","target":"40","clause":"7.1"})";

}  // namespace

TEST_CASE("promises are signed with their numbers, and are as usual for their KPI and contract", "[promise]") {
    TestRegister store;
    const auto answer =
        store.call("contract.sign",
                   signing(R"([{"theme":"klimaat","kpi":"co2-uitstoot","target":"40.5","owner":"contractmanager"},)"
                           R"({"theme":"social-return","text":"Wij helpen mee op de banenmarkt."}])"));
    CHECK(text_at(answer, "/promises/0/number") == "1");
    CHECK(text_at(answer, "/promises/0/unit") == "ton-co2e");
    CHECK(text_at(answer, "/promises/0/demand") == "ten-hoogste");
    CHECK(text_at(answer, "/promises/0/target") == "40.5");
    CHECK(text_at(answer, "/promises/0/from") == "2027-01-01");
    CHECK(text_at(answer, "/promises/0/to") == "2028-12-31");
    CHECK(text_at(answer, "/promises/1/number") == "2");
    CHECK(findings(answer, "thread-").empty());
    CHECK(findings(answer, "kpi-").empty());
    const auto again = store.call("contract.get", of_one("C-1", "2027-02-01"));
    CHECK(text_at(again, "/promises/0/target") == "40.5");
    CHECK(text_at(again, "/promises/1/text") == "Wij helpen mee op de banenmarkt.");
    store.check_sound();
}

TEST_CASE("a promise that cannot be is refused, all faults at once", "[promise]") {
    TestRegister store;
    CHECK(store.refusal("contract.sign", signing(R"([{"theme":"klimaat","unit":"stoelen","target":"1"},)"
                                                 R"({"theme":"klimaat","unit":"procent","target":"100.1"},)"
                                                 R"({"theme":"klimaat","unit":"kg","target":"9999999999999"},)"
                                                 R"({"theme":"gezelligheid","text":"Fijn."},)"
                                                 R"({"theme":"klimaat"},)"
                                                 R"({"theme":"klimaat","text":"Vroeg.","from":"2026-12-31"},)"
                                                 R"({"theme":"klimaat","text":"Laat.","to":"2029-01-01"}])")) ==
          Rules{"promise.unknown-unit", "promise.share", "promise.number", "promise.theme-unknown",
                "promise.says-nothing", "promise.before-contract", "promise.after-contract"});
    CHECK(
        store.refusal("contract.sign", signing(R"([{"theme":"klimaat","unit":"kg","target":"1","demand":"meer"}])")) ==
        Rules{"json.enum"});
    CHECK(store.refusal("contract.sign",
                        "{" + by_reference +
                            R"(,"title":"x","kind":"dienst","term":{"start":"2027-01-01"},"today":"2026-11-21",)"
                            R"("promises":[{"theme":"klimaat","text":"Zo lang het duurt."}]})") ==
          Rules{"promise.no-end"});
}

TEST_CASE("a promise in the other direction than its indicator is said, and stands", "[promise]") {
    TestRegister store;
    const auto answer = store.call(
        "contract.sign", signing(R"([{"theme":"klimaat","kpi":"co2-uitstoot","target":"40","demand":"ten-minste"}])"));
    CHECK(findings(answer, "kpi-") == Rules{"kpi-other-direction"});
}

TEST_CASE("a promise keeps its number through changes, and no number is given twice", "[promise]") {
    TestRegister store;
    store.call("contract.sign", signing("[" + tons + R"(,{"theme":"klimaat","text":"Twee."}])"));
    const auto one = store.call("contract.change",
                                changing(R"([{"theme":"klimaat","text":"Drie."},{"number":1,)" + tons.substr(1) + "]"));
    CHECK(text_at(one, "/promises/0/number") == "1");
    CHECK(text_at(one, "/promises/1/number") == "3");
    CHECK(text_at(one, "/promises/2") == "(nothing)");
    CHECK(store.refusal("contract.change", changing(R"([{"number":2,"theme":"klimaat","text":"Twee."}])")) ==
          Rules{"promise.no-number"});
    CHECK(store.refusal("contract.change", changing(R"([{"number":1,"theme":"klimaat","text":"a"},)"
                                                    R"({"number":1,"theme":"klimaat","text":"b"}])")) ==
          Rules{"promise.no-number"});
    // A promise that a change does not name stays.
    const auto two = store.call("contract.change", of_one("C-1", "2027-06-02", R"(,"title":"Ramen")"));
    CHECK(text_at(two, "/promises/0/target") == "40");
    CHECK(text_at(two, "/promises/1/text") == "Drie.");
    store.check_sound();
}

TEST_CASE("each criterion comes back as a promise or is named, and what was offered is held against it", "[promise]") {
    TestRegister store;
    const std::string tender = start_awarded(store);
    const std::string from_tender = R"(,"tender":")" + tender + "\"";
    const std::string offer = R"(,"offered":[{"points":25,"promise":)" + tons + "}]";
    const std::string weaker =
        R"({"theme":"klimaat","criterion":"18.010","unit":"ton-co2e","demand":"ten-hoogste","target":"41","clause":"7.1"})";
    const auto answer = store.call("contract.sign", signing("[" + weaker + "]", from_tender + offer));
    CHECK(findings(answer, "thread-") == Rules{"thread-weakened", "thread-dropped"});
    CHECK(text_at(answer, "/offered/0/points") == "25");
    // The journal keeps what was said when it was signed.
    const auto journal = store.call("journal.list", "{\"contract\":\"" + answer.text_or("contract") + "\"}");
    CHECK(text_at(journal, "/entries/0/facts/thread/0/rule") == "thread-weakened");
    // The tender's own gate says so too, of the kinds that go on into a contract.
    const auto gate = [&] {
        return findings(*store.call("tender.gate", R"({"tender":")" + tender + R"(","to":"contract"})").find("gate"),
                        "criterion-without-promise");
    };
    CHECK(gate() == Rules{"criterion-without-promise"});
    CHECK(findings(store.call("tender.get", R"({"tender":")" + tender + "\"}"), "criterion-without-promise").size() ==
          1);
    const auto mended = store.call(
        "contract.change",
        changing("[{\"number\":1," + tons.substr(1) +
                 R"(,{"theme":"klimaat","criterion":"18.011","unit":"procent","gather":"laatste","target":"95"}])"));
    CHECK(findings(mended, "thread-").empty());
    CHECK(gate().empty());
    store.check_sound();
}

TEST_CASE("what was observed is held against the promise, on any day", "[promise]") {
    TestRegister store;
    store.call("contract.sign", signing("[" + tons + R"(,{"theme":"social-return","text":"Wij helpen mee."}])"));
    const auto answer = store.call("promise.observe", observing("[" + seen("2027-01-01", "2027-03-31", "9.5") + "," +
                                                                seen("2027-04-01", "2027-06-30", "9.25") + "]"));
    CHECK(text_at(answer, "/noted") == "2");
    CHECK(text_at(answer, "/promises/0/standing/stand") == "op-koers");  // the third quarter is not over
    CHECK(text_at(answer, "/promises/1") == "(nothing)");
    const auto on = [&](const std::string& day) { return store.call("contract.get", of_one("C-1", day)); };
    const auto june = on("2027-06-30");
    CHECK(text_at(june, "/promises/0/standing/stand") == "op-koers");
    CHECK(text_at(june, "/promises/0/standing/about/value") == "18.75");
    CHECK(text_at(june, "/promises/0/standing/about/target") == "40");
    CHECK(text_at(june, "/promises/0/standing/about/coveredDays") == "181");
    CHECK(text_at(june, "/promises/0/standing/about/missingDays") == "0");
    CHECK(text_at(june, "/promises/0/standing/due") == "2027-09-30");
    CHECK(text_at(june, "/promises/1/standing/stand") == "niet-aangetoond");
    CHECK(text_at(on("2027-02-01"), "/promises/0/standing/due") == "2027-03-31");
    CHECK(text_at(on("2027-10-01"), "/promises/0/standing/about/missingDays") == "92");
    // The journal holds the observations, and the contract not again.
    const auto journal = store.call("journal.list", "{\"contract\":\"" + answer.text_or("contract") + "\"}");
    CHECK(text_at(journal, "/entries/1/facts/observed/noted/1/value") == "9.25");
    CHECK(text_at(journal, "/entries/1/facts/contract") == "(nothing)");
    store.check_sound();
    store.reopen();
    CHECK(text_at(on("2027-06-30"), "/promises/0/standing/about/value") == "18.75");
}

TEST_CASE("one observation that cannot be keeps all out", "[promise]") {
    TestRegister store;
    store.call("contract.sign", signing("[" + tons + "]"));
    store.call("promise.observe", observing("[" + seen("2027-01-01", "2027-03-31", "9.5") + "]"));
    const auto refused = [&](const std::string& wrong) {
        return store.refusal("promise.observe",
                             observing("[" + seen("2027-04-01", "2027-04-30", "1") + "," + wrong + "]"));
    };
    CHECK(refused(seen("2027-03-31", "2027-03-31", "1")) == Rules{"observation.overlap"});
    CHECK(refused(seen("2027-04-30", "2027-05-31", "1")) == Rules{"observation.overlap"});  // with its neighbour
    CHECK(refused(seen("2027-05-31", "2027-05-01", "1")) == Rules{"observation.upside-down"});
    CHECK(refused(seen("2027-07-01", "2027-07-31", "1")) == Rules{"observation.future"});
    CHECK(refused(seen("2026-12-01", "2026-12-31", "1")) == Rules{"observation.before-promise"});
    CHECK(refused(seen("2027-05-01", "2027-05-31", "-1")) == Rules{"observation.below-zero"});
    CHECK(refused(seen("2027-05-01", "2027-05-31", "0.1234567")) == Rules{"promise.number"});
    CHECK(refused(R"({"promise":2,"from":"2027-05-01","to":"2027-05-31","value":"1","source":"x"})") ==
          Rules{"observation.no-promise"});
    CHECK(refused(R"({"promise":1,"from":"2027-05-01","to":"2027-05-31","value":"1","unit":"kwh","source":"x"})") ==
          Rules{"observation.unit"});
    CHECK(store.refusal("promise.observe", observing("[]")) == Rules{"observation.nothing"});
    // A second source may speak about the same days, in another unit of the same kind.
    CHECK(refused(R"({"promise":1,"from":"2027-01-01","to":"2027-03-31","value":"100","unit":"kg-co2e","source":"x"})")
              .empty());
    store.check_sound();
}

TEST_CASE("an observation is taken back before another comes in its place", "[promise]") {
    TestRegister store;
    store.call("contract.sign", signing("[" + tons + "]"));
    store.call("promise.observe", observing("[" + seen("2027-01-01", "2027-03-31", "95") + "]"));
    const std::string back =
        R"(,"takeBack":[{"promise":1,"source":"brandstofpas","from":"2027-01-01","reason":"Een komma vergeten."}])";
    CHECK(store.refusal(
              "promise.observe",
              observing("[]", "2027-07-15", R"(,"takeBack":[{"promise":1,"source":"x","from":"2027-01-01"}])")) ==
          Rules{"observation.not-there"});
    const auto mended = store.call("promise.observe",
                                   observing("[" + seen("2027-01-01", "2027-03-31", "9.5") + "]", "2027-03-31", back));
    CHECK(text_at(mended, "/takenBack") == "1");
    CHECK(text_at(mended, "/promises/0/standing/about/value") == "9.5");
    const auto none = store.call("promise.observe", observing("[]", "2027-03-31", back));
    CHECK(text_at(none, "/promises/0/standing/about/value") == "(nothing)");
    store.check_sound();
}

TEST_CASE("the same request is put down once", "[promise]") {
    TestRegister store;
    store.call("contract.sign", signing("[" + tons + "]"));
    const std::string request =
        observing("[" + seen("2027-01-01", "2027-03-31", "9.5") + "]", "2027-07-15", R"(,"requestId":"r-1")");
    const auto once = store.call("promise.observe", request);
    CHECK(text_at(store.call("promise.observe", request), "/entry") == text_at(once, "/entry"));
    store.check_sound();
}

TEST_CASE("a promise that was observed neither disappears nor becomes another", "[promise]") {
    TestRegister store;
    store.call("contract.sign", signing("[" + tons + "]"));
    store.call("promise.observe", observing("[" + seen("2027-01-01", "2027-03-31", "9.5") + "]"));
    CHECK(store.refusal("contract.change", changing("[]")) == Rules{"promise.has-observations"});
    CHECK(store.refusal("contract.change", changing(R"([{"number":1,"theme":"klimaat","unit":"kwh","target":"5"}])")) ==
          Rules{"observation.unit"});
    CHECK(store.refusal("contract.change", changing("[{\"number\":1,\"from\":\"2027-02-01\"," + tons.substr(1) +
                                                    "]")) == Rules{"observation.before-promise"});
    const auto changed =
        store.call("contract.change", changing("[{\"number\":1,\"to\":\"2027-12-31\"," + tons.substr(1) + "]"));
    CHECK(text_at(changed, "/promises/0/standing/about/value") == "9.5");
    store.check_sound();
}

TEST_CASE("promises are listed by what is due, how they stand, whose they are and what about", "[promise]") {
    TestRegister store;
    const std::string two = "[" + tons.substr(0, tons.size() - 1) + R"(,"owner":"contractmanager"},)" +
                            R"({"theme":"social-return","text":"Wij helpen mee.","owner":"jurist"}])";
    store.call("contract.sign", signing(two));
    std::string other = signing(two);
    other.replace(other.find("C-1"), 3, "C-2");
    store.call("contract.sign", other);
    store.call("promise.observe", observing("[" + seen("2027-01-01", "2027-06-30", "18.75") + "]"));
    const std::string all = R"("organisation":"gm0344","today":"2027-06-30")";
    CHECK(listed(store, all) == Listed{"C-2 1", "C-2 2", "C-1 1", "C-1 2"});
    CHECK(listed(store, by_reference + R"(,"today":"2027-06-30")") == Listed{"C-1 1", "C-1 2"});
    CHECK(listed(store, all + R"(,"standing":"op-koers")") == Listed{"C-1 1"});
    CHECK(listed(store, all + R"(,"standing":"niet-aangetoond")") == Listed{"C-2 1", "C-2 2", "C-1 2"});
    CHECK(listed(store, all + R"(,"standing":"gehaald")").empty());
    CHECK(listed(store, all + R"(,"due":"2027-07-01")") == Listed{"C-2 1"});
    CHECK(listed(store, all + R"(,"due":"2027-09-30")") == Listed{"C-2 1", "C-1 1"});
    CHECK(listed(store, all + R"(,"owner":"jurist")") == Listed{"C-2 2", "C-1 2"});
    CHECK(listed(store, all + R"(,"theme":"klimaat")") == Listed{"C-2 1", "C-1 1"});
    CHECK(listed(store, R"("organisation":"gm9999")").empty());
    // Page by page it is the same list.
    Listed paged;
    std::string next, after;
    do {
        for (const auto& each : listed(store, all + R"(,"limit":1)" + after, &next)) paged.push_back(each);
        after = R"(,"after":")" + next + "\"";
    } while (!next.empty());
    CHECK(paged == listed(store, all));
    CHECK(store.refusal("promise.list", all.empty() ? "" : "{" + all + R"(,"after":"x"})") == Rules{"list.after"});
    CHECK(store.refusal("promise.list", "{}") == Rules{"promise.list-of-whom"});
}

TEST_CASE("of a contract that ended nothing is asked about the days after it", "[promise]") {
    TestRegister store;
    store.call("contract.sign", R"({"organisation":"gm0344","reference":"C-8","title":"Vervoer","kind":"dienst",)"
                                R"("term":{"start":"2027-01-01","end":"2027-12-31"},"promises":[{"theme":"klimaat",)"
                                R"("unit":"kg","target":"100","text":"Papier"}],"today":"2026-12-01"})");
    store.call("promise.observe", R"({"organisation":"gm0344","reference":"C-8","observations":[{"promise":1,)"
                                  R"("from":"2027-01-01","to":"2027-03-31","value":"25","source":"s"}],)"
                                  R"("today":"2027-04-01"})");
    store.call("contract.change", R"({"organisation":"gm0344","reference":"C-8","ended":{"on":"2027-03-31",)"
                                  R"("reason":"ontbonden"},"today":"2027-04-01"})");
    const auto list = [&](const std::string& more) {
        return store.call("promise.list",
                          R"({"organisation":"gm0344","reference":"C-8","today":"2027-10-01")" + more + "}");
    };
    const auto all = list("");
    CHECK(text_at(all, "/items/0/promise/standing/stand") != "niet-aangetoond");
    CHECK(text_at(all, "/items/0/promise/standing/due") == "(nothing)");
    CHECK(list(R"(,"overdue":true)").list_or_empty("items").empty());
    const auto form = store.call("promise.form", R"({"organisation":"gm0344","reference":"C-8","format":"csv",)"
                                                 R"("today":"2027-10-01"})");
    CHECK(text_at(form, "/rows") == "0");
}

TEST_CASE("a promise that contradicts itself is refused", "[promise]") {
    TestRegister store;
    const auto refused = [&](const std::string& promise) {
        return store.refusal("contract.sign",
                             R"({"organisation":"gm0344","reference":"C-9","title":"Vervoer","kind":"dienst",)"
                             R"("term":{"start":"2027-01-01","months":12},"promises":[{"theme":"klimaat","text":"x",)" +
                                 promise + R"(}],"today":"2026-12-01"})");
    };
    CHECK(refused(R"("unit":"kg","target":"1","ceiling":{"value":"-1","per":"kwartaal"})") ==
          Rules{"promise.below-zero"});
    CHECK(refused(R"("unit":"procent","target":"1","ceiling":{"value":"101","per":"kwartaal"})") ==
          Rules{"promise.share"});
    CHECK(refused(R"("unit":"kg","target":"401","shape":"groeiend")") == Rules{"promise.points-needed"});
}

}  // namespace promise_test
