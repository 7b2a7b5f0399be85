// SPDX-License-Identifier: EUPL-1.2
// The statement of a contract as a table for a spreadsheet: what csv.hpp says of cells holds here. Numbers are exact,
// with the decimal sign of the language. What nobody showed is an empty cell beside the word for it, never a zero.
#include <algorithm>
#include <vector>

#include "domain/decision/decide.hpp"
#include "render/csv.hpp"
#include "render/statement/statement_pen.hpp"

namespace mvoi::render {

using namespace domain::measure;
using namespace domain::promise;
using namespace domain::social_return;

namespace {

constexpr std::size_t row_bytes = 320;
const std::vector<std::string_view> heads = {
    "reference", "supplier", "number", "theme", "promise", "demand",   "target",        "unit", "stand", "value",
    "required",  "forecast", "due",    "from",  "to",      "observed", "observed-unit", "how",  "source"};

class Rows {
  public:
    Rows(const Statement& statement, const StatementWords& words) : pen_(statement, words) {}

    std::string run() {
        for (const std::string_view each : heads) out_.text(pen_.say("statement.csv-" + std::string(each)));
        out_.end_row();
        for (const StatedTheme& theme : pen_.statement.themes)
            for (const StatedPromise& each : theme.promises) {
                for (const Observation& seen : each.observed) row(each, &seen);
                if (each.observed.empty()) row(each, nullptr);
            }
        return std::move(out_).take();
    }

  private:
    void number(const std::optional<Fraction>& value) {
        if (!value) return out_.empty();
        out_.digits(pen_.decimal(exact_text(*value).value_or("")));
    }
    void day(const std::optional<domain::Date>& day) {
        if (day) return out_.date(*day);
        out_.empty();
    }

    void row(const StatedPromise& stated, const Observation* seen) {
        const PromiseShown& shown = stated.shown;
        const Promise& promise = shown.promise;
        out_.text(pen_.statement.contract.reference);
        out_.text(pen_.suppliers());
        out_.number(promise.number);
        out_.text(pen_.theme(promise.theme));
        out_.text(pen_.name(promise));
        out_.text(is_measurable(promise) ? pen_.demand(promise) : std::string());
        number(promise.target ? std::optional(Fraction(*promise.target)) : std::nullopt);
        out_.text(pen_.unit(promise.unit));
        out_.text(pen_.stand(shown.standing.stand));
        const MarkStanding* about = shown.standing.about ? &shown.standing.marks[*shown.standing.about] : nullptr;
        number(about ? about->value : std::nullopt);
        number(about ? about->required : std::nullopt);
        number(about ? about->forecast : std::nullopt);
        day(shown.due);
        observed(seen);
        out_.end_row();
    }

    void observed(const Observation* seen) {
        if (!seen) {
            for (int i = 0; i < 4; ++i) out_.empty();
            out_.text(pen_.say("statement.nothing-observed"));
            out_.empty();
            return;
        }
        out_.date(seen->from);
        out_.date(seen->to);
        out_.digits(pen_.decimal(seen->value.text()));
        out_.text(pen_.unit(seen->unit));
        out_.text(pen_.how(*seen));
        out_.text(seen->source);
    }

    StatementPen pen_;
    CsvWriter out_{row_bytes};
};

}  // namespace

std::string statement_csv(const Statement& statement, const StatementWords& words) {
    return Rows(statement, words).run();
}

}  // namespace mvoi::render
