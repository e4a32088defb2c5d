"""What the bureau decided about operations it held back: accepted ones are applied here as well.

What is held is in no table. So what was made in a row that is held waits with it, and what was
applied and is held after all, since a hub that was set back took its decision the other way, is
taken out of the tables again: the records it is about are made anew without it.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

from db.handle import Reader, Store
from db.journal.clock import from_text, to_text
from db.journal.operation import Operation, decode
from db.store import decided, index, laying, ledger, merging, projection, settings, streams
from db.store.decided import ACCEPTED
from db.store.tables import TABLES

QUARANTINE, REJECTED, WAITS, LOST = "quarantine", "rejected", "with", "lost"
"""Why an operation is held: nobody decided yet, it was decided that it stays out, it is about a row
that is held, or it is a decision that the bureau lost."""
TURNED = "decided-again"
"""The setting of this computer that tells how often a decision was turned, and when last."""
TOLD_FOR = dt.timedelta(days=1)
_MAKES = frozenset({"issue", "seed", projection.SCOPE_IN})
"""The kinds of operations that make a row, whatever they saw."""


def learn(store: Store, at: int, decision: Operation) -> None:
    """Apply what was accepted in its own place among what came; take out what was rejected.

    ``at`` is the decision's own number. An own operation was applied when it was written and stays.

    Raises:
        BugError: what was accepted breaks a rule of this store; it stays held.
    """
    _learn(store, at, decision, at)


def _learn(store: Store, at: int, decision: Operation, upto: int | None) -> None:
    """``upto`` is the operation after which nothing is applied yet, None where everything is."""
    n = decided.about(store, decision)
    if n is None:
        return
    before = decided.of(store, n)
    decided.note(store, at, decision)
    for lost in _lost(store):
        if decided.about(store, _operation(store, lost)) == n:
            store.run("DELETE FROM held WHERE n = ?", (lost,))
    accepted = decision.fields["decision"][0] == ACCEPTED
    if before is not None and before.accepted != accepted:
        _turn(store)
    if not accepted:
        _keep_out(store, n, REJECTED, upto)
        return
    store.run("DELETE FROM held_own WHERE n = ?", (n,))
    shut = store.value("SELECT reason FROM held WHERE n = ?", (n,))
    if shut in {QUARANTINE, REJECTED}:  # a hub that was set back may decide once more
        _let_in(store, n, upto)


def lost_after(reader: Reader, stream: str, seq: int) -> tuple[int, ...]:
    """Return the decisions of a stream after a number that count here, though the hub lost them."""
    row = streams.id_of(reader, stream)
    found = reader.rows(
        "SELECT decided FROM decision WHERE decided BETWEEN ? AND ? ORDER BY decided",
        (streams.number(row, seq + 1), streams.number(row, streams.LAST)),
    )
    return tuple(n for (n,) in found)


def unlearn(store: Store, lost: Iterable[int]) -> None:
    """Let decisions the hub lost count no more: what they were about is undecided, as it is there."""
    with store.atomic():
        for n in lost:
            about = decided.forget(store, n)
            hold(store, n, LOST)
            if about is not None:
                _turn(store)
                _keep_out(store, about, QUARANTINE, None)


def relearn(store: Store, first: int, last: int) -> None:
    """Let decisions count again that the hub has again, of a run of operation numbers."""
    for n in _lost(store):
        if first <= n <= last:
            store.run("DELETE FROM held WHERE n = ?", (n,))
            _learn(store, n, _operation(store, n), None)


def _lost(store: Store) -> tuple[int, ...]:
    return tuple(n for (n,) in store.rows("SELECT n FROM held WHERE reason = ?", (LOST,)))


def _keep_out(store: Store, n: int, reason: str, upto: int | None) -> None:
    """Hold an operation from now on; an own one stays applied, and what its author knows is told."""
    store.run("UPDATE held SET reason = ? WHERE n = ?", (reason, n))
    if not store.value("SELECT EXISTS (SELECT 1 FROM op WHERE n = ?)", (n,)):
        return
    if streams.is_own(store, streams.dot_of(store, n)[0]):
        hold(store, n, reason, "held_own")
    elif is_applied(store, n):
        _take_out(store, {n: reason}, upto)


def _turn(store: Store) -> None:
    """Count a decision that was turned; what was counted is told for a day."""
    now, before = store.clock(), settings.get_local(store, TURNED)
    fresh = before is not None and now - from_text(before["at"]) < TOLD_FOR
    count = before["count"] if fresh else 0
    settings.put_local(store, TURNED, {"count": count + 1, "at": to_text(now)})


def waits(store: Store, one: Operation) -> bool:
    """Tell whether an operation changes a row that is not here because it is held.

    One that was deleted was here: whoever writes on it makes it again.
    """
    if _makes(one) or one.rec_type not in TABLES or not store.value("SELECT n FROM held LIMIT 1"):
        return False
    shut = store.value(
        "SELECT 1 FROM op JOIN held USING (n) WHERE rec_id = ? AND kind <> 'answer' LIMIT 1",
        (one.rec_id,),
    )
    return shut is not None and not _is_here(store, one) and not merging.buried(store, one.rec_id)


def is_applied(store: Store, n: int) -> bool:
    """Tell whether an operation is here and in the tables."""
    return bool(
        store.value(
            "SELECT EXISTS (SELECT 1 FROM op WHERE n = ?1)"
            " AND NOT EXISTS (SELECT 1 FROM held WHERE n = ?1)",
            (n,),
        )
    )


def hold_again(store: Store, shut: Mapping[int, str]) -> None:
    """Take out what the bureau, its server set back, holds once more; number → reason."""
    for _each in shut:
        _turn(store)
    _take_out(store, shut, None)


def _take_out(store: Store, shut: Mapping[int, str], upto: int | None) -> None:
    """Hold operations that are applied; their records are made anew without them."""
    found = [_operation(store, n) for n in sorted(shut)]
    for n, reason in shut.items():
        hold(store, n, reason)
    for one in {(each.rec_type, each.rec_id): each for each in found}.values():
        _made_anew(store, one, upto)


def _let_in(store: Store, n: int, upto: int | None) -> None:
    """Bring in what is accepted, with what waits for it."""
    accepted = _operation(store, n)
    store.run(
        "DELETE FROM held WHERE n = ?1"
        " OR (reason = ?2 AND n IN (SELECT n FROM op WHERE rec_id = ?3))",
        (n, WAITS, accepted.rec_id),
    )
    _made_anew(store, accepted, upto)


def _made_anew(store: Store, one: Operation, upto: int | None) -> None:
    """Make the row and the number of an operation anew from what is not held."""
    if one.rec_type != "number":
        _anew(store, one, upto)
    if one.kind in {"issue", "void"}:
        _number(store, one, upto)


def _anew(store: Store, one: Operation, upto: int | None) -> None:
    """Make a row anew from its operations, one by one in the order they came, as a rebuild does.

    What is about a row that is not there without what is held waits for it.
    """
    known = store.rows("SELECT answered, asked, id FROM record WHERE id = ?", (one.rec_id,))
    projection.clear(store, one.rec_type, one.rec_id)
    for table in ("field_value", "superseded", "tombstone"):
        store.run(f"DELETE FROM {table} WHERE rec_id = ?", (one.rec_id,))
    laying.lay(store, (one.rec_type, one.rec_id))
    found = store.rows(
        "SELECT n, bytes FROM op WHERE rec_id = ?1 AND n NOT IN (SELECT n FROM held)"
        " AND (?2 IS NULL OR (arrived, n) <= (SELECT arrived, n FROM op WHERE n = ?2))"
        " ORDER BY arrived, n",
        (one.rec_id, upto),
    )
    for n, each in ((n, decode(data)) for n, data in found):
        if waits(store, each):
            hold(store, n, WAITS)
        else:
            merging.project(store, n, each)
    if one.rec_type == "record":
        laying.finish(store, one.rec_id)
    if one.rec_type == "number_block":
        ledger.go_on(store, one.rec_id)
    for row in known:
        store.run("UPDATE record SET answered = ?, asked = ? WHERE id = ?", row)
    index.write(store, one.rec_type, one.rec_id)


def _number(store: Store, one: Operation, upto: int | None) -> None:
    """What became of a number anew, from the papers and the voids of it that are not held."""
    names = ("series", "year", "number")
    what = tuple(one.fields[name][0] for name in names)
    store.run("DELETE FROM number_use WHERE series = ? AND year = ? AND number = ?", what)
    found = store.rows(
        "SELECT bytes FROM op WHERE kind IN ('issue', 'void') AND n NOT IN (SELECT n FROM held)"
        " AND (?1 IS NULL OR (arrived, n) <= (SELECT arrived, n FROM op WHERE n = ?1))"
        " ORDER BY arrived, n",
        (upto,),
    )
    for each in _operations(found):
        fields = {name: value for name, (value, _seen) in each.fields.items()}
        if tuple(fields.get(name) for name in names) == what:
            (ledger.used if each.kind == "issue" else ledger.voided)(store, each, fields)
    ledger.go_on(store, one.fields["block_id"][0])


def _makes(one: Operation) -> bool:
    """Whether an operation makes its row: it saw nothing of it, and is no answer or deletion."""
    saw = any(seen for _value, seen in one.fields.values())
    return one.kind in _MAKES or (one.kind == "put" and not saw)


def _is_here(store: Store, one: Operation) -> bool:
    table = TABLES[one.rec_type]
    found = store.value(f"SELECT 1 FROM {table.name} WHERE {table.key} = ?", (one.rec_id,))
    return found is not None


def _operation(store: Store, n: int) -> Operation:
    return decode(store.value("SELECT bytes FROM op WHERE n = ?", (n,)))


def _operations(rows: Iterable[tuple[bytes]]) -> Iterable[Operation]:
    return (decode(data) for (data,) in rows)


def hold(store: Store, n: int, reason: str, table: str = "held") -> None:
    """Note that an operation is kept and not applied; in ``held_own`` that an own one is held back."""
    store.run(
        f"INSERT INTO {table} (n, reason, at) VALUES (?, ?, ?)"
        " ON CONFLICT (n) DO UPDATE SET reason = excluded.reason",
        (n, reason, to_text(store.clock())),
    )
