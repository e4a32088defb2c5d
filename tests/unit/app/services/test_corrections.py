"""The bureau's own tables: a later year's calendar, periods, articles; all or nothing."""

import datetime as dt

import pytest

from app.services import (
    clocks,
    corrections,
    documents,
    extending,
    findings,
    follow_ups,
    laws,
    preparing,
)
from app.services.errors import Refused
from app.services.extending import Wanted
from app.services.findings import FindingEdit
from app.services.records import open_record
from db.errors import MachineError
from resources import schema, tables
from tests.unit.app.services import kit

HEAD = "date,kind,festival"
NOTICE = (
    *("2027-01-01,holiday,元旦", "2027-01-02,holiday,元旦", "2027-01-03,holiday,元旦"),
    *("2027-01-04,holiday,元旦", "2027-01-09,workday,元旦", "2027-10-01,holiday,国庆节"),
)
"""A made-up notice for 2027: the 4th of January is off, the Saturday after it is worked."""


@pytest.fixture
def notice(tmp_path):
    return written(tmp_path, *NOTICE)


def written(folder, *lines, head=HEAD, name="holidays-2027.csv"):
    path = folder / name
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return path


def late(act):
    """The 20th of December: fifteen days on is the 4th of January."""
    return kit.later(act, 60 * 24 * 95)


def found_late(store, act):
    check = kit.start(store, late(act))
    finding_id = kit.mark_adverse(store, late(act), check.record.id, "segregation", "混放。")
    return check, findings.get(store, finding_id)


def test_the_published_years_are_listed_the_latest_first(store, notice, act):
    before = corrections.years(store)
    assert (before[0].year, before[0].own) == (2026, False)
    assert before[0].days_off > 20
    corrections.take(store, act, notice)
    after = corrections.years(store)
    assert (after[0].year, after[0].days_off, after[0].worked, after[0].own) == (2027, 5, 1, True)
    assert after[1:] == before


def test_importing_a_year_counts_provisional_deadlines_again(store, notice, act):
    """The 4th of January turns out to be a day off: the deadline is the 5th, and certain."""
    _check, row = found_late(store, act)
    assert (row.due, row.due_provisional) == (dt.date(2027, 1, 4), True)
    done = corrections.take(store, late(act), notice)
    assert (done.value.rows, done.value.years) == (6, (2027,))
    assert (done.value.recounted, done.value.moved) == (1, 1)
    assert row.id in done.changes.ids
    again = findings.get(store, row.id)
    assert (again.due, again.due_provisional) == (dt.date(2027, 1, 5), False)
    fresh = clocks.explain(store, row.clock_id, late(act).today)
    assert (fresh.due, fresh.provisional) == (again.due, False)


def test_importing_a_year_counts_what_is_to_be_done_again(store, notice, act):
    """One by its clock, one with a length of its own, one that was extended: only the first moves."""
    start = late(act).now - dt.timedelta(days=4)

    def kept(**facts):
        what = {"case_id": "c", "enterprise_id": "e", "start": start, **facts}
        return follow_ups.make(store, **what)

    lead = kept(kind="lead", clock_id="case-lead-15wd")
    own = kept(kind="accept", clock_id="complaint-accept-7wd", amount=13)
    longer = kept(kind="lead", clock_id="case-lead-15wd")
    follow_ups.keep(store, late(act), lead, own, longer)
    more = Wanted("extension", "第十八条", "刘局长", "案情复杂", 15, "working_day")
    extending.change(store, late(act), extending.FOLLOW_UP, longer.id, more)
    before = [follow_ups.get(store, row.id) for row in (lead, own, longer)]
    assert all(row.due_provisional for row in before)
    done = corrections.take(store, late(act), notice)
    after = [follow_ups.get(store, row.id) for row in (lead, own, longer)]
    fresh = clocks.explain(store, "case-lead-15wd", start.date())
    assert (after[0].due, after[0].due_provisional) == (fresh.due, False)
    assert after[0].due > before[0].due
    assert after[1:] == before[1:]
    assert (done.value.recounted, done.value.moved) == (1, 1)
    assert lead.id in done.changes.ids


def test_a_period_begun_later_than_the_finding_is_counted_from_its_own_day(store, notice, act):
    """An inspector may choose the period days later; the day is found from the date it gave."""
    _check, row = found_late(store, act)
    after = kit.later(late(act), 60 * 24 * 3)
    findings.update(store, after, row.id, FindingEdit(clock_id=row.clock_id))
    assert findings.get(store, row.id).due == dt.date(2027, 1, 7)
    done = corrections.take(store, after, notice).value
    assert (done.recounted, done.moved) == (1, 0)
    assert findings.get(store, row.id).due == dt.date(2027, 1, 7)


