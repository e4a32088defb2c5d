"""Unsettling: what a paper or a step changed is given back, by the journal, while nothing rests on it.

Everything one act changes shares its transaction. Each row of it is given back by an operation of
its own, in the way ``ways_back`` says of its kind; the journal keeps both. An undoing names the
transaction it undid, so that a thing given back and taken again reads as if neither had been.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import fields

from app.services.changes import Changes, touched
from app.services.edits import before
from app.services.errors import Refused
from app.services.standing_on import Row, Touched, paper_of, said, stands
from app.services.ways_back import WAYS
from db.connection import Reader, Store
from db.store import base, nouns, operations
from db.store.operations import Event

UNDONE = "undone"
"""The step that says of another that it was taken back; ``undid`` names its transaction."""
_DEEDS = {"finished": "finished", "issued": "state", "withdrawn": "state"}
"""The field that tells the deed itself from a restoring, which only sets the state again."""


def deed(reader: Reader, record_id: str, state: str) -> tuple[Event, ...]:
    """The operations that finished, issued or withdrew a record, () where that never happened."""
    for event in operations.history(reader, record_id):
        if said(event, "state") == state and _DEEDS[state] in event.operation.fields:
            return operations.together(reader, event.n)
    return ()


def cancelled(history: Sequence[Event]) -> frozenset[str]:
    """The transactions of a row's history (newest first) that undid each other."""
    undone: set[str] = set()
    found: set[str] = set()
    for event in history:
        txn, undid = event.operation.txn, said(event, "undid")
        if undid and txn not in undone:
            undone.add(undid)
            found |= {txn, undid}
    return frozenset(found)


def undo(
    store: Store,
    events: Sequence[Event],
    reason: str,
    at: dt.datetime,
    besides: frozenset[str] = frozenset(),
) -> Changes:
    """Give back what the operations of one transaction changed; asked for inside another one.

    ``besides`` are the ids of rows that are seen to elsewhere.

    Raises:
        Refused: ``paper-stands``: a later paper rests on it; ``visit-made``, ``case-closed-since``,
            ``step-moved-on``: something else was done on top of it.
    """
    changes = Changes()
    rows = dict.fromkeys((one.operation.rec_type, one.operation.rec_id) for one in events)
    for rec_type, rec_id in rows:
        if rec_type in WAYS and rec_id not in besides:
            changes |= _give_back(store, rec_type, rec_id, events[0].operation.txn, (reason, at))
    return changes


def _give_back(
    store: Store, rec_type: str, rec_id: str, txn: str, why: tuple[str, dt.datetime]
) -> Changes:
    way = WAYS[rec_type]
    row = nouns.get(store, way.row, rec_id)
    before_all = (Event(*each) for each in base.written(store, (rec_type, rec_id)))
    whole = (*operations.history(store, rec_id), *before_all)
    gone = cancelled([one for one in whole if one.operation.txn != txn])
    history = [one for one in whole if one.operation.txn not in gone]
    places = [place for place, one in enumerate(history) if one.operation.txn == txn]
    if row is None or not places:
        return Changes()
    mine = [history[place] for place in places]
    now = Touched(
        row,
        mine=mine,
        later=history[: places[0]],
        made=places[-1] == len(history) - 1,
        own=any(_is_paper(one) for one in mine),
    )
    if not way.stays(store, now):
        _require_free(store, rec_type, now)
        if now.made:
            way.void(store, now, *why)
        else:
            _restore(store, way.row, rec_id, now, before(way.row, history, txn))
    return _changed(rec_type, row)


def _restore(
    store: Store, kind: type[Row], rec_id: str, now: Touched, earlier: Mapping[str, object]
) -> None:
    """Write the values a row had; what was written since stays, and so does the paper's state."""
    kept = {name for one in now.later for name in one.operation.fields}
    if now.own:
        kept |= {"state", "finished", "pdf_sha"}
    fields_back = {name: value for name, value in earlier.items() if name not in kept}
    step = {"step": UNDONE} if any(said(one, "step") for one in now.mine) else {}
    if fields_back or step:
        undid = now.mine[0].operation.txn
        nouns.edit(store, kind, rec_id, **fields_back, **step, undid=undid)


def _require_free(reader: Reader, rec_type: str, now: Touched) -> None:
    way = WAYS[rec_type]
    if not now.own:
        for event in reversed(now.later):
            if way.leans & event.operation.fields.keys():
                raise stands(reader, now.row, event)
    way.check(reader, now)


def _is_paper(event: Event) -> bool:
    """Whether an operation is the finishing, issuing or withdrawing of the paper itself."""
    operation = event.operation
    return operation.rec_type == "record" and "state" in operation.fields


def _changed(rec_type: str, row: Row) -> Changes:
    """The row with all it hangs on."""
    named = ("id", "owner_id", "record_id", "case_id", "enterprise_id", "sample_id", "document_id")
    columns = {field.name for field in fields(row)}
    ids = (getattr(row, name) for name in named if name in columns)
    return touched(rec_type, *(one for one in ids if one))


def require_no_paper(reader: Reader, events: Sequence[Event]) -> None:
    """See that a step was not taken by a paper, which is to be withdrawn instead.

    Raises:
        Refused: ``paper-holds``.
    """
    told = paper_of(reader, events)
    if told is not None:
        raise Refused("paper-holds", paper=told)
