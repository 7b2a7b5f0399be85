// SPDX-License-Identifier: EUPL-1.2
// The things that are still to be shown under a contract, and the days by which: reports, proof that is asked and not
// there, values that are asked by instruments, and the rest of social return. Nothing is asked here that the contract
// does not ask.
#include <algorithm>

#include "domain/measure/contract_instruments.hpp"
#include "domain/promise/due.hpp"
#include "domain/promise/evidence.hpp"
#include "operations/contract/statement.hpp"

namespace mvoi::operations {
namespace {

using domain::measure::ContractInstrument;
using render::Statement;
using render::ToShow;

// Until a promise is over and everything was reported: the stretches of days that are over, or else the next ones.
void add_observations(const render::StatedPromise& stated, domain::Date today, std::vector<ToShow>& list) {
    const render::PromiseShown& shown = stated.shown;
    const auto& open = stated.open;
    if (!shown.due || open.empty()) return;
    const bool over = open.front().to <= today;
    auto last = open.begin();
    int stretches = 1;
    for (auto next = last + 1; over && next != open.end() && next->to <= today; last = next++)
        if (next->from != last->to + boost::gregorian::days(1)) ++stretches;
    list.push_back({"waarneming",
                    shown.promise.number,
                    shown.due,
                    !over            ? "statement.show-observation-later"
                    : stretches == 1 ? "statement.show-observation"
                                     : "statement.show-observation-more",
                    {{"promise", std::to_string(shown.promise.number)},
                     {"from", domain::to_text(open.front().from)},
                     {"to", domain::to_text(last->to)},
                     {"count", std::to_string(stretches)}}});
}

void add_proof(const render::PromiseShown& shown, domain::Date today, std::vector<ToShow>& list) {
    std::vector<domain::promise::Document> documents;
    for (const auto& each : shown.evidence) documents.push_back(each.document);
    const domain::Date first = first_check(shown.promise);
    if (!missing_proof(shown.promise, documents, std::max(today, first))) return;
    list.push_back({"bewijs",
                    shown.promise.number,
                    first,
                    "statement.show-proof",
                    {{"promise", std::to_string(shown.promise.number)}, {"kind", shown.promise.proof_kind}}});
}

bool is_shown(const std::vector<ContractInstrument>& held, const ContractInstrument& asked) {
    return std::any_of(held.begin(), held.end(), [&](const ContractInstrument& each) {
        return each.shown && each.value.instrument == asked.value.instrument &&
               (asked.supplier.empty() || each.supplier == asked.supplier);
    });
}

// Values asked by an instrument of which nothing was shown; one that was shown and falls short has findings.
void add_instruments(const Statement& statement, const domain::measure::InstrumentEditions& editions,
                     std::vector<ToShow>& list) {
    for (const ContractInstrument& each : statement.contract.instruments) {
        if (each.shown || is_shown(statement.contract.instruments, each)) continue;
        list.push_back(
            {"instrument",
             0,
             statement.contract.term.start,
             "statement.show-instrument",
             {{"instrument", each.value.instrument}, {"asked", domain::measure::name_of(each.value, editions)}}});
    }
    for (const domain::Finding& each : statement.about_instruments) {
        if (each.rule.starts_with("instrument-not-shown")) continue;
        list.push_back({"instrument", 0, std::nullopt, {}, {}, each});
    }
}

void add_social_return(const Statement& statement, std::vector<ToShow>& list) {
    if (!statement.account || statement.account->too_large) return;
    const auto& account = *statement.account;
    if (!account.obligation.owed) return;
    const std::optional<domain::Date> end =
        statement.course.end ? std::optional(statement.course.end->day) : std::nullopt;
    if (!account.statement.remaining_cents)
        return list.push_back({"social-return", 0, end, "statement.show-social-return-unknown", {}});
    if (*account.statement.remaining_cents <= 0) return;
    list.push_back({"social-return",
                    0,
                    end,
                    "statement.show-social-return",
                    {{"cents", std::to_string(*account.statement.remaining_cents)}}});
}

}  // namespace

std::vector<ToShow> still_to_show(const Statement& statement, const domain::RuleBook& book) {
    std::vector<ToShow> list;
    for (const render::StatedTheme& theme : statement.themes)
        for (const render::StatedPromise& each : theme.promises) {
            add_observations(each, statement.today, list);
            add_proof(each.shown, statement.today, list);
        }
    add_instruments(statement, book.instruments, list);
    add_social_return(statement, list);
    std::stable_sort(list.begin(), list.end(), [](const ToShow& a, const ToShow& b) {
        if (!a.by || !b.by) return a.by.has_value() && !b.by;
        return *a.by < *b.by;
    });
    return list;
}

}  // namespace mvoi::operations
