// SPDX-License-Identifier: EUPL-1.2
// Documents that are to prove promises: put down, changed, looked at, withdrawn. What stands, what is said of it and
// what is still missing is as the model has it, with the promises and on the calendar.
#include "evidence_model.hpp"

#include <algorithm>

#include "sequence.hpp"

namespace mvoi::sequence {

namespace {

using boost::gregorian::days;

std::string day_or_null(const std::optional<Date>& day) {
    return day ? json_text(domain::to_text(*day)) : "null";
}

// The rules of the findings at a pointer, each of them once.
std::multiset<std::string> rules_of(const Value& object) {
    std::multiset<std::string> rules;
    for (const Value& each : object.list_or_empty("findings")) rules.insert(each.text_or("rule"));
    return rules;
}

std::string words(const std::multiset<std::string>& rules) {
    std::string line;
    for (const std::string& each : rules) line += " " + each;
    return line.empty() ? " nothing" : line;
}

std::multiset<std::string> each_once(const std::set<std::string>& rules) {
    return {rules.begin(), rules.end()};
}

bool hangs(const Document& one, const Document& other) {
    return one.to == other.to && one.withdrawn == other.withdrawn;
}

}  // namespace

// One of a few, so that the same document comes back under other contracts; sometimes none at all. In capitals it is
// the same one.
std::string Sequence::any_fingerprint(std::string& meant) {
    static const std::string digits = "0123456789abcdef";
    meant.clear();
    const bool shared = dice(3);
    const char one = digits[static_cast<std::size_t>(below(6))];
    while (meant.size() < 64) meant += shared ? one : digits[static_cast<std::size_t>(below(16))];
    if (dice(60)) meant.back() = 'z';
    std::string given = meant;
    if (dice(6))
        for (char& each : given) each = static_cast<char>(std::toupper(each));
    return given;
}

// Often one on which something turns: the end of the contract or of a promise, the end of another document, today.
Date Sequence::any_last_day(const Contract& contract) {
    const auto end = standing_of(contract, today_).end;
    const days apart(below(3) - 1);
    if (end && dice(4)) return *end + apart;
    if (!contract.promises.empty() && dice(5)) return any_of(contract.promises).to + apart;
    if (!contract.documents.empty() && dice(4)) return any_of(contract.documents).to.value_or(today_);
    return dice(6) ? today_ + apart : today_ + days(below(900) - 100);
}

// The members of a document in a request: all of a new one, and a few of one that is there. `good`: it is possible.
std::string Sequence::think_of_document(const Contract& contract, Document& document, bool& good) {
    const bool is_new = document.number == 0;
    const auto says = [&](int sides) { return is_new ? sides == 0 || !dice(sides) : dice(4); };
    std::string text;
    const auto say = [&](const std::string& name, const std::string& value) {
        text += (text.empty() ? "" : ",") + json_text(name) + ":" + value;
    };
    if (says(0)) {
        document.promises.clear();
        std::string numbers;
        const int most = static_cast<int>(contract.promises.size());
        const int first = below(std::max(most, 1));
        for (int i = 0, count = dice(40) ? 0 : dice(2) ? 1 : std::min(most, 2); i < count; ++i) {
            document.promises.push_back(dice(60) || most == 0 ? most + 1 : dice(60) ? 1 : 1 + (first + i) % most);
            numbers += (numbers.empty() ? "" : ",") + std::to_string(document.promises.back());
        }
        say("promises", "[" + numbers + "]");
    }
    if (says(0)) say("sha256", json_text(any_fingerprint(document.sha256)));
    if (says(0)) say("kind", json_text(document.kind = dice(60) ? "praatje" : any(proof_kinds)));
    if (says(2)) {
        document.from.reset();
        if (!dice(4)) document.from = dice(4) ? contract.start + days(below(2)) : today_ + days(below(500) - 400);
        say("validFrom", day_or_null(document.from));
    }
    if (says(4)) {
        document.to.reset();
        if (!dice(5)) document.to = any_last_day(contract);
        say("validTo", day_or_null(document.to));
    }
    if (says(2)) say("verified", think_of_look(document, good));
    if (is_new ? dice(20) : dice(6)) {
        document.withdrawn = is_new || !dice(3);
        say("withdrawn", document.withdrawn ? json_text(any(judging)) : "null");
    }
    if (dice(4)) say("where", json_text("archief " + std::to_string(below(9))));
    good = good && is_possible(document, contract);
    return text;
}

// Somebody looked at it as it is now, or at another one, or nobody did; not on a day that is still to come.
std::string Sequence::think_of_look(Document& document, bool& good) {
    if (dice(6)) {
        document.seen.clear();
        return "null";
    }
    std::string text = "\"by\":" + json_text(any(people));
    document.seen = document.sha256;
    if (dice(5)) {
        text += ",\"sha256\":" + json_text(any_fingerprint(document.seen));
        good = good && document.seen.find('z') == std::string::npos;
    }
    if (dice(3)) {
        const int ahead = dice(12) ? 1 + below(9) : -below(90);
        good = good && ahead <= 0;
        text += ",\"on\":" + json_text(domain::to_text(today_ + days(ahead)));
    }
    return "{" + text + "}";
}

// One or two documents at once, all of it or nothing.
void Sequence::prove(Contract& contract) {
    Contract after = contract;
    std::vector<int> touched;
    std::string text;
    bool good = true;
    for (int left = dice(3) ? 2 : 1; left > 0; --left) {
        Document document;
        std::string number;
        if (!contract.documents.empty() && !dice(3)) {
            document = any_of(contract.documents);
            number = "\"number\":" + std::to_string(document.number);
            good = good && std::count(touched.begin(), touched.end(), document.number) == 0;
        } else if (dice(30)) {
            number = "\"number\":" + std::to_string(contract.documents.size() + 1);
            good = false;
        }
        const Document before = document;
        const std::string members = think_of_document(contract, document, good);
        text += (text.empty() ? "{" : ",{") + number + (number.empty() || members.empty() ? "" : ",") + members + "}";
        if (document.number == 0) {
            document.number = static_cast<int>(after.documents.size()) + 1;
            document.changed_on = today_;
            after.documents.push_back(document);
        } else {
            if (!hangs(before, document)) {
                ++document.changes;
                document.changed_on = today_;
            }
            after.documents[static_cast<std::size_t>(document.number) - 1] = document;
        }
        touched.push_back(document.number);
    }
    const Outcome outcome =
        perform("promise.evidence", "{\"contract\":" + json_text(contract.uuid) + ",\"documents\":[" + text + "]" +
                                        by(any(people), any(roles)) + "}");
    check(outcome.good == good, "promise.evidence: " + join(outcome.rules));
    if (!outcome.good) return;
    observed_ = true;
    contract = after;
    const std::string member = dice(3) ? "where" : dice(2) ? "withdrawn" : "verified/by";
    put_down_.push_back(
        {contract.uuid, outcome.answer.integer_or("entry", 0), "/facts/evidenced/documents/0/" + member, ""});
    const auto& answered = outcome.answer.list_or_empty("documents");
    check(answered.size() == touched.size(), "other documents were answered than were given");
    for (std::size_t i = 0; i < touched.size(); ++i)
        check_document(contract, contract.documents[static_cast<std::size_t>(touched[i]) - 1], answered[i]);
    for (const Value& each : outcome.answer.list_or_empty("promises")) check_recorded(contract, each);
    check_records(contract);
}

void Sequence::check_document(const Contract& contract, const Document& document, const Value& shown) {
    const std::string which = "document " + std::to_string(document.number) + " of " + contract.reference;
    check(shown.integer_or("number", 0) == document.number, which + " has another number");
    check(shown.text_or("sha256") == document.sha256 && shown.text_or("kind") == document.kind,
          which + " is another document");
    check(shown.text_or("validFrom") == (document.from ? domain::to_text(*document.from) : "") &&
              shown.text_or("validTo") == (document.to ? domain::to_text(*document.to) : ""),
          which + " is valid on other days");
    check(text_at(shown, "/verified/sha256") == document.seen, which + " was looked at otherwise");
    check((shown.find("withdrawn") != nullptr) == document.withdrawn, which + " was withdrawn, or was not");
    std::string numbers;
    for (const int each : document.promises) numbers += (numbers.empty() ? "" : ",") + std::to_string(each);
    check(text_at(shown, "/promises") == "[" + numbers + "]", which + " proves other promises");
    const auto said = rules_of(shown), wanted = each_once(said_of(document, contract, contracts_, today_));
    check(said == wanted, "of " + which + " is said" + words(said) + ", not" + words(wanted));
    ++counts_.proven;
}

// A promise with what was found of it and what is to prove it.
void Sequence::check_recorded(const Contract& contract, const Value& shown) {
    for (const Promise& promise : contract.promises) {
        if (promise.number != shown.integer_or("number", 0)) continue;
        const std::string which = "promise " + std::to_string(promise.number) + " of " + contract.reference;
        const auto& documents = shown.list_or_empty("evidence");
        std::size_t next = 0;
        for (const Document& each : contract.documents) {
            if (each.withdrawn) continue;
            if (std::count(each.promises.begin(), each.promises.end(), promise.number) == 0) continue;
            check(next < documents.size(), which + " misses a document");
            check_document(contract, each, documents[next++]);
        }
        check(next == documents.size(), which + " has a document that does not stand");
        std::set<std::string> wanted;
        if (lacks_proof(promise, contract, today_)) wanted.insert("evidence-missing");
        const auto due = next_rated(promise, standing_of(contract, today_).end);
        if (due && *due <= today_) wanted.insert("rating-due");
        check_rated(contract, promise, shown);
        const auto said = rules_of(shown);
        check(said == each_once(wanted), "of " + which + " is said" + words(said) + ", not" + words(each_once(wanted)));
        return;
    }
    fail("a promise of " + contract.reference + " that is not there");
}

void Sequence::check_records(const Contract& contract) {
    const Value list = read("promise.list", "{\"contract\":" + json_text(contract.uuid) + when() + "}");
    const auto& items = list.list_or_empty("items");
    check(items.size() == contract.promises.size(), "promise.list gives other promises of " + contract.reference);
    for (const Value& each : items) check_recorded(contract, *each.find("promise"));
}

// On its last day, as often changed as the model has it; called off once it was withdrawn.
void Sequence::check_expiring(const Contract& contract, const Value& item) {
    const auto number = static_cast<std::size_t>(item.integer_or("document", 0));
    const std::string which = "document " + std::to_string(number) + " of " + contract.reference;
    check(number >= 1 && number <= contract.documents.size(), which + " is on the calendar and was never put down");
    const Document& document = contract.documents[number - 1];
    check(is_on_calendar(document, contract, today_), which + " has nothing to do on the calendar");
    check(item.text_or("date") == domain::to_text(*document.to), which + " expires on another day");
    check(item.text_or("status") == (document.withdrawn ? "cancelled" : "planned"),
          which + " is to be renewed, or not");
    check(item.integer_or("sequence", -1) == document.changes, which + " changed another number of times");
    ++counts_.expiring;
}

}  // namespace mvoi::sequence
