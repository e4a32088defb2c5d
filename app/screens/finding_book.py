"""The findings of one paper while it is filled in: as shown, as kept, and how the one follows."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.screens.fill_saving import AGAIN, WAIT
from app.services import attachments, findings
from app.services.context import CHINA
from app.services.errors import Refused
from app.services.findings import FindingEdit
from forms.model import Question
from forms.session import FindingSeed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from app.screens.desk import Desk
    from app.screens.fill_paper import Paper
    from app.services.changes import Changes
    from app.services.context import Acting
    from app.services.findings import Offer
    from db.connection import Store
    from db.rows import Finding

# What is refused must not take the rest with it, so each of these is written by itself.
ALONE: Final = (("law_key",), ("due",), ("seen", "severity", "measure"))


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as the person sees it, written or not."""

    seen: str = ""
    severity: str = ""
    law_key: str = ""
    measure: str = ""
    clock_id: str = ""
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What one write kept: the finding, and what was refused, by field."""

    row: Finding
    changes: Changes
    refused: tuple[tuple[str, Refused], ...] = ()


def keep(
    store: Store, act: Acting, record_id: str, seed: FindingSeed, edit: Mapping[str, Any]
) -> Kept:
    """Open the finding of a question if it is not, and write into it what was typed."""
    chosen = findings.choose(store, act, record_id, seed)
    row, changes = chosen.value, chosen.changes
    refused: list[tuple[str, Refused]] = []
    for names in ALONE:
        part = {name: edit[name] for name in names if name in edit}
        if not part:
            continue
        try:
            updated = findings.update(store, act, row.id, FindingEdit(**part))
        except Refused as error:
            refused.append((names[0], error))
        else:
            row, changes = updated.value, changes | updated.changes
    return Kept(row, changes, tuple(refused))


class FindingBook(QObject):
    """Every finding of one paper, by the ref of its question.

    Signals:
        changed: The ref of a finding that came, went or was kept.
        refused: The ref, the field and the ``Refused`` of an edit that may not be.
    """

    changed = Signal(str)
    refused = Signal(str, str, object)

    def __init__(self, desk: Desk, paper: Paper, initiator: object) -> None:
        super().__init__()
        self._desk = desk
        self._paper = paper
        self._initiator = initiator
        self._rows: dict[str, Finding] = {}
        self._shown: dict[str, Shown] = {}
        self._seeds: dict[str, FindingSeed] = {}
        self._edits: dict[str, dict[str, Any]] = {}
        self._waiting: dict[str, int] = {}
        self._told = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(paper.save)  # the answers first
        self.read()

    @property
    def dirty(self) -> bool:
        """Whether a finding is not on the disk as it is shown."""
        return bool(self._edits or self._waiting or self._unopened())

    def refs(self) -> frozenset[str]:
        """The questions that are adverse now."""
        return frozenset(self._seeds)

    def row(self, ref: str) -> Finding | None:
        """The finding as kept, None while it is new."""
        return self._rows.get(ref)

    def seed(self, ref: str) -> FindingSeed | None:
        """What the form says about an adverse question."""
        return self._seeds.get(ref)

    def shown(self, ref: str) -> Shown:
        """The finding as the person sees it."""
        return self._shown.get(ref, Shown())

    def offer(self, ref: str) -> Offer | None:
        """What the library says about a finding with the article it has now."""
        seed = self._seeds.get(ref)
        if seed is None:
            return None
        law = self.shown(ref).law_key or seed.law
        return findings.offer(self._desk.reader, replace(seed, law=law), self.start(ref))

    def start(self, ref: str) -> dt.date:
        """The day from which the deadline of a finding is counted."""
        row = self._rows.get(ref)
        return row.created.astimezone(CHINA).date() if row else self._desk.duty.act().today

    def ref_of(self, finding_id: str) -> str:
        """The question a finding, or a photo of one, hangs on; "" for none of this paper."""
        for ref, row in self._rows.items():
            photos = attachments.of_owner(self._desk.reader, "finding", row.id)
            if finding_id in {row.id, *(photo.id for photo in photos)}:
                return ref
        return ""

    # --- following the answers ----------------------------------------------------------------

    def read(self) -> None:
        """Take the findings from the store as they are kept."""
        kept = findings.of_record(self._desk.reader, self._paper.id)
        self._rows = {row.path: row for row in kept}
        self._seeds = {}
        self._shown = {row.path: _as_shown(row) for row in kept}
        self.follow()

    def follow(self) -> None:
        """Look which answers are adverse now; what was written in the others stays."""
        before = set(self._seeds)
        self._seeds = {seed.ref: self._own(seed) for seed in self._paper.session.findings()}
        for ref, seed in self._seeds.items():
            if ref not in self._shown:
                self._shown[ref] = self._offered(seed)
        for ref in before ^ set(self._seeds):
            self.changed.emit(ref)
        if self._unopened() and not self._paper.readonly:
            self._poke()

    def edit(self, ref: str, **values: Any) -> None:
        """Take over what the person wrote into a finding."""
        if self._paper.readonly:
            return
        self._shown[ref] = replace(self.shown(ref), **values)
        self._edits.setdefault(ref, {}).update(values)
        self._poke()

    def save(self) -> None:
        """Write now what is not on its way yet."""
        self._soon.stop()
        for ref in [*self._unopened(), *self._edits]:
            if not self._paper.stands(ref):  # its row was taken away with what was written
                self._edits.pop(ref, None)
                continue
            seed = self._seeds.get(ref)
            if seed is None and ref in self._rows:
                seed = self._folded(ref)
            if seed is not None and (ref in self._edits or not self._waiting.get(ref)):
                self._write(ref, seed, self._edits.pop(ref, {}))

    def leave(self, section: str) -> None:
        """Let go of the findings of a section whose question is no longer adverse."""
        gone = [
            ref for ref in self._rows if ref.startswith(section + "/") and ref not in self._seeds
        ]
        if gone:
            withdraw = partial(
                findings.leave_section,
                act=self._desk.duty.act(),
                record_id=self._paper.id,
                adverse=self.refs(),
                section=section,
            )
            self._desk.jobs.write(withdraw, initiator=self._initiator)
        for ref in gone:
            self._rows.pop(ref)
            self._shown.pop(ref, None)

    # --- inside -------------------------------------------------------------------------------

    def _poke(self) -> None:
        """Write soon, with what follows until then; a try after a failure may come earlier."""
        if not self._soon.isActive() or self._soon.remainingTime() > WAIT:
            self._soon.start(WAIT)

    def _own(self, seed: FindingSeed) -> FindingSeed:
        """The seed with its item in the language of the paper, whatever the screen speaks."""
        form = self._paper.session.form
        question = self._paper.session.answer(seed.ref).question
        if self._paper.session.language == form.default_language:
            return seed
        words = question.label.get(form.default_language)
        return replace(seed, item=words) if words and "${" not in words else seed

    def _offered(self, seed: FindingSeed) -> Shown:
        offer = findings.offer(self._desk.reader, seed, self._desk.duty.act().today)
        return Shown(
            severity=offer.severity,
            law_key=offer.law.key if offer.law else "",
            measure=offer.measure,
            clock_id=offer.clock.id if offer.clock else "",
            due=offer.deadline.due if offer.deadline else None,
        )

    def _unopened(self) -> list[str]:
        return [ref for ref in self._seeds if ref not in self._rows]

    def _folded(self, ref: str) -> FindingSeed | None:
        """A seed for a finding folded before what was written in it was kept."""
        question = self._paper.session.answer(ref).question
        if not isinstance(question, Question):
            return None
        row = self._rows[ref]
        return FindingSeed(ref, row.item, row.law_key, row.severity, row.measure, row.clock_id)

    def _write(self, ref: str, seed: FindingSeed, edit: dict[str, Any]) -> None:
        self._waiting[ref] = self._waiting.get(ref, 0) + 1
        job = partial(
            keep, act=self._desk.duty.act(), record_id=self._paper.id, seed=seed, edit=edit
        )
        self._desk.jobs.write(
            job,
            done=partial(self._take, ref),
            failed=partial(self._fail, ref, edit),
            initiator=self._initiator,
        )

    def _arrive(self, ref: str) -> None:
        self._waiting[ref] -= 1
        if not self._waiting[ref]:
            del self._waiting[ref]

    def _take(self, ref: str, kept: Kept) -> None:
        self._arrive(ref)
        self._told = False
        self._rows[ref] = kept.row
        if ref not in self._waiting:
            still = self._edits.get(ref, {})
            self._shown[ref] = replace(_as_shown(kept.row), **still)
        self.changed.emit(ref)
        for field, error in kept.refused:
            self.refused.emit(ref, field, error)

    def _fail(self, ref: str, edit: dict[str, Any], error: Exception) -> None:
        self._arrive(ref)
        if isinstance(error, Refused):
            self.refused.emit(ref, "", error)
            return
        self._edits[ref] = {**edit, **self._edits.get(ref, {})}
        if not self._told:
            self._told = True
            self._desk.tell(error)
        self._soon.start(AGAIN)


def _as_shown(row: Finding) -> Shown:
    return Shown(**{field.name: getattr(row, field.name) for field in fields(Shown)})
