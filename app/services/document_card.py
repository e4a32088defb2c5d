"""The card of an issued document: what it froze, whom it went to, what it ordered."""

import datetime as dt
import json
from dataclasses import dataclass

from app.services import gone, same_number
from app.services.clocks import calendar
from app.services.documents import get, orders_of
from app.services.same_number import Shared
from app.services.verify import Verdict, verify
from db.connection import Reader
from db.rows import Document, Finding
from db.store import nouns
from forms.rules.calendar import working_days_between

RUNNING = ("ordered", "reported")


@dataclass(frozen=True, slots=True)
class Ordered:
    """A finding the document was written over; ``left`` are working days while its clock runs."""

    finding: Finding
    left: int | None


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """An issued document; title, party and receiver are those it froze.

    ``gone`` names the bureau it was handed to, "" while it is ours; ``shared`` tells of other papers
    that bear its number.
    """

    document: Document
    title: str
    party: str
    receiver: str
    verdict: Verdict
    ordered: tuple[Ordered, ...]
    gone: str = ""
    shared: Shared | None = None


def card(reader: Reader, document_id: str, today: dt.date) -> DocumentCard:
    """Everything the card shows except the pages.

    Raises:
        Refused: ``not-found``.
    """
    row = get(reader, document_id)
    content = json.loads(row.content) if row.content else {}
    signed = content.get("signatures", ())
    party = [one["name"] for one in signed if one["slot"] == "party"]
    receiver = party[0] if party else _contact(content)
    found = nouns.page(reader, Finding, orders_of(row))
    return DocumentCard(
        document=row,
        title=content.get("title", row.form_id),
        party=content.get("party", {}).get("name", ""),
        receiver=receiver,
        verdict=verify(reader, row.qr),
        ordered=tuple(Ordered(one, _left(reader, one, today)) for one in found),
        gone=gone.taker(reader, row.record_id),
        shared=same_number.shared(reader, row),
    )


def _contact(content: dict[str, dict[str, str]]) -> str:
    """The contact the frozen answers name, if the paper asks for one."""
    answers = content.get("answers", {})
    return next((value for path, value in answers.items() if path.endswith("/contact")), "")


def _left(reader: Reader, row: Finding, today: dt.date) -> int | None:
    if row.due is None or row.state not in RUNNING:
        return None
    left = working_days_between(calendar(reader), today, row.due)
    return min(left, -1) if row.due < today else left
