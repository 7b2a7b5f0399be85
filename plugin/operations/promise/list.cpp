// SPDX-License-Identifier: EUPL-1.2
// promise.list: promises as they stand on the day of the call, those of the newest contract first, a page at a time.
// A contract, its observations and the days of its ratings are read once, however many promises it holds; the entries
// of ratings and documents only of promises that are shown.
#include <charconv>
#include <limits>
#include <memory>

#include "operations/paging.hpp"
#include "operations/promise/promise.hpp"
#include "operations/table.hpp"

namespace mvoi::operations {
namespace {

struct Item {
    std::int64_t contract_id = 0, number = 0;
    std::shared_ptr<const domain::Contract> contract;
    render::PromiseShown shown;
};

class PromiseList {
  public:
    PromiseList(const Call& call, store::Connection& connection)
        : call_(call),
          request_(call.request()),
          connection_(connection),
          limit_(static_cast<std::size_t>(request_.integer_or("limit", usual_page))) {
        const std::string after = request_.text_or("after");
        if (!after.empty()) read_after(after);
        due_ = domain::parse_date(request_.text_or("due"));
        rating_due_ = domain::parse_date(request_.text_or("ratingDue"));
        stand_ = request_.text_or("standing");
        person_ = request_.text_or("person");
        overdue_ = request_.boolean_or("overdue", false);
        at_risk_ = request_.boolean_or("atRisk", false);
    }

    std::string run() {
        collect();
        const bool more = items_.size() > limit_;
        if (more) items_.pop_back();
        complete();
        std::string text;
        json::Out out(text);
        out.object([&] {
            out.list("items", items_, [&](const Item& each) { write(out, each); });
            if (more)
                out.member("next",
                           std::to_string(items_.back().contract_id) + "-" + std::to_string(items_.back().number));
        });
        return text;
    }

  private:
    // "contract-promise" of the last one that was shown.
    void read_after(const std::string& after) {
        const char* const end = after.data() + after.size();
        const auto first = std::from_chars(after.data(), end, contract_from_);
        if (first.ec == std::errc() && first.ptr != end && *first.ptr == '-') {
            const auto second = std::from_chars(first.ptr + 1, end, after_number_);
            if (second.ec == std::errc() && second.ptr == end) return;
        }
        refuse(domain::No::Invalid, "/after", "list.after", {{"value", after}});
    }

    std::optional<std::string> filter(const char* name) const {
        if (!request_.find(name)) return std::nullopt;
        return request_.text_or(name);
    }

    void collect() {
        const bool of_one = request_.find("contract") || request_.find("reference");
        store::PromiseFilter wanted{request_.text_or("organisation"),
                                    std::nullopt,
                                    contract_from_,
                                    after_number_,
                                    filter("theme"),
                                    filter("owner")};
        if (!of_one && wanted.organisation.empty())
            refuse(domain::No::Invalid, "/organisation", "promise.list-of-whom");
        if (of_one) wanted.contract = named_contract(call_, connection_).id;
        store::each_promise(connection_, wanted, [&](const store::PromisePlace& place) {
            add(place);
            return items_.size() <= limit_;
        });
    }

    void add(const store::PromisePlace& place) {
        if (!contract_ || place.contract != contract_id_) {
            auto entry = store::journal_entry(connection_, place.entry);
            if (!entry || !entry->facts.contract)
                throw store::StoreError(store::Trouble::Storage, "the entry of a contract is gone");
            contract_ = std::make_shared<const domain::Contract>(std::move(*entry->facts.contract));
            contract_id_ = place.contract;
            observed_ = observations_of(connection_, contract_id_);
            if (rating_due_) records_.emplace(call_, connection_, contract_id_, *contract_);
        }
        for (const auto& promise : contract_->promises) {
            if (promise.number != place.number) continue;
            if (!person_.empty() && !is_of(promise, *contract_)) continue;
            Item item{place.contract, place.number, contract_, shown_promise(call_, *contract_, promise, observed_)};
            if (fits(item.shown)) items_.push_back(std::move(item));
        }
    }

    // True when a person of the contract is the one asked for: in the role that checks the promise, and in any role
    // when the promise names none.
    bool is_of(const domain::promise::Promise& promise, const domain::Contract& contract) const {
        for (const auto& [role, name] : contract.people)
            if (name == person_ && (promise.owner.empty() || promise.owner == role)) return true;
        return false;
    }

    bool fits(const render::PromiseShown& shown) const {
        using domain::promise::Stand;
        if (due_ && (!shown.due || *due_ < *shown.due)) return false;
        if (overdue_ && (!shown.due || call_.today() <= *shown.due)) return false;
        const Stand stand = shown.standing.stand;
        if (at_risk_ && stand != Stand::AtRisk && stand != Stand::Missed) return false;
        if (!stand_.empty() && code_of(stand) != stand_) return false;
        if (!rating_due_) return true;
        const auto due = records_->rating_due(shown.promise);
        return due && *due <= *rating_due_;
    }

    // Ratings and documents of what is shown, contract by contract.
    void complete() {
        records_.reset();
        const domain::Contract* of = nullptr;
        for (Item& each : items_) {
            if (each.contract.get() != of) records_.emplace(call_, connection_, each.contract_id, *each.contract);
            of = each.contract.get();
            records_->complete(each.shown);
        }
    }

    void write(json::Out& out, const Item& item) const {
        out.object([&] {
            out.member("contract", item.contract->id);
            out.member("organisation", item.contract->organisation);
            out.member("reference", item.contract->reference);
            out.member("title", item.contract->title);
            out.list("suppliers", item.contract->suppliers, [&](const domain::Supplier& each) {
                out.object([&] {
                    out.member("name", each.name);
                    out.member_if("number", each.number);
                });
            });
            out.name("promise");
            render::write_promise(out, item.shown, call_.today(), call_.rules(), call_.language());
        });
    }

    const Call& call_;
    const json::Value& request_;
    store::Connection& connection_;
    const std::size_t limit_;
    std::int64_t contract_from_ = std::numeric_limits<std::int64_t>::max(), after_number_ = 0;
    std::optional<domain::Date> due_, rating_due_;
    std::string stand_, person_;
    bool overdue_ = false, at_risk_ = false;
    std::int64_t contract_id_ = 0;
    std::shared_ptr<const domain::Contract> contract_;
    Observations observed_;
    std::optional<Records> records_;  // of contract_, when its ratings are asked about
    std::vector<Item> items_;
};

}  // namespace

std::string promise_list(const Call& call) {
    std::string answer;
    call.read([&](store::Connection& connection) { answer = PromiseList(call, connection).run(); });
    return answer;
}

}  // namespace mvoi::operations
