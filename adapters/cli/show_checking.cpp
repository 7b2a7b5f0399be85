// SPDX-License-Identifier: EUPL-1.2
#include "show.hpp"

namespace mvoi::cli {

namespace {

constexpr Field work_fields[] = {
    {{"Dag", "Day"}, "/day"},
    {{"Te laat", "Late"}, "/overdue", Show::Yes},
    {{"Contract", "Contract"}, "/reference"},
    {{"Titel", "Title"}, "/title", Shortened{32}},
    {{"Wie", "Who"},
     [](const Object& item, const Page&) {
         const std::string person = text_of(item, "person");
         return person.empty() ? text_of(item, "owner") : person;
     }},
    {{"Uur", "Hours"}, "/minutes", Show::Hours},
    {{"Wat", "What"}, "/sentence"},
};
constexpr Field recount_fields[] = {
    {{"Kenmerk", "Number"}, "/reference"},
    {{"Titel", "Title"}, "/title", Shortened{32}},
    {{"Wat", "What"}, "/sentence"},
};
constexpr Field effort_fields[] = {
    {{"Jaar", "Year"}, "/year"},
    {{"Rol", "Role"}, "/who"},
    {{"Gevraagd", "Asked"}, "/minutes", Show::Hours},
    {{"Aangenomen", "Assumed"}, "/assumedMinutes", Show::Hours},
    {{"Loopt al", "Running"}, "/otherMinutes", Show::Hours},
    {{"Beschikbaar", "Available"}, "/availableMinutes", Show::Hours},
    {{"Over", "Left"}, "/differenceMinutes", Show::Hours},
    {{"Zonder schatting", "No estimate"},
     [](const Object& row, const Page&) {
         return number(integer_of(row, "withoutEstimate")) + "/" + number(integer_of(row, "promises"));
     },
     Show::Number},
};

}  // namespace

void show_worklist(const Object& answer, Page& page) {
    page.sentence(
        {"Te doen van {} tot en met {}: {}, waarvan {} te laat.", "To do from {} to {}: {}, of which {} late."},
        {text_of(answer, "from"), text_of(answer, "to"), text_of(answer, "total"), text_of(answer, "overdue")});
    if (size_of(answer, "items") == 0) return;
    page.blank();
    show_items(answer, work_fields, {}, page);
}

// A row for each day, under the tender or contract that it is of.
void show_recounts(const Object& answer, Page& page) {
    if (size_of(answer, "items") == 0)
        return page.sentence({"Er is niets opnieuw te tellen.", "There is nothing to count again."});
    Rows rows(recount_fields, page);
    each_object(answer, "items", [&](const Object& item) {
        each_object(item, "changes", [&](const Object& change) {
            Object row = change;
            rows.add(row.set("reference", text_of(item, "reference")).set("title", text_of(item, "title")));
        });
    });
    rows.show();
}

void show_checkability(const Object& answer, Page& page) {
    Rows rows(effort_fields, page);
    const auto add = [&](Object row, const std::string& year, const std::string& who, Text nobody) {
        rows.add(row.set("year", year).set("who", who.empty() ? std::string(page.in(nobody)) : who));
    };
    each_object(answer, "years", [&](const Object& year) {
        const std::string number = text_of(year, "year");
        add(year, number, {}, {"samen", "together"});
        each_object(year, "roles", [&](const Object& role) {
            add(role, number, text_of(role, "label"), {"niemand", "nobody"});
        });
    });
    if (size_of(answer, "years") == 0) {
        page.sentence({"Er is niets na te gaan.", "There is nothing to check."});
    } else {
        page.sentence({"Uren en minuten per kalenderjaar.", "Hours and minutes per calendar year."});
        page.blank();
        rows.show();
    }
    show_findings(answer, page);
}

}  // namespace mvoi::cli
