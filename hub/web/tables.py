"""The tables of a jurisdiction: which are published, handing one in, going back to an earlier one."""

import datetime as dt
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from urllib.parse import quote

import msgspec
from starlette.responses import Response

from db.journal.ids import new_id
from hub import access, tables
from hub.sql import hubs, people, proposals
from hub.sql.base import Db
from hub.sql.proposals import Proposal
from hub.tables import Looked, Told
from hub.web import putting
from hub.web.guard import Aside, Page, Visit, Wrong, go
from resources import schema, schema_plans
from resources.tables import HERE, RowProblem, TableError

MOST_SHOWN = 20
MOST_PROBLEMS = 200
_KEPT = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Line:
    """A table in the list; ``table`` is None while only the delivered one holds."""

    file: str
    table: Told | None
    coming: tuple[str, ...] = ()


def listed(
    db: Db, visit: Visit, wrong: tuple[str, tuple[RowProblem, ...]] = ("", ()), status: int = 200
) -> Response:
    """The tables, what is wrong with the one handed in, and what is not published yet."""
    names = {scope: name for scope, _parent, name in hubs.scopes(db)}
    below = [(one, names[one]) for one in access.under(visit.scope, visit.above)[1:]]
    today = tables.china_day(visit.now)
    used = tables.used(db, visit.scope, today)
    later = tables.coming(db, visit.scope, today)
    said, problems = wrong
    return visit.page(
        "tables.html",
        status,
        wrong=said,
        problems=problems[:MOST_PROBLEMS],
        count=len(problems),
        lines=[
            Line(file, used.get(file), tuple(sorted(later.get(file, ()))))
            for file in schema.PUBLISHED
        ],
        waiting=proposals.open_ones(db, visit.scope, "table", MOST_SHOWN),
        people_names={one.account: one.name for one in people.accounts(db, visit.scope)},
        names=names,
        below=below,
        may=putting.may(visit),
    )


def page(db: Db, visit: Visit) -> Response:
    """The tables."""
    return listed(db, visit)


def hand_in(db: Db, visit: Visit) -> Response | Aside:
    """Take in a table: every wrong row is told, or what it changes is shown."""
    if visit.file is None or not visit.file[1]:
        return listed(db, visit, ("none", ()), 422)
    name, data = visit.file
    if len(data) > tables.MOST_BYTES:
        return listed(db, visit, ("large", ()), 413)
    held = tables.used(db, visit.scope, tables.china_day(visit.now))
    used = {file: one.text for file, one in held.items()}
    return Aside(
        partial(_looked, (name, data), used, _certificates(db, visit)),
        partial(_take_in, name=name, data=data),
    )


def one_table(db: Db, visit: Visit, wrong: str = "", status: int = 200) -> Response:
    """One table: every version that was published."""
    file = _file(visit)
    today = tables.china_day(visit.now)
    now = tables.used(db, visit.scope, today).get(file)
    return visit.page(
        "table.html",
        status,
        here="tables",
        wrong=wrong,
        file=file,
        versions=tables.history(db, visit.scope, file, today)[:MOST_SHOWN],
        now=now.digest if now and now.text else "",
        names={scope: name for scope, _parent, name in hubs.scopes(db)},
        tasks=tables.tasks(db, visit.scope) if file == schema_plans.ASSIGNMENTS.file else [],
        people_names={one.certificate: one.name for one in people.accounts(db, visit.scope)},
        may=putting.may(visit),
    )


def table_page(db: Db, visit: Visit) -> Response:
    """One table."""
    return one_table(db, visit)


def back(db: Db, visit: Visit) -> Response:
    """Publish an earlier version again, or take the table back; with a reason."""
    file, wanted = _file(visit), visit.form.get("digest", "")
    reason = visit.form.get("reason", "").strip()[: putting.REASON_MOST]
    if not reason:
        return one_table(db, visit, "reason", 422)
    day = visit.form.get("drop", "")
    if day:
        below = access.under(visit.scope, visit.above)
        tables.drop(db, putting.author(visit), below, (file, day), putting.word(visit, reason))
        return go(f"/admin/{visit.scope}/tables/{file}", "table-back")
    found = tables.history(db, visit.scope, file, tables.china_day(visit.now))
    texts = {one.table.digest: one.table.text for one in found}
    texts |= {"": ""} if texts else {}
    if wanted not in texts:
        return one_table(db, visit, "gone", 409)
    publish(db, visit, (file, texts[wanted]), reason)
    return go(f"/admin/{visit.scope}/tables/{file}", "table-back")


def csv(db: Db, visit: Visit) -> Response:
    """The published table as a file, else the delivered one, to change it."""
    file = _file(visit)
    used = tables.used(db, visit.scope, tables.china_day(visit.now)).get(file)
    path = HERE / schema.PUBLISHED[file].path
    text = used.text if used and used.text else ""
    if not text:
        text = path.read_text(encoding="utf-8-sig") if path.exists() else _head(file)
    told = f"attachment; filename*=UTF-8''{quote(file)}"
    return Response(
        b"\xef\xbb\xbf" + text.encode(),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": told},
    )


def publish(
    db: Db, visit: Visit, what: tuple[str, str], reason: str, effective: dt.date | None = None
) -> None:
    """Publish a table here and in every jurisdiction below, at once or from a day on."""
    below, word = access.under(visit.scope, visit.above), putting.word(visit, reason)
    tables.publish(db, putting.author(visit), below, what, word, effective=effective)


def _head(file: str) -> str:
    table = schema.PUBLISHED[file]
    return ",".join((*table.columns, *table.optional)) + "\n"


def _file(visit: Visit) -> str:
    file = visit.path["name"]
    if file not in schema.PUBLISHED:
        raise Wrong(HTTPStatus.NOT_FOUND)
    return file


def _certificates(db: Db, visit: Visit) -> frozenset[str]:
    """The certificates of the people here and below."""
    scopes = access.under(visit.scope, visit.above)
    found = (one for scope in scopes for one in people.accounts(db, scope))
    return frozenset(one.certificate for one in found if one.certificate and one.state != "closed")


def _looked(told: tuple[str, bytes], used: dict[str, str], certificates: frozenset[str]) -> Looked:
    try:
        return tables.look(*told, used, certificates)
    except TableError as error:
        return Looked(error.problems)


def _take_in(db: Db, visit: Visit, found: Looked, *, name: str, data: bytes) -> Response:
    if found.problems:
        return listed(db, visit, ("wrong", found.problems), 422)
    proposals.forget(db, visit.scope, visit.now - _KEPT)
    row = Proposal(
        new_id(),
        "table",
        found.file,
        name or "-",
        visit.who.account,
        visit.now,
        "ready",
        None,
        data,
        msgspec.msgpack.encode(found),
    )
    proposals.add(db, visit.scope, row)
    return go(f"/admin/{visit.scope}/table-proposals/{row.proposal}")


PAGES: tuple[tuple[str, str, Page], ...] = (
    ("/admin/{scope}/tables", "GET", page),
    ("/admin/{scope}/tables", "POST", hand_in),
    ("/admin/{scope}/tables/{name}", "GET", table_page),
    ("/admin/{scope}/tables/{name}", "POST", back),
    ("/admin/{scope}/tables/{name}/csv", "GET", csv),
)
