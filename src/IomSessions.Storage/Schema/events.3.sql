-- Command ids that begin with the time lie side by side in this index when they come together: a commit touches few of its pages.
-- Ids that do not are found just as well.

CREATE TABLE commands_by_id (
    session INTEGER NOT NULL,
    person  BLOB    NOT NULL CHECK (length(person) = 16),
    command BLOB    NOT NULL CHECK (length(command) = 16),
    digest  BLOB    NOT NULL CHECK (length(digest) = 32),
    answer  BLOB    NOT NULL,
    PRIMARY KEY (session, command, person)
) STRICT;
INSERT INTO commands_by_id (session, person, command, digest, answer) SELECT session, person, command, digest, answer FROM commands ORDER BY rowid;
DROP TABLE commands;
ALTER TABLE commands_by_id RENAME TO commands;
