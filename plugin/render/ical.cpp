// SPDX-License-Identifier: EUPL-1.2
#include "render/ical.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <utility>

namespace mvoi::render {

namespace {

using domain::Certainty;
using domain::Date;
using domain::Feed;
using domain::FeedItem;
using domain::MilestoneStatus;
using domain::PlannedDate;
using domain::Precision;

// ---- words ----------------------------------------------------------------------------------------------------------

struct Words {
    std::array<std::string_view, 12> months;
    std::array<std::string_view, 4> ordinals;
    std::string_view quarter, half_year;
    std::string_view fixed, expected, uncertain;
    std::string_view reference, organisation, kind, flags, date;
};

constexpr Words dutch{{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
                       "oktober", "november", "december"},
                      {"1e", "2e", "3e", "4e"},
                      " kwartaal ",
                      " halfjaar ",
                      "vast",
                      "verwacht",
                      "onzeker",
                      "Kenmerk",
                      "Organisatie",
                      "Soort",
                      "Vlaggen",
                      "Datum"};
constexpr Words english{{"January", "February", "March", "April", "May", "June", "July", "August", "September",
                         "October", "November", "December"},
                        {"1st", "2nd", "3rd", "4th"},
                        " quarter of ",
                        " half of ",
                        "fixed",
                        "expected",
                        "uncertain",
                        "Reference",
                        "Organisation",
                        "Kind",
                        "Flags",
                        "Date"};

const Words& words_of(std::string_view language) {
    return language == "en" ? english : dutch;
}

std::string_view word_of(Certainty certainty, const Words& words) {
    switch (certainty) {
        case Certainty::Fixed:
            return words.fixed;
        case Certainty::Expected:
            return words.expected;
        case Certainty::Uncertain:
            break;
    }
    return words.uncertain;
}

// The kinds are Dutch codes; an English reader gets the words of Directive 2014/24/EU.
std::string_view word_of_kind(std::string_view kind, const Words& words) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> translated{
        {{"werk", "works"}, {"levering", "supplies"}, {"dienst", "services"}}};
    if (&words == &english) {
        for (const auto& [code, word] : translated) {
            if (code == kind) return word;
        }
    }
    return kind;
}

void append_number(std::string& to, int value) {
    std::array<char, 12> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    to.append(digits.data(), end);
}

void append_period(std::string& to, const PlannedDate& date, const Words& words) {
    if (!date.first || date.precision == Precision::Unknown) return;
    const auto day = date.first->year_month_day();
    const auto month = static_cast<std::size_t>(day.month - 1);
    switch (date.precision) {
        case Precision::Day:
            append_number(to, day.day);
            to.push_back(' ');
            [[fallthrough]];
        case Precision::Month:
            to.append(words.months[month]).push_back(' ');
            break;
        case Precision::Quarter:
            to.append(words.ordinals[month / 3]).append(words.quarter);
            break;
        case Precision::HalfYear:
            to.append(words.ordinals[month / 6]).append(words.half_year);
            break;
        case Precision::Year:
        case Precision::Unknown:
            break;
    }
    append_number(to, day.year);
}

void append_detail(std::string& to, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    to.append(name).append(": ").append(value).push_back('\n');
}

void append_flags(std::string& to, const std::vector<std::string>& flags, const Words& words) {
    if (flags.empty()) return;
    to.append(words.flags).append(": ");
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (i > 0) to.append(", ");
        to.append(flags[i]);
    }
    to.push_back('\n');
}

void append_description(std::string& to, const FeedItem& item, const Words& words) {
    append_detail(to, words.reference, item.reference);
    append_detail(to, words.organisation, item.organisation);
    append_detail(to, words.kind, word_of_kind(item.kind, words));
    append_flags(to, item.flags, words);
    to.append(words.date).append(": ");
    append_period(to, item.date, words);
    to.append(", ").append(word_of(item.date.certainty, words));
}

void append_summary(std::string& to, const FeedItem& item, const Words& words) {
    to.append(item.label);
    if (!item.label.empty() && !item.title.empty()) to.append(": ");
    to.append(item.title);
    if (item.date.precision == Precision::Day) return;
    to.append(" (");
    append_period(to, item.date, words);
    to.push_back(')');
}

// ---- characters -----------------------------------------------------------------------------------------------------

constexpr unsigned char octet(char c) {
    return static_cast<unsigned char>(c);
}

// ASCII that stands for itself in a TEXT. A tab does too: it is white space, not a control, to RFC 5545.
constexpr bool is_plain(unsigned char c) {
    return c == '\t' || (c >= 0x20 && c < 0x7F && c != '\\' && c != ';' && c != ',');
}

