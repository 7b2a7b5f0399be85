// SPDX-License-Identifier: EUPL-1.2
// The common parts of a dossier's page: a pen that knows the dossier and its words. For the files beside it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "render/dossier/dossier_page.hpp"
#include "render/page/page_pen.hpp"

namespace mvoi::render {

class DossierPen : public PagePen {
  public:
    DossierPen(const domain::Dossier& dossier_in, const DossierPage& page_in)
        : PagePen(page_in.language), dossier(dossier_in), page(page_in) {
        labels_.themes = dossier.own_themes;
    }

    const domain::Dossier& dossier;
    const DossierPage& page;

    // A sentence about the tender by the name of its rule, with labels for codes. A dossier may be older than the
    // library: a rule that has no sentence any more is shown by its name and its words.
    std::string judge(std::string_view family, const std::string& rule, const Words& words) const;
    std::string label(std::string_view vocabulary, std::string_view code) const {
        return page.book.rules.label(vocabulary, code, page.language);
    }
    std::string theme(const std::string& code) const;
    std::string level(int level) const;
    std::string source(domain::LevelSource from) const;
    std::string money(std::int64_t cents) const { return money_in_words(cents, page.language); }
    // "€ 50.000,00 tot € 221.000,00", or that it is not known.
    std::string value(const domain::Value& value) const;
    // "vandaag", "over 12 dagen", "3 dagen geleden": from the day of the dossier.
    std::string distance(domain::Date day) const;

    // A text somebody wrote: with its line ends, in its own reading direction.
    void words_of_people(std::string_view text);

  private:
    domain::Policy labels_;  // of own themes; the rest of it is not known here
};

// A number of days in the unit that people would use: days, months or years, rounded.
struct Span {
    std::int64_t count;
    std::string_view unit;  // days, months, years
};
Span span_of(std::int64_t days);

// One side of a change, before or after it, in words; `other` is the other side (review.cpp).
std::string side_of_drift(const DossierPen& pen, const std::string& kind, const std::string& text,
                          const std::string& other);

// ---- the parts, in the order of the page ----------------------------------------------------------------------------

void write_about(DossierPen& pen);     // about.cpp: what it is about, where it stands
void write_review(DossierPen& pen);    // review.cpp: what a board was asked and said
void write_drift(DossierPen& pen);     //   changes since
void write_levels(DossierPen& pen);    // picture.cpp: level per theme against policy
void write_themes(DossierPen& pen);    // theme.cpp: each theme
void write_findings(DossierPen& pen);  // about.cpp
void write_motives(DossierPen& pen);
void write_lots(DossierPen& pen);
void write_calendar(DossierPen& pen);         // calendar.cpp: milestones, and what can still be chosen
void write_people(DossierPen& pen);           // about.cpp
void write_earlier_reviews(DossierPen& pen);  // review.cpp
void write_history(DossierPen& pen);          // history.cpp
void write_footer(DossierPen& pen);

// The additions of this page to the style sheet of every page (dossier_style.cpp).
void write_dossier_style(Html& html);

}  // namespace mvoi::render
