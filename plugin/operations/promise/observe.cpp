// SPDX-License-Identifier: EUPL-1.2
// promise.observe: what was measured of the promises of one contract. All of it is put down, or nothing is. The journal
// entry holds the observations, and not the contract again: they change nothing of what was agreed.
#include <set>
#include <stdexcept>

#include "domain/contract/term.hpp"
#include "domain/promise/due.hpp"
#include "domain/promise/logbook.hpp"
#include "domain/refusal.hpp"
#include "domain/words.hpp"
#include "json/facts/form.hpp"
#include "operations/promise/promise.hpp"
#include "operations/table.hpp"

namespace mvoi::operations {
namespace {

using domain::Contract;
using domain::Fault;
using domain::promise::Observation;
using domain::promise::ObservationRecord;
using domain::promise::Promise;

class Observing {
  public:
    Observing(const Call& call, const Contract& contract, const Observations& observed)
        : call_(call), contract_(contract), logbooks_(logbooks_of(contract, observed, call.book().units)) {}

    ObservationRecord run() {
        ObservationRecord result;
        result.contract = contract_.id;
        const auto& back = call_.request().list_or_empty("takeBack");
        for (std::size_t i = 0; i < back.size(); ++i)
            result.taken_back.push_back(take_back(back[i], "/takeBack/" + std::to_string(i)));
        const auto& given = call_.request().list_or_empty("observations");
        for (std::size_t i = 0; i < given.size(); ++i)
            result.noted.push_back(note(given[i], "/observations/" + std::to_string(i)));
        if (back.empty() && given.empty()) faults_.push_back({"/observations", "observation.nothing", {}});
        if (faults_.empty()) find_too_large(call_, contract_, logbooks_, faults_);
        const bool conflict = conflicts_ == faults_.size();  // and nothing but
        if (!faults_.empty())
            throw domain::Refusal(conflict ? domain::No::Conflict : domain::No::Invalid, std::move(faults_));
        return result;
    }

  private:
    domain::promise::Withdrawal take_back(const json::Value& given, const std::string& path) {
        auto back = json::read_json<domain::promise::Withdrawal>(given);
        const auto logbook = logbooks_.find(back.promise);
        if (logbook == logbooks_.end() || !logbook->second.take_back(back.source, back.from))
            faults_.push_back({path,
                               "observation.not-there",
                               {{"promise", std::to_string(back.promise)},
                                {"source", back.source},
                                {"from", domain::to_text(back.from)}}});
        return back;
    }

    domain::promise::PromiseObservation note(const json::Value& given, const std::string& path) {
        const std::size_t wrong = faults_.size();
        auto noted = json::asked<domain::promise::PromiseObservation>(given, path, faults_);
        const Promise* of = find_promise(contract_, noted.promise, path + "/promise", faults_);
        if (!of || faults_.size() > wrong) return noted;
        Observation& seen = noted.observation;
        if (seen.unit.empty()) seen.unit = of->unit;
        try {
            logbooks_.at(of->number).note(seen, call_.today());
        } catch (const domain::Refusal& no) {
            if (no.kind == domain::No::Conflict) conflicts_ += no.faults.size();
            for (Fault fault : no.faults) {
                fault.path.insert(0, path);
                faults_.push_back(std::move(fault));
            }
        } catch (const std::overflow_error&) {
            faults_.push_back({path + "/value", "observation.too-large", {{"value", seen.value.text()}}});
        }
        return noted;
    }

