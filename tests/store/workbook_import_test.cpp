// SPDX-License-Identifier: EUPL-1.2
// Workbooks as lists (register.import, format xlsx): what cells hold is what was typed, and what is no workbook, or a
// hostile one, is refused in a sentence.
#include <Poco/Base64Encoder.h>
#include <Poco/Zip/Compress.h>

#include <sstream>

#include "intake/workbook/cells.hpp"
#include "support/register.hpp"

namespace workbook_import_test {

using namespace mvoi;
using namespace mvoi::intake;

namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string zipped(const Parts& parts) {
    std::ostringstream bytes;
    Poco::Zip::Compress archive(bytes, true);
    for (const auto& [name, content] : parts) {
        std::istringstream input(content);
        archive.addFile(input, Poco::DateTime(1980, 1, 1), Poco::Path(name, Poco::Path::PATH_UNIX));
    }
    archive.close();
    return bytes.str();
}

const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

// A workbook with a hidden sheet before the one that counts; styles 0 general, 1 a day, 2 a month.
Parts workbook(const std::string& rows, const std::string& calendar = "0") {
    return {{"_rels/.rels", "<Relationships><Relationship Id='a' Type='" + relation +
                                "/officeDocument' Target='xl/workbook.xml'/></Relationships>"},
            {"xl/workbook.xml", "<workbook xmlns:r='" + relation + "'><workbookPr date1904='" + calendar +
                                    "'/><sheets><sheet name='x' state='hidden' r:id='r9'/><sheet name='Opgave' "
                                    "r:id='r1'/></sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels",
             "<Relationships><Relationship Id='r1' Type='" + relation +
                 "/worksheet' Target='/xl/worksheets/s.xml'/><Relationship Id='r2' Type='" + relation +
                 "/sharedStrings' Target='texts.xml'/><Relationship Id='r3' Type='" + relation +
                 "/styles' Target='styles.xml'/></Relationships>"},
            {"xl/texts.xml", "<sst><si><t>C-1</t></si><si><r><t>brand</t></r><r><t>stof</t></r></si></sst>"},
            {"xl/styles.xml",
             "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[$-413]yyyy\\-mm'/></numFmts><cellStyleXfs><xf "
             "numFmtId='1'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf "
             "numFmtId='164'/></cellXfs></styleSheet>"},
            {"xl/worksheets/s.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

std::string text(const std::string& cell, const std::string& value) {
    return "<c r='" + cell + "' t='inlineStr'><is><t>" + value + "</t></is></c>";
}

const std::string header = "<row r='3'>" + text("A3", "contract") + text("B3", "belofte") + text("C3", "van") +
                           text("D3", "tot en met") + text("E3", "waarde") + text("F3", "bron") + "</row>";

std::string request(const std::string& bytes, const std::string& more = "") {
    std::ostringstream text;
    Poco::Base64Encoder encoder(text);
    encoder.rdbuf()->setLineLength(0);
    encoder << bytes;
    encoder.close();
    return R"({"format":"xlsx","content":"waarnemingen","organisation":"gm0344","base64":")" + text.str() +
           R"(","today":"2028-03-01")" + more + "}";
}

void sign(TestRegister& store) {
    store.call("contract.sign", signing(R"([{"theme":"klimaat","kpi":"co2-uitstoot","target":"40","clause":"7"}])",
                                        {{"/title", "Vervoer"}}));
}

std::string row(int line, const std::string& from, const std::string& to, const std::string& value) {
    const std::string at = std::to_string(line);
    return "<row r='" + at + "'><c r='A" + at + "' t='s'><v>0</v></c><c r='B" + at + "'><v>1</v></c><c r='C" + at +
           "' s='1'><v>" + from + "</v></c><c r='D" + at + "' s='1'><v>" + to + "</v></c>" + value + "</row>";
}

}  // namespace

TEST_CASE("numbers of a spreadsheet are what was typed", "[workbook]") {
    CHECK(number_text("0.30000000000000004") == "0.3");
    CHECK(number_text("1.1000000000000001") == "1.1");
    CHECK(number_text("1.234") == "1.2340");
    CHECK(number_text("-1.5E-3") == "-0.0015");
    CHECK(number_text("1E+6") == "1000000");
    CHECK(number_text("999999999999.123") == "999999999999.1230");
    CHECK(number_text("0") == "0");
    CHECK(number_text("1e400") == "1e400");
    CHECK(number_text("x") == "x");
}

TEST_CASE("percents of a spreadsheet are the number that was typed before the sign", "[workbook]") {
    CHECK(shown_as("0%") == Shows::Percent);
    CHECK(shown_as("0.00%") == Shows::Percent);
    CHECK(shown_as("0\"%\"") == Shows::Number);
    CHECK(shown_as_builtin(9) == Shows::Percent);
    CHECK(shown_as_builtin(10) == Shows::Percent);
    CHECK(percent_text("0.98") == "98");
    CHECK(percent_text("0.125") == "12.5");
    CHECK(percent_text("1") == "100");
    CHECK(percent_text("-0.005") == "-0.5");
    CHECK(percent_text("0.00001") == "0.0010");
    CHECK(percent_text("0") == "0");
    CHECK(percent_text("x") == "x");
}

