// SPDX-License-Identifier: EUPL-1.2
// The commands of the verbs. Most are an ordinary one: options to request, one call, answer to page. The result is the
// exit code. All may throw UsageError and Fault.
#pragma once

#include "run.hpp"

namespace mvoi::cli {

int ordinary(Run& run);
// The request in the file of --file, about the contract that the command line names. Only the options that name the
// contract go with it.
Object::Ptr with_file(const Run& run, const Object& named);
int call_raw(Run& run);
int start(Run& run);
int item(Run& run);
int list(Run& run);
int decide(Run& run);
int import(Run& run);
int adopt(Run& run);
int restore(Run& run);
int help(Run& run);
int contract(Run& run);               // contract.cpp
int social_return_realise(Run& run);  // social_return.cpp
int calendar(Run& run);               // documents.cpp
int dossier(Run& run);                // documents.cpp
int statement(Run& run);              // documents.cpp
int form(Run& run);                   // documents.cpp
int dossiers(Run& run);               // dossier.cpp
int caldav_push(Run& run);            // caldav.cpp

}  // namespace mvoi::cli
