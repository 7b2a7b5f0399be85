// SPDX-License-Identifier: EUPL-1.2
// The promises of contract.sign and contract.change: each lies within the contract, can be held against what will be
// measured, and is numbered for as long as the contract lives. What was chosen at the start of the tender and does not
// come back is said, and journaled with the signature; it stops nobody.
#include <algorithm>
#include <set>

#include "domain/contract/term.hpp"
#include "domain/contract/thread.hpp"
#include "domain/decision/decide.hpp"
#include "domain/promise/counted_rows.hpp"
#include "domain/promise/logbook.hpp"
#include "domain/refusal.hpp"
#include "domain/words.hpp"
#include "json/facts/reading.hpp"
#include "json/requests/promise.hpp"
#include "operations/contract/promises.hpp"

namespace mvoi::operations {
namespace {

using domain::Contract;
using domain::Fault;
using domain::to_text;
using domain::promise::Promise;

// As they are read: 1, 10, 2.
struct AsText {
    bool operator()(int a, int b) const { return std::to_string(a) < std::to_string(b); }
};
using Numbers = std::set<int, AsText>;

class Promising {
  public:
    Promising(const Call& call, Contract& contract, const domain::Tender* tender, const domain::Policy* in_force,
              const Observations& observed, const std::set<int>& recorded, std::vector<Fault>& faults)
        : book_(call.book()),
          contract_(contract),
          course_(course_of(contract, call.today())),
          observed_(observed),
          recorded_(recorded),
          faults_(faults) {
        for (const std::string& theme : domain::themes_of(call.rules(), in_force, call.today())) themes_.insert(theme);
        if (tender)
            for (const domain::Decision& decision : tender->decisions) themes_.insert(decision.theme);
        usual_.from = contract.term.start;
        usual_.to = course_.end ? course_.end->day : contract.term.start;
    }

    void promises(const json::Value& request) {
        const std::vector<Promise> before = std::move(contract_.promises);
        contract_.promises.clear();
        Numbers open;
        for (const Promise& each : before) open.insert(each.number);
        const auto& given = request.list_or_empty("promises");
        for (std::size_t i = 0; i < given.size(); ++i) {
            const std::string path = "/promises/" + std::to_string(i);
            Promise promise = asked(given[i], path);
            promise.number = number(given[i], path, open);
            const auto same = std::find(before.begin(), before.end(), promise);
            if (same == before.end()) check(given[i], promise, path);
            contract_.promises.push_back(std::move(promise));
        }
        for (const int number : open)  // these are gone
            if (observed_.contains(number))
                faults_.push_back({"/promises", "promise.has-observations", {{"value", std::to_string(number)}}});
            else if (recorded_.contains(number))
                faults_.push_back({"/promises", "promise.has-records", {{"value", std::to_string(number)}}});
        std::sort(contract_.promises.begin(), contract_.promises.end(),
                  [](const Promise& a, const Promise& b) { return a.number < b.number; });
    }

    void offered(const json::Value& request) {
        contract_.offered.clear();
        const auto& given = request.list_or_empty("offered");
        for (std::size_t i = 0; i < given.size(); ++i) {
            const std::string path = "/offered/" + std::to_string(i) + "/promise";
            const json::Value& offer = *given[i].find("promise");
            Promise promise = asked(offer, path);
            hold_together(promise, path);
            std::optional<int> points;
            if (given[i].find("points")) points = static_cast<int>(given[i].integer_or("points", 0));
            contract_.offered.push_back({std::move(promise), points});
        }
    }

  private:
    Promise asked(const json::Value& given, const std::string& path) {
        Promise promise = json::asked_promise(given, usual_, path, faults_);
        if (!themes_.contains(promise.theme))
            faults_.push_back({path + "/theme",
                               "promise.theme-unknown",
                               {{"value", promise.theme}, {"accepted", domain::joined_or_dash(themes_)}}});
        return promise;
    }

    // A promise keeps the number it has; a new one gets the next.
    int number(const json::Value& given, const std::string& path, Numbers& open) {
        if (!given.find("number")) return ++contract_.last_promise;
        const int number = json::int_of(given, "number");
        if (!open.contains(number))
            faults_.push_back({path + "/number",
                               "promise.no-number",
                               {{"value", std::to_string(number)}, {"accepted", domain::joined_or_dash(open)}}});
        open.erase(number);
        return number;
    }

