// SPDX-License-Identifier: EUPL-1.2
// Exact numbers. A Decimal is what somebody wrote down: at most six decimals, at most 10^12 either way. A Fraction is
// what is computed from it: sums, means weighted by days, shares of a target. Nothing here is ever rounded but by
// rounded(), and nothing is a floating point number.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mvoi::domain::measure {

struct Decimal {
    std::int64_t millionths = 0;
    std::string text() const;  // the shortest form: *parse_decimal(d.text()) == d
    constexpr auto operator<=>(const Decimal&) const = default;
};

constexpr Decimal whole(std::int64_t number) {
    return {number * 1'000'000};
}

// "95", "-0.5", "1234.567891" and nothing else: a point, no blanks, no sign but minus.
std::optional<Decimal> parse_decimal(std::string_view text);

// Throws std::overflow_error when a result does not fit: it is exact, or it is not there.
class Fraction {
  public:
    __extension__ using Wide = __int128;

    Fraction() = default;
    Fraction(int number) : over_(number) {}
    Fraction(std::int64_t number) : over_(number) {}
    Fraction(Decimal decimal) : Fraction(Wide{decimal.millionths}, Wide{1'000'000}) {}
    static Fraction of(std::int64_t over, std::int64_t under) { return {Wide{over}, Wide{under}}; }

    friend Fraction operator+(const Fraction& one, const Fraction& other);
    friend Fraction operator-(const Fraction& one, const Fraction& other);
    friend Fraction operator*(const Fraction& one, const Fraction& other);
    friend Fraction operator/(const Fraction& one, const Fraction& other);  // throws std::domain_error for zero
    Fraction& operator+=(const Fraction& other) { return *this = *this + other; }

    friend bool operator==(const Fraction&, const Fraction&) = default;  // kept in lowest terms
    friend std::strong_ordering operator<=>(const Fraction& one, const Fraction& other);

    // The nearest number of so many decimals (0 to 6); half goes away from zero.
    Decimal rounded(int decimals) const;

  private:
    Fraction(Wide over, Wide under);
    Wide over_ = 0;
    Wide under_ = 1;
};

}  // namespace mvoi::domain::measure
