// SPDX-License-Identifier: EUPL-1.2
// The form that a supplier fills in: tests/cases/forms.txt.
#include "domain/promise/form.hpp"

#include "domain/promise/logbook.hpp"
#include "json/rules/rule_book.hpp"
#include "support/cases.hpp"
#include "support/days.hpp"

namespace form_test {

using namespace mvoi;
using namespace mvoi::domain::measure;
using namespace mvoi::domain::promise;

namespace {

class FormCase {
  public:
    void play(const Line& line) {
        if (line[0] == "promise")
            promise(line);
        else if (line[0] == "point")
            promise_.points.push_back({day(line[1]), *parse_decimal(line[2])});
        else if (line[0] == "observe")
            observe(line);
        else if (line[0] == "form")
            form(line);
        else if (line[0] == "row")
            expected_.push_back(line[1] + " " + line[2] + (line.size() > 3 ? " " + line[3] : ""));
        else
            FAIL("no such line in a case: " << line[0]);
    }

    void compare() {
        if (asked_) CHECK(found_ == expected_);
        asked_ = false;
        expected_.clear();
    }

  private:
    void promise(const Line& line) {
        promise_.unit = "ton-co2e";
        promise_.target = parse_decimal(line[1]);
        promise_.from = day("2027-01-01");
        promise_.to = day("2028-12-31");
        for (std::size_t i = 2; i < line.size(); ++i) {
            const std::string name = line[i].substr(0, line[i].find('=')), value = line[i].substr(name.size() + 1);
            if (name == "shape") promise_.shape = shape_from(value).value();
            if (name == "period") promise_.period = every_from(value).value();
            if (name == "checked") promise_.checked = every_from(value).value();
            if (name == "gather") promise_.gather = gather_from(value).value();
            if (name == "by") promise_.by = day(value);
            if (name == "from") promise_.from = day(value);
            if (name == "to") promise_.to = day(value);
        }
        if (promise_.shape == Shape::Growing) promise_.target.reset();
    }

    void observe(const Line& line) {
        compare();
        Observation seen;
        seen.value = *parse_decimal(line[3]);
        seen.unit = promise_.unit;
        seen.from = day(line[1]);
        seen.to = day(line[2]);
        seen.source = line.size() > 4 ? line[4] : "a";
        observed_.push_back(seen);
    }

    void form(const Line& line) {
        compare();
        const domain::Date today = day(line[1]);
        const domain::Date until = line.size() > 2 ? day(line[2]) : today;
        found_.clear();
        asked_ = true;
        const auto rows = form_rows(promise_, observed_, json::rule_book().units, today, until, line.size() > 3);
        for (const FormRow& row : rows) {
            found_.push_back(domain::to_text(row.from) + " " + domain::to_text(row.to) +
                             (row.known ? " " + row.known->value.text() : ""));
            CHECK(row.mark.from <= row.from);
            CHECK(row.to <= row.mark.to);
        }
        can_be_put_down(rows);
    }

    // Every row can come back filled in, from the source that said the rest.
    void can_be_put_down(const std::vector<FormRow>& rows) {
        if (promise_.gather == Gather::Last) return;  // a state may be reported twice, by another source
        Logbook book(promise_, json::rule_book().units);
        for (const Observation& each : observed_) book.know(each);
        for (const FormRow& row : rows) {
            Observation seen = row.known.value_or(Observation{});
            if (!row.known) seen = {whole(1), promise_.unit, row.from, row.to, "a", "", 0, false};
            const auto put = book.put(seen, day("2029-01-01"));
            CHECK(put == (row.known ? Logbook::Put::Unchanged : Logbook::Put::Added));
        }
    }

    Promise promise_;
    std::vector<Observation> observed_;
    std::vector<std::string> found_, expected_;
    bool asked_ = false;
};

}  // namespace

TEST_CASE("a supplier is asked about what tests/cases/forms.txt says", "[contract][form]") {
    for (const Case& each : read_cases("forms.txt")) {
        INFO(each.title);
        FormCase playing;
        for (const Line& line : each.lines) playing.play(line);
        playing.compare();
    }
}

}  // namespace form_test
