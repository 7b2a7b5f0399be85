// SPDX-License-Identifier: EUPL-1.2
#include <Poco/JSON/Object.h>

#include <string>
#include <vector>

#include "show.hpp"
#include "words.hpp"

namespace mvoi::cli {

namespace {

constexpr std::size_t title_columns = 44;
constexpr std::size_t label_columns = 32;

// "18.010 (2020-12-10) minimumeis, technische-specificatie"
std::string criterion_text(const Object& criterion, Language language) {
    std::string text = text_of(criterion, "number");
    if (criterion.has("edition")) text += " (" + text_of(criterion, "edition") + ")";
    std::vector<std::string> parts;
    for (const char* member : {"title", "kind", "legalForm"}) {
        if (criterion.has(member)) parts.push_back(text_of(criterion, member));
    }
    if (criterion.has("level")) parts.push_back(word("level", text_of(criterion, "level"), language));
    if (criterion.has("weight")) parts.push_back(text_of(criterion, "weight") + "%");
    if (!text.empty() && !parts.empty()) text += " ";
    return text + joined(parts, ", ");
}

// "Circulair (inclusief biobased)" as "Circulair": a narrow column has no room for what is between brackets.
std::string short_label(const Object& theme) {
    const std::string label = text_of(theme, "label");
    return shortened(label.substr(0, label.find(" (")), label_columns);
}

// What a decision says besides its state: the criteria, the explanation, where the level came from, or how long it has
// been open.
std::string decision_text(const Object& theme, Language language) {
    std::vector<std::string> parts;
    if (const std::string source = text_of(theme, "levelSource"); !source.empty() && source != "request")
        parts.push_back(fill(Text{"niveau {}", "level {}"}.in(language), {word("source", source, language)}));
    each_object(theme, "criteria",
                [&](const Object& criterion) { parts.push_back(criterion_text(criterion, language)); });
    for (const char* member : {"explanation", "deviation"}) {
        const Object::Ptr explanation = theme.getObject(member);
        if (!explanation) continue;
        parts.push_back(text_of(*explanation, "label") + ": " + text_of(*explanation, "text") + " (" +
                        text_of(*explanation, "author") + ", " + text_of(*explanation, "date") + ")");
    }
    if (theme.has("proposedLevel")) {
        constexpr Text proposed{"voorstel {}", "proposed {}"};
        parts.push_back(fill(proposed.in(language), {word("level", text_of(theme, "proposedLevel"), language)}));
    }
    if (const std::string days = text_of(theme, "ageDays"); !days.empty() && days != "0") {
        const Text open =
            days == "1" ? Text{"{} dag open", "open for {} day"} : Text{"{} dagen open", "open for {} days"};
        parts.push_back(fill(open.in(language), {days}));
    }
    return joined(parts, "; ");
}

}  // namespace

void show_themes(const Object& answer, Page& page) {
    const Language language = page.language();
    Table table({{{"Thema", "Theme"}},
                 {{"Besluit", "Decision"}},
                 {{"Niveau", "Level"}},
                 {{"Sinds", "Since"}},
                 {{"Toelichting", "Details"}}});
    each_object(answer, "themes", [&](const Object& theme) {
        table.row({short_label(theme), word("state", text_of(theme, "state"), language),
                   word("level", text_of(theme, "level"), language), text_of(theme, "since"),
                   decision_text(theme, language)});
    });
    if (table.empty()) return;
    page.heading({"Thema's", "Themes"});
    page.table(table);
}

void show_flags(const Object& answer, Page& page) {
    Table table({{{"Vlag", "Flag"}}, {{"Sinds", "Since"}}, {{"Thema's", "Themes"}}});
    each_object(answer, "flags", [&](const Object& flag) {
        table.row({text_of(flag, "label"), text_of(flag, "since"), list_of(flag, "themes")});
    });
    if (table.empty()) return;
    page.heading({"Vlaggen", "Flags"});
    page.table(table);
}

void show_milestones(const Object& answer, Page& page) {
    Table table(
        {{{"Mijlpaal", "Milestone"}}, {{"Wanneer", "When"}}, {{"Zekerheid", "Certainty"}}, {{"Stand", "Status"}}});
    each_object(answer, "milestones", [&](const Object& milestone) {
        table.row({text_of(milestone, "label"), text_of(milestone, "date"),
                   word("certainty", text_of(milestone, "certainty"), page.language()),
                   word("milestone", text_of(milestone, "status"), page.language())});
    });
    if (table.empty()) return;
    page.heading({"Mijlpalen", "Milestones"});
    page.table(table);
}

namespace {

void show_signed(const Object& answer, Page& page) {
    Table table({{{"Contract", "Contract"}}, {{"Titel", "Title"}}, {{"Start", "Start"}}, {{"Einde", "End"}}});
    each_object(answer, "contracts", [&](const Object& each) {
        table.row({text_of(each, "reference"), shortened(text_of(each, "title"), title_columns), text_of(each, "start"),
                   text_of(each, "end")});
    });
    if (table.empty()) return;
    page.heading({"Contracten", "Contracts"});
    page.table(table);
}

std::string amount(const Object& object, const std::string& member, Language language) {
    return object.has(member) ? euros(integer_of(object, member), language) : std::string();
}

std::string value_text(const Object& answer, Language language) {
    const Object::Ptr band = answer.getObject("estimatedValueBand");
    if (!band) return amount(answer, "estimatedValueCents", language);
    const std::string from = amount(*band, "fromCents", language);
    const std::string to = amount(*band, "toCents", language);
    if (from.empty()) return fill(Text{"tot {}", "up to {}"}.in(language), {to});
    if (to.empty()) return fill(Text{"vanaf {}", "from {}"}.in(language), {from});
    return fill(Text{"{} tot {}", "{} to {}"}.in(language), {from, to});
}

std::string ambition_text(const Object& answer, Language language) {
    if (!answer.has("ambition")) return {};
    std::string level = word("level", text_of(answer, "ambition"), language);
    if (!answer.has("ambitionSource")) return level;
    return level + ", " + word("source", text_of(answer, "ambitionSource"), language);
}

std::string registration_text(const Object& answer, Language language) {
    std::string state = word("registration", text_of(answer, "registration"), language);
    if (!answer.has("lapsesOn")) return state;
    return fill(Text{"{}, vervalt na {}", "{}, lapses after {}"}.in(language), {state, text_of(answer, "lapsesOn")});
}

std::string lots_text(const Object& answer, Language language) {
    std::vector<std::string> lots;
    each_object(answer, "lots", [&](const Object& lot) {
        std::string text = text_of(lot, "number");
        if (lot.has("title")) text += " " + text_of(lot, "title");
        if (lot.has("estimatedValueCents")) text += " (" + amount(lot, "estimatedValueCents", language) + ")";
        lots.push_back(text);
    });
    return joined(lots, "; ");
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

void show_facts(const Object& answer, Page& page) {
    const Language language = page.language();
    const auto name = [&](Text text) { return std::string(text.in(language)); };
    Pairs pairs = {
        {name({"Organisatie", "Organisation"}), text_of(answer, "organisation")},
        {name({"Kenmerk", "Reference"}), text_of(answer, "reference")},
        {name({"Titel", "Title"}), text_of(answer, "title")},
        {name({"Soort", "Kind"}), text_of(answer, "kind")},
        {name({"Fase", "Phase"}), text_of(answer, "phaseLabel")},
        {name({"Reden", "Reason"}), text_of(answer, "phaseReason")},
        {name({"Registratie", "Registration"}), registration_text(answer, language)},
        {name({"Gestart op", "Started on"}), text_of(answer, "startedOn")},
        {name({"Procedure", "Procedure"}), text_of(answer, "procedure")},
        {name({"Geraamde waarde", "Estimated value"}), value_text(answer, language)},
        {name({"CPV", "CPV"}), list_of(answer, "cpv")},
        {name({"Productgroep", "Product group"}), text_of(answer, "productGroup")},
        {name({"Sector", "Sector"}), text_of(answer, "sector")},
        {name({"Percelen", "Lots"}), lots_text(answer, language)},
        {name({"Instrumenten", "Instruments"}), list_of(answer, "instruments")},
        {name({"Gevraagd", "Asked"}), instruments_text(answer, "instrumentValues", false)},
        {name({"Ambitie", "Ambition"}), ambition_text(answer, language)},
        {name({"Beleid", "Policy"}), text_of(answer, "policy")},
        {name({"Regels", "Rules"}), text_of(answer, "rules")},
        {name({"Bron", "Source"}), text_of(answer, "source")},
    };
    if (const Object::Ptr people = answer.getObject("people")) {
        for (const std::string& role : people->getNames()) pairs.emplace_back(role, text_of(*people, role));
    }
    page.pairs(pairs);
}

// "3 toegepast, 2 onbeslist": states as they are found, in the order of the three.
std::string states_text(const Object& item, Language language) {
    const Object::Ptr themes = item.getObject("themes");
    std::vector<std::string> parts;
    for (const char* state : {"applied", "explained", "undecided"}) {
        int count = 0;
        for (const std::string& theme : themes ? themes->getNames() : Object::NameList())
            count += text_of(*themes, theme) == state ? 1 : 0;
        if (count > 0) parts.push_back(number(count) + " " + word("state", state, language));
    }
    return joined(parts, ", ");
}

std::string flag_codes(const Object& item) {
    std::vector<std::string> codes;
    each_object(item, "flags", [&](const Object& flag) { codes.push_back(text_of(flag, "flag")); });
    return joined(codes, ", ");
}

}  // namespace

void show_findings(const Object& answer, Page& page) {
    Table table({{{"Weegt als", "Weight"}}, {{"Bevinding", "Finding"}}});
    each_object(answer, "findings", [&](const Object& finding) {
        std::string sentence = text_of(finding, "sentence");
        if (finding.has("source")) sentence += " [" + text_of(finding, "source") + "]";
        table.row({word("severity", text_of(finding, "severity"), page.language()), sentence});
    });
    if (table.empty()) return;
    page.heading({"Bevindingen", "Findings"});
    page.table(table);
}

void show_tender(const Object& answer, Page& page) {
    page.sentence({"Aanbesteding {}, revisie {}", "Tender {}, revision {}"},
                  {text_of(answer, "tender"), text_of(answer, "revision")});
    page.blank();
    show_facts(answer, page);
    show_passage(answer, page);
    show_themes(answer, page);
    show_flags(answer, page);
    show_findings(answer, page);
    show_milestones(answer, page);
    show_signed(answer, page);
}

void show_tenders(const Object& answer, Page& page) {
    const Language language = page.language();
    Table table({{{"Organisatie", "Organisation"}},
                 {{"Kenmerk", "Reference"}},
                 {{"Titel", "Title"}},
                 {{"Fase", "Phase"}},
                 {{"Gestart op", "Started on"}},
                 {{"Thema's", "Themes"}},
                 {{"Vlaggen", "Flags"}}});
    each_object(answer, "items", [&](const Object& item) {
        std::string phase = text_of(item, "phaseLabel");
        const std::string registration = text_of(item, "registration");
        if (registration != "confirmed") phase += " (" + word("registration", registration, language) + ")";
        table.row({text_of(item, "organisation"), text_of(item, "reference"),
                   shortened(text_of(item, "title"), title_columns), phase, text_of(item, "startedOn"),
                   states_text(item, language), flag_codes(item)});
    });
    if (table.empty()) return page.sentence({"Geen aanbestedingen gevonden.", "No tenders found."});
    page.table(table);
    if (answer.has("next")) {
        page.blank();
        page.sentence({"Er zijn er meer; --all toont ze alle.", "There are more; --all shows them all."});
    }
}

void show_calendar(const Object& answer, Page& page) {
    const Object::Ptr body = parse_object(text_of(answer, "body"));
    Table table({{{"Wanneer", "When"}},
                 {{"Mijlpaal", "Milestone"}},
                 {{"Stand", "Status"}},
                 {{"Organisatie", "Organisation"}},
                 {{"Kenmerk", "Reference"}},
                 {{"Titel", "Title"}}});
    each_object(body ? *body : Object(), "items", [&](const Object& item) {
        table.row({text_of(item, "date"), text_of(item, "label"),
                   word("milestone", text_of(item, "status"), page.language()), text_of(item, "organisation"),
                   text_of(item, "reference"), text_of(item, "title")});
    });
    if (table.empty()) return page.sentence({"Geen mijlpalen in deze periode.", "No milestones in this period."});
    page.table(table);
}

}  // namespace mvoi::cli
