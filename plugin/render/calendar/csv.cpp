// SPDX-License-Identifier: EUPL-1.2
#include "render/calendar/csv.hpp"

#include <array>

#include "domain/phase.hpp"
#include "domain/words.hpp"

namespace mvoi::render {

namespace {

using domain::Feed;
using domain::FeedItem;

using Header = std::array<std::string_view, 15>;

constexpr Header dutch_header{"eerste dag",   "laatste dag", "precisie",     "zekerheid",   "mijlpaal",
                              "mijlpaalcode", "status",      "titel",        "organisatie", "kenmerk",
                              "soort",        "vlaggen",     "aanbesteding", "gewijzigd",   "contract"};
constexpr Header english_header{"first day",      "last day", "precision", "certainty",    "milestone",
                                "milestone code", "status",   "title",     "organisation", "reference",
                                "kind",           "flags",    "tender",    "changed",      "contract"};

// The columns that only a public calendar has: fields that policy publishes, and the reservation of every row.
using Publication = std::array<std::string_view, 6>;

constexpr Publication dutch_publication{"procedure", "waarde", "thema's", "ambitie", "contact", "voorbehoud"};
constexpr Publication english_publication{"procedure", "value", "themes", "ambition", "contact", "disclaimer"};
constexpr std::array<std::string_view, 5> details{"procedure", "valueBand", "themes", "ambition", "contact"};

bool is_public(const Feed& feed) {
    return feed.audience == domain::Audience::Public;
}

void write_header(CsvWriter& out, const Feed& feed) {
    const bool in_english = feed.language == "en";
    for (const auto name : in_english ? english_header : dutch_header) out.text(name);
    if (is_public(feed))
        for (const auto name : in_english ? english_publication : dutch_publication) out.text(name);
    out.end_row();
}

void write_day(CsvWriter& out, const std::optional<domain::Date>& day) {
    if (day) return out.date(*day);
    out.empty();
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
    out.text(domain::code_of(item.status));
    out.text(item.title);
    out.text(item.organisation);
    out.text(item.reference);
    out.text(item.kind);
    out.text(domain::joined(item.flags));
    const bool of_contract = item.object == domain::FeedObject::Contract;
    out.text(of_contract ? std::string_view() : item.tender);
    out.text(item.changed);
    out.text(of_contract ? item.tender : std::string_view());
    if (is_public(feed)) write_published(out, item, feed);
    out.end_row();
}

}  // namespace

std::string write_csv(const Feed& feed, CsvForm form) {
    constexpr std::size_t row_bytes = 320;
    CsvWriter out((feed.items.size() + 1) * row_bytes, form);
    write_header(out, feed);
    for (const auto& item : feed.items) write_item(out, item, feed);
    return std::move(out).take();
}

}  // namespace mvoi::render
