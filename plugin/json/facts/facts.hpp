// SPDX-License-Identifier: EUPL-1.2
// The facts that an operation established, as the journal keeps them. Every table of the register is a fold over these.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/gates/gate.hpp"
#include "domain/model.hpp"
#include "domain/planning/plan.hpp"
#include "domain/promise/evidence.hpp"
#include "domain/promise/observation.hpp"
#include "domain/promise/rating.hpp"
#include "domain/review/dossier.hpp"
#include "domain/social_return/social_return.hpp"
#include "json/facts/form.hpp"

namespace mvoi::json {

// A text that was blacked out: where it was asked for, in which entries it stood, and on what ground.
struct Redaction {
    std::int64_t entry = 0;
    std::string member;
    std::string ground;
    std::string digest;
    std::vector<std::int64_t> entries;
};

// The counts of an import, once it had read everything.
struct ImportSummary {
    std::string format;
    std::int64_t rows = 0, added = 0, changed = 0, unchanged = 0, refused = 0, warned = 0;
};

// An operation establishes one or more of these.
struct Facts {
    std::optional<domain::Tender> tender;      // as it now is, whole
    std::optional<domain::Contract> contract;  // as it now is, whole
    std::vector<domain::Finding> thread;       // about criteria of the tender that do not come back in that contract
    std::optional<domain::promise::ObservationRecord> observed;
    std::optional<domain::promise::RatingRecord> rated;
    std::optional<domain::promise::DocumentRecord> evidenced;
    std::optional<domain::social_return::EffortRecord> realised;
    std::optional<domain::Policy> policy;
    std::optional<Redaction> redaction;
    std::optional<ImportSummary> import;
    std::optional<domain::Review> review;        // as it now is, whole
    std::optional<domain::Dossier> dossier;      // frozen for that review
    std::vector<domain::Drift> drifts;           // since the dossier was frozen, when a review was answered
    std::optional<domain::gates::Gate> gate;     // the answer of a gate
    std::optional<domain::planning::Plan> plan;  // that was adopted for the tender
    std::vector<domain::Precedents> precedents;  // that were shown with a decision
    std::vector<domain::Strength> strengths;     // likewise
};

}  // namespace mvoi::json
