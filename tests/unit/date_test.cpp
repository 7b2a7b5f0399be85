// SPDX-License-Identifier: EUPL-1.2
// Days and planned dates: the cases of tests/cases/dates.txt, and what must hold for every day there is.
#include "domain/date.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/cases.hpp"

namespace date_test {

namespace {

using mvoi::domain::Certainty;
using mvoi::domain::Date;
using mvoi::domain::PlannedDate;
using mvoi::domain::Precision;
using namespace mvoi::domain;

constexpr Precision all_precisions[] = {Precision::Day,      Precision::Month, Precision::Quarter,
                                        Precision::HalfYear, Precision::Year,  Precision::Unknown};

std::string text_of(const std::optional<Date>& date) {
    return date ? to_text(*date) : "";
}

// One run over all days is a good half million checks; counting what is wrong keeps it quick.
int faults_of_day(Date day) {
    int faults = parse_date(to_text(day)) == day ? 0 : 1;
    for (const Precision precision : all_precisions) {
        const PlannedDate period = period_of(day, precision);
        if (period.precision != precision) ++faults;
        if (parse_planned_date(to_text(period)) != period) ++faults;
        if (precision == Precision::Unknown) continue;
        if (!period.first || !period.last || *period.first > day || *period.last < day) ++faults;
    }
    return faults;
}

}  // namespace

TEST_CASE("planned dates are read as tests/cases/dates.txt says", "[date]") {
    const auto cases = read_table("dates.txt");
    REQUIRE(cases.size() > 60);
    for (const auto& [line, cells] : cases) {
        INFO("dates.txt line " << line << ": \"" << cells[0] << "\"");
        REQUIRE(cells.size() >= 2);
        const auto date = parse_planned_date(cells[0]);
        if (cells[1] == "refused") {
            CHECK_FALSE(date);
            CHECK_FALSE(parse_date(cells[0]));
            continue;
        }
        REQUIRE(date);
        CHECK(code_of(date->precision) == cells[1]);
        CHECK(text_of(date->first) == (cells.size() > 2 ? cells[2] : ""));
        CHECK(text_of(date->last) == (cells.size() > 3 ? cells[3] : ""));
        CHECK(date->certainty == Certainty::Expected);
        CHECK(to_text(*date) == (cells[0] == "unknown" ? "onbekend" : cells[0]));
        CHECK(parse_date(cells[0]).has_value() == (cells[1] == "day"));
    }
}

TEST_CASE("a text with a zero octet or a line ending is no date", "[date]") {
    using namespace std::string_view_literals;
    CHECK_FALSE(parse_date("2027-01-15\0"sv));
    CHECK_FALSE(parse_date("2027-01-1\0"sv));
    CHECK_FALSE(parse_planned_date("2027\0"sv));
    CHECK_FALSE(parse_planned_date("2027-Q\0"sv));
    CHECK_FALSE(parse_planned_date("2027-01\n"sv));
    CHECK_FALSE(parse_planned_date(std::string(1000, '2')));
}

TEST_CASE("every day of 1900 to 2199 comes back, and lies in each of its periods", "[date]") {
    int faults = 0;
    int days = 0;
    for (Date day(1900, 1, 1); day <= Date(2199, 12, 31); day += boost::gregorian::days(1)) {
        faults += faults_of_day(day);
        ++days;
    }
    CHECK(faults == 0);
    CHECK(days == 109573);
}

TEST_CASE("the period of a day is the one that holds it", "[date]") {
    const Date day(2027, 5, 9);
    CHECK(to_text(period_of(day, Precision::Day)) == "2027-05-09");
    CHECK(to_text(period_of(day, Precision::Month)) == "2027-05");
    CHECK(to_text(period_of(day, Precision::Quarter)) == "2027-Q2");
    CHECK(to_text(period_of(day, Precision::HalfYear)) == "2027-H1");
    CHECK(to_text(period_of(day, Precision::Year)) == "2027");
    CHECK(to_text(period_of(day, Precision::Unknown)) == "onbekend");
    CHECK_FALSE(period_of(day, Precision::Unknown).first);
}

TEST_CASE("a planned date without days is unknown", "[date]") {
    PlannedDate date;
    date.precision = Precision::Quarter;
    CHECK(to_text(date) == "onbekend");
}

TEST_CASE("codes of precision and certainty go both ways", "[date]") {
    for (const Precision precision : all_precisions) CHECK(precision_from(code_of(precision)) == precision);
    for (const Certainty certainty : {Certainty::Fixed, Certainty::Expected, Certainty::Uncertain}) {
        CHECK(certainty_from(code_of(certainty)) == certainty);
    }
    CHECK(code_of(Precision::HalfYear) == "half-year");
    CHECK(code_of(Certainty::Fixed) == "vast");
    CHECK(code_of(Certainty::Expected) == "verwacht");
    CHECK(code_of(Certainty::Uncertain) == "onzeker");
    for (const char* code : {"", "Day", "days", "half year", "vast "}) {
        CHECK_FALSE(precision_from(code));
        CHECK_FALSE(certainty_from(code));
    }
}

}  // namespace date_test
