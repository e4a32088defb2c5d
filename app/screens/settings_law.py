"""Settings: the law library, and a bureau's own correction of an article."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from typing_extensions import override

from app.screens.layout import column, dotted, label_column
from app.screens.settings_page import Page
from app.services import laws
from app.services.errors import Refused
from app.widgets.bars import EmptyState
from app.widgets.chips import Chip
from app.widgets.dialog import DialogFrame
from app.widgets.fields import LineField, TextField, commit_input_method
from app.widgets.labelled import Labelled
from app.widgets.labels import Label
from app.widgets.segmented import Part, Segmented
from app.widgets.work import WorkList
from app.widgets.work_rows import Work

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.screens.desk import Desk
    from app.services.changes import Result
    from db.rows import LawArticle

QUIET = 150  # milliseconds after the last key
MOST = 60


class LawPage(Page):
    """Articles found by law, number or words; each can be corrected."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: dict[str, LawArticle] = {}
        theme = desk.theme
        self._find = LineField(
            theme,
            self.tr("Find an article"),
            hint=self.tr("Name of the law, number of the article, or words of it"),
        )
        self._find.setClearButtonEnabled(True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(QUIET)
        self._soon.timeout.connect(self.look)
        self._find.textChanged.connect(self._soon.start)
        self._list = WorkList(theme, self.tr("Articles of law"))
        self._list.opened.connect(self._edit)
        self._none = EmptyState(theme, "book", self.tr("No article has these words"))
        rows = column(self, spacing=12)
        rows.addWidget(
            Label(
                theme,
                self.tr(
                    "Corrections are the bureau's own; papers from now on quote them, issued ones "
                    "stay. An article marked not citable is never put on a paper."
                ),
                "label",
                "muted",
                wrap=True,
            )
        )
        rows.addWidget(self._find)
        rows.addWidget(self._list)
        rows.addWidget(self._none)
        rows.addStretch(1)

    @override
    def look(self) -> None:
        """Show the articles that fit what is typed, the first of all when nothing is."""
        found = laws.library(self._desk.reader, self._find.text(), MOST)
        self._rows = {row.key: row for row in found}
        self._list.set_rows([self._row(row) for row in found])
        self._list.set_whole(whole=True)
        self._list.setVisible(bool(found))
        self._none.setVisible(not found)

    def _row(self, row: LawArticle) -> Work:
        chip = Chip(self.tr("Not citable"), "warning", "lock") if not row.citable else None
        if laws.is_empty(row):
            chip = Chip(self.tr("No text"), "warning", "triangle")
        second = row.summary or row.text
        return Work(row.key, laws.cite(row), second, "book", "accent", chip, chevron=True)

    def _edit(self, key: str) -> None:
        dialog = ArticleDialog(self._desk, self._rows[key], self.window())
        dialog.kept.connect(self.look)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class ArticleDialog(DialogFrame):
    """One article: its text as the bureau quotes it, and whether it may be quoted.

    Signals:
        kept: The correction was kept.
    """

    kept = Signal()

    def __init__(self, desk: Desk, article: LawArticle, parent: QWidget) -> None:
        super().__init__(desk.theme, laws.cite(article), width=720, parent=parent)
        self._desk = desk
        self._article = article
        theme, wide = desk.theme, label_column()
        self.body.addWidget(
            Label(
                theme,
                dotted(article.document_number, article.source, article.confidence),
                "small",
                "muted",
                wrap=True,
            )
        )
        self._number = LineField(theme, self.tr("Article"))
        self._number.set_text(article.article)
        self._summary = TextField(theme, self.tr("In short"), lines=(2, 4))
        self._summary.set_text(article.summary)
        self._text = TextField(theme, self.tr("Full text"), lines=(4, 8))
        self._text.set_text(article.text)
        self._text_line = Labelled(theme, self.tr("Full text"), self._text, column=wide)
        self._citable = Segmented(
            theme,
            (
                Part("yes", self.tr("May be quoted"), "tick", "ok"),
                Part("no", self.tr("Not yet"), "lock", "mute"),
            ),
        )
        self._citable.set_name(self.tr("On papers"))
        self._citable.set_value("yes" if article.citable else "no")
        for label, control in (
            (self.tr("Article"), self._number),
            (self.tr("In short"), self._summary),
        ):
            self.body.addWidget(Labelled(theme, label, control, column=wide))
        self.body.addWidget(self._text_line)
        line = Labelled(theme, self.tr("On papers"), self._citable, column=wide)
        self.body.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_leave()
        self._keeper = self.add_act(self.tr("Keep"), "primary", "tick")
        self._keeper.clicked.connect(self._keep)

    def _keep(self) -> None:
        commit_input_method()
        article = replace(
            self._article,
            article=self._number.text().strip(),
            summary=self._summary.text().strip(),
            text=self._text.text().strip(),
            citable=self._citable.value == "yes",
        )
        self._keeper.setEnabled(False)
        self._desk.jobs.write(
            partial(laws.save, act=self._desk.duty.act(), article=article),
            done=self._kept,
            failed=self._refused,
            initiator=self,
        )

    def _kept(self, _result: Result[LawArticle]) -> None:
        self.accept()
        self.kept.emit()

    def _refused(self, error: Exception) -> None:
        self._keeper.setEnabled(True)
        if isinstance(error, Refused) and error.code == "law-empty":
            self._text_line.set_error(
                self.tr(
                    "An article needs its number and some text, or a paper would cite an empty "
                    "basis. Write them again, or mark it “Not yet”; the library is unchanged."
                )
            )
            self._text.setFocus()
        else:
            self._desk.tell(error)
