// SPDX-License-Identifier: EUPL-1.2
// Amounts as lists have them, to the cent and without floating point: money that is rounded is somebody else's money.
#include "intake/value/amounts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "domain/characters.hpp"
#include "intake/text/text.hpp"
#include "intake/value/words.hpp"
#include "json/text.hpp"

namespace mvoi::intake {
namespace {

using domain::is_digit;
using domain::is_lower;

constexpr std::string_view amount_unreadable = "import.value-unreadable";
constexpr std::string_view other_currency = "import.value-currency";
constexpr std::string_view with_vat = "import.value-with-vat";
constexpr std::string_view negative_amount = "import.value-negative";
constexpr std::string_view not_meant = "import.value-placeholder";

// ---- one number -----------------------------------------------------------------------------------------------------

// Whole euros times scale and up to two decimals; further decimals must be zeros, as databases write them.
std::optional<std::int64_t> cents_of(std::string_view euros, std::string_view decimals, std::int64_t scale) {
    std::int64_t cents = 0;
    for (const char c : euros) {
        if (!is_digit(c)) continue;  // separators of thousands, which were checked
        cents = cents * 10 + (c - '0');
        if (cents > max_cents) return std::nullopt;
    }
    for (std::size_t place = 0; place < 2; ++place)
        cents = cents * 10 + (place < decimals.size() ? decimals[place] - '0' : 0);
    for (const char c : decimals.substr(std::min<std::size_t>(2, decimals.size())))
        if (c != '0') return std::nullopt;
    if (cents > max_cents / scale) return std::nullopt;
    return cents * scale;
}

// "1.234.567": one to three digits that do not begin with 0, then groups of three.
bool is_grouped(std::string_view text, char separator) {
    const std::size_t first = text.find(separator);
    if (first == 0 || first > 3 || first == std::string_view::npos || text.front() == '0') return false;
    for (std::size_t at = first; at < text.size(); at += 4) {
        if (text[at] != separator || at + 4 > text.size()) return false;
        for (std::size_t i = 1; i < 4; ++i)
            if (!is_digit(text[at + i])) return false;
    }
    return true;
}

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_digit);
}

// Whole euros: digits, or groups of three with this separator, a blank or an apostrophe.
bool is_whole(std::string_view text, char separator) {
    if (text.empty()) return false;
    if (all_digits(text)) return true;
    return is_grouped(text, separator) || is_grouped(text, ' ') || is_grouped(text, '\'');
}

// A number with points and commas. With both, the last is the decimal one. With one, three digits behind it make it a
// separator of thousands ("1.234", "1,234"), since nobody writes money in tenths of a cent.
std::optional<std::int64_t> parse_number(std::string_view text, std::int64_t scale) {
    const std::size_t last = text.find_last_of(".,");
    if (last == std::string_view::npos) return is_whole(text, ' ') ? cents_of(text, {}, scale) : std::nullopt;
    const char decimal = text[last];
    const char thousands = decimal == '.' ? ',' : '.';
    const std::string_view whole = text.substr(0, last);
    const std::string_view decimals = text.substr(last + 1);
    const bool only_kind = text.find(thousands) == std::string_view::npos;
    if (only_kind && is_grouped(text, decimal)) {
        // "2.375 mln" may be both.
        return scale == 1 ? cents_of(text, {}, scale) : std::nullopt;
    }
    const bool fits = !decimals.empty() && all_digits(decimals) && is_whole(whole, thousands);
    return fits ? cents_of(whole, decimals, scale) : std::nullopt;
}

// ---- what stands around it ------------------------------------------------------------------------------------------

