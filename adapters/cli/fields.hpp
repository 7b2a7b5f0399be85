// SPDX-License-Identifier: EUPL-1.2
// Tables of what a page shows: each row names a column, or a fact, and the member of the answer that it shows.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "json.hpp"
#include "page.hpp"

namespace mvoi::cli {

// A composed text: more than one member, or words around it.
using Composed = std::string (*)(const Object& object, const Page& page);

enum class Show {
    Text,     // as it is
    Number,   // the same, to the right
    Figure,   // an exact number as people write it
    Euros,    // cents as an amount
    Percent,  // a figure and its sign
    Hours,    // minutes as "22:30"
    YesNo,    // "ja" or "nee"
    Yes,      // "ja", or nothing
    List,     // texts, commas between
};

// The words for the codes of this kind, as the library has them.
struct Labels {
    std::string_view kind;
};
// Cut to so many columns.
struct Shortened {
    std::size_t columns;
};

struct Field {
    constexpr Field(Text title_in, std::string_view pointer_in, Show show_in = Show::Text)
        : title(title_in), pointer(pointer_in), show(show_in) {}
    constexpr Field(Text title_in, std::string_view pointer_in, Labels labels)
        : title(title_in), pointer(pointer_in), kind(labels.kind) {}
    constexpr Field(Text title_in, std::string_view pointer_in, Shortened shortened)
        : title(title_in), pointer(pointer_in), columns(shortened.columns) {}
    constexpr Field(Text title_in, Composed composed_in, Show show_in = Show::Text)
        : title(title_in), show(show_in), composed(composed_in) {}

    Text title;
    std::string_view pointer{};
    Show show = Show::Text;
    std::string_view kind{};
    std::size_t columns = 0;
    Composed composed = nullptr;
};

// The text of a member; nothing when it is not there.
std::string shown(const Object& object, std::string_view pointer, Show show, const Page& page);
std::string shown(const Object& object, const Field& field, const Page& page);

// A table, row by row.
class Rows {
  public:
    Rows(std::span<const Field> fields, Page& page);

    void add(const Object& object);
    // The table, under its heading when it has one; nothing and false when there are no rows.
    bool show(Text heading = {});

  private:
    std::span<const Field> fields_;
    Page& page_;
    Table table_;
};

// A list of the answer as a table; false when it is empty.
bool show_list(const Object& answer, const std::string& member, std::span<const Field> fields, Page& page,
               Text heading = {});
// A page of a list: its items or a sentence that there are none, and whether there are more.
void show_items(const Object& answer, std::span<const Field> fields, Text none, Page& page);
void show_more(const Object& answer, Page& page);
// Facts, one below the other; the people of a case stand behind them.
void show_facts(const Object& answer, std::span<const Field> fields, Page& page);

// Numbers, one below the other under the title of what is counted; a text that is empty is left out.
void show_counts(const Object& answer, Text counted, std::span<const Field> fields, Page& page);

// Of each object of a list the text of a member.
std::string members_of(const Object& object, const std::string& list, const std::string& member,
                       std::string_view separator = ", ");

}  // namespace mvoi::cli
