"""Functions on nodes: counting, positions, names, rows of repeats and lists."""

from decimal import Decimal

from forms.expressions.errors import EvaluationError
from forms.expressions.nodes import Node, NodeKind, document, in_document_order
from forms.expressions.registry import Functions
from forms.expressions.scope import Closure, Scope
from forms.expressions.shuffle import shuffled
from forms.expressions.values import NoAnswer, Value, to_number, to_text

FUNCTIONS = Functions()


def _nodes(value: Value, function: str) -> list[Node]:
    if not isinstance(value, list):
        raise EvaluationError(f"{function} needs nodes")
    return value


@FUNCTIONS.add("position(node?)", 0, 1)
def _position(scope: Scope, nodes: Value | None = None) -> Value:
    """The place among those filtered now, or of a node among its like-named neighbours."""
    if nodes is None:
        return Decimal(scope.position)
    found = _nodes(nodes, "position")
    return Decimal(place_of(found[0])) if found else Decimal("NaN")


def place_of(node: Node) -> int:
    """The place of a node among its like-named siblings, from 1."""
    if node.parent is None:
        return 1
    around = node.parent.named(node.name)
    return next((place for place, other in enumerate(around, 1) if other is node), 1)


@FUNCTIONS.add("last()", 0, 0)
def _last(scope: Scope) -> Value:
    """How many are filtered now."""
    return Decimal(scope.size)


@FUNCTIONS.add("count(nodes)", 1, 1)
def _count(_scope: Scope, nodes: Value) -> Value:
    """How many nodes there are."""
    return Decimal(len(_nodes(nodes, "count")))


@FUNCTIONS.add("count-non-empty(nodes)", 1, 1)
def _count_non_empty(_scope: Scope, nodes: Value) -> Value:
    """How many nodes have a text."""
    return Decimal(sum(1 for node in _nodes(nodes, "count-non-empty") if node.text()))


@FUNCTIONS.add("current()", 0, 0)
def _current(scope: Scope) -> Value:
    """The node the whole expression belongs to, also inside square brackets."""
    return [scope.origin]


@FUNCTIONS.add("instance(list)", 1, 1)
def _instance(scope: Scope, name: Value) -> Value:
    """A choice list or another document of the form, by its id."""
    list_id = to_text(name)
    found = scope.world.secondary.get(list_id)
    if found is not None:
        return [found]
    top = document()
    root = top.add(Node(NodeKind.ELEMENT, "root"))
    for item in scope.world.items(list_id, {}):
        root.add(item)
    return [top]


@FUNCTIONS.add("randomize(nodes, seed?)", 1, 2, volatile=True)
def _randomize(scope: Scope, nodes: Value, seed: Value | None = None) -> Value:
    """The nodes in random order; the same seed gives the same order on every device."""
    found = _nodes(nodes, "randomize")
    if seed is None:
        return shuffled(found, None)
    if isinstance(seed, (str, list)):
        text = to_text(seed)
        number = to_number(text, scope.world.zone)
        return shuffled(found, text if text and number.is_nan() else number)
    return shuffled(found, to_number(seed, scope.world.zone))


@FUNCTIONS.add("indexed-repeat(target, repeat, index, …)", 3, 7, lazy=True)
def _indexed_repeat(scope: Scope, target: Closure, *groups: Closure) -> Value:
    """The answer to a question in the row of a repeat that has that number."""
    if len(groups) % 2:
        raise EvaluationError("indexed-repeat needs a number for each repeat")
    goal = _first_path(scope, target)
    rows: dict[tuple[str, ...], int] = {}
    for group, index in zip(groups[::2], groups[1::2], strict=True):
        number = to_number(index(scope), scope.world.zone)
        rows[_first_path(scope, group)] = int(number) if number.is_finite() else 0
    if not goal:
        return []
    nodes = _walk(scope, goal, rows)
    found = [node for node in nodes if node.relevant]
    return NoAnswer() if nodes and not found else found


def _first_path(scope: Scope, closure: Closure) -> tuple[str, ...]:
    value = closure(scope)
    if not isinstance(value, list) or not value:
        return ()
    return _names(value[0])


def _names(node: Node) -> tuple[str, ...]:
    names: list[str] = []
    above: Node | None = node
    while above is not None and above.parent is not None:
        names.append(above.name)
        above = above.parent
    return tuple(reversed(names))


def _walk(scope: Scope, goal: tuple[str, ...], rows: dict[tuple[str, ...], int]) -> list[Node]:
    """Down from the root: the numbered row where a number is given, else the reader's own row."""
    own = {id(node): node for node in _line(scope.origin)}
    nodes = [scope.world.root]
    for depth, name in enumerate(goal, 1):
        found = [child for node in nodes for child in node.named(name)]
        index = rows.get(goal[:depth])
        if index is not None:
            nodes = [
                child
                for node in nodes
                for child in node.named(name)[max(0, index - 1) : max(0, index)]
            ]
        else:
            nodes = [child for child in found if id(child) in own] or found
    return nodes


def _line(node: Node | None) -> list[Node]:
    found: list[Node] = []
    while node is not None:
        found.append(node)
        node = node.parent
    return found


@FUNCTIONS.add("name(node?)", 0, 1)
def _name(scope: Scope, nodes: Value | None = None) -> Value:
    """The name of a node as written."""
    node = _first(scope, nodes)
    return node.name if node is not None else ""


@FUNCTIONS.add("local-name(node?)", 0, 1)
def _local_name(scope: Scope, nodes: Value | None = None) -> Value:
    """The name of a node without its prefix."""
    node = _first(scope, nodes)
    return node.local_name if node is not None else ""


@FUNCTIONS.add("namespace-uri(node?)", 0, 1)
def _namespace_uri(scope: Scope, nodes: Value | None = None) -> Value:
    """The namespace of a node."""
    node = _first(scope, nodes)
    return node.space if node is not None else ""


def _first(scope: Scope, nodes: Value | None) -> Node | None:
    if nodes is None:
        return scope.node
    found = _nodes(nodes, "name")
    return in_document_order(found)[0] if found else None


@FUNCTIONS.add("id(names)", 1, 1)
def _id(scope: Scope, names: Value) -> Value:
    """The elements whose ``id`` attribute is one of the names."""
    texts = [node.text() for node in names] if isinstance(names, list) else [to_text(names)]
    wanted = {word for text in texts for word in text.split()}
    return [
        node
        for node in scope.world.root.descendants()
        if any(
            found.name in {"id", "xml:id"} and found.value in wanted for found in node.attributes
        )
    ]


@FUNCTIONS.add("lang(code)", 1, 1)
def _lang(scope: Scope, code: Value) -> Value:
    """Whether the context node is in a language (``xml:lang`` of the nearest element)."""
    wanted = to_text(code).lower()
    for node in _line(scope.node):
        for attribute in node.attributes:
            if attribute.name == "xml:lang":
                spoken = attribute.value.lower()
                return spoken == wanted or spoken.startswith(wanted + "-")
    return False
