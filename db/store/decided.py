"""The bureau's last word on each operation it held back: taken in or left out, why, and when."""

import datetime as dt
from dataclasses import dataclass

from db.handle import Reader, Store
from db.journal.clock import from_text, to_text
from db.journal.operation import Operation
from db.store import streams
from db.store.moments import wall_of

ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided about an operation; ``note`` is the reason a person gave."""

    accepted: bool
    note: str
    at: dt.datetime


def about(reader: Reader, decision: Operation) -> int | None:
    """Return the number of the operation a decision is about; None for a stream that is not here."""
    stream, seq = (decision.fields.get(name, (None,))[0] for name in ("stream", "seq"))
    if stream not in streams.names(reader) or not isinstance(seq, int):
        return None
    return streams.number(streams.id_of(reader, stream), seq)


def note(store: Store, n: int, decision: Operation) -> None:
    """Write down a decision, operation ``n``; what was decided before about the same is replaced."""
    what = about(store, decision)
    if what is None:
        return
    told = {name: value for name, (value, _seen) in decision.fields.items()}
    word, why = str(told.get("decision")), str(told.get("note") or "")
    store.run(
        "INSERT INTO decision (n, decided, decision, note, at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (n) DO UPDATE SET decided = excluded.decided, decision = excluded.decision,"
        " note = excluded.note, at = excluded.at",
        (what, n, word, why, to_text(wall_of(decision))),
    )


def forget(store: Store, n: int) -> int | None:
    """Forget a decision, operation ``n``, where it is the last word; returns what it was about."""
    what = store.value("SELECT n FROM decision WHERE decided = ?", (n,))
    store.run("DELETE FROM decision WHERE decided = ?", (n,))
    return None if what is None else int(what)


def of(reader: Reader, n: int) -> Decided | None:
    """Return what was decided last about an operation, None for one that nobody decided about."""
    found = reader.row("SELECT decision, note, at FROM decision WHERE n = ?", (n,))
    return None if found is None else Decided(found[0] == ACCEPTED, found[1], from_text(found[2]))


def issue_of(reader: Reader, document_id: str) -> int | None:
    """Return the number of the operation that issued a document; None where it is not here."""
    found = reader.value(
        "SELECT n FROM op WHERE rec_id = ? AND kind = 'issue' AND kind <> 'answer'", (document_id,)
    )
    return None if found is None else int(found)


def shut_own(reader: Reader, n: int) -> str:
    """Return why the bureau holds back an own operation, "" where it does not."""
    return str(reader.value("SELECT reason FROM held_own WHERE n = ?", (n,)) or "")


def shut_papers(reader: Reader, reason: str) -> frozenset[str]:
    """Return the ids of the own documents whose issue the bureau holds back for a reason."""
    found = reader.rows(
        "SELECT rec_id FROM held_own JOIN op USING (n) WHERE reason = ? AND kind = 'issue'",
        (reason,),
    )
    return frozenset(one for (one,) in found)
