-- The enduring part of a register: never rewritten, only added to. Everything else is a fold over it (fold.sql).
--
-- journal.hash is SHA-256, in hex, over: the hash of the entry before (64 zeros for the first), a newline, and entry.
-- journal.texts holds what entry cites only by digest: {"<digest>": ["<salt>", "<text>"]}, digest being SHA-256 over
-- salt and text; a text that was blacked out is {"<digest>": {"ground": "...", "entry": n}} instead.
CREATE TABLE journal (
    seq    INTEGER PRIMARY KEY,
    object INTEGER NOT NULL,  -- seq of the first entry about the same object
    entry  TEXT NOT NULL,     -- canonical JSON
    texts  TEXT NOT NULL,     -- JSON
    hash   TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX journal_object ON journal (object, seq);

CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'the journal is never deleted'); END;
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE OF seq, object, entry, hash ON journal
BEGIN SELECT raise(ABORT, 'the journal is never changed'); END;

CREATE TABLE schema_history (
    version    INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    library    TEXT NOT NULL
) STRICT;

-- Facts about this file, such as which fold made its tables.
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
