// SPDX-License-Identifier: EUPL-1.2
#include "commands.hpp"

#include "fault.hpp"
#include "help.hpp"
#include "json.hpp"
#include "request.hpp"

namespace mvoi::cli {

namespace {

// Pages of a whole list: as many items on each as the library gives.
constexpr std::int64_t largest_page = 1000;

client::Answer call_with(Run& run, const Object::Ptr& request) {
    return call(run, run.verb.operation, compact(request));
}

// The format of a file by the end of its name; empty when that says nothing.
std::string format_of(std::string_view path) {
    if (path.ends_with(".jsonl")) return "ted-jsonl";
    if (path.ends_with(".csv")) return "csv";
    if (path.ends_with(".tsv")) return "tsv";
    if (path.ends_with(".xlsx")) return "xlsx";
    return {};
}

// What decide makes of a theme.
std::string state_of(const std::string& word, Language language) {
    constexpr std::pair<std::string_view, const char*> states[] = {
        {"apply", "applied"}, {"explain", "explained"}, {"open", "undecided"}};
    for (const auto& [verb, state] : states) {
        if (word == verb) return state;
    }
    constexpr Text unknown{"decide kent apply, explain en open, niet {}",
                           "decide knows apply, explain and open, not {}"};
    throw UsageError(fill(unknown.in(language), {printable(word)}));
}

// A decision replaces the one before, criteria and all; another level is no reason to lose them. What the register has
// is sent again, and with its revision, unless the request is one that may be repeated and so must stay the same.
client::Answer keep_criteria(Run& run, Object& request, Object& decision) {
    Object::Ptr asked = new Object;
    for (const char* member : {"tender", "organisation", "reference", "today"}) {
        if (request.has(member)) asked->set(member, request.get(member));
    }
    client::Answer answer = call(run, "tender.get", compact(asked));
    const Object::Ptr tender = parse_object(answer.text);
    if (!answer.done() || !tender) return answer;
    each_object(*tender, "themes", [&](const Object& theme) {
        if (text_of(theme, "theme") != text_of(decision, "theme") || !theme.has("criteria")) return;
        decision.set("criteria", theme.getArray("criteria"));
        if (!request.has("requestId")) request.set("revision", tender->get("revision"));
    });
    return answer;
}

}  // namespace

int ordinary(Run& run) {
    return present(run, call_with(run, request_from(run.arguments, run.language)));
}

// The answer goes out as it is, also when it is a "no" or a fault: what reads it wants that document.
int call_raw(Run& run) {
    const client::Answer answer = call(run, run.arguments.words.front(), read_file("-", run.language));
    if (answer.text.empty()) tell_errors(answer, run.language);
    if (!answer.text.empty()) write_out(answer.text + "\n", run.language);
    return static_cast<int>(exit_of(answer));
}

int start(Run& run) {
    if (!run.arguments.has("--file")) return ordinary(run);
    for (const Option& option : run.verb.options) {
        if (option.as != As::Nothing && run.arguments.has(option.name)) {
            constexpr Text both{"--file bevat het hele verzoek; {} kan er niet bij",
                                "--file holds the whole request; {} cannot be added"};
            throw UsageError(fill(run.in(both), {option.name}));
        }
    }
    return present(run, call(run, run.verb.operation,
                             request_from_file(run.arguments, run.arguments.value("--file"), run.language)));
}

Object::Ptr with_file(const Run& run, const Object& named) {
    static constexpr std::string_view beside[] = {"organisation", "reference", "contract", "revision", "requestId"};
    for (const Option& option : run.verb.options) {
        if (option.as == As::Nothing || !run.arguments.has(option.name)) continue;
        if (std::find(std::begin(beside), std::end(beside), option.member) == std::end(beside)) {
            constexpr Text both{"--file bevat alles; {} kan er niet bij", "--file holds it all; {} cannot be added"};
            throw UsageError(fill(run.in(both), {option.name}));
        }
    }
    const std::string path = run.arguments.value("--file");
    Object::Ptr request = parse_object(read_file(path, run.language));
    if (!request) {
        constexpr Text none{"{} bevat geen JSON-object", "{} holds no JSON object"};
        throw Fault(fill(run.in(none), {printable(path)}));
    }
    for (const std::string& member : named.getNames()) {
        if (!request->has(member)) {
            request->set(member, named.get(member));
        } else if (member != "today" && text_of(*request, member) != text_of(named, member)) {
            constexpr Text both{"{} staat in {} en op de opdrachtregel", "{} is in {} and on the command line"};
            throw UsageError(fill(run.in(both), {member, printable(path)}));
        }
    }
    return request;
}

int adopt(Run& run) {
    return present(run, call(run, run.verb.operation,
                             request_from_file(run.arguments, run.arguments.words.front(), run.language)));
}

// With --all page after page becomes one answer, as if there were no pages.
int list(Run& run) {
    if (!run.arguments.has("--all")) return ordinary(run);
    Object::Ptr request = request_from(run.arguments, run.language);
    if (!request->has("limit")) request->set("limit", largest_page);
    Pages pages(run, run.verb.operation, request);
    Array::Ptr items = new Array;
    Object::Ptr all;
    while (const Object::Ptr page = pages.next()) {
        each_object(*page, "items", [&](const Object& item) { items->add(Object::Ptr(new Object(item))); });
        if (!all) all = page;  // what the first says of the whole, it says of all pages
    }
    if (!pages.last().done() || !all) return present(run, pages.last());
    all->set("items", items);
    all->remove("next");
    return present(run, {MVOI_OK, compact(all)});
}

// One theme: what the table reads as members of the request belongs in the decision. A page shows that theme alone.
int decide(Run& run) {
    Object::Ptr request = request_from(run.arguments, run.language);
    const std::string state = state_of(text_of(*request, "state"), run.language);
    const auto moved = [&](const char* member, Object& to) {
        if (request->has(member)) to.set(member, request->get(member));
        request->remove(member);
    };
    Object::Ptr decision = new Object, explanation = new Object;
    moved("theme", *decision);
    decision->set("state", state);
    request->remove("state");
    moved("level", *decision);
    for (const char* member : {"reason", "text", "until"}) moved(member, *explanation);
    if (explanation->size() > 0) decision->set("explanation", explanation);
    Array::Ptr themes = new Array;
    themes->add(decision);
    request->set("themes", themes);
    if (state == "applied") {
        const client::Answer there = keep_criteria(run, *request, *decision);
        if (!there.done()) return present(run, there);
    }

    const client::Answer answer = call_with(run, request);
    Object::Ptr document = parse_object(answer.text);
    if (!answer.done() || !document || run.form == Form::Json) return present(run, answer);
    Array::Ptr decided = new Array;
    each_object(*document, "themes", [&](const Object& theme) {
        if (text_of(theme, "theme") == text_of(*decision, "theme")) decided->add(Object::Ptr(new Object(theme)));
    });
    document->set("themes", decided);
    return present(run, {answer.status, compact(document)});
}

// The calendar itself is what is asked for, so that is what goes out; the answer around it only with --json.
int calendar(Run& run) {
    const Arguments& arguments = run.arguments;
    const bool to_file = arguments.has("--output");
    const bool todo = arguments.value("--component") == "todo";  // which has no other form than iCalendar
    const bool as_table = run.form == Form::Table && !arguments.has("--format") && !to_file && !todo;
    Object::Ptr request = request_from(arguments, run.language);
    if (as_table) request->set("format", "json");
    const client::Answer answer = call_with(run, request);
    if (as_table || !answer.done()) return present(run, answer);

    const Object::Ptr document = parse_object(answer.text);
    const std::string body = document ? text_of(*document, "body") : std::string();
    if (to_file) write_file(arguments.value("--output"), body, run.language);
    if (arguments.has("--json")) return present(run, answer);
    if (!to_file) write_out(body, run.language);
    if (to_file && run.form == Form::Table) {
        constexpr Text written{"{} mijlpalen geschreven naar {}.\n", "{} milestones written to {}.\n"};
        write_out(fill(run.in(written), {text_of(*document, "items"), arguments.value("--output")}), run.language);
    }
    return static_cast<int>(Exit::Done);
}

int import(Run& run) {
    Object::Ptr request = request_from(run.arguments, run.language);
    if (!request->has("format")) {
        const std::string format = format_of(run.arguments.words.front());
        if (format.empty()) {
            throw UsageError(
                std::string(run.in({"wat voor bestand is dit? geef --format ted-jsonl, csv, tsv of xlsx",
                                    "what kind of file is this? give --format ted-jsonl, csv, tsv or xlsx"})));
        }
        request->set("format", format);
    }
    return present(run, call_with(run, request));
}

int help(Run& run) {
    const Arguments& arguments = run.arguments;
    if (arguments.has("--man")) {
        write_out(manual(run.language), run.language);
    } else if (arguments.has("--completion")) {
        if (arguments.value("--completion") != "bash")
            throw UsageError(std::string(run.in({"--completion kent alleen bash", "--completion knows bash only"})));
        write_out(bash_completion(), run.language);
    } else if (arguments.words.empty()) {
        write_out(help_text(run.language), run.language);
    } else {
        const Verb* verb = find_verb(arguments.words.front());
        if (verb == nullptr) {
            constexpr Text unknown{"onbekende opdracht: {}", "unknown command: {}"};
            throw UsageError(fill(run.in(unknown), {arguments.words.front()}));
        }
        write_out(help_text(*verb, run.language), run.language);
    }
    return static_cast<int>(Exit::Done);
}

}  // namespace mvoi::cli
