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
    return {};
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

int adopt(Run& run) {
    return present(run, call(run, run.verb.operation,
                             request_from_file(run.arguments, run.arguments.words.front(), run.language)));
}

int show_one(Run& run) {
    const bool by_reference = run.arguments.has("--organisation") && run.arguments.has("--reference");
    if (run.arguments.words.empty() && !by_reference) {
        throw UsageError(std::string(run.in({"welke aanbesteding? geef haar UUID, of --organisation en --reference",
                                             "which tender? give its UUID, or --organisation and --reference"})));
    }
    return ordinary(run);
}

// With --all page after page becomes one answer, as if there were no pages.
int list(Run& run) {
    if (!run.arguments.has("--all")) return ordinary(run);
    Object::Ptr request = request_from(run.arguments, run.language);
    if (!request->has("limit")) request->set("limit", largest_page);
    Array::Ptr items = new Array;
    for (;;) {
        const client::Answer answer = call_with(run, request);
        const Object::Ptr page = parse_object(answer.text);
        if (!answer.done() || !page) return present(run, answer);
        each_object(*page, "items", [&](const Object& item) { items->add(Object::Ptr(new Object(item))); });
        if (!page->has("next")) break;
        request->set("after", text_of(*page, "next"));
    }
    Object::Ptr all = new Object;
    all->set("items", items);
    return present(run, {MVOI_OK, compact(all)});
}

// The calendar itself is what is asked for, so that is what goes out; the answer around it only with --json.
int calendar(Run& run) {
    const Arguments& arguments = run.arguments;
    const bool to_file = arguments.has("--output");
    const bool as_table = run.form == Form::Table && !arguments.has("--format") && !to_file;
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
            throw UsageError(std::string(run.in({"wat voor bestand is dit? geef --format ted-jsonl, csv of tsv",
                                                 "what kind of file is this? give --format ted-jsonl, csv or tsv"})));
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
