// SPDX-License-Identifier: EUPL-1.2
// A promise as answers show it, with how it stands and every sentence that says why.
#pragma once

#include "domain/promise/evidence.hpp"
#include "domain/promise/rating.hpp"
#include "domain/promise/standing.hpp"
#include "domain/rule_book.hpp"
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

// The name by which people know a promise: its indicator, its text in short, its criterion, or else its number. Empty
// for one without any of these.
std::string promise_name(const domain::promise::Promise& promise, const domain::RuleBook& book,
                         domain::Language language);

// common.json#/$defs/answerPromise
void write_promise(json::Out& out, const PromiseShown& shown, domain::Date today, const domain::Rules& rules,
                   domain::Language language);
// The members "now" and "past" of a standing: the mark that runs on the day, and those before it. Only where one of
// those made the promise stand as it does.
void write_standing_apart(json::Out& out, const domain::promise::Standing& standing, domain::Language language);
// common.json#/$defs/answerDocument
void write_document(json::Out& out, const DocumentShown& shown, const domain::Rules& rules, domain::Language language);

}  // namespace mvoi::render
