// SPDX-License-Identifier: EUPL-1.2
#include "abi/answer.hpp"

#include <Poco/Exception.h>

#include <cstring>
#include <new>
#include <stdexcept>
#include <vector>

#include "domain/refusal.hpp"
#include "json/text.hpp"
#include "mvoi.h"
#include "render/sentences.hpp"
#include "store/engine.hpp"

namespace mvoi::abi {
namespace {

using domain::Fault;

const char* name_of(std::int32_t status) {
    switch (status) {
        case MVOI_BLOCKED:
            return "MVOI_BLOCKED";
        case MVOI_NOT_FOUND:
            return "MVOI_NOT_FOUND";
        case MVOI_CONFLICT:
            return "MVOI_CONFLICT";
        case MVOI_E_ARGUMENT:
            return "MVOI_E_ARGUMENT";
        case MVOI_E_HANDLE:
            return "MVOI_E_HANDLE";
        case MVOI_E_OPERATION:
            return "MVOI_E_OPERATION";
        case MVOI_E_IN_USE:
            return "MVOI_E_IN_USE";
        case MVOI_E_FORKED:
            return "MVOI_E_FORKED";
        case MVOI_E_FORMAT:
            return "MVOI_E_FORMAT";
        case MVOI_E_BUSY:
            return "MVOI_E_BUSY";
        case MVOI_E_STORAGE:
            return "MVOI_E_STORAGE";
        case MVOI_E_VERSION:
            return "MVOI_E_VERSION";
        case MVOI_E_INTERRUPTED:
            return "MVOI_E_INTERRUPTED";
        case MVOI_E_READ_ONLY:
            return "MVOI_E_READ_ONLY";
        case MVOI_E_LIMIT:
            return "MVOI_E_LIMIT";
        default:
            return "MVOI_E_INTERNAL";
    }
}

// The caller can try the same again, or has to give the session up.
struct Outlook {
    bool retry = false, fatal = false;
};

Outlook outlook_of(std::int32_t status) {
    return {status == MVOI_E_BUSY || status == MVOI_E_INTERRUPTED || status == MVOI_E_IN_USE,
            status == MVOI_E_HANDLE || status == MVOI_E_FORKED || status == MVOI_E_VERSION};
}

json::Value error_json(const Fault& fault, const std::string& sentence) {
    json::Value object;
    object.add("path", fault.path);
    object.add("rule", fault.rule);
    object.add("message", sentence);
    for (const char* word : {"value", "accepted", "current"})
        if (auto found = fault.words.find(word); found != fault.words.end() && !found->second.empty())
            object.add(word, found->second);
    for (const auto& [name, place] : fault.places) object.add(name, place);
    return object;
}

constexpr std::size_t faults_listed = 100;
constexpr std::size_t bytes_shown = 4000;  // of one word in an answer

// As an answer can hold it: not longer than anybody reads, and UTF-8, whatever it came from.
std::string shown(const std::string& text) {
    const bool whole = text.size() <= bytes_shown;
    std::string word = json::readable(whole ? text : text.substr(0, json::utf8_prefix(text, bytes_shown)));
    return whole ? word : word + "...";
}

Fault shown(const Fault& fault) {
    Fault as_shown{shown(fault.path), fault.rule, {}};
    for (const auto& [name, word] : fault.words) as_shown.words.emplace(name, shown(word));
    return as_shown;
}

// How many faults this one stands for: the last may say how many there are besides.
std::size_t count_of(const Fault& fault) {
    const auto count = fault.words.find("count");
    return fault.rule == "json.more" && count != fault.words.end() ? std::stoul(count->second) : 1;
}

//   gate  the gate that stopped it, as JSON; empty: none did
Outcome document(std::int32_t status, const std::vector<Fault>& faults, domain::Language language, Outlook outlook,
                 const std::string& gate = {}) {
    json::Value errors(json::List{});
    std::string first;
    std::size_t listed = 0, unlisted = 0;
    const auto list = [&](const Fault& fault) {
        render::Words words = fault.words;
        words["path"] = fault.path;
        words["member"] = fault.path.substr(fault.path.rfind('/') + 1);
        std::string sentence = render::sentence(language, fault.rule, words);
        if (first.empty()) first = sentence;
        errors.append(error_json(fault, sentence));
    };
    for (const Fault& fault : faults) {
        if (listed < faults_listed && fault.rule != "json.more") {
            list(shown(fault));
            ++listed;
        } else {
            unlisted += count_of(fault);
        }
    }
    if (unlisted > 0) list({{}, "json.more", {{"count", std::to_string(unlisted)}}});
    const json::Value at_gate = gate.empty() ? json::Value() : json::parse(gate);
    if (at_gate.object())
        first = at_gate.text_or("sentence");
    else if (listed + unlisted > 1)
        first =
            render::sentence(language, "abi.several", {{"count", std::to_string(listed + unlisted)}, {"first", first}});
    json::Value answer;
    answer.add("status", status);
    answer.add("name", name_of(status));
    answer.add("message", first);
    answer.add("errors", std::move(errors));
    answer.add("retry", outlook.retry);
    answer.add("fatal", outlook.fatal);
    if (at_gate.object()) answer.add("gate", at_gate);
    return {status, json::write(answer)};
}

constexpr std::string_view no_memory_nl =
    R"({"status":-99,"name":"MVOI_E_INTERNAL","message":"Het geheugen is op. Er is niets veranderd; probeer het )"
    R"(opnieuw als er geheugen vrij is.","errors":[{"path":"","rule":"abi.memory","message":"Het geheugen is op. Er is )"
    R"(niets veranderd; probeer het opnieuw als er geheugen vrij is."}],"retry":true,"fatal":false})";
