// SPDX-License-Identifier: EUPL-1.2
#include "intake/value/lengths.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "domain/characters.hpp"
#include "intake/text/text.hpp"
#include "intake/value/words.hpp"

namespace mvoi::intake {
namespace {

using domain::is_digit;
using domain::contract::Notice;
using domain::contract::NoticeUnit;
using domain::contract::Renewal;

enum class LengthWord { Number, Unit, Times, Each };
struct LengthSense {
    LengthWord word = LengthWord::Number;
    Notice length;  // of a number, its count
};

const LengthSense* length_word(std::string_view word) {
    static constexpr std::pair<std::string_view, LengthSense> meanings[] = {
        {"number", {LengthWord::Number, {1, NoticeUnit::Months}}},
        {"days", {LengthWord::Unit, {1, NoticeUnit::Days}}},
        {"weeks", {LengthWord::Unit, {1, NoticeUnit::Weeks}}},
        {"months", {LengthWord::Unit, {1, NoticeUnit::Months}}},
        {"times", {LengthWord::Times, {}}},
        {"each", {LengthWord::Each, {}}}};
    static const auto* words = new Words<LengthSense>("lengths", [](const json::Value& row) {
        LengthSense sense = meaning_among(meanings, row);
        sense.length.count = static_cast<int>(row.integer_or("value", 0));
        return sense;
    });
    return words->find(word);
}

enum class RenewalWord { Tacit, Express, Indefinite, None, Yes, Renewal, Filler };

const RenewalWord* renewal_word(std::string_view word) {
    static constexpr std::pair<std::string_view, RenewalWord> meanings[] = {
        {"tacit", RenewalWord::Tacit},  {"express", RenewalWord::Express}, {"indefinite", RenewalWord::Indefinite},
        {"none", RenewalWord::None},    {"yes", RenewalWord::Yes},         {"renewal", RenewalWord::Renewal},
        {"filler", RenewalWord::Filler}};
    static const auto* words =
        new Words<RenewalWord>("renewals", [](const json::Value& row) { return meaning_among(meanings, row); });
    return words->find(word);
}

bool is_between_options(std::string_view word) {
    static const auto* words = new Codes("options");
    return !words->of(word).empty();
}

struct LengthToken {
    std::string word;  // empty: a number
    int number = 0;
};

// "½ jaar", "±3 maanden", "3 maanden?": letters and digits alone would say something else than the whole does.
bool says_more_than_words(std::string_view text) {
    const std::string_view inner = trimmed(text);
    if (inner.starts_with('-') || inner.starts_with('+')) return true;
    for (std::size_t at = inner.find('+'); at != std::string_view::npos; at = inner.find('+', at + 1))
        if (is_digit(inner[at - 1]) && (at + 1 == inner.size() || !is_digit(inner[at + 1]))) return true;  // "3+ jaar"
    if (inner.find_first_of("?~<>=_#%$^|!@\\*[]{}`") != std::string_view::npos) return true;
    if (inner.find("..") != std::string_view::npos) return true;
    for (std::size_t at = 0; at < inner.size();) {
        std::size_t end = at + 1;
        while (end < inner.size() && !domain::begins_character(inner[end])) ++end;
        const std::string_view character = inner.substr(at, end - at);
        const bool is_blank = character == "\u00A0" || character == "\u202F";
        if (character.size() > 1 && !is_blank && character != "×" && folded(character).empty()) return true;
        at = end;
    }
    return false;
}

// Numbers and words: "2x1 jaar" is 2, x, 1, jaar.
std::vector<LengthToken> length_tokens_of(std::string_view text) {
    constexpr int too_large = 100000;
    std::vector<LengthToken> tokens;
    if (says_more_than_words(text)) return {{"?", 0}};
    const std::string words = folded(text);
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
        const LengthSense* sense = length_word(word);
        if (digits)
            tokens.push_back({{}, word.size() > 4 ? too_large : std::stoi(word)});
        else if (sense && sense->word == LengthWord::Number)
            tokens.push_back({{}, sense->length.count});
        else
            tokens.push_back({word, 0});
    }
    return tokens;
}

struct Part {
    int times = 0;  // 0: not said
    Notice length;
};

// One "[N x] M unit" from this place on; nothing when there is none.
std::optional<Part> part_at(const std::vector<LengthToken>& tokens, std::size_t& at) {
    std::size_t i = at;
    Part part;
    const auto is_number = [&] { return i < tokens.size() && tokens[i].word.empty(); };
    const auto is = [&](LengthWord word, std::size_t place) {
        const LengthSense* sense = place < tokens.size() ? length_word(tokens[place].word) : nullptr;
        return sense && sense->word == word;
    };
    if (is_number() && is(LengthWord::Times, i + 1)) {
        part.times = tokens[i].number;
        i += 2;
        while (is(LengthWord::Each, i)) ++i;
    }
    const bool counted = is_number() || part.times > 0;
    const int count = is_number() ? tokens[i++].number : 1;
    if (!is(LengthWord::Unit, i)) return std::nullopt;
    const Notice unit = length_word(tokens[i].word)->length;
    // "Kwartaal" and "halfjaar" say how long; of "jaar" and "maanden" alone the number is missing.
    if (!counted && (unit.count == 1 || unit.count == 12)) return std::nullopt;
    part.length = {count * unit.count, unit.unit};
    at = i + 1;
    return part;
}

// "Nee", "geen verlenging"; of "nee, tenzij" nobody knows.
bool says_none(const std::vector<LengthToken>& tokens) {
    bool none = false;
    for (const LengthToken& token : tokens) {
        const RenewalWord* word = renewal_word(token.word);
        if (!word || (*word != RenewalWord::None && *word != RenewalWord::Renewal)) return false;
        none = none || *word == RenewalWord::None;
    }
    return none;
}

bool is_months(const Part& part) {
    return part.length.unit == NoticeUnit::Months && part.length.count >= 1 && part.length.count <= 480;
}

}  // namespace

