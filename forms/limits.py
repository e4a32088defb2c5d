"""What a constraint says plainly enough to be told while one types."""

import re

_LENGTH = re.compile(r"string-length\(\s*\.\s*\)\s*(<=|<)\s*(\d{1,6})(?![\d.])")
_EITHER = re.compile(r"\bor\b|\bnot\s*\(|\bif\s*\(")


def most_characters(constraint: str) -> int | None:
    """How many characters an answer may have, None where the constraint does not say so plainly.

    ``string-length(.) <= 200`` and ``string-length(.) < 201`` give 200, alone or joined by ``and``;
    under an ``or``, ``not()`` or ``if()`` nothing is certain.
    """
    if _EITHER.search(constraint):
        return None
    limits = [int(most) - (sign == "<") for sign, most in _LENGTH.findall(constraint)]
    return min(limits, default=None)
