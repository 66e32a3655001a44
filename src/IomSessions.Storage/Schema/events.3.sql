-- Where the events of a circle and the commands of a person lie. An index would be filled with each row, and every row of a commit would
-- fall on a page of its own; these are filled behind, some thousand rows at once and in order (Placer). Rows above what is placed are
-- found in memory (Newest), which is made anew from them at each opening.

CREATE TABLE event_places (
    session INTEGER NOT NULL,
    circle  BLOB    NOT NULL,
    offset  INTEGER NOT NULL,
    row     INTEGER NOT NULL,
    PRIMARY KEY (session, circle, offset)
) STRICT, WITHOUT ROWID;
INSERT INTO event_places SELECT session, circle, offset, row FROM events ORDER BY session, circle, offset;
DROP INDEX events_offset;

CREATE TABLE command_places (
    session INTEGER NOT NULL,
    person  BLOB    NOT NULL,
    command BLOB    NOT NULL,
    row     INTEGER NOT NULL,
    PRIMARY KEY (session, person, command)
) STRICT, WITHOUT ROWID;
INSERT INTO command_places SELECT session, person, command, rowid FROM commands ORDER BY session, person, command;

-- without the index that its key had
CREATE TABLE commands_as_they_came (
    row     INTEGER PRIMARY KEY,
    session INTEGER NOT NULL,
    person  BLOB    NOT NULL CHECK (length(person) = 16),
    command BLOB    NOT NULL CHECK (length(command) = 16),
    digest  BLOB    NOT NULL CHECK (length(digest) = 32),
    answer  BLOB    NOT NULL
) STRICT;
INSERT INTO commands_as_they_came SELECT rowid, session, person, command, digest, answer FROM commands ORDER BY rowid;
DROP TABLE commands;
ALTER TABLE commands_as_they_came RENAME TO commands;

-- every row up to these has its place; some above may have theirs too
CREATE TABLE placed (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    event   INTEGER NOT NULL,
    command INTEGER NOT NULL
) STRICT;
INSERT INTO placed SELECT 1, (SELECT coalesce(max(row), 0) FROM events), (SELECT coalesce(max(row), 0) FROM commands);
