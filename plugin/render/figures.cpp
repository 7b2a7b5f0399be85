// SPDX-License-Identifier: EUPL-1.2
#include "render/figures.hpp"

#include <stdexcept>

#include <algorithm>
#include <optional>
#include <string_view>

#include "json/rules/rule_book.hpp"

namespace mvoi::render {
namespace {

struct Digits {
    bool negative = false;
    std::string whole, decimals;
};

std::optional<Digits> digits_of(std::string_view exact) {
    Digits digits;
    digits.negative = exact.starts_with('-');
    exact.remove_prefix(digits.negative ? 1 : 0);
    const std::size_t point = std::min(exact.find('.'), exact.size());
    digits.whole = exact.substr(0, point);
    if (point < exact.size()) digits.decimals = exact.substr(point + 1);
    if (digits.whole.empty() || (digits.whole + digits.decimals).find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    return digits;
}

std::string grouped(const Digits& digits, domain::Language language) {
    const bool dutch = language == domain::Language::Dutch;
    std::string line = digits.negative ? "-" : "";
    for (std::size_t i = 0; i < digits.whole.size(); ++i) {
        if (i > 0 && (digits.whole.size() - i) % 3 == 0) line += dutch ? '.' : ',';
        line += digits.whole[i];
    }
    if (!digits.decimals.empty()) line.append(1, dutch ? ',' : '.').append(digits.decimals);
    return line;
}

}  // namespace

std::string number_shown(domain::Language language, const std::string& exact) {
    const auto digits = digits_of(exact);
    return digits ? grouped(*digits, language) : exact;
}

std::string money_shown(domain::Language language, const std::string& exact) {
    auto digits = digits_of(exact);
    if (!digits) return exact;
    if (digits->decimals.size() == 1) digits->decimals += '0';
    return "€ " + grouped(*digits, language);
}

std::string unit_beside(domain::Language language, const std::string& code) {
    const auto* unit = domain::measure::find_unit(json::rule_book().units, code);
    if (!unit) return code;
    return language == domain::Language::Dutch ? unit->beside_nl : unit->beside_en;
}

std::optional<std::string> figure_text(const domain::measure::Fraction& value, const std::string& unit,
                                       const Compared& beside) {
    constexpr int most_decimals = 6;
    const auto* known = domain::measure::find_unit(json::rule_book().units, unit);
    int decimals = known ? known->decimals : most_decimals;
    try {
        const auto looks_equal = [&](const domain::measure::Fraction& other) {
            return !(other == value) && value.rounded(decimals).text() == other.rounded(decimals).text();
        };
        const auto is_whole = [&](int places) { return domain::measure::Fraction(value.rounded(places)) == value; };
        if (is_whole(most_decimals)) return value.rounded(most_decimals).text();
        decimals = std::max(decimals, 2);  // a part of a year of something that is counted
        for (const auto& other : beside)
            while (other && decimals < most_decimals && looks_equal(*other)) ++decimals;
        return value.rounded(decimals).text();
    } catch (const std::overflow_error&) {
        return std::nullopt;
    }
}

std::optional<std::string> exact_text(const domain::measure::Fraction& value, int decimals) {
    try {
        return value.rounded(decimals).text();
    } catch (const std::overflow_error&) {
        return std::nullopt;
    }
}

void figure(json::Out& out, std::string_view name, const std::optional<domain::measure::Fraction>& value,
            int decimals) {
    if (value) out.member_if(name, exact_text(*value, decimals));
}

}  // namespace mvoi::render
