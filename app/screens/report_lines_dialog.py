"""Taking in a laboratory's lines: what a file has, what is wrong where, then all of it or nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from app.screens.layout import dotted, in_english
from app.screens.list_dialog import HIGH, WIDE
from app.screens.result_words import item_words
from app.screens.sentences import sentence
from app.screens.sentences_lists import place_words
from app.services import report_import
from app.services.errors import Refused
from app.services.judging import wanted_text
from app.services.list_reading import Place
from app.widgets.chips import Chip
from app.widgets.dialog import DialogFrame
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Work
from forms.publish_problems import PublishError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.judging import Judged
    from app.services.report_import import Fault, Taken

translate = QCoreApplication.translate
TONES = {"pass": ("tick", "ok"), "fail": ("cross", "danger")}


class LinesDialog(DialogFrame):
    """Shows the lines of a file judged, or its faults by row and column.

    Signals:
        taken: The lines, as a list of ``TestItem``.
    """

    taken = Signal(list)

    def __init__(self, desk: Desk, source: Path, report_id: str, parent: QWidget) -> None:
        super().__init__(desk.theme, "", width=WIDE, parent=parent)
        self._desk = desk
        self._found: Taken | None = None
        title = self.tr("Take in lines: {file}").format(file=source.name)
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.said = Label(desk.theme, self.tr("The file is being read…"), "strong", wrap=True)
        self.list = WorkList(desk.theme, self.tr("Lines of the file"))
        self.list.setMinimumHeight(HIGH)
        self.body.addWidget(self.said)
        self.body.addWidget(self.list, 1)
        self.add_leave()
        self.act = self.add_act(self.tr("Take over"), "primary", "tick")
        self.act.setEnabled(False)
        self.act.clicked.connect(self._take)
        desk.jobs.background(
            partial(report_import.preview, source, report_id), self._show, self._fail
        )

    def _show(self, found: Taken) -> None:
        self._found = found
        if found.faults:
            self.said.setText(
                self.tr("%n cell(s) to put right in the file first", None, len(found.faults))
            )
            self.list.set_rows([_fault(one, str(at)) for at, one in enumerate(found.faults)])
        else:
            self.said.setText(self.tr("%n line(s), judged as below", None, len(found.lines)))
            self.list.set_rows([_line(one) for one in found.lines])
        self.act.setEnabled(bool(found.lines) and not found.faults)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, PublishError):
            language = "en" if in_english() else "zh"
            self.said.setText("\n".join(one.line(language) for one in error.problems))
        elif isinstance(error, Refused):
            self.said.setText(" ".join(sentence(error.code, error.facts)))
        else:
            self.said.setText(self.tr("Nothing was taken over."))
            self._desk.tell(error)

    def _take(self) -> None:
        if self._found is not None:
            self.taken.emit([line.item for line in self._found.lines])
            self.accept()


def _line(line: Judged) -> Work:
    icon, tone = TONES.get(line.verdict, ("dash", "mute"))
    chip = Chip(item_words(line.verdict), tone, icon)
    second = dotted(wanted_text(line.item), f"{line.item.measured}{line.item.unit}")
    return Work(line.item.id, line.item.name, second, "gauge", tone, chip)


def _fault(fault: Fault, key: str) -> Work:
    where = place_words(Place(fault.sheet, fault.row), fault.heading)
    return Work(key, where, _words(fault), "triangle", "danger")


def _words(fault: Fault) -> str:
    words = {
        "item-unnamed": translate("results", "The item has no name."),
        "limit": translate(
            "results", "“{value}” is no limit: write a number, with ≤ < ≥ or > where needed."
        ),
        "limits-cross": translate("results", "The lower limit lies above the upper one."),
        "method": translate(
            "results", "“{value}” is no way to compare: write 修约值比较法 or 全数值比较法."
        ),
        "too-long": translate("results", "“{value}…” is far too long for this column."),
    }[fault.code]
    return words.format(value=fault.value)
