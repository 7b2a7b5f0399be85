// SPDX-License-Identifier: EUPL-1.2
#include "intake/workbook/sheet.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>

#include "domain/refusal.hpp"
#include "intake/text/text.hpp"

namespace mvoi::intake {

using domain::Fault;
using domain::No;
using domain::Refusal;
using Poco::XML::XMLStreamParser;

namespace {

constexpr std::uint64_t most_small = 8 * mebibyte, most_shared = 64 * mebibyte, most_sheet = 512 * mebibyte;
constexpr std::size_t most_row_bytes = mebibyte, most_columns = 16384;

std::size_t whole(std::string_view text, std::size_t otherwise) {
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? number : otherwise;
}

// Attributes of the element that was just begun, by name without prefix.
std::map<std::string, std::string> attributes(XMLStreamParser& parser) {
    std::map<std::string, std::string> found;
    for (const auto& [name, attribute] : parser.attributeMap()) found[name.localName()] = attribute.value;
    return found;
}

// Hands over each element as it begins.
void each_element(Package& package, const std::string& name,
                  const std::function<void(XMLStreamParser&, const std::string&)>& begun,
                  std::uint64_t most_bytes = most_small) {
    const auto part = package.open(name, most_bytes);
    try {
        XMLStreamParser parser(*part, name);
        for (auto event = parser.next(); event != XMLStreamParser::EV_EOF; event = parser.next())
            if (event == XMLStreamParser::EV_START_ELEMENT) begun(parser, parser.localName());
    } catch (const Poco::Exception&) {
        part->check();
        refuse_damaged();
    }
    part->check();
}

// The part that a relation of another names.
std::string target(const std::string& folder, const std::string& named) {
    return named.starts_with('/') ? named.substr(1) : folder + named;
}

std::size_t column_of(std::string_view reference, std::size_t otherwise) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
        if (column > most_columns) refuse_damaged();
    }
    return column == 0 ? otherwise : column - 1;
}

}  // namespace

SheetReader::SheetReader(std::istream& input, const std::string& sheet) : package_(input) {
    const std::string name = find_sheet(sheet);
    read_merged(name);
    part_ = package_.open(name, most_sheet);
    parser_ = std::make_unique<XMLStreamParser>(*part_, name);
}

SheetReader::~SheetReader() = default;

std::string SheetReader::find_sheet(const std::string& wanted) {
    std::string book;
    if (!package_.has("_rels/.rels")) throw Refusal(No::Invalid, Fault{"", "import.xlsx-not", {}});
    each_element(package_, "_rels/.rels", [&](XMLStreamParser& parser, const std::string& element) {
        auto found = attributes(parser);
        if (element == "Relationship" && found["Type"].ends_with("/officeDocument")) book = target("", found["Target"]);
    });
    const std::size_t slash = book.rfind('/');
    const std::string folder = slash == book.npos ? "" : book.substr(0, slash + 1);
    const std::string relations = folder + "_rels/" + book.substr(folder.size()) + ".rels";
    if (!package_.has(book) || !package_.has(relations)) throw Refusal(No::Invalid, Fault{"", "import.xlsx-not", {}});
    std::string id, names;
    std::vector<std::pair<std::string, bool>> sheets;  // name, hidden
    std::string taken;
    each_element(package_, book, [&](XMLStreamParser& parser, const std::string& element) {
        auto found = attributes(parser);
        if (element == "workbookPr") from_1904_ = found["date1904"] == "1" || found["date1904"] == "true";
        if (element != "sheet") return;
        names += (names.empty() ? "" : ", ") + shown(found["name"]);
        const bool hidden = !found["state"].empty() && found["state"] != "visible";
        sheets.emplace_back(found["name"], hidden);
        if (!id.empty() || (wanted.empty() ? hidden : found["name"] != wanted)) return;
        id = found["id"];
        taken = found["name"];
    });
    for (const auto& [sheet, hidden] : sheets) {
        if (sheet == taken) continue;
        std::string& line = hidden ? hidden_sheets_ : other_sheets_;
        line += (line.empty() ? "" : ", ") + shown(sheet);
    }
    if (id.empty() && wanted.empty()) throw Refusal(No::Invalid, Fault{"", "import.xlsx-empty", {}});
    if (id.empty())
        throw Refusal(No::Invalid,
                      Fault{"/sheet", "import.sheet-missing", {{"value", shown(wanted)}, {"sheets", names}}});
    std::string sheet, texts, styles;
    each_element(package_, relations, [&](XMLStreamParser& parser, const std::string& element) {
        auto found = attributes(parser);
        if (element != "Relationship") return;
        const std::string part = target(folder, found["Target"]);
        if (found["Id"] == id) sheet = part;
        if (found["Type"].ends_with("/sharedStrings")) texts = part;
        if (found["Type"].ends_with("/styles")) styles = part;
    });
    if (!styles.empty()) read_styles(styles);
    if (!texts.empty()) read_shared(texts);
    return sheet;
}

