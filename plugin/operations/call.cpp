// SPDX-License-Identifier: EUPL-1.2
#include "operations/call.hpp"

#include <algorithm>

#include "domain/calendar/milestones.hpp"
#include "domain/decision/wording.hpp"
#include "domain/words.hpp"
#include "json/rules/rule_book.hpp"
#include "json/text.hpp"
#include "store/fold/fold.hpp"
#include "store/past.hpp"
#include "store/stamp.hpp"
#include "store/tables/policies.hpp"
#include "store/tables/tenders.hpp"

namespace mvoi::operations {
namespace {

domain::Date day_of(const json::Value& request, const std::string& time_zone) {
    const std::string given = request.text_or("today");
    const std::string wanted = given.empty() ? store::now_day(time_zone) : given;
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

// True when an entry started a tender provisionally, and the tender was withdrawn or lapsed since: nothing of it is
// left.
bool has_gone(store::Connection& connection, const store::Entry& entry, domain::Date today) {
    const auto& started = entry.facts.tender;
    if (entry.operation != "tender.start" || !started || started->registration != domain::Registration::Provisional)
        return false;
    const auto current = store::tender_by_uuid(connection, started->id);
    if (!current || !current->entry.facts.tender) return false;
    const domain::Tender& tender = *current->entry.facts.tender;
    return tender.registration == domain::Registration::Withdrawn || has_lapsed(tender, today);
}

}  // namespace

void refuse(domain::No kind, std::string path, std::string rule, std::map<std::string, std::string> words) {
    throw domain::Refusal(kind, domain::Fault{std::move(path), std::move(rule), std::move(words)});
}

void refuse_unless_seen(const json::Value& request, int current, const char* rule) {
    const std::int64_t seen = request.integer_or("revision", current);
    if (seen == current) return;
    refuse(domain::No::Conflict, "/revision", rule + std::string(seen > current ? "-ahead" : ""),
           {{"value", std::to_string(seen)}, {"current", std::to_string(current)}});
}

Call::Call(const Caller& caller, std::string operation, json::Value request)
    : caller_(caller),
      operation_(std::move(operation)),
      request_(std::move(request)),
      book_(json::rule_book()),
      today_(day_of(request_, caller.time_zone)) {}

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
            {"value:as", "roles"},
            {"accepted", domain::joined(allowed->second)},
            {"accepted:as", "roles"}});
}

std::string Call::origin() const {
    return request_.text_or("origin", caller_.origin.empty() ? "onbekend" : caller_.origin);
}

std::string Call::organisation_asked(store::Connection& connection) const {
    if (request_.find("organisation")) return request_.text_or("organisation");
    for (const char* member : {"tender", "contract", "review"})
        if (request_.find(member)) return store::organisation_of(connection, request_.text_or(member));
    return {};
}

Call::Earlier Call::earlier(store::Connection& connection) const {
    const std::string id = request_.text_or("requestId");
    if (id.empty()) return {};
    const auto attempts = store::asked_before(connection, id);
    if (attempts.empty()) return {};
    const std::string organisation = organisation_asked(connection);
    const auto own = std::find_if(attempts.begin(), attempts.end(),
                                  [&](const store::AskedBefore& each) { return each.organisation == organisation; });
    if (own == attempts.end()) return {};
    auto entry = store::journal_entry(connection, own->entry);
    const bool same = entry && entry->operation == operation_ && same_request(entry->request, request_);
    if (own->stopped) {
        if (!same) return {};
        return {nullptr, std::make_unique<store::Entry>(std::move(*entry))};
    }
    if (entry && has_gone(connection, *entry, today_)) return {};
    if (!same)
        refuse(domain::No::Conflict, "/requestId", "request.reused",
               {{"value", id}, {"entry", std::to_string(own->entry)}});
    store::PolicyPointer policy;
    if (entry->facts.tender) policy = store().policy_named(connection, entry->facts.tender->policy);
    return {std::make_unique<Committed>(Committed{std::move(*entry), std::move(policy), true}), nullptr};
}

std::string Call::with_remarks(std::string answer, const std::vector<std::string>& sentences) const {
    if (answer.empty() || answer.back() != '}') return answer;
    if (!sentences.empty()) {
        json::Value list(json::List{});
        for (const std::string& each : sentences) list.append(each);
        answer.insert(answer.size() - 1, ",\"remarks\":" + json::write(list));
    }
    for (const auto& [said, member] :
         {std::pair(remarks_.repeated, ",\"repeated\":true"), {remarks_.unchanged, ",\"unchanged\":true"}})
        if (said) answer.insert(answer.size() - 1, member);
    return answer;
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
    entry.organisation = by_itself ? std::string() : request.text_or("organisation");
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
    Committed committed;
    store().engine().write(wait_ms(), stop(), [&](store::Connection& connection) {
        remarks_ = {};
        Earlier before = earlier(connection);
        if (before.done) {
            remarks_.repeated = true;
            committed = std::move(*before.done);
            return;
        }
        committed = carry_out(connection, std::move(before), work(connection));
        when_established(connection, committed);
    });
    caller_.committed = true;
    return committed;
}

// Journals what was drafted, unless the journal has it: that this very request was stopped at a gate, or what it asks.
Committed Call::carry_out(store::Connection& connection, Earlier earlier, Draft draft) const {
    Committed known;
    if (draft.stands > 0) {
        remarks_.unchanged = true;
        known.entry.seq = draft.stands;
    } else if (draft.stopped && earlier.stopped) {
        known.entry = std::move(*earlier.stopped);
    } else {
        return establish(connection, std::move(draft), request_, today_);
    }
    known.entry.object = std::move(draft.object);
    known.entry.object_id = draft.object_id;
    known.entry.today = today_;
    known.entry.facts = std::move(draft.facts);
    known.policy = std::move(draft.policy);
    return known;
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
