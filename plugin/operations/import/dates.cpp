// SPDX-License-Identifier: EUPL-1.2
// Dates as lists have them. Numbers alone are read by their shape; as soon as there is a letter, by their words.
#include <algorithm>
#include <array>

#include "operations/import/values.hpp"

namespace mvoi::operations::import {
namespace {

using domain::Certainty;
using domain::Date;
using domain::PlannedDate;
using domain::Precision;

constexpr std::string_view unreadable = "import.date-unreadable";
constexpr std::string_view year_missing = "import.date-year";
constexpr std::string_view serial = "import.date-serial";
constexpr std::string_view placeholder = "import.date-placeholder";

constexpr int last_year = 2199;  // of domain::parse_date
constexpr int most_years_ahead = 20;
constexpr int most_years_ahead_of_contract_end = 50;
constexpr int most_years_back = 50;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

struct Number {
    int value = 0;
    std::size_t digits = 0;
};

// The digits from here on; more than nine of them are no part of a date.
Number number_at(std::string_view text, std::size_t at) {
    Number number;
    for (; at < text.size() && is_digit(text[at]); ++at, ++number.digits)
        if (number.digits < 9) number.value = number.value * 10 + (text[at] - '0');
    return number;
}

DateReading refused(std::string_view rule) {
    DateReading reading;
    reading.rule = rule;
    return reading;
}

void append_padded(std::string& text, int value, int width) {
    const std::string digits = std::to_string(value);
    for (int missing = width - static_cast<int>(digits.size()); missing > 0; --missing) text.push_back('0');
    text.append(digits);
}

// The domain's own forms say what a day, month, quarter or year is; here they are only put together.
DateReading reading_of(const std::string& form, int year) {
    if (year > last_year) return refused(placeholder);
    const auto date = domain::parse_planned_date(form);
    if (!date) return refused(unreadable);
    DateReading reading;
    reading.date = *date;
    return reading;
}

DateReading on_day(int year, int month, int day) {
    std::string form;
    append_padded(form, year, 4);
    form.push_back('-');
    append_padded(form, month, 2);
    form.push_back('-');
    append_padded(form, day, 2);
    return reading_of(form, year);
}

DateReading in_month(int year, int month) {
    std::string form;
    append_padded(form, year, 4);
    form.push_back('-');
    append_padded(form, month, 2);
    return reading_of(form, year);
}

DateReading in_part(int year, char unit, int part) {
    std::string form;
    append_padded(form, year, 4);
    form.push_back('-');
    form.push_back(unit);
    append_padded(form, part, 1);
    return reading_of(form, year);
}

DateReading in_year(int year) {
    std::string form;
    append_padded(form, year, 4);
    return reading_of(form, year);
}

// ---- a time behind the date -----------------------------------------------------------------------------------------

// "2027-01-15T10:00:00.000+01:00", "31-12-2027 0:00": the time is dropped, for the register knows days. A tail with
// other letters, such as AM, is left: who writes AM may well write the month first.
std::string_view without_time(std::string_view text) {
    std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0) return text;
    std::size_t start = colon;
    while (start > 0 && is_digit(text[start - 1])) --start;
    if (start == 0 || start == colon || colon - start > 2) return text;
    std::string_view tail = text.substr(colon);
    for (const std::string_view word : {" uur", "Z", "z"})
        if (tail.ends_with(word)) tail.remove_suffix(word.size());
    const bool time = std::all_of(tail.begin(), tail.end(),
                                  [](char c) { return is_digit(c) || c == ':' || c == '.' || c == '+' || c == '-'; });
    const char before = text[start - 1];
    if (!time || (before != 'T' && before != 't' && before != ' ')) return text;
    std::string_view date = trimmed(text.substr(0, start - 1));
    if (date.ends_with(',')) date.remove_suffix(1);
    return date;
}

// "2021-03-11+01:00" and "2021-03-11Z" are days of XML Schema, which may have a zone.
std::string_view without_zone(std::string_view text) {
    constexpr std::size_t day = 10;
    if (text.size() == day + 1 && text.back() == 'Z') return text.substr(0, day);
    constexpr std::size_t zoned = day + 6;
    if (text.size() == zoned && text[4] == '-' && text[13] == ':' && (text[day] == '+' || text[day] == '-'))
        return text.substr(0, day);
    return text;
}

// ---- numbers alone --------------------------------------------------------------------------------------------------

struct Numbers {
    std::array<Number, 3> parts;
    std::size_t count = 0;
    char separator = '\0';
    bool well_formed = false;
};

// Up to three numbers with one and the same separator, which may have blanks around it.
Numbers numbers_in(std::string_view text) {
    Numbers numbers;
    std::size_t at = 0;
    while (at < text.size() && numbers.count < numbers.parts.size()) {
        const Number number = number_at(text, at);
        if (number.digits == 0) return numbers;
        numbers.parts[numbers.count++] = number;
        at += number.digits;
        if (at == text.size()) {
            numbers.well_formed = true;
            return numbers;
        }
        char separator = ' ';
        for (; at < text.size() && !is_digit(text[at]); ++at) {
            if (text[at] == ' ') continue;
            if (separator != ' ' || std::string_view("-/.").find(text[at]) == std::string_view::npos) return numbers;
            separator = text[at];
        }
        if (numbers.separator != '\0' && numbers.separator != separator) return numbers;
        numbers.separator = separator;
    }
    return numbers;
}

DateReading read_three(const Numbers& numbers) {
    const auto& [first, second, third] = numbers.parts;
    if (first.digits == 4 && second.digits <= 2 && third.digits <= 2)
        return on_day(first.value, second.value, third.value);
    if (first.digits > 2 || second.digits > 2) return refused(unreadable);
    if (third.digits == 4) return on_day(third.value, second.value, first.value);
    return refused(third.digits == 2 ? year_missing : unreadable);
}

DateReading read_two(const Numbers& numbers) {
    const auto& [first, second, unused] = numbers.parts;
    if (first.digits <= 2 && second.digits == 4) return in_month(second.value, first.value);
    if (first.digits == 4 && second.digits <= 2 && numbers.separator != '.') return in_month(first.value, second.value);
    if (first.digits == 5 && numbers.separator == '.') return refused(serial);
    return refused(first.digits <= 2 && second.digits <= 2 ? year_missing : unreadable);
}

DateReading read_one(const Number& number) {
    if (number.digits == 4) return in_year(number.value);
    if (number.digits == 5) return refused(serial);
    if (number.digits == 8) return on_day(number.value / 10000, number.value / 100 % 100, number.value % 100);
    return refused(number.digits <= 2 ? year_missing : unreadable);
}

DateReading read_numbers(std::string_view text) {
    const Numbers numbers = numbers_in(text);
    if (!numbers.well_formed) return refused(unreadable);
    if (numbers.count == 3) return read_three(numbers);
    return numbers.count == 2 ? read_two(numbers) : read_one(numbers.parts[0]);
}

// ---- words ----------------------------------------------------------------------------------------------------------

enum class Sense {
    Month,     // value is its number
    Ordinal,   // "derde"; value is its number
    Ending,    // "3e", "1st"
    Quarter,   //
    HalfYear,  //
    Half,      // "eerste half jaar", but "half 2027" is about July
    Part,      // "eind": some part of what follows
    Doubt,     // "ca."
    Until,     // "tot" only says a day together with "en met"
    Including,
    Filler
};
struct Word {
    std::string_view text;
    Sense sense;
    int value = 0;
};

// The words of dates, list of 2026-11-21; sorted.
constexpr std::array words{Word{"and", Sense::Including},
                           Word{"apr", Sense::Month, 4},
                           Word{"april", Sense::Month, 4},
                           Word{"aug", Sense::Month, 8},
                           Word{"august", Sense::Month, 8},
                           Word{"augustus", Sense::Month, 8},
                           Word{"autumn", Sense::Part},
                           Word{"begin", Sense::Part},
                           Word{"ca", Sense::Doubt},
                           Word{"circa", Sense::Doubt},
                           Word{"de", Sense::Filler},
                           Word{"dec", Sense::Month, 12},
                           Word{"december", Sense::Month, 12},
                           Word{"derde", Sense::Ordinal, 3},
                           Word{"di", Sense::Filler},
                           Word{"dinsdag", Sense::Filler},
                           Word{"do", Sense::Filler},
                           Word{"donderdag", Sense::Filler},
                           Word{"e", Sense::Ending},
                           Word{"early", Sense::Part},
                           Word{"eerste", Sense::Ordinal, 1},
                           Word{"eind", Sense::Part},
                           Word{"einde", Sense::Part},
                           Word{"en", Sense::Including},
                           Word{"end", Sense::Part},
                           Word{"feb", Sense::Month, 2},
                           Word{"febr", Sense::Month, 2},
                           Word{"februari", Sense::Month, 2},
                           Word{"february", Sense::Month, 2},
                           Word{"first", Sense::Ordinal, 1},
                           Word{"fourth", Sense::Ordinal, 4},
                           Word{"from", Sense::Filler},
                           Word{"h", Sense::HalfYear},
                           Word{"half", Sense::Half},
                           Word{"halfjaar", Sense::HalfYear},
                           Word{"helft", Sense::HalfYear},
                           Word{"herfst", Sense::Part},
                           Word{"het", Sense::Filler},
                           Word{"in", Sense::Filler},
                           Word{"ingaande", Sense::Filler},
                           Word{"ingang", Sense::Filler},
                           Word{"jaar", Sense::Filler},
                           Word{"jan", Sense::Month, 1},
                           Word{"januari", Sense::Month, 1},
                           Word{"january", Sense::Month, 1},
                           Word{"jul", Sense::Month, 7},
                           Word{"juli", Sense::Month, 7},
                           Word{"july", Sense::Month, 7},
                           Word{"jun", Sense::Month, 6},
                           Word{"june", Sense::Month, 6},
                           Word{"juni", Sense::Month, 6},
                           Word{"k", Sense::Quarter},
                           Word{"kw", Sense::Quarter},
                           Word{"kwart", Sense::Quarter},
                           Word{"kwartaal", Sense::Quarter},
                           Word{"late", Sense::Part},
                           Word{"lente", Sense::Part},
                           Word{"m", Sense::Including},
                           Word{"ma", Sense::Filler},
                           Word{"maandag", Sense::Filler},
                           Word{"maart", Sense::Month, 3},
                           Word{"mar", Sense::Month, 3},
                           Word{"march", Sense::Month, 3},
                           Word{"may", Sense::Month, 5},
                           Word{"medio", Sense::Part},
                           Word{"mei", Sense::Month, 5},
                           Word{"met", Sense::Including},
                           Word{"mid", Sense::Part},
                           Word{"mrt", Sense::Month, 3},
                           Word{"najaar", Sense::Part},
                           Word{"nov", Sense::Month, 11},
                           Word{"november", Sense::Month, 11},
                           Word{"oct", Sense::Month, 10},
                           Word{"october", Sense::Month, 10},
                           Word{"of", Sense::Filler},
                           Word{"okt", Sense::Month, 10},
                           Word{"oktober", Sense::Month, 10},
                           Word{"omstreeks", Sense::Doubt},
                           Word{"ongeveer", Sense::Doubt},
                           Word{"op", Sense::Filler},
                           Word{"per", Sense::Filler},
                           Word{"plm", Sense::Doubt},
                           Word{"q", Sense::Quarter},
                           Word{"quarter", Sense::Quarter},
                           Word{"rd", Sense::Ending},
                           Word{"second", Sense::Ordinal, 2},
                           Word{"sep", Sense::Month, 9},
                           Word{"sept", Sense::Month, 9},
                           Word{"september", Sense::Month, 9},
                           Word{"spring", Sense::Part},
                           Word{"st", Sense::Ending},
                           Word{"ste", Sense::Ending},
                           Word{"summer", Sense::Part},
                           Word{"t", Sense::Until},
                           Word{"th", Sense::Ending},
                           Word{"the", Sense::Filler},
                           Word{"third", Sense::Ordinal, 3},
                           Word{"tot", Sense::Until},
                           Word{"tweede", Sense::Ordinal, 2},
                           Word{"van", Sense::Filler},
                           Word{"vanaf", Sense::Filler},
                           Word{"verwacht", Sense::Doubt},
                           Word{"vierde", Sense::Ordinal, 4},
                           Word{"vooraf", Sense::Filler},
                           Word{"voorjaar", Sense::Part},
                           Word{"vr", Sense::Filler},
                           Word{"vrijdag", Sense::Filler},
                           Word{"wo", Sense::Filler},
                           Word{"woensdag", Sense::Filler},
                           Word{"year", Sense::Filler},
                           Word{"za", Sense::Filler},
                           Word{"zaterdag", Sense::Filler},
                           Word{"zo", Sense::Filler},
                           Word{"zomer", Sense::Part},
                           Word{"zondag", Sense::Filler}};
static_assert(std::is_sorted(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.text < b.text; }));

