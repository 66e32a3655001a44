-- the key of each file, sealed under its session's
CREATE TABLE file_keys (
    session BLOB NOT NULL CHECK (length(session) = 16),
    file    BLOB NOT NULL CHECK (length(file) = 16),
    sealed  BLOB NOT NULL,
    PRIMARY KEY (session, file)
) STRICT, WITHOUT ROWID;
