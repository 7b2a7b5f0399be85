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

void write_value(std::string& out, const Value& value, bool canonical);

void write_object(std::string& out, const Object& members, bool canonical) {
    std::vector<const Member*> order;
    order.reserve(members.size());
    for (const Member& member : members) order.push_back(&member);
    // Member names of this library are ASCII, where the order of bytes is the order of UTF-16 that RFC 8785 asks for.
    if (canonical)
        std::sort(order.begin(), order.end(), [](const Member* a, const Member* b) { return a->name < b->name; });
    out += '{';
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i) out += ',';
        write_text(out, order[i]->name);
        out += ':';
        write_value(out, order[i]->value, canonical);
    }
    out += '}';
}

void write_value(std::string& out, const Value& value, bool canonical) {
    if (const Object* members = value.object()) {
        write_object(out, *members, canonical);
    } else if (const List* items = value.list()) {
        out += '[';
        for (std::size_t i = 0; i < items->size(); ++i) {
            if (i) out += ',';
            write_value(out, (*items)[i], canonical);
        }
        out += ']';
    } else if (const std::string* text = value.text()) {
        write_text(out, *text);
    } else if (const std::int64_t* integer = value.integer()) {
        write_number(out, *integer);
    } else if (const double* decimal = value.decimal()) {
        write_number(out, *decimal);
    } else if (const bool* truth = value.boolean()) {
        out += *truth ? "true" : "false";
    } else {
        out += "null";
    }
}

}  // namespace

void write_text(std::string& out, std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0;  // start of the run that needs no escape
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text, plain, i - plain);
        plain = i + 1;
        out += '\\';
        switch (c) {
            case '"': out += '"'; break;
            case '\\': out += '\\'; break;
            case '\b': out += 'b'; break;
            case '\f': out += 'f'; break;
            case '\n': out += 'n'; break;
            case '\r': out += 'r'; break;
            case '\t': out += 't'; break;
            default:
                out += "u00";
                out += hex[c >> 4];
                out += hex[c & 15];
        }
    }
    out.append(text, plain, text.size() - plain);
    out += '"';
}

std::string write(const Value& value) {
    std::string out;
    write_value(out, value, false);
    return out;
}

std::string write_canonical(const Value& value) {
    std::string out;
    write_value(out, value, true);
    return out;
}

}  // namespace mvoi::json
