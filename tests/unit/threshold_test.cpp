// SPDX-License-Identifier: EUPL-1.2
// Thresholds: tests/cases/thresholds.txt, and each amount on both sides.
#include "json/rules/rule_book.hpp"
#include "render/sentences.hpp"
#include "support/amounts.hpp"
#include "support/asked.hpp"
#include "support/cases.hpp"

namespace threshold_test {

using namespace mvoi;

namespace {

class ThresholdCase {
  public:
    void play(const Line& line) {
        if (line[0] == "contract") {
            request_ = json::Value();
            request_.add("authority", line[1]);
            request_.add("kind", line[2]);
            for (std::size_t i = 3; i < line.size(); ++i) request_.add(line[i], true);
        } else if (line[0] == "amount") {
            asked_ = on(line[1]);
            REQUIRE(asked_.no.empty());
            CHECK(asked_.answer.integer_or("amountCents", -1) == (line[2] == "-" ? -1 : cents(line[2])));
        } else if (line[0] == "value") {
            asked_ = on(line[1], line[2]);
            CHECK(asked_.answer.text_or("position") == line[3]);
            CHECK(asked_.answer.text_or("sentence").find("{") == std::string::npos);
        } else if (line[0] == "open" || line[0] == "closed") {
            for (std::size_t i = 1; i < line.size(); ++i) CHECK(is_open(line[i]) == (line[0] == "open"));
        } else if (line[0] == "usual") {
            for (std::size_t i = 2; i < line.size(); ++i) CHECK(usual(line[i]) == line[1]);
        } else if (line[0] == "says" || line[0] == "silent") {
            for (std::size_t i = 1; i < line.size(); ++i)
                CHECK(asked_.findings().contains("threshold-" + line[i]) == (line[0] == "says"));
        } else if (line[0] == "refused") {
            const Asked no = on("2026-05-01");
            REQUIRE_FALSE(no.no.empty());
            CHECK(no.no.front().rule == line[1]);
            CHECK(no.no.front().path == line[2]);
        } else {
            FAIL("no such line in a case: " << line[0]);
        }
    }

  private:
    Asked on(const std::string& day, const std::string& value = "-") const {
        json::Value request = request_;
        request.add("date", day);
        if (value != "-") request.add("valueCents", cents(value));
        return ask("threshold.find", request);
    }
    bool is_open(const std::string& procedure) const { return usual(procedure) != "closed"; }
    std::string usual(const std::string& procedure) const {
        for (const auto& each : asked_.answer.list_or_empty("procedures"))
            if (each.text_or("procedure") == procedure)
                return !each.find("usual") ? "unsaid" : each.boolean_or("usual", false) ? "yes" : "no";
        return "closed";
    }

    json::Value request_;
    Asked asked_;
};

}  // namespace

TEST_CASE("thresholds are as tests/cases/thresholds.txt says", "[threshold]") {
    for (const Case& each : read_cases("thresholds.txt")) {
        INFO(each.title);
        ThresholdCase playing;
        for (const Line& line : each.lines) {
            INFO(line[0] << " " << (line.size() > 1 ? line[1] : "") << " " << (line.size() > 2 ? line[2] : ""));
            playing.play(line);
        }
    }
}

TEST_CASE("each threshold is above from the amount itself, and one cent less is below", "[threshold]") {
    const auto& rows = json::rule_book().law.thresholds;
    REQUIRE(rows.size() == 54);
    for (const auto& row : rows)
        for (const std::string& authority : row.authorities)
            for (const std::string& kind : row.kinds)
                for (const domain::Date day : {row.valid_from, row.valid_to})
                    for (const int less : {0, 1}) {
                        INFO(row.code << " " << authority << " " << kind << " " << domain::to_text(day));
                        const auto placed = place(rows, {authority, kind, row.scope == "sociaal",
                                                         row.scope == "concessie", day, row.amount_cents - less});
                        REQUIRE(placed.threshold == &row);
                        CHECK(code_of(placed.position) == (less ? "below" : "above"));
                    }
}

}  // namespace threshold_test
