// SPDX-License-Identifier: EUPL-1.2
// A bar for each promise: what was shown against what is required by now, with the same in words beside it. What was
// not shown is an empty, dashed bar with the word for it; an empty bar with a number is a zero that somebody measured.
#include <algorithm>

#include "render/page/picture_text.hpp"
#include "render/statement/statement_pen.hpp"

namespace mvoi::render {

using namespace domain::measure;
using namespace domain::promise;
using namespace domain::social_return;

namespace {

constexpr int picture_width = 480;
constexpr int bar_width = 300;
constexpr int bar_height = 16;
constexpr int line_height = 17;
constexpr int words_left = 310;
constexpr int below = 14;

struct Bar {
    std::string name;
    std::string stand;
    std::string figures;  // "40,5 van 100 Kilogram"
    std::optional<int> filled;
    std::optional<int> asked;  // where the required value lies
};

// The place of a value along the bar, in pixels, when the whole bar stands for `length`.
int along(const Fraction& value, const Fraction& length) {
    if (value <= Fraction(0)) return 0;
    const Fraction at = std::min(value, length) * Fraction(bar_width) / length;
    return static_cast<int>(at.rounded(0).millionths / 1'000'000);
}

// The required value lies at three quarters, or further to the left when more than that was shown.
void measure(const MarkStanding& about, Bar& bar) try {
    const Fraction asked = about.required.value_or(about.mark.target);
    const Fraction shown = about.value.value_or(Fraction(0));
    const Fraction length = std::max(std::max(asked, shown), Fraction::of(1, 1'000'000)) * Fraction::of(4, 3);
    if (about.value) bar.filled = along(shown, length);
    bar.asked = along(asked, length);
} catch (const std::overflow_error&) {
    bar.filled.reset();  // its words stay
}

// The bar is about the period that runs, where an earlier one decided.
std::optional<std::size_t> shown_mark(const Standing& standing) {
    return standing.now_steps.empty() ? standing.about : standing.now;
}

Bar bar_of(const StatementPen& pen, const PromiseShown& shown) {
    Bar bar{pen.say("statement.promise",
                    {{"promise", std::to_string(shown.promise.number)}, {"name", pen.name(shown.promise)}}),
            pen.stand(stand_now(shown.standing)),
            "",
            {},
            {}};
    if (!is_measurable(shown.promise)) {
        bar.figures = pen.say("statement.not-measurable");
    } else if (!shown.standing.about) {
        bar.figures = pen.say("statement.nothing-asked-yet");
    } else {
        const MarkStanding& about = shown.standing.marks[*shown_mark(shown.standing)];
        const Fraction asked = about.required.value_or(about.mark.target);
        bar.figures =
            pen.say("statement.picture-figures", {{"value", pen.amount(about.value, shown.promise.unit, {asked})},
                                                  {"required", pen.amount(asked, shown.promise.unit, {about.value})},
                                                  {"demand", pen.demand(shown.promise)}});
        measure(about, bar);
    }
    return bar;
}

std::vector<Bar> bars_of(const StatementPen& pen) {
    std::vector<Bar> bars;
    for (const StatedTheme& theme : pen.statement.themes)
        for (const StatedPromise& each : theme.promises) bars.push_back(bar_of(pen, each.shown));
    return bars;
}

std::vector<std::string> name_lines(const Bar& bar) {
    return two_lines_of(bar.name, picture_width);
}

int draw_bar(Html& html, const Bar& bar, int y) {
    for (const std::string& line : name_lines(bar)) {
        y += line_height;
        draw_text(html, 0, y - 4, "naam", line);
    }
    html.empty("rect", {{"x", "1"},
                        {"y", std::to_string(y + 1)},
                        {"width", std::to_string(bar_width)},
                        {"height", std::to_string(bar_height)},
                        {"class", bar.filled ? "baan" : "leeg"}});
    if (bar.filled && *bar.filled > 0)
        html.empty("rect", {{"x", "1"},
                            {"y", std::to_string(y + 1)},
                            {"width", std::to_string(*bar.filled)},
                            {"height", std::to_string(bar_height)},
                            {"class", "vol"}});
    if (bar.asked)
        html.empty("path", {{"d", "M" + std::to_string(*bar.asked + 1) + " " + std::to_string(y - 2) + "v" +
                                      std::to_string(bar_height + 6)},
                            {"class", "vraagt"}});
    draw_text(html, words_left, y + bar_height - 2, "zegt", one_line_of(bar.stand, picture_width - words_left));
    html.line();
    return y + bar_height + below;
}

int height_of(const std::vector<Bar>& bars) {
    int height = 0;
    for (const Bar& bar : bars) height += static_cast<int>(name_lines(bar).size()) * line_height + bar_height + below;
    return height;
}

void draw(StatementPen& pen, const std::vector<Bar>& bars) {
    Html& html = pen.html;
    const std::string size = "0 0 " + std::to_string(picture_width) + " " + std::to_string(height_of(bars));
    html.element("svg",
                 {{"xmlns", "http://www.w3.org/2000/svg"},
                  {"viewBox", size},
                  {"role", "img"},
                  {"aria-labelledby", "beeld-naam"},
                  {"aria-describedby", "beeld-tekst"}},
                 [&] {
                     html.element("title", {{"id", "beeld-naam"}}, pen.say("statement.picture"));
                     html.element("desc", {{"id", "beeld-tekst"}}, [&] {
                         for (const Bar& bar : bars) html.text(bar.name + ": " + bar.stand + ". " + bar.figures + ". ");
                     });
                     html.line();
                     int y = 0;
                     for (const Bar& bar : bars) y = draw_bar(html, bar, y);
                 });
    html.line();
}

// The same in words, for who does not see the picture and for who wants the numbers.
void write_words(StatementPen& pen, const std::vector<Bar>& bars) {
    Table(pen.html, pen.say("statement.picture-words"),
          {{pen.say("statement.promise-head"), 40},
           {pen.say("statement.figures-head"), 40},
           {pen.say("statement.stand"), 20}},
          [&](Table& table) {
              for (const Bar& bar : bars) table.row({bar.name, bar.figures, bar.stand});
          });
}

}  // namespace

void write_stated_picture(StatementPen& pen) {
    const std::vector<Bar> bars = bars_of(pen);
    if (bars.empty()) return;
    pen.section("beeld", pen.say("statement.picture-heading"), [&] {
        pen.html.element("div", {{"class", "beeld"}}, [&] {
            draw(pen, bars);
            pen.html.element("p", {{"class", "legenda"}}, pen.say("statement.legend"));
        });
        pen.html.line();
        write_words(pen, bars);
    });
}

}  // namespace mvoi::render
