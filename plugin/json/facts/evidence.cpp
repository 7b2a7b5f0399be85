// SPDX-License-Identifier: EUPL-1.2
// Written and read side by side, so that the two cannot drift apart.
#include "json/facts/evidence.hpp"

#include <algorithm>

#include "json/facts/reading.hpp"

namespace mvoi::json {
namespace {

using namespace domain::promise;
using domain::to_text;

void write_verification(Out& out, const Verification& verified) {
    out.object("verified", [&] {
        out.redactable_if("by", verified.by);
        out.member("on", to_text(verified.on));
        out.member("sha256", verified.sha256);
    });
}

Document document_from(const Value& object) {
    Document document;
    document.number = static_cast<int>(object.integer_or("number", 0));
    for (const Value& each : object.list_or_empty("promises"))
        document.promises.push_back(std::to_string(*each.integer()));
    document.sha256 = object.text_or("sha256");
    document.kind = object.text_or("kind");
    document.issuer = object.text_or("issuer");
    document.valid_from = date_if(object, "validFrom");
    document.valid_to = date_if(object, "validTo");
    document.where = object.text_or("where");
    if (const Value* verified = object.find("verified"))
        document.verified =
            Verification{verified->text_or("by"), date_of(*verified, "on"), verified->text_or("sha256")};
    if (object.find("withdrawn")) document.withdrawn = object.text_or("withdrawn");
    return document;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char each) { return each >= 'A' && each <= 'F' ? static_cast<char>(each - 'A' + 'a') : each; });
    return text;
}

void apply_day(std::optional<domain::Date>& day, const Value& given, const char* name) {
    if (const Value* member = given.find(name)) day = member->is_null() ? std::nullopt : date_if(given, name);
}

void apply_verification(Document& document, const Value& given, const std::string& actor, domain::Date today) {
    const Value* verified = given.find("verified");
    if (!verified) return;
    document.verified.reset();
    if (verified->is_null()) return;
    document.verified = Verification{verified->text_or("by", actor), date_if(*verified, "on").value_or(today),
                                     lower(verified->text_or("sha256", document.sha256))};
}

}  // namespace

void write_members(Out& out, const Document& document) {
    out.redactable_if("issuer", document.issuer);
    out.member("kind", document.kind);
    out.member("number", document.number);
    out.list("promises", document.promises, [&](const std::string& each) { out.value(std::stoi(each)); });
    out.member("sha256", document.sha256);
    if (document.valid_from) out.member("validFrom", to_text(*document.valid_from));
    if (document.valid_to) out.member("validTo", to_text(*document.valid_to));
    if (document.verified) write_verification(out, *document.verified);
    out.redactable_if("where", document.where);
    if (document.withdrawn) out.redactable("withdrawn", *document.withdrawn);
}

void write_json(Out& out, const Evidenced& evidenced) {
    out.object([&] {
        out.member("contract", evidenced.contract);
        out.list("documents", evidenced.documents,
                 [&](const Document& each) { out.object([&] { write_members(out, each); }); });
    });
}

Evidenced evidenced_from(const Value& object) {
    Evidenced evidenced;
    evidenced.contract = object.text_or("contract");
    for (const Value& each : object.list_or_empty("documents")) evidenced.documents.push_back(document_from(each));
    return evidenced;
}

void apply_members(Document& document, const Value& given, const std::string& actor, domain::Date today) {
    if (given.find("promises")) {
        document.promises.clear();
        for (const Value& each : given.list_or_empty("promises"))
            document.promises.push_back(std::to_string(*each.integer()));
    }
    if (given.find("sha256")) document.sha256 = lower(given.text_or("sha256"));
    document.kind = given.text_or("kind", document.kind);
    document.issuer = given.text_or("issuer", document.issuer);
    document.where = given.text_or("where", document.where);
    apply_day(document.valid_from, given, "validFrom");
    apply_day(document.valid_to, given, "validTo");
    apply_verification(document, given, actor, today);
    if (const Value* withdrawn = given.find("withdrawn")) {
        document.withdrawn.reset();
        if (!withdrawn->is_null()) document.withdrawn = given.text_or("withdrawn");
    }
}

}  // namespace mvoi::json
