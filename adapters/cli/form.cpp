// SPDX-License-Identifier: EUPL-1.2
// form: the file that the supplier fills in, in the form that the end of its name says.
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

std::string content_of(const Object& answer) {
    if (answer.has("body")) return text_of(answer, "body");
    std::istringstream text(text_of(answer, "base64"));
    Poco::Base64Decoder decoder(text);
    return std::string(std::istreambuf_iterator<char>(decoder), {});
}

}  // namespace

int form(Run& run) {
    const std::string path = run.arguments.value("--output");
    const bool workbook = path.ends_with(".xlsx");
    if (!workbook && !path.ends_with(".csv")) {
        throw UsageError(std::string(run.in({"geef --output BESTAND, met een naam die eindigt op .xlsx of .csv",
                                             "give --output FILE, with a name that ends in .xlsx or .csv"})));
    }
    Object::Ptr request = request_from(run.arguments, run.language);
    if (run.arguments.has("--promise")) {
        Array::Ptr one = new Array;
        one->add(request->get("promises"));
        request->set("promises", one);
    }
    request->set("format", workbook ? "xlsx" : "csv");
    const client::Answer answer = call(run, run.verb.operation, compact(request));
    const Object::Ptr document = parse_object(answer.text);
    if (!answer.done() || !document) return present(run, answer);
    write_file(path, content_of(*document), run.language);
    if (run.form != Form::Table) return present(run, answer);
    constexpr Text written{"{} rijen om in te vullen geschreven naar {}.\n", "{} rows to fill in written to {}.\n"};
    write_out(fill(run.in(written), {text_of(*document, "rows"), printable(path)}), run.language);
    return static_cast<int>(Exit::Done);
}

}  // namespace mvoi::cli
