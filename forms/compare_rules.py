"""Two expressions beside each other: the same, wider, narrower, or just different."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from forms.expressions.errors import ExpressionError
from forms.expressions.tokens import Kind, tokenize

Words = tuple[str, ...]

_PATH = re.compile(r"(?<![\w.)\]*])(?:/[^\W\d][\w.\-·]*)+")
_LONGEST = 400  # words looked into; longer expressions are only the same or different
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}


@dataclass(frozen=True, slots=True)
class Names:
    """What things of the old form are called in the new one: paths, and single names."""

    paths: Mapping[str, str]
    names: Mapping[str, str]


def words_of(expression: str, names: Names | None = None) -> Words:
    """An expression as words without its spacing, in the new form's names."""
    if names:
        expression = _PATH.sub(lambda match: names.paths.get(match[0], match[0]), expression)
    try:
        tokens = tokenize(expression)
    except ExpressionError:
        return (" ".join(expression.split()),)
    found: list[str] = []
    for token in tokens:
        if token.kind is Kind.END:
            break
        if token.kind is Kind.PATH:
            found.extend(_steps(token.text, names))
            continue
        text = f'"{token.text}"' if token.kind is Kind.STRING else token.text
        if names and token.kind is Kind.NAME and found[-1:] == ["/"]:
            text = names.names.get(text, text)
        found.append(text)
    return tuple(found)


def _steps(path: str, names: Names | None) -> Iterator[str]:
    """The words of a path of nothing but names."""
    for name in path.split("/")[1:]:
        yield "/"
        yield names.names.get(name, name) if names else name


def shown(expression: str) -> str:
    """An expression as the workbook has it: ``${name}`` for the path of a question."""
    named = _PATH.sub(lambda match: "${" + match[0].rpartition("/")[2] + "}", expression)
    return " ".join(named.split())


def implies(strict: Words, loose: Words) -> bool:
    """Whether whatever meets ``strict`` surely meets ``loose``; False when that is not known."""
    if len(strict) + len(loose) > _LONGEST:
        return strict == loose
    wanted = [_parts(case, "and") for case in _parts(loose, "or")]
    return all(
        any(_meets(_parts(case, "and"), terms) for terms in wanted) for case in _parts(strict, "or")
    )


def _meets(have: list[Words], want: list[Words]) -> bool:
    return all(any(_term_implies(one, other) for one in have) for other in want)


def _parts(words: Words, joint: str) -> list[Words]:
    """The parts an expression joins by ``and`` or ``or`` outside of parentheses."""
    words = _bare(words)
    parts: list[list[str]] = [[]]
    for place, word in enumerate(words):
        if word == joint and _depth(words[:place]) == 0 and parts[-1]:
            parts.append([])
        else:
            parts[-1].append(word)
    return [_bare(tuple(part)) for part in parts]


def _depth(words: Words) -> int:
    return sum((word in "([") - (word in ")]") for word in words if len(word) == 1)


def _bare(words: Words) -> Words:
    """Without the parentheses around the whole."""
    while words[:1] == ("(",) and words[-1:] == (")",):
        inner = words[1:-1]
        if any(_depth(inner[:place]) < 0 for place in range(len(inner) + 1)):
            break
        words = inner
    return words


def _term_implies(one: Words, other: Words) -> bool:
    if one == other:
        return True
    have, want = _bound(one), _bound(other)
    if not have or not want or have[0] != want[0]:
        return False
    (_, sign, value), (_, wanted, limit) = have, want
    if sign == "=":
        return _holds(value, wanted, limit)
    if sign[0] != wanted[0]:
        return False
    return _holds(value, wanted, limit) or (value == limit and sign == wanted)


def _holds(value: float, sign: str, limit: float) -> bool:
    return {
        "<": value < limit,
        "<=": value <= limit,
        ">": value > limit,
        ">=": value >= limit,
        "=": value == limit,
    }[sign]


def _bound(term: Words) -> tuple[Words, str, float] | None:
    """A comparison with a number: what is compared, how, and the number."""
    for place, word in enumerate(term):
        if word in _FLIPPED and _depth(term[:place]) == 0:
            left, right = term[:place], term[place + 1 :]
            if (number := _number(right)) is not None:
                return left, word, number
            if (number := _number(left)) is not None:
                return right, _FLIPPED[word], number
            return None
    return None


def _number(words: Words) -> float | None:
    try:
        return float("".join(words))
    except ValueError:
        return None
