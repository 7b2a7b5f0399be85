// SPDX-License-Identifier: EUPL-1.2
#include "request.hpp"

#include <algorithm>
#include <charconv>

#include "fault.hpp"
#include "files.hpp"

namespace mvoi::cli {

namespace {

[[noreturn]] void refuse(const Option& option, std::string_view given, Language language) {
    constexpr Text pattern{"{} begrijpt \"{}\" niet; {} {}: {}", "{} does not understand \"{}\"; {} {}: {}"};
    throw UsageError(fill(pattern.in(language),
                          {option.name, printable(given), option.name, option.value, option.help.in(language)}));
}

// The list or object that is this member of the request; made when it is not there yet.
template <typename Container>
typename Container::Ptr part_of(Object& request, const std::string& member) {
    if (!request.has(member)) request.set(member, typename Container::Ptr(new Container));
    return request.get(member).extract<typename Container::Ptr>();
}

// The text before and after the first separator; nothing when there is no separator, or nothing before it.
std::optional<std::pair<std::string_view, std::string_view>> cut(std::string_view text, char separator) {
    const std::size_t at = text.find(separator);
    if (at == std::string_view::npos || at == 0) return std::nullopt;
    return std::pair(text.substr(0, at), text.substr(at + 1));
}

bool set_when_read(Object& request, const std::string& member, std::optional<std::int64_t> value) {
    if (value) request.set(member, *value);
    return value.has_value();
}

bool add_decision(Object& request, const std::string& member, std::string_view text) {
    const Object::Ptr decision = parse_decision(text);
    if (decision) part_of<Array>(request, member)->add(decision);
    return !decision.isNull();
}

// Adds to the decision on the theme; a theme that only has criteria is thereby applied.
bool add_criterion(Object& request, const std::string& member, std::string_view text) {
    const auto parts = cut(text, '=');
    const Object::Ptr criterion = parts ? parse_criterion(parts->second) : nullptr;
    if (!criterion) return false;
    const std::string theme(parts->first);
    Array::Ptr themes = part_of<Array>(request, member);
    Object::Ptr decision;
    for (unsigned i = 0; i < themes->size() && !decision; ++i) {
        if (text_of(*themes->getObject(i), "theme") == theme) decision = themes->getObject(i);
    }
    if (!decision) {
        decision = new Object;
        decision->set("theme", theme).set("state", "applied");
        themes->add(decision);
    }
    part_of<Array>(*decision, "criteria")->add(criterion);
    return true;
}

// "co2-prestatieladder@4.0=2"; nothing when it is not of that form.
Object::Ptr parse_instrument(std::string_view text) {
    const auto parts = cut(text, '=');
    if (!parts || parts->second.empty()) return nullptr;
    const auto edition = cut(parts->first, '@');
    Object::Ptr instrument = new Object;
    instrument->set("instrument", std::string(edition ? edition->first : parts->first));
    if (edition) instrument->set("edition", std::string(edition->second));
    instrument->set("value", std::string(parts->second));
    return instrument;
}

// Of a tender: the instrument alone, or what is asked by it.
bool add_instrument(Object& request, const std::string& member, std::string_view text) {
    if (text.find('=') == std::string_view::npos) {
        part_of<Array>(request, member)->add(std::string(text));
        return true;
    }
    Object::Ptr instrument = parse_instrument(text);
    if (instrument) part_of<Array>(request, "instrumentValues")->add(instrument);
    return !instrument.isNull();
}

// Of a contract: what is asked, or what was shown ("VALUE:DATE:SUPPLIER").
bool add_held(Object& request, const std::string& member, std::string_view text, bool shown) {
    const auto until = shown ? cut(text, ':') : std::nullopt;
    Object::Ptr instrument = parse_instrument(until ? until->first : text);
    if (!instrument) return false;
    if (shown) instrument->set("shown", true);
    if (until) {
        const std::size_t colon = until->second.find(':');
        const std::string day(until->second.substr(0, colon));
        if (!day.empty()) instrument->set("validTo", day);
        if (colon != std::string_view::npos) instrument->set("supplier", std::string(until->second.substr(colon + 1)));
    }
    part_of<Array>(request, member)->add(instrument);
    return true;
}

bool add_head(Object& request, const std::string& member, std::string_view text) {
    const auto parts = cut(text, ':');
    const auto sequence = parts ? parse_integer(parts->first) : std::nullopt;
    if (!sequence) return false;
    part_of<Object>(request, member)->set("seq", *sequence).set("hash", std::string(parts->second));
    return true;
}

bool add_pair(Object& request, const std::string& member, std::string_view text) {
    const auto parts = cut(text, '=');
    if (parts) part_of<Object>(request, member)->set(std::string(parts->first), std::string(parts->second));
    return parts.has_value();
}

// False when the value is not of the form that the option asks for.
bool add(Object& request, const Option& option, const std::string& value) {
    const std::string member(option.member);
    switch (option.as) {
        case As::Nothing:
            return true;
        case As::Text:
        case As::File:
            request.set(member, value);
            return true;
        case As::True:
        case As::False:
            request.set(member, option.as == As::True);
            return true;
        case As::List:
            part_of<Array>(request, member)->add(value);
            return true;
        case As::Integer:
            return set_when_read(request, member, parse_integer(value));
        case As::Cents:
            return set_when_read(request, member, parse_cents(value));
        case As::Pair:
            return add_pair(request, member, value);
        case As::Head:
            return add_head(request, member, value);
        case As::Decision:
            return add_decision(request, member, value);
        case As::Instrument:
            return add_instrument(request, member, value);
        case As::Asked:
        case As::Shown:
            return add_held(request, member, value, option.as == As::Shown);
        case As::Criterion:
            return add_criterion(request, member, value);
    }
    return false;
}

// 8-4-4-4-12 hexadecimal digits; the library judges them.
bool has_form_of_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash != (text[i] == '-')) return false;
    }
    return true;
}

