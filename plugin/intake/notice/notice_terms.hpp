// SPDX-License-Identifier: EUPL-1.2
// The codes of TED notices (forms F01 to F25), read as phases and procedures.
#pragma once

#include <string>
#include <string_view>

namespace mvoi::intake {

struct NoticeTerms {
    std::string form;            // "F21"
    std::string notice_type;     // "PRI_ONLY"; of the forms that serve for several kinds of notice
    std::string document;        // code of document_type, "7"
    std::string procedure_type;  // "PT_OPEN"
    std::string procedure;       // code of procedure, "1"
};

// The news of a notice about its tender.
enum class Announces {
    Plan,        // it is to come
    Call,        // it is open
    Award,       // it was awarded, or will be without a call
    Change,      // its contract was changed
    Correction,  // another notice was wrong: no tender of its own
    Unknown
};
Announces announces(const NoticeTerms& terms);
std::string_view code_of(Announces announces);  // "plan", "call", "award", "change", "correction", "unknown"

// The number of a notice by its number in the Official Journal: "2019/S 228-559831" is notice 559831-2019. Anything
// else is its own number.
std::string number_of_notice(const std::string& text);

// A code of the vocabulary "procedures".
std::string_view procedure_of(const NoticeTerms& terms);
// A kind of contract by the nature that a notice gives it, as a code or in words; empty when it is neither.
std::string_view kind_of_nature(std::string_view nature);

// The date in the notice's "time limit for receipt of tenders or requests to participate" is that of the requests: so
// it is in procedures of two stages, and where a prior information notice calls for interest.
bool asks_for_requests(const NoticeTerms& terms);

}  // namespace mvoi::intake
