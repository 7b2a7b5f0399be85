// SPDX-License-Identifier: EUPL-1.2
// Mistakes that hosts make, and the sentences they get: each has a subject, says what would be accepted, and holds no
// number of the register, no name of a member, no blank too many.
#include <regex>

#include "render/sentences.hpp"
#include "support/reviews.hpp"

namespace mistakes_test {

using namespace reviews;

namespace {

struct Mistake {
    const char* operation;
    std::string request;
    const char* said;  // a part of the sentence
};

std::string of_1(const std::string& more) {
    return R"({"organisation":"gm0344","reference":"1","today":"2026-12-01",)" + more + "}";
}

std::string of_c(const std::string& more) {
    return R"({"organisation":"gm0344","reference":"C-1","today":"2026-12-01",)" + more + "}";
}

const std::string start = R"("title":"t","kind":"dienst")";

std::vector<Mistake> mistakes() {
    return {
        {"tender.start", R"({"organisation":"gm0344","reference":"9")", "geen geldige JSON"},
        {"tender.start", "{\"organisation\": gm0344}", "regel:teken 1:18"},
        {"tender.start", "[1]", "verkeerde soort waarde"},
        {"tender.start", R"({"organisation":"gm0344","reference":"9"})", "Er ontbreekt een gegeven: title"},
        {"tender.start", R"({"organisation":"gm0344","reference":"9",)" + start + R"(,"Title":"x"})", "is niet bekend"},
        {"tender.start", R"({"organisation":"gm0344","reference":"9","title":"t","kind":"dingen"})", "levering"},
        {"tender.start", R"({"organisation":"gm0344","reference":"9",)" + start + R"(,"procedure":"opn"})",
         "openbaar (Openbare procedure)"},
        {"tender.start", R"({"organisation":"gm 0344","reference":"9",)" + start + "}", "verwachte vorm"},
        {"tender.start", R"({"organisation":"gm0344","reference":"9",)" + start + R"(,"cpv":["9061"]})", "90910000"},
        {"tender.start", R"({"organisation":"gm0344","reference":"9",)" + start + R"(,"ambition":"2"})",
         "geheel getal"},
        {"tender.start", R"({"organisation":"gm0344","reference":"9",)" + start + R"(,"ambition":9})", "1-3"},
        {"tender.start", R"({"organisation":"gm0344","reference":"9",)" + start + R"(,"today":"9999-12-31"})",
         "van 1900 tot en met 2199"},
        {"tender.start", R"({"organisation":"gm0344","reference":"9",)" + start + R"(,"planning":{"award":"morgen"}})",
         "geen planningsdatum"},
        {"tender.start",
         R"({"organisation":"gm0344","reference":"9",)" + start +
             R"(,"themes":[{"theme":"Klimaat","state":"applied"}]})",
         "klimaat"},
        {"tender.start",
         R"({"organisation":"gm0344","reference":"9",)" + start +
             R"(,"themes":[{"theme":"klimaat","state":"explained"}]})",
         "Geef de uitleg"},
        {"tender.start",
         R"({"organisation":"gm0344","reference":"9",)" + start +
             R"(,"themes":[{"theme":"weer","state":"undecided"}]})",
         "geen thema van deze aanbesteding"},
        {"tender.start", of_1(start), "staat al in het register (revisie 1)"},
        {"tender.get", R"({"tender":"2027-014"})", "geen nummer van dit register"},
        {"contract.get", R"({"contract":"C-1"})", "geen nummer van dit register"},
        {"tender.get", R"({"organisation":"gm0344","reference":"77"})", "geen aanbesteding"},
        {"contract.get", R"({"organisation":"gm0344","reference":"77"})", "geen contract"},
        {"tender.get", "{}", "welke aanbesteding"},
        {"contract.get", "{}", "welk contract"},
        {"tender.change", of_1(R"("revision":9)"), "Revisie 9 van de aanbesteding is er nog niet"},
        {"contract.change", of_c(R"("revision":9)"), "Revisie 9 van het contract is er nog niet"},
        {"tender.advance", of_1(R"("to":"contract")"), "kan niet naar"},
        {"tender.advance", of_1(R"("to":"cancelled")"), "Geef de reden"},
        {"tender.advance", of_1(R"("to":"gunning")"), "award (Gunning)"},
        {"tender.confirm", of_1(R"("origin":"x")"), "Aanbesteding 1 is niet voorlopig"},
        {"tender.list", R"({"state":"applied"})", "Noem ook het thema"},
        {"tender.list", R"({"limit":0})", "Toegestaan"},
        {"tender.list", R"({"after":"x"})", "geen vervolg"},
        {"contract.sign", of_c(R"("title":"t","kind":"dienst","term":{"start":"2027-01-01","months":12})"),
         "Contract C-1 staat al"},
        {"contract.sign", R"({"organisation":"gm0344","reference":"C-9","term":{"start":"2027-01-01","months":12}})",
         "nodig"},
        {"contract.change", of_c(R"("optionDecided":{"number":3,"decision":"gelicht"})"), "geen optie 3"},
        {"contract.change", of_c(R"("noticeGiven":{"on":"2031-01-01"})"), "1 januari 2031"},
        {"contract.change", of_c(R"("term":{"start":"2027-01-01","end":"2026-01-01"})"), "eindigt op 1 januari 2026"},
        {"promise.observe",
         of_c(R"("observations":[{"promise":9,"source":"s","from":"2026-01-01","to":"2026-01-31","value":"1"}])"),
         "Belofte 9"},
        {"promise.observe",
         of_c(R"("observations":[{"promise":1,"source":"s","from":"2026-01-01","to":"2026-01-31","value":"1,5"}])"),
         "12.5"},
        {"promise.observe", of_c(R"("observations":[])"), ""},
        {"review.ask", R"({"organisation":"gm0344","reference":"77","today":"2026-12-01"})", "geen aanbesteding"},
        {"review.answer", R"({"review":"VS-2027-001","verdict":"akkoord"})", "geen nummer van dit register"},
        {"review.answer", R"({"review":"00000000-0000-7000-8000-000000000000","verdict":"akkoord"})",
         "Deze toets staat niet in het register"},
        {"calendar.feed", R"({"from":"2027-02-01","to":"2027-01-01"})", "1 januari 2027"},
        {"calendar.feed", R"({"format":"pdf"})", "Mogelijk zijn"},
        {"worklist.list", R"({"organisation":"gm0344","month":"juni"})", "maand"},
        {"journal.redact", R"({"entry":1,"member":"/nergens","ground":"Woo 5.1"})", "geen tekst"},
        {"register.import", R"({"format":"csv"})", "Een van beide"},
        {"policy.adopt",
         R"({"organisation":"gm0344","validFrom":"2026-01-01","permissions":[{"operation":"tender.paint","roles":["jurist"]}]})",
         "geen bewerking die schrijft"},
    };
}

// The sentences of a refusal, as the error document has them.
std::vector<std::string> sentences_of(TestRegister& store, const Mistake& mistake) {
    std::vector<std::string> sentences;
    const auto say = [&](const std::string& path, const std::string& rule, mvoi::render::Words words) {
        words["path"] = path;
        words["member"] = path.substr(path.rfind('/') + 1);
        sentences.push_back(mvoi::render::sentence(mvoi::domain::Language::Dutch, rule, words));
    };
    try {
        store.call(mistake.operation, mistake.request);
    } catch (const mvoi::domain::Refusal& no) {
        for (const auto& fault : no.faults) say(fault.path, fault.rule, fault.words);
    } catch (const mvoi::json::ParseError& error) {
        say(error.path, error.rule, {{"value", error.detail}});
    }
    return sentences;
}

}  // namespace

TEST_CASE("mistakes get sentences that their maker can do something with", "[sentences]") {
    TestRegister store;
    store.call("tender.start", starting("1"));
    store.call("contract.sign", signing(R"([{"theme":"klimaat","unit":"ton-co2e","target":"5"}])",
                                        {{"/term/start", "2025-01-01"}, {"/today", "2025-01-01"}}));
    static const std::regex uuid("[0-9a-f]{8}-[0-9a-f]{4}-"), member("[a-z]{2,}[A-Z]"), pattern(R"(\^|\\d|\[a-z)");
    static const std::regex phase(R"(\b(preparation|consultation|publication|evaluation|execution)\b)");
    for (const Mistake& mistake : mistakes()) {
        INFO(mistake.operation << " " << mistake.request);
        const auto sentences = sentences_of(store, mistake);
        REQUIRE(!sentences.empty());
        bool said = false;
        for (const std::string& sentence : sentences) {
            INFO(sentence);
            said = said || sentence.find(mistake.said) != std::string::npos;
            CHECK(sentence.find("  ") == std::string::npos);
            CHECK(sentence.front() != ' ');
            CHECK(sentence.find(" -.") == std::string::npos);
            CHECK(sentence.find(": .") == std::string::npos);
            CHECK_FALSE(std::regex_search(sentence, pattern));
            const bool lists = sentence.find("Mogelijk zijn") != std::string::npos;  // names that are to be sent
            if (!lists) CHECK_FALSE(std::regex_search(sentence, member));
            if (mistake.request.find("-0000-") == std::string::npos) CHECK_FALSE(std::regex_search(sentence, uuid));
            if (!lists) CHECK_FALSE(std::regex_search(sentence, phase));
        }
        CAPTURE(sentences);
        CHECK(said);
    }
}

TEST_CASE("a list of an organisation or a theme that nobody knows says so", "[sentences]") {
    TestRegister store;
    store.call("tender.start", starting("1"));
    for (const char* list : {"tender.list", "contract.list", "promise.list", "calendar.feed", "review.list"}) {
        INFO(list);
        const auto answer = store.call(list, R"({"organisation":"Gm0344","today":"2026-12-01"})");
        CHECK(text_at(answer, "/remarks/0") == "Van de organisatie Gm0344 staat niets in dit register.");
        CHECK(text_at(store.call(list, R"({"organisation":"gm0344","today":"2026-12-01"})"), "/remarks") ==
              "(nothing)");
    }
    const auto answer = store.call("tender.list", R"({"organisation":"gm0344","theme":"klimat","today":"2026-12-01"})");
    CHECK(
        text_at(answer, "/remarks/0").starts_with("klimat is geen thema van deze organisatie. Mogelijk zijn: milieu"));
    CHECK(text_at(store.call("tender.list", R"({"organisation":"gm0344","theme":"klimaat","today":"2026-12-01"})"),
                  "/remarks") == "(nothing)");
}

}  // namespace mistakes_test
