// SPDX-License-Identifier: EUPL-1.2
#include "domain/effect/social_return.hpp"

#include <algorithm>
#include <set>

#include "domain/social_return/faults.hpp"

namespace mvoi::domain::effect {
namespace {

constexpr int euro_decimals = 6;

struct Days {
    Date from{2000, 1, 1};
    Date to{2000, 1, 1};  // inclusive
};

// Of so many half months, more than none.
Days worked(Date started, int half_months) {
    const boost::gregorian::days day(1);
    const Date whole = months_after(started, half_months / 2).value_or(started);
    if (half_months % 2 == 0) return {started, whole - day};
    const Date next = months_after(started, half_months / 2 + 1).value_or(whole);
    return {started, whole + boost::gregorian::days((next - whole).days() / 2) - day};
}

template <typename Item>
const Item* find(const std::vector<Item>& items, int number) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const Item& each) { return each.number == number; });
    return found == items.end() ? nullptr : &*found;
}

class SocialReturnEffects {
  public:
    SocialReturnEffects(const Contract& contract, const social_return::Efforts& realised, const Effects& effects,
                        Date today)
        : contract_(contract), realised_(realised), effects_(effects), today_(today) {}

    std::vector<EffectContribution> of(const social_return::Statement& statement) {
        for (const social_return::StatementRow& row : statement.rows)
            if (row.counted > measure::Fraction(0)) bring(row);
        for (const auto& [who, day] : placed_) add("plaatsingen", {day, day}, measure::whole(1));
        return std::move(brought_);
    }

  private:
    void bring(const social_return::StatementRow& row) {
        const measure::Decimal euros = (row.counted / measure::Fraction(100)).rounded(euro_decimals);
        if (row.kind == "plaatsing" || row.kind == "bonus") {
            const social_return::Placement* placement = find(realised_.placements, row.number);
            if (!placement) return;
            const int half_months =
                std::min(placement->half_months, social_return::half_months_between(placement->started, today_));
            if (half_months > 0) add("social-return-waarde", worked(placement->started, half_months), euros);
            if (row.kind == "plaatsing") place(*placement);
        } else if (row.kind == "factuur") {
            const social_return::Invoice* invoice = find(realised_.invoices, row.number);
            if (!invoice) return;
            add("social-return-waarde", {invoice->on, invoice->on}, euros);
            add("sociale-ondernemingen", {invoice->on, invoice->on}, euros);
        } else if (row.kind == "activiteit") {
            if (const social_return::Done* done = find(realised_.activities, row.number))
                add("social-return-waarde", {done->on, done->on}, euros);
        }
    }

    void place(const social_return::Placement& placement) {
        const std::string who = placement.candidate > 0       ? "#" + std::to_string(placement.candidate)
                                : placement.reference.empty() ? "/" + std::to_string(placement.number)
                                                              : placement.reference;
        const auto first = placed_.emplace(who, placement.started).first;
        first->second = std::min(first->second, placement.started);
    }

    void add(const std::string& effect, const Days& days, measure::Decimal value) {
        const bool promised = std::any_of(contract_.promises.begin(), contract_.promises.end(), [&](const auto& each) {
            const Effect* fed = each.kpi.empty() ? nullptr : effect_of(effects_, each.kpi);
            return fed && fed->code == effect;
        });
        const Effect* known = find_effect(effects_, effect);
        if (!known) return;
        brought_.push_back({effect, known->theme, days.from, days.to, value, false, "social return", promised});
    }

    const Contract& contract_;
    const social_return::Efforts& realised_;
    const Effects& effects_;
    const Date today_;
    std::map<std::string, Date> placed_;  // by person
    std::vector<EffectContribution> brought_;
};

}  // namespace

std::vector<EffectContribution> effects_of_social_return(const Contract& contract,
                                                         const social_return::Efforts& realised,
                                                         const social_return::Account& account, const Effects& effects,
                                                         Date today) {
    if (account.too_large) return {};
    return SocialReturnEffects(contract, realised, effects, today).of(account.statement);
}

}  // namespace mvoi::domain::effect
