"""The thirteen axes of XPath and the tests of a step."""

from collections.abc import Callable, Iterator, Mapping

from forms.expressions.nodes import UNPREFIXED, Node, NodeKind
from forms.expressions.tree import Test

Axis = Callable[[Node], Iterator[Node]]


def _child(node: Node) -> Iterator[Node]:
    return iter(node.texts())


def _descendant(node: Node) -> Iterator[Node]:
    for child in node.texts():
        yield child
        yield from _descendant(child)


def _descendant_or_self(node: Node) -> Iterator[Node]:
    yield node
    yield from _descendant(node)


def _self(node: Node) -> Iterator[Node]:
    yield node


def _parent(node: Node) -> Iterator[Node]:
    if node.parent is not None:
        yield node.parent


def _ancestor(node: Node) -> Iterator[Node]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent


def _ancestor_or_self(node: Node) -> Iterator[Node]:
    yield node
    yield from _ancestor(node)


def _siblings(node: Node) -> tuple[list[Node], int]:
    if node.parent is None or node.kind in (NodeKind.ATTRIBUTE, NodeKind.NAMESPACE):
        return [], 0
    around = node.parent.texts()
    return around, next(place for place, other in enumerate(around) if other is node)


def _following_sibling(node: Node) -> Iterator[Node]:
    around, place = _siblings(node)
    return iter(around[place + 1 :])


def _preceding_sibling(node: Node) -> Iterator[Node]:
    around, place = _siblings(node)
    return iter(around[:place][::-1])


def _following(node: Node) -> Iterator[Node]:
    start = node
    if node.kind in (NodeKind.ATTRIBUTE, NodeKind.NAMESPACE) and node.parent is not None:
        yield from _descendant(node.parent)
        start = node.parent
    for above in _ancestor_or_self(start):
        for sibling in _following_sibling(above):
            yield from _descendant_or_self(sibling)


def _preceding(node: Node) -> Iterator[Node]:
    start = node
    if node.kind in (NodeKind.ATTRIBUTE, NodeKind.NAMESPACE) and node.parent is not None:
        start = node.parent
    for above in _ancestor_or_self(start):
        for sibling in _preceding_sibling(above):
            yield from reversed(list(_descendant_or_self(sibling)))


def _attribute(node: Node) -> Iterator[Node]:
    return iter(node.attributes)


def _namespace(node: Node) -> Iterator[Node]:
    if node.kind is not NodeKind.ELEMENT:
        return
    seen = {"": ""}
    for above in _ancestor_or_self(node):
        for prefix, space in (above.spaces or {}).items():
            if prefix not in seen or (not prefix and not seen[""]):
                seen[prefix] = space
    seen["xml"] = "http://www.w3.org/XML/1998/namespace"
    for prefix, space in seen.items():
        if space:
            found = Node(NodeKind.NAMESPACE, prefix, space)
            found.parent = node
            yield found


AXES: Mapping[str, Axis] = {
    "child": _child,
    "descendant": _descendant,
    "descendant-or-self": _descendant_or_self,
    "self": _self,
    "parent": _parent,
    "ancestor": _ancestor,
    "ancestor-or-self": _ancestor_or_self,
    "following-sibling": _following_sibling,
    "preceding-sibling": _preceding_sibling,
    "following": _following,
    "preceding": _preceding,
    "attribute": _attribute,
    "namespace": _namespace,
}

#: Axes that look backwards: positions count away from the context node.
REVERSE = frozenset({"ancestor", "ancestor-or-self", "preceding", "preceding-sibling", "parent"})


def accepts(test: Test, axis: str, spaces: Mapping[str, str]) -> Callable[[Node], bool]:
    """A function that tells whether a node passes a step's test on that axis."""
    if test.kind == "node":
        return lambda _node: True
    if test.kind == "text":
        return lambda node: node.kind is NodeKind.TEXT
    if test.kind == "comment":
        return lambda node: node.kind is NodeKind.COMMENT
    if test.kind == "processing-instruction":
        return lambda node: node.kind is NodeKind.INSTRUCTION and test.name in {"", node.name}
    principal = {"attribute": NodeKind.ATTRIBUTE, "namespace": NodeKind.NAMESPACE}.get(
        axis, NodeKind.ELEMENT
    )
    return _accepts_name(test.name, principal, spaces)


def _accepts_name(
    name: str, principal: NodeKind, spaces: Mapping[str, str]
) -> Callable[[Node], bool]:
    if name == "*":
        return lambda node: node.kind is principal
    prefix, _, local = name.rpartition(":")
    if not prefix:
        return lambda node: (
            node.kind is principal and node.name == name and node.space in UNPREFIXED
        )
    space = spaces.get(prefix)
    if space is None:
        if local == "*":
            return lambda node: node.kind is principal and node.name.startswith(prefix + ":")
        return lambda node: node.kind is principal and node.name == name
    return lambda node: (
        node.kind is principal and node.space == space and local in {"*", node.local_name}
    )
