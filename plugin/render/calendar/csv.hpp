// SPDX-License-Identifier: EUPL-1.2
// A feed as a table, for spreadsheets and other programs.
#pragma once

#include <string>

#include "domain/calendar/feed.hpp"
#include "render/csv.hpp"

namespace mvoi::render {

// One row per item of the feed: its days as first and last day with the code of their precision, everything that is a
// code as its code, and the column names in the language of the feed. A public feed has six columns more: what policy
// publishes, and the disclaimer, which thus goes with every row that somebody takes out of it.
std::string write_csv(const domain::Feed& feed, CsvForm form = {});

}  // namespace mvoi::render
