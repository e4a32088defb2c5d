"""Papers: the facts of a record put on a page, drawn for preview."""

import datetime as dt
from dataclasses import dataclass

from app.services.context import Acting
from app.services.records import Opened
from db.connection import Reader
from forms.facts import Facts
from forms.paper.blocks import Paper, Printed


@dataclass(frozen=True, slots=True)
class Stamp:
    """What only an issued paper has: number, date, code and check words."""

    number: str = ""
    date: dt.date | None = None
    qr: str = ""
    check_words: str = ""


def facts(reader: Reader, act: Acting, opened: Opened, stamp: Stamp | None = None) -> Facts:
    """Signers, findings, photos and samples of a record as its page needs them."""
    raise NotImplementedError


def paper(
    reader: Reader,
    act: Acting,
    opened: Opened,
    stamp: Stamp | None = None,
    sheet: str = "print",
) -> Paper:
    """The composed page of a record."""
    raise NotImplementedError


def draw(paper: Paper) -> Printed:
    """Draw a page; refuses a missing glyph or an overflow."""
    raise NotImplementedError


def labels(reader: Reader, act: Acting, opened: Opened) -> Paper:
    """The seal labels of a sampling sheet, one page a sample."""
    raise NotImplementedError
