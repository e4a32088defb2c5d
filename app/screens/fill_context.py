"""What helps while filling in: the party, what was left open last time, the article of law."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.screens.due_chip import doubted_day
from app.screens.finding_words import day_words, doubt, title_of
from app.screens.layout import column
from app.screens.place import Place
from app.services import laws, sites
from app.services.context import CHINA
from app.services.errors import Refused
from app.widgets.buttons import Button
from app.widgets.drawer import ContextPanel
from app.widgets.facts import Fact, FactList, Notice, NoticeBox
from app.widgets.labelled import COLUMN_ZH
from app.widgets.labels import Label, Line
from app.widgets.law import LawText, Quotation
from app.widgets.questions.choices import is_check_item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.screens.desk import Desk
    from app.screens.fill_paper import Paper
    from app.services.sites import Card, FindingLine
    from db.rows import LawArticle

MOST_OPEN: Final = 4
MOST_PUT_RIGHT: Final = 2
LABELS: Final = COLUMN_ZH - 8
LABELS_EN: Final = 72


class FillContext(ContextPanel):
    """The panel at the right of the form, or in the drawer.

    Signals:
        withdraw_wanted: The paper is wrong and is to be withdrawn.
    """

    withdraw_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._paper: Paper | None = None
        self._card: Card | None = None
        self._ref = ""
        self._notices: tuple[Notice, ...] | None = None
        theme = desk.theme
        wide = LABELS_EN if desk.config.settings.language == "en" else LABELS
        self._open = Button(theme, self.tr("Open"), "link")
        self._open.clicked.connect(self._open_party)
        self._name = Label(theme, "", "strong", wrap=True)
        self._facts = FactList(theme, wide)
        self._withdraw = Button(theme, self.tr("Withdraw this paper…"), "link", "undo")
        self._withdraw.clicked.connect(self.withdraw_wanted)
        self._help_line = Line(theme, "border")
        self._how_head = Label(theme, self.tr("How to check"), "small_lead", "muted")
        self._how = Label(theme, "", "label", "muted", wrap=True)
        self._left = QWidget()
        self._left_rows = column(self._left, spacing=6)
        self._left_day = Label(theme, "", "small", "muted")
        self._law_part = QWidget()
        law = column(self._law_part, spacing=8)
        law.addWidget(Label(theme, self.tr("Article"), "small_lead", "muted"))
        self._law = LawText(theme)
        self._penalty = LawText(theme)
        law.addWidget(self._law)
        law.addWidget(self._penalty)
        self.body.setSpacing(8)
        self.body.setContentsMargins(16, 8, 16, 16)
        self.body.addLayout(self._head(self.tr("Inspected unit"), self._open))
        self.body.addWidget(self._name)
        self.body.addWidget(self._facts)
        self.body.addSpacing(4)
        self.body.addWidget(Line(theme, "border"))
        self.body.addLayout(self._head(self.tr("Left open last time"), self._left_day))
        self.body.addWidget(self._left)
        self.body.addSpacing(4)
        self.body.addWidget(self._help_line)
        self.body.addWidget(self._how_head)
        self.body.addWidget(self._how)
        self.body.addWidget(self._law_part)
        self.body.addStretch(1)
        self.body.addWidget(self._withdraw, 0, Qt.AlignmentFlag.AlignLeft)

    # --- showing ------------------------------------------------------------------------------

    def show_paper(self, paper: Paper) -> None:
        """Show the party of a paper and what was left open there."""
        self._paper = paper
        self._card = None
        party = paper.opened.enterprise
        self._open.setVisible(party is not None)
        record = paper.opened.record
        self._withdraw.setVisible(not paper.readonly or record.state == "finished")
        if party is None:
            self._name.setText(self.tr("Not in the register"))
            self._facts.set_facts(())
            self._show_left()
            return
        self._name.setText(party.name)
        try:
            self._card = sites.card(self._desk.reader, party.id, self._desk.duty.act().today)
        except Refused:
            self._card = None
        self._facts.set_facts(self._party_facts())
        self._show_left()

    def show_question(self, ref: str) -> None:
        """Show the article behind the question the person is at, and whether it was found before."""
        if ref != self._ref:
            self._ref = ref
            self._show_left()
        self._show_law()

    def show_law(self) -> None:
        """The finding in work rests on another article now."""
        self._show_law()

    # --- inside -------------------------------------------------------------------------------

    def _head(self, words: str, right: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Label(self._theme, words, "small_lead", "muted"))
        row.addStretch(1)
        row.addWidget(right)
        return row

    def _party_facts(self) -> tuple[Fact, ...]:
        card = self._card
        if card is None:
            return ()
        unit = card.enterprise
        lapses = [one for one in card.equipment if one.days_left is not None]
        soon = min(lapses, key=lambda one: one.days_left or 0, default=None)
        facts = [
            Fact(
                self.tr("Code"), unit.uscc, meaning="text" if card.identity.verified else "danger"
            ),
            Fact(self.tr("In charge"), unit.legal_rep),
            Fact(self.tr("QA officer"), unit.quality_officer),
            Fact(self.tr("Telephone"), unit.phone),
            Fact(self.tr("Risk class"), unit.risk_class),
        ]
        if soon is not None and soon.equipment.next_test is not None:
            late = (soon.days_left or 0) < 0
            words = self._day(soon.equipment.next_test.isoformat())
            facts.append(Fact(self.tr("Next test"), words, meaning="danger" if late else "ok"))
        return tuple(fact for fact in facts if fact.value)

    def _show_left(self) -> None:
        lines = self._earlier()
        notices = tuple(self._notice(line) for line in lines[:MOST_OPEN])
        notices += tuple(self._put_right())
        last = max((line.finding.created for line in lines), default=None)
        self._left_day.setText(last.astimezone(CHINA).date().isoformat() if last else "")
        if notices == self._notices:
            return
        self._notices = notices
        while (item := self._left_rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for notice in notices:
            self._left_rows.addWidget(NoticeBox(self._theme, notice))
        if len(lines) > MOST_OPEN:
            more = self.tr("%n more on the card", None, len(lines) - MOST_OPEN)
            self._left_rows.addWidget(Label(self._theme, more, "small", "muted"))
        if not lines:
            words = self.tr("Nothing is open from earlier visits.")
            self._left_rows.addWidget(Label(self._theme, words, "small", "muted", wrap=True))

    def _put_right(self) -> Iterator[Notice]:
        """What earlier visits found and a re-check closed, the last first."""
        if self._card is None or self._paper is None:
            return
        own = self._paper.opened.record
        closed = [
            row
            for row in self._card.put_right
            if row.case_id != own.case_id and row.created < own.created
        ]
        for row in closed[:MOST_PUT_RIGHT]:
            day = day_words(row.settled) if row.settled else ""
            words = self.tr("put right, closed on {day}").format(day=day)
            title = title_of(row.item, row.seen)
            yield Notice(title, words, "ok", "tick-ring", soft=False)

    def _earlier(self) -> list[FindingLine]:
        """The open findings of earlier visits, the one of the question in work first."""
        if self._card is None or self._paper is None:
            return []
        own = self._paper.opened.record
        lines = [
            line
            for line in self._card.open_findings
            if line.finding.record_id != own.id
            and line.finding.case_id != own.case_id
            and line.finding.created < own.created
        ]
        return sorted(lines, key=lambda line: line.finding.path != self._ref)

    def _notice(self, line: FindingLine) -> Notice:
        again = line.finding.path == self._ref
        late = line.days_left is not None and line.days_left < 0
        due = line.finding.due
        day = self._day(day_words(due)) if due else ""
        second = self.tr("to be rectified by {day}").format(day=day) if due else ""
        if again:
            second = self.tr("The same problem again: say so in what was seen")
        elif late:
            second = self.tr("was to be rectified by {day}").format(day=day) if due else ""
        tone = "danger" if late and not again else "warning"
        return Notice(
            title_of(line.finding.item, line.finding.seen),
            second,
            tone,
            "triangle",
            soft=again or late,
        )

    def _day(self, words: str) -> str:
        return doubted_day(words, doubt=self._desk.duty.clock_doubt)

    def _show_law(self) -> None:
        law, penalty = self._articles()
        how = self._how_to_check()
        self._how.setText(how)
        self._how.setVisible(bool(how))
        self._how_head.setVisible(bool(how))
        self._help_line.setVisible(bool(how) or law is not None)
        self._law_part.setVisible(law is not None)
        if law is not None:
            self._law.set_law(self._quoted(law, laws.cite(law)))
        self._penalty.setVisible(penalty is not None)
        if penalty is not None:
            title = self.tr("{article} · penalty").format(article=penalty.article)
            self._penalty.set_law(self._quoted(penalty, title))

    def _quoted(self, article: LawArticle, title: str) -> Quotation:
        today = self._desk.duty.act().today
        text = article.text or article.summary
        return Quotation(article.key, title, text=text, doubt=doubt(article, today))

    def _articles(self) -> tuple[LawArticle | None, LawArticle | None]:
        if self._paper is None or not self._ref:
            return None, None
        offer = self._paper.findings.offer(self._ref)
        if offer is not None:
            shown = self._paper.findings.shown(self._ref).law_key
            law = laws.get(self._desk.reader, shown) if shown else offer.law
            return law, offer.penalty if offer.penalty != law else None
        try:
            question = self._paper.session.answer(self._ref).question
        except KeyError:
            return None, None
        key = question.attributes.get("xj:law", "")
        return (laws.get(self._desk.reader, key) if key else None), None

    def _how_to_check(self) -> str:
        """The guidance of the question the person is at; of a check item also the hint."""
        if self._paper is None or not self._ref:
            return ""
        try:
            state = self._paper.session.node(self._ref)
        except KeyError:
            return ""
        hint = state.hint if is_check_item(state) else ""
        return "\n".join(filter(None, (hint, state.guidance)))

    def _open_party(self) -> None:
        if self._paper is not None:
            self._desk.go(Place("enterprise", self._paper.opened.record.enterprise_id))
