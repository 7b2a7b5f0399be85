// SPDX-License-Identifier: EUPL-1.2
// Other people's lists in a register: what was not understood stays unknown to its last page, the same list again
// changes nothing, and every column and every doubt is accounted for.
#include "support/days.hpp"
#include "support/register.hpp"

namespace list_import_test {

namespace {

using namespace mvoi;

const std::string header = "Contractnummer;Omschrijving;Leverancier;KvK-nummer;Soort;Ingangsdatum;Einddatum\n";

json::Value import(TestRegister& store, const std::string& text, const Members& more = {}) {
    Members all = {{"/format", "csv"},
                   {"/content", "contracten"},
                   {"/organisation", "gm0344"},
                   {"/text", text},
                   {"/today", "2026-12-01"}};
    all.insert(all.end(), more.begin(), more.end());
    return store.call("register.import", request(all));
}

json::Value contract(TestRegister& store, const std::string& reference, const std::string& today = "2026-12-01") {
    return store.call("contract.get",
                      request({{"/organisation", "gm0344"}, {"/reference", reference}, {"/today", today}}));
}

// "Regel: 3 12": the rule of a remark, the number of its rows, and the first lines.
std::string remark(const json::Value& answer, const std::string& rule) {
    for (const json::Value& each : answer.list_or_empty("remarks"))
        if (each.text_or("rule") == rule)
            return text_at(each, "/member") + " " + text_at(each, "/count") + " " + text_at(each, "/lines");
    return "";
}

std::string column(const json::Value& answer, const std::string& header) {
    for (const json::Value& each : answer.list_or_empty("columns"))
        if (each.text_or("header") == header) return each.text_or("member", each.text_or("rule"));
    return "";
}

// The milestones of a contract: "contractstart 2025-01-01 vast".
std::set<std::string> milestones(const json::Value& contract) {
    std::set<std::string> lines;
    for (const json::Value& each : contract.list_or_empty("milestones"))
        if (!each.text_or("code").starts_with("vervolg"))
            lines.insert(each.text_or("code") + " " + each.text_or("date") + " " + each.text_or("certainty"));
    return lines;
}

}  // namespace

TEST_CASE("an end that a list does not know is unknown on every page, and is asked for until it is known", "[import]") {
    TestRegister store;
    const auto answer = import(store, header +
                                          "E-1;Huur;Alfa;;dienst;01-07-2020;onbekend\n"
                                          "E-2;Huur;Alfa;;dienst;01-07-2020;?\n"
                                          "E-3;Huur;Alfa;;dienst;01-07-2020;\n"
                                          "E-4;Huur;Alfa;;dienst;01-07-2020;n.v.t.\n"
                                          "E-5;Huur;Alfa;;dienst;01-07-2020;31-12-9999\n"
                                          "E-6;Huur;Alfa;;dienst;01-07-2020;31-12-2999\n"
                                          "E-7;Huur;Alfa;;dienst;01-07-2020;31-12-2099\n"
                                          "E-8;Huur;#VERW!;;dienst;01-07-2020;#N/B\n"
                                          "E-9;Huur;Alfa;;dienst;01-07-2020;onbepaalde tijd\n"
                                          "E-10;Huur;Alfa;;dienst;01-07-2020;eind 2027\n");
    CHECK(counts(answer) == "9 0 0 1");
    CHECK(text_at(answer, "/refusedRows/0/reference") == "E-10");
    CHECK(remark(answer, "import.end-unknown") == "Einddatum 4 [2,3,5,9]");
    CHECK(remark(answer, "import.end-missing") == "Einddatum 1 [4]");
    CHECK(remark(answer, "import.end-placeholder") == "Einddatum 3 [6,7,8]");
    CHECK(remark(answer, "import.cell-error") == "Leverancier 1 [9]");
    for (const char* reference : {"E-1", "E-2", "E-3", "E-4", "E-5", "E-6", "E-7", "E-8"}) {
        INFO(reference);
        const auto got = contract(store, reference);
        CHECK(text_at(got, "/course/endUnknown") == "true");
        CHECK(text_at(got, "/course/indefinite") == "(nothing)");
        CHECK(text_at(got, "/course/renewals") == "(nothing)");
        CHECK(text_at(got, "/course/end") == "(nothing)");
        CHECK(text_at(got, "/course/state") == "running");
        CHECK(text_at(got, "/term/unknown") == R"(["end","renewal"])");
        CHECK(findings(got, "term-") == Rules{"term-end-unknown", "term-renewal-unknown"});
        CHECK(milestones(got) == std::set<std::string>{"contractstart 2020-07-01 vast"});
    }
    CHECK(text_at(contract(store, "E-8"), "/suppliers") == "[]");
    CHECK(text_at(contract(store, "E-9"), "/course/indefinite") == "true");
    const auto list = store.call("contract.list", R"({"organisation":"gm0344","today":"2026-12-01"})");
    CHECK(text_at(list, "/items/8/endUnknown") == "true");
    CHECK(text_at(list, "/items/8/indefinite") == "(nothing)");
    for (const char* month : {"2026-12", "2027-03"}) {
        const auto work = store.call("worklist.list", request({{"/organisation", "gm0344"},
                                                               {"/month", std::string(month)},
                                                               {"/today", std::string(month) + "-05"}}));
        int asked = 0;
        for (const json::Value& item : work.list_or_empty("items")) {
            if (item.text_or("what") != "looptijd-opzoeken") continue;
            ++asked;
            CHECK(item.text_or("sentence").find("het einde") != std::string::npos);
        }
        CHECK(asked == 8);
    }
    const auto page = store.call(
        "contract.statement",
        request({{"/organisation", "gm0344"}, {"/reference", "E-1"}, {"/format", "html"}, {"/today", "2026-12-01"}}));
    CHECK(text_at(page, "/body").find("onbepaalde tijd") == std::string::npos);
    // Somebody looked it up.
    const auto known = store.call("contract.change", request({{"/organisation", "gm0344"},
                                                              {"/reference", "E-1"},
                                                              {"/term/end", "2027-06-30"},
                                                              {"/today", "2026-12-02"}}));
    CHECK(text_at(known, "/course/end/date") == "2027-06-30");
    CHECK(text_at(known, "/term/unknown") == R"(["renewal"])");
    CHECK(findings(known, "term-") == Rules{"term-renewal-unknown"});
    // The list still does not know it, and takes nothing back.
    const auto again = import(store, header + "E-1;Huur van panden;Alfa;;dienst;01-07-2020;onbekend\n");
    CHECK(counts(again) == "0 1 0 0");
    CHECK(text_at(contract(store, "E-1"), "/course/end/date") == "2027-06-30");
    store.check_sound();
}

TEST_CASE("units in headers count, and a number without one is no notice", "[import]") {
    TestRegister store;
    const auto answer =
        import(store,
               "Contractnummer;Omschrijving;Leverancier;Soort;Ingangsdatum;Einddatum;Verlenging;Opzegtermijn "
               "(maanden);Opzegtermijn;Opmerkingen\n"
               "C-1;Schoonmaak;Alfa BV;dienst;01-01-2025;31-12-2027;stilzwijgend 1 jaar;3;;x\n"
               "C-2;Telefonie;Bel BV;dienst;01-01-2025;31-12-2027;stilzwijgend 1 jaar;;3;\n"
               "C-3;Telefonie;Bel BV;dienst;01-01-2025;31-12-2027;stilzwijgend 1 jaar;2;6 weken;\n"
               "C-4;Telefonie;Bel BV;dienst;01-01-2025;31-12-2027;stilzwijgend 1 jaar;;;\n"
               "C-5;Telefonie;Bel BV;dienst;01-01-2025;31-12-2027;ja;3;;\n");
    CHECK(counts(answer) == "5 0 0 0");
    CHECK(column(answer, "Opzegtermijn (maanden)") == "noticePeriod");
    CHECK(column(answer, "Opzegtermijn") == "noticePeriod");
    CHECK(column(answer, "Opmerkingen") == "import.column-unused");
    CHECK(milestones(contract(store, "C-1")).contains("opzegging 2027-09-30 vast"));
    CHECK(remark(answer, "import.notice-unit") == "Opzegtermijn 1 [3]");
    CHECK(remark(answer, "import.columns-disagree") == "Opzegtermijn (maanden) 1 [4]");
    for (const char* reference : {"C-2", "C-3", "C-4"}) {
        INFO(reference);
        const auto got = contract(store, reference);
        CHECK(text_at(got, "/course/notice") == "(nothing)");
        CHECK(milestones(got) ==
              std::set<std::string>{"contracteinde 2027-12-31 verwacht", "contractstart 2025-01-01 vast"});
        CHECK(findings(got, "term-notice-").contains("term-notice-unknown"));
    }
    // "Ja" is reckoned with as tacit, and nothing of it is certain.
    CHECK(milestones(contract(store, "C-5")) == std::set<std::string>{"contracteinde 2027-12-31 verwacht",
                                                                      "contractstart 2025-01-01 vast",
                                                                      "opzegging 2027-09-30 verwacht"});
    store.check_sound();
}

TEST_CASE("a column that says that it is about tacit renewal is understood", "[import]") {
    TestRegister store;
    const auto answer = import(store,
                               "Contractnummer;Omschrijving;Soort;Ingangsdatum;Einddatum;Opzegtermijn;Stilzwijgende "
                               "verlenging;Verlengingstermijn\n"
                               "C-1;x;dienst;01-01-2025;31-12-2027;3 maanden;ja;\n"
                               "C-2;x;dienst;01-01-2025;31-12-2027;3 maanden;ja;12 maanden\n"
                               "C-3;x;dienst;01-01-2025;31-12-2027;3 maanden;nee;\n"
                               "C-4;x;dienst;01-01-2025;31-12-2027;3 maanden;zie dossier;\n");
    CHECK(counts(answer) == "4 0 0 0");
    const auto first = contract(store, "C-1");
    CHECK(text_at(first, "/term/renewal") == "stilzwijgend");
    CHECK(text_at(first, "/term/unknown") == R"(["renewalMonths"])");
    CHECK(milestones(first).contains("opzegging 2027-09-30 vast"));
    CHECK(remark(answer, "import.renewal-length") == "Stilzwijgende verlenging 1 [2]");
    // Its notice passes: it renewed, nobody knows for how long, and it stays in sight.
    const auto later = contract(store, "C-1", "2027-10-01");
    CHECK(text_at(later, "/course/endUnknown") == "true");
    CHECK(text_at(later, "/course/state") == "running");
    const auto work =
        store.call("worklist.list", R"({"organisation":"gm0344","month":"2028-02","today":"2028-02-05"})");
    std::set<std::string> asked;
    for (const json::Value& item : work.list_or_empty("items"))
        if (item.text_or("what") == "looptijd-opzoeken") asked.insert(item.text_or("reference"));
    CHECK(asked.contains("C-1"));
    CHECK(text_at(contract(store, "C-2", "2027-10-01"), "/course/end/date") == "2028-12-31");
    CHECK(text_at(contract(store, "C-3"), "/term/renewal") == "geen");
    CHECK(milestones(contract(store, "C-3")).contains("contracteinde 2027-12-31 vast"));
    CHECK(milestones(contract(store, "C-4")).contains("contracteinde 2027-12-31 verwacht"));
    store.check_sound();
}

TEST_CASE("rows of one contract number are one contract with its suppliers, or the later one is refused", "[import]") {
    TestRegister store;
    const std::string joined = header +
                               "C-1;Inhuur;Alfa BV;11111111;dienst;01-01-2025;31-12-2027\n"
                               "C-1;Inhuur;Beta BV;22222222;dienst;01-01-2025;31-12-2027\n";
    CHECK(counts(import(store, joined)) == "2 0 0 0");
    CHECK(text_at(contract(store, "C-1"), "/suppliers/0/name") == "Alfa BV");
    CHECK(text_at(contract(store, "C-1"), "/suppliers/1/number") == "22222222");
    const std::string head = store.head();
    CHECK(counts(import(store, joined)) == "0 0 2 0");
    CHECK(store.head() == head);
    const std::string torn = header +
                             "C-2;Inhuur;Alfa BV;;dienst;01-01-2025;31-12-2027\n"
                             "C-2;Inhuur;Beta BV;;dienst;01-01-2025;31-12-2028\n";
    const auto answer = import(store, torn);
    CHECK(counts(answer) == "1 0 0 1");
    CHECK(text_at(answer, "/refusedRows/0/errors/0/rule") == "import.key-twice-other");
    CHECK(text_at(answer, "/refusedRows/0/errors/0/message").find("Einddatum") != std::string::npos);
    CHECK(counts(import(store, torn)) == "0 0 1 1");
    // The same in a plan of tenders.
    const std::string plan =
        "zaaknummer;omschrijving;soort\nZ-1;Papier;levering\nZ-1;Papier;levering\nZ-1;Inkt;levering\n";
    const Members tenders = {{"/content", "aanbestedingen"}};
    CHECK(counts(import(store, plan, tenders)) == "1 0 1 1");
    CHECK(counts(import(store, plan, tenders)) == "0 0 2 1");
    store.check_sound();
}

TEST_CASE("a list changes only what its columns speak of, and nothing that was changed here since", "[import]") {
    TestRegister store;
    const std::string columns =
        "Contractnummer;Omschrijving;Leverancier;KvK-nummer;Soort;Ingangsdatum;Einddatum;"
        "Contractmanager;Contractwaarde\n";
    const auto row = [&](const std::string& title, const std::string& value) {
        return columns + "C-9;" + title + ";Bel NV;12345678;dienst;01-01-2025;31-12-2027;Jansen;" + value + "\n";
    };
    CHECK(counts(import(store, row("Telefonie", "100.000"))) == "1 0 0 0");
    // A list without the number, the value and the manager leaves them.
    const std::string narrow =
        "Contractnummer;Omschrijving;Leverancier;Soort;Ingangsdatum;Einddatum\n"
        "C-9;Telefonie mobiel;Bel NV;dienst;01-01-2025;31-12-2027\n";
    CHECK(counts(import(store, narrow)) == "0 1 0 0");
    auto got = contract(store, "C-9");
    CHECK(text_at(got, "/title") == "Telefonie mobiel");
    CHECK(text_at(got, "/suppliers/0/number") == "12345678");
    CHECK(text_at(got, "/valueCents") == "10000000");
    CHECK(counts(import(store, narrow)) == "0 0 1 0");
    // Changed here: it stays, and is listed, however often the list comes.
    store.call("contract.change", request({{"/organisation", "gm0344"},
                                           {"/reference", "C-9"},
                                           {"/people/contractmanager", "De Vries"},
                                           {"/valueCents", 12500000},
                                           {"/today", "2026-12-01"}}));
    auto answer = import(store, row("Telefonie en data", "100.000"));
    CHECK(counts(answer) == "0 1 0 0");
    CHECK(text_at(answer, "/kept") == "2");
    CHECK(text_at(answer, "/keptParts/0/member") == "/valueCents");
    CHECK(text_at(answer, "/keptParts/0/message").find("€ 125.000") != std::string::npos);
    CHECK(text_at(answer, "/keptParts/1/register") == "De Vries");
    answer = import(store, row("Telefonie, data", "100.000"));
    CHECK(text_at(answer, "/kept") == "2");
    got = contract(store, "C-9");
    CHECK(text_at(got, "/title") == "Telefonie, data");
    CHECK(text_at(got, "/people/contractmanager") == "De Vries");
    CHECK(text_at(got, "/valueCents") == "12500000");
    // Asked for, the list's words come in their place.
    answer = import(store, row("Telefonie, data", "100.000"), {{"/overwrite", json::Value(true)}});
    CHECK(counts(answer) == "0 1 0 0");
    CHECK(text_at(answer, "/kept") == "0");
    CHECK(text_at(contract(store, "C-9"), "/people/contractmanager") == "Jansen");
    store.check_sound();
}

TEST_CASE("a header below titles is found, or named; a column there twice counts once", "[import]") {
    TestRegister store;
    const std::string titled =
        "Contractregister gemeente Voorbeeld;;;;\n\nPeildatum 1 december 2026;;;;\n"
        "Contractnummer;Omschrijving;Soort;Einddatum;Einddatum;Ingangsdatum;\n"
        "C-1;Papier;levering;;31-12-2027;01-01-2025;\n"
        "C-2;Papier;levering;31-12-2027;30-06-2028;01-01-2025;los\n";
    const auto answer = import(store, titled);
    CHECK(text_at(answer, "/headerRow") == "4");
    CHECK(counts(answer) == "2 0 0 0");
    CHECK(text_at(contract(store, "C-1"), "/course/end/date") == "2027-12-31");
    CHECK(text_at(contract(store, "C-2"), "/course/endUnknown") == "true");
    CHECK(remark(answer, "import.columns-disagree") == "Einddatum 1 [6]");
    CHECK(column(answer, "") == "import.column-nameless");
    CHECK(text_at(import(store, titled, {{"/headerRow", 4}}), "/unchanged") == "2");
    CHECK(store.refusal("register.import", request({{"/format", "csv"},
                                                    {"/content", "contracten"},
                                                    {"/organisation", "gm0344"},
                                                    {"/text", titled},
                                                    {"/headerRow", 40}})) == Rules{"import.header-row"});
}

TEST_CASE("a row with more faults says them all, and what is odd is said once with its rows", "[import]") {
    TestRegister store;
    std::string text =
        "Contractnummer;Omschrijving;Leverancier;KvK;Soort;Ingangsdatum;Einddatum;Contractwaarde;Looptijd\n"
        "C-1;;Alfa;;feest;31-12-2027;01-01-2025;;\n"
        "1,23E+07;x;Alfa;;dienst;01-01-2025;31-12-2027;;\n";
    for (int i = 0; i < 200; ++i)
        text += "D-" + std::to_string(i) + ";x;Alfa;1234567;dienst;01-01-1988;31-12-2027;(100.000);4 jaar\n";
    const auto answer = import(store, text);
    CHECK(counts(answer) == "200 0 0 2");
    std::set<std::string> rules;
    for (const json::Value& each : json::at(answer, "/refusedRows/0")->list_or_empty("errors"))
        rules.insert(each.text_or("member") + " " + each.text_or("rule"));
    CHECK(rules == std::set<std::string>{"Soort import.kind-unknown", "Einddatum term.end-before-start",
                                         "Omschrijving import.title-missing"});
    CHECK(text_at(answer, "/refusedRows/1/errors/0/rule") == "import.reference-shortened");
    CHECK(remark(answer, "import.kvk-short").starts_with("KvK 200 [4,5,6"));
    CHECK(remark(answer, "import.value-negative").starts_with("Contractwaarde 200 ["));
    CHECK(remark(answer, "import.term-disagrees").starts_with("Looptijd 200 ["));
    CHECK(json::at(answer, "/remarks")->list()->size() == 4);  // and the renewal
    CHECK(text_at(contract(store, "D-7"), "/term/start") == "1988-01-01");
    CHECK(text_at(contract(store, "D-7"), "/valueCents") == "(nothing)");
}

}  // namespace list_import_test
