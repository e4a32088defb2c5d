"""One step of a path: from nodes to nodes, narrowed by predicates."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from forms.expressions.axes import AXES, REVERSE, accepts
from forms.expressions.nodes import Node, in_document_order
from forms.expressions.scope import Closure, Scope
from forms.expressions.tree import Number, Step, Tree
from forms.expressions.values import to_boolean

Move = Callable[[list[Node], Scope], list[Node]]


def narrow(nodes: list[Node], predicate: Closure, scope: Scope) -> list[Node]:
    """The nodes for which a predicate holds: a number is a position, all else a yes or no."""
    inner = Scope(scope.world, scope.node, 0, len(nodes), scope.origin)
    kept: list[Node] = []
    for place, node in enumerate(nodes, 1):
        inner.node, inner.position = node, place
        value = predicate(inner)
        if value == place if isinstance(value, Decimal) else to_boolean(value):
            kept.append(node)
    return kept


def compile_step(step: Step, spaces: Mapping[str, str], closure: Callable[[Tree], Closure]) -> Move:
    """The function that takes one step."""
    if plain_child(step):
        return _children(step.test.name, _predicates(step, closure))
    if step.test.kind == "node" and not step.predicates:
        if step.axis == "self":
            return lambda nodes, _scope: nodes
        if step.axis == "parent":
            return _parents
    return _general(step, spaces, _predicates(step, closure))


def _parents(nodes: list[Node], _scope: Scope) -> list[Node]:
    if len(nodes) == 1:
        return [] if nodes[0].parent is None else [nodes[0].parent]
    return in_document_order(node.parent for node in nodes if node.parent is not None)


def plain_child(step: Step) -> bool:
    """Whether a step goes to children of one name without a prefix."""
    return (
        step.axis == "child"
        and step.test.kind == "name"
        and step.test.name != "*"
        and ":" not in step.test.name
    )


def _predicates(step: Step, closure: Callable[[Tree], Closure]) -> tuple[Closure, ...]:
    return tuple(
        _position(predicate.value) if isinstance(predicate, Number) else closure(predicate)
        for predicate in step.predicates
    )


def _position(number: Decimal) -> Closure:
    return lambda _scope: number


def _children(name: str, predicates: tuple[Closure, ...]) -> Move:
    if not predicates:

        def move(nodes: list[Node], _scope: Scope) -> list[Node]:
            if len(nodes) == 1:
                return nodes[0].unprefixed(name)
            return [child for node in nodes for child in node.unprefixed(name)]

        return move

    def filtered(nodes: list[Node], scope: Scope) -> list[Node]:
        found: list[Node] = []
        for node in nodes:
            children = node.unprefixed(name)
            for predicate in predicates:
                children = narrow(children, predicate, scope)
            found.extend(children)
        return found

    return filtered


def _general(step: Step, spaces: Mapping[str, str], predicates: tuple[Closure, ...]) -> Move:
    axis = AXES[step.axis]
    accept = accepts(step.test, step.axis, spaces)
    backwards = step.axis in REVERSE

    def move(nodes: list[Node], scope: Scope) -> list[Node]:
        found: list[Node] = []
        for node in nodes:
            met = [other for other in axis(node) if accept(other)]
            for predicate in predicates:
                met = narrow(met, predicate, scope)
            found.extend(met)
        if backwards or len(nodes) > 1:
            return in_document_order(found)
        return found

    return move
