// SPDX-License-Identifier: EUPL-1.2
#include "operations/import/report.hpp"

#include <Poco/Base64Decoder.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>
#include <set>
#include <sstream>

#include "render/figures.hpp"
#include "render/sentences.hpp"
#include "store/engine.hpp"

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

constexpr std::size_t most_lines = 100;  // that a remark names

// "/objects/0/lots/12/value" is "/objects/lots/value": the same of many.
std::string without_indexes(const std::string& path) {
    std::string out;
    for (std::size_t at = 0; at < path.size();) {
        std::size_t end = std::min(path.find('/', at + 1), path.size());
        const std::string part = path.substr(at, end - at);
        if (part.size() < 2 || part[0] != '/' || part.find_first_not_of("0123456789", 1) != std::string::npos)
            out += part;
        at = end;
    }
    return out;
}

std::string money_of_cents(domain::Language language, const std::string& cents) {
    std::string digits(cents.size() < 3 ? 3 - cents.size() : 0, '0');
    digits += cents;
    return render::money_shown(language, digits.insert(digits.size() - 2, 1, '.'));
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
    errno = 0;
    auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
    if (!*file && errno == ENOMEM) throw std::bad_alloc();
    if (!*file && (errno == EMFILE || errno == ENFILE))
        throw store::StoreError(store::Trouble::Full, path + ": " + std::strerror(errno));
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
    options.header_row = request.integer_or("headerRow", 0);
    if (options.header_row && request.text_or("format") == "ted-jsonl")
        refuse(domain::No::Invalid, "/headerRow", "import.header-format", {{"value", request.text_or("format")}});
    const std::string mark = request.text_or("decimalMark");
    if (!mark.empty()) options.decimal_mark = mark.front();
    read_texts(request, "mapping", options.mapping);
    read_texts(request, "defaults", options.defaults);
    return options;
}

Report::Report(const Call& call) : call_(call), listed_(call.request().integer_or("listRefused", default_listed)) {
    summary.format = call.request().text_or("format");
}

void Report::count(Result result, std::int64_t rows) {
    (result == Result::Added ? summary.added : result == Result::Changed ? summary.changed : summary.unchanged) += rows;
}

void Report::refuse(std::int64_t line, const std::string& reference, const std::vector<domain::Fault>& faults) {
    ++summary.refused;
    list(refused_, line, reference, faults);
}

void Report::refuse(const intake::Row& row, std::vector<domain::Fault> faults, const intake::RowSource& list) {
    for (domain::Fault& fault : faults)
        if (fault.path.starts_with('/') && row.source.empty())
            fault.path = intake::header_of_path(fault.path, list.account());
    summary.refused += row.rows - 1;
    refuse(row.line, row.request.text_or("reference"), faults);
}

void Report::warn(const intake::Row& row) {
    ++summary.warned;
    std::vector<domain::Fault> each;  // a kind once in a row too: a notice may have a thousand lots
    std::set<std::pair<std::string, std::string>> said;
    for (const domain::Fault& fault : row.warnings) {
        const std::pair key(fault.rule, without_indexes(fault.path));
        if (!said.insert(key).second) continue;
        each.push_back(fault);
        Remark& remark = remarks_.try_emplace(key, Remark{fault}).first->second;
        if (remark.alike && remark.first.words != fault.words)
            remark.alike = message_of(remark.first) == message_of(fault);
        ++remark.count;
        if (remark.lines.size() < most_lines) remark.lines.push_back(row.line);
    }
    list(warned_, row.line, row.request.text_or("reference"), each);
}

void Report::keep(const intake::Row& row, const std::vector<KeptPart>& kept, const intake::RowSource& list) {
    for (const KeptPart& part : kept) {
        if (++kept_count_ > listed_) continue;
        const bool cents = part.path.ends_with("Cents");
        const auto shown = [&](const std::string& text) {
            return text.empty() ? render::sentence(call_.language(), "import.kept-nothing", {})
                   : cents      ? money_of_cents(call_.language(), text)
                                : text;
        };
        json::Value object(json::Object{});
        object.add("line", row.line);
        object.add("reference", row.request.text_or("reference"));
        object.add("member", part.path);
        object.add("register", part.in_register);
        object.add("list", part.in_list);
        object.add("message", render::sentence(call_.language(), "import.kept",
                                               {{"path", intake::header_of_path(part.path, list.account())},
                                                {"register", shown(part.in_register)},
                                                {"list", shown(part.in_list)}}));
        kept_.push_back(std::move(object));
    }
}

