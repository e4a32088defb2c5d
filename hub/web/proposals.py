"""What was handed in: what is wrong with it, or what it would change, and putting it into use."""

from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus

import msgspec
from starlette.responses import Response

from forms.approval import Approval
from hub import publishing, workbooks
from hub.sql import people, proposals
from hub.sql.base import Db
from hub.sql.proposals import Proposal
from hub.web import putting
from hub.web.drawing import CHINA
from hub.web.guard import Aside, Page, Visit, Wrong, go
from hub.workbooks import Asked, Heavy, Looked

MOST_PROBLEMS = 300


def page(db: Db, visit: Visit, wrong: str = "", status: int = 200) -> Response:
    """A workbook that was handed in."""
    row = _row(db, visit, proposals.one)
    found = _found(row)
    account = people.account(db, visit.scope, row.account)
    return visit.page(
        "proposal.html",
        status,
        here="forms",
        wrong=wrong,
        row=row,
        by=account.name if account else "—",
        own=row.account == visit.who.account,
        found=found,
        problems=found.problems[:MOST_PROBLEMS],
        in_cells=any(one.sheet for one in found.problems),
        stands=_stands(db, visit, found),
        may=putting.may(visit),
    )


def decide(db: Db, visit: Visit) -> Response:
    """Publish it, ask for a second person, confirm as one, or drop it."""
    row = _row(db, visit, proposals.lock)
    act = _ACTS.get((row.state, visit.form.get("act", "")))
    if act is None:
        return page(db, visit, "gone", 409)
    return act(db, visit, row)


def marked(db: Db, visit: Visit) -> Response | Aside:
    """A copy of the workbook with what is wrong written into its cells."""
    row = _row(db, visit, proposals.one)
    used = publishing.packages(db, visit.scope)
    asked = Asked(row.name, row.source, used, visit.language)
    return Aside(partial(_copy, asked), _marked)


def _publish(db: Db, visit: Visit, row: Proposal) -> Response:
    found, reason = _found(row), _reason(visit)
    hindered = _hindered(db, visit, found)
    if hindered or found.grave:
        return page(db, visit, hindered or "grave", 409)
    putting.publish(db, visit, found.package, reason)
    return _settled(db, visit, row, ("published", reason))


def _ask(db: Db, visit: Visit, row: Proposal) -> Response:
    found, reason = _found(row), _reason(visit)
    hindered = _hindered(db, visit, found) or ("" if reason else "reason")
    if hindered:
        return page(db, visit, hindered, 422)
    return _settled(db, visit, row, ("asked", reason))


def _confirm(db: Db, visit: Visit, row: Proposal) -> Response:
    found = _found(row)
    hindered = _hindered(db, visit, found) or ("same" if row.account == visit.who.account else "")
    if hindered:
        return page(db, visit, hindered, 409)
    data = publishing.approved(found.package, _approval(db, visit, row, found))
    putting.publish(db, visit, data, row.reason or "")
    return _settled(db, visit, row, ("published", row.reason or ""))


def _drop(db: Db, visit: Visit, row: Proposal) -> Response:
    return _settled(db, visit, row, ("dropped", row.reason or ""))


_ACTS: Mapping[tuple[str, str], Callable[[Db, Visit, Proposal], Response]] = {
    ("ready", "publish"): _publish,
    ("ready", "ask"): _ask,
    ("asked", "confirm"): _confirm,
    ("ready", "drop"): _drop,
    ("asked", "drop"): _drop,
    ("wrong", "drop"): _drop,
}


def _settled(db: Db, visit: Visit, row: Proposal, told: tuple[str, str]) -> Response:
    state, reason = told
    proposals.move(db, visit.scope, row.proposal, state, reason or None)
    return go(f"/admin/{visit.scope}/proposals/{row.proposal}", f"form-{state}")


def _stands(db: Db, visit: Visit, found: Looked) -> str:
    """Why it cannot be put into use as it is now, "" when it can."""
    if found.problems:
        return "wrong"
    return _hindered(db, visit, found)


def _hindered(db: Db, visit: Visit, found: Looked) -> str:
    now = publishing.in_use(db, visit.scope).get(found.form_id, "")
    if now == found.hash:
        return "same-version"
    if now != found.previous:
        return "moved"
    if not found.newer:
        return "not-newer"
    return "unmapped" if found.unmapped else ""


def _approval(db: Db, visit: Visit, row: Proposal, found: Looked) -> Approval:
    first = people.account(db, visit.scope, row.account)
    second = people.account(db, visit.scope, visit.who.account)
    return Approval(
        found.previous,
        row.account,
        first.name if first else "",
        visit.who.account,
        visit.who.name,
        (second.certificate if second else None) or "",
        visit.now.astimezone(CHINA).isoformat(timespec="seconds"),
        row.reason or "",
        tuple(one.line("zh") for one in found.differences[: found.grave]),
    )


def _row(db: Db, visit: Visit, read: Callable[[Db, str, str], Proposal | None]) -> Proposal:
    row = read(db, visit.scope, visit.path["id"])
    if row is None or row.kind != "form":
        raise Wrong(HTTPStatus.NOT_FOUND)
    return row


def _found(row: Proposal) -> Looked:
    return msgspec.msgpack.decode(row.found, type=Looked)


def _reason(visit: Visit) -> str:
    return visit.form.get("reason", "").strip()[: putting.REASON_MOST]


def _copy(asked: Asked) -> bytes | None:
    try:
        return workbooks.marked(asked)
    except Heavy:
        return None


def _marked(db: Db, visit: Visit, data: bytes | None) -> Response:
    if data is None:
        return page(db, visit, "heavy", 422)
    return putting.spreadsheet("marked", data)


def _page(db: Db, visit: Visit) -> Response:
    return page(db, visit)


PAGES: tuple[tuple[str, str, Page], ...] = (
    ("/admin/{scope}/proposals/{id}", "GET", _page),
    ("/admin/{scope}/proposals/{id}", "POST", decide),
    ("/admin/{scope}/proposals/{id}/marked", "GET", marked),
)
