// SPDX-License-Identifier: EUPL-1.2
#include "render/dossier/dossier_page.hpp"

#include "render/dossier/dossier_pen.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

std::string title_of(const DossierPen& pen) {
    const Tender& tender = pen.dossier.tender;
    return tender.title.empty() ? pen.say("dossier.untitled", {{"reference", tender.reference}}) : tender.title;
}

bool is_hash(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// Loose sheets of a printed dossier are known again by the hash at their foot. Nothing but digits and letters gets in.
void write_foot_of_each_sheet(DossierPen& pen) {
    if (!pen.page.frozen || pen.page.entry <= 0 || !is_hash(pen.page.hash)) return;
    pen.html.markup("@page { @bottom-left { content: \"");
    pen.html.text(std::to_string(pen.page.entry) + " · " + pen.page.hash);
    pen.html.markup("\"; } }\n");
}

void write_header(DossierPen& pen) {
    const Tender& tender = pen.dossier.tender;
    const std::string today = pen.day(pen.dossier.today);
    pen.html.element("header", [&] {
        pen.html.line();
        pen.paragraph("soort", pen.say("dossier.kicker"));
        pen.html.element("h1", {{"dir", "auto"}}, title_of(pen));
        pen.html.line();
        pen.paragraph("van", pen.say("dossier.subtitle",
                                     {{"reference", tender.reference}, {"organisation", tender.organisation}}));
        pen.html.element("p", [&] {
            pen.html.element("strong", {{"class", pen.page.frozen ? "merk goed" : "merk half"}},
                             pen.page.frozen ? pen.say("dossier.frozen", {{"date", today}})
                                             : pen.say("dossier.not-frozen", {{"date", today}}));
        });
        pen.html.line();
    });
    pen.html.line();
}

// The way through a long page, for a keyboard and a thumb.
void write_contents(DossierPen& pen) {
    pen.html.element("nav", {{"aria-label", pen.say("dossier.contents")}}, [&] {
        pen.html.element("ul", [&] {
            const auto link = [&](Markup target, std::string_view words) {
                pen.html.element("li", [&] { pen.html.element("a", {{"href", target.text()}}, words); });
                pen.html.line();
            };
            link("#onderwerp", pen.say("dossier.about"));
            link("#stand", pen.say("dossier.standing"));
            link("#toets", pen.say("dossier.review"));
            if (pen.page.drifts) link("#wijzigingen", pen.say("dossier.drift"));
            if (!pen.dossier.tender.decisions.empty()) {
                link("#niveaus", pen.say("dossier.levels"));
                link("#themas", pen.say("dossier.themes"));
            }
            link("#bevindingen", pen.say("dossier.findings"));
            link("#motiveringen", pen.say("dossier.motives"));
            link("#percelen", pen.say("dossier.lots"));
            link("#kalender", pen.say("dossier.calendar"));
            link("#betrokkenen", pen.say("dossier.people"));
            link("#eerdere-toetsen", pen.say("dossier.earlier"));
            link("#geschiedenis", pen.say("dossier.history"));
            link("#echtheid", pen.say("dossier.proof-heading"));
        });
    });
    pen.html.line();
}

void write_main(DossierPen& pen) {
    pen.html.element("main", {{"id", "inhoud"}}, [&] {
        pen.html.line();
        write_about(pen);
        write_review(pen);
        write_drift(pen);
        write_levels(pen);
        write_themes(pen);
        write_findings(pen);
        write_motives(pen);
        write_lots(pen);
        write_calendar(pen);
        write_people(pen);
        write_earlier_reviews(pen);
        write_history(pen);
    });
    pen.html.line();
}

}  // namespace

std::string dossier_html(const Dossier& dossier, const DossierPage& page) {
    DossierPen pen(dossier, page);
    const auto style = [&] {
        write_dossier_style(pen.html);
        write_foot_of_each_sheet(pen);
    };
    pen.frame(pen.say("dossier.page-title", {{"title", title_of(pen)}}), style, [&] {
        write_header(pen);
        write_contents(pen);
        write_main(pen);
        pen.html.element("footer", [&] { write_footer(pen); });
        pen.html.line();
    });
    return std::move(pen.html).take();
}

}  // namespace mvoi::render
