// SPDX-License-Identifier: EUPL-1.2
// Written and read side by side, so that the two cannot drift apart.
#include "json/facts/promise.hpp"

#include <charconv>

#include "json/facts/reading.hpp"
#include "json/rules/measure.hpp"

namespace mvoi::json {
namespace {

using namespace domain::measure;
using namespace domain::promise;
using domain::Fault;
using domain::to_text;

Decimal decimal_of(const Value& object, const char* name) {
    return must(parse_decimal(object.text_or(name)), name);
}

std::optional<Decimal> decimal_if(const Value& object, const char* name) {
    return object.find(name) ? std::optional(decimal_of(object, name)) : std::nullopt;
}

// ---- requests -------------------------------------------------------------------------------------------------------

class Asking {
  public:
    Asking(const Value& given, std::string path, std::vector<Fault>& faults)
        : given_(given), path_(std::move(path)), faults_(faults) {}

    void text(std::string& place, const char* name) const {
        if (given_.find(name)) place = given_.text_or(name);
    }
    void number(int& place, const char* name) const { place = static_cast<int>(given_.integer_or(name, place)); }
    void day(domain::Date& place, const char* name) const {
        if (given_.find(name)) place = date_of(given_, name);
    }
    template <typename Code, typename Read>
    void code(Code& place, const char* name, Read read) const {
        if (given_.find(name)) place = must(read(given_.text_or(name)), name);
    }
    std::optional<Decimal> decimal(const Value& object, const char* name, const std::string& path) const {
        if (!object.find(name)) return std::nullopt;
        const auto decimal = parse_decimal(object.text_or(name));
        if (!decimal) faults_.push_back({path_ + path, "promise.number", {{"value", object.text_or(name)}}});
        return decimal;
    }
    std::optional<Decimal> decimal(const char* name) const { return decimal(given_, name, std::string("/") + name); }
    const Value& given() const { return given_; }

