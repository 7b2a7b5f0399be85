// SPDX-License-Identifier: EUPL-1.2
#include "domain/calendar/statutory.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "domain/calendar/days.hpp"
#include "domain/laws.hpp"
#include "domain/refusal.hpp"

namespace mvoi::domain::calendar {
namespace {

constexpr std::array<std::pair<std::string_view, Effect>, 6> effects = {{{"", Effect::Period},
                                                                         {"shortens", Effect::Shortens},
                                                                         {"adds", Effect::Adds},
                                                                         {"agreed", Effect::Agreed},
                                                                         {"quarter", Effect::Quarter},
                                                                         {"states", Effect::States}}};

constexpr std::string_view prior_notice = "vooraankondiging", agreed_days = "overeengekomenDagen";
// First what puts another period in its place, then what is added to it.
constexpr std::array<std::string_view, 8> in_sequence = {
    "versneld", agreed_days,        prior_notice,   "perKwartaal",
    "verlengd", "nietElektronisch", "elektronisch", "stukkenNietBeschikbaar"};

const StatutoryPeriod& row_of(const StatutoryPeriods& rows, std::string_view code) {
    const StatutoryPeriod* row = find_period(rows, code);
    if (!row) throw std::logic_error("schema/rules/statutory-periods.json: no row " + std::string(code));
    return *row;
}

void append(std::string& line, const std::string& part) {
    if (line.find(part) == std::string::npos) line += (line.empty() ? "" : ", ") + part;
}

std::string conditions_of(const StatutoryPeriod& row) {
    std::string line;
    for (const RowCondition& each : row.conditions) append(line, each.condition);
    return line.empty() ? "-" : line;
}

// "T1, T4 (elektronisch)": the periods that this row changes, and under which condition.
std::string changed_by(const StatutoryPeriods& rows, const StatutoryPeriod& row) {
    std::string periods, condition;
    for (const StatutoryPeriod& each : rows)
        for (const RowCondition& under : each.conditions)
            if (under.row == row.code && each.effect == Effect::Period) {
                append(periods, each.code);
                condition = under.condition;
            }
    return periods + " (" + condition + ")";
}

[[noreturn]] void refuse(std::string path, std::string rule, std::map<std::string, std::string> words) {
    throw Refusal(No::Invalid, Fault{std::move(path), std::move(rule), std::move(words)});
}

bool holds(const Conditions& conditions, std::string_view name) {
    if (name == prior_notice) return conditions.prior_notice.has_value();
    if (name == agreed_days) return conditions.agreed_days.has_value();
    return conditions.true_ones.contains(std::string(name));
}

const RowCondition* find_condition(const StatutoryPeriod& row, std::string_view name) {
    auto known = std::find_if(row.conditions.begin(), row.conditions.end(),
                              [&](const RowCondition& each) { return each.condition == name; });
    return known == row.conditions.end() ? nullptr : &*known;
}

class PeriodAdjustment {
  public:
    PeriodAdjustment(const StatutoryPeriods& rows, const StatutoryPeriod& row, const Conditions& conditions,
                     Date day_zero, const WorkCalendar& calendar)
        : rows_(rows), first_(row), conditions_(conditions), calendar_(calendar), result_{&row,     row.period,
                                                                                          day_zero, {},
                                                                                          {},       row.source} {}

    Adjusted result() {
        refuse_unless_counted();
        zero_step();
        step("period.step-count", first_);
        for (const std::string_view name : in_sequence)
            if (holds(conditions_, name)) apply(std::string(name));
        return std::move(result_);
    }

  private:
    void refuse_unless_counted() const {
        if (first_.effect == Effect::States)
            refuse("/rule", "period.no-number",
                   {{"period", first_.code}, {"value", first_.code}, {"law", first_.source}});
        if (first_.effect != Effect::Period)
            refuse("/rule", "period.no-period",
                   {{"period", first_.code},
                    {"value", first_.code},
                    {"law", first_.source},
                    {"accepted", changed_by(rows_, first_)}});
        const bool about_notice = conditions_.prior_notice_complete || conditions_.notice;
        if (about_notice && !conditions_.prior_notice)
            refuse(conditions_.notice ? "/conditions/aankondiging" : "/conditions/vooraankondigingVolledig",
                   "period.notice-alone", {});
        if (conditions_.expiry_days && !first_.has_expiry)
            refuse("/conditions/vervaltermijnDagen", "period.condition",
                   {{"value", "vervaltermijnDagen"}, {"code", first_.code}, {"accepted", conditions_of(first_)}});
    }

    void apply(const std::string& name) {
        const StatutoryPeriod& row = *result_.row;
        const RowCondition* known = find_condition(row, name);
        if (!known)
            refuse("/conditions/" + name, "period.condition",
                   {{"value", name}, {"code", row.code}, {"accepted", conditions_of(row)}});
        if (!known->finding.empty()) say(known->finding, row.source);
        if (!known->row.empty()) change(row_of(rows_, known->row));
    }

