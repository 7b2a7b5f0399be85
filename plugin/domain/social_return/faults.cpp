// SPDX-License-Identifier: EUPL-1.2
#include "domain/social_return/faults.hpp"

#include <set>

#include "domain/words.hpp"

namespace mvoi::domain::social_return {
namespace {

using Words = std::map<std::string, std::string>;

constexpr int week_hours = 7 * 24;
constexpr int year_hours = 36 * 52;  // a year of work, as tables count it

void check_percent(const std::optional<measure::Decimal>& percent, const char* path, std::vector<Fault>& faults) {
    if (percent && (*percent < measure::whole(0) || *percent > measure::whole(100)))
        faults.push_back({path, "socialreturn.percent", {{"value", percent->text()}}});
}

template <typename Rows, typename Code>
void check_once(const Rows& rows, Code code, const std::string& list, const char* member, std::vector<Fault>& faults) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!seen.insert(rows[i].*code).second)
            faults.push_back(
                {list + "/" + std::to_string(i) + "/" + member, "socialreturn.code-twice", {{"value", rows[i].*code}}});
}

void check_day(Date day, Date today, const char* member, std::vector<Fault>& faults) {
    if (day > today)
        faults.push_back({member, "socialreturn.in-future", {{"value", to_text(day)}, {"accepted", to_text(today)}}});
}

void check_end(Date day, Date end, const char* member, std::vector<Fault>& faults) {
    if (day > end)
        faults.push_back(
            {member, "socialreturn.after-contract", {{"value", to_text(day)}, {"accepted", to_text(end)}}});
}

void check_groups(const Placement& placement, const Table& table, std::vector<Fault>& faults) {
    if (!find_block(table, placement.block))
        faults.push_back({"/block",
                          "socialreturn.no-block",
                          {{"value", placement.block},
                           {"table", table.code},
                           {"accepted", joined_or_dash(table.blocks, &Block::code)}}});
    for (std::size_t i = 0; i < placement.bonuses.size(); ++i)
        if (!find_bonus(table, placement.bonuses[i]))
            faults.push_back({"/bonuses/" + std::to_string(i),
                              "socialreturn.no-bonus",
                              {{"value", placement.bonuses[i]},
                               {"table", table.code},
                               {"accepted", joined_or_dash(table.bonuses, &Bonus::code)}}});
}

void check_time(const Placement& placement, Date today, Date end, std::vector<Fault>& faults) {
    check_day(placement.started, today, "/started", faults);
    if (placement.started > end) {
        faults.push_back({"/started",
                          "socialreturn.after-contract",
                          {{"value", to_text(placement.started)}, {"accepted", to_text(end)}}});
        return;
    }
    const Date last = std::min(today, end);
    const int most = half_months_between(placement.started, last);
    if (placement.half_months > most)
        faults.push_back({"/halfMonths",
                          "socialreturn.not-worked",
                          {{"value", months(placement.half_months)},
                           {"started", to_text(placement.started)},
                           {"last", to_text(last)},
                           {"accepted", months(most)}}});
    if (placement.lks_half_months > placement.half_months)
        faults.push_back({"/lksHalfMonths",
                          "socialreturn.lks-longer",
                          {{"value", months(placement.lks_half_months)}, {"accepted", months(placement.half_months)}}});
}

}  // namespace

std::vector<Fault> faults_of(const Rule& rule) {
    std::vector<Fault> faults;
    std::set<std::string> kinds;
    for (std::size_t i = 0; i < rule.thresholds.size(); ++i)
        for (const std::string& kind : rule.thresholds[i].kinds)
            if (!kinds.insert(kind).second)
                faults.push_back(
                    {"/thresholds/" + std::to_string(i) + "/kinds", "socialreturn.kind-twice", {{"value", kind}}});
    check_percent(rule.percent, "/percent", faults);
    if (rule.labour_share) {
        check_percent(rule.labour_share->below_percent, "/labourShare/belowPercent", faults);
        check_percent(rule.labour_share->percent, "/labourShare/percent", faults);
        if (!rule.percent) faults.push_back({"/labourShare", "socialreturn.share-without-percent", {}});
    }
    check_percent(rule.assumed_labour_percent, "/assumedLabourPercent", faults);
    if (rule.assumed_labour_percent && !rule.basis.empty() && rule.basis != "loonsom")
        faults.push_back({"/assumedLabourPercent", "socialreturn.assumed-basis", {{"value", rule.basis}}});
    return faults;
}

std::vector<Fault> faults_of(const Table& table) {
    std::vector<Fault> faults;
    check_once(table.blocks, &Block::code, "/blocks", "code", faults);
    check_once(table.bonuses, &Bonus::code, "/bonuses", "code", faults);
    check_once(table.pso, &PsoDiscount::step, "/pso", "code", faults);
    for (std::size_t i = 0; i < table.pso.size(); ++i)
        check_percent(table.pso[i].percent, ("/pso/" + std::to_string(i) + "/percent").c_str(), faults);
    if (table.activity && table.activity->hour_cents == 0 && table.activity->day_cents == 0)
        faults.push_back({"/activity", "socialreturn.activity-worth", {}});
    return faults;
}

std::vector<Fault> faults_of(const Placement& placement, const Table& table, Date today, Date end) {
    std::vector<Fault> faults;
    check_groups(placement, table, faults);
    if (placement.hours_per_week <= measure::whole(0) || placement.hours_per_week > measure::whole(week_hours))
        faults.push_back({"/hoursPerWeek",
                          "socialreturn.week",
                          {{"value", placement.hours_per_week.text()}, {"accepted", std::to_string(week_hours)}}});
    check_time(placement, today, end, faults);
    return faults;
}

std::vector<Fault> faults_of(const Invoice& invoice, Date today, Date end) {
    std::vector<Fault> faults;
    check_day(invoice.on, today, "/on", faults);
    check_end(invoice.on, end, "/on", faults);
    return faults;
}

std::vector<Fault> faults_of(const Done& done, Date today, Date end) {
    std::vector<Fault> faults;
    check_day(done.on, today, "/on", faults);
    check_end(done.on, end, "/on", faults);
    for (const auto& [amount, member] : {std::pair(done.hours, "/hours"), std::pair(done.days, "/days")})
        if (amount < measure::whole(0))
            faults.push_back({member, "socialreturn.below-zero", {{"value", amount.text()}}});
    if (done.hours == measure::whole(0) && done.days == measure::whole(0))
        faults.push_back({"/hours", "socialreturn.no-time", {}});
    if (done.hours > measure::whole(year_hours))
        faults.push_back(
            {"/hours", "socialreturn.year", {{"value", done.hours.text()}, {"accepted", std::to_string(year_hours)}}});
    return faults;
}

int half_months_between(Date first, Date last) {
    const auto after_last = day_after(last);
    if (last < first || !after_last) return 0;
    int months = 0;
    for (auto next = months_after(first, 1); next && *next <= *after_last; next = months_after(first, months + 1))
        ++months;
    const auto here = months_after(first, months), next = months_after(first, months + 1);
    if (!here || !next) return months * 2;
    const bool half = (*after_last - *here).days() >= (*next - *here).days() / 2;
    return months * 2 + (half ? 1 : 0);
}

}  // namespace mvoi::domain::social_return