TEST_CASE("days of a spreadsheet are days by their number format", "[workbook]") {
    CHECK(shown_as("dd/mm/yyyy") == Shows::Day);
    CHECK(shown_as("[$-413]mmm yy") == Shows::Month);
    CHECK(shown_as("yyyy") == Shows::Year);
    CHECK(shown_as("[h]:mm") == Shows::Number);
    CHECK(shown_as("0.00\"dag\"") == Shows::Number);
    CHECK(shown_as_builtin(14) == Shows::Day);
    CHECK(shown_as_builtin(2) == Shows::Number);
    CHECK(day_text("46388", Shows::Day, false) == "2027-01-01");
    CHECK(day_text("46388.75", Shows::Month, false) == "2027-01");
    CHECK(day_text("44926", Shows::Day, true) == "2027-01-01");
    CHECK(day_text("59", Shows::Day, false) == "1900-02-28");
    CHECK(day_text("60", Shows::Day, false) == "60");
    CHECK(day_text("61", Shows::Day, false) == "1900-03-01");
}

TEST_CASE("a workbook is read as a list: gaps, shared texts, formulas, days; a wrong row has its number",
          "[workbook]") {
    TestRegister store;
    sign(store);
    const std::string rows =
        header +
        row(4, "46388", "46418", "<c r='E4'><f>A1*2</f><v>0.30000000000000004</v></c><c r='F4' t='s'><v>1</v></c>") +
        row(7, "46419", "46446", "<c r='E7'><v>1.234</v></c>") + row(8, "46447", "46477", "") +
        row(9, "46447", "46477", "<c r='E9'><f>SUM(A1)</f></c>") +
        row(10, "46447", "46477", "<c r='E10' t='e'><v>#DIV/0!</v></c>") +
        row(11, "46447", "46477", text("E11", "1.234")) +
        row(12, "46447", "46477", "<c r='E12'><v>3</v></c><c r='G12'><v>9</v></c>");
    const auto answer = store.call("register.import", request(zipped(workbook(rows)), R"(,"decimalMark":",")"));
    CHECK(text_at(answer, "/rows") == "7");
    CHECK(text_at(answer, "/added") == "3");  // with the comma for decimals, the text 1.234 is a thousand and more
    CHECK(text_at(answer, "/refusedRows/0/line") == "9");
    CHECK(text_at(answer, "/refusedRows/1/line") == "10");
    CHECK(text_at(answer, "/refusedRows/2/line") == "12");
    CHECK(text_at(answer, "/refusedRows/2/errors/0/rule") == "import.cells");
    const auto got = store.call("contract.get", of_one("C-1", "2028-03-01"));
    CHECK(text_at(got, "/promises/0/standing/about/value") == "1235.534");
    CHECK(text_at(store.call("register.import", request(zipped(workbook(rows)), R"(,"decimalMark":",")")),
                  "/unchanged") == "3");
    // The other calendar of days, by its sheet's name.
    const auto moved = store.call(
        "register.import", request(zipped(workbook(header + row(4, "45016", "45045", "<c r='E4'><v>2</v></c>"), "1")),
                                   R"(,"sheet":"Opgave")"));
    CHECK(text_at(moved, "/added") == "1");
    store.check_sound();
}

