// SPDX-License-Identifier: EUPL-1.2
// contract-sign and contract-change: a request from a file, and the day of what happened.
#include "commands.hpp"
#include "json.hpp"
#include "request.hpp"

namespace mvoi::cli {

int contract(Run& run) {
    const bool from_file = run.arguments.has("--file");
    if (from_file && run.verb.operation == "contract.sign") return start(run);
    Object::Ptr request = request_from(run.arguments, run.language);
    if (from_file) return present(run, call(run, with_file(run, *request)));
    for (const char* event : {"optionDecided", "noticeGiven", "renewalAgreed"})
        if (request->has("on") && request->has(event)) request->getObject(event)->set("on", request->get("on"));
    request->remove("on");
    return present(run, call(run, request));
}

}  // namespace mvoi::cli
