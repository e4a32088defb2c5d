"""The tree of an expression: what was written, each part with its place in the text."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    value: Decimal
    offset: int


@dataclass(frozen=True, slots=True)
class Text:
    """A quoted text."""

    value: str
    offset: int


@dataclass(frozen=True, slots=True)
class Reference:
    """``${name}``: a question by its name alone."""

    name: str
    offset: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    name: str
    arguments: "tuple[Tree, ...]"
    offset: int


@dataclass(frozen=True, slots=True)
class Negate:
    """A minus sign before something."""

    operand: "Tree"
    offset: int


@dataclass(frozen=True, slots=True)
class Chain:
    """Operands of one precedence joined from left to right; one operator fewer than operands."""

    operands: "tuple[Tree, ...]"
    operators: tuple[str, ...]
    level: int
    offset: int


@dataclass(frozen=True, slots=True)
class Test:
    """What a step accepts: ``kind`` is ``name node text comment processing-instruction``.

    For ``name``, ``name`` is the qualified name, ``*`` or ``prefix:*``.
    """

    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path."""

    axis: str
    test: Test
    predicates: "tuple[Tree, ...]"
    offset: int


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from the root (``absolute``), from ``start``, or from the context node.

    ``plain`` repeats the names of an absolute path that has nothing but names: most paths are such.
    """

    absolute: bool
    start: "Tree | None"
    steps: tuple[Step, ...]
    offset: int
    plain: tuple[str, ...] = ()


def plain_path(names: tuple[str, ...], offset: int) -> Path:
    """An absolute path of these names, written at a place without spaces."""
    steps: list[Step] = []
    place = offset
    for name in names:
        steps.append(Step("child", _named(name), (), place + 1))
        place += len(name) + 1
    return Path(absolute=True, start=None, steps=tuple(steps), offset=offset, plain=names)


@lru_cache(maxsize=10_000)
def _named(name: str) -> Test:
    return Test("name", name)


@dataclass(frozen=True, slots=True)
class Filter:
    """An expression narrowed by predicates: ``(a | b)[1]``."""

    operand: "Tree"
    predicates: "tuple[Tree, ...]"
    offset: int


Tree = Number | Text | Reference | Call | Negate | Chain | Path | Filter