void SheetReader::read_styles(const std::string& name) {
    std::map<int, Shows> own;
    bool of_cells = false;
    each_element(package_, name, [&](XMLStreamParser& parser, const std::string& element) {
        auto found = attributes(parser);
        if (element == "numFmt") own[static_cast<int>(whole(found["numFmtId"], 0))] = shown_as(found["formatCode"]);
        if (element == "cellXfs" || element == "cellStyleXfs" || element == "cellStyles")
            of_cells = element == "cellXfs";
        if (element != "xf" || !of_cells) return;
        const int format = static_cast<int>(whole(found["numFmtId"], 0));
        styles_.push_back(own.contains(format) ? own[format] : shown_as_builtin(format));
    });
}

// Merged cells stand behind the rows they are about: a sheet that has them is read twice.
void SheetReader::read_merged(const std::string& name) {
    constexpr std::string_view wanted = "mergeCell";
    bool has = false;
    {
        const auto part = package_.open(name, most_sheet);
        std::string text(64 * 1024, '\0');
        std::size_t kept = 0;  // of the piece before, so that a word across two pieces is found
        while (!has && part->good()) {
            part->read(text.data() + kept, static_cast<std::streamsize>(text.size() - kept));
            const std::size_t size = kept + static_cast<std::size_t>(part->gcount());
            has = std::string_view(text).substr(0, size).find(wanted) != std::string_view::npos;
            kept = std::min(size, wanted.size());
            std::copy(text.begin() + static_cast<std::ptrdiff_t>(size - kept),
                      text.begin() + static_cast<std::ptrdiff_t>(size), text.begin());
        }
        part->check();
    }
    if (!has) return;
    each_element(
        package_, name,
        [&](XMLStreamParser& parser, const std::string& element) {
            auto found = attributes(parser);
            if (element == "mergeCell") merged_.add(found["ref"]);
        },
        most_sheet);
}

std::vector<Fault> SheetReader::remarks() const {
    std::vector<Fault> remarks;
    if (!hidden_sheets_.empty()) remarks.push_back({"", "import.sheets-hidden", {{"value", hidden_sheets_}}});
    if (!other_sheets_.empty()) remarks.push_back({"", "import.sheets-other", {{"value", other_sheets_}}});
    return remarks;
}

bool SheetReader::is_hidden(std::size_t column) const {
    const auto holds = [place = column + 1](const auto& each) { return each.first <= place && place <= each.second; };
    return std::any_of(hidden_columns_.begin(), hidden_columns_.end(), holds);
}

void SheetReader::read_shared(const std::string& name) {
    const auto part = package_.open(name, most_shared);
    try {
        XMLStreamParser parser(*part, name);
        bool in_text = false, sounded = false;  // its pronunciation is no part of it
        for (auto event = parser.next(); event != XMLStreamParser::EV_EOF; event = parser.next()) {
            if (event == XMLStreamParser::EV_CHARACTERS) {
                if (in_text && !sounded && !shared_.empty()) shared_.back() += parser.value();
                continue;
            }
            const bool begun = event == XMLStreamParser::EV_START_ELEMENT;
            if (begun) parser.attributeMap();
            if (parser.localName() == "si" && begun) shared_.emplace_back();
            if (parser.localName() == "t") in_text = begun;
            if (parser.localName() == "rPh") sounded = begun;
        }
    } catch (const Poco::Exception&) {
        part->check();
        refuse_damaged();
    }
    part->check();
}

