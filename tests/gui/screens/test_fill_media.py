"""Answering with photos, drawings, signatures, recordings and files through the real window."""

import hashlib
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QFileDialog

from app.screens import fill_attach, waiting_dialog
from app.screens.camera_dialog import CameraDialog
from app.screens.photo_dialog import PhotoDialog
from app.screens.place import Place
from app.screens.play_dialog import PlayDialog
from app.screens.signature_dialog import SignatureDialog
from app.screens.sketch_dialog import SketchDialog, bytes_of
from app.services import attachments, drawings, intake, pages, records
from app.services.sketch import Mark
from app.shell import camera, microphone
from app.widgets import sketch
from app.widgets.bars import MessageBar
from app.widgets.missing import SmallSignature
from tests.gui.screens.papers_kit import write_on
from tests.gui.widgets.test_sketch import drag
from tests.unit.app.services import media_kit
from tests.unit.app.services.kit import photo_of
from tests.unit.app.services.media_kit import MARKS, ROOT

pytestmark = pytest.mark.qt_log_ignore(
    "^Couldn.t (load|resolve) ",  # optional libraries of Qt's multimedia
    "^PulseAudioService",  # no sound server here
)
STACK, PLAN, HAND, FACE = (f"{ROOT}/{name}" for name in ("stack", "plan", "hand", "face"))
TALK, FILM, REPORT = (f"{ROOT}/{name}" for name in ("talk", "film", "report"))


def begun(program, workbook=media_kit.FORM):
    act = program.desk.duty.act()
    record = program.write(lambda store: media_kit.begun(store, act, workbook))
    return program.go(Place("fill", record.id))


def put(program, screen, ref, path, data):
    """Choose a file for a question; gives the row of what was kept."""
    path.write_bytes(data)
    screen._requests.drop(ref, (str(path),))
    settle(program)
    return screen.paper.media.row(screen.paper.session.node(ref).value)


def settle(program):
    """Wait until what was read, kept and drawn in the background has come home."""
    for _ in range(4):
        assert program.jobs._drain(time.monotonic() + 30)
        program.settle()


def ask(screen, ref, wanted):
    screen.page.widgets[ref].asked.emit(ref, wanted)


def dialog(program, kind):
    return next(one for one in program.window.findChildren(kind) if one.isVisible())


def come_back(program, screen):
    """Leave the paper and open it anew, as after a restart."""
    record_id = screen.paper.id
    program.go(Place("today"))
    screen.paper = None
    again = program.go(Place("fill", record_id))
    settle(program)
    return again


# --- photos and drawings ----------------------------------------------------------------------


def test_a_photo_is_drawn_on_kept_beside_and_seen_again(program, tmp_path):
    screen = begun(program)
    data = photo_of("成品库")
    row = put(program, screen, STACK, tmp_path / "厂区.jpg", data)
    ask(screen, STACK, "draw")
    settle(program)
    shown = dialog(program, SketchDialog)
    shown.tools.chosen.emit("ring")
    drag(shown.sheet, (0.4, 0.4), (0.6, 0.6))
    shown.keep.click()
    settle(program)
    assert attachments.original(program.reader, row) == data
    assert row.sha256 == hashlib.sha256(data).hexdigest()
    assert [mark.tool for mark in drawings.marks_of(program.reader, row)] == ["ring"]
    again = come_back(program, screen)
    assert again.paper.session.node(STACK).value == row.id
    over = again.paper.media.over(row.id)
    assert not again.paper.pictures[over.sha256].isNull()
    ask(again, STACK, "draw")
    settle(program)
    assert len(dialog(program, SketchDialog).sheet.marks) == 1


def test_opening_a_drawn_photo_shows_the_drawing_and_then_the_photo(program, tmp_path):
    screen = begun(program)
    row = put(program, screen, STACK, tmp_path / "厂区.jpg", photo_of("成品库"))
    drawn = media_kit.drawn()
    act = program.desk.duty.act()
    program.write(lambda store: drawings.annotate(store, act, row.id, drawn))
    screen.paper.media.look_again(row.id)
    ask(screen, STACK, "open")
    shown = dialog(program, PhotoDialog)
    assert [one.source for one in shown._rows] == ["annotation", "file"]


