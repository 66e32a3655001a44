-- The head of a session is one row, moved by compare-and-set; base is the version that the newest append stood on.
CREATE SCHEMA IF NOT EXISTS iom_events;

CREATE TABLE iom_events.sessions (
    id      uuid PRIMARY KEY,
    base    bigint NOT NULL,
    version bigint NOT NULL CHECK (version > base)
) WITH (fillfactor = 50);

-- sealed bodies do not shrink: nothing is tried to compress them
CREATE TABLE iom_events.events (
    session uuid   NOT NULL,
    version bigint NOT NULL CHECK (version > 0),
    circle  uuid   NOT NULL,
    place   bigint NOT NULL CHECK (place > 0),
    at_ms   bigint NOT NULL,
    sealed  bytea  NOT NULL,
    hash    bytea  NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (session, version),
    UNIQUE (session, circle, place)
);
ALTER TABLE iom_events.events ALTER COLUMN sealed SET STORAGE EXTERNAL;

CREATE TABLE iom_events.commands (
    session uuid  NOT NULL,
    person  uuid  NOT NULL,
    command uuid  NOT NULL,
    digest  bytea NOT NULL CHECK (length(digest) = 32),
    answer  bytea NOT NULL,
    PRIMARY KEY (session, person, command)
);

-- a cache: what is lost with it is made again, so it is kept out of the write-ahead log
CREATE UNLOGGED TABLE iom_events.snapshots (
    session uuid   PRIMARY KEY,
    version bigint NOT NULL,
    sealed  bytea  NOT NULL
);
ALTER TABLE iom_events.snapshots ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- Files in parts of equal size, the last one shorter. A file that is not kept is found by nobody.
CREATE TABLE iom_events.files (
    session uuid        NOT NULL,
    file    uuid        NOT NULL,
    length  bigint,
    begun   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (session, file)
);
CREATE TABLE iom_events.file_parts (
    session uuid    NOT NULL,
    file    uuid    NOT NULL,
    number  integer NOT NULL,
    bytes   bytea   NOT NULL,
    PRIMARY KEY (session, file, number)
);
ALTER TABLE iom_events.file_parts ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Who runs, and who is connected where. Weather, not history: gone with a crash, and told anew within a second.
CREATE UNLOGGED TABLE iom_events.nodes (
    node uuid        PRIMARY KEY,
    seen timestamptz NOT NULL
);
CREATE UNLOGGED TABLE iom_events.seats (
    node    uuid   NOT NULL,
    session uuid   NOT NULL,
    people  uuid[] NOT NULL,
    PRIMARY KEY (node, session)
);
