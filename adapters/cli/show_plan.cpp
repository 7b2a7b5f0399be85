// SPDX-License-Identifier: EUPL-1.2
#include "show.hpp"

namespace mvoi::cli {

namespace {

constexpr Field plan_facts[] = {
    {{"Procedure", "Procedure"}, "/label"},
    {{"Uiterlijk beginnen", "Latest start"}, "/latestStart"},
    {{"Dagen tot dan", "Days until then"}, "/daysLeft"},
};
constexpr Field step_fields[] = {
    {{"Datum", "Date"}, "/date"},
    {{"Mijlpaal", "Milestone"}, "/label"},
    {{"Zo geteld", "Counted like this"},
     [](const Object& step, const Page&) {
         return text_of(step, "text") + (step.has("law") ? " [" + text_of(step, "law") + "]" : "");
     }},
};
constexpr Field window_fields[] = {
    {{"Niveau", "Level"}, "/level", Show::Number},
    {{"Beginnen tot en met", "Begin until"}, "/until"},
    {{"Haalbaar", "Within reach"}, "/reachable", Show::YesNo},
    {{"Vraagt bovendien", "Takes besides"},
     [](const Object& row, const Page&) {
         std::vector<std::string> needs;
         each_object(row, "needs", [&](const Object& need) {
             needs.push_back(text_of(need, "label") + " (" + text_of(need, "days") + ")");
         });
         return joined(needs, ", ");
     }},
};
constexpr Field alternative_fields[] = {
    {{"Procedure", "Procedure"}, "/label"},
    {{"Uiterlijk beginnen", "Latest start"}, "/latestStart"},
    {{"Gebruikelijk", "Usual"},
     [](const Object& row, const Page& page) {
         return row.has("usual") ? shown(row, "/usual", Show::YesNo, page)
                                 : std::string(page.in({"niet te zeggen", "cannot be said"}));
     }},
    {{"Waarom", "Why"}, "/reason"},
};

// The steps of each milestone; its date and label stand before the first of them.
void show_counted(const Object& plan, Page& page) {
    Rows rows(step_fields, page);
    each_object(plan, "milestones", [&](const Object& milestone) {
        bool first = true;
        each_object(milestone, "steps", [&](Object step) {
            if (first) step.set("date", milestone.get("date")).set("label", milestone.get("label"));
            rows.add(step);
            first = false;
        });
        if (first) rows.add(milestone);
    });
    rows.show({"Mijlpalen", "Milestones"});
}

}  // namespace

void show_plan(const Object& answer, Page& page) {
    show_facts(answer, plan_facts, page);
    show_counted(answer, page);
    show_list(answer, "ambitionWindow", window_fields, page, {"Tot wanneer welk niveau", "Until when which level"});
    if (answer.has("mostTime")) {
        page.blank();
        page.sentence({"{}", "{}"}, {text_of(answer, "mostTime")});
    }
    show_list(answer, "alternatives", alternative_fields, page, {"Procedures naast elkaar", "Procedures side by side"});
    show_findings(answer, page);
}

}  // namespace mvoi::cli
