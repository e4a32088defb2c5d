"""The plate of a device 设备标牌: what it is in words, and a code that opens its card."""

from collections.abc import Callable
from contextlib import closing

from app.services import device, pages, papers
from app.services.context import Acting
from app.services.device import Card
from app.services.pages import Drawn
from app.services.scancodes import OUR_EQUIPMENT
from db.connection import Reader
from db.rows import Equipment
from forms.paper.blocks import Cell, Fields, Foot, Paper, Title

TITLE = "特种设备监督标牌"


def code_of(row: Equipment) -> str:
    """The text in the code: the 设备代码, which stays for life, else the id in the register."""
    return f"{OUR_EQUIPMENT}{row.code or row.id}"


def drawn(open_reader: Callable[[], Reader], act: Acting, equipment_id: str) -> Drawn:
    """The plate of one device, drawn (io thread).

    Raises:
        Refused: ``not-found``, ``glyph-missing``, ``page-overflow``.
    """
    with closing(open_reader()) as reader:
        found = device.card(reader, equipment_id, act.today)
    return pages.kept(papers.draw(paper(act, found)).pdf)


def paper(act: Acting, found: Card) -> Paper:
    """The plate as a page of 80 by 50 mm; it carries no date that would be wrong next year.

    Nothing on it proves anything, so the code is plain and anybody may read it; whose test lapses
    when is looked up in the register.
    """
    row = found.equipment
    lines = (
        ("名称", row.name),
        ("种类", found.named.variety or found.named.category or found.named.kind),
        ("登记证号", row.registration_no),
        ("设备代码", row.code),
        ("使用单位", found.enterprise.name if found.enterprise else ""),
        ("地点", row.place),
    )
    shown = tuple((Cell(label, value),) for label, value in lines if value)
    blocks = (
        Title(act.office.bureau, TITLE),
        Fields(shown),
        Foot("", code_of(row), "扫码查看设备"),
    )
    return Paper("label", f"{TITLE} {row.registration_no or row.code}", blocks)
