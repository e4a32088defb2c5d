"""The bars of the form: the task header, the title of the section, the footer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from app.widgets.buttons import Button
from app.widgets.chips import state_chip
from app.widgets.frame import Strip
from app.widgets.headers import TaskHeader
from app.widgets.labels import Elided, Label
from app.widgets.questions.choices import ADVERSE
from forms.model import Question

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from app.screens.fill_answers import Answers
    from app.screens.fill_paper import Paper
    from app.shell.theme import Theme

HINT_LEAST: Final = 40  # logical pixels the hint keeps between the buttons
FOOT: Final = 56


def title_of(paper: Paper) -> str:
    """The name of the paper in the language of the screen."""
    settings = paper.opened.package.settings
    if paper.session.language != paper.session.form.default_language:
        named = settings.get(f"title::{paper.session.language}", "")
        return named or paper.opened.record.title
    return paper.opened.record.title


class FillHead(TaskHeader):
    """Back, what is filled in and for whom, its state, how far it is, and the pages.

    Signals:
        preview_wanted, context_wanted: The acts at the right.
    """

    preview_wanted = Signal()
    context_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.set_back(self.tr("Back"))
        self._beside = Button(theme, self.tr("Beside"), "secondary", "panel", note="F4")
        self._beside.clicked.connect(self.context_wanted)
        self.preview = Button(theme, self.tr("Preview the record"), "secondary", "document")
        self.preview.clicked.connect(self.preview_wanted)
        self.add_act(self._beside)
        self.add_act(self.preview)
        self._shape = "wide"
        self._paper: Paper | None = None
        self._beside.hide()

    def show_paper(self, paper: Paper) -> None:
        """Show the paper's name, its party, its state, and how many answers it has."""
        record = paper.opened.record
        party = paper.opened.enterprise
        state = "draft" if not paper.readonly else record.state
        chip = state_chip(
            state if state in {"draft", "issued", "withdrawn", "moved"} else "finished"
        )
        self.set_header(title_of(paper), party.name if party else "", chip)
        answered, asked = paper.progress()
        self._paper = paper
        words = self.tr("Answered {answered} / {asked}").format(answered=answered, asked=asked)
        share = answered / asked if asked else 0.0
        if self._shape == "narrow":
            words = f"{answered} / {asked}"
        self.set_progress(words, share if self._shape == "wide" else None)
        self.preview.set_words(self._pages(record.kind))

    def set_shape(self, shape: str) -> None:
        """Give up what does not fit; offer the panel when it is a drawer."""
        self._shape = shape
        self._beside.setVisible(shape != "wide")
        self._beside.set_note("F4" if shape == "drawer" else "")
        if self._paper is not None:
            self.show_paper(self._paper)

    def _pages(self, kind: str) -> str:
        if self._shape != "wide":
            return self.tr("Preview")
        if kind == "document":
            return self.tr("Preview the document")
        return self.tr("Preview the record")


class SectionTitle(QWidget):
    """Number and name of the section in 20 / 600, and how many of its questions are answered."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(10)
        self._number = Label(theme, "", "title", "muted")
        self._title = Elided(theme, "", "title")
        self._far = Label(theme, "", "label", "muted")
        row.addWidget(self._number)
        row.addWidget(self._title, 1)
        row.addWidget(self._far)
        self.setMaximumWidth(760 + 32)

    def show_section(self, paper: Answers, section: str) -> None:
        """Name the section."""
        sections = paper.sections()
        number = sections.index(section) + 1 if section in sections else 1
        self._number.setText(str(number))
        self._title.set_text(paper.session.node(section).label or self.tr("General"))
        answered, asked, _adverse = paper.session.progress(section)
        words = self.tr("{answered} / {asked} answered").format(answered=answered, asked=asked)
        self._far.setText(words)


class Hint(Elided):
    """A hint that is shown whole or not at all."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= self.sizeHint().width() - 1:
            super().paintEvent(event)


class FillFoot(Strip):
    """The section before, a hint, the section after, and the end.

    Signals:
        turned: One section back (-1) or on (1).
        finished: Go on to checking and signing.
    """

    turned = Signal(int)
    finished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "raised", "top")
        self.setFixedHeight(FOOT)
        self.row.setContentsMargins(16, 0, 16, 0)
        self.row.setSpacing(12)
        self._narrow = False
        self._names = ("", "")
        self.before = Button(theme, "", "secondary", "chevron-left")
        self.after = Button(theme, "", "secondary", icon_after="chevron-right")
        self.finish = Button(theme, self.tr("Finish the check"), "primary", "tick")
        self._hint = Hint(theme, "", "small", "muted")
        self.before.clicked.connect(partial(self.turned.emit, -1))
        self.after.clicked.connect(partial(self.turned.emit, 1))
        self.finish.clicked.connect(self.finished)
        self.before.setToolTip("Ctrl PgUp")
        self.after.setToolTip("Ctrl PgDn")
        self.finish.setToolTip("Ctrl Enter")
        self.row.addWidget(self.before)
        self.row.addStretch(1)
        self.row.addWidget(self._hint)
        self.row.addStretch(1)
        self.row.addWidget(self.after)
        self.row.addWidget(self.finish)

    def show_section(self, paper: Paper, section: str) -> None:
        """Name the sections before and after, and say which keys help here."""
        sections = paper.sections()
        place = sections.index(section) if section in sections else 0
        names = [paper.session.node(ref).label or self.tr("General") for ref in sections]
        before = names[place - 1] if place else ""
        after = names[place + 1] if place + 1 < len(names) else ""
        self._names = (before, after)
        self.before.setVisible(bool(before))
        self.after.setVisible(bool(after))
        self.finish.setVisible(not paper.readonly)
        self.finish.set_words(self._end(paper))
        self._hint.set_text(self._keys(paper, section))
        self._name_buttons()

    def set_narrow(self, *, narrow: bool) -> None:
        """Say only back and on when the names do not fit."""
        self._narrow = narrow
        self._hint.setVisible(not narrow)
        self._name_buttons()

    def _name_buttons(self) -> None:
        before, after = self._names
        self.before.set_words(before)
        self.after.set_words(after)
        if self._narrow or not self._fits():
            self.before.set_words(self.tr("Previous"))
            self.after.set_words(self.tr("Next"))

    def _fits(self) -> bool:
        """Whether both names and the end have the room they need beside each other."""
        shown = [one for one in (self.before, self.after, self.finish) if not one.isHidden()]
        gaps = self.row.spacing() * (self.row.count() + 1) + HINT_LEAST
        return sum(one.sizeHint().width() for one in shown) + gaps <= self.width()

    def _end(self, paper: Paper) -> str:
        if paper.opened.record.form_id == "spot-check":
            return self.tr("Finish the check")
        return self.tr("Check and sign")

    def _keys(self, paper: Paper, section: str) -> str:
        if paper.readonly:
            return self.tr("This paper is closed and is only shown.")
        for ref in paper.questions(section):
            state = paper.session.node(ref)
            adverse = any(option.extra.get(ADVERSE) == "yes" for option in state.choices)
            if isinstance(state.question, Question) and adverse:
                words = self.tr("Enter next item · {choices}")
                choices = "·".join(f"{n} {one.label}" for n, one in enumerate(state.choices, 1))
                return words.format(choices=choices)
        return self.tr("Enter next item · F8 next open")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_buttons()
