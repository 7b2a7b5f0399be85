// SPDX-License-Identifier: EUPL-1.2
// calendar.feed: the milestones of a window of time, as people's calendars and spreadsheets read them.
#include <algorithm>
#include <limits>
#include <tuple>

#include "domain/calendar/feed.hpp"
#include "domain/calendar/milestones.hpp"
#include "domain/contract/milestones.hpp"
#include "domain/phase.hpp"
#include "domain/words.hpp"
#include "json/text.hpp"
#include "operations/calendar/contract_items.hpp"
#include "operations/calendar/publication.hpp"
#include "operations/current/by_itself.hpp"
#include "operations/table.hpp"
#include "render/calendar/calendar_page.hpp"
#include "render/calendar/csv.hpp"
#include "render/calendar/ical.hpp"
#include "render/calendar/json.hpp"
#include "render/sentences.hpp"
#include "store/seal.hpp"
#include "store/tables/calendar.hpp"
#include "store/tables/contracts.hpp"
#include "store/tables/tenders.hpp"

namespace mvoi::operations {
namespace {

constexpr int months_back = 6, months_ahead = 24;  // the window when none is asked for
using Steps = std::vector<domain::calendar::Step>;

constexpr std::int64_t every = std::numeric_limits<std::int64_t>::max();

domain::Date date_or(const Call& call, const char* name, domain::Date otherwise) {
    return domain::parse_date(call.request().text_or(name)).value_or(otherwise);
}

// Adds the flags of the tender. From the day on which one of them began or ended it is shown otherwise than before.
void add_flags(const Call& call, const store::Outline& outline, domain::FeedItem& item) {
    for (const domain::Flag& flag : outline.flags)
        item.flags.push_back(call.rules().label("flags", flag.code, call.language()));
    if (outline.turned) item.changed = std::max(item.changed, domain::to_text(*outline.turned) + "T00:00:00Z");
}

// Adds the task that is to be done by this milestone, when it has one.
void add_todo(const Call& call, domain::FeedItem& item) {
    const domain::Term* term = call.rules().find("milestones", item.code);
    if (!term || term->todo.empty()) return;
    item.todo = call.language() == domain::Language::Dutch ? term->todo : term->todo_en;
    if (term->priority > 0) item.priority = term->priority;
}

bool touches(const domain::FeedItem& item, const domain::Feed& feed) {
    return *item.date.first <= feed.to && *item.date.last >= feed.from;
}

// A contract that began on a certain day is running, whether or not anything was entered since. Not where programs keep
// the items, by the number of times that they changed (RFC 5545 3.8.7.4): what comes by itself is no change.
void see_come(const Call& call, domain::FeedItem& item) {
    const std::string format = call.request().text_or("format", "ics");
    if (format == "ics" || format == "json") return;
    if (item.object != domain::FeedObject::Contract || item.promise > 0 || item.evidence > 0) return;
    if (domain::contract::has_come({item.code, item.date, item.status}, call.today()))
        item.status = domain::MilestoneStatus::Done;
}

void add(const Call& call, domain::FeedItem item, domain::Feed& feed) {
    see_come(call, item);
    item.label = call.rules().label("milestones", item.code, call.language());
    add_todo(call, item);
    if (feed.component == domain::Component::Event || !item.todo.empty()) feed.items.push_back(std::move(item));
}

domain::FeedItem item_of(const CurrentContract& current, const domain::Milestone& milestone) {
    const domain::Contract& contract = current.contract;
    domain::FeedItem item;
    item.object = domain::FeedObject::Contract;
    item.organisation = contract.organisation;
    item.code = milestone.code;
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

// Calls off a milestone that was planned for the next tender once that tender is there; later it goes, like any that
// was called off.
//   false  it is gone
bool give_way_to_successor(const std::map<std::string, store::Successors>& all, domain::FeedItem& item,
                           domain::Date cancelled_since) {
    if (!item.code.starts_with("vervolg-")) return true;
    const auto found = all.find(item.tender);
    if (found == all.end()) return true;
    const store::Successors& successors = found->second;
    // Called off once for each tender that followed, and back once for each of those that was called off itself.
    item.sequence += static_cast<int>(successors.turns);
    if (!successors.started) return true;
    item.status = domain::MilestoneStatus::Cancelled;
    item.changed_on = successors.started;
    item.changed = std::max(item.changed, domain::to_text(*successors.started) + "T00:00:00Z");
    return *item.changed_on >= cancelled_since;
}

// Milestones of contracts, for internal use alone: none of theirs is for the market. Those that stand in the calendar,
// and those of contracts that renewed themselves since their entry, which are counted again as of today.
void add_contracts(const Call& call, store::Connection& connection, const store::CalendarWindow& window,
                   const std::vector<CurrentContract>& renewed, domain::Feed& feed) {
    const domain::Date cancelled_since = window.cancelled_since;
    const auto successors = store::successors(connection, window);
    for (store::CalendarMilestone& each : store::contract_milestones(connection, window)) {
        if (!give_way_to_successor(successors, each.item, cancelled_since)) continue;
        explain_item(call, each.sum, each.item);
        add(call, std::move(each.item), feed);
    }
    for (const CurrentContract& each : renewed) {
        const auto course = course_of(each.contract, call.today());
        for (const domain::Milestone& milestone : each.contract.milestones) {
            const bool gone = milestone.status == domain::MilestoneStatus::Cancelled && milestone.changed_on &&
                              *milestone.changed_on < cancelled_since;
            if (!milestone.date.first || gone) continue;
            domain::FeedItem item = item_of(each, milestone);
            if (!touches(item, feed) || !give_way_to_successor(successors, item, cancelled_since)) continue;
            const auto* sum = sum_behind(course, milestone.code);
            explain_item(call, sum && milestone.date.first == sum->day ? sum->steps : Steps(), item);
            add(call, std::move(item), feed);
        }
    }
}

// Contracts for an indefinite time: those of the table, and those that became so by themselves since their entry.
void add_endless(const Call& call, store::Connection& connection, const store::CalendarWindow& window,
                 const std::vector<CurrentContract>& renewed, domain::Feed& feed) {
    const auto add_all = [&](const domain::FeedItem& item, domain::Date start) {
        for (domain::FeedItem& each : reconsiderations(call, item, start, feed.from, feed.to))
            add(call, std::move(each), feed);
    };
    for (const store::Endless& each : store::endless_contracts(connection, window.organisation))
        add_all(each.item, each.start);
    for (const CurrentContract& each : renewed)
        if (is_indefinite(course_of(each.contract, call.today()))) add_all(item_of(each, {}), each.contract.term.start);
}

// One of several of a contract: its number stands behind what it is called.
void add_numbered(const Call& call, domain::FeedItem item, const char* code, int number, domain::Feed& feed) {
    const std::string which = " (" + std::to_string(number) + ")";
    item.code = code;
    item.label = call.rules().label("milestones", item.code, call.language()) + which;
    add_todo(call, item);
    if (!item.todo.empty()) item.todo += which;
    if (feed.component == domain::Component::Event || !item.todo.empty()) feed.items.push_back(std::move(item));
}

// True when a document expires before its contract ends, as that stands today: the table has the end that stood when
// the contract was last written, and one that renewed itself since runs longer.
bool ends_early(const Call& call, const store::EvidenceDay& evidence, const std::vector<CurrentContract>& renewed) {
    const auto since = std::find_if(renewed.begin(), renewed.end(), [&](const CurrentContract& each) {
        return each.contract.id == evidence.item.tender;
    });
    if (since == renewed.end()) return evidence.before_end;
    const auto end = course_of(since->contract, call.today()).end;
    return !end || *evidence.item.date.first < end->day;
}

// Adds the days by which something is to be shown of each promise, and the last days of the documents that prove them.
void add_promises(const Call& call, store::Connection& connection, const store::CalendarWindow& window,
                  const std::vector<CurrentContract>& renewed, domain::Feed& feed) {
    for (domain::FeedItem& each : store::promise_days(connection, window)) {
        const int number = each.promise;
        add_numbered(call, std::move(each), "belofte-tonen", number, feed);
    }
    for (store::EvidenceDay& each : store::evidence_days(connection, window)) {
        if (!ends_early(call, each, renewed)) continue;
        const int number = each.item.evidence;
        add_numbered(call, std::move(each.item), "bewijs-vernieuwen", number, feed);
    }
}

void add_meetings(const Call& call, store::Connection& connection, const store::CalendarWindow& window,
                  domain::Feed& feed) {
    for (domain::FeedItem& each : store::review_days(connection, window)) {
        each.code = "agenda";
        add(call, std::move(each), feed);
    }
}

void add_internal(const Call& call, store::Connection& connection, const store::CalendarWindow& window,
                  domain::Feed& feed) {
    for (store::CalendarMilestone& each : store::tender_milestones(connection, window, true)) {
        add_flags(call, each.outline, each.item);
        add(call, std::move(each.item), feed);
    }
    add_meetings(call, connection, window, feed);
    const auto renewed = renewed_contracts(call, connection, window.organisation, every);
    add_promises(call, connection, window, renewed, feed);
    add_contracts(call, connection, window, renewed, feed);
    add_endless(call, connection, window, renewed, feed);
    std::vector<domain::FeedItem> recounts;
    tell_recounts(call, connection, window.organisation, feed.items, recounts);
    for (domain::FeedItem& each : recounts)
        if (touches(each, feed)) add(call, std::move(each), feed);
}

void add_public(const Call& call, store::Connection& connection, store::CalendarWindow window, domain::Feed& feed) {
    Publisher publisher(call, connection, window.organisation);
    window.from = publisher.first(feed.from);
    window.to = publisher.last(feed.to);
    for (store::CalendarMilestone& each : store::tender_milestones(connection, window, false)) {
        each.item.label = call.rules().label("milestones", each.item.code, call.language());
        if (publisher.publish(each.item, each.entry) && touches(each.item, feed))
            feed.items.push_back(std::move(each.item));
    }
    const std::string disclaimer = publisher.disclaimer();
    if (feed.description.find(disclaimer) != std::string::npos) return;
    feed.description += (feed.description.empty() ? "" : " ") + disclaimer;
}

void add_items(const Call& call, store::Connection& connection, const std::string& organisation, domain::Feed& feed) {
    const store::CalendarWindow window{organisation, feed.from, feed.to, call.today(),
                                       domain::cancelled_shown_from(call.rules(), call.today())};
    if (feed.audience == domain::Audience::Public) return add_public(call, connection, window, feed);
    add_internal(call, connection, window, feed);
}

// By day, and what begins on one day by tender or contract: in public the order tells no more than the dates.
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

// An alarm goes with what there is to do; a day on which nothing need be done alarms nobody.
std::vector<int> alarm_days(const Call& call, domain::Component component) {
    if (component != domain::Component::Todo) refuse(domain::No::Invalid, "/alarms", "feed.alarms-todo");
    const domain::Term* row = domain::usual(call.rules(), "herinnering", call.today());
    return row ? std::vector<int>{row->days.value_or(0)} : std::vector<int>();
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
    if (request.boolean_or("alarms", false)) feed.alarm_days = alarm_days(call, feed.component);
    const std::string organisation = request.text_or("organisation");
    const std::string name = feed.component == domain::Component::Todo ? "feed.name-todo" : "feed.name";
    feed.name = render::sentence(call.language(), organisation.empty() ? name + "-all" : name,
                                 {{"organisation", organisation}});
    if (feed.audience == domain::Audience::Internal)
        feed.description = render::sentence(call.language(), "feed.description", {});
    call.read([&](store::Connection& connection) {
        if (!organisation.empty()) return add_items(call, connection, organisation, feed);
        for (const std::string& each : store::organisations(connection)) add_items(call, connection, each, feed);
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
