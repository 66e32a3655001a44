-- Tokens are never stored, only their SHA-256. Times are unix milliseconds; null means it has not happened.

CREATE TABLE house_links (
    hash       BLOB PRIMARY KEY CHECK (length(hash) = 32),
    issued_ms  INTEGER NOT NULL,
    spent_ms   INTEGER,
    revoked_ms INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE house_devices (
    hash       BLOB PRIMARY KEY CHECK (length(hash) = 32),
    created_ms INTEGER NOT NULL,
    revoked_ms INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE invitations (
    hash       BLOB PRIMARY KEY CHECK (length(hash) = 32),
    session    BLOB NOT NULL CHECK (length(session) = 16),
    person     BLOB NOT NULL CHECK (length(person) = 16),
    issued_ms  INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL,
    spent_ms   INTEGER,
    revoked_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX invitations_person ON invitations (session, person);

CREATE TABLE codes (
    hash       BLOB PRIMARY KEY CHECK (length(hash) = 32),
    session    BLOB NOT NULL CHECK (length(session) = 16),
    person     BLOB NOT NULL CHECK (length(person) = 16),
    expires_ms INTEGER NOT NULL,
    spent_ms   INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX codes_person ON codes (session, person);

CREATE TABLE devices (
    hash       BLOB PRIMARY KEY CHECK (length(hash) = 32),
    session    BLOB NOT NULL CHECK (length(session) = 16),
    person     BLOB NOT NULL CHECK (length(person) = 16),
    device     BLOB NOT NULL CHECK (length(device) = 16),
    created_ms INTEGER NOT NULL,
    revoked_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX devices_device ON devices (session, device);
CREATE INDEX devices_person ON devices (session, person);
