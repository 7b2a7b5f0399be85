// SPDX-License-Identifier: EUPL-1.2
#include <string>
#include <vector>

#include "show.hpp"
#include "words.hpp"

namespace mvoi::cli {

namespace {

constexpr std::size_t about_columns = 40;
constexpr std::size_t fingerprint_columns = 12;

std::string said_of(const Object& promise) {
    for (const char* member : {"text", "criterion", "kpi"})
        if (const std::string text = text_of(promise, member); !text.empty()) return text;
    return {};
}

// What was promised, as shortly as it can be said.
std::string about(const Object& promise, Language language) {
    if (const std::string target = text_of(promise, "target"); !target.empty()) {
        const bool at_most = text_of(promise, "demand") == "ten-hoogste";
        const std::string unit = text_of(promise, "unitShown");
        const std::string asked = (at_most ? "≤ " : "≥ ") + figure(target, language) + (unit.empty() ? "" : " " + unit);
        const std::string what = said_of(promise);
        return shortened(asked + (what.empty() ? "" : ", " + what), about_columns);
    }
    return shortened(said_of(promise), about_columns);
}

std::string standing_member(const Object& promise, const char* member) {
    const Object::Ptr standing = promise.getObject("standing");
    return standing ? text_of(*standing, member) : std::string();
}

std::string rating_label(const Object& promise) {
    const Object::Ptr rating = promise.getObject("rating");
    return rating ? text_of(*rating, "label") : std::string();
}

std::string evidence_numbers(const Object& promise) {
    std::vector<std::string> numbers;
    each_object(promise, "evidence", [&](const Object& each) { numbers.push_back(text_of(each, "number")); });
    return joined(numbers, ", ");
}

void show_rating(const Object& promise, Page& page) {
    if (const Object::Ptr rating = promise.getObject("rating")) {
        page.sentence({"Oordeel op {}: {} ({}).", "Rating on {}: {} ({})."},
                      {text_of(*rating, "on"), text_of(*rating, "label"), text_of(*rating, "by")});
        if (const std::string text = text_of(*rating, "text"); !text.empty()) page.verbatim("  " + text);
    }
    if (const std::string due = text_of(promise, "ratingDue"); !due.empty())
        page.sentence({"Volgend oordeel uiterlijk op {}.", "Next rating by {}."}, {due});
}

void show_documents(const Object& answer, const char* member, Text title, Page& page) {
    Table table({{{"Bewijs", "Evidence"}, Side::Right},
                 {{"Soort", "Kind"}},
                 {{"Van", "By"}},
                 {{"Geldig t/m", "Valid to"}},
                 {{"Nagezien op", "Verified on"}},
                 {{"SHA-256", "SHA-256"}},
                 {{"Waar", "Where"}},
                 {{"Ingetrokken", "Withdrawn"}},
                 {{"Op te merken", "To be noted"}}});
    each_object(answer, member, [&](const Object& each) {
        const Object::Ptr verified = each.getObject("verified");
        std::vector<std::string> findings;
        each_object(each, "findings", [&](const Object& finding) { findings.push_back(text_of(finding, "sentence")); });
        table.row({text_of(each, "number"), text_of(each, "kind"), text_of(each, "issuer"), text_of(each, "validTo"),
                   verified ? text_of(*verified, "on") : std::string(),
                   shortened(text_of(each, "sha256"), fingerprint_columns), text_of(each, "where"),
                   text_of(each, "withdrawn"), joined(findings, " ")});
    });
    if (table.empty()) return;
    page.heading(title);
    page.table(table);
}

void show_one(const Object& promise, Page& page) {
    page.blank();
    page.sentence({"Belofte {} ({}): {}", "Promise {} ({}): {}"},
                  {text_of(promise, "number"), text_of(promise, "theme"), about(promise, page.language())});
    if (const Object::Ptr standing = promise.getObject("standing")) {
        page.sentence({"Op {}: {}.", "On {}: {}."},
                      {text_of(*standing, "on"), word("stand", text_of(*standing, "stand"), page.language())});
        if (const Array::Ptr sentences = standing->getArray("sentences"))
            for (const auto& each : *sentences) page.verbatim("  " + plain(each));
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
    show_documents(answer, "documents", {"Bewijs", "Evidence"}, page);
    each_object(answer, "promises", [&](const Object& each) {
        show_one(each, page);
        each_object(each, "findings",
                    [&](const Object& finding) { page.verbatim("! " + text_of(finding, "sentence")); });
    });
}

void show_kept_promises(const Object& answer, Page& page) {
    if (!answer.has("promises") || answer.getArray("promises")->size() == 0) return;
    page.heading({"Beloften", "Promises"});
    each_object(answer, "promises", [&](const Object& each) { show_one(each, page); });
}

void show_promises(const Object& answer, Page& page) {
    Table table({{{"Kenmerk", "Reference"}},
                 {{"Nr", "No"}, Side::Right},
                 {{"Thema", "Theme"}},
                 {{"Belofte", "Promise"}},
                 {{"Stand", "Standing"}},
                 {{"Tonen voor", "Show by"}},
                 {{"Oordeel", "Rating"}},
                 {{"Oordelen voor", "Rate by"}},
                 {{"Bewijs", "Evidence"}},
                 {{"Leverancier", "Supplier"}}});
    each_object(answer, "items", [&](const Object& item) {
        const Object::Ptr promise = item.getObject("promise");
        if (!promise) return;
        std::vector<std::string> suppliers;
        each_object(item, "suppliers", [&](const Object& each) { suppliers.push_back(text_of(each, "name")); });
        table.row({text_of(item, "reference"), text_of(*promise, "number"), text_of(*promise, "theme"),
                   about(*promise, page.language()), word("stand", standing_member(*promise, "stand"), page.language()),
                   standing_member(*promise, "due"), rating_label(*promise), text_of(*promise, "ratingDue"),
                   evidence_numbers(*promise), joined(suppliers, "; ")});
    });
    if (table.empty()) return page.sentence({"Geen beloften gevonden.", "No promises found."});
    page.table(table);
    if (answer.has("next")) {
        page.blank();
        page.sentence({"Er zijn er meer; --all toont ze alle.", "There are more; --all shows them all."});
    }
}

}  // namespace mvoi::cli
