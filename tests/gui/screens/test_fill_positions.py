"""Positions in a paper through the real window: receiver on a pseudo-terminal, photo, undo."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from app.screens.place import Place
from app.screens.position_dialog import PositionDialog
from app.services import records
from tests.gui.receiver_kit import Wire, fixed, void
from tests.gui.screens.places_kit import ASKED_AT, BEGAN, KEEPER, OUTLINE, PIPE, SPOT, begun

HERE = "35.05 118.35 61 4.5"


@pytest.fixture
def wire():
    line = Wire()
    yield line
    line.cut()


@pytest.fixture
def speak(qapp, wire):
    """Say something again and again."""
    timer = QTimer()

    def begin(words):
        second = iter(range(10_000))
        timer.timeout.connect(lambda: wire.say(words(next(second))))
        timer.start(40)

    yield begin
    timer.stop()


def photo(*, place=True):
    """A telephone's picture, with or without where it was taken."""
    exif = Image.Exif()
    if place:
        exif.get_ifd(0x8825).update(
            {1: "N", 2: (35.0, 3.0, 0.0), 3: "E", 4: (118.0, 21.0, 0.0), 5: b"\0", 6: 61.0}
        )
    out = io.BytesIO()
    Image.new("RGB", (64, 48)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def value(screen, ref):
    return screen.paper.session.node(ref).value


def stored(program, record_id):
    reader = program.desk.own_reader()
    try:
        act = program.desk.duty.act()
        return records.open_record(reader, act, record_id).session.answers()
    finally:
        reader.close()


def dialog_of(screen, qtbot):
    """The dialogue that waits for a position."""
    qtbot.waitUntil(lambda: screen.window().findChild(PositionDialog) is not None)
    return screen.window().findChild(PositionDialog)


# --- in the background ------------------------------------------------------------------------


def test_the_beginning_is_measured_with_the_receiver_used_before(start, qtbot, wire, speak):
    """It is kept in the journal as if somebody had answered."""
    speak(fixed)
    program = start(receiver=wire.name)
    screen = begun(program)
    qtbot.waitUntil(lambda: value(screen, BEGAN) == HERE)
    screen.leave()
    program.settle()
    assert stored(program, screen.paper.id)[BEGAN] == HERE


def test_an_answer_is_stamped_with_where_it_was_given(start, qtbot, wire, speak):
    speak(fixed)
    program = start(receiver=wire.name)
    screen = begun(program)
    field = screen.page.widgets[KEEPER].field
    field.setFocus()
    QTest.keyClicks(field, "Zhou")
    qtbot.waitUntil(lambda: value(screen, ASKED_AT) == HERE)
    assert field.text() == "Zhou"
    assert field.hasFocus()


def test_without_a_receiver_nothing_is_measured_and_nobody_is_told(start, qtbot, wire):
    program = start(receiver="/dev/nothing-here")
    screen = begun(program)
    QTest.keyClicks(screen.page.widgets[KEEPER].field, "Zhou")
    QTest.qWait(60)
    assert value(screen, BEGAN) == ""
    assert value(screen, ASKED_AT) == ""
    assert not program.window.notes._notes


def test_a_receiver_never_used_before_is_not_looked_for(program, qtbot, wire, speak, monkeypatch):
    """Only somebody who asks for a position lets ports be opened."""
    from app.shell.gps import Receiver

    opened = []
    monkeypatch.setattr(Receiver, "_open", lambda _self, name, _rate: opened.append(name))
    begun(program)
    assert opened == []


def test_the_office_is_not_where_an_old_paper_was_begun(start, qtbot, wire, speak):
    """Opened an hour later the paper is somewhere else; a wrong place is worse than none."""
    import datetime as dt

    program = start()
    screen = begun(program)
    record = screen.paper.id
    program.go(Place("today"))
    program.time.now += dt.timedelta(hours=1)
    program.desk.config.change(receiver=wire.name)
    speak(fixed)
    screen = program.go(Place("fill", record))
    QTest.qWait(400)
    assert value(screen, BEGAN) == ""


# --- when asked -------------------------------------------------------------------------------


def test_a_point_is_measured_and_the_receiver_remembered(program, qtbot, wire, speak):
    speak(fixed)
    screen = begun(program)
    program.desk.config.change(receiver="")
    screen.page.widgets[SPOT].measure.click()
    dialog = dialog_of(screen, qtbot)
    dialog.port.chosen.emit(wire.name)
    qtbot.waitUntil(lambda: value(screen, SPOT) == HERE)
    assert program.desk.config.settings.receiver == wire.name
    assert screen.page.widgets[SPOT].measured.text()
    program.settle()
    assert stored(program, screen.paper.id)[SPOT] == HERE


def test_a_rough_position_waits_until_somebody_takes_it(program, qtbot, wire, speak):
    """The form wants ten metres; HDOP 6 gives thirty."""
    speak(lambda second: fixed(second, hdop="6"))
    screen = begun(program)
    program.desk.config.change(receiver=wire.name)
    screen.page.widgets[SPOT].measure.click()
    dialog = dialog_of(screen, qtbot)
    qtbot.waitUntil(dialog.take.isEnabled)
    QTest.qWait(100)
    assert value(screen, SPOT) == ""
    assert "30.0" in dialog.said.text()
    dialog.take.click()
    assert value(screen, SPOT) == "35.05 118.35 61 30"


def test_leaving_the_dialogue_changes_nothing_and_lets_go_of_the_port(program, qtbot, wire, speak):
    speak(void)
    screen = begun(program)
    program.desk.config.change(receiver=wire.name)
    screen.page.widgets[SPOT].measure.click()
    dialog = dialog_of(screen, qtbot)
    qtbot.waitUntil(lambda: dialog.receiver.state == "waiting")
    dialog.reject()
    assert dialog.receiver.state == "off"
    assert value(screen, SPOT) == ""


def test_a_receiver_that_is_not_there_is_a_sentence_with_what_to_do(program, qtbot):
    screen = begun(program)
    program.desk.config.change(receiver="/dev/nothing-here")
    screen.page.widgets[SPOT].measure.click()
    dialog = dialog_of(screen, qtbot)
    qtbot.waitUntil(lambda: dialog.receiver.state in {"none", "silent"}, timeout=20_000)
    assert len(dialog.said.text()) > 20
    assert not dialog.take.isEnabled()
    dialog.reject()


def test_a_walked_area_gets_a_point_each_time(program, qtbot, wire, speak):
    speak(fixed)
    screen = begun(program)
    program.desk.config.change(receiver=wire.name)
    for count in (1, 2):
        screen.page.widgets[OUTLINE].fetch.click()
        dialog_of(screen, qtbot)
        qtbot.waitUntil(lambda wanted=count: value(screen, OUTLINE).count("118.35") == wanted)
        qtbot.waitUntil(lambda: screen.window().findChild(PositionDialog) is None)
    assert value(screen, OUTLINE) == f"{HERE}; {HERE}"


# --- from a photo -----------------------------------------------------------------------------


def test_a_photo_gives_its_place(program, qtbot, tmp_path):
    screen = begun(program)
    file = tmp_path / "gate.jpg"
    file.write_bytes(photo())
    screen._requests.positions.read_photo(SPOT, str(file))
    qtbot.waitUntil(lambda: value(screen, SPOT) == "35.05 118.35 61")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (photo(place=False), "photo-without-place"),
        (b"%PDF-1.7", "photo-unknown-kind"),
        (b"\xff\xd8\xff\xe0 broken", "photo-unreadable"),
    ],
)
def test_a_photo_without_a_place_is_a_sentence(program, qtbot, tmp_path, data, told):
    screen = begun(program)
    file = tmp_path / "gate.jpg"
    file.write_bytes(data)
    screen.paper.answer(SPOT, "35.05 118.35")
    screen._requests.positions.read_photo(SPOT, str(file))
    qtbot.waitUntil(lambda: told in program.window.notes._notes)
    assert value(screen, SPOT) == "35.05 118.35"


# --- taking back ------------------------------------------------------------------------------


def test_a_removed_point_comes_back_to_its_place_among_those_typed_since(program, qtbot):
    screen = begun(program)
    screen.paper.answer(PIPE, "35.01 118.01; 35.02 118.02; 35.03 118.03")
    widget = screen.page.widgets[PIPE]
    widget.rows[1].remove.click()
    qtbot.waitUntil(lambda: value(screen, PIPE) == "35.01 118.01; 35.03 118.03")
    field = widget.rows[2].latitude
    field.setFocus()
    QTest.keyClicks(field, "35.04")
    screen.undo_bar.undone.emit()
    assert value(screen, PIPE) == "35.01 118.01; 35.02 118.02; 35.03 118.03; 35.04 ?"
    program.picture("fill-places")
