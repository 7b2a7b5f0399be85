// SPDX-License-Identifier: EUPL-1.2
// The form a supplier fills in: a table with a header row, as CSV or as a workbook (XLSX). Its headers are those that
// register.import knows as lists of what was measured, in the language of the form, so that it comes back as it is.
#pragma once

#include <string>
#include <vector>

#include "domain/promise/form.hpp"
#include "domain/rule_book.hpp"

namespace mvoi::render {

struct FormLine {
    int promise = 0;          // its number
    std::string what;         // the promise in a sentence
    std::string unit;         // code
    bool of_persons = false;  // whose hours it is can be told
    domain::promise::FormRow row;
};

struct Form {
    domain::Language language = domain::Language::Dutch;
    std::string contract;  // the host's own number
    std::vector<FormLine> lines;
};

// A promise in words: the indicator or the text, and the demand of these days' mark.
std::string promised(const domain::promise::Promise& promise, const domain::promise::Mark& mark,
                     const domain::RuleBook& book, domain::Language language);

// For spreadsheets: with a byte order mark, semicolons, and the decimal mark of the language. A number that could be
// read as thousands gets another nought, as 1,2340.
std::string write_form_csv(const Form& form);

// A workbook of one sheet. What is to be filled in is coloured and can be written on; the rest is guarded against a
// slip, without a password. The same form gives the same bytes.
std::string write_form_xlsx(const Form& form);

// The headers, and the words for measured and estimated.
enum class FormColumn { Contract, Promise, What, From, To, Unit, Value, Source, Persons, Estimated, Note };
inline constexpr std::size_t form_columns = 11;
std::string form_header(FormColumn column, domain::Language language);
std::string form_certainty(bool estimated, domain::Language language);
// A number as people of the language write it.
std::string form_number(const domain::measure::Decimal& number, domain::Language language);

}  // namespace mvoi::render
