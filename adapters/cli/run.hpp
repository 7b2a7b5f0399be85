// SPDX-License-Identifier: EUPL-1.2
// One command being carried out: what was asked, how to answer it, and the register it is done on.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "arguments.hpp"
#include "files.hpp"
#include "json.hpp"
#include "mvoi.hpp"
#include "page.hpp"

namespace mvoi::cli {

enum class Form { Json, Table };

enum class Exit { Done = 0, No = 1, Fault = 2 };
Exit exit_of(const client::Answer& answer);

struct Run {
    const Arguments& arguments;
    const Verb& verb;
    Language language;
    Form form;

    std::unique_ptr<TemporaryDirectory> scratch{};  // of a verb that was given no register and needs none
    client::Session session{};                      // after it, so that it closes before its file is gone

    std::string_view in(Text text) const { return text.in(language); }
};

// One call. The register is opened at the first; when that fails, its error document is the answer. On a terminal a
// call that takes long shows that it is at work, and Ctrl-C asks it to stop.
client::Answer call(Run& run, std::string_view operation, std::string_view request);

// The operation of the verb, on this request.
client::Answer call(Run& run, const Object::Ptr& request);

// Shows an answer in the form asked for, or tells what is wrong with the request; the result is the exit code.
int present(Run& run, const client::Answer& answer);
// On the standard error, in lines for a reader.
void tell_errors(const Run& run, const client::Answer& answer);

}  // namespace mvoi::cli
