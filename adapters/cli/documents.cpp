// SPDX-License-Identifier: EUPL-1.2
// calendar, dossier, statement and form: verbs of which a document is what is asked for, so that is what goes out.
#include <Poco/Base64Decoder.h>

#include <iterator>
#include <sstream>

#include "commands.hpp"
#include "fault.hpp"
#include "files.hpp"
#include "json.hpp"
#include "request.hpp"

namespace mvoi::cli {

namespace {

// The document goes to its file, or out; with --json the answer around it goes out. A terminal is told about a file,
// and the member of the answer that counts or names.
int hand_out(Run& run, const client::Answer& answer, const std::string& body, const std::string& path, Text written,
             const char* member) {
    if (!path.empty()) write_file(path, body, run.language);
    if (run.arguments.has("--json")) return present(run, answer);
    if (path.empty()) write_out(body, run.language);
    if (!path.empty() && run.form == Form::Table)
        write_out(fill(run.in(written), {printable(text_of(*parse_object(answer.text), member)), printable(path)}),
                  run.language);
    return static_cast<int>(Exit::Done);
}

// The format that the end of a file name asks for; none when it is none of these.
std::string format_of(const std::string& path, std::initializer_list<std::string_view> formats) {
    for (const std::string_view format : formats)
        if (path.ends_with("." + std::string(format))) return std::string(format);
    return {};
}

std::string body_of(const Object& answer) {
    if (!answer.has("base64")) return text_of(answer, "body");
    std::istringstream text(text_of(answer, "base64"));
    Poco::Base64Decoder decoder(text);
    return std::string(std::istreambuf_iterator<char>(decoder), {});
}

}  // namespace

int calendar(Run& run) {
    const Arguments& arguments = run.arguments;
    const std::string path = arguments.value("--output");
    const bool todo = arguments.value("--component") == "todo";  // which has no other form than iCalendar
    const bool as_table = run.form == Form::Table && !arguments.has("--format") && path.empty() && !todo;
    Object::Ptr request = request_from(arguments, run.language);
    if (as_table) request->set("format", "json");
    const client::Answer answer = call(run, request);
    const Object::Ptr document = parse_object(answer.text);
    if (as_table || !answer.done() || !document) return present(run, answer);
    return hand_out(run, answer, body_of(*document), path,
                    {"{} mijlpalen geschreven naar {}.\n", "{} milestones written to {}.\n"}, "items");
}

int dossier(Run& run) {
    const std::string path = run.arguments.value("--html");
    const bool as_data = path.empty() && (run.form == Form::Table || run.arguments.has("--json"));
    Object::Ptr request = request_from(run.arguments, run.language);
    request->set("format", as_data ? "json" : "html");
    const client::Answer answer = call(run, request);
    const Object::Ptr document = parse_object(answer.text);
    if (as_data || !answer.done() || !document) return present(run, answer);
    return hand_out(run, answer, body_of(*document), path,
                    {"Dossier van {} geschreven naar {}.\n", "Dossier of {} written to {}.\n"}, "reference");
}

int statement(Run& run) {
    const std::string path = run.arguments.value("--output");
    const bool as_data = path.empty() && (run.form == Form::Table || run.arguments.has("--json"));
    const std::string format = !path.empty() ? format_of(path, {"html", "csv", "json"}) : as_data ? "json" : "html";
    if (format.empty())
        throw UsageError(
            run.language,
            {"--output {} eindigt niet op .html, .csv of .json", "--output {} does not end in .html, .csv or .json"},
            {printable(path)});
    Object::Ptr request = request_from(run.arguments, run.language);
    request->set("format", format);
    const client::Answer answer = call(run, request);
    const Object::Ptr document = parse_object(answer.text);
    if (as_data || !answer.done() || !document) return present(run, answer);
    const std::string body = format == "json" ? compact(document->getObject("statement")) + "\n" : body_of(*document);
    return hand_out(run, answer, body, path,
                    {"Contractstaat van {} geschreven naar {}.\n", "Statement of {} written to {}.\n"}, "reference");
}

int form(Run& run) {
    const std::string path = run.arguments.value("--output");
    const std::string format = format_of(path, {"xlsx", "csv"});
    if (format.empty())
        throw UsageError(run.language, {"geef --output BESTAND, met een naam die eindigt op .xlsx of .csv",
                                        "give --output FILE, with a name that ends in .xlsx or .csv"});
    Object::Ptr request = request_from(run.arguments, run.language);
    request->set("format", format);
    const client::Answer answer = call(run, request);
    const Object::Ptr document = parse_object(answer.text);
    if (!answer.done() || !document) return present(run, answer);
    const int exit =
        hand_out(run, answer, body_of(*document), path,
                 {"{} rijen om in te vullen geschreven naar {}.\n", "{} rows to fill in written to {}.\n"}, "rows");
    const bool reported = run.form == Form::Table || run.arguments.has("--json");
    return reported ? exit : present(run, answer);
}

}  // namespace mvoi::cli
