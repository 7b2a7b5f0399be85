// SPDX-License-Identifier: EUPL-1.2
// contract-sign and contract-change: options that belong in a part of the request are put there.
#include "commands.hpp"
#include "fault.hpp"
#include "json.hpp"
#include "request.hpp"

namespace mvoi::cli {

namespace {

[[noreturn]] void misunderstood(const Run& run, std::string_view option, const std::string& value,
                                std::string_view accepted) {
    constexpr Text pattern{"{} begrijpt \"{}\" niet; mogelijk is {}", "{} does not understand \"{}\"; accepted is {}"};
    throw UsageError(fill(run.in(pattern), {option, printable(value), accepted}));
}

constexpr std::pair<std::string_view, const char*> units[] = {
    {"dag", "days"},       {"dagen", "days"},   {"day", "days"},     {"days", "days"},
    {"week", "weeks"},     {"weken", "weeks"},  {"weeks", "weeks"},  {"maand", "months"},
    {"maanden", "months"}, {"month", "months"}, {"months", "months"}};

// "3 maanden"
Object::Ptr notice_from(const Run& run, std::string_view option, const std::string& text) {
    const std::size_t blank = text.find(' ');
    const auto count = parse_integer(text.substr(0, blank));
    if (count && blank != std::string::npos)
        for (const auto& [word, unit] : units)
            if (text.substr(blank + 1) == word) {
                Object::Ptr notice = new Object;
                notice->set("count", *count).set("unit", std::string(unit));
                return notice;
            }
    misunderstood(run, option, text, "\"3 maanden\", \"30 dagen\", \"6 weken\"");
}

// "12" or "12:3 maanden"
Object::Ptr option_from(const Run& run, const std::string& text) {
    const std::size_t colon = text.find(':');
    const auto months = parse_integer(text.substr(0, colon));
    if (!months) misunderstood(run, "--option", text, "12, \"12:3 maanden\"");
    Object::Ptr option = new Object;
    option->set("months", *months);
    if (colon != std::string::npos) option->set("notice", notice_from(run, "--option", text.substr(colon + 1)));
    return option;
}

// "Strooi BV" or "Strooi BV=12345678"
Object::Ptr supplier_from(const std::string& text) {
    const std::size_t equals = text.rfind('=');
    Object::Ptr supplier = new Object;
    supplier->set("name", text.substr(0, equals));
    if (equals != std::string::npos) supplier->set("number", text.substr(equals + 1));
    return supplier;
}

template <typename Read>
void read_list(Object& object, const char* member, Read read) {
    if (!object.has(member)) return;
    const Array::Ptr texts = object.getArray(member);
    Array::Ptr items = new Array;
    for (const auto& text : *texts) items->add(read(text.convert<std::string>()));
    object.set(member, items);
}

// "term/start" is the member "start" of the term.
void gather_term(const Run& run, Object& request) {
    Object::Ptr term = new Object;
    for (const std::string& member : request.getNames()) {
        if (!member.starts_with("term/")) continue;
        term->set(member.substr(5), request.get(member));
        request.remove(member);
    }
    if (term->has("notice")) term->set("notice", notice_from(run, "--notice", text_of(*term, "notice")));
    read_list(*term, "options", [&](const std::string& text) { return option_from(run, text); });
    if (term->size() > 0) request.set("term", term);
}

// What happened, with its day.
void gather_events(const Run& run, Object& request) {
    const auto event = [&] {
        Object::Ptr made = new Object;
        if (request.has("on")) made->set("on", request.get("on"));
        return made;
    };
    if (const std::string text = text_of(request, "optionDecided"); !text.empty()) {
        const std::size_t equals = text.find('=');
        const auto number = parse_integer(text.substr(0, equals));
        if (!number || equals == std::string::npos)
            misunderstood(run, "--option-decided", text, "1=gelicht, 1=niet-gelicht");
        Object::Ptr decided = event();
        decided->set("number", *number).set("decision", text.substr(equals + 1));
        request.set("optionDecided", decided);
    }
    for (const char* member : {"noticeGiven", "renewalAgreed"})
        if (request.has(member)) request.set(member, event());
    if (const std::string day = text_of(request, "ended"); !day.empty()) {
        Object::Ptr ended = new Object;
        ended->set("on", day).set("reason", text_of(request, "reason"));
        request.set("ended", ended);
    }
    request.remove("on");
    request.remove("reason");
}

}  // namespace

int contract(Run& run) {
    const bool from_file = run.arguments.has("--file");
    if (from_file && run.verb.operation == "contract.sign") return start(run);
    Object::Ptr request = request_from(run.arguments, run.language);
    if (from_file) return present(run, call(run, run.verb.operation, compact(with_file(run, *request))));
    gather_term(run, *request);
    gather_events(run, *request);
    read_list(*request, "suppliers", supplier_from);
    return present(run, call(run, run.verb.operation, compact(request)));
}

}  // namespace mvoi::cli
