// SPDX-License-Identifier: EUPL-1.2
// Lists with a header row: whole files of tests/cases/, and every way in which a file can be odd or broken.
#include <catch2/catch.hpp>
#include <random>

#include "domain/refusal.hpp"
#include "import_support.hpp"
#include "intake/table/lists.hpp"

namespace import_list_test {

namespace {

using namespace mvoi;
using namespace mvoi::intake;
using import_test::Rules;
using import_test::rules_of;

ListOptions options() {
    ListOptions options;
    options.organisation = "gm0344";
    options.today = domain::Date(2026, 11, 21);
    return options;
}

std::vector<Row> read(const std::string& text, const ListOptions& how = options()) {
    std::istringstream input(text);
    const auto source = tender_rows(input, how);
    return import_test::rows_of(*source);
}

std::vector<domain::Fault> refusal_of(const std::string& text, const ListOptions& how = options()) {
    try {
        read(text, how);
    } catch (const domain::Refusal& refusal) {
        CHECK(refusal.kind == domain::No::Invalid);
        return refusal.faults;
    }
    return {};
}

std::string title_of(const Row& row) {
    return row.request.text_or("title");
}

// Rows of "nummer;titel;soort" are enough for most.
const std::string header = "nummer;titel;soort\n";

void check_file(const std::string& name, const ListOptions& how) {
    std::vector<std::string> lines;
    for (const Row& row : read(read_file(MVOI_CASES "/" + name + ".csv"), how))
        for (const std::string& line : import_test::text_of(row)) lines.push_back(line);
    const auto expected = import_test::lines_of(read_file(MVOI_CASES "/" + name + ".txt"));
    REQUIRE(lines.size() == expected.size());
    for (std::size_t i = 0; i < lines.size(); ++i) CHECK(lines[i] == expected[i]);
}

}  // namespace

TEST_CASE("a municipal calendar is read", "[import]") {
    check_file("import_calendar", options());
}

TEST_CASE("a yearly file of TenderNed is read", "[import]") {
    ListOptions how = options();
    how.organisation.clear();
    check_file("import_tenderned", how);
}

TEST_CASE("a list is the same list however it is written", "[import]") {
    const std::string text = header + "1;\"Eén \"\"twee\"\"\";werk\n2;Drie;dienst\n";
    const auto expected = read(text);
    REQUIRE(expected.size() == 2);
    CHECK(title_of(expected[0]) == "Eén \"twee\"");
    CHECK(expected[0].phase == domain::Phase::Preparation);
    CHECK(expected[0].source.empty());
    CHECK(expected[0].started_on == domain::Date(2026, 11, 21));

    const auto same = [&](std::string other, ListOptions how = options()) {
        const auto rows = read(other, how);
        REQUIRE(rows.size() == expected.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            CHECK(rows[i].line == expected[i].line);
            CHECK(rows[i].faults.empty());
            CHECK(rows[i].request == expected[i].request);
        }
    };
    const auto replaced = [](std::string in, const std::string& what, const std::string& with) {
        for (std::size_t at = 0; (at = in.find(what, at)) != std::string::npos; at += with.size())
            in.replace(at, what.size(), with);
        return in;
    };
    same("\xEF\xBB\xBF" + text);
    same(replaced(text, "\n", "\r\n"));
    same(replaced(text, "\n", "\r"));
    same(text.substr(0, text.size() - 1));
    same(replaced(text, ";", "\t"));
    same(replaced(text, "titel", " \"TITEL\" "));
    same(replaced(text, ";", ","));

    ListOptions given = options();
    given.delimiter = ';';
    same(text, given);
    given = options();
    given.windows_1252 = true;
    same(replaced(text, "é", "\xE9"), given);
    same("\xEF\xBB\xBF" + text, given);  // the mark says more than the option
}

TEST_CASE("the line of a row is where it begins", "[import]") {
    const auto rows = read("\n \n" + header + "\n1;\"a\nb\r\nc\";werk\n\n;;\n2;d;werk\n3;\"\"\"e\"\"\n\";werk");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].line == 5);
    CHECK(title_of(rows[0]) == "a b c");
    CHECK(rows[1].line == 10);
    CHECK(rows[2].line == 11);
    CHECK(title_of(rows[2]) == "\"e\"");
    const auto after_sep = read("sep=,\r\nnummer,titel,soort\r\n1,a;b,werk\r\n");
    REQUIRE(after_sep.size() == 1);
    CHECK(after_sep[0].line == 3);
    CHECK(title_of(after_sep[0]) == "a;b");
}

