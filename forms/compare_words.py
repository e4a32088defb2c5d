"""What can differ between two versions of a form: how grave it is, and the sentences for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Level = Literal["harmless", "look", "breaking"]
LEVELS: Mapping[Level, tuple[str, str]] = {
    "breaking": ("不兼容", "breaking"),
    "look": ("要看一下", "look at it"),
    "harmless": ("无妨", "harmless"),
}

# code: (level, Chinese, English); {names} are filled from the facts of the difference.
SENTENCES: Mapping[str, tuple[Level, str, str]] = {
    # the whole form
    "other-form": (
        "breaking",
        "表单编号从 {old} 变成了 {new}，这是两张不同的表单",
        "The form's id was {old} and is {new}: these are two different forms",
    ),
    "kind-changed": (
        "breaking",
        "种类从 {old} 变成了 {new}，正在填写的草稿办不下去",
        "The kind was {old} and is {new}; drafts cannot go on",
    ),
    "version-not-newer": (
        "look",
        "版本 {new} 不比原来的 {old} 大，请加大版本号",
        "The version {new} is not above the earlier {old}; raise it",
    ),
    "setting-changed": (
        "look",
        "设置 {name} 从“{old}”变成了“{new}”",
        "The setting {name} was “{old}” and is “{new}”",
    ),
    "setting-words": (
        "harmless",
        "设置 {name} 从“{old}”变成了“{new}”",
        "The setting {name} was “{old}” and is “{new}”",
    ),
    "page-changed": ("harmless", "纸面 {name} 改了", "The page {name} was changed"),
    # questions, groups and repeats
    "removed": (
        "breaking",
        "“{label}”（{name}）没有了，草稿里的答案会丢失；请在 renamed（改名）工作表写明旧名称和新名称，确实不要了就写“删除”",
        "{name} is gone, answers in drafts would be lost; name its new name in the sheet renamed, or “gone”",
    ),
    "removed-meant": (
        "breaking",
        "“{label}”（{name}）按 renamed 工作表不再要了，草稿里的答案不带过来",
        "{name} is meant to be gone; answers in drafts do not come along",
    ),
    "computed-removed": ("look", "计算项 {name} 没有了", "The calculation {name} is gone"),
    "note-removed": ("harmless", "说明 {name} 没有了", "The note {name} is gone"),
    "group-removed": ("harmless", "分组 {name} 没有了", "The group {name} is gone"),
    "repeat-removed": (
        "breaking",
        "重复的一组 {name} 没有了，草稿里的各行会丢失；请在 renamed（改名）工作表写明",
        "The repeat {name} is gone and its rows in drafts would be lost",
    ),
    "renamed": ("look", "{old} 改名为 {new}", "{old} is now called {new}"),
    "renamed-together": (
        "breaking",
        "{old} 都改名为 {new}，草稿里的几个答案放不进一处",
        "{old} all became {new}; several answers of a draft cannot share one place",
    ),
    "type-changed": (
        "breaking",
        "“{label}”（{name}）的类型从 {old} 变成了 {new}",
        "The type of {name} was {old} and is {new}",
    ),
    "moved-into-repeat": (
        "breaking",
        "“{label}”（{name}）移进了重复的一组 {new}",
        "{name} was moved into the repeat {new}",
    ),
    "moved-out-of-repeat": (
        "breaking",
        "“{label}”（{name}）移出了重复的一组 {old}",
        "{name} was moved out of the repeat {old}",
    ),
    "moved-between-repeats": (
        "breaking",
        "“{label}”（{name}）从重复的一组 {old} 移到了 {new}",
        "{name} was moved from the repeat {old} to {new}",
    ),
    "moved-group": (
        "look",
        "“{label}”（{name}）从分组 {old} 移到了 {new}",
        "{name} was moved from the group {old} to {new}",
    ),
    "order": ("harmless", "{name} 里面的次序改了", "The order inside {name} was changed"),
    "added": ("harmless", "新的选填问题“{label}”（{name}）", "{name} is a new optional question"),
    "added-required": (
        "look",
        "新的必填问题“{label}”（{name}），正在填写的草稿要补填",
        "{name} is a new required question; drafts must answer it too",
    ),
    "computed-added": ("harmless", "新的计算项 {name}", "{name} is a new calculation"),
    "group-added": ("harmless", "新的分组 {name}", "{name} is a new group"),
    "repeat-added": ("harmless", "新的重复的一组 {name}", "{name} is a new repeat"),
    "label": ("harmless", "{name} 的标签改了", "The label of {name} was changed"),
    "hint": ("harmless", "{name} 的提示改了", "The hint of {name} was changed"),
    "message": ("harmless", "{name} 的出错提示改了", "A message of {name} was changed"),
    "looks": ("harmless", "{name} 的外观改了", "The appearance of {name} was changed"),
    "default": ("harmless", "{name} 的默认值改了", "The default of {name} was changed"),
    "now-required": (
        "look",
        "“{label}”（{name}）变成了必填，正在填写的草稿要补填",
        "{name} is required now; drafts must answer it too",
    ),
    "no-longer-required": ("harmless", "{name} 不再必填", "{name} is no longer required"),
    "required-changed": (
        "look",
        "{name} 的必填条件从 {old} 变成了 {new}",
        "{name} was required when {old} and is when {new}",
    ),
    "relevance-changed": (
        "look",
        "{name} 的显示条件从“{old}”变成了“{new}”",
        "{name} was shown when “{old}” and is when “{new}”",
    ),
    "constraint-wider": (
        "harmless",
        "{name} 的约束放宽了：原来 {old}，现在 {new}",
        "The constraint of {name} is wider: it was {old} and is {new}",
    ),
    "constraint-narrower": (
        "look",
        "{name} 的约束收紧了：原来 {old}，现在 {new}；草稿里的答案可能不再合格",
        "The constraint of {name} is narrower: it was {old} and is {new}; check the drafts",
    ),
    "constraint-changed": (
        "look",
        "{name} 的约束从 {old} 变成了 {new}",
        "The constraint of {name} was {old} and is {new}",
    ),
    "calculation-changed": (
        "look",
        "{name} 的计算从“{old}”变成了“{new}”",
        "{name} was calculated as “{old}” and is as “{new}”",
    ),
    "trigger-changed": (
        "look",
        "{name} 什么时候由别处填写改了",
        "When and how {name} is filled in by others was changed",
    ),
    "readonly-changed": (
        "look",
        "{name} 的只读条件从“{old}”变成了“{new}”",
        "{name} was read-only when “{old}” and is when “{new}”",
    ),
    "count-changed": (
        "look",
        "{name} 的行数从“{old}”变成了“{new}”",
        "The rows of {name} were “{old}” and are “{new}”",
    ),
    "meaning-changed": (
        "look",
        "{name} 的 {attribute} 从“{old}”变成了“{new}”",
        "{attribute} of {name} was “{old}” and is “{new}”",
    ),
    # choices
    "list-changed": (
        "look",
        "{name} 的选项从 {old} 变成了 {new}",
        "The choices of {name} came from {old} and come from {new}",
    ),
    "filter-changed": (
        "look",
        "{name} 的选项筛选改了",
        "The choices of {name} are filtered another way",
    ),
    "choice-removed": (
        "look",
        "选项表 {list} 没有了“{label}”（{name}）",
        "{name} is no longer among the choices of {list}",
    ),
    "choice-added": ("harmless", "选项表 {list} 多了 {name}", "{name} is a new choice of {list}"),
    "choice-label": (
        "harmless",
        "选项表 {list} 里 {name} 的标签改了",
        "The label of {name} in {list} was changed",
    ),
    "choice-meaning": (
        "look",
        "选项表 {list} 里 {name} 的其他列改了（问题项、筛选用的列）",
        "Other columns of {name} in {list} were changed (finding, or what filters use)",
    ),
    "choice-order": (
        "harmless",
        "选项表 {list} 的次序改了",
        "The order of the choices of {list} was changed",
    ),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between an old and a new version.

    ``path`` is the storage path in the new form (in the old one for what is gone),
    ``choices/LIST``, ``settings/NAME`` or the name of a page; ``code`` a key of ``SENTENCES``,
    ``facts`` what fills its sentence.
    """

    level: Level
    path: str
    code: str
    facts: Mapping[str, str]

    def sentence(self, language: str = "zh") -> str:
        """The difference in Chinese (``zh``) or English."""
        _, chinese, english = SENTENCES[self.code]
        return (chinese if language == "zh" else english).format_map(self.facts)

    def line(self, language: str = "zh") -> str:
        """Level, place and sentence on one line."""
        chinese, english = LEVELS[self.level]
        if language == "zh":
            return f"【{chinese}】{self.path}：{self.sentence('zh')}"
        return f"[{english}] {self.path}: {self.sentence('en')}"


def difference(code: str, path: str, **facts: str) -> Difference:
    """A difference with the level its code has."""
    return Difference(SENTENCES[code][0], path, code, facts)