constexpr auto plain = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c) table[c] = is_plain(static_cast<unsigned char>(c));
    return table;
}();

constexpr std::size_t plain_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && plain[octet(text[length])]) ++length;
    return length;
}

// Octets of the character that a lead octet announces, and which second octets it allows (Unicode, table 3-7): the
// narrowed ranges keep out overlong forms, surrogates and everything after U+10FFFF.
struct Lead {
    std::size_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

constexpr Lead lead_of(unsigned char c) {
    if (c >= 0xC2 && c <= 0xDF) return {2, 0x80, 0xBF};
    if (c == 0xE0) return {3, 0xA0, 0xBF};
    if (c == 0xED) return {3, 0x80, 0x9F};
    if (c >= 0xE1 && c <= 0xEF) return {3, 0x80, 0xBF};
    if (c == 0xF0) return {4, 0x90, 0xBF};
    if (c >= 0xF1 && c <= 0xF3) return {4, 0x80, 0xBF};
    if (c == 0xF4) return {4, 0x80, 0x8F};
    return {};
}

// The length of the multi-octet UTF-8 character that the text begins with; 0 when it is none.
constexpr std::size_t character_length(std::string_view text) {
    const Lead lead = lead_of(octet(text[0]));
    if (lead.length == 0 || text.size() < lead.length) return 0;
    if (octet(text[1]) < lead.low || octet(text[1]) > lead.high) return 0;
    for (std::size_t i = 2; i < lead.length; ++i) {
        if ((octet(text[i]) & 0xC0) != 0x80) return 0;
    }
    return lead.length;
}

// What one character, or one line ending, becomes in a TEXT; how many octets of the source it took.
struct Replacement {
    std::string_view text;
    std::size_t taken = 1;
};

Replacement replace_ascii(std::string_view text) {
    switch (text[0]) {
        case '\\':
            return {"\\\\"};
        case ';':
            return {"\\;"};
        case ',':
            return {"\\,"};
        case '\n':
            return {"\\n"};
        case '\r':
            return {"\\n", text.size() > 1 && text[1] == '\n' ? 2U : 1U};
        default:
            return {""};  // a control character
    }
}

// NEL, LINE SEPARATOR and PARAGRAPH SEPARATOR end a line for readers that split by Unicode, so they are written as \n;
// the other C1 controls go the way of the C0 ones. An octet that is no UTF-8 shows as U+FFFD.
Replacement replace_wide(std::string_view text) {
    const std::size_t length = character_length(text);
    if (length == 0) return {"\xEF\xBF\xBD"};
    const std::string_view character = text.substr(0, length);
    if (character == "\xC2\x85" || character == "\xE2\x80\xA8" || character == "\xE2\x80\xA9") return {"\\n", length};
    if (length == 2 && octet(text[0]) == 0xC2 && octet(text[1]) < 0xA0) return {"", length};
    return {character, length};
}

Replacement replace(std::string_view text) {
    return octet(text[0]) < 0x80 ? replace_ascii(text) : replace_wide(text);
}

// ---- content lines --------------------------------------------------------------------------------------------------

// Content lines (RFC 5545 3.1) in one string, folded while they are written: no line is ever built apart.
class ContentLines {
  public:
    explicit ContentLines(std::size_t expected_bytes) { bytes_.reserve(expected_bytes); }

    // Whole lines of ASCII that need neither folding nor escaping, each with its CRLF.
    void whole(std::string_view lines) { bytes_.append(lines); }

    void begin(std::string_view name) {
        line_start_ = bytes_.size();
        folded_ = false;
        bytes_.append(name);
    }

    void text(std::string_view value) {
        while (!value.empty()) {
            const std::size_t length = plain_length(value);
            ascii(value.substr(0, length));
            value.remove_prefix(length);
            if (value.empty()) return;
            const Replacement replacement = replace(value);
            unit(replacement.text);
            value.remove_prefix(replacement.taken);
        }
    }

    // Between the values of a list; the only comma that is not escaped.
    void comma() { unit(","); }

    void end() {
        drop_blank_line();
        bytes_.append("\r\n");
    }

    std::string take() && { return std::move(bytes_); }

  private:
    static constexpr std::size_t line_octets = 75;  // without CRLF, with the blank of a folded line

    std::size_t room() const { return line_octets - (bytes_.size() - line_start_); }

    void fold() {
        drop_blank_line();
        bytes_.append("\r\n ");
        line_start_ = bytes_.size() - 1;
        folded_ = true;
    }

    // A folded line of blanks alone looks empty, and readers such as vobject end the property there. Blanks that fill a
    // whole line say nothing, so they go.
    void drop_blank_line() {
        if (!folded_ || bytes_.find_first_not_of(" \t", line_start_) != std::string::npos) return;
        bytes_.resize(line_start_ - 2);
    }

