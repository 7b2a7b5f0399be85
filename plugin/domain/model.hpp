// SPDX-License-Identifier: EUPL-1.2
// Policies, tenders, reviews and contracts, as the register holds them. Promises, and what is recorded of a contract or
// frozen for a review, stand with their rules.
//
//     Policy (an organisation's adopted edition) ──defaults──┐
//                                                            ▼
//     Tender (aanbesteding) 1 ──── n Lot (perceel)      Decision: exactly one per theme (thema)
//        │  phase, value, procedure, people                  │
//        │                                                   ├─ Applied    level 1-3, criteria (toegepast);
//        │                                                   │             below policy: with a deviation (Explained)
//        │                                                   ├─ Explained  reason, text, author (uitgelegd: "n.v.t.")
//        │                                                   │     └─ n Ending: what makes it lapse
//        │                                                   └─ Undecided  since a date (onbeslist), perhaps Reopened
//        ├──── n Milestone (mijlpaal): planned dates, each with its precision; these feed the calendar
//        ├──── n Flag (vlag): what a tender board wants to be shown
//        ├──── n Review (toets): a frozen dossier, asked of reviewers in sequence
//        │        ├──── n Verdict (oordeel): akkoord, akkoord-mits, afgewezen
//        │        └──── n Condition (voorwaarde): of an akkoord-mits, until it is met
//        │
//        └──── n Contract (overeenkomst); also without a tender, or after another contract
//                 ├──── 1 Term (looptijd): start, end, notice (opzegtermijn), renewal (verlenging)
//                 │        └──── n Option (verlengingsoptie): open, gelicht, niet-gelicht
//                 ├──── n Supplier (leverancier)
//                 ├──── n Promise (belofte), and n Offered (toezegging) of the winning bid: contract/promise.hpp
//                 └──── n Milestone: start, last day of notice, option, evaluation, end
//
// Words of Dutch law and policy stay Dutch as values ("klimaat", "minimumeis", "openbaar"): they are codes of dated
// data in schema/rules/. Values of the model are immutable in use: an operation makes a new Tender from the old one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "domain/date.hpp"
#include "domain/measure/instrument_value.hpp"
#include "domain/promise/promise.hpp"
#include "domain/social_return/terms.hpp"

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
    // Its place in descending order of importance, where no weight is possible (2.115 lid 5).
    std::optional<int> rank = {};

    bool operator==(const Criterion&) const = default;
};

// The number in the catalogue, or the title of one's own.
inline const std::string& name_of(const Criterion& criterion) {
    return criterion.number.empty() ? criterion.title : criterion.number;
}

// The source of a level: the buyer's request, the policy, or the tender's ambition.
enum class LevelSource { Request, Policy, Ambition };

// An event or a limit that makes an explanation lapse. Made from the reason's rule, or the policy's own, when the
// explanation is given.
struct Ending {
    std::string event;                        // vocabulary "endings": termijn, einde-raamovereenkomst, ...
    std::optional<Date> on;                   // the first day on which the explanation no longer holds
    std::optional<std::int64_t> above_cents;  // of raming-boven-drempel: the estimate above which it no longer holds
    std::string edition;                      // of nieuwe-cataloguseditie: the edition that counted when it was given
    bool operator==(const Ending&) const = default;
};

struct Explained {
    std::string reason;  // vocabulary "reasons"
    std::string text;    // free text
    std::string author;  // name or account of a person
    std::string role;    // vocabulary "roles", in which the author signs; empty: nobody signed yet
    Date date{2000, 1, 1};
    std::optional<Date> until;  // the end of what it leans on, such as a framework agreement
    std::string agreement;      // vocabulary "roles": who must agree in a review; empty: nobody
    std::vector<Ending> endings;
    bool operator==(const Explained&) const = default;
};
// An explanation that lapsed, and left its theme undecided.
struct Reopened {
    std::string event;   // vocabulary "endings"
    std::string reason;  // of the explanation that lapsed
    Date on{2000, 1, 1};
    bool operator==(const Reopened&) const = default;
};
struct Undecided {
    std::optional<int> proposed_level;  // that policy wants
    std::optional<Reopened> reopened;
    bool operator==(const Undecided&) const = default;
};
struct Applied {
    int level = 1;
    LevelSource source = LevelSource::Request;
    std::vector<Criterion> criteria;
    std::optional<Explained> deviation;  // the reason why the level is below that of policy
    bool operator==(const Applied&) const = default;
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
    std::string failed = {};  // free text: why it was not awarded; empty: it may still be
    bool operator==(const Lot&) const = default;
};

