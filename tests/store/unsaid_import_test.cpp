// SPDX-License-Identifier: EUPL-1.2
// What a list of contracts leaves unsaid is told as unknown wherever it is shown, and what it says of one row is not
// said of another.
#include "intake/table/columns.hpp"
#include "render/sentences.hpp"
#include "support/days.hpp"
#include "support/register.hpp"

namespace unsaid_import_test {

namespace {

using namespace mvoi;

const std::string header =
    "Contractnummer;Omschrijving;Leverancier;KvK-nummer;Soort;Ingangsdatum;Einddatum;Opzegtermijn;Verlenging;"
    "Contractwaarde;Contractmanager\n";

json::Value take(TestRegister& store, const std::string& text, const Members& more = {}) {
    Members all = {{"/format", "csv"},
                   {"/content", "contracten"},
                   {"/organisation", "gm0344"},
                   {"/text", text},
                   {"/today", "2026-12-01"}};
    all.insert(all.end(), more.begin(), more.end());
    return store.call("register.import", request(all));
}

json::Value got(TestRegister& store, const std::string& reference, const std::string& today = "2026-12-01") {
    return store.call("contract.get", of_one(reference, today));
}

// The item of the contract in contract.list.
json::Value listed(TestRegister& store, const std::string& reference) {
    const auto list = store.call("contract.list", of_all("2026-12-01"));
    for (const json::Value& each : list.list_or_empty("items"))
        if (each.text_or("reference") == reference) return each;
    return json::Value(json::Object{});
}

const json::Value* remark(const json::Value& answer, const std::string& rule, const std::string& column = "") {
    for (const json::Value& each : answer.list_or_empty("remarks"))
        if (each.text_or("rule") == rule && (column.empty() || each.text_or("member") == column)) return &each;
    return nullptr;
}

std::string lines_of(const json::Value& answer, const std::string& rule, const std::string& column = "") {
    const json::Value* found = remark(answer, rule, column);
    return found ? text_at(*found, "/lines") : "";
}

std::string message_of(const json::Value& answer, const std::string& rule, const std::string& column = "") {
    const json::Value* found = remark(answer, rule, column);
    return found ? found->text_or("message") : "";
}

std::string finding(const json::Value& contract, const std::string& rule) {
    for (const json::Value& each : contract.list_or_empty("findings"))
        if (each.text_or("rule") == rule) return each.text_or("severity") + " " + each.text_or("sentence");
    return "";
}

std::string milestone(const json::Value& contract, const std::string& code) {
    for (const json::Value& each : contract.list_or_empty("milestones"))
        if (each.text_or("code") == code)
            return each.text_or("date") + " " + each.text_or("certainty") + " " + each.text_or("status");
    return "";
}

std::string page_of(TestRegister& store, const std::string& reference) {
    const auto page = store.call("contract.statement", of_one(reference, "2026-12-01", R"("format":"html")"));
    return text_at(page, "/body");
}

}  // namespace

TEST_CASE("a renewal that is unknown is shown nowhere as none", "[import][contract]") {
    TestRegister store;
    std::string text = header;
    const std::vector<std::string> cells = {"optioneel",
                                            "nee, tenzij",
                                            "verlengd tot 2030",
                                            "stilzwijgend tenzij opgezegd",
                                            "stilzwijgend 1x",
                                            "",
                                            "n.v.t.",
                                            "?",
                                            "#N/A"};
    for (std::size_t i = 0; i < cells.size(); ++i)
        text += "U-" + std::to_string(i) + ";x;;;dienst;01-01-2025;31-12-2027;3 maanden;" + cells[i] + ";;\n";
    text += "U-geen;x;;;dienst;01-01-2025;31-12-2027;3 maanden;geen;;\n";
    const auto answer = take(store, text);
    CHECK(counts(answer) == "10 0 0 0");
    for (std::size_t i = 0; i < cells.size(); ++i) {
        INFO(cells[i]);
        const std::string reference = "U-" + std::to_string(i);
        const auto contract = got(store, reference), item = listed(store, reference);
        for (const char* place : {"/term/renewal", "/course/renewals"}) CHECK(text_at(contract, place) == "(nothing)");
        for (const char* place : {"/renewal", "/renewals"}) CHECK(text_at(item, place) == "(nothing)");
        CHECK(text_at(item, "/unknown") == text_at(contract, "/term/unknown"));
        CHECK(text_at(item, "/unknown").find("\"renewal\"") != std::string::npos);
        CHECK_FALSE(finding(contract, "term-renewal-unknown").empty());
        CHECK(page_of(store, reference).find("<dt>Verlengingen</dt><dd>onbekend</dd>") != std::string::npos);
    }
    // "Ja" says that it is renewed, and not how: with a length beside it, it is no option either.
    take(store, header + "U-ja;x;;;dienst;01-01-2025;31-12-2027;3 maanden;ja, 1 jaar;;\n");
    CHECK(text_at(listed(store, "U-ja"), "/renewal") == "(nothing)");
    CHECK(text_at(got(store, "U-ja"), "/term/options") == "[]");
    CHECK(text_at(got(store, "U-ja"), "/course/notice/date") == "2027-09-30");
    const auto known = listed(store, "U-geen");
    CHECK(text_at(known, "/renewal") == "geen");
    CHECK(text_at(known, "/renewals") == "0");
    CHECK(text_at(known, "/unknown") == "(nothing)");
    // What was read from one contract can be said of another.
    const auto copied = got(store, "U-0");
    json::Value term(json::Object{});
    for (const json::Member& each : *json::at(copied, "/term")->object()) term.add(each.name, each.value);
    const auto signed_again = store.call("contract.sign", request({{"/organisation", "gm0344"},
                                                                   {"/reference", "U-copy"},
                                                                   {"/title", "x"},
                                                                   {"/kind", "dienst"},
                                                                   {"/term", term},
                                                                   {"/today", "2026-12-01"}}));
    CHECK(text_at(signed_again, "/term") == text_at(copied, "/term"));
    store.check_sound();
}

TEST_CASE("who takes back that a renewal is unknown says what it is", "[contract]") {
    TestRegister store;
    take(store, header + "U-1;x;;;dienst;01-01-2025;31-12-2027;3 maanden;;;\n");
    const auto change = [](const char* term) { return of_one("U-1", "2026-12-02", std::string(R"("term":)") + term); };
    CHECK(store.refusal("contract.change", change(R"({"unknown":[]})")) == Rules{"term.renewal-unsaid"});
    const auto known = store.call("contract.change", change(R"({"renewal":"geen"})"));
    CHECK(text_at(known, "/term/renewal") == "geen");
    CHECK(text_at(known, "/term/unknown") == "(nothing)");
    const auto unknown = store.call("contract.change", change(R"({"unknown":["renewal"]})"));
    CHECK(text_at(unknown, "/term/renewal") == "(nothing)");
}

TEST_CASE("words that are no name make no supplier and no contract manager, and are said", "[import]") {
    TestRegister store;
    const auto row = [](int number, const std::string& supplier, const std::string& kvk, const std::string& manager) {
        return "N-" + std::to_string(number) + ";x;" + supplier + ";" + kvk + ";dienst;01-01-2025;31-12-2027;;geen;;" +
               manager + "\n";
    };
    const auto answer = take(store, header + row(1, "zie bijlage", "12345678", "vacature") +
                                        row(2, "Leverancier", "", "Contractmanager") + row(3, "0", "", "zie Jan") +
                                        row(4, "Geensen BV", "KvK 1234 5678", "J. Zietsma") +
                                        row(5, "Alfa", "zie boven", "") + row(6, "Beta", "00000000", ""));
    CHECK(counts(answer) == "6 0 0 0");
    for (const char* reference : {"N-1", "N-2", "N-3"}) {
        CHECK(text_at(got(store, reference), "/suppliers") == "[]");
        CHECK(text_at(got(store, reference), "/people") == "{}");
    }
    CHECK(text_at(got(store, "N-4"), "/suppliers/0") == R"({"name":"Geensen BV","number":"12345678"})");
    CHECK(text_at(got(store, "N-4"), "/people/contractmanager") == "J. Zietsma");
    for (const char* reference : {"N-5", "N-6"})
        CHECK(text_at(got(store, reference), "/suppliers/0/number") == "(nothing)");
    CHECK(lines_of(answer, "import.no-name", "Leverancier") == "[2,3,4]");
    CHECK(lines_of(answer, "import.no-name", "Contractmanager") == "[2,3,4]");
    CHECK(message_of(answer, "import.no-name", "Leverancier").find("zie bijlage") != std::string::npos);
    CHECK(lines_of(answer, "import.number-alone") == "[2]");
    CHECK(lines_of(answer, "import.number-none") == "[6,7]");
    // In a list of tenders as well.
    const auto tenders = store.call(
        "register.import", request({{"/format", "csv"},
                                    {"/organisation", "gm0344"},
                                    {"/text", "referentie;titel;soort;inkoopadviseur\nA-1;x;dienst;vacature\n"},
                                    {"/today", "2026-12-01"}}));
    CHECK(lines_of(tenders, "import.no-name") == "[2]");
    CHECK(text_at(store.call("tender.get", of_one("A-1", "2026-12-01")), "/people") == "{}");
}

TEST_CASE("an amount that is only near is no agreed value, and an estimate is said to be one", "[import]") {
    TestRegister store;
    std::string text = header;
    int number = 0;
    for (const char* amount : {"ca. 30.000", "circa 30.000", "± 30.000", "~30.000", "plm. 30.000", "+/- 30.000",
                               "30.000 (schatting)", "30.000"})
        text += "V-" + std::to_string(++number) + ";x;;;dienst;01-01-2025;31-12-2027;;geen;" + amount + ";\n";
    const auto answer = take(store, text);
    CHECK(lines_of(answer, "import.value-not-exact") == "[2,3,4,5,6,7,8]");
    for (int i = 1; i < number; ++i) CHECK(text_at(got(store, "V-" + std::to_string(i)), "/valueCents") == "(nothing)");
    CHECK(text_at(got(store, "V-8"), "/valueCents") == "3000000");
    const auto tenders =
        store.call("register.import",
                   request({{"/format", "csv"},
                            {"/organisation", "gm0344"},
                            {"/text", "referentie;titel;soort;raming\nA-1;x;dienst;ca. 30.000\nA-2;x;dienst;30.000\n"},
                            {"/today", "2026-12-01"}}));
    CHECK(lines_of(tenders, "import.value-approximate") == "[2]");
    CHECK(text_at(store.call("tender.get", of_one("A-1", "2026-12-01")), "/estimatedValueCents") == "3000000");
}

TEST_CASE("nobody knows of an unknown end that there is one", "[import]") {
    TestRegister store;
    std::string text = header;
    const std::vector<std::string> cells = {"#N/A", "9999-12-31", "onbepaald", "geen", "n.v.t.", ""};
    for (std::size_t i = 0; i < cells.size(); ++i)
        text += "E-" + std::to_string(i) + ";x;;;dienst;01-01-2025;" + cells[i] + ";;geen;;\n";
    take(store, text + "E-tijd;x;;;dienst;01-01-2025;onbepaalde tijd;3 maanden;;;\n");
    for (std::size_t i = 0; i < cells.size(); ++i) {
        INFO(cells[i]);
        const std::string reference = "E-" + std::to_string(i);
        const auto contract = got(store, reference), item = listed(store, reference);
        CHECK(text_at(contract, "/course/indefinite") == "(nothing)");
        CHECK(text_at(item, "/indefinite") == "(nothing)");
        CHECK(text_at(contract, "/course/endUnknown") == "true");
        CHECK(finding(contract, "term-end-unknown").find("Of de overeenkomst een einde heeft, en welk, is onbekend.") !=
              std::string::npos);
    }
    CHECK(text_at(listed(store, "E-tijd"), "/indefinite") == "true");
}

TEST_CASE("nobody knows whether a contract runs whose term passed and whose renewal is unknown", "[import][contract]") {
    TestRegister store;
    take(store, header +
                    "R-1;x;;;dienst;01-01-2020;31-12-2021;3 maanden;;;\n"
                    "R-2;x;;;dienst;01-01-2020;31-12-2027;3 maanden;;;\n");
    CHECK(text_at(got(store, "R-1"), "/course/state") == "(nothing)");
    CHECK(text_at(listed(store, "R-1"), "/state") == "(nothing)");
    CHECK(page_of(store, "R-1").find("<dt>Nu</dt><dd>onbekend</dd>") != std::string::npos);
    CHECK(text_at(got(store, "R-2"), "/course/state") == "running");
    CHECK(text_at(got(store, "R-2", "2027-12-31"), "/course/state") == "running");
    CHECK(text_at(got(store, "R-2", "2028-01-01"), "/course/state") == "(nothing)");
}

TEST_CASE("that nobody gave notice before a list was taken over is not made up", "[import][contract]") {
    TestRegister store;
    const std::string list = header +
                             "P-1;x;;;dienst;01-01-2014;31-12-2015;3 maanden;stilzwijgend 1 jaar;;\n"
                             "P-2;x;;;dienst;01-01-2025;31-12-2026;3 maanden;stilzwijgend 1 jaar;;\n"
                             "P-3;x;;;dienst;01-01-2025;31-12-2027;3 maanden;stilzwijgend 1 jaar;;\n"
                             "P-4;x;;;dienst;01-01-2014;31-12-2015;3 maanden;geen;;\n"
                             "P-5;x;;;dienst;01-01-2014;31-12-2015;3 maanden;expliciet 1 jaar;;\n";
    const auto answer = take(store, list);
    CHECK(lines_of(answer, "import.end-past") == "[2]");
    CHECK(lines_of(answer, "import.notice-past") == "[3]");
    CHECK(lines_of(answer, "import.end-past-agreed") == "[6]");
    const auto past = got(store, "P-1");
    CHECK(text_at(past, "/term/unknown") == R"(["noticeGiven"])");
    CHECK(text_at(past, "/course/renewals") == "12");
    CHECK(milestone(past, "verlengd") == "2026-10-01 verwacht planned");
    CHECK(milestone(past, "opzegging") == "2027-09-30 verwacht planned");
    CHECK(milestone(past, "contracteinde") == "2027-12-31 verwacht planned");
    CHECK(finding(past, "term-renewed-presumed").starts_with("warning In het register staat geen opzegging."));
    CHECK(json::write(past).find("iet opgezegd") == std::string::npos);
    CHECK(milestone(got(store, "P-2"), "verlengd") == "2026-10-01 verwacht planned");
    for (const char* reference : {"P-3", "P-4"}) CHECK(text_at(got(store, reference), "/term/unknown") == "(nothing)");
    const auto work = store.call("worklist.list", of_all("2026-12-01", R"("month":"2026-12")"));
    CHECK(json::write(work).find("of het is opgezegd") != std::string::npos);
    // Somebody found out that none was given; the same list again does not bring the doubt back.
    const auto found = store.call("contract.change", of_one("P-1", "2026-12-02", R"("noticeGiven":null)"));
    CHECK(text_at(found, "/term/unknown") == "(nothing)");
    CHECK(milestone(found, "verlengd") == "2026-10-01 vast done");
    CHECK_FALSE(finding(found, "term-renewed").empty());
    const auto again = take(store, list, {{"/today", "2026-12-03"}});
    CHECK(counts(again) == "0 0 5 0");
    CHECK(lines_of(again, "import.end-past").empty());
    CHECK(text_at(got(store, "P-1"), "/term/unknown") == "(nothing)");
    // Or that it was, and ended the contract in time.
    const auto ended =
        store.call("contract.change", of_one("P-2", "2026-12-02", R"("noticeGiven":{"on":"2026-09-01"})"));
    CHECK(text_at(ended, "/term/unknown") == "(nothing)");
    CHECK(text_at(ended, "/course/end/date") == "2026-12-31");
    CHECK(milestone(ended, "verlengd").find("cancelled") != std::string::npos);
    store.check_sound();
}

TEST_CASE("an end that moved on in a list ends the doubt about the one before", "[import]") {
    TestRegister store;
    const std::string row = "P-1;x;;;dienst;01-01-2025;", rest = ";3 maanden;stilzwijgend 1 jaar;;\n";
    take(store, header + row + "31-12-2026" + rest);
    CHECK(text_at(got(store, "P-1"), "/term/unknown") == R"(["noticeGiven"])");
    take(store, header + row + "31-12-2027" + rest);
    CHECK(text_at(got(store, "P-1"), "/term/unknown") == "(nothing)");
    CHECK(text_at(got(store, "P-1"), "/course/renewals") == "0");
    // What was recorded here, and not in a list, is not doubted by one.
    store.call("contract.sign", request({{"/organisation", "gm0344"},
                                         {"/reference", "S-1"},
                                         {"/title", "x"},
                                         {"/kind", "dienst"},
                                         {"/term/start", "2014-01-01"},
                                         {"/term/end", "2015-12-31"},
                                         {"/term/renewal", "stilzwijgend"},
                                         {"/term/renewalMonths", 12},
                                         {"/term/notice/count", 3},
                                         {"/term/notice/unit", "months"},
                                         {"/today", "2026-12-01"}}));
    take(store, header + "S-1;x;;;dienst;01-01-2014;31-12-2015" + rest);
    CHECK(text_at(got(store, "S-1"), "/term/unknown") == "(nothing)");
}

TEST_CASE("the cell of one row is no remark about another", "[import]") {
    TestRegister store;
    const auto answer = take(store, header +
                                        "G-1;x;;;dienst;01-01-2025;31-12-2027;volgens contract;geen;;\n"
                                        "G-2;x;;;dienst;01-01-2025;31-12-2027;1 maand + 1 dag;geen;;\n"
                                        "G-3;x;;;dienst;01-01-2025;31-12-2027;3 maanden;optioneel;;\n"
                                        "G-4;x;;;dienst;01-01-2025;31-12-2027;3 maanden;optioneel;;\n");
    CHECK(message_of(answer, "import.notice-unreadable")
              .starts_with("Opzegtermijn: Bijvoorbeeld (regel 2): volgens contract is geen lengte"));
    CHECK(lines_of(answer, "import.notice-unreadable") == "[2,3]");
    const auto numbers = take(store, header + "G-5;x;;;dienst;44927;46752;;geen;;\n");
    CHECK(text_at(numbers, "/refusedRows/0/errors/0/rule") == "import.day-serial");
    CHECK(message_of(answer, "import.renewal-unreadable").starts_with("Verlenging: optioneel is niet"));
    CHECK(lines_of(answer, "import.renewal-unreadable") == "[4,5]");
}

TEST_CASE("a refused second row names a column once", "[import]") {
    TestRegister store;
    const auto answer = take(store, header +
                                        "D-1;x;;;dienst;01-01-2025;31-12-2027;3 maanden;geen;;\n"
                                        "D-1;x;;;dienst;01-01-2025;;3 maanden;;;\n");
    const std::string message = text_at(answer, "/refusedRows/0/errors/0/message");
    CHECK(message.find("met iets anders bij: Einddatum, Verlenging.") != std::string::npos);
}

TEST_CASE("a list that looks like one of contracts says so, in the words of its field", "[import]") {
    TestRegister store;
    const std::string list =
        "Overeenkomstnummer;Omschrijving;Leverancier;Soort;Ingangsdatum;Einddatum;Opzegtermijn\n"
        "C-1;x;Alfa;dienst;01-01-2025;31-12-2027;3 maanden\n";
    const auto refused = [&](const std::string& text, const Members& more = {}) {
        Members all = {{"/format", "csv"}, {"/organisation", "gm0344"}, {"/text", text}, {"/today", "2026-12-01"}};
        all.insert(all.end(), more.begin(), more.end());
        return store.refusal("register.import", request(all));
    };
    CHECK(refused(list) == Rules{"import.content-other"});
    const mvoi::render::Words words = {
        {"value", "contracten"}, {"other", "Overeenkomstnummer"}, {"column", "reference"}};
    CHECK(mvoi::render::sentence(mvoi::domain::Language::Dutch, "import.content-other", words)
              .starts_with("Geen kolom is herkend als kenmerk. Deze lijst lijkt er een van contracten:"));
    CHECK(mvoi::render::sentence(mvoi::domain::Language::Dutch, "import.column-needed",
                                 {{"path", "/mapping/reference"}, {"headers", "Nr"}})
              .starts_with("Geen kolom is herkend als kenmerk."));
    // A column that a list does not have is called by what people call it in a remark, too.
    CHECK(mvoi::render::column_named(mvoi::domain::Language::Dutch, "/mapping/noticePeriod") == "opzegtermijn");
    CHECK(mvoi::render::column_named(mvoi::domain::Language::Dutch, "noticePeriod") == "noticePeriod");
    for (const mvoi::domain::Language language : {mvoi::domain::Language::Dutch, mvoi::domain::Language::English})
        for (std::size_t i = 0; i < mvoi::intake::member_count; ++i) {
            const std::string place = mvoi::intake::place_of(static_cast<mvoi::intake::Member>(i));
            INFO(place);
            CHECK(mvoi::render::column_named(language, place) != place);
        }
    CHECK(refused(list, {{"/content", "contracten"}}).empty());
    CHECK(refused("Nr;Omschrijving\n1;x\n") == Rules{"import.column-needed"});
    // One that has a number of its own is taken, with a remark.
    const auto taken = store.call(
        "register.import", request({{"/format", "csv"},
                                    {"/organisation", "gm0344"},
                                    {"/text",
                                     "Kenmerk;Titel;Leverancier;Soort;Ingangsdatum;Einddatum;Opzegtermijn;Verlenging\n"
                                     "T-1;x;Alfa;dienst;01-01-2025;31-12-2027;3 maanden;geen\n"},
                                    {"/today", "2026-12-01"}}));
    CHECK(message_of(taken, "import.content-perhaps").find("een van contracten") != std::string::npos);
    const auto own = take(store, header + "C-2;x;;;dienst;01-01-2025;31-12-2027;;geen;;\n");
    CHECK(remark(own, "import.content-perhaps") == nullptr);
}

}  // namespace unsaid_import_test
