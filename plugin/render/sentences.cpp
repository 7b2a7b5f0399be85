// SPDX-License-Identifier: EUPL-1.2
#include "render/sentences.hpp"

#include <algorithm>
#include <stdexcept>

#include "json/text.hpp"
#include "json/value.hpp"
#include "resources/resources.hpp"

namespace mvoi::render {
namespace {

using Messages = std::map<std::string, std::string, std::less<>>;

Messages read(std::string_view file) {
    Messages messages;
    const json::Value document = json::parse(resources::file(file));
    for (const json::Member& message : *document.object()) messages.emplace(message.name, *message.value.text());
    return messages;
}

const Messages& messages(domain::Language language) {
    static const Messages dutch = read("messages/nl.json");
    static const Messages english = read("messages/en.json");
    return language == domain::Language::Dutch ? dutch : english;
}

// JSON's names of types, as a reader says them: "text, object" is "tekst, object".
std::string types_in(const Messages& messages, std::string_view names) {
    std::string line;
    while (!names.empty()) {
        const std::size_t comma = names.find(", ");
        auto word = messages.find("type." + std::string(names.substr(0, comma)));
        if (!line.empty()) line += ", ";
        line += word == messages.end() ? std::string(names.substr(0, comma)) : word->second;
        names = comma == std::string_view::npos ? std::string_view() : names.substr(comma + 2);
    }
    return line;
}

// "2400000.5" is "2.400.000,5" in Dutch.
std::string grouped(std::string_view digits, std::string_view decimals, domain::Language language) {
    const bool dutch = language == domain::Language::Dutch;
    std::string line;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) line += dutch ? '.' : ',';
        line += digits[i];
    }
    if (!decimals.empty()) line.append(1, dutch ? ',' : '.').append(decimals);
    return line;
}

// A word as its place asks for it: ":n" a number, ":euro" an amount of money. Anything else stays as it is.
std::string written(const std::string& word, std::string_view form, domain::Language language) {
    const bool money = form == ":euro", negative = word.starts_with('-');
    if (!money && form != ":n") return word;
    const std::string_view number = std::string_view(word).substr(negative ? 1 : 0);
    const std::size_t point = std::min(number.find('.'), number.size());
    const std::string_view digits = number.substr(0, point);
    std::string decimals(point < number.size() ? number.substr(point + 1) : std::string_view());
    if (digits.empty() || (std::string(digits) + decimals).find_first_not_of("0123456789") != std::string::npos)
        return word;
    if (money && decimals.size() == 1) decimals += '0';
    return (money ? "€ " : "") + std::string(negative ? "-" : "") + grouped(digits, decimals, language);
}

}  // namespace

bool has_sentence(domain::Language language, std::string_view rule) {
    return messages(language).contains(rule);
}

std::string sentence(domain::Language language, std::string_view rule, const Words& words) {
    const Messages& all = messages(language);
    auto found = all.find(rule);
    if (found == all.end()) throw std::logic_error("schema/messages/ has no sentence for " + std::string(rule));
    const std::string& pattern = found->second;
    std::string out;
    for (std::size_t from = 0; from < pattern.size();) {
        const std::size_t open = std::min(pattern.find('{', from), pattern.size());
        const std::size_t close = pattern.find('}', open);
        out.append(pattern, from, open - from);
        if (close == std::string::npos) {
            out.append(pattern, open, std::string::npos);
            break;
        }
        const std::string_view place = std::string_view(pattern).substr(open + 1, close - open - 1);
        const std::size_t colon = std::min(place.find(':'), place.size());
        auto word = words.find(std::string(place.substr(0, colon)));
        if (word != words.end())
            out += rule == "json.type" && word->first == "accepted"
                       ? types_in(all, word->second)
                       : written(word->second, place.substr(colon), language);
        from = close + 1;
    }
    return out;
}

}  // namespace mvoi::render
