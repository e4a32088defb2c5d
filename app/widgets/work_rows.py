"""What a list of work holds: groups and rows, and the model that keeps their order."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QPixmap
from typing_extensions import override

from app.widgets.chips import Chip
from app.widgets.outline import NOWHERE, Index


@dataclass(frozen=True, slots=True)
class Group:
    """The head of a group of rows; ``overdue`` makes it red, ``folded`` turns its chevron."""

    id: str
    title: str
    count: str = ""
    note: str = ""
    overdue: bool = False
    folded: bool | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """One row: what, one muted line, its clock, and one verb ("" for none).

    Without an ``icon`` the words begin at the edge.
    ``photos`` puts two thumbnails with an arrow in the icon's place (``None``: not taken yet).
    """

    id: str
    title: str
    second: str
    icon: str = "document"
    tone: str = "mute"
    chip: Chip | None = None
    verb: str = ""
    photos: tuple[QPixmap | None, QPixmap | None] | None = None
    to_take: str = ""
    chevron: bool = False


class WorkModel(QAbstractListModel):
    """Groups and rows in order; roles: display the title, user the ``Group`` or ``Work``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Group | Work, ...] = ()

    def set_rows(self, rows: Sequence[Group | Work]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def ends(self, row: int) -> tuple[bool, bool]:
        """Whether a row is the first and the last of its card."""
        before = row > 0 and isinstance(self._rows[row - 1], Work)
        after = row + 1 < len(self._rows) and isinstance(self._rows[row + 1], Work)
        return not before, not after

    def place(self, wanted: str) -> QModelIndex:
        """The index of the work with an id, invalid when there is none."""
        for row, item in enumerate(self._rows):
            if isinstance(item, Work) and item.id == wanted:
                return self.index(row)
        return QModelIndex()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self._rows[index.row()]
        if isinstance(row, Group):  # the keyboard skips a head that cannot be folded
            foldable = row.folded is not None
            return Qt.ItemFlag.ItemIsEnabled if foldable else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return row.chip.tip or None if isinstance(row, Work) and row.chip else None
            case _:
                return None


def spoken(row: Group | Work) -> str:
    """What a screen reader says of a row."""
    if isinstance(row, Group):
        return f"{row.title} {row.count}".strip()
    chip = row.chip.words if row.chip else ""
    return ", ".join(part for part in (row.title, row.second, chip, row.verb) if part)
