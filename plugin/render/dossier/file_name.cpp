// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/characters.hpp"
#include "render/dossier/index.hpp"

namespace mvoi::render {

namespace {

constexpr std::size_t longest_stem = 60;
constexpr std::size_t uuid_length = 36;

// Lower case is left out: with it "VS-1" and "vs-1" would be one file on some systems.
bool is_plain(char c) {
    return domain::is_digit(c) || domain::is_upper(c) || c == '-' || c == '_' || c == '.';
}

// As the names do that get a UUID behind them.
bool may_end_in_uuid(std::string_view text) {
    return text.size() > uuid_length && std::count(text.end() - uuid_length, text.end(), '-') >= 4;
}

bool is_name_as_it_is(std::string_view reference) {
    return !reference.empty() && reference.size() <= longest_stem &&
           std::all_of(reference.begin(), reference.end(), is_plain) &&
           reference.find("..") == std::string_view::npos && !may_end_in_uuid(reference);
}

// Letters and digits of ASCII, all between them one dash.
std::string stem_of(std::string_view reference) {
    std::string stem;
    for (const char c : reference) {
        if (stem.size() == longest_stem) break;
        if (domain::is_letter_or_digit(c)) {
            stem += c;
        } else if (!stem.empty() && stem.back() != '-') {
            stem += '-';
        }
    }
    if (!stem.empty() && stem.back() != '-') stem += '-';
    return stem;
}

}  // namespace

std::string dossier_file_name(std::string_view reference, std::string_view uuid) {
    std::string name = "dossier-";
    if (is_name_as_it_is(reference)) {
        name += reference;
    } else {
        name.append(stem_of(reference)).append(uuid);
    }
    return name + ".html";
}

}  // namespace mvoi::render