// Lower-case ASCII, with one sign for each of the signs that mean the same.
std::string plain(std::string_view text) {
    static constexpr std::pair<std::string_view, std::string_view> signs[] = {
        {"\xE2\x82\xAC", " "},     // €
        {"\xC2\xA0", " "},         // no-break blank
        {"\xE2\x80\xAF", " "},     // narrow no-break blank
        {"\xE2\x80\x89", " "},     // thin blank
        {"\xE2\x80\x99", "'"},     // ’
        {"\xE2\x80\x93", "-"},     // –
        {"\xE2\x80\x94", "-"},     // —
        {"\xE2\x88\x92", "-"},     // −
        {"\xE2\x89\xA4", "<"},     // ≤
        {"\xE2\x89\xA5", ">"},     // ≥
        {"\xC2\xB1", " ca "},      // ±
        {"\xE2\x89\x88", " ca "},  // ≈
        {"+/-", " ca "},
        {"+-", " ca "},
        {"\xC2\xA3", " gbp "},  // £
        {"<=", "<"},
        {">=", ">"},
        {"$", " usd "},
        {"~", " ca "}};
    std::string out;
    while (!text.empty()) {
        const char c = text.front();
        if (!domain::is_ascii(c) || std::string_view("<>$~+").find(c) != std::string_view::npos) {
            const auto sign = std::find_if(std::begin(signs), std::end(signs),
                                           [&](const auto& each) { return text.starts_with(each.first); });
            if (sign != std::end(signs)) {
                out.append(sign->second);
                text.remove_prefix(sign->first.size());
                continue;
            }
        }
        const bool control = static_cast<unsigned char>(c) < 0x20;
        out.push_back(control ? ' ' : domain::to_lower(c));
        text.remove_prefix(1);
    }
    return out;
}

enum class AmountWord {
    Number,
    To,
    From,
    Up,
    Including,
    Without,
    With,
    Vat,
    Currency,
    Million,
    About,
    Filler,
    Unknown
};

AmountWord word_of(std::string_view text) {
    static constexpr std::pair<std::string_view, AmountWord> meanings[] = {
        {"to", AmountWord::To},       {"from", AmountWord::From},         {"up", AmountWord::Up},
        {"with", AmountWord::With},   {"without", AmountWord::Without},   {"including", AmountWord::Including},
        {"vat", AmountWord::Vat},     {"currency", AmountWord::Currency}, {"million", AmountWord::Million},
        {"about", AmountWord::About}, {"filler", AmountWord::Filler}};
    static const auto* words =
        new Words<AmountWord>("amounts", [](const json::Value& row) { return meaning_among(meanings, row); });
    const AmountWord* found = words->find(text);
    return found ? *found : AmountWord::Unknown;
}

struct AmountToken {
    AmountWord word = AmountWord::Unknown;
    std::string_view text;  // of a number
    bool scaled = false;
};

// Digits with their points, commas, apostrophes, and blanks that stand before three digits.
std::size_t number_length(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const char c = text[at];
        const bool group_follows = at + 3 < text.size() && is_digit(text[at + 1]) && is_digit(text[at + 2]) &&
                                   is_digit(text[at + 3]) && (at + 4 == text.size() || !is_digit(text[at + 4]));
        if (is_digit(c) || c == '.' || c == ',' || (group_follows && (c == ' ' || c == '\'')))
            ++at;
        else
            break;
    }
    return at;
}

// The dashes of "1.500,-", "1.500,--" and "1.500,=" stand for no cents.
std::size_t dashes_length(std::string_view text) {
    return std::min(text.find_first_not_of("-="), text.size());
}

std::vector<AmountToken> amount_tokens_of(std::string_view text) {
    std::vector<AmountToken> tokens;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        std::size_t length = 1;
        if (is_digit(c)) {
            length = number_length(text.substr(at));
            std::string_view number = text.substr(at, length);
            if (number.back() == ',' || number.back() == '.') {
                number.remove_suffix(1);
                length += dashes_length(text.substr(at + length));
            }
            tokens.push_back({AmountWord::Number, number});
        } else if (is_lower(c)) {
            while (at + length < text.size() && is_lower(text[at + length])) ++length;
            tokens.push_back({word_of(text.substr(at, length)), {}});
        } else if (c != ' ' && c != '.' && c != '(' && c != ')') {
            tokens.push_back({word_of(text.substr(at, 1)), {}});
        }
        at += length;
    }
    return tokens;
}

