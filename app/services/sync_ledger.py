"""The ledger of what was written here: each item and how far it is on its way to the bureau.

Five steps: on this computer, on a stick, sent, received by the bureau, adopted there. Received is
what the hub has acknowledged; adopted what has come back in the bureau's own order of events and is
not held back. Nothing is guessed: an answer that was lost leaves an item where it was.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from db.connection import Reader
from db.duty_rows import Batch, Custody, FollowUp, Settlement, TestReport, Visit
from db.journal import clock
from db.rows import (
    NEVER,
    Attachment,
    CaseFile,
    Document,
    Enterprise,
    Equipment,
    Finding,
    Record,
    Sample,
    Signature,
)
from db.store import arrivals, hub_files, nouns, outgoing, streams
from db.store.outgoing import Way

SHOWN = 60
STEPS = ("here", "stick", "sent", "received", "adopted")
REST = "rest"
"""The one item of what is neither paper, party, device nor matter: settings, law, forms, numbers."""

Item = tuple[str, str]
"""Kind and id of what a line is about."""


@dataclass(frozen=True, slots=True)
class Line:
    """One item: ``state`` is its last step, or ``held`` with the ``reason``.

    ``form_id`` is what a record was filled with, ``party`` the enterprise's name, ``at`` when it
    was last written, ``parts`` how many rows of it are meant (more than one for ``rest``),
    ``stick`` whether all of it lies on a stick as well. Of its ``files`` that the bureau knows of so
    many are there, of so many.
    """

    kind: str
    id: str
    title: str
    party: str
    form_id: str
    at: dt.datetime
    state: str
    reason: str = ""
    parts: int = 1
    stick: bool = False
    files: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Items by how far they are, those only here first; ``waiting`` counts all not received."""

    lines: tuple[Line, ...]
    waiting: int


@dataclass(slots=True)
class _Found:
    """An item while it is put together: its furthest and least operation, per stream."""

    last: int
    parts: int
    received: bool
    adopted: bool
    stick: bool
    reason: str = ""


def look(reader: Reader, stick: Mapping[str, int] | None = None, limit: int = SHOWN) -> Ledger:
    """Return the ledger; ``stick`` tells how far each stream was written to a stick."""
    found = _items(reader, stick or {})
    order = {"held": 0, "here": 1, "stick": 2, "received": 3, "adopted": 4}
    ranked = sorted(found.items(), key=lambda one: (order[_state(one[1])], -one[1].last))
    files = _files(reader)
    lines = tuple(
        replace(_line(reader, item, one), files=files.get(item, (0, 0)))
        for item, one in ranked[:limit]
    )
    return Ledger(lines, sum(not one.received for one in found.values()))


def waiting(reader: Reader) -> int:
    """Return how many items the bureau has not received."""
    return sum(not one.received for one in _items(reader, {}, only_waiting=True).values())


def _items(
    reader: Reader, stick: Mapping[str, int], *, only_waiting: bool = False
) -> dict[Item, _Found]:
    reasons = {one.n: one.reason for one in arrivals.held_own(reader)}
    found: dict[Item, _Found] = {}
    for way in outgoing.ways(reader):
        after = way.received if only_waiting else 0
        for one in outgoing.written(reader, way.stream, after):
            item = _item(reader, one.rec_type, one.rec_id)
            _add(found, item, _found(way, one.last, stick.get(way.stream, 0)))
    for n, reason in reasons.items():
        row = outgoing.record_of(reader, n)
        item = (REST, "") if row is None else _item(reader, *row)
        if item in found:
            found[item].reason = reason
    return found


def _files(reader: Reader) -> dict[Item, tuple[int, int]]:
    """How many of an item's photos and files are at the bureau, of those it has heard of."""
    found: dict[Item, tuple[int, int]] = {}
    for kind, key, there, whole in hub_files.by_record(reader):
        item = _item(reader, kind, key)
        before = found.get(item, (0, 0))
        found[item] = (before[0] + there, before[1] + whole)
    return found


