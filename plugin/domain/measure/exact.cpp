// SPDX-License-Identifier: EUPL-1.2
#include "domain/measure/exact.hpp"

#include <array>
#include <charconv>
#include <stdexcept>

namespace mvoi::domain::measure {
namespace {

using Wide = Fraction::Wide;
constexpr std::int64_t most = 1'000'000'000'000;
constexpr int most_decimals = 6;

Wide times(Wide one, Wide other) {
    Wide product = 0;
    if (__builtin_mul_overflow(one, other, &product)) throw std::overflow_error("an exact number that does not fit");
    return product;
}

Wide plus(Wide one, Wide other) {
    Wide sum = 0;
    if (__builtin_add_overflow(one, other, &sum)) throw std::overflow_error("an exact number that does not fit");
    return sum;
}

Wide absolute(Wide number) {
    return number < 0 ? -number : number;
}

Wide common_divisor(Wide one, Wide other) {
    while (other != 0) {
        const Wide rest = one % other;
        one = other;
        other = rest;
    }
    return one;
}

// Reads digits from the front; nothing when there is none, or too many to be meant.
std::optional<std::int64_t> take_digits(std::string_view& text) {
    std::int64_t number = 0;
    std::size_t read = 0;
    while (read < text.size() && text[read] >= '0' && text[read] <= '9') {
        number = number * 10 + (text[read] - '0');
        ++read;
        if (number > most) return std::nullopt;
    }
    text.remove_prefix(read);
    return read ? std::optional(number) : std::nullopt;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto before = take_digits(text);
    if (!before) return std::nullopt;
    std::int64_t millionths = *before * 1'000'000;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        const std::size_t decimals = text.size();
        auto after = take_digits(text);
        if (!after || decimals > most_decimals) return std::nullopt;
        for (std::size_t i = decimals; i < most_decimals; ++i) *after *= 10;
        millionths += *after;
    }
    if (!text.empty() || millionths > most * 1'000'000) return std::nullopt;
    return Decimal{negative ? -millionths : millionths};
}

std::string Decimal::text() const {
    const bool negative = millionths < 0;
    const std::uint64_t size =
        negative ? 0 - static_cast<std::uint64_t>(millionths) : static_cast<std::uint64_t>(millionths);
    std::array<char, 32> digits{};
    char* end = digits.data();
    if (negative) *end++ = '-';
    end = std::to_chars(end, digits.data() + digits.size(), size / 1'000'000).ptr;
    if (std::uint64_t rest = size % 1'000'000) {
        *end++ = '.';
        for (std::uint64_t place = 100'000; rest > 0; rest %= place, place /= 10)
            *end++ = static_cast<char>('0' + rest / place);
    }
    return {digits.data(), end};
}

Fraction::Fraction(Wide over, Wide under) {
    if (under == 0) throw std::domain_error("divided by zero");
    const Wide divisor = common_divisor(absolute(over), absolute(under));
    over_ = (under < 0 ? -over : over) / divisor;
    under_ = absolute(under) / divisor;
}

Fraction operator+(const Fraction& one, const Fraction& other) {
    if (one.under_ == other.under_) return {plus(one.over_, other.over_), one.under_};
    const Wide shared = common_divisor(one.under_, other.under_);
    return {plus(times(one.over_, other.under_ / shared), times(other.over_, one.under_ / shared)),
            times(one.under_, other.under_ / shared)};
}

Fraction operator-(const Fraction& one, const Fraction& other) {
    return one + Fraction(-other.over_, other.under_);
}

// Crosswise in lowest terms first, so that what fits in the end fits on the way.
Fraction operator*(const Fraction& one, const Fraction& other) {
    const Fraction left(one.over_, other.under_), right(other.over_, one.under_);
    return {times(left.over_, right.over_), times(left.under_, right.under_)};
}

Fraction operator/(const Fraction& one, const Fraction& other) {
    return one * Fraction(other.under_, other.over_);
}

std::strong_ordering operator<=>(const Fraction& one, const Fraction& other) {
    const Wide left = times(one.over_, other.under_), right = times(other.over_, one.under_);
    return left < right   ? std::strong_ordering::less
           : right < left ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

Decimal Fraction::rounded(int decimals) const {
    Wide scale = 1, rest = 1;
    for (int i = 0; i < most_decimals; ++i) (i < decimals ? scale : rest) *= 10;
    const Wide twice = plus(times(times(absolute(over_), scale), 2), under_);
    const Wide size = times(twice / times(under_, 2), rest);
    if (size > INT64_MAX) throw std::overflow_error("an exact number that does not fit");
    return {static_cast<std::int64_t>(over_ < 0 ? -size : size)};
}

}  // namespace mvoi::domain::measure
