// SPDX-License-Identifier: EUPL-1.2
// The form of the journal's facts: of each type one list of its members, in the order of canonical JSON, which serves
// what writes and what reads. The lists stand in lists/.
//
//     void fields(auto& f, As<domain::Goal> auto& goal) {
//         f.member("percent", goal.percent);
//         f.member("theme", goal.theme);
//     }
//
// A `member` is always there; read where it is not, days, codes and exact numbers throw, and the rest stays as it was.
// One with `_if` is left out when there is nothing in it, and read back as nothing. A `redactable` one is a text that a
// person wrote or that names a person: the journal seals it.
#pragma once

#include <concepts>
#include <map>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include "domain/model.hpp"
#include "json/facts/codes.hpp"
#include "json/facts/reading.hpp"
#include "json/out.hpp"

namespace mvoi::json {

// Constant for what writes, and not for what reads.
template <typename Thing, typename Type>
concept As = std::same_as<std::remove_const_t<Thing>, Type>;

template <typename Content>
bool is_nothing(const Content& content) {
    if constexpr (requires { content.has_value(); })
        return !content.has_value();
    else if constexpr (requires { content.empty(); })
        return content.empty();
    else
        return content == Content{};
}

// Writes straight into the text: facts are written with every call.
class Writer {
  public:
    static constexpr bool reads = false;
    explicit Writer(Out& out) : out_(out) {}

    template <typename Content>
    void member(std::string_view name, const Content& content) {
        out_.name(name);
        value(content);
    }
    template <typename Content>
    void member_if(std::string_view name, const Content& content) {
        if (!is_nothing(content)) member(name, content);
    }
    template <typename Content>
    void member_when(bool there, std::string_view name, const Content& content) {
        if (there) member(name, content);
    }
    template <typename Content>
    void required(std::string_view name, const Content& content) {
        member(name, content);
    }
    // A member that follows from the others, and is not read back.
    void derived(std::string_view name, std::string_view text) { out_.member(name, text); }

    void redactable(std::string_view name, const std::string& text) { out_.redactable(name, text); }
    void redactable(std::string_view name, const std::map<std::string, std::string>& texts) {
        out_.object(name, [&] {
            for (const auto& [key, text] : texts) out_.redactable(key, text);
        });
    }
    template <typename Content>
    void redactable_if(std::string_view name, const Content& content) {
        if (!is_nothing(content)) redactable(name, content);
    }
    void redactable_if(std::string_view name, const std::optional<std::string>& text) {
        if (text) redactable(name, *text);
    }
    // Words of a sentence, of which only some are people's.
    template <typename Is>
    void words(std::string_view name, const std::map<std::string, std::string>& words, Is is_redactable) {
        out_.object(name, [&] {
            for (const auto& [key, word] : words)
                if (is_redactable(key))
                    out_.redactable(key, word);
                else
                    out_.member(key, word);
        });
    }

    // The day of a planned date; its certainty is a member beside it.
    void planned_day(std::string_view name, const domain::PlannedDate& date) { out_.member(name, to_text(date)); }

    // A list of objects that have no type of their own.
    template <typename Items, typename Each>
    void list(std::string_view name, const Items& items, Each each) {
        out_.list(name, items, [&](const auto& item) { out_.object([&] { each(*this, item); }); });
    }
    template <typename Inside>
    void object(std::string_view name, Inside inside) {
        out_.object(name, inside);
    }

  private:
    template <typename Content>
    void value(const Content& content) {
        if constexpr (std::is_same_v<Content, domain::Date>) {
            out_.value(domain::to_text(content));
        } else if constexpr (std::is_same_v<Content, domain::measure::Decimal>) {
            out_.value(content.text());
        } else if constexpr (std::is_enum_v<Content>) {
            out_.value(code_of(content));
        } else if constexpr (requires { out_.value(content); }) {
            out_.value(content);
        } else {
            out_.object([&] { fields(*this, content); });
        }
    }
    template <typename Content>
    void value(const std::optional<Content>& content) {
        value(*content);
    }
    template <typename Content>
    void value(const std::vector<Content>& items) {
        out_.list(items, [&](const Content& item) { value(item); });
    }
    template <typename Content>
    void value(const std::set<Content>& items) {
        out_.list(items, [&](const Content& item) { value(item); });
    }
    template <typename Key, typename Content>
    void value(const std::map<Key, Content>& members) {
        out_.object([&] {
            for (const auto& [key, content] : members)
                if constexpr (std::is_same_v<Key, int>)
                    member(std::to_string(key), content);
                else
                    member(key, content);
        });
    }

    Out& out_;
};

// Reads the same back; and what a request (checked against its schema) has of it.
class Reader {
  public:
    static constexpr bool reads = true;
    // The journal's: what cannot be read throws.
    explicit Reader(const Value& object) : object_(object) {}
    // A request's: what it leaves out stays as it was, null forgets, and a number that is not exact is added to faults.
    //   path  of the object in the request
    Reader(const Value& object, std::string path, std::vector<domain::Fault>& faults)
        : object_(object), path_(std::move(path)), faults_(&faults) {}

    const Value& object() const { return object_; }
    bool has(std::string_view name) const { return object_.find(name) != nullptr; }

