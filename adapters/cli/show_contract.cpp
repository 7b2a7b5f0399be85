// SPDX-License-Identifier: EUPL-1.2
#include <string>
#include <vector>

#include "show.hpp"
#include "words.hpp"

namespace mvoi::cli {

namespace {

constexpr std::size_t title_columns = 44;

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string suppliers_text(const Object& answer) {
    std::vector<std::string> names;
    each_object(answer, "suppliers", [&](const Object& each) {
        const std::string number = text_of(each, "number");
        names.push_back(text_of(each, "name") + (number.empty() ? "" : " (" + number + ")"));
    });
    return joined(names, "; ");
}

}  // namespace

std::string instruments_text(const Object& answer, const char* member, bool shown) {
    std::vector<std::string> parts;
    each_object(answer, member, [&](const Object& each) {
        if (truth_of(each, "shown") != shown) return;
        std::vector<std::string> about;
        for (const char* more : {"supplier", "validTo"})
            if (const std::string text = text_of(each, more); !text.empty()) about.push_back(text);
        const std::string edition = text_of(each, "edition");
        parts.push_back(text_of(each, "instrument") + " " + (edition.empty() ? "" : edition + " ") +
                        text_of(each, "value") + (about.empty() ? "" : " (" + joined(about, ", ") + ")"));
    });
    return joined(parts, "; ");
}

namespace {

void show_facts(const Object& answer, Page& page) {
    const auto name = [&](Text text) { return std::string(page.in(text)); };
    Pairs pairs = {
        {name({"Organisatie", "Organisation"}), text_of(answer, "organisation")},
        {name({"Kenmerk", "Reference"}), text_of(answer, "reference")},
        {name({"Titel", "Title"}), text_of(answer, "title")},
        {name({"Soort", "Kind"}), text_of(answer, "kind")},
        {name({"Aanbesteding", "Tender"}), text_of(answer, "tenderReference")},
        {name({"Percelen", "Lots"}), list_of(answer, "lots")},
        {name({"Leverancier", "Supplier"}), suppliers_text(answer)},
        {name({"Waarde", "Value"}),
         answer.has("valueCents") ? euros(integer_of(answer, "valueCents"), page.language()) : std::string()},
        {name({"Gevraagd", "Asked"}), instruments_text(answer, "instruments", false)},
        {name({"Getoond", "Shown"}), instruments_text(answer, "instruments", true)},
        {name({"CPV", "CPV"}), list_of(answer, "cpv")},
        {name({"Productgroep", "Product group"}), text_of(answer, "productGroup")},
        {name({"Getekend op", "Signed on"}), text_of(answer, "signedOn")},
        {name({"Vervolg", "Follow-up"}), text_of(answer, "followUp")},
        {name({"Bron", "Source"}), text_of(answer, "source")},
    };
    if (const Object::Ptr people = answer.getObject("people"))
        for (const std::string& role : people->getNames()) pairs.emplace_back(role, text_of(*people, role));
    page.pairs(pairs);
}

// One date of the course, and under it how it was counted.
void show_sum(const Object& course, const char* member, Text title, Page& page) {
    const Object::Ptr sum = course.getObject(member);
    if (!sum) return;
    page.blank();
    page.sentence({"{}: {}", "{}: {}"}, {page.in(title), text_of(*sum, "date")});
    each_object(*sum, "steps", [&](const Object& step) { page.verbatim("  " + text_of(step, "text")); });
}

void show_course(const Object& answer, Page& page) {
    const Object::Ptr course = answer.getObject("course");
    if (!course) return;
    page.heading({"Verloop", "Course"});
    page.sentence({"Op {}: {}.", "On {}: {}."},
                  {text_of(*course, "on"), word("course", text_of(*course, "state"), page.language())});
    if (truth_of(*course, "indefinite"))
        page.sentence({"Het contract loopt voor onbepaalde tijd.", "The contract runs for an indefinite time."});
    show_sum(*course, "end", {"Einde", "End"}, page);
    show_sum(*course, "minimumEnd", {"Einde van de minimumduur", "End of the minimum term"}, page);
    show_sum(*course, "notice", {"Uiterste dag van opzegging", "Last day to give notice"}, page);
    show_sum(*course, "option", {"Besluit over optie", "Decision on option"}, page);
    show_sum(*course, "renewBy", {"Verlenging overeenkomen", "Agree on renewal"}, page);
    const Object::Ptr end = course->getObject("end"), earliest = course->getObject("earliestEnd"),
                      longest = course->getObject("longestEnd");
    const std::string day = end ? text_of(*end, "date") : std::string();
    if (earliest && text_of(*earliest, "date") != day)
        show_sum(*course, "earliestEnd", {"Eerste einde dat nog kan", "Earliest end that can be reached"}, page);
    if (longest && text_of(*longest, "date") != day)
        show_sum(*course, "longestEnd", {"Langste duur", "Longest end"}, page);
}

}  // namespace

void show_contract(const Object& answer, Page& page) {
    page.sentence({"Contract {}, revisie {}", "Contract {}, revision {}"},
                  {text_of(answer, "contract"), text_of(answer, "revision")});
    page.blank();
    show_facts(answer, page);
    show_course(answer, page);
    show_findings(answer, page);
    show_kept_promises(answer, page);
    show_milestones(answer, page);
}

void show_contracts(const Object& answer, Page& page) {
    const Language language = page.language();
    Table table({{{"Organisatie", "Organisation"}},
                 {{"Kenmerk", "Reference"}},
                 {{"Titel", "Title"}},
                 {{"Stand", "Status"}},
                 {{"Einde", "End"}},
                 {{"Verlenging", "Renewal"}},
                 {{"Opzeggen t/m", "Notice by"}},
                 {{"Optie", "Option"}},
                 {{"Leverancier", "Supplier"}}});
    each_object(answer, "items", [&](const Object& item) {
        const Object::Ptr option = item.getObject("option");
        const std::string end = truth_of(item, "indefinite") ? std::string(page.in({"onbepaalde tijd", "indefinite"}))
                                                             : text_of(item, "end");
        table.row({text_of(item, "organisation"), text_of(item, "reference"),
                   shortened(text_of(item, "title"), title_columns), word("course", text_of(item, "state"), language),
                   end, word("renewal", text_of(item, "renewal"), language), text_of(item, "notice"),
                   option ? text_of(*option, "date") : std::string(), suppliers_text(item)});
    });
    if (table.empty()) return page.sentence({"Geen contracten gevonden.", "No contracts found."});
    page.table(table);
    if (answer.has("next")) {
        page.blank();
        page.sentence({"Er zijn er meer; --all toont ze alle.", "There are more; --all shows them all."});
    }
}

}  // namespace mvoi::cli
