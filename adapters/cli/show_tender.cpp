// SPDX-License-Identifier: EUPL-1.2
#include "show.hpp"

namespace mvoi::cli {

namespace {

constexpr std::size_t label_columns = 32;

std::string level_text(const Object& object, const std::string& member, const Page& page) {
    const std::string level = text_of(object, member);
    return level.empty() ? level : level + " " + page.label("level", level);
}

// "18.010 (2020-12-10) minimumeis, technische-specificatie"
std::string criterion_text(const Object& criterion, const Page& page) {
    std::string text = text_of(criterion, "number");
    if (criterion.has("edition")) text += " (" + text_of(criterion, "edition") + ")";
    std::vector<std::string> parts;
    for (const char* member : {"title", "kind", "legalForm"})
        if (criterion.has(member)) parts.push_back(text_of(criterion, member));
    if (criterion.has("level")) parts.push_back(level_text(criterion, "level", page));
    if (criterion.has("weight")) parts.push_back(text_of(criterion, "weight") + "%");
    if (criterion.has("rank")) parts.push_back("nr. " + text_of(criterion, "rank"));
    if (!text.empty() && !parts.empty()) text += " ";
    return text + joined(parts, ", ");
}

// "Circulair (inclusief biobased)" as "Circulair": a narrow column has no room for what is between brackets.
std::string short_label(const Object& theme, const Page&) {
    const std::string label = text_of(theme, "label");
    return shortened(label.substr(0, label.find(" (")), label_columns);
}

// A decision besides its state: the criteria, the explanation, where the level came from, or how long it has been open.
std::string decision_text(const Object& theme, const Page& page) {
    std::vector<std::string> parts;
    if (const std::string source = text_of(theme, "levelSource"); !source.empty() && source != "request")
        parts.push_back(fill(page.in({"niveau {}", "level {}"}), {page.label("source", source)}));
    each_object(theme, "criteria", [&](const Object& each) { parts.push_back(criterion_text(each, page)); });
    for (const char* member : {"explanation", "deviation"}) {
        const Object::Ptr explanation = theme.getObject(member);
        if (!explanation) continue;
        parts.push_back(text_of(*explanation, "label") + ": " + text_of(*explanation, "text") + " (" +
                        text_of(*explanation, "author") + ", " + text_of(*explanation, "date") + ")");
    }
    if (theme.has("proposedLevel"))
        parts.push_back(fill(page.in({"voorstel {}", "proposed {}"}), {level_text(theme, "proposedLevel", page)}));
    if (const std::string days = text_of(theme, "ageDays"); !days.empty() && days != "0") {
        const Text open =
            days == "1" ? Text{"{} dag open", "open for {} day"} : Text{"{} dagen open", "open for {} days"};
        parts.push_back(fill(page.in(open), {days}));
    }
    return joined(parts, "; ");
}

constexpr Field theme_fields[] = {
    {{"Thema", "Theme"}, short_label},
    {{"Besluit", "Decision"}, "/state", Labels{"state"}},
    {{"Niveau", "Level"}, [](const Object& theme, const Page& page) { return level_text(theme, "level", page); }},
    {{"Sinds", "Since"}, "/since"},
    {{"Toelichting", "Details"}, decision_text},
};
constexpr Field flag_fields[] = {
    {{"Vlag", "Flag"}, "/label"},
    {{"Sinds", "Since"}, "/since"},
    {{"Thema's", "Themes"}, "/themes", Show::List},
};
constexpr Field milestone_fields[] = {
    {{"Mijlpaal", "Milestone"}, "/label"},
    {{"Wanneer", "When"}, "/date"},
    {{"Zekerheid", "Certainty"}, "/certainty", Labels{"certainty"}},
    {{"Stand", "Status"}, "/status", Labels{"milestone"}},
};
constexpr Field contract_fields[] = {
    {{"Contract", "Contract"}, "/reference"},
    {{"Titel", "Title"}, "/title", title_columns},
    {{"Start", "Start"}, "/start"},
    {{"Einde", "End"}, "/end"},
};
constexpr Field finding_fields[] = {
    {{"Weegt als", "Weight"}, "/severity", Labels{"severity"}},
    {{"Bevinding", "Finding"}, finding_text},
};

// ---- the facts of a tender ------------------------------------------------------------------------------------------

std::string value_text(const Object& answer, const Page& page) {
    if (!answer.has("estimatedValueBand")) return shown(answer, "/estimatedValueCents", Show::Euros, page);
    const std::string from = shown(answer, "/estimatedValueBand/fromCents", Show::Euros, page);
    const std::string to = shown(answer, "/estimatedValueBand/toCents", Show::Euros, page);
    if (from.empty()) return fill(page.in({"tot {}", "up to {}"}), {to});
    if (to.empty()) return fill(page.in({"vanaf {}", "from {}"}), {from});
    return fill(page.in({"{} tot {}", "{} to {}"}), {from, to});
}

std::string ambition_text(const Object& answer, const Page& page) {
    const std::string level = level_text(answer, "ambition", page);
    if (level.empty() || !answer.has("ambitionSource")) return level;
    return level + ", " + page.label("source", text_of(answer, "ambitionSource"));
}

std::string registration_text(const Object& answer, const Page& page) {
    const std::string state = page.label("registration", text_of(answer, "registration"));
    if (!answer.has("lapsesOn")) return state;
    return fill(page.in({"{}, vervalt na {}", "{}, lapses after {}"}), {state, text_of(answer, "lapsesOn")});
}

std::string lots_text(const Object& answer, const Page& page) {
    std::vector<std::string> lots;
    each_object(answer, "lots", [&](const Object& lot) {
        std::string text = text_of(lot, "number");
        if (lot.has("title")) text += " " + text_of(lot, "title");
        if (lot.has("estimatedValueCents")) text += " (" + shown(lot, "/estimatedValueCents", Show::Euros, page) + ")";
        lots.push_back(text);
    });
    return joined(lots, "; ");
}

constexpr Field tender_facts[] = {
    {{"Organisatie", "Organisation"}, "/organisation"},
    {{"Kenmerk", "Reference"}, "/reference"},
    {{"Titel", "Title"}, "/title"},
    {{"Soort", "Kind"}, "/kind"},
    {{"Fase", "Phase"}, "/phaseLabel"},
    {{"Reden", "Reason"}, "/phaseReason"},
    {{"Registratie", "Registration"}, registration_text},
    {{"Gestart op", "Started on"}, "/startedOn"},
    {{"Procedure", "Procedure"}, "/procedure"},
    {{"Geraamde waarde", "Estimated value"}, value_text},
    {{"CPV", "CPV"}, "/cpv", Show::List},
    {{"Productgroep", "Product group"}, "/productGroup"},
    {{"Sector", "Sector"}, "/sector"},
    {{"Percelen", "Lots"}, lots_text},
    {{"Instrumenten", "Instruments"}, "/instruments", Show::List},
    {{"Gevraagd", "Asked"},
     [](const Object& answer, const Page&) { return instruments_text(answer, "instrumentValues", false); }},
    {{"Ambitie", "Ambition"}, ambition_text},
    {{"Beleid", "Policy"}, "/policy"},
    {{"Regels", "Rules"}, "/rules"},
    {{"Bron", "Source"}, "/source"},
};

// ---- lists ----------------------------------------------------------------------------------------------------------

// "3 toegepast, 2 onbeslist": states as they are found, in the order of the three.
std::string states_text(const Object& item, const Page& page) {
    const Object::Ptr themes = item.getObject("themes");
    std::vector<std::string> parts;
    for (const char* state : {"applied", "explained", "undecided"}) {
        int count = 0;
        for (const std::string& theme : themes ? themes->getNames() : Object::NameList())
            count += text_of(*themes, theme) == state ? 1 : 0;
        if (count > 0) parts.push_back(number(count) + " " + page.label("state", state));
    }
    return joined(parts, ", ");
}

std::string phase_text(const Object& item, const Page& page) {
    const std::string phase = text_of(item, "phaseLabel"), registration = text_of(item, "registration");
    return registration == "confirmed" ? phase : phase + " (" + page.label("registration", registration) + ")";
}

constexpr Field tender_list_fields[] = {
    {{"Organisatie", "Organisation"}, "/organisation"},
    {{"Kenmerk", "Reference"}, "/reference"},
    {{"Titel", "Title"}, "/title", title_columns},
    {{"Fase", "Phase"}, phase_text},
    {{"Gestart op", "Started on"}, "/startedOn"},
    {{"Thema's", "Themes"}, states_text},
    {{"Vlaggen", "Flags"}, [](const Object& item, const Page&) { return members_of(item, "flags", "flag"); }},
};
constexpr Field calendar_fields[] = {
    {{"Wanneer", "When"}, "/date"},
    {{"Mijlpaal", "Milestone"}, "/label"},
    {{"Stand", "Status"}, "/status", Labels{"milestone"}},
    {{"Organisatie", "Organisation"}, "/organisation"},
    {{"Kenmerk", "Reference"}, "/reference"},
    {{"Titel", "Title"}, "/title"},
};

}  // namespace

std::string finding_text(const Object& finding, const Page&) {
    const std::string sentence = text_of(finding, "sentence");
    return finding.has("source") ? sentence + " [" + text_of(finding, "source") + "]" : sentence;
}

void show_themes(const Object& answer, Page& page) {
    show_list(answer, "themes", theme_fields, page, {"Thema's", "Themes"});
}

void show_flags(const Object& answer, Page& page) {
    show_list(answer, "flags", flag_fields, page, {"Vlaggen", "Flags"});
}

void show_milestones(const Object& answer, Page& page) {
    show_list(answer, "milestones", milestone_fields, page, {"Mijlpalen", "Milestones"});
}

void show_findings(const Object& answer, Page& page) {
    show_list(answer, "findings", finding_fields, page, {"Bevindingen", "Findings"});
}

void show_tender(const Object& answer, Page& page) {
    page.sentence({"Aanbesteding {}, revisie {}", "Tender {}, revision {}"},
                  {text_of(answer, "tender"), text_of(answer, "revision")});
    page.blank();
    show_facts(answer, tender_facts, page);
    show_passage(answer, page);
    show_themes(answer, page);
    show_flags(answer, page);
    show_findings(answer, page);
    show_milestones(answer, page);
    show_list(answer, "contracts", contract_fields, page, {"Contracten", "Contracts"});
}

void show_tenders(const Object& answer, Page& page) {
    show_items(answer, tender_list_fields, {"Geen aanbestedingen gevonden.", "No tenders found."}, page);
}

void show_calendar(const Object& answer, Page& page) {
    const Object::Ptr body = parse_object(text_of(answer, "body"));
    show_items(body ? *body : Object(), calendar_fields,
               {"Geen mijlpalen in deze periode.", "No milestones in this period."}, page);
}

}  // namespace mvoi::cli