    template <typename Content>
    void member(std::string_view name, Content& content) {
        if (const Value* found = object_.find(name))
            value(*found, content, name);
        else if (must_be_there<Content> && !faults_)
            impossible(name);
    }
    template <typename Content>
    void member_if(std::string_view name, Content& content) {
        if (const Value* found = object_.find(name)) value(*found, content, name);
    }
    template <typename Content>
    void member_when(bool, std::string_view name, Content& content) {
        member_if(name, content);
    }
    template <typename Content>
    void required(std::string_view name, Content& content) {
        if (!has(name)) impossible(name);
        member(name, content);
    }
    void derived(std::string_view, std::string_view) {}

    template <typename Content>
    void redactable(std::string_view name, Content& content) {
        member_if(name, content);
    }
    template <typename Content>
    void redactable_if(std::string_view name, Content& content) {
        member_if(name, content);
    }
    template <typename Is>
    void words(std::string_view name, std::map<std::string, std::string>& words, Is) {
        member_if(name, words);
    }

    void planned_day(std::string_view name, domain::PlannedDate& date) {
        const auto certainty = date.certainty;
        date = must(domain::parse_planned_date(object_.text_or(name)), name);
        date.certainty = certainty;
    }

    template <typename Items, typename Each>
    void list(std::string_view name, Items& items, Each each) {
        items.clear();
        for (const Value& item : object_.list_or_empty(name)) {
            Reader reader(item);
            auto content = item_of(items);
            each(reader, content);
            items.insert(items.end(), std::move(content));
        }
    }

  private:
    template <typename Content>
    static constexpr bool must_be_there = std::is_same_v<Content, domain::Date> ||
                                          std::is_same_v<Content, domain::measure::Decimal> || std::is_enum_v<Content>;

    template <typename Key, typename Content>
    static std::pair<Key, Content> item_of(const std::map<Key, Content>&) {
        return {};
    }
    template <typename Content>
    static Content item_of(const std::vector<Content>&) {
        return {};
    }

    [[noreturn]] static void impossible(std::string_view name) {
        throw std::runtime_error("the journal holds an impossible " + std::string(name));
    }
    std::string path_to(std::string_view name) const { return path_ + "/" + std::string(name); }
    std::size_t wrong() const { return faults_ ? faults_->size() : 0; }

    template <typename Content>
    void value(const Value& given, Content& content, std::string_view name) {
        if constexpr (std::is_same_v<Content, std::string>) {
            content = given.text() ? *given.text() : std::string();
        } else if constexpr (std::is_same_v<Content, std::string_view>) {
            content = lasting_code(given.text() ? *given.text() : std::string());
        } else if constexpr (std::is_same_v<Content, bool>) {
            if (const bool* truth = given.boolean()) content = *truth;
        } else if constexpr (std::is_integral_v<Content>) {
            if (const std::int64_t* number = given.integer()) content = static_cast<Content>(*number);
        } else if constexpr (std::is_same_v<Content, domain::Date>) {
            content = must(domain::parse_date(given.text() ? *given.text() : std::string()), name);
        } else if constexpr (std::is_same_v<Content, domain::measure::Decimal>) {
            decimal(given, content, name);
        } else if constexpr (std::is_enum_v<Content>) {
            content = must(from_code<Content>(given.text() ? *given.text() : std::string()), name);
        } else {
            Reader reader(given);
            if (faults_) reader.path_ = path_to(name), reader.faults_ = faults_;
            fields(reader, content);
        }
    }
    void decimal(const Value& given, domain::measure::Decimal& content, std::string_view name) {
        const std::string text = given.text() ? *given.text() : std::string();
        if (const auto number = domain::measure::parse_decimal(text))
            content = *number;
        else if (faults_)
            faults_->push_back({path_to(name), "promise.number", {{"value", text}}});
        else
            impossible(name);
    }
    template <typename Content>
    void value(const Value& given, std::optional<Content>& content, std::string_view name) {
        content.reset();
        if (faults_ && given.is_null() && !std::is_same_v<Content, std::string>) return;
        const std::size_t before = wrong();
        Content read{};
        value(given, read, name);
        if (wrong() == before) content = std::move(read);
    }
    template <typename Content>
    void value(const Value& given, std::vector<Content>& items, std::string_view name) {
        items.clear();
        if (!given.list()) return;
        std::size_t number = 0;
        std::string path;
        for (const Value& each : *given.list()) {
            const std::size_t before = wrong();
            Content item{};
            if (faults_) path = std::string(name) + "/" + std::to_string(number++);
            value(each, item, faults_ ? std::string_view(path) : name);
            if (wrong() == before) items.push_back(std::move(item));
        }
    }
    template <typename Content>
    void value(const Value& given, std::set<Content>& items, std::string_view name) {
        items.clear();
        if (!given.list()) return;
        for (const Value& each : *given.list()) {
            Content item{};
            value(each, item, name);
            items.insert(std::move(item));
        }
    }
    template <typename Key, typename Content>
    void value(const Value& given, std::map<Key, Content>& members, std::string_view name) {
        members.clear();
        if (!given.object()) return;
        for (const Member& each : *given.object())
            if constexpr (std::is_same_v<Key, int>)
                value(each.value, members[std::stoi(each.name)], name);
            else
                value(each.value, members[each.name], name);
    }

    const Value& object_;
    std::string path_;
    std::vector<domain::Fault>* faults_ = nullptr;
};

}  // namespace mvoi::json
