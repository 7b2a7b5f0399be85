// SPDX-License-Identifier: EUPL-1.2
// Wording of explanations: the cases of tests/cases/wordings.txt, and what must hold for every text there is.
#include "domain/decision/wording.hpp"

#include <algorithm>
#include <clocale>

#include "json/rules/rule_book.hpp"
#include "support/cases.hpp"

namespace wording_test {

namespace {

using namespace mvoi::domain;

const Vocabulary& empty_phrases() {
    return mvoi::json::rule_book().rules.vocabulary("empty-phrases");
}

std::string with_signs(std::string text) {
    const std::pair<std::string, std::string> signs[] = {{"<NBSP>", "\u00A0"},  {"<SHY>", "\u00AD"},
                                                         {"<ZWSP>", "\u200B"},  {"<BOM>", "\uFEFF"},
                                                         {"<ACUTE>", "\u0301"}, {"<DIAERESIS>", "\u0308"}};
    for (const auto& [name, sign] : signs)
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
            text.replace(at, name.size(), sign);
    return text;
}

struct Line {
    std::string title;
    std::string verb;
    std::string first;
    std::string second;  // behind " | "
};

std::vector<Line> read_lines() {
    std::vector<Line> lines;
    for (const Case& one : read_cases("wordings.txt"))
        for (const auto& words : one.lines) {
            Line line{one.title, words[0], "", ""};
            bool behind = false;
            for (std::size_t i = 1; i < words.size(); ++i) {
                if (words[i] == "|") {
                    behind = true;
                    continue;
                }
                std::string& side = behind ? line.second : line.first;
                side += (side.empty() ? "" : " ") + words[i];
            }
            line.first = with_signs(line.first);
            line.second = with_signs(line.second);
            lines.push_back(line);
        }
    return lines;
}

std::vector<std::string> unrelated_texts() {
    std::vector<std::string> texts;
    for (const Line& line : read_lines())
        if (line.verb == "unrelated") texts.push_back(line.first);
    REQUIRE(texts.size() >= 30);
    return texts;
}

bool found_by_bands(std::string_view a, std::string_view b) {
    const auto of_a = bands_of(a);
    const auto of_b = bands_of(b);
    return std::any_of(of_a.begin(), of_a.end(),
                       [&](std::int64_t band) { return std::find(of_b.begin(), of_b.end(), band) != of_b.end(); });
}

// The same numbers in each run and on each machine.
struct Dice {
    std::uint64_t state = 2026;
    std::size_t below(std::size_t count) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>((state >> 33U) % count);
    }
};

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

// Octets of all kinds: letters, signs, parts of characters, characters cut short.
std::string random_octets(Dice& dice) {
    static const std::string pieces[] = {"n.",       "v.t",
                                         "a",        "é",
                                         "e\u0301",  " ",
                                         ".",        "\xC3",
                                         "\xE2\x80", "-",
                                         "ß",        "\u00AD",
                                         "\u2019",   "\U0001F44D",
                                         "\xFF",     "\x80",
                                         "ĳ",        "Б",
                                         "7",        "₂",
                                         "x.",       "\xED\xA0\x80",
                                         "\xC0\xAF", "\xF4\x90\x80\x80"};
    std::string text;
    for (std::size_t count = dice.below(12); count > 0; --count)
        text += dice.below(4) == 0 ? std::string(1, static_cast<char>(dice.below(256)))
                                   : pieces[dice.below(std::size(pieces))];
    return text;
}

void check_line(const Line& line) {
    const std::string& a = line.first;
    const std::string& b = line.second;
    if (line.verb == "says") {
        CHECK(says_something(a, empty_phrases()));
    } else if (line.verb == "says-nothing") {
        CHECK_FALSE(says_something(a, empty_phrases()));
    } else if (line.verb == "normalised") {
        CHECK(normalised(a) == b);
    } else if (line.verb == "same") {
        CHECK(wording_hash(a) == wording_hash(b));
        CHECK(bands_of(a) == bands_of(b));
        CHECK(similarity_percent(a, b) == 100);
    } else if (line.verb == "similar") {
        CHECK(wording_hash(a) != wording_hash(b));
        CHECK(similarity_percent(a, b) >= similar_from_percent);
        CHECK(found_by_bands(a, b));
    } else if (line.verb == "different") {
        CHECK(wording_hash(a) != wording_hash(b));
        CHECK(similarity_percent(a, b) < similar_from_percent);
    } else {
        CHECK(line.verb == "unrelated");  // all pairs of them: below
    }
}

}  // namespace

