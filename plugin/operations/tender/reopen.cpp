// SPDX-License-Identifier: EUPL-1.2
// tender.reopen: explanations that lapsed by the day of the call are reopened now.
#include "json/text.hpp"
#include "operations/current/by_itself.hpp"
#include "operations/table.hpp"
#include "store/tables/tenders.hpp"

namespace mvoi::operations {
namespace {

constexpr std::int64_t usual_limit = 1000;

}  // namespace

std::string tender_reopen(const Call& call) {
    const json::Value& request = call.request();
    const std::int64_t limit = request.integer_or("limit", usual_limit);
    std::optional<std::string> organisation;
    if (request.find("organisation")) organisation = request.text_or("organisation");
    json::Value reopened;
    bool more = false;
    call.actor();
    call.store().engine().write(call.wait_ms(), call.stop(), [&](store::Connection& connection) {
        reopened = json::Value(json::List{});
        if (organisation) call.permit(call.store().policy_in_force(connection, *organisation, call.today()).get());
        auto due = store::tenders_lapsing(connection, call.today(), organisation, limit);
        more = due.size() == static_cast<std::size_t>(limit);
        for (store::Placed& each : due) {
            Current current = tender_from(call, connection, std::move(each));
            if (!reopen_if_lapsed(call, connection, current)) continue;
            json::Value& row = reopened.append({});
            row.add("tender", current.tender.id);
            row.add("revision", current.tender.revision);
            row.add("entry", current.entry);
            row.add("organisation", current.tender.organisation);
            row.add("reference", current.tender.reference);
            json::Value themes(json::List{});
            for (const domain::Decision& decision : current.tender.decisions)
                if (const auto* open = std::get_if<domain::Undecided>(&decision.choice); open && open->reopened)
                    themes.append(decision.theme);
            row.add("themes", std::move(themes));
        }
    });
    json::Value answer;
    answer.add("reopened", std::move(reopened));
    answer.add("more", more);
    return json::write(answer);
}

}  // namespace mvoi::operations
