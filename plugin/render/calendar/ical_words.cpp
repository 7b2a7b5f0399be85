// SPDX-License-Identifier: EUPL-1.2
#include "render/calendar/ical_words.hpp"

#include <charconv>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "render/sentences.hpp"

namespace mvoi::render {
namespace {

using domain::Certainty;
using domain::FeedItem;
using domain::PlannedDate;
using domain::Precision;

// The words of a sentence of schema/messages/; it has at least `count`.
template <std::size_t count>
std::array<std::string, count> words_in(domain::Language language, std::string_view rule) {
    std::array<std::string, count> words;
    std::istringstream line(sentence(language, rule, {}));
    for (std::string& word : words)
        if (!(line >> word)) throw std::logic_error("schema/messages/: too few words in " + std::string(rule));
    return words;
}

IcalWords read(domain::Language language) {
    const auto say = [&](std::string_view rule) { return sentence(language, rule, {}); };
    return {words_in<12>(language, "date.months"),
            words_in<12>(language, "date.months-short"),
            words_in<7>(language, "date.weekdays"),
            words_in<4>(language, "date.ordinals"),
            " " + say("date.quarter") + " ",
            " " + say("date.half-year") + " ",
            say("label.certainty.vast"),
            say("label.certainty.verwacht"),
            say("label.certainty.onzeker"),
            say("label.milestone.done-by"),
            say("label.milestone.passed"),
            say("feed.reference"),
            say("feed.organisation"),
            say("feed.kind"),
            say("feed.flags"),
            say("feed.date"),
            {{{"werk", say("feed.kind-werk")},
              {"levering", say("feed.kind-levering")},
              {"dienst", say("feed.kind-dienst")}}}};
}

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
    static const auto* dutch = new IcalWords(read(domain::Language::Dutch));
    static const auto* english = new IcalWords(read(domain::Language::English));
    return language == "en" ? *english : *dutch;
}

std::string_view word_of_kind(std::string_view kind, const IcalWords& words) {
    for (const auto& [code, word] : words.kinds)
        if (code == kind) return word;
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
    to.append(", ");
    if (item.status == domain::MilestoneStatus::DoneBy)
        to.append(words.done_by);
    else if (item.status == domain::MilestoneStatus::Passed)
        to.append(words.passed);
    else
        to.append(word_of(item.date.certainty, words));
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
