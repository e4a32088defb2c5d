"""Paths → closures: from the root, from the context node, from a row of a choice list."""

from collections.abc import Callable

from forms.expressions.context import Context
from forms.expressions.conditions import conditions_of
from forms.expressions.nodes import Node
from forms.expressions.references import list_name, resolve, shared_row
from forms.expressions.scope import Closure, Scope
from forms.expressions.steps import Move, compile_step, narrow, plain_child
from forms.expressions.tree import Path, Reference, Step, Tree
from forms.expressions.values import Value

Compile = Callable[[Tree], Closure]
Start = Callable[[Scope], list[Node]]


def compile_path(tree: Path | Reference, context: Context, closure: Compile) -> Closure:
    """The closure of a path; it finds relevant nodes only."""
    path = resolve(tree, context) if isinstance(tree, Reference) else tree
    if (list_path := _list_path(path, context, closure)) is not None:
        return list_path
    start, rest = _start(path, context, closure)
    moves = tuple(compile_step(step, context.namespaces, closure) for step in rest)
    return _walk(start, moves)


def _walk(start: Start, moves: tuple[Move, ...]) -> Closure:
    def run(scope: Scope) -> Value:
        nodes = start(scope)
        for move in moves:
            nodes = move(nodes, scope)
        return [node for node in nodes if node.relevant]

    return run


def _start(path: Path, context: Context, closure: Compile) -> tuple[Start, tuple[Step, ...]]:
    if path.start is not None:
        return _from_value(closure(path.start)), path.steps
    if not path.absolute:
        return _from_context, path.steps
    shared, climb = shared_row(path, context)
    if not shared:
        return _from_root, path.steps

    def row(scope: Scope) -> list[Node]:
        node: Node | None = scope.origin
        for _ in range(climb):
            node = None if node is None else node.parent
        return [] if node is None else [node]

    return row, path.steps[shared:]


def _from_root(scope: Scope) -> list[Node]:
    return [scope.world.root]


def _from_context(scope: Scope) -> list[Node]:
    return [scope.node]


def _from_value(run: Closure) -> Start:
    def start(scope: Scope) -> list[Node]:
        value = run(scope)
        return value if isinstance(value, list) else []

    return start


def _list_path(path: Path, context: Context, closure: Compile) -> Closure | None:
    """``instance('x')/root/item[column = value]/…``: the rows are looked up, not walked over."""
    list_id = list_name(path)
    if not list_id or len(path.steps) < 2:
        return None
    top, item = path.steps[:2]
    if not plain_child(top) or not plain_child(item) or top.predicates:
        return None
    conditions = conditions_of(item, closure)
    predicates = tuple(closure(predicate) for predicate in item.predicates)
    moves = tuple(compile_step(step, context.namespaces, closure) for step in path.steps[2:])

    def run(scope: Scope) -> Value:
        nodes = scope.world.items(list_id, conditions(scope), top.test.name, item.test.name)
        for predicate in predicates:
            nodes = narrow(nodes, predicate, scope)
        for move in moves:
            nodes = move(nodes, scope)
        return nodes

    return run
