// SPDX-License-Identifier: EUPL-1.2
// promise.count: rows that the purchasing system has anyway become observations, by the rules that the promises of the
// contract declare. What the same source said before about these days makes way, so that counting again after a
// correction is counting again, and counting the same changes nothing of what was measured.
#include <algorithm>
#include <stdexcept>

#include "domain/promise/counted_rows.hpp"
#include "operations/promise/promise.hpp"
#include "operations/table.hpp"

namespace mvoi::operations {
namespace {

using domain::Contract;
using domain::Date;
using domain::Fault;
using domain::promise::HostRow;
using domain::promise::ObservationRecord;
using domain::promise::Promise;

std::vector<HostRow> asked_rows(const json::Value& request, std::vector<Fault>& faults) {
    std::vector<HostRow> rows;
    const auto& given = request.list_or_empty("rows");
    for (std::size_t i = 0; i < given.size(); ++i) {
        HostRow row;
        row.on = domain::parse_date(given[i].text_or("on")).value();
        row.code = given[i].text_or("code");
        row.unit = given[i].text_or("unit");
        const std::string quantity = given[i].text_or("quantity");
        if (const auto read = domain::measure::parse_decimal(quantity))
            row.quantity = *read;
        else
            faults.push_back({"/rows/" + std::to_string(i) + "/quantity", "promise.number", {{"value", quantity}}});
        rows.push_back(std::move(row));
    }
    return rows;
}

class Counting {
  public:
    Counting(const Call& call, const Contract& contract, const Observations& observed)
        : call_(call),
          contract_(contract),
          logbooks_(logbooks_of(contract, observed, call.book().units)),
          source_(call.request().text_or("source")),
          from_(domain::parse_date(call.request().text_or("from")).value()),
          to_(domain::parse_date(call.request().text_or("to")).value()),
          rows_(asked_rows(call.request(), faults_)) {}

    ObservationRecord run() {
        refuse_days();
        ObservationRecord result;
        result.contract = contract_.id;
        std::string sources;
        bool any = false;
        for (const Promise& each : contract_.promises) {
            if (!each.rows) continue;
            sources += (sources.empty() ? "" : ", ") + each.rows->source;
            if (each.rows->source != source_) continue;
            any = true;
            count(each, result);
        }
        if (!any)
            faults_.push_back(
                {"/source", "rows.nobody-counts", {{"value", source_}, {"accepted", sources.empty() ? "-" : sources}}});
        if (faults_.empty()) find_too_large(call_, contract_, logbooks_, faults_);
        if (!faults_.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults_));
        return result;
    }

  private:
    void refuse_days() {
        std::map<std::string, std::string> words{{"from", domain::to_text(from_)}, {"to", domain::to_text(to_)}};
        if (to_ < from_) refuse(domain::No::Invalid, "/to", "observation.upside-down", words);
        words["accepted"] = domain::to_text(call_.today());
        if (to_ > call_.today()) refuse(domain::No::Invalid, "/to", "observation.future", words);
    }

    void count(const Promise& promise, ObservationRecord& result) {
        try {
            auto& logbook = logbooks_.at(promise.number);
            const auto windows = domain::promise::counted_windows(promise, rows_, from_, to_, call_.book().units);
            const auto before = logbook.within(source_, from_, to_);
            for (const auto& each : before) logbook.take_back(source_, each.from);
            for (const auto& each : windows) logbook.note(each.observation, call_.today());
            for (const auto& each : before)
                if (const auto* now = logbook.find(source_, each.from); !now || !(*now == each))
                    result.taken_back.push_back({promise.number, source_, each.from, {}});
            for (const auto& each : windows)
                if (std::find(before.begin(), before.end(), each.observation) == before.end())
                    result.noted.push_back({promise.number, each.observation, {}});
        } catch (const domain::Refusal& no) {
            for (Fault fault : no.faults) {
                const bool of_row = fault.rule.starts_with("rows.");
                fault.path.insert(0, of_row ? "/rows" : "");
                if (!of_row) fault.path = "/from";
                faults_.push_back(std::move(fault));
            }
        } catch (const std::overflow_error&) {
            faults_.push_back({"/rows", "observation.sum-too-large", {{"promise", std::to_string(promise.number)}}});
        }
    }

    const Call& call_;
    const Contract& contract_;
    Logbooks logbooks_;
    std::vector<Fault> faults_;
    const std::string source_;
    const Date from_, to_;
    const std::vector<HostRow> rows_;
};

// The number of rows that no promise counted: other articles, or days outside the promises.
std::size_t left_over(const Call& call, const Contract& contract) {
    std::vector<Fault> nothing;
    std::size_t left = 0;
    for (const HostRow& row : asked_rows(call.request(), nothing)) {
        bool counted = false;
        for (const Promise& each : contract.promises)
            counted = counted || (each.rows && each.rows->source == call.request().text_or("source") &&
                                  domain::promise::counts(*each.rows, row) && each.from <= row.on && row.on <= each.to);
        left += counted ? 0 : 1;
    }
    return left;
}

}  // namespace

std::string promise_count(const Call& call) {
    return under_contract(
        call,
        [&](store::Connection& connection, CurrentContract& current, Draft& draft) {
            draft.facts.observed = Counting(call, current.contract, observations_of(connection, current.id)).run();
        },
        [](const Call& asked, store::Connection& connection, const CurrentContract& current,
           const Committed& committed) {
            return observed_answer(asked, connection, current, committed,
                                   [&](json::Out& out) { out.member("rowsLeft", left_over(asked, current.contract)); });
        });
}

}  // namespace mvoi::operations
