"""Custody of samples 样品交接: a chain that only grows, what breaks it, and whose hand it ends in."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.services import custody_back, follow_ups, sample_states
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.records import Opened, answered, rows_of
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import Custody
from db.journal.ids import new_id
from db.rows import NEVER, Person, Sample
from db.store import (
    answers,
    custody,
    nouns,
    samples,
    test_reports,
)

KINDS = ("sealed", "handed", "posted", "received", "opened", "returned", "destroyed")
"""What can happen to a sample, in the order in which it does."""
SEALS = ("whole", "broken", "none")
VOID = "void"
"""The kind of a line that only says that the one it corrects does not hold."""
STATES = {
    "sealed": "drawn",
    "handed": "sent",
    "posted": "sent",
    "received": "received",
    "opened": "opened",
    "returned": "returned",
    "destroyed": "destroyed",
}
"""The state a sample is in after each kind of line."""
ENDED = sample_states.ENDED
UNDER_WAY = frozenset({"handed", "posted"})
WITHDRAWN = sample_states.WITHDRAWN
MOVED = sample_states.MOVED


@dataclass(frozen=True, slots=True)
class HandOver:
    """One hand-over as it is written down.

    ``expected`` is the day the result should be back, asked for when the sample goes its way.
    """

    kind: str
    at: dt.datetime
    giver: str = ""
    taker: str = ""
    place: str = ""
    seal: str = "whole"
    note: str = ""
    expected: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """What is wrong with a chain at one line.

    ``code``: seal-broken, seal-none, giver-differs, not-sent (received without having been given
    away), not-received (opened by nobody who received it).
    """

    line_id: str
    code: str
    expected: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """A sample with its lines: all of them as written, those that hold, and what breaks them.

    ``witness`` is who watched the draw, with unit and post.
    """

    sample: Sample
    lines: tuple[Custody, ...]
    holding: tuple[Custody, ...]
    breaks: tuple[Break, ...]
    witness: str = ""

    @property
    def last(self) -> Custody | None:
        """The line that says where the sample is now."""
        return self.holding[-1] if self.holding else None

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong with what is written so far."""
        return not self.breaks


def chain(reader: Reader, sample_id: str) -> Chain:
    """The custody of one sample.

    Raises:
        Refused: ``not-found``.
    """
    sample = samples.get(reader, sample_id)
    if sample is None:
        raise Refused("not-found", kind="sample", id=sample_id)
    lines = custody.of_sample(reader, sample_id)
    holding = holding_of(lines)
    sheet = answers_of(reader, sample)
    told = (sheet.get("witness_name", ""), sheet.get("witness_unit", ""))
    return Chain(sample, lines, holding, breaks_of(holding), "，".join(filter(None, told)))


def holding_of(lines: Sequence[Custody]) -> tuple[Custody, ...]:
    """The lines that hold: each in the place of the one it corrects, void ones left out."""
    places: list[Custody] = []
    for line in lines:
        at = next((n for n, old in enumerate(places) if line.corrects == old.id), None)
        if at is None:
            places.append(line)
        else:
            places[at] = line
    return tuple(line for line in places if line.kind != VOID)


def breaks_of(holding: Sequence[Custody]) -> tuple[Break, ...]:
    """Where the seal was not whole before the laboratory opened it, and where a hand is missing."""
    found: list[Break] = []
    before: Custody | None = None
    opened = False
    for line in holding:
        if line.seal != "whole" and not opened:
            found.append(Break(line.id, f"seal-{line.seal}"))
        if line.kind == "received" and (before is None or before.kind not in UNDER_WAY):
            found.append(Break(line.id, "not-sent"))
        if line.kind == "opened" and (before is None or before.kind != "received"):
            found.append(Break(line.id, "not-received"))
        if before is not None and not _same_hand(before, line):
            found.append(Break(line.id, "giver-differs", before.taker, line.giver))
        opened = opened or line.kind == "opened"
        before = line
    return tuple(found)


