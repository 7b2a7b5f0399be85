// SPDX-License-Identifier: EUPL-1.2
#include "intake/value/codes.hpp"

#include <algorithm>
#include <unordered_map>

#include "domain/characters.hpp"
#include "intake/text/text.hpp"
#include "intake/value/words.hpp"
#include "json/rules/rule_book.hpp"

namespace mvoi::intake {
namespace {

// Labels, codes and eForms codes of the vocabulary.
std::unordered_map<std::string, std::string> named_procedures() {
    std::unordered_map<std::string, std::string> all;
    for (const domain::Term& term : json::rule_book().rules.vocabulary("procedures")) {
        for (const std::string& name : {term.code, term.nl, term.en}) all.emplace(folded(name), term.code);
        if (!term.eforms.empty()) all.emplace(folded(term.eforms), term.code);
    }
    return all;
}

bool is_in(const std::vector<std::string>& codes, std::string_view code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// A piece between separators; true when it was a code, or was meant to be one. Words beside a code are its description;
// six or seven digits are a code gone wrong, such as one that lost its first 0 in a spreadsheet.
bool read_cpv_piece(std::string_view piece, CpvReading& reading) {
    constexpr std::size_t code_digits = 8;
    std::size_t digits = 0;
    while (digits < piece.size() && domain::is_digit(piece[digits])) ++digits;
    if (digits < code_digits - 2) return false;
    std::string_view rest = piece.substr(digits);
    if (rest.size() == 2 && rest[0] == '-' && domain::is_digit(rest[1])) rest = {};
    const bool numbers_only = rest.find_first_not_of("0123456789-.") == std::string_view::npos;
    if (digits == code_digits && (rest.empty() || !numbers_only)) {
        const std::string_view code = piece.substr(0, code_digits);
        if (!is_in(reading.codes, code)) reading.codes.emplace_back(code);
        return true;
    }
    if (numbers_only) reading.unreadable.emplace_back(piece);
    return numbers_only;
}

}  // namespace

// All words are kept for ever: calls may come while the process ends.
std::string_view read_kind(std::string_view text) {
    static const auto* kinds = new Codes("kinds");
    return kinds->of(folded(text));
}

std::string_view read_procedure(std::string_view text) {
    static const auto* named = new auto(named_procedures());
    static const auto* procedures = new Codes("procedures");
    const std::string name = folded(text);
    const auto found = named->find(name);
    return found == named->end() ? procedures->of(name) : std::string_view(found->second);
}

std::optional<int> read_ambition(std::string_view text) {
    static const auto* levels = new Codes("ambitions");
    const std::string_view level = levels->of(folded(text));
    return level.empty() ? std::nullopt : std::optional(level.front() - '0');
}

void read_cpv(std::string_view text, CpvReading& reading) {
    constexpr std::string_view separators = ",;|/ \t\r\n\xC2\xA0:()[]";
    bool anything = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = text.find_first_not_of(separators, at);
        if (start == std::string_view::npos) break;
        at = std::min(text.find_first_of(separators, start), text.size());
        if (read_cpv_piece(text.substr(start, at - start), reading)) anything = true;
    }
    if (!anything && content_of(text) == CellContent::Something) reading.unreadable.emplace_back(trimmed(text));
}

}  // namespace mvoi::intake
