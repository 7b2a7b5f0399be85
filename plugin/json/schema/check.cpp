// SPDX-License-Identifier: EUPL-1.2
// Holding a value against a compiled schema.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "domain/characters.hpp"
#include "domain/words.hpp"
#include "json/key.hpp"
#include "json/schema/node.hpp"
#include "json/schema/schema.hpp"
#include "json/text.hpp"

namespace mvoi::json {
namespace {

constexpr std::size_t faults_told = 100;  // of one request; of the others only how many there are
constexpr std::size_t name_shown = 100;   // bytes of a member's name in a path

std::size_t characters(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), domain::begins_character));
}

unsigned type_of(const Value& value) {
    if (value.is_null()) return Null;
    if (value.boolean()) return Boolean;
    if (value.integer()) return Integer;
    if (value.decimal()) return Number;
    if (value.text()) return Text;
    return value.list() ? ListType : ObjectType;
}

std::string type_names(unsigned types) {
    static constexpr std::pair<unsigned, const char*> names[] = {
        {Text, "text"},     {Integer, "integer"},   {Number, "number"}, {Boolean, "boolean"},
        {ListType, "list"}, {ObjectType, "object"}, {Null, "null"}};
    std::vector<std::string> words;
    for (const auto& [bit, word] : names)
        if (types & bit) words.emplace_back(word);
    return domain::joined(words);
}

