// SPDX-License-Identifier: EUPL-1.2
#include <string>

#include "show.hpp"
#include "words.hpp"

namespace mvoi::cli {

namespace {

constexpr std::size_t title_columns = 32;

// "22:30", with a sign when it is too little.
std::string hours_text(std::int64_t minutes) {
    const std::int64_t all = minutes < 0 ? -minutes : minutes;
    const std::string rest = std::to_string(all % 60);
    return (minutes < 0 ? "-" : "") + std::to_string(all / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

std::string hours_of(const Object& object, const char* member) {
    return object.has(member) ? hours_text(integer_of(object, member)) : std::string();
}

std::string share_text(const Object& object) {
    return std::to_string(integer_of(object, "withoutEstimate")) + "/" + std::to_string(integer_of(object, "promises"));
}

}  // namespace

void show_worklist(const Object& answer, Page& page) {
    page.sentence(
        {"Te doen van {} tot en met {}: {}, waarvan {} te laat.", "To do from {} to {}: {}, of which {} late."},
        {text_of(answer, "from"), text_of(answer, "to"), text_of(answer, "total"), text_of(answer, "overdue")});
    Table table({{{"Dag", "Day"}},
                 {{"Te laat", "Late"}},
                 {{"Contract", "Contract"}},
                 {{"Titel", "Title"}},
                 {{"Wie", "Who"}},
                 {{"Uur", "Hours"}, Side::Right},
                 {{"Wat", "What"}}});
    each_object(answer, "items", [&](const Object& item) {
        const std::string person = text_of(item, "person");
        table.row({text_of(item, "day"), std::string(truth_of(item, "overdue") ? page.in({"ja", "yes"}) : ""),
                   text_of(item, "reference"), shortened(text_of(item, "title"), title_columns),
                   person.empty() ? text_of(item, "owner") : person, hours_of(item, "minutes"),
                   text_of(item, "sentence")});
    });
    if (table.empty()) return;
    page.blank();
    page.table(table);
    if (answer.has("next")) {
        page.blank();
        page.sentence({"Er zijn er meer; --all toont ze alle.", "There are more; --all shows them all."});
    }
}

void show_checkability(const Object& answer, Page& page) {
    Table table({{{"Jaar", "Year"}},
                 {{"Rol", "Role"}},
                 {{"Gevraagd", "Asked"}, Side::Right},
                 {{"Aangenomen", "Assumed"}, Side::Right},
                 {{"Loopt al", "Running"}, Side::Right},
                 {{"Beschikbaar", "Available"}, Side::Right},
                 {{"Over", "Left"}, Side::Right},
                 {{"Zonder schatting", "No estimate"}, Side::Right}});
    const auto row = [&](const Object& each, const std::string& year, const std::string& who) {
        table.row({year, who, hours_of(each, "minutes"), hours_of(each, "assumedMinutes"),
                   hours_of(each, "otherMinutes"), hours_of(each, "availableMinutes"),
                   hours_of(each, "differenceMinutes"), share_text(each)});
    };
    each_object(answer, "years", [&](const Object& year) {
        const std::string number = text_of(year, "year");
        row(year, number, std::string(page.in({"samen", "together"})));
        each_object(year, "roles", [&](const Object& role) {
            const std::string label = text_of(role, "label");
            row(role, number, label.empty() ? std::string(page.in({"niemand", "nobody"})) : label);
        });
    });
    if (table.empty()) page.sentence({"Er is niets na te gaan.", "There is nothing to check."});
    if (!table.empty()) {
        page.sentence({"Uren en minuten per kalenderjaar.", "Hours and minutes per calendar year."});
        page.blank();
        page.table(table);
    }
    show_findings(answer, page);
}

}  // namespace mvoi::cli
