"""Four screens of the design, put together from our components."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shell.theme import Theme
from app.widgets import (
    bars,
    buttons,
    card,
    chips,
    desk,
    drafts,
    drawer,
    facts,
    fields,
    finding,
    focus,
    frame,
    headers,
    ink,
    law,
    missing,
    outline,
    photos,
    work,
)
from app.widgets import signature as signature_pad
from app.widgets.labels import Label, Line
from app.widgets.segmented import Part, Segmented
from tests.gui.gallery_samples import (
    RECOVERED,
    SEVERITY,
    TODAY,
    VERDICT,
    WORK,
    desk_page,
    framed,
    handwriting,
    sketch,
)


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
            penalty="适用普通程序：第八十三条罚款最低10000元，超过当场罚款的上限3000元。",
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
