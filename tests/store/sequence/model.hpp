// SPDX-License-Identifier: EUPL-1.2
// Small pictures of a policy, a tender and a review, as far as the sequences judge by them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/date.hpp"
#include "json/value.hpp"

namespace mvoi::sequence {

using domain::Date;
using json::Value;
using Texts = std::vector<std::string>;

inline constexpr int of_one_register = 1000, between_checks = 250, living = 6;
inline constexpr int of_a_year = 12;  // months, the usual term of an explanation
inline const Texts organisations = {"gm0001", "gm0002", "gm0003"};
inline const Texts people = {"A. de Vries", "B. Jansen", "C. van den Berg", "D. Bakker", "E. Mol", "F. Ree", "G. Das"};
inline const Texts roles = {"opdrachtgever",    "budgethouder", "inkoopadviseur",    "contractmanager",
                            "categoriemanager", "jurist",       "beleidsmedewerker", "tenderboard",
                            "directie",         "bestuur"};
inline const Texts themes_known = {
    "milieu", "klimaat", "circulair", "ketenverantwoordelijkheid", "diversiteit-inclusie", "social-return"};
inline const Texts saying = {"De marktconsultatie van oktober leverde geen enkele aanbieder op.",
                             "De marktconsultatie van november leverde geen enkele aanbieder op.",
                             "De raad gaf voor dit jaar geen dekking voor de meerkosten.",
                             "Artikel 2.76 staat deze eis bij dit voorwerp niet toe.",
                             "Wij zitten tot volgend jaar vast aan de lopende raamovereenkomst."};
// Not among the texts of tenders: blacking out takes a text away wherever it stands in the same review.
inline const Texts judging = {"Het bestuur wil dit eerst zien.", "De toelichting overtuigt.",
                              "Vraag het volgend jaar opnieuw."};
inline const Texts proof_kinds = {"certificaat", "meetrapport", "factuur"};
inline const Texts empty_talk = {"n.v.t.", "nvt", "niet van toepassing", "xxx", "...", "geen"};

// One edition of a policy, as far as the model judges by it.
struct Edition {
    std::string id;
    Date from{2000, 1, 1};
    bool blocking = false;
    std::optional<std::int64_t> from_cents;
    std::string kind, procedure;  // the only one that is covered; empty: all
    int months = of_a_year;       // of the reason "wettelijk"
    std::map<std::string, std::string> permissions;
};

struct Theme {
    std::string state, reason, author;  // author and reason of an explanation, also of a deviation
    std::optional<Date> given;
    bool rough = false;  // not as a gate would have it
};

struct Tender {
    std::string uuid, organisation, reference, kind, procedure, phase, policy;
    std::int64_t id = 0, revision = 0;
    std::optional<std::int64_t> cents;
    bool provisional = false, withdrawn = false;
    Date lapses_on{9999, 12, 31};
    std::map<std::string, Theme> themes;
    bool passed = false;  // a gate that blocked what was undecided: from then on nothing is
    std::string review;   // the latest

    bool published() const {
        return std::set<std::string>{"publication", "evaluation", "award", "contract", "execution", "closed"}.count(
                   phase) > 0;
    }
    bool gone(Date today) const { return withdrawn || (provisional && lapses_on < today); }
};

struct Review {
    std::string uuid, tender, asked_by, state = "open", next, verdicts = "[]", page, page_key, dossier;
    std::int64_t revision = 1, entry = 0, conditions = 0;
    std::string hash;
    std::set<std::string> explained;  // who explained something away in what was frozen
    bool latest = true;
};

struct Said {  // under a requestId
    std::string operation, request, answer;
};

// A free text under a contract: where it stands in the journal.
struct PutDown {
    std::string contract;
    std::int64_t entry = 0;
    std::string member, text;
};

struct Outcome {
    bool good = false, stopped = false;
    bool unchanged = false;  // it asked for what already was
    Value answer;
    std::string text;
    std::set<std::string> rules;
    bool reopened = false;  // before what was asked, an explanation that had lapsed
};

// A decision on a theme as it was asked for.
struct Asked {
    std::string json, theme, state, reason, author;
    bool must_fail = false, rough = false;
};

// A milestone as it was last seen on the calendar.
struct Shown {
    std::int64_t sequence = -1;
    std::string date, status;
};

// Numbers of events, all registers together.
struct Counts {
    std::map<std::string, int> done, refused;
    int stopped = 0, passed = 0, repeated = 0, lapsed = 0, frozen_again = 0, finals = 0, verified = 0, own = 0,
        renewed = 0, planned = 0, items = 0, promised = 0, proven = 0, expiring = 0, rated = 0, realised = 0, tasks = 0,
        blacked_out = 0;
};

}  // namespace mvoi::sequence
