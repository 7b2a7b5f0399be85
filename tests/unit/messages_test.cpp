// SPDX-License-Identifier: EUPL-1.2
// Every sentence of the library read as its reader does: plain Dutch, without the names of members, patterns, English,
// numbers of the register, or days as machines write them.
#include <catch2/catch.hpp>
#include <regex>
#include <set>

#include "json/text.hpp"
#include "json/value.hpp"
#include "resources/resources.hpp"

namespace messages_test {

namespace {

std::map<std::string, std::string> read(const char* file) {
    std::map<std::string, std::string> messages;
    const auto document = mvoi::json::parse(mvoi::resources::file(file));
    for (const auto& each : *document.object()) messages[each.name] = *each.value.text();
    return messages;
}

// Words alone: labels and names of types are no sentences.
bool is_prose(const std::string& rule) {
    for (const char* family : {"label.", "type.", "date."})
        if (rule.starts_with(family)) return false;
    return true;
}

std::string without_places(const std::string& sentence) {
    return std::regex_replace(sentence, std::regex(R"(\{[^}]*\})"), "");
}

// Sentences in which a place of this name is no number of the register but a reference, or the foot of a page.
const std::set<std::string> with_reference = {
    "dossier.tender-revision",     "statement.drawn-up", "finding.evidence-begins-late",
    "finding.evidence-ends-early", "lots.signed",        "lots.signed-failed",
    "phase.contract-signed"};

std::set<std::string> faults_of(const std::string& rule, const std::string& sentence) {
    static const std::regex pattern(R"(\\d|\[[a-z0]-[z9]|\^\[|\)\$|\.\*)");
    static const std::regex day(R"(\d{4}-\d{2}-\d{2})"), teaches("Schrijf|zoals|\\(");
    static const std::regex member("[a-z]{2,}[A-Z]"), open_document("OpenDocument");
    static const std::regex number(R"(\{(tender|contract|review|uuid)\})");
    static const std::regex english(
        R"(\b(the|and|not|with|must|should|please|value|path|member|request|invalid|unknown|missing|expected|error|string)"
        R"(|field|reason|text|role|actor|level|themes?|title|kind|organisation|reference|tender|from|true|false|object|list)"
        R"(|owner|term|notice|mapping|defaults|format|state|source|today|session|thread)\b)");
    const std::string words = without_places(sentence);
    std::set<std::string> faults;
    if (sentence.find("  ") != std::string::npos) faults.insert("a doubled blank");
    if (sentence.empty() || sentence.front() == ' ' || sentence.back() == ' ') faults.insert("a blank at an end");
    if (std::regex_search(words, pattern)) faults.insert("a pattern");
    if (std::regex_search(words, day) && !std::regex_search(words, teaches))
        faults.insert("a day as machines write it");
    if (std::regex_search(std::regex_replace(words, open_document, ""), member)) faults.insert("the name of a member");
    if (std::regex_search(words, english)) faults.insert("an English word");
    if (std::regex_search(sentence, number) && !with_reference.contains(rule))
        faults.insert("a number of the register");
    return faults;
}

}  // namespace

TEST_CASE("every Dutch sentence is plain Dutch", "[sentences]") {
    int read_through = 0;
    for (const auto& [rule, sentence] : read("messages/nl.json")) {
        if (!is_prose(rule)) continue;
        INFO(rule << ": " << sentence);
        CHECK(faults_of(rule, sentence) == std::set<std::string>{});
        ++read_through;
    }
    CHECK(read_through > 1000);
}

TEST_CASE("what is wrong with a sentence is seen", "[sentences]") {
    const auto sees = [](const std::string& sentence) { return faults_of("x", sentence); };
    CHECK(sees("Geef renewalMonths.") == std::set<std::string>{"the name of a member"});
    CHECK(sees("Geef een  getal.") == std::set<std::string>{"a doubled blank"});
    CHECK(sees("Het past niet op ^[a-z]+$.") == std::set<std::string>{"a pattern"});
    CHECK(sees("Dit eindigt op 2027-01-01.") == std::set<std::string>{"a day as machines write it"});
    CHECK(sees("Geef ook de reason.") == std::set<std::string>{"an English word"});
    CHECK(sees("Nummer {contract} is er al.") == std::set<std::string>{"a number of the register"});
    CHECK(sees("Schrijf 2027-01-15, of een kwartaal.").empty());
}

}  // namespace messages_test
