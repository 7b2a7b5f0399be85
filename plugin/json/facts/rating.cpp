// SPDX-License-Identifier: EUPL-1.2
// Written and read side by side, so that the two cannot drift apart.
#include "json/facts/rating.hpp"

#include "json/facts/reading.hpp"

namespace mvoi::json {

using namespace domain::promise;

void write_json(Out& out, const Rated& rated) {
    out.object([&] {
        out.member("contract", rated.contract);
        out.list("found", rated.found, [&](const Rated::Found& each) {
            out.object([&] {
                out.redactable_if("by", each.rating.by);
                out.member_if("insteadOf", each.instead_of);
                out.member("on", domain::to_text(each.rating.on));
                out.member("promise", std::stoi(each.promise));
                out.member("rating", each.rating.rating);
                out.redactable_if("text", each.rating.text);
            });
        });
    });
}

Rated rated_from(const Value& object) {
    Rated rated;
    rated.contract = object.text_or("contract");
    for (const Value& each : object.list_or_empty("found"))
        rated.found.push_back({std::to_string(each.integer_or("promise", 0)),
                               {date_of(each, "on"), each.text_or("by"), each.text_or("rating"), each.text_or("text")},
                               each.text_or("insteadOf")});
    return rated;
}

}  // namespace mvoi::json