// The estimated value of a tender, without btw: an amount, a band, or nothing known.
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

enum class MilestoneStatus {
    Planned,
    Done,  // on the day of its date, as far as that is known
    Cancelled,
    DoneBy,  // on the day of its date or before: the phase that proves it was entered then, and no day was recorded
    Passed   // its place lies behind the tender, and nobody recorded whether it happened
};

struct Milestone {
    std::string code;  // vocabulary "milestones": publicatie, contractstart, contracteinde, ...
    PlannedDate date;
    MilestoneStatus status = MilestoneStatus::Planned;
    int sequence = 0;  // the number of changes since it was first planned (iCalendar SEQUENCE)
    // Not in entries that were written before 0.2.0:
    std::optional<Date> changed_on = {};  // the day its date or status last changed
    int revision = 0;  // of the tender, at which it or what a calendar shows of its tender last changed; 0: not known
    std::optional<PlannedDate> was = {};  // of one whose date is not known any more: the days that calendars still show
    bool operator==(const Milestone&) const = default;
};

struct Flag {
    std::string code;  // vocabulary "flags": niet-van-toepassing, geheel-niet-van-toepassing, onbeslist, onder-beleid
    std::vector<std::string> themes;
    Date since{2000, 1, 1};  // the earliest day one of these themes stood like this
    bool operator==(const Flag&) const = default;
};

// A notice about a tender (aankondiging): a record of what was made public, and of no decision here.
struct PublishedNotice {
    std::string number;  // "131568-2021"
    std::string kind;    // plan, call, award, change, correction, unknown
    Date on{2000, 1, 1};
    std::map<std::string, PlannedDate> dates;  // code of vocabulary "milestones" → date
    std::map<std::string, Date> awards;        // lot → the day its contract was concluded; "" stands for no lot
    std::string digest;                        // SHA-256 of it as it was read
    bool operator==(const PublishedNotice&) const = default;
};

// The plan that was adopted for a tender. The plan itself, with its steps, stands in the journal entry that adopted it.
struct PlanMark {
    std::int64_t entry = 0;          // 0: this very one
    std::int64_t asked = 0;          // the entry with the request it was counted by; 0: the one above
    std::string rules;               // edition of the rule data it was counted by; empty: before 0.3.0
    std::set<std::string> computed;  // vocabulary "milestones": dates that follow from the plan, and were not given
    bool operator==(const PlanMark&) const = default;
};

// The days on which something happened to a tender; entries that were written before 0.3.0 do not have them.
struct Happened {
    std::map<std::string, Date> phases;  // code of a phase → the day on which it was last entered
    std::optional<Date> signed_on;       // of the contracts that came from it, the first day of each
    std::optional<Date> starts_on;
    bool operator==(const Happened&) const = default;
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
    std::map<std::string, std::string> people;    // role → name; roles are vocabulary "roles"
    std::vector<std::string> instruments;         // vocabulary "instruments"
    std::vector<measure::InstrumentValue> asked;  // of those, what is asked: an edition and a step, or a number
    std::string award_basis;                      // vocabulary "award-bases"; empty when not chosen yet
    bool joins_contracts = false;                 // samenvoegen (Aanbestedingswet 2012, art. 1.5 lid 1)
    std::map<std::string, std::string> motives;   // vocabulary "motives" → free text
    std::optional<int> ambition;                  // 1-3
    LevelSource ambition_source = LevelSource::Request;
    std::map<std::string, PlannedDate> planning;  // code of vocabulary "milestones" → date
    std::optional<PlanMark> plan;
    Happened happened;

