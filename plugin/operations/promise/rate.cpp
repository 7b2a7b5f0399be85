// SPDX-License-Identifier: EUPL-1.2
// promise.rate: what somebody found of promises of one contract, on a day. All of it is put down, or nothing is.
// Another rating of the same promise and day is a correction: it counts, the journal keeps the one before, and the
// answer says so.
#include <set>

#include "domain/refusal.hpp"
#include "domain/words.hpp"
#include "json/facts/reading.hpp"
#include "operations/promise/promise.hpp"
#include "operations/table.hpp"
#include "render/answers/gate_view.hpp"

namespace mvoi::operations {
namespace {

using domain::Fault;
using domain::promise::Promise;
using domain::promise::RatingRecord;

class RatingRequest {
  public:
    RatingRequest(const Call& call, const domain::Contract& contract, const Records& records)
        : call_(call), contract_(contract), records_(records) {}

    RatingRecord run() {
        RatingRecord rated;
        rated.contract = contract_.id;
        const auto& given = call_.request().list_or_empty("ratings");
        for (std::size_t i = 0; i < given.size(); ++i)
            rated.found.push_back(found(given[i], "/ratings/" + std::to_string(i)));
        if (!faults_.empty()) throw domain::Refusal(domain::No::Invalid, std::move(faults_));
        return rated;
    }

  private:
    RatingRecord::PromiseRating found(const json::Value& given, const std::string& path) {
        RatingRecord::PromiseRating found;
        found.promise = json::int_of(given, "promise");
        found.rating.rating = given.text_or("rating");
        found.rating.text = given.text_or("text");
        found.rating.by = given.find("by") ? given.text_or("by") : call_.actor();
        found.rating.on = domain::parse_date(given.text_or("on")).value_or(call_.today());
        if (const Promise* promise = find_promise(contract_, found.promise, path + "/promise", faults_))
            check(found, *promise, path);
        return found;
    }

    void check(RatingRecord::PromiseRating& found, const Promise& promise, const std::string& path) {
        try {
            check_rating(found.rating, promise.from, call_.rules(), call_.today());
        } catch (const domain::Refusal& no) {
            for (Fault fault : no.faults) {
                fault.path.insert(0, path);
                faults_.push_back(std::move(fault));
            }
        }
        if (!seen_.insert({found.promise, found.rating.on}).second)
            faults_.push_back({path,
                               "rating.twice",
                               {{"promise", std::to_string(found.promise)}, {"on", domain::to_text(found.rating.on)}}});
        for (const RatedOn& each : records_.ratings(found.promise))
            if (each.on == found.rating.on) found.instead_of = each.rating;
    }

    const Call& call_;
    const domain::Contract& contract_;
    const Records& records_;
    std::set<std::pair<int, domain::Date>> seen_;
    std::vector<Fault> faults_;
};

// That a rating took the place of one of the same day.
std::vector<domain::Finding> corrections(const Call& call, const RatingRecord& rated) {
    std::vector<domain::Finding> findings;
    for (const RatingRecord::PromiseRating& each : rated.found)
        if (!each.instead_of.empty())
            findings.push_back({"rating-corrected",
                                domain::Severity::Information,
                                "",
                                {{"promise", std::to_string(each.promise)},
                                 {"on", domain::to_text(each.rating.on)},
                                 {"before", call.rules().label("ratings", each.instead_of, call.language())}},
                                ""});
    return findings;
}

std::string rating_answer(const Call& call, store::Connection& connection, const CurrentContract& current,
                          const Committed& committed) {
    const RatingRecord& done = *committed.entry.facts.rated;
    std::set<int> touched;
    for (const auto& each : done.found) touched.insert(each.promise);
    std::string text;
    json::Out out(text);
    out.object([&] {
        out.member("contract", current.contract.id);
        out.member("reference", current.contract.reference);
        out.member("entry", committed.entry.seq);
        out.member("rated", done.found.size());
        out.list("findings", corrections(call, done), [&](const domain::Finding& each) {
            render::write_finding(out, each, call.rules(), current.in_force.get(), call.language());
        });
        write_promises(out, call, connection, current, touched);
    });
    return text;
}

}  // namespace

std::string promise_rate(const Call& call) {
    return under_contract(
        call,
        [&](store::Connection& connection, CurrentContract& current, Draft& draft) {
            const Records records(call, connection, current.id, current.contract);
            draft.facts.rated = RatingRequest(call, current.contract, records).run();
        },
        rating_answer);
}

}  // namespace mvoi::operations
