// SPDX-License-Identifier: EUPL-1.2
// Sixty real notices of Dutch buyers, where they are at hand.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>

#include "import_support.hpp"
#include "intake/notice/notices.hpp"

namespace {

using namespace mvoi;
using namespace mvoi::intake;
using domain::Phase;

std::string shared_data() {
    const char* named = std::getenv("MVOI_SHARED");
    const std::filesystem::path folder =
        named ? std::filesystem::path(named) : std::filesystem::path(MVOI_SOURCE_DIR) / ".." / "shared";
    const auto file = folder / "data" / "ted_notices_nl.jsonl";
    return std::filesystem::exists(file) ? file.string() : "";
}

}  // namespace

TEST_CASE("sixty real notices of Dutch buyers", "[import]") {
    const std::string path = shared_data();
    if (path.empty()) {
        std::cout << "skipped: no ted_notices_nl.jsonl (MVOI_SHARED names the folder)\n";
        return;
    }
    std::ifstream input(path, std::ios::binary);
    const auto rows = import_test::rows_of(*notices(input, ""));
    REQUIRE(rows.size() == 60);
    std::map<std::string, int> warned;
    std::map<Phase, int> phases;
    std::set<std::string> sources;
    int with_lots = 0;
    for (const Row& row : rows) {
        INFO(row.source);
        CHECK(row.faults.empty());
        for (const auto& warning : row.warnings) ++warned[warning.rule];
        ++phases[row.phase];
        sources.insert(row.source);
        with_lots += row.request.find("lots") != nullptr;
    }
    CHECK(sources.size() == 60);
    CHECK(phases[Phase::Preparation] == 16);
    CHECK(phases[Phase::Publication] == 12);
    CHECK(phases[Phase::Award] == 32);
    CHECK(with_lots == 11);
    // The oddities that are known of them: 133834-2022, 046926-2018, 083743-2018, 406918-2016, 616251-2019, 311532-2019
    // (a deadline a year early), 374864-2022 (a concession of thirty years for one euro).
    CHECK(warned == std::map<std::string, int>{{"import.date-before-publication", 4},
                                               {"import.date-far-ahead", 1},
                                               {"import.date-in-title", 3},
                                               {"import.date-placeholder", 1},
                                               {"import.value-placeholder", 1}});
}