    Phase phase = Phase::Preparation;
    std::string phase_reason;  // free text; why it was cancelled
    Registration registration = Registration::Confirmed;
    std::optional<Date> lapses_on;  // of a provisional tender: the last day on which it can be confirmed
    Date started_on{2000, 1, 1};
    std::string policy;                      // the edition that was applied; empty when none was in force
    std::string rules;                       // edition of the rule data that was applied
    std::string predecessor;                 // UUID of the contract it follows on; empty: none known
    std::string source;                      // of an import: "ted:131568-2021"; empty when a host started it
    std::string source_digest;               // SHA-256 of the imported row, so that the same row is known again
    std::vector<std::string> aliases;        // numbers of notices about it, beside its reference
    std::vector<PublishedNotice> published;  // those notices, by number

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

// The themes on which much can be gained in a product group (kansrijk): level 3 is then the default.
struct Opportunity {
    std::string product_group;
    std::vector<std::string> themes;
    bool operator==(const Opportunity&) const = default;
};

// The tenders that the rule "apply or explain" covers. Nothing named: all of them. An unknown value is covered.
struct Coverage {
    std::optional<std::int64_t> from_cents;
    std::vector<std::string> procedures;
    std::vector<std::string> kinds;
    bool operator==(const Coverage&) const = default;
};

// The organisation's own rule about a reason; a member without a value is as in vocabulary "reasons".
struct ReasonRule {
    std::string reason;
    std::optional<std::vector<std::string>> signers;  // roles
    std::optional<std::string> agreement;             // role; empty: nobody
    std::optional<int> ends_after_months;             // 0: not by time
    std::optional<std::vector<std::string>> endings;  // codes of vocabulary "endings"
    bool operator==(const ReasonRule&) const = default;
};

// The tenders that go to the board, the roles that answer in sequence, and the days on which the board meets.
struct BoardRule {
    std::vector<std::string> reviewers;      // roles, in sequence
    std::optional<std::int64_t> from_cents;  // from this estimate on; an unknown estimate goes too
    std::vector<std::string> procedures;     // whatever the estimate
    std::vector<std::string> flags;          // whatever the estimate
    std::optional<Date> first_meeting;
    int every_days = 0;   // between meetings; 0: no calendar of meetings
    int papers_days = 0;  // before a meeting, the papers are to be in
    bool operator==(const BoardRule&) const = default;
};

// The changes since the approval that put a tender on the agenda again.
struct DriftRule {
    std::vector<std::string> kinds;  // vocabulary "drifts"
    int estimate_percent = 10;       // an estimate that moved by more than this counts
    bool operator==(const DriftRule&) const = default;
};

// The time that the organisation's own work on a tender takes. A member that is left open holds for all.
struct LeadTime {
    std::string part;       // vocabulary "lead-times": voorbereiding, marktconsultatie, beoordeling, ...
    std::string procedure;  // vocabulary "procedures"
    std::string kind;       // werk, levering, dienst
    std::optional<int> level;
    int days = 0;  // calendar days in which the organisation is not closed
    bool operator==(const LeadTime&) const = default;
};

// A time in which the organisation does nothing about tenders, such as the summer recess. Both days are in it.
struct ClosedTime {
    std::string title;
    Date first{2000, 1, 1};
    Date last{2000, 1, 1};
    bool operator==(const ClosedTime&) const = default;
};

// The organisation's own lead times, and the days on which it is closed.
struct PlanningRule {
    std::vector<LeadTime> lead_times;
    std::vector<ClosedTime> closed;
    bool operator==(const PlanningRule&) const = default;
};

// The part of planned tenders that the market may know. A member that is not laid down is as in vocabulary
// "calendar-terms"; people, flags, explanations and amounts are never published.
struct Publication {
    std::optional<std::vector<std::string>> fields;  // title, kind, reference, procedure, valueBand, themes, ambition
    std::optional<std::vector<std::string>> milestones;  // codes of vocabulary "milestones"
    std::optional<Precision> precision;                  // of dates that are not fixed
    std::vector<std::int64_t> bands_cents;               // bounds of the value bands, rising
    std::string contact;                                 // free text: where the market can ask; of no person
    std::string disclaimer;                              // free text; empty: the usual one
    bool operator==(const Publication&) const = default;
};

// The time there is for checking promises, of all who have a role together.
struct CheckingHours {
    std::string role;  // vocabulary "roles"
    int hours_per_year = 0;
    bool operator==(const CheckingHours&) const = default;
};

// An amount of an organisation's own, without VAT; nothing: it laid none down.
struct OwnAmounts {
    std::optional<std::int64_t> works_cents;
    std::optional<std::int64_t> supplies_and_services_cents;

