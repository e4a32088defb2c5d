"""Exporting from the window: the real file, how far it is, and stopping half-way."""

import threading

import pytest

from app.screens.export_dialog import ExportDialog
from app.screens.export_run import Far
from app.screens.place import Place
from app.services import export

LONG = 30_000


@pytest.fixture
def dialog(program):
    """The dialogue as the button of the spot checks opens it."""
    page = program.go(Place("settings", spot="forms"))._pages["forms"]
    page.list.pressed_verb.emit("spot-check")
    return program.window.findChild(ExportDialog)


def first_sheet(qtbot, target):
    """The first sheet of the file once it stands there; it comes whole or not at all."""
    import openpyxl

    qtbot.waitUntil(target.exists, timeout=LONG)
    return openpyxl.load_workbook(target).worksheets[0]


def test_the_records_of_a_form_are_written_to_a_workbook(program, qtbot, dialog, tmp_path):
    target = tmp_path / "checks.xlsx"
    dialog.write_to(str(target))
    sheet = first_sheet(qtbot, target)
    finished = program.reader.row(
        "SELECT count(*) FROM record WHERE form_id = 'spot-check' AND state <> 'draft'"
        " AND state <> 'withdrawn'"
    )[0]
    assert finished > 10
    assert sheet.max_row == finished + 1


def test_drafts_come_along_only_when_wanted(program, qtbot, dialog, tmp_path):
    program.check()
    dialog.which.set_value("all")
    target = tmp_path / "checks.xlsx"
    dialog.write_to(str(target))
    every = program.reader.row("SELECT count(*) FROM record WHERE form_id = 'spot-check'")[0]
    assert first_sheet(qtbot, target).max_row == every + 1


def test_it_can_be_stopped_and_leaves_no_file(qtbot, dialog, tmp_path, monkeypatch):
    """Escape while it is written stops it; a second one closes the dialogue."""
    real = export._write

    def slowly(records, source, out, go_on):
        def held(done):
            released.wait(5)
            return go_on(done)

        return real(records, source, out, held)

    released = threading.Event()
    monkeypatch.setattr(export, "_write", slowly)
    target = tmp_path / "checks.csv"
    dialog.write_to(str(target))
    assert not dialog.act.isEnabled()
    dialog.reject()
    assert dialog.isVisible()
    released.set()
    qtbot.waitUntil(dialog.act.isEnabled, timeout=LONG)
    assert list(tmp_path.glob("checks*")) == []
    assert list(tmp_path.glob(".checks*")) == []
    dialog.reject()
    assert not dialog.isVisible()


def test_how_far_it_is_can_be_read_while_it_is_written():
    far = Far()
    assert far.go_on(3)
    assert far.done == 3
    far.stopped = True
    assert not far.go_on(4)


def test_a_place_that_cannot_be_written_is_told_and_the_dialogue_stays(
    program, qtbot, dialog, tmp_path
):
    said = []
    object.__setattr__(program.desk, "tell", said.append)
    dialog.write_to(str(tmp_path / "nowhere" / "checks.xlsx"))
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    assert dialog.isVisible()
    assert dialog.act.isEnabled()
