"""The samples under way: what each waits for follows from its state and the report of its sheet."""

import datetime as dt
import random
from dataclasses import replace

import pytest

from app.services import objections, samples_board
from app.services.samples_board import GROUPS, PAGE
from db.duty_rows import TestReport
from db.journal.ids import new_id
from db.rows import Enterprise, Record, Sample
from db.store import bulk, nouns, samples
from db.store import test_reports as kept

STATES = ("drawn", "sent", "received", "opened", "tested", "returned", "destroyed")


def meant(store, sample, reports, today):  # noqa: PLR0911 - one answer a group
    """What a sample waits for, said plainly; None for one that is back or gone."""
    if sample.state in {"returned", "destroyed"}:
        return None
    if (sample.role, sample.state) == ("spare", "drawn"):
        return "spare"
    standing = [one for one in reports if one.state != "replaced"]
    report = max(standing, key=lambda one: one.id, default=None)
    if report is not None and report.verdict in {"pass", "fail"}:
        if report.state != "open":
            return {"objected": "objected", "final": "rest"}[report.state]
        if report.told is None:
            return "tell"
        return "over" if objections.period_end(store, report) < today else "running"
    if sample.expected is not None and sample.expected < today:
        return "late"
    return "send" if sample.state == "drawn" else "lab"


@pytest.fixture
def many(store, act):
    """Sheets of three samples in every state there is, some with one or two reports."""
    chance = random.Random(18)
    unit = Enterprise(new_id(), "临沂市示范厂")
    rows, reports = [], []
    for _ in range(150):
        sheet = Record(new_id(), "c", unit.id, "sampling-sheet", "1", created=act.now)
        near = [act.today + dt.timedelta(days=chance.randrange(-40, 40)) for _ in range(3)]
        rows += [
            Sample(
                new_id(), sheet.id, "c", role=role, state=chance.choice(STATES),
                expected=chance.choice([None, day]),
            )
            for role, day in zip(("test", "test", "spare"), near, strict=True)
        ]  # fmt: skip
        reports += [
            TestReport(
                new_id(), "c", unit.id, sheet.id,
                state=chance.choice(["open", "open", "objected", "final", "replaced"]),
                verdict=chance.choice(["pass", "fail", "none"]), received=act.today,
                told=chance.choice([None, act.today - dt.timedelta(days=chance.randrange(40))]),
            )
            for _ in range(chance.randrange(3))
        ]  # fmt: skip
        rows.append(sheet)
    mixed = [unit, *rows, *reports]
    chance.shuffle(mixed)  # operations of two devices come in any order
    bulk.load(store, mixed)
    return [row for row in rows if isinstance(row, Sample)], reports


def groups_of(store, today, pages=None):
    shown = pages or dict.fromkeys(GROUPS, 100)
    board = samples_board.board(store, today, shown)
    return {line.sample.id: group.key for group in board for line in group.lines}


def expected_of(store, rows, reports, today):
    found = {
        row.id: meant(store, row, [o for o in reports if o.record_id == row.record_id], today)
        for row in rows
    }
    return {key: group for key, group in found.items() if group}


def test_every_sample_stands_where_its_state_and_its_report_put_it(store, act, many):
    rows, reports = many
    mine = {row.id for row in rows}
    shown = {key: group for key, group in groups_of(store, act.today).items() if key in mine}
    assert set(shown.values()) == set(GROUPS)
    assert shown == expected_of(store, rows, reports, act.today)


def test_it_follows_what_changes_of_either(store, act, many):
    """A report told, objected to, replaced or gone; a sample sent, given back, due on another day."""
    rows, reports = many
    chance = random.Random(1)
    changed = [
        replace(
            one,
            state=chance.choice(["open", "objected", "final", "replaced"]),
            told=chance.choice([None, act.today]),
            verdict=chance.choice(["pass", "none"]),
        )
        for one in reports[:-20]
    ]
    moved = [replace(row, state=chance.choice(STATES), expected=act.today) for row in rows]
    kept.save(store, *changed)
    samples.save(store, *moved)
    nouns.delete(store, TestReport, [one.id for one in reports[-20:]])
    mine = {row.id for row in rows}
    shown = {key: group for key, group in groups_of(store, act.today).items() if key in mine}
    assert shown == expected_of(store, moved, changed, act.today)


def test_a_group_is_shown_by_the_page_earliest_day_first_and_counted_whole(store, act):
    sheet = Record(new_id(), "c", "e", "sampling-sheet", "1", created=act.now)
    days = [act.today - dt.timedelta(days=1 + n) for n in range(PAGE + 5)]
    rows = [
        Sample(new_id(), sheet.id, "c", state="drawn" if n % 2 else "sent", expected=day)
        for n, day in enumerate(days)
    ]
    before = len(late_of(store, act.today, {"late": 2}).lines)
    bulk.load(store, [sheet, *rows])
    late = late_of(store, act.today)
    assert (late.count, late.more, len(late.lines)) == (before + PAGE + 5, False, PAGE)
    whole = late_of(store, act.today, {"late": 2}).lines
    assert {row.id for row in rows} <= {line.sample.id for line in whole}
    assert [line.due for line in whole] == sorted(line.due for line in whole)
    assert whole[:PAGE] == late.lines


def late_of(store, today, pages=None):
    return next(one for one in samples_board.board(store, today, pages) if one.key == "late")
