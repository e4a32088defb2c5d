"""Paths → closures: from the root, from the context node, from a row of a choice list."""

from collections.abc import Callable
from dataclasses import dataclass

from forms.expressions.conditions import Conditions, conditions_of
from forms.expressions.context import Context
from forms.expressions.nodes import Node
from forms.expressions.references import list_name, resolve, shared_row
from forms.expressions.scope import Closure, Scope, row_node
from forms.expressions.steps import Move, compile_step, narrow, plain_child
from forms.expressions.tree import Call, Path, Reference, Step, Tree
from forms.expressions.values import NoAnswer, Value

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
        found = [node for node in nodes if node.relevant]
        return NoAnswer() if nodes and not found else found

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


@dataclass(frozen=True, slots=True)
class ListQuery:
    """``instance('x')/root/item[…]``: which rows of which list, found by index."""

    list_id: str
    top: str
    item: str
    conditions: Conditions
    predicates: tuple[Closure, ...]

    def rows(self, scope: Scope) -> list[Node]:
        """The rows that fit."""
        nodes = scope.world.items(self.list_id, self.conditions(scope), self.top, self.item)
        return self._fitting(nodes, scope)

    def search(self, scope: Scope, text: str, limit: int) -> list[Node]:
        """The rows of an outside list that fit and contain a text."""
        where = self.conditions(scope)
        found = scope.world.lists.search(self.list_id, text, where, limit)
        return self._fitting([row_node(row) for row in found], scope)

    def _fitting(self, nodes: list[Node], scope: Scope) -> list[Node]:
        for predicate in self.predicates:
            nodes = narrow(nodes, predicate, scope)
        return nodes


def list_query(tree: Tree, closure: Compile) -> ListQuery | None:
    """The query a path into a choice list begins with; None for any other tree."""
    match tree:
        case Call(name="randomize", arguments=(first, *_)):
            return list_query(first, closure)
        case Path(steps=(top, item, *_)) if (
            list_name(tree) and plain_child(top) and plain_child(item) and not top.predicates
        ):
            return ListQuery(
                list_name(tree),
                top.test.name,
                item.test.name,
                conditions_of(item, closure),
                tuple(closure(predicate) for predicate in item.predicates),
            )
        case _:
            return None


def _list_path(path: Path, context: Context, closure: Compile) -> Closure | None:
    """The closure of a path into a choice list: its rows are looked up, not walked over."""
    query = list_query(path, closure)
    if query is None:
        return None
    moves = tuple(compile_step(step, context.namespaces, closure) for step in path.steps[2:])

    def run(scope: Scope) -> Value:
        nodes = query.rows(scope)
        for move in moves:
            nodes = move(nodes, scope)
        return nodes

    return run
