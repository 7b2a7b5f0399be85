// SPDX-License-Identifier: EUPL-1.2
#include "show.hpp"

namespace mvoi::cli {

namespace {

std::string suppliers_text(const Object& answer, const Page&) {
    std::vector<std::string> names;
    each_object(answer, "suppliers", [&](const Object& each) {
        const std::string number = text_of(each, "number");
        names.push_back(text_of(each, "name") + (number.empty() ? "" : " (" + number + ")"));
    });
    return joined(names, "; ");
}

constexpr Text unknown{"onbekend", "unknown"};

// Of what is not there, nobody knows it.
std::string label_or_unknown(const Object& item, const char* member, const char* kind, const Page& page) {
    const std::string code = text_of(item, member);
    return code.empty() ? std::string(page.in(unknown)) : page.label(kind, code);
}
std::string renewal_text(const Object& item, const Page& page) {
    return label_or_unknown(item, "renewal", "renewal", page);
}
std::string state_text(const Object& item, const Page& page) {
    return label_or_unknown(item, "state", "course", page);
}

constexpr Field contract_facts[] = {
    {{"Organisatie", "Organisation"}, "/organisation"},
    {{"Kenmerk", "Reference"}, "/reference"},
    {{"Titel", "Title"}, "/title"},
    {{"Soort", "Kind"}, "/kind"},
    {{"Aanbesteding", "Tender"}, "/tenderReference"},
    {{"Percelen", "Lots"}, "/lots", Show::List},
    {{"Leverancier", "Supplier"}, suppliers_text},
    {{"Waarde", "Value"}, "/valueCents", Show::Euros},
    {{"Gevraagd", "Asked"},
     [](const Object& answer, const Page&) { return instruments_text(answer, "instruments", false); }},
    {{"Getoond", "Shown"},
     [](const Object& answer, const Page&) { return instruments_text(answer, "instruments", true); }},
    {{"CPV", "CPV"}, "/cpv", Show::List},
    {{"Productgroep", "Product group"}, "/productGroup"},
    {{"Verlenging", "Renewal"},
     [](const Object& answer, const Page& page) {
         const Object::Ptr term = answer.getObject("term");
         return term ? renewal_text(*term, page) : std::string();
     }},
    {{"Getekend op", "Signed on"}, "/signedOn"},
    {{"Vervolg", "Follow-up"}, "/followUp"},
    {{"Bron", "Source"}, "/source"},
};
constexpr Field contract_list_fields[] = {
    {{"Organisatie", "Organisation"}, "/organisation"},
    {{"Kenmerk", "Reference"}, "/reference"},
    {{"Titel", "Title"}, "/title", title_columns},
    {{"Stand", "Status"}, state_text},
    {{"Einde", "End"},
     [](const Object& item, const Page& page) {
         if (truth_of(item, "endUnknown")) return std::string(page.in(unknown));
         return truth_of(item, "indefinite") ? std::string(page.in({"onbepaalde tijd", "indefinite"}))
                                             : text_of(item, "end");
     }},
    {{"Verlenging", "Renewal"}, renewal_text},
    {{"Opzeggen t/m", "Notice by"}, "/notice"},
    {{"Optie", "Option"}, "/option/date"},
    {{"Leverancier", "Supplier"}, suppliers_text},
};
constexpr Field to_show_fields[] = {
    {{"Uiterlijk", "No later than"}, "/by"},
    {{"Nog te tonen", "Still to be shown"}, "/sentence"},
};

// The dates of a course. The last two are shown only when they are not the end.
constexpr Field dates[] = {
    {{"Einde", "End"}, "/end"},
    {{"Einde van de minimumduur", "End of the minimum term"}, "/minimumEnd"},
    {{"Uiterste dag van opzegging", "Last day to give notice"}, "/notice"},
    {{"Besluit over optie", "Decision on option"}, "/option"},
    {{"Verlenging overeenkomen", "Agree on renewal"}, "/renewBy"},
    {{"Eerste einde dat nog kan", "Earliest end that can be reached"}, "/earliestEnd"},
    {{"Langste duur", "Longest end"}, "/longestEnd"},
};

// Each date of the course, and under it how it was counted.
void show_course(const Object& answer, Page& page) {
    const Object::Ptr course = answer.getObject("course");
    if (!course) return;
    page.heading({"Verloop", "Course"});
    page.sentence({"Op {}: {}.", "On {}: {}."}, {text_of(*course, "on"), state_text(*course, page)});
    if (truth_of(*course, "indefinite"))
        page.sentence({"Het contract loopt voor onbepaalde tijd.", "The contract runs for an indefinite time."});
    if (truth_of(*course, "endUnknown"))
        page.sentence({"Of het contract een einde heeft, en welk, is onbekend.",
                       "Whether the contract has an end, and which, is unknown."});
    const std::string end = shown(*course, "/end/date", Show::Text, page);
    for (const Field& date : dates) {
        const Object::Ptr sum = course->getObject(std::string(date.pointer.substr(1)));
        const bool other_end = date.pointer == "/earliestEnd" || date.pointer == "/longestEnd";
        if (!sum || (other_end && text_of(*sum, "date") == end)) continue;
        page.blank();
        page.sentence({"{}: {}", "{}: {}"}, {page.in(date.title), text_of(*sum, "date")});
        each_object(*sum, "steps", [&](const Object& step) { page.verbatim("  " + text_of(step, "text")); });
    }
}

}  // namespace

std::string instruments_text(const Object& answer, const char* member, bool held) {
    std::vector<std::string> parts;
    each_object(answer, member, [&](const Object& each) {
        if (truth_of(each, "shown") != held) return;
        std::vector<std::string> about;
        for (const char* more : {"supplier", "validTo"})
            if (const std::string text = text_of(each, more); !text.empty()) about.push_back(text);
        const std::string edition = text_of(each, "edition");
        parts.push_back(text_of(each, "instrument") + " " + (edition.empty() ? "" : edition + " ") +
                        text_of(each, "value") + (about.empty() ? "" : " (" + joined(about, ", ") + ")"));
    });
    return joined(parts, "; ");
}

void show_contract(const Object& answer, Page& page) {
    page.sentence({"Contract {}, revisie {}", "Contract {}, revision {}"},
                  {text_of(answer, "contract"), text_of(answer, "revision")});
    page.blank();
    show_facts(answer, contract_facts, page);
    show_course(answer, page);
    show_findings(answer, page);
    show_standings(answer, page);
    show_milestones(answer, page);
}

void show_contracts(const Object& answer, Page& page) {
    show_items(answer, contract_list_fields, {"Geen contracten gevonden.", "No contracts found."}, page);
}

// The standing in a few lines, and what is still to be shown; the whole is a page.
void show_statement(const Object& answer, Page& page) {
    const Object::Ptr statement = answer.getObject("statement");
    if (!statement) return;
    page.sentence({"Contractstaat van {} ({}), zoals het staat op {}.", "Statement of {} ({}), as it stands on {}."},
                  {text_of(*statement, "reference"), text_of(*statement, "title"), text_of(*statement, "on")});
    page.sentence({"Van {} van de {} beloften is iets gemeten of geraamd.",
                   "Something was measured or estimated of {} of the {} promises."},
                  {shown(*statement, "/counts/measured", Show::Text, page),
                   shown(*statement, "/counts/promises", Show::Text, page)});
    page.blank();
    if (show_list(*statement, "toShow", to_show_fields, page)) page.blank();
    page.sentence({"--output FILE schrijft de bladzijde (.html), een tabel (.csv) of de gegevens (.json).",
                   "--output FILE writes the page (.html), a table (.csv) or the data (.json)."});
}

}  // namespace mvoi::cli
