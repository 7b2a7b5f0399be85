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

// The format of a file by the end of its name; empty when that says nothing.
std::string format_of_import(std::string_view path) {
    if (path.ends_with(".jsonl")) return "ted-jsonl";
    if (path.ends_with(".csv")) return "csv";
    if (path.ends_with(".tsv")) return "tsv";
    if (path.ends_with(".xlsx")) return "xlsx";
    return {};
}

// The state of a theme that a word of decide asks for.
std::string state_of(const std::string& word, Language language) {
    constexpr std::pair<std::string_view, const char*> states[] = {
        {"apply", "applied"}, {"explain", "explained"}, {"open", "undecided"}};
    for (const auto& [verb, state] : states) {
        if (word == verb) return state;
    }
    throw UsageError(language,
                     {"decide kent apply, explain en open, niet {}", "decide knows apply, explain and open, not {}"},
                     {printable(word)});
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

// All that stands in a file, or one item that the options make.
int item(Run& run) {
    Object::Ptr request = request_from(run.arguments, run.language);
    if (run.arguments.has("--file")) request = with_file(run, *request);
    return present(run, call(run, request));
}

int ordinary(Run& run) {
    return present(run, call(run, request_from(run.arguments, run.language)));
}

// The answer goes out as it is, also when it is a "no" or a fault: what reads it wants that document.
int call_raw(Run& run) {
    const client::Answer answer = call(run, run.arguments.words.front(), read_file("-", run.language));
    if (answer.text.empty()) tell_errors(run, answer);
    if (!answer.text.empty()) write_out(answer.text + "\n", run.language);
    return static_cast<int>(exit_of(answer));
}

int start(Run& run) {
    if (!run.arguments.has("--file")) return ordinary(run);
    for (const Option& option : run.verb.options) {
        if (option.kind != Kind::Own && run.arguments.has(option.name)) {
            throw UsageError(run.language,
                             {"--file bevat het hele verzoek; {} kan er niet bij",
                              "--file holds the whole request; {} cannot be added"},
                             {option.name});
        }
    }
    return present(run, call(run, run.verb.operation,
                             request_from_file(run.arguments, run.arguments.value("--file"), run.language)));
}

Object::Ptr with_file(const Run& run, const Object& named) {
    static constexpr std::string_view beside[] = {"/organisation", "/reference", "/revision", "/requestId"};
    for (const Option& option : run.verb.options) {
        if (option.kind == Kind::Own || !run.arguments.has(option.name)) continue;
        if (std::find(std::begin(beside), std::end(beside), option.pointer) == std::end(beside)) {
            throw UsageError(run.language,
                             {"--file bevat alles; {} kan er niet bij", "--file holds it all; {} cannot be added"},
                             {option.name});
        }
    }
    const std::string path = run.arguments.value("--file");
    Object::Ptr request = parse_object(read_file(path, run.language));
    if (!request) {
        throw Fault(run.language, {"{} bevat geen JSON-object", "{} holds no JSON object"}, {printable(path)});
    }
    for (const std::string& member : named.getNames()) {
        if (!request->has(member)) {
            request->set(member, named.get(member));
        } else if (member != "today" && text_of(*request, member) != text_of(named, member)) {
            throw UsageError(run.language,
                             {"{} staat in {} en op de opdrachtregel", "{} is in {} and on the command line"},
                             {member, printable(path)});
        }
    }
    return request;
}

int adopt(Run& run) {
    return present(run, call(run, run.verb.operation,
                             request_from_file(run.arguments, run.arguments.words.front(), run.language)));
}

// The register that is opened is the copy.
int restore(Run& run) {
    Arguments of_copy = run.arguments;
    of_copy.options["--register"] = {of_copy.words.front()};
    Run on_copy{of_copy, run.verb, run.language, run.form};
    return ordinary(on_copy);
}

// With --all page after page becomes one answer, as if there were no pages.
int list(Run& run) {
    if (!run.arguments.has("--all")) return ordinary(run);
    Object::Ptr request = request_from(run.arguments, run.language), all;
    if (!request->has("limit")) request->set("limit", largest_page);
    Array::Ptr items = new Array;
    for (bool more = true; more;) {
        const client::Answer answer = call(run, request);
        Object::Ptr page = parse_object(answer.text);
        if (!answer.done() || !page) return present(run, answer);
        for (const Var& item : *page->getArray("items")) items->add(item);
        more = page->has("next");
        if (more) request->set("after", text_of(*page, "next"));
        if (!all) all = page;  // the first page speaks about the whole for all pages
    }
    all->set("items", items);
    all->remove("next");
    return present(run, {MVOI_OK, compact(all)});
}

// A page shows the theme that was decided on alone.
int decide(Run& run) {
    Object::Ptr request = request_from(run.arguments, run.language);
    Object::Ptr decision = request->getArray("themes")->getObject(0);
    const std::string state = state_of(run.arguments.words[1], run.language);
    decision->set("state", state);
    if (state == "applied") {
        const client::Answer there = keep_criteria(run, *request, *decision);
        if (!there.done()) return present(run, there);
    }

    const client::Answer answer = call(run, request);
    Object::Ptr document = parse_object(answer.text);
    if (!answer.done() || !document || run.form == Form::Json) return present(run, answer);
    Array::Ptr decided = new Array;
    each_object(*document, "themes", [&](const Object& theme) {
        if (text_of(theme, "theme") == text_of(*decision, "theme")) decided->add(Object::Ptr(new Object(theme)));
    });
    document->set("themes", decided);
    return present(run, {answer.status, compact(document)});
}

int import(Run& run) {
    Object::Ptr request = request_from(run.arguments, run.language);
    if (!request->has("format")) {
        const std::string format = format_of_import(run.arguments.words.front());
        if (format.empty()) {
            throw UsageError(run.language, {"wat voor bestand is dit? geef --format ted-jsonl, csv, tsv of xlsx",
                                            "what kind of file is this? give --format ted-jsonl, csv, tsv or xlsx"});
        }
        request->set("format", format);
    }
    return present(run, call(run, request));
}

int help(Run& run) {
    const Arguments& arguments = run.arguments;
    if (arguments.has("--man")) {
        write_out(manual(run.language), run.language);
    } else if (arguments.has("--completion")) {
        if (arguments.value("--completion") != "bash")
            throw UsageError(run.language, {"--completion kent alleen bash", "--completion knows bash only"});
        write_out(bash_completion(run), run.language);
    } else if (arguments.words.empty()) {
        write_out(help_text(run.language), run.language);
    } else {
        const Verb* verb = find_verb(arguments.words.front());
        if (verb == nullptr) {
            throw UsageError(run.language, {"onbekende opdracht: {}", "unknown command: {}"},
                             {arguments.words.front()});
        }
        write_out(help_text(*verb, run.language), run.language);
    }
    return static_cast<int>(Exit::Done);
}

}  // namespace mvoi::cli
