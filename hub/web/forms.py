"""The forms of a jurisdiction: which version of each is in use, and handing a workbook in."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import msgspec
from starlette.responses import Response

from db.journal.ids import new_id
from hub import access, publishing, workbooks
from hub.sql import hubs, people, proposals
from hub.sql.base import Db
from hub.sql.proposals import Proposal
from hub.web import putting
from hub.web.guard import Aside, Page, Visit, go
from hub.workbooks import Asked, Heavy, Looked

MOST_SHOWN = 20
_KEPT = dt.timedelta(days=30)
"""So long what was handed in and not published can be looked at."""


@dataclass(frozen=True, slots=True)
class Line:
    """A form in the list; ``bureau`` is the name of who published it, "" for a delivered one."""

    form_id: str
    title: str
    version: str
    bureau: str
    by: str


def listed(db: Db, visit: Visit, wrong: str = "", status: int = 200) -> Response:
    """The forms in use, and what was handed in and is not published."""
    names = {scope: name for scope, _parent, name in hubs.scopes(db)}
    below = [(one, names[one]) for one in access.under(visit.scope, visit.above)[1:]]
    people_names = {one.account: one.name for one in people.accounts(db, visit.scope)}
    waiting = proposals.open_ones(db, visit.scope, "form", MOST_SHOWN)
    return visit.page(
        "forms.html",
        status,
        wrong=wrong,
        lines=_lines(db, visit, names),
        waiting=waiting,
        names=people_names,
        below=below,
        may=putting.may(visit),
    )


def page(db: Db, visit: Visit) -> Response:
    """The forms."""
    return listed(db, visit)


def hand_in(db: Db, visit: Visit) -> Response | Aside:
    """Take in a workbook: it is looked at in a process of its own, then shown."""
    if visit.file is None or not visit.file[1]:
        return listed(db, visit, "none", 422)
    name, source = visit.file
    if len(source) > workbooks.MOST_BYTES:
        return listed(db, visit, "large", 413)
    asked = Asked(name, source, publishing.packages(db, visit.scope))
    return Aside(partial(_looked, asked), partial(_take_in, asked=asked))


def _lines(db: Db, visit: Visit, names: Mapping[str, str]) -> list[Line]:
    found = {
        form_id: Line(form_id, one.title_in(visit.language), one.version, "", "")
        for form_id, one in publishing.delivered().items()
    }
    for form_id, used in publishing.chosen(db, visit.scope).items():
        bureau = names.get(used.bureau, used.bureau)
        found[form_id] = Line(form_id, used.title, used.version, bureau, used.by)
    return sorted(found.values(), key=lambda one: (not one.bureau, one.form_id))


def _looked(asked: Asked) -> Looked | None:
    try:
        return workbooks.look(asked)
    except Heavy:
        return None


def _take_in(db: Db, visit: Visit, found: Looked | None, *, asked: Asked) -> Response:
    if found is None:
        return listed(db, visit, "heavy", 422)
    if len(found.package) > workbooks.MOST_PACKAGE:
        return listed(db, visit, "large", 413)
    proposals.forget(db, visit.scope, visit.now - _KEPT)
    row = Proposal(
        new_id(),
        "form",
        found.form_id or None,
        asked.name or "-",
        visit.who.account,
        visit.now,
        "wrong" if found.problems else "ready",
        None,
        asked.source,
        msgspec.msgpack.encode(found),
    )
    proposals.add(db, visit.scope, row)
    return go(f"/admin/{visit.scope}/proposals/{row.proposal}")


PAGES: tuple[tuple[str, str, Page], ...] = (
    ("/admin/{scope}/forms", "GET", page),
    ("/admin/{scope}/forms", "POST", hand_in),
)
