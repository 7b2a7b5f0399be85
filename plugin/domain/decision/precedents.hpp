// SPDX-License-Identifier: EUPL-1.2
// Precedents: what the same organisation decided before on the same theme, in the same product group or CPV division.
// An organisation that explains a theme away has often applied it elsewhere, in a tender much like this one.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "domain/model.hpp"

namespace mvoi::domain {

// On one theme; the tender that asks is not counted.
struct Precedents {
    std::string theme;
    std::string scope;                            // "productgroep:schoonmaak", "cpv:90", or empty: no group known
    std::map<int, std::int64_t> applied;          // level → tenders
    std::map<std::string, std::int64_t> reasons;  // of explanations → tenders
    std::vector<std::pair<std::string, std::int64_t>> criteria;  // the most used of the catalogue → tenders
    std::map<std::string, std::int64_t> verdicts;  // vocabulary "verdicts", of boards on tenders that explained it away
    std::int64_t same_text = 0;     // explanations elsewhere with word for word the same text as the one given here
    std::int64_t similar_text = 0;  // with nearly the same text
    bool operator==(const Precedents&) const = default;
};
std::int64_t times_applied(const Precedents& precedents);
std::int64_t times_explained(const Precedents& precedents);

// The groups a tender belongs to, the narrowest first.
std::vector<std::string> scopes_of(const Tender& tender);

// One thing that counts: within a group, on a theme, something happened.
struct Precedent {
    std::string scope;
    std::string theme;
    std::string outcome;  // applied, explained, criterion, verdict
    std::string detail;   // level, reason, number in the catalogue, verdict
    bool operator==(const Precedent&) const = default;
};
// True for a tender that counts for others: not while it is provisional, nor once it was withdrawn or cancelled.
bool is_precedent(const Tender& tender);
// The precedents that a tender adds to those of its organisation: none when it does not count. Criteria count by their
// number in the catalogue.
std::vector<Precedent> precedents_in(const Tender& tender);
// The precedents that a verdict on a case adds: one for each theme that was explained away in it.
std::vector<Precedent> precedents_in(const Tender& frozen, std::string_view verdict);

}  // namespace mvoi::domain
