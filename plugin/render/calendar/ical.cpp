// SPDX-License-Identifier: EUPL-1.2
#include "render/calendar/ical.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <utility>

#include "render/calendar/content_lines.hpp"
#include "render/calendar/ical_words.hpp"

namespace mvoi::render {

namespace {

using domain::Certainty;
using domain::Date;
using domain::Feed;
using domain::FeedItem;
using domain::MilestoneStatus;
using domain::PlannedDate;
using domain::Precision;

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

// A line with the identifier of the item's event, which never changes; with "-todo" before the sign, that of its task.
void identity_line(ContentLines& out, std::string_view name, const FeedItem& item, std::string_view suffix) {
    out.begin(name);
    out.text(item.tender);
    out.text("-");
    out.text(item.code);
    if (!item.review.empty()) out.text("-");
    out.text(item.review);
    for (const int number : {item.promise, item.evidence, item.year})
        if (number > 0) out.text("-" + std::to_string(number));
    out.text(suffix);
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

void number_line(ContentLines& out, std::string_view name, int number) {
    std::array<char, 12> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.whole(name);
    out.whole({digits.data(), static_cast<std::size_t>(end - digits.data())});
    out.whole("\r\n");
}

void write_days(ContentLines& out, const PlannedDate& date) {
    date_line(out, "DTSTART;VALUE=DATE:", *date.first);
    date_line(out, "DTEND;VALUE=DATE:", *date.last + boost::gregorian::days(1));  // exclusive (3.8.2.2)
}

// True of a day by which something had to be done that was done: nobody need keep it in mind any more, and an event
// knows no better word for it (3.8.1.11). Its summary says that it was done.
bool is_off(const FeedItem& item) {
    return item.status == MilestoneStatus::Cancelled || (item.status == MilestoneStatus::Done && !item.settled.empty());
}

std::string_view status_line(const FeedItem& item) {
    if (is_off(item)) return "STATUS:CANCELLED\r\n";
    const bool sure = item.date.precision == Precision::Day && item.date.certainty == Certainty::Fixed;
    const bool is_known = item.status != MilestoneStatus::DoneBy && item.status != MilestoneStatus::Passed;
    if (item.status == MilestoneStatus::Done || (sure && is_known)) return "STATUS:CONFIRMED\r\n";
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

void write_texts(ContentLines& out, const FeedItem& item, std::string_view what, const IcalWords& words,
                 std::string& scratch) {
    scratch.clear();
    append_summary(scratch, item, what, words);
    text_line(out, "SUMMARY:", scratch);
    scratch.clear();
    append_description(scratch, item, words);
    text_line(out, "DESCRIPTION:", scratch);
    write_categories(out, item);
}

// `scratch` holds a text before it is escaped; it is kept from event to event so that nothing is allocated for it.
void write_event(ContentLines& out, const FeedItem& item, const IcalWords& words, std::string& scratch) {
    out.whole("BEGIN:VEVENT\r\n");
    identity_line(out, "UID:", item, "@mvoi");
    write_stamps(out, item);
    number_line(out, "SEQUENCE:", item.sequence);
    write_days(out, item.date);
    write_texts(out, item, item.settled.empty() ? item.label : item.settled, words, scratch);
    out.whole(status_line(item));
    out.whole("TRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\nEND:VEVENT\r\n");
}

// ---- what there is to do --------------------------------------------------------------------------------------------

// The day on which it was done is what is known; the beginning of that day in UTC is on it in Amsterdam too.
void write_completed(ContentLines& out, const FeedItem& item) {
    out.whole("STATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\n");
    if (!item.changed_on) return;
    const auto stamp = stamp_from(domain::to_text(*item.changed_on) + "T00:00:00Z");
    if (stamp) stamp_line(out, "COMPLETED:", *stamp);
}

void write_progress(ContentLines& out, const FeedItem& item) {
    switch (item.status) {
        case MilestoneStatus::Done:
            return write_completed(out, item);
        case MilestoneStatus::DoneBy:  // on which day is not known
            return out.whole("STATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\n");
        case MilestoneStatus::Passed:  // nobody need do it any more
        case MilestoneStatus::Cancelled:
            return out.whole("STATUS:CANCELLED\r\n");
        case MilestoneStatus::Planned:
            break;
    }
    out.whole("STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:0\r\n");
}

// Before it is due, and before the day on which it is better done, which stands in its description (RFC 5545 3.8.6.3:
// of a task, the end is when it is due).
void write_alarms(ContentLines& out, const FeedItem& item, const std::vector<int>& days) {
    if (item.status != MilestoneStatus::Planned) return;
    for (const int each : days) {
        out.whole("BEGIN:VALARM\r\nACTION:DISPLAY\r\n");
        out.begin("TRIGGER;RELATED=END:-P");
        out.text(std::to_string(each) + "D");
        out.end();
        text_line(out, "DESCRIPTION:", item.title.empty() ? item.todo : item.todo + ": " + item.title);
        out.whole("END:VALARM\r\n");
    }
}

// Due on the last day that is still possible: DUE is that day itself, not the one after it (3.8.2.3).
void write_todo(ContentLines& out, const FeedItem& item, const Feed& feed, const IcalWords& words,
                std::string& scratch) {
    out.whole("BEGIN:VTODO\r\n");
    identity_line(out, "UID:", item, "-todo@mvoi");
    write_stamps(out, item);
    number_line(out, "SEQUENCE:", item.sequence);
    date_line(out, "DUE;VALUE=DATE:", *item.date.last);
    write_texts(out, item, item.todo, words, scratch);
    if (item.priority > 0) number_line(out, "PRIORITY:", item.priority);
    write_progress(out, item);
    identity_line(out, "RELATED-TO:", item, "@mvoi");
    write_alarms(out, item, feed.alarm_days);
    out.whole("END:VTODO\r\n");
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
        for (const auto& detail : item.details) bytes += detail.label.size() + detail.value.size() + 8;
    }
    return bytes;
}

}  // namespace

std::string write_ical(const Feed& feed) {
    ContentLines out(expected_bytes(feed));
    const IcalWords& words = words_of(feed.language);
    std::string scratch;
    bool empty = true;
    out.whole("BEGIN:VCALENDAR\r\n");
    write_calendar_properties(out, feed);
    for (const auto& item : feed.items) {
        if (!can_be_shown(item)) continue;
        if (feed.component == domain::Component::Event)
            write_event(out, item, words, scratch);
        else if (!item.todo.empty())
            write_todo(out, item, feed, words, scratch);
        else
            continue;
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

std::string_view weekday_in_words(Date day, std::string_view language) {
    return words_of(language).weekdays[day.day_of_week().as_number()];
}

std::string_view short_month_in_words(int month, std::string_view language) {
    return words_of(language).short_months.at(static_cast<std::size_t>(month - 1));
}

std::string_view kind_in_words(std::string_view kind, std::string_view language) {
    return word_of_kind(kind, words_of(language));
}

}  // namespace mvoi::render
