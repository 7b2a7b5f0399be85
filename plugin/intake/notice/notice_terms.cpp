// SPDX-License-Identifier: EUPL-1.2
#include "intake/notice/notice_terms.hpp"

#include "intake/value/codes.hpp"
#include "intake/value/words.hpp"

namespace mvoi::intake {
namespace {

// A kind of notice, of document or of form.
struct NoticeCode {
    Announces announces = Announces::Unknown;
    bool asks_for_requests = false;
    std::string procedure;  // that the form stands for; empty: it does not say
};

NoticeCode read_code(const json::Value& row) {
    static constexpr std::pair<std::string_view, Announces> meanings[] = {{"plan", Announces::Plan},
                                                                          {"call", Announces::Call},
                                                                          {"award", Announces::Award},
                                                                          {"change", Announces::Change},
                                                                          {"correction", Announces::Correction},
                                                                          {"unknown", Announces::Unknown}};
    return {meaning_among(meanings, row), row.boolean_or("requests", false), row.text_or("procedure")};
}

// All codes are kept for ever: calls may come while the process ends.
const NoticeCode& code_in(const Words<NoticeCode>& words, std::string_view code) {
    static const auto* unknown = new NoticeCode;
    const NoticeCode* found = words.find(code);
    return found ? *found : *unknown;
}

const NoticeCode& type_of(const NoticeTerms& terms) {
    static const auto* words = new Words<NoticeCode>("notice-types", read_code);
    return code_in(*words, terms.notice_type);
}
const NoticeCode& document_of(const NoticeTerms& terms) {
    static const auto* words = new Words<NoticeCode>("notice-documents", read_code);
    return code_in(*words, terms.document);
}
const NoticeCode& form_of(const NoticeTerms& terms) {
    static const auto* words = new Words<NoticeCode>("notice-forms", read_code);
    return code_in(*words, terms.form);
}

// By its name or else by its code; empty when neither is known.
std::string_view procedure_on(const NoticeTerms& terms) {
    static const auto* procedures = new Codes("notice-procedures");
    const std::string_view by_type = read_procedure(terms.procedure_type);
    return by_type.empty() ? procedures->of(terms.procedure) : by_type;
}

}  // namespace

Announces announces(const NoticeTerms& terms) {
    for (const NoticeCode* code : {&type_of(terms), &document_of(terms), &form_of(terms)})
        if (code->announces != Announces::Unknown) return code->announces;
    return Announces::Unknown;
}

std::string_view code_of(Announces announces) {
    switch (announces) {
        case Announces::Plan:
            return "plan";
        case Announces::Call:
            return "call";
        case Announces::Award:
            return "award";
        case Announces::Change:
            return "change";
        case Announces::Correction:
            return "correction";
        case Announces::Unknown:
            break;
    }
    return "unknown";
}

std::string number_of_notice(const std::string& text) {
    const std::size_t slash = text.find("/S "), dash = text.rfind('-');
    if (slash != 4 || dash == std::string::npos || dash < slash) return text;
    std::string number = text.substr(dash + 1);
    while (number.size() > 1 && number.front() == '0' && text.size() - dash > 7) number.erase(0, 1);
    return number.empty() ? text : number + "-" + text.substr(0, 4);
}

std::string_view procedure_of(const NoticeTerms& terms) {
    const std::string_view by_form = form_of(terms).procedure;
    const std::string_view procedure = by_form.empty() ? procedure_on(terms) : by_form;
    return procedure.empty() ? "onbekend" : procedure;
}

bool asks_for_requests(const NoticeTerms& terms) {
    if (type_of(terms).asks_for_requests || document_of(terms).asks_for_requests) return true;
    const std::string_view procedure = procedure_on(terms);
    return procedure == "niet-openbaar" || procedure == "mededingingsprocedure-met-onderhandeling" ||
           procedure == "concurrentiegerichte-dialoog" || procedure == "innovatiepartnerschap";
}

std::string_view kind_of_nature(std::string_view nature) {
    static const auto* natures = new Codes("notice-natures");
    const std::string_view kind = natures->of(nature);
    return kind.empty() ? read_kind(nature) : kind;
}

}  // namespace mvoi::intake
