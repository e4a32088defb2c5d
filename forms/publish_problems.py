"""What can be wrong with a workbook, as facts and as one Chinese and one English sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

# code: (Chinese, English); {names} are filled from the facts of the problem.
SENTENCES: Mapping[str, tuple[str, str]] = {
    # the file
    "file-missing": (
        "找不到文件 {file}，请检查路径",
        "There is no file {file}; check the path",
    ),
    "file-unreadable": (
        "无法读取文件 {file}，请确认它没有被其他程序打开，并且有读取权限",
        "The file {file} cannot be read; check that it is not open elsewhere and may be read",
    ),
    "file-too-large": (
        "工作簿有 {size} MB，最多允许 {limit} MB；请删去图片和多余的工作表",
        "The workbook has {size} MB, at most {limit} MB are allowed; remove pictures and spare sheets",
    ),
    "file-kind": (
        "不认识的文件类型 {kind}；请用 .xlsx、.xls、.csv 或者 .md",
        "Unknown kind of file {kind}; use .xlsx, .xls, .csv or .md",
    ),
    "file-damaged": (
        "这不是完好的 Excel 工作簿，请用表格软件打开后另存为 .xlsx",
        "This is not a sound Excel workbook; open it in a spreadsheet program and save it as .xlsx",
    ),
    "file-locked": (
        "工作簿设有打开密码，请去掉密码后再试",
        "The workbook opens only with a password; remove the password and try again",
    ),
    "file-bomb": (
        "工作簿解压后有 {size} MB，超过 {limit} MB 的限度，拒绝打开",
        "Unpacked, the workbook has {size} MB, above the limit of {limit} MB; it is not opened",
    ),
    "list-damaged": (
        "随表单的清单读不下去（{reason}），请检查文件",
        "The list that goes with the form cannot be read ({reason}); check the file",
    ),
    "media-too-large": (
        "标签上的图片或录音超过 {limit} MB 的限度，请先缩小再发布",
        "The picture or sound of a label is above the limit of {limit} MB; make it smaller first",
    ),
    "file-encoding": (
        "文字不是 UTF-8 编码，请另存为 UTF-8",
        "The text is not UTF-8; save it as UTF-8",
    ),
    "file-encoding-csv": (
        "CSV 文件的文字既不是 UTF-8 也不是 GB18030 编码，请另存为 UTF-8",
        "The text of the CSV file is neither UTF-8 nor GB18030; save it as UTF-8",
    ),
    "file-csv": (
        "从这一行起读不下去：引号没有成对，或者引号后面多了字",
        "The file cannot be read from this row on: a quote is not closed, or words follow its end",
    ),
    "too-many-sheets": (
        "工作簿有 {count} 张工作表，最多允许 {limit} 张",
        "The workbook has {count} sheets, at most {limit} are allowed",
    ),
    "too-many-columns": (
        "工作表有 {count} 列或者更多，最多允许 {limit} 列；请删去多余的列",
        "The sheet has {count} columns or more, at most {limit} are allowed; remove the spare ones",
    ),
    "too-many-rows": (
        "工作表的行数超过 {limit} 行；请删去多余的行，长名单请用外部列表",
        "The sheet has more than {limit} rows; remove spare ones and keep long lists outside",
    ),
    "cell-too-long": (
        "单元格有 {count} 个字，最多允许 {limit} 个",
        "The cell holds {count} characters, at most {limit} are allowed",
    ),
    "sheet-missing": (
        "缺少工作表 {name}",
        "The sheet {name} is missing",
    ),
    "sheet-twice": (
        "工作表 {name} 出现了两次，请合并",
        "The sheet {name} is there twice; merge them",
    ),
    "heading-twice": (
        "列标题 {name} 出现了两次，请删去一列",
        "The heading {name} is there twice; remove one column",
    ),
    "cell-without-heading": (
        "这一格上面没有列标题，请补上标题或者清空这一格",
        "There is no heading above this cell; add one or empty the cell",
    ),
    # settings
    "setting-missing": (
        "缺少设置 {name}：{why}",
        "The setting {name} is missing: {why_en}",
    ),
    "setting-wrong": (
        "设置 {name} 不能是“{value}”：{why}",
        "The setting {name} cannot be “{value}”: {why_en}",
    ),
    "language-incomplete": (
        "“{name}”缺少{language}的文字",
        "“{name}” has no words in {language}",
    ),
    # the form
    "xlsform": ("{message_zh}", "{message}"),
    "too-deep": (
        "分组套了 {count} 层，最多允许 {limit} 层",
        "Groups are nested {count} deep, at most {limit} are allowed",
    ),
    "unknown-name": (
        "${{{name}}} 不是本表单里的问题，请检查写法",
        "${{{name}}} is no question of this form; check the spelling",
    ),
    "ambiguous-name": (
        "有几个问题都叫 {name}，请改成不同的名称",
        "Several questions are called {name}; give them different names",
    ),
    "expression-broken": (
        "表达式写错了：{expression}（第 {position} 个字附近）",
        "The expression is broken: {expression} (near character {position})",
    ),
    "expression-function": (
        "没有 {name} 这个函数，请检查写法：{expression}",
        "There is no function {name}; check the spelling: {expression}",
    ),
    "expression-arguments": (
        "函数 {name} 的参数个数不对：{expression}",
        "The function {name} has the wrong number of arguments: {expression}",
    ),
    "expression-axis": (
        "没有 {name} 这个轴，请检查写法：{expression}",
        "There is no axis {name}; check the spelling: {expression}",
    ),
    "expression-argument": (
        "函数 {name} 的参数不对（{reason}）：{expression}",
        "An argument of the function {name} is wrong ({reason}): {expression}",
    ),
    "expression-list": (
        "没有选项表 {name}：{expression}",
        "There is no choice list {name}: {expression}",
    ),
    "expression-prefix": (
        "前缀 {name} 没有在设置 namespaces 里声明：{expression}",
        "The prefix {name} is not declared in the setting namespaces: {expression}",
    ),
    "expression-nodes": (
        "这里要写问题的路径，不能写 {found}：{expression}",
        "A path to questions must stand here, not {found}: {expression}",
    ),
    "expression-variable": (
        "表单没有变量 ${name}，引用问题要写成 ${{…}}：{expression}",
        "Forms have no variable ${name}; name a question as ${{…}}: {expression}",
    ),
    "expression-deep": (
        "括号套得太深，最多 {limit} 层",
        "Parentheses are nested too deep, at most {limit}",
    ),
    "expression-long": (
        "表达式太长，最多 {limit} 个字",
        "The expression is too long, at most {limit} characters",
    ),
    "expression-wrong": (
        "表达式不能使用：{expression}（{reason}）",
        "The expression cannot be used: {expression} ({reason})",
    ),
    "cycle": (
        "计算互相引用，永远算不完：{path}；请断开其中一处",
        "The calculations refer to each other and never end: {path}; break one of them",
    ),
    "form-unreadable": (
        "表单不能使用：{reason}",
        "The form cannot be used: {reason}",
    ),
    "law-unknown": (
        "法律库里没有 {name}，请检查条文编号",
        "{name} is not in the law library; check the key",
    ),
    "law-not-citable": (
        "{name} 的条号还没有核实，不能印在文书上；请先清空这一格",
        "The article number of {name} is not confirmed and may not be printed; empty the cell",
    ),
    "clock-unknown": (
        "期限表里没有 {name}",
        "{name} is not in the table of periods",
    ),
    "severity-unknown": (
        "严重程度只能是 general（一般）、serious（较重）、major（严重），不能是 {name}",
        "The severity is general, serious or major, not {name}",
    ),
    # the sheet renamed
    "rename-incomplete": (
        "旧名称和新名称都要写",
        "Both the old and the new name must be written",
    ),
    "rename-twice": (
        "旧名称 {name} 写了两次",
        "The old name {name} is there twice",
    ),
    "rename-still-there": (
        "旧名称 {name} 仍是本表单里的问题或者分组，不能算改名",
        "The old name {name} is still in this form and cannot have been renamed",
    ),
    "rename-unknown": (
        "新名称 {name} 不是本表单里的问题或者分组",
        "The new name {name} is no question or group of this form",
    ),
    # the page
    "block-unknown": (
        "纸面没有“{name}”这种块；可以用：{known}",
        "The page has no block “{name}”; there are: {known}",
    ),
    "style-unknown": (
        "“{block}”块没有“{name}”这种样式；可以用：{known}",
        "The block “{block}” has no style “{name}”; there are: {known}",
    ),
    "slot-broken": (
        "${{…}} 没有写完整：{text}",
        "A ${{…}} is not complete: {text}",
    ),
    "slot-form": (
        "${{{name}:{form}}} 的“{form}”不认识；可以用：ticks",
        "“{form}” in ${{{name}:{form}}} is unknown; there is: ticks",
    ),
    "slot-in-rows": (
        "${{{name}}} 在可重复的 {repeat} 里，只能写在该表格或者标签的块里",
        "${{{name}}} stands in the repeat {repeat} and may only be used in its table or label",
    ),
    "cells-broken": (
        "每一格要写成“标题 = 内容”，格与格之间用 ;; 分开：{text}",
        "Write every cell as “label = value” and part cells by ;; : {text}",
    ),
    "cells-too-many": (
        "一行最多两格，这里有 {count} 格",
        "A row takes two cells at most; here are {count}",
    ),
    "repeat-unknown": (
        "{name} 不是本表单里可重复的一组",
        "{name} is no repeat of this form",
    ),
    "group-unknown": (
        "{name} 不是本表单里的分组",
        "{name} is no group of this form",
    ),
    "signer-unknown": (
        "签名位置 {name} 没有写在设置 signers 里",
        "The place to sign {name} is not in the setting signers",
    ),
    "print-empty": (
        "print 工作表没有内容，表单印不出来",
        "The sheet print is empty; the form cannot be printed",
    ),
    "block-missing": (
        "纸面缺少“{name}”块：{why}",
        "The page lacks the block “{name}”: {why_en}",
    ),
    "page-glyphs": (
        "字库里没有这些字：{characters}；请改用其他字",
        "No font has these characters: {characters}; use others",
    ),
    "page-overflow": (
        "填满较长的内容后纸面放不下：{reason}",
        "Filled with long answers the page runs over: {reason}",
    ),
    # the tests sheet
    "step-unknown": (
        "tests 工作表没有“{name}”这种步骤；可以用：{known}",
        "The sheet tests has no step “{name}”; there are: {known}",
    ),
    "step-impossible": (
        "测试“{test}”做不下去：{reason}",
        "The test “{test}” cannot go on: {reason}",
    ),
    "test-failed": (
        "测试“{test}”没有通过：{step} {name} 应为“{expected}”，实为“{actual}”",
        "The test “{test}” failed: {step} {name} should be “{expected}” and is “{actual}”",
    ),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: where it is (1-based ``row`` as the spreadsheet shows it, 0 = the sheet).

    ``code`` is a key of ``SENTENCES``; ``facts`` what fills its sentence.
    """

    sheet: str
    row: int
    column: str
    code: str
    facts: Mapping[str, str]
    message_zh: str
    message_en: str

    def line(self, language: str = "zh") -> str:
        """Place and sentence on one line, in Chinese (``zh``) or English."""
        if language == "zh":
            spots = (
                f"工作表 {self.sheet}" if self.sheet else "",
                f"第 {self.row} 行" if self.row else "",
                f"{self.column} 列" if self.column else "",
            )
            return "，".join((*(spot for spot in spots if spot), "")) + self.message_zh
        spots = (
            f"sheet {self.sheet}" if self.sheet else "",
            f"row {self.row}" if self.row else "",
            f"column {self.column}" if self.column else "",
        )
        place = ", ".join(spot for spot in spots if spot)
        return f"{place}: {self.message_en}" if place else self.message_en


class PublishError(Exception):
    """A workbook that cannot be published; ``problems`` says everything found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.line("en") for problem in problems))
        self.problems = problems


def problem(
    code: str,
    sheet: str = "",
    row: int = 0,
    column: str = "",
    *,
    facts: Mapping[str, object] | None = None,
    **more: object,
) -> Problem:
    """A problem with its sentences filled in from ``facts`` and the named ones."""
    texts = {name: str(fact) for name, fact in {**(facts or {}), **more}.items()}
    chinese, english = SENTENCES[code]
    return Problem(
        sheet, row, column, code, texts, chinese.format_map(texts), english.format_map(texts)
    )