    // For a contract of this kind: werk, or any other.
    std::optional<std::int64_t> of(const std::string& kind) const {
        return kind == "werk" ? works_cents : supplies_and_services_cents;
    }
    bool operator==(const OwnAmounts&) const = default;
};
// The estimates from which on an organisation buys otherwise.
struct OwnThresholds {
    OwnAmounts several;   // several are invited (meervoudig onderhands)
    OwnAmounts national;  // the tender is national
    bool operator==(const OwnThresholds&) const = default;
};

// One dated edition of an organisation's policy. A later edition never changes an earlier one.
struct Policy {
    std::string id;  // "gm0344:2026-01-01:1"
    std::string organisation;
    std::string title;      // free text
    std::string authority;  // centraal, decentraal, speciale-sector; empty: decentraal
    Date valid_from{2000, 1, 1};
    std::optional<int> ambition;  // default ambition level of a tender
    std::vector<DefaultLevel> default_levels;
    std::vector<Opportunity> opportunities;
    std::vector<OwnTheme> themes;
    GateMode gate_mode = GateMode::Reporting;
    Coverage coverage;
    std::vector<ReasonRule> reasons;
    std::optional<BoardRule> board;
    std::optional<DriftRule> drift;                               // nothing laid down: the usual one
    std::map<std::string, std::vector<std::string>> permissions;  // operation → roles that may; not named: any
    std::map<std::string, std::string> catalogue_editions;        // product group → date of the criteria catalogue
    OwnThresholds thresholds;
    PlanningRule planning;
    std::vector<Goal> goals;
    std::optional<Publication> publication;  // nothing laid down: the usual one
    std::optional<social_return::OwnRule> social_return;
    std::vector<CheckingHours> checking;
    int provisional_days = 7;  // that a provisional tender waits for its confirmation
    int warning_days = 90;     // before an explanation lapses, or a notice date, a tender is flagged
    bool operator==(const Policy&) const = default;
};

// ---- reviews --------------------------------------------------------------------------------------------------------

struct Verdict {
    std::string role;     // vocabulary "roles": as whom
    std::string author;   // name or account of a person
    std::string verdict;  // vocabulary "verdicts": akkoord, akkoord-mits, afgewezen
    std::string text;     // free text
    Date date{2000, 1, 1};
    bool operator==(const Verdict&) const = default;
};

struct Condition {
    int number = 0;    // from 1, within the review
    std::string role;  // of the reviewer who set it
    std::string text;  // free text
    std::optional<Date> met_on;
    std::string met_by;    // name or account of a person
    std::string met_text;  // free text: how it was met
    bool operator==(const Condition&) const = default;
};

// One request to the tender board: a dossier as it was then, and what was said about it. The dossier itself stands in
// the journal entry that froze it.
struct Review {
    std::string id;  // UUID
    int revision = 0;
    std::string organisation;
    std::string tender;     // UUID
    std::string reference;  // of the tender
    int tender_revision = 0;
    std::string board;  // free text: which board
    std::string text;   // free text: what is asked
    Date asked_on{2000, 1, 1};
    std::string asked_by;    // name or account of a person
    std::string asked_role;  // vocabulary "roles"; empty: not given
    std::optional<Date> meeting;
    std::vector<std::string> reviewers;  // roles, in sequence
    std::vector<Verdict> verdicts;       // in the same sequence
    std::vector<Condition> conditions;
    DriftRule drift;                // of the policy when it was asked
    std::int64_t frozen_entry = 0;  // the journal entry with the dossier; 0: this very one
    std::string frozen_hash;        // of that entry; empty: this very one
    bool operator==(const Review&) const = default;
};

// ---- contracts ------------------------------------------------------------------------------------------------------

namespace contract {

enum class Renewal { None, Tacit, Express };           // geen, stilzwijgend, uitdrukkelijk
enum class OptionDecision { Open, Lifted, Declined };  // open, gelicht, niet-gelicht
enum class NoticeUnit { Days, Weeks, Months };

// Opzegtermijn.
struct Notice {
    int count = 0;
    NoticeUnit unit = NoticeUnit::Months;
    bool operator==(const Notice&) const = default;
};

// The right to lengthen the contract once, by so many months.
struct Option {
    int months = 0;
    std::optional<Notice> notice;  // the time before the end by which it must be decided; nothing: by the end itself
    OptionDecision decision = OptionDecision::Open;
    std::optional<Date> decided_on;
    bool operator==(const Option&) const = default;
};

// The parts of a term that may be unknown.
//   NoticeGiven  that notice was given, or was not, before the register knew of the contract
enum class TermPart { End, Renewal, RenewalMonths, Notice, Options, NoticeGiven };

// Looptijd: as it was agreed, and what was done under it. How the days are counted stands in domain/contract/term.hpp.
struct Term {
    Date start{2000, 1, 1};
    std::optional<Date> end;            // the last day, inclusive; or
    std::optional<int> months;          // so many months from the start; or neither, and it is not unknown: for an
                                        // indefinite time,
    std::optional<int> minimum_months;  // perhaps with a minimum term, which is not an end
    std::optional<Renewal> renewal = Renewal::None;  // nothing: unknown; beside that, what is reckoned with
    std::optional<int> renewal_months;               // 0: for an indefinite time
    std::optional<int> max_renewals;                 // nothing: without a bound
    std::optional<Notice> notice;
    std::vector<Option> options;       // in the order in which they can be lifted
    int agreed_renewals = 0;           // of an express renewal: how many were agreed
    std::optional<Date> notice_given;  // the day on which notice was given
    std::set<TermPart> unknown;        // somebody has to find these out: no day that leans on one is certain

