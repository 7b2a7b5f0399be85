// SPDX-License-Identifier: EUPL-1.2
#include <string>
#include <vector>

#include "show.hpp"
#include "words.hpp"

namespace mvoi::cli {

namespace {

std::string head_text(const Object& answer) {
    const Object::Ptr head = answer.getObject("head");
    return head ? text_of(*head, "seq") + ":" + text_of(*head, "hash") : std::string();
}

// The message without the name of its place, which has a column of its own.
std::string reason_of(const Object& error) {
    const std::string message = text_of(error, "message");
    const std::string place = text_of(error, "member") + ": ";
    return message.starts_with(place) ? message.substr(place.size()) : message;
}

// Rows of a file that were refused, or kept with a remark: each with its line and each reason.
void show_rows(const Object& answer, const std::string& member, Text title, std::int64_t all, Page& page) {
    Table table(
        {{{"Regel", "Line"}, Side::Right}, {{"Kenmerk", "Reference"}}, {{"Veld", "Member"}}, {{"Reden", "Reason"}}});
    std::int64_t listed = 0;
    each_object(answer, member, [&](const Object& row) {
        ++listed;
        each_object(row, "errors", [&](const Object& error) {
            table.row({text_of(row, "line"), text_of(row, "reference"), text_of(error, "member"), reason_of(error)});
        });
    });
    if (table.empty()) return;
    page.heading(title);
    page.table(table);
    if (listed < all)
        page.sentence({"… en nog {} (zie --list-refused)", "… and {} more (see --list-refused)"},
                      {number(all - listed)});
}

}  // namespace

void show_policy(const Object& answer, Page& page) {
    page.sentence({"Beleid {} van {} geldt vanaf {}.", "Policy {} of {} holds from {}."},
                  {text_of(answer, "policy"), text_of(answer, "organisation"), text_of(answer, "validFrom")});
    show_findings(answer, page);
}

void show_import(const Object& answer, Page& page) {
    Table counts({{{"Rijen", "Rows"}}, {{"Aantal", "Number"}, Side::Right}});
    const auto count = [&](Text name, const std::string& member) {
        counts.row({std::string(page.in(name)), text_of(answer, member)});
    };
    count({"gelezen", "read"}, "rows");
    count({"toegevoegd", "added"}, "added");
    count({"gewijzigd", "changed"}, "changed");
    count({"ongewijzigd", "unchanged"}, "unchanged");
    count({"geweigerd", "refused"}, "refused");
    count({"met opmerking", "with a remark"}, "warned");
    if (integer_of(answer, "empty") > 0) count({"niet ingevuld", "not filled in"}, "empty");
    page.table(counts);
    show_rows(answer, "refusedRows", {"Geweigerd", "Refused"}, integer_of(answer, "refused"), page);
    show_rows(answer, "warnedRows", {"Met opmerking opgenomen", "Kept with a remark"}, integer_of(answer, "warned"),
              page);
}

void show_verified(const Object& answer, Page& page) {
    const Object::Ptr broken = answer.getObject("broken");
    if (truth_of(answer, "intact")) {
        page.sentence({"Het journaal is ongeschonden.", "The journal is intact."});
    } else {
        page.sentence({"Het journaal is NIET ongeschonden.", "The journal is NOT intact."});
    }
    page.pairs({{std::string(page.in({"Posten gelezen", "Entries read"})), text_of(answer, "entries")},
                {std::string(page.in({"Zwartgelakt", "Blacked out"})), text_of(answer, "redacted")},
                {std::string(page.in({"Kop", "Head"})), head_text(answer)},
                {std::string(page.in({"Eerste breuk", "First break"})),
                 broken ? text_of(*broken, "seq") + ": " + text_of(*broken, "sentence") : std::string()}});
}

void show_backup(const Object& answer, Page& page) {
    page.sentence({"Kopie geschreven naar {} ({} bytes).", "Copy written to {} ({} bytes)."},
                  {text_of(answer, "path"), text_of(answer, "bytes")});
    page.pairs({{std::string(page.in({"Kop", "Head"})), head_text(answer)}});
}

void show_rebuilt(const Object& answer, Page& page) {
    const std::string entries = text_of(answer, "entries");
    if (truth_of(answer, "equal")) {
        page.sentence({"{} posten nagelopen; de tabellen waren al wat het journaal zegt.",
                       "{} entries followed; the tables were already what the journal says."},
                      {entries});
        return;
    }
    page.sentence({"{} posten nagelopen; deze tabellen waren anders dan het journaal zegt:",
                   "{} entries followed; these tables were not what the journal says:"},
                  {entries});
    Table table({{{"Tabel", "Table"}}, {{"Rijen", "Rows"}, Side::Right}});
    each_object(answer, "differences", [&](const Object& difference) {
        table.row({text_of(difference, "table"), text_of(difference, "rows")});
    });
    page.table(table);
}

void show_journal(const Object& answer, Page& page) {
    Table table({{{"Nr", "No"}, Side::Right},
                 {{"Tijdstip (UTC)", "Time (UTC)"}},
                 {{"Wie", "Who"}},
                 {{"Herkomst", "Origin"}},
                 {{"Bewerking", "Operation"}},
                 {{"Voorwerp", "Object"}}});
    each_object(answer, "entries", [&](const Object& entry) {
        table.row({text_of(entry, "seq"), text_of(entry, "at"), text_of(entry, "actor"), text_of(entry, "origin"),
                   text_of(entry, "operation"), text_of(entry, "object")});
    });
    if (table.empty()) return page.sentence({"Geen posten.", "No entries."});
    page.table(table);
    if (answer.has("next")) {
        page.blank();
        page.sentence({"Er zijn er meer; verder met --after {}.", "There are more; go on with --after {}."},
                      {text_of(answer, "next")});
    }
}

void show_operations(const Object& answer, Page& page) {
    page.sentence(
        {"libmvoi {}, ABI {}, registerschema {}, regels {}", "libmvoi {}, ABI {}, register schema {}, rules {}"},
        {text_of(answer, "library"), text_of(answer, "abi"), text_of(answer, "schema"), text_of(answer, "rules")});
    Table table({{{"Bewerking", "Operation"}}, {{"Schrijft", "Writes"}}, {{"Sinds", "Since"}}, {{"Wat", "What"}}});
    std::vector<std::pair<Text, Poco::Dynamic::Var>> schemas;
    each_object(answer, "operations", [&](const Object& operation) {
        const Text yes_or_no = truth_of(operation, "writes") ? Text{"ja", "yes"} : Text{"nee", "no"};
        table.row({text_of(operation, "operation"), std::string(page.in(yes_or_no)), text_of(operation, "since"),
                   text_of(operation, "title")});
        if (operation.has("request")) schemas.push_back({{"Verzoek", "Request"}, operation.get("request")});
        if (operation.has("answer")) schemas.push_back({{"Antwoord", "Answer"}, operation.get("answer")});
    });
    page.blank();
    page.table(table);
    for (const auto& [title, schema] : schemas) {
        page.heading(title);
        const std::string text = indented(schema);
        for (const std::string_view line : split(text, '\n')) page.verbatim(line);
    }
}

}  // namespace mvoi::cli
