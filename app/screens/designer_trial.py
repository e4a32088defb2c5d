"""A form filled in to try it: every question as an inspector meets it, and nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.screens.fill_answers import Answers, Media
from app.screens.fill_frame import SHORT
from app.screens.fill_head import SectionTitle
from app.screens.fill_outline import FillOutline
from app.screens.fill_paper import language_of
from app.screens.fill_section import SectionPage
from app.services import designing
from app.widgets.bars import EmptyState, UndoBar
from app.widgets.buttons import Button
from app.widgets.labels import Line
from app.widgets.questions.base import Attached

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.screens.desk import Desk
    from forms.package import Package
    from forms.session import Session

SOON: Final = 30  # milliseconds: outline and counts follow a burst of answers once
MADE_UP: Final = frozenset({"image", "audio", "video", "file"})
SAMPLE: Final = "trial-picture"
SIZE: Final = (208, 144)  # pixels of the picture that stands for every photo of a trial


@dataclass(frozen=True, slots=True)
class Tried:
    """A trial as it stands: the package, what is answered, and the section in front."""

    package: Package
    answers: Mapping[str, str]
    section: str


class TrialMedia(Media):
    """One made-up picture for every photo, and what the workbook brings along."""

    def __init__(self, desk: Desk, package: Package) -> None:
        super().__init__()
        self._theme = desk.theme
        self._package = package

    @override
    def picture(self, value: str) -> QPixmap:
        if value != SAMPLE:
            return QPixmap()
        picture = QPixmap(*SIZE)
        picture.fill(self._theme.colour("sunken"))
        painter = QPainter(picture)
        icon = self._theme.pixmap("picture", 48, "faint")
        painter.drawPixmap(QPointF((SIZE[0] - 48) / 2, (SIZE[1] - 48) / 2), icon)
        painter.end()
        return picture

    @override
    def attached(self, value: str) -> Attached | None:
        return Attached(self.tr("Made up for the trial"), "image") if value == SAMPLE else None

    @override
    def of_form(self, name: str) -> bytes | None:
        return self._package.media.get(name)


class Trial(QWidget):
    """Outline, one section at a time, and what fills, empties or copies the answers.

    Signals:
        answered: The package and its answers now.
        turned: Another section is shown.
    """

    answered = Signal(object, object)
    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._package: Package | None = None
        self._undo: Callable[[], None] | None = None
        self.answers: Answers | None = None
        self.page: SectionPage | None = None
        theme = desk.theme
        self.outline = FillOutline(theme, english=desk.config.settings.language == "en")
        self.outline.opened.connect(self.open_section)
        self.title = SectionTitle(theme)
        self.undo_bar = UndoBar(theme)
        self.undo_bar.undone.connect(self._take_back)
        self.undo_bar.dismissed.connect(self._dismiss)
        self.fill = Button(theme, self.tr("Fill in believably"), "secondary", "pen")
        self.empty = Button(theme, self.tr("Empty"), "quiet", "trash")
        self.copy = Button(theme, self.tr("Copy as a test"), "quiet", "list")
        self.fill.clicked.connect(self.fill_in)
        self.empty.clicked.connect(self.empty_all)
        self.copy.clicked.connect(self.copy_test)
        self._none = EmptyState(
            theme, "list", self.tr("The form can be tried once its workbook has no errors")
        )
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._follow)
        QShortcut(QKeySequence("F8"), self).activated.connect(self.next_open)
        self._lay_out()

    # --- what the screen asks -----------------------------------------------------------------

    def kept(self) -> Tried | None:
        """The trial as it stands, None when nothing is tried."""
        if self.answers is None or self._package is None:
            return None
        section = self.page.section if self.page is not None else ""
        return Tried(self._package, self.answers.session.answers(), section)

    def resume(self, tried: Tried) -> None:
        """Go on with a trial that another screen had."""
        self._begin(tried.package, tried.answers, tried.section)

    def take(self, package: Package) -> None:
        """Try this package; what was answered to the one before comes along where it fits."""
        said: Mapping[str, str] = {}
        before = self._package
        if self.answers is not None and before is not None and before.id == package.id:
            said = designing.carried(before, package, self.answers.session.answers())
        self._begin(package, said, self.page.section if self.page is not None else "")

    def forget(self) -> None:
        """Let go of the form, as when another workbook is opened."""
        self._package = self.answers = None
        self._drop_page()
        self._dismiss()
        self._set_shown(shown=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the outline above the form, or at its left."""
        ways = QBoxLayout.Direction
        self._body.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self.outline.set_short(short=self.window().height() < SHORT)
        self.outline.set_above(above=narrow)
        self.title.setVisible(not narrow or self.window().height() >= SHORT)
        self._line.setVisible(not narrow)

    def open_section(self, section: str) -> None:
        """Turn to a section; the first when there is none of that name."""
        if self.answers is None:
            return
        sections = self.answers.sections()
        section = section if section in sections else next(iter(sections), "")
        self._drop_page()
        if section:
            number = sections.index(section) + 1
            page = SectionPage(self._desk, self.answers, section, number)
            page.asked.connect(self._give)
            page.dropped.connect(self._give)
            page.advanced.connect(self._advance)
            page.row_removed.connect(self._offer_row)
            page.value_removed.connect(self._offer_value)
            self.page = page
            self._middle.addWidget(page, 1)
            page.show()
        self._follow()
        self.turned.emit()

    def next_open(self) -> None:
        """Go to the next question without an answer."""
        if self.page is not None:
            self._go_open(self.page.ref_of(self.focusWidget()))

    # --- the three acts -----------------------------------------------------------------------

    def fill_in(self) -> None:
        """Answer everything that is open."""
        if self.answers is None:
            return
        before = self.answers.session.answers()
        designing.fill(self.answers.session)
        self.answers.reopened.emit()
        self._offer(self.tr("Everything open was filled in."), before)

    def empty_all(self) -> None:
        """Begin anew."""
        if self.answers is None:
            return
        before = self.answers.session.answers()
        self.answers.begin_again({})
        self._offer(self.tr("The form was emptied."), before)

    def copy_test(self) -> None:
        """Put what was answered on the clipboard as rows of the sheet ``tests``."""
        if self.answers is None:
            return
        rows = designing.as_test(self.answers.session, self.tr("Trial"))
        QGuiApplication.clipboard().setText(rows)
        self._undo = None
        self.undo_bar.set_done(
            self.tr("Copied. Paste it below the headings of the sheet “tests” and save."),
            undo=False,
        )

    # --- inside -------------------------------------------------------------------------------

    def _begin(self, package: Package, said: Mapping[str, str], section: str) -> None:
        self._package = package
        media = TrialMedia(self._desk, package)
        answers = Answers(self._session(said), self._session, media)
        answers.changed.connect(self._show_changed)
        answers.reopened.connect(self._reopen)
        self.answers = answers
        self._dismiss()
        self._set_shown(shown=True)
        self.open_section(section)

    def _session(self, said: Mapping[str, str]) -> Session:
        if self._package is None:
            raise RuntimeError("a trial without a package")
        return designing.begin(
            self._desk.reader,
            self._desk.duty.act(),
            self._package,
            answers=said,
            language=language_of(self._desk),
            now=self._desk.duty.now,
        )

    def _show_changed(self, changed: object) -> None:
        if self.page is not None:
            self.page.show_changed(changed)  # type: ignore[arg-type]  # a signal carries any object
        self._soon.start()

    def _reopen(self) -> None:
        self.open_section(self.page.section if self.page is not None else "")

    def _follow(self) -> None:
        """Show how far it is, and tell what is answered now."""
        if self.answers is None or self._package is None:
            return
        section = self.page.section if self.page is not None else ""
        self.outline.show_paper(self.answers, section)
        if section:
            self.title.show_section(self.answers, section)
        self.answered.emit(self._package, self.answers.session.answers())

    def _advance(self, ref: str) -> None:
        self._go_open(ref)

    def _go_open(self, after: str) -> None:
        """Go to the next open question behind one, wherever it stands."""
        if self.answers is None or self.page is None:
            return
        sections = self.answers.sections()
        order = [ref for one in sections for ref in self.answers.questions(one)]
        start = order.index(after) + 1 if after in order else 0
        later = order[start:] + order[:start]
        target = next((ref for ref in later if self.answers.is_open(ref)), "")
        if not target:
            return
        section = self.answers.section_of(target)
        if section != self.page.section:
            self.open_section(section)
        self.page.focus_on(target)

    def _give(self, ref: str, wanted: object) -> None:
        """Answer what asks for a picture or a file with a made-up one, or take it off."""
        if self.answers is None or wanted in {"open", "scan"}:
            return
        if getattr(self.answers.session.answer(ref).question, "kind", "") in MADE_UP:
            self.answers.answer(ref, "" if wanted == "remove" else SAMPLE)

    def _offer_row(self, row: str, gone: object) -> None:
        if self.answers is not None and isinstance(gone, dict):
            self._undo = partial(self.answers.put_back, row, gone)
            self.undo_bar.set_done(self.tr("A row was removed."))

    def _offer_value(self, ref: str, back: Callable[[str], str], words: str) -> None:
        if self.answers is not None:
            self._undo = partial(self.answers.mend, ref, back)
            self.undo_bar.set_done(words)

    def _offer(self, words: str, before: Mapping[str, str]) -> None:
        if self.answers is not None:
            self._undo = partial(self.answers.begin_again, before)
            self.undo_bar.set_done(words)

    def _take_back(self) -> None:
        undo = self._undo
        self._dismiss()
        if undo is not None:
            undo()

    def _dismiss(self) -> None:
        self._undo = None
        self.undo_bar.set_done("")

    def _drop_page(self) -> None:
        if self.page is not None:
            self._middle.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
            self.page = None

    def _set_shown(self, *, shown: bool) -> None:
        self._none.setVisible(not shown)
        self._whole.setVisible(shown)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setContentsMargins(16, 8, 16, 0)
        acts.setSpacing(8)
        for button in (self.fill, self.empty, self.copy):
            acts.addWidget(button)
        acts.addStretch(1)
        undo = QVBoxLayout()
        undo.setContentsMargins(16, 4, 16, 4)
        undo.addWidget(self.undo_bar)
        self._middle = QVBoxLayout()
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addLayout(acts)
        self._middle.addLayout(undo)
        self._middle.addWidget(self.title)
        self._line = Line(self._desk.theme, "border", standing=True)
        self._whole = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._whole)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self.outline)
        self._body.addWidget(self._line)
        self._body.addLayout(self._middle, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole, 1)
        outer.addWidget(self._none, 1)
        self._set_shown(shown=False)
