"""XPath 1.0 with the ODK functions and ours: text → tokens → tree → closures."""

from forms.expressions.compiler import Expression, compile, query_of  # noqa: A004 - the word everyone uses
from forms.expressions.context import PLAIN, Context, Shape
from forms.expressions.errors import CODES, FAILURES, EvaluationError, ExpressionError
from forms.expressions.library import FUNCTIONS
from forms.expressions.scope import Scope, World

__all__ = [
    "CODES",
    "FAILURES",
    "FUNCTIONS",
    "PLAIN",
    "Context",
    "EvaluationError",
    "Expression",
    "ExpressionError",
    "Scope",
    "Shape",
    "World",
    "compile",
    "query_of",
]
