"""A record handed to another jurisdiction, or its result recognised there; and what came and went."""

from starlette.responses import Response

from db.journal import record as records
from hub import moving
from hub.authoring import Author
from hub.moving import HANDOVER, Move, Unmovable
from hub.sql import hubs
from hub.sql import records as stored
from hub.sql.base import Db
from hub.storage import Away, Full, Gone
from hub.web.guard import Page, Visit, go

MOST = 100
MOST_PAPERS = 50
_LONGEST = 500
WAYS = ("moved", "recognised")
STANDING = ("issued", "served")


def page(db: Db, visit: Visit, wrong: str = "", status: int = 200) -> Response:
    """What came and went, and the form for the next."""
    here = visit.scope
    targets = [(scope, name) for scope, _parent, name in hubs.scopes(db) if scope != here]
    found = [
        records.values(records.read(data))
        for _id, data in stored.docs(db, here, HANDOVER, "", MOST)
    ]
    return visit.page(
        "moves.html",
        status,
        targets=targets,
        moves=found[::-1],
        wrong=wrong,
        form=visit.form,
        number=visit.asked.get("number", "")[:_LONGEST],
        papers=_papers(db, here),
    )


def _papers(db: Db, scope: str) -> list[str]:
    """The numbers of the papers that changed last, to choose from."""
    found = stored.in_state(db, scope, "document", STANDING, MOST_PAPERS)
    numbers = (records.read(data).shown("number_text") for _id, data in found)
    return [one for one in numbers if isinstance(one, str) and one]


def move(db: Db, visit: Visit) -> Response:
    """Hand a record over, with the reason."""
    told = {name: value.strip()[:_LONGEST] for name, value in visit.form.items()}
    why, word = told.get("why", ""), told.get("way", "")
    if not why or word not in WAYS:
        return page(db, visit, "why", 422)
    by = visit.who.account
    author = Author(visit.hub.hub_id, visit.hub.seal, by, visit.now)
    way = Move(visit.scope, told.get("target", ""), word == "recognised", by, why)
    try:
        moving.move(db, visit.hub.storage, author, told.get("number", ""), way)
    except Unmovable as error:
        return page(db, visit, error.code, 409)
    except (Full, Away, Gone):
        return page(db, visit, "storage", 503)
    return go(f"/admin/{visit.scope}/moves", word)


PAGES: tuple[tuple[str, str, Page], ...] = (
    ("/admin/{scope}/moves", "GET", page),
    ("/admin/{scope}/moves", "POST", move),
)
