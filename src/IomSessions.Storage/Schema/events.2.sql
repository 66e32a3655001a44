-- The changes of drafts. Each circle of a draft counts its own; its head is the last entry of the index.

CREATE TABLE changes (
    row     INTEGER PRIMARY KEY,
    session INTEGER NOT NULL,
    circle  BLOB    NOT NULL CHECK (length(circle) = 16),
    version INTEGER NOT NULL CHECK (version > 0),
    at_ms   INTEGER NOT NULL,
    sealed  BLOB    NOT NULL,
    hash    BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE UNIQUE INDEX changes_version ON changes (session, circle, version);

-- circles that have ended: no change is taken any more
CREATE TABLE draft_ends (
    session INTEGER NOT NULL,
    circle  BLOB    NOT NULL CHECK (length(circle) = 16),
    version INTEGER NOT NULL CHECK (version >= 0),
    PRIMARY KEY (session, circle)
) STRICT, WITHOUT ROWID;

-- a cache: its rows may be deleted at any time
CREATE TABLE checkpoints (
    session INTEGER NOT NULL,
    circle  BLOB    NOT NULL CHECK (length(circle) = 16),
    version INTEGER NOT NULL CHECK (version > 0),
    hash    BLOB    NOT NULL CHECK (length(hash) = 32),
    sealed  BLOB    NOT NULL,
    PRIMARY KEY (session, circle, version)
) STRICT;
