// SPDX-License-Identifier: EUPL-1.2
// The days by which something is to be shown of a promise, as calendars show them: one item for each promise, which
// moves on when something was observed. It follows from promise and observations alone, never from a day on which
// somebody looks: an entry of the contract or of its observations moves it, and an item that did not move keeps its
// SEQUENCE. An item is done when there is nothing more to show as the contract stands; cancelled when it was promised
// no longer, or is about days that the contract, which ended early, did not reach.
#include <algorithm>
#include <map>

#include "domain/contract/term.hpp"
#include "domain/phase.hpp"
#include "domain/promise/due.hpp"
#include "json/rules/rule_book.hpp"
#include "store/fold/parts.hpp"
#include "store/tables/observations.hpp"

namespace mvoi::store::folding {
namespace {

using domain::Contract;
using domain::Date;
using domain::MilestoneStatus;
using domain::to_text;
using domain::promise::Observation;

struct Check {
    std::string day;
    MilestoneStatus status = MilestoneStatus::Planned;
    int sequence = 0;
};

// Each observation was over when it was put down, so all of them count.
constexpr unsigned short beyond_every_year = 2199;

std::map<int, Check> shown_of(Connection& connection, std::int64_t contract) {
    std::map<int, Check> shown;
    Query query(connection, "promise_check_of_contract");
    query.with(contract);
    while (query.step())
        shown[static_cast<int>(query.integer(0))] = {
            query.text(1), domain::milestone_status_from(query.text(2)).value(), static_cast<int>(query.integer(3))};
    return shown;
}

// The promises of which something is still to be shown, by number, with the day.
std::map<int, std::string> wanted_of(const Contract& contract, const Observations& observed) {
    const std::vector<Observation> none;
    std::map<int, std::string> wanted;
    const auto end = course_of(contract, contract.as_of).end;
    for (const auto& promise : contract.promises) {
        const auto own = observed.find(promise.number);
        const auto due = next_due(promise, own == observed.end() ? none : own->second, json::rule_book().units,
                                  Date(beyond_every_year, 12, 31));
        if (!due) continue;
        if (end && end->day < *due - boost::gregorian::days(promise.report_within_days)) continue;
        wanted[promise.number] = to_text(*due);
    }
    return wanted;
}

bool is_promised(const Contract& contract, int number) {
    return std::any_of(contract.promises.begin(), contract.promises.end(),
                       [&](const auto& each) { return each.number == number; });
}

void put(Connection& connection, const Contract& contract, const Entry& entry, int number, const Check& check) {
    const std::string today = to_text(entry.today);
    Query(connection, "promise_check_delete").with(entry.object_id).with(number).run();
    Query(connection, "promise_check_put")
        .with(entry.object_id)
        .with(number)
        .with(contract.organisation)
        .with(check.day)
        .with(domain::code_of(check.status))
        .with(check.sequence)
        .with(today)
        .with(entry.at)
        .run();
}

}  // namespace

void put_checks(Connection& connection, const Contract& contract, const Observations* observed, const Entry& entry) {
    const auto shown = shown_of(connection, entry.object_id);
    if (contract.promises.empty() && shown.empty()) return;
    const auto wanted =
        observed ? wanted_of(contract, *observed) : wanted_of(contract, observations_of(connection, entry.object_id));
    for (const auto& [number, day] : wanted) {
        const auto before = shown.find(number);
        if (before == shown.end())
            put(connection, contract, entry, number, {day, MilestoneStatus::Planned, 0});
        else if (before->second.day != day || before->second.status != MilestoneStatus::Planned)
            put(connection, contract, entry, number, {day, MilestoneStatus::Planned, before->second.sequence + 1});
    }
    for (const auto& [number, before] : shown) {
        if (wanted.contains(number) || before.status != MilestoneStatus::Planned) continue;
        const bool off = contract.ended || !is_promised(contract, number);
        put(connection, contract, entry, number,
            {before.day, off ? MilestoneStatus::Cancelled : MilestoneStatus::Done, before.sequence + 1});
    }
}

}  // namespace mvoi::store::folding
