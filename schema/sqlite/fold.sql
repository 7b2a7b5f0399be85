-- The rebuildable tables: what the journal says, laid out for questions. "register.rebuild" drops and refills them.
-- A change here needs another fold version in plugin/store/fold.hpp: an older file is then rebuilt when it is opened.
DROP TABLE IF EXISTS tender;
DROP TABLE IF EXISTS tender_theme;
DROP TABLE IF EXISTS tender_flag;
DROP TABLE IF EXISTS calendar;
DROP TABLE IF EXISTS policy;
DROP TABLE IF EXISTS request;

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
    source_digest TEXT
) STRICT;
CREATE UNIQUE INDEX tender_uuid ON tender (uuid);
CREATE INDEX tender_reference ON tender (organisation, reference);
CREATE INDEX tender_organisation ON tender (organisation);

CREATE TABLE tender_theme (
    organisation TEXT NOT NULL,
    theme        TEXT NOT NULL,
    state        TEXT NOT NULL,
    tender       INTEGER NOT NULL,
    level        INTEGER,
    reason       TEXT,
    PRIMARY KEY (organisation, theme, state, tender)
) STRICT, WITHOUT ROWID;

CREATE TABLE tender_flag (
    organisation TEXT NOT NULL,
    flag         TEXT NOT NULL,
    tender       INTEGER NOT NULL,
    PRIMARY KEY (organisation, flag, tender)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar (
    organisation TEXT NOT NULL,
    first        TEXT NOT NULL,
    tender       INTEGER NOT NULL,
    code         TEXT NOT NULL,
    last         TEXT NOT NULL,
    date         TEXT NOT NULL,  -- with its precision: 2027-Q1
    certainty    TEXT NOT NULL,
    status       TEXT NOT NULL,
    sequence     INTEGER NOT NULL,
    PRIMARY KEY (organisation, first, tender, code)
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
    request TEXT PRIMARY KEY,
    entry   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
