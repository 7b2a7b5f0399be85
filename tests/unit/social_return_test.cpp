// SPDX-License-Identifier: EUPL-1.2
// Social return: tests/cases/social_returns.txt, and the order in which efforts are told changes nothing.
#include <algorithm>
#include <random>

#include "json/rules/rule_book.hpp"
#include "render/sentences.hpp"
#include "support/amounts.hpp"
#include "support/cases.hpp"
#include "support/sentences.hpp"

namespace social_return_test {

using namespace mvoi;
using namespace mvoi::domain::measure;
using namespace mvoi::domain::promise;
using namespace mvoi::domain::social_return;

namespace {

std::string shown(const Fraction& cents) {
    return (cents / Fraction(100)).rounded(2).text();
}

class SocialReturnCase {
  public:
    SocialReturnCase() {
        efforts_.contract_start = domain::Date(2027, 1, 1);
        efforts_.contract_end = domain::Date(2028, 12, 31);
        rule_.organisation = "Voorbeeldstad";
    }

    void play(const Line& line) {
        const std::string& word = line[0];
        if (word == "chosen")
            chosen(line);
        else if (word == "table")
            table_ = find_table(json::rule_book().social_return_tables, line[1]);
        else if (word == "blocks")
            CHECK(table().blocks.size() == std::stoul(line[1]));
        else if (word == "bonuses")
            CHECK(table().bonuses.size() == std::stoul(line[1]));
        else if (word == "block")
            block(line);
        else if (word == "bonus")
            bonus(line);
        else if (word == "place")
            place(line);
        else if (word == "invoice")
            efforts_.invoices.push_back({0, line[1], efforts_.contract_start, cents(line[2]), line.size() > 3});
        else if (word == "activity")
            activity(line);
        else if (word == "pso")
            efforts_.pso_step = line[1];
        else if (word == "carried")
            efforts_.carried_in_cents = cents(line[1]);
        else if (word == "owed")
            obligation_.cents = cents(line[1]);
        else if (word == "row")
            row(line);
        else if (word == "realised")
            CHECK(shown(statement().realised_cents) == line[1]);
        else if (word == "remaining")
            CHECK(shown(statement().remaining_cents.value()) == line[1]);
        else if (word == "says" || word == "silent")
            says(line);
        else if (word == "rule")
            rule(line);
        else if (word == "asks")
            CHECK((obligation_.cents ? shown(*obligation_.cents) : "-") == line[1]);
        else if (word == "own")
            own(line);
        else
            FAIL("no such line in a case: " << word);
    }

  private:
    const Table& table() const {
        REQUIRE(table_);
        return *table_;
    }

    Statement statement() {
        Statement found = statement_of(table(), rule_, obligation_, efforts_);
        for (const domain::Finding& each : found.findings) check_sentence("finding." + each.rule, each.words);
        for (const StatementRow& each : found.rows) {
            CHECK_FALSE(each.how.empty());
            CHECK(each.counted <= each.whole);
            for (const Sentence& said : each.how) check_sentence(said.rule, said.words);
        }
        std::mt19937 random(7);
        Efforts shuffled = efforts_;
        std::shuffle(shuffled.placements.begin(), shuffled.placements.end(), random);
        std::shuffle(shuffled.invoices.begin(), shuffled.invoices.end(), random);
        std::shuffle(shuffled.activities.begin(), shuffled.activities.end(), random);
        CHECK(statement_of(table(), rule_, obligation_, shuffled).realised_cents == found.realised_cents);
        return found;
    }

    void chosen(const Line& line) {
        const Chosen found =
            table_for(json::rule_book().social_return_tables, line[1], domain::parse_date(line[2]).value());
        CHECK((found.table ? found.table->code : "-") == line[3]);
        REQUIRE(found.findings.size() == (line.size() > 4 ? 1 : 0));
        if (line.size() <= 4) return;
        CHECK(found.findings[0].rule == "social-return-" + line[4]);
        check_sentence("finding." + found.findings[0].rule, found.findings[0].words);
    }

    void block(const Line& line) {
        const Block* block = find_block(table(), line[1]);
        REQUIRE(block);
        CHECK(block->year_cents == cents(line[2]));
        const std::string limit = block->limit == Limit::Always   ? "altijd"
                                  : block->limit == Limit::Months ? std::to_string(block->limit_months)
                                                                  : "-";
        CHECK(limit == line[3]);
        // A full year of 36 hours is the value of the table itself, wherever a year counts.
        efforts_.placements = {{0, 0, "k", line[1], efforts_.contract_start, whole(36), 24, 0, {}}};
        CHECK(statement().realised_cents == block->year_cents);
        efforts_.placements.clear();
    }

