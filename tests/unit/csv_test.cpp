// SPDX-License-Identifier: EUPL-1.2
// CSV: what a spreadsheet in Dutch and a program both read without surprise.
#include "render/calendar/csv.hpp"

#include <catch2/catch.hpp>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

namespace csv_test {

namespace {

using namespace mvoi;
using namespace std::string_view_literals;
using render::CsvForm;
using render::CsvWriter;

std::string cell(std::string_view text, CsvForm form = {}) {
    CsvWriter out(0, form);
    out.text("x");
    out.text(text);
    out.end_row();
    const std::string row = std::move(out).take();
    return row.substr(2, row.size() - 4);
}

using Rows = std::vector<std::vector<std::string>>;

// A reader of RFC 4180 that knows nothing of the writer; a quote out of place is an error.
Rows read(std::string_view bytes, char separator = ';') {
    Rows rows;
    std::size_t at = 0;
    while (at < bytes.size()) {
        auto& row = rows.emplace_back();
        for (bool more = true; more;) {
            auto& value = row.emplace_back();
            if (at < bytes.size() && bytes[at] == '"') {
                for (++at;; ++at) {
                    if (at >= bytes.size()) throw std::runtime_error("a quote is not closed");
                    if (bytes[at] == '"' && (at + 1 == bytes.size() || bytes[at + 1] != '"')) break;
                    if (bytes[at] == '"') ++at;
                    value.push_back(bytes[at]);
                }
                ++at;
            } else {
                while (at < bytes.size() && bytes[at] != separator && bytes[at] != '\r') {
                    if (bytes[at] == '"' || bytes[at] == '\n') throw std::runtime_error("a bare quote or line feed");
                    value.push_back(bytes[at++]);
                }
            }
            more = at < bytes.size() && bytes[at] == separator;
            if (more) ++at;
        }
        if (bytes.substr(at, 2) != "\r\n") throw std::runtime_error("a row does not end with CRLF");
        at += 2;
    }
    return rows;
}

domain::FeedItem item() {
    domain::FeedItem item;
    item.tender = "6f1c2a9e-0d53-4f0e-9d64-2a7f4a9f0c11";
    item.code = "publicatie";
    item.label = "Publicatie";
    item.title = "Onderhoud; \"groen\" & bomen";
    item.organisation = "gm0344";
    item.reference = "-2026/17";
    item.kind = "dienst";
    item.flags = {"Over een thema is nog niet besloten", "Niveau onder het eigen beleid"};
    item.date = *domain::parse_planned_date("2027-Q2");
    item.changed = "2026-11-21T09:30:00Z";
    return item;
}

domain::Feed feed_of(std::vector<domain::FeedItem> items, std::string language = "nl") {
    domain::Feed feed;
    feed.name = "Aanbestedingskalender gm0344";
    feed.language = std::move(language);
    feed.items = std::move(items);
    return feed;
}

}  // namespace

TEST_CASE("a cell is quoted when it must be, and only then", "[csv]") {
    CHECK(cell("gewoon") == "gewoon");
    CHECK(cell("") == "");
    CHECK(cell("a, b") == "a, b");
    CHECK(cell("a;b") == "\"a;b\"");
    CHECK(cell("a \"b\"") == "\"a \"\"b\"\"\"");
    CHECK(cell("\"") == "\"\"\"\"");
    CHECK(cell("a\r\nb") == "\"a\r\nb\"");
    CHECK(cell("a\nb") == "\"a\nb\"");
    CHECK(cell("één €") == "één €");
    CHECK(cell(" a ") == " a ");
}

TEST_CASE("another separator changes what is quoted", "[csv]") {
    CHECK(cell("a,b", {','}) == "\"a,b\"");
    CHECK(cell("a;b", {','}) == "a;b");
    CHECK(cell("a\tb", {'\t'}) == "\"a\tb\"");
}

TEST_CASE("a text is never a formula", "[csv]") {
    CHECK(cell("=1+1") == "'=1+1");
    CHECK(cell("+31 30 286") == "'+31 30 286");
    CHECK(cell("-5") == "'-5");
    CHECK(cell("@SUM(A1)") == "'@SUM(A1)");
    CHECK(cell("\t=1") == "'\t=1");
    CHECK(cell("\r=1") == "\"'\r=1\"");
    CHECK(cell("\n=1") == "\"'\n=1\"");
    CHECK(cell("=cmd;\"x\"") == "\"'=cmd;\"\"x\"\"\"");
    CHECK(cell("a=1") == "a=1");
    CHECK(cell(" =1") == " =1");
    CHECK(cell("'=1") == "'=1");
}

TEST_CASE("control characters are left out, and hide no formula", "[csv]") {
    CHECK(cell("a\x01\x1F\x7Fz") == "az");
    CHECK(cell("a\0z"sv) == "az");
    CHECK(cell("a\tz") == "a\tz");
    CHECK(cell("\x01=1") == "'=1");
    CHECK(cell("\0\x7F@x"sv) == "'@x");
    CHECK(cell("\x01\x02") == "");
}

TEST_CASE("numbers and days are not guarded", "[csv]") {
    CsvWriter out;
    out.number(-5);
    out.number(std::numeric_limits<std::int64_t>::min());
    out.number(std::numeric_limits<std::int64_t>::max());
    out.date(domain::Date(2027, 3, 1));
    out.empty();
    CHECK(std::move(out).take() == "-5;-9223372036854775808;9223372036854775807;2027-03-01;\r\n");
}

TEST_CASE("a table may be empty, a row may be, a cell may be", "[csv]") {
    CHECK(CsvWriter().take() == "");
    CsvWriter out;
    out.empty();
    out.end_row();
    out.empty();
    out.empty();
    out.end_row();
    CHECK(std::move(out).take() == "\"\"\r\n;\r\n");
}

TEST_CASE("the byte order mark stands first, and only when asked for", "[csv]") {
    const auto feed = feed_of({item()});
    CHECK(render::write_csv(feed).substr(0, 10) == "eerste dag");
    CHECK(render::write_csv(feed, {';', true}) == "\xEF\xBB\xBF" + render::write_csv(feed));
    CsvWriter out(0, {';', true});
    out.empty();
    CHECK(std::move(out).take() == "\xEF\xBB\xBF\"\"\r\n");
}

TEST_CASE("a feed as CSV", "[csv]") {
    const auto rows = read(render::write_csv(feed_of({item()})));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0] == std::vector<std::string>{"eerste dag", "laatste dag", "precisie", "zekerheid", "mijlpaal",
                                              "mijlpaalcode", "status", "titel", "organisatie", "kenmerk", "soort",
                                              "vlaggen", "aanbesteding", "gewijzigd", "contract"});
    CHECK(rows[1] == std::vector<std::string>{"2027-04-01", "2027-06-30", "quarter", "verwacht", "Publicatie",
                                              "publicatie", "planned", "Onderhoud; \"groen\" & bomen", "gm0344",
                                              "'-2026/17", "dienst",
                                              "Over een thema is nog niet besloten, Niveau onder het eigen beleid",
                                              "6f1c2a9e-0d53-4f0e-9d64-2a7f4a9f0c11", "2026-11-21T09:30:00Z", ""});
}

