// SPDX-License-Identifier: EUPL-1.2
// register.import: rows of other lists become tenders, or contracts, or observations (observations.cpp). Of the first
// two every row is an entry of its own; a row that was imported before and has not changed since does nothing; a row
// that is refused is named with its line and leaves nothing behind.
#include <chrono>
#include <memory>

#include "intake/notice/notices.hpp"
#include "json/requests/tender.hpp"
#include "json/text.hpp"
#include "operations/import/record.hpp"
#include "operations/table.hpp"
#include "operations/tender/tender.hpp"
#include "operations/uuid.hpp"
#include "store/tables/tenders.hpp"

namespace mvoi::operations {
namespace {

using import::Result;
using intake::Row;

constexpr int batch_rows = 2000;

class Importer {
  public:
    explicit Importer(const Call& call)
        : call_(call),
          report_(call),
          contracts_(call.request().text_or("content") == "contracten"),
          schema_(json::schema(contracts_ ? "contract.sign.request" : "tender.start.request")) {
        open();
    }

    json::Value run() {
        for (bool more = true; more;) {
            // A batch that fails ends the import and counts nothing; the batches before it stay: importing again goes
            // on where it stopped.
            call_.store().engine().write(call_.wait_ms(), call_.stop(),
                                         [&](store::Connection& connection) { more = batch(connection); });
        }
        return report_.finish();
    }

  private:
    void open() {
        const json::Value& request = call_.request();
        const std::string& format = report_.summary.format;
        input_ = import::open_input(call_);
        if (contracts_ && format == "ted-jsonl")
            refuse(domain::No::Invalid, "/format", "import.contracts-format", {{"value", format}});
        if (format == "ted-jsonl") {
            rows_ = intake::notices(*input_, request.text_or("organisation"));
            return;
        }
        const intake::ListOptions options = import::list_options(call_);
        rows_ = contracts_ ? intake::contract_rows(*input_, options) : intake::tender_rows(*input_, options);
    }

    // Rows until the batch is full; false when there are no more.
    bool batch(store::Connection& connection) {
        const auto until = std::chrono::steady_clock::now() + import::batch_time;
        Row row;
        for (int count = 0; count < batch_rows && std::chrono::steady_clock::now() < until; ++count) {
            if (call_.stop().load()) throw store::StoreError(store::Trouble::Interrupted, "interrupted");
            row = Row{};
            if (!rows_->next(row)) return false;
            ++report_.summary.rows;
            take(connection, row);
        }
        return true;
    }

    void take(store::Connection& connection, Row& row) {
        try {
            if (row.faults.empty()) row.faults = json::check(schema_, row.request);
            if (!row.faults.empty()) throw domain::Refusal(domain::No::Invalid, row.faults);
            report_.count(contracts_ ? import::record_contract(call_, connection, row, digest_of(row))
                                     : record(connection, row));
        } catch (const domain::Refusal& refusal) {
            return report_.refuse(row.line, row.request.text_or("reference"), refusal.faults);
        }
        if (!row.warnings.empty()) report_.warn(row.line, row.request.text_or("reference"), row.warnings);
    }

    Result record(store::Connection& connection, const Row& row) {
        domain::Tender tender;
        std::vector<domain::Fault> faults;
        json::apply_members(tender, row.request, call_.rules(), faults);
        tender.organisation = row.request.text_or("organisation");
        tender.reference = row.request.text_or("reference");
        tender.source = row.source;
        tender.phase = row.phase;
        tender.source_digest = digest_of(row);

        Draft draft;
        std::int64_t known_entry = 0;
        if (const auto known = store::tender_source(connection, tender.organisation, tender.reference)) {
            draft.object_id = known->place.id;
            known_entry = known->place.entry;
            if (known->digest == tender.source_digest) return Result::Unchanged;
        }
        if (known_entry) return update(connection, row, tender, std::move(draft), known_entry, std::move(faults));
        draft.policy = call_.store().policy_in_force(connection, tender.organisation, row.started_on);
        complete_new_tender(call_, tender, row.request, draft.policy.get(), row.started_on, std::move(faults));
        tender.id = new_uuid();
        establish(connection, std::move(draft), std::move(tender), row);
        return Result::Added;
    }

    // A row that changed at its source: what the row says is taken over, what was decided here stays.
    Result update(store::Connection& connection, const Row& row, const domain::Tender& read, Draft draft,
                  std::int64_t known_entry, std::vector<domain::Fault> faults) {
        auto entry = store::journal_entry(connection, known_entry);
        if (!entry || !entry->facts.tender)
            throw store::StoreError(store::Trouble::Damaged, "the entry of a tender is gone");
        domain::Tender tender = *entry->facts.tender;
        draft.before = tender;
        draft.texts = std::move(entry->texts);
        draft.policy = call_.store().policy_named(connection, tender.policy);
        json::apply_members(tender, row.request, call_.rules(), faults);
        if (!faults.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults));
        tender.source = read.source;
        tender.source_digest = read.source_digest;
        tender.phase = std::max(tender.phase, row.phase);
        ++tender.revision;
        judge(tender, draft.policy.get(), draft.policy.get(), call_.book(), row.started_on);
        establish(connection, std::move(draft), std::move(tender), row);
        return Result::Changed;
    }

    void establish(store::Connection& connection, Draft draft, domain::Tender tender, const Row& row) {
        json::Value request;
        request.add("format", report_.summary.format);
        request.add("line", row.line);
        draft.object = "tender:" + tender.id;
        draft.facts.tender = std::move(tender);
        call_.establish(connection, std::move(draft), request, row.started_on);
    }

    // The same list on another day is the same list: a day that the row does not name is no part of it.
    static std::string digest_of(const Row& row) {
        return store::sha256(json::write_canonical(row.request),
                             row.names_start ? domain::to_text(row.started_on) : std::string(),
                             std::to_string(static_cast<int>(row.phase)));
    }

    const Call& call_;
    import::Report report_;
    const bool contracts_;
    const json::Schema& schema_;
    std::unique_ptr<std::istream> input_;
    std::unique_ptr<intake::RowSource> rows_;
};

}  // namespace

std::string register_import(const Call& call) {
    if (call.request().text_or("content") == "waarnemingen") return json::write(import::import_observations(call));
    return json::write(Importer(call).run());
}

}  // namespace mvoi::operations
