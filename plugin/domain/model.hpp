// SPDX-License-Identifier: EUPL-1.2
// Every type of the register, in one place.
//
//     Policy (an organisation's adopted edition) ──defaults──┐
//                                                            ▼
//     Tender (aanbesteding) 1 ──── n Lot (perceel)      Decision: exactly one per theme (thema)
//        │  phase, value, procedure, people                  │
//        │                                                   ├─ Applied    level 1-3, criteria (toegepast)
//        │                                                   ├─ Explained  reason, text, author (uitgelegd: "n.v.t.")
//        │                                                   └─ Undecided  since a date (onbeslist)
//        ├──── n Milestone (mijlpaal): planned dates, each with its precision; these feed the calendar
//        └──── n Flag (vlag): what a tender board wants to be shown
//
// Words of Dutch law and policy stay Dutch as values ("klimaat", "minimumeis", "openbaar"): they are codes of dated
// data in schema/rules/. Values of the model are immutable in use: an operation makes a new Tender from the old one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/date.hpp"

namespace mvoi::domain {

// ---- themes and decisions -------------------------------------------------------------------------------------------

// One chosen criterion. The MVI-criteriatool's own texts are not kept, only what identifies the criterion.
struct Criterion {
    std::string number;        // "18.010" of the catalogue; empty for a criterion of one's own
    std::string edition;       // date of the catalogue, "2020-12-10"; empty for a criterion of one's own
    std::string title;         // free text
    std::string kind;          // vocabulary "criterion-kinds": minimumeis, gunningscriterium, contractbepaling, ...
    std::string legal_form;    // vocabulary "legal-forms": technische-specificatie (2.75), ...
    std::string proof;         // free text: what the supplier has to show
    std::optional<int> level;  // 1 basis, 2 significant, 3 ambitieus
    std::optional<int> weight_percent;  // of an award criterion

    bool operator==(const Criterion&) const = default;
};

// Where a level came from when the buyer did not give it.
enum class LevelSource { Request, Policy, Ambition };

struct Undecided {
    std::optional<int> proposed_level;  // what policy would have
    bool operator==(const Undecided&) const = default;
};
struct Applied {
    int level = 1;
    LevelSource source = LevelSource::Request;
    std::vector<Criterion> criteria;
    bool operator==(const Applied&) const = default;
};
struct Explained {
    std::string reason;  // vocabulary "reasons"
    std::string text;    // free text
    std::string author;  // name or account of a person
    Date date{2000, 1, 1};
    bool operator==(const Explained&) const = default;
};

// One theme of one tender: in exactly one of three states. There is no fourth, and no silence.
struct Decision {
    std::string theme;
    Date since{2000, 1, 1};  // the day this choice was made; for Undecided the day the question was first open
    std::variant<Undecided, Applied, Explained> choice;

    bool operator==(const Decision&) const = default;
};

// ---- the tender -----------------------------------------------------------------------------------------------------

struct Lot {
    std::string number;
    std::string title;  // free text
    std::vector<std::string> cpv;
    std::optional<std::int64_t> value_cents;
    bool operator==(const Lot&) const = default;
};

// What the tender is thought to be worth, without btw: an amount, a band, or nothing known.
struct Value {
    std::optional<std::int64_t> low_cents;
    std::optional<std::int64_t> high_cents;  // equal to low_cents when it is one amount
    bool operator==(const Value&) const = default;
};

enum class Phase {
    Preparation,
    Consultation,
    Review,
    Publication,
    Evaluation,
    Award,
    Contract,
    Execution,
    Closed,
    Cancelled
};

// A tender of a host whose own transaction may still roll back is provisional until it is confirmed.
enum class Registration { Confirmed, Provisional, Withdrawn };

enum class MilestoneStatus { Planned, Done, Cancelled };

struct Milestone {
    std::string code;  // vocabulary "milestones": publicatie, contractstart, contracteinde, ...
    PlannedDate date;
    MilestoneStatus status = MilestoneStatus::Planned;
    int sequence = 0;  // how often it was changed since it was first planned (iCalendar SEQUENCE)
    bool operator==(const Milestone&) const = default;
};

struct Flag {
    std::string code;  // vocabulary "flags": niet-van-toepassing, geheel-niet-van-toepassing, onbeslist, onder-beleid
    std::vector<std::string> themes;
    Date since{2000, 1, 1};  // the earliest day one of these themes stood like this
    bool operator==(const Flag&) const = default;
};

// An estimate, a choice of procedure, a planning: all may be unknown, and unknown is not empty by accident.
struct Tender {
    std::string id;  // UUID, lower case
    int revision = 0;
    std::string organisation;  // the host's code, such as the TOOI code gm0344
    std::string reference;     // the host's own number
    std::string title;         // free text
    std::string kind;          // werk, levering, dienst
    std::vector<std::string> cpv;
    std::string product_group;
    std::string sector;
    Value value;
    std::string procedure;  // vocabulary "procedures"; "onbekend" when not chosen yet
    std::vector<Lot> lots;
    std::map<std::string, std::string> people;  // role → name; roles are vocabulary "roles"
    std::vector<std::string> instruments;       // vocabulary "instruments"
    std::optional<int> ambition;                // 1-3
    LevelSource ambition_source = LevelSource::Request;
    std::map<std::string, PlannedDate> planning;  // code of vocabulary "milestones" → date

