-- The changes of drafts. The head of each circle of a draft is one row, moved by compare-and-set; once it has ended it never moves again.
CREATE TABLE iom_events.drafts (
    session uuid   NOT NULL,
    circle  uuid   NOT NULL,
    version bigint NOT NULL CHECK (version >= 0),
    ended   bigint, -- the version at which it ended; null: it has not
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
    version bigint NOT NULL CHECK (version > 0),
    hash    bytea  NOT NULL CHECK (length(hash) = 32),
    sealed  bytea  NOT NULL,
    PRIMARY KEY (session, circle, version)
);
ALTER TABLE iom_events.checkpoints ALTER COLUMN sealed SET STORAGE EXTERNAL;