def test_a_day_that_was_ordered_and_served_stands(store, notice, act):
    """The paper in the party's hands says the 4th; a calendar does not change it."""
    check, row = found_late(store, act)
    order = preparing.prepare_notice(store, late(act), check.case_id).value
    kit.sign_all(store, late(act), order.id)
    documents.issue(store, late(act), documents.preview(store, late(act), order.id))
    assert findings.get(store, row.id).due_provisional
    done = corrections.take(store, late(act), notice).value
    assert (done.recounted, done.moved) == (1, 0)
    again = findings.get(store, row.id)
    assert (again.due, again.due_provisional) == (dt.date(2027, 1, 4), False)


def test_a_day_set_by_hand_is_left_alone(store, notice, act):
    _check, row = found_late(store, act)
    findings.update(store, late(act), row.id, FindingEdit(due=dt.date(2027, 2, 1)))
    assert corrections.take(store, late(act), notice).value.recounted == 0
    assert findings.get(store, row.id).due == dt.date(2027, 2, 1)


@pytest.mark.parametrize(
    ("lines", "where"),
    [
        ((*NOTICE, "2027-13-01,holiday,元旦"), (8, "date", "date")),
        ((*NOTICE, "2027-01-06,workday,元旦"), (8, "date", "workday-not-weekend")),
        (NOTICE[:-1], (0, "date", "incomplete-year")),
        ((), (0, "date", "empty")),
    ],
)
def test_a_wrong_calendar_says_row_and_column_and_changes_nothing(
    store, act, tmp_path, lines, where
):
    _check, finding = found_late(store, act)
    with pytest.raises(Refused) as refused:
        corrections.take(store, act, written(tmp_path, *lines))
    assert refused.value.code == "table-wrong"
    first = refused.value.facts["problems"][0]
    assert where == (first.row, first.column, first.code)
    assert findings.get(store, finding.id) == finding
    assert clocks.corrections(store) is None


def test_a_table_nobody_knows_is_refused_by_name(store, act, tmp_path):
    path = written(tmp_path, "1,2", head="名称,电话", name="客户.csv")
    with pytest.raises(Refused) as refused:
        corrections.take(store, act, path)
    assert (refused.value.code, refused.value.facts["file"]) == ("table-unknown", "客户.csv")


def test_a_file_that_is_gone_or_no_text_is_refused(store, act, tmp_path):
    (tmp_path / "zip.csv").write_bytes(b"PK\x03\x04\xff\xfe")
    for name, code in (("gone.csv", "unreadable"), ("zip.csv", "not-utf8")):
        with pytest.raises(Refused) as refused:
            corrections.take(store, act, tmp_path / name)
        assert refused.value.facts["problems"][0].code == code


def test_a_folder_that_cannot_be_written_is_the_machines_error(store, notice, act):
    """A file stands where the folder should be: nothing is half taken over."""
    (store.folder / corrections.FOLDER).write_text("in the way", encoding="utf-8")
    with pytest.raises(MachineError) as failed:
        corrections.take(store, act, notice)
    assert failed.value.code == "missing-folder"
    assert corrections.years(store)[0].year == 2026


def test_a_bureaus_own_period_holds_at_once(store, act, tmp_path):
    """The clock is read again without a restart."""
    before = clocks.explain(store, "product-correct-60d", act.today)
    assert before.amount == 60
    for amount in (50, 55):
        changed = exported(tmp_path, schema.CLOCKS, "product-correct-60d", amount=str(amount))
        done = corrections.take(store, act, changed).value
        assert (done.table, done.rows) == (schema.CLOCKS.file, 1)
        after = clocks.explain(store, "product-correct-60d", act.today)
        assert amount == after.amount


def test_articles_of_a_table_go_into_the_library_and_keep_their_official_text(store, act, tmp_path):
    """A bureau that has typed the text of an article does not lose it to a newer table."""
    key = "product-quality-law:27"
    kept = laws.get(store, key)
    ours = type(kept)(**{**_fields(kept), "text": "条文原文。"})
    laws.save(store, act, ours)
    done = corrections.take(store, act, exported(tmp_path, schema.LAWS, key, article="第二十八条"))
    assert done.value.rows == 1
    again = laws.get(store, key)
    assert (again.article, again.text) == ("第二十八条", "条文原文。")
    check = kit.start(store, act)
    kit.answer_by_name(store, act, check.record.id, label_complete="no")
    seed = open_record(store, act, check.record.id).session.findings()[0]
    assert findings.choose(store, act, check.record.id, seed).value.law.endswith("第二十八条")


def _fields(row):
    return {name: getattr(row, name) for name in row.__slots__}


def exported(folder, table, key, **changes):
    """One row of a bundled table as a file of its own, some cells changed."""
    import csv

    rows = tables.read(table, tables.HERE / table.path)
    row = next(one for one in rows if one.cells[table.key[0]] == key)
    path = folder / "own.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(row.cells))
        writer.writeheader()
        writer.writerow({**row.cells, **changes})
    return path
