// SPDX-License-Identifier: EUPL-1.2
// Tenders: starting, deciding, changing, confirming. What was asked is what is answered; all else stays.
#include "sequence.hpp"
#include "support/days.hpp"

#include <algorithm>

namespace mvoi::sequence {

std::string Sequence::planning() {
    if (dice(3)) return "";
    return R"(,"planning":{"publication":")" + mvoi::domain::to_text(today_ + boost::gregorian::days(below(200))) +
           R"(","contractStart":")" + mvoi::domain::to_text(today_ + boost::gregorian::days(200 + below(300))) + "\"" +
           (dice(3) ? R"(,"option":")" + mvoi::domain::to_text(today_ + boost::gregorian::days(below(400))) + '"'
                    : "") +
           "}";
}

void Sequence::start() {
    Tender tender;
    tender.organisation = any(organisations);
    tender.reference = "T" + std::to_string(++references_);
    bool again = false;
    if (dice(15) && !tenders_.empty()) {  // the reference of one that is there: only when that is gone
        const Tender& there = *any_tender();
        tender.organisation = there.organisation;
        tender.reference = there.reference;
        const auto latest = std::find_if(tenders_.rbegin(), tenders_.rend(), [&](const Tender& each) {
            return each.organisation == there.organisation && each.reference == there.reference && !each.withdrawn;
        });
        again = latest != tenders_.rend() && !latest->gone(today_);
    }
    tender.kind = dice(4) ? "werk" : "dienst";
    tender.procedure = dice(8) ? "onbekend" : dice(3) ? "niet-openbaar" : "openbaar";
    if (!dice(6)) tender.cents = (1 + below(12)) * 1000000;
    tender.provisional = dice(6);
    std::vector<Asked> asked;
    const bool whole = dice(2);
    for (const std::string& theme : themes_known)
        if (whole || dice(2)) asked.push_back(decision(theme, whole));
    std::string request = "{\"organisation\":" + json_text(tender.organisation) +
                          ",\"reference\":" + json_text(tender.reference) + ",\"title\":\"Werk " +
                          std::to_string(below(9)) + "\",\"kind\":" + json_text(tender.kind) +
                          ",\"procedure\":" + json_text(tender.procedure) + ",\"ambition\":2" +
                          R"(,"motives":{"procedure":"Ruime markt.","undivided":"Een samenhangend geheel."})" +
                          planning() + ",\"themes\":" + list(asked);
    if (tender.cents) request += ",\"estimatedValueCents\":" + std::to_string(*tender.cents);
    if (dice(2)) request += R"(,"productGroup":"schoonmaak")";
    if (dice(2)) request += R"(,"cpv":["90910000"])";
    if (tender.provisional) request += ",\"provisional\":true";
    const Outcome outcome = perform("tender.start", request + by(any(people), any(roles)) + "}");
    if (must_fail(asked) || again) check(!outcome.good, "tender.start took what says nothing, or is there already");
    if (!outcome.good) return check(must_fail(asked) || again, "tender.start: " + join(outcome.rules));
    tender.uuid = text_at(outcome.answer, "/tender");
    tender.id = outcome.answer.integer_or("entry", 0);
    tender.policy = text_at(outcome.answer, "/policy");
    tender.phase = text_at(outcome.answer, "/phase");
    if (tender.provisional) tender.lapses_on = day(text_at(outcome.answer, "/lapsesOn"));
    for (const Value& theme : outcome.answer.list_or_empty("themes"))
        tender.themes[theme.text_or("theme")].state = "undecided";
    check(tender.themes.size() >= themes_known.size(), "a theme is missing");
    settle(tender, outcome, asked);
    tenders_.push_back(tender);
    check_tender(tenders_.back());
}

// The answer of an operation on a tender is what was asked; all else stays, but for explanations that lapsed.
void Sequence::settle(Tender& tender, const Outcome& outcome, const std::vector<Asked>& asked) {
    const std::int64_t revision = outcome.answer.integer_or("revision", 0);
    check(revision == tender.revision + (outcome.reopened ? 1 : 0) + (outcome.unchanged ? 0 : 1),
          "the revision did not grow by one");
    tender.revision = revision;
    settle_themes(tender, outcome.answer, asked);
}

