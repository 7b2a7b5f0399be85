// SPDX-License-Identifier: EUPL-1.2
// social-return-realise: what is given of one item belongs to the placement, invoice or activity that is named.
#include "commands.hpp"
#include "fault.hpp"
#include "json.hpp"
#include "request.hpp"

namespace mvoi::cli {

namespace {

void gather_item(const Run& run, Object& request) {
    const Object::Ptr item = request.getObject("item");
    request.remove("item");
    int given = 0;
    for (const char* list : {"placements", "invoices", "activities"}) {
        if (!request.has(list)) continue;
        ++given;
        Object::Ptr named = request.getArray(list)->getObject(0);
        for (const std::string& member : item ? item->getNames() : Object::NameList()) {
            const bool hours_a_week = member == "hours" && std::string_view(list) == "placements";
            named->set(hours_a_week ? "hoursPerWeek" : member, item->get(member));
        }
    }
    if (given > 1 || (given == 0 && item)) {
        throw UsageError(run.language,
                         {"noem één van --placement, --invoice en --activity; meer tegelijk gaat met --file",
                          "name one of --placement, --invoice and --activity; more at once goes with --file"});
    }
}

}  // namespace

int social_return_realise(Run& run) {
    Object::Ptr request = request_from(run.arguments, run.language);
    if (run.arguments.has("--file")) {
        request = with_file(run, *request);
    } else {
        gather_item(run, *request);
        if (text_of(*request, "pso") == "geen") request->set("pso", Var());
    }
    return present(run, call(run, request));
}

}  // namespace mvoi::cli
