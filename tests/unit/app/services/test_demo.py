"""The demonstration bureau: made twice it is the same, and every screen's count is the store's."""

import datetime as dt
import re

from app.services import (
    appointments,
    campaigns,
    cases,
    demo_registers,
    equipment_plan,
    findings,
    follow_ups,
    matters,
    rectification,
    samples_board,
    sites,
    today,
    visits,
)
from app.services.attachments import AFTER
from app.services.samples_board import GROUPS
from db.connection import open_store
from db.store import records
from resources.data import demo_bureau
from tests import seeded
from tests.unit.app.services import kit

MACHINE = {"op", "meta"}
"""Tables that keep when and how the store was written, not what the bureau did."""
OF_ITS_MOMENT = re.compile(
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    r"|\{[0-9a-f]{8}\}|[0-9a-f]{32,}|[A-Z0-9 $%*+./:-]{100,}"
)
"""Names drawn at random, of papers and of rows; hashes, signatures and codes that hold ids."""
STAMP = re.compile(rf"{dt.datetime.now(dt.UTC):%Y-%m-}\d\dT[0-9:.]+Z|\b1099\d{{9}}\b")
"""When and as which operation the journal wrote something, on this machine's own clock."""
IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
"""Ids of the store, which sort in the order they were made."""


def contents(store):
    """Every row of every table of the bureau's work, ids replaced by their place among all ids.

    What an object holds is sorted: the rows of a paper stand in it under names drawn at random.
    """
    names = store.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'"
    )
    told = {}
    for (name,) in names:
        if name not in MACHINE and not name.startswith(("sqlite_", "_", "search")):
            told[name] = store.rows(f'SELECT * FROM "{name}"')
    seen = sorted({one for rows in told.values() for row in rows for one in IDS.findall(str(row))})
    places = {one: f"#{number}" for number, one in enumerate(seen)}

    def plain(cell):
        text = IDS.sub(lambda found: places[found[0]], str(cell))
        text = OF_ITS_MOMENT.sub("~", STAMP.sub("~", text))
        return ",".join(sorted(re.split("[,{}]", text))) if text.startswith("{") else text

    return {
        name: sorted(tuple(plain(cell) for cell in row) for row in rows)
        for name, rows in told.items()
    }


def test_made_twice_it_is_the_same(store, tmp_path):
    """A picture drawn again, or a test on another machine, finds the same bureau."""
    again = open_store(seeded.paths_in(seeded.make(tmp_path / "again")).store, kit.KEY)
    try:
        one, other = contents(store), contents(again)
    finally:
        again.close()
    assert {"finding", "test_report", "visit", "answer", "custody", "operator"} <= {
        name for name, rows in one.items() if rows
    }
    assert one.keys() == other.keys()
    differ = [name for name, rows in one.items() if rows != other[name]]
    assert differ == []


def test_the_badge_the_board_and_the_store_count_alike(store, act):
    told = store.rows(
        "SELECT finding.state, record.state FROM finding"
        " JOIN record ON record.id = finding.record_id WHERE record.state <> 'withdrawn'"
    )
    live = [
        state for state, of in told if state in findings.LIVE and (state != "open" or of != "draft")
    ]
    board = rectification.board(store, act.today)
    waiting = sum(group.count for group in board if group.key != "closed")
    assert len(live) == waiting == today.board(store, act).open_findings
    for group in board:
        assert group.count == len(group.lines)


def test_there_is_a_finding_at_every_stage_of_its_life(store, act):
    states = {one for (one,) in store.rows("SELECT state FROM finding")}
    assert states == {"open", "ordered", "reported", "rechecked", "closed", "escalated"}
    assert {group.key for group in rectification.board(store, act.today)} >= {
        *("overdue", "today", "recheck", "reported", "waiting", "closed")
    }
    owners = {one for (one,) in store.rows("SELECT owner_type FROM attachment")}
    assert {"finding", AFTER} <= owners
    assert store.rows("SELECT COUNT(*) FROM term_change") == [(1,)]


