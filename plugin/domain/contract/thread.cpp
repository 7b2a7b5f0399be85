// SPDX-License-Identifier: EUPL-1.2
#include "domain/contract/thread.hpp"

#include <algorithm>

#include "domain/contract/weaker.hpp"

namespace mvoi::domain::contract {
namespace {

using Words = std::map<std::string, std::string>;
using Indexes = std::vector<std::size_t>;

const char* const source = "PIANOo, Update en analyse actieplannen en rapportages MVOI 2024; method of libmvoi";

class ThreadRows {
  public:
    explicit ThreadRows(const ThreadInput& input)
        : in_(input), offered_taken_(input.offered.size()), contracted_taken_(input.contracted.size()) {}

    std::vector<ThreadRow> result() {
        for (const Decision& decision : in_.decisions)
            if (const auto* applied = std::get_if<Applied>(&decision.choice)) theme(decision.theme, *applied);
        for (std::size_t i = 0; i < in_.offered.size(); ++i)
            if (!offered_taken_[i]) unchosen_offer(i);
        for (std::size_t i = 0; i < in_.contracted.size(); ++i)
            if (!contracted_taken_[i]) added(i);
        return std::move(rows_);
    }

  private:
    ThreadRow& open(const std::string& theme, const std::string& criterion) {
        rows_.push_back({theme, criterion, {}, {}, Outcome::Whole, {}});
        return rows_.back();
    }

    void say(ThreadRow& row, Outcome outcome, const std::string& rule, Words words = {}) {
        words["theme"] = row.theme;
        words["criterion"] = row.criterion;
        if (row.contracted) words["clause"] = in_.contracted[*row.contracted].clause;
        const Severity severity = outcome == Outcome::Added ? Severity::Information : Severity::Warning;
        row.findings.push_back({rule, severity, "/promises", std::move(words), source});
        row.outcome = std::max(row.outcome, outcome);
    }

    // True for a theme that the contract's own rule of social return covers: it needs no promise beside it.
    bool is_owed(const std::string& theme) const { return in_.social_return && theme == "social-return"; }

    bool is_elsewhere(const std::string& theme, const std::string& criterion) const {
        return std::any_of(in_.elsewhere.begin(), in_.elsewhere.end(),
                           [&](const Elsewhere& each) { return each.theme == theme && each.criterion == criterion; });
    }

    void theme(const std::string& theme, const Applied& applied) {
        for (const Criterion& criterion : applied.criteria) one(theme, criterion);
        if (!applied.criteria.empty()) return;
        const auto about = [&](const auto& promise) { return promise.theme == theme; };
        if (std::any_of(in_.elsewhere.begin(), in_.elsewhere.end(), about)) return;
        if (is_owed(theme) || std::any_of(in_.contracted.begin(), in_.contracted.end(), about)) return;
        say(open(theme, {}), Outcome::Dropped, "thread-theme-dropped");
    }

    void one(const std::string& theme, const Criterion& criterion) {
        const std::string& name = name_of(criterion);
        const auto of_this = [&](const promise::Promise& each) {
            return each.theme == theme && each.criterion == name;
        };
        Indexes offered, contracted;
        for (std::size_t i = 0; i < in_.offered.size(); ++i)
            if (!offered_taken_[i] && of_this(in_.offered[i].promise)) offered.push_back(i);
        for (std::size_t i = 0; i < in_.contracted.size(); ++i)
            if (!contracted_taken_[i] && of_this(in_.contracted[i])) contracted.push_back(i);
        if (offered.empty() && contracted.empty() && is_elsewhere(theme, name)) return;
        if (offered.empty() && contracted.empty()) {
            ThreadRow& row = open(theme, name);
            if (is_owed(theme)) return;
            if (!goes_on(criterion, in_.rules))
                row.outcome = Outcome::NotFollowed;
            else
                say(row, Outcome::Dropped, "thread-dropped");
            return;
        }
        pair(theme, name, offered, contracted);
    }

    // Points for what two promises have in common; 0: nothing shows that they are about the same thing.
    int likeness(const promise::Promise& one, const promise::Promise& other) const {
        int points = 0;
        if (!one.kpi.empty() && one.kpi == other.kpi) points += 4;
        if (!one.text.empty() && one.text == other.text) points += 2;
        const measure::UnitOfMeasure *left = measure::find_unit(in_.units, one.unit),
                                     *right = measure::find_unit(in_.units, other.unit);
        if (left && right && left->base == right->base) points += 1;
        return points;
    }

    // The likeliest pairs first; what then has nothing like it stands alone. One of each always belongs together.
    void pair(const std::string& theme, const std::string& name, const Indexes& offered, Indexes contracted) {
        const bool only = offered.size() == 1 && contracted.size() == 1;
        std::map<std::size_t, std::size_t> pairs;
        for (int least = 7; least >= (only ? 0 : 1); --least)
            for (const std::size_t each : offered) {
                if (pairs.contains(each)) continue;
                const auto like = std::find_if(contracted.begin(), contracted.end(), [&](std::size_t other) {
                    return likeness(in_.offered[each].promise, in_.contracted[other]) >= least;
                });
                if (like == contracted.end()) continue;
                pairs[each] = *like;
                contracted.erase(like);
            }
        for (const std::size_t each : offered) {
            const auto found = pairs.find(each);
            carried(open(theme, name), each,
                    found == pairs.end() ? std::nullopt : std::optional<std::size_t>(found->second));
        }
        for (const std::size_t each : contracted) clause(open(theme, name), each, offered.empty());
    }

