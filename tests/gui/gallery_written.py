"""Words, numbers and dates with the appearances the standard names, on one page of the gallery."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.shell.theme import Theme
from app.widgets import card, questions
from forms.model import Question
from forms.state import Problem, State
from tests.gui.gallery_samples import TODAY, framed

LONG = "成品库东侧第三排货架的三箱玩具未标注生产者地址"
ROWS = (
    ("text", "所见事实", LONG, {"constraint": "string-length(.) <= 40"}),
    ("text", "处理意见", LONG, {"constraint": "string-length(.) <= 20"}),
    ("text", "公示网址", "https://example.org/notice", {"appearance": "url"}),
    ("text", "公示网址（未填）", "", {"appearance": "url"}),
    ("text", "查询口令", "20260916", {"appearance": "masked"}),
    ("barcode", "防伪码", "6901234567892", {"appearance": "hidden-answer"}),
    (
        "integer",
        "货值",
        "1299500",
        {"appearance": "thousands-sep", "attributes": {"xj:unit": "元"}},
    ),
    ("decimal", "罐体朝向", "127.5", {"appearance": "bearing"}),
    ("date", "生产年月", "2026-09-01", {"appearance": "month-year"}),
    ("date", "出厂年份", "", {"appearance": "year"}),
    ("date", "登记日期", "", {"appearance": "persian"}),
)


def written(theme: Theme) -> QWidget:
    """Two cards of questions answered by typing."""
    page = QWidget()
    columns = QHBoxLayout(page)
    columns.setContentsMargins(24, 16, 24, 16)
    columns.setSpacing(16)
    helpers = questions.Helpers(TODAY)
    for start in (0, 6):
        holder = card.Card(theme)
        holder.body.setContentsMargins(16, 12, 16, 12)
        holder.body.setSpacing(12)
        for kind, label, value, more in ROWS[start : start + 6]:
            question = Question("/q", "q", kind, **more)
            over = len(value) > 20 and more.get("constraint", "").endswith(" 20")
            error = Problem("/q", "constraint", "最多 20 个字。", "", "") if over else None
            facts = {"relevant": True, "required": False, "readonly": False, "error": error}
            state = State("/q", question, value, value, label=label, hint="", **facts)
            holder.body.addWidget(questions.make(theme, state, helpers))
        holder.body.addStretch(1)
        columns.addWidget(holder, 1)
    return framed(theme, "cases", page)
