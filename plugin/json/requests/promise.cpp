// SPDX-License-Identifier: EUPL-1.2
#include "json/requests/promise.hpp"

#include "json/facts/form.hpp"
#include "json/facts/reading.hpp"
#include "json/rules/rule_book.hpp"

namespace mvoi::json {
namespace {

using domain::promise::Promise;

void as_usual_for_kpi(Promise& promise) {
    const auto* kpi = find_kpi(rule_book().kpis, promise.kpi);
    if (!kpi) return;
    promise.unit = kpi->unit;
    promise.demand = kpi->demand;
    promise.gather = kpi->gather;
}

// Rows are in the unit of the promise, unless it is said otherwise.
void complete_rows(Promise& promise) {
    auto& rows = *promise.rows;
    if (rows.unit.empty()) rows.unit = promise.unit;
    if (!rows.factor) return;
    rows.factor->from = rows.unit;
    if (rows.factor->to.empty()) rows.factor->to = promise.unit;
}

}  // namespace

Promise asked_promise(const Value& given, const Promise& usual, const std::string& path,
                      std::vector<domain::Fault>& faults) {
    Promise promise = usual;
    set_text(promise.kpi, given, "kpi");
    // Free text with nothing to measure it by may still name the KPI that it is about.
    if (given.find("target") || given.find("points") || given.find("unit")) as_usual_for_kpi(promise);
    set_members(promise, given, path, faults);
    if (promise.rows) complete_rows(promise);
    return promise;
}

}  // namespace mvoi::json
