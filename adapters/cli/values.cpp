// SPDX-License-Identifier: EUPL-1.2
#include "values.hpp"

#include <algorithm>
#include <charconv>

#include "files.hpp"

namespace mvoi::cli {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

Var integer_value(std::string_view text) {
    const auto value = parse_integer(text);
    return value ? Var(*value) : Var();
}

// "125.000" without its points; nothing when they are not between groups of three.
std::optional<std::string> without_points(std::string_view euros) {
    const std::vector<std::string_view> groups = split(euros, '.');
    std::string digits;
    for (const std::string_view group : groups) {
        const bool first = digits.empty();
        if (groups.size() > 1 && (first ? group.size() > 3 : group.size() != 3)) return std::nullopt;
        if (group.empty() || !std::all_of(group.begin(), group.end(), is_digit)) return std::nullopt;
        digits += group;
    }
    return digits;
}

// Euros as Dutch writes them: points between groups of three, a comma before one or two decimals; "125000",
// "125.000", "125.000,50", "0,5". A point before two decimals is refused rather than guessed at.
Var cents_value(std::string_view text) {
    const std::size_t comma = text.find(',');
    const std::string_view decimals = comma == std::string_view::npos ? "00" : text.substr(comma + 1);
    if (decimals.empty() || decimals.size() > 2 || !std::all_of(decimals.begin(), decimals.end(), is_digit)) return {};
    const auto euros = without_points(text.substr(0, comma));
    if (!euros) return {};
    return integer_value(*euros + std::string(decimals) + (decimals.size() == 1 ? "0" : ""));
}

// A text as an editor leaves it, without the end of its last line.
std::string text_of_file(const std::string& path, Language language) {
    std::string text = read_file(path, language);
    text.erase(text.find_last_not_of("\r\n") + 1);
    return text;
}

// "12:9f86d0…" or "1=gelicht": a number, and a text behind it.
Var numbered(std::string_view text, char separator, const char* number, const char* what) {
    const auto parts = cut(text, separator);
    const auto value = parts ? parse_integer(parts->first) : std::nullopt;
    return value ? object({{number, *value}, {what, std::string(parts->second)}}) : Var();
}

constexpr std::pair<std::string_view, const char*> units[] = {
    {"dag", "days"},       {"dagen", "days"},   {"day", "days"},     {"days", "days"},
    {"week", "weeks"},     {"weken", "weeks"},  {"weeks", "weeks"},  {"maand", "months"},
    {"maanden", "months"}, {"month", "months"}, {"months", "months"}};

Var length(std::string_view text) {
    const auto parts = cut(text, ' ');
    const auto count = parts ? parse_integer(parts->first) : std::nullopt;
    if (!count) return {};
    for (const auto& [word, unit] : units)
        if (parts->second == word) return object({{"count", *count}, {"unit", std::string(unit)}});
    return {};
}

Var extension(std::string_view text) {
    const auto parts = cut(text, ':');
    const auto months = parse_integer(parts ? parts->first : text);
    const Var notice = parts ? length(parts->second) : Var();
    if (!months || (parts && notice.isEmpty())) return {};
    return parts ? object({{"months", *months}, {"notice", notice}}) : object({{"months", *months}});
}

Var supplier(std::string_view text) {
    const std::size_t equals = text.rfind('=');
    const std::string name(text.substr(0, equals));
    if (equals == std::string_view::npos) return object({{"name", name}});
    return object({{"name", name}, {"number", std::string(text.substr(equals + 1))}});
}

// "klimaat=applied:2", "milieu=explained:geen-aanbod:De markt levert dit niet", "circulair=undecided".
Var decision(std::string_view text) {
    const auto parts = cut(text, '=');
    if (!parts) return {};
    const std::string theme(parts->first);
    const auto choice = cut(parts->second, ':');
    const std::string state(choice ? choice->first : parts->second);
    if (!choice) return object({{"theme", theme}, {"state", state}});
    if (state == "explained") {
        const auto explained = cut(choice->second, ':');  // the text itself may hold more of these
        if (!explained) return {};
        const Var explanation =
            object({{"reason", std::string(explained->first)}, {"text", std::string(explained->second)}});
        return object({{"theme", theme}, {"state", state}, {"explanation", explanation}});
    }
    const auto level = parse_integer(choice->second);
    return level ? object({{"theme", theme}, {"state", state}, {"level", *level}}) : Var();
}

// "18.010@2020-12-10:minimumeis:technische-specificatie"; what comes after the number may be left out.
Var criterion(std::string_view text) {
    const std::vector<std::string_view> parts = split(text, ':');
    if (parts.size() > 3 || parts.front().empty()) return {};
    Object::Ptr criterion = new Object;
    const auto numbered = cut(parts[0], '@');
    criterion->set("number", std::string(numbered ? numbered->first : parts[0]));
    if (numbered) criterion->set("edition", std::string(numbered->second));
    if (parts.size() > 1) criterion->set("kind", std::string(parts[1]));
    if (parts.size() > 2) criterion->set("legalForm", std::string(parts[2]));
    return criterion;
}

// "co2-prestatieladder@4.0=2", and of what was shown "…=2:2028-12-31:Strooi BV".
Var instrument(std::string_view text, bool shown) {
    const auto until = shown ? cut(text, ':') : std::nullopt;
    const auto parts = cut(until ? until->first : text, '=');
    if (!parts || parts->second.empty()) return {};
    Object::Ptr instrument = new Object;
    const auto edition = cut(parts->first, '@');
    instrument->set("instrument", std::string(edition ? edition->first : parts->first));
    if (edition) instrument->set("edition", std::string(edition->second));
    instrument->set("value", std::string(parts->second));
    if (shown) instrument->set("shown", true);
    if (until) {
        const std::vector<std::string_view> more = split(until->second, ':');
        if (!more.front().empty()) instrument->set("validTo", std::string(more.front()));
        if (more.size() > 1) instrument->set("supplier", std::string(until->second.substr(more.front().size() + 1)));
    }
    return instrument;
}

}  // namespace

Var value_of(Kind kind, const std::string& text, Language language) {
    switch (kind) {
        case Kind::Own:
            return {};
        case Kind::Text:
        case Kind::Pair:
            return text;
        case Kind::TextOfFile:
            return text_of_file(text, language);
        case Kind::HashOfFile:
            return sha256_of_file(text, language);
        case Kind::Integer:
            return integer_value(text);
        case Kind::Figure:
            return with_point(text);
        case Kind::Cents:
            return cents_value(text);
        case Kind::True:
        case Kind::False:
            return kind == Kind::True;
        case Kind::There:
            return object({});
        case Kind::Head:
            return numbered(text, ':', "seq", "hash");
        case Kind::Numbered:
            return numbered(text, '=', "number", "decision");
        case Kind::Length:
            return length(text);
        case Kind::Extension:
            return extension(text);
        case Kind::Supplier:
            return supplier(text);
        case Kind::Decision:
            return decision(text);
        case Kind::Criterion:
            return criterion(text);
        case Kind::Instrument:
            return text.find('=') == std::string::npos ? Var(text) : instrument(text, false);
        case Kind::Asked:
        case Kind::Shown:
            return instrument(text, kind == Kind::Shown);
    }
    return {};
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<std::pair<std::string_view, std::string_view>> cut(std::string_view text, char separator) {
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos || at == 0) return std::nullopt;
    return std::pair(text.substr(0, at), text.substr(at + 1));
}

}  // namespace mvoi::cli
