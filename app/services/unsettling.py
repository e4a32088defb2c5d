"""Unsettling: a withdrawn paper gives back what it settled and voids what it left, by the journal.

What a paper does to the follow-ups of its case shares the transaction that finished or issued it; a
follow-up that someone has dealt with since is left as it is.
"""

from app.services import follow_ups
from app.services.changes import Changes
from app.services.edits import before
from db.connection import Reader, Store
from db.duty_rows import FollowUp
from db.store import follow_ups as kept
from db.store import nouns, operations


def txn_of(reader: Reader, rec_id: str, state: str) -> str:
    """The newest transaction that brought a record or document into a state, "" for none."""
    for event in operations.history(reader, rec_id):
        if event.operation.fields.get("state", ("",))[0] == state:
            return event.operation.txn
    return ""


def undo(store: Store, case_id: str, txn: str, reason: str) -> Changes:
    """Take back what one transaction did to a case's follow-ups; asked for inside another one."""
    changes = Changes()
    for row in kept.all_of_case(store, case_id) if txn else ():
        history = operations.history(store, row.id)
        if not history or history[0].operation.txn != txn:
            continue
        made = history[-1].operation.txn == txn
        fields = {"state": "void", "note": reason} if made else before(FollowUp, history, txn)
        nouns.edit(store, FollowUp, row.id, **fields)
        changes |= follow_ups.changed(row)
    return changes
