// SPDX-License-Identifier: EUPL-1.2
// Numbers, money and units of measure as people write them in a text. Exact in, exact out: nothing is rounded.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/measure/exact.hpp"
#include "domain/rules.hpp"
#include "json/out.hpp"

namespace mvoi::render {

// "2400000.5" is "2.400.000,5" in Dutch and "2,400,000.5" in English; what is no number stays as it is.
std::string number_shown(domain::Language language, const std::string& exact);

// "1200.5" is "€ 1.200,50".
std::string money_shown(domain::Language language, const std::string& exact);

// A unit as it is written after a number: "ton CO2e" of "ton-co2e", nothing of "aantal"; what is no unit stays.
std::string unit_beside(domain::Language language, const std::string& code);

// Figures that stand beside one another; what is not there is nothing.
using Compared = std::vector<std::optional<domain::measure::Fraction>>;
// In the decimals that its unit asks: as it is when it was put down with more, and with as many more as it takes for a
// figure that is rounded not to look like one that it is not.
std::optional<std::string> figure_text(const domain::measure::Fraction& value, const std::string& unit,
                                       const Compared& beside = {});

// In decimals, at most so many; nothing when it is beyond what a number here can be.
std::optional<std::string> exact_text(const domain::measure::Fraction& value, int decimals = 6);
// The same as a member of an answer, left out when there is nothing to write.
void figure(json::Out& out, std::string_view name, const std::optional<domain::measure::Fraction>& value,
            int decimals = 6);

}  // namespace mvoi::render
