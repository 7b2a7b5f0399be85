// SPDX-License-Identifier: EUPL-1.2
#include "intake/table/header.hpp"

#include <algorithm>

#include "domain/characters.hpp"
#include "intake/text/text.hpp"
#include "intake/value/words.hpp"

namespace mvoi::intake {
namespace {

HeaderUnit header_unit_of(std::string_view words) {
    static constexpr std::pair<std::string_view, HeaderUnit> meanings[] = {
        {"days", HeaderUnit::Days},   {"weeks", HeaderUnit::Weeks}, {"months", HeaderUnit::Months},
        {"years", HeaderUnit::Years}, {"euros", HeaderUnit::Euros}, {"day", HeaderUnit::Day}};
    static const auto* units =  // kept for ever, as all words are: calls may come while the process ends
        new Words<HeaderUnit>("header-units", [](const json::Value& row) { return meaning_among(meanings, row); });
    const HeaderUnit* found = units->find(words);
    return found ? *found : HeaderUnit::None;
}

}  // namespace

Header read_header(std::string_view text) {
    Header header{tidy(text), folded(text), {}, HeaderUnit::None};
    header.subject = header.words;
    // The longest unit: "in maanden" before "maanden".
    for (std::size_t at = header.words.find(' '); at != std::string::npos; at = header.words.find(' ', at + 1)) {
        header.unit = header_unit_of(std::string_view(header.words).substr(at + 1));
        if (header.unit == HeaderUnit::None) continue;
        header.subject.resize(at);
        break;
    }
    return header;
}

std::string with_unit(std::string_view text, HeaderUnit unit) {
    std::string length = tidy(text);
    const bool bare = !length.empty() && std::all_of(length.begin(), length.end(), domain::is_digit);
    if (!bare) return length;
    switch (unit) {
        case HeaderUnit::Days:
            return length + " dagen";
        case HeaderUnit::Weeks:
            return length + " weken";
        case HeaderUnit::Months:
            return length + " maanden";
        case HeaderUnit::Years:
            return length + " jaar";
        case HeaderUnit::None:
        case HeaderUnit::Euros:
        case HeaderUnit::Day:
            break;
    }
    return length;
}

}  // namespace mvoi::intake