void Sequence::settle_themes(Tender& tender, const Value& answer, const std::vector<Asked>& asked) {
    std::set<std::string> seen;
    for (const Value& each : answer.list_or_empty("themes")) {
        const std::string name = each.text_or("theme"), state = each.text_or("state");
        check(tender.themes.count(name) && seen.insert(name).second, "a theme came or stands twice: " + name);
        Theme& theme = tender.themes[name];
        const auto request =
            std::find_if(asked.begin(), asked.end(), [&](const Asked& one) { return one.theme == name; });
        if (request != asked.end()) {
            theme = {request->state, request->reason, request->author, {}, request->rough};
            if (!request->reason.empty()) theme.given = today_;
        }
        if (state == theme.state) continue;
        check(state == "undecided" && each.find("reopened") && theme.given && !tender.published() &&
                  tender.phase != "cancelled",
              "theme " + name + " went from " + theme.state + " to " + state);
        check(text_at(each, "/reopened/on") <= mvoi::domain::to_text(today_), "an explanation lapsed too early");
        check(text_at(each, "/reopened/reason") == theme.reason, "another explanation lapsed");
        ++counts_.lapsed;
        theme = {"undecided", "", "", {}, false};
    }
    check(seen.size() == tender.themes.size(), "a theme went");
}

// An operation on a tender, perhaps under a revision that nobody saw.
std::optional<Outcome> Sequence::on(Tender& tender, const std::string& operation, const std::string& more,
                                    const std::string& actor, const std::string& role) {
    std::string request = "{\"tender\":" + json_text(tender.uuid) + more + by(actor, role);
    const bool stale = dice(12);
    if (stale)
        request += ",\"revision\":" + std::to_string(tender.revision + (dice(2) ? 3 : tender.revision > 1 ? -1 : 1));
    else if (dice(2))
        request += ",\"revision\":" + std::to_string(tender.revision);
    Outcome outcome = perform(operation, request + "}");
    const bool may = permitted(tender.organisation, operation, role) && !stale && !tender.gone(today_);
    if (!may) {
        check(!outcome.good && !outcome.stopped, operation + " was not refused");
        return std::nullopt;
    }
    return outcome;
}

void Sequence::decide(Tender& tender, bool whole) {
    std::vector<Asked> asked;
    for (const auto& [name, theme] : tender.themes)
        if (whole ? theme.state == "undecided" || theme.rough || dice(12) : dice(4))
            asked.push_back(decision(name, whole));
    const auto outcome = on(tender, "tender.decide", ",\"themes\":" + list(asked), any(people), any(roles));
    if (!outcome) return;
    const bool closed = tender.published() || tender.phase == "cancelled";
    const bool opens =
        std::any_of(asked.begin(), asked.end(), [](const Asked& one) { return one.state == "undecided"; });
    const bool wrong = must_fail(asked) || (closed && opens);
    check(outcome->good == !wrong, "tender.decide: " + join(outcome->rules));
    if (!outcome->good) return;
    settle(tender, *outcome, asked);
    check_tender(tender);
}

void Sequence::change(Tender& tender) {
    Tender after = tender;
    std::string more;
    switch (below(6)) {
        case 0:
            more = ",\"title\":\"Ander werk " + std::to_string(below(9)) + '"';
            break;
        case 1:
            more = ",\"kind\":" + json_text(after.kind = dice(2) ? "werk" : "dienst");
            break;
        case 2:
            more = ",\"procedure\":" + json_text(after.procedure = dice(2) ? "openbaar" : "niet-openbaar");
            break;
        case 3:
            more = planning();
            break;
        case 4:
            more = dice(2) ? ",\"productGroup\":null" : ",\"productGroup\":\"schoonmaak\"";
            break;
        default:
            more = ",\"estimatedValueCents\":" + std::to_string(*(after.cents = (1 + below(12)) * 1000000));
    }
    const auto outcome = on(tender, "tender.change", more, any(people), any(roles));
    if (!outcome) return;
    check(outcome->good, "tender.change: " + join(outcome->rules));
    tender.kind = after.kind;
    tender.procedure = after.procedure;
    tender.cents = after.cents;
    settle(tender, *outcome, {});
    check_tender(tender);
}

void Sequence::confirm_or_withdraw(Tender& tender) {
    const bool withdraw = dice(3);
    const auto outcome = on(tender, withdraw ? "tender.withdraw" : "tender.confirm", "", any(people), any(roles));
    if (!outcome) return;
    check(outcome->good == tender.provisional, "confirming or withdrawing: " + join(outcome->rules));
    if (!outcome->good) return;
    tender.provisional = false;
    tender.withdrawn = withdraw;
    settle(tender, *outcome, {});
    check_tender(tender);
}

}  // namespace mvoi::sequence
