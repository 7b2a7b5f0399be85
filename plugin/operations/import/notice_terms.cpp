// SPDX-License-Identifier: EUPL-1.2
#include "operations/import/notice_terms.hpp"

#include "operations/import/values.hpp"

namespace mvoi::operations::import {
namespace {

struct Meaning {
    std::string_view code;
    Announces announces;
};

// Attribute TYPE of NOTICE in TED R2.0.9.
constexpr Meaning notice_types[] = {{"PRI_ONLY", Announces::Plan},
                                    {"PRI_REDUCING_TIME_LIMITS", Announces::Plan},
                                    {"PRI_CALL_COMPETITION", Announces::Call},
                                    {"PER_ONLY", Announces::Plan},
                                    {"PER_REDUCING_TIME_LIMITS", Announces::Plan},
                                    {"PER_CALL_COMPETITION", Announces::Call},
                                    {"CONTRACT", Announces::Call},
                                    {"QSU_ONLY", Announces::Call},
                                    {"QSU_CALL_COMPETITION", Announces::Call},
                                    {"AWARD_CONTRACT", Announces::Award},
                                    {"CONCESSION_AWARD_CONTRACT", Announces::Award}};

// TD_DOCUMENT_TYPE of TED.
constexpr Meaning documents[] = {{"0", Announces::Plan},  {"1", Announces::Correction}, {"2", Announces::Correction},
                                 {"3", Announces::Call},  {"7", Announces::Award},      {"A", Announces::Call},
                                 {"B", Announces::Plan},  {"C", Announces::Call},       {"D", Announces::Call},
                                 {"J", Announces::Award}, {"K", Announces::Change},     {"M", Announces::Call},
                                 {"O", Announces::Call},  {"P", Announces::Plan},       {"Q", Announces::Call},
                                 {"R", Announces::Award}, {"V", Announces::Award},      {"Y", Announces::Call}};

// Forms that serve for one kind of notice. F21, F22 and F23 say which by their type.
constexpr Meaning forms[] = {
    {"F01", Announces::Plan},   {"F02", Announces::Call},  {"F03", Announces::Award},      {"F04", Announces::Plan},
    {"F05", Announces::Call},   {"F06", Announces::Award}, {"F07", Announces::Call},       {"F08", Announces::Plan},
    {"F12", Announces::Call},   {"F13", Announces::Award}, {"F14", Announces::Correction}, {"F15", Announces::Award},
    {"F16", Announces::Plan},   {"F17", Announces::Call},  {"F18", Announces::Award},      {"F19", Announces::Call},
    {"F20", Announces::Change}, {"F24", Announces::Call},  {"F25", Announces::Award}};

template <std::size_t count>
Announces meaning_of(const Meaning (&table)[count], std::string_view code) {
    for (const Meaning& row : table)
        if (row.code == code) return row.announces;
    return Announces::Unknown;
}

struct Procedure {
    std::string_view code;  // TD_PROC of TED
    std::string_view procedure;
};
constexpr Procedure procedures[] = {{"1", "openbaar"},
                                    {"2", "niet-openbaar"},
                                    {"3", "niet-openbaar"},  // accelerated
                                    {"4", "mededingingsprocedure-met-onderhandeling"},
                                    {"6", "mededingingsprocedure-met-onderhandeling"},  // accelerated
                                    {"B", "mededingingsprocedure-met-onderhandeling"},
                                    {"C", "concurrentiegerichte-dialoog"},
                                    {"E", "concessie"},
                                    {"F", "concessie"},
                                    {"G", "innovatiepartnerschap"},
                                    {"T", "onderhandeling-zonder-aankondiging"},
                                    {"V", "onderhandeling-zonder-aankondiging"}};

// A form that stands for a procedure says more than the procedure on it: "open" on F21 is the open form of the
// procedure for social and other specific services.
std::string_view procedure_of_form(std::string_view form) {
    if (form == "F21" || form == "F22") return "sociale-en-andere-specifieke-diensten";
    if (form == "F23" || form == "F24" || form == "F25") return "concessie";
    if (form == "F12" || form == "F13") return "prijsvraag";
    return {};
}

}  // namespace

Announces announces(const NoticeTerms& terms) {
    Announces found = meaning_of(notice_types, terms.notice_type);
    if (found == Announces::Unknown) found = meaning_of(documents, terms.document);
    if (found == Announces::Unknown) found = meaning_of(forms, terms.form);
    return found;
}

std::string_view procedure_of(const NoticeTerms& terms) {
    const std::string_view by_form = procedure_of_form(terms.form);
    if (!by_form.empty()) return by_form;
    const std::string_view by_type = read_procedure(terms.procedure_type);
    if (!by_type.empty()) return by_type;
    for (const Procedure& row : procedures)
        if (row.code == terms.procedure) return row.procedure;
    return "onbekend";
}

bool asks_for_requests(const NoticeTerms& terms) {
    if (terms.notice_type == "PRI_CALL_COMPETITION" || terms.notice_type == "PER_CALL_COMPETITION" ||
        terms.document == "A" || terms.document == "M")
        return true;
    std::string_view procedure = read_procedure(terms.procedure_type);
    for (const Procedure& row : procedures)
        if (procedure.empty() && row.code == terms.procedure) procedure = row.procedure;
    return procedure == "niet-openbaar" || procedure == "mededingingsprocedure-met-onderhandeling" ||
           procedure == "concurrentiegerichte-dialoog" || procedure == "innovatiepartnerschap";
}

}  // namespace mvoi::operations::import
