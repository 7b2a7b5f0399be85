// SPDX-License-Identifier: EUPL-1.2
// Writes the pages of the fixture into a folder, for a browser to look at.
// Called: dossier_pages FOLDER
#include <cstdio>
#include <fstream>
#include <string>

#include "../unit/calendars.hpp"
#include "../unit/dossiers.hpp"

namespace {

bool write(const std::string& path, const std::string& page) {
    std::ofstream file(path, std::ios::binary);
    file << page;
    file.close();
    return file.good();
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return std::fputs("called: dossier_pages FOLDER\n", stderr), 2;
    const std::string folder = std::string(arguments[1]) + "/";
    const auto review = dossiers::review();
    const auto drifts = dossiers::drifts();
    const auto hostile_review = dossiers::hostile_review();
    const auto hostile_drifts = dossiers::hostile_drifts();
    const dossiers::Dossier rich = dossiers::rich(), poor = dossiers::poor(), hostile = dossiers::hostile();
    using enum mvoi::domain::Language;
    const bool written =
        write(folder + "rich-nl.html", dossiers::page(rich, Dutch, &review, &drifts)) &&
        write(folder + "rich-en.html", dossiers::page(rich, English, &review, &drifts)) &&
        write(folder + "poor-nl.html", dossiers::page(poor, Dutch)) &&
        write(folder + "poor-en.html", dossiers::page(poor, English)) &&
        write(folder + "hostile-nl.html", dossiers::page(hostile, Dutch, &hostile_review, &hostile_drifts)) &&
        write(folder + "calendar-nl.html", calendars::page(calendars::planned(Dutch), Dutch)) &&
        write(folder + "calendar-public-en.html",
              calendars::page(calendars::planned(English, mvoi::domain::Audience::Public), English, "")) &&
        write(folder + "calendar-empty-nl.html", calendars::page(calendars::empty(Dutch), Dutch)) &&
        write(folder + "calendar-one-en.html", calendars::page(calendars::one(English), English)) &&
        write(folder + "calendar-many-nl.html", calendars::page(calendars::many(Dutch), Dutch)) &&
        write(folder + "calendar-hostile-nl.html", calendars::page(calendars::hostile(Dutch), Dutch, ""));
    if (!written) return std::fputs("dossier_pages: cannot write into that folder\n", stderr), 1;
    return 0;
}
