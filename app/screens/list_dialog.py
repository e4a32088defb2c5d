"""Importing a list: what it would change, resolving doubts, taking it over."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget
from typing_extensions import override

from app.screens.layout import dotted, in_english
from app.screens.list_left import save_left
from app.screens.list_rows import MORE, MOST, rows_of
from app.screens.sentences import sentence
from app.screens.sentences_lists import choice_words, doubt_sentence, note_sentence
from app.widgets.dialog import DialogFrame
from app.widgets.fields import ChoiceField, Item
from app.widgets.labels import Label
from app.widgets.work import WorkList
from forms.publish_problems import Problem, PublishError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.list_import import Done
    from app.services.list_preview import Entry, Preview
    from db.connection import Reader

BEAT: Final = 150  # milliseconds between two looks at how far it is
HIGH: Final = 360
WIDE: Final = 760


@dataclass(frozen=True, slots=True)
class ListKind:
    """What lists of one kind need: the words, and how they are compared and taken over.

    ``title`` has the place {file}; ``overtaken`` tells with {count} of rows that came too late;
    ``words`` gives title, second line and icon of a row that is new or changed.
    """

    title: str
    overtaken: str
    preview: Callable[..., Preview[Any, Any]]
    apply: Callable[..., Result[Done]]
    words: Callable[[Entry[Any, Any]], tuple[str, str, str]]


class ListDialog(DialogFrame):
    """Shows a list beside the register; what is doubtful is resolved by a drop-down below it."""

    def __init__(
        self, desk: Desk, source: Path, kind: ListKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.theme, "", width=WIDE, parent=parent)
        self._desk = desk
        self._source = source
        self._kind = kind
        self._found: Preview[Any, Any] | None = None
        self._chosen: dict[str, str] = {}
        self._shown: dict[str, int] = {}
        self._current = ""
        self._far = (0, 0)
        title = kind.title.format(file=source.name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.title.setText(title)
        theme = desk.theme
        self.said = Label(theme, self.tr("The list is being compared…"), "strong", wrap=True)
        self.ignored = Label(theme, "", "small", "muted", wrap=True)
        self.list = WorkList(theme, self.tr("What the list would change"))
        self.list.setMinimumHeight(HIGH)
        self.list.opened.connect(self._open)
        self.list.hide()
        self.asked = Label(theme, "", "label", wrap=True)
        holds = self.tr("Choose what holds")
        self.choice = ChoiceField(theme, holds, hint=holds)
        self.choice.chosen.connect(self._choose)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.body.addWidget(self.said)
        self.body.addWidget(self.ignored)
        self.body.addWidget(self.list, 1)
        for widget in (self.asked, self.choice, self.progress):
            self.body.addWidget(widget)
        self.body.addStretch(0)
        for widget in (self.ignored, self.asked, self.choice):
            widget.hide()
        self.save = self.add_act(self.tr("Save what stays out…"))
        self.save.clicked.connect(self._ask_where)
        self.save.hide()
        self._leave = self.add_leave()
        self.act = self.add_act(self.tr("Take over"), "primary")
        self.act.clicked.connect(self.take_over)
        self.act.setEnabled(False)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT)
        self._beat.timeout.connect(self._show_far)
        self.progress.setRange(0, 0)
        look = partial(kind.preview, source=source, today=desk.duty.act().today)
        desk.jobs.background(partial(_look, desk.own_reader, look), self._show, self._refuse)

    def take_over(self) -> None:
        """Write what is plain or resolved; the rest is left out."""
        if self._found is None:
            return
        self._busy(busy=True)
        self._desk.jobs.write(
            partial(
                self._kind.apply,
                act=self._desk.duty.act(),
                found=self._found,
                resolutions=dict(self._chosen),
                told=self._hear,
            ),
            done=self._tell,
            failed=self._refuse,
        )

    @override
    def reject(self) -> None:
        """Close, but not while it is written: a batch is soon done."""
        if not self._beat.isActive():
            super().reject()

    def save_to(self, path: str) -> None:
        """Write a workbook of what stays out and why; it can be put right from there."""
        if self._found is not None:
            job = partial(save_left, Path(path), self._found, dict(self._chosen))
            self._desk.jobs.background(job, partial(self._saved, path), self._desk.tell)

    # --- inside -------------------------------------------------------------------------------

    def _show(self, found: Preview[Any, Any] | tuple[Problem, ...]) -> None:
        self.progress.hide()
        if isinstance(found, tuple):
            language = "en" if in_english() else "zh"
            self.said.setText("\n".join(one.line(language) for one in found))
            return
        self._found = found
        told = [note_sentence(one) for one in found.notes]
        if found.ignored:
            names = "、".join(found.ignored)
            told.append(self.tr("Columns that are not taken over: {names}").format(names=names))
        self.ignored.setText("\n".join(told))
        self.ignored.setVisible(bool(told))
        self.save.setVisible(bool(found.wrong or found.doubts))
        self.list.setVisible(bool(found.doubts or found.wrong or self._plain))
        self._say()
        if found.doubts:
            self._show_doubt(found.doubts[0].key)

    @property
    def _plain(self) -> int:
        found = self._found
        return 0 if found is None else len(found.of("new")) + len(found.of("changed"))

    def _say(self) -> None:
        """The counts, the rows, and whether there is anything to take over."""
        found = self._found
        if found is None:
            return
        self.said.setText(
            dotted(
                self.tr("New {count}").format(count=len(found.of("new"))),
                self.tr("Changed {count}").format(count=len(found.of("changed"))),
                self.tr("As before {count}").format(
                    count=len(found.of("same")) + len(found.repeats)
                ),
                self.tr("Doubtful rows {count}").format(count=len(found.of("doubtful"))),
                self.tr("Wrong cells {count}").format(count=len(found.wrong)),
            )
        )
        self.list.set_rows(rows_of(found, self._kind.words, self._chosen, self._shown))
        self.act.setEnabled(bool(self._plain or self._chosen))

    def _open(self, key: str) -> None:
        """Ask about a doubt, or show more rows of a kind."""
        if not key.startswith(MORE):
            self._show_doubt(key)
            return
        group = key.removeprefix(MORE)
        self._shown[group] = self._shown.get(group, MOST) + MOST
        row = self.list.currentIndex().row()
        self._say()
        self.list.setCurrentIndex(self.list.model().index(row, 0))

    def _show_doubt(self, key: str) -> None:
        doubts = self._found.doubts if self._found is not None else ()
        doubt = next((one for one in doubts if one.key == key), None)
        if doubt is None:
            return
        self._current = key
        asked = doubt_sentence(doubt)
        self.asked.setText(asked)
        self.choice.setAccessibleName(asked)
        self.choice.set_items([Item(one.key, choice_words(one)) for one in doubt.choices])
        self.choice.set_value(self._chosen.get(key, ""))
        self.asked.show()
        self.choice.show()
        if self.list.hasFocus():
            self.choice.setFocus()

    def _choose(self, value: str) -> None:
        self._chosen[self._current] = value
        self._say()

    def _ask_where(self) -> None:
        name = self.tr("{file}, not taken over").format(file=self._source.stem)
        pattern = self.tr("Workbook (*.xlsx)")
        dialog = QFileDialog(self, self.save.text().rstrip("…"), f"{name}.xlsx", pattern)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _saved(self, path: str, reason: str) -> None:
        if reason:
            told = sentence(
                "folder-not-written", {"folder": str(Path(path).parent), "reason": reason}
            )
            words = " ".join(told)
        else:
            words = self.tr("Saved: {path}").format(path=path)
        self.ignored.setText(words)
        self.ignored.show()

    def _busy(self, *, busy: bool) -> None:
        self.progress.setVisible(busy)
        for control in (self.list, self.choice, self.act, self.save, self._leave):
            control.setEnabled(not busy)
        if busy:
            self._beat.start()
        else:
            self._beat.stop()

    def _hear(self, done: int, total: int) -> None:
        """Note how far it is (database thread); the window looks by its own clock."""
        self._far = (done, total)

    def _show_far(self) -> None:
        done, total = self._far
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _tell(self, result: Result[Done]) -> None:
        self._busy(busy=False)
        for widget in (self.act, self.ignored, self.list, self.asked, self.choice):
            widget.hide()
        self._leave.setText(self.tr("Close"))
        self._leave.setFocus()
        done = result.value
        words = [
            self.tr("Taken over: {new} new, {changed} changed, {same} as before.").format(
                new=done.new, changed=done.changed, same=done.same
            )
        ]
        if done.units:
            words.append(self.tr("Units added: {count}.").format(count=done.units))
        if left := done.left + (self._found.wrong_rows if self._found is not None else 0):
            words.append(self.tr("Rows left out: {count}.").format(count=left))
        if done.overtaken:
            words.append(self._kind.overtaken.format(count=done.overtaken))
        self.said.setText((" " if in_english() else "").join(words))
        self.adjustSize()

    def _refuse(self, error: Exception) -> None:
        self._busy(busy=False)
        self.said.setText(self.tr("Nothing was taken over."))
        self._desk.tell(error)
        if self._found is None:
            self.act.setEnabled(False)
        else:
            self.said.setText(
                self.tr("It could not be written to the end. Press the button again to go on.")
            )


def _look(
    open_reader: Callable[[], Reader], look: Callable[[Reader], Preview[Any, Any]]
) -> Preview[Any, Any] | tuple[Problem, ...]:
    """Compare with a reader of its own; what is wrong with a file comes home as a value."""
    with closing(open_reader()) as reader:
        try:
            return look(reader)
        except PublishError as error:
            return error.problems
