// SPDX-License-Identifier: EUPL-1.2
// Dates with words in them, Dutch and English. Every word counts: one that is not known makes the date unreadable.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "operations/import/date_forms.hpp"

namespace mvoi::operations::import {
namespace {

enum class Sense {
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
struct Words {
    Sense sense;
    int value;
    std::string_view words;
};

// List of 2026-11-21. Winter is not in it: it lies in two years.
constexpr Words table[] = {
    {Sense::Month, 1, "jan januari january"},
    {Sense::Month, 2, "feb febr februari february"},
    {Sense::Month, 3, "mrt maart mar march"},
    {Sense::Month, 4, "apr april"},
    {Sense::Month, 5, "mei may"},
    {Sense::Month, 6, "jun juni june"},
    {Sense::Month, 7, "jul juli july"},
    {Sense::Month, 8, "aug augustus august"},
    {Sense::Month, 9, "sep sept september"},
    {Sense::Month, 10, "okt oktober oct october"},
    {Sense::Month, 11, "nov november"},
    {Sense::Month, 12, "dec december"},
    {Sense::Ordinal, 1, "eerste first"},
    {Sense::Ordinal, 2, "tweede second"},
    {Sense::Ordinal, 3, "derde third"},
    {Sense::Ordinal, 4, "vierde fourth"},
    {Sense::Ending, 0, "e ste st nd rd th"},
    {Sense::Quarter, 0, "q k kw kwart kwartaal quarter"},
    {Sense::HalfYear, 0, "h halfjaar helft"},
    {Sense::Half, 0, "half"},
    {Sense::Part, 0, "begin medio eind einde voorjaar zomer najaar lente herfst"},
    {Sense::Part, 0, "early mid late end spring summer autumn"},
    {Sense::Doubt, 0, "ca circa ongeveer omstreeks plm verwacht expected"},
    {Sense::Until, 0, "t tot"},
    {Sense::Including, 0, "m en met and"},
    {Sense::Filler, 0, "per vanaf ingaande ingang op in van het de jaar from of the year"},
    {Sense::Filler, 0, "ma di wo do vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"}};

using Senses = std::unordered_map<std::string_view, Words>;

Senses senses() {
    Senses all;
    for (const Words& row : table) {
        for (std::string_view rest = row.words; !rest.empty();) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            all.emplace(rest.substr(0, end), row);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return all;
}

const Words* word_of(std::string_view text) {
    static const auto* all = new Senses(senses());  // kept for ever: calls may come while the process ends
    const auto found = all->find(text);
    return found == all->end() ? nullptr : &found->second;
}

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

// What the words of one date have said so far.
struct Phrase {
    std::optional<int> year;
    std::optional<int> month;
    std::array<int, 2> small{};  // days, quarters, years of two digits
    std::size_t small_count = 0;
    std::size_t small_before_year = 0;
    bool ordinal = false;
    char unit = '\0';  // 'Q' or 'H'
    bool half = false;
    bool part = false;
    bool doubt = false;
    bool until = false;
    bool including = false;
    bool understood = true;
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

void take_word(Phrase& phrase, const Words& word) {
    switch (word.sense) {
        case Sense::Month:
            if (phrase.month) phrase.understood = false;
            phrase.month = word.value;
            break;
        case Sense::Ordinal:
            take_number(phrase, {word.value, 1});
            phrase.ordinal = true;
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
            phrase.ordinal = true;
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
        const Words* word = word_of(text.substr(at, end - at));
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

// "per 1-1-2027", "ca. 2027-03": numbers with a word before them.
DateReading read_numbers_of(const Phrase& phrase) {
    const int first = phrase.small[0];
    const int second = phrase.small[1];
    if (phrase.ordinal) return refused_date(date_rule::unreadable);
    if (phrase.small_count == 1) return in_month(*phrase.year, first);
    if (phrase.small_before_year == 1) return refused_date(date_rule::unreadable);
    return phrase.small_before_year == 0 ? on_day(*phrase.year, first, second) : on_day(*phrase.year, second, first);
}

DateReading read_phrase(const Phrase& phrase) {
    // "tot 1 januari" may or may not hold that day.
    if (!phrase.understood || (phrase.until && !phrase.including)) return refused_date(date_rule::unreadable);
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
    if (phrase.part || phrase.doubt) reading.date.certainty = domain::Certainty::Uncertain;
    return reading;
}

}  // namespace mvoi::operations::import
