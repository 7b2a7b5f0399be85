// SPDX-License-Identifier: EUPL-1.2
// The exported functions. Each looks at its arguments, finds and takes the session, and does its work inside a guard
// that lets nothing out but a status.
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "abi/answer.hpp"
#include "abi/session.hpp"
#include "json/schema/schema.hpp"
#include "json/text.hpp"
#include "mvoi.h"
#include "operations/table.hpp"
#include "render/sentences.hpp"
#include "store/gate.hpp"
#include "store/soundness.hpp"

namespace mvoi::abi {
namespace {

using domain::Language;

// ---- arguments ------------------------------------------------------------------------------------------------------

// Text in: pointer and length, -1 for NUL-terminated. False when that is impossible.
bool read_text(const char* text, std::int32_t length, std::string_view& out) {
    if (length < -1 || (!text && length != 0)) return false;
    if (length == 0)
        out = {};
    else
        out = std::string_view(text, length < 0 ? std::strlen(text) : static_cast<std::size_t>(length));
    return true;
}

// Fields of fixed width are filled up with blanks, or with LOW-VALUES; a length may count the NUL behind a text.
std::string_view trimmed(std::string_view text) {
    constexpr std::string_view padding(" \t\r\n\0", 5);
    const std::size_t last = text.find_last_not_of(padding);
    return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

bool read_name(const char* text, std::int32_t length, std::string_view& out) {
    if (!read_text(text, length, out)) return false;
    out = trimmed(out);
    return true;
}

bool can_write(const char* buffer, std::int32_t capacity, const std::int32_t* length) {
    return length && capacity >= 0 && (buffer || capacity == 0);
}

// ---- the guard ------------------------------------------------------------------------------------------------------

struct Taken {
    std::shared_ptr<Session> session;
    std::unique_lock<std::mutex> in_use;
    std::int32_t status = MVOI_OK;
};

Taken take(std::int32_t handle) {
    Taken taken;
    taken.session = find_session(handle);
    if (!taken.session) {
        taken.status = MVOI_E_HANDLE;
    } else if (taken.session->process != ::getpid()) {
        taken.status = MVOI_E_FORKED;
    } else {
        taken.in_use = std::unique_lock(taken.session->in_use, std::try_to_lock);
        if (!taken.in_use) taken.status = MVOI_E_IN_USE;
    }
    return taken;
}

const char* rule_of(std::int32_t status) {
    switch (status) {
        case MVOI_E_HANDLE:
            return "abi.handle";
        case MVOI_E_FORKED:
            return "abi.forked";
        case MVOI_E_IN_USE:
            return "abi.in-use";
        default:
            return "abi.argument";
    }
}

// For functions whose only result is a status and a value.
template <typename Work>
std::int32_t with_session(std::int32_t handle, Work work) noexcept {
    try {
        Taken taken = take(handle);
        if (taken.status != MVOI_OK) return taken.status;
        return work(*taken.session);
    } catch (...) {
        return MVOI_E_INTERNAL;
    }
}

void answer_with(Session& session, Outcome outcome) noexcept {
    if (outcome.out_of_memory)
        session.set_lasting_answer(no_memory(session.caller.language));
    else
        session.set_answer(std::move(outcome.answer));
}

// ---- calling --------------------------------------------------------------------------------------------------------

Outcome call(Session& session, std::string_view name, std::string_view request) {
    const Language language = session.caller.language;
    session.stop.store(false);
    try {
        const store::Inside inside(store::deadline_after(session.caller.wait_ms), session.stop);
        const operations::Operation* operation = operations::find_operation(name);
        if (name.empty()) return fault(MVOI_E_OPERATION, "operation.unnamed", language);
        if (!operation)
            return fault(MVOI_E_OPERATION, "operation.unknown", language, {{"value", std::string(name.substr(0, 80))}});
        if (operation->writes && session.read_only)
            return fault(MVOI_E_READ_ONLY, "abi.read-only", language, {{"value", std::string(name)}});
        if (request.size() > MVOI_LIMIT_REQUEST_BYTES)
            return fault(
                MVOI_E_LIMIT, "json.too-long", language,
                {{"value", std::to_string(request.size())}, {"accepted", std::to_string(MVOI_LIMIT_REQUEST_BYTES)}});
        json::Value value;
        const bool built = request.empty();
        if (built) session.built_bytes = 0;
        if (built)
            value = session.building.is_null() ? json::Value(json::Object{}) : std::exchange(session.building, {});
        else
            value = json::parse(request, MVOI_LIMIT_DEPTH);
        std::string answer = operations::perform(*operation, session.caller, std::move(value), built);
        if (answer.size() > INT32_MAX) return fault(MVOI_E_LIMIT, "abi.answer-too-long", language);
        return {MVOI_OK, std::move(answer)};
    } catch (...) {
        return outcome_of(std::current_exception(), language);
    }
}

std::int32_t call(std::int32_t handle, std::string_view name, std::string_view request, char* answer,
                  std::int32_t capacity, std::int32_t* length) noexcept {
    try {
        Taken taken = take(handle);
        if (taken.status != MVOI_OK) {
            const Language language = taken.session ? taken.session->caller.language : Language::Dutch;
            copy_out(fault(taken.status, rule_of(taken.status), language).answer, answer, capacity, length);
            return taken.status;
        }
        Outcome outcome = call(*taken.session, name, request);
        const std::int32_t status = outcome.status;
        answer_with(*taken.session, std::move(outcome));
        copy_out(taken.session->last, answer, capacity, length);
        return status;
    } catch (...) {
        copy_out(no_memory(Language::Dutch), answer, capacity, length);
        return MVOI_E_INTERNAL;
    }
}

// ---- opening --------------------------------------------------------------------------------------------------------

// The head of the journal; and where the register contradicts itself, that and how.
void add_state(json::Value& answer, const operations::Caller& caller) {
    store::Head head;
    std::optional<store::Contradiction> contradiction;
    store::steadily([&] {
        caller.store->engine().read(caller.wait_ms, *caller.stop, [&](store::Connection& connection) {
            head = store::journal_head(connection);
            contradiction = store::contradiction(connection);
        });
    });
    json::Value& object = answer.add("head", {});
    object.add("seq", head.seq);
    object.add("hash", head.hash);
    if (!contradiction) return;
    json::Value& broken = answer.add("broken", {});
    broken.add("seq", contradiction->seq);
    broken.add("rule", contradiction->rule);
    broken.add("sentence", render::sentence(caller.language, contradiction->rule, contradiction->words));
}

// Before the schema has looked at it.
int wait_in(const json::Value& config) {
    const int usual = operations::Caller().wait_ms;
    return static_cast<int>(std::clamp<std::int64_t>(config.integer_or("waitMs", usual), 0, 60000));
}

Outcome open(std::string_view config, std::int32_t& handle) {
    Language language = Language::Dutch;
    try {
        if (config.size() > MVOI_LIMIT_REQUEST_BYTES) return fault(MVOI_E_LIMIT, "json.too-long", language);
        json::Value value = json::parse(config, MVOI_LIMIT_DEPTH);
        const int wait_ms = wait_in(value);
        const store::StopFlag never{false};
        const store::Inside inside(store::deadline_after(wait_ms), never);
        if (!minds_forks()) throw store::StoreError(store::Trouble::Storage, "the system takes no fork handler");
        if (value.text_or("language") == "en") language = Language::English;
        auto faults = json::check(json::schema("session.config"), value);
        if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));

        auto session = std::make_shared<Session>();
        session->read_only = value.boolean_or("readOnly", false);
        session->process = ::getpid();
        operations::Caller& caller = session->caller;
        caller.language = language;
        caller.wait_ms = wait_ms;
        caller.actor = value.text_or("actor");
        caller.role = value.text_or("role");
        caller.origin = value.text_or("origin");
        caller.time_zone = value.text_or("timeZone", caller.time_zone);
        // Looked up here: what the zone data of the system need is read before a host forks its workers.
        if (!store::is_time_zone(caller.time_zone))
            return fault(MVOI_E_FORMAT, "abi.time-zone", language, {{"value", caller.time_zone}}, "/timeZone");
        store::now_day(caller.time_zone);
        caller.stop = &session->stop;
        const std::string path = value.text_or("register");
        if (path.starts_with("postgresql://"))
            return fault(MVOI_E_STORAGE, "store.no-postgresql", language, {{"value", "postgresql://"}}, "/register");
        if (!store::is_file_name(path))
            return fault(MVOI_E_FORMAT, "store.no-file", language, {{"value", path}}, "/register");
        caller.store = store::Register::open(path, session->read_only, caller.wait_ms);

        json::Value answer;
        answer.add("abi", MVOI_ABI);
        answer.add("library", MVOI_VERSION);
        answer.add("register", path);
        add_state(answer, caller);
        std::string text = json::write(answer);
        session->set_answer(text);
        handle = add_session(std::move(session));
        if (handle == 0)
            return fault(MVOI_E_LIMIT, "abi.sessions", language, {{"accepted", std::to_string(MVOI_LIMIT_SESSIONS)}});
        return {MVOI_OK, std::move(text)};
    } catch (...) {
        return outcome_of(std::current_exception(), language);
    }
}

// ---- reading and building -------------------------------------------------------------------------------------------

const json::Value* at_path(Session& session, std::string_view path) {
    if (!session.parsed) session.parsed = session.last.empty() ? json::Value() : json::parse(session.last, 128);
    return json::at(*session.parsed, path);
}

Outcome put_refused(const char* rule, std::int32_t status, Session& session, std::string value, std::string accepted) {
    Outcome outcome =
        fault(status, rule, session.caller.language, {{"value", std::move(value)}, {"accepted", std::move(accepted)}});
    answer_with(session, outcome);
    return outcome;
}

std::int32_t put(std::int32_t handle, const char* path, std::int32_t path_len, json::Value value) noexcept {
    std::string_view pointer;
    if (!read_name(path, path_len, pointer)) return MVOI_E_ARGUMENT;
    return with_session(handle, [&](Session& session) -> std::int32_t {
        const std::size_t bytes = pointer.size() + (value.text() ? value.text()->size() : sizeof(std::int64_t));
        if (pointer.empty() && value.text() && value.text()->empty()) {
            session.building = {};
            session.built_bytes = 0;
            return MVOI_OK;
        }
        if (session.built_bytes + bytes > MVOI_LIMIT_REQUEST_BYTES)
            return put_refused("json.too-long", MVOI_E_LIMIT, session, std::to_string(session.built_bytes + bytes),
                               std::to_string(MVOI_LIMIT_REQUEST_BYTES))
                .status;
        const auto levels = std::count(pointer.begin(), pointer.end(), '/');
        const bool acceptable = json::find_invalid_utf8(pointer) == std::string_view::npos &&
                                pointer.find('\0') == std::string_view::npos && levels < MVOI_LIMIT_DEPTH;
        if (!acceptable || !json::put(session.building, pointer, std::move(value)))
            return put_refused("abi.put-path", MVOI_E_ARGUMENT, session, acceptable ? std::string(pointer) : "?",
                               "/title, /themes/0/theme")
                .status;
        session.built_bytes += bytes;
        return MVOI_OK;
    });
}

}  // namespace
}  // namespace mvoi::abi

