// SPDX-License-Identifier: EUPL-1.2
// Free texts and names of people enter the journal's chain as salted digests, {"sealed": "<digest>"}, with salt and
// text beside the entry. So a text can be blacked out (Woo, AVG) and the chain still proves everything else, and that
// the text was there. The salt goes with the text: a short name cannot be guessed back from its digest.
#pragma once

#include <map>
#include <string>

#include "json/text.hpp"
#include "json/value.hpp"

namespace mvoi::store {

// The content behind a seal: salt and text, or the ground on which they were taken away.
struct Sealed {
    std::string salt;
    std::string text;
    std::string ground;      // not empty: blacked out
    std::int64_t entry = 0;  // the entry that says so
};
using SealedTexts = std::map<std::string, Sealed>;  // by digest, 64 hex digits

// Seals the redactable texts of one entry. A text that an earlier entry about the same object already sealed keeps its
// digest, so that blacking it out reaches every entry that cites it.
class Sealer : public json::TextSeal {
  public:
    explicit Sealer(const SealedTexts& earlier);
    // Writes {"sealed":"<digest>"}.
    void write(std::string& out, const std::string& text) override;
    SealedTexts take_texts() { return std::move(texts_); }

  private:
    const std::string& digest_of(const std::string& text);
    std::string salt();

    std::map<std::string, std::string, std::less<>> known_;  // text → digest
    const SealedTexts& earlier_;
    SealedTexts texts_;   // of this entry
    std::string random_;  // hex, asked of the system some at a time
};

// Puts the texts back, or the mark.
void unseal(json::Value& value, const SealedTexts& texts);

// JSON that stands in the register. What cannot be read is no fault of who calls: Trouble::Damaged.
json::Value stored_json(std::string_view text);

std::string write_texts(const SealedTexts& texts);
SealedTexts read_texts(std::string_view text);

// SHA-256 in 64 lower-case hex digits.
std::string sha256(std::string_view one, std::string_view two = {}, std::string_view three = {});
std::string seal_digest(const std::string& salt, const std::string& text);
// Random bytes of the system, in hex.
std::string random_hex(std::size_t bytes);

}  // namespace mvoi::store
