// SPDX-License-Identifier: EUPL-1.2
#include "intake/workbook/merged.hpp"

#include <algorithm>

#include "domain/characters.hpp"
#include "intake/text/text.hpp"

namespace mvoi::intake {
namespace {

constexpr std::size_t most_ranges = 1'000'000, most_column = 16384;
constexpr std::int64_t most_row = 10'000'000;

// The record anew, with this text in a cell of its own.
void put_cell(Record& record, std::size_t column, const std::string& text) {
    std::string all;
    std::vector<std::size_t> ends;
    const std::size_t size = std::max(record.size(), column + 1);
    for (std::size_t i = 0; i < size; ++i) {
        if (i == column)
            all += text;
        else if (i < record.size())
            all += record.cell(i);
        ends.push_back(all.size());
    }
    record.text = std::move(all);
    record.ends = std::move(ends);
    record.numbers.resize(size, false);
    record.merged.push_back(column);
}

}  // namespace

bool read_place(std::string_view reference, std::size_t& column, std::int64_t& row) {
    column = 0;
    row = 0;
    std::size_t at = 0;
    for (; at < reference.size() && domain::is_upper(reference[at]); ++at) {
        column = column * 26 + static_cast<std::size_t>(reference[at] - 'A') + 1;
        if (column > most_column) return false;
    }
    if (at == 0 || at == reference.size()) return false;
    for (; at < reference.size(); ++at) {
        if (!domain::is_digit(reference[at]) || row > most_row) return false;
        row = row * 10 + (reference[at] - '0');
    }
    --column;
    return row > 0;
}

void MergedCells::add(std::string_view range) {
    const std::size_t colon = range.find(':');
    Range merged;
    std::size_t last_column = 0;
    if (colon == std::string_view::npos || ranges_.size() == most_ranges) return;
    if (!read_place(range.substr(0, colon), merged.column, merged.first)) return;
    if (!read_place(range.substr(colon + 1), last_column, merged.last) || merged.last <= merged.first) return;
    ranges_.push_back(std::move(merged));
}

void MergedCells::apply(Record& record) {
    if (ranges_.empty()) return;
    if (!sorted_)
        std::stable_sort(ranges_.begin(), ranges_.end(),
                         [](const Range& a, const Range& b) { return a.first < b.first; });
    sorted_ = true;
    std::erase_if(open_, [&](std::size_t i) { return ranges_[i].last < record.line; });
    const bool blank = record.ends.empty();
    for (const std::size_t i : open_) {
        const Range& range = ranges_[i];
        const bool is_there = range.column < record.size() && !trimmed(record.cell(range.column)).empty();
        if (!blank && record.rule.empty() && !is_there && !range.text.empty())
            put_cell(record, range.column, range.text);
    }
    for (; begun_ < ranges_.size() && ranges_[begun_].first <= record.line; ++begun_) {
        Range& range = ranges_[begun_];
        if (range.last < record.line) continue;
        if (range.first == record.line && range.column < record.size()) range.text = record.cell(range.column);
        open_.push_back(begun_);
    }
}

}  // namespace mvoi::intake
