// SPDX-License-Identifier: EUPL-1.2
// promise.evidence: documents that are to prove promises of one contract. The document itself stays where it is; its
// fingerprint is put down, and who looked at it. All of it is put down, or nothing is. A document that is named by its
// number keeps what the request leaves out, so that looking at it again is two members.
#include <set>

#include "domain/refusal.hpp"
#include "domain/words.hpp"
#include "json/requests/evidence.hpp"
#include "operations/promise/promise.hpp"
#include "operations/table.hpp"

namespace mvoi::operations {
namespace {

using domain::Fault;
using domain::to_text;
using domain::promise::Document;
using domain::promise::DocumentRecord;

class Evidencing {
  public:
    Evidencing(const Call& call, const domain::Contract& contract, Records& records, store::SealedTexts& texts)
        : call_(call), contract_(contract), records_(records), texts_(texts), actor_(call.actor()) {
        const auto numbers = records.documents();
        last_ = numbers.empty() ? 0 : numbers.back();
    }

    DocumentRecord run() {
        DocumentRecord evidenced;
        evidenced.contract = contract_.id;
        const auto& given = call_.request().list_or_empty("documents");
        for (std::size_t i = 0; i < given.size(); ++i) {
            const std::string path = "/documents/" + std::to_string(i);
            Document document = given[i].find("number") ? there(given[i], path) : Document{};
            if (document.number == 0 && given[i].find("number")) continue;  // there is no such document
            json::apply_members(document, given[i], actor_, call_.today());
            check(document, path);
            if (document.number == 0) document.number = ++last_;
            evidenced.documents.push_back(std::move(document));
        }
        if (!faults_.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults_));
        return evidenced;
    }

  private:
    Document there(const json::Value& given, const std::string& path) {
        const int number = static_cast<int>(given.integer_or("number", 0));
        const std::string value = std::to_string(number);
        const auto* found = records_.document(number);
        if (!found) {
            faults_.push_back({path + "/number",
                               "evidence.no-number",
                               {{"value", value}, {"accepted", domain::joined_or_dash(records_.documents())}}});
            return {};
        }
        if (!named_.insert(number).second) faults_.push_back({path + "/number", "evidence.twice", {{"value", value}}});
        const auto& texts = records_.texts_of(number);
        texts_.insert(texts.begin(), texts.end());
        return *found;
    }

    void check(const Document& document, const std::string& path) {
        promises(document, path);
        fingerprint(document.sha256, path + "/sha256");
        kind(document, path);
        if (document.valid_from && document.valid_to && *document.valid_to < *document.valid_from)
            faults_.push_back({path + "/validTo",
                               "evidence.upside-down",
                               {{"from", to_text(*document.valid_from)}, {"to", to_text(*document.valid_to)}}});
        if (document.verified) verification(document, path + "/verified");
    }

    void promises(const Document& document, const std::string& path) {
        if (document.promises.empty()) faults_.push_back({path + "/promises", "evidence.no-promises", {}});
        std::set<int> named;
        for (std::size_t i = 0; i < document.promises.size(); ++i) {
            const int each = document.promises[i];
            find_promise(contract_, each, path + "/promises/" + std::to_string(i), faults_);
            if (!named.insert(each).second)
                faults_.push_back({path + "/promises/" + std::to_string(i),
                                   "evidence.promise-twice",
                                   {{"value", std::to_string(each)}}});
        }
    }

    void fingerprint(const std::string& sha256, const std::string& path) {
        if (sha256.empty())
            faults_.push_back({path, "evidence.no-hash", {}});
        else if (!domain::promise::is_sha256(sha256))
            faults_.push_back({path, "evidence.hash", {{"value", sha256}}});
    }

    void kind(const Document& document, const std::string& path) {
        const auto* term = call_.rules().find("evidence-kinds", document.kind);
        if (term && term->in_force(call_.today())) return;
        const std::string accepted = domain::joined(call_.rules().vocabulary("evidence-kinds"), &domain::Term::code);
        faults_.push_back({path + "/kind",
                           document.kind.empty() ? "evidence.no-kind" : "evidence.kind",
                           {{"value", document.kind}, {"accepted", accepted}}});
    }

    void verification(const Document& document, const std::string& path) {
        const auto& verified = *document.verified;
        if (verified.on > call_.today())
            faults_.push_back({path + "/on",
                               "evidence.verified-in-future",
                               {{"value", to_text(verified.on)}, {"accepted", to_text(call_.today())}}});
        if (verified.sha256 != document.sha256) fingerprint(verified.sha256, path + "/sha256");
    }

    const Call& call_;
    const domain::Contract& contract_;
    Records& records_;
    store::SealedTexts& texts_;
    const std::string actor_;
    int last_ = 0;
    std::set<int> named_;
    std::vector<Fault> faults_;
};

std::string evidence_answer(const Call& call, store::Connection& connection, const CurrentContract& current,
                            const Committed& committed) {
    const DocumentRecord& done = *committed.entry.facts.evidenced;
    Records records(call, connection, current.id, current.contract);
    std::set<int> touched;
    for (const Document& each : done.documents) touched.insert(each.promises.begin(), each.promises.end());
    std::string text;
    json::Out out(text);
    out.object([&] {
        out.member("contract", current.contract.id);
        out.member("reference", current.contract.reference);
        out.member("entry", committed.entry.seq);
        out.list("documents", done.documents, [&](const Document& each) {
            render::write_document(out, *records.document_shown(each.number), call.rules(), call.language());
        });
        write_promises(out, call, connection, current, touched);
    });
    return text;
}

}  // namespace

std::string promise_evidence(const Call& call) {
    return under_contract(
        call,
        [&](store::Connection& connection, CurrentContract& current, Draft& draft) {
            draft.texts = std::move(current.texts);
            Records records(call, connection, current.id, current.contract);
            draft.facts.evidenced = Evidencing(call, current.contract, records, draft.texts).run();
        },
        evidence_answer);
}

}  // namespace mvoi::operations
