"""Every way of choosing on one page of the gallery: grids, scales, tiles, ticks and chips."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shell.theme import Theme
from app.widgets import card, questions
from app.widgets.questions.grid import Grid, head_of, row_of
from forms.model import Question
from forms.state import Option, Problem, State
from tests.gui.gallery_samples import TODAY, framed

HELPERS = questions.Helpers(TODAY)
DEGREES = tuple(
    Option(str(place), words)
    for place, words in enumerate(("完全符合", "基本符合", "部分符合", "不符合", "未涉及"), 1)
)
AREAS = tuple(
    Option(each, each)
    for each in ("原料库", "成品库", "机加工车间", "喷涂车间", "总装线", "检验室", "档案室", "食堂")
)
LINES = (
    ("原料进货查验记录齐全", "1", ""),
    ("生产工艺与备案文件一致，关键工序有记录并由当班负责人签字", "2", ""),
    ("出厂检验项目无遗漏", "", "请选择一项后再继续。"),
    ("不合格品有隔离区和处置记录", "4", ""),
)


def shown(kind: str, label: str, value: str = "", **more: object) -> State:
    """A state to show."""
    own = ("appearance", "attributes")
    made = {key: str(more.pop(key)) for key in own if key in more}
    asked = Question("/q", "q", kind, **made)  # type: ignore[arg-type]  # only words here
    choices = more.pop("choices", DEGREES)
    chosen = tuple(Option(one, one) for one in value.split())
    facts = {"required": False, "readonly": False, "error": None, "hint": "", **more}
    return State(
        "/q",
        asked,
        value,
        value,
        relevant=True,
        label=label,
        choices=choices,
        chosen=chosen,
        **facts,
    )  # type: ignore[arg-type]  # facts of a state


def grid(theme: Theme, kind: str, *, readonly: bool = False) -> Grid:
    """Four questions with the same choices."""
    made = Grid(theme, head_of(theme, shown(kind, "符合程度", appearance="label"), HELPERS))
    for label, value, sentence in LINES:
        wrong = Problem("/q", "required", sentence, "", "") if sentence and not readonly else None
        several = f"{value} 3" if kind == "select_multiple" and value else value
        row = shown(kind, label, several, error=wrong, readonly=readonly, required=bool(sentence))
        made.add(row_of(theme, row, HELPERS))
    return made


def choices(theme: Theme) -> QWidget:
    """Grids at the left, single questions at the right."""
    page = QWidget()
    columns = QHBoxLayout(page)
    columns.setContentsMargins(24, 16, 24, 16)
    columns.setSpacing(16)
    left = QVBoxLayout()
    left.setSpacing(12)
    left.addWidget(grid(theme, "select_one"))
    left.addWidget(grid(theme, "select_multiple", readonly=True))
    left.addStretch(1)
    right = card.Card(theme)
    right.body.setContentsMargins(16, 12, 16, 12)
    right.body.setSpacing(12)
    for state in (
        shown("select_one", "总体评价", "2", appearance="likert"),
        shown(
            "select_multiple",
            "现场查看的部位",
            "原料库 总装线",
            choices=AREAS,
            appearance="no-buttons columns-pack",
        ),
        shown(
            "select_multiple",
            "提取的材料",
            "原料库 检验室 档案室",
            choices=AREAS,
            appearance="minimal",
        ),
        shown(
            "select_multiple",
            "涉及的产品",
            "儿童自行车 婴儿学步车 电动滑板车",
            appearance="autocomplete",
        ),
        shown("select_one", "作业区域", "喷涂车间", choices=AREAS, appearance="columns-3"),
        shown("select_one", "所属街道", choices=(), appearance="minimal"),
    ):
        right.body.addWidget(questions.make(theme, state, HELPERS))
    right.body.addStretch(1)
    columns.addLayout(left, 3)
    columns.addWidget(right, 2)
    return framed(theme, "cases", page)
