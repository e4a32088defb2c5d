"""Laptops: when each was last here, how its clock stands, and withdrawing its right."""

from starlette.responses import Response

from hub.sql import people
from hub.sql.base import Db
from hub.web.guard import Page, Visit, go

DOUBTFUL_MS = 120_000
"""A clock further off than this is pointed out."""


def page(db: Db, visit: Visit) -> Response:
    """The laptops of a jurisdiction."""
    names = {one.account: one.name for one in people.accounts(db, visit.scope)}
    return visit.page(
        "devices.html", devices=people.sights(db, visit.scope), names=names, doubtful=DOUBTFUL_MS
    )


def revoke(db: Db, visit: Visit) -> Response:
    """Withdraw a laptop's right; what it still hands over is kept in quarantine."""
    device = people.device(db, visit.scope, visit.path["id"])
    if device is not None and device.status == "active":
        people.revoke(db, visit.scope, device.device, visit.now)
    return go(f"/admin/{visit.scope}/devices", "revoked")


PAGES: tuple[tuple[str, str, Page], ...] = (
    ("/admin/{scope}/devices", "GET", page),
    ("/admin/{scope}/devices/{id}", "POST", revoke),
)
