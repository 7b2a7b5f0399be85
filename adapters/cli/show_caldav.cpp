// SPDX-License-Identifier: EUPL-1.2
#include "show.hpp"

namespace mvoi::cli {

namespace {

constexpr Field push_counts[] = {
    {{"nieuw", "created"}, "/created"},         {{"gewijzigd", "changed"}, "/changed"},
    {{"verwijderd", "removed"}, "/removed"},    {{"teruggezet", "set back"}, "/setBack"},
    {{"ongemoeid", "untouched"}, "/untouched"}, {{"geweigerd", "refused"}, "/refused"},
    {{"van anderen", "of others"}, "/foreign"},
};
constexpr Field refused_item_fields[] = {
    {{"Geweigerd", "Refused"}, "/uid"},
    {{"Reden", "Reason"}, "/reason"},
};

}  // namespace

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
    show_counts(answer, {"Items", "Items"}, push_counts, page);
    if (!refused) return;
    page.blank();
    show_list(answer, "items", refused_item_fields, page);
}

}  // namespace mvoi::cli
