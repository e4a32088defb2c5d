"""The page anyone may ask whether a paper is genuine: by the code's text, typed or in the address.

Who types the code printed on an order sees there what was ordered, and may hand in the report.
"""

from urllib.parse import quote

from starlette.responses import Response

from forms.paper import link
from hub import handing, verifying
from hub.access import ADMINISTRATOR
from hub.limits import TooMany
from hub.sql.base import Db
from hub.verifying import Found
from hub.web.guard import Page, Visit, go
from hub.web.party import cookie_of, leave_open, sheet_page, where

MOST_SIGNS = 800


def page(db: Db, visit: Visit) -> Response:
    """The form, and the answer to what was typed into it."""
    text = visit.asked.get("code", "")
    return _answer(db, visit, text) if text.strip() else visit.page("verify.html", asked=False)


def by_address(db: Db, visit: Visit) -> Response:
    """The answer to a code in the address."""
    return _answer(db, visit, visit.path["code"])


def knock(db: Db, visit: Visit) -> Response:
    """Open the paper to whoever types its code; unknown and wrong look alike."""
    code = link.bare(visit.path["code"][:MOST_SIGNS])
    try:
        token = handing.knock(db, visit.hub.seal, code, visit.form.get("code", ""), visit.now)
    except TooMany:
        return visit.page("party-code.html", 429, wrong="often", action=where(code))
    if token is None:
        return visit.page("party-code.html", 422, wrong="wrong", action=where(code))
    answer = go(where(code))
    leave_open(answer, code, token)
    return answer


def _answer(db: Db, visit: Visit, text: str) -> Response:
    code = link.bare(text[:MOST_SIGNS])  # a code neither begins nor ends with a space
    found = verifying.find(db, code) if code.startswith(link.PREFIX) else None
    if found is None:
        return visit.page("verify.html", 404, asked=True, found=None)
    if _is_open(visit, code, found):
        return sheet_page(db, visit, found, code)
    ask = where(code) if handing.has_code(found) else ""
    shown = verifying.shown(db, found)
    return visit.page(
        "verify.html", asked=True, found=shown, action=ask, moves=_moves(visit, found)
    )


def _moves(visit: Visit, found: Found) -> str:
    """Where an administrator of its bureau hands a paper's record over, "" for anyone else."""
    who = visit.person
    if who is None or (who.role, who.scope, who.first) != (ADMINISTRATOR, found.scope, False):
        return ""
    return f"/admin/{found.scope}/moves?number={quote(str(found.doc.shown('number_text')))}"


def _is_open(visit: Visit, code: str, found: Found) -> bool:
    token = visit.cookies.get(cookie_of(code), "")
    return handing.has_code(found) and handing.opens(visit.hub.seal, code, token, visit.now)


PAGES: tuple[tuple[str, str, Page], ...] = (
    ("/v", "GET", page),
    ("/v/{code:path}", "GET", by_address),
    ("/v/{code:path}", "POST", knock),
)