def test_a_sheet_is_drawn_and_gone_on_with(program):
    screen = begun(program)
    ask(screen, PLAN, "draw")
    shown = dialog(program, SketchDialog)
    drag(shown.sheet, (0.4, 0.4), (0.6, 0.6))
    shown.keep.click()
    settle(program)
    first = screen.paper.session.node(PLAN).value
    assert screen.paper.media.row(first).source == "drawing"
    again = come_back(program, screen)
    ask(again, PLAN, "draw")
    settle(program)
    assert len(dialog(program, SketchDialog).sheet.marks) == 1


def test_the_printed_page_shows_the_photo_as_drawn_on(program, tmp_path):
    """The picture on the page has the red of the mark, which the photo has nowhere."""
    screen = begun(program)
    row = put(program, screen, STACK, tmp_path / "厂区.jpg", photo_of("成品库"))
    act = program.desk.duty.act()
    before = pages.of_record(program.desk.own_reader, act, screen.paper.id)
    ground = QImage.fromData(attachments.copy_for(program.reader, row, 1600))
    marks = (Mark("box", "danger", ((0.2, 0.2), (0.8, 0.6))),)
    made = bytes_of(sketch.picture(program.desk.theme, ground, marks), "JPEG")
    drawn = media_kit.drawn(marks, made)
    program.write(lambda store: drawings.annotate(store, act, row.id, drawn))
    after = pages.of_record(program.desk.own_reader, act, screen.paper.id)
    assert red(before) == 0
    assert red(after) > 100


def red(drawn):
    """How many points of the pages are of the red of a mark."""
    return sum(
        one > 150 and two < 70 and three < 70
        for page in drawn.pictures
        for one, two, three in zip(page.rgb[::3], page.rgb[1::3], page.rgb[2::3], strict=True)
    )


def test_a_photo_taken_here_is_no_larger_than_the_form_asks(program):
    screen = begun(program)
    screen._requests.attaching.take_shot(FACE, photo_of("本人"))
    settle(program)
    row = screen.paper.media.row(screen.paper.session.node(FACE).value)
    assert row.source == "camera"
    assert QImage.fromData(attachments.original(program.reader, row)).width() == 320


def test_one_photo_answers_and_the_camera_goes_off(program, monkeypatch):
    """A machine that lists a camera; the shutter is the one thing that is not real."""
    monkeypatch.setattr(camera, "list_cameras", lambda: (camera.CameraInfo("c", "c", True),))
    screen = begun(program)
    ask(screen, FACE, "camera")
    shown = dialog(program, CameraDialog)
    shown.taken.emit(photo_of("本人"))
    settle(program)
    assert screen.paper.session.node(FACE).value
    assert not [one for one in program.window.findChildren(CameraDialog) if one.isVisible()]


def test_a_chosen_photo_is_never_made_smaller(program, tmp_path):
    screen = begun(program)
    data = photo_of("本人")
    row = put(program, screen, FACE, tmp_path / "me.jpg", data)
    assert attachments.original(program.reader, row) == data


@pytest.mark.parametrize("most", ["", "0", "x", "99999", "１００"])
def test_a_form_that_asks_for_no_size_gets_the_photo_as_it_is(most):
    data = photo_of("本人")
    assert fill_attach.no_larger(data, most) == data


def test_without_a_camera_a_fresh_photo_may_be_chosen(program):
    """A required question must not be a dead end on a computer without a camera."""
    screen = begun(program)
    ask(screen, FACE, "camera")
    ((_words, instead),) = program.window.notes._notes["no-camera"].acts
    instead()
    assert dialog(program, QFileDialog)


# --- signing ----------------------------------------------------------------------------------


