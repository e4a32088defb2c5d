"""Renders every component to PNG, light and dark, to be looked at beside the design's pictures.

``python -m tests.gui.gallery OUT`` writes one picture a page and theme.
"""

import datetime as dt
import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.shell.theme import ICONS, Theme
from app.widgets import bars, buttons, card, chips, dates, fields, frame, headers, labelled, nav
from app.widgets.labels import Icon, Label
from app.widgets.segmented import Part, Segmented, Verdict

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
TODAY = dt.date(2026, 9, 16)
SIZE = (1366, 768)

ENTRIES = (
    nav.Entry("today", "今日", "today"),
    nav.Entry("cases", "案件", "case"),
    nav.Entry("sites", "检查对象", "site"),
    nav.Entry("documents", "文书", "document"),
    nav.Entry("rectification", "整改", "rectify"),
    nav.Entry("campaigns", "专项行动", "campaign"),
    nav.Entry("statistics", "统计", "statistics"),
)


def load_fonts() -> None:
    """Register the fonts before the first widget."""
    for file in sorted(Path(os.environ.get("GALLERY_FONTS", FONTS)).rglob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def framed(theme: Theme, current: str, *parts: QWidget) -> QWidget:
    """A whole window around some parts of a screen."""
    window = QWidget()
    window.resize(*SIZE)
    outer = QHBoxLayout(window)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    column = nav.NavColumn(theme, ENTRIES, [nav.Entry("settings", "设置", "settings")])
    column.set_current(current)
    column.set_counts({"today": nav.Count(2, overdue=True), "rectification": nav.Count(6)})
    column.set_office("东原市市场监管局", "执法二科・终端 07")
    outer.addWidget(column)
    right = QVBoxLayout()
    right.setSpacing(0)
    top = frame.TopBar(theme)
    top.search.line.setPlaceholderText("企业、设备、文号、条码 ⋯")
    top.scan.set_words("扫码")
    top.network.set_state("离线・08:12 起", online=False)
    top.user.set_user("张检查员")
    status = frame.StatusLine(theme)
    status.set_items(
        (
            frame.StatusItem("saved", "已保存 14:32:05", "tick-ring", "ok"),
            frame.StatusItem("sync", "待上传 3", "upload"),
            frame.StatusItem("numbers", "责改文号余 17", "hash"),
            frame.StatusItem("printer", "打印机 就绪", "printer"),
        )
    )
    status.set_note("表单库 2026-09-01・v1.0")
    right.addWidget(top)
    for part in parts:
        right.addWidget(part, 1 if part is parts[-1] else 0)
    right.addWidget(status)
    outer.addLayout(right)
    return window


def basics(theme: Theme) -> QWidget:
    """Headers, bars, buttons, fields, chips, verdicts."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(12)
    head = headers.ScreenHeader(theme)
    head.set_header("今日", "9月16日 星期三・质量月第 16 天・任务下发至昨日 17:40")
    new = buttons.Button(theme, "新建检查", "primary", "plus", note="Ctrl N")
    head.add_act(new)
    column.addWidget(head)
    messages = bars.MessageBars(theme)
    messages.set_messages(
        (
            bars.Message(
                "recovered",
                "已恢复 1 份草稿",
                "金桥商业广场 2号梯检查，上次意外退出前的内容到 13:58:41 为止，无缺失。",
                icon="undo",
                acts=(("go", "继续填写"), ("seen", "知道了")),
            ),
        )
    )
    column.addWidget(messages)
    row = QHBoxLayout()
    for kind in ("primary", "secondary", "quiet", "danger", "link", "filter"):
        row.addWidget(buttons.Button(theme, f"继续 {kind}", kind, "document"))
    off = buttons.Button(theme, "立即发送", "secondary", "send")
    off.setEnabled(False)
    row.addWidget(off)
    column.addLayout(row)
    row = QHBoxLayout()
    for chip in (
        chips.Chip("逾期 3 个工作日", "danger", "triangle"),
        chips.Chip("今日 18:00 前", "warning", "", 0.92),
        chips.Chip("还有 58 分钟", "warning", "", 0.7),
        chips.Chip("还有 8 个工作日", "mute", "", 0.2),
        chips.Chip("今日 09:20 收到", "accent", "", 0.15),
        chips.state_chip("draft"),
        chips.state_chip("to_issue"),
        chips.state_chip("served"),
        chips.state_chip("quarantine"),
    ):
        row.addWidget(chips.ChipLabel(theme, chip))
    row.addStretch(1)
    column.addLayout(row)
    row = QHBoxLayout()
    words = (
        Part("pass", "合格", "tick", "ok"),
        Part("fail", "不合格", "cross", "danger"),
        Part("na", "不适用", "dash", "mute"),
    )
    for value in ("", "pass", "fail", "na"):
        verdict = Verdict(theme, "门防夹装置", parts=words)
        verdict.set_value(value)
        row.addWidget(verdict)
    row.addStretch(1)
    column.addLayout(row)
    row = QHBoxLayout()
    severe = (Part("1", "一般"), Part("2", "较重"), Part("3", "严重", tone="danger"))
    severity = Segmented(theme, severe, "严重程度")
    severity.set_value("3")
    row.addWidget(severity)
    off = Segmented(theme, severe, "严重程度")
    off.set_value("2")
    off.set_readonly(readonly=True)
    row.addWidget(off)
    column.addLayout(row)
    whole = card.Card(theme)
    whole.body.setContentsMargins(16, 12, 16, 12)
    whole.body.setSpacing(8)
    line = fields.LineField(theme)
    line.set_text("王经理")
    text = fields.TextField(theme)
    text.set_text("轿厢内按下紧急报警按钮，60 秒内无应答；值班室值守人员未接到呼叫。")
    number = fields.NumberField(theme, unit="毫米")
    number.set_text("12.5")
    wrong = fields.LineField(theme)
    wrong.set_text("9137130")
    fields.set_wrong(wrong, wrong=True)
    read = fields.LineField(theme)
    read.set_text("只读内容")
    read.set_readonly(readonly=True)
    choice = fields.ChoiceField(theme, items=(fields.Item("a", "下达监察指令书", icon="document"),))
    choice.set_value("a")
    date = dates.DateField(theme, today=TODAY)
    date.set_value("2026-09-22")
    grid = QHBoxLayout()
    left, right = QVBoxLayout(), QVBoxLayout()
    for side in (left, right):
        side.setSpacing(8)
        grid.addLayout(side)
    for label, control, error in (
        ("安全管理", line, ""),
        ("所见事实", text, ""),
        ("信用代码", wrong, "统一社会信用代码应为 18 位，请核对。"),
    ):
        field = labelled.Labelled(theme, label, control, required=bool(error))
        field.set_error(error)
        left.addWidget(field)
    for label, control in (
        ("间隙", number),
        ("只读", read),
        ("处理措施", choice),
        ("期限", date),
    ):
        right.addWidget(labelled.Labelled(theme, label, control))
    whole.body.addLayout(grid)
    column.addWidget(whole)
    column.addStretch(1)
    return framed(theme, "today", page)


def icons(theme: Theme) -> QWidget:
    """Every icon at 24, 20 and 16 with its name."""
    page = QWidget()
    page.resize(*SIZE)
    outer = QHBoxLayout(page)
    names = sorted(file.stem for file in ICONS.glob("*.svg"))
    for start in range(0, len(names), 18):
        column = QVBoxLayout()
        for name in names[start : start + 18]:
            row = QHBoxLayout()
            for size in (24, 20, 16):
                row.addWidget(Icon(theme, name, size, "text"))
            row.addWidget(Label(theme, name, "small"), 1)
            column.addLayout(row)
        column.addStretch(1)
        outer.addLayout(column)
    return page


PAGES: dict[str, Callable[[Theme], QWidget]] = {"basics": basics, "icons": icons}


def main(out: Path, only: str = "") -> None:
    """Write the pictures."""
    app = QApplication.instance() or QApplication([])
    load_fonts()
    theme = Theme("light")
    theme.apply(app)
    out.mkdir(parents=True, exist_ok=True)
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        for name, make in PAGES.items():
            if only and only != name:
                continue
            page = make(theme)
            page.show()
            page.grab().save(str(out / f"{name}-{mode}.png"))
            page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
