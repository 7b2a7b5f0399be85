// SPDX-License-Identifier: EUPL-1.2
// The common parts of the page of a contract: a pen that knows the statement and its words. For the files beside it.
#pragma once

#include <string>
#include <vector>

#include "render/page/page_pen.hpp"
#include "render/statement/statement.hpp"

namespace mvoi::render {

class StatementPen : public PagePen {
  public:
    StatementPen(const Statement& statement_in, const StatementWords& words_in)
        : PagePen(words_in.language), statement(statement_in), words(words_in) {}

    const Statement& statement;
    const StatementWords& words;
    bool intern() const { return statement.reader == Reader::Intern; }

    // ---- words ----
    std::string label(std::string_view vocabulary, std::string_view code) const {
        return words.book.rules.label(vocabulary, code, language);
    }
    std::string theme(const std::string& code) const;
    std::string unit(const std::string& code) const;
    // "12,5" in Dutch, "12.5" in English: exact.
    std::string decimal(std::string exact) const;
    std::string number(const domain::measure::Fraction& value) const;
    // As its unit asks, beside those that it is compared with: what differs looks different.
    std::string number(const domain::measure::Fraction& value, const std::string& unit,
                       const Compared& beside = {}) const;
    // With its unit; what is not there is "niet aangetoond" and never a zero.
    std::string amount(const std::optional<domain::measure::Fraction>& value, const std::string& unit,
                       const Compared& beside = {}) const;
    std::string money(std::int64_t cents) const { return money_in_words(cents, language); }
    std::string stand(domain::promise::Stand stand) const;
    std::string demand(const domain::promise::Promise& promise) const;
    std::string every(domain::promise::Every every) const;
    std::string how(const domain::promise::Observation& seen) const;
    // The name of a promise: its indicator, its criterion, its text, or its number.
    std::string name(const domain::promise::Promise& promise) const;
    std::string suppliers() const;
    std::string days(domain::Date from, domain::Date to) const;
    std::string finding(const domain::Finding& finding) const;

    // ---- markup ----
    void badge(domain::promise::Stand stand);
    void findings(const std::vector<domain::Finding>& findings);
    void sentences(const std::vector<domain::promise::Sentence>& said);
    void words_of_people(std::string_view text) {
        html.element("blockquote", {{"dir", "auto"}}, text);
        html.line();
    }
    void fact_if(std::string_view key, const std::string& text) {
        if (!text.empty()) fact(say(key), text);
    }
};

// ---- the parts, in the order of the page ----------------------------------------------------------------------------

void write_stated_about(StatementPen& pen);    // about.cpp: what it is, counts, what is still to be shown
void write_stated_picture(StatementPen& pen);  // picture.cpp: value against required, promise by promise
void write_stated_themes(StatementPen& pen);   // theme.cpp: asked, offered, the golden thread, and
void write_stated_offers(StatementPen& pen, const StatedTheme& theme);      //   promise.cpp: what was offered
void write_stated_promise(StatementPen& pen, const StatedPromise& stated);  //   promise.cpp: each promise
void write_stated_documents(StatementPen& pen);                             // records.cpp
void write_stated_instruments(StatementPen& pen);
void write_stated_social_return(StatementPen& pen);
void write_stated_effects(StatementPen& pen);
void write_stated_course(StatementPen& pen);  // about.cpp: the term, and what is to be said of it

// The additions of this page to the style sheet of every page (statement_style.cpp).
void write_statement_style(Html& html);

}  // namespace mvoi::render
