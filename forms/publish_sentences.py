"""The sentences about files, sheets, settings and single rows of a workbook."""

from collections.abc import Mapping

# code: (Chinese, English); {names} are filled from the facts of the problem.
OF_WORKBOOK: Mapping[str, tuple[str, str]] = {
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
    "media-too-large": (
        "标签上的图片或录音超过 {limit} MB 的限度，请先缩小再发布",
        "The picture or sound of a label is above the limit of {limit} MB; make it smaller first",
    ),
    "media-too-much": (
        "标签上的图片、录音和视频合计超过 {limit} MB 的限度，请先缩小或者去掉一些",
        "The files of the labels are above {limit} MB together; make them smaller or remove some",
    ),
    "list-missing": (
        "找不到名单 {name}：请把它放在工作簿 {file} 旁边，或者改用登记簿（enterprises、equipment、products、inspectors、people、laws）",
        (
            "There is no list {name}: put it beside the workbook {file}, or ask a register "
            "(enterprises, equipment, products, inspectors, people, laws)"
        ),
    ),
    "list-damaged": (
        "随表单的清单读不下去（{reason}），请检查文件",
        "The list that goes with the form cannot be read ({reason}); check the file",
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
        "工作表最多 {limit} 行，这一行还有内容；请删去多余的行，长名单请用外部列表",
        "The sheet has more than {limit} rows; remove spare ones and keep long lists outside",
    ),
    "cell-too-long": (
        "单元格有 {count} 个字，最多允许 {limit} 个",
        "The cell holds {count} characters, at most {limit} are allowed",
    ),
    "sheet-missing": (
        "缺少工作表 {name}，请补上",
        "The sheet {name} is missing; add it",
    ),
    "sheet-twice": (
        "工作表“{first}”和“{name}”是同一种，只能有一张，请合并",
        "The sheets “{first}” and “{name}” mean the same; merge them",
    ),
    "sheet-empty": (
        "这张工作表是空的；第一行写列标题，下面每行写一个问题",
        "The sheet is empty; write the headings in its first row and a question in each below",
    ),
    "csv-without-sheets": (
        "CSV 文件里没有表名：每张表先用一行在第一列写表名，下面各行从第二列写起；也可以直接用 .xlsx",
        "The CSV names no sheet: write its name in a row of its own, all else from column 2; or use .xlsx",
    ),
    "cell-characters": (
        "第 {position} 个字是看不见的控制字符（{code}），请把这一格重新输入一遍",
        "Character {position} is an invisible control character ({code}); type the cell anew",
    ),
    "cell-failed": (
        "这一格的公式出错了（{text}），请改成文字",
        "The formula of this cell failed ({text}); write the text itself",
    ),
    "heading-row": (
        "这一行应当是列标题（例如 {example}），写的却是“{text}”；标题上面的行请删去，标题要横着写",
        "Headings must stand here (as {example}), not “{text}”; remove the rows above them",
    ),
    "heading-unknown": (
        "不认识的列标题“{name}”{hint}；写给自己看的列，标题请以“备注”开头",
        "Unknown heading “{name}”{hint}; begin a column of remarks with “note”",
    ),
    "heading-name": (
        "列标题“{name}”不能用：要以文字开头，不能有标点，筛选时要写它",
        "The heading “{name}” will not do: begin with a letter, without signs; filters write it",
    ),
    "column-missing": (
        "缺少“{name}”列，请补上这个列标题",
        "The column “{name}” is missing; add its heading",
    ),
    "settings-rows": (
        "设置只写一行，从这一行起不会被用到；请删去",
        "The settings have one row only; remove this one",
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
        "缺少设置“{name}”：{why}",
        "The setting {name} is missing: {why_en}",
    ),
    "setting-wrong": (
        "设置“{name}”不能是“{value}”：{why}",
        "The setting {name} cannot be “{value}”: {why_en}",
    ),
    "language-incomplete": (
        "“{name}”缺少 {language} 的文字，两种语言都要写",
        "“{name}” has no words in {language}",
    ),
    # rows of survey and choices
    "type-missing": (
        "这一行没有写类型；请从下拉列表里选一种，或者清空这一行",
        "This row has no type; choose one or empty the row",
    ),
    "type-unknown": (
        "没有“{type}”这种类型{hint}",
        "There is no type “{type}”{hint}",
    ),
    "list-unnamed": (
        "单选、多选后面要空一格，再写选项表的名称，例如 单选 verdict",
        "Write a space and the name of a choice list behind it, for instance select_one verdict",
    ),
    "list-unknown": (
        "choices（选项）工作表里没有选项表“{name}”；有的是：{known}",
        "The sheet choices has no list “{name}”; there are: {known}",
    ),
    "name-missing": (
        "缺少名称：请给这一行起一个代号，用字母、数字和下划线",
        "The name is missing: give the row one of letters, digits and underlines",
    ),
    "name-wrong": (
        "名称“{name}”不能用：要以文字或者下划线开头，中间不能有空格和标点，例如 party_name",
        "The name “{name}” will not do: begin with a letter, without spaces, as in party_name",
    ),
    "name-twice": (
        "名称“{name}”在第 {row} 行用过了，同一组里不能重复",
        "The name “{name}” stands in row {row} already; names in a group must differ",
    ),
    "name-case": (
        "名称“{name}”和第 {row} 行的“{other}”只差大小写，容易弄混，请改掉一个",
        "The name “{name}” and “{other}” in row {row} differ in letter case only; change one",
    ),
    "end-alone": (
        "这里结束了一组，但前面没有对应的开始",
        "A group ends here that did not begin",
    ),
    "end-other": (
        "第 {row} 行开始的一组要用“{end}”来结束",
        "What begins in row {row} must end with “{end}”",
    ),
    "begin-alone": (
        "这里开始的一组没有结束，请在它最后一个问题下面加一行“{end}”",
        "What begins here has no end; add a row “{end}” below its last question",
    ),
    "yes-no-wrong": (
        "这里填“是”或者“否”，也可以空着，不能填“{text}”",
        "Write yes or no or leave it empty; “{text}” will not do",
    ),
    "default-wrong": (
        "默认值“{text}”不符合这种类型",
        "The default “{text}” is no value of this type",
    ),
    "default-choice": (
        "默认值“{text}”不是选项表“{name}”里的名称；要写选项的名称（代号），不写标签",
        "The default “{text}” is no name of the list “{name}”; write a choice's name, not its label",
    ),
    "filter-column": (
        "选项筛选里的“{name}”不是 choices（选项）工作表的列，这样一个选项也显示不出来；有的列是：{known}",
        "“{name}” in the filter is no column of choices, so that none would show; there are: {known}",
    ),
    "choice-listless": (
        "这个选项没有写属于哪张选项表",
        "This choice does not say which list it belongs to",
    ),
    "choice-nameless": (
        "这个选项没有名称（代号），例如 ok",
        "This choice has no name, for instance ok",
    ),
    "choice-twice": (
        "选项名称“{name}”在第 {row} 行用过了，同一张选项表里不能重复",
        "The choice “{name}” stands in row {row} already; names in a list must differ",
    ),
    "choice-space": (
        "选项名称“{name}”里有空格，多选时会被拆成两个；请去掉空格",
        "The choice “{name}” has a space and would be taken for two; remove it",
    ),
    "choice-wordless": (
        "选项“{name}”没有标签，屏幕上会是空白",
        "The choice “{name}” has no label and would be blank",
    ),
}
