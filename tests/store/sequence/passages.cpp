// SPDX-License-Identifier: EUPL-1.2
// A tender through its phases and their gates, and explanations that lapse on the way.
#include "sequence.hpp"

#include <algorithm>

#include "domain/decision/decide.hpp"
#include "store/register.hpp"

namespace mvoi::sequence {

// True when tender.get names a theme that is undecided on this day, lapsed explanations among them.
bool Sequence::any_undecided(const Tender& tender) {
    const Value whole = read("tender.get", "{\"tender\":" + json_text(tender.uuid) + when() + "}");
    for (const Value& theme : whole.list_or_empty("themes"))
        if (theme.text_or("state") == "undecided") return true;
    return false;
}

void Sequence::advance(Tender& tender) {
    static const std::map<std::string, Texts> ways = {
        {"preparation", {"consultation", "review", "publication", "publication", "publication"}},
        {"consultation", {"preparation", "review", "publication", "publication"}},
        {"review", {"preparation", "publication", "publication"}},
        {"publication", {"evaluation"}},
        {"evaluation", {"award"}},
        {"award", {"contract"}},
        {"contract", {"execution"}},
        {"execution", {"closed"}}};
    const auto way = ways.find(tender.phase);
    std::string to = way == ways.end() || dice(12) ? "award" : any(way->second);
    if (dice(15)) to = "cancelled";
    // A contract that binds keeps its tender from being called off.
    const bool bound = std::any_of(contracts_.begin(), contracts_.end(),
                                   [&](const Contract& each) { return each.tender == tender.uuid && !each.ended; });
    const bool possible =
        way != ways.end() && ((to == "cancelled" && !bound) || std::count(way->second.begin(), way->second.end(), to));
    const Edition* edition = in_force(tender.organisation);
    // Nothing is promised in these contracts, and that stops a tender once one was signed from it.
    const bool promised = std::any_of(contracts_.begin(), contracts_.end(),
                                      [&](const Contract& each) { return each.tender == tender.uuid; });
    const bool guarded = edition && edition->blocking && covers(*edition, tender) &&
                         (to == "publication" || (to == "contract" && promised));
    const bool undecided = guarded && to == "publication" && any_undecided(tender);
    const auto outcome = on(tender, "tender.advance", ",\"to\":" + json_text(to) + R"(,"reason":"Omdat het zo is.")",
                            any(people), any(roles));
    if (!outcome) return;
    if (!possible) return check(!outcome->good && !outcome->stopped, "a phase was skipped");
    if (undecided) check(outcome->stopped, "a tender with an undecided theme passed a gate that blocks");
    if (outcome->stopped) {
        check(guarded, "stopped at a gate that does not block");
        if (outcome->reopened) take_over(tender);
        check_tender(tender);  // its revision too
        return;
    }
    check(outcome->good, "tender.advance: " + join(outcome->rules));
    const std::string from = tender.phase;
    if (outcome->reopened) settle_reopened(tender);
    tender.phase = to;
    Outcome settled = *outcome;
    settle(tender, settled, {});
    if (guarded && to == "publication") {
        tender.passed = true;
        ++counts_.passed;
        for (const auto& [name, theme] : tender.themes) check(theme.state != "undecided", name + " passed undecided");
    }
    check_tender(tender);
}

// The register as it is after a reopening by itself: one revision on, lapsed explanations undecided.
void Sequence::settle_reopened(Tender& tender) {
    const auto entries = entries_after(0);
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
        if (entry->object_id == tender.id && entry->operation == "tender.reopen") {
            Value answer, themes(mvoi::json::List{});
            for (const auto& decision : entry->facts.tender->decisions) {
                Value theme;
                theme.add("theme", decision.theme);
                theme.add("state", mvoi::domain::code_of(mvoi::domain::state_of(decision)));
                if (const auto* open = std::get_if<mvoi::domain::Undecided>(&decision.choice); open && open->reopened) {
                    Value& reopened = theme.add("reopened", {});
                    reopened.add("on", mvoi::domain::to_text(open->reopened->on));
                    reopened.add("reason", open->reopened->reason);
                }
                themes.append(std::move(theme));
            }
            answer.add("themes", std::move(themes));
            settle_themes(tender, answer, {});
            return;
        }
    fail("the entry of a reopening is gone");
}

void Sequence::take_over(Tender& tender) {
    settle_reopened(tender);
    ++tender.revision;
}

void Sequence::reopen() {
    const bool one = dice(2);
    const std::string organisation = any(organisations);
    const Outcome outcome =
        perform("tender.reopen", "{\"today\":" + json_text(mvoi::domain::to_text(today_)) +
                                     (one ? ",\"organisation\":" + json_text(organisation) : "") + "}");
    check(outcome.good, "tender.reopen: " + join(outcome.rules));
    for (const Value& row : outcome.answer.list_or_empty("reopened")) {
        const auto tender = std::find_if(tenders_.begin(), tenders_.end(),
                                         [&](const Tender& each) { return each.uuid == row.text_or("tender"); });
        check(tender != tenders_.end() && (!one || tender->organisation == organisation), "who was reopened?");
        take_over(*tender);
        check(row.integer_or("revision", 0) == tender->revision, "the revision of a reopened tender");
        check_tender(*tender);
    }
    // Nothing that has lapsed by now is left.
    for (std::size_t i = tenders_.size() - std::min<std::size_t>(living, tenders_.size()); i < tenders_.size(); ++i)
        if ((!one || tenders_[i].organisation == organisation) && !tenders_[i].withdrawn)
            check_tender(tenders_[i], true);
}

}  // namespace mvoi::sequence