    void ascii(std::string_view run) {
        while (run.size() > room()) {
            const std::size_t fits = room();
            bytes_.append(run.substr(0, fits));
            run.remove_prefix(fits);
            fold();
        }
        bytes_.append(run);
    }

    // Octets that stay together: a character of UTF-8, or a backslash and what it escapes.
    void unit(std::string_view octets) {
        if (octets.size() > room()) fold();
        bytes_.append(octets);
    }

    std::string bytes_;
    std::size_t line_start_ = 0;
    bool folded_ = false;
};

void text_line(ContentLines& out, std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out.begin(name);
    out.text(value);
    out.end();
}

// ---- days and stamps ------------------------------------------------------------------------------------------------

char* put_digits(char* at, int value, int width) {
    for (int i = width - 1; i >= 0; --i) {
        at[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
    return at + width;
}

void date_line(ContentLines& out, std::string_view name, Date date) {
    const auto day = date.year_month_day();
    std::array<char, 10> line;
    char* at = put_digits(line.data(), day.year, 4);
    at = put_digits(at, day.month, 2);
    at = put_digits(at, day.day, 2);
    at[0] = '\r';
    at[1] = '\n';
    out.whole(name);
    out.whole({line.data(), line.size()});
}

using Stamp = std::array<char, 16>;  // "20261121T093000Z"

bool is_number_up_to(std::string_view two_digits, int highest) {
    int value = 0;
    for (const char digit : two_digits) {
        if (digit < '0' || digit > '9') return false;
        value = value * 10 + (digit - '0');
    }
    return value <= highest;
}

// ".123" of a second, which iCalendar cannot say, or nothing.
bool is_fraction(std::string_view text) {
    return text.empty() ||
           (text.size() > 1 && text[0] == '.' && text.find_first_not_of("0123456789", 1) == std::string_view::npos);
}

// "2026-11-21T09:30:00Z"; nothing when it is not such a stamp. A leap second is one.
std::optional<Stamp> stamp_from(std::string_view text) {
    if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text.back() != 'Z') return {};
    if (!domain::parse_date(text.substr(0, 10)) || !is_fraction(text.substr(19, text.size() - 20))) return {};
    if (!is_number_up_to(text.substr(11, 2), 23) || !is_number_up_to(text.substr(14, 2), 59) ||
        !is_number_up_to(text.substr(17, 2), 60)) {
        return {};
    }
    return Stamp{text[0], text[1],  text[2],  text[3],  text[5],  text[6],  text[8],  text[9],
                 'T',     text[11], text[12], text[14], text[15], text[17], text[18], 'Z'};
}

void stamp_line(ContentLines& out, std::string_view name, const Stamp& stamp) {
    out.whole(name);
    out.whole({stamp.data(), stamp.size()});
    out.whole("\r\n");
}

// ---- the event ------------------------------------------------------------------------------------------------------

bool can_be_shown(const FeedItem& item) {
    const PlannedDate& date = item.date;
    return date.precision != Precision::Unknown && date.first && date.last && *date.first <= *date.last;
}

void write_identity(ContentLines& out, const FeedItem& item) {
    out.begin("UID:");
    out.text(item.tender);
    out.text("-");
    out.text(item.code);
    out.text("@mvoi");
    out.end();
}

// DTSTAMP must be there, and without METHOD it says when the item was last changed (3.8.7.2). The clock is no help: it
// would change the bytes at every poll. An item that does not know gets the beginning of time, which is always older.
void write_stamps(ContentLines& out, const FeedItem& item) {
    const auto stamp = stamp_from(item.changed);
    if (!stamp) return out.whole("DTSTAMP:19700101T000000Z\r\n");
    stamp_line(out, "DTSTAMP:", *stamp);
    stamp_line(out, "LAST-MODIFIED:", *stamp);
}

void write_sequence(ContentLines& out, int sequence) {
    std::array<char, 12> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), sequence).ptr;
    out.whole("SEQUENCE:");
    out.whole({digits.data(), static_cast<std::size_t>(end - digits.data())});
    out.whole("\r\n");
}

void write_days(ContentLines& out, const PlannedDate& date) {
    date_line(out, "DTSTART;VALUE=DATE:", *date.first);
    date_line(out, "DTEND;VALUE=DATE:", *date.last + boost::gregorian::days(1));  // exclusive (3.8.2.2)
}

std::string_view status_line(const FeedItem& item) {
    if (item.status == MilestoneStatus::Cancelled) return "STATUS:CANCELLED\r\n";
    const bool sure = item.date.precision == Precision::Day && item.date.certainty == Certainty::Fixed;
    if (item.status == MilestoneStatus::Done || sure) return "STATUS:CONFIRMED\r\n";
    return "STATUS:TENTATIVE\r\n";
}

