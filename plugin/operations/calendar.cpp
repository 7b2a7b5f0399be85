// SPDX-License-Identifier: EUPL-1.2
// calendar.feed: the milestones of a window of time, as people's calendars and spreadsheets read them.
#include <algorithm>
#include <limits>
#include <tuple>

#include "domain/calendar/feed.hpp"
#include "domain/phase.hpp"
#include "json/text.hpp"
#include "operations/contract.hpp"
#include "operations/table.hpp"
#include "operations/tender.hpp"
#include "render/calendar_html.hpp"
#include "render/csv.hpp"
#include "render/feed_json.hpp"
#include "render/ical.hpp"
#include "render/sentences.hpp"
#include "store/seal.hpp"

namespace mvoi::operations {
namespace {

constexpr int months_back = 6, months_ahead = 24;  // the window when none is asked for
constexpr int longest_period_days = 366;           // a milestone known to the year
constexpr std::int64_t every = std::numeric_limits<std::int64_t>::max();

domain::Date date_or(const Call& call, const char* name, domain::Date otherwise) {
    return domain::parse_date(call.request().text_or(name)).value_or(otherwise);
}

std::vector<std::string> flag_labels(const Call& call, const std::string& outline) {
    std::vector<std::string> labels;
    const json::Value value = json::parse(outline);
    for (const json::Value& flag : value.list_or_empty("flags"))
        labels.push_back(call.rules().label("flags", flag.text_or("flag"), call.language()));
    return labels;
}

domain::FeedItem item_of(const Call& call, store::Query& row, domain::Audience audience) {
    domain::FeedItem item;
    item.organisation = row.text(0);
    item.code = row.text(1);
    item.label = call.rules().label("milestones", item.code, call.language());
    item.date = domain::parse_planned_date(row.text(2)).value();
    item.date.certainty = domain::certainty_from(row.text(3)).value();
    item.status = domain::milestone_status_from(row.text(4)).value();
    item.sequence = static_cast<int>(row.integer(5));
    item.changed = row.text(6);
    item.tender = row.text(7);
    item.title = row.text(9);
    item.kind = row.text(10);
    if (audience == domain::Audience::Internal) {
        item.reference = row.text(8);
        item.flags = flag_labels(call, row.text(11));
    }
    return item;
}

// An item and its place in the feed: by first day, then by object and code.
struct Placed {
    std::int64_t object;
    domain::FeedItem item;
};

domain::FeedItem item_of(const Call& call, const CurrentContract& current, const domain::Milestone& milestone) {
    const domain::Contract& contract = current.contract;
    domain::FeedItem item;
    item.object = domain::FeedObject::Contract;
    item.organisation = contract.organisation;
    item.code = milestone.code;
    item.label = call.rules().label("milestones", item.code, call.language());
    item.date = milestone.date;
    item.status = milestone.status;
    item.sequence = milestone.sequence;
    item.changed = current.at;
    item.tender = contract.id;
    item.title = contract.title;
    item.kind = contract.kind;
    item.reference = contract.reference;
    return item;
}

// Milestones of contracts, for internal use alone: none of theirs is for the market. Those that stand in the calendar,
// and those of contracts that renewed themselves since their entry, which are counted again as of today.
void add_contracts(const Call& call, store::Connection& connection, const std::string& organisation,
                   const domain::Feed& feed, std::vector<Placed>& items) {
    const std::string earliest = domain::to_text(feed.from - boost::gregorian::days(longest_period_days));
    const std::string from = domain::to_text(feed.from), to = domain::to_text(feed.to);
    const std::string today = domain::to_text(call.today());
    {
        store::Query query(connection, "calendar_of_contracts");
        query.with(organisation).with(earliest).with(to).with(from).with(today);
        while (query.step()) {
            domain::FeedItem item = item_of(call, query, domain::Audience::Public);  // a contract has no flags
            item.object = domain::FeedObject::Contract;
            item.reference = query.text(8);
            items.push_back({query.integer(11), std::move(item)});
        }
    }
    for (const CurrentContract& each : renewed_contracts(call, connection, organisation, every))
        for (const domain::Milestone& milestone : each.contract.milestones)
            if (milestone.date.first && *milestone.date.first <= feed.to && *milestone.date.last >= feed.from)
                items.push_back({each.id, item_of(call, each, milestone)});
}

void add_items(const Call& call, store::Connection& connection, const std::string& organisation, domain::Feed& feed) {
    const std::string earliest = domain::to_text(feed.from - boost::gregorian::days(longest_period_days));
    const std::string from = domain::to_text(feed.from), to = domain::to_text(feed.to);
    const std::string today = domain::to_text(call.today());
    std::vector<Placed> items;
    store::Query query(connection, "calendar_window");
    query.with(organisation)
        .with(earliest)
        .with(to)
        .with(from)
        .with(today)
        .with(feed.audience == domain::Audience::Public ? 1 : 0);
    while (query.step()) items.push_back({query.integer(12), item_of(call, query, feed.audience)});
    if (feed.audience == domain::Audience::Internal) {
        add_contracts(call, connection, organisation, feed, items);
        std::sort(items.begin(), items.end(), [](const Placed& a, const Placed& b) {
            return std::tie(a.item.date.first, a.object, a.item.code) <
                   std::tie(b.item.date.first, b.object, b.item.code);
        });
    }
    for (Placed& each : items) feed.items.push_back(std::move(each.item));
}

struct Written {
    std::string type;
    std::string body;
};

Written write(const Call& call, const domain::Feed& feed, const std::string& organisation) {
    const std::string format = call.request().text_or("format", "ics");
    if (format == "json") return {"application/json; charset=utf-8", render::write_feed_json(feed)};
    if (format == "csv") return {"text/csv; charset=utf-8", render::write_csv(feed)};
    if (format == "html")
        return {"text/html; charset=utf-8",
                render::calendar_html(feed, {call.rules(), call.language(), call.today(), organisation})};
    return {"text/calendar; charset=utf-8", render::write_ical(feed)};
}

}  // namespace

std::string calendar_feed(const Call& call) {
    const json::Value& request = call.request();
    domain::Feed feed;
    feed.from = date_or(call, "from", call.today() - boost::gregorian::months(months_back));
    feed.to = date_or(call, "to", call.today() + boost::gregorian::months(months_ahead));
    if (feed.to < feed.from)
        refuse(domain::No::Invalid, "/to", "calendar.window",
               {{"from", domain::to_text(feed.from)}, {"value", domain::to_text(feed.to)}});
    feed.audience = request.text_or("audience") == "publiek" ? domain::Audience::Public : domain::Audience::Internal;
    feed.language = call.language() == domain::Language::Dutch ? "nl" : "en";
    const std::string organisation = request.text_or("organisation");
    const render::Words words{{"organisation", organisation}};
    feed.name = render::sentence(call.language(), organisation.empty() ? "feed.name-all" : "feed.name", words);
    feed.description = render::sentence(
        call.language(), feed.audience == domain::Audience::Public ? "feed.description-public" : "feed.description",
        words);
    call.read([&](store::Connection& connection) {
        if (!organisation.empty()) return add_items(call, connection, organisation, feed);
        for (const std::string& each : organisations_in(connection)) add_items(call, connection, each, feed);
        std::stable_sort(
            feed.items.begin(), feed.items.end(),
            [](const domain::FeedItem& a, const domain::FeedItem& b) { return a.date.first < b.date.first; });
    });

    const Written written = write(call, feed, organisation);
    std::string changed;
    for (const domain::FeedItem& item : feed.items) changed = std::max(changed, item.changed);
    json::Value answer;
    answer.add("contentType", written.type);
    answer.add("etag", "\"" + store::sha256(written.body).substr(0, 32) + "\"");
    if (!changed.empty()) answer.add("lastModified", changed);
    answer.add("items", static_cast<std::int64_t>(feed.items.size()));
    answer.add("body", written.body);
    return json::write(answer);
}

}  // namespace mvoi::operations
