// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "domain/characters.hpp"
#include "render/form/form.hpp"
#include "render/form/workbook.hpp"
#include "render/sentences.hpp"

namespace mvoi::render {

using domain::Language;
using domain::promise::Observation;

namespace {

// In characters, by column.
constexpr std::array<int, form_columns> widths{16, 9, 60, 12, 12, 12, 14, 18, 10, 12, 30};
constexpr std::size_t exact_digits = 15;  // that a spreadsheet keeps of a number

// As a number, and as a text when a spreadsheet would round it.
void write_value(SheetWriter& out, const domain::measure::Decimal& value, Language language) {
    const std::string text = value.text();
    const auto digits = std::count_if(text.begin(), text.end(), domain::is_digit);
    if (static_cast<std::size_t>(digits) > exact_digits)
        return out.text(form_number(value, language), CellStyle::FillText);
    out.number(text, CellStyle::FillNumber);
}

void write_persons(SheetWriter& out, const FormLine& line) {
    if (!line.of_persons)
        out.empty(CellStyle::Blank);
    else if (line.row.known && line.row.known->persons > 0)
        out.number(std::to_string(line.row.known->persons), CellStyle::FillWhole);
    else
        out.empty(CellStyle::FillWhole);
}

void write_line(SheetWriter& out, const FormLine& line, const Form& form) {
    const auto& known = line.row.known;
    out.text(form.contract, CellStyle::Text);
    out.number(std::to_string(line.promise), CellStyle::Number);
    out.text(line.what, CellStyle::Text);
    out.day(line.row.from, CellStyle::Day);
    out.day(line.row.to, CellStyle::Day);
    out.text(known ? known->unit : line.unit, CellStyle::Text);
    if (known)
        write_value(out, known->value, form.language);
    else
        out.empty(CellStyle::FillNumber);
    if (known)
        out.text(known->source, CellStyle::FillText);
    else
        out.empty(CellStyle::FillText);
    write_persons(out, line);
    if (known)
        out.text(form_certainty(known->estimated, form.language), CellStyle::FillText);
    else
        out.empty(CellStyle::FillText);
    out.empty(CellStyle::FillText);
    out.end_row();
}

std::string columns() {
    std::string text = "<cols>";
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const std::string place = std::to_string(i + 1);
        text += "<col min=\"" + place + "\" max=\"" + place + "\" width=\"" + std::to_string(widths[i]) +
                "\" customWidth=\"1\"/>";
    }
    return text + "</cols>";
}

// The cells of a column below the header.
std::string cells_of(FormColumn column, int rows) {
    const std::string letters = column_letters(static_cast<int>(column));
    return letters + "2:" + letters + std::to_string(rows + 1);
}

std::string validation(std::string_view kind, FormColumn column, int rows, std::string_view message,
                       std::string_view formulas, Language language) {
    return "<dataValidation type=\"" + std::string(kind) + "\" allowBlank=\"1\" showErrorMessage=\"1\" error=\"" +
           xml_text(sentence(language, message, {})) + "\" sqref=\"" + cells_of(column, rows) + "\">" +
           std::string(formulas) + "</dataValidation>";
}

std::string validations(const Form& form) {
    const int rows = static_cast<int>(form.lines.size());
    if (rows == 0) return {};
    const Language language = form.language;
    const std::string words = form_certainty(false, language) + "," + form_certainty(true, language);
    return "<dataValidations count=\"3\">" +
           validation("decimal", FormColumn::Value, rows, "form.give-number",
                      "<formula1>-1000000000000</formula1><formula2>1000000000000</formula2>", language) +
           validation("whole", FormColumn::Persons, rows, "form.give-persons",
                      "<formula1>1</formula1><formula2>1000000</formula2>", language) +
           validation("list", FormColumn::Estimated, rows, "form.choose-certainty",
                      "<formula1>\"" + words + "\"</formula1>", language) +
           "</dataValidations>";
}

}  // namespace

std::string write_form_xlsx(const Form& form) {
    SheetWriter out;
    for (std::size_t i = 0; i < form_columns; ++i)
        out.text(form_header(static_cast<FormColumn>(i), form.language), CellStyle::Header);
    out.end_row();
    for (const FormLine& line : form.lines) write_line(out, line, form);
    SheetFrame frame;
    frame.name = sentence(form.language, "form.sheet", {});
    frame.before =
        "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"><pane "
        "ySplit=\"1\" "
        "topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>" +
        columns();
    frame.behind =
        "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatCells=\"0\" formatColumns=\"0\" "
        "formatRows=\"0\"/>" +
        validations(form) + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>";
    return write_workbook(frame, std::move(out).take());
}

}  // namespace mvoi::render