    const Call& call_;
    const Contract& contract_;
    Logbooks logbooks_;
    std::vector<Fault> faults_;
    std::size_t conflicts_ = 0;
};

}  // namespace

Logbooks logbooks_of(const Contract& contract, const Observations& observed,
                     const domain::measure::UnitsOfMeasure& units) {
    Logbooks logbooks;
    for (const Promise& each : contract.promises) {
        auto& logbook = logbooks
                            .emplace(std::piecewise_construct, std::forward_as_tuple(each.number),
                                     std::forward_as_tuple(each, units))
                            .first->second;
        const auto before = observed.find(each.number);
        if (before == observed.end()) continue;
        for (const Observation& seen : before->second) logbook.know(seen);
    }
    return logbooks;
}

std::string observed_answer(const Call& call, store::Connection& connection, const CurrentContract& current,
                            const Committed& committed, const std::function<void(json::Out&)>& more) {
    const ObservationRecord& done = *committed.entry.facts.observed;
    std::set<int> touched;
    for (const auto& each : done.taken_back) touched.insert(each.promise);
    for (const auto& each : done.noted) touched.insert(each.promise);
    std::string text;
    json::Out out(text);
    out.object([&] {
        out.member("contract", current.contract.id);
        out.member("reference", current.contract.reference);
        out.member("entry", committed.entry.seq);
        out.member("noted", done.noted.size());
        out.member("takenBack", done.taken_back.size());
        if (more) more(out);
        write_promises(out, call, connection, current, touched);
    });
    return text;
}

void find_too_large(const Call& call, const Contract& contract, const Logbooks& logbooks, std::vector<Fault>& faults) {
    for (const Promise& each : contract.promises) try {
            standing_of(each, logbooks.at(each.number).all(), call.book().units, call.today());
        } catch (const std::overflow_error&) {
            faults.push_back(
                {"/observations", "observation.sum-too-large", {{"promise", std::to_string(each.number)}}});
        }
}

const Promise* find_promise(const Contract& contract, int number, const std::string& path, std::vector<Fault>& faults) {
    for (const Promise& each : contract.promises)
        if (each.number == number) return &each;
    faults.push_back({path,
                      "observation.no-promise",
                      {{"value", std::to_string(number)},
                       {"accepted", domain::joined_or_dash(contract.promises, &Promise::number)}}});
    return nullptr;
}

void write_promises(json::Out& out, const Call& call, store::Connection& connection, const CurrentContract& current,
                    const std::set<int>& which) {
    const Observations observed = observations_of(connection, current.id);
    Records records(call, connection, current.id, current.contract);
    std::vector<render::PromiseShown> shown;
    for (const Promise& each : current.contract.promises) {
        if (!which.contains(each.number)) continue;
        shown.push_back(shown_promise(call, current.contract, each, observed));
        records.complete(shown.back());
    }
    out.list("promises", shown, [&](const render::PromiseShown& each) {
        render::write_promise(out, each, call.today(), call.rules(), call.language());
    });
}

render::PromiseShown shown_promise(const Call& call, const Contract& contract, const Promise& promise,
                                   const Observations& observed) {
    const auto end = course_of(contract, call.today()).end;
    const boost::gregorian::days reporting(promise.report_within_days);
    const domain::Date on = end ? std::min(call.today(), end->day + reporting) : call.today();
    render::PromiseShown shown{promise, {}, {}};
    const auto found = observed.find(promise.number);
    const std::vector<Observation> none;
    const auto& own = found == observed.end() ? none : found->second;
    shown.due = next_due(promise, own, call.book().units, call.today());
    if (shown.due && end && end->day < *shown.due - reporting) shown.due.reset();  // of days that did not come
    try {
        shown.standing = standing_of(promise, own, call.book().units, on);
    } catch (const std::overflow_error&) {  // a forecast may be larger than anything that was put down
        shown.standing.steps = {{"standing.too-large", {}}, {"standing.niet-aangetoond", {}}};
    }
    return shown;
}

std::string promise_observe(const Call& call) {
    return under_contract(
        call,
        [&](store::Connection& connection, CurrentContract& current, Draft& draft) {
            draft.facts.observed = Observing(call, current.contract, observations_of(connection, current.id)).run();
        },
        [](const Call& asked, store::Connection& connection, const CurrentContract& current,
           const Committed& committed) { return observed_answer(asked, connection, current, committed); });
}

}  // namespace mvoi::operations
