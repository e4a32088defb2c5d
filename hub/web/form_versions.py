"""One form: every version that was in use, its workbook, and going back to an earlier version."""

from dataclasses import dataclass
from functools import partial
from http import HTTPStatus

from starlette.responses import Response

from forms.package import Package
from hub import publishing
from hub.publishing import InUse, Used
from hub.sql import hubs
from hub.sql.base import Db
from hub.web import putting
from hub.web.guard import Aside, Page, Visit, Wrong, go


@dataclass(frozen=True, slots=True)
class Earlier:
    """A version that was or is in use; ``used`` is None for the delivered one."""

    form: InUse
    used: Used | None
    now: bool


def form(db: Db, visit: Visit, wrong: str = "", status: int = 200) -> Response:
    """One form: every version that was in use."""
    found = _versions(db, visit)
    if not found:
        raise Wrong(HTTPStatus.NOT_FOUND)
    names = {scope: name for scope, _parent, name in hubs.scopes(db)}
    return visit.page(
        "form.html",
        status,
        here="forms",
        wrong=wrong,
        form_id=visit.path["id"],
        title=found[0].form.title,
        versions=found,
        names=names,
        may=putting.may(visit),
    )


def form_page(db: Db, visit: Visit) -> Response:
    """One form."""
    return form(db, visit)


def back(db: Db, visit: Visit) -> Response:
    """Put an earlier version into use again, with a reason."""
    wanted, reason = visit.form.get("hash", ""), visit.form.get("reason", "").strip()
    if not reason:
        return form(db, visit, "reason", 422)
    known = {one.form.hash for one in _versions(db, visit) if not one.now}
    data = publishing.package(db, visit.scope, wanted) if wanted in known else None
    if data is None:
        return form(db, visit, "gone", 409)
    putting.publish(db, visit, data, reason[: putting.REASON_MOST])
    return go(f"/admin/{visit.scope}/forms/{visit.path['id']}", "form-back")


def workbook(db: Db, visit: Visit) -> Response | Aside:
    """The workbook of the version in use, to change it."""
    used = publishing.in_use(db, visit.scope).get(visit.path["id"])
    data = publishing.package(db, visit.scope, used) if used else None
    if data is None:
        raise Wrong(HTTPStatus.NOT_FOUND)
    return Aside(partial(_as_spreadsheet, data), _file)


def _versions(db: Db, visit: Visit) -> list[Earlier]:
    """Every version that was in use, each once, the last put into use first."""
    form_id = visit.path["id"]
    now = publishing.in_use(db, visit.scope).get(form_id)
    found: dict[str, Earlier] = {}
    for used in publishing.history(db, visit.scope, form_id):
        found.setdefault(used.form.hash, Earlier(used.form, used, used.form.hash == now))
    ours = publishing.delivered().get(form_id)
    if ours is not None and ours.hash not in found:
        told = InUse(ours.hash, ours.version, ours.title_in(visit.language))
        found[ours.hash] = Earlier(told, None, ours.hash == now)
    return list(found.values())


def _as_spreadsheet(data: bytes) -> bytes:
    from forms.publish_marked import as_spreadsheet

    package = Package.from_bytes(data)
    return as_spreadsheet(package.source, package.source_name)


def _file(_db: Db, visit: Visit, data: bytes) -> Response:
    return putting.spreadsheet(visit.path["id"], data)


PAGES: tuple[tuple[str, str, Page], ...] = (
    ("/admin/{scope}/forms/{id}", "GET", form_page),
    ("/admin/{scope}/forms/{id}", "POST", back),
    ("/admin/{scope}/forms/{id}/workbook", "GET", workbook),
)
