"""What moving to a newer version of the form would do, in three groups, before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.screens.fill_version_names import NamesByHand
from app.screens.layout import column, scroll_over
from app.widgets.dialog import DialogFrame
from app.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.moving import Look
    from app.shell.theme import Theme
    from forms.moving import Line

HIGH: Final = 420  # pixels of the groups before they scroll
WIDE: Final = 640


class VersionDialog(DialogFrame):
    """Shows what is dropped, what is new and what comes along; accepting it moves the paper.

    Where an emptied question may only have another name now, one chooses the new one in ``names``;
    whoever shows the dialogue then looks again and calls ``set_look``.
    """

    def __init__(self, theme: Theme, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", width=WIDE, parent=parent)
        told = self.tr("From version {old} to version {new} of the form")
        title = told.format(old=look.version_from, new=look.version_to)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.title.setText(title)
        self.groups: list[tuple[str, list[str]]] = []
        self.names = NamesByHand(theme, look)
        page = QWidget()
        lines = column(page, spacing=12)
        self._parts = [QWidget() for _ in range(3)]
        for place, part in enumerate(self._parts):
            column(part, spacing=4)
            lines.addWidget(part)
            if place == 0:
                lines.addWidget(self.names)
        lines.addStretch(1)
        self.set_look(look)
        area = scroll_over(page)
        area.setMinimumHeight(min(page.sizeHint().height() + 16, HIGH))
        self.body.addWidget(area, 1)
        leave = self.add_leave(self.tr("Leave it as it is"))
        act = self.tr("Move to version {new}").format(new=look.version_to)
        self.move_act = self.add_act(act, "primary", accepts=True)
        self.move_act.setDefault(False)
        leave.setDefault(True)
        leave.setFocus()

    def set_look(self, look: Look) -> None:
        """Show what the move would do by what is chosen now."""
        self.groups = self._groups(look)
        for part, (head, said) in zip(self._parts, self.groups, strict=True):
            self._fill(part, head, said)

    def _groups(self, look: Look) -> list[tuple[str, list[str]]]:
        seen = look.preview
        reasons = {
            "gone": self.tr("not asked any more"),
            "type": self.tr("does not fit the question any more"),
            "choice": self.tr("this choice is gone"),
            "computed": self.tr("the form says it itself now"),
        }
        wrongs = {
            "required": self.tr("must be answered"),
            "constraint": self.tr("not allowed any more"),
        }
        dropped = [_said(line, reasons.get(line.why, "")) for line in seen.dropped]
        let_go = self.tr("Finding let go: {item}")
        dropped += [let_go.format(item=row.item or row.seen) for row in look.findings]
        fresh = [_said(line, wrongs.get(line.why, "")) for line in seen.asked]
        fresh += [
            _said(line, wrongs.get(line.why, self.tr("not right any more"))) for line in seen.wrong
        ]
        kept = [line.label for line in seen.carried if line.label]
        return [
            (self.tr("Emptied or dropped: {count}").format(count=len(dropped)), dropped),
            (self.tr("Newly asked or newly wrong: {count}").format(count=len(fresh)), fresh),
            (
                self.tr("Carried over: {count}").format(count=len(kept)),
                ["、".join(kept)] if kept else [],
            ),
        ]

    def _fill(self, part: QWidget, head: str, said: Sequence[str]) -> None:
        """Put a group's head and lines in the place of those that stood there."""
        lines = part.layout()
        if lines is None:
            return
        while (item := lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        lines.addWidget(Label(self._theme, head, "strong"))
        for one in said or (self.tr("Nothing"),):
            lines.addWidget(Label(self._theme, one, "field", "muted", wrap=True))


def _said(line: Line, why: str) -> str:
    """A question, its answer and what becomes of it, in one line."""
    answer = f"“{line.shown}”" if line.shown else ""
    return " · ".join(part for part in (line.label or line.ref, answer, why) if part)
