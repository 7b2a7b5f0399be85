// SPDX-License-Identifier: EUPL-1.2
// The member that each column holds: as the mapping of the request says, and for the rest by the usual headers.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mvoi::intake {

// The subject of a list. A header may mean one thing in a list of tenders and another in one of contracts.
enum class Content { Tenders, Contracts, Observations };

// The members a list can fill, as in the mapping of register.import; currency and scope only help to read others.
enum class Member {
    Organisation,
    Reference,
    Title,
    Kind,
    Cpv,
    ProductGroup,
    Sector,
    EstimatedValue,
    Procedure,
    Ambition,
    Opdrachtgever,
    Budgethouder,
    Inkoopadviseur,
    Contractmanager,
    StartedOn,
    Publication,
    Submission,
    Award,
    ContractStart,
    ContractEnd,
    CurrentContractEnd,
    Notice,
    Option,
    Currency,  // of EstimatedValue: "Waarde - valuta"
    Scope,     // of Procedure: "Nationaal of Europees"
    // Of contracts alone.
    Supplier,
    SupplierNumber,
    TenderReference,
    SignedOn,
    Months,  // "4 jaar", instead of an end
    NoticePeriod,
    Renewal,
    Options,
    Evaluation,
    // Of observations alone; Reference is that of the contract.
    Promise,
    Value,
    Unit,
    Period,  // "2027-Q1", instead of the two days
    From,
    To,
    Source,
    Persons,
    Estimated,
    Note
};
constexpr std::size_t member_count = static_cast<std::size_t>(Member::Note) + 1;

std::string_view name_of(Member member);

constexpr std::size_t no_column = static_cast<std::size_t>(-1);

class Columns {
  public:
    // Throws domain::Refusal with every mapped header that is missing or there twice.
    Columns(std::vector<std::string> headers, const std::map<std::string, std::string>& mapping,
            Content content = Content::Tenders);

    std::size_t of(Member member) const { return columns_[static_cast<std::size_t>(member)]; }
    bool has(Member member) const { return of(member) != no_column; }
    const std::vector<std::string>& headers() const { return headers_; }
    // Those that have a column, in their order.
    const std::vector<Member>& members() const { return members_; }
    // The header of the member's column; its name when it has none.
    std::string header_of(Member member) const;
    // All headers, as a fault shows them.
    std::string all() const;

  private:
    std::vector<std::string> headers_;
    std::array<std::size_t, member_count> columns_{};
    std::vector<Member> members_;
};

}  // namespace mvoi::intake
