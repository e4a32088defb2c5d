"""XML documents of the cases as the engine's own nodes, and nodes by their place."""

import re
from xml.dom import Node as Dom

from defusedxml import minidom

from forms.expressions.nodes import Node, NodeKind

_STEP = re.compile(
    r"(?:@(?:\{([^}]*)\})?([^/\[]+)|(\*|text\(\)|comment\(\)|processing-instruction\(\)|node\(\))\[(\d+)\])"
)
_KINDS = {
    "*": NodeKind.ELEMENT,
    "text()": NodeKind.TEXT,
    "comment()": NodeKind.COMMENT,
    "processing-instruction()": NodeKind.INSTRUCTION,
}
XMLNS = "http://www.w3.org/2000/xmlns/"


def read(text):
    """The document node of an XML text."""
    top = Node(NodeKind.ROOT)
    for child in minidom.parseString(text.encode()).childNodes:
        _grow(child, top)
    return top


def _grow(dom, parent):
    if dom.nodeType == Dom.ELEMENT_NODE:
        node = parent.add(Node(NodeKind.ELEMENT, dom.tagName, "", dom.namespaceURI or ""))
        spaces = {}
        for attribute in dom.attributes.values():
            if attribute.namespaceURI == XMLNS:
                spaces[attribute.localName if attribute.prefix else ""] = attribute.value
                continue
            node.set_attribute(
                Node(
                    NodeKind.ATTRIBUTE,
                    attribute.name,
                    attribute.value,
                    attribute.namespaceURI or "",
                )
            )
        node.spaces = spaces or None
        dom.normalize()
        children = dom.childNodes
        if len(children) == 1 and children[0].nodeType in (Dom.TEXT_NODE, Dom.CDATA_SECTION_NODE):
            node.value = children[0].data
            return
        for child in children:
            _grow(child, node)
    elif dom.nodeType in (Dom.TEXT_NODE, Dom.CDATA_SECTION_NODE):
        before = parent.children[-1] if parent.children else None
        if before is not None and before.kind is NodeKind.TEXT:
            before.value += dom.data
        else:
            parent.add(Node(NodeKind.TEXT, "", dom.data))
    elif dom.nodeType == Dom.COMMENT_NODE:
        parent.add(Node(NodeKind.COMMENT, "", dom.data))
    elif dom.nodeType == Dom.PROCESSING_INSTRUCTION_NODE:
        parent.add(Node(NodeKind.INSTRUCTION, dom.target, dom.data))


def at(top, path):
    """The node at a path by position, as the cases name their context."""
    node = top
    for step in [part for part in _split(path) if part]:
        match = _STEP.fullmatch(step)
        if match is None:
            raise ValueError(f"a place we cannot read: {path}")
        space, name, kind, number = match.groups()
        if name:
            node = next(
                one
                for one in node.attributes
                if (one.space, one.local_name) == (space or "", name)
                or (not space and one.name == name)
            )
        else:
            fitting = [one for one in node.texts() if kind == "node()" or one.kind is _KINDS[kind]]
            node = fitting[int(number) - 1]
    return node


def _split(path):
    return re.split(r"/(?![^{]*\})", path)


def place(node):
    """The path by position of a node, as the cases write it."""
    if node.parent is None:
        return "/" if node.kind is NodeKind.ROOT else ""
    if node.kind is NodeKind.ATTRIBUTE:
        name = node.name if not node.space else f"{{{node.space}}}{node.local_name}"
        return f"{_above(node)}/@{name}"
    if node.kind is NodeKind.NAMESPACE:
        return f"{_above(node)}/namespace::{node.name}"
    word = next(word for word, kind in _KINDS.items() if kind is node.kind)
    alike = [one for one in node.parent.texts() if one.kind is node.kind]
    number = next(n for n, one in enumerate(alike, 1) if one is node)
    return f"{_above(node)}/{word}[{number}]"


def _above(node):
    above = place(node.parent)
    return "" if above == "/" else above
