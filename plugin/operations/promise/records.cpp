// SPDX-License-Identifier: EUPL-1.2
// Ratings and documents of the promises of one contract, from the tables; names and free texts from the journal, so
// that what was blacked out there is nowhere else.
#include <set>

#include "domain/contract/milestones.hpp"
#include "domain/promise/due.hpp"
#include "domain/promise/rating_due.hpp"
#include "operations/promise/promise.hpp"

namespace mvoi::operations {

using domain::promise::Document;
using domain::promise::Promise;
using domain::promise::Rating;

namespace {

// The names of a line as table contract has them.
void add_names(std::set<std::string>& names, const std::string& line) {
    for (std::size_t from = 0; from < line.size();) {
        const std::size_t to = std::min(line.find("; ", from), line.size());
        names.insert(line.substr(from, to - from));
        from = to + 2;
    }
}

}  // namespace

struct Records::LoadedEntry {
    json::Facts facts;
    store::SealedTexts texts;
};

Records::Records(const Call& call, store::Connection& connection, std::int64_t id, const domain::Contract& contract)
    : Records(call, connection, id, contract, store::records_of(connection, id)) {}

Records::Records(const Call& call, store::Connection& connection, std::int64_t id, const domain::Contract& contract,
                 store::ContractRecords records)
    : call_(call),
      connection_(connection),
      id_(id),
      contract_(contract),
      course_(course_of(contract, call.today())),
      records_(std::move(records)) {}

std::optional<domain::Date> Records::rating_due(const Promise& promise) const {
    std::vector<Rating> given;
    for (const RatedOn& each : ratings(promise.number)) given.push_back({each.on, "", each.rating, ""});
    const auto end = course_.end ? std::optional(course_.end->day) : std::nullopt;
    return domain::promise::rating_due(rated_term(promise, end), given,
                                       domain::promise::days_after_end(call_.rules(), call_.today()), call_.today());
}

const std::vector<RatedOn>& Records::ratings(int promise) const {
    static const auto* none = new std::vector<RatedOn>;
    const auto found = records_.ratings.find(promise);
    return found == records_.ratings.end() ? *none : found->second;
}

std::vector<Rating> Records::ratings_in_words(int promise) {
    std::vector<Rating> told;
    for (const RatedOn& each : ratings(promise))
        for (const auto& found : entry(each.entry).facts.rated->found)
            if (found.promise == promise && found.rating.on == each.on) told.push_back(found.rating);
    return told;
}

void Records::complete(render::PromiseShown& shown) {
    add_records(shown);
    for (render::DocumentShown& each : shown.evidence) each.findings = document_shown(each.document.number)->findings;
}

void Records::add_records(render::PromiseShown& shown) {
    const Promise& promise = shown.promise;
    const RatedOn* last = nullptr;
    for (const RatedOn& each : ratings(promise.number))
        if (each.on <= call_.today()) last = &each;
    if (last)
        for (const auto& found : entry(last->entry).facts.rated->found)
            if (found.promise == promise.number && found.rating.on == last->on) shown.rating = found.rating;
    shown.rating_due = rating_due(promise);
    std::vector<Document> documents;
    if (const auto proof = records_.proof.find(promise.number); proof != records_.proof.end())
        for (const int number : proof->second) {
            shown.evidence.push_back({*document(number)});
            documents.push_back(shown.evidence.back().document);
        }
    if (!shown.due && !shown.rating && documents.empty()) shown.due = domain::promise::delivery_due(promise);
    if (auto due = rating_finding(promise, shown.rating_due, call_.today())) shown.findings.push_back(std::move(*due));
    if (auto missing = missing_proof(promise, documents, call_.today())) shown.findings.push_back(std::move(*missing));
}

const Document* Records::document(int number) {
    const auto holder = records_.holders.find(number);
    if (holder == records_.holders.end()) return nullptr;
    for (const Document& each : entry(holder->second).facts.evidenced->documents)
        if (each.number == number) return &each;
    throw store::StoreError(store::Trouble::Damaged, "the entry of a document does not hold it");
}

const render::DocumentShown* Records::document_shown(int number) {
    const auto there = documents_.find(number);
    if (there != documents_.end()) return &there->second;
    const Document* found = document(number);
    if (!found) return nullptr;
    const auto holders = store::evidence_holders(connection_, contract_.organisation, {found->sha256});
    const auto same = holders.find(found->sha256);
    const std::vector<store::Holder> none;
    return &(documents_[number] = {*found, document_findings(call_, contract_, id_, *found,
                                                             same == holders.end() ? none : same->second)});
}

const store::SealedTexts& Records::texts_of(int number) {
    return entry(records_.holders.at(number)).texts;
}

std::vector<int> Records::documents() const {
    std::vector<int> numbers;
    for (const auto& [number, entry] : records_.holders) numbers.push_back(number);
    return numbers;
}

std::set<int> Records::recorded() {
    std::set<int> numbers;
    for (const domain::promise::Promise& promise : contract_.promises)
        if (records_.proof.contains(promise.number) || !ratings(promise.number).empty()) numbers.insert(promise.number);
    return numbers;
}

Records::LoadedEntry& Records::entry(std::int64_t seq) {
    auto& kept = entries_[seq];
    if (kept) return *kept;
    const auto along = records_.entries.find(seq);
    auto read = along == records_.entries.end() ? store::journal_entry(connection_, seq) : along->second.read();
    if (!read || (!read->facts.rated && !read->facts.evidenced))
        throw store::StoreError(store::Trouble::Damaged,
                                "the entry of a rating or a document is gone: " + std::to_string(seq));
    kept = std::make_shared<LoadedEntry>(LoadedEntry{std::move(read->facts), std::move(read->texts)});
    return *kept;
}

// Of other contracts their number and suppliers are in the tables.
std::vector<domain::Finding> document_findings(const Call& call, const domain::Contract& contract, std::int64_t id,
                                               const Document& document, const std::vector<store::Holder>& holders) {
    domain::promise::Serves own{contract.reference, {}, contract.term.start, std::nullopt};
    if (const auto end = course_of(contract, call.today()).end) own.to = end->day;
    for (const domain::Supplier& each : contract.suppliers) add_names(own.suppliers, each.name);
    std::vector<domain::promise::Evidence> evidence{{document, {own}}, {document, {}}};
    for (const store::Holder& each : holders) {
        if (each.contract == id) continue;
        domain::promise::Serves other{each.reference, {}, own.from, std::nullopt};
        add_names(other.suppliers, each.suppliers);
        evidence.back().serves.push_back(std::move(other));
    }
    std::vector<domain::Finding> findings;
    for (auto& each : domain::promise::findings_of(evidence, call.today())) {
        if (each.evidence.front() != 0) continue;  // a finding about the other contract
        each.finding.member = "/documents/0" + each.finding.member;
        findings.push_back(std::move(each.finding));
    }
    return findings;
}

std::vector<domain::Finding> record_findings(const std::vector<render::PromiseShown>& promises) {
    std::vector<domain::Finding> findings;
    std::set<int> told;
    for (const render::PromiseShown& promise : promises) {
        findings.insert(findings.end(), promise.findings.begin(), promise.findings.end());
        for (const render::DocumentShown& each : promise.evidence)
            if (told.insert(each.document.number).second)
                findings.insert(findings.end(), each.findings.begin(), each.findings.end());
    }
    return findings;
}

}  // namespace mvoi::operations
