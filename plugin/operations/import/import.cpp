// SPDX-License-Identifier: EUPL-1.2
// register.import: rows of other lists become tenders, or contracts, or observations (observations.cpp). Of the first
// two every row is an entry of its own; a row that was imported before and has not changed since does nothing; a row
// that is refused is named with its line and leaves nothing behind.
#include <algorithm>
#include <chrono>
#include <memory>
#include <set>

#include "domain/cpv.hpp"
#include "intake/notice/notices.hpp"
#include "intake/table/one_row.hpp"
#include "json/text.hpp"
#include "operations/import/record.hpp"
#include "operations/table.hpp"
#include "store/tables/tenders.hpp"

namespace mvoi::operations {
namespace {

using import::Recorded;
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
        std::int64_t kept = 0;  // rows of the batches before
        for (bool more = true; more;) {
            // A batch that fails ends the import and counts nothing; the batches before it stay: importing again goes
            // on where it stopped.
            try {
                call_.store().engine().write(call_.wait_ms(), call_.stop(),
                                             [&](store::Connection& connection) { more = batch(connection); });
            } catch (store::StoreError& why) {
                say_how_far(why, kept);
                throw;
            }
            kept = report_.summary.added + report_.summary.changed + report_.summary.unchanged;
        }
        return report_.finish(rows_->account());
    }

  private:
    // Of an import that stops before its list is at an end: the rows that are in stay.
    static void say_how_far(store::StoreError& why, std::int64_t kept) {
        if (why.trouble == store::Trouble::Interrupted) why.rule = "import.interrupted";
        if (why.trouble == store::Trouble::Busy) why.rule = "import.busy";
        if (why.rule.starts_with("import.")) why.words = {{"value", std::to_string(kept)}};
    }

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
        rows_ = intake::one_row_each(
            contracts_ ? intake::contract_rows(*input_, options) : intake::tender_rows(*input_, options), contracts_);
    }

    // Rows until the batch is full; false when there are no more.
    bool batch(store::Connection& connection) {
        const auto until = std::chrono::steady_clock::now() + import::batch_time;
        Row row;
        for (int count = 0; count < batch_rows && std::chrono::steady_clock::now() < until; ++count) {
            if (call_.stop().load()) throw store::StoreError(store::Trouble::Interrupted, "interrupted");
            row = Row{};
            if (!rows_->next(row)) return false;
            report_.summary.rows += row.rows;
            take(connection, row);
        }
        return true;
    }

    // A list that does not know what the register does: it is not unknown there.
    static void say_what_stays(Row& row, const std::set<std::string>& stays) {
        if (stays.contains("noticeGiven"))
            std::erase_if(row.warnings, [](const domain::Fault& each) {
                return each.rule == "import.end-past" || each.rule == "import.notice-past";
            });
        for (domain::Fault& each : row.warnings) {
            const std::string part = each.rule.starts_with("import.end-") ? "end"
                                     : each.rule == "import.renewal-unsaid" || each.rule == "import.renewal-missing"
                                         ? "renewal"
                                         : "";
            if (stays.contains(part)) each.rule = "import." + part + "-stays";
        }
    }

    // A code that the register has never seen, while it has others, may be a slip of the pen.
    bool is_new_organisation(const Row& row) const {
        return row.source.empty() && !organisations_->empty() &&
               !std::binary_search(organisations_->begin(), organisations_->end(), row.request.text_or("organisation"));
    }

    // A CPV code of a division that does not exist is kept, and said here as it is at a gate.
    void look_at_codes(Row& row) const {
        if (!row.source.empty()) return;  // a notice has passed its own check
        for (const json::Value& each : row.request.list_or_empty("cpv")) {
            const std::string code = each.text() ? *each.text() : std::string();
            if (!domain::is_in_a_division(code, call_.rules()))
                row.warnings.push_back(
                    {intake::header_of_path("/cpv", rows_->account()), "import.cpv-unknown", {{"value", code}}});
        }
    }

    void take(store::Connection& connection, Row& row) {
        if (!organisations_) organisations_ = store::organisations(connection);
        try {
            check(row);
            if (row.repeats) {
                report_.count(Result::Unchanged, row.rows);
            } else {
                const Recorded recorded = record(connection, row);
                say_what_stays(row, recorded.stays);
                look_at_codes(row);
                if (recorded.result == Result::Added && is_new_organisation(row))
                    row.warnings.push_back(
                        {"", "import.organisation-new", {{"value", row.request.text_or("organisation")}}});
                if (!recorded.twins.empty())
                    row.warnings.push_back({"", "import.twin-tenders", {{"value", recorded.twins}}});
                report_.count(recorded.result, row.rows);
                report_.keep(row, recorded.kept, *rows_);
            }
        } catch (const domain::Refusal& refusal) {
            return report_.refuse(row, refusal.faults, *rows_);
        }
        if (!row.warnings.empty()) report_.warn(row);
    }

    // Everything that is wrong with the row, whoever finds it.
    void check(Row& row) const {
        const bool read = row.faults.empty();
        if (!read && !row.request.object()) throw domain::Refusal(domain::No::Invalid, row.faults);
        for (domain::Fault& fault : json::check(schema_, row.request)) {
            // A member that was not understood is not there: that was said.
            if (read || fault.rule != "json.required") row.faults.push_back(std::move(fault));
        }
        if (!read && contracts_)
            for (domain::Fault& fault : import::other_faults_of(row)) row.faults.push_back(std::move(fault));
        if (!row.faults.empty()) throw domain::Refusal(domain::No::Invalid, row.faults);
    }

    Recorded record(store::Connection& connection, const Row& row) const {
        const std::string digest = digest_of(row);
        if (contracts_) return import::record_contract(call_, connection, row, digest);
        return row.notice ? import::record_notice(call_, connection, row, digest)
                          : import::record_tender(call_, connection, row, digest);
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
    std::optional<std::vector<std::string>> organisations_;  // of the register, before the first row
    std::unique_ptr<std::istream> input_;
    std::unique_ptr<intake::RowSource> rows_;
};

}  // namespace

std::string register_import(const Call& call) {
    if (call.request().text_or("content") == "waarnemingen") return json::write(import::import_observations(call));
    return json::write(Importer(call).run());
}

}  // namespace mvoi::operations
