-- The rebuildable tables: what the journal says, laid out for questions. "register.rebuild" drops and refills them.
-- A change here needs another fold version in plugin/store/fold/fold.hpp: an older file is then rebuilt when it is opened.
DROP TABLE IF EXISTS head;
DROP TABLE IF EXISTS tender;
DROP TABLE IF EXISTS tender_theme;
DROP TABLE IF EXISTS tender_flag;
DROP TABLE IF EXISTS calendar;
DROP TABLE IF EXISTS policy;
DROP TABLE IF EXISTS request;
DROP TABLE IF EXISTS precedent;
DROP TABLE IF EXISTS wording;
DROP TABLE IF EXISTS wording_band;
DROP TABLE IF EXISTS lapse;
DROP TABLE IF EXISTS lapse_edition;
DROP TABLE IF EXISTS policy_catalogue;
DROP TABLE IF EXISTS review;
DROP TABLE IF EXISTS contract;
DROP TABLE IF EXISTS promise;
DROP TABLE IF EXISTS observation;
DROP TABLE IF EXISTS rating;
DROP TABLE IF EXISTS evidence;
DROP TABLE IF EXISTS evidence_serves;
DROP TABLE IF EXISTS social_return;
DROP TABLE IF EXISTS realisation;
DROP TABLE IF EXISTS promise_check;
DROP TABLE IF EXISTS alias;

-- The last entry that these tables hold, and its hash: it tells when the journal was cut or changed and they were not.
CREATE TABLE head (
    one   INTEGER PRIMARY KEY CHECK (one = 1),
    entry INTEGER NOT NULL,
    hash  TEXT NOT NULL
) STRICT;

CREATE TABLE tender (
    id            INTEGER PRIMARY KEY,  -- seq of the entry that started it
    entry         INTEGER NOT NULL,     -- seq of the entry that holds it as it is now
    uuid          TEXT NOT NULL,
    revision      INTEGER NOT NULL,
    organisation  TEXT NOT NULL,
    reference     TEXT NOT NULL,
    title         TEXT NOT NULL,
    kind          TEXT NOT NULL,
    phase         TEXT NOT NULL,
    registration  TEXT NOT NULL,
    lapses_on     TEXT,
    started_on    TEXT NOT NULL,
    ambition      INTEGER,
    changed       TEXT NOT NULL,        -- UTC stamp of the entry that holds it
    outline       TEXT NOT NULL,        -- states and flags as a list shows them, JSON
    source_digest TEXT,
    predecessor   TEXT,                 -- uuid of the contract it follows on
    planned_by    TEXT                  -- edition of the rules that its plan was counted by; NULL: it has none
) STRICT;
CREATE UNIQUE INDEX tender_uuid ON tender (uuid);
CREATE INDEX tender_reference ON tender (organisation, reference);
CREATE INDEX tender_organisation ON tender (organisation);
CREATE INDEX tender_planned ON tender (organisation, planned_by) WHERE planned_by IS NOT NULL;
CREATE INDEX tender_predecessor ON tender (predecessor, started_on) WHERE predecessor IS NOT NULL;

-- Other names of tenders and contracts: numbers of the notices in which one was published, and the form in which its
-- reference would be kept today, where it was kept otherwise.
CREATE TABLE alias (
    organisation TEXT NOT NULL,
    alias        TEXT NOT NULL,
    object       INTEGER NOT NULL,  -- id in table tender or contract
    PRIMARY KEY (organisation, alias, object)
) STRICT, WITHOUT ROWID;

CREATE TABLE tender_theme (
    organisation TEXT NOT NULL,
    theme        TEXT NOT NULL,
    state        TEXT NOT NULL,
    tender       INTEGER NOT NULL,
    level        INTEGER,
    reason       TEXT,
    wording      INTEGER,  -- hash in table wording, of the text of its explanation, when the tender counts for others
    PRIMARY KEY (organisation, theme, state, tender)
) STRICT, WITHOUT ROWID;