void write_categories(ContentLines& out, const FeedItem& item) {
    bool begun = false;
    const auto category = [&](std::string_view value) {
        if (value.empty()) return;
        if (begun) out.comma();
        if (!begun) out.begin("CATEGORIES:");
        out.text(value);
        begun = true;
    };
    category(item.label);
    for (const auto& flag : item.flags) category(flag);
    if (begun) out.end();
}

// `scratch` holds a text before it is escaped; it is kept from event to event so that nothing is allocated for it.
void write_event(ContentLines& out, const FeedItem& item, const Words& words, std::string& scratch) {
    out.whole("BEGIN:VEVENT\r\n");
    write_identity(out, item);
    write_stamps(out, item);
    write_sequence(out, item.sequence);
    write_days(out, item.date);
    scratch.clear();
    append_summary(scratch, item, words);
    text_line(out, "SUMMARY:", scratch);
    scratch.clear();
    append_description(scratch, item, words);
    text_line(out, "DESCRIPTION:", scratch);
    write_categories(out, item);
    out.whole(status_line(item));
    out.whole("TRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\nEND:VEVENT\r\n");
}

// ---- the calendar ---------------------------------------------------------------------------------------------------

// The same stamps sort alike as text and in time, so a stamp is only taken apart when it may be the latest.
std::optional<Stamp> last_change(const Feed& feed) {
    std::optional<Stamp> latest;
    std::string_view latest_text;
    for (const auto& item : feed.items) {
        if (item.changed <= latest_text || !can_be_shown(item)) continue;
        const auto stamp = stamp_from(item.changed);
        if (!stamp) continue;
        latest = stamp;
        latest_text = item.changed;
    }
    return latest;
}

void write_calendar_properties(ContentLines& out, const Feed& feed) {
    out.whole("VERSION:2.0\r\nPRODID:-//libmvoi//mvoi//NL\r\nCALSCALE:GREGORIAN\r\n");
    text_line(out, "NAME:", feed.name);
    text_line(out, "DESCRIPTION:", feed.description);
    if (const auto stamp = last_change(feed)) stamp_line(out, "LAST-MODIFIED:", *stamp);
    out.whole("REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\nX-PUBLISHED-TTL:PT4H\r\n");
    text_line(out, "X-WR-CALNAME:", feed.name);  // for readers older than RFC 7986
    text_line(out, "X-WR-CALDESC:", feed.description);
}

// A calendar holds at least one component (3.6), and a time zone is the one that shows nothing.
void write_time_zone(ContentLines& out) {
    out.whole(
        "BEGIN:VTIMEZONE\r\n"
        "TZID:Europe/Amsterdam\r\n"
        "BEGIN:DAYLIGHT\r\n"
        "DTSTART:19700329T020000\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
        "TZOFFSETFROM:+0100\r\n"
        "TZOFFSETTO:+0200\r\n"
        "END:DAYLIGHT\r\n"
        "BEGIN:STANDARD\r\n"
        "DTSTART:19701025T030000\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
        "TZOFFSETFROM:+0200\r\n"
        "TZOFFSETTO:+0100\r\n"
        "END:STANDARD\r\n"
        "END:VTIMEZONE\r\n");
}

// Enough for nearly every feed; a text of many escapes makes the string grow once.
std::size_t expected_bytes(const Feed& feed) {
    constexpr std::size_t fixed_bytes = 480;  // the unchanging parts of a calendar, or of an event
    std::size_t bytes = 2 * fixed_bytes + 3 * (feed.name.size() + feed.description.size());
    for (const auto& item : feed.items) {
        bytes += fixed_bytes + item.label.size() * 2 + item.title.size() + item.title.size() / 8 +
                 item.reference.size() + item.organisation.size();
        for (const auto& flag : item.flags) bytes += 2 * flag.size() + 8;
    }
    return bytes;
}

}  // namespace

std::string write_ical(const Feed& feed) {
    ContentLines out(expected_bytes(feed));
    const Words& words = words_of(feed.language);
    std::string scratch;
    bool empty = true;
    out.whole("BEGIN:VCALENDAR\r\n");
    write_calendar_properties(out, feed);
    for (const auto& item : feed.items) {
        if (!can_be_shown(item)) continue;
        write_event(out, item, words, scratch);
        empty = false;
    }
    if (empty) write_time_zone(out);
    out.whole("END:VCALENDAR\r\n");
    return std::move(out).take();
}

std::string period_in_words(const PlannedDate& date, std::string_view language) {
    std::string words;
    append_period(words, date, words_of(language));
    return words;
}

}  // namespace mvoi::render
