// SPDX-License-Identifier: EUPL-1.2
#include "show.hpp"
#include "words.hpp"

namespace mvoi::cli {

namespace {

std::string yes_or_no(const Object& object, const std::string& member, Language language) {
    const bool yes = object.optValue<bool>(member, false);
    return std::string(Text{yes ? "ja" : "nee", yes ? "yes" : "no"}.in(language));
}

void show_counted(const Object& plan, Page& page) {
    Table table({{{"Datum", "Date"}}, {{"Mijlpaal", "Milestone"}}, {{"Zo geteld", "Counted like this"}}});
    each_object(plan, "milestones", [&](const Object& milestone) {
        std::string date = text_of(milestone, "date"), label = text_of(milestone, "label");
        each_object(milestone, "steps", [&](const Object& step) {
            std::string counted = text_of(step, "text");
            if (step.has("law")) counted += " [" + text_of(step, "law") + "]";
            table.row({date, label, counted});
            date.clear();
            label.clear();
        });
        if (!date.empty()) table.row({date, label, ""});
    });
    page.heading({"Mijlpalen", "Milestones"});
    page.table(table);
}

void show_window(const Object& plan, Page& page) {
    Table table({{{"Niveau", "Level"}, Side::Right},
                 {{"Beginnen tot en met", "Begin until"}},
                 {{"Haalbaar", "Within reach"}},
                 {{"Vraagt bovendien", "Takes besides"}}});
    each_object(plan, "ambitionWindow", [&](const Object& row) {
        std::string needs;
        each_object(row, "needs", [&](const Object& need) {
            needs += (needs.empty() ? "" : ", ") + text_of(need, "label") + " (" + text_of(need, "days") + ")";
        });
        table.row({text_of(row, "level"), text_of(row, "until"), yes_or_no(row, "reachable", page.language()), needs});
    });
    if (table.empty()) return;
    page.heading({"Tot wanneer welk niveau", "Until when which level"});
    page.table(table);
}

void show_alternatives(const Object& plan, Page& page) {
    Table table({{{"Procedure", "Procedure"}},
                 {{"Uiterlijk beginnen", "Latest start"}},
                 {{"Gebruikelijk", "Usual"}},
                 {{"Waarom", "Why"}}});
    each_object(plan, "alternatives", [&](const Object& row) {
        table.row({text_of(row, "label"), text_of(row, "latestStart"), yes_or_no(row, "usual", page.language()),
                   text_of(row, "reason")});
    });
    if (table.empty()) return;
    page.heading({"Procedures naast elkaar", "Procedures side by side"});
    page.table(table);
}

}  // namespace

void show_plan(const Object& answer, Page& page) {
    page.pairs({{std::string(page.in({"Procedure", "Procedure"})), text_of(answer, "label")},
                {std::string(page.in({"Uiterlijk beginnen", "Latest start"})), text_of(answer, "latestStart")},
                {std::string(page.in({"Dagen tot dan", "Days until then"})), text_of(answer, "daysLeft")}});
    show_counted(answer, page);
    show_window(answer, page);
    if (answer.has("mostTime")) {
        page.blank();
        page.sentence({"{}", "{}"}, {text_of(answer, "mostTime")});
    }
    show_alternatives(answer, page);
    show_findings(answer, page);
}

}  // namespace mvoi::cli
