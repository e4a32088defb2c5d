"""The ledger with an item at every step, and two values of one thing."""

import datetime as dt
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.screens.sync_words import row_of, step_names
from app.services.sync_ledger import Line
from app.shell.theme import Theme
from app.widgets.card import Card
from app.widgets.conflict import Choice, ConflictCard
from app.widgets.ledger import LedgerHead, LedgerList
from tests.gui.gallery_samples import framed

NOW = dt.datetime(2026, 9, 16, 6, 32, tzinfo=dt.UTC)


def synchronised(theme: Theme) -> QWidget:
    """Every state of an item, a name that is too long, and a conflict to decide."""
    page = QWidget()
    rows = QVBoxLayout(page)
    rows.setContentsMargins(24, 16, 24, 16)
    rows.setSpacing(8)
    head = LedgerHead(theme, "逐项账目", step_names(), "现在")
    head.set_note("3 项未到局端")
    ledger = LedgerList(theme, "逐项账目")
    lift = Line("record", "1", "电梯检查 2号梯", "金桥商业广场", "lift-check", NOW, "here")
    ledger.set_rows(
        [
            row_of(line, NOW)
            for line in (
                lift,
                replace(
                    lift, title="责改〔2026〕37号", party="永兴五金", state="stick", stick=True
                ),
                replace(lift, title="抽样单 CC-2026-0431 " * 6, state="received"),
                replace(lift, at=NOW - dt.timedelta(days=1), state="adopted", stick=True),
                replace(lift, title="约谈记录 2026-021", state="held", reason="frozen"),
                replace(lift, kind="rest", title="", at=NOW - dt.timedelta(days=9), parts=773),
            )
        ]
    )
    holder = Card(theme)
    holder.add_row(ledger)
    conflict = ConflictCard(
        theme,
        "两处都改了同一项：金桥商业广场·电话",
        (
            Choice("138 0000 2716", "张检查员·本机", "写于 13:41·局端尚未收到", True),
            Choice(
                "138 0000 2761",
                "周检查员·另一台终端",
                "写于 昨日 16:55·局端不晚于 17:40 收到",
                False,
            ),
            Choice("（空）", "李检查员·另一台终端", "写于 2026-09-02 09:10·局端尚未收到", False),
        ),
        free=True,
    )
    deleted = ConflictCard(
        theme,
        "一处已删除，另一处又改动：城北农资",
        (
            Choice("保留，并保留所写内容", "张检查员·本机", "写于 13:41·局端尚未收到", True),
            Choice("删除", "周检查员·另一台终端", "写于 昨日 16:55·局端不晚于 17:40 收到", False),
        ),
        note="在有人决定保留还是删除之前，先保留。",
    )
    for part in (head, holder, conflict, deleted):
        rows.addWidget(part)
    rows.addStretch(1)
    return framed(theme, "sync", page)
