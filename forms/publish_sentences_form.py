"""The sentences about the form a workbook makes: its rules, its renames, its page, its tests."""

from collections.abc import Mapping

OF_FORM: Mapping[str, tuple[str, str]] = {
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
    "expression-wide": (
        "第 {position} 个字“{character}”是全角符号，公式里要用半角（英文）的“{plain}”：{expression}",
        "Character {position}, “{character}”, is full-width; write “{plain}”: {expression}",
    ),
    "expression-equals": (
        "相等只写一个等号“=”，不写“==”：{expression}",
        "Write one “=” to compare, not “==”: {expression}",
    ),
    "expression-sign": (
        "公式里不写“{found}”，要写“{plain}”：{expression}",
        "Write “{plain}”, not “{found}”: {expression}",
    ),
    "expression-choice": (
        "“{found}”不是 {name} 的选项名称{hint}，这样写永远对不上；有的是：{known}：{expression}",
        "“{found}” is no choice of {name}{hint}; it would never match; there are {known}: {expression}",
    ),
    "expression-date": (
        "“{found}”在公式里不是日期，要写成 date('{day}')：{expression}",
        "“{found}” is no date in an expression; write date('{day}'): {expression}",
    ),
    "expression-function": (
        "没有 {name} 这个函数{hint}，请检查写法：{expression}",
        "There is no function {name}{hint}; check the spelling: {expression}",
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
    "expression-pattern": (
        "正则式“{reason}”不能用：写错了，或者重复里面套着重复、永远匹配不完：{expression}",
        "The pattern “{reason}” will not do: broken, or repeats within repeats: {expression}",
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
        "做出来的表单读不回来（{reason}）；多半是列标题、语言或者设置里有 < > & 引号这类符号，请检查最近的改动",
        "The form cannot be read back ({reason}); look for < > & or quotes in headings and settings",
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
    "sensitive-unknown": (
        "“保密”只能填是或者否，不能是 {name}",
        "The column sensitive is yes or no, not {name}",
    ),
    "sensitive-outside": (
        "保密的问题 {name} 要放在名称是 confidential 的组里，这样搜索才查不到它的答案",
        "The sensitive question {name} belongs in a group named confidential: no search finds it",
    ),
    # the sheet renamed
    "rename-incomplete": (
        "旧名称和新名称都要写；如果这个问题不再问了，新名称写“删除”",
        "Both the old and the new name must be written; write “gone” for what is not asked any more",
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
    "slot-signs": (
        "“{found}”会原样印到纸上；要印问题的答案，请用半角符号写成 ${{{name}}}",
        "“{found}” would be printed as it is; to print the answer write ${{{name}}}",
    ),
    "slot-broken": (
        "${{…}} 没有写完整：{text}",
        "A ${{…}} is not complete: {text}",
    ),
    "slot-form": (
        "${{{name}:{form}}} 的“{form}”不认识；可以用：ticks、money、picture",
        "“{form}” in ${{{name}:{form}}} is unknown; there are: ticks, money, picture",
    ),
    "slot-in-rows": (
        "${{{name}}} 在可重复的 {repeat} 里，只能写在该表格或者标签的块里",
        "${{{name}}} stands in the repeat {repeat} and may only be used in its table or label",
    ),
    "cells-broken": (
        "每一格要写成“标题 = 内容”，格与格之间用 ;; 分开；这里写的是“{text}”",
        "Write every cell as “label = value” and part cells by ;; : {text}",
    ),
    "table-broken": (
        "表格要先写可重复的一组的名称和冒号，例如 rows: 序号 = ${{#}} ;; 封条 = ${{seal}}；这里写的是：{text}",
        "A table begins with its repeat and a colon, as rows: No. = ${{#}} ;; Seal = ${{seal}}: {text}",
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
    "step-name": (
        "测试“{test}”做不下去：本表单没有“{name}”这个问题；可重复的写成 组名[2]/问题名",
        "The test “{test}” cannot go on: no question “{name}”; in a repeat write repeat[2]/question",
    ),
    "step-repeat": (
        "测试“{test}”做不下去：“{name}”不是可重复的一组，加不了行",
        "The test “{test}” cannot go on: “{name}” is no repeat and takes no rows",
    ),
    "step-value": (
        "测试“{test}”做不下去：“{value}”不能用，{why}",
        "The test “{test}” cannot go on: “{value}” will not do, {why_en}",
    ),
    "test-failed": (
        "测试“{test}”没有通过：{told}；请改测试或者改表单",
        "The test “{test}” failed: {told}; change the test or the form",
    ),
}
