// SPDX-License-Identifier: EUPL-1.2
// register.import of what was measured. Rows are taken a window at a time and put together by contract, so that a
// contract is read once and gets one entry, however the list is sorted. A row says anew what its source said about the
// same first day: the same does nothing, something else comes in its place. A refused row leaves nothing.
#include <algorithm>
#include <set>

#include "domain/promise/logbook.hpp"
#include "domain/words.hpp"
#include "intake/table/observations.hpp"
#include "operations/import/report.hpp"
#include "operations/promise/promise.hpp"

namespace mvoi::operations::import {
namespace {

using domain::promise::Logbook;
using domain::promise::Observation;
using domain::promise::ObservationRecord;
using domain::promise::Promise;
using intake::ObservationRow;
using intake::ObservationRows;

constexpr std::size_t window_rows = 65536;
constexpr std::size_t entry_rows = 4000;  // that one entry holds at most

// A contract, and what was observed under it, as they are at one moment of the register.
class Book {
  public:
    Book(const Call& call, store::Connection& connection, const std::string& organisation, const std::string& reference,
         std::int64_t begun)
        : current_(contract_by_reference(call, connection, organisation, reference)) {
        if (!current_)
            refuse(domain::No::NotFound, "/contract", "contract.not-found",
                   {{"value", organisation + " " + reference}});
        call.permit(current_->in_force.get());
        for (const Promise& promise : current_->contract.promises)
            logbooks_.try_emplace(promise.number, promise, call.book().units);
        store::each_observation(connection, current_->id, [&](const store::ObservationRow& row) {
            const auto logbook = logbooks_.find(row.promise);
            if (logbook == logbooks_.end()) return;
            logbook->second.know(row.observation);
            if (row.entry > begun) ours_.insert({row.promise, row.observation.source, row.observation.from});
        });
    }

    const CurrentContract& contract() const { return *current_; }

    // Adds what the row says to what is to be put down. Throws Refusal.
    Result take(const ObservationRow& row, domain::Date today, ObservationRecord& observed) {
        const int number = row.noted.promise;
        const auto found = logbooks_.find(number);
        if (found == logbooks_.end())
            refuse(domain::No::Invalid, "/promise", "observation.no-promise",
                   {{"value", std::to_string(number)}, {"accepted", numbers()}});
        Logbook& logbook = found->second;
        domain::promise::PromiseObservation noted = row.noted;
        Observation& seen = noted.observation;
        if (seen.unit.empty()) seen.unit = promise(number).unit;
        refuse_second(logbook, number, seen);
        const Logbook::Put put = logbook.put(seen, today);
        ours_.insert({number, seen.source, seen.from});
        if (put == Logbook::Put::Unchanged) return Result::Unchanged;
        if (put == Logbook::Put::Changed) observed.taken_back.push_back({noted.promise, seen.source, seen.from, {}});
        observed.noted.push_back(std::move(noted));
        return put == Logbook::Put::Changed ? Result::Changed : Result::Added;
    }

    // All that was observed under it, also what was taken last.
    store::Observations observed() const {
        store::Observations all;
        for (const auto& [number, logbook] : logbooks_) all.emplace(number, logbook.all());
        return all;
    }

  private:
    // Of two rows of one list that say something else about the same first day, nobody can tell which is right.
    void refuse_second(const Logbook& logbook, int number, const Observation& seen) const {
        const Observation* before = logbook.find(seen.source, seen.from);
        if (before && !(*before == seen) && ours_.contains({number, seen.source, seen.from}))
            refuse(domain::No::Conflict, "/from", "import.observation-twice",
                   {{"source", seen.source}, {"from", domain::to_text(seen.from)}, {"value", before->value.text()}});
    }

    const Promise& promise(int number) const {
        const auto& all = current_->contract.promises;
        return *std::find_if(all.begin(), all.end(), [&](const Promise& each) { return each.number == number; });
    }

    std::string numbers() const {
        return domain::joined_or_dash(logbooks_, [](const auto& each) { return each.first; });
    }

    std::optional<CurrentContract> current_;
    std::map<int, Logbook> logbooks_;                            // by number of the promise
    std::set<std::tuple<int, std::string, domain::Date>> ours_;  // that this import spoke about
};

class ObservationImport {
  public:
    explicit ObservationImport(const Call& call)
        : call_(call), report_(call), input_(open_input(call)), rows_(*input_, list_options(call)) {}

    json::Value run() {
        call_.actor();  // refused before anything is read
        while (read_window()) write_window();
        return report_.finish(rows_.account());
    }

