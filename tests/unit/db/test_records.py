"""Records go from state to state by known ways only."""

from dataclasses import replace

import pytest

from db.errors import BugError
from db.rows import Sample, Signature
from db.store import cases, dues, findings, operations, records, samples, signatures
from db.store.dues import Days
from tests.store_kit import START, begin, finding_of

DAYS = Days(START.date(), START.date(), START.date(), START)


def test_a_finished_record_can_be_reopened_until_its_paper_is_issued(store):
    begun = begin(store)
    records.finish(store, begun.record.id, START, "ab" * 32)
    done = records.get(store, begun.record.id)
    assert (done.state, done.finished, done.pdf_sha) == ("finished", START, "ab" * 32)
    records.set_state(store, begun.record.id, "draft")
    again = records.get(store, begun.record.id)
    assert (again.state, again.finished, again.pdf_sha) == ("draft", None, None)
    records.set_state(store, begun.record.id, "issued")
    with pytest.raises(BugError):
        records.set_state(store, begun.record.id, "draft")


def test_saving_a_row_does_not_change_its_state(store):
    begun = begin(store)
    with pytest.raises(BugError):
        records.save(store, replace(begun.record, state="finished"))


def test_the_reason_of_a_withdrawal_is_in_the_journal(store):
    begun = begin(store)
    records.set_state(store, begun.record.id, "withdrawn", reason="企业名称选错")
    newest = operations.history(store, begun.record.id)[0].operation
    assert newest.fields["reason"][0] == "企业名称选错"


def test_records_are_listed_by_case_enterprise_state_and_form(store):
    begun, other = begin(store), begin(store, "别的厂")
    records.set_state(store, other.record.id, "withdrawn")
    assert [one.id for one in records.of_case(store, begun.case.id)] == [begun.record.id]
    assert [one.id for one in records.of_enterprise(store, other.enterprise.id)] == [
        other.record.id
    ]
    assert records.ids(store) == (other.record.id, begun.record.id)
    assert records.ids(store, state="draft", form_id="spot-check") == (begun.record.id,)
    assert [one.id for one in records.drafts(store)] == [begun.record.id]
    assert [one.id for one in records.page(store, [begun.record.id])] == [begun.record.id]


def test_progress_stays_out_of_the_journal(store):
    begun = begin(store)
    before = operations.count(store)
    records.set_progress(store, begun.record.id, 3, 9)
    assert records.get(store, begun.record.id).answered == 3
    assert operations.count(store) == before


def test_cases_are_open_until_closed(store):
    begun = begin(store)
    assert [one.id for one in cases.listed(store, "open", 9)] == [begun.case.id]
    cases.close(store, begun.case.id, START)
    assert cases.listed(store, "open", 9) == ()
    assert (cases.count(store, "open", 9), cases.count(store, "closed", 9)) == (0, 1)
    kept = cases.of_enterprise(store, begun.enterprise.id)[0]
    assert (kept.state, kept.closed) == ("closed", START)
    assert cases.page(store, [begun.case.id]) == (cases.get(store, begun.case.id),)


def test_a_withdrawn_finding_is_listed_nowhere_but_can_be_found(store):
    begun = begin(store)
    finding = finding_of(begun)
    findings.save(store, replace(finding, due=START.date(), state="ordered"))
    assert [one.id for one in dues.page(store, "finding", "today", DAYS, 9)] == [finding.id]
    findings.save(store, replace(finding, due=START.date(), state="withdrawn"))
    assert findings.of_record(store, begun.record.id) == ()
    assert findings.of_case(store, begun.case.id) == ()
    assert findings.of_enterprise(store, begun.enterprise.id) == ()
    assert dues.page(store, "finding", "today", DAYS, 9) == ()
    assert findings.at(store, begun.record.id, finding.path).id == finding.id
    assert findings.page(store, [finding.id])[0] == findings.get(store, finding.id)


def test_a_finding_is_due_until_it_is_settled(store):
    """While its record is a draft, a finding has no one to chase; afterwards it is to be ordered."""
    begun = begin(store)
    kept = finding_of(begun)
    states = ("open", "ordered", "reported", "rechecked", "closed", "escalated", "withdrawn")
    for number, state in enumerate(states):
        findings.save(
            store, replace(kept, id=f"f{number}", state=state, due=START.date(), path=f"/{number}")
        )
    due = dues.page(store, "finding", "today", DAYS, 9)
    assert dues.count(store, "finding", "today", DAYS, 2) == 2, "counted no further than asked"
    assert [one.state for one in due] == ["ordered", "reported", "rechecked"]
    records.finish(store, begun.record.id, START, "ab" * 32)
    due = dues.page(store, "finding", "today", DAYS, 9)
    assert [one.state for one in due] == ["open", "ordered", "reported", "rechecked"]


def test_the_newest_signature_of_each_place_counts(store):
    begun = begin(store)
    signatures.save(
        store,
        Signature("s1", begun.record.id, "party", state="refused"),
        Signature("s2", begun.record.id, "party", state="signed", strokes="[]"),
        Signature("s3", begun.record.id, "inspector-1", state="signed"),
    )
    assert [one.id for one in signatures.of_record(store, begun.record.id)] == ["s3", "s2"]
    assert signatures.get(store, "s1").state == "refused"


def test_samples_are_found_by_number_and_can_be_taken_out(store):
    begun = begin(store)
    sample = Sample("m", begun.record.id, begun.case.id, number="LY-1", drawn=(2, 9))
    samples.save(store, sample)
    assert samples.by_number(store, "LY-1") == sample
    assert samples.of_record(store, begun.record.id) == (sample,)
    assert samples.of_case(store, begun.case.id) == samples.page(store, ["m"])
    samples.delete(store, ["m"])
    assert samples.get(store, "m") is None
