"""All functions of the language in one table."""

from forms.expressions.functions import (
    choices,
    geometry,
    logic,
    moments,
    nodesets,
    numbers,
    ours,
    strings,
)
from forms.expressions.registry import Functions

FUNCTIONS = Functions(
    nodesets.FUNCTIONS,
    strings.FUNCTIONS,
    logic.FUNCTIONS,
    numbers.FUNCTIONS,
    moments.FUNCTIONS,
    choices.FUNCTIONS,
    geometry.FUNCTIONS,
    ours.FUNCTIONS,
)
