// SPDX-License-Identifier: EUPL-1.2
#include "dossier_index.hpp"

#include <vector>

#include "dossier_files.hpp"

namespace mvoi::cli {

namespace {

// As the dossiers look: text on its ground contrasts at least 7 to 1, and long words break, so that nothing is wider
// than the page.
constexpr std::string_view style = R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 0 1.5rem 2rem; max-width: 54rem; background: #fff; color: #1b1f24;
  font: 1rem/1.5 "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
a { color: #143d66; }
a:focus-visible { outline: 3px solid #143d66; outline-offset: 2px; }
header { margin-top: 1.5rem; padding-bottom: .75rem; border-bottom: 4px solid #143d66; }
h1, h2 { line-height: 1.25; color: #143d66; }
h1 { margin: .25rem 0; font-size: 1.9rem; }
h2 { margin: 0 0 .25rem; font-size: 1.13rem; }
p { margin: .25rem 0; }
.soort { font-weight: 600; color: #4a5159; }
ol { margin: 1rem 0; padding: 0; list-style: none; }
li { padding: .75rem 0; border-bottom: 1px solid #c3c9d0; break-inside: avoid; }
@page { size: A4; margin: 16mm; }
@media print { body { max-width: none; padding: 0; } }
)css";

// Text as text: what HTML would read as markup is told by name, what XML cannot hold becomes a blank.
std::string escaped(std::string_view text) {
    std::string clean = printable(text), out;
    for (const std::string_view no_character : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
        for (std::size_t at = clean.find(no_character); at != std::string::npos; at = clean.find(no_character, at))
            clean.replace(at, no_character.size(), " ");
    }
    for (const char c : clean) {
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '"') {
            out += "&quot;";
        } else {
            out += c;
        }
    }
    return out;
}

std::string flag_labels(const Object& tender) {
    std::vector<std::string> labels;
    each_object(tender, "flags", [&](const Object& flag) { labels.push_back(text_of(flag, "label")); });
    return joined(labels, "; ");
}

}  // namespace

DossierIndex::DossierIndex(const std::string& path, const DossierList& list, Language language)
    : file_(path, language), language_(language), has_list_(list.count > 0) {
    constexpr Text title{"Aanbestedingen met de vlag “{}”", "Tenders with the flag “{}”"};
    constexpr Text kind{"Dossiers maatschappelijk verantwoord opdrachtgeven en inkopen (MVOI)",
                        "Dossiers of responsible public procurement (MVOI)"};
    constexpr Text about{"Organisatie {}, stand van {}.", "Organisation {}, as of {}."};
    constexpr Text one{"{} aanbesteding.", "{} tender."};
    constexpr Text several{"{} aanbestedingen, nieuwste eerst.", "{} tenders, newest first."};
    constexpr Text none{"Geen aanbesteding heeft deze vlag.", "No tender has this flag."};
    const auto in = [&](Text text) { return text.in(language); };
    const std::string heading = escaped(fill(in(title), {list.flag}));
    const std::string tongue(in({"nl", "en"}));
    line("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + tongue + "\" xml:lang=\"" + tongue);
    line("\">\n<head>\n<meta charset=\"utf-8\" />\n");
    line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\" />\n");
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
    line("<meta name=\"referrer\" content=\"no-referrer\" />\n");
    line("<title>" + heading + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n<header>\n");
    line("<p class=\"soort\">" + std::string(in(kind)) + "</p>\n<h1>" + heading + "</h1>\n");
    line("<p>" + escaped(fill(in(about), {list.organisation, list.today})) + "</p>\n</header>\n<main>\n<p>");
    const Text count = list.count == 0 ? none : list.count == 1 ? one : several;
    line(fill(in(count), {number(static_cast<std::int64_t>(list.count))}) + "</p>\n");
    if (has_list_) line("<ol>\n");
}

void DossierIndex::add(const Object& tender, std::string_view file, std::string_view themes) {
    constexpr Text flags{"Vlaggen: {}", "Flags: {}"};
    constexpr Text about{"Thema's: {}", "Themes: {}"};
    const std::string name = text_of(tender, "reference") + ": " + text_of(tender, "title");
    std::string item = "<li>\n<h2><a dir=\"auto\" href=\"" + std::string(file) + "\">" + escaped(name) + "</a></h2>\n";
    item += "<p>" + escaped(fill(flags.in(language_), {flag_labels(tender)})) + "</p>\n";
    if (!themes.empty()) item += "<p>" + escaped(fill(about.in(language_), {themes})) + "</p>\n";
    line(item + "</li>\n");
}

void DossierIndex::keep() {
    if (has_list_) line("</ol>\n");
    line("</main>\n</body>\n</html>\n" + std::string(dossier_mark));
    file_.keep();
}

}  // namespace mvoi::cli
