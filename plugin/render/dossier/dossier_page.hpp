// SPDX-License-Identifier: EUPL-1.2
// A dossier as one page for people: Dutch or English, to be read on a phone, printed on A4, or read out. One file with
// nothing to fetch and nothing to run. Pure: the same dossier and page give the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/review/dossier.hpp"
#include "domain/rule_book.hpp"

namespace mvoi::render {

// The parts of the page beside the dossier itself.
struct DossierPage {
    const domain::RuleBook& book;
    domain::Language language;
    std::int64_t entry;            // of a frozen dossier: the journal entry that holds it
    std::string hash;              // of a frozen dossier: the SHA-256 of that entry
    bool frozen;                   // false: not asked of a board; the state of today, which no entry holds as a whole
    const domain::Review* review;  // with the verdicts so far; nullptr when not frozen
    const std::vector<domain::Drift>* drifts;  // since it was frozen; nullptr: not asked
};

// The whole page, UTF-8. After the doctype it is well-formed XML.
std::string dossier_html(const domain::Dossier& dossier, const DossierPage& page);

}  // namespace mvoi::render