bool has_format(const std::string& format, const std::string& text) {
    if (format == "date") return domain::parse_date(text).has_value();
    if (format == "planned-date") return domain::parse_planned_date(text).has_value();
    static const auto* uuid = new Poco::RegularExpression("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
    return uuid->match(text);
}

struct Digits {
    std::int64_t value = 0;
    bool beyond = false;  // more than 64 bits hold
};

// The integer that a text writes in digits, with or without a minus and zeros before them, and with nothing else.
std::optional<Digits> as_integer(const std::string& text) {
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    if (first == text.size() || text.find_first_not_of("0123456789", first) != std::string::npos) return std::nullopt;
    Digits digits;
    const auto end = text.data() + text.size();
    digits.beyond = std::from_chars(text.data(), end, digits.value).ec != std::errc();
    return digits;
}

class Checker {
  public:
    Checker(std::vector<domain::Fault>& faults, bool put_as_text) : faults_(faults), put_as_text_(put_as_text) {}

    void check(const Node& node, Value& value) {
        if (put_as_text_ && value.text() && !(node.types & Text)) {
            const std::string& text = *value.text();
            const auto digits = (node.types & Integer) ? as_integer(text) : std::nullopt;
            if (digits && digits->beyond) return fault("json.range", value, range_of(node));
            if ((node.types & Boolean) && (text == "true" || text == "false"))
                value = Value(text == "true");
            else if (digits)
                value = Value(digits->value);
        }
        if (node.types && !(node.types & type_of(value)) && !whole_number(node, value)) {
            fault("json.type", value, type_names(node.types));
        } else if (value.text()) {
            check_text(node, value);
        } else if (const auto whole = whole_number(node, value)) {
            value = Value(*whole);
            check_integer(node, value, *whole);
        } else if (const std::int64_t* integer = value.integer()) {
            check_integer(node, value, *integer);
        } else if (value.list()) {
            check_list(node, value);
        } else if (value.object()) {
            check_object(node, value);
        }
    }

    std::size_t untold() const { return untold_; }

  private:
    // "100000.0" where an integer is asked: a number without a fraction is one, however it is written.
    static std::optional<std::int64_t> whole_number(const Node& node, const Value& value) {
        constexpr double most = 9007199254740992.0;  // beyond it a double skips integers
        const double* number = value.decimal();
        if (!number || !(node.types & Integer) || (node.types & Number)) return std::nullopt;
        if (std::trunc(*number) != *number || std::abs(*number) > most) return std::nullopt;
        return static_cast<std::int64_t>(*number);
    }

    void check_text(const Node& node, Value& value) {
        const std::string& text = *value.text();
        if (node.redactable) value.mark_redactable();
        if (!node.accepted.empty() &&
            std::find(node.accepted.begin(), node.accepted.end(), text) == node.accepted.end())
            return fault("json.enum", value, domain::joined(node.accepted), node.vocabulary);
        if (node.min_length > 0 && !text.empty() && !domain::is_letter_or_digit(text.front()) && is_blank(text))
            return fault("json.blank", value, "");
        if (node.min_length > 0 || node.max_length < text.size()) {
            const std::size_t length = characters(text);
            if (length < node.min_length || length > node.max_length)
                return fault("json.length", value,
                             std::to_string(node.min_length) + "-" + std::to_string(node.max_length));
        }
        if (node.pattern && !node.pattern->match(text))
            return fault("json.pattern", value, domain::joined(node.examples));
        if (!node.format.empty() && !has_format(node.format, text)) fault("json.format." + node.format, value, "");
    }

    void check_integer(const Node& node, const Value& value, std::int64_t integer) {
        if ((node.minimum && integer < *node.minimum) || (node.maximum && integer > *node.maximum))
            fault("json.range", value, range_of(node));
    }

    static std::string range_of(const Node& node) {
        return (node.minimum ? std::to_string(*node.minimum) : "...") + "-" +
               (node.maximum ? std::to_string(*node.maximum) : "...");
    }

    void check_list(const Node& node, Value& value) {
        List& items = *value.list();
        if (items.size() < node.min_items || items.size() > node.max_items)
            fault("json.items", value, std::to_string(node.min_items) + "-" + std::to_string(node.max_items));
        const std::size_t looked_at = std::min(items.size(), node.max_items);  // the others are one too many each
        for (std::size_t i = 0; i < looked_at; ++i) {
            path_.push_back({{}, i});
            if (node.items) check(*node.items, items[i]);
            if (node.unique_items && std::find(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i),
                                               items[i]) != items.begin() + static_cast<std::ptrdiff_t>(i))
                fault("json.unique", items[i], "");
            path_.pop_back();
        }
    }

    void check_object(const Node& node, Value& value) {
        for (const std::string& name : node.required)
            if (!value.find(name) && is_told())
                at_member(name, [&] { faults_.push_back({pointer(), "json.required", {}}); });
        for (Member& member : *value.object())
            at_member(member.name, [&] {
                auto known = std::find_if(node.properties.begin(), node.properties.end(),
                                          [&](const auto& property) { return property.first == member.name; });
                if (known != node.properties.end())
                    check(*known->second, member.value);
                else if (node.additional)
                    check(*node.additional, member.value);
                else if (node.closed && is_told())
                    tell("json.unknown", member.value, names_of(node));
            });
    }

    static std::string names_of(const Node& node) {
        std::vector<std::string> names;
        for (const auto& [name, property] : node.properties) names.push_back(name);
        return domain::joined(names);
    }

    template <typename Work>
    void at_member(const std::string& name, Work work) {
        path_.push_back({name, 0});
        work();
        path_.pop_back();
    }

    void fault(std::string rule, const Value& value, std::string accepted, const std::string& vocabulary = {}) {
        if (is_told()) tell(std::move(rule), value, std::move(accepted), vocabulary);
    }

    // False: there are more than anybody reads; this one is only counted.
    bool is_told() {
        if (faults_.size() < faults_told) return true;
        ++untold_;
        return false;
    }

    void tell(std::string rule, const Value& value, std::string accepted, const std::string& vocabulary = {}) {
        std::string shown = write(value);
        if (shown.size() > 80) shown = shown.substr(0, utf8_prefix(shown, 77)) + "...";
        faults_.push_back({pointer(), std::move(rule), {{"value", shown}, {"accepted", std::move(accepted)}}});
        if (!vocabulary.empty()) faults_.back().words["accepted:with"] = vocabulary;
    }

    // The way to the value that is being looked at; made into a pointer only where there is a fault to report.
    struct Step {
        std::string_view name;  // of a member; empty: an element
        std::size_t index;
    };
    std::string pointer() const {
        std::string text;
        for (const Step& step : path_)
            text += '/' + (step.name.data() ? pointer_part(shown(step.name)) : std::to_string(step.index));
        return text;
    }

    static std::string_view shown(std::string_view name) { return name.substr(0, utf8_prefix(name, name_shown)); }

    std::vector<domain::Fault>& faults_;
    const bool put_as_text_;
    std::size_t untold_ = 0;
    std::vector<Step> path_;
};

}  // namespace

std::vector<domain::Fault> check(const Schema& schema, Value& value, bool put_as_text) {
    std::vector<domain::Fault> faults;
    Checker checker(faults, put_as_text);
    checker.check(*schema.root, value);
    if (checker.untold() > 0) faults.push_back({"", "json.more", {{"count", std::to_string(checker.untold())}}});
    return faults;
}

}  // namespace mvoi::json
