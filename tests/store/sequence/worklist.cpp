// SPDX-License-Identifier: EUPL-1.2
// The worklist of a month has, page by page, the ratings and evidence that the model expects in it: those that fall in
// the month, and those that should have been done before it and were not.
#include <algorithm>

#include "evidence_model.hpp"
#include "sequence.hpp"

namespace mvoi::sequence {

namespace {

using boost::gregorian::days;

constexpr int asked_after_end_days = 365;  // schema/rules/calendar-terms.json, werklijst-na-einde

struct Month {
    std::string name;
    Date first{2000, 1, 1}, last{2000, 1, 1};
};

Month month_of(Date day) {
    while (day.day() != 1) day -= days(1);
    Month month{domain::to_text(day).substr(0, 7), day, day};
    while ((month.last + days(1)).day() != 1) month.last += days(1);
    return month;
}

bool is_compared(const std::string& what) {
    return what == "belofte-beoordelen" || what == "bewijs-opvragen" || what == "bewijs-vernieuwen";
}

// Tasks, each as one line.
class Tasks {
  public:
    Tasks(const Month& month, Date today, std::string role) : month_(month), today_(today), role_(std::move(role)) {}

    void add(const Contract& contract) {
        const auto end = standing_of(contract, today_).end;
        if (end && (today_ - *end).days() > asked_after_end_days) return;
        for (const Promise& each : contract.promises) {
            if (const auto due = next_rated(each, end)) put(contract, *due, "belofte-beoordelen", each.number, 0);
            if (is_to_be_asked(each, contract, today_))
                put(contract, first_shown(each).first, "bewijs-opvragen", each.number, 0);
        }
        for (const Document& each : contract.documents)
            if (is_to_be_renewed(each, contract, today_))
                put(contract, *each.to, "bewijs-vernieuwen", each.promises.front(), each.number);
    }

    std::multiset<std::string> lines;

  private:
    void put(const Contract& contract, Date day, const std::string& what, int promise, int document) {
        const bool late = day < today_;
        if (day > month_.last || (day < month_.first && !late)) return;
        const auto checks = std::find_if(contract.promises.begin(), contract.promises.end(),
                                         [&](const Promise& each) { return each.number == promise; });
        if (!role_.empty() && checks->owner != role_) return;
        lines.insert(domain::to_text(day) + (late ? " late " : " ") + what + " " + contract.uuid + " " +
                     std::to_string(promise) + "/" + std::to_string(document) + " " + checks->owner);
    }

    const Month& month_;
    const Date today_;
    const std::string role_;
};

std::string line_of(const Value& item) {
    return item.text_or("day") + (item.boolean_or("overdue", false) ? " late " : " ") + item.text_or("what") + " " +
           item.text_or("contract") + " " + std::to_string(item.integer_or("promise", 0)) + "/" +
           std::to_string(item.integer_or("document", 0)) + " " + item.text_or("owner");
}

std::string first_apart(const std::multiset<std::string>& some, const std::multiset<std::string>& others) {
    for (const std::string& each : some)
        if (others.count(each) != some.count(each)) return each;
    return "-";
}

}  // namespace

void Sequence::check_worklist() {
    const std::string& organisation = any(organisations);
    const Month month = month_of(today_ + days(30 * (below(30) - 8)));
    const std::string role = dice(3) ? "jurist" : "";
    Tasks wanted(month, today_, role);
    for (const Contract& each : contracts_)
        if (each.organisation == organisation) wanted.add(each);
    const std::string request = "{\"organisation\":" + json_text(organisation) + ",\"month\":" + json_text(month.name) +
                                when() + (role.empty() ? "" : ",\"role\":" + json_text(role)) +
                                ",\"limit\":" + (dice(3) ? "7" : "1000");
    std::multiset<std::string> listed;
    std::string after, day;
    std::int64_t items = 0, late = 0;
    do {
        const Value list =
            read("worklist.list", request + (after.empty() ? "" : ",\"after\":" + json_text(after)) + "}");
        for (const Value& item : list.list_or_empty("items")) {
            ++items;
            if (item.boolean_or("overdue", false)) ++late;
            check(day <= item.text_or("day"), "the worklist does not go by day");
            day = item.text_or("day");
            if (is_compared(item.text_or("what"))) listed.insert(line_of(item));
        }
        after = list.text_or("next");
        if (after.empty())
            check(list.integer_or("total", -1) == items && list.integer_or("overdue", -1) == late,
                  "the worklist has other totals than items");
    } while (!after.empty());
    check(listed == wanted.lines, "the worklist of " + month.name + " on " + domain::to_text(today_) + " says " +
                                      first_apart(listed, wanted.lines) + ", the model " +
                                      first_apart(wanted.lines, listed));
    counts_.tasks += static_cast<int>(listed.size());
}

}  // namespace mvoi::sequence
