// SPDX-License-Identifier: EUPL-1.2
#include "render/calendar/json.hpp"

#include "domain/phase.hpp"
#include "json/text.hpp"
#include "json/value.hpp"

namespace mvoi::render {
namespace {

json::Value item_json(const domain::FeedItem& item) {
    json::Value object;
    object.add(item.object == domain::FeedObject::Contract ? "contract" : "tender", item.tender);
    if (!item.review.empty()) object.add("review", item.review);
    if (item.promise > 0) object.add("promise", item.promise);
    if (item.evidence > 0) object.add("document", item.evidence);
    if (item.year > 0) object.add("year", item.year);
    object.add("code", item.code);
    object.add("label", item.label);
    object.add("title", item.title);
    object.add("organisation", item.organisation);
    if (!item.reference.empty()) object.add("reference", item.reference);
    object.add("kind", item.kind);
    object.add("date", domain::to_text(item.date));
    object.add("precision", domain::code_of(item.date.precision));
    object.add("certainty", domain::code_of(item.date.certainty));
    object.add("first", domain::to_text(*item.date.first));
    object.add("last", domain::to_text(*item.date.last));
    object.add("status", domain::code_of(item.status));
    object.add("sequence", item.sequence);
    object.add("changed", item.changed);
    if (item.changed_on) object.add("changedOn", domain::to_text(*item.changed_on));
    json::Value flags(json::List{});
    for (const std::string& flag : item.flags) flags.append(flag);
    if (!item.flags.empty()) object.add("flags", std::move(flags));
    json::Value details(json::List{});
    for (const domain::Detail& detail : item.details) {
        json::Value& each = details.append({});
        each.add("code", detail.code);
        each.add("label", detail.label);
        each.add("value", detail.value);
    }
    if (!item.details.empty()) object.add("details", std::move(details));
    return object;
}

}  // namespace

std::string write_feed_json(const domain::Feed& feed) {
    json::Value object, items(json::List{});
    object.add("name", feed.name);
    object.add("description", feed.description);
    object.add("language", feed.language);
    object.add("audience", feed.audience == domain::Audience::Public ? "publiek" : "intern");
    if (feed.audience == domain::Audience::Public) object.add("disclaimer", feed.description);
    object.add("from", domain::to_text(feed.from));
    object.add("to", domain::to_text(feed.to));
    for (const domain::FeedItem& item : feed.items) items.append(item_json(item));
    object.add("items", std::move(items));
    return json::write(object);
}

}  // namespace mvoi::render