using namespace mvoi;
using namespace mvoi::abi;

extern "C" {

int32_t MVOI_CALL mvoi_abi_version(void) {
    return MVOI_ABI;
}

int32_t MVOI_CALL mvoi_open(const char* config, int32_t config_len, int32_t* session, char* answer, int32_t answer_cap,
                            int32_t* answer_len) {
    std::string_view text;
    if (!session) return MVOI_E_ARGUMENT;
    *session = 0;
    if (!can_write(answer, answer_cap, answer_len) || !read_name(config, config_len, text)) return MVOI_E_ARGUMENT;
    try {
        const Outcome outcome = abi::open(text, *session);
        copy_out(outcome.out_of_memory ? no_memory(Language::Dutch) : outcome.answer, answer, answer_cap, answer_len);
        return outcome.status;
    } catch (...) {
        copy_out(no_memory(Language::Dutch), answer, answer_cap, answer_len);
        return MVOI_E_INTERNAL;
    }
}

int32_t MVOI_CALL mvoi_close(int32_t session) {
    return with_session(session, [&](Session&) {
        remove_session(session);
        return MVOI_OK;
    });
}

int32_t MVOI_CALL mvoi_interrupt(int32_t session) {
    try {
        const auto found = find_session(session);
        if (!found) return MVOI_E_HANDLE;
        if (found->process != ::getpid()) return MVOI_E_FORKED;
        found->stop.store(true);
        return MVOI_OK;
    } catch (...) {
        return MVOI_E_INTERNAL;
    }
}

int32_t MVOI_CALL mvoi_call(int32_t session, const char* operation, int32_t operation_len, const char* request,
                            int32_t request_len, char* answer, int32_t answer_cap, int32_t* answer_len) {
    std::string_view name, text;
    if (!can_write(answer, answer_cap, answer_len) || !read_name(operation, operation_len, name) ||
        !read_name(request, request_len, text))
        return MVOI_E_ARGUMENT;
    return call(session, name, text, answer, answer_cap, answer_len);
}

int32_t MVOI_CALL mvoi_put_text(int32_t session, const char* path, int32_t path_len, const char* text,
                                int32_t text_len) {
    std::string_view value;
    if (!read_name(text, text_len, value)) return MVOI_E_ARGUMENT;
    const bool acceptable =
        json::find_invalid_utf8(value) == std::string_view::npos && value.find('\0') == std::string_view::npos;
    if (!acceptable) return MVOI_E_ARGUMENT;
    try {
        return put(session, path, path_len, json::Value(value));
    } catch (...) {
        return MVOI_E_INTERNAL;
    }
}

int32_t MVOI_CALL mvoi_put_integer(int32_t session, const char* path, int32_t path_len, int64_t value) {
    return put(session, path, path_len, json::Value(std::int64_t{value}));
}

int32_t MVOI_CALL mvoi_answer(int32_t session, int32_t offset, char* out, int32_t out_cap, int32_t* out_len) {
    if (!can_write(out, out_cap, out_len) || offset < 0) return MVOI_E_ARGUMENT;
    return with_session(session, [&](Session& taken) {
        const std::size_t start = json::utf8_prefix(taken.last, static_cast<std::size_t>(offset));
        copy_out(taken.last.substr(start), out, out_cap, out_len);
        return MVOI_OK;
    });
}

int32_t MVOI_CALL mvoi_count(int32_t session, const char* path, int32_t path_len, int32_t* count) {
    std::string_view pointer;
    if (!count || !read_name(path, path_len, pointer)) return MVOI_E_ARGUMENT;
    return with_session(session, [&](Session& taken) {
        const json::Value* value = at_path(taken, pointer);
        if (!value) return MVOI_NOT_FOUND;
        if (!value->list() && !value->object()) return MVOI_E_ARGUMENT;
        *count = static_cast<int32_t>(value->list() ? value->list()->size() : value->object()->size());
        return MVOI_OK;
    });
}

int32_t MVOI_CALL mvoi_text(int32_t session, const char* path, int32_t path_len, char* out, int32_t out_cap,
                            int32_t* out_len) {
    std::string_view pointer;
    if (!can_write(out, out_cap, out_len) || !read_name(path, path_len, pointer)) return MVOI_E_ARGUMENT;
    return with_session(session, [&](Session& taken) {
        const json::Value* value = at_path(taken, pointer);
        if (!value) return MVOI_NOT_FOUND;
        copy_out(value->text() ? *value->text() : json::write(*value), out, out_cap, out_len);
        return MVOI_OK;
    });
}

int32_t MVOI_CALL mvoi_integer(int32_t session, const char* path, int32_t path_len, int64_t* value) {
    std::string_view pointer;
    if (!value || !read_name(path, path_len, pointer)) return MVOI_E_ARGUMENT;
    return with_session(session, [&](Session& taken) {
        const json::Value* found = at_path(taken, pointer);
        if (!found) return MVOI_NOT_FOUND;
        if (!found->integer() && !found->boolean()) return MVOI_E_ARGUMENT;
        *value = found->integer() ? *found->integer() : *found->boolean();
        return MVOI_OK;
    });
}

}  // extern "C"
