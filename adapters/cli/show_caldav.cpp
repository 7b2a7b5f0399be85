// SPDX-License-Identifier: EUPL-1.2
#include "show.hpp"

namespace mvoi::cli {

void show_pushed(const Object& answer, Page& page) {
    const bool dry_run = truth_of(answer, "dryRun");
    const Text would{"Wat er met {} zou gebeuren:", "What would be done with {}:"};
    const Text done{"{} is gelijk aan de kalender.", "{} is equal to the calendar."};
    const Text partly{"{} is bijgewerkt, behalve wat de server weigerde.",
                      "{} is up to date, but for what the server refused."};
    const bool refused = integer_of(answer, "refused") > 0;
    page.sentence(dry_run ? would : refused ? partly : done, {text_of(answer, "collection")});
    if (truth_of(answer, "made"))
        page.sentence(dry_run ? Text{"De collectie zou worden gemaakt.", "The collection would be made."}
                              : Text{"De collectie is gemaakt.", "The collection was made."});
    page.blank();
    constexpr std::pair<const char*, Text> rows[] = {
        {"created", {"nieuw", "created"}},         {"changed", {"gewijzigd", "changed"}},
        {"removed", {"verwijderd", "removed"}},    {"setBack", {"teruggezet", "set back"}},
        {"untouched", {"ongemoeid", "untouched"}}, {"refused", {"geweigerd", "refused"}},
        {"foreign", {"van anderen", "of others"}}};
    Table counts({{{"Items", "Items"}}, {{"Aantal", "Number"}, Side::Right}});
    for (const auto& [member, title] : rows) counts.row({std::string(page.in(title)), text_of(answer, member)});
    page.table(counts);
    Table items({{{"Geweigerd", "Refused"}}, {{"Reden", "Reason"}}});
    each_object(answer, "items", [&](const Object& item) {
        items.row({text_of(item, "uid"), text_of(item, "reason")});
    });
    if (items.empty()) return;
    page.blank();
    page.table(items);
}

}  // namespace mvoi::cli
