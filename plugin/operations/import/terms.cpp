// SPDX-License-Identifier: EUPL-1.2
#include "operations/import/terms.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "operations/import/values.hpp"

namespace mvoi::operations::import {
namespace {

using domain::contract::Notice;
using domain::contract::NoticeUnit;
using domain::contract::Renewal;

struct Token {
    std::string word;  // empty: a number
    int number = 0;
};

constexpr std::array<std::pair<std::string_view, int>, 14> numbers{{{"een", 1},
                                                                    {"one", 1},
                                                                    {"twee", 2},
                                                                    {"two", 2},
                                                                    {"drie", 3},
                                                                    {"three", 3},
                                                                    {"vier", 4},
                                                                    {"four", 4},
                                                                    {"vijf", 5},
                                                                    {"zes", 6},
                                                                    {"six", 6},
                                                                    {"negen", 9},
                                                                    {"twaalf", 12},
                                                                    {"twelve", 12}}};

// Numbers and words: "2x1 jaar" is 2, x, 1, jaar.
std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    const std::string words = folded(text);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = 0; at < words.size();) {
        if (words[at] == ' ') {
            ++at;
            continue;
        }
        const bool digits = is_digit(words[at]);
        std::size_t end = at;
        while (end < words.size() && words[end] != ' ' && is_digit(words[end]) == digits) ++end;
        const std::string word = words.substr(at, end - at);
        at = end;
        const auto said =
            std::find_if(numbers.begin(), numbers.end(), [&](const auto& each) { return each.first == word; });
        if (digits)
            tokens.push_back({{}, word.size() > 4 ? 100000 : std::stoi(word)});
        else if (said != numbers.end())
            tokens.push_back({{}, said->second});
        else
            tokens.push_back({word, 0});
    }
    return tokens;
}

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> all) {
    return std::find(all.begin(), all.end(), word) != all.end();
}

// A unit as so many of a smaller one; {0, ...} when the word is none.
Notice unit_of(const std::string& word) {
    if (is_one_of(word, {"dag", "dagen", "dgn", "d", "day", "days", "kalenderdagen"})) return {1, NoticeUnit::Days};
    if (is_one_of(word, {"week", "weken", "wk", "wkn", "weeks"})) return {1, NoticeUnit::Weeks};
    if (is_one_of(word, {"maand", "maanden", "mnd", "mnden", "mdn", "m", "month", "months", "kalendermaanden"}))
        return {1, NoticeUnit::Months};
    if (is_one_of(word, {"kwartaal", "kwartalen", "quarter", "quarters"})) return {3, NoticeUnit::Months};
    if (is_one_of(word, {"halfjaar"})) return {6, NoticeUnit::Months};
    if (is_one_of(word, {"jaar", "jaren", "jr", "year", "years"})) return {12, NoticeUnit::Months};
    return {0, NoticeUnit::Months};
}

struct Part {
    int times = 0;  // 0: not said
    Notice length;
};

// One "[N x] M unit" from this place on; nothing when there is none.
std::optional<Part> part_at(const std::vector<Token>& tokens, std::size_t& at) {
    std::size_t i = at;
    Part part;
    const auto is_number = [&](std::size_t index) { return index < tokens.size() && tokens[index].word.empty(); };
    if (is_number(i) && i + 1 < tokens.size() &&
        is_one_of(tokens[i + 1].word, {"x", "keer", "maal", "times", "optie", "opties"})) {
        part.times = tokens[i].number;
        i += 2;
        while (i < tokens.size() && is_one_of(tokens[i].word, {"van", "of", "telkens"})) ++i;
    }
    int count = 1;
    if (is_number(i)) count = tokens[i++].number;
    if (i >= tokens.size()) return std::nullopt;
    const Notice unit = unit_of(tokens[i].word);
    if (unit.count == 0) return std::nullopt;
    part.length = {count * unit.count, unit.unit};
    at = i + 1;
    return part;
}

bool is_months(const Part& part) {
    return part.length.unit == NoticeUnit::Months && part.length.count >= 1 && part.length.count <= 480;
}

std::optional<Renewal> kind_in(const std::string& word) {
    if (is_one_of(word, {"stilzwijgend", "stilzwijgende", "automatisch", "automatische", "tacit", "automatic", "auto"}))
        return Renewal::Tacit;
    if (is_one_of(word, {"uitdrukkelijk", "uitdrukkelijke", "expliciet", "schriftelijk", "express", "explicit"}))
        return Renewal::Express;
    return std::nullopt;
}

}  // namespace

std::optional<Notice> read_length(std::string_view text) {
    const auto tokens = tokens_of(text);
    std::size_t at = 0;
    const auto part = part_at(tokens, at);
    if (!part || part->times || at != tokens.size() || part->length.count > 1830) return std::nullopt;
    return part->length;
}

std::optional<int> read_months(std::string_view text) {
    const auto tokens = tokens_of(text);
    if (tokens.size() == 1 && tokens[0].word.empty() && tokens[0].number >= 1 && tokens[0].number <= 480)
        return tokens[0].number;
    std::size_t at = 0;
    const auto part = part_at(tokens, at);
    if (!part || part->times || at != tokens.size() || !is_months(*part)) return std::nullopt;
    return part->length.count;
}

std::optional<RenewalReading> read_renewal(std::string_view text) {
    const auto tokens = tokens_of(text);
    RenewalReading reading;
    for (std::size_t at = 0; at < tokens.size();) {
        if (const auto part = part_at(tokens, at)) {
            if (!is_months(*part) || reading.months) return std::nullopt;
            reading.months = part->length.count;
            if (part->times) reading.times = part->times;
            continue;
        }
        const std::string& word = tokens[at++].word;
        if (const auto kind = kind_in(word)) {
            if (reading.kind) return std::nullopt;
            reading.kind = kind;
        } else if (word == "onbepaalde" || word == "onbepaald" || word == "indefinite") {
            reading.months = 0;
        } else if (is_one_of(word, {"geen", "nee", "none", "no"}) && tokens.size() == 1) {
            reading.kind = Renewal::None;
        } else if (!is_one_of(word, {"verlenging", "verlengd", "verlengen", "met", "voor", "steeds", "telkens", "per",
                                     "tijd", "renewal", "by", "time", "wordt", "na", "afloop"})) {
            return std::nullopt;
        }
    }
    return reading;
}

std::optional<std::vector<int>> read_options(std::string_view text) {
    const auto tokens = tokens_of(text);
    std::vector<int> options;
    for (std::size_t at = 0; at < tokens.size();) {
        if (is_one_of(tokens[at].word, {"en", "plus", "and", "optie", "opties", "option", "options", "verlenging"})) {
            ++at;
            continue;
        }
        const auto part = part_at(tokens, at);
        if (!part || !is_months(*part)) return std::nullopt;
        for (int i = 0; i < std::max(1, part->times); ++i) options.push_back(part->length.count);
        if (options.size() > 20) return std::nullopt;
    }
    return options;
}

}  // namespace mvoi::operations::import