    void bonus(const Line& line) {
        const Bonus* bonus = find_bonus(table(), line[1]);
        REQUIRE(bonus);
        CHECK(bonus->cents == cents(line[2]));
        CHECK(bonus->from_months == (line.size() > 3 ? std::stoi(line[3]) : 0));
    }

    void place(const Line& line) {
        Placement placement{0, 0, line[1], line[2], efforts_.contract_start, number(line[3]), halves(line[4]), 0, {}};
        for (const auto& [name, value] : named_or_alone(line, 5)) {
            if (name == "started") placement.started = domain::parse_date(value).value();
            if (name == "lks") placement.lks_half_months = halves(value);
            if (name == "bonus") placement.bonuses.push_back(value);
        }
        efforts_.placements.push_back(placement);
    }

    static int halves(const std::string& months) { return static_cast<int>(number(months).millionths / 500'000); }

    void activity(const Line& line) {
        Done done;
        done.reference = line[1];
        for (const auto& [name, value] : named_or_alone(line, 2)) {
            if (name == "hours") done.hours = number(value);
            if (name == "days") done.days = number(value);
            if (name == "euros") done.value_cents = cents(value);
        }
        efforts_.activities.push_back(done);
    }

    void row(const Line& line) {
        const Statement found = statement();
        const auto row = std::find_if(found.rows.begin(), found.rows.end(), [&](const StatementRow& each) {
            return each.kind == line[1] && (each.reference.empty() ? "-" : each.reference) == line[2];
        });
        REQUIRE(row != found.rows.end());
        CHECK(shown(row->counted) == line[3]);
    }

    void says(const Line& line) {
        const auto findings = table_ ? statement().findings : obligation_.findings;
        for (std::size_t i = 1; i < line.size(); ++i) {
            INFO(line[i]);
            const bool said = std::any_of(findings.begin(), findings.end(), [&](const domain::Finding& each) {
                return each.rule == "social-return-" + line[i];
            });
            CHECK(said == (line[0] == "says"));
        }
    }

    void rule(const Line& line) {
        const Rule* rule = find_rule(json::rule_book().social_return_rules, line[1]);
        REQUIRE(rule);
        Owing owing;
        owing.kind = line[2];
        for (const auto& [name, value] : named_or_alone(line, 3)) {
            if (name == "value") owing.opdrachtwaarde_cents = cents(value);
            if (name == "aanneemsom") owing.aanneemsom_cents = cents(value);
            if (name == "loonsom") owing.loonsom_cents = cents(value);
            if (name == "labour") owing.labour_share_percent = number(value);
            if (name == "months") owing.months = std::stoi(value);
            if (name == "basis") owing.basis = value;
        }
        obligation_ = obligation_of(*rule, owing);
        for (const Sentence& each : obligation_.steps) check_sentence(each.rule, each.words);
        for (const domain::Finding& each : obligation_.findings) check_sentence("finding." + each.rule, each.words);
    }

    void own(const Line& line) {
        const auto words = named_or_alone(line, 1);
        rule_.percent = number(words.at("percent"));
        rule_.basis = words.at("basis");
        rule_.carry_over = words.contains("carry-over");
    }

    const Table* table_ = nullptr;
    Rule rule_;
    Obligation obligation_;
    Efforts efforts_;
};

}  // namespace

TEST_CASE("social return is as tests/cases/social_returns.txt says", "[contract][social-return]") {
    for (const Case& each : read_cases("social_returns.txt")) {
        INFO(each.title);
        SocialReturnCase playing;
        for (const Line& line : each.lines) {
            INFO(line[0] << " " << line[1] << " " << (line.size() > 2 ? line[2] : ""));
            playing.play(line);
        }
    }
}

TEST_CASE("every table and every rule says where it comes from", "[contract][social-return]") {
    CHECK(json::rule_book().social_return_tables.size() == 4);
    for (const Table& each : json::rule_book().social_return_tables) {
        CHECK_FALSE(each.source.empty());
        CHECK_FALSE(each.nl.empty());
        CHECK(each.pso.empty());  // no discount is known: none is invented
    }
    CHECK(json::rule_book().social_return_rules.size() == 8);
    for (const Rule& each : json::rule_book().social_return_rules) CHECK_FALSE(each.source.empty());
}

TEST_CASE("a discount for the PSO is taken off what is owed, where a table has one", "[contract][social-return]") {
    Table table = *find_table(json::rule_book().social_return_tables, "utrecht");
    table.pso = {{"trede-2", number("33.333333")}};
    Efforts efforts;
    efforts.pso_step = "trede-2";
    Obligation obligation;
    obligation.owed = true;
    obligation.cents = 100'000;
    // 33,333333 % of 1 000,00 = 333,33333
    const Statement found = statement_of(table, Rule{}, obligation, efforts);
    CHECK(found.discount_cents == 33'333);
    CHECK(found.remaining_cents == 66'667);
    CHECK(found.findings.empty());
}

}  // namespace social_return_test
