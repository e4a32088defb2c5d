"""Small pieces of layout every screen uses: a column, a scroll area without a frame."""

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


def column(parent: QWidget | None = None, *, spacing: int = 12, margin: int = 0) -> QVBoxLayout:
    """A column without margins of its own."""
    made = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    made.setContentsMargins(margin, margin, margin, margin)
    made.setSpacing(spacing)
    return made


def scroll_over(widget: QWidget) -> QScrollArea:
    """A scroll area without frame or ground of its own."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.viewport().setAutoFillBackground(False)
    widget.setAutoFillBackground(False)
    area.setWidget(widget)
    return area