const Word* word_of(std::string_view text) {
    const auto found = std::lower_bound(words.begin(), words.end(), text,
                                        [](const Word& word, std::string_view wanted) { return word.text < wanted; });
    return found != words.end() && found->text == text ? &*found : nullptr;
}

// What the words of one date have said so far.
struct Phrase {
    std::optional<int> year;
    std::optional<int> month;
    std::array<int, 2> small{};  // days, quarters, years of two digits
    std::size_t small_count = 0;
    char unit = '\0';  // 'Q' or 'H'
    bool half = false;
    bool part = false;
    bool doubt = false;
    bool until = false;
    bool including = false;
    bool understood = true;
};

void take_number(Phrase& phrase, Number number) {
    if (number.digits == 4 && !phrase.year)
        phrase.year = number.value;
    else if (number.digits <= 2 && phrase.small_count < phrase.small.size())
        phrase.small[phrase.small_count++] = number.value;
    else
        phrase.understood = false;
}

void take_unit(Phrase& phrase, char unit) {
    if (phrase.unit != '\0') phrase.understood = false;
    phrase.unit = unit;
}

void take_word(Phrase& phrase, const Word& word) {
    switch (word.sense) {
        case Sense::Month:
            if (phrase.month) phrase.understood = false;
            phrase.month = word.value;
            break;
        case Sense::Ordinal:
            take_number(phrase, {word.value, 1});
            break;
        case Sense::Quarter:
            take_unit(phrase, 'Q');
            break;
        case Sense::HalfYear:
            take_unit(phrase, 'H');
            break;
        case Sense::Half:
            phrase.half = true;
            break;
        case Sense::Part:
            phrase.part = true;
            break;
        case Sense::Doubt:
            phrase.doubt = true;
            break;
        case Sense::Until:
            phrase.until = true;
            break;
        case Sense::Including:
            phrase.including = true;
            break;
        case Sense::Ending:
            if (phrase.small_count == 0) phrase.understood = false;
            break;
        case Sense::Filler:
            break;
    }
}

