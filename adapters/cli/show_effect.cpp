// SPDX-License-Identifier: EUPL-1.2
#include "show.hpp"

namespace mvoi::cli {

namespace {

// As many decimals as the effect has.
std::string rounded(const Object& item, const std::string& exact, const Page& page) {
    return figure(exact, static_cast<std::size_t>(integer_of(item, "decimals")), page.language());
}

// A sum of nothing is no effect of nought: then nothing is known.
std::string total_text(const Object& item, const Page& page) {
    const Object::Ptr days = item.getObject("days");
    const bool known =
        !days || integer_of(*days, "measured") + integer_of(*days, "estimated") > 0 || text_of(item, "total") != "0";
    return known ? rounded(item, text_of(item, "total"), page) : std::string(page.in({"onbekend", "unknown"}));
}

std::string unknown_days(const Object& item, const Page& page) {
    const std::string days = shown(item, "/days/unknown", Show::Text, page);
    return days == "0" ? "" : days;
}

// "1 van 2": promises of which days are unknown.
std::string unknown_promises(const Object& item, const Page& page) {
    if (integer_of(item, "promisesWithUnknown") == 0) return {};
    return fill(page.in({"{} van {}", "{} of {}"}), {text_of(item, "promisesWithUnknown"), text_of(item, "promises")});
}

std::string sources_text(const Object& item, const Page& page) {
    std::vector<std::string> parts;
    each_object(item, "sources", [&](const Object& each) {
        parts.push_back(text_of(each, "source") + " " + rounded(item, text_of(each, "value"), page));
    });
    return joined(parts, "; ");
}

constexpr Field effect_fields[] = {
    {{"Contract", "Contract"}, "/reference"},
    {{"Effect", "Effect"}, "/label"},
    {{"Thema", "Theme"}, "/theme"},
    {{"Jaar", "Year"}, "/year"},
    {{"Totaal", "Total"}, total_text, Show::Number},
    {{"Eenheid", "Unit"}, "/unitShown"},
    {{"Gemeten", "Measured"},
     [](const Object& item, const Page& page) { return rounded(item, text_of(item, "measured"), page); },
     Show::Number},
    {{"Geraamd", "Estimated"},
     [](const Object& item, const Page& page) { return rounded(item, text_of(item, "estimated"), page); },
     Show::Number},
    {{"Dagen onbekend", "Days unknown"}, unknown_days, Show::Number},
    {{"Beloften met onbekend", "Promises with unknown"}, unknown_promises},
    {{"Bron", "Source"}, sources_text},
};

}  // namespace

void show_effects(const Object& answer, Page& page) {
    if (!show_list(answer, "items", effect_fields, page))
        return page.sentence({"Geen effecten gevonden.", "No effects found."});
    bool complete = true, divided = false;
    each_object(answer, "items", [&](const Object& item) {
        complete = complete && truth_of(item, "complete");
        divided = divided || integer_of(item, "observationsDivided") > 0;
    });
    const Text whole{"Stand op {}. Van elke dag tot en met die dag is iets bekend.",
                     "As of {}. Something is known of every day up to then."};
    const Text so_far{"Stand op {}. Waar dagen onbekend zijn, is het totaal de som tot zover en niet het effect.",
                      "As of {}. Where days are unknown the total is the sum so far, and not the effect."};
    page.blank();
    page.sentence(complete ? whole : so_far, {text_of(answer, "on")});
    if (divided)
        page.sentence({"Waarnemingen over een jaargrens zijn naar dagen over de jaren verdeeld.",
                       "Observations that lie in two years were divided over them by days."});
    show_more(answer, page);
}

}  // namespace mvoi::cli
