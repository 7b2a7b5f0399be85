// SPDX-License-Identifier: EUPL-1.2
// The words of lists for kinds, procedures and levels, and CPV codes. The tables are lists of 2026-11-21; law and
// policy themselves stand in schema/rules/.
#include "operations/import/values.hpp"

#include <algorithm>
#include <unordered_map>

#include "json/rules/rules.hpp"

namespace mvoi::operations::import {
namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

struct Word {
    std::string_view text;  // folded
    std::string_view code;
};

constexpr Word kinds[] = {{"werk", "werk"},           {"werken", "werk"},     {"w", "werk"},
                          {"works", "werk"},          {"work", "werk"},       {"levering", "levering"},
                          {"leveringen", "levering"}, {"l", "levering"},      {"supplies", "levering"},
                          {"supply", "levering"},     {"goods", "levering"},  {"goederen", "levering"},
                          {"dienst", "dienst"},       {"diensten", "dienst"}, {"d", "dienst"},
                          {"services", "dienst"},     {"service", "dienst"},  {"dienstverlening", "dienst"}};

// What buyers say instead of the label or code of schema/rules/procedures.json. "Europees" and "onderhands" alone are
// not here: they leave open which procedure it is.
constexpr Word procedures[] = {
    {"openbaar", "openbaar"},
    {"openbare aanbesteding", "openbaar"},
    {"europees openbaar", "openbaar"},
    {"europese openbare procedure", "openbaar"},
    {"europese openbare aanbesteding", "openbaar"},
    {"openbare europese aanbesteding", "openbaar"},
    {"openbare europese procedure", "openbaar"},
    {"openbaar europees", "openbaar"},
    {"eu openbaar", "openbaar"},
    {"openbaar eu", "openbaar"},
    {"open", "openbaar"},
    {"pt open", "openbaar"},
    {"niet openbaar", "niet-openbaar"},
    {"niet openbare aanbesteding", "niet-openbaar"},
    {"europees niet openbaar", "niet-openbaar"},
    {"europese niet openbare procedure", "niet-openbaar"},
    {"europese niet openbare aanbesteding", "niet-openbaar"},
    {"niet openbaar europees", "niet-openbaar"},
    {"eu niet openbaar", "niet-openbaar"},
    {"restricted", "niet-openbaar"},
    {"pt restricted", "niet-openbaar"},
    {"pt accelerated restricted", "niet-openbaar"},
    {"dialoog", "concurrentiegerichte-dialoog"},
    {"pt competitive dialogue", "concurrentiegerichte-dialoog"},
    {"mededingingsprocedure", "mededingingsprocedure-met-onderhandeling"},
    {"onderhandelingsprocedure met aankondiging", "mededingingsprocedure-met-onderhandeling"},
    {"onderhandelingsprocedure met voorafgaande aankondiging", "mededingingsprocedure-met-onderhandeling"},
    {"negotiated with prior call for competition", "mededingingsprocedure-met-onderhandeling"},
    {"pt competitive negotiation", "mededingingsprocedure-met-onderhandeling"},
    {"pt negotiated with prior call", "mededingingsprocedure-met-onderhandeling"},
    {"pt involving negotiation", "mededingingsprocedure-met-onderhandeling"},
    {"pt innovation partnership", "innovatiepartnerschap"},
    {"onderhandelingsprocedure zonder voorafgaande aankondiging", "onderhandeling-zonder-aankondiging"},
    {"onderhandelingsprocedure zonder bekendmaking", "onderhandeling-zonder-aankondiging"},
    {"onderhandelingsprocedure zonder voorafgaande bekendmaking", "onderhandeling-zonder-aankondiging"},
    {"gunning zonder aankondiging", "onderhandeling-zonder-aankondiging"},
    {"negotiated without prior call for competition", "onderhandeling-zonder-aankondiging"},
    {"pt award contract without call", "onderhandeling-zonder-aankondiging"},
    {"pt negotiated without publication", "onderhandeling-zonder-aankondiging"},
    {"sas", "sociale-en-andere-specifieke-diensten"},
    {"sas procedure", "sociale-en-andere-specifieke-diensten"},
    {"sas diensten", "sociale-en-andere-specifieke-diensten"},
    {"sociale en andere specifieke diensten", "sociale-en-andere-specifieke-diensten"},
    {"sociale en specifieke diensten", "sociale-en-andere-specifieke-diensten"},
    {"ontwerpwedstrijd", "prijsvraag"},
    {"concessie opdracht", "concessie"},
    {"concessies", "concessie"},
    {"nadere overeenkomst", "nadere-opdracht"},
    {"nadere opdracht onder raamovereenkomst", "nadere-opdracht"},
    {"nadere uitvraag", "nadere-opdracht"},
    {"minicompetitie", "nadere-opdracht"},
    {"mini competitie", "nadere-opdracht"},
    {"enkelvoudig", "enkelvoudig-onderhands"},
    {"enkelvoudige onderhandse aanbesteding", "enkelvoudig-onderhands"},
    {"enkelvoudige onderhandse procedure", "enkelvoudig-onderhands"},
    {"onderhands enkelvoudig", "enkelvoudig-onderhands"},
    {"1 op 1", "enkelvoudig-onderhands"},
    {"een op een", "enkelvoudig-onderhands"},
    {"mvo", "meervoudig-onderhands"},
    {"meervoudig", "meervoudig-onderhands"},
    {"meervoudige onderhandse aanbesteding", "meervoudig-onderhands"},
    {"meervoudige onderhandse procedure", "meervoudig-onderhands"},
    {"meervoudig onderhandse procedure", "meervoudig-onderhands"},
    {"meervoudig onderhandse aanbesteding", "meervoudig-onderhands"},
    {"onderhands meervoudig", "meervoudig-onderhands"},
    {"nationale openbare procedure", "nationaal-openbaar"},
    {"nationale openbare aanbesteding", "nationaal-openbaar"},
    {"openbaar nationaal", "nationaal-openbaar"},
    {"openbaar nl", "nationaal-openbaar"},
    {"nationale niet openbare procedure", "nationaal-niet-openbaar"},
    {"nationale niet openbare aanbesteding", "nationaal-niet-openbaar"},
    {"niet openbaar nationaal", "nationaal-niet-openbaar"}};

constexpr Word levels[] = {
    {"1", "1"},           {"2", "2"},        {"3", "3"},         {"basis", "1"},    {"significant", "2"},
    {"ambitieus", "3"},   {"basic", "1"},    {"ambitious", "3"}, {"1 basis", "1"},  {"2 significant", "2"},
    {"3 ambitieus", "3"}, {"niveau 1", "1"}, {"niveau 2", "2"},  {"niveau 3", "3"}, {"level 1", "1"},
    {"level 2", "2"},     {"level 3", "3"}};

using Words = std::unordered_map<std::string, std::string>;

// Labels, codes and eForms codes of the vocabulary, and the words above.
Words procedure_words() {
    Words all;
    for (const domain::Term& term : json::rules().vocabulary("procedures")) {
        for (const std::string& name : {term.code, term.nl, term.en}) all.emplace(folded(name), term.code);
        if (const auto eforms = term.more.find("eforms"); eforms != term.more.end())
            all.emplace(folded(eforms->second), term.code);
    }
    for (const Word& word : procedures) all.emplace(word.text, word.code);
    return all;
}

bool is_in(const std::vector<std::string>& codes, std::string_view code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// A piece between separators; true when it was a code, or was meant to be one. Words beside a code are its description;
// six or seven digits are a code gone wrong, such as one that lost its first 0 in a spreadsheet.
bool read_cpv_piece(std::string_view piece, CpvReading& reading) {
    constexpr std::size_t code_digits = 8;
    std::size_t digits = 0;
    while (digits < piece.size() && is_digit(piece[digits])) ++digits;
    if (digits < code_digits - 2) return false;
    std::string_view rest = piece.substr(digits);
    if (rest.size() == 2 && rest[0] == '-' && is_digit(rest[1])) rest = {};
    const bool numbers_only = rest.find_first_not_of("0123456789-.") == std::string_view::npos;
    if (digits == code_digits && (rest.empty() || !numbers_only)) {
        const std::string_view code = piece.substr(0, code_digits);
        if (!is_in(reading.codes, code)) reading.codes.emplace_back(code);
        return true;
    }
    if (numbers_only) reading.unreadable.emplace_back(piece);
    return numbers_only;
}

}  // namespace

std::string_view read_kind(std::string_view text) {
    const std::string words = folded(text);
    for (const Word& word : kinds)
        if (word.text == words) return word.code;
    return {};
}

std::string_view read_procedure(std::string_view text) {
    static const auto* words = new Words(procedure_words());  // kept for ever: calls may come while the process ends
    const auto found = words->find(folded(text));
    return found == words->end() ? std::string_view() : std::string_view(found->second);
}

std::optional<int> read_ambition(std::string_view text) {
    const std::string words = folded(text);
    for (const Word& word : levels)
        if (word.text == words) return word.code.front() - '0';
    return std::nullopt;
}

void read_cpv(std::string_view text, CpvReading& reading) {
    constexpr std::string_view separators = ",;|/ \t\r\n\xC2\xA0:()[]";
    bool anything = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = text.find_first_not_of(separators, at);
        if (start == std::string_view::npos) break;
        at = std::min(text.find_first_of(separators, start), text.size());
        if (read_cpv_piece(text.substr(start, at - start), reading)) anything = true;
    }
    if (!anything && said(text) == Said::Something) reading.unreadable.emplace_back(trimmed(text));
}

json::Value cpv_list(const std::vector<std::string>& codes) {
    json::List list;
    for (const std::string& code : codes) {
        if (list.size() == max_cpv) break;
        list.emplace_back(code);
    }
    return list;
}

json::Value planned(const domain::PlannedDate& date) {
    if (date.certainty == domain::Certainty::Expected) return to_text(date);
    json::Value object;
    object.add("date", to_text(date));
    object.add("certainty", domain::code_of(date.certainty));
    return object;
}

bool is_organisation(std::string_view code) {
    constexpr auto is_letter_or_digit = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c);
    };
    return !code.empty() && code.size() <= max_organisation && is_letter_or_digit(code.front()) &&
           std::all_of(code.begin(), code.end(), [&](char c) {
               return is_letter_or_digit(c) || std::string_view("._:-").find(c) != std::string_view::npos;
           });
}

}  // namespace mvoi::operations::import
