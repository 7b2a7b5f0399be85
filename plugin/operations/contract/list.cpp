// SPDX-License-Identifier: EUPL-1.2
// contract.list: newest first, a page at a time. The dates are those of today: a contract whose dates moved by
// themselves since its entry is counted again before it is held against the filters.
#include "domain/contract/milestones.hpp"
#include "operations/current/contract.hpp"
#include "operations/paging.hpp"
#include "operations/table.hpp"
#include "render/answers/contract_view.hpp"
#include "store/tables/contracts.hpp"

namespace mvoi::operations {
namespace {

class ContractList {
  public:
    explicit ContractList(const Call& call)
        : call_(call), request_(call.request()), limit_(request_.integer_or("limit", usual_page)) {
        before_ = page_before(request_);
    }

    std::string run(store::Connection& connection) {
        collect(connection);
        const bool more = items_.size() > static_cast<std::size_t>(limit_);
        if (more) items_.pop_back();
        std::string text;
        json::Out out(text);
        out.object([&] {
            out.list("items", items_, [&](const CurrentContract& each) {
                render::write_contract_item(out, each.contract, call_.today());
            });
            if (more) out.member("next", std::to_string(items_.back().id));
        });
        return text;
    }

  private:
    std::optional<std::string> filter(const char* name) const {
        if (!request_.find(name)) return std::nullopt;
        return request_.text_or(name);
    }

    void collect(store::Connection& connection) {
        const store::ContractFilter wanted{
            filter("organisation"), filter("text"),     filter("endsFrom"), filter("endsTo"),
            filter("noticeFrom"),   filter("noticeTo"), wants_open(),       before_,
            call_.today()};
        CurrentContracts contracts(call_, connection);
        store::each_contract(connection, wanted, [&](store::Placed&& placed) {
            CurrentContract each = contracts.brought_on(std::move(placed));
            if (fits(each.contract)) items_.push_back(std::move(each));
            return items_.size() <= static_cast<std::size_t>(limit_);
        });
    }

    bool wants_open() const { return request_.boolean_or("openOptions", false); }

    bool within(const char* from, const char* to, const std::optional<domain::contract::Reckoned>& day) const {
        const auto first = filter(from), last = filter(to);
        if (!first && !last) return true;
        if (!day) return false;
        const std::string text = domain::to_text(day->day);
        return (!first || *first <= text) && (!last || text <= *last);
    }

    bool fits(const domain::Contract& contract) const {
        const auto course = course_of(contract, call_.today());
        if (wants_open() && (!course.option || course.option->past)) return false;
        return within("endsFrom", "endsTo", course.end) && within("noticeFrom", "noticeTo", course.notice);
    }

    const Call& call_;
    const json::Value& request_;
    std::int64_t limit_;
    std::int64_t before_ = 0;
    std::vector<CurrentContract> items_;
};

}  // namespace

std::string contract_list(const Call& call) {
    ContractList lister(call);
    std::string answer;
    call.read([&](store::Connection& connection) { answer = lister.run(connection); });
    return answer;
}

}  // namespace mvoi::operations
