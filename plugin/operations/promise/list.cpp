// SPDX-License-Identifier: EUPL-1.2
// promise.list: promises as they stand on the day of the call, those of the newest contract first, a page at a time.
// Contracts, and what belongs to them, come in step, each read once; entries of ratings and documents are read only of
// promises that are shown, and other contracts with the same documents are looked for when the page is full.
#include <charconv>
#include <limits>
#include <memory>

#include "operations/paging.hpp"
#include "operations/promise/promise.hpp"
#include "operations/table.hpp"
#include "store/tables/promises.hpp"

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
        tell_of_documents();
        std::string text;
        json::Out out(text);
        out.object([&] {
            out.list("items", items_, [&](const Item& each) { write(out, each); });
            if (more_)
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
        std::optional<std::int64_t> contract;
        std::string organisation = request_.text_or("organisation");
        if (request_.find("contract") || request_.find("reference")) {
            const CurrentContract named = named_contract(call_, connection_);
            contract = named.id;
            organisation = named.contract.organisation;
            if (contract_from_ > named.id) {
                contract_from_ = named.id;
                after_number_ = 0;
            }
        }
        if (organisation.empty()) refuse(domain::No::Invalid, "/organisation", "promise.list-of-whom");
        const store::PromiseFilter wanted{organisation, contract_from_, after_number_, filter("theme"),
                                          filter("owner")};
        observations_.emplace(connection_, wanted);
        records_in_step_.emplace(connection_, wanted, call_.today());
        store::each_contract_with_promises(connection_, wanted, contract, [&](store::PlacedPromises&& placed) {
            const auto numbers = std::move(placed.numbers);
            add(held_contract(std::move(placed)), numbers);
            return !more_;
        });
    }

    void add(CurrentContract current, const std::vector<int>& numbers) {
        const auto contract = std::make_shared<const domain::Contract>(std::move(current.contract));
        const Observations observed = observations_->of(current.id);
        std::optional<Records> records;
        const auto recorded = [&]() -> Records& {
            if (!records) records.emplace(call_, connection_, current.id, *contract, records_in_step_->of(current.id));
            return *records;
        };
        for (const int number : numbers)
            for (const auto& promise : contract->promises) {
                if (promise.number != number || (!person_.empty() && !is_of(promise, *contract))) continue;
                Item item{current.id, number, contract, shown_promise(call_, *contract, promise, observed)};
                if (!fits(item.shown) || (rating_due_ && !is_to_be_rated(recorded(), promise))) continue;
                more_ = items_.size() == limit_;
                if (more_) return;
                recorded().add_records(item.shown);
                items_.push_back(std::move(item));
            }
    }

    bool is_to_be_rated(const Records& records, const domain::promise::Promise& promise) const {
        const auto due = records.rating_due(promise);
        return due && *due <= *rating_due_;
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
        return stand_.empty() || code_of(stand) == stand_;
    }

    // Other contracts with the same documents are asked for once, for the whole page.
    void tell_of_documents() {
        if (items_.empty()) return;
        std::set<std::string> fingerprints;
        for (const Item& item : items_)
            for (const render::DocumentShown& each : item.shown.evidence) fingerprints.insert(each.document.sha256);
        const auto holders = store::evidence_holders(connection_, items_.front().contract->organisation, fingerprints);
        const std::vector<store::Holder> none;
        for (Item& item : items_)
            for (render::DocumentShown& each : item.shown.evidence) {
                const auto same = holders.find(each.document.sha256);
                each.findings = document_findings(call_, *item.contract, item.contract_id, each.document,
                                                  same == holders.end() ? none : same->second);
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
    std::optional<store::ObservationsInStep> observations_;
    std::optional<store::RecordsInStep> records_in_step_;
    std::vector<Item> items_;
    bool more_ = false;  // than the page holds
};

}  // namespace

std::string promise_list(const Call& call) {
    std::string answer;
    call.read([&](store::Connection& connection) { answer = PromiseList(call, connection).run(); });
    return answer;
}

}  // namespace mvoi::operations