    Phase phase = Phase::Preparation;
    std::string phase_reason;  // free text; why it was cancelled
    Registration registration = Registration::Confirmed;
    std::optional<Date> lapses_on;  // of a provisional tender: the last day on which it can be confirmed
    Date started_on{2000, 1, 1};
    std::string policy;         // the edition that was applied; empty when none was in force
    std::string rules;          // edition of the rule data that was applied
    std::string source;         // where it was imported from: "ted:131568-2021"; empty when a host started it
    std::string source_digest;  // SHA-256 of the imported row, so that the same row is known again

    std::vector<Decision> decisions;  // one per theme, in the order of the theme list
    std::vector<Flag> flags;
    std::vector<Milestone> milestones;

    bool operator==(const Tender&) const = default;
};

// A provisional tender that nobody confirmed in time counts for nothing any more.
inline bool has_lapsed(const Tender& tender, Date today) {
    return tender.registration == Registration::Provisional && tender.lapses_on && *tender.lapses_on < today;
}

// ---- policy ---------------------------------------------------------------------------------------------------------

struct DefaultLevel {
    std::string theme;
    std::string product_group;  // empty: for every product group without a level of its own
    int level = 1;
    bool operator==(const DefaultLevel&) const = default;
};

struct OwnTheme {
    std::string code;
    std::string nl;
    std::string en;
    bool operator==(const OwnTheme&) const = default;
};

struct Goal {
    std::string theme;
    int year = 0;
    int percent = 0;  // share of the tenders in which the theme is to be applied
    bool operator==(const Goal&) const = default;
};

enum class GateMode { Reporting, Blocking };  // meldend, blokkerend

// What an organisation adopted, as one dated edition. A later edition never changes what an earlier one said.
struct Policy {
    std::string id;  // "gm0344:2026-01-01:1"
    std::string organisation;
    std::string title;  // free text
    Date valid_from{2000, 1, 1};
    std::optional<int> ambition;  // default ambition level of a tender
    std::vector<DefaultLevel> default_levels;
    std::vector<OwnTheme> themes;
    GateMode gate_mode = GateMode::Reporting;
    std::map<std::string, std::int64_t> thresholds_cents;
    std::vector<Goal> goals;
    int provisional_days = 7;  // how long a provisional tender waits for its confirmation
    bool operator==(const Policy&) const = default;
};

// ---- findings and refusals ------------------------------------------------------------------------------------------

enum class Severity { Information, Warning, Error };

// What a rule has to say about a tender. The sentence is made from the rule's name and these words, in Dutch or
// English.
struct Finding {
    std::string rule;  // name of the rule, and of its sentence in schema/messages/
    Severity severity = Severity::Warning;
    std::string member;                        // JSON Pointer of what would mend it, in a tender.change or .decide
    std::map<std::string, std::string> words;  // fills the sentence
    std::string source;                        // article or document the rule comes from
};

// One thing that is wrong with a request.
struct Fault {
    std::string path;  // JSON Pointer into the request
    std::string rule;  // name of the sentence in schema/messages/
    std::map<std::string, std::string> words;
};

}  // namespace mvoi::domain
