-- Drafts. The head of a draft's circle is one row, moved by compare-and-set as a session's is; once ended it moves no more.
CREATE TABLE iom_events.drafts (
    session uuid    NOT NULL,
    circle  uuid    NOT NULL,
    base    bigint  NOT NULL,
    version bigint  NOT NULL CHECK (version >= 0),
    ended   bigint  NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),
    PRIMARY KEY (session, circle)
) WITH (fillfactor = 50);

CREATE TABLE iom_events.changes (
    session uuid   NOT NULL,
    circle  uuid   NOT NULL,
    version bigint NOT NULL CHECK (version > 0),
    at_ms   bigint NOT NULL,
    sealed  bytea  NOT NULL,
    hash    bytea  NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (session, circle, version)
);
ALTER TABLE iom_events.changes ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- a cache: what is lost with it is made again
CREATE UNLOGGED TABLE iom_events.checkpoints (
    session uuid   NOT NULL,
    circle  uuid   NOT NULL,
    version bigint NOT NULL,
    hash    bytea  NOT NULL,
    sealed  bytea  NOT NULL,
    PRIMARY KEY (session, circle, version)
);