def _same_hand(before: Custody, line: Custody) -> bool:
    """Whether who gives is who had it; a receipt confirms the hand it was given or posted to."""
    if line.kind == "received":
        return before.kind == "posted" or before.taker in {line.giver, line.taker}
    return not line.giver or not before.taker or line.giver == before.taker


def proposed(reader: Reader, held: Chain, kind: str) -> HandOver:
    """A hand-over of a kind with the hands filled in that are known already."""
    sheet = answers_of(reader, held.sample)
    lab, party = sheet.get("lab", ""), sheet.get("party_name", "")
    last = held.last
    holder = last.taker if last else ""
    giver, taker = holder, lab
    if kind == "sealed":
        giver, taker = party, ""
    elif kind == "received" and last is not None:
        giver = last.giver if last.kind == "handed" else holder
        taker = holder if last.kind == "handed" else lab
    elif kind == "opened":
        taker = holder
    elif kind in ENDED:
        taker = party if kind == "returned" else ""
    return HandOver(kind, NEVER, giver, taker)


def answers_of(reader: Reader, sample: Sample) -> dict[str, str]:
    """What the sheet of a sample says, by question name."""
    kept = answers.of_record(reader, sample.record_id)
    return {path.rsplit("/", 1)[-1]: value for path, value in kept.items()}


def next_kinds(held: Chain) -> tuple[str, ...]:
    """What may be written next, the likeliest first."""
    last = held.last
    if held.sample.state == MOVED:
        return ()
    if is_void(held.sample):
        return tuple(sorted(ENDED, reverse=True))
    if last is None:
        return ("sealed", "handed", "posted", "received")
    return {
        "sealed": ("handed", "posted", "received", "returned", "destroyed"),
        "handed": ("received", "handed", "posted", "returned", "destroyed"),
        "posted": ("received", "returned", "destroyed"),
        "received": ("opened", "handed", "posted", "returned", "destroyed"),
        "opened": ("returned", "destroyed", "handed", "posted"),
    }.get(last.kind, ())


def add(
    store: Store, act: Acting, sample_id: str, told: HandOver, corrects: str = ""
) -> Result[Custody]:
    """Write the next line of a chain, or one in the place of the line it corrects.

    Raises:
        Refused: ``custody-ended``, ``custody-kind``, ``custody-hand-missing``, ``custody-future``,
            ``custody-before``, ``custody-seal-note`` (a seal that is not whole needs words),
            ``reason-missing`` (a correction says why), ``not-found``, ``sample-moved``,
            ``sample-void``: its sheet was withdrawn, and it can only be given back or destroyed.
    """
    held = chain(store, sample_id)
    _check(held, act, told, corrects)
    line = Custody(
        id=new_id(),
        sample_id=sample_id,
        kind=told.kind,
        at=told.at,
        giver=told.giver.strip(),
        taker=told.taker.strip(),
        place=told.place.strip(),
        seal=told.seal,
        note=told.note.strip(),
        corrects=corrects,
    )
    return Result(line, _write(store, act, held, line, told.expected))


def take_back(store: Store, act: Acting, sample_id: str) -> Result[Custody]:
    """Say that the last line does not hold; it stays to be read, as does this.

    What its sample settled on its way back is to be done again.

    Raises:
        Refused: ``custody-empty``, ``not-found``, ``sample-moved``.
    """
    held = chain(store, sample_id)
    require_here(held.sample)
    last = held.last
    if last is None:
        raise Refused("custody-empty", number=held.sample.number)
    line = Custody(id=new_id(), sample_id=sample_id, kind=VOID, at=act.now, corrects=last.id)
    return Result(line, _write(store, act, held, line, None))


