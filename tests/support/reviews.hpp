// SPDX-License-Identifier: EUPL-1.2
// Tenders that go before a board: their requests, the answers of reviewers, and what is read back of them.
#pragma once

#include "support/register.hpp"

namespace reviews {

using mvoi::json::Value;

inline const char* const board_policy = R"({"organisation":"gm0344","validFrom":"2026-01-01","ambition":2,
  "gateMode":"blokkerend","provisionalDays":30,
  "board":{"reviewers":["inkoopadviseur","tenderboard"],"firstMeeting":"2027-01-12","everyDays":14,"papersDays":7}})";
// Stops nothing and asks nobody; what a reason itself asks for stands.
inline const char* const plain_policy = R"({"organisation":"gm0344","validFrom":"2020-01-01","ambition":2})";

inline std::string applied(const std::string& theme, const std::string& criterion = "18.010") {
    return request({{"/theme", theme},
                    {"/state", "applied"},
                    {"/criteria/0/number", criterion},
                    {"/criteria/0/edition", "2020-12-10"},
                    {"/criteria/0/kind", "minimumeis"},
                    {"/criteria/0/legalForm", "technische-specificatie"},
                    {"/criteria/0/proof", "certificaat"}});
}

inline std::string explained(const std::string& reason, const std::string& text, const std::string& more = "",
                             const std::string& theme = "milieu") {
    return R"({"theme":")" + theme + R"(","state":"explained","explanation":{"reason":")" + reason + R"(","text":")" +
           text + '"' + more + "}}";
}

inline const std::string no_supply = "De marktconsultatie van oktober leverde geen enkele aanbieder op.";
inline const std::string signed_off = R"(,"author":"A. de Vries","role":"opdrachtgever")";

inline std::string named(const std::string& reference, const std::string& more = "",
                         const std::string& day = "2026-12-01") {
    return of_one(reference, day, more);
}

// A tender on which all is decided and motivated: only what is said about milieu, and a review, can stop it.
inline std::string ready(const std::string& reference, const std::string& milieu, const std::string& more = "",
                         const std::string& day = "2026-12-01") {
    std::string themes = milieu;
    for (const char* theme :
         {"klimaat", "circulair", "ketenverantwoordelijkheid", "diversiteit-inclusie", "social-return"})
        themes += "," + applied(theme);
    return named(
        reference,
        R"(,"title":"Schoonmaak","kind":"dienst","procedure":"openbaar","motives":{"procedure":"Ruime markt, veel )"
        R"(partijen.","undivided":"Een samenhangende dienst."},"estimatedValueCents":10000000,"themes":[)" +
            themes + "]" + more,
        day);
}

inline std::string by(const std::string& actor, const std::string& role) {
    return R"(,"actor":")" + actor + R"(","role":")" + role + '"';
}

inline std::string of(const std::string& review, const std::string& more, const std::string& day = "2026-12-02") {
    return request({{"/review", review}, {"/today", day}}, more);
}

inline std::string akkoord(const std::string& review, const std::string& who, const std::string& more = "") {
    return of(review, R"(,"verdict":"akkoord")" + who + more);
}

inline std::string ask(TestRegister& store, const std::string& reference, const std::string& day = "2026-12-01") {
    return text_at(store.call("review.ask", named(reference, by("C. Bos", "opdrachtgever"), day)), "/review");
}

inline void approve(TestRegister& store, const std::string& review) {
    store.call("review.answer", akkoord(review, by("D. Kok", "inkoopadviseur")));
    store.call("review.answer", akkoord(review, by("E. Mol", "tenderboard")));
}

// The rules that stopped a tender at its gate, and the gate as it was answered. Empty: it went through.
struct Stop {
    Rules rules;
    std::string gate;
};
inline Stop advance(TestRegister& store, const std::string& request) {
    try {
        store.call("tender.advance", request);
    } catch (const mvoi::domain::Refusal& no) {
        Stop stop;
        for (const auto& fault : no.faults) stop.rules.insert(fault.rule);
        stop.gate = no.gate;
        return stop;
    }
    return {};
}

inline const Value& theme_of(const Value& answer, const std::string& theme) {
    for (const Value& each : *answer.find("themes")->list())
        if (text_at(each, "/theme") == theme) return each;
    FAIL("no theme " << theme);
    return answer;
}

inline std::string state_of(TestRegister& store, const std::string& reference, const std::string& day,
                            const std::string& theme = "milieu") {
    const Value whole = store.call("tender.get", named(reference, "", day));
    const Value& one = theme_of(whole, theme);
    return text_at(one, "/state") + (one.find("reopened") ? " " + text_at(one, "/reopened/event") : "");
}

inline std::string revision_of(TestRegister& store, const std::string& reference,
                               const std::string& day = "2026-12-01") {
    return text_at(store.call("tender.get", named(reference, "", day)), "/revision");
}

inline std::int64_t entries(TestRegister& store) {
    return store.call("journal.verify", "{}").integer_or("entries", 0);
}

// The references on the agenda, in its order.
inline std::string agenda(TestRegister& store, const std::string& more = "", const std::string& day = "2026-12-03") {
    std::string line;
    const Value list = store.call("review.list", of_all(day, more));
    for (const Value& item : *list.find("items")->list()) line += text_at(item, "/reference") + " ";
    return line;
}

inline std::string drifts(const Value& review) {
    std::string line;
    for (const Value& each : *review.find("drift")->list())
        line += text_at(each, "/drift") + (*each.find("onAgenda")->boolean() ? "! " : " ");
    return line;
}

inline std::string drifts_of(TestRegister& store, const std::string& review) {
    const auto answer = store.call("review.dossier", R"({"review":")" + review + R"(","today":"2026-12-05"})");
    return drifts(*answer.find("review"));
}

// The earlier decisions that tender.decide names when this explanation is given.
inline Value precedents(TestRegister& store, const std::string& reference, const std::string& decision) {
    return store.call("tender.decide", named(reference, R"(,"themes":[)" + decision + "]"));
}

}  // namespace reviews
