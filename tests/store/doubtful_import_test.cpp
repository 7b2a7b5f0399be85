// SPDX-License-Identifier: EUPL-1.2
// Cells of other people's lists that can mean two things, or that say nothing: none of them becomes a certain day,
// amount, number or renewal, and each is said.
#include "support/days.hpp"
#include "support/register.hpp"

namespace doubtful_import_test {

namespace {

using namespace mvoi;

const std::string plain_header = "Contract nr.;Contractomschrijving;Soort;Ingang;Einddatum";

json::Value import_list(TestRegister& store, const std::string& text, const std::string& organisation = "gm0344") {
    return store.call("register.import", request({{"/format", "csv"},
                                                  {"/content", "contracten"},
                                                  {"/organisation", organisation},
                                                  {"/text", text},
                                                  {"/today", "2026-12-01"}}));
}

json::Value contract_of(TestRegister& store, const std::string& reference) {
    return store.call("contract.get", request({{"/organisation", "gm0344"}, {"/reference", reference}}));
}

// "Einddatum: 3 [2,4]": the column of a remark, and its rows.
std::string remark_of(const json::Value& answer, const std::string& rule) {
    for (const json::Value& each : answer.list_or_empty("remarks"))
        if (each.text_or("rule") == rule)
            return text_at(each, "/member") + ": " + text_at(each, "/count") + " " + text_at(each, "/lines");
    return "";
}

std::string refusals(const json::Value& answer) {
    std::string all;
    for (const json::Value& row : answer.list_or_empty("refusedRows")) {
        all += (all.empty() ? "" : ", ") + text_at(row, "/reference");
        for (const json::Value& each : row.list_or_empty("errors"))
            all += " " + text_at(each, "/member") + " " + each.text_or("rule");
    }
    return all;
}

}  // namespace

TEST_CASE("a renewal that a list does not speak of is unknown, and not none", "[import]") {
    TestRegister store;
    const auto silent = import_list(store, plain_header + "\nS-1;x;dienst;01-01-2025;31-12-2027\n");
    CHECK(counts(silent) == "1 0 0 0");
    CHECK(text_at(contract_of(store, "S-1"), "/term/unknown") == R"(["renewal"])");
    CHECK(remark_of(silent, "import.renewal-unsaid").ends_with(": 1 [2]"));
    const auto tacit = import_list(store, plain_header +
                                              ";Stilzwijgend\n"
                                              "T-1;x;dienst;01-01-2025;31-12-2027;nvt\n"
                                              "T-2;x;dienst;01-01-2025;31-12-2027;n.v.t.\n"
                                              "T-3;x;dienst;01-01-2025;31-12-2027;-\n"
                                              "T-4;x;dienst;01-01-2025;31-12-2027;\n"
                                              "T-5;x;dienst;01-01-2025;31-12-2027;nee\n"
                                              "T-6;x;dienst;01-01-2025;31-12-2027;N\n"
                                              "T-7;x;dienst;01-01-2025;onbepaalde tijd;\n");
    CHECK(counts(tacit) == "7 0 0 0");
    for (const char* reference : {"T-1", "T-2", "T-3", "T-4"})
        CHECK(text_at(contract_of(store, reference), "/term/unknown") == R"(["renewal"])");
    for (const char* reference : {"T-5", "T-6", "T-7"})
        CHECK(text_at(contract_of(store, reference), "/term/unknown") == "(nothing)");
    for (const char* header : {"Verlengen", "Verlenging?", "Verlenging"}) {
        INFO(header);
        TestRegister other;
        const auto answer = import_list(other, plain_header + ";" + header +
                                                   "\nV-1;x;dienst;01-01-2025;31-12-2027;nee\n"
                                                   "V-2;x;dienst;01-01-2025;31-12-2027;\n");
        CHECK(text_at(contract_of(other, "V-1"), "/term/unknown") == "(nothing)");
        CHECK(text_at(contract_of(other, "V-2"), "/term/unknown") == R"(["renewal"])");
        CHECK(remark_of(answer, "import.renewal-unsaid") == std::string(header) + ": 1 [3]");
    }
    // "Ja" and a number say that there are options, and not how long they are.
    import_list(store, plain_header +
                           ";Verlenging;Optie\n"
                           "O-1;x;dienst;01-01-2025;31-12-2027;geen;2 x 1 jaar\n"
                           "O-2;x;dienst;01-01-2025;31-12-2027;geen;ja\n"
                           "O-3;x;dienst;01-01-2025;31-12-2027;geen;2\n");
    CHECK(text_at(contract_of(store, "O-1"), "/term/options/1/months") == "12");
    for (const char* reference : {"O-2", "O-3"})
        CHECK(text_at(contract_of(store, reference), "/term/unknown") == R"(["options"])");
    store.check_sound();
}

TEST_CASE("what the register knows of a term is not called unknown because a list is silent on it", "[import]") {
    TestRegister store;
    const std::string full = plain_header + ";Verlenging\nK-1;x;dienst;01-01-2025;31-12-2027;geen\n";
    import_list(store, full);
    const auto silent = import_list(store, plain_header + "\nK-1;y;dienst;01-01-2025;\n");
    CHECK(counts(silent) == "0 1 0 0");
    CHECK(remark_of(silent, "import.end-stays") == "Einddatum: 1 [2]");
    CHECK(remark_of(silent, "import.renewal-stays").ends_with(": 1 [2]"));
    CHECK(remark_of(silent, "import.end-missing").empty());
    CHECK(text_at(contract_of(store, "K-1"), "/term/end") == "2027-12-31");
    CHECK(text_at(contract_of(store, "K-1"), "/term/unknown") == "(nothing)");
    const auto again = import_list(store, plain_header + "\nK-1;y;dienst;01-01-2025;\n");
    CHECK(counts(again) == "0 0 1 0");
    CHECK(remark_of(again, "import.end-missing").empty());
}

TEST_CASE("options of which only the notice was recorded here are no difference with a list", "[import]") {
    TestRegister store;
    const std::string list = plain_header + ";Verlenging;Opties\nP-1;x;dienst;01-01-2025;31-12-2027;geen;1 jaar\n";
    import_list(store, list);
    store.call("contract.change", R"({"organisation":"gm0344","reference":"P-1","today":"2026-12-02",)"
                                  R"("term":{"options":[{"months":12,"notice":{"count":3,"unit":"months"}}]}})");
    const auto again = import_list(store, plain_header +
                                              ";Verlenging;Opties\nP-1;andere titel;dienst;01-01-2025;31-12-2027;"
                                              "geen;1 jaar\n");
    CHECK(text_at(again, "/kept") == "0");
    CHECK(text_at(contract_of(store, "P-1"), "/term/options/0/notice/count") == "3");
}

TEST_CASE("one day that can only have the month first leaves the others of its column in doubt", "[import]") {
    TestRegister store;
    const auto answer = import_list(store,
                                    "Contractnummer;Omschrijving;Soort;Ingangsdatum;Einddatum;Getekend op\n"
                                    "M-1;x;dienst;01-02-2025;01/02/2027;05/06/2024\n"
                                    "M-2;x;dienst;01-02-2025;02/02/2027;05/06/2024\n"
                                    "M-3;x;dienst;01-02-2025;2027-01-02;05/06/2024\n"
                                    "M-4;x;dienst;01-02-2025;12/31/2027;05/13/2024\n"
                                    "M-5;x;dienst;31-01-2025;31/12/2027;05/06/2024\n");
    CHECK(refusals(answer) == "M-1 Einddatum import.date-month-first, M-4 Einddatum import.day-needed");
    const std::string said = text_at(answer, "/refusedRows/0/errors/0/message");
    CHECK(said.find("12/31/2027") != std::string::npos);
    CHECK(said.find("regel 5") != std::string::npos);
    CHECK(text_at(contract_of(store, "M-2"), "/term/end") == "2027-02-02");
    CHECK(text_at(contract_of(store, "M-2"), "/signedOn") == "(nothing)");
    CHECK(remark_of(answer, "import.date-month-first") == "Getekend op: 3 [3,4,6]");
    // A column that shows the day first leaves nothing in doubt.
    const auto dutch = import_list(store, plain_header +
                                              "\nD-1;x;dienst;01/02/2025;01/02/2027\n"
                                              "D-2;x;dienst;31/01/2025;31/12/2027\n");
    CHECK(counts(dutch) == "2 0 0 0");
    CHECK(text_at(contract_of(store, "D-1"), "/term/end") == "2027-02-01");
    // In a list of tenders the day is left out and said.
    const auto tenders = store.call("register.import", request({{"/format", "csv"},
                                                                {"/organisation", "gm0344"},
                                                                {"/text",
                                                                 "referentie;titel;soort;publicatie\n"
                                                                 "A-1;x;dienst;01/02/2027\nA-2;x;dienst;12/31/2027\n"},
                                                                {"/today", "2026-12-01"}}));
    CHECK(remark_of(tenders, "import.date-month-first") == "publicatie: 1 [2]");
}

TEST_CASE("a bound or a guess is no end of a contract", "[import]") {
    TestRegister store;
    const auto answer = import_list(store, plain_header +
                                               "\nB-1;x;dienst;01-01-2025;<31-12-2027\n"
                                               "B-2;x;dienst;01-01-2025;>31-12-2027\n"
                                               "B-3;x;dienst;01-01-2025;ca. 31-12-2027\n"
                                               "B-4;x;dienst;01-01-2025;voor 31-12-2027\n");
    CHECK(refusals(answer) ==
          "B-1 Einddatum import.date-not-firm, B-2 Einddatum import.date-not-firm, "
          "B-3 Einddatum import.date-not-firm, B-4 Einddatum import.day-needed");
}

TEST_CASE("an amount that its column leaves in doubt is left out and said", "[import]") {
    const auto amounts = [](const std::string& one, const std::string& other) {
        TestRegister store;
        const auto answer = import_list(store,
                                        "Contractnummer;Omschrijving;Soort;Ingangsdatum;Einddatum;Contractwaarde\n"
                                        "W-1;x;dienst;01-01-2025;31-12-2027;" +
                                            one + "\nW-2;x;dienst;01-01-2025;31-12-2027;" + other + "\n");
        return text_at(contract_of(store, "W-1"), "/valueCents") + " " +
               text_at(contract_of(store, "W-2"), "/valueCents") + " " + remark_of(answer, "import.value-two-things");
    };
    CHECK(amounts("1,000", "1.000") == "(nothing) (nothing) Contractwaarde: 2 [2,3]");
    CHECK(amounts("1.000", "€ 2.500,50") == "100000 250050 ");
    CHECK(amounts("1.000", "2500.50") == "(nothing) 250050 Contractwaarde: 1 [2]");
    CHECK(amounts("1,000", "1.250.000") == "(nothing) 125000000 Contractwaarde: 1 [2]");
    CHECK(amounts("1.000", "2.000") == "100000 200000 ");
    CHECK(amounts("1,000", "25000") == "100000 2500000 ");
}

TEST_CASE("numbers of the Kamer van Koophandel out of a spreadsheet are understood, and long ones said", "[import]") {
    TestRegister store;
    const auto answer = import_list(store,
                                    "Contractnummer;Omschrijving;Leverancier;KvK-nummer;Soort;Ingangsdatum;Einddatum\n"
                                    "N-1;x;Alfa;12345678.0;dienst;01-01-2025;31-12-2027\n"
                                    "N-2;x;Alfa;012345678;dienst;01-01-2025;31-12-2027\n"
                                    "N-3;x;Alfa;1234567.0;dienst;01-01-2025;31-12-2027\n");
    CHECK(text_at(contract_of(store, "N-1"), "/suppliers/0/number") == "12345678");
    CHECK(text_at(contract_of(store, "N-2"), "/suppliers/0/number") == "(nothing)");
    CHECK(remark_of(answer, "import.kvk-long") == "KvK-nummer: 1 [3]");
    CHECK(remark_of(answer, "import.kvk-short") == "KvK-nummer: 1 [4]");
}

TEST_CASE("references that differ in capitals alone, and an organisation never seen, are named", "[import]") {
    TestRegister store;
    const auto first = import_list(store, plain_header +
                                              "\nH1;x;dienst;01-01-2025;31-12-2027\nh1;x;dienst;01-01-2025;"
                                              "31-12-2027\n");
    CHECK(counts(first) == "2 0 0 0");
    CHECK(remark_of(first, "import.key-case").ends_with(": 1 [3]"));
    CHECK(remark_of(first, "import.organisation-new").empty());
    const auto mistyped = import_list(store, plain_header + "\nH2;x;dienst;01-01-2025;31-12-2027\n", "gm0433");
    CHECK(remark_of(mistyped, "import.organisation-new").ends_with(": 1 [2]"));
}

TEST_CASE("what a row says of its end is said of the column that says it, and once", "[import]") {
    TestRegister store;
    const auto answer = import_list(store,
                                    "Contractnummer;Omschrijving;Soort;Ingangsdatum;Looptijd;Verlenging\n"
                                    "L-1;x;dienst;01-01-2025;onbepaald;geen\n"
                                    "L-2;x;dienst;01-01-2025;een tijdje;stilzwijgend 1 jaar\n");
    CHECK(remark_of(answer, "import.end-unknown") == "Looptijd: 1 [2]");
    CHECK(refusals(answer) == "L-2 Looptijd import.length-unreadable");
    // Two columns that contradict each other hold no question mark.
    const auto two = import_list(store,
                                 "Contractnummer;Omschrijving;Soort;Ingangsdatum;Einddatum;Verlenging;"
                                 "Opzegtermijn;Opzegtermijn\n"
                                 "Q-1;x;dienst;01-01-2025;31-12-2027;geen;1 maand;2 maanden\n");
    CHECK(remark_of(two, "import.columns-disagree") == "Opzegtermijn: 1 [2]");
    CHECK(remark_of(two, "import.cell-unknown").empty());
    CHECK(text_at(contract_of(store, "Q-1"), "/term/unknown") == R"(["notice"])");
}

TEST_CASE("rows of one contract are named in one remark, and the very same row is no other supplier", "[import]") {
    TestRegister store;
    const auto answer =
        import_list(store,
                    "Contractnummer;Omschrijving;Leverancier;Soort;Ingangsdatum;Einddatum;Verlenging;CPV\n"
                    "J-1;x;Alfa;dienst;01-01-2025;31-12-2027;geen;\nJ-1;x;Beta;dienst;01-01-2025;31-12-2027;geen;\n"
                    "J-1;x;Gamma;dienst;01-01-2025;31-12-2027;geen;\n"
                    "J-2;x;Alfa;dienst;01-01-2025;31-12-2027;geen;\nJ-2;x;Alfa;dienst;01-01-2025;31-12-2027;geen;\n"
                    "J-3;x;Alfa;dienst;01-01-2025;31-12-2027;geen;99999999\n");
    CHECK(counts(answer) == "5 0 1 0");
    CHECK(remark_of(answer, "import.rows-joined").ends_with(": 1 [2]"));
    CHECK(json::write(answer).find("regel 3, 4 ") != std::string::npos);
    CHECK(remark_of(answer, "import.row-repeated").ends_with(": 1 [6]"));
    CHECK(remark_of(answer, "import.cpv-unknown") == "CPV: 1 [7]");
}

}  // namespace doubtful_import_test