TEST_CASE("a broken line costs one row", "[import]") {
    const auto rows = read(header + "1;a;werk\n2;b\n3;c;werk;x\n4;d;werk;;\n5;e 5\" buis;werk\n6;\"f\n7;g;werk\n");
    REQUIRE(rows.size() == 7);
    CHECK(rows[0].faults.empty());
    CHECK(rules_of(rows[1].faults) == Rules{"import.cells"});
    CHECK(rows[1].faults[0].words.at("found") == "2");
    CHECK(rows[1].faults[0].words.at("expected") == "3");
    CHECK(rules_of(rows[2].faults) == Rules{"import.cells"});
    CHECK(rows[3].faults.empty());
    CHECK(title_of(rows[4]) == "e 5\" buis");
    CHECK(rows[5].line == 7);
    CHECK(rules_of(rows[5].faults) == Rules{"import.quote-open"});
    CHECK(rows[6].line == 8);
    CHECK(rows[6].faults.empty());
    CHECK(title_of(rows[6]) == "g");

    // A stray quote that a later one seems to close: the fault names the lines between.
    const auto swallowed = read(header + "1;\"a;werk\n2;b;werk\n3;c\";werk\n4;d;werk\n");
    REQUIRE(swallowed.size() == 2);
    CHECK(swallowed[0].faults.empty());  // "a;werk 2;b;werk 3;c" is a title like any other
    CHECK(swallowed[1].line == 5);
    const auto uneven = read(header + "1;\"a;werk\n2;b;x\";y;werk;z\n4;d;werk\n");
    REQUIRE(uneven.size() == 2);
    CHECK(rules_of(uneven[0].faults) == Rules{"import.cells-of-lines"});
    CHECK(uneven[0].faults[0].words.at("from") == "2");
    CHECK(uneven[0].faults[0].words.at("to") == "3");
}

