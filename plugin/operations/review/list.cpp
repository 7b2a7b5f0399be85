// SPDX-License-Identifier: EUPL-1.2
// review.list: the agenda of the next meeting, the most urgent case first: what is to be published soonest.
#include <algorithm>

#include "operations/current/by_itself.hpp"
#include "operations/current/review.hpp"
#include "operations/paging.hpp"
#include "operations/table.hpp"
#include "render/answers/review_view.hpp"
#include "render/sentences.hpp"

namespace mvoi::operations {
namespace {

struct Item {
    ReviewOf review;
    domain::Tender tender;
    std::vector<domain::Drift> drifts;
    bool agenda = false;
    std::optional<domain::Date> publication;
};

Item item_of(const Call& call, Policies& policies, store::ReviewLine line) {
    Item item;
    item.agenda = line.on_agenda;
    Current current = tender_from(policies, std::move(line.tender));
    item.review = review_from(std::move(line));
    see_lapsed(call, current);
    item.drifts = drift_since(item.review.reviewed.frozen, current.tender, item.review.reviewed.review.drift);
    for (const domain::Milestone& milestone : current.tender.milestones)
        if (milestone.code == "publicatie" && milestone.status == domain::MilestoneStatus::Planned)
            item.publication = milestone.date.first;
    item.tender = std::move(current.tender);
    return item;
}

// Soonest to be published first; without a date last; then who waits longest.
bool more_urgent(const Item& a, const Item& b) {
    const domain::Date never(9999, 12, 31);
    const domain::Date one = a.publication.value_or(never), other = b.publication.value_or(never);
    if (one != other) return one < other;
    const auto &first = a.review.reviewed.review, &second = b.review.reviewed.review;
    return first.asked_on != second.asked_on ? first.asked_on < second.asked_on : a.review.id < b.review.id;
}

void write_item(json::Out& out, const Call& call, const Item& item) {
    const domain::Review& review = item.review.reviewed.review;
    const bool open = state_of(review) == domain::ReviewState::Open;
    out.object([&] {
        render::write_review(
            out,
            {review, item.drifts, item.review.latest, item.review.entry, item.review.frozen_entry, review.frozen_hash},
            call.rules(), call.language());
        out.member("title", item.tender.title);
        out.member("onAgenda", item.agenda);
        if (item.agenda)
            out.member("why", render::sentence(
                                  call.language(), open ? "agenda.waits" : "agenda.drifted",
                                  {{"role", call.rules().label("roles", next_reviewer(review), call.language())}}));
        if (item.publication) {
            out.member("publication", domain::to_text(*item.publication));
            out.member("daysToPublication", static_cast<std::int64_t>((*item.publication - call.today()).days()));
        }
    });
}

}  // namespace

std::string review_list(const Call& call) {
    const json::Value& request = call.request();
    const std::int64_t limit = request.integer_or("limit", 200);
    const std::int64_t before = page_before(request);
    const std::string organisation = request.text_or("organisation");
    std::vector<Item> items;
    std::optional<domain::Date> meeting;
    std::string next;
    call.read([&](store::Connection& connection) {
        store::ReviewFilter wanted{organisation, request.boolean_or("agenda", true), std::nullopt, before, limit + 1};
        if (request.find("state")) wanted.state = request.text_or("state");
        auto lines = store::review_lines(connection, wanted);
        if (lines.size() > static_cast<std::size_t>(limit)) {
            lines.pop_back();
            next = std::to_string(lines.back().place.id);
        }
        Policies policies(call, connection);
        for (store::ReviewLine& line : lines) items.push_back(item_of(call, policies, std::move(line)));
        meeting = next_meeting(policies.in_force(organisation).get(), call.today());
    });
    std::sort(items.begin(), items.end(), more_urgent);
    std::string text;
    json::Out out(text);
    out.object([&] {
        if (meeting) out.member("meeting", domain::to_text(*meeting));
        out.list("items", items, [&](const Item& item) { write_item(out, call, item); });
        out.member_if("next", next);
    });
    return text;
}

}  // namespace mvoi::operations
