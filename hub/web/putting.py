"""What the pages that publish have in common: who may, the word that is said, the file handed out."""

from urllib.parse import quote

from starlette.responses import Response

from hub import access, publishing
from hub.authoring import Author
from hub.publishing import Word
from hub.sql.base import Db
from hub.web.exporting import KINDS
from hub.web.guard import Visit

REASON_MOST = 300


def may(visit: Visit) -> bool:
    """Whether who looks may also publish here."""
    who = visit.who
    return who.scope == visit.scope and who.role in {access.REVIEWER, access.ADMINISTRATOR}


def publish(db: Db, visit: Visit, data: bytes, reason: str) -> None:
    """Put a package into use here and in every jurisdiction below."""
    below = access.under(visit.scope, visit.above)
    publishing.put_into_use(db, author(visit), below, data, word(visit, reason))


def author(visit: Visit) -> Author:
    """Who speaks through the hub."""
    return Author(visit.hub.hub_id, visit.hub.seal, visit.who.account, visit.now)


def word(visit: Visit, reason: str) -> Word:
    """Who publishes, of which bureau, and why."""
    return Word(visit.who.name, visit.scope, reason)


def spreadsheet(name: str, data: bytes) -> Response:
    """A workbook as a file to keep."""
    told = f"attachment; filename=\"form.xlsx\"; filename*=UTF-8''{quote(name)}.xlsx"
    return Response(data, media_type=KINDS["xlsx"], headers={"content-disposition": told})
