"""A card of an enterprise's own things: a head that counts them, the first rows, or why none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.screens.layout import follow, padded
from app.widgets.card import Card, CardHead
from app.widgets.labels import Label
from app.widgets.work import WorkList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QScrollArea

    from app.shell.theme import Theme
    from app.widgets.work_rows import Work


def list_card(  # noqa: PLR0913 - a card has a head, rows, and what their opening does
    theme: Theme,
    area: QScrollArea,
    title: str,
    rows: Sequence[Work],
    empty: str,
    *,
    count: int,
    more: Callable[[], None],
    opened: Callable[[str], None] | None = None,
) -> Card:
    """A card in an area that scrolls; ``more`` is what its head leads to where rows are left out."""
    card = Card(theme)
    words = QCoreApplication.translate("EnterpriseScreen", "All {count}").format(count=count)
    link = words if count > len(rows) else ""
    head = CardHead(theme, title, count=str(count or ""), link=link)
    head.opened.connect(more)
    card.add_row(head)
    if not rows:
        card.add_row(padded(Label(theme, empty, "label", "muted", wrap=True)), line="raised")
        return card
    work = WorkList(theme, title)
    work.set_bare()
    work.set_rows(rows)
    work.set_whole(whole=True)
    follow(area, work)
    if opened is not None:
        work.opened.connect(opened)
    card.add_row(work)
    return card
