"""Taking a finding's last step back: a counter-change from the journal, while nothing hangs on it.

The operations of one step share their transaction; ``unsettling`` gives back what they changed. A
step that a paper took goes back with that paper only, which is withdrawn with its reason.
"""

from app.services import findings, unsettling
from app.services.changes import Result
from app.services.context import Acting
from app.services.errors import Refused
from app.services.standing_on import said
from app.services.writing import writing
from db.connection import Reader, Store
from db.rows import Finding
from db.store import operations
from db.store.operations import Event

BACK = "撤回上一步"
"""Why what a step began was withdrawn."""


def standing(reader: Reader, finding_id: str) -> Event | None:
    """Read a finding's history back to the newest step that was not taken back."""
    history = operations.history(reader, finding_id)
    gone = unsettling.cancelled(history)
    for event in history:
        if event.operation.txn in gone:
            continue
        if said(event, "step"):
            return event
        if said(event, "state"):  # its order was issued or withdrawn
            return None
    return None


def take_back(store: Store, act: Acting, finding_id: str) -> Result[Finding]:
    """Undo the newest step of a finding with everything it opened, changed or settled.

    Raises:
        Refused: ``nothing-to-take-back``; ``paper-holds``: a paper took the step, and is withdrawn
            instead; as ``unsettling.undo``: something later hangs on it.
    """
    step = standing(store, finding_id)
    if step is None:
        raise Refused("nothing-to-take-back")
    taken = operations.together(store, step.n)
    unsettling.require_no_paper(store, taken)
    with writing(store, act):
        changes = unsettling.undo(store, taken, BACK, act.now)
    row = findings.get(store, finding_id)
    return Result(row, changes | findings.changed(row))
