"""Functions that decide: if, coalesce, true, checklists, once."""

from decimal import Decimal

from forms.expressions.nodes import Node
from forms.expressions.registry import Functions
from forms.expressions.scope import Closure, Scope
from forms.expressions.values import Value, text_number, to_boolean, to_number, to_text

FUNCTIONS = Functions()


@FUNCTIONS.add("true()", 0, 0)
def _true(_scope: Scope) -> Value:
    """Yes."""
    return True


@FUNCTIONS.add("false()", 0, 0)
def _false(_scope: Scope) -> Value:
    """No."""
    return False


@FUNCTIONS.add("not(condition)", 1, 1)
def _not(_scope: Scope, value: Value) -> Value:
    """Yes when the condition is no."""
    return not to_boolean(value)


@FUNCTIONS.add("boolean(value)", 1, 1)
def _boolean(_scope: Scope, value: Value) -> Value:
    """Yes for a number but 0, a text but the empty one, and any node."""
    return to_boolean(value)


@FUNCTIONS.add("boolean-from-string(text)", 1, 1)
def _boolean_from_string(_scope: Scope, value: Value) -> Value:
    """Yes for the texts "true" and "1"."""
    return to_text(value) in {"true", "1"}


@FUNCTIONS.add("if(condition, then, else)", 3, 3, lazy=True)
def _if(scope: Scope, condition: Closure, then: Closure, otherwise: Closure) -> Value:
    """The second value when the condition holds, else the third."""
    return then(scope) if to_boolean(condition(scope)) else otherwise(scope)


@FUNCTIONS.add("coalesce(first, second, …)", 1, None, lazy=True)
def _coalesce(scope: Scope, *values: Closure) -> Value:
    """The first value that is not empty."""
    for value in values:
        text = to_text(value(scope))
        if text and text != "NaN":
            return text
    return ""


@FUNCTIONS.add("once(value)", 1, 1, lazy=True)
def _once(scope: Scope, value: Closure) -> Value:
    """The answer already here, or the value when there is none yet."""
    text = scope.node.text()
    if text:
        return text
    found = value(scope)
    return "" if isinstance(found, Decimal) and found.is_nan() else found


@FUNCTIONS.add("checklist(least, most, condition, …)", 2, None)
def _checklist(scope: Scope, least: Value, most: Value, *conditions: Value) -> Value:
    """Whether the number of conditions that hold lies between two bounds (-1: no bound)."""
    held = Decimal(sum(1 for condition in _spread(conditions) if condition))
    return _within(scope, held, least, most)


@FUNCTIONS.add("weighted-checklist(least, most, condition, weight, …)", 2, None)
def _weighted_checklist(scope: Scope, least: Value, most: Value, *pairs: Value) -> Value:
    """As ``checklist``, each condition counting by its weight."""
    held = _spread(pairs[::2])
    weights = [
        to_number(weight, scope.world.zone) for value in pairs[1::2] for weight in _each(value)
    ]
    total = sum((weight for weight, holds in zip(weights, held, strict=False) if holds), Decimal(0))
    return _within(scope, total, least, most)


def _each(value: Value) -> list[Value]:
    return [node.text() for node in value] if isinstance(value, list) else [value]


def _spread(conditions: tuple[Value, ...]) -> list[bool]:
    """Conditions one by one; nodes count each by what they say."""
    return [
        holds
        for condition in conditions
        for holds in (
            [_says(node) for node in condition]
            if isinstance(condition, list)
            else [to_boolean(condition)]
        )
    ]


def _says(node: Node) -> bool:
    """Whether an answer says yes: a number but 0, a text but the empty one and "false"."""
    text = node.text().strip()
    return text not in {"", "false"} and not (node.numeric and text_number(text) == 0)


def _within(scope: Scope, held: Decimal, least: Value, most: Value) -> bool:
    low, high = (to_number(bound, scope.world.zone) for bound in (least, most))
    return (low < 0 or held >= low) and (high < 0 or held <= high)
