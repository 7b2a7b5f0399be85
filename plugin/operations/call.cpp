// SPDX-License-Identifier: EUPL-1.2
#include "operations/call.hpp"

#include <algorithm>

#include "domain/calendar/milestones.hpp"
#include "domain/decision/wording.hpp"
#include "domain/words.hpp"
#include "json/rules/rule_book.hpp"
#include "store/fold/fold.hpp"
#include "store/past.hpp"
#include "store/stamp.hpp"
#include "store/tables/policies.hpp"

namespace mvoi::operations {
namespace {

domain::Date day_of(const json::Value& request) {
    const std::string given = request.text_or("today");
    const std::string wanted = given.empty() ? store::now_stamp().substr(0, 10) : given;
    const auto day = domain::parse_date(wanted);
    // A day that is given was checked by the schema: it is the clock that is far off.
    if (!day) refuse(domain::No::Invalid, "/today", "call.clock", {{"value", wanted}});
    return *day;
}

// True when a stored request is the one given now. A text that was blacked out since counts as the same.
bool same_request(const json::Value& stored, const json::Value& given) {
    if (const std::string* text = stored.text(); text && domain::is_blacked_out(*text)) return given.text() != nullptr;
    if (const json::Object* members = stored.object()) {
        const json::Object* others = given.object();
        if (!others || others->size() != members->size()) return false;
        for (const json::Member& member : *members) {
            const json::Value* other = given.find(member.name);
            if (!other || !same_request(member.value, *other)) return false;
        }
        return true;
    }
    if (const json::List* items = stored.list()) {
        const json::List* others = given.list();
        if (!others || others->size() != items->size()) return false;
        for (std::size_t i = 0; i < items->size(); ++i)
            if (!same_request((*items)[i], (*others)[i])) return false;
        return true;
    }
    return stored == given;
}

}  // namespace

void refuse(domain::No kind, std::string path, std::string rule, std::map<std::string, std::string> words) {
    throw domain::Refusal(kind, domain::Fault{std::move(path), std::move(rule), std::move(words)});
}

void refuse_unless_seen(const json::Value& request, int current, const char* rule) {
    const std::int64_t seen = request.integer_or("revision", current);
    if (seen != current)
        refuse(domain::No::Conflict, "/revision", rule,
               {{"value", std::to_string(seen)}, {"current", std::to_string(current)}});
}

Call::Call(const Caller& caller, std::string operation, json::Value request)
    : caller_(caller),
      operation_(std::move(operation)),
      request_(std::move(request)),
      book_(json::rule_book()),
      today_(day_of(request_)) {}

std::string Call::actor() const {
    std::string actor = request_.text_or("actor", caller_.actor);
    if (actor.empty()) refuse(domain::No::Invalid, "/actor", "call.actor-needed");
    return actor;
}

std::string Call::role() const {
    return request_.text_or("role", caller_.role);
}

void Call::permit(const domain::Policy* in_force) const {
    if (!in_force) return;
    const auto allowed = in_force->permissions.find(operation_);
    if (allowed == in_force->permissions.end()) return;
    const std::string own = role();
    if (std::find(allowed->second.begin(), allowed->second.end(), own) != allowed->second.end()) return;
    refuse(domain::No::Blocked, "/role", own.empty() ? "call.role-needed" : "call.role-may-not",
           {{"value", own},
            {"operation", operation_},
            {"accepted", domain::joined(allowed->second)},
            {"policy", in_force->id}});
}

std::string Call::origin() const {
    return request_.text_or("origin", caller_.origin.empty() ? "onbekend" : caller_.origin);
}

// The policy of the tender that was stopped at a gate: its entry names the tender, not its policy.
store::PolicyPointer Call::policy_of_object(store::Connection& connection, const store::Entry& entry) const {
    const auto first = store::journal_entry(connection, entry.object_id);
    if (!first || !first->facts.tender) return nullptr;
    return store().policy_named(connection, first->facts.tender->policy);
}

std::optional<Committed> Call::repeated(store::Connection& connection, const std::string& request_id) const {
    const auto seq = store::entry_of_request(connection, request_id);
    if (!seq) return std::nullopt;
    auto entry = store::journal_entry(connection, *seq);
    if (!entry || entry->operation != operation_ || !same_request(entry->request, request_))
        refuse(domain::No::Conflict, "/requestId", "request.reused",
               {{"value", request_id}, {"entry", std::to_string(*seq)}});
    store::PolicyPointer policy;
    if (entry->facts.tender) policy = store().policy_named(connection, entry->facts.tender->policy);
    if (entry->facts.gate && !entry->facts.tender) policy = policy_of_object(connection, *entry);
    return Committed{std::move(*entry), std::move(policy), true};
}

store::SealedEntry Call::sealed(const Draft& draft) const {
    const store::Deed deed{operation_, actor(), role(), origin(), request_.text_or("requestId"), today_, request_};
    return store::seal(deed, draft.object, draft.facts, draft.texts);
}

Committed Call::establish(store::Connection& connection, Draft draft, const json::Value& request,
                          domain::Date today) const {
    const bool by_itself = !draft.by_itself.empty();
    if (draft.before && draft.facts.tender) domain::note_shown_changes(&*draft.before, *draft.facts.tender);
    store::Entry entry;
    entry.actor = by_itself ? "libmvoi" : actor();
    entry.role = by_itself ? "systeem" : role();
    entry.origin = origin();
    entry.operation = by_itself ? draft.by_itself : operation_;
    entry.object = std::move(draft.object);
    entry.request_id = by_itself ? std::string() : request.text_or("requestId");
    entry.today = today;
    if (!draft.sealed) {
        const json::Value nothing{json::Object{}};
        draft.sealed = store::seal({entry.operation, entry.actor, entry.role, entry.origin, entry.request_id, today,
                                    by_itself ? nothing : request},
                                   entry.object, draft.facts, draft.texts);
    }
    entry.at = store::now_stamp();
    const store::Link link = store::journal_append(connection, *draft.sealed, draft.object_id, entry.at);
    entry.seq = link.seq;
    entry.object_id = link.object_id;
    entry.hash = link.hash;
    entry.facts = std::move(draft.facts);
    store::fold(
        connection, entry,
        {draft.before ? &*draft.before : nullptr, draft.about.get(), draft.observed ? &*draft.observed : nullptr});
    return {std::move(entry), std::move(draft.policy), false};
}

Committed Call::write_and(const Work& work,
                          const std::function<void(store::Connection&, const Committed&)>& when_established) const {
    actor();  // refused before anything is waited for
    const std::string request_id = request_.text_or("requestId");
    Committed committed;
    store().engine().write(wait_ms(), stop(), [&](store::Connection& connection) {
        if (!request_id.empty()) {
            if (auto before = repeated(connection, request_id)) {
                committed = std::move(*before);
                return;
            }
        }
        committed = establish(connection, work(connection), request_, today_);
        when_established(connection, committed);
    });
    caller_.committed = true;
    return committed;
}

Committed Call::write(const Work& work) const {
    return write_and(work, [](store::Connection&, const Committed&) {});
}

std::string Call::write(const Work& work, const Answer& answer) const {
    std::string text;
    const Committed committed = write_and(work, [&](store::Connection& connection, const Committed& established) {
        text = answer(*this, connection, established);
    });
    if (!committed.repeated) return text;
    Call then(*this);
    then.today_ = committed.entry.today;
    read([&](store::Connection& connection) {
        const auto past = store::register_after(connection, committed.entry, stop());
        text = answer(then, *past, committed);
    });
    return text;
}

void Call::read(const std::function<void(store::Connection&)>& work) const {
    store().engine().read(wait_ms(), stop(), work);
}

}  // namespace mvoi::operations
