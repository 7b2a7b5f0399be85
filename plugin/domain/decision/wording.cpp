// SPDX-License-Identifier: EUPL-1.2
// An explanation says something when a word is left after empty phrases, signs and repeated letters are taken away.
#include "domain/decision/wording.hpp"

#include <algorithm>

#include "domain/characters.hpp"

namespace mvoi::domain {
namespace {

// Takes one character from the front; an octet that is no UTF-8 is U+FFFD.
char32_t take(std::string_view& rest) {
    const Character character = character_at(rest, 0);
    rest.remove_prefix(character.length);
    return character.code;
}

struct Range {
    char32_t first;
    char32_t last;
};

template <std::size_t N>
bool within(const Range (&ranges)[N], char32_t character) {
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [&](const Range& range) { return range.first <= character && character <= range.last; });
}

// Unseen characters that part no words: apostrophes, soft hyphen, accents that stand apart, characters without width.
bool vanishes(char32_t character) {
    static constexpr Range ranges[] = {{'\'', '\''},     {0xAD, 0xAD},     {0x2BC, 0x2BC},   {0x300, 0x36F},
                                       {0x2018, 0x2019}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F},
                                       {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE0FFF}};
    return within(ranges, character);
}

// Blanks, punctuation, symbols and private characters beyond Latin Extended-A; everything else there is a letter.
bool parts(char32_t character) {
    static constexpr Range ranges[] = {
        {0x2B0, 0x2FF},   {0x37E, 0x37E},   {0x387, 0x387},     {0x589, 0x589},     {0x60C, 0x60C},   {0x61B, 0x61F},
        {0x1680, 0x1680}, {0x180E, 0x180E}, {0x2000, 0x206F},   {0x20A0, 0x2BFF},   {0x2E00, 0x2E7F}, {0x3000, 0x3004},
        {0x3008, 0x3030}, {0xE000, 0xF8FF}, {0xFE10, 0xFE6F},   {0xFF00, 0xFF0F},   {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40},
        {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF}, {0xF0000, 0x10FFFF}};
    return within(ranges, character);
}

// U+00C0 to U+017F without their accents; a star is more than one letter, a blank is none.
constexpr std::string_view plain_latin =
    "aaaaaa*ceeeeiiiidnooooo ouuuuy**aaaaaa*ceeeeiiiidnooooo ouuuuy*y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
    "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(plain_latin.size() == 0x180 - 0xC0);

std::string_view many_letters(char32_t character) {
    switch (character) {
        case 0xC6:
        case 0xE6:
            return "ae";
        case 0xDE:
        case 0xFE:
            return "th";
        case 0xDF:
        case 0x1E9E:
            return "ss";
        case 0x132:
        case 0x133:
            return "ij";
        case 0x152:
        case 0x153:
            return "oe";
        case 0xFB00:
            return "ff";
        case 0xFB01:
            return "fi";
        case 0xFB02:
            return "fl";
        case 0xFB03:
            return "ffi";
        case 0xFB04:
            return "ffl";
        case 0xFB05:
        case 0xFB06:
            return "st";
        default:
            return "";
    }
}

// Small digits, as in CO₂ and m².
std::optional<char> small_digit(char32_t character) {
    if (character == 0xB9) return '1';
    if (character == 0xB2 || character == 0xB3) return static_cast<char>('0' + (character - 0xB0));
    if (character == 0x2070 || (character >= 0x2074 && character <= 0x2079))
        return static_cast<char>('0' + (character - 0x2070));
    if (character >= 0x2080 && character <= 0x2089) return static_cast<char>('0' + (character - 0x2080));
    return std::nullopt;
}

