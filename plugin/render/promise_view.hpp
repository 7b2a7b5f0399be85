// SPDX-License-Identifier: EUPL-1.2
// A promise as answers show it, with how it stands and every sentence that says why.
#pragma once

#include "domain/contract/standing.hpp"
#include "domain/rules.hpp"
#include "json/out.hpp"

namespace mvoi::render {

struct PromiseShown {
    domain::contract::Promise promise;
    domain::contract::Standing standing;
    std::optional<domain::Date> due;  // by when something is to be shown next
};

// common.json#/$defs/answerPromise
void write_promise(json::Out& out, const PromiseShown& shown, domain::Date today, domain::Language language);

}  // namespace mvoi::render
