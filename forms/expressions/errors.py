"""The one error of the expression language: a code, a place in the text, and facts."""

from collections.abc import Mapping

from typing_extensions import override

#: Every code an ``ExpressionError`` may carry, with what its facts hold.
CODES: Mapping[str, str] = {
    "empty": "the expression has no words at all",
    "unexpected-character": "found: the character no expression may contain",
    "unclosed-string": "quote: the quotation mark that is never closed",
    "unclosed-name": "a ${ without its closing brace",
    "unexpected-token": "found: what stands there; expected: what could stand there",
    "unexpected-end": "expected: what is missing at the end",
    "unknown-axis": "name: the axis as written",
    "unknown-function": "name: the function as written; nearest: a known one with similar letters",
    "too-few-arguments": "name, given, needed",
    "too-many-arguments": "name, given, allowed",
    "bad-argument": "name: the function; reason: what is wrong with a literal argument",
    "unknown-name": "name: the question as written; nearest: a known one with similar letters",
    "ambiguous-name": "name: a question name that stands in several places",
    "unknown-list": "name: the choice list asked for",
    "unknown-prefix": "name: a namespace prefix nobody declared",
    "needs-nodes": "found: what stands where a path or a list of nodes must stand",
    "variable": "name: a variable; forms have none",
    "too-deep": "limit: how deeply parentheses may be nested",
    "too-long": "limit: how many characters an expression may have",
    "cycle": "path: the nodes that wait for each other, in order",
}


class ExpressionError(ValueError):
    """An expression that cannot be understood or computed.

    ``code`` is a key of ``CODES``; ``offset`` counts characters from the start of the text;
    ``facts`` fill the sentence that whoever shows the error will word.
    """

    def __init__(self, code: str, offset: int, **facts: str) -> None:
        super().__init__(code, offset, facts)
        self.code = code
        self.offset = offset
        self.facts: Mapping[str, str] = facts

    @override
    def __str__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code} at {self.offset}" + (f" ({told})" if told else "")


class EvaluationError(ValueError):
    """A value no computation can make sense of; the node computed with it stays empty."""


#: What may go wrong inside a computation; its value is then empty.
FAILURES = (EvaluationError, ArithmeticError, RecursionError)
