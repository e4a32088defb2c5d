"""The page anyone may ask whether a paper is genuine: by the code's text, typed or in the address."""

from starlette.responses import Response

from forms.paper import link
from hub.sql.base import Db
from hub.verifying import verify
from hub.web.guard import Page, Visit

MOST_SIGNS = 400


def page(db: Db, visit: Visit) -> Response:
    """The form, and the answer to what was typed into it."""
    text = visit.asked.get("code", "")
    return _answer(db, visit, text) if text.strip() else visit.page("verify.html", asked=False)


def by_address(db: Db, visit: Visit) -> Response:
    """The answer to a code in the address."""
    return _answer(db, visit, visit.path["code"])


def _answer(db: Db, visit: Visit, text: str) -> Response:
    code = link.bare(text[:MOST_SIGNS])  # a code neither begins nor ends with a space
    found = verify(db, code) if code.startswith(link.PREFIX) else None
    return visit.page("verify.html", 200 if found else 404, asked=True, found=found)


PAGES: tuple[tuple[str, str, Page], ...] = (
    ("/v", "GET", page),
    ("/v/{code:path}", "GET", by_address),
)
