// SPDX-License-Identifier: EUPL-1.2
// A list with a header row, whatever its rows are about: headers, records as wide as they are, cells in
// the encoding, faults and warnings that name their column.
#pragma once

#include <array>
#include <initializer_list>
#include <optional>

#include "intake/record.hpp"
#include "intake/table/columns.hpp"
#include "intake/table/lists.hpp"
#include "intake/value/amounts.hpp"

namespace mvoi::intake {

constexpr std::size_t max_code = 60;   // characters of a product group or sector
constexpr std::size_t max_name = 200;  // characters of a person or a supplier
inline constexpr std::array people{Member::Opdrachtgever, Member::Budgethouder, Member::Inkoopadviseur,
                                   Member::Contractmanager};

class Table {
  protected:
    Table(std::istream& input, ListOptions options, Content content);

    // The next record, as an empty row; false: there are no more.
    bool next_record(Row& row);
    // A record with as many cells as the header; empty ones behind those do no harm. Otherwise a fault says it.
    bool is_whole(Row& row) const;
    // Columns that nobody reads may hold what they like.
    bool is_in_encoding(Row& row) const;

    // Without these columns no row could be read: one refusal says so, instead of one for every row.
    //   excused  members that come from elsewhere
    template <typename Excused>
    void refuse_without(std::initializer_list<Member> needed, Excused excused) const {
        std::vector<domain::Fault> faults;
        for (const Member member : needed) {
            if (columns_.has(member) || excused(member)) continue;
            if (member == Member::Organisation && !options_.organisation.empty()) continue;
            faults.push_back(column_needed(member));
        }
        refuse_if_any(std::move(faults));
    }

    void fault(Row& row, Member member, std::string_view rule, std::string_view value) const;
    void warn(Row& row, Member member, std::string_view rule, std::string_view value,
              std::map<std::string, std::string> words = {}) const;

    // The cell is a number by itself, and not a text that somebody typed.
    bool is_number(Member member) const {
        return columns_.has(member) && columns_.of(member) < record_.numbers.size() &&
               record_.numbers[columns_.of(member)];
    }
    // The cell as it stands; empty when there is no such column.
    std::string_view cell(Member member) const {
        return columns_.has(member) ? record_.cell(columns_.of(member)) : std::string_view();
    }
    // A text for a member of the request, as long as it may be; that it was cut is said.
    void add_cut(Row& row, json::Value& object, std::string name, Member member, const std::string& text,
                 std::size_t most) const;
    // An amount of euros; nothing, with a warning, when it cannot be read or is of another currency.
    std::optional<AmountReading> euros(Row& row, std::string_view text, std::string_view currency) const;

    const ListOptions options_;
    Record record_;

  private:
    std::vector<std::string> read_headers();
    std::map<std::string, std::string> line_words() const;
    domain::Fault column_needed(Member member) const;
    static void refuse_if_any(std::vector<domain::Fault> faults);

    std::unique_ptr<RecordSource> records_;

  protected:
    const Columns columns_;
};

}  // namespace mvoi::intake
