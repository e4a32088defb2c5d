"""What every page of the settings is: a widget that can look again."""

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """One page of the settings."""

    def look(self) -> None:
        """Read again what the page shows."""

    def holder(self) -> QWidget:
        """An empty widget for a layout inside a card."""
        return QWidget()
