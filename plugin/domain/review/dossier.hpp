// SPDX-License-Identifier: EUPL-1.2
// The dossier: everything a tender board sees of one case, as codes, figures and people's own texts. It is put together
// once and frozen in the journal; rendering it takes nothing but this, so the same dossier gives the same page.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "domain/decision/precedents.hpp"
#include "domain/decision/strength.hpp"
#include "domain/model.hpp"
#include "domain/review/review.hpp"

namespace mvoi::domain {

// One entry of the journal about this tender or its reviews.
struct HistoryLine {
    std::int64_t entry = 0;
    std::string at;  // UTC stamp
    std::string operation;
    std::string actor;  // name or account of a person
    std::string role;
    bool operator==(const HistoryLine&) const = default;
};

struct Dossier {
    Tender tender;
    std::int64_t tender_entry = 0;  // the journal entry that holds this state of the tender
    std::string tender_hash;        // and its hash
    Date today{2000, 1, 1};
    GateMode gate_mode = GateMode::Reporting;
    std::vector<OwnTheme> own_themes;          // of the policy, for their labels
    std::map<std::string, int> wanted_levels;  // theme → level policy wants
    std::vector<Finding> findings;             // one that stops publication is an Error
    std::vector<Precedents> precedents;
    std::vector<Strength> strengths;
    std::vector<Review> reviews;       // earlier ones about the same tender, oldest first
    std::vector<HistoryLine> history;  // newest first, at most fifty
    bool operator==(const Dossier&) const = default;
};

}  // namespace mvoi::domain
