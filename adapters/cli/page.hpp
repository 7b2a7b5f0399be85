// SPDX-License-Identifier: EUPL-1.2
// A page for a reader at a terminal: sentences, pairs of a name and a value, and aligned tables.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json.hpp"
#include "text.hpp"

namespace mvoi::cli {

enum class Side { Left, Right };

struct Column {
    Text title;
    Side side = Side::Left;
};

// Rows under titles. Columns in which no row says anything are left out; the last column is wrapped to the page.
class Table {
  public:
    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

    void row(std::vector<std::string> cells);
    bool empty() const { return rows_.empty(); }
    std::string drawn(Language language, std::size_t page_columns) const;

  private:
    std::vector<std::size_t> widths(const std::vector<std::string>& titles) const;

    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

class Page {
  public:
    // columns 0 is a page as wide as need be.
    // The labels are those of the library: an object of codes and their words for each kind of code.
    Page(Language language, std::size_t columns, Object::Ptr labels = {})
        : language_(language), columns_(columns), labels_(std::move(labels)) {}

    Language language() const { return language_; }
    std::string_view in(Text text) const { return text.in(language_); }
    // The words for a code; one that has none is shown as it is.
    std::string label(std::string_view kind, const std::string& code) const;

    void blank() { text_ += '\n'; }
    void sentence(Text pattern, std::initializer_list<std::string_view> words = {});
    // A line as it is, indents and all.
    void verbatim(std::string_view text);
    // A heading, with a blank line before it.
    void heading(Text title);
    // The pairs, aligned with each other; one with an empty value is left out.
    void pairs(const std::vector<std::pair<std::string, std::string>>& pairs);
    void table(const Table& table);

    const std::string& text() const { return text_; }

  private:
    Language language_;
    std::size_t columns_;
    Object::Ptr labels_;
    std::string text_;
};

}  // namespace mvoi::cli
