"""Which cells of a list's rows a predicate fixes, so that rows are found by index."""

from collections.abc import Callable, Mapping

from forms.expressions.scope import Closure, Scope
from forms.expressions.steps import plain_child
from forms.expressions.tree import Call, Chain, Filter, Negate, Path, Step, Tree
from forms.expressions.values import Value

Conditions = Callable[[Scope], Mapping[str, str]]
_EQUALITY, _AND = 2, 1


def _nothing(_scope: Scope) -> Mapping[str, str]:
    return {}


def conditions_of(item: Step, closure: Callable[[Tree], Closure]) -> Conditions:
    """The cells the first predicate of an item step asks for, computed in a scope.

    Only ``column = value`` parts joined by ``and`` count, whose value does not look at the row;
    the predicate itself is still tried on every row found.
    """
    if not item.predicates:
        return _nothing
    first = item.predicates[0]
    if _counts_rows(first):
        return _nothing
    cells = tuple(
        (column, closure(value)) for part in _parts(first) for column, value in _equalities(part)
    )
    if not cells:
        return _nothing

    def run(scope: Scope) -> Mapping[str, str]:
        found = ((column, _cell(value(scope))) for column, value in cells)
        return {column: cell for column, cell in found if cell is not None}

    return run


def _cell(value: Value) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and len(value) == 1 and not value[0].numeric:
        return value[0].text()
    return None


def _parts(tree: Tree) -> tuple[Tree, ...]:
    match tree:
        case Chain(level=1):
            return tuple(part for operand in tree.operands for part in _parts(operand))
        case Filter(predicates=()):
            return _parts(tree.operand)
        case _:
            return (tree,)


def _equalities(part: Tree) -> tuple[tuple[str, Tree], ...]:
    match part:
        case Chain(level=2, operators=("=",), operands=(left, right)):
            for column, value in ((left, right), (right, left)):
                name = _column(column)
                if name and not looks_at_row(value):
                    return ((name, value),)
    return ()


def _column(tree: Tree) -> str:
    match tree:
        case Path(absolute=False, start=None, steps=(step,)):
            if plain_child(step) and not step.predicates:
                return step.test.name
    return ""


def looks_at_row(tree: Tree) -> bool:
    """Whether a tree contains a path from the context node, or a function that uses it."""
    match tree:
        case Path(absolute=False, start=None):
            return True
        case Path(start=start) if start is not None:
            return looks_at_row(start)
        case Call(name="current"):
            return False
        case Call(arguments=()):
            return tree.name not in {"today", "now", "true", "false"}
        case _:
            return any(looks_at_row(child) for child in children(tree))


def _counts_rows(tree: Tree) -> bool:
    match tree:
        case Call(name="position" | "last" | "random"):
            return True
        case _:
            return any(_counts_rows(child) for child in children(tree))


def children(tree: Tree) -> tuple[Tree, ...]:
    """The trees directly below a tree, predicates apart."""
    match tree:
        case Chain():
            return tree.operands
        case Call():
            return tree.arguments
        case Negate() | Filter():
            return (tree.operand,)
        case Path(start=start) if start is not None:
            return (start,)
        case _:
            return ()
