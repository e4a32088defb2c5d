"""The components by themselves: basics, icons, questions and panels."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shell.theme import ICONS, Theme
from app.widgets import (
    bars,
    buttons,
    card,
    chips,
    dates,
    dialog,
    facts,
    fields,
    headers,
    labelled,
    nav,
    questions,
    targets,
    work,
)
from app.widgets.labels import Icon, Label
from app.widgets.segmented import Part, Segmented, Verdict
from app.widgets.work_rows import Group, Work
from forms.model import Question
from forms.state import Option, Problem, State
from tests.gui.gallery_samples import (
    LATE,
    SIZE,
    TODAY,
    framed,
    sketch,
)


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
        ("range", "3.5", {"parameters": {"start": "0", "end": "5", "step": "0.5"}}),
        ("range", "", {"parameters": {"start": "0", "end": "100"}, "hint": "尚未回答"}),
        ("range", "4", {"appearance": "rating", "parameters": {"start": "1", "end": "5"}}),
        ("rank", "单据 照片", {"choices": some}),
        ("geopoint", "35.05 118.35 61 4", {}),
    )
    for start in (0, 6, 11, 17):
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
            own = ("appearance", "attributes", "parameters")
            made = {key: more.pop(key) for key in own if key in more}
            question = Question("/q", "q", kind, **made)
            state = State("/q", question, value, **{**facts_, **more})
            holder.body.addWidget(questions.make(theme, state, helpers))
        holder.body.addStretch(1)
        column.addWidget(holder, 1)
    return framed(theme, "cases", page)


def places(theme: Theme) -> QWidget:
    """Points, lines and areas: empty, half typed, measured, too rough, read-only."""
    page = QWidget()
    column = QHBoxLayout(page)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(16)
    helpers = questions.Helpers(TODAY)
    bounds = {"unacceptableAccuracyThreshold": "50"}
    yard = (
        "35.0512 118.3465; 35.0521 118.3465; 35.0523 118.3478; 35.0513 118.3480; 35.0512 118.3465"
    )
    rows = (
        ("geopoint", "", "取样地点", {}),
        ("geopoint", "35.05 118.35 61 4.5", "取样地点", {}),
        ("geopoint", "35.05 118.35 61 80", "取样地点", {"parameters": bounds}),
        ("geopoint", "35.05 118.35 61 4.5", "只读地点", {"readonly": True}),
        ("geoshape", yard, "堆场范围", {}),
        ("geotrace", "35.05 118.35; 35.06 ?", "管线走向", {}),
    )
    for start, end in ((0, 4), (4, 6)):
        holder = card.Card(theme)
        holder.body.setContentsMargins(16, 12, 16, 12)
        holder.body.setSpacing(12)
        for kind, value, label, more in rows[start:end]:
            question = Question("/q", "q", kind, parameters=more.get("parameters", {}))
            readonly = bool(more.get("readonly"))
            shown = State("/q", question, value, value, True, False, readonly, None, label, "")
            holder.body.addWidget(questions.make(theme, shown, helpers))
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


def progress(theme: Theme) -> QWidget:
    """Targets of a campaign: nothing done, half, reached, exceeded, a name of two lines."""
    page = QWidget()
    page.setFixedWidth(620)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 16, 24, 16)
    whole = card.Card(theme)
    for name, owner, done, wanted in (
        ("骨干企业质量强企调研", "质量发展科", 0, 60),
        ("特种设备安全大检查", "特种设备科", 18, 40),
        ("惠民计量进社区", "计量科", 8, 8),
        ("12315现场咨询", "", 7, 4),
        ("农资、建材、汽配监督抽查和学校周边纤维制品检查", "产品质量监督科", 19, 32),
    ):
        row = targets.TargetRow(theme)
        row.set_target(name, owner, done, wanted)
        whole.add_row(row)
    column.addWidget(whole)
    return page
