// SPDX-License-Identifier: EUPL-1.2
// Runs tests/cases/findings.txt; and every rule has its sentence, in both languages, with all its words filled in.
#include <algorithm>

#include "render/sentences.hpp"
#include "tender_case.hpp"

namespace findings_test {

using namespace mvoi::domain;

namespace {

bool fits(const Finding& finding, const Line& line) {
    if (finding.rule != line[1]) return false;
    const auto wanted = named_in(line, 2);
    return std::all_of(wanted.begin(), wanted.end(), [&](const auto& each) {
        const auto word = finding.words.find(each.first);
        return word != finding.words.end() && word->second == each.second;
    });
}

std::string stand_of(const Tender& tender, const std::string& code) {
    for (const Milestone& each : tender.milestones)
        if (each.code == code)
            return to_text(each.date) + " " + std::string(code_of(each.date.certainty)) + " " +
                   std::string(code_of(each.status));
    return "nowhere";
}

void check(TenderCase& running, const std::vector<Line>& expectations) {
    running.settle();
    const auto findings = gates::findings_of(running.facts());
    for (const Line& line : expectations) {
        INFO(line[0] << " " << line[1]);
        if (line[0] == "stands") {
            CHECK(stand_of(running.tender, line[1]) == line[2] + " " + line[3] + " " + line[4]);
            continue;
        }
        REQUIRE((line[0] == "finding" || line[0] == "silent"));
        CHECK(std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return fits(f, line); }) ==
              (line[0] == "finding"));
    }
    for (const Finding& finding : findings)
        for (const Language language : {Language::Dutch, Language::English}) {
            const std::string sentence = mvoi::render::sentence(language, "finding." + finding.rule, finding.words);
            CHECK(sentence.find('{') == std::string::npos);
            CHECK(sentence.size() > 10);
        }
}

void play_all(const char* file) {
    for (const Case& each : read_cases(file)) {
        INFO(each.title);
        TenderCase running;
        std::vector<Line> expectations;
        for (const Line& line : each.lines)
            if (!running.play(line)) expectations.push_back(line);
        check(running, expectations);
    }
}

}  // namespace

TEST_CASE("what is said about a tender: the cases") {
    play_all("findings.txt");
}

TEST_CASE("no planned day is shown as the day on which it happened: the cases", "[milestones]") {
    play_all("milestones.txt");
}

}  // namespace findings_test
