// SPDX-License-Identifier: EUPL-1.2
#include "render/form/workbook.hpp"

#include <Poco/Zip/Compress.h>

#include <sstream>
#include <utility>

namespace mvoi::render {
namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view content_types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>)"
    R"(<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>)"
    R"(<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>)";
constexpr std::string_view package_relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
constexpr std::string_view workbook_relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)";

// In the order of CellStyle. Number format 14 is a day as the reader's own country writes it, 49 text as it is typed.
constexpr std::string_view styles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
    R"(<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>)"
    R"(<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>)"
    R"(<fill><patternFill patternType="solid"><fgColor rgb="FFD9E1F2"/></patternFill></fill>)"
    R"(<fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill>)"
    R"(<fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill></fills>)"
    R"(<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>)"
    R"(<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>)"
    R"(<cellXfs count="9">)"
    R"(<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>)"
    R"(<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>)"
    R"(<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>)"
    R"(<xf numFmtId="1" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>)"
    R"(<xf numFmtId="14" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>)"
    R"(<xf numFmtId="49" fontId="0" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" applyProtection="1"><protection locked="0"/></xf>)"
    R"(<xf numFmtId="0" fontId="0" fillId="3" borderId="1" xfId="0" applyFill="1" applyBorder="1" applyProtection="1"><protection locked="0"/></xf>)"
    R"(<xf numFmtId="1" fontId="0" fillId="3" borderId="1" xfId="0" applyNumberFormat="1" applyFill="1" applyBorder="1" applyProtection="1"><protection locked="0"/></xf>)"
    R"(<xf numFmtId="0" fontId="0" fillId="4" borderId="1" xfId="0" applyFill="1" applyBorder="1"/>)"
    R"(</cellXfs></styleSheet>)";

// The days of spreadsheets count on from here, as of March 1900.
const domain::Date day_nought{1899, 12, 30};

void add(Poco::Zip::Compress& archive, const char* name, const std::string& content) {
    std::istringstream input(std::string(declaration) + content);
    archive.addFile(input, Poco::DateTime(1980, 1, 1), Poco::Path(name, Poco::Path::PATH_UNIX));
}

// A character that XML 1.0 has no place for, even escaped.
bool is_dropped(char c) {
    const auto octet = static_cast<unsigned char>(c);
    return octet < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

}  // namespace

std::string xml_text(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (is_dropped(c)) continue;
        if (c == '&')
            escaped += "&amp;";
        else if (c == '<')
            escaped += "&lt;";
        else if (c == '>')
            escaped += "&gt;";
        else if (c == '"')
            escaped += "&quot;";
        else
            escaped += c;
    }
    return escaped;
}

std::string column_letters(int place) {
    std::string letters;
    for (int rest = place + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

SheetWriter::SheetWriter() = default;

std::string SheetWriter::opening(CellStyle style) {
    if (!in_row_) rows_ += "<row r=\"" + std::to_string(row_) + "\">";
    in_row_ = true;
    return "<c r=\"" + column_letters(column_++) + std::to_string(row_) + "\" s=\"" +
           std::to_string(static_cast<int>(style)) + "\"";
}

void SheetWriter::text(std::string_view cell, CellStyle style) {
    rows_ += opening(style) + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml_text(cell) + "</t></is></c>";
}

void SheetWriter::number(std::string_view cell, CellStyle style) {
    rows_ += opening(style) + "><v>" + std::string(cell) + "</v></c>";
}

void SheetWriter::day(domain::Date cell, CellStyle style) {
    number(std::to_string((cell - day_nought).days()), style);
}

void SheetWriter::empty(CellStyle style) {
    rows_ += opening(style) + "/>";
}

void SheetWriter::end_row() {
    rows_ += "</row>";
    ++row_;
    column_ = 0;
    in_row_ = false;
}

std::string write_workbook(const SheetFrame& frame, const std::string& rows) {
    const std::string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    std::ostringstream bytes;
    Poco::Zip::Compress archive(bytes, true);
    add(archive, "[Content_Types].xml", std::string(content_types));
    add(archive, "_rels/.rels", std::string(package_relations));
    add(archive, "xl/workbook.xml",
        "<workbook " + main +
            " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"" +
            xml_text(frame.name) + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    add(archive, "xl/_rels/workbook.xml.rels", std::string(workbook_relations));
    add(archive, "xl/styles.xml", std::string(styles));
    add(archive, "xl/worksheets/sheet1.xml",
        "<worksheet " + main + ">" + frame.before + "<sheetData>" + rows + "</sheetData>" + frame.behind +
            "</worksheet>");
    archive.close();
    return bytes.str();
}

}  // namespace mvoi::render
