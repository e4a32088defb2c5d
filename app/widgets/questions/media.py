"""Questions answered with a picture, a file or a signature; the screen fetches the thing."""

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.shell.theme import Theme
from app.widgets.buttons import Button
from app.widgets.labels import Elided
from app.widgets.missing import SmallSignature
from app.widgets.photos import Photo, PhotoStrip
from app.widgets.questions.base import Helpers, QuestionWidget
from forms.model import Question
from forms.state import State


class PhotoQuestion(QuestionWidget):
    """One photo, from the camera or a file."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.strip = PhotoStrip(theme)
        self.strip.set_camera(there=helpers.camera)
        self._stand(self.strip)
        # A focus proxy would take the thumbnails out of the Tab order.
        self.setFocusProxy(None)  # type: ignore[arg-type]  # the stub forgets None
        self._entry = self.strip.camera if helpers.camera else self.strip.file
        self.strip.camera_wanted.connect(self._ask_camera)
        self.strip.files_wanted.connect(self._ask_file)
        self.strip.opened.connect(self._ask_open)
        self.strip.removed.connect(self._ask_remove)
        self.strip.dropped.connect(self._take_drop)

    def _ask_camera(self) -> None:
        self.asked.emit(self.ref, "camera")

    def _ask_file(self) -> None:
        self.asked.emit(self.ref, "file")

    def _ask_open(self) -> None:
        self.asked.emit(self.ref, "open")

    def _ask_remove(self) -> None:
        self.asked.emit(self.ref, "remove")

    def _take_drop(self, paths: object) -> None:
        self.dropped.emit(self.ref, paths)

    @override
    def show_state(self, state: State) -> None:
        photos: tuple[Photo, ...] = ()
        if state.value:
            photos = (Photo(state.value, self._helpers.picture(state.value), state.shown),)
        self.strip.set_photos(photos)
        self.strip.set_readonly(state.readonly)


class FileQuestion(QuestionWidget):
    """Any file: its name, and the way to choose another."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self._name = Elided(theme, "", "field")
        self.choose = Button(theme, self.tr("Choose file"), "secondary", "upload")
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.choose)
        row.addWidget(self._name, 1)
        self._stand(both)
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self.ref, "file")

    @override
    def show_state(self, state: State) -> None:
        self._name.set_text(state.shown or state.value)
        self.choose.setVisible(not state.readonly)


class SignatureQuestion(QuestionWidget):
    """A signature inside a form: the small picture, and the way to sign or sign again."""

    def __init__(self, theme: Theme, question: Question, ref: str, helpers: Helpers) -> None:
        super().__init__(theme, question, ref, helpers)
        self.sign = Button(theme, self.tr("Sign"), "secondary", "pen")
        self._place = QHBoxLayout()
        self._place.setSpacing(12)
        both = QWidget()
        both.setLayout(self._place)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.addWidget(self.sign)
        self._small: SmallSignature | None = None
        self._stand(both, narrow=True)
        self.setFocusProxy(self.sign)
        self.sign.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self.ref, "sign")

    @override
    def show_state(self, state: State) -> None:
        if self._small is not None:
            self._place.removeWidget(self._small)
            self._small.deleteLater()
            self._small = None
        if state.value:
            picture = self._helpers.picture(state.value).toImage()
            self._small = SmallSignature(self._theme, picture)
            self._place.insertWidget(0, self._small)
        self.sign.set_words(self.tr("Sign again") if state.value else self.tr("Sign"))
        self.sign.setVisible(not state.readonly)