TEST_CASE("a milestone of a contract names the contract, and no tender", "[csv]") {
    auto of_contract = item();
    of_contract.object = domain::FeedObject::Contract;
    const auto rows = read(render::write_csv(feed_of({of_contract})));
    CHECK(rows[1][12].empty());
    CHECK(rows[1][14] == of_contract.tender);
}

TEST_CASE("the columns are named in the language of the feed; codes stay codes", "[csv]") {
    auto done = item();
    done.status = domain::MilestoneStatus::Done;
    auto cancelled = item();
    cancelled.status = domain::MilestoneStatus::Cancelled;
    const auto rows = read(render::write_csv(feed_of({done, cancelled}, "en")));
    REQUIRE(rows.size() == 3);
    CHECK(rows[0][0] == "first day");
    CHECK(rows[0].size() == rows[1].size());
    CHECK(rows[1][6] == "done");
    CHECK(rows[2][6] == "cancelled");
    CHECK(rows[2][3] == "verwacht");
}

TEST_CASE("a feed without items is a header; a date without days two empty cells", "[csv]") {
    CHECK(read(render::write_csv(feed_of({}))).size() == 1);
    auto unknown = item();
    unknown.date = {};
    const auto rows = read(render::write_csv(feed_of({unknown})));
    CHECK(rows[1][0].empty());
    CHECK(rows[1][1].empty());
    CHECK(rows[1][2] == "unknown");
}

TEST_CASE("any octets at all come back as one cell", "[csv]") {
    std::uint32_t random = 1;
    for (int round = 0; round < 2000; ++round) {
        std::string text = "x";
        std::string expected = "x";
        for (int i = 0; i < 40; ++i) {
            random = random * 1664525 + 1013904223;
            const char c = "ab;\",'\r\n\t=\0\x7F\xC3\xA9 "[(random >> 16) % 16];
            text.push_back(c);
            if (c != '\0' && c != '\x7F') expected.push_back(c);
        }
        const auto rows = read("k;" + cell(text) + "\r\n");
        if (rows != Rows{{"k", expected}}) FAIL("round " << round);
    }
}

}  // namespace csv_test
