// SPDX-License-Identifier: EUPL-1.2
// Promises and what is observed of them: the day on which something is to be shown next stands on the calendar, found
// here by walking through the days, and its SEQUENCE only grows.
#include "sequence.hpp"
#include "support/days.hpp"

namespace mvoi::sequence {

using boost::gregorian::days;

// Promises for a contract that is about to be signed; those of a contract without an end say their own.
std::string Sequence::think_of_promises(Contract& contract) {
    std::string text;
    for (int left = below(3); left > 0; --left) {
        Promise promise;
        promise.number = static_cast<int>(contract.promises.size()) + 1;
        promise.checked = dice(3) ? "maand" : dice(2) ? "kwartaal" : "jaar";
        promise.report_days = below(40);
        if (dice(2)) promise.proof = any(proof_kinds);
        if (!dice(3)) promise.owner = dice(2) ? "jurist" : "contractmanager";
        text += (text.empty() ? "" : ",") +
                (R"({"theme":"klimaat","unit":"procent","target":"80","gather":"laatste","checked":")" +
                 promise.checked + R"(","reportWithinDays":)" + std::to_string(promise.report_days) +
                 (promise.proof.empty() ? "" : ",\"proofKind\":" + json_text(promise.proof)) +
                 (promise.owner.empty() ? "" : ",\"owner\":" + json_text(promise.owner)) +
                 (contract.indefinite() ? ",\"to\":" + json_text(domain::to_text(contract.start + days(600)))
                                        : std::string()) +
                 "}");
        contract.promises.push_back(std::move(promise));
    }
    return text.empty() ? text : ",\"promises\":[" + text + "]";
}

void Sequence::settle_promises(Contract& contract, const Value& answer) {
    for (std::size_t i = 0; i < contract.promises.size(); ++i) {
        const std::string at = "/promises/" + std::to_string(i);
        contract.promises[i].from = day(text_at(answer, at + "/from"));
        contract.promises[i].to = day(text_at(answer, at + "/to"));
    }
}

// A state on one day, of one source: that it was seen already is refused, and so is a day that is not the promise's.
void Sequence::observe(Contract& contract) {
    if (contract.promises.empty()) return;
    Promise& promise = any_of(contract.promises);
    Date day = promise.from + days(below(static_cast<int>((promise.to - promise.from).days()) + 1));
    if (day > today_ && !dice(8)) day = std::max(promise.from, today_ - days(below(60)));
    const bool back = !promise.seen.empty() && dice(5);
    std::string said;
    bool good = promise.from <= day && day <= promise.to && day <= today_ && !promise.seen.contains(day);
    if (back) {
        day = *promise.seen.begin();
        good = true;
        said = R"("takeBack":[{"promise":)" + std::to_string(promise.number) + R"(,"source":"bron","from":)" +
               json_text(domain::to_text(day)) + R"(,"reason":"Verkeerd overgenomen."}])";
    } else {
        said = R"("observations":[{"promise":)" + std::to_string(promise.number) +
               R"(,"source":"bron","value":"85","from":)" + json_text(domain::to_text(day)) +
               ",\"to\":" + json_text(domain::to_text(day)) + "}]";
    }
    const Outcome outcome = perform("promise.observe", "{\"contract\":" + json_text(contract.uuid) + "," + said +
                                                           by(any(people), any(roles)) + "}");
    check(outcome.good == good, "promise.observe: " + join(outcome.rules));
    if (!outcome.good) return;
    if (back)
        promise.seen.erase(day);
    else
        promise.seen.insert(day);
    observed_ = true;
}

// Observations and ratings hold a promise, and so does evidence that stands: only those without any can be dropped.
void Sequence::drop_promises(Contract& contract) {
    bool seen = false;
    for (const Promise& each : contract.promises) seen = seen || !each.seen.empty() || !each.rated.empty();
    for (const Document& each : contract.documents) seen = seen || !each.withdrawn;
    const Outcome outcome = perform("contract.change", "{\"contract\":" + json_text(contract.uuid) +
                                                           R"(,"promises":[])" + by(any(people), any(roles)) + "}");
    check(outcome.good == !seen, "contract.change of promises: " + join(outcome.rules));
    if (!outcome.good) return;
    if (!outcome.unchanged) ++contract.revision;
    contract.promises.clear();
}

void Sequence::check_promise(const Contract& contract, const Value& item) {
    if (item.text_or("status") != "planned") return;
    for (const Promise& each : contract.promises) {
        if (each.number != item.integer_or("promise", 0)) continue;
        const auto next = next_shown(each);
        check(next && item.text_or("date") == domain::to_text(next->first),
              "promise " + std::to_string(each.number) + " of " + contract.reference + " stands on " +
                  item.text_or("date") + ", not on " + (next ? domain::to_text(next->first) : "no day"));
        check(!contract.ended || next->second <= *contract.ended,
              "what was not over when " + contract.reference + " ended is still to be shown");
        ++counts_.promised;
        return;
    }
    check(false, "a promise of " + contract.reference + " that was dropped is still to be shown");
}

}  // namespace mvoi::sequence
