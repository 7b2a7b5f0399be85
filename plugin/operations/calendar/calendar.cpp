// SPDX-License-Identifier: EUPL-1.2
// calendar.feed: the milestones of a window of time, as people's calendars and spreadsheets read them.
#include <algorithm>
#include <limits>
#include <tuple>

#include "domain/calendar/feed.hpp"
#include "domain/calendar/milestones.hpp"
#include "domain/contract/term.hpp"
#include "domain/phase.hpp"
#include "domain/words.hpp"
#include "json/text.hpp"
#include "operations/calendar/publication.hpp"
#include "operations/contract/contract.hpp"
#include "operations/table.hpp"
#include "operations/tender/tender.hpp"
#include "render/calendar/csv.hpp"
#include "render/calendar/html.hpp"
#include "render/calendar/ical.hpp"
#include "render/calendar/json.hpp"
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

// What there is to do by this milestone, when it is one to do something by.
void add_todo(const Call& call, domain::FeedItem& item) {
    const domain::Term* term = call.rules().find("milestones", item.code);
    if (!term || !term->more.contains("todo")) return;
    item.todo = term->more.at(call.language() == domain::Language::Dutch ? "todo" : "todoEn");
    if (term->more.contains("priority")) item.priority = std::stoi(term->more.at("priority"));
}

domain::FeedItem item_of(const Call& call, store::Query& row) {
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
    item.reference = row.text(8);
    item.title = row.text(9);
    item.kind = row.text(10);
    if (!row.is_null(13)) item.changed_on = domain::parse_date(row.text(13));
    return item;
}

bool touches(const domain::FeedItem& item, const domain::Feed& feed) {
    return *item.date.first <= feed.to && *item.date.last >= feed.from;
}

void add(const Call& call, domain::FeedItem item, domain::Feed& feed) {
    add_todo(call, item);
    if (feed.component == domain::Component::Event || !item.todo.empty()) feed.items.push_back(std::move(item));
}

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
    item.changed_on = milestone.changed_on;
    item.tender = contract.id;
    item.title = contract.title;
    item.kind = contract.kind;
    item.reference = contract.reference;
    return item;
}

// What was planned for the next tender is called off once that tender is there, and then gone like anything called off.
//   false  it is gone
bool give_way_to_successor(store::Connection& connection, domain::FeedItem& item, domain::Date cancelled_since) {
    if (!item.code.starts_with("vervolg-")) return true;
    store::Query query(connection, "tender_following");
    if (!query.with(item.tender).step() || query.is_null(1)) return true;
    // Called off once for each tender that followed, and back once for each of those that was called off itself.
    item.sequence += static_cast<int>(query.integer(1));
    if (query.is_null(0)) return true;
    const std::string started = query.text(0);
    item.status = domain::MilestoneStatus::Cancelled;
    item.changed_on = domain::parse_date(started);
    item.changed = std::max(item.changed, started + "T00:00:00Z");
    return *item.changed_on >= cancelled_since;
}

// Milestones of contracts, for internal use alone: none of theirs is for the market. Those that stand in the calendar,
// and those of contracts that renewed themselves since their entry, which are counted again as of today.
void add_contracts(const Call& call, store::Connection& connection, const std::string& organisation,
                   const std::vector<CurrentContract>& renewed, domain::Feed& feed) {
    const std::string earliest = domain::to_text(feed.from - boost::gregorian::days(longest_period_days));
    const std::string from = domain::to_text(feed.from), to = domain::to_text(feed.to);
    const std::string today = domain::to_text(call.today());
    const domain::Date cancelled_since = domain::cancelled_shown_from(call.rules(), call.today());
    const std::string since = domain::to_text(cancelled_since);
    {
        store::Query query(connection, "calendar_of_contracts");
        query.with(organisation).with(earliest).with(to).with(from).with(today).with(since);
        while (query.step()) {
            domain::FeedItem item = item_of(call, query);
            item.object = domain::FeedObject::Contract;
            if (give_way_to_successor(connection, item, cancelled_since)) add(call, std::move(item), feed);
        }
    }
    for (const CurrentContract& each : renewed)
        for (const domain::Milestone& milestone : each.contract.milestones) {
            const bool gone = milestone.status == domain::MilestoneStatus::Cancelled && milestone.changed_on &&
                              *milestone.changed_on < cancelled_since;
            if (!milestone.date.first || gone) continue;
            domain::FeedItem item = item_of(call, each, milestone);
            if (touches(item, feed) && give_way_to_successor(connection, item, cancelled_since))
                add(call, std::move(item), feed);
        }
}

