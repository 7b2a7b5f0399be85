// SPDX-License-Identifier: EUPL-1.2
#include "intake/value/words.hpp"

#include "domain/characters.hpp"
#include "intake/text/text.hpp"
#include "json/text.hpp"
#include "resources/resources.hpp"

namespace mvoi::intake {

json::Value word_rows(std::string_view name) {
    return json::parse(resources::file("words/" + std::string(name) + ".json")).list_or_empty("rows");
}

void refuse_word_row(const json::Value& row) {
    throw std::logic_error("schema/words/: a row that makes no sense: " + json::write(row));
}

namespace {

constexpr std::size_t longest_phrase = 40;

// "#N/A", "#VERW!", "#####", "=VERT.ZOEKEN(A2;B:C;2)".
bool is_error(std::string_view text) {
    if (text.front() == '=')
        return text.size() > 1 && (domain::is_letter_or_digit(text[1]) || text[1] == '+' || text[1] == '-');
    if (text.front() != '#' || text.size() > longest_phrase) return false;
    if (text.size() > 1 && text.find_first_not_of('#') == std::string_view::npos) return true;
    static const auto* errors = new Codes("errors");  // kept for ever, as all words are
    std::string upper(text);
    for (char& c : upper)
        if (domain::is_lower(c)) c = static_cast<char>(c - 'a' + 'A');
    return !errors->of(upper).empty();
}

}  // namespace

CellContent content_of(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return CellContent::Nothing;
    if (is_error(text)) return CellContent::Error;
    if (domain::is_digit(text.front()) || text.size() > longest_phrase) return CellContent::Something;
    const std::string words = folded(text);
    // Signs and nothing else: "?", "-", "...".
    if (words.empty()) return CellContent::Unknown;
    static constexpr std::pair<std::string_view, CellContent> meanings[] = {{"nothing", CellContent::Nothing},
                                                                            {"unknown", CellContent::Unknown}};
    static const auto* blanks =  // kept for ever, as all words are: calls may come while the process ends
        new Words<CellContent>("blanks", [](const json::Value& row) { return meaning_among(meanings, row); });
    const CellContent* found = blanks->find(words);
    return found ? *found : CellContent::Something;
}

}  // namespace mvoi::intake