void set_tender(Object& request, const Arguments& arguments, Language language) {
    if (arguments.tender.empty()) return;
    const bool by_reference = arguments.has("--organisation");
    if (!by_reference && !has_form_of_uuid(arguments.tender)) {
        constexpr Text whose{"{} is geen UUID; bij een kenmerk hoort --organisation",
                             "{} is no UUID; a reference needs --organisation"};
        throw UsageError(fill(whose.in(language), {printable(arguments.tender)}));
    }
    request.set(by_reference ? "reference" : std::string(arguments.verb->named), arguments.tender);
}

void set_words(Object& request, const Arguments& arguments, Language language) {
    const Verb& verb = *arguments.verb;
    for (std::size_t i = 0; i < std::min(arguments.words.size(), verb.places.size()); ++i) {
        const Place& place = verb.places[i];
        const std::string& word = arguments.words[i];
        if (place.member.empty()) continue;
        if (place.as != As::Integer) {
            request.set(std::string(place.member), word);
        } else if (!set_when_read(request, std::string(place.member), parse_integer(word))) {
            constexpr Text no_number{"{} verwacht hier een getal: {}", "{} expects a number here: {}"};
            throw UsageError(fill(no_number.in(language), {verb.name, printable(word)}));
        }
    }
}

// A text as an editor leaves it, without the end of its last line. The option that gives it on the command line comes
// before it in the table.
std::string text_from_file(const Object& request, const Option& option, const std::string& path, Language language) {
    if (request.has(std::string(option.member))) {
        constexpr Text both{"--{} en {} gaan niet samen", "--{} and {} exclude each other"};
        throw UsageError(fill(both.in(language), {option.member, option.name}));
    }
    std::string text = read_file(path, language);
    text.erase(text.find_last_not_of("\r\n") + 1);
    return text;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
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

}  // namespace

Object::Ptr request_from(const Arguments& arguments, Language language) {
    Object::Ptr request = new Object;
    const Verb& verb = *arguments.verb;
    set_tender(*request, arguments, language);
    set_words(*request, arguments, language);
    // By the order of the table, not of the command line: decisions stand there before their criteria.
    for (const Option& option : verb.options) {
        const auto given = arguments.options.find(option.name);
        if (given == arguments.options.end()) continue;
        for (const std::string& given_value : given->second) {
            const std::string value =
                option.as == As::File ? text_from_file(*request, option, given_value, language) : given_value;
            if (!add(*request, option, value)) refuse(option, value, language);
        }
    }
    if (verb.dated && arguments.has("--today")) request->set("today", arguments.value("--today"));
    return request;
}

std::string request_from_file(const Arguments& arguments, const std::string& path, Language language) {
    std::string text = read_file(path, language);
    if (!arguments.has("--today")) return text;
    Object::Ptr request = parse_object(text);
    if (!request || request->has("today")) return text;
    request->set("today", arguments.value("--today"));
    return compact(request);
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<std::int64_t> parse_cents(std::string_view text) {
    const std::size_t comma = text.find(',');
    const std::string_view decimals = comma == std::string_view::npos ? "00" : text.substr(comma + 1);
    if (decimals.empty() || decimals.size() > 2 || !std::all_of(decimals.begin(), decimals.end(), is_digit))
        return std::nullopt;
    const auto euros = without_points(text.substr(0, comma));
    if (!euros) return std::nullopt;
    return parse_integer(*euros + std::string(decimals) + (decimals.size() == 1 ? "0" : ""));
}

Object::Ptr parse_decision(std::string_view text) {
    const auto parts = cut(text, '=');
    if (!parts) return nullptr;
    Object::Ptr decision = new Object;
    decision->set("theme", std::string(parts->first));
    const auto choice = cut(parts->second, ':');
    const std::string_view state = choice ? choice->first : parts->second;
    decision->set("state", std::string(state));
    if (!choice) return decision;
    if (state == "explained") {
        const auto explanation = cut(choice->second, ':');  // the text itself may hold more of these
        if (!explanation) return nullptr;
        part_of<Object>(*decision, "explanation")
            ->set("reason", std::string(explanation->first))
            .set("text", std::string(explanation->second));
        return decision;
    }
    const auto level = parse_integer(choice->second);
    if (!level) return nullptr;
    decision->set("level", *level);
    return decision;
}

Object::Ptr parse_criterion(std::string_view text) {
    const std::vector<std::string_view> parts = split(text, ':');
    if (parts.size() > 3 || parts.front().empty()) return nullptr;
    Object::Ptr criterion = new Object;
    const auto numbered = cut(parts[0], '@');
    criterion->set("number", std::string(numbered ? numbered->first : parts[0]));
    if (numbered) criterion->set("edition", std::string(numbered->second));
    if (parts.size() > 1) criterion->set("kind", std::string(parts[1]));
    if (parts.size() > 2) criterion->set("legalForm", std::string(parts[2]));
    return criterion;
}

}  // namespace mvoi::cli
