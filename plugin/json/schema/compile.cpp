// SPDX-License-Identifier: EUPL-1.2
// From the JSON of a schema to nodes that can be checked quickly.
#include <map>
#include <stdexcept>

#include "json/rules/rule_book.hpp"
#include "json/schema/node.hpp"
#include "json/schema/schema.hpp"
#include "json/text.hpp"
#include "resources/resources.hpp"

namespace mvoi::json {

const Value& schema_document(const std::string& file) {
    static auto* documents = new std::map<std::string, Value>;
    auto place = documents->find(file);
    // Parsed before it is kept: what could not be made is made again the next time.
    if (place == documents->end())
        place = documents->emplace(file, parse(resources::file("operations/" + file), 64)).first;
    return place->second;
}

std::vector<std::string> vocabulary_codes(const std::string& name) {
    std::vector<std::string> codes;
    for (const domain::Term& term : rule_book().rules.vocabulary(name)) codes.push_back(term.code);
    return codes;
}

std::mutex& schema_lock() {
    static auto* mutex = new std::mutex;  // kept for ever: calls may come while the process ends
    return *mutex;
}

namespace {

unsigned type_bit(std::string_view name) {
    static constexpr std::pair<std::string_view, unsigned> bits[] = {
        {"null", Null},   {"boolean", Boolean}, {"integer", Integer},  {"number", Number | Integer},
        {"string", Text}, {"array", ListType},  {"object", ObjectType}};
    for (const auto& [type, bit] : bits)
        if (type == name) return bit;
    throw std::logic_error("schema/operations/: type not understood: " + std::string(name));
}

class Compiler {
  public:
    Compiler(Schema& schema, std::string file) : schema_(schema), file_(std::move(file)) {}

    const Node* compile_file() { return compile(schema_document(file_), file_); }

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
            const Value* source = at(schema_document(target), reference.substr(hash + 1));
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
            node.vocabulary = *value.text();
            node.accepted = vocabulary_codes(node.vocabulary);
        } else if (name == "pattern") {
            node.pattern =
                std::make_shared<Poco::RegularExpression>(*value.text(), Poco::RegularExpression::RE_DOLLAR_ENDONLY);
        } else if (name == "examples") {
            for (const Value& each : *value.list()) node.examples.push_back(*each.text());
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

}  // namespace

const Schema& schema(std::string_view name) {
    const std::lock_guard lock(schema_lock());
    static auto* schemas = new std::map<std::string, std::unique_ptr<Schema>, std::less<>>;
    auto found = schemas->find(name);
    if (found != schemas->end()) return *found->second;
    auto compiled = std::make_unique<Schema>();
    compiled->root = Compiler(*compiled, std::string(name) + ".json").compile_file();
    return *schemas->emplace(std::string(name), std::move(compiled)).first->second;
}

}  // namespace mvoi::json