constexpr std::string_view no_memory_en =
    R"({"status":-99,"name":"MVOI_E_INTERNAL","message":"There is no memory left. Nothing was changed; try again when )"
    R"(memory is free.","errors":[{"path":"","rule":"abi.memory","message":"There is no memory left. Nothing was )"
    R"(changed; try again when memory is free."}],"retry":true,"fatal":false})";

std::int32_t status_of(domain::No kind) {
    switch (kind) {
        case domain::No::Blocked:
            return MVOI_BLOCKED;
        case domain::No::NotFound:
            return MVOI_NOT_FOUND;
        case domain::No::Conflict:
            return MVOI_CONFLICT;
        case domain::No::Invalid:
            return MVOI_E_FORMAT;
    }
    return MVOI_E_INTERNAL;
}

Outcome of_store(const store::StoreError& error, domain::Language language) {
    const auto outcome = [&](std::int32_t status, const char* rule, Outlook outlook) {
        if (!error.rule.empty()) return document(status, {Fault{{}, error.rule, error.words}}, language, outlook);
        return document(status, {Fault{{}, rule, {{"value", error.what()}}}}, language, outlook);
    };
    switch (error.trouble) {
        case store::Trouble::Busy:
            return outcome(MVOI_E_BUSY, "store.busy", outlook_of(MVOI_E_BUSY));
        case store::Trouble::Changed:
            return outcome(MVOI_E_BUSY, "store.changed", outlook_of(MVOI_E_BUSY));
        case store::Trouble::Full:
            return outcome(MVOI_E_STORAGE, "store.full", {true, false});
        case store::Trouble::Storage:
            return outcome(MVOI_E_STORAGE, "store.storage", outlook_of(MVOI_E_STORAGE));
        case store::Trouble::Damaged:
            return outcome(MVOI_E_STORAGE, "store.damaged", outlook_of(MVOI_E_STORAGE));
        case store::Trouble::Displaced:
            return outcome(MVOI_E_STORAGE, "store.gone", {false, true});
        case store::Trouble::Version:
            return outcome(MVOI_E_VERSION, "store.version", outlook_of(MVOI_E_VERSION));
        case store::Trouble::Interrupted:
            return outcome(MVOI_E_INTERRUPTED, "store.interrupted", outlook_of(MVOI_E_INTERRUPTED));
        case store::Trouble::Limit:
            return outcome(MVOI_E_LIMIT, "store.limit", outlook_of(MVOI_E_LIMIT));
    }
    return fault(MVOI_E_INTERNAL, "abi.internal", language, {{"value", error.what()}});
}

}  // namespace

Outcome fault(std::int32_t status, std::string rule, domain::Language language,
              std::map<std::string, std::string> words, std::string path) {
    return document(status, {Fault{std::move(path), std::move(rule), std::move(words)}}, language, outlook_of(status));
}

Outcome outcome_of(const std::exception_ptr& failure, domain::Language language) noexcept {
    try {
        try {
            std::rethrow_exception(failure);
        } catch (const domain::Refusal& refusal) {
            const std::int32_t status = status_of(refusal.kind);
            return document(status, refusal.faults, language, outlook_of(status), refusal.gate);
        } catch (const json::ParseError& error) {
            const bool limit = error.rule == "json.depth";
            return fault(limit ? MVOI_E_LIMIT : MVOI_E_FORMAT, error.rule, language, {{"value", error.detail}},
                         error.path);
        } catch (const store::StoreError& error) {
            return of_store(error, language);
        } catch (const std::bad_alloc&) {
            return {MVOI_E_INTERNAL, {}, true};
        } catch (const Poco::Exception& error) {  // of its regular expressions and parsers, for want of memory too
            if (error.message().find("memory") != std::string::npos) return {MVOI_E_INTERNAL, {}, true};
            return fault(MVOI_E_INTERNAL, "abi.internal", language, {{"value", error.displayText()}});
        } catch (const std::exception& error) {
            return fault(MVOI_E_INTERNAL, "abi.internal", language, {{"value", error.what()}});
        } catch (...) {
            return fault(MVOI_E_INTERNAL, "abi.internal", language, {{"value", "unknown exception"}});
        }
    } catch (...) {
        return {MVOI_E_INTERNAL, {}, true};  // no memory even for the sentence
    }
}

std::string_view no_memory(domain::Language language) noexcept {
    return language == domain::Language::English ? no_memory_en : no_memory_nl;
}

void copy_out(std::string_view text, char* buffer, std::int32_t capacity, std::int32_t* length) {
    if (length) *length = static_cast<std::int32_t>(text.size());
    if (!buffer || capacity <= 0) return;
    const std::size_t fits = json::utf8_prefix(text, static_cast<std::size_t>(capacity));
    std::memcpy(buffer, text.data(), fits);
    if (fits < static_cast<std::size_t>(capacity)) buffer[fits] = '\0';
}

}  // namespace mvoi::abi
