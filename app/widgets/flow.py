"""A layout of things side by side that go on below where the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

PACKED = 0
"""As many in a line as fit, each as wide as it wants to be."""


class Flow(QLayout):
    """Equal columns, at most so many and fewer where they do not fit; or ``PACKED``."""

    def __init__(
        self,
        most: int = PACKED,
        *,
        apart: int = 8,
        below: int = 0,
        middle: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._middle = middle
        self._most = most
        self._apart = apart
        self._below = below
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def set_most(self, most: int) -> None:
        """Stand in at most so many columns, or ``PACKED``."""
        if most != self._most:
            self._most = most
            self.invalidate()

    def columns(self, wide: int) -> int:
        """How many equal columns fit into a width."""
        need = max((1, *(item.sizeHint().width() for item in self._shown())))
        return max(1, min(self._most, (wide + self._apart) // (need + self._apart)))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _places(self, wide: int) -> list[tuple[QLayoutItem, QRect]]:
        """Each item with its place in a width, counted from the corner of the layout."""
        placed: list[tuple[QLayoutItem, QRect]] = []
        top = 0
        for line in self._lines(wide):
            tall = max(_height(item, room.width()) for item, room in line)
            for item, room in line:
                high = _height(item, room.width()) if self._most == PACKED else tall
                at = top + (tall - high) // 2
                placed.append((item, QRect(room.x(), at, room.width(), high)))
            top += tall + self._below
        return placed

    def _lines(self, wide: int) -> list[list[tuple[QLayoutItem, QRect]]]:
        lines: list[list[tuple[QLayoutItem, QRect]]] = []
        columns = self.columns(wide)
        each = max(1, (wide - (columns - 1) * self._apart) // columns)
        left = 0
        for place, item in enumerate(self._shown()):
            own = min(item.sizeHint().width(), wide) if self._most == PACKED else each
            full = left + own > wide if self._most == PACKED else place % columns == 0
            if full or not lines:
                lines.append([])
                left = 0
            lines[-1].append((item, QRect(left, 0, own, 0)))
            left += own + self._apart
        return lines

    def _high(self, wide: int) -> int:
        return max((room.bottom() + 1 for _, room in self._places(wide)), default=0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        return self._high(arg__1)

    @override
    def minimumSize(self) -> QSize:
        wide = max((item.minimumSize().width() for item in self._shown()), default=0)
        tall = max((item.minimumSize().height() for item in self._shown()), default=0)
        return QSize(wide, tall)

    @override
    def sizeHint(self) -> QSize:
        hints = [item.sizeHint().width() for item in self._shown()]
        count = len(hints) if self._most == PACKED else min(self._most, len(hints))
        wide = sum(sorted(hints)[-count:]) + max(0, count - 1) * self._apart if count else 0
        return QSize(wide, self._high(wide))

    @override
    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1)
        places = self._places(arg__1.width())
        spare = arg__1.height() - max((room.bottom() + 1 for _, room in places), default=0)
        down = max(0, spare) // 2 if self._middle else 0
        for item, room in places:
            item.setGeometry(room.translated(arg__1.topLeft() + QPoint(0, down)))


def _height(item: QLayoutItem, wide: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(wide)
    return item.sizeHint().height()
