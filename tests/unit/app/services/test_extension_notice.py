"""延期整改告知书: begun with what is known, and the deadline moves when it is issued, never before."""

import datetime as dt
from dataclasses import replace

import pytest

from app.services import documents, extending, extension_notice, finding_life, findings
from app.services.errors import Refused
from app.services.extending import Wanted
from app.services.records import open_record
from db.rows import Record
from db.store import nouns
from tests.unit.app.services import kit

WANTED = Wanted(
    "extension", "《行政处罚法》第二十八条第一款", "刘局长", "模具返修", 10, "working_day"
)


@pytest.fixture
def ordered(store, act):
    check, record_id = kit.notice_ready(store, act)
    documents.issue(store, act, documents.preview(store, act, record_id))
    return findings.of_record(store, check.record.id)[0]


def ready(store, act, ordered, **known):
    """The notice begun, its last questions answered and signed."""
    record = extension_notice.prepare(store, act, ordered.id, WANTED).value
    today = act.today.isoformat()
    kit.answer_by_name(store, act, record.id, **{"asked_on": today, "approved_on": today} | known)
    kit.sign_all(store, act, record.id)
    return record


def test_it_is_begun_with_the_order_both_days_and_the_approval(store, act, ordered):
    record = extension_notice.prepare(store, act, ordered.id, WANTED).value
    answers = open_record(store, act, record.id).session.answers()
    said = {ref.rsplit("/", 1)[-1]: value for ref, value in answers.items()}
    counted = extending.count(store, "finding", ordered.id, WANTED, act.today)
    assert documents.get(store, ordered.document_id).number_text == said["order_number"]
    assert (counted.before.isoformat(), counted.after.isoformat()) == (
        said["old_deadline"],
        said["new_deadline"],
    )
    assert (said["amount"], said["unit"], said["approver"]) == ("10", "working_day", "刘局长")
    assert findings.get(store, ordered.id) == ordered
    again = extension_notice.prepare(store, act, ordered.id, WANTED).value
    assert again.id == record.id


def test_an_open_draft_says_what_is_wanted_now(store, act, ordered):
    """What was asked for yesterday is not what the party is told today."""
    first = extension_notice.prepare(store, act, ordered.id, WANTED).value
    more = replace(WANTED, amount=20, reason="模具重做")
    again = extension_notice.prepare(store, act, ordered.id, more).value
    answers = open_record(store, act, first.id).session.answers()
    said = {ref.rsplit("/", 1)[-1]: value for ref, value in answers.items()}
    counted = extending.count(store, "finding", ordered.id, more, act.today)
    assert again.id == first.id
    assert (said["amount"], said["reason"]) == ("20", "模具重做")
    assert said["new_deadline"] == counted.after.isoformat()


def test_issuing_it_moves_the_deadline_in_the_same_transaction(store, act, ordered):
    record = ready(store, act, ordered)
    told = documents.issue(store, act, documents.preview(store, act, record.id))
    (made,) = extending.changes_of(store, ordered.id)
    moved = findings.get(store, ordered.id)
    assert (made.record_id, made.due_before, made.due_after) == (
        record.id,
        ordered.due,
        moved.due,
    )
    assert moved.due > ordered.due
    assert ordered.id in told.changes.ids
    assert moved.document_id == ordered.document_id, "it orders nothing anew"
    (extended,) = (one for one in finding_life.life(store, moved).moments if one.what == "extend")
    assert (extended.detail, extended.target) == (
        told.value.number_text,
        ("document", told.value.id),
    )


def test_a_day_that_is_not_the_one_counted_takes_no_number(store, act, ordered):
    wrong = (ordered.due + dt.timedelta(days=90)).isoformat()
    record = ready(store, act, ordered, new_deadline=wrong)
    with pytest.raises(Refused, match="extension-differs"):
        documents.issue(store, act, documents.preview(store, act, record.id))
    assert findings.get(store, ordered.id) == ordered
    assert nouns.get(store, Record, record.id).state == "draft"
    assert documents.preview(store, act, record.id).number == 1
