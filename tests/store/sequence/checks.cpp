// SPDX-License-Identifier: EUPL-1.2
// Rules that the tables and the answers keep after any operation.
#include "sequence.hpp"

#include <algorithm>

#include "store/register.hpp"

namespace mvoi::sequence {

void Sequence::check_passed() {
    std::string ids;
    for (const Tender& tender : tenders_)
        if (tender.passed) ids += (ids.empty() ? "" : ",") + std::to_string(tender.id);
    check(number("SELECT count(*) FROM tender_theme WHERE state = 'undecided' AND tender IN (" + ids + ")") == 0,
          "a theme is undecided in a tender that passed its gate");
}

// On the agenda is what waits for an answer; never what is rejected, submitted again, published or called off.
void Sequence::check_agenda() {
    std::set<std::string> listed;
    for (const std::string& organisation : organisations) {
        const Value list =
            read("review.list", "{\"organisation\":" + json_text(organisation) + when() + ",\"limit\":1000}");
        for (const Value& item : list.list_or_empty("items")) listed.insert(item.text_or("review"));
    }
    for (const Review& review : reviews_) {
        const Tender& tender = *std::find_if(tenders_.begin(), tenders_.end(),
                                             [&](const Tender& each) { return each.uuid == review.tender; });
        const bool closed = tender.published() || tender.phase == "cancelled" || tender.withdrawn;
        const bool on = listed.count(review.uuid) > 0;
        check(!on || (review.latest && !closed && review.state != "afgewezen"),
              "what does not belong on the agenda is on it");
        check(on || !review.latest || closed || review.state != "open", "an open review is not on the agenda");
    }
}

// tender.get, tender.list and the table agree with the model, each theme in one state.
void Sequence::check_tender(const Tender& tender, bool nothing_lapsed) {
    const Value whole = read("tender.get", "{\"tender\":" + json_text(tender.uuid) + when() + "}");
    check(whole.integer_or("revision", 0) == tender.revision,
          "tender.get gives revision " + text_at(whole, "/revision") + " of " + tender.reference);
    check(text_at(whole, "/phase") == tender.phase, "tender.get gives phase " + text_at(whole, "/phase"));
    std::set<std::string> seen;
    for (const Value& each : whole.list_or_empty("themes")) {
        const std::string name = each.text_or("theme"), state = each.text_or("state");
        check(tender.themes.count(name) && seen.insert(name).second, "tender.get gives twice, or invents, " + name);
        const Theme& theme = tender.themes.at(name);
        check(state == "applied" || state == "explained" || state == "undecided", "a fourth state: " + state);
        if (tender.passed) check(state != "undecided", name + " is undecided after the gate");
        const bool lapsed = state != theme.state;
        if (lapsed)
            check(!nothing_lapsed && state == "undecided" && each.find("reopened") && theme.given &&
                      !tender.published() && tender.phase != "cancelled",
                  "tender.get gives " + state + " for " + name + ", which is " + theme.state);
        if (theme.state == "explained" && theme.reason == "wettelijk" && !tender.published() &&
            tender.phase != "cancelled") {
            const Edition* edition = edition_of(tender);
            const Date ends = *theme.given + boost::gregorian::months(edition ? edition->months : of_a_year);
            check(lapsed == (ends <= today_), name + " has lapsed when it should not, or has not when it should");
        }
    }
    check(seen.size() == tender.themes.size(), "tender.get misses a theme");
    check_rows(tender);
}

void Sequence::check_rows(const Tender& tender) {
    std::string same;
    for (const auto& [name, theme] : tender.themes)
        same += (same.empty() ? "" : " OR ") + ("theme = '" + name + "' AND state = '" + theme.state + "'");
    const std::string of = "(SELECT count(*) FROM tender_theme WHERE tender = " + std::to_string(tender.id);
    const auto wanted = static_cast<std::int64_t>(tender.themes.size());
    check(number("SELECT " + of + " AND (" + same + ")) * 1000 + " + of + ")") == wanted * 1001,
          "the table holds other states, or more of them, than the register gave");
    const char* registration = tender.withdrawn ? "withdrawn" : tender.gone(today_) ? "lapsed" : nullptr;
    const Value list =
        read("tender.list", "{\"organisation\":" + json_text(tender.organisation) +
                                ",\"text\":" + json_text(tender.reference) + when() +
                                (registration ? ",\"registration\":" + json_text(registration) : "") + "}");
    for (const Value& item : list.list_or_empty("items")) {
        if (item.text_or("tender") != tender.uuid) continue;
        check(item.integer_or("revision", 0) == tender.revision, "tender.list gives another revision");
        for (const auto& [name, theme] : tender.themes)
            check(item.find("themes")->text_or(name) == theme.state, "tender.list gives another state of " + name);
        check(item.find("themes")->object()->size() == tender.themes.size(), "tender.list gives other themes");
        return;
    }
    fail("tender.list misses " + tender.reference);
}

}  // namespace mvoi::sequence
