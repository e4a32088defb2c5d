"""Questions about media: what they show of an answer, what they ask of the screen, by keyboard."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QPixmap
from PySide6.QtTest import QTest

from app.widgets.buttons import Button
from app.widgets.labels import Label
from app.widgets.questions import Helpers, make
from app.widgets.questions.base import Attached
from app.widgets.questions.label_media import LabelMedia
from app.widgets.questions.media import FileQuestion, PhotoQuestion
from forms.state import Option
from tests.gui.widgets.questions_kit import HELPERS, REF, build, picture, state
from tests.unit.app.services.kit import photo_of

KNOWN = {
    "a": Attached("录音.wav", "audio", "2:05 · 4.0 MB"),
    "p": Attached("厂区.jpg", "image"),
    "d": Attached("厂区.jpg", "image", drawn=True),
}
WITH = Helpers(
    HELPERS.today,
    picture=picture,
    attached=KNOWN.get,
    media=lambda name: photo_of("货架") if name == "shelf.jpg" else None,
    camera=True,
)


def shown(qtbot, theme, what):
    widget = make(theme, what, WITH)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def asked(widget):
    told = []
    widget.asked.connect(lambda ref, wanted: told.append(wanted) if ref == REF else None)
    return told


def buttons(widget):
    return [one for one in widget.findChildren(Button) if one.isVisible()]


@pytest.mark.parametrize("kind", ["audio", "video", "file"])
def test_an_open_question_offers_its_ways_and_an_answered_one_the_file(qtbot, theme, kind):
    widget = shown(qtbot, theme, state(kind))
    ways = [widget.record, widget.choose] if kind == "audio" else [widget.choose]
    assert buttons(widget) == ways
    widget.set_state(state(kind, "a"))
    assert buttons(widget) == [widget.open, widget.remove]
    assert widget._name.text() == "录音.wav"
    assert widget._about.text() == "2:05 · 4.0 MB"


def test_a_closed_paper_lets_one_play_and_nothing_else(qtbot, theme):
    widget = shown(qtbot, theme, state("audio", "a", readonly=True))
    assert buttons(widget) == [widget.open]
    widget.set_state(state("audio", readonly=True))
    assert buttons(widget) == []


def test_sound_to_be_recorded_elsewhere_is_only_chosen(qtbot, theme):
    """``quality=external``: the form wants another recorder's file."""
    widget = shown(qtbot, theme, state("audio", attributes={"odk:quality": "external"}))
    assert buttons(widget) == [widget.choose]


@pytest.mark.parametrize(
    ("kind", "appearance"),
    [("audio", ""), ("file", ""), ("image", ""), ("image", "draw"), ("image", "signature")],
)
def test_a_closed_paper_says_where_nothing_was_added(qtbot, theme, kind, appearance):
    widget = shown(qtbot, theme, state(kind, appearance=appearance, readonly=True))
    assert widget.nothing.isVisible()
    assert buttons(widget) == []
    widget.set_state(state(kind, appearance=appearance))
    assert not widget.nothing.isVisible()
    assert buttons(widget) or widget.strip.camera.isVisible()


@pytest.mark.parametrize(
    ("value", "press", "wanted"),
    [
        ("", lambda w: w.record, "record"),
        ("", lambda w: w.choose, "file"),
        ("a", lambda w: w.open, "open"),
        ("a", lambda w: w.remove, "remove"),
    ],
)
def test_every_act_is_asked_of_the_screen_by_keyboard(qtbot, theme, value, press, wanted):
    widget = shown(qtbot, theme, state("audio", value))
    told = asked(widget)
    button = press(widget)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert told == [wanted]


def test_the_focus_goes_to_the_first_way(qtbot, theme):
    """Going on to a question by F8 must not land nowhere."""
    widget = build(qtbot, theme, state("audio"))
    widget.take_focus()
    assert widget.focusWidget() is widget.record
    widget.set_state(state("audio", "a"))
    widget.take_focus()
    assert widget.focusWidget() is widget.open


def test_a_file_may_be_dropped_while_there_is_none(qtbot, theme, tmp_path):
    widget = shown(qtbot, theme, state("file"))
    told = []
    widget.dropped.connect(lambda ref, paths: told.append(paths))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.pdf"))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    widget.dropEvent(QDropEvent(QPoint(4, 4), copy, data, left, none))
    assert told == [(str(tmp_path / "a.pdf"),)]
    widget.set_state(state("file", "a"))
    assert not widget.acceptDrops()


