// SPDX-License-Identifier: EUPL-1.2
// contract.renew, and the same by itself: a tacit renewal is a fact of the contract, so it gets an entry in the journal
// at the first writing call of a day on which it can no longer be stopped. Answers and feeds do not wait for that
// entry; they count the contract again as of their own day, and say the same.
#include "operations/current/by_itself.hpp"
#include "operations/table.hpp"
#include "render/answers/contract_view.hpp"

namespace mvoi::operations {
std::string contract_renew(const Call& call) {
    const json::Value& request = call.request();
    const std::int64_t limit = request.integer_or("limit", 1000);
    std::optional<std::string> organisation;
    if (request.find("organisation")) organisation = request.text_or("organisation");
    std::vector<CurrentContract> renewed;
    call.actor();
    call.store().engine().write(call.wait_ms(), call.stop(), [&](store::Connection& connection) {
        if (organisation) call.permit(call.store().policy_in_force(connection, *organisation, call.today()).get());
        renewed = journal_renewals(call, connection, organisation, limit);
    });
    std::string text;
    json::Out out(text);
    out.object([&] {
        out.list("renewed", renewed,
                 [&](const CurrentContract& each) { render::write_contract_item(out, each.contract, call.today()); });
        out.member("more", renewed.size() == static_cast<std::size_t>(limit));
    });
    return text;
}

}  // namespace mvoi::operations
