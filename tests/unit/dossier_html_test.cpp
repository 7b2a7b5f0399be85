// SPDX-License-Identifier: EUPL-1.2
// The page of a dossier: the same bytes each time, well-formed, with every text as text, in two languages.
#include "render/dossier/dossier_page.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "json/text.hpp"
#include "json/value.hpp"
#include "render/dossier/dossier_pen.hpp"
#include "render/page/html.hpp"
#include "resources/resources.hpp"
#include "support/dossiers.hpp"
#include "support/pages.hpp"

namespace dossier_html_test {

namespace {

using namespace mvoi;
using namespace mvoi::domain;
using dossiers::page;
using namespace pages;

constexpr Language languages[] = {Language::Dutch, Language::English};

void check_tables(Poco::XML::Document& document) {
    for (Poco::XML::Element* table : elements(document, "table")) {
        CHECK(table->getChildElement("caption") != nullptr);
        const Nodes heads = table->getChildElement("thead")->getElementsByTagName("th");
        const Nodes rows = table->getChildElement("tbody")->getElementsByTagName("tr");
        CHECK(rows->length() > 0);
        for (unsigned long i = 0; i < rows->length(); ++i) {
            auto* row = dynamic_cast<Poco::XML::Element*>(rows->item(i));
            const Nodes cells = row->childNodes();
            CHECK(cells->length() == heads->length());
            CHECK(dynamic_cast<Poco::XML::Element*>(row->firstChild())->getAttribute("scope") == "row");
        }
    }
}

std::string check_page(const std::string& html) {
    auto document = parse(html);
    check_headings(*document);
    check_references(*document);
    check_tables(*document);
    check_self_contained(*document, {"h4", "blockquote", "table", "caption", "colgroup", "col", "thead", "tbody", "tr",
                                     "th", "td", "defs", "pattern", "path", "code", "footer"});
    return elements(*document, "body").at(0)->innerText();
}

}  // namespace

TEST_CASE("a dossier with everything in it") {
    const Review review = dossiers::review();
    const auto drifts = dossiers::drifts();
    const Dossier dossier = dossiers::rich();
    for (const Language language : languages) {
        const std::string html = page(dossier, language, &review, &drifts);
        CHECK(html == page(dossiers::rich(), language, &review, &drifts));  // to the byte
        const std::string text = check_page(html);
        CHECK(text.find(dossiers::hash_of_dossier) != std::string::npos);
        CHECK(text.find("9f2c41d0 7a6be358 0c19d4f2 7715ab60 e8d33c92 0f4481b7 a5c6d20e 94bb1f73") !=
              std::string::npos);
        CHECK(text.find("1207") != std::string::npos);
        CHECK(text.find(dossiers::hash_of_tender) != std::string::npos);
        CHECK(text.find("{") == std::string::npos);
    }
    const std::string dutch = check_page(page(dossier, Language::Dutch, &review, &drifts));
    for (const char* said :
         {"3 van 7 thema's toegepast, 2 niet toegepast met uitleg, 2 onbeslist.",
          "Zoals voorgelegd op 21 november 2026", "€\u00A01.250.000,00 tot €\u00A01.800.000,50", "Aan zet: Directie.",
          "Voorwaarden: 1 staat nog open",
          "13 wijzigingen sinds de zaak is voorgelegd. 9 daarvan zetten de aanbesteding weer op de agenda.",
          "niveau 3 (ambitieus)", "18.010, met een andere inhoud", "Publicatie: 15 januari 2027",
          "In productgroep schoonmaak: 12 van 20 pasten dit thema toe",
          "8 niet toegepast, met uitleg (Onvoldoende budget: 5; ",
          "Deze tekst stond woordelijk al bij 3 andere aanbestedingen.", "Weer onbeslist sinds 1 november 2026",
          "Houdt publicatie tegen", "over 12 dagen", "over 4 tot 5 maanden", "Stadslogistiek", "kan nog"})
        CHECK(dutch.find(said) != std::string::npos);
    const std::string english = check_page(page(dossier, Language::English, &review, &drifts));
    for (const char* said : {"3 of 7 themes applied", "€1,250,000.00 to €1,800,000.50", "City logistics",
                             "As submitted on 21 November 2026", "in 12 days"})
        CHECK(english.find(said) != std::string::npos);
}

TEST_CASE("a dossier of a tender of which nothing is known") {
    for (const Language language : languages) {
        const std::string text = check_page(page(dossiers::poor(), language));
        CHECK(text.find(language == Language::Dutch
                            ? "Niet voorgelegd: stand van 21 november 2026"
                            : "Not submitted: as it stood on 21 November 2026") != std::string::npos);
    }
    Dossier empty;
    check_page(page(empty, Language::Dutch));
    const Review nothing;
    const std::vector<Drift> none;
    CHECK(check_page(page(empty, Language::Dutch, &nothing, &none))
              .find("Sinds de zaak is voorgelegd is niets gewijzigd.") != std::string::npos);
}

TEST_CASE("what no entry holds as a whole does not look as if one did") {
    const Dossier dossier = dossiers::rich();
    const std::string html = render::dossier_html(
        dossier, {json::rule_book(), Language::Dutch, 1198, dossiers::hash_of_tender, false, nullptr, nullptr});
    const std::string text = check_page(html);
    CHECK(text.find("Regel van het journaal met dit dossier") == std::string::npos);
    CHECK(text.find("dit dossier niet veranderd") == std::string::npos);
    CHECK(html.find("content: \"1198") == std::string::npos);
    CHECK(text.find("Regel van het journaal met deze stand van de aanbesteding") != std::string::npos);
    CHECK(text.find(dossiers::hash_of_tender) != std::string::npos);
}

TEST_CASE("every phase says what can still be chosen") {
    std::set<std::string> said;
    Dossier dossier = dossiers::rich();
    for (int phase = 0; phase <= static_cast<int>(Phase::Cancelled); ++phase) {
        dossier.tender.phase = static_cast<Phase>(phase);
        const std::string text = check_page(page(dossier, Language::Dutch));
        const std::size_t begin = text.find("Wat in deze fase"), end = text.find("Mijlpalen", begin);
        REQUIRE(end != std::string::npos);
        said.insert(text.substr(begin, end - begin));
    }
    CHECK(said.size() == 5);
}

TEST_CASE("a thousand lots") {
    Dossier dossier = dossiers::poor();
    for (int i = 1; i <= 1000; ++i) dossier.tender.lots.push_back({std::to_string(i), "Lot", {"90910000"}, i * 100});
    const std::string text = check_page(page(dossier, Language::Dutch));
    CHECK(text.find("1000 percelen") != std::string::npos);
    CHECK(text.find("€\u00A01.000,00") != std::string::npos);
}

TEST_CASE("a text of people is only ever text") {
    const Review review = dossiers::hostile_review();
    const auto drifts = dossiers::hostile_drifts();
    for (const Language language : languages) {
        const std::string html = page(dossiers::hostile(), language, &review, &drifts);
        const std::string text = check_page(html);  // and so no script, no svg of theirs, no attribute
        CHECK(text.find("<script>alert(1)</script>") != std::string::npos);
        CHECK(html.find("<script") == std::string::npos);
        for (const char* never : {"\x01", "\x1b", "\x7f", "\xff", "\xc0", "\r", "\u202E", "\u2066", "\uFFFE"})
            CHECK(html.find(never) == std::string::npos);
    }
    auto escaped = [](std::string_view text) {
        std::string out;
        render::append_escaped(out, text);
        return out;
    };
    using namespace std::string_view_literals;
    CHECK(escaped("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;");
    CHECK(escaped("1\r\n2\r3\n4\t5") == "1\n2\n3\n4\t5");
    CHECK(escaped("a\0b"sv) == "a\uFFFDb");
    CHECK(escaped("\u0085\uFFFF\u202A") == "\uFFFD\uFFFD\uFFFD");
    CHECK(escaped("\xe2\x82") == "\uFFFD\uFFFD");                      // cut off
    CHECK(escaped("\xf0\x80\x80\xbc") == "\uFFFD\uFFFD\uFFFD\uFFFD");  // too long a form
    CHECK(escaped("\xed\xa0\x80") == "\uFFFD\uFFFD\uFFFD");            // half a pair
    CHECK(escaped("\xf4\x90\x80\x80") == "\uFFFD\uFFFD\uFFFD\uFFFD");
    CHECK(escaped("€ é 😀 \u200F") == "€ é 😀 \u200F");
}

TEST_CASE("the hash at the foot of each sheet is a hash or nothing") {
    const std::string hash = "\"; } body { display: none } /*";
    const Dossier dossier = dossiers::poor();
    const auto html =
        render::dossier_html(dossier, {json::rule_book(), Language::Dutch, 3, hash, true, nullptr, nullptr});
    CHECK(elements(*parse(html), "style").at(0)->innerText().find("display: none }") == std::string::npos);
    const Review review = dossiers::review();
    CHECK(page(dossier, Language::Dutch, &review).find("content: \"1207 · " + dossiers::hash_of_dossier + "\"") !=
          std::string::npos);
}

TEST_CASE("amounts in words") {
    const auto dutch = [](std::int64_t cents) { return render::money_in_words(cents, Language::Dutch); };
    CHECK(dutch(0) == "€\u00A00,00");
    CHECK(dutch(5) == "€\u00A00,05");
    CHECK(dutch(99999) == "€\u00A0999,99");
    CHECK(dutch(100000) == "€\u00A01.000,00");
    CHECK(dutch(123456789) == "€\u00A01.234.567,89");
    CHECK(dutch(-100) == "€\u00A0-1,00");
    CHECK(dutch(INT64_MIN) == "€\u00A0-92.233.720.368.547.758,08");
    CHECK(render::money_in_words(123456789, Language::English) == "€1,234,567.89");
}

TEST_CASE("the page says every sentence that was written for it") {
    std::string sources;
    for (const auto& file : std::filesystem::directory_iterator(MVOI_SOURCE_DIR "/plugin/render/dossier")) {
        std::ifstream in(file.path());
        sources.append(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    const json::Value messages = json::parse(resources::file("messages/nl.json"));
    for (const json::Member& message : *messages.object()) {
        std::string key = message.name;
        if (!key.starts_with("dossier.") || key.starts_with("dossier.did.")) continue;
        if (key.ends_with("-one")) key.resize(key.size() - 4);
        // The unit comes from the length of a time, and the ending says where that lies.
        for (const char* ending : {"-ago", "-ahead", "-between", "-running"})
            if (key.ends_with(ending)) key = ending;
        INFO(key);
        CHECK(sources.find("\"" + key + "\"") != std::string::npos);
    }
}

}  // namespace dossier_html_test
