// SPDX-License-Identifier: EUPL-1.2
// Plans per second on one core: the domain alone, and the operation with JSON in and out, beside the naive walker of
// the tests. They run in turns in this process; the ratios are the numbers to keep.
#include <cstdio>

#include "clock.hpp"
#include "json/rules/rule_book.hpp"
#include "json/text.hpp"
#include "operations/table.hpp"
#include "support/plan_walker.hpp"

namespace {

using namespace mvoi;

domain::planning::Wish wish() {
    domain::planning::Wish wish;
    wish.chain.work = {"openbaar", "dienst", 2};
    wish.chain.conditions.true_ones.insert("elektronisch");
    wish.given["contractstart"] = domain::period_of(domain::Date(2028, 1, 3), domain::Precision::Day);
    wish.today = domain::Date(2026, 11, 21);
    return wish;
}

template <typename Work>
double per_second(int times, Work work) {
    const auto start = bench::Clock::now();
    for (int i = 0; i < times; ++i) work();
    return times / bench::seconds_since(start);
}

double asked(const std::string& more) {
    const auto* compute = operations::find_operation("plan.compute");
    const std::string request = R"({"procedure":"openbaar","kind":"dienst","ambition":2,"today":"2026-11-21",)"
                                R"("planning":{"contractStart":"2028-01-03"},)" +
                                more + "}";
    const operations::Caller caller;
    return per_second(500, [&] { operations::perform(*compute, caller, json::parse(request)); });
}

}  // namespace

int main() {
    const auto asks = wish();
    const auto& rules = json::rule_book().planning;
    const domain::planning::Circumstances around{json::rule_book().law, rules, nullptr};
    std::printf("plans per second; ratio to the walker\n%-34s %10s %8s\n", "", "per s", "ratio");
    for (int round = 0; round < 5; ++round) {
        const double naive = per_second(50, [&] { walker::Walker(asks, rules, nullptr).walk(); });
        const auto print = [&](const char* what, double rate) {
            std::printf("%-34s %10.0f %8.1f\n", what, rate, rate / naive);
            std::fflush(stdout);
        };
        print("walker", naive);
        print("plan_of", per_second(5000, [&] { domain::planning::plan_of(asks, around); }));
        print("plan.compute", asked(R"("alternatives":true)"));
        print("plan.compute, no alternatives", asked(R"("alternatives":false)"));
        print("plan.compute, no steps either", asked(R"("alternatives":false,"steps":false)"));
    }
    return 0;
}
