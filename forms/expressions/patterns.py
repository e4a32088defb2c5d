"""Regular expressions that a form brings along: never an endless search, whatever they say."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

from forms.expressions.errors import EvaluationError

_R = TypeVar("_R")
PATIENCE = 0.25
"""Seconds after which a search is given up; an honest pattern needs a thousandth of it."""


def found(pattern: str, text: str) -> bool:
    """Whether a pattern is found in a text; ``^`` and ``$`` bind it to the ends.

    Raises:
        EvaluationError: the pattern is broken, or would search for ever.
    """
    return _bounded(pattern, lambda compiled: compiled.search(text, timeout=PATIENCE)) is not None


def replaced(pattern: str, text: str, words: str) -> str:
    """The text with everything that matches a pattern replaced; raises as ``found``."""
    return _bounded(
        pattern, lambda compiled: str(compiled.sub(lambda _: words, text, timeout=PATIENCE))
    )


def _bounded(pattern: str, search: Callable[[Any], _R]) -> _R:
    try:
        return search(_compiled(pattern))
    except TimeoutError as error:
        raise EvaluationError(f"pattern {pattern!r} searches for ever") from error


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> Any:
    import regex  # the standard library's cannot be stopped

    try:
        return regex.compile(pattern)
    except (regex.error, RecursionError) as error:
        raise EvaluationError(f"bad pattern {pattern!r}: {error}") from error