CREATE TABLE tender_flag (
    organisation TEXT NOT NULL,
    flag         TEXT NOT NULL,
    tender       INTEGER NOT NULL,
    since        TEXT,  -- of a flag that begins by itself on a day; otherwise it stands
    PRIMARY KEY (organisation, flag, tender)
) STRICT, WITHOUT ROWID;

-- The milestones of tenders and of contracts: entries of the journal have one row of numbers, so an object is one or the
-- other. A contract's are as of the day of its entry; contract.renews says how long they hold.
CREATE TABLE calendar (
    organisation TEXT NOT NULL,
    first        TEXT NOT NULL,
    object       INTEGER NOT NULL,      -- id in table tender or contract
    code         TEXT NOT NULL,
    last         TEXT NOT NULL,
    date         TEXT NOT NULL,  -- with its precision: 2027-Q1
    certainty    TEXT NOT NULL,
    status       TEXT NOT NULL,
    sequence     INTEGER NOT NULL,
    changed_on   TEXT,           -- day of its last change; nothing: the journal does not say
    changed      TEXT NOT NULL,  -- UTC stamp of the entry since which it is shown like this
    sum          TEXT,           -- JSON: the steps that lead to the day of a contract
    PRIMARY KEY (organisation, first, object, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy (
    entry        INTEGER PRIMARY KEY,
    policy       TEXT NOT NULL,
    organisation TEXT NOT NULL,
    valid_from   TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX policy_name ON policy (policy);
CREATE INDEX policy_in_force ON policy (organisation, valid_from, entry);

CREATE TABLE request (
    request      TEXT NOT NULL,
    organisation TEXT NOT NULL,     -- of what it was about; empty: of nobody in particular
    entry        INTEGER NOT NULL,  -- the last one with this id
    stopped      INTEGER NOT NULL,  -- 1: at a gate, so that it may be asked again
    PRIMARY KEY (request, organisation)
) STRICT, WITHOUT ROWID;

-- Numbers of an organisation's decisions on a theme, by group of tenders: asking costs the same for any number.
CREATE TABLE precedent (
    organisation TEXT NOT NULL,
    scope        TEXT NOT NULL,  -- productgroep:schoonmaak, cpv:90
    theme        TEXT NOT NULL,
    outcome      TEXT NOT NULL,  -- applied, explained, criterion, verdict
    detail       TEXT NOT NULL,  -- level, reason, number, verdict
    tenders      INTEGER NOT NULL,
    PRIMARY KEY (organisation, scope, theme, outcome, detail)
) STRICT, WITHOUT ROWID;

-- The texts of explanations as they now stand in tenders that count, normalised, each once; and what finds texts that are
-- nearly the same.
CREATE TABLE wording (
    organisation TEXT NOT NULL,
    hash         INTEGER NOT NULL,
    uses         INTEGER NOT NULL,
    text         TEXT NOT NULL,
    PRIMARY KEY (organisation, hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE wording_band (
    organisation TEXT NOT NULL,
    band         INTEGER NOT NULL,
    hash         INTEGER NOT NULL,
    PRIMARY KEY (organisation, band, hash)
) STRICT, WITHOUT ROWID;

-- The days on which explanations of tenders that are not published yet lapse.
CREATE TABLE lapse (
    tender INTEGER NOT NULL,
    day    TEXT NOT NULL,
    PRIMARY KEY (tender, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX lapse_day ON lapse (day, tender);
-- Explanations that lapse when a policy names a later edition of the catalogue for the product group, and the editions.
CREATE TABLE lapse_edition (
    organisation  TEXT NOT NULL,
    product_group TEXT NOT NULL,
    tender        INTEGER NOT NULL,
    edition       TEXT NOT NULL,  -- that counted; the empty text: none
    given         TEXT NOT NULL,  -- day of the explanation
    PRIMARY KEY (organisation, product_group, tender, edition, given)
) STRICT, WITHOUT ROWID;
CREATE TABLE policy_catalogue (
    policy        INTEGER NOT NULL,  -- seq of its entry
    organisation  TEXT NOT NULL,
    product_group TEXT NOT NULL,
    edition       TEXT NOT NULL,
    valid_from    TEXT NOT NULL,
    PRIMARY KEY (organisation, product_group, valid_from, policy)
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
    id           INTEGER PRIMARY KEY,  -- seq of the entry that asked for it
    entry        INTEGER NOT NULL,     -- seq of the entry that holds it as it is now
    uuid         TEXT NOT NULL,
    organisation TEXT NOT NULL,
    tender       TEXT NOT NULL,        -- uuid
    state        TEXT NOT NULL,
    next_role    TEXT,
    asked_on     TEXT NOT NULL,
    meeting      TEXT,
    frozen_entry INTEGER NOT NULL,
    latest       INTEGER NOT NULL,     -- 1: no later review of the same tender
    agenda       INTEGER NOT NULL,     -- 1: waits for an answer, or has drifted since its approval
    sequence     INTEGER NOT NULL,     -- how often its item on the calendar changed
    changed      TEXT NOT NULL         -- UTC stamp of the entry since which it is shown like this
) STRICT;
CREATE UNIQUE INDEX review_uuid ON review (uuid);
CREATE INDEX review_tender ON review (tender, latest);
CREATE INDEX review_agenda ON review (organisation, agenda, id);
CREATE INDEX review_meeting ON review (organisation, meeting) WHERE meeting IS NOT NULL;

CREATE TABLE contract (
    id            INTEGER PRIMARY KEY,  -- seq of the entry that signed it
    entry         INTEGER NOT NULL,     -- seq of the entry that holds it as it is now
    uuid          TEXT NOT NULL,
    revision      INTEGER NOT NULL,
    organisation  TEXT NOT NULL,
    reference     TEXT NOT NULL,
    title         TEXT NOT NULL,
    kind          TEXT NOT NULL,
    suppliers     TEXT NOT NULL,        -- names, for searching
    tender        TEXT,                 -- uuid of the tender it comes from
    starts        TEXT NOT NULL,
    ends          TEXT,                 -- NULL: for an indefinite time, or unknown
    notice        TEXT,                 -- last day on which notice can be given for that end
    option_by     TEXT,                 -- last day to decide on the next option that is open
    renews        TEXT,                 -- first day on which these dates hold no more, by themselves
    changed       TEXT NOT NULL,        -- UTC stamp of the entry that holds it
    source_digest TEXT,
    counted_by    TEXT NOT NULL,        -- edition of the rules that these dates were counted by; empty: before 0.3.0
    end_unknown   INTEGER NOT NULL      -- 1: there is an end, but nobody knows which
) STRICT;
CREATE UNIQUE INDEX contract_uuid ON contract (uuid);
CREATE INDEX contract_reference ON contract (organisation, reference);
CREATE INDEX contract_organisation ON contract (organisation);
CREATE INDEX contract_tender ON contract (tender) WHERE tender IS NOT NULL;
CREATE INDEX contract_renews ON contract (renews, organisation) WHERE renews IS NOT NULL;
CREATE INDEX contract_counted ON contract (organisation, counted_by);
CREATE INDEX contract_endless ON contract (organisation, id) WHERE ends IS NULL;

-- The promises of a contract, by number; the promise itself stands in the entry that holds the contract.
CREATE TABLE promise (
    contract     INTEGER NOT NULL,  -- id of the contract
    number       INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    theme        TEXT NOT NULL,
    owner        TEXT,              -- role
    PRIMARY KEY (contract, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX promise_organisation ON promise (organisation, contract DESC, number);

-- By when something is to be shown of a promise, as calendars show it. It moves with entries, never with the day.
CREATE TABLE promise_check (
    contract     INTEGER NOT NULL,  -- id of the contract
    promise      INTEGER NOT NULL,  -- its number
    organisation TEXT NOT NULL,
    day          TEXT NOT NULL,
    status       TEXT NOT NULL,     -- planned; done: nothing more to show; cancelled: not promised any more
    sequence     INTEGER NOT NULL,
    changed_on   TEXT NOT NULL,     -- day of its last change
    changed      TEXT NOT NULL,     -- UTC stamp of the entry since which it is shown like this
    PRIMARY KEY (contract, promise)
) STRICT, WITHOUT ROWID;
CREATE INDEX promise_check_day ON promise_check (organisation, day);

-- Observations of promises. Of one source no two are about the same day.
CREATE TABLE observation (
    contract INTEGER NOT NULL,  -- id of the contract
    promise  INTEGER NOT NULL,  -- its number
    source   TEXT NOT NULL,
    from_day TEXT NOT NULL,
    to_day   TEXT NOT NULL,
    value    TEXT NOT NULL,     -- exact
    unit     TEXT NOT NULL,
    persons  INTEGER NOT NULL,  -- 0: not told
    estimated INTEGER NOT NULL, -- 1: reckoned, not measured
    entry    INTEGER NOT NULL,  -- seq of the entry that put it down
    PRIMARY KEY (contract, promise, source, from_day)
) STRICT, WITHOUT ROWID;

-- Ratings of promises: one for each promise and day. The name of the person and the words stand in the entry alone.
CREATE TABLE rating (
    contract INTEGER NOT NULL,  -- id of the contract
    promise  INTEGER NOT NULL,  -- its number
    on_day   TEXT NOT NULL,
    rating   TEXT NOT NULL,
    entry    INTEGER NOT NULL,  -- seq of the entry that put it down
    PRIMARY KEY (contract, promise, on_day)
) STRICT, WITHOUT ROWID;

-- Documents that are to prove promises, by fingerprint; names and places stand in the entry alone.
CREATE TABLE evidence (
    contract     INTEGER NOT NULL,  -- id of the contract
    number       INTEGER NOT NULL,  -- within the contract
    organisation TEXT NOT NULL,
    sha256       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    valid_to     TEXT,              -- last day; NULL: it does not expire
    withdrawn    INTEGER NOT NULL,  -- 1: evidence no more
    entry        INTEGER NOT NULL,  -- seq of the entry that holds it as it is now
    sequence     INTEGER NOT NULL,  -- how often its item on the calendar changed
    changed_on   TEXT NOT NULL,     -- day on which that changed last
    changed      TEXT NOT NULL,     -- UTC stamp of the entry since which it is shown like this
    PRIMARY KEY (contract, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_same ON evidence (organisation, sha256);
CREATE INDEX evidence_valid ON evidence (organisation, valid_to) WHERE valid_to IS NOT NULL;
CREATE TABLE evidence_serves (
    contract INTEGER NOT NULL,  -- id of the contract
    promise  INTEGER NOT NULL,  -- its number
    evidence INTEGER NOT NULL,  -- number of the document
    PRIMARY KEY (contract, promise, evidence)
) STRICT, WITHOUT ROWID;
-- The contracts that ask for social return.
CREATE TABLE social_return (
    organisation TEXT NOT NULL,
    contract     INTEGER NOT NULL,  -- id of the contract
    PRIMARY KEY (organisation, contract)
) STRICT, WITHOUT ROWID;

-- Placements, invoices and activities under a contract, by number, and the entry that holds each; references stand
-- there alone. A number that was taken back stays, so that it is not given again. Of pso and overloop the number is 0.
CREATE TABLE realisation (
    contract   INTEGER NOT NULL,  -- id of the contract
    kind       TEXT NOT NULL,     -- plaatsing, factuur, activiteit, pso, overloop
    number     INTEGER NOT NULL,
    entry      INTEGER NOT NULL,  -- seq of the entry that holds it as it is now
    taken_back INTEGER NOT NULL,  -- 1: it counts no more
    PRIMARY KEY (contract, kind, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX realisation_entry ON realisation (contract, entry);
