// SPDX-License-Identifier: EUPL-1.2
// A feed as JSON, for web pages and other programs.
#pragma once

#include <string>

#include "domain/calendar/feed.hpp"

namespace mvoi::render {

std::string write_feed_json(const domain::Feed& feed);

}  // namespace mvoi::render
