"""A grid of figures, as a laboratory's report is typed: judged, failing, judged by hand, empty."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.screens import report_grid
from app.services import judging
from app.shell.theme import Theme
from app.widgets import card, grid
from db.duty_rows import TestItem
from tests.gui.gallery_samples import framed

LINES = (
    TestItem("1", "", 0, "可迁移元素铅", "GB 6675.4", "mg/kg", upper="90", measured="92.4"),
    TestItem("2", "", 1, "邻苯二甲酸酯", "GB 6675.1", "%", upper="0.10", measured="0.104"),
    TestItem("3", "", 2, "pH值", "GB 18401", "", "6.0", "9.0", measured="9.04", method="full"),
    TestItem("4", "", 3, "锐利边缘", "GB 6675.2", required="无锐利边缘", measured="有毛刺"),
    TestItem(
        *("5", "", 4, "警示标识", "GB 6675.1"),
        required="清晰",
        measured="不明显",
        verdict="fail",
        note="字高不足5毫米",
    ),
    TestItem("6", "", 5, "密度", "GB 1033.1", upper="约1.2", measured="1.19"),
)


def grids(theme: Theme) -> QWidget:
    """One that can be typed into, and the same one shut."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(16)
    rows = [report_grid.cells(line) for line in judging.judged(LINES)]
    for readonly, shown in ((False, rows), (True, rows[:3])):
        made = grid.Grid(theme, "检验项目", report_grid.columns())
        made.set_rows(shown, readonly=readonly)
        made.setCurrentIndex(made.rows.index(1, 6))
        holder = card.Card(theme)
        holder.add_row(made)
        column.addWidget(holder)
    column.addStretch(1)
    return framed(theme, "cases", page)
