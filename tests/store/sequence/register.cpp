// SPDX-License-Identifier: EUPL-1.2
// Asking the register, and what that may do to its journal: a refusal nothing, a repeat nothing, all else one entry.
#include "sequence.hpp"

#include <cstdio>
#include <stdexcept>

#include "store/register.hpp"

namespace mvoi::sequence {

void Sequence::fail(const std::string& what) {
    std::printf("FAIL register %d, step %d: %s\n", number_, step_, what.c_str());
    std::printf("     last: %s %s\n", last_operation_.c_str(), last_request_.c_str());
    throw std::runtime_error("a promise was broken");
}

void Sequence::check(bool good, const std::string& what) {
    if (!good) fail(what);
}

Value Sequence::read(const std::string& operation, const std::string& request) {
    return mvoi::json::parse(
        mvoi::operations::perform(*mvoi::operations::find_operation(operation), caller_, mvoi::json::parse(request)),
        64);
}

std::int64_t Sequence::number(const std::string& sql) {
    std::int64_t value = 0;
    caller_.store->engine().read(stop_, [&](store::Connection& connection) { value = connection.number(sql); });
    return value;
}

store::Head Sequence::head() {
    store::Head head;
    caller_.store->engine().read(stop_, [&](store::Connection& c) { head = store::journal_head(c); });
    return head;
}

std::vector<store::Entry> Sequence::entries_after(std::int64_t seq) {
    std::vector<store::Entry> entries;
    caller_.store->engine().read(stop_, [&](store::Connection& connection) {
        store::journal_walk(connection, seq, 1000, std::nullopt,
                            [&](store::Entry&& entry) { entries.push_back(std::move(entry)); });
    });
    return entries;
}

// Does it, and checks what it did to the journal. A requestId is kept now and then, to be said again.
Outcome Sequence::perform(const std::string& operation, std::string request) {
    std::string request_id;
    if (dice(5) && operation != "tender.reopen" && operation != "contract.renew") {
        request_id = "r-" + std::to_string(step_) + "-" + std::to_string(below(1000000));
        request.insert(request.size() - 1, ",\"requestId\":" + json_text(request_id));
    }
    last_operation_ = operation;
    last_request_ = request;
    const store::Head before = head();
    Outcome outcome;
    try {
        outcome.text = mvoi::operations::perform(*mvoi::operations::find_operation(operation), caller_,
                                                 mvoi::json::parse(request));
        outcome.answer = mvoi::json::parse(outcome.text, 64);
        outcome.good = true;
        outcome.unchanged = outcome.answer.boolean_or("unchanged", false);
    } catch (const mvoi::domain::Refusal& no) {
        for (const auto& fault : no.faults) outcome.rules.insert(fault.rule);
        outcome.text = no.gate;
        outcome.stopped = !no.gate.empty();
    }
    check_entries(operation, before, outcome);
    // A request that left no trace, or whose tender may have gone since, may be made again.
    const bool lasting =
        outcome.good && !outcome.unchanged && request.find("\"provisional\":true") == std::string::npos;
    if (!request_id.empty() && lasting) said_.push_back({operation, request, outcome.text});
    ++(outcome.good ? counts_.done : counts_.refused)[operation];
    return outcome;
}

void Sequence::check_entries(const std::string& operation, const store::Head& before, Outcome& outcome) {
    const auto added = entries_after(before.seq);
    if (!outcome.good && !outcome.stopped) {
        check(added.empty() && head().hash == before.hash, "a refusal left something in the journal");
        return;
    }
    if (operation == "tender.reopen" || operation == "contract.renew") {
        for (const auto& entry : added)
            check(entry.operation == operation && entry.actor == "libmvoi", operation + " did something else");
        return;
    }
    if (outcome.unchanged) {
        check(added.size() < 2, "what changed nothing is in the journal");
        outcome.reopened = added.size() == 1;
        if (outcome.reopened) check(added.front().operation == "tender.reopen", "an entry of what changed nothing");
        return;
    }
    check(!added.empty() && added.back().operation == operation, "there is no entry of " + operation);
    const bool of_contract = operation == "contract.sign" || operation == "contract.change";
    if (of_contract) follow(added);
    outcome.reopened = !of_contract && added.size() > 1;
    check(of_contract || added.size() < 3, "not one entry, but " + std::to_string(added.size()));
    if (outcome.reopened)
        check(added.front().operation == "tender.reopen" && added.front().facts.tender, "an entry nobody asked for");
    const auto& gate = added.back().facts.gate;
    const bool blocked = gate && gate->passage == mvoi::domain::gates::Passage::Blocked;
    check(blocked == outcome.stopped, "the result of the entry is not what was answered");
    if (!outcome.stopped) return;
    ++counts_.stopped;
    check(operation == "tender.advance" && !added.back().facts.tender, "what was stopped changed a tender");
}

// A contract moves days of its tender, which gets an entry for it; before that, explanations that had lapsed.
void Sequence::follow(const std::vector<mvoi::store::Entry>& added) {
    check(added.size() < 4, "not one entry, but " + std::to_string(added.size()));
    for (std::size_t i = 0; i + 1 < added.size(); ++i) {
        check(added[i].facts.tender.has_value(), "an entry nobody asked for");
        const auto tender = std::find_if(tenders_.begin(), tenders_.end(),
                                         [&](const Tender& each) { return each.id == added[i].object_id; });
        check(tender != tenders_.end(), "an entry of an unknown tender");
        if (added[i].operation == "tender.reopen")
            take_over(*tender);
        else
            check(++tender->revision == added[i].facts.tender->revision, "the revision of a tender that follows");
    }
}

// Says again what was said under a requestId; or something else under it.
void Sequence::repeat() {
    if (said_.empty()) return;
    const Said said = said_[static_cast<std::size_t>(below(static_cast<int>(said_.size())))];
    const store::Head before = head();
    std::string request = said.request, answer;
    const bool other = dice(4);
    if (other) request.insert(request.size() - 1, ",\"origin\":\"elders\"");
    last_operation_ = "again " + said.operation;
    last_request_ = request;
    bool reused = false;
    try {
        answer = mvoi::operations::perform(*mvoi::operations::find_operation(said.operation), caller_,
                                           mvoi::json::parse(request));
    } catch (const mvoi::domain::Refusal& no) {
        answer = no.gate;
        reused = no.faults.front().rule == "request.reused";
    }
    ++counts_.repeated;
    check(head().hash == before.hash, "a repeated request acted twice");
    check(reused == other, other ? "another request was taken for the same" : "the same request was refused");
    // An answer with the standings of promises gives them as they are now.
    const bool stands =
        observed_ && (said.operation.starts_with("promise.") || said.operation.starts_with("contract."));
    if (!other && !redacted_ && !stands)
        check(answer == said.answer.substr(0, said.answer.size() - 1) + ",\"repeated\":true}",
              "a repeated request was answered otherwise: " + answer);
}

}  // namespace mvoi::sequence
