"""A table that was handed in: what it changes, and publishing it."""

import datetime as dt
import hashlib
from collections.abc import Callable
from http import HTTPStatus

import msgspec
from starlette.responses import Response

from hub import tables
from hub.sql import people, proposals
from hub.sql.base import Db
from hub.sql.proposals import Proposal
from hub.tables import MOST_CHANGES, Looked
from hub.web import putting
from hub.web.guard import Page, Visit, Wrong, go
from hub.web.tables import publish
from resources import schema

FURTHEST = dt.timedelta(days=1100)
"""So far ahead a table may be published: a day further off is a slip of the pen."""


def page(db: Db, visit: Visit, wrong: str = "", status: int = 200) -> Response:
    """What a table changes."""
    row = _row(db, visit, proposals.one)
    found = _found(row)
    account = people.account(db, visit.scope, row.account)
    return visit.page(
        "table-proposal.html",
        status,
        here="tables",
        wrong=wrong,
        row=row,
        found=found,
        by=account.name if account else "—",
        changes=found.changes[:MOST_CHANGES],
        stands=_hindered(db, visit, found),
        may=putting.may(visit),
        dated=found.file in schema.DATED,
        today=tables.china_day(visit.now).isoformat(),
        day=visit.form.get("effective", ""),
    )


def decide(db: Db, visit: Visit) -> Response:
    """Publish it or drop it."""
    row, act = _row(db, visit, proposals.lock), visit.form.get("act", "")
    if row.state != "ready" or act not in {"publish", "drop"}:
        return page(db, visit, "gone", 409)
    reason = visit.form.get("reason", "").strip()[: putting.REASON_MOST]
    if act == "publish":
        found = _found(row)
        hindered = _hindered(db, visit, found) or ("" if reason else "reason")
        effective, wrong = _effective(visit, found.file)
        hindered = hindered or wrong
        if hindered:
            return page(db, visit, hindered, 409)
        publish(db, visit, (found.file, found.text), reason, effective)
    state = "published" if act == "publish" else "dropped"
    proposals.move(db, visit.scope, row.proposal, state, reason or None)
    return go(f"/admin/{visit.scope}/table-proposals/{row.proposal}", f"table-{state}")


def _hindered(db: Db, visit: Visit, found: Looked) -> str:
    now = tables.used(db, visit.scope, tables.china_day(visit.now)).get(found.file)
    text = now.text if now else ""
    if text == found.text:
        return "same-version"
    return "" if hashlib.sha256(text.encode()).hexdigest() == found.before else "moved"


def _effective(visit: Visit, file: str) -> tuple[dt.date | None, str]:
    """The day from which it is to hold, None for at once; and what is wrong with it."""
    told, today = visit.form.get("effective", "").strip(), tables.china_day(visit.now)
    if not told or file not in schema.DATED:
        return None, ""
    try:
        day = dt.date.fromisoformat(told)
    except ValueError:
        return None, "day"
    return day, "" if today <= day <= today + FURTHEST else "day"


def _row(db: Db, visit: Visit, read: Callable[[Db, str, str], Proposal | None]) -> Proposal:
    row = read(db, visit.scope, visit.path["id"])
    if row is None or row.kind != "table":
        raise Wrong(HTTPStatus.NOT_FOUND)
    return row


def _found(row: Proposal) -> Looked:
    return msgspec.msgpack.decode(row.found, type=Looked)


def _page(db: Db, visit: Visit) -> Response:
    return page(db, visit)


PAGES: tuple[tuple[str, str, Page], ...] = (
    ("/admin/{scope}/table-proposals/{id}", "GET", _page),
    ("/admin/{scope}/table-proposals/{id}", "POST", decide),
)
