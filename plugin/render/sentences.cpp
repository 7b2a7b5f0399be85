// SPDX-License-Identifier: EUPL-1.2
#include "render/sentences.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "json/rules/rule_book.hpp"
#include "json/text.hpp"
#include "json/value.hpp"
#include "render/figures.hpp"
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
    static const auto* dutch = new Messages(read("messages/nl.json"));
    static const auto* english = new Messages(read("messages/en.json"));
    return language == domain::Language::Dutch ? *dutch : *english;
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

// "dagen", and "dag" after a count of one.
std::string unit_of_time(const Messages& messages, const std::string& unit, const Words& words) {
    const auto count = words.find("count");
    const auto word = messages.find("unit." + unit + (count != words.end() && count->second == "1" ? "-one" : ""));
    return word == messages.end() ? unit : word->second;
}

std::vector<std::string> words_in(std::string_view list) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(", "), list.size());
        parts.emplace_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 2, list.size()));
    }
    return parts;
}

std::string in_order(const Messages& messages, const char* rule, std::size_t place) {
    std::string_view words = messages.at(rule);
    for (; place > 0; --place) words.remove_prefix(words.find(' ') + 1);
    return std::string(words.substr(0, words.find(' ')));
}

// "2027-03-01" as people write it, "1 maart 2027"; anything else as it is.
std::string day_written(const std::string& word, const Messages& messages) {
    constexpr std::string_view form = "dddd-dd-dd";
    const auto fits = [](char c, char f) { return f == 'd' ? c >= '0' && c <= '9' : c == f; };
    if (!std::equal(word.begin(), word.end(), form.begin(), form.end(), fits)) return word;
    const auto day = domain::parse_date(word);
    if (!day) return word;
    const std::string month = in_order(messages, "date.months", day->month() - 1U);
    return std::to_string(day->day().as_number()) + " " + month + " " + word.substr(0, 4);
}

std::string column_in(const Messages& messages, const std::string& word) {
    constexpr std::string_view place = "/mapping/";
    if (!word.starts_with(place)) return word;
    const auto name = messages.find("column." + word.substr(place.size()));
    return name == messages.end() ? word : name->second;
}

// Names that people gave stay as they wrote them, also when they look like days.
bool is_a_name(std::string_view place) {
    constexpr std::array<std::string_view, 10> names = {"reference", "title",    "name", "organisation", "author",
                                                        "suppliers", "supplier", "by",   "criterion",    "text"};
    return std::find(names.begin(), names.end(), place) != names.end();
}

// Codes by their labels, days in words: a list part by part.
std::string readable(const std::string& word, std::string_view name, const Words& words, domain::Language language) {
    const auto as = words.find(std::string(name) + ":as"), with = words.find(std::string(name) + ":with");
    std::string line;
    for (const std::string& each : words_in(word)) {
        line += line.empty() ? "" : ", ";
        const auto found = as != words.end() ? as : with;
        const std::string label =
            found == words.end() ? std::string() : json::rule_book().rules.label(found->second, each, language);
        if (as != words.end())
            line += label;
        else if (with != words.end() && !label.empty() && label != each)
            line += each + " (" + label + ")";
        else
            line += column_in(messages(language), day_written(each, messages(language)));
    }
    return line;
}

// A word as its place asks for it: ":n" a number, ":euro" an amount of money, ":unit" a unit of measure, ":time" a unit
// of time after {count}, ":name" what people call something, ":column" a member of a list. Of anything else days are
// written in words, and codes by their label where the words say of which vocabulary they are; the path of a whole
// request is "Het verzoek".
std::string written(const std::string& word, std::string_view place, const Words& words, domain::Language language) {
    const std::string_view form = place.substr(std::min(place.find(':'), place.size()));
    if (form == ":n") return number_shown(language, word);
    if (form == ":euro") return money_shown(language, word);
    if (form == ":unit") return unit_beside(language, word);
    if (form == ":time") return unit_of_time(messages(language), word, words);
    if (form == ":name" || is_a_name(place)) return word;
    if (form == ":column") return column_in(messages(language), "/mapping/" + word);
    if (place == "path" && word.starts_with("/mapping/")) return column_in(messages(language), word);
    if (place == "path" && word.empty()) return messages(language).at("type.request");
    if (place == "accepted" && word == "-") return messages(language).at("list.none");
    return readable(word, place, words, language);
}

}  // namespace

std::map<std::string, Words> labels_of_codes(domain::Language language) {
    constexpr std::string_view prefix = "label.";
    std::map<std::string, Words> labels;
    const Messages& all = messages(language);
    for (auto each = all.lower_bound(prefix); each != all.end() && each->first.starts_with(prefix); ++each) {
        const std::size_t dot = each->first.find('.', prefix.size());
        labels[each->first.substr(prefix.size(), dot - prefix.size())][each->first.substr(dot + 1)] = each->second;
    }
    return labels;
}

std::string column_named(domain::Language language, const std::string& column) {
    return column_in(messages(language), column);
}

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
        if (word != words.end()) {
            const std::string shown = rule == "json.type" && word->first == "accepted"
                                          ? types_in(all, word->second)
                                          : written(word->second, place, words, language);
            if (shown.empty() && place.ends_with(":unit") && out.ends_with(' ')) out.pop_back();
            out += shown;
        }
        from = close + 1;
    }
    return out;
}

}  // namespace mvoi::render