def test_a_signature_inside_a_form_is_kept_and_read_back(program):
    screen = begun(program)
    ask(screen, HAND, "sign")
    pad = dialog(program, SignatureDialog).panel
    write_on(pad.pad)
    pad.confirm.click()
    settle(program)
    value = screen.paper.session.node(HAND).value
    row = screen.paper.media.row(value)
    assert (row.mime, row.source) == ("image/png", "signature")
    again = come_back(program, screen)
    assert again.paper.session.node(HAND).value == value
    small = again.page.widgets[HAND].findChild(SmallSignature)
    assert not small._picture.isNull()
    assert small._picture.hasAlphaChannel()  # tinted in the colour of text


def test_an_empty_pad_and_a_dot_cannot_be_confirmed(program):
    screen = begun(program)
    ask(screen, HAND, "sign")
    panel = dialog(program, SignatureDialog).panel
    assert not panel.confirm.isEnabled()
    drag(panel.pad, (0.5, 0.5), (0.502, 0.5))
    assert not panel.confirm.isEnabled()
    panel._confirm()
    settle(program)
    assert screen.paper.session.node(HAND).value == ""


# --- sound, film, files -----------------------------------------------------------------------


def test_a_recording_is_kept_and_named_with_its_length(program):
    screen = begun(program)
    data = media_kit.wav(2.0)
    screen._requests.opening.take_recording(TALK, data, "0:02")
    settle(program)
    row = screen.paper.media.row(screen.paper.session.node(TALK).value)
    assert (row.mime, row.source, row.caption) == ("audio/wav", "microphone", "0:02")
    assert row.taken == program.desk.duty.now()
    assert attachments.original(program.reader, row) == data
    assert screen.page.widgets[TALK]._about.text().startswith("0:02 · ")


def test_a_recording_is_opened_here_and_says_when_nothing_can_play_it(program, tmp_path):
    screen = begun(program)
    put(program, screen, TALK, tmp_path / "a.wav", media_kit.wav())
    ask(screen, TALK, "open")
    settle(program)
    shown = dialog(program, PlayDialog)
    assert shown.said.isVisible() is (shown._speaker.state == "none")


def test_without_a_microphone_the_program_says_so(program):
    if microphone.there_is_one():
        pytest.skip("this machine has a microphone")
    screen = begun(program)
    ask(screen, TALK, "record")
    bar = next(b for b in program.window.findChildren(MessageBar) if b.isVisible())
    assert bar._message.id == "no-microphone"


def test_a_film_is_opened_in_the_desktop_s_program_and_the_copy_goes(
    program, tmp_path, monkeypatch
):
    """The one thing that is not real here is the desktop, which this machine has none of."""
    seen = []

    def open_url(url):
        path = Path(url.toLocalFile())
        seen.append((path, path.read_bytes(), path.stat().st_mode & 0o777))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    screen = begun(program)
    put(program, screen, FILM, tmp_path / "program.exe.mp4", media_kit.FILM)
    ask(screen, FILM, "open")
    settle(program)
    ((path, data, mode),) = seen
    assert (data, mode, path.suffix) == (media_kit.FILM, 0o400, ".mp4")
    assert path.is_relative_to(program.paths.opened)
    program.close()
    assert not list(program.paths.opened.iterdir())


def test_a_file_of_the_wrong_kind_is_refused_in_a_sentence(program, tmp_path):
    screen = begun(program)
    put(program, screen, REPORT, tmp_path / "报告.pdf", media_kit.wav())
    assert screen.paper.session.node(REPORT).value == ""
    bar = next(b for b in program.window.findChildren(MessageBar) if b.isVisible())
    assert bar._message.id == "file-wrong-kind"


def test_what_was_taken_off_comes_back(program, tmp_path):
    screen = begun(program)
    row = put(program, screen, REPORT, tmp_path / "报告.pdf", media_kit.PDF)
    ask(screen, REPORT, "remove")
    assert screen.paper.session.node(REPORT).value == ""
    assert "报告.pdf" in screen.undo_bar._words.text()
    screen._take_back()
    assert screen.paper.session.node(REPORT).value == row.id


