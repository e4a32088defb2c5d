"""The nodes expressions walk over: our own tree, never XML."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import TypeVar

_N = TypeVar("_N", bound="Node")


#: The namespaces whose names are written without a prefix: none, and that of XForms itself.
UNPREFIXED = frozenset({"", "http://www.w3.org/2002/xforms"})


class NodeKind(Enum):
    """The seven kinds of XPath's data model."""

    ROOT = "root"
    ELEMENT = "element"
    ATTRIBUTE = "attribute"
    TEXT = "text"
    COMMENT = "comment"
    INSTRUCTION = "instruction"
    NAMESPACE = "namespace"


class Node:
    """One node of a tree.

    ``name`` is the qualified name, ``space`` its namespace. A leaf keeps its text in ``value``; an
    element with children has the text of all of them. ``relevant`` is False for an answer that does
    not count now: paths of expressions never find it. ``numeric`` says that the text is a number by
    the form's own declaration, so that 5 equals 5.0. ``foreign`` tells that a child's name means
    something only in a namespace of its own.
    """

    __slots__ = (
        "__weakref__",
        "_index",
        "_text",
        "attributes",
        "children",
        "foreign",
        "kind",
        "name",
        "numeric",
        "parent",
        "relevant",
        "space",
        "spaces",
        "value",
    )

    def __init__(self, kind: NodeKind, name: str = "", value: str = "", space: str = "") -> None:
        self.kind = kind
        self.name = name
        self.space = space
        self.value = value
        self.parent: Node | None = None
        self.children: list[Node] = []
        self.attributes: list[Node] = []
        self.foreign = False
        self.relevant = True
        self.numeric = False
        self.spaces: dict[str, str] | None = None
        self._index: dict[str, list[Node]] | None = None
        self._text: Node | None = None

    def add(self, child: _N, place: int | None = None) -> _N:
        """Put a child at a place (the end by default) and return it."""
        child.parent = self
        if child.space not in UNPREFIXED:
            self.foreign = True
        if place is None:
            self.children.append(child)
        else:
            self.children.insert(place, child)
        self._enter(child, place)
        return child

    def _enter(self, child: "Node", place: int | None) -> None:
        """Keep the index where the child is surely the last of its name, else forget it."""
        if self._index is None or child.kind is not NodeKind.ELEMENT:
            return
        alike = self._index.setdefault(child.name, [])
        if place is None or (alike and place and self.children[place - 1] is alike[-1]):
            alike.append(child)
        else:
            self._index = None

    def remove(self, child: "Node") -> None:
        """Take a child away."""
        self.children.remove(child)
        child.parent = None
        self._index = None

    def set_attribute(self, attribute: _N) -> _N:
        """Add an attribute node and return it."""
        attribute.parent = self
        self.attributes.append(attribute)
        return attribute

    def named(self, name: str) -> "list[Node]":
        """The element children of that name, in order. Do not change the list."""
        index = self._index
        if index is None:
            index = {}
            for child in self.children:
                if child.kind is NodeKind.ELEMENT:
                    index.setdefault(child.name, []).append(child)
            self._index = index
        return index.get(name, [])

    def unprefixed(self, name: str) -> "list[Node]":
        """As ``named``, of those alone whose name needs no prefix (XPath 1.0, 2.3)."""
        if self.foreign:
            return [node for node in self.named(name) if node.space in UNPREFIXED]
        return self.named(name) if self._index is None else self._index.get(name, [])

    def texts(self) -> "list[Node]":
        """The child nodes as the data model has them: a leaf's value is a text node."""
        if self.children or not self.value or self.kind is not NodeKind.ELEMENT:
            return self.children
        if self._text is None:
            self._text = Node(NodeKind.TEXT)
            self._text.parent = self
        self._text.value = self.value
        return [self._text]

    def text(self) -> str:
        """The string value."""
        if not self.children:
            return self.value
        return "".join(
            node.value
            for node in self.descendants()
            if not node.children and node.kind in (NodeKind.TEXT, NodeKind.ELEMENT)
        )

    def descendants(self) -> "Iterator[Node]":
        """Everything below, in document order; the text of leaves is not listed apart."""
        waiting = list(reversed(self.children))
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def root(self) -> "Node":
        """The outermost node."""
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    @property
    def local_name(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]


def in_document_order(nodes: Iterable[Node]) -> list[Node]:
    """Each node once, in document order (by tree first found when there are several trees)."""
    once = {id(node): node for node in nodes}
    if len(once) < 2:
        return list(once.values())
    places = _Places()
    return sorted(once.values(), key=places.of)


class _Places:
    """Where nodes stand, as tuples that sort in document order; remembers each parent's order."""

    def __init__(self) -> None:
        self._orders: dict[int, dict[int, int]] = {}
        self._roots: dict[int, int] = {}

    def of(self, node: Node) -> tuple[int, ...]:
        steps: list[int] = []
        while node.parent is not None:
            steps.append(self._order(node.parent).get(id(node), -1))
            node = node.parent
        steps.append(self._roots.setdefault(id(node), len(self._roots)))
        return tuple(reversed(steps))

    def _order(self, parent: Node) -> dict[int, int]:
        order = self._orders.get(id(parent))
        if order is None:
            order = {
                id(node): place for place, node in enumerate((*parent.attributes, *parent.texts()))
            }
            self._orders[id(parent)] = order
        return order


def document() -> Node:
    """An empty document."""
    return Node(NodeKind.ROOT)


def element(name: str, value: str = "") -> Node:
    """A leaf with a text."""
    return Node(NodeKind.ELEMENT, name, value)
