// SPDX-License-Identifier: EUPL-1.2
// The member that each column holds: as the mapping of the request says, and for the rest by the usual headers.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/table/header.hpp"

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
    TacitRenewal,  // "Stilzwijgende verlenging", whatever stands below it
    RenewalMonths,
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
// "/mapping/reference": where a request can say which column it is.
std::string place_of(Member member);
bool is_day(Member member);

constexpr std::size_t no_column = static_cast<std::size_t>(-1);

// A column of the list, and what it is used for.
struct ColumnUse {
    std::string header;                 // as it stands in the list
    std::optional<Member> member = {};  // that it fills; nothing: it is not used
    HeaderUnit unit = HeaderUnit::None;
    std::string_view why = {};  // it is not used: the sentence that says why
    std::string other = {};     // the column that is used instead
};

class Columns {
  public:
    // Throws domain::Refusal with every mapped header that is missing or there twice.
    Columns(std::vector<std::string> headers, const std::map<std::string, std::string>& mapping,
            Content content = Content::Tenders);

    // The first column of a member. Where the same header stands over several, all of them are its columns.
    std::size_t of(Member member) const { return has(member) ? all_of(member).front() : no_column; }
    const std::vector<std::size_t>& all_of(Member member) const { return columns_[static_cast<std::size_t>(member)]; }
    bool has(Member member) const { return !all_of(member).empty(); }
    HeaderUnit unit_of(std::size_t column) const { return uses_[column].unit; }
    std::size_t size() const { return uses_.size(); }
    // All columns of the list, in their order.
    const std::vector<ColumnUse>& uses() const { return uses_; }
    // Those that have a column, in their order.
    const std::vector<Member>& members() const { return members_; }
    // The header of the member's first column; the place of the member in a request when it has none.
    std::string header_of(Member member) const;
    // All headers, as a fault shows them.
    std::string all() const;

  private:
    void map(const std::map<std::string, std::string>& mapping);
    void find(Member member, const std::vector<std::string>& usual);
    bool take(Member member, std::string_view words);
    void account_for_the_rest(Content content);

    std::vector<Header> headers_;
    std::array<std::vector<std::size_t>, member_count> columns_{};
    std::vector<ColumnUse> uses_;
    std::vector<Member> members_;
};

}  // namespace mvoi::intake
