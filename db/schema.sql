CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE TABLE answer (
  record_id TEXT NOT NULL,
  path TEXT NOT NULL,
  value TEXT,
  n INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (record_id, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE appointment (
  id TEXT NOT NULL PRIMARY KEY,
  enterprise_id TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  certificate TEXT NOT NULL DEFAULT '',
  appointed TEXT,
  ended TEXT,
  duties TEXT NOT NULL DEFAULT '',
  record_id TEXT NOT NULL DEFAULT '',
  reviewed TEXT,
  review_result TEXT NOT NULL DEFAULT '',
  review_due TEXT,
  void TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX appointment_by_enterprise ON appointment (enterprise_id);

CREATE INDEX appointment_by_role ON appointment (role, id);

CREATE TABLE attachment (
  id TEXT NOT NULL PRIMARY KEY,
  owner_type TEXT NOT NULL DEFAULT '',
  owner_id TEXT NOT NULL DEFAULT '',
  sha256 TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  mime TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL DEFAULT 0,
  taken TEXT,
  source TEXT NOT NULL DEFAULT 'file',
  caption TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX attachment_by_blob ON attachment (sha256);

CREATE INDEX attachment_by_owner ON attachment (owner_id);

CREATE TABLE base (
  scope TEXT NOT NULL PRIMARY KEY,
  manifest BLOB NOT NULL,
  arrived INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE batch (
  id TEXT NOT NULL PRIMARY KEY,
  case_id TEXT NOT NULL DEFAULT '',
  enterprise_id TEXT NOT NULL DEFAULT '',
  report_id TEXT NOT NULL DEFAULT '',
  product_name TEXT NOT NULL DEFAULT '',
  lot TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  made TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'open',
  opened TEXT,
  closed TEXT,
  note TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX batch_by_case ON batch (case_id);

CREATE INDEX batch_by_enterprise ON batch (enterprise_id);

CREATE INDEX batch_open ON batch (opened, id) WHERE state = 'open';

CREATE TABLE batch_move (
  id TEXT NOT NULL PRIMARY KEY,
  batch_id TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  day TEXT,
  quantity TEXT NOT NULL DEFAULT '',
  party TEXT NOT NULL DEFAULT '',
  region TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX batch_move_by_batch ON batch_move (batch_id, day);

CREATE TABLE case_file (
  id TEXT NOT NULL PRIMARY KEY,
  enterprise_id TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  opened TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z',
  state TEXT NOT NULL DEFAULT 'open',
  campaign TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
, origin TEXT NOT NULL DEFAULT '', closed TEXT) STRICT;

CREATE INDEX case_file_by_campaign ON case_file (campaign, id);

CREATE INDEX case_file_by_enterprise ON case_file (enterprise_id);

CREATE INDEX case_file_by_kind ON case_file (kind, opened);

CREATE INDEX case_file_by_origin ON case_file (origin) WHERE origin <> '';

CREATE INDEX case_file_closed ON case_file (closed, id) WHERE state = 'closed';

CREATE INDEX case_file_open ON case_file (opened) WHERE state = 'open';

CREATE TABLE claim (
  n INTEGER NOT NULL PRIMARY KEY,
  signature BLOB NOT NULL,
  at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE custody (
  id TEXT NOT NULL PRIMARY KEY,
  sample_id TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z',
  giver TEXT NOT NULL DEFAULT '',
  taker TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  seal TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  corrects TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX custody_by_sample ON custody (sample_id, at);

CREATE TABLE decision (
  n INTEGER NOT NULL PRIMARY KEY,
  decided INTEGER NOT NULL,
  decision TEXT NOT NULL,
  note TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE document (
  id TEXT NOT NULL PRIMARY KEY,
  record_id TEXT NOT NULL DEFAULT '',
  case_id TEXT NOT NULL DEFAULT '',
  enterprise_id TEXT NOT NULL DEFAULT '',
  form_id TEXT NOT NULL DEFAULT '',
  series TEXT NOT NULL DEFAULT '',
  year INTEGER NOT NULL DEFAULT 0,
  number INTEGER NOT NULL DEFAULT 0,
  number_text TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'issued',
  issued TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z',
  content TEXT NOT NULL DEFAULT '',
  content_hash TEXT NOT NULL DEFAULT '',
  pdf_sha TEXT NOT NULL DEFAULT '',
  qr TEXT NOT NULL DEFAULT '',
  due TEXT,
  service TEXT NOT NULL DEFAULT '',
  copies INTEGER NOT NULL DEFAULT 1,
  signature TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX document_by_case ON document (case_id);

CREATE INDEX document_by_due ON document (due);

CREATE INDEX document_by_enterprise ON document (enterprise_id);

CREATE INDEX document_by_issue ON document (issued, id);

CREATE INDEX document_by_number ON document (number_text);

CREATE INDEX document_by_record ON document (record_id);

CREATE TABLE enterprise (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  name_en TEXT NOT NULL DEFAULT '',
  uscc TEXT NOT NULL DEFAULT '',
  legal_rep TEXT NOT NULL DEFAULT '',
  id_number TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  region TEXT NOT NULL DEFAULT '',
  industry TEXT NOT NULL DEFAULT '',
  scale TEXT NOT NULL DEFAULT '',
  risk_class TEXT NOT NULL DEFAULT '',
  quality_officer TEXT NOT NULL DEFAULT '',
  registered TEXT,
  capital TEXT NOT NULL DEFAULT '',
  licence_name TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '',
  updated TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
, merged_into TEXT NOT NULL DEFAULT '', key_unit TEXT NOT NULL DEFAULT '', key_unit_reason TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX enterprise_by_key_unit ON enterprise (key_unit) WHERE key_unit <> '';

CREATE INDEX enterprise_by_name ON enterprise (name, id);

CREATE INDEX enterprise_by_updated ON enterprise (updated, id);

CREATE INDEX enterprise_by_uscc ON enterprise (uscc);

CREATE INDEX enterprise_merged ON enterprise (merged_into) WHERE merged_into <> '';

CREATE TABLE equipment (
  id TEXT NOT NULL PRIMARY KEY,
  enterprise_id TEXT NOT NULL DEFAULT '',
  code TEXT NOT NULL DEFAULT '',
  registration_no TEXT NOT NULL DEFAULT '',
  kind_code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  maker TEXT NOT NULL DEFAULT '',
  maintenance_unit TEXT NOT NULL DEFAULT '',
  next_test TEXT,
  status TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
, model TEXT NOT NULL DEFAULT '', registered TEXT, last_test TEXT) STRICT;

CREATE INDEX equipment_by_code ON equipment (code);

CREATE INDEX equipment_by_enterprise ON equipment (enterprise_id, status, kind_code);

CREATE INDEX equipment_by_kind ON equipment (kind_code, status, ifnull(next_test, '~'), id);

CREATE INDEX equipment_by_next_test ON equipment (next_test, id);

CREATE INDEX equipment_by_registration ON equipment (registration_no) WHERE registration_no <> '';

CREATE INDEX equipment_by_status ON equipment (status, ifnull(next_test, '~'), id);

CREATE TABLE field_value (
  rec_type TEXT NOT NULL,
  rec_id TEXT NOT NULL,
  field TEXT NOT NULL,
  n INTEGER NOT NULL,
  hlc INTEGER NOT NULL,
  value ANY,
  PRIMARY KEY (rec_id, field, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
  id TEXT NOT NULL PRIMARY KEY,
  record_id TEXT NOT NULL DEFAULT '',
  case_id TEXT NOT NULL DEFAULT '',
  enterprise_id TEXT NOT NULL DEFAULT '',
  path TEXT NOT NULL DEFAULT '',
  item TEXT NOT NULL DEFAULT '',
  seen TEXT NOT NULL DEFAULT '',
  severity TEXT NOT NULL DEFAULT '',
  law_key TEXT NOT NULL DEFAULT '',
  law TEXT NOT NULL DEFAULT '',
  measure TEXT NOT NULL DEFAULT '',
  clock_id TEXT NOT NULL DEFAULT '',
  due TEXT,
  due_provisional INTEGER NOT NULL DEFAULT 0,
  photos TEXT NOT NULL DEFAULT '[]',
  state TEXT NOT NULL DEFAULT 'open',
  document_id TEXT,
  created TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z',
  dots TEXT NOT NULL
, equipment_id TEXT NOT NULL DEFAULT '', photos_after TEXT NOT NULL DEFAULT '[]', report TEXT NOT NULL DEFAULT '', reported TEXT, rechecked TEXT, recheck_record_id TEXT NOT NULL DEFAULT '', escalated_to TEXT NOT NULL DEFAULT '', settled TEXT) STRICT;

CREATE INDEX finding_by_enterprise ON finding (enterprise_id);

CREATE INDEX finding_by_equipment ON finding (equipment_id) WHERE equipment_id <> '';

CREATE INDEX finding_by_record ON finding (record_id);

CREATE INDEX finding_by_report ON finding (reported, id, severity, state) WHERE state IN ('reported', 'rechecked');

CREATE INDEX finding_by_settled ON finding (settled, id, severity) WHERE settled IS NOT NULL;

CREATE INDEX finding_by_severity ON finding (state, severity, due, id);

CREATE INDEX finding_by_state ON finding (state, due, id);

CREATE INDEX finding_of_case ON finding (case_id, state, due, id, reported, settled, severity, record_id);

CREATE TABLE follow_up (
  id TEXT NOT NULL PRIMARY KEY,
  case_id TEXT NOT NULL DEFAULT '',
  enterprise_id TEXT NOT NULL DEFAULT '',
  owner_type TEXT NOT NULL DEFAULT '',
  owner_id TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  clock_id TEXT NOT NULL DEFAULT '',
  start TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z',
  due TEXT,
  due_at TEXT,
  due_provisional INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'open',
  done TEXT,
  note TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX follow_up_by_case ON follow_up (case_id);

CREATE INDEX follow_up_by_enterprise ON follow_up (enterprise_id);

CREATE INDEX follow_up_by_owner ON follow_up (owner_id);

CREATE INDEX follow_up_open ON follow_up (due, id) WHERE state = 'open';

CREATE TABLE form_package (
  hash TEXT NOT NULL PRIMARY KEY,
  id TEXT NOT NULL DEFAULT '',
  version TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  source_hash TEXT NOT NULL DEFAULT '',
  published TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z',
  data BLOB NOT NULL DEFAULT x'',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX form_package_by_id ON form_package (id, published);

CREATE TABLE former_name (
  id TEXT NOT NULL PRIMARY KEY,
  enterprise_id TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  uscc TEXT NOT NULL DEFAULT '',
  until TEXT,
  reason TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX former_name_by_enterprise ON former_name (enterprise_id);

CREATE INDEX former_name_by_name ON former_name (name);

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

CREATE TABLE hub_cursor (
  scope TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hub TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  feed BLOB NOT NULL,
  PRIMARY KEY (scope, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE hub_file (
  sha256 TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL,
  n INTEGER NOT NULL,
  epoch INTEGER,
  at TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX hub_file_waiting ON hub_file (epoch, rank, n);

CREATE TABLE hub_stream (
  stream TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL,
  chain BLOB NOT NULL,
  at TEXT NOT NULL,
  fed INTEGER NOT NULL DEFAULT 0,
  named INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE law_article (
  key TEXT NOT NULL PRIMARY KEY,
  law_id TEXT NOT NULL DEFAULT '',
  law_name TEXT NOT NULL DEFAULT '',
  document_number TEXT NOT NULL DEFAULT '',
  article TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  penalty_min INTEGER,
  penalty_max INTEGER,
  penalty_condition TEXT NOT NULL DEFAULT '',
  effective_from TEXT,
  effective_to TEXT,
  citable INTEGER NOT NULL DEFAULT 1,
  source TEXT NOT NULL DEFAULT '',
  confidence TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
) STRICT;

CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE number_block (
  id TEXT NOT NULL PRIMARY KEY,
  series TEXT NOT NULL DEFAULT '',
  year INTEGER NOT NULL DEFAULT 0,
  lo INTEGER NOT NULL DEFAULT 0,
  hi INTEGER NOT NULL DEFAULT 0,
  next INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'open',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX number_block_by_series ON number_block (series, year, lo);

CREATE TABLE "number_use" (
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

CREATE TABLE objection (
  id TEXT NOT NULL PRIMARY KEY,
  report_id TEXT NOT NULL DEFAULT '',
  case_id TEXT NOT NULL DEFAULT '',
  enterprise_id TEXT NOT NULL DEFAULT '',
  received TEXT,
  raised_by TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'received',
  decided TEXT,
  answer TEXT NOT NULL DEFAULT '',
  laboratory TEXT NOT NULL DEFAULT '',
  sample_id TEXT NOT NULL DEFAULT '',
  retest_id TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX objection_by_case ON objection (case_id);

CREATE INDEX objection_by_report ON objection (report_id);

CREATE TABLE op (
  n INTEGER PRIMARY KEY,
  stream INTEGER GENERATED ALWAYS AS (n >> 40) VIRTUAL,
  seq INTEGER GENERATED ALWAYS AS (n & 1099511627775) VIRTUAL,
  arrived INTEGER NOT NULL,
  hash BLOB NOT NULL,
  chain BLOB NOT NULL,
  kind TEXT NOT NULL,
  rec_type TEXT NOT NULL,
  rec_id TEXT NOT NULL,
  hlc INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE INDEX op_by_record ON op (rec_id) WHERE kind <> 'answer';

CREATE TABLE operator (
  id TEXT NOT NULL PRIMARY KEY,
  equipment_id TEXT NOT NULL DEFAULT '',
  person_id TEXT NOT NULL DEFAULT '',
  project TEXT NOT NULL DEFAULT '',
  since TEXT,
  until TEXT,
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX operator_by_equipment ON operator (equipment_id);

CREATE INDEX operator_by_person ON operator (person_id);

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

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  certificate TEXT NOT NULL DEFAULT '',
  certificate_expires TEXT,
  enterprise_id TEXT,
  phone TEXT NOT NULL DEFAULT '',
  active INTEGER NOT NULL DEFAULT 1,
  dots TEXT NOT NULL
, section TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX person_by_certificate ON person (certificate_expires, id)
  WHERE certificate_expires IS NOT NULL;

CREATE INDEX person_by_enterprise ON person (enterprise_id);

CREATE TABLE product (
  id TEXT NOT NULL PRIMARY KEY,
  enterprise_id TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  spec TEXT NOT NULL DEFAULT '',
  brand TEXT NOT NULL DEFAULT '',
  category TEXT NOT NULL DEFAULT '',
  risk_id TEXT NOT NULL DEFAULT '',
  standard TEXT NOT NULL DEFAULT '',
  licence TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX product_by_enterprise ON product (enterprise_id);

CREATE TABLE record (
  id TEXT NOT NULL PRIMARY KEY,
  case_id TEXT NOT NULL DEFAULT '',
  enterprise_id TEXT NOT NULL DEFAULT '',
  form_id TEXT NOT NULL DEFAULT '',
  form_hash TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'record',
  title TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'draft',
  created TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z',
  updated TEXT NOT NULL DEFAULT '',
  finished TEXT,
  inspectors TEXT NOT NULL DEFAULT '[]',
  answered INTEGER NOT NULL DEFAULT 0,
  asked INTEGER NOT NULL DEFAULT 0,
  pdf_sha TEXT,
  dots TEXT NOT NULL,
  dirty INTEGER NOT NULL DEFAULT 1
, equipment_id TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX record_by_case ON record (case_id);

CREATE INDEX record_by_enterprise ON record (enterprise_id);

CREATE INDEX record_by_equipment ON record (equipment_id) WHERE equipment_id <> '';

CREATE INDEX record_by_first ON record (inspectors ->> 0);

CREATE INDEX record_by_form ON record (form_id, created);

CREATE INDEX record_by_second ON record (inspectors ->> 1);

CREATE INDEX record_dirty ON record (id) WHERE dirty = 1;

CREATE INDEX record_draft ON record (created) WHERE state = 'draft';

CREATE TRIGGER sample_waits AFTER UPDATE OF state, role, expected, record_id ON sample BEGIN UPDATE sample SET (waits, waits_day) = (SELECT waits, waits_day FROM sample_waiting w WHERE w.id = sample.id) WHERE id = NEW.id; END;

CREATE TRIGGER sample_waits_new AFTER INSERT ON sample BEGIN UPDATE sample SET (waits, waits_day) = (SELECT waits, waits_day FROM sample_waiting w WHERE w.id = sample.id) WHERE id = NEW.id; END;

CREATE TABLE sample (
  id TEXT NOT NULL PRIMARY KEY,
  record_id TEXT NOT NULL DEFAULT '',
  case_id TEXT NOT NULL DEFAULT '',
  product_name TEXT NOT NULL DEFAULT '',
  lot TEXT NOT NULL DEFAULT '',
  seed TEXT NOT NULL DEFAULT '',
  drawn TEXT NOT NULL DEFAULT '[]',
  role TEXT NOT NULL DEFAULT 'test',
  number TEXT NOT NULL DEFAULT '',
  seal_no TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'drawn',
  expected TEXT,
  dots TEXT NOT NULL
, holder TEXT NOT NULL DEFAULT '', waits TEXT NOT NULL DEFAULT '', waits_day TEXT NOT NULL DEFAULT '9999-12-31') STRICT;

CREATE INDEX sample_by_case ON sample (case_id);

CREATE INDEX sample_by_expected ON sample (expected)
  WHERE state IN ('drawn', 'sent', 'received', 'opened');

CREATE INDEX sample_by_number ON sample (number);

CREATE INDEX sample_by_record ON sample (record_id);

CREATE INDEX sample_by_seal ON sample (seal_no) WHERE seal_no <> '';

CREATE INDEX sample_by_waits ON sample (waits, waits_day, id) WHERE waits <> '';

CREATE VIEW sample_waiting AS
  SELECT s.id, CASE
      WHEN s.state IN ('returned', 'destroyed', 'moved', 'withdrawn') THEN ''
      WHEN s.role = 'spare' AND s.state = 'drawn' THEN 'spare'
      WHEN r.id IS NULL OR r.verdict NOT IN ('pass', 'fail') THEN iif(s.state = 'drawn', 'send', 'lab')
      WHEN r.state IN ('objected', 'final') THEN r.state
      ELSE iif(r.told IS NULL, 'tell', 'told') END AS waits,
    ifnull(CASE
      WHEN r.id IS NULL OR r.verdict NOT IN ('pass', 'fail') THEN s.expected
      WHEN r.state = 'open' THEN ifnull(r.told, r.received) END, '9999-12-31') AS waits_day
  FROM sample s LEFT JOIN test_report r ON r.id = (
    SELECT max(id) FROM test_report WHERE record_id = s.record_id AND state <> 'replaced');

CREATE TABLE search_code (
  kind INTEGER NOT NULL,
  code TEXT NOT NULL,
  entry INTEGER NOT NULL REFERENCES search_entry (id) ON DELETE CASCADE,
  PRIMARY KEY (kind, code, entry)
) STRICT, WITHOUT ROWID;

CREATE INDEX search_code_by_entry ON search_code (entry);

CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY,
  rec_type TEXT NOT NULL,
  rec_id TEXT NOT NULL,
  title TEXT NOT NULL,
  subtitle TEXT NOT NULL,
  enterprise_id TEXT NOT NULL,
  UNIQUE (rec_id, rec_type)
) STRICT;

CREATE VIRTUAL TABLE search_text USING fts5 (
  body,
  content = '',
  contentless_delete = 1,
  prefix = '1 3',
  tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  ended TEXT,
  client TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
) STRICT;

CREATE TABLE setting_local (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
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

CREATE INDEX settlement_by_time ON settlement (at, id);

CREATE TABLE signature (
  id TEXT NOT NULL PRIMARY KEY,
  record_id TEXT NOT NULL DEFAULT '',
  slot TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  certificate TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'waiting',
  strokes TEXT NOT NULL DEFAULT '',
  png_sha TEXT NOT NULL DEFAULT '',
  at TEXT,
  wording TEXT NOT NULL DEFAULT '',
  signed_hash TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX signature_by_record ON signature (record_id);

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

CREATE TABLE stream (
  id INTEGER PRIMARY KEY,
  stream TEXT NOT NULL UNIQUE,
  scope TEXT NOT NULL,
  device TEXT NOT NULL,
  incarnation INTEGER NOT NULL
, base_seq INTEGER NOT NULL DEFAULT 0, base_chain BLOB) STRICT;

CREATE TABLE superseded (
  rec_id TEXT NOT NULL,
  field TEXT NOT NULL,
  stream TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (rec_id, field, stream, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE term_change (
  id TEXT NOT NULL PRIMARY KEY,
  owner_type TEXT NOT NULL DEFAULT '',
  owner_id TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  since TEXT,
  until TEXT,
  amount INTEGER,
  unit TEXT NOT NULL DEFAULT '',
  article TEXT NOT NULL DEFAULT '',
  approver TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  record_id TEXT NOT NULL DEFAULT '',
  due_before TEXT,
  due_after TEXT,
  created TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX term_change_by_owner ON term_change (owner_id);

CREATE TABLE test_item (
  id TEXT NOT NULL PRIMARY KEY,
  report_id TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  standard TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  lower TEXT NOT NULL DEFAULT '',
  upper TEXT NOT NULL DEFAULT '',
  required TEXT NOT NULL DEFAULT '',
  method TEXT NOT NULL DEFAULT 'rounded',
  measured TEXT NOT NULL DEFAULT '',
  rounded TEXT NOT NULL DEFAULT '',
  verdict TEXT NOT NULL DEFAULT '',
  severity TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX test_item_by_report ON test_item (report_id, position);

CREATE TRIGGER test_report_waits AFTER UPDATE OF state, told, verdict, received, record_id ON test_report BEGIN UPDATE sample SET (waits, waits_day) = (SELECT waits, waits_day FROM sample_waiting w WHERE w.id = sample.id) WHERE record_id IN (OLD.record_id, NEW.record_id); END;

CREATE TRIGGER test_report_waits_gone AFTER DELETE ON test_report BEGIN UPDATE sample SET (waits, waits_day) = (SELECT waits, waits_day FROM sample_waiting w WHERE w.id = sample.id) WHERE record_id = OLD.record_id; END;

CREATE TRIGGER test_report_waits_new AFTER INSERT ON test_report BEGIN UPDATE sample SET (waits, waits_day) = (SELECT waits, waits_day FROM sample_waiting w WHERE w.id = sample.id) WHERE record_id = NEW.record_id; END;

CREATE TABLE test_report (
  id TEXT NOT NULL PRIMARY KEY,
  case_id TEXT NOT NULL DEFAULT '',
  enterprise_id TEXT NOT NULL DEFAULT '',
  record_id TEXT NOT NULL DEFAULT '',
  sample_id TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'first',
  number TEXT NOT NULL DEFAULT '',
  laboratory TEXT NOT NULL DEFAULT '',
  issued TEXT,
  received TEXT,
  told TEXT,
  basis TEXT NOT NULL DEFAULT '',
  verdict TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'open',
  note TEXT NOT NULL DEFAULT '',
  replaces TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT '',
  recognised_id TEXT NOT NULL DEFAULT '',
  created TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX test_report_by_case ON test_report (case_id);

CREATE INDEX test_report_by_enterprise ON test_report (enterprise_id);

CREATE INDEX test_report_by_record ON test_report (record_id);

CREATE INDEX test_report_by_sample ON test_report (sample_id);

CREATE INDEX test_report_of_origin ON test_report (id) WHERE origin <> '' AND recognised_id = '';

CREATE TABLE tombstone (
  rec_id TEXT NOT NULL PRIMARY KEY,
  rec_type TEXT NOT NULL,
  n INTEGER NOT NULL,
  disputed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE visit (
  id TEXT NOT NULL PRIMARY KEY,
  case_id TEXT NOT NULL DEFAULT '',
  enterprise_id TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'routine',
  matter TEXT NOT NULL DEFAULT '',
  planned TEXT,
  approval_id TEXT NOT NULL DEFAULT '',
  refused_id TEXT NOT NULL DEFAULT '',
  notice_id TEXT NOT NULL DEFAULT '',
  arrived TEXT,
  arrived_by TEXT NOT NULL DEFAULT '',
  left_at TEXT,
  reason TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'planned',
  created TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z',
  dots TEXT NOT NULL
) STRICT;

CREATE INDEX visit_by_case ON visit (case_id);

CREATE INDEX visit_by_enterprise ON visit (enterprise_id, arrived);

CREATE INDEX visit_planned ON visit (planned, id) WHERE state = 'planned';

