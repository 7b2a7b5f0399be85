// SPDX-License-Identifier: EUPL-1.2
// Values of other people's lists: the cases of tests/cases/import_{dates,amounts,words}.txt, and texts.
#include <catch2/catch.hpp>
#include <limits>

#include "import_support.hpp"
#include "intake/text/text.hpp"
#include "intake/value/amounts.hpp"
#include "intake/value/codes.hpp"
#include "intake/value/dates.hpp"
#include "intake/value/names.hpp"
#include "intake/value/numbers.hpp"
#include "intake/value/words.hpp"

namespace import_values_test {

namespace {

using namespace mvoi::intake;
using mvoi::domain::Certainty;
using mvoi::domain::Date;

std::string text_of(const DateReading& reading) {
    if (!reading.rule.empty()) return "refused " + std::string(reading.rule.substr(std::string("import.date-").size()));
    std::string text = to_text(reading.date);
    if (reading.date.certainty == Certainty::Uncertain) text += " onzeker";
    if (reading.widened) text += " widened";
    return text;
}

std::string text_of(const AmountReading& reading) {
    if (!reading.rule.empty())
        return "refused " + std::string(reading.rule.substr(std::string("import.value-").size()));
    const auto side = [](const auto& cents) { return cents ? std::to_string(*cents) : std::string(); };
    const std::string about = reading.approximate ? " about" : "";
    if (reading.low_cents == reading.high_cents) return side(reading.low_cents) + about;
    return side(reading.low_cents) + ".." + side(reading.high_cents) + about;
}

std::string text_of(const NumberReading& reading) {
    if (!reading.rule.empty())
        return "refused " + std::string(reading.rule.substr(std::string("import.number-").size()));
    return reading.value.text();
}

std::string read_word(const std::string& member, const std::string& input) {
    if (member == "kind") return std::string(read_kind(input));
    if (member == "procedure") return std::string(read_procedure(input));
    if (member == "ambition") {
        const auto level = read_ambition(input);
        return level ? std::to_string(*level) : "";
    }
    CpvReading cpv;
    read_cpv(input, cpv);
    std::string text;
    for (const auto& code : cpv.codes) text += code + " ";
    if (!cpv.unreadable.empty()) text += ": ";
    for (const auto& code : cpv.unreadable) text += code + " ";
    if (!text.empty()) text.pop_back();
    return text;
}

}  // namespace

TEST_CASE("dates of lists are read as tests/cases/import_dates.txt says", "[import]") {
    const auto cases = read_table("import_dates.txt");
    REQUIRE(cases.size() > 100);
    for (const auto& [line, cells] : cases) {
        INFO("import_dates.txt line " << line << ": \"" << cells[0] << "\"");
        REQUIRE(cells.size() == 2);
        CHECK(text_of(read_date(cells[0])) == cells[1]);
    }
}

TEST_CASE("every day is read in every notation", "[import]") {
    int wrong = 0;
    for (Date day(2020, 1, 1); day < Date(2031, 1, 1); day += boost::gregorian::days(1)) {
        const std::string iso = mvoi::domain::to_text(day);
        const std::string year = iso.substr(0, 4), month = iso.substr(5, 2), of_month = iso.substr(8, 2);
        for (const std::string& text :
             {iso, of_month + "-" + month + "-" + year, of_month + "." + month + "." + year, year + month + of_month,
              "per " + of_month + "/" + month + "/" + year + " 08:30"})
            wrong += text_of(read_date(text)) != iso;
    }
    CHECK(wrong == 0);
}

TEST_CASE("amounts of lists are read as tests/cases/import_amounts.txt says", "[import]") {
    const auto cases = read_table("import_amounts.txt");
    REQUIRE(cases.size() > 80);
    for (const auto& [line, cells] : cases) {
        INFO("import_amounts.txt line " << line << ": \"" << cells[0] << "\"");
        REQUIRE(cells.size() == 2);
        CHECK(text_of(read_amount(cells[0])) == cells[1]);
    }
}

TEST_CASE("what is no name is told from names as tests/cases/import_names.txt says", "[import]") {
    const auto cases = read_table("import_names.txt");
    REQUIRE(cases.size() > 100);
    for (const auto& [line, cells] : cases) {
        INFO("import_names.txt line " << line << ": \"" << cells[1] << "\"");
        REQUIRE(cells.size() == 3);
        const bool of_person = cells[0] == "person";
        const char* header = of_person ? "Contractmanager" : "Naam leverancier";
        CHECK(is_no_name(cells[1], header, of_person) == (cells[2] == "none"));
    }
}

TEST_CASE("words of lists are read as tests/cases/import_words.txt says", "[import]") {
    const auto cases = read_table("import_words.txt");
    REQUIRE(cases.size() > 80);
    for (const auto& [line, cells] : cases) {
        INFO("import_words.txt line " << line << ": \"" << cells[1] << "\"");
        REQUIRE(cells.size() == 3);
        CHECK(read_word(cells[0], cells[1]) == cells[2]);
    }
}

TEST_CASE("amounts of JSON are exact to the cent", "[import]") {
    using mvoi::json::Value;
    CHECK(cents_of(Value(25000.0)) == 2500000);
    CHECK(cents_of(Value(20184288.81)) == 2018428881);
    CHECK(cents_of(Value(0.29)) == 29);
    CHECK(cents_of(Value(1.1)) == 110);
    CHECK(cents_of(Value(36800000.0)) == 3680000000);
    CHECK(cents_of(Value(std::int64_t{400000})) == 40000000);
    CHECK(cents_of(Value(std::int64_t{90'000'000'000'000})) == max_cents);
    CHECK_FALSE(cents_of(Value(0.125)));
    CHECK_FALSE(cents_of(Value(-1.0)));
    CHECK_FALSE(cents_of(Value(std::int64_t{-1})));
    CHECK_FALSE(cents_of(Value(std::int64_t{90'000'000'000'001})));
    CHECK_FALSE(cents_of(Value(1e300)));
    CHECK_FALSE(cents_of(Value(1e-300)));
    CHECK_FALSE(cents_of(Value(std::numeric_limits<double>::quiet_NaN())));
    CHECK_FALSE(cents_of(Value("1")));
    int wrong = 0;
    for (std::int64_t cents = 1; cents < 2'000'000'00; cents += 977)
        wrong += cents_of(Value(static_cast<double>(cents) / 100)) != cents;
    CHECK(wrong == 0);
}

TEST_CASE("texts are folded for comparing and for codes", "[import]") {
    CHECK(folded("  N.T.B. ") == "n t b");
    CHECK(folded("Één-op-één") == "een op een");
    CHECK(folded("Súdwest-Fryslân") == "sudwest fryslan");
    CHECK(folded("Œuvre Ærø Straße Łódź ĳssel") == "oeuvre aero strasse lodz ijssel");
    CHECK(folded("e\xCC\x81"
                 "e\xCC\x81n") == "een");  // accents as characters of their own
    CHECK(folded("€ 5") == "5");
    CHECK(folded("Αθήνα") == "Αθήνα");
    CHECK(folded("\xFF\xC3") == "");
    CHECK(slug("Gemeente 's-Hertogenbosch", 64) == "gemeente-s-hertogenbosch");
    CHECK(slug("Gemeente Apeldoorn, team inkoop", 20) == "gemeente-apeldoorn-t");
    CHECK(slug("Gemeente Apeldoorn, team inkoop", 19) == "gemeente-apeldoorn");
    CHECK(slug("(\"|\")", 64) == "");
    CHECK(slug("Αθήνα", 64) == "");
    CHECK(tidy(" Groot\r\n onderhoud\t ") == "Groot onderhoud");
    CHECK(tidy("\xC2\xA0 x \xE2\x80\xAF") == "x");
    CHECK(tidy("").empty());
    CHECK(cut("één", 2) == "éé");
    CHECK(cut("één", 3) == "één");
    CHECK(cut("één", 0).empty());
    CHECK(shown("caf\xE9\n x") == "caf? x");
    CHECK(shown(std::string(200, 'x')) == std::string(80, 'x') + "...");
    CHECK(is_broken("caf\xE9"));
    CHECK(is_broken(std::string_view("a\0b", 3)));
    CHECK_FALSE(is_broken("café"));
    std::string decoded;
    append_windows_1252(decoded, "caf\xE9 \x80 5 \x81\xFF\x96");
    CHECK(decoded == "café € 5 \xEF\xBF\xBDÿ–");
}

TEST_CASE("cells that say nothing and cells that say 'not known yet' differ", "[import]") {
    CHECK(content_of("") == CellContent::Nothing);
    CHECK(content_of(" \t") == CellContent::Nothing);
    CHECK(content_of("n.v.t.") == CellContent::Nothing);
    CHECK(content_of("geen") == CellContent::Nothing);
    CHECK(content_of("N.t.b.") == CellContent::Unknown);
    CHECK(content_of("Nog niet te bepalen") == CellContent::Unknown);
    CHECK(content_of("?") == CellContent::Unknown);
    CHECK(content_of("2027") == CellContent::Something);
    CHECK(content_of("onbekende opdracht") == CellContent::Something);
}

TEST_CASE("days inside texts are found", "[import]") {
    const auto found = dates_in("2x: 15-02-2018, (12.4.2018). Niet 31128097, 18.010, 2017/S 052-131568 of 31-02-2018");
    REQUIRE(found.size() == 2);
    CHECK(found[0].text == "15-02-2018");
    CHECK(found[0].day == Date(2018, 2, 15));
    CHECK(found[1].text == "12.4.2018");
    CHECK(found[1].day == Date(2018, 4, 12));
    CHECK(dates_in("").empty());
    CHECK(dates_in("2020-").empty());
    CHECK(dates_in("AI 2020-0251").empty());
    CHECK(dates_in("op 2018-04-12").size() == 1);
}

TEST_CASE("placeholders of dates", "[import]") {
    const Date base(2022, 3, 9);
    CHECK(is_placeholder(Date(2050, 1, 1), base, false));
    CHECK_FALSE(is_placeholder(Date(2042, 3, 9), base, false));
    CHECK(is_placeholder(Date(2042, 3, 10), base, false));
    CHECK_FALSE(is_placeholder(Date(2052, 7, 7), base, true));
    CHECK(is_placeholder(Date(2099, 12, 31), base, true));
    CHECK(is_placeholder(Date(1900, 1, 1), base, true));
    CHECK(is_far_ahead(Date(2052, 7, 7), base));
    CHECK_FALSE(is_far_ahead(Date(2030, 7, 7), base));
}

TEST_CASE("codes of organisations are those of the schema", "[import]") {
    CHECK(is_organisation("gm0344"));
    CHECK(is_organisation("nl-NL.1:2_x"));
    CHECK(is_organisation(std::string(64, 'a')));
    CHECK_FALSE(is_organisation(std::string(65, 'a')));
    CHECK_FALSE(is_organisation(""));
    CHECK_FALSE(is_organisation("-a"));
    CHECK_FALSE(is_organisation("a b"));
    CHECK_FALSE(is_organisation("é"));
}

TEST_CASE("numbers of lists are read as tests/cases/import_numbers.txt says", "[import]") {
    const auto cases = read_table("import_numbers.txt");
    REQUIRE(cases.size() > 30);
    for (const auto& [line, cells] : cases) {
        INFO("import_numbers.txt line " << line << ": \"" << cells[0] << "\"");
        REQUIRE(cells.size() >= 2);
        CHECK(text_of(read_number(cells[0], '\0')) == cells[1]);
        for (std::size_t i = 2; i < cells.size(); ++i)
            CHECK(text_of(read_number(cells[0], cells[i].front())) == cells[i].substr(2));
        if (cells.size() == 2) {
            const std::string same = cells[1];
            INFO("a mark that is said decides only what could mean two things");
            CHECK((text_of(read_number(cells[0], ',')) == same || text_of(read_number(cells[0], '.')) == same));
        }
    }
}

}  // namespace import_values_test
