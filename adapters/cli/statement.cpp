// SPDX-License-Identifier: EUPL-1.2
// The verb that states a contract: a page, a table for a spreadsheet or data, by the ending of the file asked for.
#include "commands.hpp"
#include "fault.hpp"
#include "files.hpp"
#include "json.hpp"
#include "request.hpp"

namespace mvoi::cli {

namespace {

// The form that a file name asks for.
std::string format_of(const Run& run, const std::string& path) {
    for (const std::string_view ending : {"html", "csv", "json"})
        if (path.ends_with("." + std::string(ending))) return std::string(ending);
    throw UsageError(fill(run.in({"--output {} eindigt niet op .html, .csv of .json",
                                  "--output {} does not end in .html, .csv or .json"}),
                          {printable(path)}));
}

}  // namespace

// Without a file the page itself goes out; with --json its data. A terminal is told about it.
int statement(Run& run) {
    const Arguments& arguments = run.arguments;
    const bool to_file = arguments.has("--output");
    const bool as_data = !to_file && (run.form == Form::Table || arguments.has("--json"));
    const std::string path = to_file ? arguments.value("--output") : std::string();
    const std::string format = to_file ? format_of(run, path) : as_data ? "json" : "html";
    Object::Ptr request = request_from(arguments, run.language);
    request->set("format", format);
    const client::Answer answer = call(run, run.verb.operation, compact(request));
    if (as_data || !answer.done()) return present(run, answer);

    const Object::Ptr document = parse_object(answer.text);
    if (!document) return present(run, answer);
    const std::string body =
        format == "json" ? compact(document->getObject("statement")) + "\n" : text_of(*document, "body");
    if (!to_file) write_out(body, run.language);
    if (to_file) write_file(path, body, run.language);
    if (to_file && run.form == Form::Table) {
        constexpr Text written{"Contractstaat van {} geschreven naar {}.\n", "Statement of {} written to {}.\n"};
        write_out(fill(run.in(written), {printable(text_of(*document, "reference")), printable(path)}), run.language);
    }
    return static_cast<int>(Exit::Done);
}

}  // namespace mvoi::cli
