// SPDX-License-Identifier: EUPL-1.2
#include "render/csv.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace mvoi::render {

namespace {

using domain::Feed;
using domain::FeedItem;
using domain::MilestoneStatus;

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

std::string_view code_of(MilestoneStatus status) {
    switch (status) {
        case MilestoneStatus::Planned:
            return "planned";
        case MilestoneStatus::Done:
            return "done";
        case MilestoneStatus::Cancelled:
            break;
    }
    return "cancelled";
}

using Header = std::array<std::string_view, 15>;

constexpr Header dutch{"eerste dag",   "laatste dag", "precisie",     "zekerheid",   "mijlpaal",
                       "mijlpaalcode", "status",      "titel",        "organisatie", "kenmerk",
                       "soort",        "vlaggen",     "aanbesteding", "gewijzigd",   "contract"};
constexpr Header english{"first day",      "last day", "precision", "certainty",    "milestone",
                         "milestone code", "status",   "title",     "organisation", "reference",
                         "kind",           "flags",    "tender",    "changed",      "contract"};

// What only a public calendar has: what policy publishes besides, and the reservation that goes with every row of it.
using Publication = std::array<std::string_view, 6>;

constexpr Publication dutch_publication{"procedure", "waarde", "thema's", "ambitie", "contact", "voorbehoud"};
constexpr Publication english_publication{"procedure", "value", "themes", "ambition", "contact", "disclaimer"};
constexpr std::array<std::string_view, 5> details{"procedure", "valueBand", "themes", "ambition", "contact"};

bool is_public(const Feed& feed) {
    return feed.audience == domain::Audience::Public;
}

void write_header(CsvWriter& out, const Feed& feed) {
    const bool in_english = feed.language == "en";
    for (const auto name : in_english ? english : dutch) out.text(name);
    if (is_public(feed))
        for (const auto name : in_english ? english_publication : dutch_publication) out.text(name);
    out.end_row();
}

void write_day(CsvWriter& out, const std::optional<domain::Date>& day) {
    if (day) return out.date(*day);
    out.empty();
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) {
        if (!text.empty()) text.append(", ");
        text.append(part);
    }
    return text;
}

void write_published(CsvWriter& out, const FeedItem& item, const Feed& feed) {
    for (const std::string_view code : details) {
        std::string_view value;
        for (const domain::Detail& detail : item.details)
            if (detail.code == code) value = detail.value;
        out.text(value);
    }
    out.text(feed.description);
}

// In the order of the header.
void write_item(CsvWriter& out, const FeedItem& item, const Feed& feed) {
    write_day(out, item.date.first);
    write_day(out, item.date.last);
    out.text(domain::code_of(item.date.precision));
    out.text(domain::code_of(item.date.certainty));
    out.text(item.label);
    out.text(item.code);
    out.text(code_of(item.status));
    out.text(item.title);
    out.text(item.organisation);
    out.text(item.reference);
    out.text(item.kind);
    out.text(joined(item.flags));
    const bool of_contract = item.object == domain::FeedObject::Contract;
    out.text(of_contract ? std::string_view() : item.tender);
    out.text(item.changed);
    out.text(of_contract ? item.tender : std::string_view());
    if (is_public(feed)) write_published(out, item, feed);
    out.end_row();
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

std::string write_csv(const Feed& feed, CsvForm form) {
    constexpr std::size_t row_bytes = 320;
    CsvWriter out((feed.items.size() + 1) * row_bytes, form);
    write_header(out, feed);
    for (const auto& item : feed.items) write_item(out, item, feed);
    return std::move(out).take();
}

}  // namespace mvoi::render
