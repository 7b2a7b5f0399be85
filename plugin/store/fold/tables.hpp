// SPDX-License-Identifier: EUPL-1.2
// The tables of the fold, for whatever makes them anew, compares them or looks through them.
#pragma once

namespace mvoi::store {

constexpr const char* fold_tables[] = {
    "tender",    "tender_theme",    "tender_flag",   "calendar",    "policy",        "request",
    "precedent", "wording",         "wording_band",  "lapse",       "lapse_edition", "policy_catalogue",
    "review",    "contract",        "promise",       "observation", "promise_check", "rating",
    "evidence",  "evidence_serves", "social_return", "realisation", "head",          "alias"};

}  // namespace mvoi::store
