// SPDX-License-Identifier: EUPL-1.2
// Contracts: signing, what happens under them, and what renews itself. The register says what the model's walk through
// the days says, in the answers and on the calendar.
#include <algorithm>

#include "evidence_model.hpp"
#include "sequence.hpp"

namespace mvoi::sequence {

namespace {

std::string json_of(const Length& length) {
    return "{\"count\":" + std::to_string(length.count) + ",\"unit\":" + json_text(length.unit) + "}";
}

std::string term_of(const Contract& contract) {
    std::string term = "{\"start\":" + json_text(domain::to_text(contract.start));
    const auto number = [&](const char* name, int value) {
        if (value > 0) term += ",\"" + std::string(name) + "\":" + std::to_string(value);
    };
    if (contract.end) term += ",\"end\":" + json_text(domain::to_text(*contract.end));
    number("months", contract.months);
    number("minimumMonths", contract.minimum_months);
    number("renewalMonths", contract.renewal_months);
    number("maxRenewals", contract.max_renewals);
    term += ",\"renewal\":" + json_text(contract.renewal);
    if (contract.notice) term += ",\"notice\":" + json_of(*contract.notice);
    std::string options;
    for (const Option& option : contract.options)
        options += (options.empty() ? "" : ",") + ("{\"months\":" + std::to_string(option.months)) +
                   (option.notice ? ",\"notice\":" + json_of(*option.notice) : "") + "}";
    return term + ",\"options\":[" + options + "]}";
}

bool is_over(const Contract& contract, Date on) {
    const auto end = standing_of(contract, on).end;
    return end && on > *end;
}

bool brings_no_contradiction(const Contract& before, const Contract& after) {
    const auto old = contradictions(before), now = contradictions(after);
    return std::includes(old.begin(), old.end(), now.begin(), now.end());
}

// The day of the year on which a contract began, in a later year; the last of the month where that lacks it.
Date anniversary(const Contract& contract, const Value& item) {
    const auto year = static_cast<unsigned short>(item.integer_or("year", 0));
    const Date month = Date(year, contract.start.month(), 1).end_of_month();
    return Date(year, contract.start.month(), std::min(contract.start.day().as_number(), month.day().as_number()));
}

std::string day_at(const Value& answer, const char* pointer) {
    return text_at(answer, pointer);
}
std::string day_of(const std::optional<Date>& day) {
    return day ? domain::to_text(*day) : "";
}

}  // namespace

std::optional<Length> Sequence::any_length() {
    switch (below(4)) {
        case 0:
            return Length{below(90), "days"};
        case 1:
            return Length{1 + below(12), "weeks"};
        case 2:
            return Length{1 + below(6), "months"};
        default:
            return std::nullopt;
    }
}

// A term without faults: first terms are longer than any notice.
void Sequence::think_of_term(Contract& contract) {
    contract.start = today_ + boost::gregorian::days(below(900) - 700);
    contract.notice = any_length();
    if (dice(6)) {
        if (dice(2)) contract.minimum_months = 1 + below(24);
        return;
    }
    if (dice(2))
        contract.months = 12 + below(25);
    else
        contract.end = contract.start + boost::gregorian::days(400 + below(700));
    for (int left = below(4); left > 0; --left) contract.options.push_back({1 + below(14), "open", any_length()});
    contract.renewal = dice(5) ? "geen" : dice(3) ? "uitdrukkelijk" : "stilzwijgend";
    if (contract.renewal == "geen") return;
    contract.renewal_months = 1 + below(24);
    if (dice(3)) contract.max_renewals = 1 + below(3);
}

void Sequence::sign() {
    Contract contract;
    contract.organisation = any(organisations);
    contract.reference = "C" + std::to_string(++references_);
    think_of_term(contract);
    bool refused = false;
    if (dice(12) && !contracts_.empty()) {
        const Contract& there = any_of(contracts_);
        contract.organisation = there.organisation;
        contract.reference = there.reference;
        refused = true;
    }
    std::string about = ",\"title\":\"Werk\",\"kind\":\"dienst\",\"organisation\":" + json_text(contract.organisation);
    const Tender* tender = any_tender();
    if (!refused && tender && dice(3)) {
        static const std::set<std::string> awarded = {"award", "contract", "execution", "closed"};
        contract.organisation = tender->organisation;
        contract.tender = tender->uuid;
        about = ",\"tender\":" + json_text(tender->uuid);
        refused = tender->gone(today_) || awarded.count(tender->phase) == 0;
    }
    if (dice(2)) contract.supplier = dice(2) ? "Bakker" : "Slager";
    if (!contract.supplier.empty()) about += ",\"suppliers\":[{\"name\":" + json_text(contract.supplier) + "}]";
    std::string term = term_of(contract);
    const std::string promises = think_of_promises(contract) + think_of_social_return(contract);
    if (dice(12)) {  // an end before the start, or a renewal of no length
        refused = true;
        term = "{\"start\":" + json_text(domain::to_text(contract.start)) +
               (dice(2) ? R"(,"end":"2019-12-31"})" : R"(,"months":12,"renewal":"stilzwijgend"})");
    }
    const Outcome outcome =
        perform("contract.sign", "{\"reference\":" + json_text(contract.reference) + about + ",\"term\":" + term +
                                     promises + by(any(people), any(roles)) + "}");
    check(outcome.good == !refused, "contract.sign: " + join(outcome.rules));
    if (!outcome.good) return;
    contract.uuid = text_at(outcome.answer, "/contract");
    check(text_at(outcome.answer, "/organisation") == contract.organisation, "a contract of another organisation");
    settle_promises(contract, outcome.answer);
    contracts_.push_back(contract);
    check_course(contracts_.back(), outcome.answer);
}

// Something happened under a contract, or is taken back; perhaps out of order, or still to come.
void Sequence::happen(Contract& contract) {
    Contract after = contract;
    bool future = false;
    std::string more;
    Date on = today_ - boost::gregorian::days(dice(2) ? 0 : below(120));
    if (dice(15)) {
        on = today_ + boost::gregorian::days(1 + below(30));
        future = true;
    }
    const std::string when_it_was = "\"on\":" + json_text(domain::to_text(on));
    bool possible = true;
    switch (below(6)) {
        case 0:
        case 1: {
            const std::size_t number = static_cast<std::size_t>(below(static_cast<int>(after.options.size()) + 1));
            const std::string decision = dice(6) ? "open" : dice(4) ? "niet-gelicht" : "gelicht";
            possible = number < after.options.size();
            if (possible) after.options[number].decision = decision;
            if (possible) after.options[number].decided_on = decision == "open" ? std::nullopt : std::optional(on);
            if (decision == "open") future = false;
            more = ",\"optionDecided\":{\"number\":" + std::to_string(number + 1) +
                   ",\"decision\":" + json_text(decision) + "," + when_it_was + "}";
            break;
        }
        case 2:
            if (dice(3)) {
                after.notice_given.reset();
                future = false;
                more = ",\"noticeGiven\":null";
            } else {
                after.notice_given = on;
                more = ",\"noticeGiven\":{" + when_it_was + "}";
            }
            break;
        case 3:
            ++after.agreed;
            possible = !is_over(contract, on);
            more = ",\"renewalAgreed\":{" + when_it_was + "}";
            break;
        case 4:
            future = false;
            after.ended.reset();
            if (dice(3)) after.ended = on;
            more = after.ended ? ",\"ended\":{" + when_it_was + R"(,"reason":"In overleg."})" : ",\"ended\":null";
            break;
        default:
            future = false;
            more = ",\"title\":\"Ander werk " + std::to_string(below(9)) + '"';
    }
    const bool stale = dice(12);
    if (stale || dice(2)) more += ",\"revision\":" + std::to_string(contract.revision + (stale ? 1 : 0));
    const Outcome outcome = perform(
        "contract.change", "{\"contract\":" + json_text(contract.uuid) + more + by(any(people), any(roles)) + "}");
    const bool may = possible && !future && !stale && is_possible(after) && brings_no_contradiction(contract, after);
    check(outcome.good == may, "contract.change: " + join(outcome.rules));
    if (!outcome.good) return;
    if (!outcome.unchanged) ++after.revision;
    contract = after;
    check_course(contract, outcome.answer);
}

// A contract that renewed itself gets its entry, once, and nothing moves by that: it was counted so already.
void Sequence::renew() {
    const bool one = dice(2);
    const std::string organisation = any(organisations);
    const Outcome outcome =
        perform("contract.renew", "{\"today\":" + json_text(domain::to_text(today_)) +
                                      (one ? ",\"organisation\":" + json_text(organisation) : "") + "}");
    check(outcome.good, "contract.renew: " + join(outcome.rules));
    for (const Value& row : outcome.answer.list_or_empty("renewed")) {
        const auto found = std::find_if(contracts_.begin(), contracts_.end(),
                                        [&](const Contract& each) { return each.uuid == row.text_or("contract"); });
        check(found != contracts_.end() && (!one || found->organisation == organisation), "what was renewed?");
        check(!found->ended && found->renewal == "stilzwijgend", "something renewed itself that does not do so");
        check(row.integer_or("revision", 0) == ++found->revision, "the revision of a renewed contract");
        ++counts_.renewed;
    }
    for (const Contract& each : contracts_) check_contract(each);
}

void Sequence::check_contract(const Contract& contract) {
    check_course(contract, read("contract.get", "{\"contract\":" + json_text(contract.uuid) + when() + "}"));
}

void Sequence::check_course(const Contract& contract, const Value& shown) {
    const Standing now = standing_of(contract, today_);
    const auto same = [&](const char* pointer, const std::optional<Date>& wanted) {
        check(day_at(shown, pointer) == day_of(wanted), contract.reference + " gives " + pointer + " " +
                                                            day_at(shown, pointer) + ", the days say " +
                                                            day_of(wanted));
    };
    check(shown.integer_or("revision", 0) == contract.revision, "the revision of contract " + contract.reference);
    same("/course/end/date", now.end);
    same("/course/notice/date", now.notice);
    same("/course/renewBy/date", now.renew_by);
    same("/course/option/date", now.option_by);
    if (!contract.ended)
        check(text_at(shown, "/course/renewals") == std::to_string(now.renewals),
              "another number of renewals of " + contract.reference);
    for (const Value& each : shown.list_or_empty("milestones")) check_on_calendar(contract, now, each);
}

// A milestone that is still planned stands on the day that the model says.
void Sequence::check_on_calendar(const Contract& contract, const Standing& now, const Value& item) {
    if (item.text_or("status") != "planned") return;
    const std::string code = item.text_or("code");
    // The tender that is to follow: on which day is for the plan to say, but before the contract ends.
    if (code.starts_with("vervolg-"))
        return check(now.end && item.text_or("date") < day_of(now.end),
                     code + " of " + contract.reference + " stands on " + item.text_or("date") +
                         ", and the contract ends on " + day_of(now.end));
    if (code == "belofte-tonen") return check_promise(contract, item);
    if (code == "heroverweging")
        return check(!now.end && item.text_or("date") == domain::to_text(anniversary(contract, item)),
                     contract.reference + " is reconsidered on " + item.text_or("date"));
    if (code == "minimumduur")
        return check(contract.minimum_months > 0 && item.text_or("date") == domain::to_text(minimum_end(contract)),
                     "the minimum term of " + contract.reference + " ends on " + item.text_or("date"));
    const auto evaluated = now.option_by
                               ? std::optional(std::max(contract.start, *now.option_by - boost::gregorian::days(42)))
                               : std::nullopt;
    const auto wanted = code == "contracteinde" ? now.end
                        : code == "opzegging"   ? now.notice
                        : code == "verlenging"  ? now.renew_by
                        : code == "optie"       ? now.option_by
                        : code == "evaluatie"   ? evaluated
                                                : std::optional(contract.start);
    check(item.text_or("date") == day_of(wanted),
          code + " of " + contract.reference + " stands on " + item.text_or("date") + ", not on " + day_of(wanted));
}

// Everybody who looks at the calendar sees one day under one SEQUENCE, and a SEQUENCE that only grows.
void Sequence::check_calendar() {
    const Date from = today_ - boost::gregorian::days(1500), to = today_ + boost::gregorian::days(2500);
    const Value feed = read("calendar.feed", "{\"format\":\"json\",\"from\":" + json_text(domain::to_text(from)) +
                                                 ",\"to\":" + json_text(domain::to_text(to)) + when() + "}");
    const Value calendar = json::parse(feed.text_or("body"), 64);
    std::set<std::string> ends;
    std::set<std::pair<std::string, int>> expiring;
    for (const Value& item : calendar.list_or_empty("items")) {
        const std::string contract = item.text_or("contract"), code = item.text_or("code");
        Shown& shown =
            shown_[contract + item.text_or("tender") + item.text_or("review") + " " + code +
                   std::to_string(item.integer_or("promise", 0)) + "/" +
                   std::to_string(item.integer_or("document", 0)) + "/" + std::to_string(item.integer_or("year", 0))];
        const std::int64_t sequence = item.integer_or("sequence", -1);
        const std::string date = item.text_or("date");
        check(sequence >= shown.sequence, code + " of " + item.text_or("reference") + " went back in SEQUENCE");
        const std::string status = item.text_or("status");
        check(sequence > shown.sequence || status == shown.status,
              code + " of " + item.text_or("reference") + " shows two states under " + std::to_string(sequence));
        check(sequence > shown.sequence || date == shown.date, code + " of " + item.text_or("reference") + " shows " +
                                                                   shown.date + " and " + date + " under " +
                                                                   std::to_string(sequence));
        shown = {sequence, date, status};
        ++counts_.items;
        const auto found = std::find_if(contracts_.begin(), contracts_.end(),
                                        [&](const Contract& each) { return each.uuid == contract; });
        if (found == contracts_.end()) continue;
        if (code == "bewijs-vernieuwen") {
            check_expiring(*found, item);
            expiring.insert({contract, static_cast<int>(item.integer_or("document", 0))});
            continue;
        }
        check_on_calendar(*found, standing_of(*found, today_), item);
        if (code == "contracteinde" && item.text_or("status") != "cancelled") ends.insert(contract);
    }
    for (const Contract& each : contracts_) {
        const auto end = standing_of(each, today_).end;
        if (end && *end >= from && *end <= to)
            check(ends.count(each.uuid) > 0, "the end of " + each.reference + " is not on the calendar");
        for (const Document& document : each.documents)
            if (is_on_calendar(document, each, today_) && *document.to >= from && *document.to <= to)
                check(expiring.count({each.uuid, document.number}) > 0,
                      "document " + std::to_string(document.number) + " of " + each.reference +
                          " expires before the contract ends, and is not on the calendar");
    }
}

}  // namespace mvoi::sequence
