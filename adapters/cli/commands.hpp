// SPDX-License-Identifier: EUPL-1.2
// What the verbs do. Most are an ordinary one: options to request, one call, answer to page. The result is the exit
// code. All may throw UsageError and Fault.
#pragma once

#include "run.hpp"

namespace mvoi::cli {

int ordinary(Run& run);
// What --file has of a request about the contract that the command line names, and the two put together. Of the options
// only those that name the contract go with it.
Object::Ptr with_file(const Run& run, const Object& named);
int call_raw(Run& run);
int start(Run& run);
int list(Run& run);
int decide(Run& run);
int calendar(Run& run);
int contract(Run& run);               // contract.cpp
int promise(Run& run);                // promise.cpp
int social_return_realise(Run& run);  // social_return.cpp
int statement(Run& run);              // statement.cpp
int dossier(Run& run);                // dossier.cpp
int dossiers(Run& run);               // dossier.cpp
int caldav_push(Run& run);            // caldav.cpp
int form(Run& run);                   // form.cpp
int import(Run& run);
int adopt(Run& run);
int help(Run& run);

}  // namespace mvoi::cli
