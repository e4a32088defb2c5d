"""Renders every component to PNG, light and dark, to be looked at beside the design's pictures.

``python -m tests.gui.gallery OUT`` writes one picture a page and theme.
"""

import datetime as dt
import math
import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.shell.theme import ICONS, Theme
from app.widgets import (
    bars,
    buttons,
    card,
    chips,
    dates,
    desk,
    dialog,
    drafts,
    drawer,
    facts,
    fields,
    finding,
    focus,
    frame,
    headers,
    ink,
    labelled,
    law,
    missing,
    nav,
    outline,
    photos,
    questions,
    work,
)
from app.widgets import signature as signature_pad
from app.widgets.labels import Icon, Label, Line
from app.widgets.segmented import Part, Segmented, Verdict
from app.widgets.work_rows import Group, Work
from forms.model import Question
from forms.state import Option, Problem, State

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


def basics(theme: Theme) -> QWidget:  # noqa: PLR0915 - a page of many things
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


def sketch(kind: int) -> QPixmap:
    """A stand-in for a photo."""
    pixmap = QPixmap(320, 240)
    pixmap.fill(QColor("#8d9196" if kind else "#9c9488"))
    painter = QPainter(pixmap)
    painter.fillRect(110, 40, 100, 170, QColor("#c9ccd0"))
    painter.fillRect(130, 60, 60, 40, QColor("#20252c"))
    painter.end()
    return pixmap


