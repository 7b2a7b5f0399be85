// SPDX-License-Identifier: EUPL-1.2
#include "run.hpp"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "fault.hpp"
#include "json.hpp"
#include "show.hpp"
#include "values.hpp"
#include "watch.hpp"

namespace mvoi::cli {

namespace {

// The actor, as the journal will have it.
std::string login_name() {
    if (const passwd* entry = getpwuid(getuid()); entry != nullptr && *entry->pw_name != '\0') return entry->pw_name;
    const char* user = std::getenv("USER");
    return user != nullptr ? user : "";
}

std::string host_name() {
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string register_of(Run& run) {
    const char* environment = std::getenv("MVOI_REGISTER");
    std::string path = run.arguments.value("--register", environment != nullptr ? environment : "");
    if (run.verb.uses == Register::None || (path.empty() && run.verb.uses == Register::Optional)) {
        run.scratch = std::make_unique<TemporaryDirectory>(run.language);
        return run.scratch->path() + "/empty.mvoi";
    }
    if (path.empty()) {
        throw UsageError(run.language, {"welk register? geef --register FILE of zet MVOI_REGISTER",
                                        "which register? give --register FILE or set MVOI_REGISTER"});
    }
    const bool must_exist = run.verb.uses != Register::Any;
    const bool is_file = path.find("://") == std::string::npos;
    if (must_exist && is_file && !exists(path))
        throw Fault(run.language, {"er is geen register {}", "there is no register {}"}, {printable(path)});
    return path;
}

std::string configuration_of(Run& run) {
    Object config;
    config.set("register", register_of(run));
    config.set("language", std::string(run.in({"nl", "en"})));
    const bool only_reads = run.verb.uses == Register::Read || run.verb.uses == Register::Optional;
    if (only_reads && !run.scratch) config.set("readOnly", true);
    if (const std::string actor = run.arguments.value("--actor", login_name()); !actor.empty())
        config.set("actor", actor);
    const char* role = std::getenv("MVOI_ROLE");
    if (const std::string given = run.arguments.value("--role", role != nullptr ? role : ""); !given.empty())
        config.set("role", given);
    if (const std::string host = host_name(); !host.empty()) config.set("origin", host);
    if (run.arguments.has("--time-zone")) config.set("timeZone", run.arguments.value("--time-zone"));
    if (run.arguments.has("--wait")) {
        const auto wait = parse_integer(run.arguments.value("--wait"));
        if (!wait)
            throw UsageError(run.language,
                             {"--wait is een aantal milliseconden", "--wait is a number of milliseconds"});
        config.set("waitMs", *wait);
    }
    return compact(Poco::Dynamic::Var(config));
}

// The option whose value stands at this place of the request, or holds it; the place itself where no option does.
std::string named_place(const Verb& verb, const std::string& path) {
    std::string_view best;
    std::string named;
    std::size_t longest = 0;
    for (const Option& option : verb.options) {
        std::string_view place = option.pointer;
        if (place.ends_with("/-")) place.remove_suffix(2);
        const bool holds =
            !place.empty() && path.starts_with(place) && (path.size() == place.size() || path[place.size()] == '/');
        if (!holds || place.size() <= longest) continue;
        best = option.name;
        longest = place.size();
        // "--map kind=": which of the pairs it is.
        named = option.kind == Kind::Pair && path.size() > longest ? " " + path.substr(longest + 1) + "=" : "";
    }
    if (!best.empty()) return std::string(best) + named;
    for (const Option& option : global_options())
        if (path == "/" + std::string(option.name.substr(std::min<std::size_t>(2, option.name.size()))))
            return std::string(option.name);
    return path;
}

// One fault: its place and its message. Neither is repeated: that of the only fault is the message of the whole.
std::string error_line(const Verb& verb, const Object& error, const std::string& whole) {
    const std::string path = text_of(error, "path");
    const std::string message = text_of(error, "message");
    const std::string place = path.empty() ? path : named_place(verb, path);
    if (message == whole) return message.find(place) == std::string::npos ? place : std::string();
    return place.empty() ? message : place + ": " + message;
}

// A page with the words of the library for its codes.
Page page_of(Run& run) {
    const Object::Ptr described =
        parse_object(call(run, "describe", R"({"operation": "describe", "labels": true})").text);
    return {run.language, output_columns(), described ? described->getObject("labels") : Object::Ptr()};
}

// A "no" at a gate is what the reader came to see: what was said, and what mends it. False: another no.
bool show_closed_gate(Run& run, const client::Answer& answer) {
    const Object::Ptr document = parse_object(answer.text);
    if (!document || !document->has("gate")) return false;
    Page page = page_of(run);
    show_passage(*document, page);
    write_out(page.text(), run.language);
    return true;
}

}  // namespace

Exit exit_of(const client::Answer& answer) {
    if (answer.done()) return Exit::Done;
    return answer.refused() ? Exit::No : Exit::Fault;
}

client::Answer call(Run& run, std::string_view operation, std::string_view request) {
    if (!run.session.is_open()) {
        client::Answer opened = run.session.open(configuration_of(run));
        if (!opened.done()) return opened;
    }
    const bool shows = errors_are_terminal() && run.verb.show != nullptr;
    const Watch watch(run.session, shows ? run.in({"bezig", "at work"}) : "");
    return run.session.call(operation, request);
}

client::Answer call(Run& run, const Object::Ptr& request) {
    return call(run, run.verb.operation, compact(request));
}

void tell_errors(const Run& run, const client::Answer& answer) {
    const Language language = run.language;
    const Object::Ptr document = parse_object(answer.text);
    if (!document) {
        const Text bare{"de bibliotheek gaf fout {} zonder uitleg", "the library gave fault {} without a word"};
        write_error("mvoi: " + fill(bare.in(language), {number(answer.status)}) + "\n");
        return;
    }
    const std::string message = text_of(*document, "message");
    std::string lines = "mvoi: " + printable(message) + "\n";
    each_object(*document, "errors", [&](const Object& error) {
        if (const std::string line = error_line(run.verb, error, message); !line.empty())
            lines += "  " + printable(line) + "\n";
    });
    if (truth_of(*document, "retry")) {
        const Text again{"Dezelfde opdracht kan later wel slagen.", "The same command may succeed later."};
        lines.append("  ").append(again.in(language)).append("\n");
    }
    write_error(lines);
}

int present(Run& run, const client::Answer& answer) {
    if (run.form == Form::Json && !answer.text.empty()) write_out(answer.text + "\n", run.language);
    if (answer.refused() && run.form == Form::Table && show_closed_gate(run, answer))
        return static_cast<int>(exit_of(answer));
    if (!answer.done()) {
        tell_errors(run, answer);
        return static_cast<int>(exit_of(answer));
    }
    const Object::Ptr document = parse_object(answer.text);
    if (!document) throw Fault(run.language, {"het antwoord is geen JSON", "the answer is not JSON"});
    if (run.form == Form::Table) {
        Page page = page_of(run);
        run.verb.show(*document, page);
        write_out(page.text(), run.language);
    }
    const bool well = run.verb.well == nullptr || run.verb.well(*document, run.arguments);
    return static_cast<int>(well ? Exit::Done : Exit::No);
}

}  // namespace mvoi::cli