  private:
    struct Key {
        std::string organisation, contract;
        auto operator<=>(const Key&) const = default;
    };

    bool read_window() {
        window_.clear();
        groups_.clear();
        ObservationRow row;
        std::pair<const Key, std::vector<std::size_t>>* group = nullptr;  // of the row before: lists are often sorted
        while (window_.size() < window_rows && rows_.next(row)) {
            ++report_.summary.rows;
            if (!row.row.faults.empty()) {
                report_.refuse(row.row.line, row.contract, row.row.faults);
            } else if (!row.blank) {
                if (!group || group->first.contract != row.contract || group->first.organisation != row.organisation)
                    group = &*groups_.try_emplace({row.organisation, row.contract}).first;
                group->second.push_back(window_.size());
                window_.push_back(std::move(row));
            }
        }
        return !window_.empty();
    }

    void write_window() {
        auto group = groups_.begin();
        std::size_t at = 0;
        while (group != groups_.end()) {
            if (call_.stop().load()) throw store::StoreError(store::Trouble::Interrupted, "interrupted");
            call_.store().engine().write(call_.wait_ms(), call_.stop(), [&](store::Connection& connection) {
                const auto until = std::chrono::steady_clock::now() + batch_time;
                keep_book(connection);
                while (group != groups_.end() && std::chrono::steady_clock::now() < until) {
                    at += take(connection, group->first, group->second, at);
                    if (at < group->second.size()) continue;
                    ++group;
                    at = 0;
                }
                head_ = store::journal_head(connection).seq;
            });
        }
    }

    // A contract that was read holds as long as nobody else wrote anything.
    void keep_book(store::Connection& connection) {
        const std::int64_t head = store::journal_head(connection).seq;
        if (!begun_) begun_ = head;
        if (head != head_) book_.reset();
    }

    // The next rows of one contract, from this one on; as many as one entry holds.
    std::size_t take(store::Connection& connection, const Key& key, const std::vector<std::size_t>& rows,
                     std::size_t from) {
        const std::size_t count = std::min(rows.size() - from, entry_rows);
        try {
            if (!book_ || key_ != key) book_.emplace(call_, connection, key.organisation, key.contract, *begun_);
            key_ = key;
        } catch (const domain::Refusal& no) {
            book_.reset();
            for (std::size_t i = from; i < from + count; ++i) refuse_row(window_[rows[i]], no);
            return count;
        }
        ObservationRecord observed;
        observed.contract = book_->contract().contract.id;
        for (std::size_t i = from; i < from + count; ++i) take(window_[rows[i]], observed);
        if (!observed.noted.empty()) establish(connection, std::move(observed));
        return count;
    }

    void take(const ObservationRow& row, ObservationRecord& observed) {
        try {
            report_.count(book_->take(row, call_.today(), observed));
        } catch (const domain::Refusal& no) {
            refuse_row(row, no);
        }
    }

    void refuse_row(const ObservationRow& row, const domain::Refusal& no) {
        std::vector<domain::Fault> faults;
        for (const domain::Fault& fault : no.faults) faults.push_back(rows_.in_list(fault));
        report_.refuse(row.row.line, row.contract, faults);
    }

    void establish(store::Connection& connection, ObservationRecord observed) {
        const CurrentContract& current = book_->contract();
        json::Value request;
        request.add("format", report_.summary.format);
        Draft draft;
        draft.object = "contract:" + current.contract.id;
        draft.object_id = current.id;
        draft.facts.observed = std::move(observed);
        draft.observed = book_->observed();
        draft.texts = current.texts;
        draft.about = {std::shared_ptr<const domain::Contract>(), &current.contract};  // the book outlives the draft
        call_.establish(connection, std::move(draft), request, call_.today());
    }

    const Call& call_;
    Report report_;
    std::unique_ptr<std::istream> input_;
    ObservationRows rows_;
    std::vector<ObservationRow> window_;
    std::map<Key, std::vector<std::size_t>> groups_;  // places in the window
    std::optional<std::int64_t> begun_;               // the last entry before this import
    std::int64_t head_ = -1;                          // the last entry when this import wrote last
    Key key_;
    std::optional<Book> book_;  // of the contract that was written last
};

}  // namespace

json::Value import_observations(const Call& call) {
    const std::string format = call.request().text_or("format");
    if (format == "ted-jsonl") refuse(domain::No::Invalid, "/format", "import.contracts-format", {{"value", format}});
    return ObservationImport(call).run();
}

}  // namespace mvoi::operations::import
