// SPDX-License-Identifier: EUPL-1.2
#include "intake/row.hpp"

#include <algorithm>

#include "domain/characters.hpp"

namespace mvoi::intake {

json::Value cpv_list(const std::vector<std::string>& codes) {
    json::List list;
    for (const std::string& code : codes) {
        if (list.size() == max_cpv) break;
        list.emplace_back(code);
    }
    return list;
}

json::Value planned(const domain::PlannedDate& date) {
    if (date.certainty == domain::Certainty::Expected) return to_text(date);
    json::Value object;
    object.add("date", to_text(date));
    object.add("certainty", domain::code_of(date.certainty));
    return object;
}

bool is_organisation(std::string_view code) {
    return !code.empty() && code.size() <= max_organisation && domain::is_letter_or_digit(code.front()) &&
           std::all_of(code.begin(), code.end(), [](char c) {
               return domain::is_letter_or_digit(c) || std::string_view("._:-").find(c) != std::string_view::npos;
           });
}

}  // namespace mvoi::intake
