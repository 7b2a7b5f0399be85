// SPDX-License-Identifier: EUPL-1.2
// The words of schema/words/, by what they mean. One without sense throws std::logic_error: a fault of the library.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "json/value.hpp"

namespace mvoi::intake {

// "words/NAME.json".
json::Value word_rows(std::string_view name);
[[noreturn]] void refuse_word_row(const json::Value& row);

template <typename Meaning>
class Words {
  public:
    // Of every row, what its words mean.
    template <typename Read>
    Words(std::string_view name, Read read) {
        const json::Value rows = word_rows(name);
        for (const json::Value& row : *rows.list()) {
            const Meaning meaning = read(row);
            for (const json::Value& word : row.list_or_empty("words"))
                if (!meanings_.emplace(*word.text(), meaning).second) refuse_word_row(row);
        }
    }

    // nullptr: the word is not known.
    const Meaning* find(std::string_view word) const {
        const auto found = meanings_.find(word);
        return found == meanings_.end() ? nullptr : &found->second;
    }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::unordered_map<std::string, Meaning, Hash, std::equal_to<>> meanings_;
};

// The code of a row itself.
inline std::string meaning_of(const json::Value& row) {
    return row.text_or("means");
}

// The one of these that the row has as its code.
template <typename Meaning, std::size_t count>
Meaning meaning_among(const std::pair<std::string_view, Meaning> (&meanings)[count], const json::Value& row) {
    const std::string code = meaning_of(row);
    for (const auto& [name, meaning] : meanings)
        if (name == code) return meaning;
    refuse_word_row(row);
}

// Words that mean a code.
class Codes {
  public:
    explicit Codes(std::string_view name) : words_(name, meaning_of) {}
    // Empty: the word is not known.
    std::string_view of(std::string_view word) const {
        const std::string* code = words_.find(word);
        return code ? std::string_view(*code) : std::string_view();
    }

  private:
    Words<std::string> words_;
};

// The content of a cell before anybody looks at its type.
// "n.v.t." is Nothing, "n.t.b." is Unknown, "#N/A" and a formula that nobody worked out are Error.
enum class CellContent { Something, Nothing, Unknown, Error };
CellContent content_of(std::string_view text);

}  // namespace mvoi::intake
