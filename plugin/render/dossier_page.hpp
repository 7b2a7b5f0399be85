// SPDX-License-Identifier: EUPL-1.2
// What the parts of a dossier's page share: a pen that knows the dossier, the language and the words; and tables. For
// render/dossier_*.cpp.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/dossier_html.hpp"
#include "render/html.hpp"
#include "render/sentences.hpp"

namespace mvoi::render {

// "€ 1.234.567,89", or "€1,234,567.89"; with a no-break space, and whatever the locale.
std::string money_in_words(std::int64_t cents, domain::Language language);

class DossierPen {
  public:
    DossierPen(const domain::Dossier& dossier_in, const DossierPage& page_in) : dossier(dossier_in), page(page_in) {
        labels_.themes = dossier.own_themes;
    }

    const domain::Dossier& dossier;
    const DossierPage& page;
    Html html;

    // ---- words ----
    std::string say(std::string_view key, const Words& words = {}) const { return sentence(page.language, key, words); }
    // The sentence with {count}; of one thing it is the sentence "<key>-one".
    std::string say_count(std::string_view key, std::int64_t count, Words words = {}) const;
    // A sentence about the tender by the name of its rule, with labels for codes. A dossier may be older than the
    // library: a rule that has no sentence any more is shown by its name and its words.
    std::string judge(std::string_view family, const std::string& rule, const Words& words) const;
    std::string label(std::string_view vocabulary, std::string_view code) const {
        return page.rules.label(vocabulary, code, page.language);
    }
    std::string theme(const std::string& code) const;
    std::string level(int level) const;
    std::string source(domain::LevelSource from) const;
    std::string money(std::int64_t cents) const { return money_in_words(cents, page.language); }
    // "€ 50.000,00 tot € 221.000,00", or that it is not known.
    std::string value(const domain::Value& value) const;
    std::string day(domain::Date day) const;
    std::string planned(const domain::PlannedDate& date) const;
    // "vandaag", "over 12 dagen", "3 dagen geleden": from the day of the dossier.
    std::string distance(domain::Date day) const;

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
    // A text somebody wrote: with its line ends, in its own reading direction.
    void words_of_people(std::string_view text);
    // One line of a list of facts (<dl>).
    void fact(std::string_view name, std::string_view value);
    template <std::invocable Inside>
    void facts(Inside inside) {
        html.element("dl", inside);
        html.line();
    }

  private:
    domain::Policy labels_;  // of own themes; the rest of it is not known here
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

// What stood there before a change, or stands there after it, in words; `other` is the other side (dossier_review.cpp).
std::string side_of_drift(const DossierPen& pen, const std::string& kind, const std::string& text,
                          const std::string& other);

// ---- the parts, in the order of the page ----------------------------------------------------------------------------

void write_about(DossierPen& pen);     // dossier_about.cpp: what it is about, where it stands
void write_review(DossierPen& pen);    // dossier_review.cpp: what a board was asked and said
void write_drift(DossierPen& pen);     //   what changed since
void write_levels(DossierPen& pen);    // dossier_picture.cpp: level per theme against policy
void write_themes(DossierPen& pen);    // dossier_theme.cpp: each theme
void write_findings(DossierPen& pen);  // dossier_about.cpp
void write_motives(DossierPen& pen);
void write_lots(DossierPen& pen);
void write_calendar(DossierPen& pen);         // dossier_calendar.cpp: milestones, and what can still be chosen
void write_people(DossierPen& pen);           // dossier_about.cpp
void write_earlier_reviews(DossierPen& pen);  // dossier_review.cpp
void write_history(DossierPen& pen);          // dossier_history.cpp
void write_footer(DossierPen& pen);

// The style sheet of the page, on screen and in print (dossier_style.cpp).
void write_style(Html& html);

}  // namespace mvoi::render
