"""The audit log: who looked at what is sensitive, and who did what."""

from starlette.responses import Response

from hub.sql import people, visits
from hub.sql.base import Db
from hub.web.guard import Page, Visit

MOST = 200


def page(db: Db, visit: Visit) -> Response:
    """The newest lines."""
    names = {one.account: one.name for one in people.accounts(db, visit.scope)}
    return visit.page("audit.html", lines=visits.logged(db, visit.scope, MOST), names=names)


PAGES: tuple[tuple[str, str, Page], ...] = (("/admin/{scope}/audit", "GET", page),)
