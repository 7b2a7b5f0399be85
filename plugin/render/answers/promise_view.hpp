// SPDX-License-Identifier: EUPL-1.2
// A promise as answers show it, with how it stands and every sentence that says why.
#pragma once

#include "domain/promise/evidence.hpp"
#include "domain/promise/rating.hpp"
#include "domain/promise/standing.hpp"
#include "domain/rules.hpp"
#include "json/out.hpp"

namespace mvoi::render {

// A document, and what is to be said of it.
struct DocumentShown {
    domain::promise::Document document;
    std::vector<domain::Finding> findings = {};
};

struct PromiseShown {
    domain::promise::Promise promise;
    domain::promise::Standing standing;
    std::optional<domain::Date> due;                     // by when something is to be shown next
    std::optional<domain::promise::Rating> rating = {};  // the last one
    std::optional<domain::Date> rating_due = {};         // by when the next one is to be given
    std::vector<DocumentShown> evidence = {};            // that is to prove it
    std::vector<domain::Finding> findings = {};          // of the promise; those of a document stand with it
};

// common.json#/$defs/answerPromise
void write_promise(json::Out& out, const PromiseShown& shown, domain::Date today, const domain::Rules& rules,
                   domain::Language language);
// common.json#/$defs/answerDocument
void write_document(json::Out& out, const DocumentShown& shown, const domain::Rules& rules, domain::Language language);

}  // namespace mvoi::render
