// SPDX-License-Identifier: EUPL-1.2
#include "json/rules/rule_book.hpp"

#include "json/rules/calendar.hpp"
#include "json/rules/measure.hpp"
#include "json/rules/planning.hpp"
#include "json/rules/rules.hpp"
#include "json/rules/social_return.hpp"

namespace mvoi::json {

const domain::RuleBook& rule_book() {
    // Kept for ever: calls may come while the process ends.
    static const auto* book = new domain::RuleBook{read_rules(),
                                                   read_calendar_law(),
                                                   read_planning_rules(),
                                                   read_units_of_measure(),
                                                   read_kpis(),
                                                   read_instruments(),
                                                   read_effects(),
                                                   read_check_efforts(),
                                                   read_social_return_tables(),
                                                   read_social_return_rules()};
    return *book;
}

}  // namespace mvoi::json