def test_a_photo_can_be_drawn_on_once_it_is_there(qtbot, theme):
    widget = shown(qtbot, theme, state("image", appearance="annotate"))
    assert not widget.draw.isVisible()
    widget.set_state(state("image", "p", appearance="annotate"))
    first = widget.draw.text()
    widget.set_state(state("image", "d", appearance="annotate"))
    assert widget.draw.isVisible()
    assert widget.draw.text() != first
    told = asked(widget)
    widget.draw.click()
    assert told == ["draw"]


def test_a_plain_photo_cannot_be_drawn_on(qtbot, theme):
    assert not shown(qtbot, theme, state("image", "p")).draw.isVisible()


def test_a_sheet_is_drawn_and_neither_taken_nor_chosen(qtbot, theme):
    widget = shown(qtbot, theme, state("image", appearance="draw"))
    assert isinstance(widget, PhotoQuestion)
    assert buttons(widget) == [widget.draw]
    assert not widget.strip.isVisible()


@pytest.mark.parametrize("appearance", ["new", "new-front", "selfie"])
def test_a_fresh_photo_comes_from_the_camera(qtbot, theme, appearance):
    widget = shown(qtbot, theme, state("image", appearance=appearance))
    assert widget.strip.camera.isVisible()
    assert not widget.strip.file.isVisible()
    assert not widget.strip.acceptDrops()


def test_the_thumbnail_is_named_by_the_file_not_by_its_id(qtbot, theme):
    widget = shown(qtbot, theme, state("image", "p"))
    index = widget.strip._list.rows.index(0, 0)
    assert index.data() == "厂区.jpg"


def test_the_form_s_own_pictures_stand_under_the_words(qtbot, theme):
    choices = (
        Option("1", "完好", media={"image": "shelf.jpg"}),
        Option("2", "破损", media={"image": "broken.jpg"}),
    )
    widget = shown(qtbot, theme, state("select_one", choices=choices, media={"image": "shelf.jpg"}))
    media = widget.findChild(LabelMedia)
    pictures = [one for one in media.findChildren(Label.__mro__[1]) if not one.pixmap().isNull()]
    assert len(pictures) == 2
    words = [one.text() for one in media.findChildren(Label)]
    assert [one for one in words if "broken.jpg" in one]
    assert {"完好", "破损"} <= set(words)


@pytest.mark.parametrize("form", ["image", "audio", "video"])
def test_a_file_the_form_lacks_is_named_in_a_sentence(qtbot, theme, form):
    widget = shown(qtbot, theme, state("text", media={form: "gone.bin"}))
    said = [one.text() for one in widget.findChild(LabelMedia).findChildren(Label)]
    assert len(said) == 1
    assert "gone.bin" in said[0]


def test_a_picture_that_is_none_is_named_too(qtbot, theme):
    """A damaged or hostile file must not leave a hole."""
    broken = Helpers(HELPERS.today, media=lambda _name: b"\x89PNG\r\n\x1a\nrubbish")
    widget = make(theme, state("text", media={"image": "x.png"}), broken)
    qtbot.addWidget(widget)
    said = [one.text() for one in widget.findChild(LabelMedia).findChildren(Label)]
    assert "x.png" in said[0]


def test_a_sound_of_the_form_is_asked_for_by_its_name(qtbot, theme):
    helpers = Helpers(HELPERS.today, media=lambda _name: b"RIFF")
    widget = make(theme, state("text", media={"audio": "call.wav"}), helpers)
    qtbot.addWidget(widget)
    told = asked(widget)
    widget.findChild(LabelMedia).findChildren(Button)[0].click()
    assert told == ["media:call.wav"]


def test_a_signature_can_be_taken_off(qtbot, theme):
    widget = shown(qtbot, theme, state("image", "s", appearance="signature"))
    told = asked(widget)
    widget.remove.click()
    assert told == ["remove"]
    widget.set_state(state("image", appearance="signature"))
    assert not widget.remove.isVisible()


def test_a_file_unknown_here_still_stands(qtbot, theme):
    """An answer that came from another device names a file this one does not have."""
    widget = shown(qtbot, theme, state("file", "elsewhere"))
    assert isinstance(widget, FileQuestion)
    assert widget.remove.isVisible()
    assert QPixmap().isNull()
