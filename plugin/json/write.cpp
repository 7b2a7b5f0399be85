// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <charconv>

#include "json/text.hpp"

namespace mvoi::json {
namespace {

template <typename Number>
void write_number(std::string& out, Number number) {
    std::array<char, 32> digits{};
    auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

class Writer {
  public:
    Writer(std::string& out, bool canonical, TextSeal* seal) : out_(out), canonical_(canonical), seal_(seal) {}

    void value(const Value& value) {
        if (const std::string* text = value.text()) {
            if (seal_ && value.is_redactable())
                seal_->write(out_, *text);
            else
                write_text(out_, *text);
        } else if (const Object* members = value.object()) {
            object(*members);
        } else if (const List* items = value.list()) {
            list(*items);
        } else if (const std::int64_t* integer = value.integer()) {
            write_number(out_, *integer);
        } else if (const double* decimal = value.decimal()) {
            write_number(out_, *decimal);
        } else if (const bool* truth = value.boolean()) {
            out_ += *truth ? "true" : "false";
        } else {
            out_ += "null";
        }
    }

  private:
    // Member names of this library are ASCII, where the order of bytes is the order of UTF-16 that RFC 8785 asks for.
    static bool before(const Member& a, const Member& b) { return a.name < b.name; }

    void object(const Object& members) {
        out_ += '{';
        if (!canonical_ || std::is_sorted(members.begin(), members.end(), before)) {
            for (const Member& each : members) member(each);
        } else {
            std::vector<const Member*> order;
            order.reserve(members.size());
            for (const Member& each : members) order.push_back(&each);
            std::sort(order.begin(), order.end(), [](const Member* a, const Member* b) { return before(*a, *b); });
            for (const Member* each : order) member(*each);
        }
        close('}');
    }

    void member(const Member& member) {
        write_text(out_, member.name);
        out_ += ':';
        value(member.value);
        out_ += ',';
    }

    void list(const List& items) {
        out_ += '[';
        for (const Value& item : items) {
            value(item);
            out_ += ',';
        }
        close(']');
    }

    // The comma behind the last element gives its place to the bracket.
    void close(char bracket) {
        if (out_.back() == ',')
            out_.back() = bracket;
        else
            out_ += bracket;
    }

    std::string& out_;
    const bool canonical_;
    TextSeal* const seal_;
};

}  // namespace

namespace {

// The bytes that JSON must escape, in a text and in nothing else.
constexpr auto must_escape = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
    table['"'] = table['\\'] = true;
    return table;
}();

void write_escape(std::string& out, unsigned char c) {
    static constexpr char hex[] = "0123456789abcdef";
    out += '\\';
    switch (c) {
        case '"':
            out += '"';
            break;
        case '\\':
            out += '\\';
            break;
        case '\b':
            out += 'b';
            break;
        case '\f':
            out += 'f';
            break;
        case '\n':
            out += 'n';
            break;
        case '\r':
            out += 'r';
            break;
        case '\t':
            out += 't';
            break;
        default:
            out += "u00";
            out += hex[c >> 4];
            out += hex[c & 15];
    }
}

}  // namespace

void write_text(std::string& out, std::string_view text) {
    const auto escaped = [](char c) { return must_escape[static_cast<unsigned char>(c)]; };
    out += '"';
    for (auto rest = text.begin();;) {
        const auto stop = std::find_if(rest, text.end(), escaped);
        out.append(rest, stop);
        if (stop == text.end()) break;
        write_escape(out, static_cast<unsigned char>(*stop));
        rest = stop + 1;
    }
    out += '"';
}

std::string write(const Value& value) {
    std::string out;
    Writer(out, false, nullptr).value(value);
    return out;
}

void write_canonical(std::string& out, const Value& value, TextSeal* seal) {
    Writer(out, true, seal).value(value);
}

std::string write_canonical(const Value& value) {
    std::string out;
    write_canonical(out, value);
    return out;
}

}  // namespace mvoi::json