    bool lacks(TermPart part) const { return unknown.contains(part); }
    bool is_indefinite() const { return !end && !months && !lacks(TermPart::End); }
    bool renews() const { return renewal == Renewal::Tacit || renewal == Renewal::Express; }
    // The renewal that may be told: nothing where it is unknown, though one kind is reckoned with.
    std::optional<Renewal> known_renewal() const { return lacks(TermPart::Renewal) ? std::nullopt : renewal; }
    // "Geen" is no way to say that it is unknown; what runs for an indefinite time has nothing to renew.
    void settle_renewal() {
        if (lacks(TermPart::Renewal) && renewal == Renewal::None)
            renewal.reset();
        else if (!renewal && is_indefinite() && !lacks(TermPart::Renewal))
            renewal = Renewal::None;
    }
    bool operator==(const Term&) const = default;
};

}  // namespace contract

struct Supplier {
    std::string name;    // name of a firm, which may be a person's
    std::string number;  // the host's own, or that of the Kamer van Koophandel
    bool operator==(const Supplier&) const = default;
};

// A contract that ended otherwise than by its term: dissolved, bought off, gone with its supplier.
struct Ended {
    Date on{2000, 1, 1};  // the last day
    std::string reason;   // free text
    bool operator==(const Ended&) const = default;
};

struct Contract {
    std::string id;  // UUID
    int revision = 0;
    std::string organisation;
    std::string reference;  // the host's own number of the contract
    std::string title;      // free text
    std::string kind;       // werk, levering, dienst
    std::vector<std::string> cpv;
    std::string product_group;
    std::string sector;
    std::string tender;             // UUID of the tender it comes from; empty: none in this register
    std::vector<std::string> lots;  // numbers of that tender's lots
    std::vector<Supplier> suppliers;
    std::optional<std::int64_t> value_cents;
    contract::Term term;
    std::map<std::string, std::string> people;      // role → name; roles are vocabulary "roles"
    std::string follow_up = "nieuwe-aanbesteding";  // or "geen": nothing comes after it
    std::string predecessor;                        // UUID of the contract before it; empty: none known
    std::optional<Date> signed_on;
    std::optional<PlannedDate> evaluation;
    std::optional<Ended> ended;
    std::vector<promise::Promise> promises;
    int last_promise = 0;                   // the highest number given so far: none is given twice
    std::vector<promise::Offered> offered;  // the promises of the winning bid
    std::vector<measure::ContractInstrument> instruments;
    std::optional<social_return::Terms> social_return;
    std::string source;         // of an import; empty when a host signed it
    std::string source_digest;  // SHA-256 of the imported row
    Date as_of{2000, 1, 1};     // the day on which the milestones were drawn up
    std::string rules;          // edition of the rule data by which they were; empty: before 0.3.0
    std::vector<Milestone> milestones;

    bool operator==(const Contract&) const = default;
};

// ---- findings and refusals ------------------------------------------------------------------------------------------

enum class Severity { Information, Warning, Error };

// The result of a rule about a tender. Its sentence is made from the rule's name and these words, in Dutch or English.
struct Finding {
    std::string rule;  // name of the rule, and of its sentence in schema/messages/
    Severity severity = Severity::Warning;
    std::string member;                        // JSON Pointer of what would mend it, in a tender.change or .decide
    std::map<std::string, std::string> words;  // fills the sentence
    std::string source;                        // article or document the rule comes from
    bool operator==(const Finding&) const = default;
};

// One thing that is wrong with a request, or stops it.
struct Fault {
    std::string path;  // JSON Pointer into the request
    std::string rule;  // name of the sentence in schema/messages/
    std::map<std::string, std::string> words;
    // Of what stopped it: members that say about what, and by which operation it is mended.
    std::vector<std::pair<std::string, std::string>> places = {};
};

}  // namespace mvoi::domain
