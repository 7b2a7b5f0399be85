// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/social_return/social_return.hpp"

namespace mvoi::domain::social_return {
namespace {

using Words = std::map<std::string, std::string>;

class ObligationCount {
  public:
    ObligationCount(const Rule& rule, const Owing& owing) : rule_(rule), owing_(owing) {}

    Obligation result() {
        obligation_.owed = owes();
        if (!obligation_.owed) {
            obligation_.cents = 0;
            return std::move(obligation_);
        }
        const auto percent = percentage();
        const auto basis = basis_cents();
        if (!percent || !basis) return std::move(obligation_);
        const measure::Fraction exact = *basis * measure::Fraction(*percent) / measure::Fraction(100);
        obligation_.cents = exact.rounded(0).millionths / 1'000'000;
        say("social-return.obligation",
            {{"basis", euros(*basis)}, {"percent", percent->text()}, {"amount", euros(*obligation_.cents)}});
        return std::move(obligation_);
    }

  private:
    void say(const char* rule, Words words) { obligation_.steps.push_back({rule, std::move(words)}); }
    void find(const char* rule, const char* member, Words words = {}) {
        obligation_.findings.push_back({rule, Severity::Warning, member, std::move(words), rule_.source});
    }

    bool owes() {
        if (rule_.from_months > 0 && owing_.months < rule_.from_months) {
            say("social-return.too-short",
                {{"months", std::to_string(owing_.months)}, {"accepted", std::to_string(rule_.from_months)}});
            return false;
        }
        for (const Rule::Threshold& each : rule_.thresholds)
            if (std::find(each.kinds.begin(), each.kinds.end(), owing_.kind) != each.kinds.end()) return reaches(each);
        say("social-return.not-this-kind", {{"kind", owing_.kind}});
        return false;
    }

    bool reaches(const Rule::Threshold& threshold) {
        if (!owing_.opdrachtwaarde_cents) {
            find("social-return-value-unknown", "/opdrachtwaardeCents", {{"threshold", euros(threshold.cents)}});
            return true;  // an unknown value is covered
        }
        const std::int64_t value = *owing_.opdrachtwaarde_cents;
        const bool over = threshold.from_itself ? value >= threshold.cents : value > threshold.cents;
        say(over ? "social-return.over-threshold" : "social-return.under-threshold",
            {{"value", euros(value)}, {"threshold", euros(threshold.cents)}});
        return over;
    }

    std::optional<measure::Decimal> percentage() {
        if (!rule_.percent) {
            find("social-return-made-to-measure", "/percent", {{"organisation", rule_.organisation}});
            return std::nullopt;
        }
        if (!rule_.labour_share) return rule_.percent;
        const Words words = {{"share", rule_.labour_share->below_percent.text()},
                             {"less", rule_.labour_share->percent.text()},
                             {"percent", rule_.percent->text()}};
        if (!owing_.labour_share_percent) {
            find("social-return-labour-share-unknown", "/labourSharePercent", words);
            return std::nullopt;
        }
        const bool less = *owing_.labour_share_percent < rule_.labour_share->below_percent;
        say(less ? "social-return.labour-share-low" : "social-return.labour-share-high", words);
        return less ? rule_.labour_share->percent : *rule_.percent;
    }

    std::optional<measure::Fraction> basis_cents() {
        const std::string& basis = rule_.basis.empty() ? owing_.basis : rule_.basis;
        if (basis.empty()) {
            find("social-return-basis-not-said", "/basis", {{"organisation", rule_.organisation}});
            return std::nullopt;
        }
        if (basis == "loonsom" && !owing_.loonsom_cents && rule_.assumed_labour_percent && owing_.aanneemsom_cents) {
            say("social-return.assumed-labour",
                {{"percent", rule_.assumed_labour_percent->text()}, {"amount", euros(*owing_.aanneemsom_cents)}});
            return measure::Fraction(*owing_.aanneemsom_cents) * measure::Fraction(*rule_.assumed_labour_percent) /
                   measure::Fraction(100);
        }
        const auto& amount = basis == "loonsom"      ? owing_.loonsom_cents
                             : basis == "aanneemsom" ? owing_.aanneemsom_cents
                                                     : owing_.opdrachtwaarde_cents;
        if (amount) return measure::Fraction(*amount);
        find("social-return-amount-unknown", "/basis", {{"basis", basis}});
        return std::nullopt;
    }

    const Rule& rule_;
    const Owing& owing_;
    Obligation obligation_;
};

}  // namespace

const Rule* find_rule(const RuleList& rules, std::string_view code) {
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& each) { return each.code == code; });
    return found == rules.end() ? nullptr : &*found;
}

Obligation obligation_of(const Rule& rule, const Owing& owing) {
    return ObligationCount(rule, owing).result();
}

Obligation obligation_of(const Terms& terms, Owing owing) {
    if (terms.agreed_cents) {
        Obligation agreed;
        agreed.owed = *terms.agreed_cents > 0;
        agreed.cents = *terms.agreed_cents;
        agreed.steps.push_back({"social-return.agreed", {{"amount", euros(*terms.agreed_cents)}}});
        return agreed;
    }
    owing.aanneemsom_cents = terms.aanneemsom_cents;
    owing.loonsom_cents = terms.loonsom_cents;
    owing.labour_share_percent = terms.labour_share_percent;
    owing.basis = terms.basis;
    return obligation_of(terms.rule, owing);
}

}  // namespace mvoi::domain::social_return