// The letters and digits that stand for a character; none for a sign that parts words.
std::string letters_of(char32_t character, std::string_view octets) {
    if (character >= 'A' && character <= 'Z') return {static_cast<char>(character - 'A' + 'a')};
    if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) return std::string(octets);
    if (const auto digit = small_digit(character)) return {*digit};
    if (const std::string_view letters = many_letters(character); !letters.empty()) return std::string(letters);
    if (character == 0xAA) return "a";
    if (character == 0xBA) return "o";
    if (character == 0xB5) return std::string(octets);
    if (character < 0xC0) return "";
    if (character < 0x180) {
        const char letter = plain_latin[character - 0xC0];
        return letter == ' ' ? "" : std::string{letter};
    }
    return parts(character) ? "" : std::string(octets);
}

// Puts the words of a text together. A lone letter behind a lone letter and a dot joins it.
class Words {
  public:
    void letter(const std::string& letters) {
        if (letters_ == 0) open();
        words_.back() += letters;
        ++letters_;
    }
    void sign(char32_t character) {
        if (letters_ > 0) close();
        between_ += character == '.' ? 1 : 2;
    }
    std::vector<std::string> take() {
        if (letters_ > 0) close();
        return std::move(words_);
    }

  private:
    void open() {
        words_.emplace_back();
        between_before_ = between_;
        between_ = 0;
    }
    void close() {
        const bool lone = letters_ == 1 && !is_digit(words_.back().front());
        if (lone && lone_before_ && between_before_ == 1) {
            const std::string letter = std::move(words_.back());
            words_.pop_back();
            words_.back() += letter;
        }
        lone_before_ = lone;
        letters_ = 0;
    }

    std::vector<std::string> words_;
    int letters_ = 0;           // of the word that is open
    int between_ = 0;           // since the last word: 1 for a dot and nothing else
    int between_before_ = 0;    // the same, before the word that is open
    bool lone_before_ = false;  // the word before is a letter, or letters joined by dots
};

// True for a word with two different letters: not for "x", "xxx" and "2027".
bool is_wording(std::string_view word) {
    std::optional<char32_t> seen;
    while (!word.empty()) {
        const char32_t character = take(word);
        if (character >= '0' && character <= '9') continue;
        if (seen && *seen != character) return true;
        seen = character;
    }
    return false;
}

// The number of words of a phrase, when it stands at this place; 0 when it does not.
std::size_t stands_at(std::string_view phrase, const std::vector<std::string>& words, std::size_t place) {
    std::size_t count = 0;
    while (!phrase.empty()) {
        const std::string_view word = phrase.substr(0, phrase.find(' '));
        if (place + count == words.size() || words[place + count] != word) return 0;
        ++count;
        phrase.remove_prefix(std::min(word.size() + 1, phrase.size()));
    }
    return count;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
    Words words;
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t character = take(text);
        if (vanishes(character)) continue;
        const std::string letters = letters_of(character, before.substr(0, before.size() - text.size()));
        if (letters.empty())
            words.sign(character);
        else
            words.letter(letters);
    }
    return words.take();
}

std::string normalised(std::string_view text) {
    std::string line;
    for (const std::string& word : words_of(text)) line += (line.empty() ? "" : " ") + word;
    return line;
}

bool is_blacked_out(std::string_view text) {
    return text.starts_with(blacked_out_mark) && text.ends_with(']');
}

bool says_something(std::string_view text, const Vocabulary& empty_phrases) {
    const std::vector<std::string> words = words_of(text);
    if (std::none_of(words.begin(), words.end(), is_wording)) return false;
    // Places up to which everything is empty; whether the end is one of them is the question.
    std::vector<bool> empty_up_to(words.size() + 1);
    empty_up_to[0] = true;
    for (std::size_t place = 0; place < words.size(); ++place) {
        if (!empty_up_to[place]) continue;
        if (!is_wording(words[place])) empty_up_to[place + 1] = true;
        for (const Term& term : empty_phrases)
            for (const std::string* phrase : {&term.nl, &term.en})
                if (const std::size_t count = stands_at(*phrase, words, place)) empty_up_to[place + count] = true;
    }
    return !empty_up_to[words.size()];
}

}  // namespace mvoi::domain