void SheetReader::read_cell(Cell& cell) {
    bool in_value = false, in_formula = false, sounded = false;
    std::string formula;
    for (auto event = parser_->next(); event != XMLStreamParser::EV_EOF; event = parser_->next()) {
        if (event == XMLStreamParser::EV_CHARACTERS) {
            if (in_value && !sounded) cell.value += parser_->value();
            if (in_formula) formula += parser_->value();
            continue;
        }
        const bool begun = event == XMLStreamParser::EV_START_ELEMENT;
        if (begun) parser_->attributeMap();
        const std::string& name = parser_->localName();
        if (name == "v" || name == "t") in_value = begun;
        if (name == "f") in_formula = begun;
        if (name == "f") cell.formula = true;
        if (name == "rPh") sounded = begun;
        if (name == "c" && !begun) break;
    }
    // A formula that nobody worked out has no value; to pass over it would be to lose it.
    if (!cell.formula || !cell.value.empty() || cell.kind == "str") return;
    cell.kind = "str";
    cell.value = "=" + formula;
}

std::string SheetReader::text_of(const Cell& cell, bool& is_number) const {
    if (cell.kind == "s") {
        const std::size_t place = whole(cell.value, shared_.size());
        if (place >= shared_.size()) refuse_damaged();
        return shared_[place];
    }
    if (cell.kind == "b") return cell.value == "1" ? "ja" : "nee";
    if (cell.kind == "d") return cell.value;
    if (!cell.kind.empty() && cell.kind != "n") return cell.value;
    if (cell.value.empty()) return {};
    const Shows shows = cell.style < styles_.size() ? styles_[cell.style] : Shows::Number;
    is_number = shows == Shows::Number || shows == Shows::Percent;
    if (shows == Shows::Percent) return percent_text(cell.value);
    return is_number ? number_text(cell.value) : day_text(cell.value, shows, from_1904_);
}

// False at the end of the sheet; a row without content gives a record without cells.
bool SheetReader::read_row(Record& record) {
    record.text.clear();
    record.ends.clear();
    record.numbers.clear();
    record.merged.clear();
    record.rule = {};
    record.hidden = false;
    bool in_row = false, blank = true;
    for (auto event = parser_->next(); event != XMLStreamParser::EV_EOF; event = parser_->next()) {
        if (event == XMLStreamParser::EV_CHARACTERS) continue;
        const bool begun = event == XMLStreamParser::EV_START_ELEMENT;
        const std::string name = parser_->localName();
        auto found = begun ? attributes(*parser_) : std::map<std::string, std::string>();
        if (name == "row" && begun) {
            in_row = true;
            line_ = static_cast<std::int64_t>(
                std::min<std::size_t>(whole(found["r"], static_cast<std::size_t>(line_ + 1)), std::size_t{1} << 30));
            record.line = record.last_line = line_;
            record.hidden = found["hidden"] == "1" || found["hidden"] == "true";
        } else if (name == "col" && begun && (found["hidden"] == "1" || found["hidden"] == "true")) {
            hidden_columns_.emplace_back(whole(found["min"], 1), whole(found["max"], 0));
        } else if (name == "c" && begun && in_row) {
            Cell cell{column_of(found["r"], record.size()), found["t"], {}, whole(found["s"], 0)};
            read_cell(cell);
            if (cell.column < record.size()) refuse_damaged();
            bool is_number = false;
            const std::string text = text_of(cell, is_number);
            if (text.empty() || !record.rule.empty()) continue;
            if (!trimmed(text).empty()) blank = false;
            record.ends.resize(cell.column, record.text.size());
            record.text += text;
            record.ends.push_back(record.text.size());
            record.numbers.resize(cell.column, false);
            record.numbers.push_back(is_number);
            if (record.text.size() > most_row_bytes) record.rule = "import.xlsx-row";
        } else if (name == "row" && in_row) {
            if (!record.rule.empty() || blank) record.ends.clear();
            merged_.apply(record);
            return true;
        }
    }
    return false;
}

bool SheetReader::next(Record& record) {
    if (ended_) return false;
    try {
        while (read_row(record))
            if (!record.ends.empty() || !record.rule.empty()) return true;
    } catch (const Poco::Exception&) {
        part_->check();
        refuse_damaged();
    }
    ended_ = true;
    part_->check();
    return false;
}

}  // namespace mvoi::intake
