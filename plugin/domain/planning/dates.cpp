// SPDX-License-Identifier: EUPL-1.2
#include "domain/planning/dates.hpp"

#include <algorithm>

#include "domain/calendar/days.hpp"
#include "domain/laws.hpp"

namespace mvoi::domain::planning {
namespace {

Steps* list_of(std::vector<Steps>* steps, std::size_t link) {
    return steps ? &(*steps)[link] : nullptr;
}

void begin(Steps* steps, Date date, StepKind kind, std::string_view code) {
    if (steps) steps->push_back({date, 0, kind, code, nullptr, date});
}

class DateCount {
  public:
    DateCount(const Chain& chain, const Anchors& anchors, const std::optional<Bound>& bound, const Agenda& agenda,
              std::vector<Steps>* steps)
        : chain_(chain), anchors_(anchors), bound_(bound), agenda_(agenda), steps_(steps), days_(chain.size()) {
        if (steps_) steps_->assign(chain.size(), {});
    }

    std::vector<Date> backward() {
        std::size_t last = 0;
        for (std::size_t i = 0; i < anchors_.size(); ++i)
            if (anchors_[i]) last = i;
        for (std::size_t i = last + 1; i-- > 0;) {
            anchors_[i] ? stay(i) : earlier_than_next(i);
            if (anchors_[i] && i < last && is_counted_on(i + 1)) later_than_previous(i + 1);
        }
        for (std::size_t i = last + 1; i < chain_.size(); ++i) later_than_previous(i);
        return std::move(days_);
    }

    std::vector<Date> forward() {
        std::size_t first = chain_.size();
        for (std::size_t i = chain_.size(); i-- > 0;)
            if (anchors_[i]) first = i;
        for (std::size_t i = first; i < chain_.size(); ++i) anchors_[i] ? stay(i) : later_than_previous(i);
        for (std::size_t i = first; i-- > 0;) earlier_than_next(i);
        return std::move(days_);
    }

  private:
    void stay(std::size_t i) {
        days_[i] = *anchors_[i]->first;
        begin(list_of(steps_, i), days_[i], StepKind::Given, chain_[i].milestone);
    }

    // A day that the law names from the milestone before it: it is counted on from there.
    bool is_counted_on(std::size_t i) const { return chain_[i].exact && !anchors_[i]; }

    void earlier_than_next(std::size_t i) {
        if (i + 1 < chain_.size() && is_counted_on(i + 1)) return earlier_than_exact(i);
        Steps* steps = list_of(steps_, i);
        begin(steps, days_[i + 1], StepKind::From, chain_[i + 1].milestone);
        days_[i] = previous_of(chain_[i + 1], days_[i + 1], chain_[i].day, agenda_, steps);
        if (!bound_ || bound_->link != i) return;
        Steps counted;
        begin(&counted, bound_->by, StepKind::Bound, bound_->reason);
        const Date last = bound_->last(agenda_, &counted);
        if (days_[i] <= last) return;
        days_[i] = agenda_.latest(last, chain_[i].day);
        const int moved = static_cast<int>((days_[i] - last).days());
        if (moved != 0) counted.push_back({days_[i], moved, StepKind::Rest, "", nullptr, last});
        if (steps) *steps = std::move(counted);
    }

    // So far the next link stands on the last day on which it may end.
    void earlier_than_exact(std::size_t i) {
        const Link& next = chain_[i + 1];
        const Date latest = days_[i + 1];
        days_[i] = previous_of(next, latest, chain_[i].day, agenda_, nullptr);
        Steps* steps = list_of(steps_, i);
        if (steps) *steps = std::move((*steps_)[i + 1]);
        later_than_previous(i + 1);
        if (!steps) return;
        const Date ends = days_[i + 1];
        if (ends != latest)
            steps->push_back(
                {ends, static_cast<int>((ends - latest).days()), StepKind::Slack, next.milestone, nullptr, latest});
        previous_of(next, ends, chain_[i].day, agenda_, steps);
    }

