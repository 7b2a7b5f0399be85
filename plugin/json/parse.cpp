// SPDX-License-Identifier: EUPL-1.2
#include <Poco/Exception.h>
#include <Poco/JSON/Handler.h>
#include <Poco/JSON/Parser.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <new>

#include "domain/characters.hpp"
#include "json/text.hpp"

namespace mvoi::json {
namespace {

// Builds a Value from the parser's events. Poco's own handler keeps the last of two members with one name and says
// nothing; a register must not lose what it was told.
class Builder : public Poco::JSON::Handler {
  public:
    void reset() override {
        root_ = Value();
        open_.clear();
    }
    void startObject() override { begin(Value(Object{})); }
    void endObject() override {
        check_names();
        end();
    }
    void startArray() override { begin(Value(List{})); }
    void endArray() override { end(); }
    void key(const std::string& name) override {
        name_ = name;
        refuse_nul(name);
    }
    void null() override { scalar(Value()); }
    void value(int number) override { scalar(Value(std::int64_t{number})); }
    void value(unsigned number) override { scalar(Value(std::int64_t{number})); }
    void value(Poco::Int64 number) override { scalar(Value(std::int64_t{number})); }
    void value(Poco::UInt64 number) override {
        // Beyond int64 it is no number this library works with; as a decimal it is refused where an integer is asked.
        if (number <= static_cast<Poco::UInt64>(INT64_MAX))
            scalar(Value(static_cast<std::int64_t>(number)));
        else
            scalar(Value(static_cast<double>(number)));
    }
    void value(const std::string& text) override {
        refuse_nul(text);
        scalar(Value(text));
    }
    void value(double number) override { scalar(Value(number)); }
    void value(bool truth) override { scalar(Value(truth)); }

    Value take() { return std::move(root_); }

  private:
    // Only the last child of an open node is ever open, so that growing its parent cannot move it.
    Value& place(Value value) {
        if (open_.empty()) {
            root_ = std::move(value);
            return root_;
        }
        Value& parent = *open_.back();
        if (parent.list()) return parent.append(std::move(value));
        return parent.add(std::move(name_), std::move(value));
    }
    void scalar(Value value) { place(std::move(value)); }
    void begin(Value value) { open_.push_back(&place(std::move(value))); }
    void end() { open_.pop_back(); }

    void refuse_nul(const std::string& text) const {
        if (text.find('\0') != std::string::npos) throw ParseError("json.nul", next_path(), "");
    }

    void check_names() const {
        const Object& members = *open_.back()->object();
        if (members.size() <= 16) {
            for (std::size_t i = 1; i < members.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    if (members[i].name == members[j].name) duplicate(members[i].name);
            return;
        }
        std::vector<std::string_view> names;
        for (const Member& member : members) names.push_back(member.name);
        std::sort(names.begin(), names.end());
        auto twice = std::adjacent_find(names.begin(), names.end());
        if (twice != names.end()) duplicate(*twice);
    }
    [[noreturn]] void duplicate(std::string_view name) const {
        throw ParseError("json.duplicate", path() + '/' + pointer_part(name), std::string(name));
    }

    // JSON Pointer of what is being read.
    std::string next_path() const {
        if (open_.empty()) return {};
        const List* items = open_.back()->list();
        const std::string name = name_.substr(0, name_.find('\0'));
        return path() + '/' + (items ? std::to_string(items->size()) : pointer_part(name));
    }

    // JSON Pointer of the innermost open object or list.
    std::string path() const {
        std::string pointer;
        for (std::size_t i = 0; i + 1 < open_.size(); ++i) {
            const Value& node = *open_[i];
            if (const List* items = node.list())
                pointer += '/' + std::to_string(items->size() - 1);
            else
                pointer += '/' + pointer_part(node.object()->back().name);
        }
        return pointer;
    }

    Value root_;
    std::vector<Value*> open_;
    std::string name_;
};

// The place of the first character that cannot be there, as far as that can be told without reading values: brackets
// that do not match, a text that does not end, two values without a comma. The parser itself says it in English alone.
class Scan {
  public:
    explicit Scan(std::string_view text) : text_(text) {}

    // The offset; the length of the text when it ends too early.
    std::size_t fault() {
        skip();
        if (!value()) return at_;
        skip();
        return at_;
    }