// An item of something that a contract has several of, each with its number: a row of calendar_of_promises or
// calendar_of_evidence. Both the thing and its contract give it what it shows.
void add_numbered(const Call& call, store::Query& row, const std::string& code, domain::MilestoneStatus status,
                  int domain::FeedItem::*number, domain::Feed& feed) {
    domain::FeedItem item;
    item.object = domain::FeedObject::Contract;
    item.organisation = row.text(0);
    item.*number = static_cast<int>(row.integer(6));
    item.code = code;
    const std::string which = " (" + std::to_string(item.*number) + ")";
    item.label = call.rules().label("milestones", code, call.language()) + which;
    item.date = domain::period_of(domain::parse_date(row.text(1)).value(), domain::Precision::Day);
    item.date.certainty = domain::Certainty::Fixed;
    item.status = status;
    item.sequence = static_cast<int>(row.integer(3));
    item.changed = std::max(row.text(4), row.text(11));
    item.changed_on = domain::parse_date(row.text(5));
    item.tender = row.text(7);
    item.reference = row.text(8);
    item.title = row.text(9);
    item.kind = row.text(10);
    add_todo(call, item);
    if (!item.todo.empty()) item.todo += which;
    if (feed.component == domain::Component::Event || !item.todo.empty()) feed.items.push_back(std::move(item));
}

// Whether a document expires before its contract ends, as that stands today: the table has the end that stood when the
// contract was last written, and one that renewed itself since runs longer.
bool ends_early(const Call& call, store::Query& row, const std::vector<CurrentContract>& renewed) {
    const std::string contract = row.text(7);
    const auto since = std::find_if(renewed.begin(), renewed.end(),
                                    [&](const CurrentContract& each) { return each.contract.id == contract; });
    if (since == renewed.end()) return row.integer(12) != 0;
    const auto end = course_of(since->contract, call.today()).end;
    return !end || domain::parse_date(row.text(1)).value() < end->day;
}

// By when something is to be shown of each promise, and until when the documents are valid that are to prove them.
void add_promises(const Call& call, store::Connection& connection, const std::string& organisation,
                  const std::vector<CurrentContract>& renewed, domain::Feed& feed) {
    const std::string from = domain::to_text(feed.from), to = domain::to_text(feed.to);
    const std::string since = domain::to_text(domain::cancelled_shown_from(call.rules(), call.today()));
    {
        store::Query query(connection, "calendar_of_promises");
        query.with(organisation).with(from).with(to).with(since);
        while (query.step())
            add_numbered(call, query, "belofte-tonen", domain::milestone_status_from(query.text(2)).value(),
                         &domain::FeedItem::promise, feed);
    }
    store::Query query(connection, "calendar_of_evidence");
    const std::string today = domain::to_text(call.today());  // outlives the query
    query.with(organisation).with(from).with(to).with(since).with(today);
    while (query.step())
        if (ends_early(call, query, renewed))
            add_numbered(call, query, "bewijs-vernieuwen",
                         query.integer(2) ? domain::MilestoneStatus::Cancelled : domain::MilestoneStatus::Planned,
                         &domain::FeedItem::evidence, feed);
}

// Meetings of the board on which a tender is to be dealt with. One that was submitted again before an answer is off.
void add_meetings(const Call& call, store::Connection& connection, const std::string& organisation,
                  domain::Feed& feed) {
    const std::string from = domain::to_text(feed.from), to = domain::to_text(feed.to);
    const std::string since = domain::to_text(domain::cancelled_shown_from(call.rules(), call.today()));
    store::Query query(connection, "calendar_of_reviews");
    query.with(organisation).with(from).with(to).with(since);
    while (query.step()) {
        domain::FeedItem item;
        item.organisation = query.text(0);
        item.review = query.text(1);
        item.code = "agenda";
        item.label = call.rules().label("milestones", item.code, call.language());
        item.date = domain::period_of(domain::parse_date(query.text(2)).value(), domain::Precision::Day);
        item.date.certainty = domain::Certainty::Fixed;
        const bool open = query.text(3) == "open";
        if (!open) item.status = domain::MilestoneStatus::Done;
        if (open && query.integer(4) == 0) item.status = domain::MilestoneStatus::Cancelled;
        item.sequence = static_cast<int>(query.integer(5));
        item.changed = query.text(6);
        item.changed_on = domain::parse_date(item.changed.substr(0, 10));
        item.tender = query.text(7);
        item.reference = query.text(8);
        item.title = query.text(9);
        item.kind = query.text(10);
        add(call, std::move(item), feed);
    }
}