Phrase phrase_of(std::string_view text) {
    Phrase phrase;
    for (std::size_t at = 0; at < text.size() && phrase.understood;) {
        if (is_digit(text[at])) {
            const Number number = number_at(text, at);
            take_number(phrase, number);
            at += number.digits;
            continue;
        }
        if (!is_letter(text[at])) {
            if (text[at] != ' ') phrase.understood = false;
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_letter(text[end])) ++end;
        const Word* word = word_of(text.substr(at, end - at));
        if (word)
            take_word(phrase, *word);
        else
            phrase.understood = false;
        at = end;
    }
    // "half 2027" is a part of the year; "1e half jaar 2027" names the half.
    if (phrase.half && phrase.unit == '\0' && phrase.small_count > 0 && !phrase.month)
        phrase.unit = 'H';
    else if (phrase.half)
        phrase.part = true;
    return phrase;
}

DateReading read_phrase(const Phrase& phrase) {
    // "tot 1 januari" may or may not hold that day.
    if (!phrase.understood || (phrase.until && !phrase.including)) return refused(unreadable);
    const bool named = phrase.month || phrase.unit != '\0';
    if (!phrase.year) return refused(named && phrase.small_count > 0 ? year_missing : unreadable);
    if (phrase.unit != '\0')
        return phrase.small_count == 1 && !phrase.month ? in_part(*phrase.year, phrase.unit, phrase.small[0])
                                                        : refused(unreadable);
    if (phrase.small_count > 1 || (phrase.small_count == 1 && !phrase.month)) return refused(unreadable);
    if (!phrase.month) return in_year(*phrase.year);
    return phrase.small_count == 0 ? in_month(*phrase.year, *phrase.month)
                                   : on_day(*phrase.year, *phrase.month, phrase.small[0]);
}

