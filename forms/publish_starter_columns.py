"""The columns of a new workbook: caption, what goes there in both languages, width, drop-down."""

from collections.abc import Mapping
from dataclasses import dataclass

from forms.publish_headings import BLOCKS, STEPS, TYPES, VALUES, YES


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``choices`` drop down; ``only`` says that nothing else may stand there."""

    caption: str
    chinese: str
    english: str
    width: int = 14
    choices: tuple[str, ...] = ()
    only: bool = False


_YES_NO = tuple(YES)
_PAGE = (
    Column("块", "这一段是什么，从下拉列表里选。", "What this part of the page is; choose from the list.", 12, tuple(BLOCKS), only=True),
    Column("文字", "印出来的文字；${名称} 处印答案，“标题 = 内容”写成一栏。", "The printed words; ${name} prints an answer, “label = text” makes a cell.", 70),
    Column("条件", "什么时候印，例如 ${mode} = 'by'；空着就总是印。", "When it is printed, for instance ${mode} = 'by'; empty means always.", 26),
    Column("样式", "样子的变化，多数的块空着就行。", "A variation of its looks; most blocks need none.", 12),
)  # fmt: skip

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "survey": (
        Column("类型", "问题的类型，从下拉列表里选；单选、多选后面空一格写选项表的名字。", "The type of question; after 单选 or 多选 write a space and the name of the choice list.", 20, tuple(TYPES)),
        Column("名称", "问题的代号，用字母、数字和下划线；定下来就不再改。", "The question's name in letters, digits and underlines; it never changes again.", 18),
        Column("标签::中文", "屏幕上问的话。", "What the screen asks, in Chinese.", 30),
        Column("标签::英文", "屏幕上问的话的英文。", "What the screen asks, in English.", 30),
        Column("提示::中文", "帮助填写的一句话，可以空着。", "A sentence of help in Chinese, if any.", 24),
        Column("提示::英文", "帮助填写的英文，可以空着。", "A sentence of help in English, if any.", 24),
        Column("必填", "填“是”就必须回答，也可以写条件。", "是 means it must be answered; a condition may stand here too.", 8, _YES_NO),
        Column("显示条件", "什么时候才问，例如 ${mark} = 'no'；空着就总是问。", "When it is asked, for instance ${mark} = 'no'; empty means always.", 24),
        Column("约束", "怎样的答案才对，句点代表答案，例如 . >= 1。", "Which answers may stand; the dot is the answer, for instance . >= 1.", 20),
        Column("约束提示::中文", "答案不对时显示的话。", "What is said about a wrong answer, in Chinese.", 26),
        Column("约束提示::英文", "答案不对时显示的英文。", "What is said about a wrong answer, in English.", 26),
        Column("外观", "输入框的样子，例如 multiline（多行）、horizontal（横排）。", "How it looks, for instance multiline or horizontal.", 14),
        Column("默认值", "一开始就填好的答案。", "The answer it starts with."),
        Column("只读", "填“是”就只能看，不能改。", "是 means it can be seen but not changed.", 8, _YES_NO),
        Column("计算", "“计算”类型的算式，例如 ${lot} - ${taken}。", "The formula of a 计算, for instance ${lot} - ${taken}.", 24),
        Column("触发", "哪个问题的答案变了就重新计算，例如 ${enterprise}。", "The question whose change calculates it again, for instance ${enterprise}."),
        Column("重复次数", "“开始重复”固定有几行，可以写算式；空着就由填写人加行。", "How many rows a 开始重复 has; empty lets people add them."),
        Column("选项筛选", "只显示选项表里符合条件的行。", "Only the choices that meet this condition are shown.", 20),
        Column("参数", "类型的参数，例如 max-pixels=1600。", "Parameters of the type, for instance max-pixels=1600."),
        Column("写回", "答案写回登记簿的哪一列，要配合 entities 工作表。", "The register's column the answer is written back to; needs the sheet entities."),
        Column("法律", "答“不合格”时违反的条文编号，例如 product-quality-law:27。", "The key of the article an adverse answer breaks, for instance product-quality-law:27.", 26),
        Column("严重程度", "答“不合格”时建议的严重程度。", "The severity proposed for an adverse answer.", 12, tuple(VALUES["survey", "bind::xj:severity"])),
        Column("措施", "建议的措施，例如 correct-by（责令限期改正）。", "The measure proposed, for instance correct-by.", 16, ("guide", "correct-now", "correct-by", "send-test", "file-case")),
        Column("保密", "填“是”的答案不打印、不导出、完成后屏幕上遮住，例如举报人；问题要放在名称是 confidential 的组里。", "是 keeps the answer off pages, exports and the finished screen; the question stands in a group named confidential.", 8, _YES_NO),
        Column("检查项", "检查项目表里的编号，例如 CQ-01；一个问题管几项的用空格隔开。", "The code in the table of check items, for instance CQ-01; several are parted by spaces.", 12),
        Column("期限", "从哪个期限算起，例如 rectify-deadline。", "The period it starts, for instance rectify-deadline.", 18),
    ),
    "choices": (
        Column("选项表", "选项表的名字，同一张表的每一行都写。", "The name of the choice list, in every row of it.", 16),
        Column("名称", "选项的代号，用字母和数字；定下来就不再改。", "The choice's name in letters and digits; it never changes again."),
        Column("标签::中文", "屏幕上的选项。", "The choice as shown, in Chinese.", 24),
        Column("标签::英文", "选项的英文。", "The choice as shown, in English.", 24),
        Column("问题项", "填“是”的选项一选就记为发现的问题。", "是 makes a finding whenever this choice is chosen.", 10, _YES_NO, only=True),
    ),
    "settings": (
        Column("表单名称", "表单的名称，只填第 2 行。", "The name of the form; only row 2 is filled in.", 22),
        Column("英文名称", "表单的英文名称。", "The name of the form in English.", 24),
        Column("表单编号", "表单的代号，用小写字母、数字和连字符；定下来就不再改。", "The id in small letters, digits and hyphens; it never changes again.", 18),
        Column("版本", "版本号，只用数字，改一次加一次，例如 2026090101。", "The version in digits, larger with every change, for instance 2026090101."),
        Column("默认语言", "先显示哪种语言，一般是 中文 (zh)。", "The language shown first, usually 中文 (zh).", 12),
        Column("命名空间", "照原样保留；“法律”“严重程度”等列要用。", "Leave it as it is; the columns on law and severity need it.", 26),
        Column("样式", "pages 一组一屏；空着全部在一屏。", "pages shows a group a screen; empty shows all on one.", 10),
        Column("记录名称", "清单里怎样称呼一份记录，例如 ${party_name}。", "How a record is called in lists, for instance ${party_name}.", 20),
        Column("种类", "记录可以改到办结为止；文书有文号，签发后不能再改。", "A record can be changed until it is finished; a document is numbered and then fixed.", 10, tuple(VALUES["settings", "kind"]), only=True),
        Column("文号字", "文书文号里的字，例如 责改；记录空着。", "The word in a document's number, for instance 责改; records have none.", 10),
        Column("文号样式", "文号的写法，可以空着。", "How the number is written; may be empty.", 26),
        Column("份数", "谁留几份，例如 送达当事人=2; 归档=1。", "Who keeps how many copies, for instance 送达当事人=2; 归档=1.", 20),
        Column("份数::英文", "份数的英文。", "The same in English.", 20),
        Column("签名", "谁要签名，用空格分开；问号表示可以不签。", "Who must sign, parted by spaces; a question mark means may.", 32),
        Column("版式", "公文（信函样）、表格或者标签。", "公文 is a letter, 表格 a table, 标签 a label.", 10, tuple(VALUES["settings", "layout"]), only=True),
        Column("依据", "规定这张表的条文编号，可以空着。", "The keys of the articles that prescribe the paper, if any.", 24),
        Column("施行日期", "从哪天起用，例如 2026-09-01。", "The day it holds from, for instance 2026-09-01."),
    ),
    "entities": (
        Column("登记簿", "写回哪个登记簿，例如 enterprises；不写回就整张表空着。", "The register written back to, for instance enterprises; leave the sheet empty otherwise.", 18),
        Column("标签", "新条目的名称，例如 ${party_name}。", "The name of a new entry, for instance ${party_name}.", 24),
        Column("条目编号", "更新哪一条，例如 ${enterprise}。", "The entry to change, for instance ${enterprise}.", 24),
        Column("新建条件", "什么时候新建一条。", "When a new entry is made.", 24),
        Column("更新条件", "什么时候更新原来的一条。", "When the entry is changed.", 24),
    ),
    "print": _PAGE,
    "label": _PAGE,
    "tests": (
        Column("测试", "测试的名称，写在第一行，下面的行空着就接着这个测试。", "The test's name in its first row; rows below without a name go on with it.", 24),
        Column("步骤", "做什么或者查什么，从下拉列表里选。", "What is done or looked at; choose from the list.", 12, tuple(STEPS), only=True),
        Column("名称", "哪个问题，写它的代号。", "The question, by its name.", 20),
        Column("值", "填什么答案，或者应当是什么。", "The answer given, or what must come out.", 40),
    ),
    "renamed": (
        Column("旧名称", "上一版里的名称。第一版的表单空着。", "The name in the version before; a first version has none.", 20),
        Column("新名称", "现在的名称；不再问了就写“删除”。", "The name it has now; 删除 when it is not asked any more.", 20),
    ),
}  # fmt: skip
