// SPDX-License-Identifier: EUPL-1.2
#include <array>

#include "domain/contract/term.hpp"

namespace mvoi::domain::contract {
namespace {

constexpr std::array renewals{Renewal::None, Renewal::Tacit, Renewal::Express};
constexpr std::array units{NoticeUnit::Days, NoticeUnit::Weeks, NoticeUnit::Months};
constexpr std::array decisions{OptionDecision::Open, OptionDecision::Lifted, OptionDecision::Declined};

template <typename Codes>
std::optional<typename Codes::value_type> from_code(const Codes& codes, std::string_view code) {
    for (const auto each : codes)
        if (code_of(each) == code) return each;
    return std::nullopt;
}

}  // namespace

std::string_view code_of(Renewal renewal) {
    switch (renewal) {
        case Renewal::None:
            return "geen";
        case Renewal::Tacit:
            return "stilzwijgend";
        case Renewal::Express:
            break;
    }
    return "uitdrukkelijk";
}

std::string_view code_of(NoticeUnit unit) {
    switch (unit) {
        case NoticeUnit::Days:
            return "days";
        case NoticeUnit::Weeks:
            return "weeks";
        case NoticeUnit::Months:
            break;
    }
    return "months";
}

std::string_view code_of(OptionDecision decision) {
    switch (decision) {
        case OptionDecision::Open:
            return "open";
        case OptionDecision::Lifted:
            return "gelicht";
        case OptionDecision::Declined:
            break;
    }
    return "niet-gelicht";
}

std::string_view code_of(TermPart part) {
    switch (part) {
        case TermPart::End:
            return "end";
        case TermPart::Renewal:
            return "renewal";
        case TermPart::RenewalMonths:
            return "renewalMonths";
        case TermPart::Notice:
            return "notice";
        case TermPart::Options:
            return "options";
        case TermPart::NoticeGiven:
            break;
    }
    return "noticeGiven";
}

std::optional<Renewal> renewal_from(std::string_view code) {
    return from_code(renewals, code);
}
std::optional<NoticeUnit> notice_unit_from(std::string_view code) {
    return from_code(units, code);
}
std::optional<OptionDecision> option_decision_from(std::string_view code) {
    return from_code(decisions, code);
}

}  // namespace mvoi::domain::contract
