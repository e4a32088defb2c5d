"""The draw: the seed shown first, one act, the units with their sample and seal numbers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.screens.fill_withdraw import ReasonDialog
from app.screens.place import Place
from app.screens.sampling_table import SampleTable
from app.screens.sampling_words import plan_words, redo_words
from app.screens.sentences import sentence
from app.services import sampling, sampling_plan
from app.services.errors import Refused
from app.services.records import path_of
from app.widgets.buttons import Button
from app.widgets.card import Card
from app.widgets.labelled import ErrorLine
from app.widgets.labels import Icon, Label

if TYPE_CHECKING:
    from app.screens.desk import Desk
    from app.screens.fill_paper import Paper
    from app.services.changes import Result
    from app.services.sampling import Drawn
    from app.services.sampling_plan import Lot, Proposal


class DrawCard(Card):
    """Draws once, shows what was drawn, and leads to sheet and seal labels."""

    def __init__(self, desk: Desk, paper: Paper) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        self._paper = paper
        self._lot: Lot | None = None
        self._seed = ""
        self._drawing = False
        theme = desk.theme
        inside = QVBoxLayout()
        inside.setContentsMargins(15, 12, 15, 14)
        inside.setSpacing(8)
        inside.addWidget(Label(theme, self.tr("Random draw"), "strong"))
        self._plan = Label(theme, "", "lead", wrap=True)
        inside.addWidget(self._plan)
        seed = QHBoxLayout()
        seed.setSpacing(12)
        self._seed_name = Label(theme, self.tr("Seed"), "label", "muted")
        self.seed = Label(theme, "", "lead", wrap=True)
        self.seed.setAccessibleName(self.tr("Seed of the draw"))
        seed.addWidget(self._seed_name)
        seed.addWidget(self.seed, 1)
        inside.addLayout(seed)
        self.error = ErrorLine(theme)
        inside.addWidget(self.error)
        self.table = SampleTable(theme)
        inside.addWidget(self.table)
        self._true = self._line("tick-ring", "ok")
        inside.addWidget(self._true)
        self.draw_button = Button(theme, self.tr("Draw the samples"), "secondary", "flask")
        self.print_sheet = Button(theme, self.tr("Print the sheet"), "secondary", "print")
        self.print_labels = Button(theme, self.tr("Seal labels"), "secondary", "tag")
        self.discard = Button(theme, self.tr("Discard the draw…"), "quiet")
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for act in (self.draw_button, self.print_sheet, self.print_labels):
            acts.addWidget(act)
        acts.addStretch(1)
        acts.addWidget(self.discard)
        inside.addLayout(acts)
        inside.addWidget(Label(theme, redo_words(), "small", "muted", wrap=True))
        self.body.addLayout(inside)
        self.draw_button.clicked.connect(self.draw)
        self.print_sheet.clicked.connect(partial(self._print, ""))
        self.print_labels.clicked.connect(partial(self._print, "labels"))
        self.discard.clicked.connect(self._ask_reason)
        paper.changed.connect(self.look)
        self.look()

    def look(self, _changed: object = None) -> None:
        """Show the plan and the seed, or what was drawn with them."""
        done = sampling.drawn(self._desk.reader, self._paper.id)
        proposal, refused = self._proposal()
        self._plan.setText(plan_words(proposal) if proposal is not None else "")
        self._plan.setVisible(proposal is not None)
        if done is None:
            self._show_before(proposal, refused)
        else:
            self._show_after(done, proposal)
        drawn = done is not None
        for part in (self.table, self.print_sheet, self.print_labels):
            part.setVisible(drawn)
        self.discard.setVisible(drawn and not self._paper.readonly)
        self.draw_button.setVisible(not drawn and not self._paper.readonly)
        self.setFocusProxy(self.print_sheet if drawn else self.draw_button)

    def draw(self) -> None:
        """Draw now, with the seed that is shown."""
        proposal, refused = self._proposal()
        if proposal is None or self._drawing:
            self._say(refused)
            return
        self._drawing = True
        self.draw_button.setEnabled(False)
        self._paper.save()
        job = partial(
            sampling.draw,
            act=self._desk.duty.act(),
            record_id=self._paper.id,
            proposal=proposal,
            seed=self._seed,
        )
        self._desk.jobs.write(
            job, done=self._take, failed=self._fail, initiator=self._paper.initiator
        )

    # --- inside -------------------------------------------------------------------------------

    def _line(self, icon: str, meaning: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Icon(self._theme, icon, 16, meaning))
        words = self.tr("Redone with this seed: the same units.")
        row.addWidget(Label(self._theme, words, "small_lead", meaning), 1)
        return line

    def _proposal(self) -> tuple[Proposal | None, Refused | None]:
        try:
            today = self._desk.duty.act().today
            return sampling_plan.from_sheet(self._paper.opened, today), None
        except Refused as error:
            return None, error

    def _show_before(self, proposal: Proposal | None, refused: Refused | None) -> None:
        self._true.hide()
        if proposal is not None and proposal.lot != self._lot:
            self._lot = proposal.lot
            self._seed = sampling.make_seed(proposal.lot)
        self.seed.setText(_breakable(self._seed) if proposal is not None else "—")
        self.draw_button.setEnabled(proposal is not None and not self._drawing)
        self._say(refused)

    def _show_after(self, done: Drawn, proposal: Proposal | None) -> None:
        self.seed.setText(_breakable(done.seed))
        self.table.set_drawn(done)
        same = proposal is not None and (len(done.test), len(done.spare)) == (
            proposal.test,
            proposal.spare,
        )
        size = proposal.lot.size if proposal is not None else 0
        true = same and sampling.redo(done, size)
        self._true.setVisible(true)
        words = self.tr(
            "Lot or plan were changed after the draw. Put them right, or discard the draw with "
            "its reason and draw again."
        )
        self.error.set_error("" if true else words)

    def _say(self, refused: Refused | None) -> None:
        words = "" if refused is None else " ".join(sentence(refused.code, refused.facts))
        self.error.set_error(words)

    def _take(self, _result: Result[Drawn]) -> None:
        self._drawing = False
        self._paper.read_again()

    def _fail(self, error: Exception) -> None:
        self._drawing = False
        self.draw_button.setEnabled(True)
        if isinstance(error, Refused):
            self._say(error)
        else:
            self._desk.tell(error)

    def _ask_reason(self) -> None:
        dialog = ReasonDialog(
            self._theme,
            self.tr("Discard the draw"),
            self.tr("The draw and its reason stay in the journal. Then draw again."),
            self.tr("Discard"),
            self.window(),
        )
        dialog.given.connect(self._discard)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _discard(self, reason: str) -> None:
        self._paper.save()
        job = partial(
            sampling.discard, act=self._desk.duty.act(), record_id=self._paper.id, reason=reason
        )
        self._desk.jobs.write(
            job, done=self._take_discarded, failed=self._fail, initiator=self._paper.initiator
        )

    def _take_discarded(self, _result: object) -> None:
        paper = self._paper
        paper.read_again()
        form = paper.opened.form
        for name in ("seed", "drawn"):
            ref = path_of(form, name)
            if ref is not None:
                paper.answer(ref, "")
        paper.clear_rows("samples")
        paper.save()

    def _print(self, what: str) -> None:
        self._desk.go(Place("issue", self._paper.id, what))


def _breakable(seed: str) -> str:
    """A seed that may break over lines where the window is narrow."""
    return "\u200b".join(seed[place : place + 8] for place in range(0, len(seed), 8))
