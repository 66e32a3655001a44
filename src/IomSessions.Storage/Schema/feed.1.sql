-- What is public, and nothing else: this file knows no session, no room and no person.

-- every key that has signed, so that what an earlier one signed can still be checked
CREATE TABLE keys (
    id       TEXT PRIMARY KEY,
    public   BLOB NOT NULL CHECK (length(public) = 32),
    since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- position: the order of publication. changed: counts every change of the file, so that a reader finds what is new to him.
-- body: the item as JSON; when it is retracted, without its texts.
CREATE TABLE items (
    position  INTEGER PRIMARY KEY,
    id        BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    reference TEXT NOT NULL,
    body      BLOB NOT NULL,
    changed   INTEGER NOT NULL
) STRICT;
CREATE INDEX items_reference ON items (reference, position);
CREATE INDEX items_changed ON items (changed);
