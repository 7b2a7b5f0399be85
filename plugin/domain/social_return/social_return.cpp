// SPDX-License-Identifier: EUPL-1.2
#include "domain/social_return/social_return.hpp"

#include <algorithm>

namespace mvoi::domain::social_return {
namespace {

using Words = std::map<std::string, std::string>;

constexpr int full_time_hours = 36;  // the week the method itself is defined by

std::int64_t whole_cents(const measure::Fraction& cents) {
    return cents.rounded(0).millionths / 1'000'000;
}

class StatementCount {
  public:
    StatementCount(const Table& table, const Rule& rule, const Obligation& obligation, const Efforts& efforts)
        : table_(table), rule_(rule), obligation_(obligation), efforts_(efforts) {}

    Statement result() {
        for (const Placement& each : efforts_.placements) place(each);
        for (const Invoice& each : efforts_.invoices) invoice(each);
        for (const Done& each : efforts_.activities) activity(each);
        carry_in();
        discount();
        measure::Fraction total;
        for (const StatementRow& row : statement_.rows) total += row.counted;
        statement_.realised_cents = whole_cents(total);
        if (obligation_.cents)
            statement_.remaining_cents = *obligation_.cents - statement_.discount_cents - statement_.realised_cents;
        return std::move(statement_);
    }

  private:
    StatementRow& add(const char* kind, int number, const std::string& reference, const std::string& code,
                      const measure::Fraction& whole) {
        statement_.rows.push_back({number, kind, reference, code, whole, 0, {}});
        return statement_.rows.back();
    }

    void find(const char* rule, Severity severity, const char* member, Words words) {
        words["table"] = table_.code;
        statement_.findings.push_back({rule, severity, member, std::move(words), table_.source});
    }
    void cut(StatementRow& row, const char* rule, const char* member, Words words) {
        words["reference"] = row.reference;
        find(rule, Severity::Warning, member, words);
        row.how.push_back({"finding." + std::string(rule), statement_.findings.back().words});
    }

    void place(const Placement& placement) {
        const Block* block = find_block(table_, placement.block);
        if (!block) {
            StatementRow& row = add("plaatsing", placement.number, placement.reference, placement.block, 0);
            return cut(row, "social-return-unknown-group", "/placements", {{"group", placement.block}});
        }
        const auto worth = [&](const measure::Fraction& hours, int half_months) {
            return measure::Fraction(block->year_cents) * hours / measure::Fraction(full_time_hours) *
                   measure::Fraction::of(half_months, 24);
        };
        StatementRow& row = add("plaatsing", placement.number, placement.reference, block->code,
                                worth(measure::Fraction(placement.hours_per_week), placement.half_months));
        if (!in_time(placement, row)) return;
        const measure::Fraction hours = counted_hours(placement, row);
        const int half_months = counted_half_months(placement, *block, row);
        row.counted = worth(hours, half_months);
        row.how.push_back({"social-return.placement",
                           {{"year", euros(block->year_cents)},
                            {"hours", hours.rounded(6).text()},
                            {"months", months(half_months)},
                            {"amount", euros(row.counted)}}});
        for (const std::string& each : placement.bonuses) bonus(placement, each, half_months > 0);
    }

    bool in_time(const Placement& placement, StatementRow& row) {
        const Words words = {{"started", to_text(placement.started)},
                             {"start", to_text(efforts_.contract_start)},
                             {"end", to_text(efforts_.contract_end)},
                             {"months", std::to_string(table_.started_within_months.value_or(0))}};
        if (placement.started > efforts_.contract_end) {
            cut(row, "social-return-started-late", "/placements", words);
            return false;
        }
        if (!table_.started_within_months) return true;
        const auto until = months_after(placement.started, *table_.started_within_months);
        if (until && *until >= efforts_.contract_start) return true;
        cut(row, "social-return-started-early", "/placements", words);
        return false;
    }

    measure::Fraction counted_hours(const Placement& placement, StatementRow& row) {
        if (placement.hours_per_week <= measure::whole(full_time_hours)) return placement.hours_per_week;
        cut(row, "social-return-hours", "/placements",
            {{"hours", placement.hours_per_week.text()}, {"accepted", std::to_string(full_time_hours)}});
        return full_time_hours;
    }

    // The limit is of the candidate: earlier placements of the same one used part of it.
    int counted_half_months(const Placement& placement, const Block& block, StatementRow& row) {
        if (block.limit == Limit::NotStated) not_stated(block);
        if (block.limit != Limit::Months) return placement.half_months;
        const int lks = table_.lks_counts ? placement.lks_half_months : 0;
        const std::string candidate =
            placement.candidate > 0 ? "#" + std::to_string(placement.candidate) : placement.reference;
        int used = 0;
        if (!candidate.empty()) used = used_[candidate];
        const int left = std::max(block.limit_months * 2 - used, 0);
        const int counted = std::min(placement.half_months, std::max(left, lks));
        if (!candidate.empty()) used_[candidate] += counted;
        if (counted < placement.half_months)
            cut(row, "social-return-limit", "/placements",
                {{"months", months(placement.half_months)},
                 {"counted", months(counted)},
                 {"accepted", std::to_string(block.limit_months)},
                 {"group", block.code}});
        return counted;
    }