  private:
    bool ends() const { return at_ >= text_.size(); }
    char here() const { return ends() ? '\0' : text_[at_]; }
    void skip() {
        while (!ends() && std::string_view(" \t\r\n").find(here()) != std::string_view::npos) ++at_;
    }
    bool take(char c) {
        if (here() != c) return false;
        ++at_;
        return true;
    }

    bool text() {
        if (!take('"')) return false;
        for (; !ends() && here() != '"'; ++at_)
            if (here() == '\\')
                ++at_;
            else if (static_cast<unsigned char>(here()) < 0x20)
                return false;
        at_ = std::min(at_, text_.size());
        return take('"');
    }

    bool word() {
        const std::size_t from = at_;
        while (!ends() && (domain::is_letter_or_digit(here()) || std::string_view("+-.").find(here()) < 3)) ++at_;
        const std::string_view found = text_.substr(from, at_ - from);
        const bool number = !found.empty() && (found[0] == '-' || (found[0] >= '0' && found[0] <= '9'));
        if (number || found == "true" || found == "false" || found == "null") return true;
        at_ = from;
        return false;
    }

    bool value() {
        if (here() == '{') return items('}', true);
        if (here() == '[') return items(']', false);
        return here() == '"' ? text() : word();
    }

    bool items(char end, bool named) {
        ++at_;
        skip();
        if (take(end)) return true;
        for (;;) {
            if (named) {
                if (!text()) return false;
                skip();
                if (!take(':')) return false;
                skip();
            }
            if (!value()) return false;
            skip();
            if (take(end)) return true;
            if (!take(',')) return false;
            skip();
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

// "2:17", line and character.
std::string place_of(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const std::size_t line = before.rfind('\n') + 1;
    const auto characters =
        std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line), before.end(), domain::begins_character);
    return std::to_string(std::count(before.begin(), before.end(), '\n') + 1) + ":" + std::to_string(characters + 1);
}

[[noreturn]] void refuse_syntax(std::string_view text) {
    throw ParseError("json.syntax", "", place_of(text, Scan(text).fault()));
}

// Poco stops at its own depth with a general error; counting first gives the reader the true reason.
bool deeper_than(std::string_view text, int max_depth) {
    int depth = 0;
    bool in_text = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_text) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                in_text = false;
        } else if (c == '"') {
            in_text = true;
        } else if (c == '{' || c == '[') {
            if (++depth > max_depth) return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

}  // namespace

Value parse(std::string_view text, int max_depth) {
    // Some editors put a byte order mark before UTF-8.
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    const std::size_t bad = find_invalid_utf8(text);
    if (bad != std::string_view::npos) throw ParseError("json.utf8", "", std::to_string(bad));
    const std::size_t nul = text.find('\0');
    if (nul != std::string_view::npos) throw ParseError("json.nul", "", std::to_string(nul));
    if (deeper_than(text, max_depth)) throw ParseError("json.depth", "", std::to_string(max_depth));
    Poco::SharedPtr<Builder> builder = new Builder;
    Poco::JSON::Parser parser(builder);
    try {
        parser.parse(std::string(text));
    } catch (const Poco::Exception& fault) {
        if (fault.message().find("out of memory") != std::string::npos) throw std::bad_alloc();
        refuse_syntax(text);
    }
    return builder->take();
}

std::size_t find_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (text.size() - at >= sizeof(std::uint64_t)) {  // most of a text is ASCII
            std::uint64_t eight = 0;
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080U) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const domain::Character character = domain::character_at(text, at);
        if (!character.valid) return at;
        at += character.length;
    }
    return std::string_view::npos;
}

std::string readable(std::string text) {
    std::string whole;
    std::string_view rest = text;
    for (std::size_t bad; (bad = find_invalid_utf8(rest)) != std::string_view::npos; rest.remove_prefix(bad + 1))
        whole.append(rest.substr(0, bad)).append("\xEF\xBF\xBD");
    if (rest.size() == text.size()) return text;
    return whole.append(rest);
}

std::size_t utf8_prefix(std::string_view text, std::size_t bytes) {
    if (bytes >= text.size()) return text.size();
    while (bytes > 0 && !domain::begins_character(text[bytes])) --bytes;
    return bytes;
}

}  // namespace mvoi::json
