-- What is public, and nothing else: this schema knows no session, no room and no person. A process that serves the feed may be given
-- this schema to read, and no other.
CREATE SCHEMA IF NOT EXISTS iom_feed;

-- every key that has signed, so that what an earlier one signed can still be checked
CREATE TABLE iom_feed.keys (
    id       text   PRIMARY KEY,
    public   bytea  NOT NULL CHECK (length(public) = 32),
    since_ms bigint NOT NULL
);

-- position: the order of publication. changed: counts every change, so that a reader finds what is new to him; writers take turns.
-- body: the item as JSON; when it is retracted, without its texts.
CREATE TABLE iom_feed.items (
    position  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id        uuid   NOT NULL UNIQUE,
    reference text   NOT NULL,
    body      bytea  NOT NULL,
    changed   bigint NOT NULL
);
CREATE INDEX items_reference ON iom_feed.items (reference, position);
CREATE INDEX items_changed ON iom_feed.items (changed);
