// SPDX-License-Identifier: EUPL-1.2
#include "intake/table/csv.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <vector>

#include "domain/characters.hpp"
#include "domain/refusal.hpp"
#include "intake/text/text.hpp"

namespace mvoi::intake {
namespace {

constexpr std::size_t max_record_bytes = 1024 * 1024;
// A file with an open quote on every line would otherwise be read as often as it has lines.
constexpr std::size_t max_again_bytes = 64 * 1024 * 1024;

constexpr std::string_view delimiters = ";\t,";
constexpr std::size_t lines_ahead = 30;  // a list may have titles above its header

bool is_blank_line(std::string_view line, char delimiter) {
    return std::all_of(line.begin(), line.end(),
                       [&](char c) { return c != delimiter && (c == ' ' || c == '\t' || c == '\r' || c == '\n'); });
}

using DelimiterCounts = std::array<std::size_t, delimiters.size()>;

// How often each stands outside quotes.
DelimiterCounts delimiters_in(std::string_view line) {
    DelimiterCounts counts{};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        const std::size_t which = delimiters.find(c);
        if (!quoted && which != std::string_view::npos) ++counts[which];
    }
    return counts;
}

// The one that stands most often in the first line; when there are as many, the one Dutch spreadsheets write. Where the
// first line is a title, that of the lines below it that have as many columns as each other, and the most.
char delimiter_of(const std::vector<DelimiterCounts>& lines) {
    if (lines.empty()) return delimiters.front();
    const auto most = [](const DelimiterCounts& counts) {
        return static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    };
    const std::size_t first = most(lines.front());
    if (lines.front()[first] > 0 && (lines.size() == 1 || lines.front()[first] == lines[1][first]))
        return delimiters[first];
    std::size_t best = first, best_count = lines.front()[first];
    for (std::size_t which = 0; which < delimiters.size(); ++which)
        for (std::size_t i = 1; i < lines.size(); ++i)
            if (lines[i][which] == lines[i - 1][which] && lines[i][which] > best_count) {
                best = which;
                best_count = lines[i][which];
            }
    return delimiters[best];
}

// "sep=;" before the header is how Excel is told the delimiter.
bool is_separator_line(std::string_view line) {
    return line.size() == 5 && folded(line.substr(0, 3)) == "sep" && line[3] == '=';
}

// By its mark, or by the zero beside each letter of a line that has none.
bool is_utf16(std::string_view line) {
    if (line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF")) return true;
    if (line.size() < 4) return false;
    const auto is_zero = [&](std::size_t at) { return line[at] == '\0'; };
    return (is_zero(1) && is_zero(3) && !is_zero(0) && !is_zero(2)) ||
           (is_zero(0) && is_zero(2) && !is_zero(1) && !is_zero(3));
}

}  // namespace

CsvReader::CsvReader(std::istream& input, char delimiter, bool windows_1252)
    : lines_(input, LineEnd::LfOrCr, max_record_bytes), windows_1252_(windows_1252), delimiter_(delimiter) {
    if (csv_init(&parser_, 0) != 0) throw std::bad_alloc();
}

CsvReader::~CsvReader() {
    csv_free(&parser_);
}

bool CsvReader::read_line(Line& line) {
    if (!lines_.next(line.text)) return false;
    line.number = lines_.number();
    line.too_long = lines_.is_too_long();
    line.last = lines_.line_end().empty();
    line.text += lines_.line_end();
    return true;
}

// Looks at the first lines: the encoding, and the delimiter unless it was said.
void CsvReader::begin() {
    begun_ = true;
    std::vector<DelimiterCounts> counts;
    Line line;
    bool is_first = true;
    while (ahead_.size() < lines_ahead && read_line(line)) {
        const bool blank = is_blank_line(line.text, delimiter_);
        std::string_view text = line.text;
        while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
        if (!blank && is_first) {
            is_first = false;
            if (is_utf16(text)) throw domain::Refusal(domain::No::Invalid, domain::Fault{"", "import.utf16", {}});
            if (lines_.had_mark()) windows_1252_ = false;
            if (is_separator_line(text)) {
                if (delimiter_ == '\0') delimiter_ = text[4];
                line.text.erase(0, text.size());
                ahead_.push_back(std::move(line));
                break;
            }
        }
        if (!blank) counts.push_back(delimiters_in(text));
        ahead_.push_back(std::move(line));
        if (delimiter_ != '\0' && !is_first) break;
    }
    if (delimiter_ == '\0') delimiter_ = delimiter_of(counts);
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter_));
}

bool CsvReader::next_line(Line& line) {
    if (!begun_) begin();
    if (!again_.empty()) {
        line = std::move(again_.front());
        again_.pop_front();
        return true;
    }
    if (!ahead_.empty()) {
        line = std::move(ahead_.front());
        ahead_.pop_front();
    } else if (!read_line(line)) {
        return false;
    }
    if (windows_1252_ && !std::all_of(line.text.begin(), line.text.end(), domain::is_ascii)) {
        std::string decoded;
        append_windows_1252(decoded, line.text);
        line.text = std::move(decoded);
    }
    // The last line may lack its end; with one, a record that is still open has an open quote.
    if (line.last) line.text += '\n';
    return true;
}

void CsvReader::on_cell(void* text, std::size_t size, void* self) {
    Record& record = *static_cast<CsvReader*>(self)->record_;
    record.text.append(static_cast<const char*>(text), size);
    record.ends.push_back(record.text.size());
}

void CsvReader::on_record(int, void* self) {
    static_cast<CsvReader*>(self)->complete_ = true;
}

void CsvReader::parse(const Line& line) {
    if (csv_parse(&parser_, line.text.data(), line.text.size(), on_cell, on_record, this) != line.text.size())
        throw std::bad_alloc();
}

// The record is given up as far as its first line; the others are read afresh.
void CsvReader::refuse_open_quote() {
    csv_fini(&parser_, nullptr, nullptr, nullptr);  // forgets what was read of the record
    record_->rule = "import.quote-open";
    record_->ends.clear();
    if (again_bytes_ + open_bytes_ <= max_again_bytes) {
        record_->last_line = record_->line;
        again_bytes_ += open_bytes_;
        again_.insert(again_.begin(), std::make_move_iterator(open_.begin()), std::make_move_iterator(open_.end()));
    }
    open_.clear();
    open_bytes_ = 0;
}

void CsvReader::clear_record() {
    record_->text.clear();
    record_->ends.clear();
    record_->rule = {};
    open_.clear();
    open_bytes_ = 0;
    complete_ = false;
}

bool CsvReader::next(Record& record) {
    record_ = &record;
    clear_record();
    bool open = false;  // a record has begun and goes on
    while (next_line(line_)) {
        if (!open) record.line = line_.number;
        record.last_line = line_.number;
        if (line_.too_long && !open) {
            record.rule = "import.line-too-long";
            return true;
        }
        if (!line_.too_long) parse(line_);
        if (complete_) {
            if (!trimmed(record.text).empty()) return true;
            clear_record();
            open = false;
            continue;
        }
        if (!open && is_blank_line(line_.text, delimiter_)) continue;
        const bool give_up = line_.too_long;
        if (open) {
            open_bytes_ += line_.text.size();
            open_.push_back(std::move(line_));
        }
        open = true;
        if (give_up || open_bytes_ > max_record_bytes) break;
    }
    if (!open) return false;
    refuse_open_quote();
    return true;
}

}  // namespace mvoi::intake
