// SPDX-License-Identifier: EUPL-1.2
// A schema for others to read: complete in itself, with the codes of its vocabularies.
#include "json/schema/node.hpp"
#include "json/schema/schema.hpp"

namespace mvoi::json {
namespace {

void bundle(Value& node, Value& definitions) {
    if (Object* members = node.object()) {
        for (Member& member : *members) {
            if (member.name == "$ref") {
                const std::string reference = *member.value.text();
                const std::size_t hash = reference.find('#');
                const std::string name = reference.substr(reference.rfind('/') + 1);
                if (hash != 0 && !definitions.find(name)) {
                    definitions.add(name, Value());
                    Value part = *at(schema_document(reference.substr(0, hash)), reference.substr(hash + 1));
                    bundle(part, definitions);
                    *definitions.find(name) = std::move(part);
                } else if (hash == 0 && !definitions.find(name)) {
                    const Value* shared = at(schema_document("common.json"), reference.substr(1));
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

}  // namespace

Value bundled_schema(std::string_view name) {
    const std::lock_guard lock(schema_lock());
    Value result = schema_document(std::string(name) + ".json");
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
