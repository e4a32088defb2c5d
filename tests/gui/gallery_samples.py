"""What the gallery shows: rows, words and stand-ins for photos, pages and handwriting."""

import datetime as dt
import math
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QColor, QFontDatabase, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shell.theme import Theme
from app.widgets import (
    bars,
    chips,
    desk,
    frame,
    ink,
    nav,
)
from app.widgets.segmented import Part
from app.widgets.work_rows import Group, Work

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
VERDICT = (
    Part("pass", "合格", "tick", "ok"),
    Part("fail", "不合格", "cross", "danger"),
    Part("na", "不适用", "dash", "mute"),
)
SEVERITY = (Part("1", "一般"), Part("2", "较重"), Part("3", "严重", tone="danger"))
RECOVERED = bars.Message(
    "recovered",
    "已恢复 1 份草稿",
    "金桥商业广场 2号梯检查，上次意外退出前的内容到 13:58:41 为止，无缺失。",
    icon="undo",
    acts=(("go", "继续填写"), ("seen", "知道了")),
)
LATE = chips.Chip("逾期 3 个工作日", "danger", "triangle")
WORK = (
    Group("o", "逾期", "2", "先处理这里", overdue=True),
    Work(
        "1",
        "和顺机械制造有限公司・5吨叉车无司机证上岗",
        "东市监特令〔2026〕第9号・整改期限 9月11日・未收到整改报告",
        "rectify",
        "danger",
        LATE,
        "去复查",
    ),
    Work(
        "2",
        "育才文具批发部・学生书包样品检验结果",
        "抽样单 CC-2026-0417・应回 9月14日・省纤维检验中心",
        "flask",
        "danger",
        chips.Chip("逾期 2 天", "danger", "triangle"),
        "催办",
    ),
    Group("t", "今日到期", "3"),
    Work(
        "3",
        "金桥商业广场有限公司・消防通道电梯急停开关",
        "整改报告已收・应在 10 个工作日内复查",
        "rectify",
        "warning",
        chips.Chip("今日 18:00 前", "warning", "", 0.92),
        "复查",
    ),
    Work(
        "4",
        "小白杨童车有限公司・负责人约谈",
        "15:30・本局二楼约谈室・通知书已签收",
        "speech",
        "warning",
        chips.Chip("还有 58 分钟", "warning", "", 0.8),
        "进入",
    ),
    Work(
        "5",
        "城北农资经营部・复合肥料抽样",
        "任务 市抽 2026-Q3・抽 2 批次，备样留存",
        "flask",
        "warning",
        chips.Chip("今日 24:00", "warning", "", 0.6),
        "开始",
    ),
    Group("w", "本周", "5", "另 3 项・全部展开"),
    Work(
        "6",
        "第二实验小学・曳引驱动乘客电梯 1号",
        "下次检验 9月18日到期・已提前 30 天提醒使用单位",
        "lift",
        "warning",
        chips.Chip("还有 2 天", "warning", "", 0.93),
        "查看",
    ),
    Work(
        "7",
        "宏远建材市场・人造板抽查异议复检",
        "异议期 9月18日 届满・备样在库",
        "document",
        "mute",
        chips.Chip("还有 2 天", "mute", "", 0.7),
        "查看",
    ),
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


def sketch(kind: int) -> QPixmap:
    """A stand-in for a photo."""
    pixmap = QPixmap(320, 240)
    pixmap.fill(QColor("#8d9196" if kind else "#9c9488"))
    painter = QPainter(pixmap)
    painter.fillRect(110, 40, 100, 170, QColor("#c9ccd0"))
    painter.fillRect(130, 60, 60, 40, QColor("#20252c"))
    painter.end()
    return pixmap


def desk_page(name: str) -> desk.Page:
    """A stand-in for a printed page."""
    pixmap = QPixmap(840, 1188)
    pixmap.fill(QColor("#ffffff"))
    painter = QPainter(pixmap)
    for line in range(12):
        painter.fillRect(112, 220 + line * 44, 616, 2, QColor("#16181d"))
    painter.end()
    return desk.Page(pixmap, 210, 297, name)


def handwriting() -> ink.Ink:
    """Something like a signature."""
    strokes = []
    for start in range(4):
        points = [
            ink.Point(
                220 + start * 45 + step * 2, 40 + 55 * abs(math.sin(step / 9 + start)), step * 12
            )
            for step in range(24)
        ]
        strokes.append(tuple(points))
    return ink.Ink(672, 146, tuple(strokes))
