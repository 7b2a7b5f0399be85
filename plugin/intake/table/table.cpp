// SPDX-License-Identifier: EUPL-1.2
#include "intake/table/table.hpp"

#include <algorithm>

#include "domain/refusal.hpp"
#include "intake/table/csv.hpp"
#include "intake/text/text.hpp"
#include "intake/value/codes.hpp"
#include "intake/value/date_forms.hpp"
#include "intake/value/lengths.hpp"
#include "intake/value/names.hpp"
#include "intake/value/numbers.hpp"
#include "intake/value/words.hpp"
#include "intake/workbook/sheet.hpp"
#include "json/key.hpp"

namespace mvoi::intake {

using domain::Fault;
using domain::No;
using domain::Refusal;

namespace {

std::unique_ptr<RecordSource> records_of(std::istream& input, const ListOptions& options) {
    if (options.workbook) return std::make_unique<SheetReader>(input, options.sheet);
    return std::make_unique<CsvReader>(input, options.delimiter, options.windows_1252);
}

// "3 jaar" and "36 maanden" are the same; so is what differs in case, accents or signs alone.
bool is_same_text(const std::string& one, const std::string& other) {
    const auto length = read_length(one);
    return folded(one) == folded(other) || (length && length == read_length(other));
}

}  // namespace

Table::Table(std::istream& input, ListOptions options, Content content)
    : options_(std::move(options)),
      content_(content),
      records_(records_of(input, options_)),
      columns_(find_header(content), options_.mapping, content) {
    look_through(input);
}

// The whole list once, for what its columns show; then from its header on again.
void Table::look_through(std::istream& input) {
    bool any = false;
    for (const Member member : columns_.members()) any = any || is_day(member) || member == Member::EstimatedValue;
    if (!any) return;
    try {
        while (read_record())
            if (record_.rule.empty()) look_at_record();
    } catch (const Refusal&) {  // it is said where the rows are read
    }
    ahead_.clear();
    records_.reset();
    input.clear();
    input.seekg(0);
    records_ = records_of(input, options_);
    do {
        if (!records_->next(record_)) return;
    } while (record_.line < header_line_);
}

void Table::look_at_record() {
    const auto show = [this](bool shows, std::string_view text, Shown& place) {
        if (shows && place.line == 0) place = {record_.line, std::string(trimmed(text))};
    };
    for (const Member member : columns_.members()) {
        if (!is_day(member) && member != Member::EstimatedValue) continue;
        for (const std::size_t column : columns_.all_of(member)) {
            if (column >= record_.size() || (column < record_.numbers.size() && record_.numbers[column])) continue;
            const std::string_view text = record_.cell(column);
            if (is_day(member)) {
                if (day_order(text) == DayOrder::MonthFirst) show(true, text, styles_[column].month_first);
                continue;
            }
            const AmountMarks marks = marks_in(text);
            ColumnStyle& style = styles_[column];
            for (const auto& [use, mark] :
                 {std::pair(marks.point, &style.point), std::pair(marks.comma, &style.comma)}) {
                show(use.decimal, text, mark->decimal);
                show(use.thousands, text, mark->thousands);
                show(use.either, text, mark->either);
            }
        }
    }
}

namespace {

using date_rule::month_first;
constexpr std::string_view two_amounts = "import.value-two-things";

// A cell that shows that this mark is no separator of thousands here, or may be none; nullptr: none does.
const Shown* against_thousands(const ColumnStyle::Mark& mark, const ColumnStyle::Mark& other) {
    if (mark.decimal.line) return &mark.decimal;
    if (other.thousands.line) return &other.thousands;
    const bool decided = mark.thousands.line || other.decimal.line;
    return other.either.line && !decided ? &other.either : nullptr;
}

const Shown* against(const ColumnStyle& style, const AmountMarks& marks) {
    const Shown* proof = marks.point.either ? against_thousands(style.point, style.comma) : nullptr;
    return proof || !marks.comma.either ? proof : against_thousands(style.comma, style.point);
}

}  // namespace

std::string_view Table::doubt_of(Member member, std::string_view text) const {
    const auto style = styles_.find(column_of(member));
    if (style == styles_.end() || is_number(member)) return {};
    if (is_day(member))
        return style->second.month_first.line && day_order(text) == DayOrder::Either ? month_first : std::string_view();
    return against(style->second, marks_in(text)) ? two_amounts : std::string_view();
}

// The row of the column that leaves the cell in doubt.
void Table::add_proof(Member member, std::string_view rule, std::map<std::string, std::string>& words) const {
    if (rule != month_first && rule != two_amounts) return;
    const ColumnStyle& style = styles_.at(column_of(member));
    const Shown* proof = rule == month_first ? &style.month_first : against(style, marks_in(cell(member)));
    if (!proof) return;
    words["line"] = std::to_string(proof->line);
    words["other"] = shown(proof->text);
}

DateReading Table::date_in(Member member, std::string_view text) const {
    const std::string_view doubt = doubt_of(member, text);
    return doubt.empty() ? read_date(text) : DateReading{{}, false, doubt};
}

bool Table::read_record() {
    if (ahead_.empty()) return records_->next(record_);
    record_ = std::move(ahead_.front());
    ahead_.pop_front();
    return true;
}

bool Table::next_record(Row& row) {
    if (!read_record()) return false;
    row = Row{};
    row.line = record_.line;
    row.started_on = options_.today;
    if (!record_.rule.empty()) return true;
    // Cells that a sheet leaves out at the end of a row are empty.
    if (options_.workbook && record_.size() < columns_.size())
        record_.ends.resize(columns_.size(), record_.text.size());
    if (record_.hidden) row.warnings.push_back({"", "import.hidden-row", {}});
    for (const std::size_t column : record_.merged)
        if (column < columns_.size() && columns_.uses()[column].member)
            row.warnings.push_back(
                {columns_.uses()[column].header, "import.merged-cell", {{"value", shown(record_.cell(column))}}});
    for (std::size_t i = 0; i < std::min(columns_.size(), record_.size()); ++i)
        if (columns_.uses()[i].header.empty() && !trimmed(record_.cell(i)).empty()) filled_.insert(i);
    settle_columns(row);
    return true;
}

Account Table::account_of_list() const {
    Account account{header_line_, {}, records_->remarks()};
    constexpr std::size_t many = 3;
    if (const auto other = other_content(many))
        account.remarks.push_back({"", "import.content-perhaps", {{"value", std::string(other->first)}}});
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (columns_.uses()[i].member && records_->is_hidden(i))
            account.remarks.push_back({columns_.uses()[i].header, "import.hidden-column", {}});
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (!columns_.uses()[i].header.empty() || filled_.contains(i)) account.columns.push_back(columns_.uses()[i]);
    return account;
}

std::vector<std::string> Table::headers_of_record() const {
    std::vector<std::string> headers;
    for (std::size_t i = 0; i < record_.size(); ++i) headers.push_back(tidy(record_.cell(i)));
    return headers;
}

// Titles above a list look like no header: few of their cells are the header of a column.
bool Table::is_header(const std::vector<std::string>& headers, Content content) const {
    const std::size_t few = 3;
    try {
        const Columns columns(headers, options_.mapping, content);
        return !options_.mapping.empty() || columns.members().size() >= few;
    } catch (const Refusal&) {
        return false;  // a header that was mapped is not among them
    }
}

// The first row; or, where that has no known headers, the first of those below it that has. Where the request names the
// row, that one.
std::vector<std::string> Table::find_header(Content content) {
    constexpr std::size_t most_above = 30;
    if (!records_->next(record_)) throw Refusal(No::Invalid, Fault{"", "import.no-header", {}});
    while (options_.header_row > record_.line) {
        if (records_->next(record_)) continue;
        throw Refusal(No::Invalid,
                      Fault{"/headerRow", "import.header-row", {{"value", std::to_string(options_.header_row)}}});
    }
    if (options_.header_row && record_.line != options_.header_row)
        throw Refusal(No::Invalid,
                      Fault{"/headerRow", "import.header-row", {{"value", std::to_string(options_.header_row)}}});
    if (options_.header_row == 0 && record_.rule.empty() && !is_header(headers_of_record(), content)) {
        const Record first = record_;
        std::deque<Record> read;
        bool found = false;
        while (!found && read.size() < most_above && records_->next(record_)) {
            found = record_.rule.empty() && is_header(headers_of_record(), content);
            if (!found) read.push_back(record_);
        }
        if (!found) {
            record_ = first;
            ahead_ = std::move(read);
        }
    }
    if (!record_.rule.empty()) throw Refusal(No::Invalid, Fault{"", std::string(record_.rule), line_words()});
    header_line_ = record_.line;
    for (std::size_t i = 0; i < record_.size(); ++i)
        if (is_broken(trimmed(record_.cell(i))))
            throw Refusal(No::Invalid, Fault{"/encoding", "import.encoding", {{"value", shown(record_.cell(i))}}});
    return headers_of_record();
}

// One header over several columns: the one that is filled in counts, and where two are, they must say the same.
void Table::settle_columns(Row& row) {
    settled_.clear();
    for (const Member member : columns_.members()) {
        const auto& columns = columns_.all_of(member);
        if (columns.size() < 2) continue;
        std::size_t chosen = columns.front();
        std::string before;
        for (const std::size_t column : columns) {
            if (column >= record_.size() || trimmed(record_.cell(column)).empty()) continue;
            const std::string text = with_unit(record_.cell(column), columns_.unit_of(column));
            if (!before.empty() && !is_same_text(before, text)) {
                warn(row, member, "import.columns-disagree", before, {{"other", shown(text)}});
                chosen = contradictory;
                break;
            }
            if (before.empty()) chosen = column;
            before = text;
        }
        settled_[member] = chosen;
    }
}

std::size_t Table::column_of(Member member) const {
    const auto settled = settled_.find(member);
    return settled == settled_.end() ? columns_.of(member) : settled->second;
}

// Of several columns, the one that the cell of this record stands in.
std::string Table::header_of(Member member) const {
    const std::size_t column = column_of(member);
    return column < columns_.size() ? columns_.uses()[column].header : columns_.header_of(member);
}

std::string_view Table::cell(Member member) const {
    const std::size_t column = column_of(member);
    if (column == contradictory) return "?";
    return column < record_.size() ? record_.cell(column) : std::string_view();
}

HeaderUnit Table::unit_of(Member member) const {
    const std::size_t column = column_of(member);
    return column < columns_.size() ? columns_.unit_of(column) : HeaderUnit::None;
}

void Table::say_unknown(Row& row, Member member) const {
    if (column_of(member) == contradictory) return;  // that was said
    warn(row, member, content_of(cell(member)) == CellContent::Error ? "import.cell-error" : "import.cell-unknown",
         cell(member));
}

std::map<std::string, std::string> Table::line_words() const {
    return {{"from", std::to_string(record_.line)}, {"to", std::to_string(record_.last_line)}};
}

Fault Table::column_needed(Member member) const {
    return {place_of(member), "import.column-needed", {{"headers", columns_.all()}}};
}

std::optional<std::pair<std::string_view, Columns>> Table::other_content(std::size_t more) const {
    static constexpr std::pair<Content, std::string_view> contents[] = {{Content::Tenders, "aanbestedingen"},
                                                                        {Content::Contracts, "contracten"},
                                                                        {Content::Observations, "waarnemingen"}};
    if (!options_.mapping.empty()) return std::nullopt;
    std::vector<std::string> headers;
    for (const ColumnUse& use : columns_.uses()) headers.push_back(use.header);
    for (const auto& [content, code] : contents) {
        if (content == content_) continue;
        Columns other(headers, {}, content);
        if (other.has(Member::Reference) && other.members().size() >= columns_.members().size() + more)
            return std::pair(code, std::move(other));
    }
    return std::nullopt;
}

void Table::refuse_other_content() const {
    const auto other = columns_.has(Member::Reference) ? std::nullopt : other_content(1);
    if (!other) return;
    const auto& [code, columns] = *other;
    throw Refusal(No::Invalid, Fault{"/content",
                                     "import.content-other",
                                     {{"value", std::string(code)},
                                      {"other", shown(columns.header_of(Member::Reference))},
                                      {"column", std::string(name_of(Member::Reference))}}});
}

void Table::refuse_if_any(std::vector<Fault> faults) {
    if (!faults.empty()) throw Refusal(No::Invalid, std::move(faults));
}

bool Table::is_whole(Row& row) const {
    if (!record_.rule.empty()) {
        row.faults.push_back({"", std::string(record_.rule), line_words()});
        return false;
    }
    const std::size_t expected = columns_.size();
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
    for (const Member member : columns_.members())
        if (is_broken(trimmed(cell(member)))) fault(row, member, "import.encoding", cell(member));
    return row.faults.empty();
}

void Table::fault(Row& row, Member member, std::string_view rule, std::string_view value) const {
    std::map<std::string, std::string> words{{"value", column_of(member) == contradictory ? "" : shown(value)}};
    add_proof(member, rule, words);
    row.faults.push_back({header_of(member), std::string(rule), std::move(words)});
}

void Table::warn(Row& row, Member member, std::string_view rule, std::string_view value,
                 std::map<std::string, std::string> words) const {
    if (value == "?" && column_of(member) == contradictory) return;  // that they disagree was said
    words["value"] = shown(value);
    add_proof(member, rule, words);
    row.warnings.push_back({header_of(member), std::string(rule), std::move(words)});
}

void Table::add_cut(Row& row, json::Value& object, std::string name, Member member, const std::string& text,
                    std::size_t most) const {
    const std::string_view kept = cut(text, most);
    if (kept.size() < text.size()) warn(row, member, "import.text-cut", text, {{"most", std::to_string(most)}});
    object.add(std::move(name), std::string(kept));
}

bool Table::is_named(Row& row, Member member, std::string_view text) const {
    const bool of_person = std::find(people.begin(), people.end(), member) != people.end();
    if (!is_no_name(text, header_of(member), of_person)) return true;
    warn(row, member, "import.no-name", text);
    return false;
}

void Table::add_organisation(Row& row, std::string_view text) const {
    if (options_.organisation.empty() && content_of(text) == CellContent::Error)
        return fault(row, Member::Organisation, "import.organisation-missing", text);
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
    if (is_shortened(text)) return fault(row, Member::Reference, "import.reference-shortened", text);
    std::string reference = json::key_of(text);
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
    const std::string_view doubt = doubt_of(Member::EstimatedValue, text);
    const AmountReading amount = doubt.empty() ? read_amount(text) : AmountReading{{}, {}, doubt};
    if (amount.rule.empty()) return amount;
    warn(row, Member::EstimatedValue, amount.rule, text);
    return std::nullopt;
}

}  // namespace mvoi::intake
