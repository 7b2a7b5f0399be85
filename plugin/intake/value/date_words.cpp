// SPDX-License-Identifier: EUPL-1.2
// Dates with words in them, Dutch and English. Every word counts: one that is not known makes the date unreadable.
#include <algorithm>
#include <array>

#include "domain/characters.hpp"
#include "intake/value/date_forms.hpp"
#include "intake/value/words.hpp"

namespace mvoi::intake {
namespace {

enum class DateWord {
    Month,      // value is its number
    Ordinal,    // "derde"; value is its number
    Ending,     // "3e", "1st"
    Quarter,    //
    HalfYear,   //
    Half,       // "eerste half jaar", but "half 2027" is about July
    Part,       // "eind": some part of what follows
    Doubt,      // "ca."
    Until,      // "tot" only says a day together with "en met"
    Including,  //
    Filler
};
struct DateSense {
    DateWord word = DateWord::Filler;
    int value = 0;
};

const DateSense* sense_of(std::string_view word) {
    static constexpr std::pair<std::string_view, DateWord> meanings[] = {
        {"month", DateWord::Month},         {"ordinal", DateWord::Ordinal},    {"ending", DateWord::Ending},
        {"quarter", DateWord::Quarter},     {"half-year", DateWord::HalfYear}, {"half", DateWord::Half},
        {"part", DateWord::Part},           {"doubt", DateWord::Doubt},        {"until", DateWord::Until},
        {"including", DateWord::Including}, {"filler", DateWord::Filler}};
    static const auto* words = new Words<DateSense>("dates", [](const json::Value& row) {
        return DateSense{meaning_among(meanings, row), static_cast<int>(row.integer_or("value", 0))};
    });
    return words->find(word);
}

// The words of one date, as far as they were read.
struct Phrase {
    std::optional<int> year;
    std::optional<int> month;
    std::array<int, 2> small{};  // days, quarters, years of two digits
    std::size_t small_count = 0;
    std::size_t small_before_year = 0;
    char unit = '\0';  // 'Q' or 'H'
    bool part = false;
    bool understood = true;
    unsigned words = 0;  // a bit for each kind of word that is in it

    static constexpr unsigned bit(DateWord word) { return 1U << static_cast<unsigned>(word); }
    bool has(DateWord word) const { return (words & bit(word)) != 0; }
};

void take_number(Phrase& phrase, Number number) {
    if (number.digits == 4 && !phrase.year) {
        phrase.year = number.value;
        phrase.small_before_year = phrase.small_count;
    } else if (number.digits <= 2 && phrase.small_count < phrase.small.size()) {
        phrase.small[phrase.small_count++] = number.value;
    } else {
        phrase.understood = false;
    }
}

void take_unit(Phrase& phrase, char unit) {
    if (phrase.unit != '\0') phrase.understood = false;
    phrase.unit = unit;
}

void take_word(Phrase& phrase, const DateSense& sense) {
    if (sense.word == DateWord::Month) {
        if (phrase.month) phrase.understood = false;
        phrase.month = sense.value;
    }
    if (sense.word == DateWord::Ordinal) take_number(phrase, {sense.value, 1});
    if (sense.word == DateWord::Ending && phrase.small_count == 0) phrase.understood = false;
    if (sense.word == DateWord::Quarter) take_unit(phrase, 'Q');
    if (sense.word == DateWord::HalfYear) take_unit(phrase, 'H');
    phrase.words |= Phrase::bit(sense.word);
}

Phrase phrase_of(std::string_view text) {
    Phrase phrase;
    for (std::size_t at = 0; at < text.size() && phrase.understood;) {
        if (domain::is_digit(text[at])) {
            const Number number = number_at(text, at);
            take_number(phrase, number);
            at += number.digits;
            continue;
        }
        if (!domain::is_lower(text[at])) {
            if (text[at] != ' ') phrase.understood = false;
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && domain::is_lower(text[end])) ++end;
        const DateSense* sense = sense_of(text.substr(at, end - at));
        if (sense)
            take_word(phrase, *sense);
        else
            phrase.understood = false;
        at = end;
    }
    // "half 2027" is a part of the year; "1e half jaar 2027" names the half.
    const bool half = phrase.has(DateWord::Half);
    const bool names_half = half && phrase.unit == '\0' && phrase.small_count > 0 && !phrase.month;
    if (names_half) phrase.unit = 'H';
    phrase.part = phrase.has(DateWord::Part) || (half && !names_half);
    return phrase;
}

// "per 1-1-2027", "ca. 2027-03": numbers with a word before them.
DateReading read_numbers_of(const Phrase& phrase) {
    const int first = phrase.small[0];
    const int second = phrase.small[1];
    if (phrase.has(DateWord::Ordinal) || phrase.has(DateWord::Ending)) return refused_date(date_rule::unreadable);
    if (phrase.small_count == 1) return in_month(*phrase.year, first);
    if (phrase.small_before_year == 1) return refused_date(date_rule::unreadable);
    return phrase.small_before_year == 0 ? on_day(*phrase.year, first, second) : on_day(*phrase.year, second, first);
}

DateReading read_phrase(const Phrase& phrase) {
    // "tot 1 januari" may or may not hold that day.
    if (!phrase.understood || (phrase.has(DateWord::Until) && !phrase.has(DateWord::Including)))
        return refused_date(date_rule::unreadable);
    const bool named = phrase.month || phrase.unit != '\0';
    if (!phrase.year)
        return refused_date(named && phrase.small_count > 0 ? date_rule::year_missing : date_rule::unreadable);
    if (phrase.unit != '\0')
        return phrase.small_count == 1 && !phrase.month ? in_part(*phrase.year, phrase.unit, phrase.small[0])
                                                        : refused_date(date_rule::unreadable);
    if (!phrase.month) return phrase.small_count == 0 ? in_year(*phrase.year) : read_numbers_of(phrase);
    if (phrase.small_count > 1) return refused_date(date_rule::unreadable);
    return phrase.small_count == 0 ? in_month(*phrase.year, *phrase.month)
                                   : on_day(*phrase.year, *phrase.month, phrase.small[0]);
}

}  // namespace

DateReading read_date_words(std::string_view folded) {
    const Phrase phrase = phrase_of(folded);
    DateReading reading = read_phrase(phrase);
    reading.widened = phrase.part;
    if (phrase.part || phrase.has(DateWord::Doubt)) reading.date.certainty = domain::Certainty::Uncertain;
    return reading;
}

}  // namespace mvoi::intake