json::Value Report::finish(const intake::Account& account) {
    if (summary.added + summary.changed == 0) return answer(summary, account);
    const Committed committed = call_.write([&](store::Connection&) {
        Draft draft;
        draft.object = "register";
        draft.facts.import = summary;
        return draft;
    });
    json::Value shown = answer(*committed.entry.facts.import, account);
    shown.add("entry", committed.entry.seq);
    return shown;
}

std::string Report::message_of(const domain::Fault& fault) const {
    render::Words words = fault.words;
    words["path"] = fault.path;
    return render::sentence(call_.language(), fault.rule, words);
}

json::Value Report::error_of(const domain::Fault& fault) const {
    json::Value error(json::Object{});
    error.add("member", render::column_named(call_.language(), fault.path));
    error.add("rule", fault.rule);
    error.add("message", message_of(fault));
    return error;
}

// The cell of one row is not said of the others.
std::string Report::example_of(const Remark& remark) const {
    std::string message = message_of(remark.first);
    if (remark.alike) return message;
    const std::string column = render::column_named(call_.language(), remark.first.path) + ": ";
    const std::string place = message.starts_with(column) ? column : std::string();
    return place +
           render::sentence(call_.language(), "import.for-example",
                            {{"line", std::to_string(remark.lines.front())}, {"text", message.substr(place.size())}});
}

void Report::list(Rows& rows, std::int64_t line, const std::string& reference,
                  const std::vector<domain::Fault>& faults) const {
    if (static_cast<std::int64_t>(rows.size()) >= listed_) return;
    json::Value shown(json::Object{});
    shown.add("line", line);
    if (!reference.empty()) shown.add("reference", reference);
    json::Value errors(json::List{});
    for (const domain::Fault& fault : faults) errors.append(error_of(fault));
    shown.add("errors", std::move(errors));
    rows.emplace_back(line, std::move(shown));
}

json::Value Report::by_line(Rows rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    json::Value list(json::List{});
    for (auto& [line, row] : rows) list.append(std::move(row));
    return list;
}

// Every column: the member that it fills, or the reason why it fills none.
json::Value Report::columns_of(const intake::Account& account) const {
    json::Value list(json::List{});
    for (const intake::ColumnUse& use : account.columns) {
        json::Value& column = list.append(json::Object{});
        column.add("header", use.header);
        if (use.member) {
            column.add("member", std::string(intake::name_of(*use.member)));
            continue;
        }
        column.add("rule", std::string(use.why));
        column.add("message",
                   render::sentence(call_.language(), use.why, {{"value", use.header}, {"other", use.other}}));
    }
    return list;
}

json::Value Report::remarks_of(const intake::Account& account) const {
    json::Value list(json::List{});
    for (const domain::Fault& fault : account.remarks) list.append(error_of(fault)).add("count", std::int64_t{0});
    std::vector<const Remark*> remarks;
    for (const auto& [key, remark] : remarks_) remarks.push_back(&remark);
    std::stable_sort(remarks.begin(), remarks.end(),
                     [](const Remark* a, const Remark* b) { return a->lines.front() < b->lines.front(); });
    for (const Remark* each : remarks) {
        json::Value& remark = list.append(json::Object{});
        remark.add("member", render::column_named(call_.language(), each->first.path));
        remark.add("rule", each->first.rule);
        remark.add("message", example_of(*each));
        remark.add("count", each->count);
        json::Value lines(json::List{});
        for (const std::int64_t line : each->lines) lines.append(line);
        remark.add("lines", std::move(lines));
    }
    return list;
}

json::Value Report::answer(const json::ImportSummary& done, const intake::Account& account) {
    json::Value answer;
    answer.add("rows", done.rows);
    answer.add("added", done.added);
    answer.add("changed", done.changed);
    answer.add("unchanged", done.unchanged);
    answer.add("refused", done.refused);
    answer.add("warned", done.warned);
    answer.add("kept", kept_count_);
    answer.add("empty", done.rows - done.added - done.changed - done.unchanged - done.refused);
    if (account.header_line > 0) answer.add("headerRow", account.header_line);
    answer.add("columns", columns_of(account));
    answer.add("remarks", remarks_of(account));
    answer.add("refusedRows", by_line(std::move(refused_)));
    answer.add("warnedRows", by_line(std::move(warned_)));
    answer.add("keptParts", json::Value(std::move(kept_)));
    return answer;
}

}  // namespace mvoi::operations::import
