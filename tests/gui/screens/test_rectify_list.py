"""The rectification list: whose findings it shows is remembered, and it can be taken along."""

import pytest

from app.screens.board_export import BoardExport
from app.screens.place import Place
from app.services import rectification
from app.widgets.buttons import Button
from db.rows import Person, Record
from db.store import nouns
from tests.guards.test_screens import chain
from tests.gui.screens.papers_kit import made
from tests.gui.screens.test_overview import press

LONG = 30_000


@pytest.fixture
def run(start):
    return start(language="en")


def board(run):
    everything = rectification.Only()
    today = run.desk.duty.act().today
    return list(rectification.every(run.reader, today, everything))


def give_away(run, line):
    """Let another section's inspector have made the record of a finding."""

    def work(store, act):
        nouns.save(store, Person("elsewhere", "赵六", role="inspector", section="特种设备科"))
        nouns.edit(store, Record, line.finding.record_id, inspectors='["elsewhere"]')

    made(run, work)


def test_whose_findings_are_shown_is_chosen_by_keyboard_and_remembered(run):
    lost = board(run)[0]
    give_away(run, lost)
    gone = [one for one in board(run) if one.finding.record_id == lost.finding.record_id]
    screen = run.go(Place("rectify"))
    before = len(screen._lines)
    scope = screen._filter.scope
    run.picture("rectify-scope")
    scope.choose("mine")
    assert lost.finding.id not in screen._lines
    assert len(screen._lines) < before
    scope.choose("section")
    assert lost.finding.id not in screen._lines
    assert run.desk.config.settings.board == "section"
    scope.choose("all")
    assert lost.finding.id in screen._lines
    assert len(gone) >= 1


def test_tab_goes_over_the_head_before_the_list(run):
    screen = run.go(Place("rectify"))
    scope, field = screen._filter.scope, screen._filter._enterprise
    export = next(
        one for one in screen.findChildren(Button) if one.accessibleName() == "Export the list…"
    )
    stops = [one for one in chain(screen) if screen.isAncestorOf(one)]
    at = {
        name: next(
            place for place, one in enumerate(stops) if one is what or what.isAncestorOf(one)
        )
        for name, what in (
            ("scope", scope),
            ("export", export),
            ("field", field),
            ("list", screen._list),
            ("detail", screen._detail),
        )
    }
    assert list(at) == sorted(at, key=at.__getitem__)


def test_an_enterprise_is_shown_whole_whatever_was_remembered(run):
    lost = board(run)[0]
    give_away(run, lost)
    run.desk.config.change(board="mine")
    screen = run.go(Place("rectify", spot=lost.finding.enterprise_id))
    assert lost.finding.id in screen._lines
    assert run.desk.config.settings.board == "mine"


def test_the_list_is_exported_as_shown(run, qtbot, tmp_path):
    import openpyxl

    screen = run.go(Place("rectify"))
    screen._toggle("waiting")
    press(screen, "Export the list…")
    dialog = run.window.findChild(BoardExport)
    run.settle()
    shown = dialog.grab()
    assert not shown.isNull()
    assert dialog.act.isDefault()
    target = tmp_path / "list.xlsx"
    dialog.write_to(str(target))
    qtbot.waitUntil(target.exists, timeout=LONG)
    sheet = openpyxl.load_workbook(target).active
    left_out = {"waiting", "closed"}
    expected = [one for one in board(run) if one.group not in left_out]
    assert sheet.max_row == len(expected) + 1 > 2
    assert sheet["B2"].value == expected[0].enterprise
    assert sheet["A1"].value == "Group"
