"""Every expression of a workbook compiled by our own compiler, cell by cell.

pyxform lets broken syntax and unknown functions through. Cycles are found when the form is loaded.
"""

import re
from collections.abc import Iterator, Mapping

from forms.expressions.compiler import compile as compile_expression
from forms.expressions.context import Context, Shape
from forms.expressions.errors import ExpressionError
from forms.publish_meant import Chosen, check_meant, chosen_in, sign_meant
from forms.publish_patterns import PATTERN_USERS, check_pattern
from forms.publish_problems import Problem, problem
from forms.publish_survey import ROOT, Node, Survey
from forms.publish_workbook import Book

_ALWAYS = ("relevant", "constraint", "calculation", "repeat_count")
_YES_NO = {"", "yes", "no", "true", "false", "true()", "false()"}
ONE_WORD = re.compile(r"[\w√✓✔×]+")
"""What under ``required`` can only be meant as yes or no; ``publish_rows`` tells the rest."""
_ENTITY = ("entity_id", "create_if", "update_if")
_DYNAMIC = re.compile(r"\$\{|^[a-z][a-z0-9-]*\(")
_WIDE: Mapping[str, str] = dict(
    zip("（）【】，。＝＞＜≥≤≠＋－×÷“”‘’｛｝＄．　", ("(", ")", "[", "]", ",", ".", "=", ">", "<", ">=", "<=", "!=",
        "+", "-", "*", "div", '"', '"', "'", "'", "{", "}", "$", ".", " "), strict=True)
)  # fmt: skip
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_FILTERED = "instance('list')/root/item["

# The kinds of error worth their own sentence; the rest say what the compiler says.
_CODES: Mapping[str, str] = {
    "too-few-arguments": "expression-arguments",
    "too-many-arguments": "expression-arguments",
    "unknown-name": "unknown-name",
    "ambiguous-name": "ambiguous-name",
    "unknown-axis": "expression-axis",
    "bad-argument": "expression-argument",
    "unknown-list": "expression-list",
    "unknown-prefix": "expression-prefix",
    "needs-nodes": "expression-nodes",
    "variable": "expression-variable",
    "too-deep": "expression-deep",
    "too-long": "expression-long",
}
_BROKEN = {
    "empty", "unexpected-character", "unclosed-string", "unclosed-name", "unexpected-token",
    "unexpected-end",
}  # fmt: skip


def check_expressions(book: Book, survey: Survey) -> list[Problem]:
    """Everything wrong with the expressions of the workbook."""
    shape, chosen = survey.shape, chosen_in(book, survey)
    problems: list[Problem] = []
    for node in survey.nodes:
        for column, text, prefix in _cells(node):
            place = ("survey", node.row.number, column)
            error = _compile(text, prefix, Context(shape, node.path, strict=True))
            if error:
                problems.append(_problem(error, place, text, error.offset - len(prefix)))
            elif not prefix:
                found = check_meant(text, node.name, chosen)
                problems.extend(problem(code, *place, facts=facts) for code, facts in found)
    return [*problems, *_elsewhere(book, shape)]


def check_when(
    text: str, shape: Shape, chosen: Chosen, place: tuple[str, int, str]
) -> Iterator[Problem]:
    """What is wrong with the condition of a block of the page."""
    if error := _compile(text, "", Context(shape, ROOT, strict=True)):
        yield _problem(error, place, text, error.offset)
        return
    for code, facts in check_meant(text, "", chosen):
        yield problem(code, *place, facts=facts)


def is_dynamic(default: str) -> bool:
    """Whether a default is an expression rather than a value."""
    return bool(_DYNAMIC.search(default))


def expression_problem(
    error: ExpressionError, sheet: str, row: int, column: str, text: str
) -> Problem:
    """The compiler's error as a problem of a cell."""
    return _problem(error, (sheet, row, column), text, error.offset)


def _cells(node: Node) -> Iterator[tuple[str, str, str]]:
    """The expressions of a row: column, text, and what stands before it when it is compiled."""
    for column in _ALWAYS:
        if node.cell(column):
            yield column, node.cell(column), ""
    for column in ("required", "read_only"):
        if node.cell(column).lower() not in _YES_NO and not ONE_WORD.fullmatch(node.cell(column)):
            yield column, node.cell(column), ""
    if is_dynamic(node.cell("default")):
        yield "default", node.cell("default"), ""
    if node.cell("choice_filter"):
        yield "choice_filter", node.cell("choice_filter"), _FILTERED


def _compile(text: str, prefix: str, context: Context) -> ExpressionError | None:
    whole = f"{prefix}{text}]" if prefix else text
    try:
        compile_expression(whole, context)
        return check_pattern(whole)
    except ExpressionError as error:
        return error


def _elsewhere(book: Book, shape: Shape) -> Iterator[Problem]:
    """Expressions of the entities sheet, and the name of a record in the settings."""
    for row in book.sheets["settings"].rows[:1]:
        name = row.cells.get("instance_name", "")
        if name and (error := _compile(name, "", Context(shape, ROOT, strict=True))):
            yield _problem(error, ("settings", row.number, "instance_name"), name, error.offset)
    entities = book.sheets.get("entities")
    for row in entities.rows if entities else ():
        for column in _ENTITY:
            text = row.cells.get(column, "")
            error = _compile(text, "", Context(shape, ROOT, strict=True)) if text else None
            if error:
                yield _problem(error, ("entities", row.number, column), text, error.offset)


def _problem(
    error: ExpressionError, place: tuple[str, int, str], text: str, offset: int
) -> Problem:
    facts: dict[str, object]
    if error.code in _BROKEN and (wide := _wide(text)):
        code, facts = "expression-wide", {**wide, "expression": text}
    elif error.code in _BROKEN and "==" in _QUOTED.sub("", text):
        code, facts = "expression-equals", {"expression": text}
    elif error.code in _BROKEN and (sign := sign_meant(text)):
        code, facts = "expression-sign", {**sign, "expression": text}
    elif error.code in _BROKEN:
        code, facts = "expression-broken", {"expression": text, "position": max(offset, 0) + 1}
    elif error.code == "bad-argument" and error.facts.get("name") in PATTERN_USERS:
        code, facts = "expression-pattern", {**error.facts, "expression": text}
    elif error.code == "unknown-function":
        near = error.facts.get("nearest", "")
        hint = {"hint": f" (is it {near}?)", "hint_zh": f"（是不是 {near}？）"} if near else {}
        code, facts = "expression-function", {"hint": "", **error.facts, **hint, "expression": text}
    elif error.code in _CODES:
        code, facts = _CODES[error.code], {**error.facts, "expression": text}
    else:
        told = ", ".join((error.code, *error.facts.values()))
        code, facts = "expression-wrong", {"expression": text, "reason": told}
    return problem(code, *place, facts=facts)


def _wide(text: str) -> dict[str, object]:
    """The first full-width sign outside of quoted words, where it stands and what to write."""
    bare = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    for place, sign in enumerate(bare, start=1):
        if sign in _WIDE:
            return {"position": place, "character": sign, "plain": _WIDE[sign]}
    return {}
