// SPDX-License-Identifier: EUPL-1.2
// promise-observe, promise-rate and promise-evidence: options become the one item of the list that the operation takes.
#include "commands.hpp"
#include "fault.hpp"
#include "files.hpp"
#include "json.hpp"
#include "request.hpp"

namespace mvoi::cli {

namespace {

// The list of a request that holds the item.
const char* list_named_by(std::string_view operation) {
    if (operation == "promise.observe") return "observations";
    return operation == "promise.rate" ? "ratings" : "documents";
}

// "one/value" is the member "value" of the item.
Object::Ptr gather(Object& request) {
    constexpr std::string_view prefix = "one/";
    Object::Ptr one = new Object;
    for (const std::string& member : request.getNames()) {
        if (!member.starts_with(prefix)) continue;
        one->set(member.substr(prefix.size()), request.get(member));
        request.remove(member);
    }
    return one;
}

// Numbers of promises, which the command line gives as texts.
void read_numbers(const Run& run, Object& one) {
    if (!one.has("promises")) return;
    Array::Ptr numbers = new Array;
    for (const auto& text : *one.getArray("promises")) {
        const auto number = parse_integer(text.convert<std::string>());
        if (!number) {
            constexpr Text none{"--promise verwacht een getal, niet \"{}\"", "--promise expects a number, not \"{}\""};
            throw UsageError(fill(run.in(none), {printable(text.convert<std::string>())}));
        }
        numbers->add(*number);
    }
    one.set("promises", numbers);
}

// --verified alone is by who gives the command, today.
void read_verification(Object& one) {
    Object::Ptr verified = new Object;
    for (const char* member : {"by", "on"}) {
        const std::string name = std::string("verified/") + member;
        if (!one.has(name)) continue;
        verified->set(member, one.get(name));
        one.remove(name);
    }
    if (one.has("verified") || verified->size() > 0) one.set("verified", verified);
}

void read_document(const Run& run, Object& one) {
    if (!run.arguments.has("--document")) return;
    if (one.has("sha256")) {
        constexpr Text both{"--document en --sha256 gaan niet samen", "--document and --sha256 exclude each other"};
        throw UsageError(std::string(run.in(both)));
    }
    one.set("sha256", sha256_of_file(run.arguments.value("--document"), run.language));
}

}  // namespace

int promise(Run& run) {
    Object::Ptr request = request_from(run.arguments, run.language);
    Object::Ptr one = gather(*request);
    if (one->has("value")) one->set("value", with_point(text_of(*one, "value")));
    if (run.verb.operation == "promise.evidence") {
        read_numbers(run, *one);
        read_verification(*one);
        read_document(run, *one);
    }
    if (run.arguments.has("--file")) {
        request = with_file(run, *request);
    } else {
        Array::Ptr items = new Array;
        items->add(one);
        request->set(list_named_by(run.verb.operation), items);
    }
    return present(run, call(run, run.verb.operation, compact(request)));
}

}  // namespace mvoi::cli