    void hold_together(const Promise& promise, const std::string& path) {
        try {
            domain::promise::check_promise(promise, book_.units);
            domain::promise::check_rows(promise, book_.units);
        } catch (const domain::Refusal& no) {
            for (Fault fault : no.faults) {
                fault.path.insert(0, path);
                faults_.push_back(std::move(fault));
            }
        }
    }

    // Earlier observations of a promise must be observations of the promise as it becomes, too.
    void hold_observed(const Promise& promise, const std::string& path) {
        const auto observed = observed_.find(promise.number);
        if (observed == observed_.end()) return;
        domain::promise::Logbook logbook(promise, book_.units);
        try {
            for (const auto& each : observed->second) logbook.note(each, each.to);
        } catch (const domain::Refusal& no) {
            for (Fault fault : no.faults) {
                fault.path = path;
                faults_.push_back(std::move(fault));
            }
        }
    }

    // A promise may run on with an option or a renewal, and not beyond the longest end.
    void check(const json::Value& given, const Promise& promise, const std::string& path) {
        hold_together(promise, path);
        hold_observed(promise, path);
        if (!given.find("to") && !course_.end) faults_.push_back({path + "/to", "promise.no-end", {}});
        const std::string start = to_text(contract_.term.start);
        if (promise.from < contract_.term.start)
            faults_.push_back(
                {path + "/from", "promise.before-contract", {{"value", to_text(promise.from)}, {"accepted", start}}});
        const auto& last = course_.longest_end ? course_.longest_end : course_.end;
        if (last && promise.to > last->day)
            faults_.push_back({path + "/to",
                               "promise.after-contract",
                               {{"value", to_text(promise.to)}, {"accepted", to_text(last->day)}}});
    }

    const domain::RuleBook& book_;
    Contract& contract_;
    const domain::contract::Course course_;
    const Observations& observed_;
    const std::set<int>& recorded_;
    std::vector<Fault>& faults_;
    std::set<std::string> themes_;
    Promise usual_;
};

}  // namespace

void set_promises(const Call& call, Contract& contract, const domain::Tender* tender, const domain::Policy* in_force,
                  const Observations& observed, const std::set<int>& recorded, std::vector<Fault>& faults) {
    const json::Value& request = call.request();
    if (!request.find("promises") && !request.find("offered")) return;
    Promising promising(call, contract, tender, in_force, observed, recorded, faults);
    if (request.find("promises")) promising.promises(request);
    if (request.find("offered")) promising.offered(request);
}

std::vector<domain::contract::ThreadRow> thread_rows(const Call& call, store::Connection& connection,
                                                     const Contract& contract, const domain::Tender* tender) {
    if (!tender && contract.offered.empty()) return {};
    const std::vector<domain::Decision> none;
    std::vector<domain::contract::Elsewhere> elsewhere;
    if (tender)
        for (const Contract& other : contracts_of(call, connection, tender->id))
            for (const Promise& each : other.promises)
                if (other.id != contract.id) elsewhere.push_back({each.theme, each.criterion});
    return domain::contract::thread_of({tender ? tender->decisions : none, contract.offered, contract.promises,
                                        call.book().units, call.rules(), contract.social_return.has_value(),
                                        std::move(elsewhere)});
}

std::vector<domain::Finding> promise_findings(const Call& call, store::Connection& connection, const Contract& contract,
                                              const domain::Tender* tender) {
    std::vector<domain::Finding> findings;
    for (const auto& row : thread_rows(call, connection, contract, tender))
        findings.insert(findings.end(), row.findings.begin(), row.findings.end());
    for (std::size_t i = 0; i < contract.promises.size(); ++i)
        for (domain::Finding& finding :
             domain::measure::kpi_findings(contract.promises[i], call.book().kpis, call.book().units)) {
            finding.member = "/promises/" + std::to_string(i) + finding.member;
            findings.push_back(std::move(finding));
        }
    return findings;
}

}  // namespace mvoi::operations
