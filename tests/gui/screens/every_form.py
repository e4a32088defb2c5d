"""A form with every kind of question in the looks the standard names, as a clerk would write it."""

from forms.publish import publish
from tests.gui.screens.choosing_form import begun_with

HEAD = (
    "| survey |\n"
    "|  | type | name | label::中文 (zh) | appearance | parameters | constraint "
    "| guidance_hint::中文 (zh) | readonly | default |\n"
)
ROWS = """
begin group;texts;文字
text;one;一行文字;;;string-length(.) <= 10;与营业执照一致
text;several;几行文字;multiline
text;page;网址;url
text;fixed;固定文字;;;;;yes;默认值
barcode;code;条码
acknowledge;told;已告知权利
end group
begin group;numbers;数字和时间
integer;count;件数;counter
decimal;money;货值;thousands-sep
range;slide;温度;;start=-10 end=40 step=0.5
range;nine;九级评分;rating;start=1 end=9 step=1
date;day;日期
date;month;月份;month-year
date;year;年份;year
time;clock;时刻
dateTime;moment;起始时间
end group
begin group;choosing;选择
select_one level;side;并排
select_one level;drop;下拉;minimal
select_one level;found;检索;autocomplete
select_one level;columns;分列;columns-2
select_one level;scale;量表;likert
select_one level;tiles;方块;no-buttons
select_one long;five;五个较长的
select_one extra or_other;what;种类
select_multiple extra or_other;these;有哪些
rank level;order;排序
end group
begin group;things;材料和地点
image;photo;照片
image;hand;签名;signature
audio;talk;录音
file;report;报告
geopoint;spot;取样点
geotrace;pipe;管线
end group
"""
CHOICES = """
| choices |
|  | list_name | name | label::中文 (zh) |
|  | level | high | 完全符合 |
|  | level | low | 不符合 |
|  | long | a | 生产许可证已过期 |
|  | long | b | 生产许可证被吊销 |
|  | long | c | 生产许可证未取得 |
|  | long | d | 生产许可证未换发 |
|  | long | e | 生产许可证未变更 |
|  | extra | toy | 玩具 |
|  | extra | bike | 童车 |
| settings |
|  | form_title | form_id | version | kind | layout | signers | effective_from | default_language |
|  | 各类题试用表 | every | 1 | record | table | inspector-1 | 2026-09-01 | 中文 (zh) |
| print |
|  | block | text | when | style |
|  | title | 各类题试用表 | | |
|  | fields | 已告知 = ${told} ;; 固定 = ${fixed} | | |
|  | fields | 月份 = ${month} ;; 年份 = ${year} | | |
|  | fields | 种类 = ${what} ;; 有哪些 = ${these} | | |
|  | photos | | | |
|  | sign | 检查人员 = inspector-1 | | |
"""


def workbook():
    """The form as Markdown tables."""
    lines = (line.split(";") for line in ROWS.strip().splitlines())
    rows = "".join(f"|  | {' | '.join([*cells, *[''] * (9 - len(cells))])} |\n" for cells in lines)
    return HEAD + rows + CHOICES


def begun(run):
    """A fresh paper of that form on the screen."""
    return begun_with(run, publish(workbook().encode(), "every.md"))
