// SPDX-License-Identifier: EUPL-1.2
// The index of a folder with dossiers: a list of tenders with links to their pages. The same list gives the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/date.hpp"
#include "domain/rules.hpp"

namespace mvoi::render {

struct DossierLink {
    std::string file;
    std::string reference;
    std::string title;
    std::vector<std::string> flags;   // labels
    std::vector<std::string> themes;  // that the flag of the index is about
    bool cancelled = false;
};

struct DossierIndex {
    domain::Language language;
    domain::Date today;
    std::string organisation;  // empty: of all
    std::string flag;          // its label; empty: whatever their flags
    std::vector<DossierLink> links;
};

// The whole page, UTF-8. After the doctype it is well-formed XML.
std::string dossier_index_html(const DossierIndex& index);

// The file name of a dossier. Whatever the reference holds, the name is plain, stays in its folder, and is that of no
// other tender, also where capitals do not count: a reference that cannot be a name as it is gets the UUID behind it.
std::string dossier_file_name(std::string_view reference, std::string_view uuid);

}  // namespace mvoi::render
