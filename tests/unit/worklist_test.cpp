// SPDX-License-Identifier: EUPL-1.2
// The items of a worklist about ratings, evidence and evaluations: tests/cases/worklist.txt.
#include "domain/worklist/worklist.hpp"
#include "domain/contract/evaluation.hpp"
#include "domain/promise/rating_due.hpp"
#include "json/rules/rule_book.hpp"
#include "render/sentences.hpp"
#include "support/cases.hpp"
#include "support/days.hpp"

namespace worklist_test {

using namespace mvoi;
using namespace mvoi::domain::contract;
using namespace mvoi::domain::promise;
using namespace mvoi::domain::worklist;

namespace {

class WorklistCase {
  public:
    WorklistCase() {
        contract_.term.start = day("2027-01-01");
        contract_.term.end = day("2029-12-31");
        contract_.people = {{"contractmanager", "Bakker"}, {"jurist", "Smit"}};
    }

    void play(const Line& line) {
        const std::string& word = line[0];
        if (word == "ends")
            contract_.term.end = day(line[1]);
        else if (word == "promise")
            promise(line);
        else if (word == "once")
            once(line);
        else if (word == "asks")
            asks(line);
        else if (word == "rated")
            for (std::size_t i = 2; i < line.size(); ++i)
                ratings_[std::stoi(line[1])].push_back({day(line[i]), "jansen", "goed", ""});
        else if (word == "document")
            document(line);
        else if (word == "withdrawn")
            numbered(std::stoi(line[1])).withdrawn = "Ingetrokken.";
        else if (word == "evaluate")
            evaluate(line[1]);
        else if (word == "lists")
            CHECK(listed(line[1], line[2]) == Line(line.begin() + 3, line.end()));
        else
            FAIL("no such line in a case: " << word);
    }

  private:
    void promise(const Line& line) {
        Promise promise;
        promise.number = std::stoi(line[1]);
        promise.from = day(line[2]);
        promise.to = day(line[3]);
        if (line.size() > 4) promise.owner = line[4];
        contract_.promises.push_back(promise);
    }

    void once(const Line& line) {
        for (Promise& each : contract_.promises) {
            if (each.number != std::stoi(line[1])) continue;
            each.shape = Shape::Once;
            each.by = day(line[2]);
            each.report_within_days = std::stoi(line[3]);
        }
    }

    void asks(const Line& line) {
        for (Promise& each : contract_.promises) {
            if (each.number != std::stoi(line[1])) continue;
            each.proof_kind = line[2];
            each.checked = every_from(line[3]).value();
            each.report_within_days = std::stoi(line[4]);
        }
    }

    Document& numbered(int number) {
        for (Document& each : documents_)
            if (each.number == number) return each;
        documents_.push_back({});
        documents_.back().number = number;
        return documents_.back();
    }

    void document(const Line& line) {
        Document& document = numbered(std::stoi(line[1]));
        document.kind = line[2];
        if (line[3] != "-") document.valid_to = day(line[3]);
        std::transform(line.begin() + 4, line.end(), std::back_inserter(document.promises),
                       [](const std::string& word) { return std::stoi(word); });
    }

    void evaluate(const std::string& on) {
        domain::Milestone milestone;
        milestone.code = "evaluatie";
        milestone.date = domain::parse_planned_date(on).value();
        contract_.milestones.push_back(milestone);
    }

    Line listed(const std::string& today_text, const std::string& month) const {
        const domain::Date today = day(today_text);
        const auto days = domain::parse_planned_date(month).value();
        const std::map<int, std::vector<Observation>> none;
        TaskFacts facts{contract_,
                        none,
                        json::rule_book().units,
                        json::rule_book().check_efforts,
                        today,
                        {*days.first, *days.last},
                        json::rule_book().law.equated};
        facts.ratings = ratings_;
        facts.rate_after_end = days_after_end(json::rule_book().rules, today);
        facts.documents = documents_;
        Line found;
        for (const Task& task : tasks_of(facts)) {
            INFO(sentence_of(task));
            CHECK(!render::sentence(domain::Language::Dutch, sentence_of(task), {}).empty());
            found.push_back(text_of(task));
        }
        return found;
    }

    static std::string text_of(const Task& task) {
        std::string text = domain::to_text(task.day) + ":" + task.code;
        if (task.promise > 0) text += ":" + std::to_string(task.promise);
        if (task.document > 0) text += ":document=" + std::to_string(task.document);
        if (task.unrated > 0) text += ":unrated=" + std::to_string(task.unrated);
        return text + (task.overdue ? ":late" : "") + (task.person.empty() ? "" : ":" + task.person);
    }

    domain::Contract contract_;
    std::map<int, std::vector<Rating>> ratings_;
    std::vector<Document> documents_;
};

}  // namespace

TEST_CASE("worklists ask what tests/cases/worklist.txt says", "[worklist]") {
    for (const Case& each : read_cases("worklist.txt")) {
        INFO(each.title);
        WorklistCase playing;
        for (const Line& line : each.lines) {
            std::string whole;
            for (const std::string& word : line) whole += word + " ";
            INFO(whole);
            playing.play(line);
        }
    }
}

TEST_CASE("a contract that is to be evaluated says which promises were not rated", "[worklist]") {
    domain::Contract contract;
    contract.term.start = day("2027-01-01");
    contract.term.end = day("2028-12-31");
    contract.term.options.push_back({});
    contract.term.options.back().months = 12;
    for (const int number : {1, 2}) {
        contract.promises.push_back({});
        contract.promises.back().number = number;
        contract.promises.back().from = day("2027-01-01");
        contract.promises.back().to = day("2028-12-31");
    }
    // To be decided on by 2028-12-31, so evaluated by 2028-11-19, and warned for ninety days before that.
    const auto unrated = [&](const std::string& today, const LastRated& rated) {
        const domain::Date on = day(today);
        for (const auto& each :
             evaluation_findings(contract, course_of(contract, on), on, 90, json::rule_book().rules, rated))
            if (each.rule == "evaluation-unrated") return each.words.at("promises");
        return std::string("-");
    };
    CHECK(unrated("2028-08-20", {}) == "-");
    CHECK(unrated("2028-08-21", {}) == "1, 2");
    CHECK(unrated("2028-08-21", {{1, day("2027-11-20")}, {2, day("2027-11-19")}}) == "2");
    CHECK(unrated("2028-08-21", {{1, day("2028-08-01")}, {2, day("2028-08-01")}}) == "-");
}

}  // namespace worklist_test
