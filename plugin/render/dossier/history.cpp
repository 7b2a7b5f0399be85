// SPDX-License-Identifier: EUPL-1.2
// The history of the tender, by the journal; and the entry and hash by which this page can be checked.
#include <cstddef>

#include "render/dossier/dossier_pen.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

// "21 november 2026, 10.30 uur"; what is no moment stays as it is.
std::string moment(const DossierPen& pen, const std::string& stamp) {
    const auto day = parse_date(std::string_view(stamp).substr(0, 10));
    if (!day || stamp.size() < 16 || stamp[10] != 'T') return stamp;
    return pen.say("dossier.moment",
                   {{"date", pen.day(*day)}, {"hour", stamp.substr(11, 2)}, {"minute", stamp.substr(14, 2)}});
}

// In words where we have them; a later operation than this page knows is shown by its name.
std::string operation(const DossierPen& pen, const std::string& name) {
    const std::string key = "dossier.did." + name;
    return has_sentence(pen.page.language, key) ? pen.say(key) : name;
}

std::string actor(const DossierPen& pen, const HistoryLine& line) {
    if (line.role.empty()) return line.actor;
    return line.actor.empty() ? pen.label("roles", line.role) : line.actor + ", " + pen.label("roles", line.role);
}

// Eight groups of eight, as one reads a hash to another.
std::string in_groups(const std::string& hash) {
    std::string groups;
    for (std::size_t i = 0; i < hash.size(); ++i) {
        if (i > 0 && i % 8 == 0) groups += ' ';
        groups += hash[i];
    }
    return groups;
}

void write_hash(DossierPen& pen, std::string_view name, const std::string& hash) {
    if (hash.empty()) return;
    pen.html.element("div", [&] {
        pen.html.element("dt", name);
        pen.html.element("dd", [&] { pen.html.element("code", hash); });
        pen.html.element("dd", [&] { pen.html.element("code", {{"class", "groepen"}}, in_groups(hash)); });
    });
    pen.html.line();
}

void write_entry_of_dossier(DossierPen& pen) {
    if (pen.page.entry > 0) pen.fact(pen.say("dossier.entry-of-dossier"), std::to_string(pen.page.entry));
    write_hash(pen, pen.say("dossier.hash-of-dossier"), pen.page.hash);
}

void write_entry_of_tender(DossierPen& pen) {
    if (pen.dossier.tender_entry <= 0) return;
    pen.fact(pen.say("dossier.entry-of-tender"), std::to_string(pen.dossier.tender_entry));
    write_hash(pen, pen.say("dossier.hash-of-tender"), pen.dossier.tender_hash);
}

}  // namespace

void write_history(DossierPen& pen) {
    pen.section("geschiedenis", pen.say("dossier.history"), [&] {
        if (pen.dossier.history.empty()) return pen.paragraph(pen.say("dossier.history-none"));
        Table(pen.html, pen.say("dossier.history-caption"),
              {{pen.say("dossier.entry"), 10},
               {pen.say("dossier.when"), 30},
               {pen.say("dossier.what"), 35},
               {pen.say("dossier.by"), 25}},
              [&](Table& table) {
                  for (const HistoryLine& line : pen.dossier.history)
                      table.row({std::to_string(line.entry), moment(pen, line.at), operation(pen, line.operation),
                                 actor(pen, line)});
              });
    });
}

void write_footer(DossierPen& pen) {
    const DossierPage& page = pen.page;
    const std::string today = pen.day(pen.dossier.today);
    pen.html.element("h2", {{"id", "echtheid"}}, pen.say("dossier.proof-heading"));
    pen.html.line();
    pen.paragraph("kern", page.frozen ? pen.say("dossier.frozen", {{"date", today}})
                                      : pen.say("dossier.not-frozen", {{"date", today}}));
    pen.facts([&] {
        if (page.frozen) write_entry_of_dossier(pen);
        write_entry_of_tender(pen);
        pen.fact(pen.say("dossier.tender-number"),
                 pen.say("dossier.tender-revision", {{"tender", pen.dossier.tender.id},
                                                     {"revision", std::to_string(pen.dossier.tender.revision)}}));
        if (!pen.dossier.tender.source.empty()) pen.fact(pen.say("dossier.imported"), pen.dossier.tender.source);
        pen.fact(pen.say("dossier.rules"),
                 pen.dossier.tender.rules.empty() ? page.book.rules.edition() : pen.dossier.tender.rules);
    });
    if (page.frozen) pen.paragraph("bron", pen.say("dossier.how-to-check"));
}

}  // namespace mvoi::render
