"""The patterns of ``regex()`` and ``replace()``: those that cannot work, or could work for ever."""

import re
from collections.abc import Iterator

from forms.expressions.errors import ExpressionError
from forms.expressions.parser import parse
from forms.expressions.tree import Call, Chain, Filter, Negate, Path, Text, Tree

PATTERN_USERS = {"regex", "replace"}
# A repeated group that repeats inside, as (a+)+: the time doubles with each letter that fails.
_RUNAWAY = re.compile(
    r"\((?:[^()\\]|\\.)*(?:[+*]|\{\d*,\d*\})(?:[^()\\]|\\.)*\)(?:[+*]|\{\d*,\d*\})"
)


def check_pattern(text: str) -> ExpressionError | None:
    """The first written-out pattern in an expression that may not be used; None when all may."""
    for call in _calls(parse(text)):
        pattern = call.arguments[1] if len(call.arguments) > 1 else None
        if call.name in PATTERN_USERS and isinstance(pattern, Text) and not _usable(pattern.value):
            return ExpressionError(
                "bad-argument", pattern.offset, name=call.name, reason=pattern.value
            )
    return None


def _usable(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return _RUNAWAY.search(pattern) is None


def _calls(tree: Tree) -> Iterator[Call]:
    parts: tuple[Tree, ...] = ()
    match tree:
        case Call():
            yield tree
            parts = tree.arguments
        case Chain():
            parts = tree.operands
        case Negate():
            parts = (tree.operand,)
        case Filter():
            parts = (tree.operand, *tree.predicates)
        case Path():
            start = (tree.start,) if tree.start else ()
            parts = (*start, *(inner for step in tree.steps for inner in step.predicates))
    for part in parts:
        yield from _calls(part)
