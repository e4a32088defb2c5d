"""Functions on chosen values: lists of words with a space between them."""

from decimal import Decimal

from forms.expressions.registry import Functions
from forms.expressions.scope import Scope
from forms.expressions.values import Value, to_number, to_text

FUNCTIONS = Functions()


@FUNCTIONS.add("selected(answer, value)", 2, 2)
def _selected(_scope: Scope, answer: Value, value: Value) -> Value:
    """Whether a value is among those chosen."""
    chosen, wanted = to_text(answer).split(), to_text(value).strip()
    return wanted in chosen or not (wanted or chosen)


@FUNCTIONS.add("selected-at(answer, number)", 2, 2)
def _selected_at(scope: Scope, answer: Value, number: Value) -> Value:
    """The chosen value at a place; the first is number 0."""
    chosen = to_text(answer).split()
    place = to_number(number, scope.world.zone)
    if not place.is_finite() or not 0 <= place < len(chosen):
        return ""
    return chosen[int(place)]


@FUNCTIONS.add("count-selected(answer)", 1, 1)
def _count_selected(_scope: Scope, answer: Value) -> Value:
    """How many values are chosen."""
    return Decimal(len(to_text(answer).split()))
