// SPDX-License-Identifier: EUPL-1.2
// Lists of contracts: a whole file of tests/cases/, terms as people write them, what becomes of the rows in a register.
#include <algorithm>

#include "domain/contract/term.hpp"
#include "domain/refusal.hpp"
#include "import_support.hpp"
#include "intake/table/lists.hpp"
#include "intake/value/lengths.hpp"
#include "support/register.hpp"

namespace import_contracts_test {

namespace {

using namespace mvoi;
using namespace mvoi::intake;

ListOptions options() {
    ListOptions options;
    options.organisation = "gm0344";
    options.today = domain::Date(2026, 11, 21);
    return options;
}

std::string read_term(const std::string& member, const std::string& text) {
    if (member == "length") {
        const auto length = read_length(text);
        return length ? std::to_string(length->count) + " " + std::string(code_of(length->unit)) : "";
    }
    if (member == "months") {
        const auto months = read_months(text);
        return months ? std::to_string(*months) : "";
    }
    if (member == "renewal") {
        const auto renewal = read_renewal(text);
        if (!renewal) return "";
        std::string line = renewal->kind ? std::string(code_of(*renewal->kind)) : "?";
        if (renewal->months) line += " " + std::to_string(*renewal->months);
        if (renewal->times) line += " x " + std::to_string(*renewal->times);
        return line;
    }
    const auto months = read_options(text);
    std::string line;
    for (const int each : months.value_or(std::vector<int>()))
        line += (line.empty() ? "" : ", ") + std::to_string(each);
    return line;
}

std::string import_text(const std::string& csv) {
    json::Value request;
    request.add("format", "csv");
    request.add("content", "contracten");
    request.add("organisation", "gm0344");
    request.add("text", csv);
    request.add("today", "2026-11-21");
    return json::write(request);
}

}  // namespace

TEST_CASE("a contract register is read as tests/cases/import_contracts.txt says", "[import][contract]") {
    const auto expected = import_test::lines_of(read_file(MVOI_CASES "/import_contracts.txt"));
    std::istringstream input(read_file(MVOI_CASES "/import_contracts.csv"));
    const auto source = contract_rows(input, options());
    std::vector<std::string> lines;
    for (Row row; source->next(row);) {
        if (row.faults.empty())
            for (const auto& fault : json::check(json::schema("contract.sign.request"), row.request))
                FAIL_CHECK("line " << row.line << ": " << fault.path << " " << fault.rule);
        for (const std::string& line : import_test::text_of(row)) lines.push_back(line);
    }
    for (std::size_t i = 0; i < std::max(lines.size(), expected.size()); ++i)
        CHECK((i < lines.size() ? lines[i] : "(nothing)") == (i < expected.size() ? expected[i] : "(nothing)"));
}

TEST_CASE("terms are read as tests/cases/import_terms.txt says", "[import][contract]") {
    for (const auto& [line, cells] : read_table("import_terms.txt")) {
        INFO("import_terms.txt line " << line << ": \"" << cells[1] << "\"");
        REQUIRE(cells.size() == 3);
        CHECK(read_term(cells[0], cells[1]) == cells[2]);
    }
}

TEST_CASE("headers are found in English too, and what is missing is said once", "[import][contract]") {
    std::istringstream english(
        "contract number,description,kind,start date,end date,notice\nA,b,dienst,2026-01-01,,1 month\n");
    const auto source = contract_rows(english, options());
    Row row;
    REQUIRE(source->next(row));
    CHECK(json::write(row.request).find(R"("notice":{"count":1,"unit":"months"})") != std::string::npos);
    std::istringstream poor("omschrijving\nx\n");
    CHECK_THROWS_AS(contract_rows(poor, options()), domain::Refusal);
}

TEST_CASE("contracts are imported, and the same rows again change nothing", "[import][contract]") {
    TestRegister store;
    const std::string csv = read_file(MVOI_CASES "/import_contracts.csv");
    const auto first = store.call("register.import", import_text(csv));
    CHECK(text_at(first, "/added") == "6");
    CHECK(text_at(first, "/refused") == "3");
    CHECK(text_at(first, "/refusedRows/0/reference") == "C-004");
    const std::string head = store.head();
    const auto again = store.call("register.import", import_text(csv));
    CHECK(text_at(again, "/unchanged") == "6");
    CHECK(store.head() == head);
    // A decision recorded here stays when the row changes at its source.
    store.call("contract.change",
               R"({"organisation":"gm0344","reference":"C-002","optionDecided":{"number":1,"decision":"gelicht"},)"
               R"("today":"2026-11-22"})");
    const auto changed = store.call(
        "register.import", import_text("contractnummer;omschrijving;soort;ingangsdatum;looptijd;opties;leverancier\n"
                                       "C-002;Meubels;levering;01-03-2026;2 jaar;2 x 1 jaar;Stoel & Zn\n"));
    CHECK(text_at(changed, "/changed") == "1");
    const auto contract =
        store.call("contract.get", R"({"organisation":"gm0344","reference":"C-002","today":"2026-11-22"})");
    CHECK(text_at(contract, "/title") == "Meubels");
    CHECK(text_at(contract, "/course/end/date") == "2029-02-28");
    store.check_sound();
}

TEST_CASE("a term that contradicts itself refuses its row with a reason", "[import][contract]") {
    TestRegister store;
    const auto answer =
        store.call("register.import", import_text("contractnummer;omschrijving;soort;ingangsdatum;einddatum\n"
                                                  "C-1;x;dienst;01-01-2026;31-12-2025\n"));
    CHECK(text_at(answer, "/refusedRows/0/errors/0/rule") == "term.end-before-start");
    CHECK(store.refusal("register.import", R"({"format":"ted-jsonl","content":"contracten","text":"{}"})") ==
          std::set<std::string>{"import.contracts-format"});
}

}  // namespace import_contracts_test
