// SPDX-License-Identifier: EUPL-1.2
#include "operations/import/report.hpp"

#include <Poco/Base64Decoder.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "render/sentences.hpp"

namespace mvoi::operations::import {
namespace {

constexpr std::int64_t default_listed = 1000;

void read_texts(const json::Value& request, const char* name, std::map<std::string, std::string>& out) {
    if (const json::Value* object = request.find(name))
        for (const json::Member& member : *object->object()) out[member.name] = *member.value.text();
}

std::unique_ptr<std::istream> decoded(const std::string& text) {
    std::istringstream input(text);
    Poco::Base64Decoder decoder(input);
    std::string bytes;
    try {
        decoder.exceptions(std::ios::badbit);
        bytes.assign(std::istreambuf_iterator<char>(decoder), {});
    } catch (const std::exception&) {
        refuse(domain::No::Invalid, "/base64", "import.base64");
    }
    return std::make_unique<std::istringstream>(std::move(bytes));
}

}  // namespace

std::unique_ptr<std::istream> open_input(const Call& call) {
    const json::Value& request = call.request();
    const bool workbook = request.text_or("format") == "xlsx";
    const bool has_path = request.find("path") != nullptr;
    const bool has_text = request.find(workbook ? "base64" : "text") != nullptr;
    if (!workbook && request.find("base64")) refuse(domain::No::Invalid, "/base64", "import.base64-format");
    if (!workbook && request.find("sheet"))
        refuse(domain::No::Invalid, "/sheet", "import.sheet-format", {{"value", request.text_or("format")}});
    if (workbook && request.find("text")) refuse(domain::No::Invalid, "/text", "import.text-format");
    if (has_path == has_text) refuse(domain::No::Invalid, "/path", "import.path-or-text");
    if (has_text && workbook) return decoded(request.text_or("base64"));
    if (has_text) return std::make_unique<std::istringstream>(request.text_or("text"));
    const std::string path = request.text_or("path");
    std::error_code unknown;
    const auto kind = std::filesystem::status(path, unknown).type();
    // A folder, a device or a pipe: it has no last byte, or one that never comes.
    if (std::filesystem::exists(std::filesystem::file_status(kind)) && kind != std::filesystem::file_type::regular)
        refuse(domain::No::Invalid, "/path", "import.no-regular-file", {{"value", path}});
    auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
    if (!*file) refuse(domain::No::NotFound, "/path", "import.no-file", {{"value", path}});
    return file;
}

intake::ListOptions list_options(const Call& call) {
    const json::Value& request = call.request();
    intake::ListOptions options;
    options.delimiter = request.text_or("format") == "tsv" ? '\t' : '\0';
    options.workbook = request.text_or("format") == "xlsx";
    options.sheet = request.text_or("sheet");
    options.windows_1252 = request.text_or("encoding") == "windows-1252";
    options.organisation = request.text_or("organisation");
    options.reference = request.text_or("reference");
    if (!options.reference.empty() && request.text_or("content") != "waarnemingen")
        refuse(domain::No::Invalid, "/reference", "import.reference-content", {{"value", options.reference}});
    options.today = call.today();
    const std::string mark = request.text_or("decimalMark");
    if (!mark.empty()) options.decimal_mark = mark.front();
    read_texts(request, "mapping", options.mapping);
    read_texts(request, "defaults", options.defaults);
    return options;
}

Report::Report(const Call& call) : call_(call), listed_(call.request().integer_or("listRefused", default_listed)) {
    summary.format = call.request().text_or("format");
}

void Report::count(Result result) {
    ++(result == Result::Added ? summary.added : result == Result::Changed ? summary.changed : summary.unchanged);
}

void Report::refuse(std::int64_t line, const std::string& reference, const std::vector<domain::Fault>& faults) {
    ++summary.refused;
    list(refused_, line, reference, faults);
}

void Report::warn(std::int64_t line, const std::string& reference, const std::vector<domain::Fault>& faults) {
    ++summary.warned;
    list(warned_, line, reference, faults);
}

json::Value Report::finish() {
    if (summary.added + summary.changed == 0) return answer(summary);
    const Committed committed = call_.write([&](store::Connection&) {
        Draft draft;
        draft.object = "register";
        draft.facts.import = summary;
        return draft;
    });
    json::Value shown = answer(*committed.entry.facts.import);
    shown.add("entry", committed.entry.seq);
    return shown;
}

void Report::list(Rows& rows, std::int64_t line, const std::string& reference,
                  const std::vector<domain::Fault>& faults) const {
    if (static_cast<std::int64_t>(rows.size()) >= listed_) return;
    json::Value shown(json::Object{});
    shown.add("line", line);
    if (!reference.empty()) shown.add("reference", reference);
    json::Value errors(json::List{});
    for (const domain::Fault& fault : faults) {
        render::Words words = fault.words;
        words["path"] = fault.path;
        json::Value& error = errors.append({});
        error.add("member", fault.path);
        error.add("rule", fault.rule);
        error.add("message", render::sentence(call_.language(), fault.rule, words));
    }
    shown.add("errors", std::move(errors));
    rows.emplace_back(line, std::move(shown));
}

json::Value Report::by_line(Rows rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    json::Value list(json::List{});
    for (auto& [line, row] : rows) list.append(std::move(row));
    return list;
}

json::Value Report::answer(const json::ImportSummary& done) {
    json::Value answer;
    answer.add("rows", done.rows);
    answer.add("added", done.added);
    answer.add("changed", done.changed);
    answer.add("unchanged", done.unchanged);
    answer.add("refused", done.refused);
    answer.add("warned", done.warned);
    answer.add("empty", done.rows - done.added - done.changed - done.unchanged - done.refused);
    answer.add("refusedRows", by_line(std::move(refused_)));
    answer.add("warnedRows", by_line(std::move(warned_)));
    return answer;
}

}  // namespace mvoi::operations::import
