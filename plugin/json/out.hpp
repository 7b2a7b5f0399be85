// SPDX-License-Identifier: EUPL-1.2
// Writes JSON straight into a text, without building values first: for what is written with every call.
//
//     out.object([&] {
//         out.member("theme", theme);
//         out.list("criteria", criteria, [&](const Criterion& each) { write(out, each); });
//     });
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "json/text.hpp"

namespace mvoi::json {

class Out {
  public:
    // seal: what to put in the place of redactable texts; nullptr: the texts themselves.
    explicit Out(std::string& text, TextSeal* seal = nullptr) : text_(text), seal_(seal) {}

    template <typename Inside>
    void object(Inside inside) {
        comma();
        text_ += '{';
        inside();
        text_ += '}';
    }
    template <typename Inside>
    void object(std::string_view name, Inside inside) {
        this->name(name);
        object(inside);
    }

    template <typename Items, typename Each>
    void list(const Items& items, Each each) {
        comma();
        text_ += '[';
        for (const auto& item : items) each(item);
        text_ += ']';
    }
    template <typename Items, typename Each>
    void list(std::string_view name, const Items& items, Each each) {
        this->name(name);
        list(items, each);
    }
    template <typename Texts>
    void texts(std::string_view name, const Texts& items) {
        list(name, items, [&](std::string_view item) { value(item); });
    }

    template <typename Content>
    void member(std::string_view name, const Content& content) {
        this->name(name);
        value(content);
    }
    // Members that are left out when there is nothing in them.
    template <typename Content>
    void member_if(std::string_view name, const std::optional<Content>& content) {
        if (content) member(name, *content);
    }
    void member_if(std::string_view name, const std::string& text) {
        if (!text.empty()) member(name, text);
    }

    // A text that the journal seals.
    void redactable(std::string_view name, const std::string& text) {
        this->name(name);
        if (seal_)
            seal_->write(text_, text);
        else
            write_text(text_, text);
    }
    void redactable_if(std::string_view name, const std::string& text) {
        if (!text.empty()) redactable(name, text);
    }

    void value(std::string_view text) {
        comma();
        write_text(text_, text);
    }
    void value(const std::string& text) { value(std::string_view(text)); }
    void value(const char* text) { value(std::string_view(text)); }
    void value(bool truth) {
        comma();
        text_ += truth ? "true" : "false";
    }
    template <typename Number>
    requires std::is_integral_v<Number>
    void value(Number number) {
        comma();
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
        text_.append(digits, static_cast<std::size_t>(end - digits));
    }

    // The name of a member whose value follows. Names are those of this library: plain ASCII, nothing to escape.
    void name(std::string_view name) {
        comma();
        text_ += '"';
        text_ += name;
        text_ += "\":";
    }

  private:
    // A value ends in a quote, a digit, a letter or a closing bracket: anything else has just been opened.
    void comma() {
        if (text_.empty()) return;
        const char last = text_.back();
        if (last != '{' && last != '[' && last != ':') text_ += ',';
    }

    std::string& text_;
    TextSeal* const seal_;
};

}  // namespace mvoi::json
