-- Nothing here opens anything without the master key: every key is sealed under the one above it. May be a database of its own.
CREATE SCHEMA IF NOT EXISTS iom_keys;

-- known texts and keys of the house itself, sealed under the master key, each by its name
CREATE TABLE iom_keys.house (
    name   text  PRIMARY KEY,
    sealed bytea NOT NULL
);

CREATE TABLE iom_keys.session_keys (
    session uuid  PRIMARY KEY,
    sealed  bytea NOT NULL
);

CREATE TABLE iom_keys.circle_keys (
    session uuid  NOT NULL,
    circle  uuid  NOT NULL,
    sealed  bytea NOT NULL,
    PRIMARY KEY (session, circle)
);

CREATE TABLE iom_keys.file_keys (
    session uuid  NOT NULL,
    file    uuid  NOT NULL,
    sealed  bytea NOT NULL,
    PRIMARY KEY (session, file)
);
