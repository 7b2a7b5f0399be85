// SPDX-License-Identifier: EUPL-1.2
// promise.form: what the supplier of a contract is asked to fill in, as a file that register.import takes back.
#include <Poco/Base64Encoder.h>

#include <sstream>

#include "domain/contract/term.hpp"
#include "intake/text/text.hpp"
#include "operations/promise/promise.hpp"
#include "operations/table.hpp"
#include "render/form/form.hpp"
#include "render/sentences.hpp"

namespace mvoi::operations {
namespace {

constexpr std::string_view csv_type = "text/csv; charset=utf-8";
constexpr std::string_view xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::size_t max_name = 60;  // characters of the reference in the name of the file

std::string base64(const std::string& bytes) {
    std::ostringstream text;
    Poco::Base64Encoder encoder(text);
    encoder.rdbuf()->setLineLength(0);
    encoder << bytes;
    encoder.close();
    return text.str();
}

// The numbers that are asked for; all promises when none is. Refused when one is not there.
std::set<int> wanted(const Call& call, const domain::Contract& contract) {
    std::set<int> numbers;
    std::vector<domain::Fault> faults;
    const auto& list = call.request().list_or_empty("promises");
    for (std::size_t i = 0; i < list.size(); ++i) {
        const int number = static_cast<int>(*list[i].integer());
        find_promise(contract, number, "/promises/" + std::to_string(i), faults);
        numbers.insert(number);
    }
    if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));
    if (list.empty())
        for (const auto& promise : contract.promises) numbers.insert(promise.number);
    return numbers;
}

void add_lines(const Call& call, const std::optional<domain::Date>& end, const domain::promise::Promise& promise,
               const std::vector<domain::promise::Observation>& observed, render::Form& form) {
    domain::Date until = domain::parse_date(call.request().text_or("until")).value_or(call.today());
    if (end) until = std::min(until, *end);
    const auto& units = call.book().units;
    const auto* unit = domain::measure::find_unit(units, promise.unit);
    const bool all = call.request().boolean_or("all", false);
    for (auto& row : domain::promise::form_rows(promise, observed, units, call.today(), until, all)) {
        std::string what = render::promised(promise, row.mark, call.book(), form.language);
        form.lines.push_back(
            {promise.number, std::move(what), promise.unit, unit && unit->person_year.has_value(), std::move(row)});
    }
}

render::Form form_of(const Call& call, store::Connection& connection) {
    const CurrentContract current = named_contract(call, connection);
    const std::set<int> numbers = wanted(call, current.contract);
    const Observations observed = observations_of(connection, current.id);
    const auto end = course_of(current.contract, call.today()).end;
    render::Form form{call.language(), current.contract.reference, {}};
    for (const auto& promise : current.contract.promises) {
        if (!numbers.contains(promise.number)) continue;
        const auto found = observed.find(promise.number);
        add_lines(call, end ? std::optional(end->day) : std::nullopt, promise,
                  found == observed.end() ? std::vector<domain::promise::Observation>{} : found->second, form);
    }
    return form;
}

}  // namespace

std::string promise_form(const Call& call) {
    render::Form form;
    call.read([&](store::Connection& connection) { form = form_of(call, connection); });
    const bool as_csv = call.request().text_or("format") == "csv";
    std::string text;
    json::Out out(text);
    out.object([&] {
        out.member("contentType", as_csv ? csv_type : xlsx_type);
        out.member("fileName", render::sentence(form.language, "form.file", {}) + "-" +
                                   intake::slug(form.contract, max_name) + "-" + domain::to_text(call.today()) +
                                   (as_csv ? ".csv" : ".xlsx"));
        out.member("rows", static_cast<std::int64_t>(form.lines.size()));
        if (as_csv)
            out.member("body", render::write_form_csv(form));
        else
            out.member("base64", base64(render::write_form_xlsx(form)));
    });
    return text;
}

}  // namespace mvoi::operations
