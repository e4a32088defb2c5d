"""Every expression of a workbook compiled by our own compiler, and cycles found.

pyxform lets broken syntax, unknown functions and self-reference through.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from forms.expressions.compiler import Expression
from forms.expressions.compiler import compile as compile_expression
from forms.expressions.context import Context, Shape
from forms.expressions.errors import ExpressionError
from forms.publish_problems import Problem, problem
from forms.publish_survey import ROOT, Node, Survey
from forms.publish_workbook import Book

_ALWAYS = ("relevant", "constraint", "calculation", "repeat_count")
_YES_NO = {"", "yes", "no", "true", "false", "true()", "false()"}
_ENTITY = ("entity_id", "create_if", "update_if")
_DYNAMIC = re.compile(r"\$\{|^[a-z][a-z0-9-]*\(")
_FILTERED = "instance('list')/root/item["

# The kinds of error worth their own sentence; the rest say what the compiler says.
_CODES: Mapping[str, str] = {
    "unknown-function": "expression-function",
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
    """Everything wrong with the expressions of the workbook.

    Cycles are looked for only when every expression can be read.
    """
    shape = survey.shape
    problems: list[Problem] = []
    calculated: dict[str, Expression] = {}
    relevant: dict[str, Expression] = {}
    for node in survey.nodes:
        for column, text, prefix in _cells(node):
            compiled = _compile(text, prefix, Context(shape, node.path, strict=True))
            if isinstance(compiled, Expression):
                if column == "calculation" and not node.cell("trigger"):
                    calculated[node.path] = compiled
                if column == "relevant":
                    relevant[node.path] = compiled
            else:
                shifted = compiled.offset - len(prefix)
                problems.append(
                    _problem(compiled, ("survey", node.row.number, column), text, shifted)
                )
    problems.extend(_elsewhere(book, shape))
    return problems or list(_cycles(survey, calculated, relevant))


def check_when(text: str, shape: Shape) -> ExpressionError | None:
    """What is wrong with the condition of a block of the page."""
    compiled = _compile(text, "", Context(shape, ROOT, strict=True))
    return None if isinstance(compiled, Expression) else compiled


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
        if node.cell(column).lower() not in _YES_NO:
            yield column, node.cell(column), ""
    if _DYNAMIC.search(node.cell("default")):
        yield "default", node.cell("default"), ""
    if node.cell("choice_filter"):
        yield "choice_filter", node.cell("choice_filter"), _FILTERED


def _compile(text: str, prefix: str, context: Context) -> Expression | ExpressionError:
    whole = f"{prefix}{text}]" if prefix else text
    try:
        return compile_expression(whole, context)
    except ExpressionError as error:
        return error


def _elsewhere(book: Book, shape: Shape) -> Iterator[Problem]:
    """Expressions of the entities sheet."""
    entities = book.sheets.get("entities")
    for row in entities.rows if entities else ():
        for column in _ENTITY:
            text = row.cells.get(column, "")
            compiled = _compile(text, "", Context(shape, ROOT, strict=True)) if text else None
            if isinstance(compiled, ExpressionError):
                yield _problem(compiled, ("entities", row.number, column), text, compiled.offset)


def _problem(
    error: ExpressionError, place: tuple[str, int, str], text: str, offset: int
) -> Problem:
    facts: dict[str, object]
    if error.code in _BROKEN:
        code, facts = "expression-broken", {"expression": text, "position": max(offset, 0) + 1}
    elif error.code in _CODES:
        code, facts = _CODES[error.code], {**error.facts, "expression": text}
    else:
        told = ", ".join((error.code, *error.facts.values()))
        code, facts = "expression-wrong", {"expression": text, "reason": told}
    return problem(code, *place, facts=facts)


# ── cycles ──────────────────────────────────────────────────────────────────────────────────────


def _cycles(
    survey: Survey, calculated: Mapping[str, Expression], relevant: Mapping[str, Expression]
) -> Iterator[Problem]:
    """Each ring of nodes that wait for each other, once."""
    waits = _waits(survey, calculated, relevant)
    done: set[str] = set()
    rows = {node.path: node for node in survey.nodes}
    for start in waits:
        ring = _ring(start, waits, done)
        if ring:
            paths = list(dict.fromkeys(step.rstrip("?") for step in ring))
            node = rows[paths[0]]
            column = "calculation" if node.path in calculated else "relevant"
            names = [rows[path].name for path in paths]
            told = " → ".join([*names, names[0]])
            yield problem("cycle", "survey", node.row.number, column, path=told)


def _waits(
    survey: Survey, calculated: Mapping[str, Expression], relevant: Mapping[str, Expression]
) -> dict[str, tuple[str, ...]]:
    """What must be known first: ``path`` for a value, ``path?`` for whether it counts at all."""
    waits: dict[str, tuple[str, ...]] = {}
    for node in survey.nodes:
        parent = node.path.rpartition("/")[0]
        above = (f"{parent}?",) if parent != ROOT else ()
        seen = _read(survey, node.path, relevant.get(node.path))
        waits[f"{node.path}?"] = (*above, *seen)
        if node.kind == "question":
            value = _read(survey, node.path, calculated.get(node.path))
            waits[node.path] = (f"{node.path}?", *value)
    return waits


def _read(survey: Survey, reader: str, expression: Expression | None) -> tuple[str, ...]:
    """The questions an expression reads, those of other rows of the reader's repeat left out."""
    if expression is None:
        return ()
    own = survey.repeat_of(reader)
    return tuple(
        read.path
        for read in expression.reading.nodes
        if not (
            own
            and read.path.startswith(own + "/")
            and not (read.within + "/").startswith(own + "/")
        )
    )


def _ring(start: str, waits: Mapping[str, Iterable[str]], done: set[str]) -> list[str]:
    """The first ring reachable from a node, without recursion; every node is walked once."""
    if start in done:
        return []
    path: list[str] = [start]
    on_path = {start}
    ahead = [iter(waits.get(start, ()))]
    while ahead:
        step = next(ahead[-1], None)
        if step is None:
            ahead.pop()
            finished = path.pop()
            on_path.discard(finished)
            done.add(finished)
        elif step in on_path:
            done.update(path)
            return path[path.index(step) :]
        elif step not in done and step in waits:
            path.append(step)
            on_path.add(step)
            ahead.append(iter(waits[step]))
    return []
