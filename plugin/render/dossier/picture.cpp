// SPDX-License-Identifier: EUPL-1.2
// The picture of levels: per theme a bar of three steps, filled to the level that is applied, with a mark where policy
// wants it; and the table that says the same. Shape and words carry the meaning, colour nothing.
#include <algorithm>
#include <cstddef>

#include "domain/decision/decide.hpp"
#include "render/dossier/dossier_pen.hpp"
#include "render/page/picture_text.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

// One unit is a pixel on a phone of 390 pixels; text of 13 is then read without zooming.
constexpr int picture_width = 356;
constexpr int step_width = 72;
constexpr int step_gap = 3;
constexpr int line_height = 16;
constexpr int bar_height = 16;
constexpr int words_left = 3 * (step_width + step_gap) + 12;

struct Bar {
    std::string theme;
    State state = State::Undecided;
    int level = 0;
    int wanted = 0;  // 0: policy is silent
};

int between_0_and_3(int level) {
    return std::clamp(level, 0, 3);
}

std::vector<Bar> bars(const DossierPen& pen) {
    std::vector<Bar> bars;
    for (const Decision& decision : pen.dossier.tender.decisions) {
        Bar bar{pen.theme(decision.theme), state_of(decision), 0, 0};
        if (const auto* applied = std::get_if<Applied>(&decision.choice)) bar.level = between_0_and_3(applied->level);
        const auto wanted = pen.dossier.wanted_levels.find(decision.theme);
        if (wanted != pen.dossier.wanted_levels.end()) bar.wanted = between_0_and_3(wanted->second);
        bars.push_back(std::move(bar));
    }
    return bars;
}

std::string state_word(const DossierPen& pen, State state) {
    switch (state) {
        case State::Applied:
            return pen.say("dossier.applied");
        case State::Explained:
            return pen.say("dossier.explained");
        case State::Undecided:
            break;
    }
    return pen.say("dossier.undecided");
}

// ---- drawing --------------------------------------------------------------------------------------------------------

Markup kind_of_step(const Bar& bar, int step) {
    switch (bar.state) {
        case State::Applied:
            return step <= bar.level ? Markup("trede vol") : Markup("trede");
        case State::Explained:
            return "trede streep";
        case State::Undecided:
            break;
    }
    return "trede open";
}

// Each step is higher than the one before: a level is seen without its colour.
void draw_steps(Html& html, const Bar& bar, int y) {
    for (int step = 1; step <= 3; ++step) {
        const int height = bar_height - 4 * (3 - step);
        html.empty("rect", {{"x", std::to_string((step - 1) * (step_width + step_gap) + 1)},
                            {"y", std::to_string(y + bar_height - height)},
                            {"width", std::to_string(step_width)},
                            {"height", std::to_string(height)},
                            {"class", kind_of_step(bar, step).text()}});
    }
}

// A triangle above the end of the wanted step, and a line down through the bar.
void draw_mark(Html& html, int level, int y) {
    const int x = level * (step_width + step_gap) - step_gap;
    const std::string at = std::to_string(x);
    html.empty("path",
               {{"d", "M" + std::to_string(x - 6) + " " + std::to_string(y - 7) + "h12l-6 8z"}, {"class", "wens"}});
    html.empty("path", {{"d", "M" + at + " " + std::to_string(y) + "v" + std::to_string(bar_height + 3)},
                        {"class", "wenslijn"}});
}

int draw_bar(DossierPen& pen, const Bar& bar, int y) {
    Html& html = pen.html;
    for (const std::string& line : two_lines_of(bar.theme, picture_width)) {
        y += line_height;
        draw_text(html, 0, y - 4, "naam", line);
    }
    y += 9;  // room for the mark
    draw_steps(html, bar, y);
    if (bar.wanted > 0) draw_mark(html, bar.wanted, y);
    const std::string said = bar.state == State::Applied
                                 ? pen.say("dossier.level", {{"level", std::to_string(bar.level)}})
                                 : state_word(pen, bar.state);
    draw_text(html, words_left, y + bar_height - 3, "zegt", said);
    html.line();
    return y + bar_height + 13;
}

