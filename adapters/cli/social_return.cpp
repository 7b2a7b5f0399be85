// SPDX-License-Identifier: EUPL-1.2
// social-return-realise: options of one item are put in the list of its kind.
#include "commands.hpp"
#include "fault.hpp"
#include "json.hpp"
#include "request.hpp"

namespace mvoi::cli {

namespace {

constexpr std::pair<const char*, const char*> kinds[] = {
    {"placement", "placements"}, {"invoice", "invoices"}, {"activity", "activities"}};

Object::Ptr item_of(Object& request) {
    Object::Ptr item = new Object;
    for (const std::string& member : request.getNames()) {
        if (!member.starts_with("item/")) continue;
        item->set(member.substr(5), request.get(member));
        request.remove(member);
    }
    return item;
}

void gather_item(const Run& run, Object& request) {
    Object::Ptr item = item_of(request);
    const std::string hours = with_point(text_of(request, "hours"));
    for (const char* member : {"months", "days"})
        if (item->has(member)) item->set(member, with_point(text_of(*item, member)));
    request.remove("hours");
    int given = 0;
    for (const auto& [kind, list] : kinds) {
        if (!request.has(kind)) continue;
        ++given;
        item->set("reference", request.get(kind));
        if (!hours.empty()) item->set(std::string(kind) == "placement" ? "hoursPerWeek" : "hours", hours);
        request.remove(kind);
        Array::Ptr items = new Array;
        items->add(item);
        request.set(list, items);
    }
    if (given > 1 || (given == 0 && (item->size() > 0 || !hours.empty()))) {
        constexpr Text one{"noem één van --placement, --invoice en --activity; meer tegelijk gaat met --file",
                           "name one of --placement, --invoice and --activity; more at once goes with --file"};
        throw UsageError(std::string(run.in(one)));
    }
}

void gather_take_back(Object& request) {
    if (request.has("takeBack")) {
        Object::Ptr back = new Object;
        back->set("number", request.get("takeBack"));
        if (request.has("reason")) back->set("reason", request.get("reason"));
        Array::Ptr backs = new Array;
        backs->add(back);
        request.set("takeBack", backs);
    }
    request.remove("reason");
}

}  // namespace

int social_return_realise(Run& run) {
    Object::Ptr request = request_from(run.arguments, run.language);
    if (run.arguments.has("--file"))
        return present(run, call(run, run.verb.operation, compact(with_file(run, *request))));
    gather_item(run, *request);
    gather_take_back(*request);
    if (text_of(*request, "pso") == "geen") request->set("pso", Poco::Dynamic::Var());
    return present(run, call(run, run.verb.operation, compact(request)));
}

}  // namespace mvoi::cli
