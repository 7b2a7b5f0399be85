// SPDX-License-Identifier: EUPL-1.2
#include "show.hpp"

namespace mvoi::cli {

namespace {

constexpr std::size_t promise_columns = 40;

// The promise in short: "≤ 40 ton CO2e, de tekst van de belofte".
std::string promise_text(const Object& promise, const Page& page) {
    std::string what;
    for (const char* member : {"text", "criterion", "kpi"})
        if (what.empty()) what = text_of(promise, member);
    const std::string target = shown(promise, "/target", Show::Figure, page), unit = text_of(promise, "unitShown");
    if (target.empty()) return shortened(what, promise_columns);
    const bool at_most = text_of(promise, "demand") == "ten-hoogste";
    const std::string asked = (at_most ? "≤ " : "≥ ") + target + (unit.empty() ? "" : " " + unit);
    return shortened(asked + (what.empty() ? "" : ", " + what), promise_columns);
}

constexpr Field document_fields[] = {
    {{"Bewijs", "Evidence"}, "/number", Show::Number},
    {{"Soort", "Kind"}, "/kind"},
    {{"Van", "By"}, "/issuer"},
    {{"Geldig t/m", "Valid to"}, "/validTo"},
    {{"Nagezien op", "Verified on"}, "/verified/on"},
    {{"SHA-256", "SHA-256"}, "/sha256", Shortened{12}},
    {{"Waar", "Where"}, "/where"},
    {{"Ingetrokken", "Withdrawn"}, "/withdrawn"},
    {{"Op te merken", "To be noted"},
     [](const Object& document, const Page&) { return members_of(document, "findings", "sentence", " "); }},
};
constexpr Field promise_list_fields[] = {
    {{"Kenmerk", "Reference"}, "/reference"},
    {{"Nr", "No"}, "/promise/number", Show::Number},
    {{"Thema", "Theme"}, "/promise/theme"},
    {{"Belofte", "Promise"},
     [](const Object& item, const Page& page) { return promise_text(*item.getObject("promise"), page); }},
    {{"Nu", "Now"}, "/promise/standing/now/stand", Labels{"standing"}},
    {{"Stand", "Standing"}, "/promise/standing/stand", Labels{"standing"}},
    {{"Tonen voor", "Show by"}, "/promise/standing/due"},
    {{"Oordeel", "Rating"}, "/promise/rating/label"},
    {{"Oordelen voor", "Rate by"}, "/promise/ratingDue"},
    {{"Bewijs", "Evidence"},
     [](const Object& item, const Page&) { return members_of(*item.getObject("promise"), "evidence", "number"); }},
    {{"Leverancier", "Supplier"},
     [](const Object& item, const Page&) { return members_of(item, "suppliers", "name", "; "); }},
};

void show_rating(const Object& promise, Page& page) {
    if (const Object::Ptr rating = promise.getObject("rating")) {
        page.sentence({"Oordeel op {}: {} ({}).", "Rating on {}: {} ({})."},
                      {text_of(*rating, "on"), text_of(*rating, "label"), text_of(*rating, "by")});
        if (const std::string text = text_of(*rating, "text"); !text.empty()) page.verbatim("  " + text);
    }
    if (const std::string due = text_of(promise, "ratingDue"); !due.empty())
        page.sentence({"Volgend oordeel uiterlijk op {}.", "Next rating by {}."}, {due});
}

void show_one(const Object& promise, Page& page) {
    page.blank();
    page.sentence({"Belofte {} ({}): {}", "Promise {} ({}): {}"},
                  {text_of(promise, "number"), text_of(promise, "theme"), promise_text(promise, page)});
    if (const Object::Ptr standing = promise.getObject("standing")) {
        if (const Object::Ptr now = standing->getObject("now")) {
            page.sentence({"Nu: {}.", "Now: {}."}, {page.label("standing", text_of(*now, "stand"))});
            for (const std::string& each : texts_of(*now, "sentences")) page.verbatim("  " + each);
            page.sentence({"Eerder:", "Before:"}, {});
            for (const std::string& each : texts_of(*standing->getObject("past"), "sentences"))
                page.verbatim("  " + each);
        }
        page.sentence({"Op {}: {}.", "On {}: {}."},
                      {text_of(*standing, "on"), page.label("standing", text_of(*standing, "stand"))});
        for (const std::string& each : texts_of(*standing, "sentences")) page.verbatim("  " + each);
        if (const std::string due = text_of(*standing, "due"); !due.empty())
            page.sentence({"Te tonen uiterlijk op {}.", "To be shown by {}."}, {due});
    }
    show_rating(promise, page);
}

}  // namespace

void show_promise(const Object& answer, Page& page) {
    page.sentence(
        {"Contract {}, vastgelegd in regel {} van het journaal.", "Contract {}, put down in entry {} of the journal."},
        {text_of(answer, "reference"), text_of(answer, "entry")});
    show_findings(answer, page);
    show_list(answer, "documents", document_fields, page, {"Bewijs", "Evidence"});
    each_object(answer, "promises", [&](const Object& each) {
        show_one(each, page);
        each_object(each, "findings",
                    [&](const Object& finding) { page.verbatim("! " + text_of(finding, "sentence")); });
    });
}

void show_standings(const Object& answer, Page& page) {
    if (size_of(answer, "promises") == 0) return;
    page.heading({"Beloften", "Promises"});
    each_object(answer, "promises", [&](const Object& each) { show_one(each, page); });
}

void show_promises(const Object& answer, Page& page) {
    show_items(answer, promise_list_fields, {"Geen beloften gevonden.", "No promises found."}, page);
}

}  // namespace mvoi::cli
