// SPDX-License-Identifier: EUPL-1.2
#include "operations/calendar/contract_items.hpp"

#include <map>

#include "domain/calendar/publication.hpp"
#include "domain/contract/term.hpp"
#include "operations/current/planning.hpp"
#include "render/answers/step_view.hpp"
#include "render/calendar/ical.hpp"
#include "render/sentences.hpp"

namespace mvoi::operations {
namespace {

using domain::Certainty;
using domain::FeedItem;
using domain::MilestoneStatus;

std::string say(const Call& call, const char* rule, std::map<std::string, std::string> words = {}) {
    return render::sentence(call.language(), rule, words);
}

void add_detail(const Call& call, FeedItem& item, const char* code, std::string value) {
    item.details.push_back({code, say(call, ("feed." + std::string(code)).c_str()), std::move(value)});
}

// By the day that stands, the other party must have received it; on a day on which nobody works, it is sent before.
void add_receipt(const Call& call, const std::string& law, FeedItem& item) {
    const domain::Date day = *item.date.last;
    add_detail(call, item, "receipt", say(call, "feed.receipt-by", {{"law", law}}));
    const domain::calendar::WorkCalendar calendar(call.book().law.equated);
    const domain::Date works = working_day_up_to(day, calendar);
    if (works == day) return;
    domain::PlannedDate before = domain::period_of(works, domain::Precision::Day);
    const std::string language = call.language() == domain::Language::Dutch ? "nl" : "en";
    add_detail(
        call, item, "workDay",
        std::string(render::weekday_in_words(works, language)) + " " + render::period_in_words(before, language));
}

using Told = std::map<std::pair<std::string, std::string>, std::string>;  // by object and milestone

FeedItem recount_item(const Call& call, const std::vector<domain::Recounted>& rows, FeedItem item, Told& told) {
    item.code = "hertelling";
    item.date = domain::period_of(first_day_of(rows, call.today()), domain::Precision::Day);
    item.date.certainty = Certainty::Expected;
    for (const domain::Recounted& row : rows) {
        const std::string sentence = recount_sentence(call, row);
        told[{item.tender, row.code}] = sentence;
        add_detail(call, item, "recount", sentence);
    }
    return item;
}

}  // namespace

void tell_recounts(const Call& call, store::Connection& connection, const std::string& organisation,
                   std::vector<FeedItem>& items, std::vector<FeedItem>& more) {
    Told told;
    const auto add = [&](domain::FeedObject object, const auto& of, const std::string& changed, const auto& rows) {
        FeedItem item;
        item.object = object;
        item.tender = of.id;
        item.organisation = of.organisation;
        item.reference = of.reference;
        item.title = of.title;
        item.kind = of.kind;
        item.changed = changed;
        more.push_back(recount_item(call, rows, std::move(item), told));
    };
    for (const auto& each : recounted_tenders(call, connection, organisation))
        add(domain::FeedObject::Tender, each.current.tender, each.current.at, each.rows);
    for (const auto& each : recounted_contracts(call, connection, organisation))
        add(domain::FeedObject::Contract, each.current.contract, each.current.at, each.rows);
    for (FeedItem& item : items) {
        const auto row = told.find({item.tender, item.code});
        if (row == told.end()) continue;
        // Nobody is told to send something by a day that is in doubt.
        std::erase_if(item.details, [](const domain::Detail& each) { return each.code != "sum"; });
        add_detail(call, item, "recount", row->second);
    }
}

void explain_item(const Call& call, const std::vector<domain::calendar::Step>& steps, FeedItem& item) {
    const domain::Term* term = call.rules().find("milestones", item.code);
    if (!term) return;
    const bool dutch = call.language() == domain::Language::Dutch;
    if (item.status == MilestoneStatus::Done) item.settled = dutch ? term->done : term->done_en;
    if (!term->law.empty() && item.status == MilestoneStatus::Planned && item.date.certainty == Certainty::Fixed)
        add_receipt(call, term->law, item);
    std::string sum;
    for (const auto& step : steps)
        sum += (sum.empty() ? "" : " ") + render::step_shown(step, call.rules(), call.language());
    if (!sum.empty()) add_detail(call, item, "sum", std::move(sum));
}

std::vector<FeedItem> reconsiderations(const Call& call, const FeedItem& item, domain::Date start, domain::Date from,
                                       domain::Date to) {
    const domain::Term* row = domain::usual(call.rules(), "heroverweging-onbepaalde-tijd", call.today());
    std::vector<FeedItem> items;
    for (const domain::Date day : domain::contract::reconsidered(start, row ? row->months : 0, from, to)) {
        items.push_back(item);
        FeedItem& each = items.back();
        each.code = "heroverweging";
        each.date = domain::period_of(day, domain::Precision::Day);
        each.date.certainty = Certainty::Expected;
        each.year = day.year();
    }
    return items;
}

}  // namespace mvoi::operations
