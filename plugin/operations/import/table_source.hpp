// SPDX-License-Identifier: EUPL-1.2
// What every list with a header row has, whatever its rows are about: headers, records as wide as they are, cells in
// the encoding, faults and warnings that name their column.
#pragma once

#include <initializer_list>

#include "operations/import/headers.hpp"
#include "operations/import/records.hpp"
#include "operations/import/rows.hpp"

namespace mvoi::operations::import {

class TableSource {
  protected:
    TableSource(std::istream& input, ListOptions options, Content content);

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

    // Whether the cell is a number by itself, and not a text that somebody typed.
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

}  // namespace mvoi::operations::import
