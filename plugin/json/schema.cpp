// SPDX-License-Identifier: EUPL-1.2
#include "json/schema.hpp"

#include <Poco/RegularExpression.h>

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>

#include "json/rules_json.hpp"
#include "json/text.hpp"
#include "resources/resources.hpp"

namespace mvoi::json {

enum TypeBit : unsigned { Null = 1, Boolean = 2, Integer = 4, Number = 8, Text = 16, ListType = 32, ObjectType = 64 };

struct Node {
    unsigned types = 0;  // bits; 0: any
    std::vector<std::pair<std::string, const Node*>> properties;
    std::vector<std::string> required;
    bool closed = false;               // additionalProperties: false
    const Node* additional = nullptr;  // additionalProperties: a schema
    const Node* items = nullptr;
    std::vector<std::string> accepted;  // enum or vocabulary
    std::optional<std::int64_t> minimum, maximum;
    std::size_t min_length = 0, max_length = std::numeric_limits<std::size_t>::max();
    std::size_t min_items = 0, max_items = std::numeric_limits<std::size_t>::max();
    bool unique_items = false;
    std::shared_ptr<Poco::RegularExpression> pattern;
    std::string pattern_text;
    std::string format;
    bool redactable = false;
};

class Schema {
  public:
    const Node* root = nullptr;
    std::deque<Node> nodes;  // stable addresses
};

namespace {

// ---- compiling ------------------------------------------------------------------------------------------------------

unsigned type_bit(std::string_view name) {
    static const std::map<std::string_view, unsigned> bits = {
        {"null", Null},   {"boolean", Boolean}, {"integer", Integer},  {"number", Number | Integer},
        {"string", Text}, {"array", ListType},  {"object", ObjectType}};
    return bits.at(name);
}

const Value& document(const std::string& file) {
    static std::map<std::string, Value> documents;  // guarded by the caller's mutex
    auto [place, fresh] = documents.try_emplace(file);
    if (fresh) place->second = parse(resources::file("operations/" + file), 64);
    return place->second;
}

std::vector<std::string> vocabulary_codes(const std::string& name) {
    std::vector<std::string> codes;
    for (const domain::Term& term : rules().vocabulary(name)) codes.push_back(term.code);
    return codes;
}

class Compiler {
  public:
    Compiler(Schema& schema, std::string file) : schema_(schema), file_(std::move(file)) {}

    const Node* compile_file() { return compile(document(file_), file_); }

  private:
    const Node* compile(const Value& source, const std::string& file) {
        if (const Value* reference = source.find("$ref")) return resolve(*reference->text(), file);
        if (const Value* choice = source.find("anyOf")) {
            Node copy = *compile(choice->list()->front(), file);
            copy.types |= Null;
            return keep(std::move(copy));
        }
        Node* node = keep(Node{});
        for (const Member& keyword : *source.object()) apply(*node, keyword, file);
        return node;
    }

    const Node* resolve(const std::string& reference, const std::string& file) {
        const std::size_t hash = reference.find('#');
        const std::string target = hash == 0 ? file : reference.substr(0, hash);
        const std::string key = target + reference.substr(hash);
        auto [place, fresh] = references_.try_emplace(key, nullptr);
        if (fresh) {
            const Value* source = at(document(target), reference.substr(hash + 1));
            if (!source) throw std::logic_error("schema/operations/: nothing at " + key);
            const Node* node = compile(*source, target);  // may grow the map; look up again
            references_[key] = node;
            return node;
        }
        return place->second;
    }

    void apply(Node& node, const Member& keyword, const std::string& file) {
        const std::string& name = keyword.name;
        const Value& value = keyword.value;
        if (name == "type") {
            if (const std::string* one = value.text())
                node.types = type_bit(*one);
            else
                for (const Value& each : *value.list()) node.types |= type_bit(*each.text());
        } else if (name == "properties") {
            for (const Member& property : *value.object())
                node.properties.emplace_back(property.name, compile(property.value, file));
        } else if (name == "required") {
            for (const Value& each : *value.list()) node.required.push_back(*each.text());
        } else if (name == "additionalProperties") {
            if (value.object()) node.additional = compile(value, file);
            node.closed = value.boolean() && !*value.boolean();
        } else if (name == "items") {
            node.items = compile(value, file);
        } else if (name == "enum") {
            node.types = Text;
            for (const Value& each : *value.list()) node.accepted.push_back(*each.text());
        } else if (name == "vocabulary") {
            node.accepted = vocabulary_codes(*value.text());
        } else if (name == "pattern") {
            node.pattern_text = *value.text();
            node.pattern = std::make_shared<Poco::RegularExpression>(node.pattern_text,
                                                                     Poco::RegularExpression::RE_DOLLAR_ENDONLY);
        } else if (name == "format") {
            node.format = *value.text();
        } else if (name == "redactable") {
            node.redactable = *value.boolean();
        } else if (name == "uniqueItems") {
            node.unique_items = *value.boolean();
        } else if (const std::int64_t* number = value.integer()) {
            apply_number(node, name, *number);
        } else if (name != "description" && name != "title" && name != "$schema" && name != "$id" && name != "$defs") {
            throw std::logic_error("schema/operations/: keyword not understood: " + name);
        }
    }