def seal_drawn(store: Store, act: Acting, opened: Opened) -> Changes:
    """Begin the chains of a sheet that was issued: sealed on the spot, before both sides.

    Each sample takes the number of its seal from the sheet, which a bureau's own seal may have.
    """
    seals = {row.get("sample_no"): row.get("seal_no", "") for row in rows_of(opened, "sample_no")}
    names = [p.name for one in opened.record.inspectors if (p := nouns.get(store, Person, one))]
    changes = Changes()
    for sample in samples.of_record(store, opened.record.id):
        if custody.of_sample(store, sample.id):
            continue
        stays = sample.role == "spare" and answered(opened, "spare_place") == "unit"
        party = answered(opened, "party_name")
        line = Custody(
            id=new_id(),
            sample_id=sample.id,
            kind="sealed",
            at=act.now,
            giver=party,
            taker=party if stays else "、".join(names),
            place=answered(opened, "place_detail") or answered(opened, "domicile"),
            seal="whole",
        )
        sealed = replace(sample, seal_no=seals.get(sample.number) or sample.seal_no)
        changes |= _write(store, act, Chain(sealed, (), (), ()), line, None)
    return changes


def is_void(sample: Sample) -> bool:
    """Whether the sheet a sample was drawn by was withdrawn."""
    return sample.state == WITHDRAWN


def require_drawn(sample: Sample) -> None:
    """Refuse what rests on a sheet that was withdrawn.

    Raises:
        Refused: ``sample-void``.
    """
    if is_void(sample):
        raise Refused("sample-void", number=sample.number)


def require_here(sample: Sample) -> None:
    """Refuse what is to be written of a sample that was handed over with its papers.

    Raises:
        Refused: ``sample-moved``.
    """
    if sample.state == MOVED:
        raise Refused("sample-moved", number=sample.number)


def _check(held: Chain, act: Acting, told: HandOver, corrects: str) -> None:
    require_here(held.sample)
    if told.kind not in ENDED:
        require_drawn(held.sample)
    if told.kind not in KINDS or told.seal not in SEALS:
        raise Refused("custody-kind", value=told.kind)
    ids = [line.id for line in held.holding]
    if corrects and corrects not in ids:
        raise Refused("not-found", kind="custody", id=corrects)
    at = ids.index(corrects) if corrects else len(ids)
    earlier, later = held.holding[:at], held.holding[at + 1 :]
    if not corrects and earlier and earlier[-1].kind in ENDED:
        raise Refused("custody-ended", number=held.sample.number)
    needs_taker = told.kind != "destroyed"
    if not told.giver.strip() or (needs_taker and not told.taker.strip()):
        raise Refused("custody-hand-missing")
    if told.at > act.now:
        raise Refused("custody-future")
    if (earlier and told.at < earlier[-1].at) or (later and told.at > later[0].at):
        raise Refused("custody-before")
    if corrects and not told.note.strip():
        raise Refused("reason-missing")
    sealed = all(line.kind != "opened" for line in earlier)
    if sealed and told.seal != "whole" and not told.note.strip():
        raise Refused("custody-seal-note")


def _write(
    store: Store, act: Acting, held: Chain, line: Custody, expected: dt.date | None
) -> Changes:
    """Write a line, and let the sample's state, holder and day follow what holds then.

    With the last sample of a sheet back or gone, nothing of its rest is to be given back any more.
    """
    holding = holding_of((*held.lines, line))
    last = holding[-1] if holding else None
    sample = replace(held.sample, holder=last.taker if last else "")
    ended = sample.state in ENDED
    if sample.state != "tested" or (last is not None and last.kind in ENDED):
        sample = replace(sample, state=STATES[last.kind] if last else "drawn")
    if expected is not None:
        sample = replace(sample, expected=expected)
    if sample.state in ENDED:
        sample = replace(sample, expected=None)
    elif ended:
        sample = custody_back.as_before(store, sample)
    if sample.state not in ENDED and (is_void(held.sample) or custody_back.was_void(store, sample)):
        sample = replace(sample, state=WITHDRAWN)
    changes = changed(sample)
    with writing(store, act):
        if ended and sample.state not in ENDED:
            changes |= custody_back.owed_again(store, act, sample)
        custody.save(store, line)
        samples.save(store, sample)
        if all(one.state in ENDED for one in samples.of_record(store, sample.record_id)):
            for report in test_reports.of_record(store, sample.record_id):
                changes |= follow_ups.settle_of(store, act, report.id, "sample-return")
    return changes


def changed(sample: Sample) -> Changes:
    """What a change of a sample touches."""
    return touched("sample", sample.id, sample.record_id, sample.case_id)