def today(theme: Theme) -> QWidget:
    """The screen 今日 out of work rows, drafts and quick starts."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 16, 24, 12)
    column.setSpacing(12)
    head = headers.ScreenHeader(theme)
    head.set_header("今日", "9月16日 星期三・质量月第 16 天・任务下发至昨日 17:40")
    head.add_act(buttons.Button(theme, "新建检查", "primary", "plus", note="Ctrl N"))
    column.addWidget(head)
    messages = bars.MessageBars(theme)
    messages.set_messages((RECOVERED,))
    column.addWidget(messages)
    row = QHBoxLayout()
    row.setSpacing(24)
    rows = work.WorkList(theme, "到期事项")
    rows.set_rows(WORK)
    row.addWidget(rows, 1)
    side = QVBoxLayout()
    side.setSpacing(4)
    side.addWidget(card.SectionHead(theme, "继续填写", count="3"))
    drafts_list = drafts.DraftList(theme)
    drafts_list.set_drafts(
        (
            drafts.Draft(
                "1", "特种设备检查・2号梯", "金桥商业广场・13:58・李检查员同检", "18 / 32", 0.56
            ),
            drafts.Draft("2", "监督抽查・童鞋", "佳步鞋行・昨日 16:20", "16 / 20", 0.8),
            drafts.Draft(
                "3", "接待登记・电子秤投诉", "农贸市场 12 号摊・昨日 11:05", "3 / 10", 0.3
            ),
        )
    )
    side.addWidget(drafts_list)
    side.addSpacing(8)
    side.addWidget(card.SectionHead(theme, "快速开始", note="Alt + 数字"))
    quick = drafts.QuickStart(theme)
    quick.set_quick(
        (
            drafts.Quick("a", "监督抽查", "flask", "1"),
            drafts.Quick("b", "特种设备检查", "lift", "2"),
            drafts.Quick("c", "约谈", "speech", "3"),
            drafts.Quick("d", "当场处罚", "yen", "4"),
            drafts.Quick("e", "接待登记", "headset", "5"),
        )
    )
    side.addWidget(quick)
    side.addStretch(1)
    holder = QWidget()
    holder.setFixedWidth(320)
    side.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(side)
    row.addWidget(holder)
    column.addLayout(row, 1)
    return framed(theme, "today", page)


def fill(theme: Theme) -> QWidget:  # noqa: PLR0915 - a page of many things
    """The screen 填写: outline, verdicts, an unfolded finding, context."""
    header = headers.TaskHeader(theme, "返回")
    header.set_header(
        "电梯监督检查・2号梯", "东原市金桥商业广场有限公司", chips.Chip("草稿", "mute", "pen")
    )
    header.set_progress("已答 18 / 32", 0.56)
    header.add_act(buttons.Button(theme, "检查记录预览", "secondary", "document"))
    body = QWidget()
    row = QHBoxLayout(body)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    left = QWidget()
    left.setFixedWidth(208)
    column = QVBoxLayout(left)
    column.setContentsMargins(12, 16, 12, 12)
    column.setSpacing(6)
    column.addWidget(Label(theme, "检查提纲", "small_lead", "muted"))
    sections = outline.OutlineList(theme)
    sections.set_sections(
        tuple(
            outline.Section(title, title, mark, count, adverse=mark == "wrong")
            for title, mark, count in (
                ("基本情况", "done", "6 / 6"),
                ("使用登记与检验", "done", "4 / 4"),
                ("安全管理", "done", "5 / 5"),
                ("轿厢与层门", "wrong", "不合格 1"),
                ("机房与曳引", "started", "1 / 5"),
                ("维护保养", "empty", "0 / 4"),
                ("应急救援", "empty", "0 / 3"),
                ("处理措施", "empty", "1 项"),
            )
        )
    )
    sections.set_current("轿厢与层门")
    column.addWidget(sections, 1)
    row.addWidget(left)
    row.addWidget(Line(theme, "border", standing=True))
    middle = QVBoxLayout()
    middle.setContentsMargins(16, 8, 16, 8)
    middle.setSpacing(8)
    title = QHBoxLayout()
    title.addWidget(Label(theme, "4", "title", "muted"))
    title.addWidget(Label(theme, "轿厢与层门", "title"), 1)
    title.addWidget(Label(theme, "2 / 5 已答", "label", "muted"))
    middle.addLayout(title)
    first = finding.ItemCard(theme, "4.1", "门防夹装置有效，层门无法扒开", parts=VERDICT)
    first.verdict.set_value("pass")
    middle.addWidget(first)
    bad = finding.ItemCard(theme, "4.2", "紧急报警装置有效，能与值守人员通话", parts=VERDICT)
    bad.verdict.set_value("fail")
    form = finding.FindingForm(
        theme,
        SEVERITY,
        (fields.Item("a", "下达监察指令书", icon="document"),),
        today=TODAY,
    )
    form.set_finding(
        finding.FindingFacts(
            seen="轿厢内按下紧急报警按钮，60 秒内无应答；值班室值守人员未接到呼叫。按钮旁张贴“故障待修”字样。",
            severity="3",
            severity_reason="安全保护装置失效，法定为严重事故隐患",
            photos=(
                photos.Photo("1", sketch(1), "13:52 按钮"),
                photos.Photo("2", sketch(0), "13:55 机房"),
            ),
            law=law.Quotation(
                "k",
                "《特种设备安全法》第三十九条第二款",
                "安全附件、安全保护装置应当定期校验、检修，并作出记录",
                "罚则 第八十三条",
            ),
            measure="a",
            due="2026-09-22",
            hint="5 个工作日，自 9月17日 起算；9月20日调休上班，已计入",
        )
    )
    bad.set_finding(form)
    bad.unfold(open_=True)
    middle.addWidget(bad)
    third = finding.ItemCard(theme, "4.3", "轿厢内安全须知、警示标志完好", parts=VERDICT)
    middle.addWidget(third)
    middle.addStretch(1)
    foot = frame.Strip(theme, "raised", "top")
    foot.setFixedHeight(56)
    foot.row.setContentsMargins(16, 0, 16, 0)
    foot.row.addWidget(buttons.Button(theme, "安全管理", "secondary", "chevron-left"))
    foot.row.addStretch(1)
    foot.row.addWidget(Label(theme, "Enter 下一项・1 合格・2 不合格・3 不适用", "small", "muted"))
    foot.row.addStretch(1)
    foot.row.addWidget(buttons.Button(theme, "机房与曳引", "secondary", icon_after="chevron-right"))
    foot.row.addWidget(buttons.Button(theme, "完成检查", "primary", "tick"))
    whole = QVBoxLayout()
    whole.setSpacing(0)
    whole.addLayout(middle, 1)
    whole.addWidget(foot)
    row.addLayout(whole, 1)
    context = drawer.ContextPanel(theme)
    context.body.addWidget(Label(theme, "被检查单位", "small_lead", "muted"))
    context.body.addWidget(Label(theme, "东原市金桥商业广场有限公司", "strong"))
    facts_list = facts.FactList(theme, 64)
    facts_list.set_facts(
        (
            facts.Fact("安全管理", "王经理・安全总监"),
            facts.Fact("设备", "梯11鲁Y0382(19)"),
            facts.Fact("下次检验", "2027-03-11 有效", meaning="ok"),
            facts.Fact("维保单位", "恒安电梯服务公司"),
        )
    )
    context.body.addWidget(facts_list)
    context.body.addWidget(
        facts.NoticeBox(
            theme, facts.Notice("对讲接通慢，未整改", "同一问题再次出现，请在事实中写明")
        )
    )
    context.body.addWidget(
        facts.NoticeBox(
            theme,
            facts.Notice("底坑积水，已整改", "3月31日 复查通过", "ok", "tick-ring", soft=False),
        )
    )
    article = law.LawText(theme)
    article.set_law(
        law.Quotation(
            "k",
            "第三十九条 第二款",
            text="特种设备使用单位应当对其使用的特种设备的安全附件、安全保护装置进行定期校验、检修，并作出记录。",
        )
    )
    context.body.addWidget(article)
    context.body.addStretch(1)
    row.addWidget(context)
    window = framed(theme, "cases", header, body)
    window.ring = focus.FocusRing(theme, window)
    window.third = third
    return window


def sign(theme: Theme) -> QWidget:
    """The screen 核对与签名."""
    header = headers.TaskHeader(theme, "返回填写")
    header.set_header("核对与签名", "电梯监督检查・2号梯・东原市金桥商业广场有限公司")
    steps = headers.Steps(theme, ("填写", "核对与签名", "发出文书"))
    steps.set_current(1)
    header.add_act(steps)
    body = QWidget()
    row = QHBoxLayout(body)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    pages = desk.PageDesk(theme, thumbs=False)
    pages.set_pages((desk_page("记录"), desk_page("第 2 页")))
    pages.setFixedWidth(476)
    pages.set_mark(0, QRectF(20, 210, 168, 24))
    row.addWidget(pages)
    column = QVBoxLayout()
    column.setContentsMargins(20, 8, 24, 12)
    column.setSpacing(8)
    missing_list = missing.MissingList(theme)
    missing_list.set_missing(
        (
            missing.Missing(
                "1", "李检查员尚未签名", "须两名检查人员签名・57号令第二十一条", "去签"
            ),
            missing.Missing("2", "照片 3 缺拍摄说明", "请写明拍摄人、时间和地点", "去补"),
            missing.Missing(
                "3", "32 项内容已齐", "纸面已于 14:55 定稿，签名期间不再变动", solved=True
            ),
        )
    )
    column.addWidget(card.SectionHead(theme, "完成前还差", note="改好后自动划去"))
    column.addWidget(missing_list)
    people = card.Card(theme)
    signature = handwriting()
    people.add_row(
        missing.InspectorRow(
            theme,
            missing.Signer(
                "z",
                "张检查员",
                "执法证号 东执 07-0231・有效",
                ink.picture(signature, theme.colour("ink")),
                "14:56",
            ),
        )
    )
    people.add_row(
        missing.InspectorRow(
            theme,
            missing.Signer("l", "李检查员（记录）", "执法证号 东执 07-0258・有效", act="签名"),
        )
    )
    column.addWidget(card.SectionHead(theme, "检查人员", note="须两名以上，已出示执法证件"))
    column.addWidget(people)
    manner = Segmented(
        theme,
        (Part("1", "本人签名"), Part("2", "拒绝签名"), Part("3", "不在场"), Part("4", "见证人")),
        stretched=True,
    )
    manner.set_value("1")
    column.addWidget(card.SectionHead(theme, "被检查单位负责人", count="王经理・安全总监"))
    column.addWidget(manner)
    panel = signature_pad.SignaturePanel(theme)
    panel.pad.set_ink(signature)
    pages.set_ink(signature)
    column.addWidget(panel, 1)
    row.addLayout(column, 1)
    return framed(theme, "cases", header, body)


def issue(theme: Theme) -> QWidget:
    """The screen 发出文书: the page on the desk with its thumbnails."""
    header = headers.TaskHeader(theme, "返回")
    header.set_header("发出文书", "东原市小白杨童车有限公司・监督抽查不合格处理")
    header.add_act(buttons.IconButton(theme, "chevron-left", "上一页"))
    header.add_act(Label(theme, "第 1 页，共 2 页", "label", "muted"))
    header.add_act(buttons.IconButton(theme, "chevron-right", "下一页"))
    header.add_act(
        buttons.Button(theme, "适合页面", "secondary", "zoom", icon_after="chevron-down")
    )
    body = QWidget()
    row = QHBoxLayout(body)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    pages = desk.PageDesk(theme)
    pages.set_pages((desk_page("通知书"), desk_page("送达回证")))
    row.addWidget(pages, 1)
    panel = drawer.ContextPanel(theme, width=360, ground="raised")
    panel.body.addWidget(Label(theme, "责令改正通知书", "heading"))
    panel.body.addWidget(Label(theme, "东市监责改〔2026〕38号", "title"))
    service = Segmented(
        theme, [Part(each, each) for each in ("当场", "邮寄", "留置", "电子")], stretched=True
    )
    service.set_value("当场")
    panel.body.addWidget(service)
    panel.body.addStretch(1)
    panel.body.addWidget(buttons.Button(theme, "发出并打印 3 份", "primary", "printer", tall=True))
    row.addWidget(panel)
    return framed(theme, "documents", header, body)


def asked(theme: Theme) -> QWidget:
    """Every kind of question, some wrong, some read-only."""
    page = QWidget()
    column = QHBoxLayout(page)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(16)
    helpers = questions.Helpers(TODAY, picture=lambda _value: sketch(1), camera=True)
    few = tuple(Option(each, each) for each in ("生产", "流通", "餐饮"))
    long = tuple(
        Option(each, each) for each in ("未取得生产许可证从事生产的", "超出许可范围从事生产活动的")
    )
    some = tuple(Option(each, each) for each in ("照片", "视频", "封条", "单据"))
    verdict = (
        Option("1", "合格"),
        Option("2", "不合格", {"finding": "yes"}),
        Option("3", "不适用"),
    )
    wrong = Problem("/q", "constraint", "抽样日期不能晚于今日。", "", "")
    rows = (
        ("select_one", "1", {"appearance": "verdict", "choices": verdict}),
        ("text", "东原市小白杨童车有限公司", {"required": True}),
        ("text", "两行文字", {"appearance": "multiline", "hint": "写明时间、地点"}),
        ("decimal", "12.5", {"attributes": {"xj:unit": "毫米"}}),
        ("date", "2026-09-30", {"error": wrong}),
        ("datetime", "2026-09-16T14:30:00.000+08:00", {}),
        ("barcode", "6901234567892", {}),
        ("select_one", "流通", {"choices": few}),
        ("select_one", long[0].value, {"choices": long}),
        ("select_one", "", {"choices": few, "appearance": "minimal"}),
        ("select_one", "", {"appearance": "autocomplete"}),
        ("select_multiple", "照片 封条", {"choices": some}),
        ("acknowledge", "OK", {}),
        ("image", "a.jpg", {}),
        ("note", "", {}),
        ("calculate", "42", {}),
        ("text", "只读", {"readonly": True}),
    )
    for start in (0, 6, 11):
        holder = card.Card(theme)
        holder.body.setContentsMargins(16, 12, 16, 12)
        holder.body.setSpacing(12)
        for kind, value, more in rows[start : start + (6 if start != 6 else 5)]:
            facts_ = {
                "shown": value,
                "relevant": True,
                "required": False,
                "readonly": False,
                "error": None,
                "label": f"题目 {kind}",
                "hint": "",
                "choices": (),
            }
            made = {key: more.pop(key) for key in ("appearance", "attributes") if key in more}
            question = Question("/q", "q", kind, **made)
            state = State("/q", question, value, **{**facts_, **more})
            holder.body.addWidget(questions.make(theme, state, helpers))
        holder.body.addStretch(1)
        column.addWidget(holder, 1)
    return framed(theme, "cases", page)


def panels(theme: Theme) -> QWidget:
    """Facts, empty state, undo bar, tabs, a dialogue, photo rows, a narrow column."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(12)
    head = headers.ScreenHeader(theme)
    head.set_tile("site")
    risk = chips.Chip("Class C・High risk", "warning", "triangle")
    head.set_header("Dongyuan Xiaobaiyang Stroller Co., Ltd.", "东原市小白杨童车有限公司", risk)
    head.add_act(buttons.Button(theme, "Schedule", "secondary", "calendar"))
    head.add_act(buttons.Button(theme, "Start inspection", "primary", "plus"))
    column.addWidget(head)
    tabs = headers.Tabs(theme)
    tabs.set_tabs(
        (
            headers.Tab("o", "Overview"),
            headers.Tab("e", "Equipment", "4"),
            headers.Tab("r", "Records", "12"),
            headers.Tab("f", "Findings", "3"),
        )
    )
    column.addWidget(tabs)
    undo = bars.UndoBar(theme)
    undo.set_done("已删除照片“13:52 按钮”")
    column.addWidget(undo)
    row = QHBoxLayout()
    row.setSpacing(16)
    identity = card.Card(theme)
    identity.body.addWidget(card.CardHead(theme, "Identity", link="Edit", link_icon="pen"))
    list_ = facts.FactList(theme, 124)
    list_.setContentsMargins(16, 0, 16, 12)
    list_.set_facts(
        (
            facts.Fact("Credit code", "91379901MA3QF7K209", under="Both check digits verified"),
            facts.Fact("Legal rep.", "Mr. Zhao"),
            facts.Fact("Quality officer", "Ms. Chen", "CQO since 2025-06"),
            facts.Fact("Address", "18 Gongye 2nd Rd, East District"),
        )
    )
    identity.body.addWidget(list_)
    identity.body.addStretch(1)
    row.addWidget(identity, 1)
    rows = work.WorkList(theme, "findings")
    rows.set_rows(
        (
            Group("o", "逾期", "2", "可转立案", overdue=True, folded=False),
            Work(
                "1",
                "叉车司机无证上岗",
                "和顺机械制造・特令〔2026〕9号",
                chip=LATE,
                photos=(sketch(1), None),
                to_take="待拍",
            ),
            Group("w", "待复查", "2", "报告收到后 10 个工作日内", folded=False),
            Work(
                "2",
                "机房控制柜线路裸露",
                "金桥商业广场・特令〔2026〕11号",
                chip=chips.Chip("还有 8 个工作日", "mute", "", 0.2),
                photos=(sketch(1), sketch(0)),
            ),
            Work("3", "蒸汽锅炉压力表超检定期", "东原一中食堂", photos=(sketch(0), sketch(1))),
            Group("c", "已关闭", "79", "本季", folded=True),
        ),
        selected="2",
    )
    row.addWidget(rows, 2)
    column.addLayout(row, 2)
    row = QHBoxLayout()
    empty = card.Card(theme)
    empty.body.addWidget(bars.EmptyState(theme, "today", "今日没有到期事项", "新建检查"))
    row.addWidget(empty, 1)
    ask = dialog.Confirm(
        theme, "作废文号 38？", "作废后不能再用，台账里会写明原因。", "作废", danger=True
    )
    ask.setWindowFlags(Qt.WindowType.Widget)
    row.addWidget(ask, 1)
    column.addLayout(row, 1)
    window = framed(theme, "sites", page)
    window.findChild(nav.NavColumn).set_narrow(narrow=True)
    return window


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


PAGES: dict[str, Callable[[Theme], QWidget]] = {
    "basics": basics,
    "icons": icons,
    "today": today,
    "fill": fill,
    "sign": sign,
    "issue": issue,
    "asked": asked,
    "panels": panels,
}


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
            page.activateWindow()
            QTest.qWait(20)
            if hasattr(page, "third"):
                focus.focus_as_by_keyboard(page.third.verdict)
            QTest.qWait(20)
            page.grab().save(str(out / f"{name}-{mode}.png"))
            page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