    void change(const StatutoryPeriod& by) {
        switch (by.effect) {
            case Effect::Adds:
                result_.period.count += by.period.count;
                step(by.period.count < 0 ? "period.step-less" : "period.step-more", by);
                for (const std::string& finding : by.findings) say(finding, by.source);
                break;
            case Effect::Agreed:
                result_.row = &by;
                result_.period.count = conditions_.agreed_days.value();
                step("period.step-agreed", by);
                break;
            case Effect::Quarter:
                replace(by);
                result_.day_zero = end_of_quarter(result_.day_zero);
                zero_step();
                step("period.step-count", by);
                break;
            case Effect::Shortens:
                if (!prior_notice_serves()) return;
                replace(by);
                step("period.step-instead", by);
                break;
            case Effect::Period:
                replace(by);
                step("period.step-instead", by);
                break;
            case Effect::States:
                throw std::logic_error("schema/rules/statutory-periods.json: " + by.code + " changes nothing");
        }
        add_law(result_.law, by.source);
    }

    void replace(const StatutoryPeriod& by) {
        result_.row = &by;
        result_.period = by.period;
    }

    // "Ten minste 52 dagen en ten hoogste 12 maanden" before the notice, with all information there is.
    bool prior_notice_serves() {
        if (first_.event != "aankondiging" && !conditions_.notice)
            refuse("/conditions/aankondiging", "period.notice-needed", {{"code", first_.code}});
        if (first_.event == "aankondiging" && conditions_.notice && *conditions_.notice != result_.day_zero)
            refuse("/conditions/aankondiging", "period.notice-is-day-zero", {{"value", to_text(*conditions_.notice)}});
        const Date notice = conditions_.notice.value_or(result_.day_zero), sent = *conditions_.prior_notice;
        const StatutoryPeriod &latest = row_of(rows_, "T5c"), &earliest = row_of(rows_, "T5c-12");
        const Date not_after = raw_last_day(latest.period, notice, calendar_);
        const Date not_before = raw_last_day(earliest.period, notice, calendar_);
        if (sent > not_after) return no_shortening("period-prior-notice-late", sent, not_after, latest.source);
        if (sent < not_before) return no_shortening("period-prior-notice-early", sent, not_before, earliest.source);
        if (conditions_.prior_notice_complete == false)
            return no_shortening("period-prior-notice-incomplete", sent, not_after, latest.source);
        if (!conditions_.prior_notice_complete) say("period-prior-notice-unrecorded", latest.source);
        return true;
    }

    bool no_shortening(const std::string& finding, Date sent, Date border, const std::string& source) {
        say(finding, source, {{"sent", to_text(sent)}, {"border", to_text(border)}});
        return false;
    }

    void zero_step() {
        result_.steps.push_back({result_.day_zero,
                                 "period.step-zero",
                                 {{"date", to_text(result_.day_zero)}, {"event", result_.row->event}},
                                 result_.row->source});
    }

    void step(const std::string& rule, const StatutoryPeriod& row) {
        const Date date = raw_last_day(result_.period, result_.day_zero, calendar_);
        const bool back = result_.period.direction == Direction::Backward;
        result_.steps.push_back(
            {date,
             back ? rule + "-back" : rule,
             {{"period", row.code},
              {"change", std::to_string(row.period.count < 0 ? -row.period.count : row.period.count)},
              {"count", std::to_string(result_.period.count)},
              {"unit", std::string(code_of(result_.period.unit))},
              {"date", to_text(date)}},
             row.source});
    }

    void say(const std::string& rule, const std::string& source, std::map<std::string, std::string> words = {}) {
        words.emplace("statutoryPeriod", result_.row->code);
        result_.findings.push_back({rule, Severity::Warning, "/conditions", std::move(words), source});
    }

    const StatutoryPeriods& rows_;
    const StatutoryPeriod& first_;
    const Conditions& conditions_;
    const WorkCalendar& calendar_;
    Adjusted result_;
};

}  // namespace

std::optional<Effect> effect_from(std::string_view code) {
    for (const auto& [name, effect] : effects)
        if (name == code) return effect;
    return std::nullopt;
}

const StatutoryPeriod* find_period(const StatutoryPeriods& rows, std::string_view code) {
    for (const StatutoryPeriod& row : rows)
        if (row.code == code) return &row;
    return nullptr;
}

Conditions fitting(const StatutoryPeriods& rows, const StatutoryPeriod& row, const Conditions& conditions) {
    Conditions fit;
    const StatutoryPeriod* applies = &row;
    for (const std::string_view name : in_sequence) {
        const RowCondition* known = holds(conditions, name) ? find_condition(*applies, name) : nullptr;
        if (!known) continue;
        if (name == prior_notice) {
            fit.prior_notice = conditions.prior_notice;
            fit.prior_notice_complete = conditions.prior_notice_complete;
        } else if (name == agreed_days) {
            fit.agreed_days = conditions.agreed_days;
        } else {
            fit.true_ones.emplace(name);
        }
        const StatutoryPeriod* by = known->row.empty() ? nullptr : &row_of(rows, known->row);
        if (by && (by->effect == Effect::Period || by->effect == Effect::Agreed)) applies = by;
    }
    return fit;
}

Adjusted adjust(const StatutoryPeriods& rows, const StatutoryPeriod& row, const Conditions& conditions, Date day_zero,
                const WorkCalendar& calendar) {
    return PeriodAdjustment(rows, row, conditions, day_zero, calendar).result();
}

}  // namespace mvoi::domain::calendar
