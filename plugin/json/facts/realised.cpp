// SPDX-License-Identifier: EUPL-1.2
// Social return that was put down, and what requests say of social return. Written and read side by side; members in
// the order of canonical JSON.
#include "json/facts/reading.hpp"
#include "json/facts/social_return_terms.hpp"

namespace mvoi::json {
namespace {

using namespace domain::measure;
using namespace domain::social_return;
using domain::Fault;
using domain::to_text;

int int_of(const Value& object, const char* name) {
    return static_cast<int>(object.integer_or(name, 0));
}

// ---- the journal's facts --------------------------------------------------------------------------------------------

void write_activity(Out& out, const Done& done) {
    out.object([&] {
        if (done.days != whole(0)) out.member("days", done.days.text());
        if (done.hours != whole(0)) out.member("hours", done.hours.text());
        out.member("number", done.number);
        out.member("on", to_text(done.on));
        out.redactable("reference", done.reference);
        out.member_if("valueCents", done.value_cents);
    });
}

void write_invoice(Out& out, const Invoice& invoice) {
    out.object([&] {
        out.member("cents", invoice.cents);
        out.member("number", invoice.number);
        out.member("on", to_text(invoice.on));
        out.member("paid", invoice.paid);
        out.redactable("reference", invoice.reference);
    });
}

void write_placement(Out& out, const Placement& placement) {
    out.object([&] {
        out.member("block", placement.block);
        if (!placement.bonuses.empty()) out.texts("bonuses", placement.bonuses);
        out.member("candidate", placement.candidate);
        out.member("halfMonths", placement.half_months);
        out.member("hoursPerWeek", placement.hours_per_week.text());
        if (placement.lks_half_months) out.member("lksHalfMonths", placement.lks_half_months);
        out.member("number", placement.number);
        out.redactable("reference", placement.reference);
        out.member("started", to_text(placement.started));
    });
}

Decimal number_or_zero(const Value& object, const char* name) {
    return object.find(name) ? must(parse_decimal(object.text_or(name)), name) : whole(0);
}

// All but the numbers that a request may have wrong.
Placement placement_but_hours(const Value& object) {
    Placement placement;
    placement.number = int_of(object, "number");
    placement.candidate = int_of(object, "candidate");
    placement.reference = object.text_or("reference");
    placement.block = object.text_or("block");
    placement.started = date_of(object, "started");
    placement.half_months = int_of(object, "halfMonths");
    placement.lks_half_months = int_of(object, "lksHalfMonths");
    placement.bonuses = texts_of(object, "bonuses");
    return placement;
}

Done activity_but_time(const Value& object) {
    Done done;
    done.number = int_of(object, "number");
    done.reference = object.text_or("reference");
    done.on = date_of(object, "on");
    done.value_cents = big_number(object, "valueCents");
    return done;
}

// ---- requests -------------------------------------------------------------------------------------------------------

// The exact number of a member; one that is none is a fault.
std::optional<Decimal> asked_number(const Value& given, const char* name, const std::string& path,
                                    std::vector<Fault>& faults) {
    const Value* member = given.find(name);
    if (!member || member->is_null()) return std::nullopt;
    const auto number = parse_decimal(given.text_or(name));
    if (!number) faults.push_back({path + "/" + name, "promise.number", {{"value", given.text_or(name)}}});
    return number;
}

// "5.5" months are eleven halves; anything finer is a fault.
void ask_months(Placement& placement, const Value& given, const std::string& path, std::vector<Fault>& faults) {
    const bool halves = given.find("halfMonths"), months = given.find("months");
    if (halves == months) faults.push_back({path + "/months", "socialreturn.months-once", {}});
    if (!months) return;
    const auto number = asked_number(given, "months", path, faults);
    if (!number) return;
    constexpr std::int64_t half = 500'000;  // millionths
    if (*number < whole(0) || *number > whole(480) || number->millionths % half != 0)
        faults.push_back({path + "/months", "socialreturn.half-months", {{"value", number->text()}}});
    else
        placement.half_months = static_cast<int>(number->millionths / half);
}

template <typename T, typename Read>
void set(std::optional<T>& place, const Value& given, const char* name, Read read) {
    const Value* member = given.find(name);
    if (!member) return;
    place.reset();
    if (!member->is_null()) place = read(*member);
}

}  // namespace

void write_json(Out& out, const Realised& realised) {
    out.object([&] {
        if (!realised.activities.empty())
            out.list("activities", realised.activities, [&](const Done& each) { write_activity(out, each); });
        out.member_if("carriedInCents", realised.carried_in_cents);
        out.member("contract", realised.contract);
        if (!realised.invoices.empty())
            out.list("invoices", realised.invoices, [&](const Invoice& each) { write_invoice(out, each); });
        if (!realised.placements.empty())
            out.list("placements", realised.placements, [&](const Placement& each) { write_placement(out, each); });
        out.member_if("pso", realised.pso_step);
        if (!realised.taken_back.empty())
            out.list("takenBack", realised.taken_back, [&](const Realised::TakenBack& each) {
                out.object([&] {
                    out.member("number", each.number);
                    out.redactable_if("reason", each.reason);
                });
            });
    });
}

Realised realised_from(const Value& object) {
    Realised realised;
    for (const Value& each : object.list_or_empty("activities")) {
        realised.activities.push_back(activity_but_time(each));
        realised.activities.back().days = number_or_zero(each, "days");
        realised.activities.back().hours = number_or_zero(each, "hours");
    }
    realised.carried_in_cents = big_number(object, "carriedInCents");
    realised.contract = object.text_or("contract");
    for (const Value& each : object.list_or_empty("invoices")) realised.invoices.push_back(asked_invoice(each));
    for (const Value& each : object.list_or_empty("placements")) {
        realised.placements.push_back(placement_but_hours(each));
        realised.placements.back().hours_per_week = must(parse_decimal(each.text_or("hoursPerWeek")), "hoursPerWeek");
    }
    if (object.find("pso")) realised.pso_step = object.text_or("pso");
    for (const Value& each : object.list_or_empty("takenBack"))
        realised.taken_back.push_back({int_of(each, "number"), each.text_or("reason")});
    return realised;
}

std::vector<Fault> unreadable_rule(const Value& given, const std::string& path) {
    std::vector<Fault> faults;
    for (const char* name : {"percent", "assumedLabourPercent"}) asked_number(given, name, path, faults);
    if (const Value* share = given.find("labourShare"))
        for (const char* name : {"belowPercent", "percent"}) asked_number(*share, name, path + "/labourShare", faults);
    return faults;
}

std::vector<Fault> unreadable_table(const Value& given, const std::string& path) {
    std::vector<Fault> faults;
    const auto& pso = given.list_or_empty("pso");
    for (std::size_t i = 0; i < pso.size(); ++i)
        asked_number(pso[i], "percent", path + "/pso/" + std::to_string(i), faults);
    const auto& blocks = given.list_or_empty("blocks");
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const std::string limit = blocks[i].text_or("limit"), at = path + "/blocks/" + std::to_string(i);
        const std::map<std::string, std::string> words{{"value", blocks[i].text_or("code")}};
        if (limit == "months" && !blocks[i].find("limitMonths"))
            faults.push_back({at + "/limitMonths", "socialreturn.limit-without-months", words});
        if (limit == "always" && blocks[i].find("limitMonths"))
            faults.push_back({at + "/limitMonths", "socialreturn.limit-always", words});
    }
    return faults;
}

