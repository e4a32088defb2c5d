"""What a workbook is worth: its problems, or how it differs from the version in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.screens.layout import column, in_english, scroll_over
from app.widgets.buttons import Button
from app.widgets.card import SectionHead
from app.widgets.chips import Chip
from app.widgets.labels import Label
from app.widgets.remarks import Remark, RemarkCard

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.services.designing import Looked
    from forms.beside import Checked
    from forms.compare import Difference
    from forms.publish_problems import Problem


class CheckPage(QWidget):
    """Problems first; without any, what changed and what was tried.

    Signals:
        marked_wanted: A copy of the workbook with everything wrong in red.
    """

    marked_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.head = SectionHead(theme, "")
        self.remarks = RemarkCard(theme)
        self.second_head = SectionHead(theme, self.tr("What was tried"))
        self.tried = RemarkCard(theme)
        self.marked = Button(theme, self.tr("Write them into a copy"), "secondary", "download")
        self.marked.clicked.connect(self.marked_wanted)
        self._how = Label(
            theme,
            self.tr(
                "Put them right in the spreadsheet program and save; this page looks again by "
                "itself. Or write a copy in which every wrong cell is red and says why."
            ),
            "label",
            "muted",
            wrap=True,
        )
        inside = QWidget()
        rows = column(inside, spacing=8)
        rows.setContentsMargins(24, 12, 16, 16)
        rows.addWidget(self.head)
        rows.addWidget(self.remarks)
        rows.addWidget(self._how)
        acts = QHBoxLayout()
        acts.addWidget(self.marked)
        acts.addStretch(1)
        rows.addLayout(acts)
        rows.addWidget(self.second_head)
        rows.addWidget(self.tried)
        rows.addStretch(1)
        whole = column(self, spacing=0)
        whole.addWidget(scroll_over(inside))
        self.forget()

    def forget(self) -> None:
        """Show only that the workbook is being checked."""
        self.head.set_head(self.tr("Being checked…"))
        for card in (self.remarks, self.tried):
            card.set_remarks(())
        for part in (self._how, self.marked, self.second_head):
            part.hide()

    def show_looked(self, looked: Looked) -> None:
        """Show what was found."""
        wrong = looked.found is None
        if looked.found is None:
            self.head.set_head(self.tr("To be put right"), str(len(looked.problems)))
            self.remarks.set_remarks([_problem(one) for one in looked.problems])
        else:
            self.head.set_head(*self._changes(looked.found))
            self.remarks.set_remarks(self._difference_remarks(looked.found))
        in_cells = any(one.sheet for one in looked.problems)  # else the file itself is at fault
        self._how.setVisible(in_cells)
        self.marked.setVisible(in_cells)
        self.second_head.setVisible(not wrong)
        self.tried.set_remarks([] if wrong else self._trials(looked.tests))

    def _changes(self, found: Checked) -> tuple[str, str]:
        if found.previous is None:
            return self.tr("A new form"), ""
        told = self.tr("What changed since version {version}")
        return told.format(version=found.previous.version), str(len(found.differences) or "")

    def _difference_remarks(self, found: Checked) -> list[Remark]:
        if found.previous is None:
            words = self.tr("There is no form with this id here yet; nothing can break.")
            return [Remark(words, icon="tick-ring", meaning="ok")]
        if not found.differences:
            words = self.tr("Nothing that drafts or papers would notice.")
            return [Remark(words, icon="tick-ring", meaning="ok")]
        return [difference_remark(one) for one in found.differences]

    def _trials(self, count: int) -> list[Remark]:
        tests = self.tr("%n test(s) of the workbook passed", None, count)
        if not count:
            tests = self.tr(
                "The workbook has no tests; fill it in under “Try it” and copy that as a test"
            )
        icon, meaning = ("tick-ring", "ok") if count else ("info", "muted")
        drawn = self.tr("The page was drawn with the longest believable answers; it holds them")
        return [
            Remark(tests, icon=icon, meaning=meaning),
            Remark(drawn, icon="tick-ring", meaning="ok"),
        ]


def _problem(one: Problem) -> Remark:
    language = "en" if in_english() else "zh"
    return Remark(one.sentence(language), one.place(language), "triangle", "danger")


def level_chip(level: str) -> Chip:
    """How grave a difference is, in words, tone and icon."""
    translate = QCoreApplication.translate
    return {
        "breaking": Chip(translate("designer", "Drafts break"), "danger", "triangle"),
        "look": Chip(translate("designer", "Look at it"), "warning", "eye"),
        "harmless": Chip(translate("designer", "Harmless"), "mute", "tick"),
    }[level]


def difference_remark(one: Difference) -> Remark:
    """A difference as a remark: its sentence, its place, and how grave it is."""
    icon, meaning = {
        "breaking": ("triangle", "danger"),
        "look": ("eye", "warning"),
        "harmless": ("tick-ring", "muted"),
    }[one.level]
    language = "en" if in_english() else "zh"
    return Remark(one.sentence(language), one.path, icon, meaning, level_chip(one.level))
