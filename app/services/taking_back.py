"""Taking a finding's last step back: a counter-change from the journal, while nothing hangs on it.

The operations of one step share their transaction. What they made is made void or taken away, what
they changed gets back the value it had; the journal keeps both.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.services import escalating, findings, follow_ups
from app.services.changes import Changes, Result
from app.services.context import Acting
from app.services.edits import before
from app.services.errors import Refused
from app.services.writing import writing
from db.connection import Reader, Store
from db.duty_rows import FollowUp, TermChange
from db.rows import Finding
from db.store import follow_ups as kept
from db.store import nouns, operations
from db.store.operations import Event

UNDONE = "undone"
"""The step that says of another that it was taken back; ``undid`` names its transaction."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The newest step that still stands, and the transactions that cancel each other out."""

    step: Event | None
    cancelled: frozenset[str]


def standing(reader: Reader, finding_id: str) -> Standing:
    """Read a finding's history back to the newest step that was not taken back."""
    undone: set[str] = set()
    cancelled: set[str] = set()
    for event in operations.history(reader, finding_id):
        step, txn = said(event, "step"), event.operation.txn
        if step == UNDONE:
            undone.add(said(event, "undid"))
            cancelled |= {txn, said(event, "undid")}
        elif step and txn not in undone:
            return Standing(event, frozenset(cancelled))
        elif not step and said(event, "state"):  # its order was issued or withdrawn
            break
    return Standing(None, frozenset(cancelled))


def take_back(
    store: Store, act: Acting, finding_id: str, *, withdrawn: str = ""
) -> Result[Finding]:
    """Undo the newest step of a finding with everything it opened, changed or settled.

    What an issued paper has extended is taken back only with this paper: ``withdrawn`` is the
    record of one that is being withdrawn.

    Raises:
        Refused: ``nothing-to-take-back``; ``step-moved-on``: something later hangs on it;
            ``paper-holds``: an issued paper tells of it.
    """
    found = standing(store, finding_id)
    if found.step is None:
        raise Refused("nothing-to-take-back")
    txn = found.step.operation.txn
    _with_paper(store, finding_id, found, withdrawn)
    changes = Changes()
    with writing(store, act):
        for owned in kept.all_of_owner(store, finding_id):
            history = _history(store, owned.id, found)
            changes |= _follow_up(store, owned, history, txn)
        for change in kept.changes_of(store, finding_id):
            _change(store, change, _history(store, change.id, found), txn)
        if said(found.step, "step") == "escalate":
            changes |= escalating.withdraw(store, act, findings.get(store, finding_id))
        earlier = before(Finding, _history(store, finding_id, found), txn)
        nouns.edit(store, Finding, finding_id, **earlier, step=UNDONE, undid=txn)
    row = findings.get(store, finding_id)
    return Result(row, changes | findings.changed(row))


def said(event: Event, name: str) -> str:
    """What an operation says under a name, "" when it says nothing."""
    return str(event.operation.fields.get(name, ("", ()))[0] or "")


def _history(reader: Reader, rec_id: str, found: Standing) -> tuple[Event, ...]:
    """The operations on a row, newest first, without those that cancelled each other out."""
    return tuple(
        event
        for event in operations.history(reader, rec_id)
        if event.operation.txn not in found.cancelled
    )


def _follow_up(store: Store, row: FollowUp, history: Sequence[Event], txn: str) -> Changes:
    """Void a follow-up the step opened, or give one it changed its values back."""
    made = _made_in(history, txn)
    if made is None:
        return Changes()
    if made:
        nouns.edit(store, FollowUp, row.id, state="void", note=UNDONE)
    else:
        nouns.edit(store, FollowUp, row.id, **before(FollowUp, history, txn))
    return follow_ups.changed(row)


def _with_paper(reader: Reader, finding_id: str, found: Standing, withdrawn: str) -> None:
    """See that the newest step was made by the paper that is withdrawn, and by no other."""
    txn = found.step.operation.txn if found.step else ""
    papers = {
        change.record_id
        for change in kept.changes_of(reader, finding_id)
        if change.record_id and _made_in(_history(reader, change.id, found), txn)
    }
    if withdrawn and withdrawn not in papers:
        raise Refused("step-moved-on")
    if papers - {withdrawn}:
        raise Refused("paper-holds")


def _change(store: Store, row: TermChange, history: Sequence[Event], txn: str) -> None:
    """Take away an extension or suspension the step made, or let one it ended run on."""
    made = _made_in(history, txn)
    if made:
        kept.drop_change(store, row.id)
    elif made is False:
        nouns.edit(store, TermChange, row.id, **before(TermChange, history, txn))


def _made_in(history: Sequence[Event], txn: str) -> bool | None:
    """Whether a transaction made a row (True), changed it (False) or left it alone (None).

    Raises:
        Refused: ``step-moved-on``: it was changed again since.
    """
    places = [place for place, event in enumerate(history) if event.operation.txn == txn]
    if not places:
        return None
    if places[0]:
        raise Refused("step-moved-on")
    return places[-1] == len(history) - 1
