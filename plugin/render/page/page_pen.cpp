// SPDX-License-Identifier: EUPL-1.2
#include "render/page/page_pen.hpp"

#include <array>
#include <charconv>

#include "domain/phase.hpp"
#include "render/calendar/ical.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

std::string_view language_code(Language language) {
    return language == Language::Dutch ? "nl" : "en";
}

}  // namespace

std::string money_in_words(std::int64_t cents, Language language) {
    const bool dutch = language == Language::Dutch;
    std::array<char, 24> digits;
    // Not negated: the lowest number has no opposite.
    const std::uint64_t amount = cents < 0 ? 0 - static_cast<std::uint64_t>(cents) : static_cast<std::uint64_t>(cents);
    const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), amount / 100).ptr;
    std::string text = dutch ? "€\u00A0" : "€";
    if (cents < 0) text += '-';
    for (const char* at = digits.data(); at != end; ++at) {
        text += *at;
        if ((end - at) % 3 == 1 && end - at > 1) text += dutch ? '.' : ',';
    }
    text += dutch ? ',' : '.';
    text += static_cast<char>('0' + amount / 10 % 10);
    text += static_cast<char>('0' + amount % 10);
    return text;
}

std::string PagePen::say_count(std::string_view key, std::int64_t count, Words words) const {
    words["count"] = std::to_string(count);
    return say(count == 1 ? std::string(key) + "-one" : std::string(key), words);
}

std::string PagePen::day(Date day) const {
    return planned({Precision::Day, Certainty::Fixed, day, day});
}

std::string PagePen::planned(const PlannedDate& date) const {
    const std::string period = period_in_words(date, language_code(language));
    return period.empty() ? say("page.unknown") : period;
}

std::string PagePen::certainty(Certainty certainty) const {
    return say("label.certainty." + std::string(code_of(certainty)));
}

std::string PagePen::status(MilestoneStatus status) const {
    return say("label.milestone." + std::string(code_of(status)));
}

void PagePen::fact(std::string_view name, std::string_view value) {
    html.element("div", [&] {
        html.element("dt", name);
        html.element("dd", value);
    });
    html.line();
}

void PagePen::frame(std::string_view title, const std::function<void()>& style, const std::function<void()>& body,
                    Skip skip) {
    const std::string_view code = language_code(language);
    html.markup("<!DOCTYPE html>\n");
    html.element("html", {{"xmlns", "http://www.w3.org/1999/xhtml"}, {"lang", code}, {"xml:lang", code}}, [&] {
        html.line();
        html.element("head", [&] {
            html.line();
            html.markup(
                "<meta charset=\"utf-8\" />\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                "'unsafe-inline'\" />\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
                "<meta name=\"referrer\" content=\"no-referrer\" />\n");
            html.element("title", title);
            html.line();
            html.markup("<style>\n");
            write_page_style(html);
            style();
            html.markup("</style>\n");
        });
        html.line();
        html.element("body", [&] {
            html.line();
            if (skip == Skip::ToMain) {
                html.element("a", {{"class", "naar"}, {"href", "#inhoud"}}, say("page.skip"));
                html.line();
            }
            body();
        });
        html.line();
    });
    html.line();
}

void Table::write_columns() {
    html_.element("colgroup", [&] {
        for (const Column& column : columns_)
            html_.empty("col", {{"style", "width:" + std::to_string(column.percent) + "%"}});
    });
    html_.element("thead", {{"role", "rowgroup"}}, [&] {
        html_.element("tr", {{"role", "row"}}, [&] {
            for (const Column& column : columns_)
                html_.element("th", {{"scope", "col"}, {"role", "columnheader"}}, column.head);
        });
    });
    html_.line();
}

void Table::row(const std::vector<Cell>& cells) {
    html_.element("tr", {{"role", "row"}}, [&] {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto inside = [&] { html_.element("span", [&] { cells[i].write(html_); }); };
            if (i == 0) html_.element("th", {{"scope", "row"}, {"role", "rowheader"}}, inside);
            if (i != 0) html_.element("td", {{"role", "cell"}, {"data-label", columns_[i].head}}, inside);
        }
    });
    html_.line();
}

}  // namespace mvoi::render
