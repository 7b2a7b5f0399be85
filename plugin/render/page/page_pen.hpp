// SPDX-License-Identifier: EUPL-1.2
// The common parts of our pages for people: the frame around them, a pen that knows the language and the words, tables,
// and the style sheet. A page is one file, with nothing to fetch or to run; after the doctype well-formed XML.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/model.hpp"
#include "domain/rules.hpp"
#include "render/page/html.hpp"
#include "render/sentences.hpp"

namespace mvoi::render {

// "€ 1.234.567,89", or "€1,234,567.89"; with a no-break space, and whatever the locale.
std::string money_in_words(std::int64_t cents, domain::Language language);

class PagePen {
  public:
    explicit PagePen(domain::Language language_in) : language(language_in) {}

    domain::Language language;
    Html html;

    // ---- words ----
    std::string say(std::string_view key, const Words& words = {}) const { return sentence(language, key, words); }
    // The sentence with {count}; of one thing it is the sentence "<key>-one".
    std::string say_count(std::string_view key, std::int64_t count, Words words = {}) const;
    std::string day(domain::Date day) const;
    std::string planned(const domain::PlannedDate& date) const;
    std::string certainty(domain::Certainty certainty) const;
    std::string status(domain::MilestoneStatus status) const;

    // ---- markup ----
    template <std::invocable Inside>
    void section(Markup id, std::string_view heading, Inside inside) {
        html.element("section", [&] {
            html.element("h2", {{"id", id.text()}}, heading);
            html.line();
            inside();
        });
        html.line();
    }
    void paragraph(std::string_view text) { paragraph("tekst", text); }
    void paragraph(Markup kind, std::string_view text) {
        html.element("p", {{"class", kind.text()}}, text);
        html.line();
    }
    // One line of a list of facts (<dl>).
    void fact(std::string_view name, std::string_view value);
    template <std::invocable Inside>
    void facts(Inside inside) {
        html.element("dl", inside);
        html.line();
    }
    // The whole page. `style` adds to the style sheet what only this page has; `body` writes header, main (with the id
    // "inhoud", where the skip link leads) and footer. A page that begins with its main part skips nothing.
    enum class Skip { ToMain, Nothing };
    void frame(std::string_view title, const std::function<void()>& style, const std::function<void()>& body,
               Skip skip = Skip::ToMain);
};

// One cell of a table: a text, or what writes itself.
class Cell {
  public:
    Cell(std::string text) : write_([text = std::move(text)](Html& html) { html.text(text); }) {}
    Cell(const char* text) : Cell(std::string(text)) {}
    template <std::invocable<Html&> Write>
    Cell(Write write) : write_(std::move(write)) {}
    void write(Html& html) const { write_(html); }

  private:
    std::function<void(Html&)> write_;
};

struct Column {
    std::string head;
    int percent;  // of the width; all together 100
};

// A table with a caption and heads. The first cell of each row is its head. The widths are laid down, so that a long
// word in one cell breaks there and does not squeeze the others. On a narrow screen each row becomes a block; the roles
// are written out because a table that is laid out as blocks would lose them.
class Table {
  public:
    template <std::invocable<Table&> Rows>
    Table(Html& html, std::string_view caption, std::vector<Column> columns, Rows rows)
        : html_(html), columns_(std::move(columns)) {
        html.element("table", {{"role", "table"}}, [&] {
            html.element("caption", caption);
            write_columns();
            html.element("tbody", {{"role", "rowgroup"}}, [&] { rows(*this); });
        });
        html.line();
    }
    void row(const std::vector<Cell>& cells);

  private:
    void write_columns();

    Html& html_;
    std::vector<Column> columns_;
};

// The part of the style sheet that every page has, on screen and in print (page_style.cpp).
void write_page_style(Html& html);

}  // namespace mvoi::render
