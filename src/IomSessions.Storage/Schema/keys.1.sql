-- Nothing here opens anything without the master key: every key is sealed under the one above it.

-- a known text sealed under the master key, so that another master key is found out at once
CREATE TABLE proof (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE session_keys (
    session BLOB PRIMARY KEY CHECK (length(session) = 16),
    sealed  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE circle_keys (
    session BLOB NOT NULL CHECK (length(session) = 16),
    circle  BLOB NOT NULL CHECK (length(circle) = 16),
    sealed  BLOB NOT NULL,
    PRIMARY KEY (session, circle)
) STRICT, WITHOUT ROWID;