// ---- the sentence ---------------------------------------------------------------------------------------------------

AmountReading refused_amount(std::string_view rule) {
    return {std::nullopt, std::nullopt, rule};
}

// Drops what says nothing about the amount; false with the rule when something does that cannot be kept.
bool reduce(std::vector<AmountToken>& tokens, std::string_view& rule) {
    std::vector<AmountToken> kept;
    bool vat_is_in = false;
    for (const AmountToken& token : tokens) {
        if (token.word == AmountWord::Unknown) rule = amount_unreadable;
        if (token.word == AmountWord::Currency && rule.empty()) rule = other_currency;
        vat_is_in = vat_is_in || token.word == AmountWord::With;
        if (token.word == AmountWord::Million) {
            if (kept.empty() || kept.back().word != AmountWord::Number || kept.back().scaled) rule = amount_unreadable;
            if (!kept.empty()) kept.back().scaled = true;
        } else if (token.word == AmountWord::Number || token.word == AmountWord::To || token.word == AmountWord::From ||
                   token.word == AmountWord::Up || token.word == AmountWord::Including) {
            kept.push_back(token);
        }
    }
    if (rule.empty() && vat_is_in) rule = with_vat;
    tokens = std::move(kept);
    return rule.empty();
}

// "t/m", "tot en met" and "en <" are one To; the "en" of "tussen 1 en 2" is To as well.
void join_words(std::vector<AmountToken>& tokens) {
    std::vector<AmountToken> joined;
    for (AmountToken token : tokens) {
        if (token.word == AmountWord::Including) token.word = AmountWord::To;
        const bool again = token.word == AmountWord::To && !joined.empty() && joined.back().word == AmountWord::To;
        if (!again) joined.push_back(token);
    }
    tokens = std::move(joined);
}

std::string shape_of(const std::vector<AmountToken>& tokens) {
    std::string shape;
    for (const AmountToken& token : tokens)
        shape.push_back(token.word == AmountWord::Number ? 'n'
                        : token.word == AmountWord::To   ? 't'
                        : token.word == AmountWord::Up   ? 'u'
                                                         : 'f');
    return shape;
}

std::optional<std::int64_t> cents_of(const AmountToken& token) {
    return parse_number(token.text, token.scaled ? 1'000'000 : 1);
}

AmountReading one(const AmountToken& token) {
    const auto cents = cents_of(token);
    if (!cents) return refused_amount(amount_unreadable);
    return {cents, cents, is_placeholder(*cents) ? not_meant : std::string_view()};
}

AmountReading band(const AmountToken& from, const AmountToken& to) {
    const auto low = cents_of(from);
    const auto high = cents_of(to);
    // "1 - 2 mln" says that both are millions, but does not say it.
    if (!low || !high || *low > *high || from.scaled != to.scaled) return refused_amount(amount_unreadable);
    return {low, high, *low == *high && is_placeholder(*low) ? not_meant : std::string_view()};
}

// "-100.000", "(100.000)" as bookkeepers write it, and "100.000-" as their programs do.
bool is_negative(std::string_view line) {
    line = trimmed(line);
    if (line.empty()) return false;
    const bool bracketed = line.front() == '(' && line.back() == ')' && line.find(')') + 1 == line.size();
    const bool behind = line.back() == '-' && line.size() > 1 && is_digit(line[line.size() - 2]);
    return line.front() == '-' || bracketed || behind;
}

