"""What synchronisation needs: where this store is in the hub's feed, conflicts, what waits.

A number can come to stand on two papers, so what became of it is kept by paper.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

SQL = """
CREATE TABLE field_value (
  rec_type TEXT NOT NULL,
  rec_id TEXT NOT NULL,
  field TEXT NOT NULL,
  n INTEGER NOT NULL,
  hlc INTEGER NOT NULL,
  value ANY,
  PRIMARY KEY (rec_id, field, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE superseded (
  rec_id TEXT NOT NULL,
  field TEXT NOT NULL,
  stream TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (rec_id, field, stream, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE tombstone (
  rec_id TEXT NOT NULL PRIMARY KEY,
  rec_type TEXT NOT NULL,
  n INTEGER NOT NULL,
  disputed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE held (
  n INTEGER NOT NULL PRIMARY KEY,
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE held_own (
  n INTEGER NOT NULL PRIMARY KEY,
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE decision (
  n INTEGER NOT NULL PRIMARY KEY,
  decided INTEGER NOT NULL,
  decision TEXT NOT NULL,
  note TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE number_used (
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  document_id TEXT NOT NULL DEFAULT '',
  block_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('issued', 'voided')),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (series, year, number, document_id)
) STRICT, WITHOUT ROWID;

INSERT INTO number_used (series, year, number, document_id, block_id, state, reason, at)
  SELECT series, year, number, COALESCE(document_id, ''), block_id, state, reason, at
  FROM number_use;

DROP TABLE number_use;

ALTER TABLE number_used RENAME TO number_use;

CREATE TABLE hub_stream (
  stream TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL,
  chain BLOB NOT NULL,
  at TEXT NOT NULL,
  fed INTEGER NOT NULL DEFAULT 0,
  named INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  n INTEGER NOT NULL PRIMARY KEY,
  signature BLOB NOT NULL,
  at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE settlement (
  id TEXT NOT NULL PRIMARY KEY,
  rec_type TEXT NOT NULL,
  rec_id TEXT NOT NULL,
  field TEXT NOT NULL DEFAULT '',
  chosen TEXT NOT NULL DEFAULT '',
  others TEXT NOT NULL DEFAULT '[]',
  why TEXT NOT NULL DEFAULT '',
  person_id TEXT NOT NULL DEFAULT '',
  at TEXT,
  dots TEXT NOT NULL
) STRICT;

CREATE TABLE handover (
  id TEXT NOT NULL PRIMARY KEY,
  rec_type TEXT NOT NULL,
  rec_id TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  way TEXT NOT NULL DEFAULT '',
  recognised INTEGER NOT NULL DEFAULT 0,
  source TEXT NOT NULL DEFAULT '',
  source_name TEXT NOT NULL DEFAULT '',
  target TEXT NOT NULL DEFAULT '',
  target_name TEXT NOT NULL DEFAULT '',
  why TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX handover_by_record ON handover (rec_id);

CREATE INDEX settlement_by_time ON settlement (at, id);

CREATE TABLE stick (
  id TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  name TEXT NOT NULL,
  volume TEXT NOT NULL,
  size INTEGER NOT NULL,
  files INTEGER NOT NULL,
  answered TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE stick_stream (
  stick TEXT NOT NULL,
  stream TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (stick, stream)
) STRICT, WITHOUT ROWID;

CREATE TABLE hub_file (
  sha256 TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  n INTEGER NOT NULL,
  epoch INTEGER,
  at TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX hub_file_waiting ON hub_file (epoch, rank, n);

CREATE TABLE hub_cursor (
  scope TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hub TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  feed BLOB NOT NULL,
  PRIMARY KEY (scope, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE hub_checkpoint (
  scope TEXT NOT NULL,
  size INTEGER NOT NULL,
  root BLOB NOT NULL,
  feed BLOB NOT NULL,
  at INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  signature BLOB NOT NULL,
  contradicted INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (scope, size, root)
) STRICT, WITHOUT ROWID;

CREATE TABLE party_report (
  id TEXT NOT NULL PRIMARY KEY,
  document_id TEXT NOT NULL,
  enterprise_id TEXT NOT NULL DEFAULT '',
  received TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z',
  handed_by TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  photos TEXT NOT NULL DEFAULT '[]',
  dots TEXT NOT NULL
) STRICT;
CREATE INDEX party_report_by_document ON party_report (document_id, received);

CREATE TABLE base (
  scope TEXT NOT NULL PRIMARY KEY,
  manifest BLOB NOT NULL,
  arrived INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE stream ADD COLUMN base_seq INTEGER NOT NULL DEFAULT 0;

ALTER TABLE stream ADD COLUMN base_chain BLOB;
"""


def apply(db: "Database", /) -> None:
    """Make the tables."""
    for statement in SQL.split(";\n"):
        if statement.strip():
            db.execute(statement)
