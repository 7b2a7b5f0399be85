// SPDX-License-Identifier: EUPL-1.2
// Random sequences of operations against a small model of its own. After each of them: what passed a gate that blocks
// is decided on for ever, each theme is in one of three states wherever it is asked, a frozen dossier stays what it
// was, a refusal leaves the journal alone, nobody judges their own, revisions only grow; a contract runs as a walk
// through the days says, and no item of the calendar shows two days under one SEQUENCE; of documents, ratings and
// social return is said what was put down, and the worklist of a month asks for what is missing. And every so often the
// whole journal verifies and the tables are what it says. Called: sequence_check [OPERATIONS] [SEED]
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "sequence.hpp"

namespace {

using namespace mvoi::sequence;

void report(const Counts& counts) {
    for (const auto& [operation, times] : counts.done) {
        const auto refused = counts.refused.find(operation);
        std::printf("  %-18s %7d done %7d refused\n", operation.c_str(), times,
                    refused == counts.refused.end() ? 0 : refused->second);
    }
    std::printf(
        "  stopped at a gate %d, passed one that blocks %d, explanations lapsed %d, reviews concluded %d, own ones "
        "refused "
        "%d, contracts renewed by themselves %d, plans adopted %d, items of the calendar compared %d, promises %d, "
        "requests "
        "repeated %d, frozen pages compared %d, registers verified and rebuilt %d; documents compared %d, on the "
        "calendar %d, promises with ratings compared %d, statements of social return added up %d, texts of contracts "
        "blacked out %d, things to do compared %d\n",
        counts.stopped, counts.passed, counts.lapsed, counts.finals, counts.own, counts.renewed, counts.planned,
        counts.items, counts.promised, counts.repeated, counts.frozen_again, counts.verified, counts.proven,
        counts.expiring, counts.rated, counts.realised, counts.blacked_out, counts.tasks);
}

}  // namespace

int main(int argc, char** argv) {
    const int operations = argc > 1 ? std::atoi(argv[1]) : 100000;
    const unsigned seed = argc > 2 ? static_cast<unsigned>(std::atoll(argv[2])) : std::random_device{}();
    std::printf("sequence_check %d %u\n", operations, seed);
    std::mt19937 random(seed);
    Counts counts;
    try {
        for (int done = 0, number = 1; done < operations; done += of_one_register, ++number)
            Sequence(random, counts, number).play(std::min(of_one_register, operations - done));
    } catch (const std::exception& error) {
        std::printf("%s; again with: sequence_check %d %u\n", error.what(), operations, seed);
        return 1;
    }
    report(counts);
    // A sequence in which nothing happens proves nothing.
    const bool lived = operations < of_one_register ||
                       (counts.stopped > 0 && counts.passed > 0 && counts.lapsed > 0 && counts.finals > 0 &&
                        counts.own > 0 && counts.frozen_again > 0 && counts.renewed > 0 && counts.planned > 0 &&
                        counts.promised > 0 && counts.proven > 0 && counts.expiring > 0 && counts.rated > 0 &&
                        counts.realised > 0 && counts.blacked_out > 0 && counts.tasks > 0);
    if (!lived) std::printf("FAIL something never happened\n");
    return lived ? 0 : 1;
}
