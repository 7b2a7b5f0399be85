// SPDX-License-Identifier: EUPL-1.2
#include "show.hpp"

namespace mvoi::cli {

namespace {

std::string head_text(const Object& answer, const Page&) {
    const Object::Ptr head = answer.getObject("head");
    return head ? text_of(*head, "seq") + ":" + text_of(*head, "hash") : std::string();
}

std::string break_text(const Object& answer, const Page&) {
    const Object::Ptr broken = answer.getObject("broken");
    return broken ? text_of(*broken, "seq") + ": " + text_of(*broken, "sentence") : std::string();
}

// The message without the name of its place, which has a column of its own.
std::string reason_text(const Object& error, const Page&) {
    const std::string message = text_of(error, "message"), place = text_of(error, "member") + ": ";
    return message.starts_with(place) ? message.substr(place.size()) : message;
}

constexpr Field refused_row_fields[] = {
    {{"Regel", "Line"}, "/line", Show::Number},
    {{"Kenmerk", "Reference"}, "/reference"},
    {{"Veld", "Member"}, "/member"},
    {{"Reden", "Reason"}, reason_text},
};
constexpr Field import_counts[] = {
    {{"gelezen", "read"}, "/rows"},
    {{"toegevoegd", "added"}, "/added"},
    {{"gewijzigd", "changed"}, "/changed"},
    {{"ongewijzigd", "unchanged"}, "/unchanged"},
    {{"geweigerd", "refused"}, "/refused"},
    {{"met opmerking", "with a remark"}, "/warned"},
    {{"in het register gehouden", "kept as in the register"},
     [](const Object& answer, const Page&) {
         return integer_of(answer, "kept") > 0 ? text_of(answer, "kept") : std::string();
     }},
    {{"niet ingevuld", "not filled in"},
     [](const Object& answer, const Page&) {
         return integer_of(answer, "empty") > 0 ? text_of(answer, "empty") : std::string();
     }},
};
std::string remark_lines(const Object& remark, const Page& page) {
    std::vector<std::string> lines;
    const std::int64_t count = integer_of(remark, "count");
    if (const Array::Ptr all = remark.getArray("lines"))
        for (std::size_t i = 0; i < all->size() && i < 8; ++i)
            lines.push_back(all->getElement<std::string>(static_cast<unsigned>(i)));
    const auto more = count - static_cast<std::int64_t>(lines.size());
    const std::string text = joined(lines, ", ");
    return more > 0 ? text + " " + std::string(page.in({"en nog", "and another"})) + " " + number(more) : text;
}
constexpr Field remark_fields[] = {
    {{"Regels", "Lines"}, remark_lines},
    {{"Veld", "Member"}, "/member"},
    {{"Opmerking", "Remark"}, reason_text},
};
constexpr Field kept_fields[] = {
    {{"Regel", "Line"}, "/line", Show::Number},
    {{"Kenmerk", "Reference"}, "/reference"},
    {{"Gehouden", "Kept"}, "/message"},
};
constexpr Field unused_fields[] = {
    {{"Kolom", "Column"}, "/header"},
    {{"Reden", "Reason"}, reason_text},
};
constexpr Field head_fact[] = {{{"Kop", "Head"}, head_text}};
constexpr Field verified_facts[] = {
    {{"Posten gelezen", "Entries read"}, "/entries"},
    {{"Zwartgelakt", "Blacked out"}, "/redacted"},
    head_fact[0],
    {{"Eerste breuk", "First break"}, break_text},
};
constexpr Field table_fields[] = {
    {{"Tabel", "Table"}, "/table"},
    {{"Rijen", "Rows"}, "/rows", Show::Number},
};
constexpr Field entry_fields[] = {
    {{"Nr", "No"}, "/seq", Show::Number},
    {{"Tijdstip (UTC)", "Time (UTC)"}, "/at"},
    {{"Wie", "Who"}, "/actor"},
    {{"Herkomst", "Origin"}, "/origin"},
    {{"Bewerking", "Operation"}, "/operation"},
    {{"Voorwerp", "Object"}, "/object"},
};
constexpr Field operation_fields[] = {
    {{"Bewerking", "Operation"}, "/operation"},
    {{"Schrijft", "Writes"}, "/writes", Show::YesNo},
    {{"Sinds", "Since"}, "/since"},
    {{"Wat", "What"}, "/title"},
};

// Rows of a file that were refused, or kept with a remark: each with its line and each reason.
void show_rows(const Object& answer, const std::string& member, Text title, std::int64_t all, Page& page) {
    Rows rows(refused_row_fields, page);
    each_object(answer, member, [&](const Object& row) {
        each_object(row, "errors", [&](Object error) {
            rows.add(error.set("line", row.get("line")).set("reference", row.get("reference")));
        });
    });
    if (!rows.show(title)) return;
    if (const auto listed = static_cast<std::int64_t>(size_of(answer, member)); listed < all)
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
    show_counts(answer, {"Rijen", "Rows"}, import_counts, page);
    show_rows(answer, "refusedRows", {"Geweigerd", "Refused"}, integer_of(answer, "refused"), page);
    std::vector<std::string> used;
    Rows unused(unused_fields, page);
    each_object(answer, "columns", [&](const Object& column) {
        if (column.has("member"))
            used.push_back(text_of(column, "header"));
        else
            unused.add(column);
    });
    if (!used.empty()) {
        page.blank();
        page.sentence({"Gebruikte kolommen: {}.", "Columns used: {}."}, {joined(used, ", ")});
    }
    unused.show({"Niet gebruikt", "Not used"});
    Rows remarks(remark_fields, page);
    each_object(answer, "remarks", [&](const Object& remark) { remarks.add(remark); });
    remarks.show({"Met opmerking", "With a remark"});
    Rows kept(kept_fields, page);
    each_object(answer, "keptParts", [&](const Object& part) { kept.add(part); });
    kept.show({"In het register gehouden", "Kept as in the register"});
}

void show_verified(const Object& answer, Page& page) {
    page.sentence(truth_of(answer, "intact")
                      ? Text{"Het journaal is ongeschonden.", "The journal is intact."}
                      : Text{"Het journaal is NIET ongeschonden.", "The journal is NOT intact."});
    show_facts(answer, verified_facts, page);
    show_list(answer, "tables", table_fields, page);
}

void show_backup(const Object& answer, Page& page) {
    page.sentence({"Kopie geschreven naar {} ({} bytes).", "Copy written to {} ({} bytes)."},
                  {text_of(answer, "path"), text_of(answer, "bytes")});
    show_facts(answer, head_fact, page);
}

void show_restored(const Object& answer, Page& page) {
    page.sentence({"Het register op {} is teruggezet: {} posten, nagelopen.",
                   "The register at {} is put back: {} entries, checked."},
                  {text_of(answer, "path"), text_of(answer, "entries")});
    if (answer.has("kept"))
        page.sentence({"Wat er stond, is bewaard als {}.", "What was there is kept as {}."}, {text_of(answer, "kept")});
    show_facts(answer, head_fact, page);
}

void show_rebuilt(const Object& answer, Page& page) {
    const Text equal{"{} regels nagelopen; de tabellen waren al wat het journaal zegt.",
                     "{} entries followed; the tables were already what the journal says."};
    const Text other{"{} regels nagelopen; deze tabellen waren anders dan het journaal zegt:",
                     "{} entries followed; these tables were not what the journal says:"};
    page.sentence(truth_of(answer, "equal") ? equal : other, {text_of(answer, "entries")});
    show_list(answer, "differences", table_fields, page);
}

void show_journal(const Object& answer, Page& page) {
    if (!show_list(answer, "entries", entry_fields, page)) return page.sentence({"Geen regels.", "No entries."});
    if (!answer.has("next")) return;
    page.blank();
    page.sentence({"Er zijn er meer; verder met --after {}.", "There are more; go on with --after {}."},
                  {text_of(answer, "next")});
}

void show_operations(const Object& answer, Page& page) {
    page.sentence(
        {"libmvoi {}, ABI {}, registerschema {}, regels {}", "libmvoi {}, ABI {}, register schema {}, rules {}"},
        {text_of(answer, "library"), text_of(answer, "abi"), text_of(answer, "schema"), text_of(answer, "rules")});
    page.blank();
    show_list(answer, "operations", operation_fields, page);
    each_object(answer, "operations", [&](const Object& operation) {
        for (const auto& [member, title] :
             {std::pair("request", Text{"Verzoek", "Request"}), std::pair("answer", Text{"Antwoord", "Answer"})}) {
            if (!operation.has(member)) continue;
            page.heading(title);
            const std::string schema = indented(operation.get(member));
            for (const std::string_view line : split(schema, '\n')) page.verbatim(line);
        }
    });
}

}  // namespace mvoi::cli