    // The words for an offer: its KPI, otherwise its text, otherwise its unit; and the points it got.
    static Words offer_words(const promise::Offered& offer) {
        const promise::Promise& promise = offer.promise;
        const std::string& about = !promise.kpi.empty()    ? promise.kpi
                                   : !promise.text.empty() ? promise.text
                                                           : promise.unit;
        return {{"offer", about}, {"points", offer.points ? std::to_string(*offer.points) : ""}};
    }

    void carried(ThreadRow& row, std::size_t offer, std::optional<std::size_t> contracted) {
        const promise::Offered& offered = in_.offered[offer];
        offered_taken_[offer] = true;
        row.offered = offer;
        row.contracted = contracted;
        if (!contracted)
            return say(row, Outcome::Dropped, offered.points ? "thread-offer-dropped-points" : "thread-offer-dropped",
                       offer_words(offered));
        contracted_taken_[*contracted] = true;
        const promise::Promise& promise = in_.contracted[*contracted];
        if (!promise::is_measurable(promise))
            return say(row, Outcome::Unmeasured, offered.points ? "thread-unmeasured-points" : "thread-unmeasured",
                       offer_words(offered));
        if (!promise::is_measurable(offered.promise)) return;  // the contract made it measurable: that is more
        for (const Less& less : weaker_in(offered.promise, promise, in_.units))
            say(row, less.comparable ? Outcome::Weakened : Outcome::Incomparable, less.rule, less.words);
    }

    // In the contract beside what was offered, or where nothing needed to be.
    void clause(ThreadRow& row, std::size_t contracted, bool was_asked) {
        contracted_taken_[contracted] = true;
        row.contracted = contracted;
        const bool named = !row.criterion.empty();
        if (!was_asked) say(row, Outcome::Added, named ? "thread-added" : "thread-added-unnamed");
        if (!promise::is_measurable(in_.contracted[contracted]))
            say(row, Outcome::Unmeasured, named ? "thread-unmeasured" : "thread-unmeasured-unnamed");
    }

    // Offered on a criterion that nobody chose: it is followed all the same.
    void unchosen_offer(std::size_t offer) {
        const promise::Promise promise = in_.offered[offer].promise;
        std::optional<std::size_t> best;
        int points = 0;
        for (std::size_t i = 0; i < in_.contracted.size(); ++i) {
            if (contracted_taken_[i] || in_.contracted[i].theme != promise.theme) continue;
            if (in_.contracted[i].criterion != promise.criterion) continue;
            const int like = likeness(promise, in_.contracted[i]);
            if (like > points) {
                best = i;
                points = like;
            }
        }
        carried(open(promise.theme, promise.criterion), offer, best);
    }

    void added(std::size_t contracted) {
        const promise::Promise& promise = in_.contracted[contracted];
        clause(open(promise.theme, promise.criterion), contracted, false);
    }

    const ThreadInput& in_;
    std::vector<bool> offered_taken_;
    std::vector<bool> contracted_taken_;
    std::vector<ThreadRow> rows_;
};

}  // namespace

bool goes_on(const Criterion& criterion, const Rules& rules) {
    const domain::Term* kind = rules.find("criterion-kinds", criterion.kind);
    return !kind || kind->goes_on;
}

std::vector<std::string> promised_criteria(const std::vector<Contract>& contracts) {
    std::vector<std::string> names;
    for (const Contract& contract : contracts)
        for (const promise::Promise& promise : contract.promises)
            if (!promise.criterion.empty()) names.push_back(promise.criterion);
    return names;
}

std::string_view code_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::Whole:
            return "heel";
        case Outcome::NotFollowed:
            return "niet-gevolgd";
        case Outcome::Added:
            return "toegevoegd";
        case Outcome::Unmeasured:
            return "zonder-meting";
        case Outcome::Incomparable:
            return "anders-gemeten";
        case Outcome::Weakened:
            return "verzwakt";
        case Outcome::Dropped:
            break;
    }
    return "verdwenen";
}

std::vector<ThreadRow> thread_of(const ThreadInput& input) {
    return ThreadRows(input).result();
}

std::vector<Finding> weakened_in(const std::vector<Contract>& contracts, const std::vector<Decision>& decisions,
                                 const measure::UnitsOfMeasure& units, const Rules& rules) {
    std::vector<Finding> findings;
    for (const Contract& contract : contracts)
        for (const ThreadRow& row : thread_of(
                 {decisions, contract.offered, contract.promises, units, rules, contract.social_return.has_value()}))
            if (row.outcome == Outcome::Weakened || row.outcome == Outcome::Incomparable)
                findings.insert(findings.end(), row.findings.begin(), row.findings.end());
    return findings;
}

}  // namespace mvoi::domain::contract
