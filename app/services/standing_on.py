"""What rests on what a paper changed: a later paper, a step, an arrival; each is named."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.services.context import CHINA
from app.services.errors import Refused
from app.services.standing_papers import STANDS
from db.connection import Reader
from db.duty_rows import Custody, FollowUp, TestReport, Visit
from db.rows import CaseFile, Document, Record, Sample
from db.store import custody, documents, nouns, operations, records, test_reports
from db.store.moments import wall_of
from db.store.operations import Event

Row = Any
"""A row of any noun."""
PAPER = frozenset({"finished", "issued"})
"""The states in which a paper is made."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A row as it is now, with the operations that are given back and those that came since.

    ``made`` says that the row began with them, ``own`` that it is the paper itself. Operations are
    the newest first; what was undone is left out.
    """

    row: Row
    mine: Sequence[Event]
    later: Sequence[Event]
    made: bool
    own: bool


def paper_of(reader: Reader, events: Sequence[Event]) -> str | None:
    """The title and number of the paper that a transaction finished or issued."""
    for event in events:
        operation = event.operation
        if operation.rec_type == "record" and said(event, "state") in PAPER:
            record = nouns.get(reader, Record, operation.rec_id)
            if record is not None:
                return named(reader, record)
    return None


def named(reader: Reader, record: Record) -> str:
    """A paper as people call it: its title, and its number once it has one."""
    paper = next(iter(documents.of_record(reader, record.id)), None)
    return f"《{record.title}》{paper.number_text if paper else ''}"


def stands(reader: Reader, row: Row, event: Event) -> Refused:
    """The refusal that names what a later operation on a row was."""
    paper = paper_of(reader, operations.together(reader, event.n))
    day = day_of(event)
    if paper is not None:
        return Refused("paper-stands", paper=paper, day=day)
    if isinstance(row, Visit) and row.arrived is not None:
        return Refused("visit-made", at=row.arrived.astimezone(CHINA).strftime("%Y-%m-%d %H:%M"))
    if isinstance(row, CaseFile) and row.state != "open":
        return Refused("case-closed-since", title=row.title, day=day)
    return Refused("step-moved-on", name=_name(row), day=day)


def _name(row: Row) -> str:
    """What a person knows a row by."""
    for column in ("seen", "item", "title", "number", "name"):
        if found := str(getattr(row, column, "") or ""):
            return found
    return "—"


def said(event: Event, name: str) -> str:
    """What an operation says under a name, "" when it says nothing."""
    return str(event.operation.fields.get(name, ("", ()))[0] or "")


def settled_since(reader: Reader, now: Touched) -> bool:
    """Whether someone dealt with a follow-up by hand, which stays a fact.

    Raises:
        Refused: ``paper-stands``: a paper dealt with it; ``step-moved-on``: a step hangs on it.
    """
    row: FollowUp = now.row
    since = next((one for one in now.later if "state" in one.operation.fields), None)
    if row.state == "void" and now.made:
        return True
    if since is None or (now.made and row.state == "open"):
        return not now.made and _owner_is_past(reader, row)
    told = stands(reader, row, since)
    if told.code == "paper-stands" and row.kind != "service":  # a receipt only tells of the service
        raise told
    if row.owner_type in {"finding", "case"}:
        raise told
    return True


def _owner_is_past(reader: Reader, row: FollowUp) -> bool:
    """Whether the paper a follow-up hangs on is withdrawn or replaced: nothing of it is to be done."""
    owner = nouns.get(reader, Document, row.owner_id) if row.owner_type == "document" else None
    return owner is not None and owner.state in {"withdrawn", "superseded"}


def require_no_paper_in(reader: Reader, now: Touched) -> None:
    """See that no other paper was made in a case since what is given back named its party."""
    case: CaseFile = now.row
    if now.made or not any("enterprise_id" in one.operation.fields for one in now.mine):
        return
    named_at = now.mine[0].operation.hlc
    for record in records.of_case(reader, case.id):
        made = operations.history(reader, record.id)[-1]
        if made.operation.hlc > named_at and record.state != "withdrawn":
            raise Refused("paper-stands", paper=named(reader, record), day=day_of(made))


def require_not_made(reader: Reader, now: Touched) -> None:
    """See that another record whose party is given back was not made a paper since."""
    record: Record = now.row
    since = [one for one in now.later if said(one, "state") in PAPER]
    if since and not now.made and not now.own:
        raise Refused("paper-stands", paper=named(reader, record), day=day_of(since[0]))


def was_objected_to(reader: Reader, now: Touched) -> bool:
    """Whether a result was objected to or decided upon: it was told then, whatever is withdrawn."""
    row: TestReport = now.row
    return row.state != "open" or bool(test_reports.objections_of(reader, row.id))


def is_past(_reader: Reader, now: Touched) -> bool:
    """Whether a document is withdrawn or replaced by now, and not by what is given back."""
    row: Document = now.row
    replaced_here = row.state == "superseded" and not now.later
    return now.made or (row.state not in STANDS and not replaced_here)


def require_last_line(reader: Reader, now: Touched) -> None:
    """See that a hand-over is the last of its sample."""
    line: Custody = now.row
    last = custody.of_sample(reader, line.sample_id)[-1]
    if last.id != line.id:
        sample = nouns.get(reader, Sample, line.sample_id)
        name = sample.number if sample else "—"
        raise Refused("step-moved-on", name=name, day=last.at.astimezone(CHINA).date())


def day_of(event: Event) -> dt.date:
    """The day an operation was written, in China."""
    return wall_of(event.operation).astimezone(CHINA).date()
