"""The plan of a sampling sheet: what the catalogue says, what the standard asks, what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.screens.sampling_words import (
    basis_words,
    catalogue_words,
    catalogued,
    plan_words,
    repeat_words,
)
from app.screens.sentences import sentence
from app.services import repeats, sampling_plan
from app.services.errors import Refused
from app.services.records import answered, path_of
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.labelled import ErrorLine
from app.widgets.labels import Label

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.screens.fill_paper import Paper
    from resources.rows import ProductRisk


class PlanCard(Card):
    """Says, while lot and plan are answered, what will be drawn or why it cannot be."""

    def __init__(self, desk: Desk, paper: Paper) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._paper = paper
        theme = desk.theme
        inside = QVBoxLayout()
        inside.setContentsMargins(15, 12, 15, 14)
        inside.setSpacing(6)
        inside.addWidget(Label(theme, self.tr("What will be drawn"), "strong"))
        self.plan = Label(theme, "", "lead", wrap=True)
        self._basis = Label(theme, "", "small", "muted", wrap=True)
        self.error = ErrorLine(theme)
        usual = QHBoxLayout()
        usual.setSpacing(12)
        self._usual = Label(theme, "", "small", "muted", wrap=True)
        self.take = Button(theme, self.tr("Take these numbers"), "secondary")
        self.take.clicked.connect(self._take)
        usual.addWidget(self._usual, 1)
        usual.addWidget(self.take)
        self.again = ErrorLine(theme)
        for part in (self.plan, self._basis, self.error, self.again):
            inside.addWidget(part)
        inside.addLayout(usual)
        self.body.addLayout(inside)
        paper.changed.connect(self.look)
        self.look()

    def look(self, _changed: object = None) -> None:
        """Work the plan out again."""
        opened = self._paper.opened
        try:
            proposal = sampling_plan.from_sheet(opened, self._desk.duty.act().today)
        except Refused as error:
            unanswered = error.code in {"lot-missing", "sample-none", "plan-declared"}
            self.plan.setText(self.tr("Answer lot size and plan first.") if unanswered else "")
            self.plan.setVisible(unanswered)
            self._basis.hide()
            self.error.set_error("" if unanswered else " ".join(sentence(error.code, error.facts)))
        else:
            self.error.set_error("")
            self.plan.setText(plan_words(proposal))
            self.plan.show()
            self._basis.setText(basis_words(proposal))
            self._basis.show()
        self._show_usual()
        before = repeats.drawn_before(self._desk.reader, opened, self._desk.duty.act().today)
        self.again.set_error(repeat_words(before) if before is not None else "")

    def _show_usual(self) -> None:
        risk = catalogued(self._desk.reader, self._paper.opened)
        fixed = answered(self._paper.opened, "plan_kind") == "fixed"
        self._usual.setVisible(risk is not None and risk.test is not None)
        if risk is None:
            self.take.hide()
            return
        self._usual.setText(catalogue_words(risk))
        wanted = _counts(risk)
        now = (
            answered(self._paper.opened, "plan_test"),
            answered(self._paper.opened, "spare_qty"),
        )
        self.take.setVisible(
            fixed and wanted is not None and wanted != now and not self._paper.readonly
        )

    def _take(self) -> None:
        risk = catalogued(self._desk.reader, self._paper.opened)
        wanted = _counts(risk) if risk is not None else None
        if wanted is None:
            return
        for name, value in zip(("plan_test", "spare_qty"), wanted, strict=True):
            ref = path_of(self._paper.opened.form, name)
            if ref is not None:
                self._paper.answer(ref, value)


def _counts(risk: ProductRisk) -> tuple[str, str] | None:
    """Test and spare units as answers; None when the catalogue has none, or not in whole units."""
    if risk.test is None or risk.test % 1 or (risk.spare or 0) % 1:
        return None
    return str(int(risk.test)), str(int(risk.spare or 0))
