// SPDX-License-Identifier: EUPL-1.2
#include "json/key.hpp"
#include "json/requests/tender.hpp"
#include "operations/current/tender.hpp"
#include "operations/import/record.hpp"
#include "operations/tender/tender.hpp"
#include "operations/uuid.hpp"
#include "store/tables/tenders.hpp"

namespace mvoi::operations::import {
namespace {

using domain::Tender;
using intake::Row;

// A row that changed at its source: what the row says is taken over; what was decided here stays, and so does what was
// changed here since, unless the request asks to overwrite it.
Recorded update_tender(const Call& call, store::Connection& connection, const Row& row, const std::string& digest,
                       Current current) {
    const bool overwrite = call.request().boolean_or("overwrite", false);
    Tender tender = current.tender;
    std::vector<domain::Fault> faults;
    json::apply_members(tender, row.request, call.rules(), faults);
    if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));
    Recorded recorded{Result::Changed};
    if (!overwrite) recorded.kept = keep_changes(connection, current.id, current.tender, tender);
    tender.phase = std::max(tender.phase, row.phase);
    if (tender == current.tender) return {Result::Unchanged, std::move(recorded.kept)};
    tender.source = row.source;
    tender.source_digest = digest;
    establish_change(call, connection, std::move(current), std::move(tender), row);
    return recorded;
}

}  // namespace

Tender new_tender(const Call& call, const Row& row, Tender tender, Draft& draft, store::Connection& connection,
                  std::vector<domain::Fault> faults) {
    draft.policy = call.store().policy_in_force(connection, tender.organisation, row.started_on);
    complete_new_tender(call, tender, row.request, draft.policy.get(), row.started_on, std::move(faults));
    tender.id = new_uuid();
    return tender;
}

void establish_row(const Call& call, store::Connection& connection, Draft draft, Tender tender, const Row& row) {
    json::Value request;
    request.add("format", call.request().text_or("format"));
    request.add("line", row.line);
    draft.object = "tender:" + tender.id;
    draft.facts.tender = std::move(tender);
    call.establish(connection, std::move(draft), request, row.started_on);
}

void establish_change(const Call& call, store::Connection& connection, Current current, Tender tender, const Row& row) {
    Draft draft;
    draft.object_id = current.id;
    draft.texts = std::move(current.texts);
    draft.policy = std::move(current.policy);
    if (tender.plan && tender.plan->entry == 0) tender.plan->entry = current.entry;
    ++tender.revision;
    judge(tender, draft.policy.get(), draft.policy.get(), call.book(), row.started_on);
    draft.before = std::move(current.tender);
    establish_row(call, connection, std::move(draft), std::move(tender), row);
}

Recorded record_tender(const Call& call, store::Connection& connection, const Row& row, const std::string& digest) {
    Tender tender;
    tender.organisation = row.request.text_or("organisation");
    tender.reference = json::key_of(row.request.text_or("reference"));
    const bool overwrite = call.request().boolean_or("overwrite", false);
    // The same row again is told by its digest, without reading the tender.
    const auto known = store::tender_source(connection, tender.organisation, tender.reference);
    if (known && known->digest == digest && !overwrite) return {Result::Unchanged};
    if (auto there = tender_by_reference(call, connection, tender.organisation, tender.reference))
        return there->tender.source_digest == digest && !overwrite
                   ? Recorded{Result::Unchanged}
                   : update_tender(call, connection, row, digest, std::move(*there));
    std::vector<domain::Fault> faults;
    json::apply_members(tender, row.request, call.rules(), faults);
    tender.source = row.source;
    tender.phase = row.phase;
    tender.source_digest = digest;
    Draft draft;
    tender = new_tender(call, row, std::move(tender), draft, connection, std::move(faults));
    establish_row(call, connection, std::move(draft), std::move(tender), row);
    return {Result::Added};
}

}  // namespace mvoi::operations::import
