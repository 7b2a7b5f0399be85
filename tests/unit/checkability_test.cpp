// SPDX-License-Identifier: EUPL-1.2
// The time that checking promises takes: tests/cases/checkability.txt; every finding is a sentence in both languages.
#include "domain/checkability/checkability.hpp"

#include "json/rules/rule_book.hpp"
#include "render/sentences.hpp"
#include "support/amounts.hpp"
#include "support/cases.hpp"
#include "support/days.hpp"

namespace checkability_test {

using namespace mvoi;
using namespace mvoi::domain::checkability;
using namespace mvoi::domain::promise;
using domain::Date;

namespace {

class CheckabilityCase {
  public:
    void given(const Line& line) {
        if (line[0] == "promise") own_.push_back(checking(line));
        if (line[0] == "other") others_.push_back(checking(line));
        if (line[0] == "until") until_ = domain::parse_date(line[1]);
        if (line[0] != "time") return;
        if (line[1] == "all")
            time_.all = std::stoll(line[2]);
        else
            time_.of_role[line[1]] = std::stoll(line[2]);
    }

    void reckon() {
        found_ = checkability_of(own_, others_, time_, 2027, 2029);
        findings_ = findings_on(found_);
    }

    void expect(const Line& line) {
        if (line[0] == "year") year(line);
        if (line[0] == "role") role(line);
        if (line[0] == "person") person(line);
        if (line[0] == "count") count(line);
        if (line[0] == "finding") finding(line);
    }

    void end() const { CHECK(said_ == findings_.size()); }

  private:
    Checking checking(const Line& line) const {
        Promise promise;
        if (line[1] != "-") promise.minutes_per_year = std::stoi(line[1]);
        promise.from = day(line[2]);
        promise.to = day(line[3]);
        std::map<std::string, std::string> people;
        for (const auto& [name, value] : named(line, 4)) {
            if (name == "owner") promise.owner = value;
            if (name == "proof") promise.proof_kind = value;
            if (name == "checked") promise.checked = every_from(value).value();
            if (name == "person") people[promise.owner] = value;
            if (name == "once") {
                promise.shape = Shape::Once;
                promise.by = domain::parse_date(value);
            }
        }
        return checking_of(promise, people, until_, json::rule_book().check_efforts, Date(2027, 1, 1));
    }

    const LoadInYear* in_year(const std::string& number) const {
        for (const LoadInYear& each : found_.years)
            if (std::to_string(each.year) == number) return &each;
        return nullptr;
    }

    void amounts(const CheckingLoad& load, std::int64_t other, const Line& line, std::size_t from) const {
        for (const auto& [name, value] : named(line, from)) {
            INFO(name);
            if (name == "assumed")
                CHECK(std::to_string(load.assumed_minutes) == value);
            else if (name == "other")
                CHECK(std::to_string(other) == value);
            else if (name == "promises")
                CHECK(std::to_string(load.promises) == value);
            else if (name == "without")
                CHECK(std::to_string(load.without_estimate) == value);
            else if (name == "ownerless")
                CHECK(std::to_string(load.without_owner) == value);
            else
                FAIL("no such word of an amount");
        }
    }

    void year(const Line& line) const {
        const LoadInYear* load = in_year(line[1]);
        REQUIRE((load == nullptr) == (line[2] == "-"));
        if (!load) return;
        CHECK(std::to_string(load->load.minutes) == line[2]);
        amounts(load->load, load->other_minutes, line, 3);
    }

    const LoadOfRole& of_role(const Line& line) const {
        const LoadInYear* load = in_year(line[1]);
        REQUIRE(load);
        for (const LoadOfRole& each : load->roles)
            if (each.role == unless_dash(line[2])) return each;
        FAIL("nothing is asked of this role");
        return load->roles.front();
    }

    void role(const Line& line) const {
        const LoadOfRole& load = of_role(line);
        CHECK(std::to_string(load.load.minutes) == line[3]);
        amounts(load.load, load.other_minutes, line, 4);
    }

    void person(const Line& line) const {
        std::string minutes;
        for (const LoadOfPerson& each : of_role(line).people)
            if (each.person == unless_dash(line[3])) minutes = std::to_string(each.load.minutes);
        CHECK(minutes == line[4]);
    }

    void count(const Line& line) const {
        CHECK(std::to_string(found_.promises) == line[1]);
        const auto expected = named(line, 2);
        const auto number = [&](const char* name) {
            const auto found = expected.find(name);
            return found == expected.end() ? 0 : std::stoi(found->second);
        };
        CHECK(found_.assumed == number("assumed"));
        CHECK(found_.without_estimate == number("without"));
        CHECK(found_.without_owner == number("ownerless"));
    }

    void finding(const Line& line) {
        REQUIRE(said_ < findings_.size());
        const domain::Finding& found = findings_[said_++];
        CHECK(found.rule == "check-" + line[1]);
        CHECK(found.words == named(line, 2));
        for (const auto language : {domain::Language::Dutch, domain::Language::English})
            CHECK(render::sentence(language, "finding." + found.rule, found.words).find('{') == std::string::npos);
    }

    std::vector<Checking> own_, others_;
    std::optional<Date> until_;
    CheckingTime time_;
    Checkability found_;
    std::vector<domain::Finding> findings_;
    std::size_t said_ = 0;
};

}  // namespace

TEST_CASE("checking takes what tests/cases/checkability.txt says", "[checkability]") {
    for (const Case& each : read_cases("checkability.txt")) {
        INFO(each.title);
        CheckabilityCase playing;
        for (const Line& line : each.lines) playing.given(line);
        playing.reckon();
        for (const Line& line : each.lines) {
            INFO(line[0] << " " << line[1]);
            playing.expect(line);
        }
        playing.end();
    }
}

TEST_CASE("what is assumed names a kind that is known, and says that it is assumed", "[checkability]") {
    for (const CheckEffort& each : json::rule_book().check_efforts) {
        INFO(each.of << " " << each.code);
        CHECK(json::rule_book().rules.find(each.of, each.code) != nullptr);
        CHECK(each.minutes > 0);
        CHECK(each.source.starts_with("assumption of libmvoi"));
        CHECK((each.of == "criterion-kinds") == (each.checks_per_year > 0));
        CHECK((each.role.empty() || json::rule_book().rules.find("roles", each.role)));
    }
}

}  // namespace checkability_test
