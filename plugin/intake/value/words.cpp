// SPDX-License-Identifier: EUPL-1.2
#include "intake/value/words.hpp"

#include "intake/text/text.hpp"
#include "json/characters.hpp"
#include "json/text.hpp"
#include "resources/resources.hpp"

namespace mvoi::intake {

json::Value word_rows(std::string_view name) {
    return json::parse(resources::file("words/" + std::string(name) + ".json")).list_or_empty("rows");
}

void refuse_word_row(const json::Value& row) {
    throw std::logic_error("schema/words/: a row that makes no sense: " + json::write(row));
}

Said said(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return Said::Nothing;
    constexpr std::size_t longest_phrase = 40;
    if (json::is_digit(text.front()) || text.size() > longest_phrase) return Said::Something;
    const std::string words = folded(text);
    // Signs and nothing else: "?", "-", "...".
    if (words.empty()) return Said::Unknown;
    static constexpr std::pair<std::string_view, Said> meanings[] = {{"nothing", Said::Nothing},
                                                                     {"unknown", Said::Unknown}};
    static const auto* blanks =  // kept for ever, as all words are: calls may come while the process ends
        new Words<Said>("blanks", [](const json::Value& row) { return meaning_among(meanings, row); });
    const Said* found = blanks->find(words);
    return found ? *found : Said::Something;
}

}  // namespace mvoi::intake
