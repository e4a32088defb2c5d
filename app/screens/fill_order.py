"""The order in which Tab goes: the order of reading, also after something has unfolded."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def in_reading_order(widget: QWidget) -> None:
    """Let Tab follow the layouts below a widget from top to bottom."""
    stops = [one for one in stops_below(widget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def stops_below(widget: QWidget) -> Iterator[QWidget]:
    """Every widget below that may take the focus, as the layouts order them."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from stops_below(inside)
    if isinstance(widget, QAbstractScrollArea):
        return
    layout = widget.layout()
    placed: list[QWidget] = [] if layout is None else list(_placed(layout))
    rest = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and child not in placed and not child.isWindow()
    ]
    for child in [*placed, *rest]:
        yield from stops_below(child)


def _placed(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _placed(inner)
