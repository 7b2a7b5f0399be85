// SPDX-License-Identifier: EUPL-1.2
// period.compute: the last day of a period, with every step. threshold.find: the amount a contract is held against.
#include "domain/calendar/deadline.hpp"
#include "json/rules/calendar.hpp"
#include "operations/table.hpp"
#include "render/answers/period_view.hpp"

namespace mvoi::operations {
namespace {

using namespace domain::calendar;

constexpr int first_year = 2014, last_year = 2100;  // King's Day since 2014
const char* const lengths[] = {"days", "weeks", "months"};

domain::Date date_at(const json::Value& request, const char* name) {
    const auto date = domain::parse_date(request.text_or(name)).value();  // the schema has checked it
    if (date.year() < first_year || date.year() > last_year)
        refuse(domain::No::Invalid, std::string("/") + name, "period.year",
               {{"value", domain::to_text(date)},
                {"accepted", std::to_string(first_year) + "-" + std::to_string(last_year)}});
    return date;
}

std::optional<int> number_at(const json::Value& value, std::string_view name) {
    if (!value.find(name)) return std::nullopt;
    return static_cast<int>(value.integer_or(name, 0));
}

// One of rule, days, weeks and months, and no other.
void refuse_unless_one(const json::Value& request) {
    int given = request.find("rule") != nullptr;
    for (const char* length : lengths) given += request.find(length) != nullptr;
    if (given != 1) refuse(domain::No::Invalid, "/rule", "period.one-of", {{"accepted", "rule, days, weeks, months"}});
}

void name_row(const Call& call, Question& question) {
    const json::Value& request = call.request();
    const std::string code = request.text_or("rule");
    question.row = find_period(call.book().law.periods, code);
    const StatutoryPeriod& row = *question.row;
    if (question.day_zero < row.valid_from || (row.valid_to && *row.valid_to < question.day_zero))
        refuse(domain::No::Invalid, "/dayZero", "period.not-in-force",
               {{"value", domain::to_text(question.day_zero)},
                {"code", code},
                {"accepted",
                 domain::to_text(row.valid_from) + " - " + (row.valid_to ? domain::to_text(*row.valid_to) : "")}});
    const auto direction = direction_from(request.text_or("direction"));
    if (direction && row.effect == Effect::Period && *direction != row.period.direction)
        refuse(domain::No::Invalid, "/direction", "period.direction",
               {{"value", std::string(code_of(*direction))},
                {"code", code},
                {"accepted", std::string(code_of(row.period.direction))}});
}

void name_length(const json::Value& request, Question& question) {
    for (const char* length : lengths)
        if (const auto count = number_at(request, length)) {
            question.period.count = *count;
            question.period.unit = unit_from(length).value();
        }
    question.period.direction = direction_from(request.text_or("direction")).value_or(Direction::Forward);
    if (request.find("conditions"))
        refuse(domain::No::Invalid, "/conditions", "period.conditions-need-rule", {{"accepted", "rule"}});
    if (request.find("procedure"))
        refuse(domain::No::Invalid, "/procedure", "period.conditions-need-rule", {{"accepted", "rule"}});
}

// The amounts of the organisation's own policy.
void take_amounts(const Call& call, Purchase& contract) {
    store::PolicyPointer policy;
    call.read([&](store::Connection& connection) {
        policy = call.store().policy_in_force(connection, call.request().text_or("organisation"), call.today());
    });
    if (!policy) return;
    contract.several_from_cents = policy->thresholds.several.of(contract.kind);
    contract.national_from_cents = policy->thresholds.national.of(contract.kind);
}

}  // namespace

std::string period_compute(const Call& call) {
    const json::Value& request = call.request();
    refuse_unless_one(request);
    Question question;
    question.day_zero = date_at(request, "dayZero");
    question.rule = counting_rule_from(request.text_or("countingRule"));
    question.closing_time = request.text_or("closingTime");
    if (request.find("chosenDay")) question.chosen = date_at(request, "chosenDay");
    question.procedure = request.text_or("procedure");
    if (const json::Value* given = request.find("conditions")) question.conditions = json::conditions_from(*given);
    if (request.find("rule"))
        name_row(call, question);
    else
        name_length(request, question);
    const Direction direction = question.row ? question.row->period.direction : question.period.direction;
    if (direction == Direction::Backward && !question.closing_time.empty())
        refuse(domain::No::Invalid, "/closingTime", "period.closing-time-back", {{"value", question.closing_time}});
    const Deadline deadline = deadline_of(question, call.book().law);
    std::optional<domain::Date> today;
    if (request.find("today")) today = call.today();
    return render::period_answer(deadline, request.text_or("rule"), today, call.rules(), call.language());
}

std::string threshold_find(const Call& call) {
    const json::Value& request = call.request();
    Purchase contract;
    contract.authority = request.text_or("authority");
    contract.kind = request.text_or("kind");
    contract.social = request.boolean_or("social", false);
    contract.concession = request.boolean_or("concession", false);
    contract.day = domain::parse_date(request.text_or("date")).value_or(call.today());
    if (request.find("valueCents")) contract.value_cents = request.integer_or("valueCents", 0);
    if (request.find("organisation")) take_amounts(call, contract);
    const ThresholdPlacement placed = place(call.book().law.thresholds, contract);
    return render::threshold_answer(placed, contract, call.rules(), call.language());
}

}  // namespace mvoi::operations
