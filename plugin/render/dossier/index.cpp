// SPDX-License-Identifier: EUPL-1.2
#include "render/dossier/index.hpp"

#include "render/page/page_pen.hpp"

namespace mvoi::render {

using namespace domain;

namespace {

void write_index_style(Html& html) {
    html.markup(R"css(
.stukken { padding: 0; list-style: none; }
.stukken li { margin: 0; padding: .75rem 0; border-bottom: 1px solid var(--lijn); }
.stukken h2 { margin: 0 0 .25rem; padding: 0; border: 0; font-size: 1.13rem; }
)css");
}

std::string listed(const std::vector<std::string>& parts, std::string_view between) {
    std::string line;
    for (const std::string& part : parts) line.append(line.empty() ? "" : between).append(part);
    return line;
}

void write_header(PagePen& pen, const DossierIndex& index, const std::string& title) {
    const std::string date = pen.day(index.today);
    pen.html.element("header", [&] {
        pen.html.line();
        pen.paragraph("soort", pen.say("dossiers.kicker"));
        pen.html.element("h1", title);
        pen.html.line();
        pen.paragraph("van",
                      index.organisation.empty()
                          ? pen.say("dossiers.subtitle-all", {{"date", date}})
                          : pen.say("dossiers.subtitle", {{"organisation", index.organisation}, {"date", date}}));
    });
    pen.html.line();
}

void write_link(PagePen& pen, const DossierLink& link) {
    pen.html.element("li", [&] {
        pen.html.element("h2", [&] {
            pen.html.element("a", {{"dir", "auto"}, {"href", link.file}}, link.reference + ": " + link.title);
        });
        pen.html.line();
        if (link.cancelled) pen.paragraph(pen.say("dossiers.cancelled"));
        if (!link.flags.empty()) pen.paragraph(pen.say("dossiers.flags", {{"flags", listed(link.flags, "; ")}}));
        if (!link.themes.empty()) pen.paragraph(pen.say("dossiers.themes", {{"themes", listed(link.themes, ", ")}}));
    });
    pen.html.line();
}

}  // namespace

std::string dossier_index_html(const DossierIndex& index) {
    PagePen pen(index.language);
    const std::string title =
        index.flag.empty() ? pen.say("dossiers.title-all") : pen.say("dossiers.title", {{"flag", index.flag}});
    const auto body = [&] {
        write_header(pen, index, title);
        pen.html.element("main", {{"id", "inhoud"}}, [&] {
            pen.html.line();
            if (index.links.empty())
                return pen.paragraph(pen.say(index.flag.empty() ? "dossiers.none-all" : "dossiers.none"));
            pen.paragraph(pen.say_count("dossiers.count", static_cast<std::int64_t>(index.links.size())));
            pen.html.element("ol", {{"class", "stukken"}}, [&] {
                pen.html.line();
                for (const DossierLink& link : index.links) write_link(pen, link);
            });
            pen.html.line();
        });
        pen.html.line();
    };
    pen.frame(
        title, [&] { write_index_style(pen.html); }, body, PagePen::Skip::Nothing);
    return std::move(pen.html).take();
}

}  // namespace mvoi::render
