-- Tokens are never stored, only their SHA-256. Times are unix milliseconds; null means it has not happened.
CREATE SCHEMA IF NOT EXISTS iom_access;

CREATE TABLE iom_access.house_links (
    hash       bytea PRIMARY KEY CHECK (length(hash) = 32),
    issued_ms  bigint NOT NULL,
    spent_ms   bigint,
    revoked_ms bigint
);

CREATE TABLE iom_access.house_devices (
    hash       bytea PRIMARY KEY CHECK (length(hash) = 32),
    created_ms bigint NOT NULL,
    revoked_ms bigint
);

CREATE TABLE iom_access.invitations (
    hash       bytea PRIMARY KEY CHECK (length(hash) = 32),
    session    uuid NOT NULL,
    person     uuid NOT NULL,
    issued_ms  bigint NOT NULL,
    expires_ms bigint NOT NULL,
    spent_ms   bigint,
    revoked_ms bigint
);
CREATE INDEX invitations_person ON iom_access.invitations (session, person);

CREATE TABLE iom_access.codes (
    hash       bytea PRIMARY KEY CHECK (length(hash) = 32),
    session    uuid NOT NULL,
    person     uuid NOT NULL,
    device     uuid NOT NULL,
    expires_ms bigint NOT NULL,
    spent_ms   bigint
);
CREATE INDEX codes_person ON iom_access.codes (session, person);

CREATE TABLE iom_access.devices (
    hash       bytea PRIMARY KEY CHECK (length(hash) = 32),
    session    uuid NOT NULL,
    person     uuid NOT NULL,
    device     uuid NOT NULL,
    created_ms bigint NOT NULL,
    revoked_ms bigint,
    UNIQUE (session, device)
);
CREATE INDEX devices_person ON iom_access.devices (session, person);
