// SPDX-License-Identifier: EUPL-1.2
// A list with a header row, whatever its rows are about: headers, records as wide as they are, cells in
// the encoding, faults and warnings that name their column.
#pragma once

#include <array>
#include <deque>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>

#include "intake/record.hpp"
#include "intake/table/columns.hpp"
#include "intake/table/lists.hpp"
#include "intake/value/amounts.hpp"
#include "intake/value/dates.hpp"

namespace mvoi::intake {

constexpr std::size_t max_code = 60;   // characters of a product group or sector
constexpr std::size_t max_name = 200;  // characters of a person or a supplier
inline constexpr std::array people{Member::Opdrachtgever, Member::Budgethouder, Member::Inkoopadviseur,
                                   Member::Contractmanager};

// The way in which the cells of a column are written, from its first row to its last: what one cell leaves open,
// another may decide.
struct Shown {
    std::int64_t line = 0;  // 0: no cell shows it
    std::string text;
};
struct ColumnStyle {
    Shown month_first;  // a day that can only have the month first
    struct Mark {
        Shown decimal, thousands, either;
    };
    Mark point, comma;  // in amounts
};

class Table {
  protected:
    Table(std::istream& input, ListOptions options, Content content);

    // The next record, as an empty row with what is to be said of it before its cells are read; false: there are no
    // more.
    bool next_record(Row& row);
    // The header, the use of each column, and what was seen of the list as a whole until now.
    Account account_of_list() const;
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
        if (!faults.empty()) refuse_other_content();
        refuse_if_any(std::move(faults));
    }

    // Why the column leaves in doubt what the cell means; empty where it does not.
    std::string_view doubt_of(Member member, std::string_view text) const;
    // The date in a cell of this member; refused where its column shows that the month may come first in it.
    DateReading date_in(Member member, std::string_view text) const;

    void fault(Row& row, Member member, std::string_view rule, std::string_view value) const;
    void warn(Row& row, Member member, std::string_view rule, std::string_view value,
              std::map<std::string, std::string> words = {}) const;

    // The cell is a number by itself, and not a text that somebody typed.
    bool is_number(Member member) const {
        const std::size_t column = column_of(member);
        return column < record_.numbers.size() && record_.numbers[column];
    }
    // The cell as it stands; empty when there is no such column. Of several columns with one header the one that is
    // filled in; a question mark where they say different things.
    std::string_view cell(Member member) const;
    // The unit that the header gives to a number below it.
    HeaderUnit unit_of(Member member) const;
    // That the cell says that nobody knows, or holds an error, where something else is needed.
    void say_unknown(Row& row, Member member) const;
    // A text for a member of the request, as long as it may be; that it was cut is said.
    void add_cut(Row& row, json::Value& object, std::string name, Member member, const std::string& text,
                 std::size_t most) const;
    // The text is a name; that it is none is said.
    bool is_named(Row& row, Member member, std::string_view text) const;
    // Members of the request from the text of their column. That of the organisation is left aside where the request
    // names one for all rows.
    void add_organisation(Row& row, std::string_view text) const;
    void add_reference(Row& row, std::string_view text) const;
    void add_kind(Row& row, std::string_view text) const;
    // An amount of euros; nothing, with a warning, when it cannot be read or is of another currency.
    std::optional<AmountReading> euros(Row& row, std::string_view text, std::string_view currency) const;

    const ListOptions options_;
    Record record_;

  private:
    static constexpr std::size_t contradictory = no_column - 1;

    void look_through(std::istream& input);
    void look_at_record();
    void add_proof(Member member, std::string_view rule, std::map<std::string, std::string>& words) const;
    std::vector<std::string> find_header(Content content);
    std::vector<std::string> headers_of_record() const;
    bool is_header(const std::vector<std::string>& headers, Content content) const;
    bool read_record();
    void settle_columns(Row& row);
    std::size_t column_of(Member member) const;
    std::string header_of(Member member) const;
    std::map<std::string, std::string> line_words() const;
    domain::Fault column_needed(Member member) const;
    // Another kind of list that at least so many more of the columns belong to, with those.
    std::optional<std::pair<std::string_view, Columns>> other_content(std::size_t more) const;
    // Without the number of its own, a list that has that of another kind is refused as that.
    void refuse_other_content() const;
    static void refuse_if_any(std::vector<domain::Fault> faults);

    const Content content_;
    std::unique_ptr<RecordSource> records_;
    std::deque<Record> ahead_;  // read while the header was looked for
    std::int64_t header_line_ = 0;
    std::map<Member, std::size_t> settled_;      // of members with several columns: the one of this record
    std::set<std::size_t> filled_;               // columns without a header in which something stands
    std::map<std::size_t, ColumnStyle> styles_;  // of columns of days and amounts

  protected:
    const Columns columns_;
};

}  // namespace mvoi::intake
