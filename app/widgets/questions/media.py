"""Questions answered with a picture, a recording, a file or a signature.

The screen fetches the thing; the answer is the id under which it is kept.
"""

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.buttons import Button
from app.widgets.labels import Elided, Icon, Label
from app.widgets.missing import SmallSignature
from app.widgets.photos import Photo, PhotoStrip
from app.widgets.questions.base import Helpers, QuestionWidget
from forms.model import Question
from forms.state import State

FRESH = frozenset({"new", "new-front", "selfie"})
FACING = frozenset({"new-front", "selfie"})
ICONS = {"audio": "microphone", "video": "film", "image": "picture"}


class FetchedQuestion(QuestionWidget):
    """What the questions here have in common: each act is asked of the screen by its word."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.nothing = Label(theme, self.tr("Nothing was added"), "label", "faint")

    def _show_nothing(self, state: State) -> None:
        """Say so where a closed paper has no answer; else there is a way to give one."""
        self.nothing.setVisible(state.readonly and not state.value)

    def _ask_camera(self) -> None:
        self.asked.emit(self.ref, "camera")

    def _ask_file(self) -> None:
        self.asked.emit(self.ref, "file")

    def _ask_record(self) -> None:
        self.asked.emit(self.ref, "record")

    def _ask_draw(self) -> None:
        self.asked.emit(self.ref, "draw")

    def _ask_sign(self) -> None:
        self.asked.emit(self.ref, "sign")

    def _ask_open(self) -> None:
        self.asked.emit(self.ref, "open")

    def _ask_remove(self) -> None:
        self.asked.emit(self.ref, "remove")


class PhotoQuestion(FetchedQuestion):
    """One photo, from the camera or a file; one to draw on (``annotate``); a sheet (``draw``)."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        looks = set(question.appearance.split())
        self._sheet = "draw" in looks
        self._annotates = "annotate" in looks and not self._sheet
        self.strip = PhotoStrip(theme)
        self.strip.set_camera(there=helpers.camera)
        # A fresh photo is asked for: files are offered where there is no camera to take one with.
        files = not (FRESH & looks and helpers.camera)
        self.strip.set_offered(camera=not self._sheet, files=files and not self._sheet)
        self.draw = Button(theme, self.tr("Draw"), "secondary", "pen")
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.strip)
        column.addWidget(self.nothing)
        row = QHBoxLayout()
        row.addWidget(self.draw)
        row.addStretch(1)
        column.addLayout(row)
        self._stand(whole)
        # A focus proxy would take the thumbnails out of the Tab order.
        self.setFocusProxy(None)  # type: ignore[arg-type]  # the stub forgets None
        self._entry = self.strip.camera if helpers.camera else self.strip.file
        if self._sheet:
            self._entry = self.draw
        self._connect()

    def _connect(self) -> None:
        self.strip.camera_wanted.connect(self._ask_camera)
        self.strip.files_wanted.connect(self._ask_file)
        self.strip.opened.connect(self._ask_open)
        self.strip.removed.connect(self._ask_remove)
        self.draw.clicked.connect(self._ask_draw)
        self.strip.dropped.connect(self._take_drop)

    def _take_drop(self, paths: object) -> None:
        self.dropped.emit(self.ref, paths)

    @override
    def show_state(self, state: State) -> None:
        photos: tuple[Photo, ...] = ()
        known = self._helpers.attached(state.value) if state.value else None
        if state.value:
            name = known.name if known is not None else ""
            photos = (Photo(state.value, self._helpers.picture(state.value), name),)
        self.strip.set_photos(photos)
        self.strip.set_readonly(state.readonly)
        self.strip.setVisible(bool(photos) or not (self._sheet or state.readonly))
        self._show_nothing(state)
        self.draw.setVisible(
            not state.readonly and (self._sheet or (self._annotates and bool(photos)))
        )
        if self._sheet:
            words = self.tr("Go on drawing") if photos else self.tr("Draw")
        else:
            drawn = known is not None and known.drawn
            words = self.tr("Change the drawing") if drawn else self.tr("Draw on the photo")
        self.draw.set_words(words)