  private:
    const Value& given_;
    const std::string path_;
    std::vector<Fault>& faults_;
};

void write_rows(Out& out, const CountedRows& rows) {
    out.object("rows", [&] {
        out.texts("codes", rows.codes);
        if (rows.factor)
            out.object("factor", [&] {
                out.member("factor", rows.factor->factor.text());
                out.member("source", rows.factor->source);
                out.member("unit", rows.factor->to);
            });
        out.member("source", rows.source);
        out.member("unit", rows.unit);
        out.member("window", code_of(rows.window));
    });
}

CountedRows rows_from(const Value& object) {
    CountedRows rows;
    rows.codes = texts_of(object, "codes");
    rows.source = object.text_or("source");
    rows.unit = object.text_or("unit");
    if (const Value* factor = object.find("factor"))
        rows.factor = DeclaredFactor{rows.unit, factor->text_or("unit"), decimal_of(*factor, "factor"),
                                     factor->text_or("source")};
    rows.window = must(every_from(object.text_or("window")), "window");
    return rows;
}

void as_usual_for_kpi(Promise& promise) {
    const Kpi* kpi = find_kpi(kpis(), promise.kpi);
    if (!kpi) return;
    promise.unit = kpi->unit;
    promise.demand = kpi->demand;
    promise.gather = kpi->gather;
}

void ask_what(Promise& promise, const Asking& ask) {
    ask.text(promise.theme, "theme");
    ask.text(promise.criterion, "criterion");
    ask.text(promise.edition, "edition");
    ask.text(promise.kpi, "kpi");
    // Free text with nothing to measure it by may still name the KPI that it is about.
    if (ask.given().find("target") || ask.given().find("points") || ask.given().find("unit")) as_usual_for_kpi(promise);
    ask.text(promise.text, "text");
    ask.text(promise.clause, "clause");
    ask.text(promise.unit, "unit");
    ask.code(promise.demand, "demand", demand_from);
    ask.code(promise.gather, "gather", gather_from);
    promise.target = ask.decimal("target");
    if (const auto tolerance = ask.decimal("tolerancePercent")) promise.tolerance_percent = *tolerance;
}

void ask_when(Promise& promise, const Asking& ask) {
    ask.code(promise.shape, "shape", shape_from);
    ask.code(promise.period, "period", every_from);
    if (ask.given().find("by")) promise.by = date_of(ask.given(), "by");
    ask.code(promise.growth, "growth", growth_from);
    const auto& points = ask.given().list_or_empty("points");
    for (std::size_t i = 0; i < points.size(); ++i)
        if (const auto target = ask.decimal(points[i], "target", "/points/" + std::to_string(i) + "/target"))
            promise.points.push_back({date_of(points[i], "on"), *target});
    ask.day(promise.from, "from");
    ask.day(promise.to, "to");
}

// Rows in the unit of the promise, each month by itself, unless it is said otherwise.
CountedRows asked_rows(const Value& given, const Promise& promise, const Asking& ask) {
    CountedRows rows;
    rows.source = given.text_or("source");
    rows.codes = texts_of(given, "codes");
    rows.unit = given.text_or("unit", promise.unit);
    if (given.find("window")) rows.window = must(every_from(given.text_or("window")), "window");
    if (const Value* factor = given.find("factor"))
        if (const auto number = ask.decimal(*factor, "factor", "/rows/factor/factor"))
            rows.factor =
                DeclaredFactor{rows.unit, factor->text_or("unit", promise.unit), *number, factor->text_or("source")};
    return rows;
}

void ask_checking(Promise& promise, const Asking& ask) {
    if (const Value* ceiling = ask.given().find("ceiling"))
        if (const auto value = ask.decimal(*ceiling, "value", "/ceiling/value"))
            promise.ceiling = Ceiling{*value, must(every_from(ceiling->text_or("per")), "per")};
    ask.code(promise.checked, "checked", every_from);
    ask.number(promise.report_within_days, "reportWithinDays");
    ask.text(promise.proof_kind, "proofKind");
    ask.text(promise.proof, "proof");
    ask.text(promise.consequence, "consequence");
    if (const Value* rows = ask.given().find("rows")) promise.rows = asked_rows(*rows, promise, ask);
    ask.number(promise.minutes_per_year, "minutesPerYear");
    ask.text(promise.owner, "owner");
}

}  // namespace

int number_of(const Promise& promise) {
    int number = 0;
    std::from_chars(promise.id.data(), promise.id.data() + promise.id.size(), number);
    return number;
}

void write_members(Out& out, const Promise& promise) {
    if (promise.by) out.member("by", to_text(*promise.by));
    if (promise.ceiling)
        out.object("ceiling", [&] {
            out.member("per", code_of(promise.ceiling->per));
            out.member("value", promise.ceiling->value.text());
        });
    out.member("checked", code_of(promise.checked));
    out.redactable_if("clause", promise.clause);
    out.redactable_if("consequence", promise.consequence);
    out.redactable_if("criterion", promise.criterion);
    out.member("demand", code_of(promise.demand));
    out.member_if("edition", promise.edition);
    out.member("from", to_text(promise.from));
    out.member("gather", code_of(promise.gather));
    out.member("growth", code_of(promise.growth));
    out.member_if("kpi", promise.kpi);
    out.member("minutesPerYear", promise.minutes_per_year);
    if (!promise.id.empty()) out.member("number", number_of(promise));
    out.member_if("owner", promise.owner);
    out.member("period", code_of(promise.period));
    if (!promise.points.empty())
        out.list("points", promise.points, [&](const GrowthPoint& point) {
            out.object([&] {
                out.member("on", to_text(point.on));
                out.member("target", point.target.text());
            });
        });
    out.redactable_if("proof", promise.proof);
    out.member_if("proofKind", promise.proof_kind);
    out.member("reportWithinDays", promise.report_within_days);
    if (promise.rows) write_rows(out, *promise.rows);
    out.member("shape", code_of(promise.shape));
    if (promise.target) out.member("target", promise.target->text());
    out.redactable_if("text", promise.text);
    out.member("theme", promise.theme);
    out.member("to", to_text(promise.to));
    out.member("tolerancePercent", promise.tolerance_percent.text());
    out.member_if("unit", promise.unit);
}

void write_json(Out& out, const Promise& promise) {
    out.object([&] { write_members(out, promise); });
}

Promise promise_from(const Value& object) {
    Promise promise;
    promise.by = date_if(object, "by");
    if (const Value* ceiling = object.find("ceiling"))
        promise.ceiling = Ceiling{decimal_of(*ceiling, "value"), must(every_from(ceiling->text_or("per")), "per")};
    promise.checked = must(every_from(object.text_or("checked")), "checked");
    promise.clause = object.text_or("clause");
    promise.consequence = object.text_or("consequence");
    promise.criterion = object.text_or("criterion");
    promise.demand = must(demand_from(object.text_or("demand")), "demand");
    promise.edition = object.text_or("edition");
    promise.from = date_of(object, "from");
    promise.gather = must(gather_from(object.text_or("gather")), "gather");
    promise.growth = must(growth_from(object.text_or("growth")), "growth");
    promise.kpi = object.text_or("kpi");
    promise.minutes_per_year = static_cast<int>(object.integer_or("minutesPerYear", 0));
    if (object.find("number")) promise.id = std::to_string(object.integer_or("number", 0));
    promise.owner = object.text_or("owner");
    promise.period = must(every_from(object.text_or("period")), "period");
    for (const Value& point : object.list_or_empty("points"))
        promise.points.push_back({date_of(point, "on"), decimal_of(point, "target")});
    promise.proof = object.text_or("proof");
    promise.proof_kind = object.text_or("proofKind");
    promise.report_within_days = static_cast<int>(object.integer_or("reportWithinDays", 0));
    promise.shape = must(shape_from(object.text_or("shape")), "shape");
    promise.target = decimal_if(object, "target");
    promise.text = object.text_or("text");
    promise.theme = object.text_or("theme");
    promise.to = date_of(object, "to");
    promise.tolerance_percent = decimal_of(object, "tolerancePercent");
    promise.unit = object.text_or("unit");
    if (const Value* rows = object.find("rows")) promise.rows = rows_from(*rows);
    return promise;
}

void write_json(Out& out, const Offered& offered) {
    out.object([&] {
        out.member_if("points", offered.points);
        out.name("promise");
        write_json(out, offered.promise);
    });
}

Offered offered_from(const Value& object) {
    return {promise_from(must(object.find("promise") ? std::optional(*object.find("promise")) : std::nullopt, "offer")),
            small_number(object, "points")};
}

Promise asked_promise(const Value& given, const Promise& usual, const std::string& path, std::vector<Fault>& faults) {
    Promise promise = usual;
    const Asking ask(given, path, faults);
    ask_what(promise, ask);
    ask_when(promise, ask);
    ask_checking(promise, ask);
    return promise;
}

}  // namespace mvoi::json