// Signs of doubt around the date: "± 2027", "~03-2027", "2027 (?)".
std::string_view without_doubt(std::string_view text, bool& doubt) {
    constexpr std::string_view about = "\xC2\xB1";  // ±
    std::string_view rest = text;
    for (const std::string_view sign : {about, std::string_view("~")})
        if (rest.starts_with(sign)) rest = trimmed(rest.substr(sign.size()));
    for (const std::string_view sign : {"(?)", "?"})
        if (rest.ends_with(sign)) rest = trimmed(rest.substr(0, rest.size() - sign.size()));
    doubt = rest.size() != text.size();
    return rest;
}

}  // namespace

DateReading read_date(std::string_view text) {
    text = trimmed(text);
    if (said(text) != Said::Something) return {};
    bool doubt = false;
    text = without_zone(without_time(without_doubt(text, doubt)));
    const bool numbers = std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || std::string_view("-/. ").find(c) != std::string_view::npos;
    });
    DateReading reading;
    if (numbers) {
        reading = read_numbers(text);
    } else {
        const Phrase phrase = phrase_of(folded(text));
        reading = read_phrase(phrase);
        reading.widened = phrase.part;
        doubt = doubt || phrase.doubt || phrase.part;
    }
    if (doubt) reading.date.certainty = Certainty::Uncertain;
    return reading;
}

std::vector<DateInText> dates_in(std::string_view text) {
    std::vector<DateInText> found;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        const std::size_t start = at;
        while (at < text.size() && (is_digit(text[at]) || std::string_view("-/.").find(text[at]) != std::string_view::npos))
            ++at;
        std::string_view piece = text.substr(start, at - start);
        while (!is_digit(piece.back())) piece.remove_suffix(1);
        const Numbers numbers = numbers_in(piece);
        if (!numbers.well_formed || numbers.count != 3) continue;
        const DateReading reading = read_three(numbers);
        if (reading.rule.empty()) found.push_back({std::string(piece), *reading.date.first});
    }
    return found;
}

bool is_placeholder(Date day, Date base, bool is_contract_end) {
    const int ahead = is_contract_end ? most_years_ahead_of_contract_end : most_years_ahead;
    return day > base + boost::gregorian::years(ahead) || day < base - boost::gregorian::years(most_years_back);
}

bool is_far_ahead(Date day, Date base) { return day > base + boost::gregorian::years(most_years_ahead); }

}  // namespace mvoi::operations::import
