// SPDX-License-Identifier: EUPL-1.2
#include "request.hpp"

#include <algorithm>

#include "fault.hpp"
#include "files.hpp"
#include "values.hpp"

namespace mvoi::cli {

namespace {

[[noreturn]] void refuse(const Option& option, std::string_view given, Language language) {
    throw UsageError(language, {"{} begrijpt \"{}\" niet; {} {}: {}", "{} does not understand \"{}\"; {} {}: {}"},
                     {option.name, printable(given), option.name, option.value, option.help.in(language)});
}

// Two options for one member, such as a text and the file that holds it.
void refuse_both(const Arguments& arguments, const Option& option, Language language) {
    for (const Option& other : arguments.verb->options) {
        if (other.name == option.name || other.pointer != option.pointer || !arguments.has(other.name)) continue;
        throw UsageError(language, {"{} en {} gaan niet samen", "{} and {} exclude each other"},
                         {other.name, option.name});
    }
}

// JSON Pointer of the criteria of the decision on this theme; a theme that only has criteria is thereby applied.
std::string criteria_of(const Object::Ptr& request, std::string_view theme) {
    const Array::Ptr themes = request->getArray("themes");
    std::size_t at = 0;
    while (themes && at < themes->size() && text_of(*themes->getObject(static_cast<unsigned>(at)), "theme") != theme)
        ++at;
    const std::string place = "/themes/" + std::to_string(at);
    if (!themes || at == themes->size())
        put(request, place, object({{"theme", std::string(theme)}, {"state", std::string("applied")}}));
    return place + "/criteria/-";
}

// False when the value is not of the form that the option asks for.
bool add(const Object::Ptr& request, const Option& option, const std::string& given, Language language) {
    std::string pointer(option.pointer);
    std::string text = given;
    if (option.kind == Kind::Pair || option.kind == Kind::Criterion) {
        const auto parts = cut(given, '=');
        if (!parts) return false;
        text = parts->second;
        if (option.kind == Kind::Pair) pointer.append("/").append(escaped(parts->first));
        if (option.kind == Kind::Criterion && !value_of(option.kind, text, language).isEmpty())
            pointer = criteria_of(request, parts->first);
    }
    if (option.kind == Kind::Instrument && text.find('=') != std::string::npos) pointer = "/instrumentValues/-";
    const Var value = value_of(option.kind, text, language);
    if (!value.isEmpty()) put(request, pointer, value);
    return !value.isEmpty();
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

void set_subject(Object& request, const Arguments& arguments, Language language) {
    if (arguments.subject.empty()) return;
    const bool by_reference = arguments.has("--organisation");
    if (!by_reference && !has_form_of_uuid(arguments.subject)) {
        throw UsageError(language,
                         {"{} is geen UUID; bij een kenmerk hoort --organisation",
                          "{} is no UUID; a reference needs --organisation"},
                         {printable(arguments.subject)});
    }
    request.set(by_reference                       ? "reference"
                : is_about_tender(*arguments.verb) ? "tender"
                                                   : "contract",
                arguments.subject);
}

void put_words(const Object::Ptr& request, const Arguments& arguments, Language language) {
    const Verb& verb = *arguments.verb;
    for (std::size_t i = 0; i < std::min(arguments.words.size(), verb.places.size()); ++i) {
        const Place& place = verb.places[i];
        if (place.pointer.empty()) continue;
        const Var value = value_of(place.kind, arguments.words[i], language);
        if (value.isEmpty()) {
            throw UsageError(language, {"{} verwacht hier een getal: {}", "{} expects a number here: {}"},
                             {verb.name, printable(arguments.words[i])});
        }
        put(request, place.pointer, value);
    }
}

}  // namespace

Object::Ptr request_from(const Arguments& arguments, Language language) {
    Object::Ptr request = new Object;
    const Verb& verb = *arguments.verb;
    set_subject(*request, arguments, language);
    put_words(request, arguments, language);
    // By the order of the table, not of the command line: decisions stand there before their criteria.
    for (const Option& option : verb.options) {
        const auto given = arguments.options.find(option.name);
        if (given == arguments.options.end() || option.kind == Kind::Own) continue;
        if (!repeats(option)) refuse_both(arguments, option, language);
        for (const std::string& value : given->second)
            if (!add(request, option, value, language)) refuse(option, value, language);
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

}  // namespace mvoi::cli
