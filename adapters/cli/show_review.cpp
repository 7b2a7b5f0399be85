// SPDX-License-Identifier: EUPL-1.2
#include "show.hpp"

namespace mvoi::cli {

namespace {

std::string met_text(const Object& condition, const Page& page) {
    return truth_of(condition, "met") ? text_of(condition, "metOn") : std::string(page.in({"nog niet", "not yet"}));
}

std::string condition_text(const Object& condition, const Page&) {
    const std::string text = text_of(condition, "text");
    return condition.has("metText") ? text + " (" + text_of(condition, "metText") + ")" : text;
}

constexpr Field review_facts[] = {
    {{"Organisatie", "Organisation"}, "/organisation"},
    {{"Aanbesteding", "Tender"}, "/reference"},
    {{"Tenderboard", "Board"}, "/board"},
    {{"Vraag", "Question"}, "/text"},
    {{"Stand", "State"}, "/state", Labels{"review"}},
    {{"Aan zet", "To answer"}, "/next"},
    {{"Volgorde", "Sequence"}, "/reviewers", Show::List},
    {{"Gevraagd op", "Asked on"}, "/askedOn"},
    {{"Vergadering", "Meeting"}, "/meeting"},
    {{"Voorgelegd in regel", "Frozen in entry"}, "/frozenEntry"},
};
constexpr Field verdict_fields[] = {
    {{"Rol", "Role"}, "/role"}, {{"Oordeel", "Verdict"}, "/label"}, {{"Door", "By"}, "/author"},
    {{"Op", "On"}, "/date"},    {{"Tekst", "Text"}, "/text"},
};
constexpr Field condition_fields[] = {
    {{"Nr", "No"}, "/number", Show::Number},
    {{"Van", "Of"}, "/role"},
    {{"Vervuld", "Met"}, met_text},
    {{"Voorwaarde", "Condition"}, condition_text},
};
constexpr Field drift_fields[] = {
    {{"Wijziging", "Change"}, "/label"},
    {{"Thema", "Theme"}, "/theme"},
    {{"Was", "Was"}, "/before"},
    {{"Is nu", "Is now"}, "/after"},
};
constexpr Field dossier_facts[] = {
    {{"Aanbesteding", "Tender"}, "/tender"},
    {{"Hash", "Hash"}, "/hash"},
};
constexpr Field written_fields[] = {
    {{"Kenmerk", "Reference"}, "/reference"},
    {{"Titel", "Title"}, "/title", title_columns},
    {{"Vlaggen", "Flags"}, [](const Object& item, const Page&) { return members_of(item, "flags", "flag"); }},
    {{"Thema's", "Themes"}, "/themes", Show::List},
};
constexpr Field agenda_fields[] = {
    {{"Publicatie", "Publication"}, "/publication"},
    {{"Dagen", "Days"}, "/daysToPublication", Show::Number},
    {{"Kenmerk", "Reference"}, "/reference"},
    {{"Titel", "Title"}, "/title", Shortened{36}},
    {{"Stand", "State"}, "/state", Labels{"review"}},
    {{"Vergadering", "Meeting"}, "/meeting"},
    {{"Toets", "Review"}, "/review"},
    {{"Waarom", "Why"}, "/why"},
};

}  // namespace

void show_review(const Object& answer, Page& page) {
    page.sentence({"Toets {}, revisie {}", "Review {}, revision {}"},
                  {text_of(answer, "review"), text_of(answer, "revision")});
    page.blank();
    show_facts(answer, review_facts, page);
    show_list(answer, "verdicts", verdict_fields, page, {"Oordelen", "Verdicts"});
    show_list(answer, "conditions", condition_fields, page, {"Voorwaarden", "Conditions"});
    show_list(answer, "drift", drift_fields, page, {"Gewijzigd sinds het bevriezen", "Changed since it was frozen"});
}

void show_dossier(const Object& answer, Page& page) {
    const Text frozen{"Dossier van {}, zoals voorgelegd: regel {} van het journaal.",
                      "Dossier of {}, as submitted: entry {} of the journal."};
    const Text current{"Dossier van {}, stand van regel {}.", "Dossier of {}, as entry {} has it."};
    page.sentence(truth_of(answer, "frozen") ? frozen : current,
                  {text_of(answer, "reference"), text_of(answer, "entry")});
    show_facts(answer, dossier_facts, page);
    page.blank();
    page.sentence({"--html FILE schrijft de bladzijde, --json toont haar gegevens.",
                   "--html FILE writes the page, --json shows its data."});
}

void show_dossiers(const Object& answer, Page& page) {
    if (show_list(answer, "items", written_fields, page)) page.blank();
    const std::string count = text_of(answer, "count"), index = text_of(answer, "index");
    const Text one{"{} dossier en index.html geschreven naar {}.", "{} dossier and index.html written to {}."};
    const Text several{"{} dossiers en index.html geschreven naar {}.", "{} dossiers and index.html written to {}."};
    page.sentence(count == "1" ? one : several, {count, index.substr(0, index.rfind('/'))});
}

void show_agenda(const Object& answer, Page& page) {
    if (answer.has("meeting")) {
        page.sentence({"Volgende vergadering waarvoor stukken nog op tijd zijn: {}",
                       "Next meeting whose papers can still be in: {}"},
                      {text_of(answer, "meeting")});
        page.blank();
    }
    show_items(answer, agenda_fields, {"Niets vraagt aandacht.", "Nothing needs attention."}, page);
}

}  // namespace mvoi::cli
