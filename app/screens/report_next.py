"""What follows from a result: the days that run, the acts and the papers of its stage."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.screens.dates import shown_day
from app.screens.due_chip import doubted_day
from app.screens.layout import column, label_column
from app.screens.matter_words import icon_of, offer_words
from app.screens.result_words import lot_words, verdict_chip
from app.services import result_steps, second_recheck
from app.widgets.buttons import Button
from app.widgets.card import Card, CardHead
from app.widgets.chips import ChipLabel
from app.widgets.facts import Fact, FactList
from app.widgets.labels import Label

if TYPE_CHECKING:
    from app.services.result_steps import Stand
    from app.shell.theme import Theme

translate = QCoreApplication.translate
ICONS = {
    "told": "mail",
    "object": "speech",
    "waive": "pen",
    "final": "tick",
    "decide": "scales",
    "redecide": "scales",
    "spare": "flask",
    "retest": "gauge",
    "finding": "rectify",
    "batch": "box",
    "interview": "speech",
    "announced": "mail",
    "reissue": "refresh",
    "older": "undo",
    "newer": "gauge",
}


BESIDE = frozenset({"reissue", "older"})
"""The acts that lead aside: they stand below the papers."""


class NextCard(Card):
    """The panel beside a report.

    Signals:
        acted: The act that was pressed (see ``result_steps.acts``).
        wanted: The form id of the paper that was pressed.
    """

    acted = Signal(str)
    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._chip = ChipLabel(theme)
        self._words = Label(theme, "", "field", wrap=True)
        self._facts = FactList(theme, label_column())
        self._buttons = QWidget()
        self._lines = column(self._buttons, spacing=8)
        self.add_row(CardHead(theme, self.tr("What follows")))
        holder = QWidget()
        inside = column(holder, spacing=12, margin=16)
        for part in (self._chip, self._words, self._facts, self._buttons):
            inside.addWidget(part)
        self.add_row(holder, line="raised")

    def show_stand(self, now: Stand, *, doubt: bool = False) -> None:
        """Show where a result stands; ``doubt`` marks its days while the clock is in doubt."""
        self._chip.set_chip(verdict_chip(now.held.verdict))
        self._words.setText(stage_words(now))
        raised = now.objection
        facts = (
            Fact(self.tr("Lot"), lot_words(now.held.sheet)),
            Fact(self.tr("From"), now.held.report.origin),
            Fact(self.tr("Custody"), custody_words(now.custody)),
            Fact(self.tr("Replaces"), now.older.number if now.older else ""),
            Fact(self.tr("Corrected"), now.held.report.reason),
            Fact(self.tr("Replaced by"), now.newer.number if now.newer else ""),
            Fact(self.tr("Re-check again"), doubted_day(_between(now), doubt=doubt)),
            Fact(self.tr("Told on"), shown_day(now.held.report.told)),
            Fact(self.tr("Objection until"), doubted_day(shown_day(now.until), doubt=doubt)),
            Fact(self.tr("Objection"), raised.reason if raised else ""),
            Fact(self.tr("Answer"), raised.answer if raised else ""),
            Fact(self.tr("Re-test by"), raised.laboratory if raised else ""),
            Fact(self.tr("Note"), now.held.report.note),
        )
        self._facts.set_facts([fact for fact in facts if fact.value])
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for button in self._made(now):
            self._lines.addWidget(button)

    def _made(self, now: Stand) -> list[Button]:
        """The buttons of a stage; what is done by a paper begins with that, as telling does."""
        acts: list[Button] = []
        papers: list[Button] = []
        beside: list[Button] = []
        told = now.stage == "untold" or _is_drawn(now)
        for place, name in enumerate(result_steps.acts(now)):
            kind = "primary" if place == 0 and not told else "secondary"
            button = Button(self._theme, act_words(name), kind, ICONS[name])
            button.clicked.connect(partial(self.acted.emit, name))
            (beside if name in BESIDE else acts).append(button)
        for place, form_id in enumerate(result_steps.papers(now)):
            kind = "primary" if place == 0 and told else "secondary"
            button = Button(self._theme, paper_words(form_id), kind, icon_of(form_id))
            button.clicked.connect(partial(self.wanted.emit, form_id))
            papers.append(button)
        return [*(papers if told else acts), *(acts if told else papers), *beside]


def paper_words(form_id: str) -> str:
    """What a paper is called here: the sampling sheet is that of the re-check."""
    if form_id == "sampling-sheet":
        return translate("results", "Draw for the re-check, free")
    if form_id == "interview-notice":
        return translate("results", "Invite to an interview")
    return offer_words(form_id)[0]


def act_words(name: str) -> str:
    """What an act is called."""
    return {
        "told": translate("results", "The party has received it…"),
        "object": translate("results", "An objection has come…"),
        "waive": translate("results", "The party gives up objecting…"),
        "final": translate("results", "No objection: make it final"),
        "decide": translate("results", "Decide on the objection…"),
        "redecide": translate("results", "Decide on the objection anew…"),
        "spare": translate("results", "Open the spare sample"),
        "retest": translate("results", "Enter the re-test"),
        "finding": translate("results", "Open the finding"),
        "batch": translate("results", "Trace and recall the batch"),
        "interview": translate("results", "Open the interview"),
        "announced": translate("results", "It is announced…"),
        "reissue": translate("results", "Corrected report came…"),
        "older": translate("results", "Open the replaced report"),
        "newer": translate("results", "Open the report in its place"),
    }.get(name, name)


def custody_words(code: str) -> str:
    """What the way of the sample lacks; a result is only as good as that way."""
    return {
        "broken": translate("results", "The chain is broken: see the sample"),
        "unreceived": translate("results", "No line says that the laboratory received the sample"),
    }.get(code, "")


def stage_words(now: Stand) -> str:
    """Where a result stands, in a sentence."""
    if now.stage == "moved":
        return translate(
            "results",
            "Handed over to {bureau} with its sampling sheet: it is gone on with there, and read "
            "here.",
        ).format(bureau=now.taker)
    if now.stage == "final" and now.recheck is not None:
        return _recheck_words(now.recheck.kind)
    if now.stage == "final" and now.finding is not None:
        return translate(
            "results",
            "The result is final. Order the unit to correct within sixty days, trace the batch, "
            "and re-check within seventy-five days of the order; the samples are then free.",
        )
    if now.stage == "untold" and now.older is not None:
        return translate(
            "results",
            "The lines of the replaced report were taken over: correct them, then tell the party. "
            "The new notice takes the place of the old one, and the fifteen days begin again.",
        )
    if now.stage == "replaced" and now.newer is not None and now.newer.replaces:
        return translate(
            "results",
            "The laboratory has corrected this report; another one stands in its place. It is "
            "kept as it was.",
        )
    return {
        "entry": translate(
            "results", "Type the lines of the report below, or take them in from a file."
        ),
        "untold": translate(
            "results", "The result is judged. Tell the party: its right to object begins then."
        ),
        "running": translate("results", "The party may object until the day below."),
        "over": translate(
            "results", "The fifteen days are over without an objection: the result may be final."
        ),
        "objected": translate(
            "results", "An objection has come: decide within three working days."
        ),
        "accepted": translate(
            "results",
            "The spare goes with a whole seal to another laboratory; its result is final.",
        ),
        "refused": translate("results", "The objection was not accepted; the result stands."),
        "final": translate("results", "The result is final."),
        "recognised": translate(
            "results",
            "Another bureau's result, recognised here: it is gone on with there. Use it from a "
            "case of your own.",
        ),
        "replaced": translate("results", "A re-test has taken the place of this report."),
    }.get(now.stage, "")


def _recheck_words(kind: str) -> str:
    """What a failed re-check leads to, by what it waits for."""
    return {
        second_recheck.ANNOUNCE: translate(
            "results",
            "The re-check failed too. Report it up until the province announces it, and note the "
            "day of the announcement: the second re-check is counted from it.",
        ),
        second_recheck.AGAIN: translate(
            "results",
            "The failed re-check is announced. Re-check once more between the days below; the "
            "samples are free, and nothing of the product may be made or sold before it passes.",
        ),
    }.get(
        kind,
        translate(
            "results",
            "The second re-check failed as well. Order the business to stop and set it right "
            "within a term (Product Quality Law, article 17).",
        ),
    )


def _is_drawn(now: Stand) -> bool:
    """Whether the second re-check is what is done next."""
    return now.recheck is not None and now.recheck.kind == second_recheck.AGAIN


def _between(now: Stand) -> str:
    """The days between which the second re-check is made."""
    if now.recheck is None or not _is_drawn(now):
        return ""
    days = second_recheck.window(now.recheck)
    return " – ".join(shown_day(day) for day in (days.first, days.last) if day is not None)
