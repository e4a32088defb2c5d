"""What people have handed in to be published: the file, what it was found to be, how far it came."""

import datetime as dt
from dataclasses import dataclass

from hub.sql.base import Db, first


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file somebody handed in.

    ``kind`` is ``form`` or ``table``, ``subject`` the form's id or the table's name, None while
    that is not known. ``state`` is ``wrong``, ``ready``, ``asked`` (a second person is waited for),
    ``published`` or ``dropped``. ``found`` is what looking at it has given.
    """

    proposal: str
    kind: str
    subject: str | None
    name: str
    account: str
    made: dt.datetime
    state: str
    reason: str | None
    source: bytes
    found: bytes


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal in a list."""

    proposal: str
    subject: str | None
    name: str
    account: str
    made: dt.datetime
    state: str


_PROPOSAL = (
    "SELECT proposal, kind, subject, name, account, made, state, reason, source, found"
    " FROM proposal WHERE scope = %s AND proposal = %s"
)


def add(db: Db, scope: str, row: Proposal) -> None:
    """Enter a proposal."""
    db.execute(
        "INSERT INTO proposal (scope, proposal, kind, subject, name, account, made, state, reason,"
        " source, found) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        (
            scope,
            row.proposal,
            row.kind,
            row.subject,
            row.name,
            row.account,
            row.made,
            row.state,
            row.reason,
            row.source,
            row.found,
        ),
    )


def one(db: Db, scope: str, proposal: str) -> Proposal | None:
    """Return a proposal."""
    found = first(db, _PROPOSAL, (scope, proposal))
    return Proposal(*found) if found else None


def lock(db: Db, scope: str, proposal: str) -> Proposal | None:
    """Return a proposal and hold it."""
    found = first(db, f"{_PROPOSAL} FOR UPDATE", (scope, proposal))
    return Proposal(*found) if found else None


def move(db: Db, scope: str, proposal: str, state: str, reason: str | None) -> None:
    """Bring a proposal to another state."""
    db.execute(
        "UPDATE proposal SET state = %s, reason = %s WHERE scope = %s AND proposal = %s",
        (state, reason, scope, proposal),
    )


def open_ones(db: Db, scope: str, kind: str, most: int) -> list[Waiting]:
    """Return the proposals of a kind that are neither published nor dropped, the newest first."""
    found = db.execute(
        "SELECT proposal, subject, name, account, made, state FROM proposal"
        " WHERE scope = %s AND kind = %s AND state IN ('wrong', 'ready', 'asked')"
        " ORDER BY made DESC, proposal DESC LIMIT %s",
        (scope, kind, most),
    )
    return [Waiting(*row) for row in found]


def forget(db: Db, scope: str, before: dt.datetime) -> None:
    """Forget proposals made before a moment; what was published is in the feed for good."""
    db.execute("DELETE FROM proposal WHERE scope = %s AND made < %s", (scope, before))
