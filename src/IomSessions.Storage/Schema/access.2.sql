-- A code vouches for as long as the device that showed it may take part. Codes live two minutes: those of before are not kept.

DROP TABLE codes;
CREATE TABLE codes (
    hash       BLOB PRIMARY KEY CHECK (length(hash) = 32),
    session    BLOB NOT NULL CHECK (length(session) = 16),
    person     BLOB NOT NULL CHECK (length(person) = 16),
    device     BLOB NOT NULL CHECK (length(device) = 16),
    expires_ms INTEGER NOT NULL,
    spent_ms   INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX codes_person ON codes (session, person);
