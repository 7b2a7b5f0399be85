// SPDX-License-Identifier: EUPL-1.2
// socialreturn.statement and socialreturn.list: what is owed, realised and left under one contract on a day; and the
// same in a line for each contract of an organisation, newest first. Contracts are read one by one, however many.
#include "operations/paging.hpp"
#include "operations/social_return/social_return.hpp"
#include "operations/table.hpp"
#include "render/answers/social_return_view.hpp"
#include "store/tables/contracts.hpp"
#include "store/tables/records.hpp"

namespace mvoi::operations {
namespace {

using namespace domain::social_return;

// The item with this number.
template <typename Items>
void take(const Items& from, int number, Items& to) {
    for (const auto& each : from)
        if (each.number == number) to.push_back(each);
}

// In the order in which they were put down.
void add(Realisations& realisations, const store::Realisation& found) {
    const int number = found.number;
    realisations.last_number = std::max(realisations.last_number, number);
    if (!found.entry) return;
    if (!found.entry->facts.realised)
        throw store::StoreError(store::Trouble::Damaged, "the entry of what was realised does not hold it");
    if (found.is_first) realisations.texts.insert(found.entry->texts.begin(), found.entry->texts.end());
    const EffortRecord& realised = *found.entry->facts.realised;
    Efforts& efforts = realisations.efforts;
    if (found.kind == "plaatsing") take(realised.placements, number, efforts.placements);
    if (found.kind == "factuur") take(realised.invoices, number, efforts.invoices);
    if (found.kind == "activiteit") take(realised.activities, number, efforts.activities);
    if (found.kind == "pso") efforts.pso_step = realised.pso_step.value_or("");
    if (found.kind == "overloop") efforts.carried_in_cents = realised.carried_in_cents.value_or(0);
}

Account account_on(const Call& call, const CurrentContract& current, const Efforts& realised) {
    return account_of(current.contract, realised, call.book().social_return_tables, call.today());
}

// Of all contracts together. What is owed and what remains only of those of which it is known. What one contract
// carried over into another was realised once.
struct Totals {
    std::int64_t contracts = 0, unknown = 0, obligation = 0, discount = 0, realised = 0, remaining = 0;

    void add(const Account& account) {
        ++contracts;
        std::int64_t carried = 0;
        for (const StatementRow& row : account.statement.rows)
            if (row.kind == "overloop") carried += row.counted.rounded(0).millionths / 1'000'000;
        realised += account.statement.realised_cents - carried;
        if (!account.obligation.cents) {
            ++unknown;
            return;
        }
        obligation += *account.obligation.cents;
        discount += account.statement.discount_cents;
        remaining += account.statement.remaining_cents.value_or(0) + carried;
    }

    void write(json::Out& out) const {
        out.object("totals", [&] {
            out.member("contracts", contracts);
            out.member("obligationUnknown", unknown);
            out.member("obligationCents", obligation);
            out.member("discountCents", discount);
            out.member("realisedCents", realised);
            out.member("remainingCents", remaining);
        });
    }
};

class SocialReturnList {
  public:
    SocialReturnList(const Call& call, store::Connection& connection)
        : call_(call),
          connection_(connection),
          limit_(call.request().integer_or("limit", usual_page)),
          before_(page_before(call.request())),
          first_page_(call.request().text_or("after").empty()) {}

    // The first page goes on to the last contract for the totals, and keeps none of them.
    std::string run() {
        std::string items, text;
        json::Out lines(items);
        std::int64_t shown = 0, last = 0;
        bool more = false;
        const std::string organisation = call_.request().text_or("organisation");
        CurrentContracts contracts(call_, connection_);
        store::RealisationsInStep realisations(connection_, organisation, before_);
        store::each_social_return_contract(connection_, organisation, before_, [&](store::Placed&& placed) {
            more = shown == limit_;
            if (more && !first_page_) return false;
            const auto current = contracts.current(std::move(placed));
            const Account account = account_on(call_, current, realisations_of(realisations, current.id).efforts);
            totals_.add(account);
            if (more) return true;
            line(lines, current.contract, account);
            last = current.id;
            ++shown;
            return true;
        });
        json::Out out(text);
        out.object([&] {
            out.name("items");
            text += "[" + items + "]";
            if (more) out.member("next", std::to_string(last));
            if (first_page_) totals_.write(out);
        });
        return text;
    }

  private:
    static void line(json::Out& out, const domain::Contract& contract, const Account& account) {
        out.object([&] {
            out.member("contract", contract.id);
            out.member("organisation", contract.organisation);
            out.member("reference", contract.reference);
            out.member("title", contract.title);
            out.list("suppliers", contract.suppliers, [&](const domain::Supplier& each) {
                out.object([&] {
                    out.member("name", each.name);
                    out.member_if("number", each.number);
                });
            });
            render::write_figures(out, account);
        });
    }

    const Call& call_;
    store::Connection& connection_;
    const std::int64_t limit_, before_;
    const bool first_page_;
    Totals totals_;
};

}  // namespace

Realisations realisations_of(store::Connection& connection, std::int64_t contract) {
    Realisations found;
    store::each_realisation(connection, contract, [&](const store::Realisation& each) { add(found, each); });
    return found;
}

Realisations realisations_of(store::RealisationsInStep& list, std::int64_t contract) {
    Realisations found;
    list.each_of(contract, [&](const store::Realisation& each) { add(found, each); });
    return found;
}

bool is_empty(const Efforts& efforts) {
    return efforts.placements.empty() && efforts.invoices.empty() && efforts.activities.empty();
}

void refuse_without_terms(const domain::Contract& contract) {
    if (!contract.social_return)
        refuse(domain::No::Conflict, "/contract", "socialreturn.not-asked", {{"value", contract.reference}});
}

void write_statement_of(const Call& call, store::Connection& connection, const CurrentContract& current,
                        json::Out& out) {
    const Efforts realised = realisations_of(connection, current.id).efforts;
    render::write_statement(out, current.contract, realised, account_on(call, current, realised),
                            {call.rules(), current.in_force.get(), call.language(), call.today()});
}

std::string socialreturn_statement(const Call& call) {
    std::string answer;
    call.read([&](store::Connection& connection) {
        const CurrentContract current = named_contract(call, connection);
        refuse_without_terms(current.contract);
        answer.clear();
        json::Out out(answer);
        write_statement_of(call, connection, current, out);
    });
    return answer;
}

std::string socialreturn_list(const Call& call) {
    std::string answer;
    call.read([&](store::Connection& connection) { answer = SocialReturnList(call, connection).run(); });
    return answer;
}

}  // namespace mvoi::operations