TEST_CASE("wordings are judged as tests/cases/wordings.txt says", "[wording]") {
    const auto lines = read_lines();
    REQUIRE(lines.size() > 120);
    for (const Line& line : lines) {
        INFO(line.title << ": " << line.verb << " " << line.first << " | " << line.second);
        check_line(line);
    }
}

TEST_CASE("every empty phrase says nothing, in both languages and in capitals", "[wording]") {
    REQUIRE(empty_phrases().size() >= 30);
    for (const Term& term : empty_phrases())
        for (std::string phrase : {term.nl, term.en}) {
            INFO(term.code << ": " << phrase);
            CHECK_FALSE(normalised(phrase).empty());
            CHECK_FALSE(says_something(phrase, empty_phrases()));
            std::transform(phrase.begin(), phrase.end(), phrase.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
            CHECK_FALSE(says_something(phrase + " (" + phrase + ")", empty_phrases()));
        }
    CHECK(says_something("niet van toepassing", {}));
}

TEST_CASE("a normalised text stays as it is, whatever the octets", "[wording]") {
    Dice dice;
    int faults = 0;
    for (int i = 0; i < 20000; ++i) {
        const std::string text = random_octets(dice);
        const std::string form = normalised(text);
        if (normalised(form) != form || wording_hash(form) != wording_hash(text)) ++faults;
        if (form.find("  ") != std::string::npos || form.starts_with(' ') || form.ends_with(' ')) ++faults;
        if (says_something(text, empty_phrases()) && form.empty()) ++faults;
        if (similarity_percent(text, form) != 100) ++faults;
    }
    CHECK(faults == 0);
}

TEST_CASE("octets that are no UTF-8 part words", "[wording]") {
    using namespace std::string_view_literals;
    CHECK(normalised("financi\xEBle reden"sv) == "financi le reden");
    CHECK(normalised("cut short \xE2\x80"sv) == "cut short");
    CHECK(normalised("a\xC0\xAF"
                     "b"sv) == "a b");
    CHECK(normalised("x\xED\xA0\x80y"sv) == "x y");
    CHECK(normalised("zero\0octet\ttab\r\nline"sv) == "zero octet tab line");
    for (int first = 0; first < 256; ++first)
        for (int second = 0; second < 256; ++second) {
            const std::string text{static_cast<char>(first), static_cast<char>(second)};
            if (normalised(normalised(text)) != normalised(text)) FAIL("octets " << first << " " << second);
        }
}

TEST_CASE("every character of one to four octets comes out as itself, as plain letters, or not at all", "[wording]") {
    int faults = 0;
    for (char32_t c = 0x80; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        const auto put = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
        if (c < 0x800) {
            put(0xC0U | c >> 6U);
        } else {
            if (c >= 0x10000) put(0xF0U | c >> 18U);
            put(c < 0x10000 ? 0xE0U | c >> 12U : 0x80U | (c >> 12U & 0x3FU));
            put(0x80U | (c >> 6U & 0x3FU));
        }
        put(0x80U | (c & 0x3FU));
        const std::string form = normalised(text);
        const bool plain = std::all_of(form.begin(), form.end(),
                                       [](char l) { return (l >= 'a' && l <= 'z') || (l >= '0' && l <= '9'); });
        if (!plain && form != text) ++faults;
        if (c >= 0xC0 && c < 0x180 && (!plain || form.empty() != (c == 0xD7 || c == 0xF7))) ++faults;
    }
    CHECK(faults == 0);
}

TEST_CASE("fingerprints of version 1 are what they were", "[wording]") {
    const std::string text = "Leverancier is failliet, n.v.t. voor coördinatie.";
    REQUIRE(normalised(text) == "leverancier is failliet nvt voor coordinatie");
    CHECK(fingerprint_version == 1);
    CHECK(wording_hash("") == -3750763034362895579);
    CHECK(wording_hash(text) == 4940150679574743440);
    CHECK(bands_of(text).front() == -5906715438218853408);
    CHECK(bands_of(text).back() == -7145990919643566547);
}

TEST_CASE("likeness is the same both ways, and whole with itself", "[wording]") {
    const auto texts = unrelated_texts();
    for (const std::string& a : texts) {
        CHECK(similarity_percent(a, a) == 100);
        for (const std::string& b : texts) CHECK(similarity_percent(a, b) == similarity_percent(b, a));
    }
    CHECK(similarity_percent("", "") == 100);
    CHECK(similarity_percent("", "failliet") == 0);
    CHECK(similarity_percent("een twee drie", "een twee vier") == 33);
}

TEST_CASE("a text of one word still has a number of its own in each band", "[wording]") {
    auto bands = bands_of("failliet");
    std::sort(bands.begin(), bands.end());
    CHECK(std::unique(bands.begin(), bands.end()) == bands.end());
}

TEST_CASE("the phrases that explain nothing are normalised", "[wording]") {
    for (const Term& term : empty_phrases()) {
        CHECK(normalised(term.nl) == term.nl);
        CHECK(normalised(term.en) == term.en);
    }
}

TEST_CASE("two words changed in twenty-five: the bands find the text again", "[wording]") {
    const auto texts = unrelated_texts();
    std::vector<std::string> stock;
    for (const std::string& text : texts)
        for (std::string& word : words_of(text)) stock.push_back(std::move(word));
    Dice dice;
    constexpr int variants = 3000;
    int found = 0;
    int near = 0;
    for (int i = 0; i < variants; ++i) {
        const auto words = words_of(texts[dice.below(texts.size())]);
        auto changed = words;
        const std::size_t first = dice.below(words.size());
        const std::size_t second = (first + 1 + dice.below(words.size() - 1)) % words.size();
        for (const std::size_t place : {first, second})
            while (changed[place] == words[place]) changed[place] = stock[dice.below(stock.size())];
        found += found_by_bands(joined(words), joined(changed)) ? 1 : 0;
        near += similarity_percent(joined(words), joined(changed)) >= similar_from_percent ? 1 : 0;
    }
    INFO("of " << variants << " variants: " << found << " found, " << near << " near");
    CHECK(found >= variants * 98 / 100);
    CHECK(near >= variants * 95 / 100);
}

TEST_CASE("unrelated texts are not found", "[wording]") {
    const auto texts = unrelated_texts();
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            INFO(texts[i] << " | " << texts[j]);
            CHECK(similarity_percent(texts[i], texts[j]) < 20);
            CHECK_FALSE(found_by_bands(texts[i], texts[j]));
        }
    // The same words in any order, 25 of them: 400 texts, 79,800 pairs.
    std::vector<std::string> stock;
    for (const std::string& text : texts)
        for (std::string& word : words_of(text)) stock.push_back(std::move(word));
    Dice dice;
    std::vector<std::string> drawn;
    for (int i = 0; i < 400; ++i) {
        std::vector<std::string> words;
        for (int j = 0; j < 25; ++j) words.push_back(stock[dice.below(stock.size())]);
        drawn.push_back(joined(words));
    }
    int pairs = 0;
    int found = 0;
    for (std::size_t i = 0; i < drawn.size(); ++i)
        for (std::size_t j = 0; j < i; ++j, ++pairs) found += found_by_bands(drawn[i], drawn[j]) ? 1 : 0;
    INFO("of " << pairs << " pairs of unrelated texts: " << found << " found");
    CHECK(found <= pairs / 1000);
}

TEST_CASE("no locale changes a wording", "[wording]") {
    const std::string before = std::setlocale(LC_ALL, nullptr);
    const std::string text = "IJsland İSTANBUL ıÉÜß: 1.234,5 n.v.t.";
    const std::string form = normalised(text);
    CHECK(form == "ijsland istanbul ieuss 1 234 5 nvt");
    for (const char* name : {"", "C", "C.UTF-8", "nl_NL.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1"}) {
        if (!std::setlocale(LC_ALL, name)) continue;
        INFO("locale " << name);
        CHECK(normalised(text) == form);
        CHECK(bands_of(text) == bands_of(form));
    }
    std::setlocale(LC_ALL, before.c_str());
}

}  // namespace wording_test