def test_what_was_replaced_comes_back(program, tmp_path):
    screen = begun(program)
    first = put(program, screen, STACK, tmp_path / "1.jpg", photo_of("一"))
    second = put(program, screen, STACK, tmp_path / "2.jpg", photo_of("二"))
    assert screen.paper.session.node(STACK).value == second.id
    screen._take_back()
    assert screen.paper.session.node(STACK).value == first.id


def test_the_file_dialogue_offers_what_the_question_takes(program):
    screen = begun(program)
    ask(screen, REPORT, "file")
    shown = dialog(program, QFileDialog)
    assert shown.nameFilters() == ["文件 (*.pdf *.csv)"]


def test_a_slow_file_shows_how_far_it_is_and_can_be_called_off(
    program, tmp_path, qtbot, monkeypatch
):
    """A file that takes its time, by reading that waits before each piece."""
    monkeypatch.setattr(intake, "PIECE", 64 * 1024)
    monkeypatch.setattr(waiting_dialog, "PATIENCE", 50)
    real = intake.Meter.stopped.fget
    monkeypatch.setattr(
        intake.Meter, "stopped", property(lambda meter: (time.sleep(0.02), real(meter))[1])
    )
    path = tmp_path / "long.csv"
    path.write_bytes(b"a,b\n" * 1_000_000)
    screen = begun(program)
    screen._requests.drop(REPORT, (str(path),))
    qtbot.waitUntil(lambda: any(_waiting(program)), timeout=5000)
    shown = _waiting(program)[0]
    assert 0 <= shown._meter.share < 1
    shown.cancel.click()
    settle(program)
    assert screen.paper.session.node(REPORT).value == ""


def _waiting(program):
    return [one for one in program.window.findChildren(waiting_dialog.Waiting) if one.isVisible()]


# --- what the form brings along, and what is never done ---------------------------------------


def test_pictures_and_sounds_of_the_form_travel_with_it(program):
    screen = begun(program)
    assert screen.paper.media.of_form("shelf.jpg") == photo_of("货架")
    assert screen.paper.media.of_form("gone.jpg") is None
    ask(screen, TALK, "media:call.wav")
    settle(program)
    assert dialog(program, PlayDialog)


def test_recording_unasked_is_said_and_never_done(program):
    screen = begun(program, media_kit.UNASKED)
    bars = [one for one in screen.limits.findChildren(MessageBar) if one.isVisible()]
    assert [bar._message.id for bar in bars] == ["record-audio"]
    assert program.jobs.flush()
    opened = records.open_record(program.reader, program.desk.duty.act(), screen.paper.id)
    assert opened.session.node("/data/unasked").value == ""
    bars[0].answered.emit("record-audio", "seen")
    assert not screen.limits.isVisible()


def test_an_ordinary_form_has_no_such_bar(program):
    assert not begun(program).limits.isVisible()


@pytest.mark.parametrize("look", [("light", "zh_CN"), ("dark", "zh_CN"), ("light", "en")])
def test_the_section_looks_as_it_should(start, tmp_path, look):
    """Kept as pictures where XUNJIAN_PICTURES says."""
    theme, language = look
    program = start(theme=theme, language=language)
    screen = begun(program, media_kit.UNASKED)
    row = put(program, screen, STACK, tmp_path / "20260916-135241.jpg", photo_of("成品库"))
    act = program.desk.duty.act()
    drawn = media_kit.drawn(MARKS)
    program.write(lambda store: drawings.annotate(store, act, row.id, drawn))
    screen.paper.media.look_again(row.id)
    screen._requests.opening.take_recording(TALK, media_kit.wav(2.0), "0:02")
    settle(program)
    shown = program.picture(f"fill-media-{theme}-{language}")
    assert shown.width() == 1366
