// SPDX-License-Identifier: EUPL-1.2
#include "page.hpp"

#include <algorithm>

namespace mvoi::cli {

namespace {

constexpr std::string_view gap = "  ";
// Narrower than this a column is unreadable: then the page runs over rather than the text.
constexpr std::size_t least_wrapped = 24;

std::string padded(std::string_view text, std::size_t columns, Side side) {
    const std::string blanks(columns - std::min(columns, width(text)), ' ');
    return side == Side::Left ? std::string(text) + blanks : blanks + std::string(text);
}

void append_line(std::string& out, std::string_view line) {
    const std::size_t end = line.find_last_not_of(' ');
    out.append(line.substr(0, end == std::string_view::npos ? 0 : end + 1)).append("\n");
}

// The text beside what stands before it, its further lines indented to the same column.
void append_hanging(std::string& out, const std::string& before, std::string_view text, std::size_t page_columns) {
    const std::size_t indent = width(before);
    const std::size_t room = page_columns > indent ? page_columns - indent : 0;
    const std::vector<std::string> lines = wrapped(text, page_columns == 0 ? 0 : std::max(room, least_wrapped));
    append_line(out, before + lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i) append_line(out, std::string(indent, ' ') + lines[i]);
}

// As the library writes them: "2027-05-02".
bool is_day(std::string_view word) {
    constexpr std::string_view form = "dddd-dd-dd";
    if (word.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] == '-' ? word[i] != '-' : word[i] < '0' || word[i] > '9') return false;
    return word.substr(5, 2) >= "01" && word.substr(5, 2) <= "12";
}

std::string day_in_words(std::string_view day, const Page& page) {
    constexpr Text months[] = {{"januari", "January"}, {"februari", "February"}, {"maart", "March"},
                               {"april", "April"},     {"mei", "May"},           {"juni", "June"},
                               {"juli", "July"},       {"augustus", "August"},   {"september", "September"},
                               {"oktober", "October"}, {"november", "November"}, {"december", "December"}};
    const auto month = static_cast<std::size_t>((day[5] - '0') * 10 + day[6] - '1');
    std::string_view number = day.substr(8);
    if (number.starts_with('0')) number.remove_prefix(1);
    return std::string(number) + " " + std::string(page.in(months[month])) + " " + std::string(day.substr(0, 4));
}

}  // namespace

void Table::row(std::vector<std::string> cells) {
    cells.resize(columns_.size());
    for (std::string& cell : cells) cell = printable(cell);
    rows_.push_back(std::move(cells));
}

// The width of each column, 0 for one in which no row says anything.
std::vector<std::size_t> Table::widths(const std::vector<std::string>& titles) const {
    std::vector<std::size_t> widths(columns_.size(), 0);
    for (const std::vector<std::string>& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    }
    for (std::size_t i = 0; i < widths.size(); ++i) {
        if (widths[i] > 0) widths[i] = std::max(widths[i], width(titles[i]));
    }
    return widths;
}

std::string Table::drawn(Language language, std::size_t page_columns) const {
    std::vector<std::string> titles;
    for (const Column& column : columns_) titles.emplace_back(column.title.in(language));
    const std::vector<std::size_t> widths = this->widths(titles);
    std::size_t last = widths.size();
    while (last > 0 && widths[last - 1] == 0) --last;

    std::string out;
    const auto draw = [&](const std::vector<std::string>& cells) {
        std::string line;
        for (std::size_t i = 0; i + 1 < last; ++i) {
            if (widths[i] > 0) line.append(padded(cells[i], widths[i], columns_[i].side)).append(gap);
        }
        if (last == 0) return;
        const bool right = columns_[last - 1].side == Side::Right;
        append_hanging(out, line, right ? padded(cells[last - 1], widths[last - 1], Side::Right) : cells[last - 1],
                       page_columns);
    };
    draw(titles);
    for (const std::vector<std::string>& row : rows_) draw(row);
    return out;
}

std::string Page::label(std::string_view kind, const std::string& code) const {
    const Object::Ptr words = labels_ ? labels_->getObject(std::string(kind)) : nullptr;
    return words && words->has(code) ? text_of(*words, code) : code;
}

void Page::sentence(Text pattern, std::initializer_list<std::string_view> words) {
    std::vector<std::string> said;
    for (const std::string_view word : words)
        said.push_back(is_day(word) ? day_in_words(word, *this) : std::string(word));
    const std::vector<std::string_view> views(said.begin(), said.end());
    append_hanging(text_, {}, printable(fill(in(pattern), std::span(views))), columns_);
}

void Page::verbatim(std::string_view text) {
    append_line(text_, printable(text));
}

void Page::heading(Text title) {
    if (!text_.empty()) text_ += '\n';
    text_.append(in(title)).append("\n");
}

void Page::pairs(const std::vector<std::pair<std::string, std::string>>& pairs) {
    std::size_t widest = 0;
    for (const auto& [name, value] : pairs) widest = std::max(widest, value.empty() ? 0 : width(name));
    for (const auto& [name, value] : pairs) {
        if (value.empty()) continue;
        append_hanging(text_, padded(printable(name), widest, Side::Left).append(gap), printable(value), columns_);
    }
}

void Page::table(const Table& table) {
    text_ += table.drawn(language_, columns_);
}

}  // namespace mvoi::cli
