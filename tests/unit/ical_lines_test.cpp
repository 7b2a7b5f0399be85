// SPDX-License-Identifier: EUPL-1.2
// iCalendar: content lines (RFC 5545, 3.1 and 3.3.11): folded, escaped, well-formed whatever the text is.
#include <set>
#include <stdexcept>

#include "support/icals.hpp"

namespace ical_lines_test {

using namespace icals;
using namespace std::string_view_literals;

TEST_CASE("lines fold at 75 octets, between characters, at every offset", "[ical][fold]") {
    const auto character = GENERATE("x"sv, "é"sv, "€"sv, "😀"sv, ";"sv, "\\"sv, "\n"sv, "e\xCC\x81"sv);
    for (std::size_t before = 0; before < 160; ++before) {
        for (const std::size_t repeat : {1U, 2U, 80U}) {
            std::string title(before, 'a');
            for (std::size_t i = 0; i < repeat; ++i) title += character;
            const auto bytes = written(titled(title + "z"));
            INFO("before: " << before << ", repeated: " << repeat << ", character: " << character);
            const auto fault = fault_of_lines(bytes);
            if (!fault.empty()) FAIL(fault);
            if (unescaped(value(bytes, "SUMMARY")) != "Publicatie: " + title + "z") FAIL("the title did not come back");
        }
    }
}

TEST_CASE("a line is folded when it must be and not before", "[ical][fold]") {
    const std::string fits(75 - "SUMMARY:Publicatie: "sv.size(), 'a');
    CHECK(written(titled(fits)).find("SUMMARY:Publicatie: " + fits + "\r\n") != std::string::npos);
    CHECK(written(titled(fits + "b")).find(fits + "\r\n b\r\n") != std::string::npos);
    CHECK(written(titled(fits + "é")).find(fits + "\r\n é\r\n") != std::string::npos);
    const std::string next(74, 'b');
    CHECK(written(titled(fits + next)).find(fits + "\r\n " + next + "\r\n") != std::string::npos);
    CHECK(written(titled(fits + next + "c")).find(fits + "\r\n " + next + "\r\n c\r\n") != std::string::npos);
    const std::string almost = fits.substr(1);
    CHECK(written(titled(almost.substr(1) + "é")).find(almost.substr(1) + "é\r\n") != std::string::npos);
    CHECK(written(titled(almost.substr(1) + ",")).find(almost.substr(1) + "\\,\r\n") != std::string::npos);
    CHECK(written(titled(almost + ";c")).find(almost + "\r\n \\;c\r\n") != std::string::npos);
}

TEST_CASE("no escape is cut by a fold", "[ical][fold]") {
    for (std::size_t before = 0; before < 80; ++before) {
        const auto bytes = written(titled(std::string(before, 'a') + std::string(100, '\\') + "\n;,"));
        for (const auto& line : split(bytes, "\r\n")) {
            const auto last = line.find_last_not_of('\\');
            CHECK((line.size() - (last == std::string::npos ? 0 : last + 1)) % 2 == 0);
        }
    }
}

TEST_CASE("a fold never leaves a line of blanks, which readers take for an empty one", "[ical][fold]") {
    for (std::size_t before = 40; before < 80; ++before) {
        for (const std::size_t blanks : {1U, 2U, 73U, 74U, 75U, 200U, 400U}) {
            const std::string start(before, 'a');
            const std::string gap(blanks, ' ');
            const auto fault = fault_of_lines(written(titled(start + gap)));
            if (!fault.empty()) FAIL(fault);
            const auto bytes = written(titled(start + gap + "z"));
            if (!fault_of_lines(bytes).empty()) FAIL(fault_of_lines(bytes));
            const auto summary = value(bytes, "SUMMARY");
            CHECK(summary.back() == 'z');
            if (blanks < 74) CHECK(summary == "Publicatie: " + start + gap + "z");
        }
    }
    CHECK(fault_of_lines(written(titled(std::string(300, '\t')))).empty());
}

TEST_CASE("a text is escaped as RFC 5545 3.3.11 says", "[ical][text]") {
    const auto summary = [](std::string title) {
        return value(written(titled(std::move(title))), "SUMMARY").substr(12);
    };
    CHECK(summary("a\\b") == "a\\\\b");
    CHECK(summary("a;b") == "a\\;b");
    CHECK(summary("a,b") == "a\\,b");
    CHECK(summary("a\nb") == "a\\nb");
    CHECK(summary("a\r\nb") == "a\\nb");
    CHECK(summary("a\rb") == "a\\nb");
    CHECK(summary("a\r\r\nb") == "a\\n\\nb");
    CHECK(summary("a\\nb") == "a\\\\nb");
    CHECK(summary("a: \"b\" ^n 'c'") == "a: \"b\" ^n 'c'");
    CHECK(summary("a\tb") == "a\tb");
    CHECK(summary("één € 😀") == "één € 😀");
}

TEST_CASE("control characters are left out", "[ical][text]") {
    const auto summary = [](std::string_view title) {
        return value(written(titled(std::string(title))), "SUMMARY").substr(12);
    };
    for (int c = 0; c < 0x20; ++c) {
        if (c == '\t' || c == '\n' || c == '\r') continue;
        CHECK(summary(std::string("a") + static_cast<char>(c) + "b") == "ab");
    }
    CHECK(summary("a\x7F"sv) == "a");
    CHECK(summary("a\xC2\x80\xC2\x9F\xC2\xA0z") == "a\xC2\xA0z");
    CHECK(summary("a\xC2\x85z\xE2\x80\xA8z\xE2\x80\xA9z\xE2\x80\xA7z") == "a\\nz\\nz\\nz\xE2\x80\xA7z");
    CHECK(summary("a\r") == "a\\n");
}

TEST_CASE("octets that are no UTF-8 show as U+FFFD and spoil nothing else", "[ical][text]") {
    const auto summary = [](std::string_view title) {
        return value(written(titled(std::string(title))), "SUMMARY").substr(12);
    };
    const std::string mark = "\xEF\xBF\xBD";
    CHECK(summary("a\xFFz") == "a" + mark + "z");
    CHECK(summary("a\x80z") == "a" + mark + "z");
    CHECK(summary("a\xC3") == "a" + mark);
    CHECK(summary("a\xC3z") == "a" + mark + "z");
    CHECK(summary("a\xC0\xAFz") == "a" + mark + mark + "z");
    CHECK(summary("a\xE0\x80\xAFz") == "a" + mark + mark + mark + "z");
    CHECK(summary("a\xED\xA0\x80z") == "a" + mark + mark + mark + "z");
    CHECK(summary("a\xF4\x90\x80\x80z") == "a" + mark + mark + mark + mark + "z");
    CHECK(summary("a\xF4\x8F\xBF\xBFz") == "a\xF4\x8F\xBF\xBFz");
    CHECK(summary("a\xEE\x80\x80z") == "a\xEE\x80\x80z");
    CHECK(summary("a\xF0\x9F\x98") == "a" + mark + mark + mark);
}

TEST_CASE("any octets at all give well-formed lines", "[ical][text]") {
    std::uint32_t random = 7;
    for (int round = 0; round < 3000; ++round) {
        std::string title;
        for (std::uint32_t i = next_random(random) % 300; i > 0; --i) {
            title.push_back(static_cast<char>(next_random(random) % 256));
        }
        auto odd = titled(title);
        odd.label = title.substr(0, 20);
        odd.code = title.substr(0, 7);
        odd.flags = {title, ""};
        odd.changed = title;
        const auto fault = fault_of_lines(written(odd));
        if (!fault.empty()) FAIL("round " << round << ": " << fault);
    }
}

}  // namespace ical_lines_test
