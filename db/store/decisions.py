"""What the bureau decided about operations it held back: accepted ones are applied here as well."""

from db.handle import Store
from db.journal.operation import Operation, decode
from db.store import merging, streams

ACCEPTED = "accepted"
QUARANTINE, REJECTED = "quarantine", "rejected"
"""Why an operation is held: nobody decided yet, or it was decided that it stays out."""


def learn(store: Store, at: int, decision: Operation) -> None:
    """Apply what was accepted in its own place among what came; note what was rejected.

    ``at`` is the decision's own number. An own operation was applied when it was written and stays.

    Raises:
        BugError: what was accepted breaks a rule of this store; it stays held.
    """
    told = {name: value for name, (value, _seen) in decision.fields.items()}
    stream, seq = told.get("stream"), told.get("seq")
    if stream not in streams.names(store) or not isinstance(seq, int):
        return
    n = streams.number(streams.id_of(store, stream), seq)
    if told.get("decision") != ACCEPTED:
        for table in ("held", "held_own"):
            store.run(f"UPDATE {table} SET reason = ? WHERE n = ?", (REJECTED, n))
        return
    store.run("DELETE FROM held_own WHERE n = ?", (n,))
    shut = store.value("SELECT reason FROM held WHERE n = ?", (n,))
    if shut not in {QUARANTINE, REJECTED}:  # a hub that was set back may decide once more
        return
    store.run("DELETE FROM held WHERE n = ?", (n,))
    accepted = decode(store.value("SELECT bytes FROM op WHERE n = ?", (n,)))
    if accepted.kind in {"issue", "void"}:
        merging.project(store, n, accepted)
    else:
        merging.raise_again(store, at, accepted)
