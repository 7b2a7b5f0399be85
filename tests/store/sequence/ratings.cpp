// SPDX-License-Identifier: EUPL-1.2
// Ratings of promises: another one of the same day takes the place of the first, none is given of a day that is still
// to come, and a walk through the days finds the day by which the next one is due.
#include "sequence.hpp"

namespace mvoi::sequence {

namespace {

using boost::gregorian::days;

const Texts found = {"goed", "nadert-doel", "verbetering-nodig", "onvoldoende", "anders"};

}  // namespace

// A day on which it was rated before, a birthday of the promise, a day after its end, or any.
Date Sequence::any_rated_day(const Promise& promise) {
    if (!promise.rated.empty() && dice(4))
        return std::next(promise.rated.begin(), below(static_cast<int>(promise.rated.size())))->first;
    if (dice(3)) {
        const int years = std::max(1, today_.year() - promise.from.year() - below(2));
        return promise.from + boost::gregorian::years(years) + days(below(3) - 1);
    }
    if (dice(5)) return promise.to + days(below(3));
    if (dice(30)) return promise.from - days(1);
    return std::max(promise.from, today_ - days(below(dice(2) ? 3 : 300)));
}

// One or two ratings at once, all of it or nothing.
void Sequence::rate(Contract& contract) {
    Contract after = contract;
    std::set<std::pair<int, Date>> given;
    std::size_t corrected = 0;
    std::string text;
    bool good = true;
    for (int left = dice(3) ? 2 : 1; left > 0; --left) {
        Promise none;
        none.number = static_cast<int>(contract.promises.size()) + 1;
        none.from = none.to = today_;
        const bool is_there = !contract.promises.empty() && !dice(30);
        Promise& promise = is_there ? any_of(after.promises) : none;
        Date on = any_rated_day(promise);
        if (on > today_ && !dice(8)) on = today_;
        const std::string rating = dice(40) ? "prima" : any(found);
        const bool says = dice(3) || (rating == "anders" && !dice(5));
        good = good && is_there && promise.from <= on && on <= today_ && rating != "prima" &&
               (rating != "anders" || says) && given.insert({promise.number, on}).second;
        text += (text.empty() ? "" : ",") + ("{\"promise\":" + std::to_string(promise.number)) +
                ",\"rating\":" + json_text(rating) + (says ? ",\"text\":" + json_text(any(judging)) : "") +
                (on == today_ && dice(2) ? "" : ",\"on\":" + json_text(domain::to_text(on))) +
                (dice(2) ? ",\"by\":" + json_text(any(people)) : "") + "}";
        if (contract.promises.size() >= static_cast<std::size_t>(promise.number))
            corrected += contract.promises[static_cast<std::size_t>(promise.number) - 1].rated.count(on);
        promise.rated[on] = rating;
    }
    const Outcome outcome = perform("promise.rate", "{\"contract\":" + json_text(contract.uuid) + ",\"ratings\":[" +
                                                        text + "]" + by(any(people), any(roles)) + "}");
    check(outcome.good == good, "promise.rate: " + join(outcome.rules));
    if (!outcome.good) return;
    observed_ = true;
    contract = after;
    put_down_.push_back({contract.uuid, outcome.answer.integer_or("entry", 0),
                         "/facts/rated/found/0/" + std::string(dice(2) ? "text" : "by"), ""});
    const auto& findings = outcome.answer.list_or_empty("findings");
    check(findings.size() == corrected, "another number of ratings took the place of one before");
    for (const Value& each : findings) check(each.text_or("rule") == "rating-corrected", "what else was found?");
    for (const Value& each : outcome.answer.list_or_empty("promises")) check_recorded(contract, each);
    check_records(contract);
}

void Sequence::check_rated(const Contract& contract, const Promise& promise, const Value& shown) {
    const std::string which = "promise " + std::to_string(promise.number) + " of " + contract.reference;
    const bool rated = !promise.rated.empty();
    check(text_at(shown, "/rating/on") == (rated ? domain::to_text(promise.rated.rbegin()->first) : "") &&
              text_at(shown, "/rating/rating") == (rated ? promise.rated.rbegin()->second : ""),
          which + " was rated otherwise");
    const auto due = next_rated(promise, standing_of(contract, today_).end);
    check(shown.text_or("ratingDue") == (due ? domain::to_text(*due) : ""),
          which + " is to be rated by " + shown.text_or("ratingDue") + ", the days say " +
              (due ? domain::to_text(*due) : "no day"));
    ++counts_.rated;
}

// The promises of an organisation that are to be rated by some day.
void Sequence::check_ratings_due() {
    const std::string& organisation = any(organisations);
    const Date by_then = today_ + days(below(800) - 400);
    std::set<std::string> wanted, listed;
    for (const Contract& contract : contracts_)
        for (const Promise& each : contract.promises) {
            const auto due = next_rated(each, standing_of(contract, today_).end);
            if (contract.organisation == organisation && due && *due <= by_then)
                wanted.insert(contract.uuid + " " + std::to_string(each.number));
        }
    const Value list = read("promise.list", "{\"organisation\":" + json_text(organisation) + ",\"ratingDue\":" +
                                                json_text(domain::to_text(by_then)) + when() + ",\"limit\":1000}");
    for (const Value& item : list.list_or_empty("items"))
        check(listed.insert(item.text_or("contract") + " " + text_at(item, "/promise/number")).second,
              "a promise is listed twice");
    check(listed == wanted, "promise.list gives " + std::to_string(listed.size()) + " promises to be rated by " +
                                domain::to_text(by_then) + ", the model " + std::to_string(wanted.size()));
}

}  // namespace mvoi::sequence