TEST_CASE("line ends fall anywhere between two reads of a stream", "[import]") {
    for (const std::string end : {"\r\n", "\r", "\n"}) {
        std::string text = "nummer;titel;soort" + end;
        for (int i = 2; i <= 20'000; ++i) text += std::to_string(i) + ";titel;werk" + end;
        const auto rows = read(text);
        REQUIRE(rows.size() == 19'999);
        int wrong = 0;
        for (const Row& row : rows)
            wrong += row.request.text_or("reference") != std::to_string(row.line) || !row.faults.empty();
        CHECK(wrong == 0);
    }
}

TEST_CASE("an open quote at the top of a large file costs one row too", "[import]") {
    std::string text = header + "1;\"a;werk\n";
    for (int i = 2; i < 40'000; ++i) text += std::to_string(i) + ";een titel van een gewone lengte;werk\n";
    const auto rows = read(text);
    REQUIRE(rows.size() == 39'999);
    CHECK(rules_of(rows[0].faults) == Rules{"import.quote-open"});
    CHECK(rows[0].faults[0].words.at("to") == "2");
    CHECK(rows[1].faults.empty());
    CHECK(rows.back().line == 40'000);
    CHECK(rows.back().faults.empty());
}

TEST_CASE("a file with an open quote on every line is read in bounded time", "[import]") {
    std::string text = header;
    for (int i = 0; i < 30'000; ++i) text += "\"1;a;werk\n";
    const auto rows = read(text);
    REQUIRE(!rows.empty());
    for (const Row& row : rows) REQUIRE(rules_of(row.faults) == Rules{"import.quote-open"});
    // The lines that were given up are named.
    CHECK(rows.back().faults[0].words.at("to") == "30001");
}

TEST_CASE("a line that is too long is passed over", "[import]") {
    const std::string text = header + "1;" + std::string(3'000'000, 'x') + ";werk\n2;b;werk\n";
    const auto rows = read(text);
    REQUIRE(rows.size() == 2);
    CHECK(rules_of(rows[0].faults) == Rules{"import.line-too-long"});
    CHECK(rows[1].line == 3);
    CHECK(rows[1].faults.empty());
    const auto in_quotes = read(header + "1;\"a\n" + std::string(3'000'000, 'x') + "\n2;b;werk\n");
    REQUIRE(in_quotes.size() == 3);
    CHECK(rules_of(in_quotes[0].faults) == Rules{"import.quote-open"});
    CHECK(rules_of(in_quotes[1].faults) == Rules{"import.line-too-long"});
    CHECK(in_quotes[2].faults.empty());
}

TEST_CASE("another encoding is noticed", "[import]") {
    const auto rows = read("nummer;titel;soort;opmerking\n1;caf\xE9;werk;\n2;b;werk;caf\xE9\n");
    REQUIRE(rows.size() == 2);
    CHECK(rules_of(rows[0].faults) == Rules{"import.encoding"});
    CHECK(rows[0].faults[0].path == "titel");
    CHECK(rows[0].request.text_or("reference") == "1");
    CHECK(rows[1].faults.empty());  // nobody reads that column
    CHECK(rules_of(refusal_of("nummer;titel;soort;be\xEFnvloed\n")) == Rules{"import.encoding"});
    CHECK(rules_of(refusal_of(std::string("n\0u\0m\0;\0", 8))) == Rules{"import.utf16"});
    CHECK(rules_of(refusal_of("\xFF\xFEn\0")) == Rules{"import.utf16"});
}

TEST_CASE("a list without a usable header is refused as a whole", "[import]") {
    CHECK(rules_of(refusal_of("")) == Rules{"import.no-header"});
    CHECK(rules_of(refusal_of("\n\n")) == Rules{"import.no-header"});
    CHECK(rules_of(refusal_of("\"nummer;titel\n1;a\n")) == Rules{"import.quote-open"});
    const auto faults = refusal_of("x;y\n1;2\n");
    CHECK(rules_of(faults) == Rules{"import.column-needed", "import.column-needed", "import.column-needed"});
    CHECK(faults[0].path == "/mapping/reference");
    CHECK(faults[0].words.at("headers") == "x, y");
    ListOptions how = options();
    how.organisation.clear();
    CHECK(rules_of(refusal_of(header, how)) == Rules{"import.column-needed"});
}

TEST_CASE("the mapping finds columns by their headers", "[import]") {
    ListOptions how = options();
    how.mapping = {{"reference", " Project Nr. "}, {"title", "WAT"}, {"productGroup", "soort"}, {"kind", "Aard"}};
    const auto rows = read("wat;soort;aard;project nr.\nStoepen;Wegen & Groen;werk;7\n", how);
    REQUIRE(rows.size() == 1);
    CHECK(json::write(rows[0].request) ==
          R"({"organisation":"gm0344","reference":"7","title":"Stoepen","kind":"werk","productGroup":"wegen-groen"})");

    how.mapping = {{"title", "Titel"}, {"award", "gunning"}, {"cpv", "cpv-code"}};
    const auto missing = refusal_of(header, how);
    REQUIRE(rules_of(missing) == Rules{"import.column-missing", "import.column-missing"});
    CHECK(missing[0].path == "/mapping/award");
    CHECK(missing[0].words.at("value") == "gunning");
    CHECK(missing[0].words.at("headers") == "nummer, titel, soort");

    how.mapping = {{"title", "omschrijving"}};
    CHECK(rules_of(refusal_of("nummer;Omschrijving;soort;OMSCHRIJVING\n", how)) == Rules{"import.column-twice"});
    // Written exactly the same goes before.
    const auto exact = read("nummer;Omschrijving;soort;omschrijving\n1;a;werk;b\n", how);
    REQUIRE(exact.size() == 1);
    CHECK(title_of(exact[0]) == "b");
}

TEST_CASE("defaults stand in where the row has nothing", "[import]") {
    ListOptions how = options();
    how.defaults = {{"kind", "dienst"}, {"sector", "sociaal"}};
    const auto rows = read(header + "1;a;\n2;b;werk\n3;c;n.t.b.\n4;d;overig\n", how);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].request.text_or("kind") == "dienst");
    CHECK(rows[0].request.text_or("sector") == "sociaal");
    CHECK(rows[1].request.text_or("kind") == "werk");
    CHECK(rows[2].request.text_or("kind") == "dienst");
    CHECK(rules_of(rows[3].faults) == Rules{"import.kind-unknown"});
    CHECK(read("nummer;titel\n1;a\n", how).size() == 1);  // a column of kinds is not needed then
}

TEST_CASE("needed cells are needed", "[import]") {
    const auto rows = read(header + ";a;werk\n2; ;werk\n3;c;\n" + std::string(101, '1') + ";d;werk\n");
    REQUIRE(rows.size() == 4);
    CHECK(rules_of(rows[0].faults) == Rules{"import.reference-missing"});
    CHECK(rows[0].faults[0].path == "nummer");
    CHECK(rules_of(rows[1].faults) == Rules{"import.title-missing"});
    CHECK(rules_of(rows[2].faults) == Rules{"import.kind-missing"});
    CHECK(rules_of(rows[3].faults) == Rules{"import.reference-too-long"});
    for (const Row& row : read(header + "-;a;werk\nn.t.b.;b;werk\n"))
        CHECK(rules_of(row.faults) == Rules{"import.reference-missing"});
}

TEST_CASE("a code of the list's organisation is kept, a name becomes a code", "[import]") {
    ListOptions how = options();
    how.organisation.clear();
    const auto rows =
        read("organisatie;nummer;titel;soort\ngm0344;1;a;werk\nGemeente Ede;1;a;werk\n***;1;a;werk\n", how);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].request.text_or("organisation") == "gm0344");
    CHECK(rows[1].request.text_or("organisation") == "gemeente-ede");
    CHECK(rules_of(rows[2].faults) == Rules{"import.organisation-missing"});
}

TEST_CASE("a row starts on its own day or today", "[import]") {
    const auto rows =
        read("nummer;titel;soort;gestart op\n1;a;werk;01-02-2026\n2;b;werk;\n3;c;werk;Q1 2026\n4;d;werk;1-1-2050\n");
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].started_on == domain::Date(2026, 2, 1));
    CHECK(rows[1].started_on == domain::Date(2026, 11, 21));
    CHECK(rows[1].warnings.empty());
    for (const std::size_t i : {2, 3}) {
        CHECK(rows[i].started_on == domain::Date(2026, 11, 21));
        CHECK(rules_of(rows[i].warnings) == Rules{"import.started-on"});
    }
}

