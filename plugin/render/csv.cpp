// SPDX-License-Identifier: EUPL-1.2
#include "render/csv.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace mvoi::render {

namespace {

// A cell may have lines and tabs; the other controls of ASCII are in no text that somebody meant.
constexpr bool is_dropped(char c) {
    const auto octet = static_cast<unsigned char>(c);
    return (octet < 0x20 && c != '\t' && c != '\r' && c != '\n') || octet == 0x7F;
}

std::string_view without_dropped_start(std::string_view cell) {
    while (!cell.empty() && is_dropped(cell.front())) cell.remove_prefix(1);
    return cell;
}

constexpr bool starts_formula(char c) {
    return std::string_view("=+-@\t\r\n").find(c) != std::string_view::npos;
}

bool needs_quotes(std::string_view cell, char separator) {
    for (const char c : cell) {
        if (c == separator || c == '"' || c == '\r' || c == '\n') return true;
    }
    return false;
}

}  // namespace

CsvWriter::CsvWriter(std::size_t expected_bytes, CsvForm form) : form_(form) {
    bytes_.reserve(expected_bytes);
    if (form_.byte_order_mark) bytes_.append("\xEF\xBB\xBF");
    row_start_ = bytes_.size();
}

void CsvWriter::text(std::string_view cell) {
    next_cell();
    cell = without_dropped_start(cell);  // first, or it would hide the sign of a formula
    if (cell.empty()) return;
    const bool quotes = needs_quotes(cell, form_.separator);
    if (quotes) bytes_.push_back('"');
    if (starts_formula(cell.front())) bytes_.push_back('\'');
    quoted(cell);
    if (quotes) bytes_.push_back('"');
}

void CsvWriter::number(std::int64_t cell) {
    next_cell();
    std::array<char, 20> digits;
    bytes_.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), cell).ptr);
}

void CsvWriter::digits(std::string_view cell) {
    if (cell.find_first_not_of("0123456789.,-") != std::string_view::npos ||
        cell.find('-', 1) != std::string_view::npos)
        return text(cell);
    next_cell();
    const bool quotes = needs_quotes(cell, form_.separator);
    if (quotes) bytes_.push_back('"');
    bytes_.append(cell);
    if (quotes) bytes_.push_back('"');
}

void CsvWriter::date(domain::Date cell) {
    next_cell();
    bytes_.append(domain::to_text(cell));
}

void CsvWriter::end_row() {
    if (in_row_ && bytes_.size() == row_start_) bytes_.append("\"\"");  // one empty cell is not an empty line
    bytes_.append("\r\n");
    row_start_ = bytes_.size();
    in_row_ = false;
}

std::string CsvWriter::take() && {
    if (in_row_) end_row();
    return std::move(bytes_);
}

void CsvWriter::next_cell() {
    if (in_row_) bytes_.push_back(form_.separator);
    in_row_ = true;
}

void CsvWriter::quoted(std::string_view cell) {
    for (const char c : cell) {
        if (is_dropped(c)) continue;
        if (c == '"') bytes_.push_back('"');
        bytes_.push_back(c);
    }
}

}  // namespace mvoi::render
