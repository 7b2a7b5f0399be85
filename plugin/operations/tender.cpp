// SPDX-License-Identifier: EUPL-1.2
#include "operations/tender.hpp"

#include <sys/random.h>

#include <chrono>

#include "domain/calendar/milestones.hpp"
#include "json/tender_json.hpp"
#include "render/tender_view.hpp"

namespace mvoi::operations {
namespace {

using domain::Tender;

Current load(const Call& call, store::Connection& connection, std::int64_t id, std::int64_t seq) {
    auto entry = store::journal_entry(connection, seq);
    if (!entry || !entry->facts.tender)
        throw store::StoreError(store::Trouble::Storage, "the entry of a tender is gone: " + std::to_string(seq));
    Current current{id, seq, std::move(*entry->facts.tender), std::move(entry->texts), nullptr};
    current.policy = call.store().policy_named(connection, current.tender.policy);
    return current;
}

void refuse_if_gone(const Tender& tender, domain::Date today) {
    if (tender.registration == domain::Registration::Withdrawn)
        refuse(domain::No::Conflict, "/tender", "tender.withdrawn", {{"value", tender.id}});
    if (has_lapsed(tender, today))
        refuse(domain::No::Conflict, "/tender", "tender.lapsed",
               {{"value", tender.id}, {"date", domain::to_text(*tender.lapses_on)}});
}

}  // namespace

void judge(Tender& tender, const domain::Policy* policy, const domain::Rules& rules) {
    tender.flags = flags_of(tender, policy);
    tender.milestones = revise_milestones(tender.milestones, tender, rules);
}

// A UUID of version 7 (RFC 9562): it grows with time, so that a new tender is added at the end of an index instead of
// somewhere in the middle of it.
std::string new_uuid() {
    unsigned char bytes[16];
    if (::getrandom(bytes, sizeof bytes, 0) != static_cast<ssize_t>(sizeof bytes))
        throw store::StoreError(store::Trouble::Storage, "the system gives no random bytes");
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto ms = static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
    for (int i = 0; i < 6; ++i) bytes[i] = static_cast<unsigned char>(ms >> (40 - 8 * i));
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | 0x70);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80);
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (int i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += digits[bytes[i] >> 4];
        text += digits[bytes[i] & 15];
    }
    return text;
}

std::optional<Current> tender_by_reference(const Call& call, store::Connection& connection,
                                           const std::string& organisation, const std::string& reference) {
    std::int64_t id = 0, seq = 0;
    {
        store::Query query(connection, "tender_by_reference");
        if (!query.with(organisation).with(reference).step()) return std::nullopt;
        id = query.integer(0);
        seq = query.integer(1);
    }
    return load(call, connection, id, seq);
}

Current named_tender(const Call& call, store::Connection& connection) {
    const json::Value& request = call.request();
    const std::string uuid = request.text_or("tender");
    const std::string organisation = request.text_or("organisation"), reference = request.text_or("reference");
    if (uuid.empty()) {
        if (organisation.empty() || reference.empty()) refuse(domain::No::Invalid, "/tender", "tender.unnamed");
        if (auto found = tender_by_reference(call, connection, organisation, reference)) return std::move(*found);
        refuse(domain::No::NotFound, "/reference", "tender.not-found", {{"value", organisation + " " + reference}});
    }
    std::int64_t id = 0, seq = 0;
    {
        store::Query query(connection, "tender_by_uuid");
        if (!query.with(uuid).step()) refuse(domain::No::NotFound, "/tender", "tender.not-found", {{"value", uuid}});
        id = query.integer(0);
        seq = query.integer(1);
    }
    Current current = load(call, connection, id, seq);
    if ((!organisation.empty() && organisation != current.tender.organisation) ||
        (!reference.empty() && reference != current.tender.reference))
        refuse(domain::No::Conflict, "/tender", "tender.other-reference",
               {{"value", current.tender.organisation + " " + current.tender.reference}});
    return current;
}

domain::DecisionContext decision_context(const Call& call, const Tender& tender, const domain::Policy* policy,
                                         domain::Date today) {
    std::vector<std::string> themes;
    for (const domain::Decision& decision : tender.decisions) themes.push_back(decision.theme);
    if (themes.empty()) themes = domain::themes_of(call.rules(), policy, tender.started_on);
    return {call.rules(), policy, tender.product_group, tender.ambition, std::move(themes), today, call.actor()};
}

void complete_new_tender(const Call& call, Tender& tender, const json::Value& request, const domain::Policy* policy,
                         domain::Date today, std::vector<domain::Fault> faults) {
    tender.revision = 1;
    tender.started_on = today;
    tender.rules = call.rules().edition();
    if (tender.procedure.empty()) tender.procedure = "onbekend";
    if (policy) tender.policy = policy->id;
    if (policy && policy->ambition && !tender.ambition) {
        tender.ambition = policy->ambition;
        tender.ambition_source = domain::LevelSource::Policy;
    }
    tender.decisions =
        domain::decide({}, json::decision_requests(request), decision_context(call, tender, policy, today), faults);
    if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));
    judge(tender, policy, call.rules());
}

Committed change_tender(const Call& call, const std::function<void(Current&, std::vector<domain::Fault>&)>& work) {
    return call.write([&](store::Connection& connection) {
        Current current = named_tender(call, connection);
        Draft draft;
        draft.before = current.tender;
        refuse_if_gone(current.tender, call.today());
        const std::int64_t revision = call.request().integer_or("revision", current.tender.revision);
        if (revision != current.tender.revision)
            refuse(domain::No::Conflict, "/revision", "tender.revision",
                   {{"value", std::to_string(revision)}, {"current", std::to_string(current.tender.revision)}});
        std::vector<domain::Fault> faults;
        work(current, faults);
        if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));
        ++current.tender.revision;
        judge(current.tender, current.policy.get(), call.rules());
        draft.object = "tender:" + current.tender.id;
        draft.object_id = current.id;
        draft.facts.tender = std::move(current.tender);
        draft.policy = std::move(current.policy);
        draft.texts = std::move(current.texts);
        return draft;
    });
}

std::vector<std::string> organisations_in(store::Connection& connection) {
    std::vector<std::string> all;
    store::Query query(connection, "organisations");
    while (query.step()) all.push_back(query.text(0));
    return all;
}

std::string answer_of(const Call& call, const Committed& committed) {
    const store::Entry& entry = committed.entry;
    return render::tender_answer(*entry.facts.tender,
                                 {call.rules(), committed.policy.get(), call.language(), entry.today, entry.seq});
}

}  // namespace mvoi::operations