    void later_than_previous(std::size_t i) {
        Steps* steps = list_of(steps_, i);
        if (steps) steps->clear();
        begin(steps, days_[i - 1], StepKind::From, chain_[i - 1].milestone);
        days_[i] = next_of(chain_[i], days_[i - 1], agenda_, steps);
    }

    const Chain& chain_;
    const Anchors& anchors_;
    const std::optional<Bound>& bound_;
    const Agenda& agenda_;
    std::vector<Steps>* steps_;
    std::vector<Date> days_;
};

std::string articles_between(const Chain& chain, std::size_t from, std::size_t to) {
    std::string articles;
    for (std::size_t i = from + 1; i <= to; ++i)
        for (const Part& part : chain[i].parts)
            if (part.kind != PartKind::Lead && !part.law.empty()) add_law(articles, part.law);
    return articles;
}

// The first day that the law alone leaves, without any work and whatever day it is.
Date first_lawful(const Chain& chain, std::size_t from, std::size_t to, Date day, const Agenda& agenda) {
    for (std::size_t i = from + 1; i <= to; ++i)
        for (const Part& part : chain[i].parts)
            if (part.kind != PartKind::Lead) day = end_of(part, day, agenda, nullptr);
    return day;
}

Finding finding_of(const Chain& chain, std::size_t from, std::size_t to, const Anchors& anchors, const Agenda& agenda) {
    const Date begun = *anchors[from]->first, wanted = *anchors[to]->last;
    Date earliest = begun;
    for (std::size_t i = from + 1; i <= to; ++i) earliest = next_of(chain[i], earliest, agenda, nullptr);
    if (earliest <= wanted) return {};
    const Date lawful = first_lawful(chain, from, to, begun, agenda);
    const std::string articles = articles_between(chain, from, to);
    const bool unlawful = lawful > wanted && !articles.empty();  // between some days the law sets no time
    return {unlawful ? "plan-below-minimum" : "plan-too-short",
            unlawful ? Severity::Error : Severity::Warning,
            std::string(chain[to].milestone),
            {{"fromMilestone", std::string(chain[from].milestone)},
             {"fromDate", to_text(begun)},
             {"toMilestone", std::string(chain[to].milestone)},
             {"toDate", to_text(wanted)},
             {"earliest", to_text(unlawful ? lawful : earliest)},
             {"days", std::to_string(((unlawful ? lawful : earliest) - wanted).days())},
             {"count", std::to_string(((unlawful ? lawful : earliest) - wanted).days())},
             {"unit", "days"}},
            unlawful ? articles : ""};
}

}  // namespace

Anchors anchors_of(const Chain& chain, const std::map<std::string, PlannedDate>& given) {
    Anchors anchors(chain.size());
    for (std::size_t i = 0; i < chain.size(); ++i)
        for (const auto& [milestone, date] : given)
            if (milestone == chain[i].milestone && date.first) anchors[i] = date;
    return anchors;
}

bool any(const Anchors& anchors) {
    return std::any_of(anchors.begin(), anchors.end(), [](const auto& each) { return each.has_value(); });
}

std::vector<Date> dates_of(const Chain& chain, const Anchors& anchors, const std::optional<Bound>& bound,
                           Direction direction, const Agenda& agenda, std::vector<Steps>* steps) {
    DateCount count(chain, anchors, bound, agenda, steps);
    return direction == Direction::Backward ? count.backward() : count.forward();
}

std::vector<Finding> too_short(const Chain& chain, const Anchors& anchors, const Agenda& agenda) {
    std::vector<Finding> findings;
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        if (!anchors[i]) continue;
        if (before)
            if (Finding finding = finding_of(chain, *before, i, anchors, agenda); !finding.rule.empty())
                findings.push_back(std::move(finding));
        before = i;
    }
    return findings;
}

}  // namespace mvoi::domain::planning
