// SPDX-License-Identifier: EUPL-1.2
#include "render/calendar/ical_words.hpp"

#include <charconv>
#include <utility>

namespace mvoi::render {
namespace {

using domain::Certainty;
using domain::FeedItem;
using domain::PlannedDate;
using domain::Precision;

constexpr IcalWords dutch{{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
                           "oktober", "november", "december"},
                          {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},
                          {"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"},
                          {"1e", "2e", "3e", "4e"},
                          " kwartaal ",
                          " halfjaar ",
                          "vast",
                          "verwacht",
                          "onzeker",
                          "Kenmerk",
                          "Organisatie",
                          "Soort",
                          "Vlaggen",
                          "Datum"};
constexpr IcalWords english{{"January", "February", "March", "April", "May", "June", "July", "August", "September",
                             "October", "November", "December"},
                            {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
                            {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
                            {"1st", "2nd", "3rd", "4th"},
                            " quarter of ",
                            " half of ",
                            "fixed",
                            "expected",
                            "uncertain",
                            "Reference",
                            "Organisation",
                            "Kind",
                            "Flags",
                            "Date"};

std::string_view word_of(Certainty certainty, const IcalWords& words) {
    switch (certainty) {
        case Certainty::Fixed:
            return words.fixed;
        case Certainty::Expected:
            return words.expected;
        case Certainty::Uncertain:
            break;
    }
    return words.uncertain;
}

void append_number(std::string& to, int value) {
    std::array<char, 12> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    to.append(digits.data(), end);
}

void append_detail(std::string& to, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    to.append(name).append(": ").append(value).push_back('\n');
}

void append_flags(std::string& to, const std::vector<std::string>& flags, const IcalWords& words) {
    if (flags.empty()) return;
    to.append(words.flags).append(": ");
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (i > 0) to.append(", ");
        to.append(flags[i]);
    }
    to.push_back('\n');
}

}  // namespace

const IcalWords& words_of(std::string_view language) {
    return language == "en" ? english : dutch;
}

std::string_view word_of_kind(std::string_view kind, const IcalWords& words) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> translated{
        {{"werk", "works"}, {"levering", "supplies"}, {"dienst", "services"}}};
    if (&words == &english) {
        for (const auto& [code, word] : translated) {
            if (code == kind) return word;
        }
    }
    return kind;
}

void append_period(std::string& to, const PlannedDate& date, const IcalWords& words) {
    if (!date.first || date.precision == Precision::Unknown) return;
    const auto day = date.first->year_month_day();
    const auto month = static_cast<std::size_t>(day.month - 1);
    switch (date.precision) {
        case Precision::Day:
            append_number(to, day.day);
            to.push_back(' ');
            [[fallthrough]];
        case Precision::Month:
            to.append(words.months[month]).push_back(' ');
            break;
        case Precision::Quarter:
            to.append(words.ordinals[month / 3]).append(words.quarter);
            break;
        case Precision::HalfYear:
            to.append(words.ordinals[month / 6]).append(words.half_year);
            break;
        case Precision::Year:
        case Precision::Unknown:
            break;
    }
    append_number(to, day.year);
}

void append_description(std::string& to, const FeedItem& item, const IcalWords& words) {
    append_detail(to, words.reference, item.reference);
    append_detail(to, words.organisation, item.organisation);
    append_detail(to, words.kind, word_of_kind(item.kind, words));
    append_flags(to, item.flags, words);
    for (const auto& detail : item.details) append_detail(to, detail.label, detail.value);
    to.append(words.date).append(": ");
    append_period(to, item.date, words);
    to.append(", ").append(word_of(item.date.certainty, words));
}

void append_summary(std::string& to, const FeedItem& item, std::string_view what, const IcalWords& words) {
    to.append(what);
    if (!what.empty() && !item.title.empty()) to.append(": ");
    to.append(item.title);
    if (item.date.precision == Precision::Day) return;
    to.append(" (");
    append_period(to, item.date, words);
    to.push_back(')');
}

}  // namespace mvoi::render