void apply_amounts(Terms& terms, const Value& given, const std::string& path, std::vector<Fault>& faults) {
    const auto cents = [](const Value& value) { return *value.integer(); };
    set(terms.aanneemsom_cents, given, "aanneemsomCents", cents);
    set(terms.loonsom_cents, given, "loonsomCents", cents);
    set(terms.agreed_cents, given, "agreedCents", cents);
    if (given.find("basis")) terms.basis = given.text_or("basis");
    if (!given.find("labourSharePercent")) return;
    terms.labour_share_percent = asked_number(given, "labourSharePercent", path, faults);
    if (terms.labour_share_percent &&
        (*terms.labour_share_percent < whole(0) || *terms.labour_share_percent > whole(100)))
        faults.push_back(
            {path + "/labourSharePercent", "socialreturn.percent", {{"value", terms.labour_share_percent->text()}}});
}

Placement asked_placement(const Value& given, const std::string& path, std::vector<Fault>& faults) {
    Placement placement = placement_but_hours(given);
    placement.hours_per_week = asked_number(given, "hoursPerWeek", path, faults).value_or(whole(0));
    ask_months(placement, given, path, faults);
    return placement;
}

Invoice asked_invoice(const Value& given) {
    return {int_of(given, "number"), given.text_or("reference"), date_of(given, "on"), given.integer_or("cents", 0),
            given.boolean_or("paid", false)};
}

Done asked_activity(const Value& given, const std::string& path, std::vector<Fault>& faults) {
    Done done = activity_but_time(given);
    done.days = asked_number(given, "days", path, faults).value_or(whole(0));
    done.hours = asked_number(given, "hours", path, faults).value_or(whole(0));
    return done;
}

}  // namespace mvoi::json
