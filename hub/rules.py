"""Which operations a client may not make: they are kept, held back, and a person decides.

The reasons: ``scope`` (another jurisdiction's), ``kind`` and ``type`` (of a newer version),
``authority`` (only the bureau writes this), ``frozen`` (an issued document changed), ``number`` (it
is another document's), ``revoked`` (the device's right was withdrawn before this was sent).
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from db.journal.heads import HEADS, SEED
from db.journal.operation import Operation
from db.journal.published import TASK, is_published
from db.journal.record import DECISION, PARTY_REPORT, Doc, Key

KINDS = frozenset({"put", "seed", "answer", "delete", "issue", "serve", "void"})
BUREAU = frozenset({DECISION, "device", "handover", PARTY_REPORT})
"""The nouns that only the hub writes."""
MOVED = "moved"
"""The state of what was handed to another jurisdiction: it is changed there from then on."""
DELIVERED = frozenset({"form_package", "law"})
"""The nouns every laptop is delivered with, and only the hub changes."""
HOW_IT_WENT = frozenset({"state", "done", "note"})
"""All that an inspector writes of a task the bureau gave."""
UNBOUND = "local"
"""The scope in operations written before the device was enrolled: they belong where it was."""
AFTER_ISSUE = frozenset({"state", "service"})
"""All that may change of an issued document."""

Number = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Known:
    """What became of a number before: its state, the first paper it is on, its block."""

    status: str
    document: str | None
    block: str | None


@dataclass(frozen=True, slots=True)
class Use:
    """What became of a number; ``known`` when it had a state before.

    ``again`` when that is another paper's: the number is on two, and ``paper`` tells them apart.
    """

    number: Number
    block: str | None
    stream: str
    sseq: int
    status: str
    document: str | None
    reason: str | None
    at: dt.datetime
    known: bool
    again: bool
    paper: str


@dataclass(slots=True)
class Taken:
    """What a batch is checked against, and what becomes of numbers while it is taken in."""

    scope: str
    status: str
    docs: Mapping[Key, Doc]
    numbers: dict[Number, Known]
    uses: list[Use] = field(default_factory=list)

    def numbered(self, one: Operation) -> None:
        """Remember what an operation does with a number."""
        number = number_of(one)
        if number is None:
            return
        told = {name: value for name, (value, _seen) in one.fields.items()}
        issued = one.kind == "issue"
        before = self.numbers.get(number)
        status = "issued" if issued else "voided"
        document, block = paper_of(one) or None, told.get("block_id") or None
        if before is not None and _means(one, before):
            if issued:  # it was voided before it was accepted, and stays so
                return
            document = before.document
        self.uses.append(
            Use(
                number,
                block,
                one.stream,
                one.seq,
                status,
                document,
                told.get("reason") or None,
                written_at(one),
                before is not None,
                before is not None and not _means(one, before),
                document or one.rec_id,
            )
        )
        if before is None or _means(one, before):
            self.numbers[number] = Known(status, document, block)


def broken(taken: Taken, one: Operation) -> str:
    """Return the reason for which an operation is held back, "" when there is none."""
    if one.scope not in {taken.scope, UNBOUND}:
        return "scope"
    if taken.status != "active":
        return "revoked"
    if one.kind not in KINDS:
        return "kind"
    if _the_bureaus(one):
        return "authority"
    doc = taken.docs.get((one.rec_type, one.rec_id))
    if doc is not None and doc.shown("state") == MOVED:
        return "scope"
    return _of_document(taken, one)


def _the_bureaus(one: Operation) -> bool:
    """Whether only the bureau writes this."""
    known = one.rec_type in BUREAU or is_published(one.rec_type, one.rec_id)
    return known or _delivered(one) or _assigned(one)


def _delivered(one: Operation) -> bool:
    """Whether somebody changes what laptops are delivered with; to seed it is everyone's."""
    return one.rec_type in DELIVERED and one.kind != SEED


def _assigned(one: Operation) -> bool:
    """Whether somebody changes a task the bureau gave, beyond saying how it went."""
    if one.rec_type != "follow_up" or not one.rec_id.startswith(TASK):
        return False
    return one.kind == "delete" or not HOW_IT_WENT.issuperset(one.fields.keys() - {HEADS})


def number_of(one: Operation) -> Number | None:
    """Return (series, year, number) of an operation that uses or voids one."""
    if one.kind not in {"issue", "void"}:
        return None
    found = tuple(one.fields.get(name, (None,))[0] for name in ("series", "year", "number"))
    series, year, number = found
    if isinstance(series, str) and series and isinstance(year, int) and isinstance(number, int):
        return (series, year, number)
    return None


def paper_of(one: Operation) -> str:
    """Return the document an operation issues, or voids the number of; "" for no document's."""
    if one.kind == "issue":
        return one.rec_id
    named = one.fields.get("document_id", ("",))[0]
    return named if isinstance(named, str) else ""


def _means(one: Operation, before: Known) -> bool:
    """Whether an operation is about the paper a number is known to be on.

    Older operations that void a number do not name the paper, but its block.
    """
    if one.kind == "void" and "document_id" not in one.fields:
        return one.fields.get("block_id", (None,))[0] == before.block
    return paper_of(one) == (before.document or "")


def written_at(one: Operation) -> dt.datetime:
    """Return when the device says the operation was made, as an aware UTC moment."""
    bounded = min(max(one.wall, 0), 253_402_300_799_000)  # the year 9999 is as far as a clock goes
    return dt.datetime.fromtimestamp(bounded / 1000, dt.UTC)


def _of_document(taken: Taken, one: Operation) -> str:
    if one.rec_type == "document" and _frozen(taken, one):
        return "frozen"
    number = number_of(one)
    before = taken.numbers.get(number) if number is not None and one.kind == "issue" else None
    return "number" if before is not None and not _means(one, before) else ""


def _frozen(taken: Taken, one: Operation) -> bool:
    doc = taken.docs.get((one.rec_type, one.rec_id))
    if one.kind == "issue":  # what came of a paper that is held is merged, and is not its issue
        return doc is not None and not AFTER_ISSUE.issuperset(doc.fields)
    return one.kind == "delete" or not AFTER_ISSUE.issuperset(one.fields)
