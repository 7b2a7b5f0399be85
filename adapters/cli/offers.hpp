// SPDX-License-Identifier: EUPL-1.2
// Words for completion: the codes that the library accepts where an option or a word puts its value.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "json.hpp"
#include "run.hpp"

namespace mvoi::cli {

class Offers {
  public:
    explicit Offers(Run& run) : run_(run) {}

    // The codes that the schema of the operation's request has there, blanks between, and then the words of our own.
    std::string words(std::string_view operation, std::string_view pointer, std::string_view own);

  private:
    Object::Ptr schema_of(std::string_view operation);

    Run& run_;
    std::map<std::string, Object::Ptr, std::less<>> schemas_{};
};

}  // namespace mvoi::cli
