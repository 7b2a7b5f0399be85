// SPDX-License-Identifier: EUPL-1.2
// effect.list: what the contracts of an organisation, or one contract, came to on the day of the call. Contracts are
// read one after the other and let go; what is kept grows with the sums. Sums are made in domain/effect/effect.hpp.
#include <limits>
#include <memory>

#include "domain/contract/term.hpp"
#include "domain/effect/social_return.hpp"
#include "operations/contract/effects.hpp"
#include "operations/paging.hpp"
#include "operations/social_return/social_return.hpp"
#include "operations/table.hpp"
#include "render/answers/effect_view.hpp"
#include "store/tables/contracts.hpp"

namespace mvoi::operations {
namespace {

using namespace domain::contract;
using namespace domain::effect;
using namespace domain::social_return;

// The effects under a contract that are known without observations of its promises: those of social return.
std::vector<EffectContribution> contributions_of(const Call& call, const domain::Contract& contract,
                                                 const Efforts& realised) {
    if (!contract.social_return || is_empty(realised)) return {};
    const auto account = account_of(contract, realised, call.book().social_return_tables, call.today());
    return effects_of_social_return(contract, realised, account, call.book().effects, call.today());
}

struct Item {
    EffectSum sum;
    // Of sums per contract:
    std::string contract = {};
    std::string reference = {};
    std::string title = {};
};

class EffectList {
  public:
    EffectList(const Call& call, store::Connection& connection)
        : call_(call), request_(call.request()), connection_(connection), theme_(request_.text_or("theme")) {
        read_years();
        read_grouping();
        all_ = std::make_unique<EffectSums>(grouping_, first_year_, last_year_);
    }

    std::string run() {
        read_contracts();
        if (!per_contract_)
            for (EffectSum& each : all_->sums()) items_.push_back({std::move(each)});
        std::string text;
        json::Out out(text);
        out.object([&] { write(out); });
        return text;
    }

  private:
    void read_years() {
        first_year_ = static_cast<int>(request_.integer_or("from", first_year_));
        last_year_ = static_cast<int>(request_.integer_or("to", last_year_));
        if (request_.find("year")) {
            if (request_.find("from") || request_.find("to")) refuse(domain::No::Invalid, "/year", "effect.year-twice");
            first_year_ = last_year_ = static_cast<int>(request_.integer_or("year", 0));
        }
        if (first_year_ > last_year_)
            refuse(domain::No::Invalid, "/to", "effect.years-upside-down",
                   {{"from", std::to_string(first_year_)}, {"to", std::to_string(last_year_)}});
    }

    void read_grouping() {
        if (request_.find("per")) grouping_.year = false;
        for (const json::Value& each : request_.list_or_empty("per")) {
            per_contract_ = per_contract_ || *each.text() == "contract";
            grouping_.theme = grouping_.theme || *each.text() == "theme";
            grouping_.year = grouping_.year || *each.text() == "year";
        }
        for (const char* member : {"limit", "after"})
            if (!per_contract_ && request_.find(member))
                refuse(domain::No::Invalid, std::string("/") + member, "effect.no-pages");
        limit_ = request_.integer_or("limit", usual_page);
    }

    void read_contracts() {
        if (request_.find("contract") || request_.find("reference")) {
            const CurrentContract named = named_contract(call_, connection_);
            take(named.contract, observations_of(connection_, named.id), realisations_of(connection_, named.id));
            return;
        }
        const std::string organisation = request_.text_or("organisation");
        if (organisation.empty()) refuse(domain::No::Invalid, "/organisation", "effect.list-of-whom");
        const std::int64_t before = page_before(request_);
        store::ObservationsInStep observations(connection_, store::promises_below(organisation, before));
        store::RealisationsInStep realisations(connection_, organisation, before);
        store::each_measurable_contract(connection_, organisation, before, [&](store::MeasurableContract&& each) {
            const std::int64_t id = each.place.id;
            if (!each.measurable) {
                ++contracts_;
            } else if (!take(held_contract(std::move(each)).contract, observations.of(id),
                             realisations_of(realisations, id))) {
                next_ = std::to_string(last_);
                return false;
            }
            last_ = id;
            return true;
        });
    }

    // False when the page is full, and this contract is for the next one.
    bool take(const domain::Contract& contract, const Observations& observed, const Realisations& realised) {
        auto effects = effects_by_year(call_, contract, observed, realised.efforts);
        const std::string wanted = request_.text_or("effect");
        std::erase_if(effects, [&](const EffectByYear& each) {
            return (!wanted.empty() && each.effect != wanted) || (!theme_.empty() && each.theme != theme_);
        });
        if (per_contract_ && !add_apart(contract, effects)) return false;
        if (!per_contract_) all_->add(effects);
        ++contracts_;
        if (!contract.promises.empty()) ++promised_;
        if (!effects.empty()) ++effective_;
        return true;
    }

    bool add_apart(const domain::Contract& contract, const std::vector<EffectByYear>& effects) {
        EffectSums sums(grouping_, first_year_, last_year_);
        sums.add(effects);
        auto found = sums.sums();
        if (found.empty()) return true;
        if (shown_ == limit_) return false;
        ++shown_;
        for (EffectSum& each : found)
            items_.push_back({std::move(each), contract.id, contract.reference, contract.title});
        return true;
    }

    void write(json::Out& out) const {
        out.member("on", domain::to_text(call_.today()));
        out.object("read", [&] {
            out.member("contracts", contracts_);
            out.member("withPromises", promised_);
            out.member("withEffects", effective_);
        });
        out.list("items", items_, [&](const Item& each) {
            const Effect& effect = *find_effect(call_.book().effects, each.sum.effect);
            out.object([&] {
                out.member_if("contract", each.contract);
                out.member_if("reference", each.reference);
                out.member_if("title", each.title);
                render::write_effect_sum(out, each.sum, effect, theme_.empty() ? effect.theme : theme_,
                                         call_.language());
            });
        });
        out.member_if("next", next_);
        out.member("rules", call_.rules().edition());
    }

    const Call& call_;
    const json::Value& request_;
    store::Connection& connection_;
    const std::string theme_;
    int first_year_ = 0, last_year_ = std::numeric_limits<int>::max();
    EffectGrouping grouping_;
    bool per_contract_ = false;
    std::int64_t limit_ = usual_page, shown_ = 0, last_ = 0;
    std::int64_t contracts_ = 0, promised_ = 0, effective_ = 0;
    std::unique_ptr<EffectSums> all_;
    std::vector<Item> items_;
    std::string next_;
};

}  // namespace

std::vector<EffectByYear> effects_by_year(const Call& call, const domain::Contract& contract,
                                          const Observations& observed, const Efforts& realised) {
    EffectFacts facts{contract.promises, observed};
    if (const auto course = course_of(contract, call.today()); course.end) facts.end = course.end->day;
    facts.contributions = contributions_of(call, contract, realised);
    return effects_of(facts, call.book().effects, call.book().units, call.today());
}

std::string effect_list(const Call& call) {
    std::string answer;
    call.read([&](store::Connection& connection) { answer = EffectList(call, connection).run(); });
    return answer;
}

}  // namespace mvoi::operations