TEST_CASE("long texts are cut between characters", "[import]") {
    std::string title;
    for (int i = 0; i < 1001; ++i) title += "é";
    const auto rows = read("nummer;titel;soort;inkoper\n1;" + title + ";werk;" + std::string(201, 'y') + "\n");
    REQUIRE(rows.size() == 1);
    CHECK(title_of(rows[0]) == title.substr(0, 2000));
    CHECK(rules_of(rows[0].warnings) == Rules{"import.text-cut", "import.text-cut"});
    CHECK(rows[0].warnings[1].words.at("most") == "200");
}

TEST_CASE("a stream that breaks off is not taken for a whole file", "[import]") {
    struct Broken : std::stringbuf {
        using std::stringbuf::stringbuf;
        int_type underflow() override {
            const int_type next = std::stringbuf::underflow();
            if (next == traits_type::eof()) throw std::runtime_error("unplugged");
            return next;
        }
    } buffer(header + "1;a;werk\n");
    std::istream input(&buffer);
    CHECK_THROWS_AS(import_test::rows_of(*tender_rows(input, options())), std::runtime_error);
}

TEST_CASE("whatever a list holds, its rows are to schema or refused", "[import]") {
    const std::string whole = read_file(MVOI_CASES "/import_calendar.csv");
    const std::string bytes = "\";,\n\r\t 0123456789-/.\xC3\xA9\xE2\x82\xAC\xFFQeu";
    std::mt19937 random(20261121);
    for (int round = 0; round < 400; ++round) {
        std::string text = whole;
        for (int change = 0; change < 12; ++change) {
            const std::size_t at = random() % text.size();
            if (random() % 3 == 0)
                text.erase(at, random() % 4);
            else
                text.insert(at, 1, bytes[random() % bytes.size()]);
        }
        ListOptions how = options();
        how.windows_1252 = round % 2 == 1;
        how.defaults = {{"kind", "dienst"}};
        try {
            read(text, how);  // checks every row
        } catch (const domain::Refusal&) {
            // a header that cannot be used
        }
    }
    SUCCEED();
}

}  // namespace import_list_test
