// SPDX-License-Identifier: EUPL-1.2
// The wording of explanations: whether a text says something, and whether it is the text of another one again.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/rules.hpp"

namespace mvoi::domain {

// The words of a text, in lower case, with one blank between them: letters and digits without accents; every other sign
// parts words, an apostrophe or what cannot be seen parts nothing, and letters joined by dots are one word: "n.v.t."
// becomes "nvt". What is no UTF-8 parts words. It never changes: version 1 of the fingerprints rests on it.
std::string normalised(std::string_view text);
std::vector<std::string> words_of(std::string_view text);

// The beginning of a text that was blacked out: "[zwartgelakt: ground]".
constexpr std::string_view blacked_out_mark = "[zwartgelakt: ";
bool is_blacked_out(std::string_view text);

// False for a text without words, of single or repeated letters ("xxx"), of digits, or of nothing but these phrases,
// which are normalised themselves.
bool says_something(std::string_view text, const Vocabulary& empty_phrases);

// Fingerprints, version 1. They are stored: whoever changes a figure or a step makes version 2 beside it.
constexpr int fingerprint_version = 1;
// FNV-1a over the normalised text, so the same words give the same number.
std::int64_t wording_hash(std::string_view text);
std::int64_t hash_of_normalised(std::string_view words);  // the same, of a text that is normalised already

// MinHash over the pairs of words that follow each other (of one word: over that word), folded by two: texts that have
// one of these numbers in common are worth comparing.
constexpr std::size_t band_count = 8;
std::array<std::int64_t, band_count> bands_of(std::string_view text);

// Of all pairs of words in two texts, the share that is in both, rounded down; from here on a text is "near".
constexpr int similar_from_percent = 60;
int similarity_percent(std::string_view a, std::string_view b);

}  // namespace mvoi::domain
