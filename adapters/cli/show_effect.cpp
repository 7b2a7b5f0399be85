// SPDX-License-Identifier: EUPL-1.2
#include <string>
#include <vector>

#include "show.hpp"
#include "words.hpp"

namespace mvoi::cli {

namespace {

std::string sources_text(const Object& item, Language language) {
    const auto decimals = static_cast<std::size_t>(integer_of(item, "decimals"));
    std::vector<std::string> parts;
    each_object(item, "sources", [&](const Object& each) {
        parts.push_back(text_of(each, "source") + " " + figure(text_of(each, "value"), decimals, language));
    });
    return joined(parts, "; ");
}

// "1 van 2": promises of which days are unknown.
std::string unknown_text(const Object& item, Page& page) {
    if (integer_of(item, "promisesWithUnknown") == 0) return {};
    return fill(page.in({"{} van {}", "{} of {}"}), {text_of(item, "promisesWithUnknown"), text_of(item, "promises")});
}

// Whether anything is known of it at all: a sum of nothing is no effect of nought.
bool is_known(const Object& item) {
    const Object::Ptr days = item.getObject("days");
    return !days || integer_of(*days, "measured") + integer_of(*days, "estimated") > 0 || text_of(item, "total") != "0";
}

}  // namespace

void show_effects(const Object& answer, Page& page) {
    const Language language = page.language();
    Table table({{{"Contract", "Contract"}},
                 {{"Effect", "Effect"}},
                 {{"Thema", "Theme"}},
                 {{"Jaar", "Year"}},
                 {{"Totaal", "Total"}, Side::Right},
                 {{"Eenheid", "Unit"}},
                 {{"Gemeten", "Measured"}, Side::Right},
                 {{"Geraamd", "Estimated"}, Side::Right},
                 {{"Dagen onbekend", "Days unknown"}, Side::Right},
                 {{"Beloften met onbekend", "Promises with unknown"}},
                 {{"Bron", "Source"}}});
    bool complete = true, divided = false;
    each_object(answer, "items", [&](const Object& item) {
        const Object::Ptr days = item.getObject("days");
        const std::int64_t unknown = days ? integer_of(*days, "unknown") : 0;
        const auto decimals = static_cast<std::size_t>(integer_of(item, "decimals"));
        const auto value = [&](const char* member) { return figure(text_of(item, member), decimals, language); };
        complete = complete && truth_of(item, "complete");
        divided = divided || integer_of(item, "observationsDivided") > 0;
        table.row({text_of(item, "reference"), text_of(item, "label"), text_of(item, "theme"), text_of(item, "year"),
                   is_known(item) ? value("total") : std::string(page.in({"onbekend", "unknown"})),
                   text_of(item, "unitShown"), value("measured"), value("estimated"),
                   unknown ? number(unknown) : std::string(), unknown_text(item, page), sources_text(item, language)});
    });
    if (table.empty()) return page.sentence({"Geen effecten gevonden.", "No effects found."});
    page.table(table);
    page.blank();
    if (complete)
        page.sentence({"Stand op {}. Van elke dag tot en met die dag is iets bekend.",
                       "As of {}. Something is known of every day up to then."},
                      {text_of(answer, "on")});
    else
        page.sentence({"Stand op {}. Waar dagen onbekend zijn, is het totaal de som tot zover en niet het effect.",
                       "As of {}. Where days are unknown the total is the sum so far, and not the effect."},
                      {text_of(answer, "on")});
    if (divided)
        page.sentence({"Waarnemingen over een jaargrens zijn naar dagen over de jaren verdeeld.",
                       "Observations that lie in two years were divided over them by days."});
    if (answer.has("next"))
        page.sentence({"Er zijn er meer; --all toont ze alle.", "There are more; --all shows them all."});
}

}  // namespace mvoi::cli
