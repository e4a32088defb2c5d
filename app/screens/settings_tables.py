"""Settings: the tables a bureau may correct, what of them nobody has checked, and the way back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.screens.layout import column, dotted, in_english
from app.screens.sentences_tables import table_words
from app.services import bureau_words, corrections, own_tables
from app.shell.paths import file_name
from app.widgets.bars import UndoBar
from app.widgets.card import SectionHead
from app.widgets.chips import Chip
from app.widgets.dialog import DialogFrame
from app.widgets.labels import Label
from app.widgets.work import WorkList
from app.widgets.work_rows import Work
from db.errors import MachineError
from resources import schema

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.screens.desk import Desk
    from app.services.changes import Result
    from app.services.corrections import Imported
    from app.services.own_tables import Own

MOST = 12
"""Rows nobody has checked that are named in the dialogue."""


class OwnTables(QWidget):
    """Each table with its rows, whether some are to be checked, and what is the bureau's own.

    Signals:
        changed: A table holds otherwise now.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file = ""
        theme = desk.theme
        self.list = WorkList(theme, self.tr("Tables the bureau may correct"))
        self.list.opened.connect(self.show_table)
        self.undo = UndoBar(theme)
        self.undo.undone.connect(self._undo)
        self.undo.dismissed.connect(partial(self.undo.set_done, ""))
        rows = column(self, spacing=12)
        rows.addWidget(SectionHead(theme, self.tr("Tables the bureau may correct")))
        rows.addWidget(self.undo)
        rows.addWidget(self.list)

    def look(self) -> None:
        """Show every table as it holds here."""
        reader = self._desk.reader
        ours = {one.file for one in bureau_words.published(reader)}
        self.list.set_rows([self._row(one, ours) for one in own_tables.listing(reader)])
        self.list.set_whole(whole=True)

    def say_taken(self, file: str, words: str) -> None:
        """Say what was done to a table, with the way back where there is one."""
        self._file = file
        self.undo.set_done(words, undo=file in {one.file for one in schema.OWN})

    def show_table(self, file: str) -> None:
        """Open one table: what is to be checked in it, saving it, going back."""
        dialog = TableDialog(self._desk, own_tables.get(self._desk.reader, file), self.window())
        dialog.went_back.connect(self._went_back)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _row(self, one: Own, published: Collection[str]) -> Work:
        chip = Chip(self.tr("As supplied"), "mute", "book")
        if one.file in published:
            chip = Chip(self.tr("Published by the bureau"), "ok", "stamp")
        if one.own:
            chip = Chip(self.tr("The bureau's own"), "ok", "tick")
        if one.unsure:
            words = self.tr("%n row(s) to be checked", None, len(one.unsure))
            chip = Chip(words, "warning", "question")
        second = dotted(self.tr("%n row(s)", None, one.rows), own_words(one))
        return Work(one.file, table_words(one.file), second, "book", "accent", chip, chevron=True)

    def _went_back(self, result: Result[Imported]) -> None:
        words = self.tr(
            "{table}: what the program came with holds again. Deadlines counted meanwhile keep "
            "their day."
        )
        self.say_taken(result.value.table, words.format(table=table_words(result.value.table)))
        self.changed.emit()

    def _undo(self) -> None:
        work = partial(corrections.undo, act=self._desk.duty.act(), file=self._file)
        self._desk.jobs.write(work, done=self._undone, failed=self._desk.tell, initiator=self)

    def _undone(self, _result: object) -> None:
        self.undo.set_done("")
        self.changed.emit()


class TableDialog(DialogFrame):
    """One table: what nobody has checked yet, and what to do about it.

    Signals:
        went_back: The ``Result`` of taking the bureau's own rows away; the dialogue has closed.
    """

    went_back = Signal(object)

    def __init__(self, desk: Desk, own: Own, parent: QWidget) -> None:
        super().__init__(desk.theme, table_words(own.file), width=600, parent=parent)
        self._desk = desk
        self._own = own
        theme = desk.theme
        facts = dotted(self.tr("%n row(s)", None, own.rows), own_words(own))
        self.body.addWidget(Label(theme, facts, "field", "muted", wrap=True))
        between = "; " if in_english() else "；"
        if own.unsure:
            shown = [*own.unsure[:MOST], *(["…"] if len(own.unsure) > MOST else [])]
            words = self.tr("Written down from general knowledge, to be checked: {rows}.")
            told = words.format(rows=between.join(shown))
            self.body.addWidget(Label(theme, told, "field", "text", wrap=True))
        how = self.tr(
            "Save the table, put rows right in a spreadsheet, write where each stands under "
            "{source} and “{word}” under {column}, and import it as CSV (UTF-8). Rows you leave "
            "out stay as they are."
        ).format(source="source", column="confidence", word="confirmed")
        self.body.addWidget(Label(theme, how, "field", "muted", wrap=True))
        if own.dated:
            since = self.tr(
                "A day under {column} lets a row hold for what begins from that day on."
            )
            told = since.format(column="effective_from")
            self.body.addWidget(Label(theme, told, "field", "muted", wrap=True))
        self.said = Label(theme, "", "field", "text", wrap=True)
        self.said.hide()
        self.body.addWidget(self.said)
        if own.own:
            self.back = self.add_act(self.tr("As supplied again"), "quiet", "undo")
            self.back.clicked.connect(self._go_back)
        self.add_leave(self.tr("Close"))
        keep = self.add_act(self.tr("Save as CSV…"), "primary", "download")
        keep.setDefault(True)
        keep.clicked.connect(self._choose)
        keep.setFocus()

    def save_to(self, path: str) -> None:
        """Write the table as it holds, and say where it is."""
        try:
            count = own_tables.save(self._desk.reader, self._own.file, Path(path))
        except (MachineError, OSError) as error:
            self._desk.tell(error)
            return
        words = self.tr("%n row(s) are in {file}.", None, count)
        self.said.setText(words.format(file=Path(path).name))
        self.said.show()

    def _choose(self) -> None:
        tables = self.tr("Tables ({patterns})").format(patterns="*.csv")
        dialog = QFileDialog(self, self.tr("Save the table"), "", tables)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{file_name(table_words(self._own.file))}.csv")
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _go_back(self) -> None:
        self.back.setEnabled(False)
        work = partial(corrections.reset, act=self._desk.duty.act(), file=self._own.file)
        self._desk.jobs.write(work, done=self._gone_back, failed=self._refused, initiator=self)

    def _gone_back(self, result: Result[Imported]) -> None:
        self.accept()
        self.went_back.emit(result)

    def _refused(self, error: BaseException) -> None:
        self.back.setEnabled(True)
        self._desk.tell(error)


def own_words(own: Own) -> str:
    """What of a table is the bureau's own: how many rows, from which file, by whom, since when."""
    if not own.own:
        return ""
    words = QCoreApplication.translate("OwnTables", "%n row(s) of the bureau's own", None, own.own)
    return dotted(words, own.name, own.by, own.day)
