// SPDX-License-Identifier: EUPL-1.2
// The words of schema/words/, as other people's lists are read by them.
#include <catch2/catch.hpp>
#include <set>

#include "domain/date.hpp"
#include "intake/text/text.hpp"
#include "intake/value/words.hpp"
#include "json/text.hpp"
#include "resources/resources.hpp"

namespace import_words_test {

using namespace mvoi;

TEST_CASE("words have a day and a source, are written as they are compared, and mean one thing", "[import]") {
    int files = 0;
    for (std::size_t i = 0; i < resources::file_count; ++i) {
        const std::string name(resources::files[i].name);
        if (!name.starts_with("words/")) continue;
        ++files;
        INFO(name);
        const json::Value document = json::parse(resources::files[i].content);
        CHECK(domain::parse_date(document.text_or("validFrom")));
        CHECK_FALSE(document.text_or("source").empty());
        const bool are_headers = name.starts_with("words/headers");
        const bool are_as_they_stand =
            name.starts_with("words/notice-") || name == "words/amounts.json" || name == "words/errors.json";
        std::set<std::string> known;
        for (const json::Value& row : document.list_or_empty("rows")) {
            const std::string means = intake::meaning_of(row);
            CHECK_FALSE(means.empty());
            CHECK_FALSE(row.list_or_empty("words").empty());
            for (const json::Value& word : row.list_or_empty("words")) {
                INFO(*word.text());
                CHECK(known.insert(are_headers ? means + ": " + *word.text() : *word.text()).second);
                CHECK((are_as_they_stand || intake::folded(*word.text()) == *word.text()));
            }
        }
    }
    CHECK(files == 21);
}

TEST_CASE("a file of words that makes no sense is a fault of the library", "[import]") {
    static constexpr std::pair<std::string_view, int> meanings[] = {{"one", 1}};
    json::Value row;
    row.add("means", "two");
    CHECK_THROWS_AS(intake::meaning_among(meanings, row), std::logic_error);
    CHECK_THROWS_AS(intake::word_rows("no-such-file"), std::logic_error);
}

}  // namespace import_words_test
