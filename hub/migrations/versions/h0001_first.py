"""The first schema: scopes, devices, streams, the feed, records, numbers, quarantine.

Every primary key and unique constraint begins with ``scope``, so that the tables can be spread
over nodes by it. Records stand in the order of their keys' code points, whatever the database's
own order is: a laptop looks for one in a snapshot by it. Nothing here is younger than what
openGauss, KingbaseES, YugabyteDB and Citus have in common with PostgreSQL: no sequences, no JSON, no
partial indexes.
"""

from alembic import op

revision = "h0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """CREATE TABLE hub (
  hub_id text NOT NULL PRIMARY KEY,
  epoch bigint NOT NULL,
  created timestamptz NOT NULL
)""",
    """CREATE TABLE scope (
  scope text NOT NULL PRIMARY KEY,
  parent text,
  name text NOT NULL,
  created timestamptz NOT NULL
)""",
    """CREATE TABLE account (
  scope text NOT NULL,
  account text NOT NULL,
  login text NOT NULL,
  name text NOT NULL,
  certificate text,
  role text NOT NULL,
  password text,
  state text NOT NULL,
  created timestamptz NOT NULL,
  PRIMARY KEY (scope, account),
  UNIQUE (scope, login)
)""",
    """CREATE TABLE enrolment (
  scope text NOT NULL,
  code_hash bytea NOT NULL,
  account text NOT NULL,
  made timestamptz NOT NULL,
  expires timestamptz NOT NULL,
  used timestamptz,
  device text,
  PRIMARY KEY (scope, code_hash)
)""",
    """CREATE TABLE visit (
  scope text NOT NULL,
  token_hash bytea NOT NULL,
  account text NOT NULL,
  began timestamptz NOT NULL,
  seen timestamptz NOT NULL,
  PRIMARY KEY (scope, token_hash)
)""",
    """CREATE TABLE attempt (
  scope text NOT NULL,
  what bytea NOT NULL,
  slot bigint NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (scope, what, slot)
)""",
    """CREATE TABLE device (
  scope text NOT NULL,
  device text NOT NULL,
  account text NOT NULL,
  label text NOT NULL,
  public_key bytea NOT NULL,
  status text NOT NULL,
  enrolled timestamptz NOT NULL,
  revoked timestamptz,
  seen timestamptz,
  client text,
  clock_ms bigint,
  PRIMARY KEY (scope, device)
)""",
    """CREATE TABLE stream (
  scope text NOT NULL,
  stream text NOT NULL,
  device text NOT NULL,
  head_seq bigint NOT NULL,
  head_hash bytea NOT NULL,
  cut_seq bigint,
  PRIMARY KEY (scope, stream)
)""",
    """CREATE TABLE feed (
  scope text NOT NULL PRIMARY KEY,
  seq bigint NOT NULL,
  head_hash bytea NOT NULL
) WITH (fillfactor = 50)""",
    """CREATE TABLE batch (
  scope text NOT NULL,
  last bigint NOT NULL,
  first bigint NOT NULL,
  stream text NOT NULL,
  sseq bigint NOT NULL,
  chain bytea NOT NULL,
  signature bytea NOT NULL,
  feed_hash bytea NOT NULL,
  received timestamptz NOT NULL,
  PRIMARY KEY (scope, last)
)""",
    """CREATE TABLE op (
  scope text NOT NULL,
  seq bigint NOT NULL,
  stream text NOT NULL,
  sseq bigint NOT NULL,
  op_hash bytea NOT NULL,
  rec_type text NOT NULL,
  rec_id text NOT NULL,
  hlc bigint NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (scope, seq),
  UNIQUE (scope, stream, sseq)
)""",
    "CREATE INDEX op_by_record ON op (scope, rec_id, seq)",
    """CREATE TABLE record (
  scope text NOT NULL,
  rec_type text COLLATE "C" NOT NULL,
  rec_id text COLLATE "C" NOT NULL,
  doc bytea NOT NULL,
  state text,
  last_seq bigint NOT NULL,
  PRIMARY KEY (scope, rec_type, rec_id)
)""",
    "CREATE INDEX record_by_state ON record (scope, rec_type, state, last_seq)",
    """CREATE TABLE conflict (
  scope text NOT NULL,
  rec_type text NOT NULL,
  rec_id text NOT NULL,
  field text NOT NULL,
  kind text NOT NULL,
  opened bigint NOT NULL,
  closed bigint,
  PRIMARY KEY (scope, rec_id, field, kind, opened)
)""",
    """CREATE TABLE quarantine (
  scope text NOT NULL,
  stream text NOT NULL,
  sseq bigint NOT NULL,
  seq bigint NOT NULL,
  reason text NOT NULL,
  entered timestamptz NOT NULL,
  decided_by text,
  decided timestamptz,
  decision text,
  note text,
  PRIMARY KEY (scope, stream, sseq)
)""",
    """CREATE TABLE proposal (
  scope text NOT NULL,
  proposal text NOT NULL,
  kind text NOT NULL,
  subject text,
  name text NOT NULL,
  account text NOT NULL,
  made timestamptz NOT NULL,
  state text NOT NULL,
  reason text,
  source bytea NOT NULL,
  found bytea NOT NULL,
  PRIMARY KEY (scope, proposal)
)""",
    """CREATE TABLE num_series (
  scope text NOT NULL,
  series text NOT NULL,
  year bigint NOT NULL,
  next bigint NOT NULL,
  PRIMARY KEY (scope, series, year)
)""",
    """CREATE TABLE num_block (
  scope text NOT NULL,
  block text NOT NULL,
  series text NOT NULL,
  year bigint NOT NULL,
  lo bigint NOT NULL,
  hi bigint NOT NULL,
  stream text NOT NULL,
  account text NOT NULL,
  request text NOT NULL,
  leased timestamptz NOT NULL,
  soft_expiry timestamptz NOT NULL,
  state text NOT NULL,
  PRIMARY KEY (scope, block),
  UNIQUE (scope, request)
)""",
    "CREATE INDEX num_block_by_series ON num_block (scope, series, year, lo)",
    """CREATE TABLE num_use (
  scope text NOT NULL,
  series text NOT NULL,
  year bigint NOT NULL,
  number bigint NOT NULL,
  block text,
  stream text NOT NULL,
  sseq bigint NOT NULL,
  status text NOT NULL,
  document text,
  reason text,
  at timestamptz NOT NULL,
  PRIMARY KEY (scope, series, year, number)
)""",
    """CREATE TABLE num_again (
  scope text NOT NULL,
  series text NOT NULL,
  year bigint NOT NULL,
  number bigint NOT NULL,
  paper text NOT NULL,
  stream text NOT NULL,
  sseq bigint NOT NULL,
  status text NOT NULL,
  document text,
  reason text,
  at timestamptz NOT NULL,
  PRIMARY KEY (scope, series, year, number, paper)
)""",
    """CREATE TABLE blob (
  scope text NOT NULL,
  sha256 bytea NOT NULL,
  size bigint NOT NULL,
  received timestamptz NOT NULL,
  PRIMARY KEY (scope, sha256)
)""",
    """CREATE TABLE blob_part (
  scope text NOT NULL,
  sha256 bytea NOT NULL,
  device text NOT NULL,
  start bigint NOT NULL,
  len bigint NOT NULL,
  part_hash bytea NOT NULL,
  received timestamptz NOT NULL,
  PRIMARY KEY (scope, sha256, device, start)
)""",
    """CREATE TABLE belonging (
  scope text NOT NULL,
  owner text NOT NULL,
  rec_type text NOT NULL,
  rec_id text NOT NULL,
  PRIMARY KEY (scope, owner, rec_type, rec_id)
)""",
    """CREATE TABLE blob_ref (
  scope text NOT NULL,
  sha256 bytea NOT NULL,
  rec_id text NOT NULL,
  PRIMARY KEY (scope, sha256, rec_id)
)""",
    """CREATE TABLE tree_node (
  scope text NOT NULL,
  level bigint NOT NULL,
  place bigint NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (scope, level, place)
)""",
    """CREATE TABLE checkpoint (
  scope text NOT NULL,
  size bigint NOT NULL,
  epoch bigint NOT NULL,
  root bytea NOT NULL,
  feed_hash bytea NOT NULL,
  at timestamptz NOT NULL,
  signature bytea NOT NULL,
  PRIMARY KEY (scope, size)
)""",
    """CREATE TABLE segment (
  scope text NOT NULL,
  lo bigint NOT NULL,
  hi bigint NOT NULL,
  sha256 bytea NOT NULL,
  size bigint NOT NULL,
  PRIMARY KEY (scope, lo)
)""",
    """CREATE TABLE snapshot (
  scope text NOT NULL,
  at bigint NOT NULL,
  epoch bigint NOT NULL,
  made timestamptz NOT NULL,
  manifest bytea NOT NULL,
  PRIMARY KEY (scope, at)
)""",
    """CREATE TABLE audit (
  scope text NOT NULL,
  at timestamptz NOT NULL,
  id text NOT NULL,
  account text NOT NULL,
  act text NOT NULL,
  what text NOT NULL,
  PRIMARY KEY (scope, at, id)
)""",
)


def upgrade() -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    """There is nothing before the first schema.

    Raises:
        RuntimeError: always; a hub's data is never dropped by a command.
    """
    raise RuntimeError("a hub's data is never dropped by a command")
