// SPDX-License-Identifier: EUPL-1.2
#include "store/seal.hpp"

#include <nettle/sha2.h>
#include <sys/random.h>

#include <array>

#include "domain/decision/wording.hpp"
#include "json/text.hpp"
#include "store/engine.hpp"

namespace mvoi::store {
namespace {

std::string hex(const std::uint8_t* bytes, std::size_t count) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text(count * 2, '0');
    for (std::size_t i = 0; i < count; ++i) {
        text[2 * i] = digits[bytes[i] >> 4];
        text[2 * i + 1] = digits[bytes[i] & 15];
    }
    return text;
}

}  // namespace

// Nettle keeps nothing of its own: it works as long as the process does, whoever ends what of it.
std::string sha256(std::string_view one, std::string_view two, std::string_view three) {
    sha256_ctx context;
    sha256_init(&context);
    for (const std::string_view part : {one, two, three})
        sha256_update(&context, part.size(), reinterpret_cast<const std::uint8_t*>(part.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    return hex(digest.data(), digest.size());
}

std::string seal_digest(const std::string& salt, const std::string& text) {
    return sha256(salt, text);
}

std::string random_hex(std::size_t bytes) {
    std::array<std::uint8_t, 128> buffer{};
    if (bytes > buffer.size() || ::getrandom(buffer.data(), bytes, 0) != static_cast<ssize_t>(bytes))
        throw StoreError(Trouble::Storage, "the system gives no random bytes");
    return hex(buffer.data(), bytes);
}

Sealer::Sealer(const SealedTexts& earlier) : earlier_(earlier) {
    for (const auto& [digest, sealed] : earlier)
        if (sealed.ground.empty()) known_.emplace(sealed.text, digest);
}

std::string Sealer::salt() {
    constexpr std::size_t salt_digits = 32;
    if (random_.size() < salt_digits) random_ = random_hex(128);
    std::string salt = random_.substr(random_.size() - salt_digits);
    random_.resize(random_.size() - salt_digits);
    return salt;
}

const std::string& Sealer::digest_of(const std::string& text) {
    auto found = known_.find(text);
    if (found != known_.end()) {
        auto there = earlier_.find(found->second);
        if (there != earlier_.end()) texts_.insert(*there);
        return found->second;
    }
    std::string fresh = salt();
    std::string digest = seal_digest(fresh, text);
    texts_.emplace(digest, Sealed{std::move(fresh), text, {}, 0});
    return known_.emplace(text, std::move(digest)).first->second;
}

void Sealer::write(std::string& out, const std::string& text) {
    out += "{\"sealed\":\"";
    out += digest_of(text);
    out += "\"}";
}

void unseal(json::Value& value, const SealedTexts& texts) {
    if (json::Object* members = value.object()) {
        if (members->size() == 1 && members->front().name == "sealed" && members->front().value.text()) {
            auto found = texts.find(*members->front().value.text());
            if (found == texts.end()) throw StoreError(Trouble::Damaged, "the journal cites a text that is not there");
            const Sealed& sealed = found->second;
            value = json::Value::redactable(
                sealed.ground.empty() ? sealed.text : std::string(domain::blacked_out_mark) + sealed.ground + "]");
            return;
        }
        for (json::Member& member : *members) unseal(member.value, texts);
    } else if (json::List* items = value.list()) {
        for (json::Value& item : *items) unseal(item, texts);
    }
}

std::string write_texts(const SealedTexts& texts) {
    json::Value object(json::Object{});
    for (const auto& [digest, sealed] : texts) {
        json::Value& each = object.add(digest, {});
        if (sealed.ground.empty()) {
            each.append(sealed.salt);
            each.append(sealed.text);
        } else {
            each.add("entry", sealed.entry);
            each.add("ground", sealed.ground);
        }
    }
    return json::write(object);
}

json::Value stored_json(std::string_view text) {
    try {
        return json::parse(text, 64);
    } catch (const json::ParseError& error) {
        throw StoreError(Trouble::Damaged, error.what());
    }
}

SealedTexts read_texts(std::string_view text) {
    SealedTexts texts;
    const json::Value object = stored_json(text);
    if (!object.object()) throw StoreError(Trouble::Damaged, "the texts of an entry are no JSON object");
    for (const json::Member& member : *object.object()) {
        Sealed& sealed = texts[member.name];
        const json::List* pair = member.value.list();
        if (pair && pair->size() == 2 && (*pair)[0].text() && (*pair)[1].text()) {
            sealed.salt = *(*pair)[0].text();
            sealed.text = *(*pair)[1].text();
        } else {
            sealed.ground = member.value.text_or("ground", "?");
            sealed.entry = member.value.integer_or("entry", 0);
        }
    }
    return texts;
}

}  // namespace mvoi::store