class FileQuestion(FetchedQuestion):
    """A recording, a film or any file: chosen, dropped or recorded; opened; taken off."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        kind = question.kind
        elsewhere = question.attributes.get("odk:quality") == "external"
        self._records = kind == "audio" and not elsewhere
        self._icon = Icon(theme, ICONS.get(kind, "document"), 20, "muted")
        self._name = Elided(theme, "", "lead")
        self._about = Label(theme, "", "small", "muted")
        words = self.tr("Play") if kind == "audio" else self.tr("Open")
        self.open = Button(theme, words, "secondary", "play" if kind == "audio" else "eye")
        self.remove = Button(theme, self.tr("Take off"), "quiet", "trash")
        self.record = Button(theme, self.tr("Record"), "secondary", "microphone")
        self.choose = Button(theme, self.tr("Choose file"), "secondary", "upload")
        self._kept = QWidget()
        self._ways = QWidget()
        self._lay_out()
        self.setAcceptDrops(True)
        self.open.clicked.connect(self._ask_open)
        self.remove.clicked.connect(self._ask_remove)
        self.record.clicked.connect(self._ask_record)
        self.choose.clicked.connect(self._ask_file)

    def _lay_out(self) -> None:
        kept = QHBoxLayout(self._kept)
        kept.setContentsMargins(0, 0, 0, 0)
        kept.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._about)
        kept.addWidget(self._icon)
        kept.addLayout(names, 1)
        kept.addWidget(self.open)
        kept.addWidget(self.remove)
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(12)
        ways.addWidget(self.record)
        ways.addWidget(self.choose)
        ways.addStretch(1)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._kept)
        column.addWidget(self._ways)
        column.addWidget(self.nothing)
        self._stand(both)
        # A focus proxy would take the other buttons out of the Tab order.
        self.setFocusProxy(None)  # type: ignore[arg-type]  # the stub forgets None

    @override
    def show_state(self, state: State) -> None:
        known = self._helpers.attached(state.value) if state.value else None
        there = bool(state.value)
        self._name.set_text(known.name if known is not None else "")
        self._about.setText(known.about if known is not None else "")
        self._about.setVisible(known is not None and bool(known.about))
        self._kept.setVisible(there)
        self._ways.setVisible(not there and not state.readonly)
        self._show_nothing(state)
        self.record.setVisible(self._records)
        self.remove.setVisible(not state.readonly)
        self.setAcceptDrops(not there and not state.readonly)
        first = self.record if self._records else self.choose
        self._entry = self.open if there else first
        for button in (self.open, self.remove, self.record, self.choose):
            button.setAccessibleDescription(state.label)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = tuple(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        if paths:
            self.dropped.emit(self.ref, paths)
            event.acceptProposedAction()


class SignatureQuestion(FetchedQuestion):
    """A signature inside a form: the small picture, and the way to sign or sign again."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.sign = Button(theme, self.tr("Sign"), "secondary", "pen")
        self.remove = Button(theme, self.tr("Take off"), "quiet", "trash")
        self._place = QHBoxLayout()
        self._place.setSpacing(12)
        both = QWidget()
        both.setLayout(self._place)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.addWidget(self.sign)
        self._place.addWidget(self.remove)
        self._place.addWidget(self.nothing)
        self._small: SmallSignature | None = None
        self._stand(both, narrow=True)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # the stub forgets None
        self._entry = self.sign
        self.sign.clicked.connect(self._ask_sign)
        self.remove.clicked.connect(self._ask_remove)

    @override
    def show_state(self, state: State) -> None:
        if self._small is not None:
            self._place.removeWidget(self._small)
            self._small.deleteLater()
            self._small = None
        if state.value:
            picture = self._helpers.picture(state.value).toImage()
            self._small = SmallSignature(self._theme, picture)
            self._small.setAccessibleName(self.tr("Signed"))
            self._place.insertWidget(0, self._small)
        self.sign.set_words(self.tr("Sign again") if state.value else self.tr("Sign"))
        self.sign.setVisible(not state.readonly)
        self.remove.setVisible(bool(state.value) and not state.readonly)
        self._show_nothing(state)
