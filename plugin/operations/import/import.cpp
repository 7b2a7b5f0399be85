// SPDX-License-Identifier: EUPL-1.2
// register.import: rows of other lists become tenders, or contracts. Every row is an entry of its own; a row that was
// imported before and has not changed since does nothing; a row that is refused is named with its line and leaves
// nothing behind.
#include <Poco/SHA2Engine.h>

#include <chrono>
#include <fstream>
#include <memory>
#include <sstream>

#include "json/tender_json.hpp"
#include "json/text.hpp"
#include "operations/import/record.hpp"
#include "operations/table.hpp"
#include "operations/tender.hpp"
#include "render/sentences.hpp"

namespace mvoi::operations {
namespace {

using import::Result;
using import::Row;

// A batch holds the write lock: other writers get their turn in between.
constexpr auto batch_time = std::chrono::milliseconds(40);
constexpr int batch_rows = 2000;
constexpr std::int64_t default_listed = 1000;

class Importer {
  public:
    explicit Importer(const Call& call)
        : call_(call),
          listed_(call.request().integer_or("listRefused", default_listed)),
          contracts_(call.request().text_or("content") == "contracten"),
          schema_(json::schema(contracts_ ? "contract.sign.request" : "tender.start.request")) {
        summary_.format = call.request().text_or("format");
        open();
    }

    json::Value run() {
        for (bool more = true; more;) {
            // What a batch counts is kept only when the batch is; a batch that fails ends the import, and the batches
            // before it stay: importing again goes on where it stopped.
            call_.store().engine().write(call_.wait_ms(), call_.stop(),
                                         [&](store::Connection& connection) { more = batch(connection); });
        }
        // An import that brought nothing new establishes nothing: the same file again leaves the register as it was.
        if (summary_.added + summary_.changed == 0) return answer(summary_);
        const Committed committed = call_.write([&](store::Connection&) {
            Draft draft;
            draft.object = "register";
            draft.facts.import = summary_;
            return draft;
        });
        json::Value shown = answer(*committed.entry.facts.import);
        shown.add("entry", committed.entry.seq);
        return shown;
    }

  private:
    void open() {
        const json::Value& request = call_.request();
        const bool has_path = request.find("path") != nullptr, has_text = request.find("text") != nullptr;
        if (has_path == has_text) refuse(domain::No::Invalid, "/path", "import.path-or-text");
        if (has_text) {
            input_ = std::make_unique<std::istringstream>(request.text_or("text"));
        } else {
            input_ = std::make_unique<std::ifstream>(request.text_or("path"), std::ios::binary);
            if (!*input_) refuse(domain::No::NotFound, "/path", "import.no-file", {{"value", request.text_or("path")}});
        }
        if (contracts_ && summary_.format == "ted-jsonl")
            refuse(domain::No::Invalid, "/format", "import.contracts-format", {{"value", summary_.format}});
        if (summary_.format == "ted-jsonl") {
            rows_ = import::notices(*input_, request.text_or("organisation"));
            return;
        }
        import::ListOptions options;
        options.delimiter = summary_.format == "tsv" ? '\t' : '\0';
        options.windows_1252 = request.text_or("encoding") == "windows-1252";
        options.organisation = request.text_or("organisation");
        options.today = call_.today();
        read_texts("mapping", options.mapping);
        read_texts("defaults", options.defaults);
        rows_ = contracts_ ? import::contract_rows(*input_, options) : import::list_rows(*input_, options);
    }

    void read_texts(const char* name, std::map<std::string, std::string>& out) const {
        if (const json::Value* object = call_.request().find(name))
            for (const json::Member& member : *object->object()) out[member.name] = *member.value.text();
    }

    // Rows until the batch is full; false when there are no more.
    bool batch(store::Connection& connection) {
        const auto until = std::chrono::steady_clock::now() + batch_time;
        Row row;
        for (int count = 0; count < batch_rows && std::chrono::steady_clock::now() < until; ++count) {
            if (call_.stop().load()) throw store::StoreError(store::Trouble::Interrupted, "interrupted");
            row = Row{};
            if (!rows_->next(row)) return false;
            ++summary_.rows;
            take(connection, row);
        }
        return true;
    }

    void take(store::Connection& connection, Row& row) {
        try {
            if (row.faults.empty()) row.faults = json::check(schema_, row.request);
            if (!row.faults.empty()) throw domain::Refusal(domain::No::Invalid, row.faults);
            switch (contracts_ ? record_contract(call_, connection, row, digest_of(row)) : record(connection, row)) {
                case Result::Added:
                    ++summary_.added;
                    break;
                case Result::Changed:
                    ++summary_.changed;
                    break;
                case Result::Unchanged:
                    ++summary_.unchanged;
                    break;
            }
        } catch (const domain::Refusal& refusal) {
            ++summary_.refused;
            list(refused_, row, refusal.faults);
            return;
        }
        if (row.warnings.empty()) return;
        ++summary_.warned;
        list(warned_, row, row.warnings);
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
        {
            store::Query query(connection, "tender_source");
            if (query.with(tender.organisation).with(tender.reference).step()) {
                draft.object_id = query.integer(0);
                known_entry = query.integer(1);
                if (query.text(2) == tender.source_digest) return Result::Unchanged;
            }
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
            throw store::StoreError(store::Trouble::Storage, "the entry of a tender is gone");
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
        judge(tender, draft.policy.get(), draft.policy.get(), call_.rules(), row.started_on);
        establish(connection, std::move(draft), std::move(tender), row);
        return Result::Changed;
    }

    void establish(store::Connection& connection, Draft draft, domain::Tender tender, const Row& row) {
        json::Value request;
        request.add("format", summary_.format);
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

    void list(json::Value& rows, const Row& row, const std::vector<domain::Fault>& faults) const {
        if (static_cast<std::int64_t>(rows.list()->size()) >= listed_) return;
        json::Value& shown = rows.append({});
        shown.add("line", row.line);
        if (row.request.find("reference")) shown.add("reference", row.request.text_or("reference"));
        json::Value errors(json::List{});
        for (const domain::Fault& fault : faults) {
            render::Words words = fault.words;
            words["path"] = fault.path;
            json::Value& error = errors.append({});
            error.add("member", fault.path);
            error.add("rule", fault.rule);
            error.add("message", render::sentence(call_.language(), fault.rule, words));
        }
        shown.add("errors", std::move(errors));
    }

    json::Value answer(const json::ImportSummary& done) {
        json::Value answer;
        answer.add("rows", done.rows);
        answer.add("added", done.added);
        answer.add("changed", done.changed);
        answer.add("unchanged", done.unchanged);
        answer.add("refused", done.refused);
        answer.add("warned", done.warned);
        answer.add("refusedRows", std::move(refused_));
        answer.add("warnedRows", std::move(warned_));
        return answer;
    }

    const Call& call_;
    const std::int64_t listed_;
    const bool contracts_;
    const json::Schema& schema_;
    json::ImportSummary summary_;
    std::unique_ptr<std::istream> input_;
    std::unique_ptr<import::RowSource> rows_;
    json::Value refused_{json::List{}}, warned_{json::List{}};
};

}  // namespace

std::string register_import(const Call& call) {
    return json::write(Importer(call).run());
}

}  // namespace mvoi::operations