def test_there_is_a_sample_at_every_station_and_the_groups_hold_them_all(store, act):
    groups = samples_board.board(store, act.today, dict.fromkeys(GROUPS, 99))
    assert {group.key for group in groups} == set(GROUPS) - {"over"}
    lines = [line for group in groups for line in group.lines]
    ended = "('returned', 'destroyed')"
    (count,) = store.rows(f"SELECT COUNT(*) FROM sample WHERE state NOT IN {ended}")[0]
    assert len(lines) == count
    assert {line.verdict for line in lines} >= {"pass", "fail", ""}
    states = {one for (one,) in store.rows("SELECT state FROM objection")}
    assert states == {"received", "retested"}
    assert store.rows("SELECT state FROM batch") == [("open",)]


def test_every_activity_of_the_campaign_is_begun_and_counted_from_finished_papers(store):
    drive = campaigns.get(store, demo_bureau().bureau.campaign_key)
    for line in campaigns.progress(store, drive).lines:
        forms = (line.target.form_id, *line.target.also)
        sql = (
            "SELECT r.enterprise_id FROM record r JOIN case_file c ON c.id = r.case_id"
            f" WHERE c.campaign = ? AND r.form_id IN ({', '.join('?' * len(forms))})"
            " AND r.state IN ('finished', 'issued')"
        )
        if line.target.goods:
            of = "SELECT value FROM answer WHERE record_id = r.id AND path = '/data/product/goods'"
            sql += f" AND ({of}) IN ({', '.join('?' * len(line.target.goods))})"
        found = store.rows(sql, (drive.key, *forms, *line.target.goods))
        per_unit = line.target.per == "enterprise"
        assert line.done == (len(set(found)) if per_unit else len(found)) > 0
    assert {one.form_id for one in drive.targets} == set(demo_registers.COUNTED.values())


def test_what_counts_for_the_campaign_began_while_it_ran(store):
    drive = campaigns.get(store, demo_bureau().bureau.campaign_key)
    days = store.rows("SELECT opened FROM case_file WHERE campaign = ?", (drive.key,))
    assert days
    for (opened,) in days:
        assert drive.start.isoformat() <= opened <= f"{drive.end.isoformat()}T24"


def test_no_case_is_offered_to_be_closed_while_something_in_it_is_held(store, act):
    offered = 0
    for line in cases.page(store, limit=1000):
        step = cases.folder(store, act, line.case.id).step
        due = [row.kind for row in follow_ups.open_of_case(store, line.case.id)]
        assert step.code != "close" or not follow_ups.HOLDS & set(due), line
        offered += bool(due)
    assert offered


def test_the_card_of_a_unit_counts_its_checks_as_the_cap_does(store, act):
    """两个数字 of one card: checks made this year, and the inspections the cap speaks of."""
    checked = 0
    for unit_id in sites.ids(store):
        card = sites.card(store, unit_id, act.today)
        made = [
            one
            for one in records.of_enterprise(store, unit_id)
            if one.state == "finished"
            and matters.matter_of(one.form_id).visit
            and one.created.year == act.today.year
        ]
        assert visits.tally(store, unit_id, act.today.year).made <= len(made)
        checked += bool(made) and card.counts.records > 0
    assert checked > 10


def test_one_unit_is_at_the_cap_one_visit_is_approved_and_one_is_urgent(store, act):
    full = [one for one in sites.ids(store) if visits.tally(store, one, act.today.year).full]
    assert len(full) == 1
    stages = {visits.lacking(visits.current(store, case)) for case in cases_with_visits(store)}
    assert stages == {"approval", "notice", "approval-after"}


def cases_with_visits(store):
    return [one for (one,) in store.rows("SELECT DISTINCT case_id FROM visit")]


def test_the_numbers_of_a_year_follow_the_days(store):
    """A later number on an earlier day would have to be explained."""
    for (series,) in store.rows("SELECT DISTINCT series FROM document"):
        sql = "SELECT issued FROM document WHERE series = ? ORDER BY year, number"
        days = store.rows(sql, (series,))
        assert days == sorted(days), series


def test_equipment_has_a_plan_in_progress_and_a_certificate_that_ran_out(store, act):
    plan = equipment_plan.plan(store, act.today.year)
    assert any(0 < line.done < line.wanted for line in plan.lines)
    board = today.board(store, act)
    assert any(task.kind == "certificate" for task in board.overdue)
    assert any(task.kind == "certificate" for task in (*board.week, *board.month))
    assert "report-up" in {task.state for task in (*board.overdue, *board.today)}


def test_somebody_holds_the_office_of_chief_quality_officer(store):
    names = [line.officer.name for line in appointments.register(store)]
    assert len(names) == len(set(names)) == 3
