"""One unfolded finding: the form below an adverse item, bound to the book of findings."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from app.screens.finding_law import LawChooser
from app.screens.finding_photos import FindingPhotos
from app.screens.finding_words import explained, measures, quotation, severities
from app.screens.place import record_place
from app.screens.procedure_words import procedure_words
from app.screens.sentences import sentence
from app.services import citation, laws, procedure
from app.services.errors import Refused
from app.widgets.finding import FindingFacts, FindingForm
from app.widgets.law import LawPopover

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.screens.desk import Desk
    from app.screens.fill_paper import Paper
    from app.screens.finding_book import Shown
    from app.services.changes import Result
    from app.widgets.law import Quotation
    from db.rows import Finding, Record

FIELDS = {"law_key": "law", "": "seen"}


class FindingEditor(QObject):
    """Shows one finding and hands on what is written into it.

    Signals:
        law_shown: The key of the article the finding rests on now, for the context panel.
    """

    law_shown = Signal(str)

    def __init__(self, desk: Desk, paper: Paper, ref: str, column: int) -> None:
        today = desk.duty.act().today
        self.form = FindingForm(
            desk.theme, severities(), measures(paper.session), today=today, column=column
        )
        super().__init__(self.form)
        self._desk = desk
        self._paper = paper
        self._book = paper.findings
        self.ref = ref
        self._errors: dict[str, str] = {}
        self._due_text: str | None = None
        self._chooser: LawChooser | None = None
        self._popover: LawPopover | None = None
        self.photos = FindingPhotos(desk, paper, ref, self.form)
        self.form.answered.connect(self._take)
        self.form.left.connect(self._save)
        self.form.law_wanted.connect(self.choose_law)
        self.form.law_opened.connect(self._open_law)
        self.form.cite_wanted.connect(self.cite)
        self.photos.changed.connect(self.show_finding)
        self.form.due.set_limits(today, None)

    def show_finding(self) -> None:
        """Show the finding as it stands in the book."""
        shown = self._book.shown(self.ref)
        row = self._book.row(self.ref)
        fixed = row is not None and row.state not in {"open", "withdrawn"}
        penalty, cite = self._punished(row, shown.law_key)
        facts = FindingFacts(
            seen=shown.seen,
            severity=shown.severity,
            photos=self.photos.shown(),
            law=self.quotation(),
            measure=shown.measure,
            due=self._due_shown(shown),
            hint=explained(
                self._desk.reader,
                shown.clock_id,
                self._book.start(self.ref),
                shown.due,
                doubt=self._desk.duty.clock_doubt,
            ),
            penalty=penalty,
            cite=cite,
            errors=tuple(self._errors.items()),
            readonly=self._paper.readonly or fixed,
        )
        self.form.set_finding(facts)
        self.form.measure.setToolTip(self.form.measure.currentText())
        self.law_shown.emit(shown.law_key)

    def quotation(self) -> Quotation | None:
        """The article the finding rests on, with where its penalty stands."""
        offer = self._book.offer(self.ref)
        key = self._book.shown(self.ref).law_key
        article = laws.get(self._desk.reader, key) if key else None
        penalty = offer.penalty if offer is not None else None
        return quotation(article, penalty, self._desk.duty.act().today)

    def choose_law(self) -> None:
        """Offer the law library."""
        key = self._book.shown(self.ref).law_key
        article = laws.get(self._desk.reader, key) if key else None
        chooser = LawChooser(self._desk, article, self.form.window())
        chooser.picked.connect(self._take_law)
        chooser.finished.connect(self._leave_chooser)
        self._chooser = chooser
        chooser.open()

    def cite(self) -> None:
        """Keep what was typed, then begin the on-the-spot citation or go on with the one begun."""
        row = self._book.row(self.ref)
        if row is not None:
            self._book.save()
            job = partial(citation.prepare_citation, act=self._desk.duty.act(), finding_id=row.id)
            self._desk.jobs.write(job, done=self._cited, failed=self._desk.tell)

    def refuse(self, field: str, error: Refused) -> None:
        """Say beside a row why it may not be so; what was typed stays."""
        self._fail(FIELDS.get(field, field), error.code, error.facts)
        self.show_finding()

    # --- inside -------------------------------------------------------------------------------

    def _due_shown(self, shown: Shown) -> str:
        if self._due_text is not None:
            return self._due_text
        return shown.due.isoformat() if shown.due else ""

    def _punished(self, row: Finding | None, law_key: str) -> tuple[str, bool]:
        """Which procedure a penalty follows, and whether it may be begun here and now."""
        if row is None or row.state == "withdrawn":
            return "", False
        reader, today = self._desk.reader, self._desk.duty.act().today
        late = procedure.is_late(row, today)
        found = procedure.of_article(reader, law_key, row.enterprise_id, today, late=late)
        may = found.way == procedure.SIMPLE and citation.citable(reader, row.case_id, [row])
        return procedure_words(found), bool(may)

    def _cited(self, result: Result[Record]) -> None:
        self._desk.go(record_place(result.value))

    def _take(self, field: str, text: str) -> None:
        was_wrong = self._errors.pop(field, "")
        if field == "due":
            self._take_due(text)
        else:
            self._book.edit(self.ref, **{field: text})
        if was_wrong or field == "due":  # what was typed stands in its field already
            self.show_finding()

    def _take_due(self, text: str) -> None:
        today = self._desk.duty.act().today
        self._due_text = text
        try:
            day = dt.date.fromisoformat(text)
        except ValueError:
            self._errors["due"] = self.tr("This is not a date; write it as year-month-day.")
            return
        if day < today:
            self._fail("due", "due-in-past", {"due": day, "today": today})
            return
        self._due_text = None
        self._book.edit(self.ref, due=day)

    def _take_law(self, key: str) -> None:
        self._errors.pop("law", None)
        try:
            laws.require(self._desk.reader, key)
        except Refused as error:
            self._fail("law", error.code, error.facts)
        else:
            self._book.edit(self.ref, law_key=key)
        self.show_finding()

    def _fail(self, field: str, code: str, facts: Mapping[str, object]) -> None:
        self._errors[field] = " ".join(sentence(code, facts))

    def _leave_chooser(self, _result: int) -> None:
        if self._chooser is not None:
            self._chooser.deleteLater()
            self._chooser = None
        self.form.law.change.setFocus()

    def _open_law(self, _key: str) -> None:
        law = self.quotation()
        if law is None:
            return
        if self._popover is None:
            self._popover = LawPopover(self._desk.theme, self.form)
        quote = self.form.law
        self._popover.open_at(quote.mapToGlobal(QPoint(0, quote.height() + 4)), law)

    def _save(self) -> None:
        self._book.save()