std::optional<Notice> read_length(std::string_view text) {
    const auto tokens = length_tokens_of(text);
    std::size_t at = 0;
    const auto part = part_at(tokens, at);
    if (!part || part->times || at != tokens.size() || part->length.count > 1830) return std::nullopt;
    return part->length;
}

std::optional<int> read_months(std::string_view text) {
    const auto tokens = length_tokens_of(text);
    std::size_t at = 0;
    const auto part = part_at(tokens, at);
    if (!part || part->times || at != tokens.size() || !is_months(*part)) return std::nullopt;
    return part->length.count;
}

std::optional<RenewalReading> read_renewal(std::string_view text) {
    const auto tokens = length_tokens_of(text);
    RenewalReading reading;
    for (std::size_t at = 0; at < tokens.size();) {
        if (const auto part = part_at(tokens, at)) {
            if (!is_months(*part) || reading.months) return std::nullopt;
            reading.months = part->length.count;
            if (part->times) reading.times = part->times;
            continue;
        }
        const RenewalWord* word = renewal_word(tokens[at++].word);
        if (!word) return std::nullopt;
        if (*word == RenewalWord::Tacit || *word == RenewalWord::Express) {
            if (reading.kind) return std::nullopt;
            reading.kind = *word == RenewalWord::Tacit ? Renewal::Tacit : Renewal::Express;
        } else if (*word == RenewalWord::Indefinite) {
            reading.months = 0;
        } else if (*word == RenewalWord::None) {
            if (!says_none(tokens)) return std::nullopt;
            reading.kind = Renewal::None;
        } else if (*word == RenewalWord::Yes) {
            reading.yes = true;
        }
    }
    return reading;
}

bool is_no_renewal(std::string_view text) {
    return says_none(length_tokens_of(text));
}

bool names_tacit(std::string_view header) {
    const std::string words = folded(header);
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        const RenewalWord* word = renewal_word(std::string_view(words).substr(at, end - at));
        if (word && *word == RenewalWord::Tacit) return true;
        at = end + 1;
    }
    return false;
}

bool is_indefinite_time(std::string_view words) {
    for (const std::string_view each :
         {"onbepaalde tijd", "onbepaalde duur", "onbepaalde termijn", "onbepaalde periode"})
        if (words.find(each) != std::string_view::npos) return true;
    return words.starts_with("indefinite");
}

std::optional<std::vector<int>> read_options(std::string_view text) {
    const auto tokens = length_tokens_of(text);
    std::vector<int> options;
    for (std::size_t at = 0; at < tokens.size();) {
        if (is_between_options(tokens[at].word)) {
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

}  // namespace mvoi::intake
