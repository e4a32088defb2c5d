"""Paths → closures: from the root, from the context node, from a row of a choice list."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

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
    if path.plain:
        shared, climb = shared_row(path, context)
        return _by_names(path.plain[shared:], climb if shared else None, None)
    if (near := _near(path)) is not None:
        return _by_names(near[1], None, near[0])
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


def _near(path: Path) -> tuple[int, tuple[str, ...]] | None:
    """How many nodes ``../../name`` goes up, and the names it goes down by; None for other paths."""
    if path.absolute or path.start is not None:
        return None
    up = 0
    for step in path.steps:
        if step.axis != "parent" or step.test.kind != "node" or step.predicates:
            break
        up += 1
    down = path.steps[up:]
    if not all(plain_child(step) and not step.predicates for step in down):
        return None
    return up, tuple(step.test.name for step in down)


@lru_cache(maxsize=10_000)
def _by_names(names: tuple[str, ...], row: int | None, up: int | None) -> Closure:
    """The closure of a path of names.

    It goes down from the node so far ``up`` from the context node, from the row so far above the
    reader, or else from the root.
    """
    first, rest, hops = names[:1], names[1:], row or up or 0

    def run(scope: Scope) -> Value:
        top: Node | None = scope.world.root if row is None else scope.origin
        if up is not None:
            top = scope.node
        for _ in range(hops):
            top = None if top is None else top.parent
        if top is None:
            return []
        nodes = top.unprefixed(first[0]) if first else [top]
        for name in rest:
            if len(nodes) == 1:
                nodes = nodes[0].unprefixed(name)
            else:
                nodes = [child for node in nodes for child in node.unprefixed(name)]
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
