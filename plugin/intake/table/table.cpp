// SPDX-License-Identifier: EUPL-1.2
#include "intake/table/table.hpp"

#include "domain/refusal.hpp"
#include "intake/table/csv.hpp"
#include "intake/text/text.hpp"
#include "intake/value/codes.hpp"
#include "intake/value/words.hpp"
#include "intake/workbook/sheet.hpp"

namespace mvoi::intake {

using domain::Fault;
using domain::No;
using domain::Refusal;

namespace {

std::unique_ptr<RecordSource> records_of(std::istream& input, const ListOptions& options) {
    if (options.workbook) return std::make_unique<SheetReader>(input, options.sheet);
    return std::make_unique<CsvReader>(input, options.delimiter, options.windows_1252);
}

}  // namespace

Table::Table(std::istream& input, ListOptions options, Content content)
    : options_(std::move(options)),
      records_(records_of(input, options_)),
      columns_(read_headers(), options_.mapping, content) {}

bool Table::next_record(Row& row) {
    if (!records_->next(record_)) return false;
    row = Row{};
    row.line = record_.line;
    row.started_on = options_.today;
    return true;
}

std::vector<std::string> Table::read_headers() {
    if (!records_->next(record_)) throw Refusal(No::Invalid, Fault{"", "import.no-header", {}});
    if (!record_.rule.empty()) throw Refusal(No::Invalid, Fault{"", std::string(record_.rule), line_words()});
    std::vector<std::string> headers;
    for (std::size_t i = 0; i < record_.size(); ++i) {
        if (is_broken(record_.cell(i)))
            throw Refusal(No::Invalid, Fault{"/encoding", "import.encoding", {{"value", shown(record_.cell(i))}}});
        headers.push_back(tidy(record_.cell(i)));
    }
    return headers;
}

std::map<std::string, std::string> Table::line_words() const {
    return {{"from", std::to_string(record_.line)}, {"to", std::to_string(record_.last_line)}};
}

Fault Table::column_needed(Member member) const {
    const std::string name(name_of(member));
    return {"/mapping/" + name, "import.column-needed", {{"value", name}, {"headers", columns_.all()}}};
}

void Table::refuse_if_any(std::vector<Fault> faults) {
    if (!faults.empty()) throw Refusal(No::Invalid, std::move(faults));
}

bool Table::is_whole(Row& row) const {
    if (!record_.rule.empty()) {
        row.faults.push_back({"", std::string(record_.rule), line_words()});
        return false;
    }
    const std::size_t expected = columns_.headers().size();
    bool whole = record_.size() >= expected;
    for (std::size_t i = expected; i < record_.size(); ++i) whole = whole && record_.cell(i).empty();
    if (whole) return true;
    auto words = line_words();
    words["found"] = std::to_string(record_.size());
    words["expected"] = std::to_string(expected);
    row.faults.push_back({"", record_.line == record_.last_line ? "import.cells" : "import.cells-of-lines", words});
    return false;
}

bool Table::is_in_encoding(Row& row) const {
    for (const Member member : columns_.members()) {
        if (is_broken(cell(member))) fault(row, member, "import.encoding", cell(member));
    }
    return row.faults.empty();
}

void Table::fault(Row& row, Member member, std::string_view rule, std::string_view value) const {
    row.faults.push_back({columns_.header_of(member), std::string(rule), {{"value", shown(value)}}});
}

void Table::warn(Row& row, Member member, std::string_view rule, std::string_view value,
                 std::map<std::string, std::string> words) const {
    words["value"] = shown(value);
    row.warnings.push_back({columns_.header_of(member), std::string(rule), std::move(words)});
}

void Table::add_cut(Row& row, json::Value& object, std::string name, Member member, const std::string& text,
                    std::size_t most) const {
    const std::string_view kept = cut(text, most);
    if (kept.size() < text.size()) warn(row, member, "import.text-cut", text, {{"most", std::to_string(most)}});
    object.add(std::move(name), std::string(kept));
}

void Table::add_organisation(Row& row, std::string_view text) const {
    std::string code = !options_.organisation.empty() ? options_.organisation
                       : is_organisation(text)        ? std::string(text)
                                                      : slug(text, max_organisation);
    if (code.empty()) return fault(row, Member::Organisation, "import.organisation-missing", text);
    row.request.add("organisation", std::move(code));
}

void Table::add_reference(Row& row, std::string_view text) const {
    // A dash or "n.t.b." is no number: every row that has it would be one and the same tender.
    if (content_of(text) != CellContent::Something)
        return fault(row, Member::Reference, "import.reference-missing", text);
    std::string reference = tidy(text);
    if (cut(reference, max_reference).size() < reference.size())
        return fault(row, Member::Reference, "import.reference-too-long", reference);
    row.request.add("reference", std::move(reference));
}

void Table::add_kind(Row& row, std::string_view text) const {
    const std::string_view kind = read_kind(text);
    if (kind.empty()) return fault(row, Member::Kind, "import.kind-unknown", text);
    row.request.add("kind", kind);
}

std::optional<AmountReading> Table::euros(Row& row, std::string_view text, std::string_view currency) const {
    const std::string unit = folded(currency);
    if (!unit.empty() && unit != "eur" && unit != "euro") {
        warn(row, Member::EstimatedValue, "import.value-currency", std::string(text) + " " + unit);
        return std::nullopt;
    }
    const AmountReading amount = read_amount(text);
    if (amount.rule.empty()) return amount;
    warn(row, Member::EstimatedValue, amount.rule, text);
    return std::nullopt;
}

}  // namespace mvoi::intake
