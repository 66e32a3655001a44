-- Rows lie in the order they were appended, so that one commit touches few pages however many sessions it holds.
-- Sessions have small integer keys here: every index starts with one, and the circles of a session lie side by side.

CREATE TABLE sessions (
    key INTEGER PRIMARY KEY,
    id  BLOB NOT NULL UNIQUE CHECK (length(id) = 16)
) STRICT;

CREATE TABLE events (
    row     INTEGER PRIMARY KEY,
    session INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    circle  BLOB    NOT NULL CHECK (length(circle) = 16),
    offset  INTEGER NOT NULL CHECK (offset > 0),
    at_ms   INTEGER NOT NULL,
    sealed  BLOB    NOT NULL,
    hash    BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- the head of a session is the last entry of this index: there is no head row to keep in step
CREATE UNIQUE INDEX events_version ON events (session, version);
CREATE UNIQUE INDEX events_offset ON events (session, circle, offset);

-- a heap with an index, not a clustered table: answers stay out of the index, which command ids (random) would scatter
CREATE TABLE commands (
    session INTEGER NOT NULL,
    person  BLOB    NOT NULL CHECK (length(person) = 16),
    command BLOB    NOT NULL CHECK (length(command) = 16),
    digest  BLOB    NOT NULL CHECK (length(digest) = 32),
    answer  BLOB    NOT NULL,
    PRIMARY KEY (session, person, command)
) STRICT;
