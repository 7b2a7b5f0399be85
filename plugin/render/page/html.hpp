// SPDX-License-Identifier: EUPL-1.2
// A small writer of HTML that an XML parser can read too. Markup is what we wrote ourselves, known when this is
// compiled; everything else is text, and text is always escaped.
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace mvoi::render {

// A piece of markup out of our own source. A text that is only known at run time does not fit in here: it does not
// compile, so no text of people can become markup by mistake.
class Markup {
  public:
    consteval Markup(const char* text) : text_(text) {}
    constexpr std::string_view text() const { return text_; }

  private:
    std::string_view text_;
};

struct Attribute {
    Markup name;
    std::string_view value;
};
using Attributes = std::initializer_list<Attribute>;

// Adds a text so that a reader of HTML or XML sees it as text: markup characters escaped, line ends as one newline. A
// character that a page cannot hold (a control character, a byte that is no UTF-8) or that would turn the reading
// direction of the words after it becomes U+FFFD, so that it does not vanish unseen.
void append_escaped(std::string& out, std::string_view text);

class Html {
  public:
    void markup(Markup markup) { out_ += markup.text(); }
    void text(std::string_view text) { append_escaped(out_, text); }

    // <tag ...>inside</tag>; `inside` is a text, or writes what is inside.
    template <std::invocable Inside>
    void element(Markup tag, Attributes attributes, Inside inside) {
        open(tag, attributes);
        inside();
        close(tag);
    }
    void element(Markup tag, Attributes attributes, std::string_view inside) {
        element(tag, attributes, [&] { text(inside); });
    }
    template <std::invocable Inside>
    void element(Markup tag, Inside inside) {
        element(tag, {}, std::move(inside));
    }
    void element(Markup tag, std::string_view inside) { element(tag, {}, inside); }

    // <tag ... />
    void empty(Markup tag, Attributes attributes) {
        start(tag, attributes);
        out_ += " />";
    }
    // Parts of a page stand on lines of their own, for who reads the source.
    void line() { out_ += '\n'; }

    std::string take() && { return std::move(out_); }

  private:
    void start(Markup tag, Attributes attributes);
    void open(Markup tag, Attributes attributes) {
        start(tag, attributes);
        out_ += '>';
    }
    void close(Markup tag) { out_.append("</").append(tag.text()).append(">"); }

    std::string out_;
};

}  // namespace mvoi::render