AmountReading amount_in(std::vector<AmountToken> tokens, std::string_view line) {
    std::string_view rule;
    if (!reduce(tokens, rule)) return refused_amount(rule);
    join_words(tokens);
    const std::string shape = shape_of(tokens);
    if (is_negative(line)) return refused_amount(shape == "n" || shape == "tn" ? negative_amount : amount_unreadable);
    if (shape == "n") return one(tokens[0]);
    if (shape == "ntn") return band(tokens[0], tokens[2]);
    if (shape == "fntn" || shape == "untn") return band(tokens[1], tokens[3]);
    if (shape == "tn") {
        const auto cents = cents_of(tokens[1]);
        if (cents) return {std::nullopt, cents, {}};
    }
    if (shape == "un" || shape == "fn") {
        const auto cents = cents_of(tokens[1]);
        if (cents) return {cents, std::nullopt, {}};
    }
    return refused_amount(amount_unreadable);
}

}  // namespace

AmountReading read_amount(std::string_view text) {
    text = trimmed(text);
    if (text.size() > 100) return refused_amount(amount_unreadable);
    const std::string line = plain(text);
    std::vector<AmountToken> tokens = amount_tokens_of(line);
    const bool approximate = std::any_of(tokens.begin(), tokens.end(),
                                         [](const AmountToken& each) { return each.word == AmountWord::About; });
    AmountReading reading = amount_in(std::move(tokens), line);
    reading.approximate = approximate && reading.rule.empty();
    return reading;
}

AmountMarks marks_in(std::string_view text) {
    AmountMarks marks;
    const std::string line = plain(trimmed(text));
    for (const AmountToken& token : amount_tokens_of(line)) {
        const std::size_t last = token.text.find_last_of(".,");
        if (token.word != AmountWord::Number || last == std::string_view::npos || !parse_number(token.text, 1))
            continue;
        MarkUse& mine = token.text[last] == '.' ? marks.point : marks.comma;
        MarkUse& other = token.text[last] == '.' ? marks.comma : marks.point;
        if (!is_grouped(token.text, token.text[last])) {
            mine.decimal = true;
            other.thousands = other.thousands || token.text.find(token.text[last] == '.' ? ',' : '.') < last;
        } else if (token.text.find(token.text[last]) < last) {
            mine.thousands = true;
        } else {
            mine.either = true;
        }
    }
    return marks;
}

std::optional<std::int64_t> cents_of(const json::Value& number) {
    if (const std::int64_t* euros = number.integer()) {
        if (*euros < 0 || *euros > max_cents / 100) return std::nullopt;
        return *euros * 100;
    }
    const double* euros = number.decimal();
    if (!euros || !std::isfinite(*euros) || *euros < 0 || *euros > static_cast<double>(max_cents) / 100)
        return std::nullopt;
    // The shortest digits that mean this number are the ones that were in the file.
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *euros, std::chars_format::fixed);
    if (end.ec != std::errc()) return std::nullopt;
    const std::string_view written(digits.data(), static_cast<std::size_t>(end.ptr - digits.data()));
    const std::size_t point = std::min(written.find('.'), written.size());
    return cents_of(written.substr(0, point), written.substr(std::min(point + 1, written.size())), 1);
}

std::string amount_text(const json::Value& number) {
    std::array<char, 400> digits{};
    std::to_chars_result end{digits.data(), std::errc::invalid_argument};
    if (const std::int64_t* whole = number.integer())
        end = std::to_chars(digits.data(), digits.data() + digits.size(), *whole);
    else if (const double* decimal = number.decimal(); decimal && std::isfinite(*decimal))
        end = std::to_chars(digits.data(), digits.data() + digits.size(), *decimal, std::chars_format::fixed);
    if (end.ec != std::errc()) return json::write(number);
    std::string text(digits.data(), end.ptr);
    const std::size_t point = std::min(text.find('.'), text.size());
    if (point < text.size()) text[point] = ',';
    for (std::size_t at = point; at > 3 + (text.front() == '-' ? 1U : 0U); at -= 3) text.insert(at - 3, 1, '.');
    return text;
}

bool is_placeholder(std::int64_t cents) {
    return cents <= 100;
}

}  // namespace mvoi::intake