int height_of(const std::vector<Bar>& bars) {
    int height = 0;
    for (const Bar& bar : bars)
        height += static_cast<int>(two_lines_of(bar.theme, picture_width).size()) * line_height + 9 + bar_height + 13;
    return height;
}

std::string in_one_line(const DossierPen& pen, const Bar& bar) {
    const std::string said = bar.state == State::Applied ? pen.level(bar.level) : state_word(pen, bar.state);
    return bar.wanted == 0 ? pen.say("dossier.picture-line", {{"theme", bar.theme}, {"state", said}})
                           : pen.say("dossier.picture-line-policy",
                                     {{"theme", bar.theme}, {"state", said}, {"level", pen.level(bar.wanted)}});
}

void draw(DossierPen& pen, const std::vector<Bar>& bars) {
    Html& html = pen.html;
    const std::string size = "0 0 " + std::to_string(picture_width) + " " + std::to_string(height_of(bars));
    html.element("svg",
                 {{"xmlns", "http://www.w3.org/2000/svg"},
                  {"viewBox", size},
                  {"role", "img"},
                  {"aria-labelledby", "beeld-naam"},
                  {"aria-describedby", "beeld-tekst"}},
                 [&] {
                     html.element("title", {{"id", "beeld-naam"}}, pen.say("dossier.picture"));
                     html.element("desc", {{"id", "beeld-tekst"}}, [&] {
                         for (const Bar& bar : bars) html.text(in_one_line(pen, bar) + " ");
                     });
                     html.markup(
                         "<defs><pattern id=\"strepen\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
                         "<path d=\"M-1 7L7 -1M-1 1L1 -1M5 7L7 5\" class=\"arcering\" /></pattern></defs>");
                     html.line();
                     int y = 0;
                     for (const Bar& bar : bars) y = draw_bar(pen, bar, y);
                 });
    html.line();
}

// One sample of each shape, with what it means.
void write_legend(DossierPen& pen) {
    pen.html.element("ul", {{"class", "legenda"}}, [&] {
        const auto line = [&](Markup sample, std::string_view words) {
            pen.html.element("li", [&] {
                pen.html.markup(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 22 14\" aria-hidden=\"true\">");
                pen.html.markup(sample);
                pen.html.markup("</svg>");
                pen.html.element("span", words);
            });
        };
        line("<rect x=\"1\" y=\"1\" width=\"20\" height=\"12\" class=\"trede vol\" />",
             pen.say("dossier.legend-level"));
        line("<rect x=\"1\" y=\"1\" width=\"20\" height=\"12\" class=\"trede streep\" />",
             pen.say("dossier.legend-explained"));
        line("<rect x=\"1\" y=\"1\" width=\"20\" height=\"12\" class=\"trede open\" />",
             pen.say("dossier.legend-undecided"));
        line("<path d=\"M5 2h12l-6 8z\" class=\"wens\" />", pen.say("dossier.legend-policy"));
    });
    pen.html.line();
}

void write_equivalent(DossierPen& pen, const std::vector<Bar>& bars) {
    Table(pen.html, pen.say("dossier.levels-caption"),
          {{pen.say("dossier.theme"), 40},
           {pen.say("dossier.state-head"), 16},
           {pen.say("dossier.level-head"), 22},
           {pen.say("dossier.policy-head"), 22}},
          [&](Table& table) {
              for (std::size_t i = 0; i < bars.size(); ++i) {
                  const Bar& bar = bars[i];
                  table.row({[&, i](Html& html) {
                                 html.element("a", {{"href", "#thema-" + std::to_string(i + 1)}}, bar.theme);
                             },
                             state_word(pen, bar.state), bar.level > 0 ? pen.level(bar.level) : "–",
                             bar.wanted > 0 ? pen.level(bar.wanted) : "–"});
              }
          });
}

}  // namespace

void write_levels(DossierPen& pen) {
    const std::vector<Bar> all = bars(pen);
    if (all.empty()) return;
    pen.section("niveaus", pen.say("dossier.levels"), [&] {
        pen.html.element("div", {{"class", "beeld"}}, [&] {
            draw(pen, all);
            write_legend(pen);
        });
        pen.html.line();
        write_equivalent(pen, all);
    });
}

}  // namespace mvoi::render
