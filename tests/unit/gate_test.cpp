// SPDX-License-Identifier: EUPL-1.2
// Runs tests/cases/gates.txt and gates_review.txt; and every row of vocabulary "gates" has a case in which it stops.
#include <set>

#include "domain/gates/gate.hpp"
#include "tender_case.hpp"

namespace gate_test {

using namespace mvoi::domain;

namespace {

constexpr int phase_count = static_cast<int>(Phase::Cancelled) + 1;

std::set<std::string> errors_of(const gates::Gate& gate) {
    std::set<std::string> codes;
    for (const Finding& finding : gate.findings)
        if (finding.severity == Severity::Error) codes.insert(finding.rule);
    return codes;
}

class GateCase {
  public:
    void play(const Line& line) {
        if (!running_.play(line)) expectations_.push_back(line);
    }

    void check() {
        running_.settle();
        REQUIRE_FALSE(expectations_.empty());
        for (const Line& line : expectations_) {
            INFO(line[0] << " " << line[1]);
            if (line[0] == "stops" || line[0] == "reports")
                stopped(line);
            else if (line[0] == "passes")
                passes(line[1]);
            else if (line[0] == "next")
                CHECK(next() == line[1]);
            else if (line[0] == "says" || line[0] == "silent")
                CHECK(says(line[1]) == (line[0] == "says"));
            else
                FAIL("no such line in a case");
        }
        backwards_and_away();
    }

    // The codes that this case expects to stop.
    std::set<std::string> stopping() const {
        std::set<std::string> codes;
        for (const Line& line : expectations_)
            if (line[0] == "stops") codes.insert(line.begin() + 2, line.end());
        return codes;
    }

  private:
    const gates::Gate& gate(const std::string& to) {
        gate_ = gates::gate_to(*phase_from(to), running_.facts());
        return gate_;
    }

    bool says(const std::string& code) {
        const auto& findings = gate("publication").findings;
        return std::any_of(findings.begin(), findings.end(), [&](const Finding& each) { return each.rule == code; });
    }

    std::string next() const {
        const auto phase = gates::usual_next(running_.tender.phase);
        return phase ? std::string(code_of(*phase)) : "-";
    }

    void stopped(const Line& line) {
        const std::set<std::string> wanted(line.begin() + 2, line.end());
        const gates::Gate& here = gate(line[1]);
        CHECK(errors_of(here) == wanted);
        CHECK(code_of(here.passage) == (line[0] == "stops" ? "blocked" : "reported"));
        CHECK(here.from == running_.tender.phase);
        // Findings that stop a tender come first.
        CHECK(std::is_partitioned(here.findings.begin(), here.findings.end(),
                                  [](const Finding& each) { return each.severity == Severity::Error; }));
        for (int phase = 0; phase < phase_count; ++phase) {
            const std::string other(code_of(static_cast<Phase>(phase)));
            if (other == line[1]) continue;
            for (const std::string& code : errors_of(gate(other))) {
                INFO(code << " stops at " << other << " too");
                CHECK_FALSE(wanted.contains(code));
            }
        }
    }

    void passes(const std::string& to) {
        const gates::Gate& here = gate(to);
        CHECK(errors_of(here).empty());
        CHECK(here.passage == gates::Passage::Open);
    }

    // Called off, where it is, and back to preparation: nothing ever stops that.
    void backwards_and_away() {
        for (int phase = 0; phase <= static_cast<int>(running_.tender.phase); ++phase)
            passes(std::string(code_of(static_cast<Phase>(phase))));
        passes("cancelled");
    }

    TenderCase running_;
    gates::Gate gate_;
    std::vector<Line> expectations_;
};

}  // namespace

TEST_CASE("what stops a tender at a gate: the cases") {
    const auto first = read_cases("gates.txt").front();
    std::set<std::string> stopping;
    for (const char* file : {"gates.txt", "gates_review.txt"})
        for (const Case& each : read_cases(file)) {
            INFO(each.title);
            GateCase running;
            // The first case is the one that is in order; all others begin with it.
            if (each.title != first.title)
                for (const Line& line : first.lines)
                    if (line[0] != "passes") running.play(line);
            for (const Line& line : each.lines) running.play(line);
            running.check();
            stopping.merge(running.stopping());
        }
    std::set<std::string> rules;
    for (const Term& row : mvoi::json::rule_book().rules.vocabulary("gates")) rules.insert(row.code);
    CHECK(stopping == rules);
}

}  // namespace gate_test
