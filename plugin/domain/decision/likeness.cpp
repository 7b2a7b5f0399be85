// SPDX-License-Identifier: EUPL-1.2
// Two explanations are near when at least 60 of 100 pairs of words are in both; fingerprints find the candidates.
#include <algorithm>
#include <iterator>
#include <limits>

#include "domain/decision/wording.hpp"

namespace mvoi::domain {
namespace {

constexpr std::uint64_t golden = 0x9E3779B97F4A7C15U;
constexpr std::size_t rows = 2;  // minima in a band

// FNV-1a, 64 bits.
std::uint64_t fnv(std::string_view octets) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char octet : octets) hash = (hash ^ static_cast<unsigned char>(octet)) * 0x100000001B3U;
    return hash;
}

// The last steps of SplitMix64: numbers that are close come out far apart.
std::uint64_t mix(std::uint64_t value) {
    value = (value ^ value >> 30U) * 0xBF58476D1CE4E5B9U;
    value = (value ^ value >> 27U) * 0x94D049BB133111EBU;
    return value ^ value >> 31U;
}

// The pairs of words, each once and in order; the whole text when it has no pair.
std::vector<std::string> shingles_of(std::string_view text) {
    const std::vector<std::string> words = words_of(text);
    if (words.size() < 2) return {words.empty() ? "" : words.front()};
    std::vector<std::string> shingles;
    for (std::size_t i = 1; i < words.size(); ++i) shingles.push_back(words[i - 1] + " " + words[i]);
    std::sort(shingles.begin(), shingles.end());
    shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
    return shingles;
}

}  // namespace

std::int64_t wording_hash(std::string_view text) {
    return hash_of_normalised(normalised(text));
}

std::int64_t hash_of_normalised(std::string_view words) {
    return static_cast<std::int64_t>(fnv(words));
}

std::array<std::int64_t, band_count> bands_of(std::string_view text) {
    std::array<std::uint32_t, band_count * rows> minima{};
    minima.fill(std::numeric_limits<std::uint32_t>::max());
    for (const std::string& shingle : shingles_of(text)) {
        std::uint64_t value = fnv(shingle);
        for (std::uint32_t& minimum : minima) {
            value += golden;
            minimum = std::min(minimum, static_cast<std::uint32_t>(mix(value) >> 32U));
        }
    }
    std::array<std::int64_t, band_count> bands{};
    for (std::size_t band = 0; band < band_count; ++band) {
        std::uint64_t value = golden * (band + 1);
        for (std::size_t row = 0; row < rows; ++row) value = mix(value + minima[band * rows + row]);
        bands[band] = static_cast<std::int64_t>(value);
    }
    return bands;
}

int similarity_percent(std::string_view a, std::string_view b) {
    const std::vector<std::string> of_a = shingles_of(a);
    const std::vector<std::string> of_b = shingles_of(b);
    std::vector<std::string> both;
    std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(both));
    return static_cast<int>(both.size() * 100 / (of_a.size() + of_b.size() - both.size()));
}

}  // namespace mvoi::domain
