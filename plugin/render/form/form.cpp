// SPDX-License-Identifier: EUPL-1.2
#include "render/form/form.hpp"

#include <algorithm>

#include "render/csv.hpp"
#include "render/sentences.hpp"

namespace mvoi::render {

using domain::Language;
using domain::measure::Decimal;
using domain::promise::Demand;
using domain::promise::Observation;

namespace {

constexpr std::string_view column_codes[form_columns] = {"contract", "promise", "what",    "from",      "to",  "unit",
                                                         "value",    "source",  "persons", "estimated", "note"};
constexpr int shown_decimals = 6;
constexpr std::size_t group = 3;  // digits between marks of thousands

void write_known(CsvWriter& out, const Observation& known, Language language) {
    out.digits(form_number(known.value, language));
    out.text(known.source);
    if (known.persons > 0)
        out.number(known.persons);
    else
        out.empty();
    out.text(form_certainty(known.estimated, language));
    out.empty();
}

void write_line(CsvWriter& out, const FormLine& line, const Form& form) {
    out.text(form.contract);
    out.text(std::to_string(line.promise));
    out.text(line.what);
    out.date(line.row.from);
    out.date(line.row.to);
    out.text(line.row.known ? line.row.known->unit : line.unit);
    if (line.row.known)
        write_known(out, *line.row.known, form.language);
    else
        for (int i = 0; i < 5; ++i) out.empty();
    out.end_row();
}

// False for a target that was put down with more decimals than its unit has: it stays as it is. One that was divided by
// days has no end.
bool measured_in(const domain::measure::UnitOfMeasure& unit, const domain::measure::Fraction& target) {
    using domain::measure::Fraction;
    return !(Fraction(target.rounded(shown_decimals)) == target) || Fraction(target.rounded(unit.decimals)) == target;
}

}  // namespace

std::string form_header(FormColumn column, Language language) {
    return sentence(language, "form." + std::string(column_codes[static_cast<std::size_t>(column)]), {});
}

std::string form_certainty(bool estimated, Language language) {
    return sentence(language, estimated ? "form.is-estimated" : "form.is-measured", {});
}

std::string form_number(const Decimal& number, Language language) {
    std::string text = number.text();
    const std::size_t at = text.find('.');
    if (at == std::string::npos) return text;
    if (text.size() - at - 1 == group) text += '0';
    if (language == Language::Dutch) text[at] = ',';
    return text;
}

std::string promised(const domain::promise::Promise& promise, const domain::promise::Mark& mark,
                     const domain::RuleBook& book, Language language) {
    const auto* kpi = domain::measure::find_kpi(book.kpis, promise.kpi);
    const auto* unit = domain::measure::find_unit(book.units, promise.unit);
    const bool dutch = language == Language::Dutch;
    std::string what = promise.text;
    if (what.empty() && kpi) what = dutch ? kpi->nl : kpi->en;
    if (what.empty()) what = promise.criterion;
    if (what.empty()) what = book.rules.label("themes", promise.theme, language);
    const int decimals = unit && measured_in(*unit, mark.target) ? unit->decimals : shown_decimals;
    return sentence(language, promise.demand == Demand::AtLeast ? "form.at-least" : "form.at-most",
                    {{"what", what},
                     {"target", form_number(mark.target.rounded(decimals), language)},
                     {"unit", unit ? (dutch ? unit->nl : unit->en) : promise.unit},
                     {"from", domain::to_text(mark.from)},
                     {"to", domain::to_text(mark.to)}});
}

std::string write_form_csv(const Form& form) {
    constexpr std::size_t row_bytes = 200;
    CsvWriter out((form.lines.size() + 1) * row_bytes, CsvForm{';', true});
    for (std::size_t i = 0; i < form_columns; ++i) out.text(form_header(static_cast<FormColumn>(i), form.language));
    out.end_row();
    for (const FormLine& line : form.lines) write_line(out, line, form);
    return std::move(out).take();
}

}  // namespace mvoi::render