    static void apply_number(Node& node, const std::string& name, std::int64_t number) {
        const auto size = static_cast<std::size_t>(number);
        if (name == "minimum")
            node.minimum = number;
        else if (name == "maximum")
            node.maximum = number;
        else if (name == "minLength")
            node.min_length = size;
        else if (name == "maxLength")
            node.max_length = size;
        else if (name == "minItems")
            node.min_items = size;
        else if (name == "maxItems")
            node.max_items = size;
        else
            throw std::logic_error("schema/operations/: keyword not understood: " + name);
    }

    Node* keep(Node node) {
        schema_.nodes.push_back(std::move(node));
        return &schema_.nodes.back();
    }

    Schema& schema_;
    std::string file_;
    std::map<std::string, const Node*> references_;
};

// ---- checking -------------------------------------------------------------------------------------------------------

std::string join(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words) line += (line.empty() ? "" : ", ") + word;
    return line;
}

std::size_t characters(const std::string& text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
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
    return join(words);
}

bool has_format(const std::string& format, const std::string& text) {
    if (format == "date") return domain::parse_date(text).has_value();
    if (format == "planned-date") return domain::parse_planned_date(text).has_value();
    static Poco::RegularExpression uuid("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
    return uuid.match(text);
}

class Checker {
  public:
    Checker(std::vector<domain::Fault>& faults, bool text_booleans) : faults_(faults), text_booleans_(text_booleans) {}

    void check(const Node& node, Value& value) {
        if (text_booleans_ && node.types == Boolean && value.text() &&
            (*value.text() == "true" || *value.text() == "false"))
            value = Value(*value.text() == "true");
        if (node.types && !(node.types & type_of(value))) {
            fault("json.type", value, type_names(node.types));
        } else if (value.text()) {
            check_text(node, value);
        } else if (const std::int64_t* integer = value.integer()) {
            check_integer(node, value, *integer);
        } else if (value.list()) {
            check_list(node, value);
        } else if (value.object()) {
            check_object(node, value);
        }
    }

  private:
    void check_text(const Node& node, Value& value) {
        const std::string& text = *value.text();
        if (node.redactable) value.mark_redactable();
        if (!node.accepted.empty() &&
            std::find(node.accepted.begin(), node.accepted.end(), text) == node.accepted.end())
            return fault("json.enum", value, join(node.accepted));
        if (node.min_length > 0 || node.max_length < text.size()) {
            const std::size_t length = characters(text);
            if (length < node.min_length || length > node.max_length)
                return fault("json.length", value,
                             std::to_string(node.min_length) + "-" + std::to_string(node.max_length));
        }
        if (node.pattern && !node.pattern->match(text)) return fault("json.pattern", value, node.pattern_text);
        if (!node.format.empty() && !has_format(node.format, text)) fault("json.format." + node.format, value, "");
    }

    void check_integer(const Node& node, const Value& value, std::int64_t integer) {
        if ((node.minimum && integer < *node.minimum) || (node.maximum && integer > *node.maximum))
            fault("json.range", value,
                  (node.minimum ? std::to_string(*node.minimum) : "...") + "-" +
                      (node.maximum ? std::to_string(*node.maximum) : "..."));
    }

    void check_list(const Node& node, Value& value) {
        List& items = *value.list();
        if (items.size() < node.min_items || items.size() > node.max_items)
            fault("json.items", value, std::to_string(node.min_items) + "-" + std::to_string(node.max_items));
        for (std::size_t i = 0; i < items.size(); ++i) {
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
            if (!value.find(name)) at_member(name, [&] { fault("json.required", Value(), name); });
        for (Member& member : *value.object())
            at_member(member.name, [&] {
                auto known = std::find_if(node.properties.begin(), node.properties.end(),
                                          [&](const auto& property) { return property.first == member.name; });
                if (known != node.properties.end())
                    check(*known->second, member.value);
                else if (node.additional)
                    check(*node.additional, member.value);
                else if (node.closed)
                    fault("json.unknown", member.value, names_of(node));
            });
    }

    static std::string names_of(const Node& node) {
        std::vector<std::string> names;
        for (const auto& [name, property] : node.properties) names.push_back(name);
        return join(names);
    }

    template <typename Work>
    void at_member(const std::string& name, Work work) {
        path_.push_back({name, 0});
        work();
        path_.pop_back();
    }

    void fault(std::string rule, const Value& value, std::string accepted) {
        std::string shown = write(value);
        if (shown.size() > 80) shown = shown.substr(0, utf8_prefix(shown, 77)) + "...";
        faults_.push_back({pointer(), std::move(rule), {{"value", shown}, {"accepted", std::move(accepted)}}});
    }

    // The way to the value that is being looked at; made into a pointer only where there is a fault to report.
    struct Step {
        std::string_view name;  // of a member; empty: an element
        std::size_t index;
    };
    std::string pointer() const {
        std::string text;
        for (const Step& step : path_)
            text += '/' + (step.name.data() ? pointer_part(step.name) : std::to_string(step.index));
        return text;
    }

    std::vector<domain::Fault>& faults_;
    const bool text_booleans_;
    std::vector<Step> path_;
};

void bundle(Value& node, Value& definitions) {
    if (Object* members = node.object()) {
        for (Member& member : *members) {
            if (member.name == "$ref") {
                const std::string reference = *member.value.text();
                const std::size_t hash = reference.find('#');
                const std::string name = reference.substr(reference.rfind('/') + 1);
                if (hash != 0 && !definitions.find(name)) {
                    definitions.add(name, Value());
                    Value part = *at(document(reference.substr(0, hash)), reference.substr(hash + 1));
                    bundle(part, definitions);
                    *definitions.find(name) = std::move(part);
                } else if (hash == 0 && !definitions.find(name)) {
                    const Value* shared = at(document("common.json"), reference.substr(1));
                    if (shared) {
                        definitions.add(name, Value());
                        Value part = *shared;
                        bundle(part, definitions);
                        *definitions.find(name) = std::move(part);
                    }
                }
                member.value = Value("#/$defs/" + name);
            } else if (member.name == "vocabulary") {
                Value codes(List{});
                for (std::string& code : vocabulary_codes(*member.value.text())) codes.append(std::move(code));
                member.name = "enum";
                member.value = std::move(codes);
            } else if (member.name != "$defs") {
                bundle(member.value, definitions);
            }
        }
    } else if (List* items = node.list()) {
        for (Value& item : *items) bundle(item, definitions);
    }
}

std::mutex& compiling() {
    static auto* mutex = new std::mutex;  // kept for ever: calls may come while the process ends
    return *mutex;
}

}  // namespace

const Schema& schema(std::string_view name) {
    const std::lock_guard lock(compiling());
    static auto* schemas = new std::map<std::string, std::unique_ptr<Schema>, std::less<>>;
    auto found = schemas->find(name);
    if (found != schemas->end()) return *found->second;
    auto compiled = std::make_unique<Schema>();
    compiled->root = Compiler(*compiled, std::string(name) + ".json").compile_file();
    return *schemas->emplace(std::string(name), std::move(compiled)).first->second;
}

std::vector<domain::Fault> check(const Schema& schema, Value& value, bool text_booleans) {
    std::vector<domain::Fault> faults;
    Checker(faults, text_booleans).check(*schema.root, value);
    return faults;
}

Value bundled_schema(std::string_view name) {
    const std::lock_guard lock(compiling());
    Value result = document(std::string(name) + ".json");
    Value definitions(Object{});
    if (const Value* own = result.find("$defs")) definitions = *own;
    for (std::size_t i = 0; i < definitions.object()->size(); ++i) {  // bundling may add more behind
        Value part = (*definitions.object())[i].value;
        bundle(part, definitions);
        (*definitions.object())[i].value = std::move(part);
    }
    bundle(result, definitions);
    if (Value* own = result.find("$defs"))
        *own = std::move(definitions);
    else if (!definitions.object()->empty())
        result.add("$defs", std::move(definitions));
    return result;
}

}  // namespace mvoi::json