def _found(way: Way, last: int, stick: int) -> _Found:
    seq = last & streams.LAST
    received = seq <= way.received
    return _Found(last, 1, received, received and seq <= way.fed, seq <= stick)


def _add(found: dict[Item, _Found], item: Item, one: _Found) -> None:
    before = found.get(item)
    if before is None:
        found[item] = one
        return
    before.last = max(before.last, one.last)
    before.parts += 1
    before.received &= one.received
    before.adopted &= one.adopted
    before.stick &= one.stick


def _state(one: _Found) -> str:
    if one.reason:
        return "held"
    if one.adopted:
        return "adopted"
    if one.received:
        return "received"
    return "stick" if one.stick else "here"


_UP: Mapping[str, tuple[type[Any], str, str]] = {
    "finding": (Finding, "record", "record_id"),
    "signature": (Signature, "record", "record_id"),
    "document": (Document, "record", "record_id"),
    "custody": (Custody, "sample", "sample_id"),
    "test_report": (TestReport, "case", "case_id"),
    "batch": (Batch, "case", "case_id"),
    "follow_up": (FollowUp, "case", "case_id"),
    "visit": (Visit, "case", "case_id"),
    "sample": (Sample, "record", "record_id"),
}
"""What is shown as part of something else, and the column that names that."""


def _item(reader: Reader, kind: str, key: str) -> Item:
    """The item that a written row belongs to."""
    for _step in range(3):
        if kind in _ROWS:
            return kind, key
        if kind == "attachment":
            row = nouns.get(reader, Attachment, key)
            kind, key = (row.owner_type, row.owner_id) if row is not None else (REST, "")
        elif kind == "settlement":
            told = nouns.get(reader, Settlement, key)
            kind, key = (told.rec_type, told.rec_id) if told is not None else (REST, "")
        elif kind in _UP:
            table, above, column = _UP[kind]
            found = nouns.get(reader, table, key)
            kind, key = (above, getattr(found, column)) if found is not None else (REST, "")
        else:
            break
    return (kind, key) if kind in _ROWS and key else (REST, "")


def named(reader: Reader, kind: str, key: str) -> tuple[str, str]:
    """Return the title of the item a row belongs to and the name of its enterprise, "" for none."""
    line = _named(reader, Line(*_item(reader, kind, key), "", "", "", NEVER, ""))
    return line.title, line.party


def _line(reader: Reader, item: Item, one: _Found) -> Line:
    written = outgoing.event(reader, one.last)
    at = NEVER if written is None else clock.from_milliseconds(written.wall)
    bare = Line(*item, "", "", "", at, _state(one), one.reason, one.parts, one.stick)
    return _named(reader, bare)


def _named(reader: Reader, bare: Line) -> Line:
    """A line with the words of its item, as far as the item is here."""
    row: object = nouns.get(reader, _ROWS[bare.kind], bare.id) if bare.kind in _ROWS else None
    match row:
        case Record():
            where = "WHERE record_id = ? ORDER BY id DESC LIMIT 1"
            paper = nouns.one(reader, Document, where, (bare.id,))
            title = paper.number_text if paper is not None else row.title
            party = _name(reader, row.enterprise_id)
            return replace(bare, title=title, party=party, form_id=row.form_id)
        case CaseFile():
            return replace(bare, title=row.title, party=_name(reader, row.enterprise_id))
        case Equipment():
            return replace(bare, title=row.name, party=_name(reader, row.enterprise_id))
        case Enterprise():
            return replace(bare, title=row.name)
        case _:
            return bare


_ROWS: Mapping[str, type[Any]] = {
    "record": Record,
    "case": CaseFile,
    "equipment": Equipment,
    "enterprise": Enterprise,
}


def _name(reader: Reader, enterprise_id: str | None) -> str:
    row = nouns.get(reader, Enterprise, enterprise_id or "")
    return "" if row is None else row.name
