"""What the bureau decided about operations it held back: accepted ones are applied here as well.

What is held is in no table. So what was made in a row that is held waits with it, and what was
applied and is held after all, since a hub that was set back took its decision the other way, is
taken out of the tables again: the records it is about are made anew without it.
"""

from collections.abc import Iterable, Mapping

from db.handle import Store
from db.journal.clock import to_text
from db.journal.operation import Operation, decode
from db.store import decided, ledger, merging, projection, settings, streams
from db.store.decided import ACCEPTED
from db.store.tables import TABLES

QUARANTINE, REJECTED, WAITS = "quarantine", "rejected", "with"
"""Why an operation is held: nobody decided yet, it was decided that it stays out, or it is about
a row that is held."""
TURNED = "decided-again"
"""The setting of this computer that tells how much was taken out again, and when."""
_MAKES = frozenset({"issue", "seed", projection.SCOPE_IN})
"""The kinds of operations that make a row, whatever they saw."""


def learn(store: Store, at: int, decision: Operation) -> None:
    """Apply what was accepted in its own place among what came; take out what was rejected.

    ``at`` is the decision's own number. An own operation was applied when it was written and stays.

    Raises:
        BugError: what was accepted breaks a rule of this store; it stays held.
    """
    n = decided.note(store, at, decision)
    if n is None:
        return
    if decision.fields["decision"][0] != ACCEPTED:
        for table in ("held", "held_own"):
            store.run(f"UPDATE {table} SET reason = ? WHERE n = ?", (REJECTED, n))
        if is_applied(store, n) and not streams.is_own(store, streams.dot_of(store, n)[0]):
            take_out(store, {n: REJECTED}, at)
        return
    store.run("DELETE FROM held_own WHERE n = ?", (n,))
    shut = store.value("SELECT reason FROM held WHERE n = ?", (n,))
    if shut in {QUARANTINE, REJECTED}:  # a hub that was set back may decide once more
        _let_in(store, n, at)


def waits(store: Store, one: Operation) -> bool:
    """Tell whether an operation changes a row that is not here because it is held."""
    if _makes(one) or one.rec_type not in TABLES or not store.value("SELECT n FROM held LIMIT 1"):
        return False
    shut = store.value(
        "SELECT 1 FROM op JOIN held USING (n) WHERE rec_id = ? AND kind <> 'answer' LIMIT 1",
        (one.rec_id,),
    )
    return shut is not None and not _is_here(store, one)


def is_applied(store: Store, n: int) -> bool:
    """Tell whether an operation is here and in the tables."""
    return bool(
        store.value(
            "SELECT EXISTS (SELECT 1 FROM op WHERE n = ?1)"
            " AND NOT EXISTS (SELECT 1 FROM held WHERE n = ?1)",
            (n,),
        )
    )


def take_out(store: Store, shut: Mapping[int, str], upto: int | None = None) -> None:
    """Hold operations that are applied, number → reason; their records are made anew without them.

    ``upto`` is the operation being brought in, after which nothing is applied yet.
    """
    found = [_operation(store, n) for n in sorted(shut)]
    for n, reason in shut.items():
        _hold(store, n, reason)
    for one in {(each.rec_type, each.rec_id): each for each in found}.values():
        _without(store, one, upto)
    if shut:
        before = settings.get_local(store, TURNED, {"count": 0})
        told = {"count": before["count"] + len(shut), "at": to_text(store.clock())}
        settings.put_local(store, TURNED, told)


def _let_in(store: Store, n: int, at: int) -> None:
    store.run("DELETE FROM held WHERE n = ?", (n,))
    accepted = _operation(store, n)
    if accepted.kind == "void":
        merging.project(store, n, accepted)
        return
    waiting = store.rows(
        "SELECT n FROM op JOIN held USING (n) WHERE rec_id = ? AND reason = ?"
        " ORDER BY arrived, n",
        (accepted.rec_id, WAITS),
    )
    for (each,) in waiting:
        store.run("DELETE FROM held WHERE n = ?", (each,))
    if accepted.kind != "issue":
        merging.raise_again(store, at, accepted)
        return
    for each in (n, *(each for (each,) in waiting)):
        merging.project(store, each, _operation(store, each))


def _without(store: Store, one: Operation, upto: int | None) -> None:
    """Make the row of an operation anew from what is not held; without what makes it, it waits."""
    if one.rec_type == "number":
        _number(store, one)
        return
    rest = store.rows(
        "SELECT n, bytes FROM op WHERE rec_id = ?1 AND n NOT IN (SELECT n FROM held)"
        " AND (?2 IS NULL OR (arrived, n) <= (SELECT arrived, n FROM op WHERE n = ?2))"
        " ORDER BY arrived, n",
        (one.rec_id, upto),
    )
    while rest and not _makes(decode(rest[0][1])):
        _hold(store, rest.pop(0)[0], WAITS)
    if rest:
        merging.raise_again(store, rest[-1][0] if upto is None else upto, one)
        return
    projection.clear(store, one.rec_type, one.rec_id)
    for table in ("field_value", "superseded", "tombstone"):
        store.run(f"DELETE FROM {table} WHERE rec_id = ?", (one.rec_id,))
    if one.kind == "issue":
        _number(store, one)


def _number(store: Store, one: Operation) -> None:
    """What became of a number anew, from the papers and the voids of it that are not held."""
    names = ("series", "year", "number")
    what = tuple(one.fields[name][0] for name in names)
    store.run("DELETE FROM number_use WHERE series = ? AND year = ? AND number = ?", what)
    found = store.rows(
        "SELECT bytes FROM op WHERE kind IN ('issue', 'void') AND n NOT IN (SELECT n FROM held)"
        " ORDER BY arrived, n"
    )
    for each in _operations(found):
        fields = {name: value for name, (value, _seen) in each.fields.items()}
        if tuple(fields.get(name) for name in names) == what:
            (ledger.used if each.kind == "issue" else ledger.voided)(store, each, fields)


def _makes(one: Operation) -> bool:
    """Whether an operation makes its row: it saw nothing of it."""
    return one.kind in _MAKES or not any(seen for _value, seen in one.fields.values())


def _is_here(store: Store, one: Operation) -> bool:
    table = TABLES[one.rec_type]
    found = store.value(f"SELECT 1 FROM {table.name} WHERE {table.key} = ?", (one.rec_id,))
    return found is not None


def _operation(store: Store, n: int) -> Operation:
    return decode(store.value("SELECT bytes FROM op WHERE n = ?", (n,)))


def _operations(rows: Iterable[tuple[bytes]]) -> Iterable[Operation]:
    return (decode(data) for (data,) in rows)


def _hold(store: Store, n: int, reason: str) -> None:
    store.run(
        "INSERT INTO held (n, reason, at) VALUES (?, ?, ?)"
        " ON CONFLICT (n) DO UPDATE SET reason = excluded.reason",
        (n, reason, to_text(store.clock())),
    )