void add_items(const Call& call, store::Connection& connection, const std::string& organisation, domain::Feed& feed) {
    std::optional<Publisher> publisher;
    if (feed.audience == domain::Audience::Public) publisher.emplace(call, connection, organisation);
    const domain::Date first = publisher ? publisher->first(feed.from) : feed.from;
    const std::string earliest = domain::to_text(first - boost::gregorian::days(longest_period_days));
    const std::string from = domain::to_text(first);
    const std::string to = domain::to_text(publisher ? publisher->last(feed.to) : feed.to);
    const std::string today = domain::to_text(call.today());
    const std::string cancelled_since = domain::to_text(domain::cancelled_shown_from(call.rules(), call.today()));
    store::Query query(connection, "calendar_window");
    query.with(organisation).with(earliest).with(to).with(from).with(today).with(publisher ? 1 : 0);
    query.with(cancelled_since);
    while (query.step()) {
        domain::FeedItem item = item_of(call, query);
        if (publisher) {
            if (publisher->publish(item, query.integer(12)) && touches(item, feed))
                feed.items.push_back(std::move(item));
        } else {
            item.flags = flag_labels(call, query.text(11));
            add(call, std::move(item), feed);
        }
    }
    if (!publisher) {
        add_meetings(call, connection, organisation, feed);
        const auto renewed = renewed_contracts(call, connection, organisation, every);
        add_promises(call, connection, organisation, renewed, feed);
        return add_contracts(call, connection, organisation, renewed, feed);
    }
    const std::string disclaimer = publisher->disclaimer();
    if (feed.description.find(disclaimer) != std::string::npos) return;
    feed.description += (feed.description.empty() ? "" : " ") + disclaimer;
}

// By day, and what begins on one day by tender or contract: of a public calendar the order may not tell more than the
// dates do.
void sort_items(domain::Feed& feed) {
    std::sort(feed.items.begin(), feed.items.end(), [](const domain::FeedItem& a, const domain::FeedItem& b) {
        const auto place = [](const domain::FeedItem& item) {
            return std::tie(item.date.first, item.organisation, item.tender, item.code, item.review);
        };
        if (place(a) != place(b)) return place(a) < place(b);
        const auto number = [](const domain::FeedItem& item) {  // as it is read: 1, 10, 2
            return std::make_pair(domain::numbered(item.promise), domain::numbered(item.evidence));
        };
        return number(a) < number(b);
    });
}

// Things to do are for those who have to do them, and only iCalendar has a form for them.
domain::Component component_of(const json::Value& request) {
    if (request.text_or("component", "event") == "event") return domain::Component::Event;
    const std::string format = request.text_or("format", "ics");
    if (format != "ics") refuse(domain::No::Invalid, "/format", "feed.todo-format", {{"value", format}});
    if (request.text_or("audience") == "publiek") refuse(domain::No::Invalid, "/audience", "feed.todo-public");
    return domain::Component::Todo;
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
    feed.component = component_of(request);
    const std::string organisation = request.text_or("organisation");
    const std::string name = feed.component == domain::Component::Todo ? "feed.name-todo" : "feed.name";
    feed.name = render::sentence(call.language(), organisation.empty() ? name + "-all" : name,
                                 {{"organisation", organisation}});
    if (feed.audience == domain::Audience::Internal)
        feed.description = render::sentence(call.language(), "feed.description", {});
    call.read([&](store::Connection& connection) {
        if (!organisation.empty()) return add_items(call, connection, organisation, feed);
        for (const std::string& each : organisations_in(connection)) add_items(call, connection, each, feed);
    });
    if (organisation.empty() || feed.audience == domain::Audience::Public) sort_items(feed);
    if (feed.description.empty()) feed.description = render::sentence(call.language(), "feed.description-public", {});

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
