// SPDX-License-Identifier: EUPL-1.2
#include "intake/value/names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "domain/characters.hpp"
#include "intake/text/text.hpp"
#include "intake/value/words.hpp"

namespace mvoi::intake {
namespace {

//   Whole   the whole cell, perhaps with something in brackets behind it
//   First   the cell begins with it, and does not end as the name of a firm
//   Person  the whole cell; where people are named, in front too
//   Form    the name of a firm ends with it
enum class NameWord { Whole, First, Person, Form };

const std::vector<std::string>& name_words(NameWord kind) {
    static const auto* lists = [] {
        static constexpr std::pair<std::string_view, NameWord> meanings[] = {{"whole", NameWord::Whole},
                                                                             {"first", NameWord::First},
                                                                             {"person", NameWord::Person},
                                                                             {"form", NameWord::Form}};
        auto* all = new std::array<std::vector<std::string>, std::size(meanings)>;  // kept for ever, as all words are
        const json::Value rows = word_rows("no-names");
        for (const json::Value& row : *rows.list())
            for (const json::Value& word : row.list_or_empty("words"))
                (*all)[static_cast<std::size_t>(meaning_among(meanings, row))].push_back(*word.text());
        return all;
    }();
    return (*lists)[static_cast<std::size_t>(kind)];
}

bool is_among(const std::string& words, NameWord kind) {
    const auto& list = name_words(kind);
    return std::find(list.begin(), list.end(), words) != list.end();
}

bool begins_with(const std::string& words, NameWord kind) {
    const auto& list = name_words(kind);
    return std::any_of(list.begin(), list.end(),
                       [&](const std::string& each) { return words == each || words.starts_with(each + " "); });
}

bool is_a_firm(const std::string& words) {
    const auto& list = name_words(NameWord::Form);
    return std::any_of(list.begin(), list.end(), [&](const std::string& each) { return words.ends_with(" " + each); });
}

// "Vacature (per 1 mei)" is "vacature".
std::string but_for_brackets(std::string_view text) {
    text = trimmed(text);
    const std::size_t open = text.ends_with(')') ? text.rfind('(') : std::string_view::npos;
    return folded(open == std::string_view::npos ? text : text.substr(0, open));
}

// "Zie-Ling Chen": the first word goes on.
bool begins_with_compound(std::string_view text) {
    text = trimmed(text);
    const std::size_t dash = text.find('-');
    return dash != std::string_view::npos && dash + 1 < text.size() && text[dash + 1] != ' ' &&
           folded(text.substr(0, dash)).find(' ') == std::string::npos;
}

bool says_nothing(const std::string& words) {
    const bool digits = std::all_of(words.begin(), words.end(), [](char c) { return c == ' ' || domain::is_digit(c); });
    return digits || (words.size() > 1 && words.find_first_not_of('x') == std::string::npos);
}

}  // namespace

bool is_no_name(std::string_view text, std::string_view header, bool of_person) {
    const std::string all = folded(text), words = but_for_brackets(text);
    if (all.empty()) return false;  // letters that nobody here compares
    if (all == folded(header) || says_nothing(all)) return true;
    for (const NameWord kind : {NameWord::Whole, NameWord::Person})
        if (is_among(all, kind) || is_among(words, kind)) return true;
    if (is_a_firm(all) || begins_with_compound(text)) return false;
    return begins_with(all, NameWord::First) || (of_person && begins_with(all, NameWord::Person));
}

}  // namespace mvoi::intake