TEST_CASE("merged cells, hidden rows, other sheets, errors and times of a workbook are understood or said",
          "[workbook]") {
    TestRegister store;
    const auto cells = [](int line, const std::vector<std::string>& texts, const std::string& more) {
        const std::string at = std::to_string(line);
        std::string row = "<row r='" + at + "'" + (line == 4 ? " hidden='1'" : "") + ">";
        for (std::size_t i = 0; i < texts.size(); ++i)
            if (!texts[i].empty()) row += text(std::string(1, static_cast<char>('A' + i)) + at, texts[i]);
        return row + more + "</row>";
    };
    const auto day = [](const std::string& cell, const std::string& serial) {
        return "<c r='" + cell + "' s='1'><v>" + serial + "</v></c>";
    };
    const std::string rows =
        cells(1, {"Contractregister"}, "") +
        cells(2, {"Contractnummer", "Omschrijving", "Soort", "Leverancier", "Ingangsdatum", "Einddatum"}, "") +
        cells(3, {"C-1", "a", "dienst", "Alfa"}, day("E3", "45658") + day("F3", "46752")) +
        cells(4, {"C-2", "b", "dienst"}, day("E4", "45658")) +
        cells(5, {"C-3", "c", "dienst", "Bel"}, day("E5", "45658") + day("F5", "46751.999444444446")) +
        cells(6, {"C-4", "d", "dienst"},
              "<c r='D6' t='e'><v>#REF!</v></c>" + day("E6", "45658") + "<c r='F6' t='e'><v>#N/A</v></c>") +
        cells(7, {"C-5", "e", "dienst"}, day("E7", "45658.25") + day("F7", "46752.00000001")) +
        "</sheetData><mergeCells count='3'><mergeCell ref='A1:F1'/><mergeCell ref='D3:D4'/><mergeCell "
        "ref='F3:F4'/></mergeCells><cols><col min='1' max='1' width='9'/><col min='6' max='16384' "
        "hidden='1'/></cols><sheetData>";
    json::Value asked = json::parse(request(zipped(workbook(rows))));
    *asked.find("content") = json::Value("contracten");
    const auto answer = store.call("register.import", json::write(asked));
    CHECK(counts(answer) == "4 0 0 1");
    CHECK(text_at(answer, "/headerRow") == "2");
    CHECK(text_at(answer, "/refusedRows/0/reference") == "C-3");
    CHECK(text_at(answer, "/refusedRows/0/errors/0/rule") == "import.date-midnight");
    std::set<std::string> remarks;
    for (const auto& each : answer.list_or_empty("remarks"))
        remarks.insert(each.text_or("rule") + " " + each.text_or("member") + " " + text_at(each, "/lines"));
    CHECK(remarks == std::set<std::string>{"import.sheets-hidden  (nothing)", "import.hidden-row  [4]",
                                           "import.merged-cell Leverancier [4]", "import.merged-cell Einddatum [4]",
                                           "import.cell-error Leverancier [6]", "import.end-unknown Einddatum [6]",
                                           "import.hidden-column Einddatum (nothing)",
                                           "import.renewal-unsaid  [3,4,6,7]"});
    const auto got = [&](const char* reference) { return store.call("contract.get", of_one(reference, "2026-12-01")); };
    CHECK(text_at(got("C-2"), "/suppliers/0/name") == "Alfa");
    CHECK(text_at(got("C-2"), "/course/end/date") == "2027-12-31");
    CHECK(text_at(got("C-4"), "/suppliers") == "[]");
    CHECK(text_at(got("C-4"), "/course/endUnknown") == "true");
    CHECK(text_at(got("C-5"), "/term/start") == "2025-01-01");
    CHECK(text_at(got("C-5"), "/course/end/date") == "2027-12-31");
    store.check_sound();
}

TEST_CASE("what is no workbook, or a hostile one, is refused and says what to do", "[workbook]") {
    TestRegister store;
    sign(store);
    const std::string whole = zipped(workbook(header + row(4, "46388", "46418", "<c r='E4'><v>2</v></c>")));
    const auto no = [&](const std::string& bytes) { return store.refusal("register.import", request(bytes)); };
    CHECK(no("contract;belofte") == Rules{"import.xlsx-not"});
    CHECK(no("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 oud") == Rules{"import.xlsx-old"});
    std::string locked = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    for (const char c : std::string("EncryptedPackage")) locked.append({c, '\0'});
    CHECK(no(locked) == Rules{"import.xlsx-encrypted"});
    CHECK(no(zipped({{"mimetype", "x"}, {"content.xml", "<x/>"}})) == Rules{"import.xlsx-ods"});
    CHECK(no(zipped({{"word/document.xml", "<x/>"}})) == Rules{"import.xlsx-not"});
    CHECK(no(whole.substr(0, whole.size() / 2)) == Rules{"import.xlsx-damaged"});
    auto parts = workbook(header);
    parts[1].second = "<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><w>&a;</w>";
    CHECK(no(zipped(parts)) == Rules{"import.xlsx-entities"});
    parts = workbook(header);
    parts[3].second = "<sst>" + std::string(80 * 1024 * 1024, ' ') + "</sst>";
    CHECK(no(zipped(parts)) == Rules{"import.xlsx-too-large"});
    parts = workbook(header);
    parts[5].second = "<worksheet>" + std::string(5 * 1024 * 1024, ' ') + "</worksheet>";
    CHECK(no(zipped(parts)) == Rules{"import.xlsx-too-large"});
    parts[5].second = "<worksheet><sheetData><row>";
    CHECK(no(zipped(parts)) == Rules{"import.xlsx-damaged"});
    CHECK(store.refusal("register.import", request(whole, R"(,"sheet":"Blad9")")) == Rules{"import.sheet-missing"});
    CHECK(store.refusal("register.import", R"({"format":"xlsx","text":"a"})") == Rules{"import.text-format"});
    CHECK(store.refusal("register.import", R"({"format":"csv","base64":"aa"})") == Rules{"import.base64-format"});
    // A folder opens as a file would, and cannot be read.
    for (const char* format : {"xlsx", "csv"})
        CHECK(store.refusal("register.import", R"({"format":")" + std::string(format) + R"(","path":")" + store.folder +
                                                   R"("})") == Rules{"import.no-regular-file"});
    // Any cut of a whole one is a proper no.
    for (std::size_t size = 0; size < whole.size(); size += 7) CHECK_FALSE(no(whole.substr(0, size)).empty());
}

}  // namespace workbook_import_test
