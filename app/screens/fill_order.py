"""The order in which Tab goes: the order of reading, also after something has unfolded."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NONE = Qt.FocusPolicy.NoFocus


def in_reading_order(widget: QWidget) -> None:
    """Let Tab follow the layouts below a widget from top to bottom.

    Whatever hands its focus on is a stop to Qt too: left behind the last field, it would lead Tab
    back to its own for ever. So it is put right before what takes the focus.
    """
    stops = list(stops_below(widget))
    with _themselves(stops):
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)


def stops_below(widget: QWidget) -> Iterator[QWidget]:
    """Every widget below that may take the focus or hands it on, as the layouts order them."""
    if widget.focusPolicy() != NONE or widget.focusProxy() is not None:
        yield widget
    if isinstance(widget, QAbstractScrollArea):
        inside = widget.widget() if isinstance(widget, QScrollArea) else None
        yield from () if inside is None else stops_below(inside)
        return
    layout = widget.layout()
    placed: list[QWidget] = [] if layout is None else list(_placed(layout))
    known = set(placed)
    rest = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and child not in known and not child.isWindow()
    ]
    for child in [*placed, *rest]:
        yield from stops_below(child)


@contextmanager
def _themselves(stops: Sequence[QWidget]) -> Iterator[None]:
    """Meanwhile those that hand the focus on are stops of their own: Qt moves only such."""
    proxies = [
        (one, proxy, one.focusPolicy()) for one in stops if (proxy := one.focusProxy()) is not None
    ]
    for one, _, _ in proxies:
        one.setFocusProxy(None)  # type: ignore[arg-type]  # the stub forgets None
        one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    try:
        yield
    finally:
        for one, proxy, policy in proxies:
            one.setFocusPolicy(policy)
            one.setFocusProxy(proxy)


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
