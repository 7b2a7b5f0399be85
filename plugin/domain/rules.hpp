// SPDX-License-Identifier: EUPL-1.2
// Dated law and policy data as the domain uses it. The rows stand in schema/rules/, each with its source.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/date.hpp"

namespace mvoi::domain {

enum class Language { Dutch, English };

// One row of a vocabulary.
struct Term {
    std::string code;
    std::string nl;
    std::string en;
    Date valid_from{2000, 1, 1};
    std::optional<Date> valid_to;  // inclusive
    std::string source;

    // Of some vocabularies alone; empty in the others.
    std::string member;                // milestones, motives: of a request, which gives it
    std::string eforms;                // procedures: its code in eForms
    std::string stops;                 // gates: the phase before which the rule stops a tender
    bool goes_on = false;              // criterion-kinds: into the contract
    std::string todo, todo_en;         // milestones: the work to do by then
    int priority = 0;                  // milestones: of that work, as iCalendar has it; 0: none
    std::string done, done_en;         // milestones: what is said of the day once that work is done
    std::string law;                   // milestones: the article by which the day holds; empty: none
    std::optional<int> days;           // calendar-terms, rating-terms
    std::vector<std::string> codes;    // calendar-terms: members, milestones or a precision
    std::vector<std::string> signers;  // reasons: the roles that may sign
    std::string agreement;             // reasons: the role that must agree in a review; empty: nobody
    int months = 0;                    // reasons: after which the explanation lapses, where "termijn" ends it
    std::vector<std::string> endings;  // reasons: codes of vocabulary "endings"

    const std::string& label(Language language) const { return language == Language::Dutch || en.empty() ? nl : en; }
    bool in_force(Date day) const { return valid_from <= day && (!valid_to || day <= *valid_to); }
};

using Vocabulary = std::vector<Term>;

class Rules {
  public:
    Rules(std::string edition, std::map<std::string, Vocabulary, std::less<>> vocabularies)
        : edition_(std::move(edition)), vocabularies_(std::move(vocabularies)) {}

    const std::string& edition() const { return edition_; }
    // A name that is not there is a fault of the library and throws std::out_of_range.
    const Vocabulary& vocabulary(std::string_view name) const;
    bool has(std::string_view vocabulary) const { return vocabularies_.contains(vocabulary); }
    const Term* find(std::string_view vocabulary, std::string_view code) const;
    // The label of a code, or the code itself when the vocabulary does not know it (any more).
    std::string label(std::string_view vocabulary, std::string_view code, Language language) const;

  private:
    std::string edition_;
    std::map<std::string, Vocabulary, std::less<>> vocabularies_;
};

}  // namespace mvoi::domain