    // Said once for each group.
    void not_stated(const Block& block) {
        const bool said = std::any_of(statement_.findings.begin(), statement_.findings.end(), [&](const Finding& each) {
            return each.rule == "social-return-limit-not-stated" && each.words.at("group") == block.code;
        });
        if (!said)
            find("social-return-limit-not-stated", Severity::Information, "/placements", {{"group", block.code}});
    }

    void bonus(const Placement& placement, const std::string& code, bool counts) {
        const Bonus* bonus = find_bonus(table_, code);
        StatementRow& row = add("bonus", placement.number, placement.reference, code, bonus ? bonus->cents : 0);
        if (!bonus) return cut(row, "social-return-unknown-bonus", "/placements", {{"bonus", code}});
        if (!counts) return cut(row, "social-return-bonus-without", "/placements", {{"bonus", code}});
        if (placement.half_months < bonus->from_months * 2)
            return cut(row, "social-return-bonus-too-short", "/placements",
                       {{"bonus", code},
                        {"months", months(placement.half_months)},
                        {"accepted", std::to_string(bonus->from_months)}});
        row.counted = row.whole;
        row.how.push_back({"social-return.bonus", {{"amount", euros(row.counted)}}});
    }

    void invoice(const Invoice& invoice) {
        StatementRow& row = add("factuur", invoice.number, invoice.reference, "inkoop", invoice.cents);
        before_contract(invoice.on, row, "/invoices");
        if (!table_.purchases_only_paid)
            return cut(row, "social-return-no-purchases", "/invoices", {{"amount", euros(invoice.cents)}});
        if (*table_.purchases_only_paid && !invoice.paid)
            return cut(row, "social-return-not-paid", "/invoices", {{"amount", euros(invoice.cents)}});
        row.counted = row.whole;
        row.how.push_back({"social-return.invoice", {{"amount", euros(row.counted)}}});
    }

    // The method says nothing about it; it counts, and somebody is to look at it.
    void before_contract(Date day, const StatementRow& row, const char* member) {
        if (day < efforts_.contract_start)
            find("social-return-before-contract", Severity::Warning, member,
                 {{"reference", row.reference}, {"date", to_text(day)}, {"start", to_text(efforts_.contract_start)}});
    }

    void activity(const Done& done) {
        const std::string code = table_.activity ? table_.activity->code : "maatschappelijke-activiteit";
        const measure::Fraction hours =
            table_.activity ? measure::Fraction(table_.activity->hour_cents) * measure::Fraction(done.hours)
                            : measure::Fraction(0);
        const measure::Fraction most =
            table_.activity ? measure::Fraction(table_.activity->day_cents) * measure::Fraction(done.days)
                            : measure::Fraction(0);
        const measure::Fraction days = done.value_cents ? std::min(measure::Fraction(*done.value_cents), most) : most;
        StatementRow& row = add("activiteit", done.number, done.reference, code,
                                done.value_cents ? hours + measure::Fraction(*done.value_cents) : hours + days);
        before_contract(done.on, row, "/activities");
        const bool by_hour = table_.activity && table_.activity->hour_cents > 0;
        const bool by_day = table_.activity && table_.activity->day_cents > 0;
        if ((done.hours > measure::whole(0) && !by_hour) || (done.days > measure::whole(0) && !by_day)) {
            cut(row, "social-return-no-activity", "/activities",
                {{"hours", done.hours.text()}, {"days", done.days.text()}});
        }
        row.counted = hours + days;
        if (row.counted < row.whole && by_day)
            cut(row, "social-return-day-limit", "/activities",
                {{"amount", euros(row.whole)}, {"counted", euros(row.counted)}, {"days", done.days.text()}});
        row.how.push_back({"social-return.activity", {{"amount", euros(row.counted)}}});
    }

    void carry_in() {
        if (efforts_.carried_in_cents == 0) return;
        StatementRow& row = add("overloop", 0, {}, "overloop", efforts_.carried_in_cents);
        const std::string amount = euros(efforts_.carried_in_cents);
        if (!rule_.carry_over)
            return cut(row, "social-return-no-carry-over", "/carriedInCents",
                       {{"amount", amount}, {"organisation", rule_.organisation}});
        row.counted = row.whole;
        row.how.push_back({"social-return.carried-in", {{"amount", amount}}});
    }

    void discount() {
        if (efforts_.pso_step.empty()) return;
        for (const PsoDiscount& each : table_.pso)
            if (each.step == efforts_.pso_step) {
                if (!obligation_.cents) return;  // of what is not known there is no discount yet
                const measure::Fraction exact =
                    measure::Fraction(*obligation_.cents) * measure::Fraction(each.percent) / measure::Fraction(100);
                statement_.discount_cents = whole_cents(exact);
                return;
            }
        find("social-return-no-pso", Severity::Warning, "/pso", {{"step", efforts_.pso_step}});
    }

    const Table& table_;
    const Rule& rule_;
    const Obligation& obligation_;
    const Efforts& efforts_;
    std::map<std::string, int> used_;  // candidate → half months that counted
    Statement statement_;
};

}  // namespace

std::string euros(const measure::Fraction& cents) {
    return (cents / measure::Fraction(100)).rounded(2).text();
}

std::string months(int half_months) {
    return (measure::Fraction::of(half_months, 2)).rounded(1).text();
}

Statement statement_of(const Table& table, const Rule& rule, const Obligation& obligation, const Efforts& efforts) {
    return StatementCount(table, rule, obligation, efforts).result();
}

}  // namespace mvoi::domain::social_return
