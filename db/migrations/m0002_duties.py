"""The inspector's duties: follow-ups, terms, visits, custody, results, recalls, operators, names."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

SQL = """
ALTER TABLE enterprise ADD COLUMN merged_into TEXT NOT NULL DEFAULT '';
CREATE INDEX enterprise_merged ON enterprise (merged_into) WHERE merged_into <> '';
ALTER TABLE enterprise ADD COLUMN key_unit TEXT NOT NULL DEFAULT '';
ALTER TABLE enterprise ADD COLUMN key_unit_reason TEXT NOT NULL DEFAULT '';
CREATE INDEX enterprise_by_key_unit ON enterprise (key_unit) WHERE key_unit <> '';

ALTER TABLE equipment ADD COLUMN model TEXT NOT NULL DEFAULT '';
ALTER TABLE equipment ADD COLUMN registered TEXT;
ALTER TABLE equipment ADD COLUMN last_test TEXT;
DROP INDEX equipment_by_enterprise;
CREATE INDEX equipment_by_enterprise ON equipment (enterprise_id, status, kind_code);
DROP INDEX equipment_by_next_test;
CREATE INDEX equipment_by_next_test ON equipment (next_test, id);
CREATE INDEX equipment_by_registration ON equipment (registration_no) WHERE registration_no <> '';
CREATE INDEX equipment_by_status ON equipment (status, ifnull(next_test, '~'), id);
CREATE INDEX equipment_by_kind ON equipment (kind_code, status, ifnull(next_test, '~'), id);

CREATE INDEX document_by_issue ON document (issued, id);

CREATE INDEX person_by_certificate ON person (certificate_expires, id)
  WHERE certificate_expires IS NOT NULL;
ALTER TABLE person ADD COLUMN section TEXT NOT NULL DEFAULT '';

ALTER TABLE case_file ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE case_file ADD COLUMN closed TEXT;
CREATE INDEX case_file_by_origin ON case_file (origin) WHERE origin <> '';
CREATE INDEX case_file_by_kind ON case_file (kind, opened);
CREATE INDEX case_file_by_campaign ON case_file (campaign, id);
CREATE INDEX case_file_closed ON case_file (closed, id) WHERE state = 'closed';

ALTER TABLE record ADD COLUMN equipment_id TEXT NOT NULL DEFAULT '';
CREATE INDEX record_by_equipment ON record (equipment_id) WHERE equipment_id <> '';
CREATE INDEX record_by_form ON record (form_id, created);
CREATE INDEX record_by_first ON record (inspectors ->> 0);
CREATE INDEX record_by_second ON record (inspectors ->> 1);

ALTER TABLE finding ADD COLUMN equipment_id TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD COLUMN photos_after TEXT NOT NULL DEFAULT '[]';
ALTER TABLE finding ADD COLUMN report TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD COLUMN reported TEXT;
ALTER TABLE finding ADD COLUMN rechecked TEXT;
ALTER TABLE finding ADD COLUMN recheck_record_id TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD COLUMN escalated_to TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD COLUMN settled TEXT;
CREATE INDEX finding_by_equipment ON finding (equipment_id) WHERE equipment_id <> '';
CREATE INDEX finding_by_state ON finding (state, due, id);
DROP INDEX finding_by_due;
DROP INDEX finding_by_case;
CREATE INDEX finding_of_case ON finding (case_id, state, due, id, reported, settled, severity, record_id);
CREATE INDEX finding_by_severity ON finding (state, severity, due, id);
CREATE INDEX finding_by_report ON finding (reported, id, severity, state) WHERE state IN ('reported', 'rechecked');
CREATE INDEX finding_by_settled ON finding (settled, id, severity) WHERE settled IS NOT NULL;

ALTER TABLE sample ADD COLUMN holder TEXT NOT NULL DEFAULT '';
CREATE INDEX sample_by_seal ON sample (seal_no) WHERE seal_no <> '';
DROP INDEX sample_by_expected;
CREATE INDEX sample_by_expected ON sample (expected)
  WHERE state IN ('drawn', 'sent', 'received', 'opened');

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
CREATE INDEX follow_up_open ON follow_up (due, id) WHERE state = 'open';
CREATE INDEX follow_up_by_owner ON follow_up (owner_id);
CREATE INDEX follow_up_by_case ON follow_up (case_id);
CREATE INDEX follow_up_by_enterprise ON follow_up (enterprise_id);

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
CREATE INDEX visit_by_enterprise ON visit (enterprise_id, arrived);
CREATE INDEX visit_by_case ON visit (case_id);
CREATE INDEX visit_planned ON visit (planned, id) WHERE state = 'planned';

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
CREATE INDEX test_report_by_sample ON test_report (sample_id);
CREATE INDEX test_report_by_record ON test_report (record_id);
CREATE INDEX test_report_by_enterprise ON test_report (enterprise_id);
CREATE INDEX test_report_of_origin ON test_report (id) WHERE origin <> '' AND recognised_id = '';

ALTER TABLE sample ADD COLUMN waits TEXT NOT NULL DEFAULT '';
ALTER TABLE sample ADD COLUMN waits_day TEXT NOT NULL DEFAULT '9999-12-31';
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
UPDATE sample SET (waits, waits_day) = (SELECT waits, waits_day FROM sample_waiting w WHERE w.id = sample.id);
CREATE TRIGGER sample_waits_new AFTER INSERT ON sample BEGIN UPDATE sample SET (waits, waits_day) = (SELECT waits, waits_day FROM sample_waiting w WHERE w.id = sample.id) WHERE id = NEW.id; END;
CREATE TRIGGER sample_waits AFTER UPDATE OF state, role, expected, record_id ON sample BEGIN UPDATE sample SET (waits, waits_day) = (SELECT waits, waits_day FROM sample_waiting w WHERE w.id = sample.id) WHERE id = NEW.id; END;
CREATE TRIGGER test_report_waits_new AFTER INSERT ON test_report BEGIN UPDATE sample SET (waits, waits_day) = (SELECT waits, waits_day FROM sample_waiting w WHERE w.id = sample.id) WHERE record_id = NEW.record_id; END;
CREATE TRIGGER test_report_waits AFTER UPDATE OF state, told, verdict, received, record_id ON test_report BEGIN UPDATE sample SET (waits, waits_day) = (SELECT waits, waits_day FROM sample_waiting w WHERE w.id = sample.id) WHERE record_id IN (OLD.record_id, NEW.record_id); END;
CREATE TRIGGER test_report_waits_gone AFTER DELETE ON test_report BEGIN UPDATE sample SET (waits, waits_day) = (SELECT waits, waits_day FROM sample_waiting w WHERE w.id = sample.id) WHERE record_id = OLD.record_id; END;

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
CREATE INDEX objection_by_report ON objection (report_id);
CREATE INDEX objection_by_case ON objection (case_id);

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
"""


def apply(db: "Database", /) -> None:
    """Add the tables and columns of the duties; what stands in the store stays as it is."""
    for statement in SQL.split(";\n"):
        if statement.strip():
            db.execute(statement)
