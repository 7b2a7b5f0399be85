// SPDX-License-Identifier: EUPL-1.2
// index.html of a folder with dossiers: a list with links, well-formed as XML, written as the tenders come.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "files.hpp"
#include "json.hpp"

namespace mvoi::cli {

struct DossierList {
    std::string organisation;
    std::string flag;  // its label
    std::string today;
    std::size_t count;
};

class DossierIndex {
  public:
    DossierIndex(const std::string& path, const DossierList& list, Language language);

    // A tender as tender.list has it.
    void add(const Object& tender, std::string_view file, std::string_view themes);
    void keep();

  private:
    void line(std::string_view html) { file_.write(html); }

    NewFile file_;
    Language language_;
    bool has_list_;
};

}  // namespace mvoi::cli
