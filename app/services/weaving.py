"""Two texts of one thing put together, with who added and who took out what: a proposal, no more.

Parts are compared clause by clause, since Chinese has no spaces, and sign by sign within a clause
that one of them changed; a number or a Latin word is one sign. Where both changed a clause nobody
can know which holds: both stand there one after the other, and no sentence comes about that neither
wrote. From the pieces either text can be read again whole.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, ADDED, REMOVED, JOINT = "same", "added", "removed", "joint"
"""What a piece is: of all texts, of one, no more in one, or put between two that would run together."""
BOTH = -1
_CLAUSE = re.compile(r".+?(?:[。！？；，、：\n]+|(?<![.!?;,:])[.!?;,:]+(?=\s)|$)", re.DOTALL)
_SIGN = re.compile(r"[0-9A-Za-z.]+|.", re.DOTALL)
_ENDS = frozenset("。！？；，、：\n.!?;,:")
_FEW = 2
"""Signs that must be the same in a row before they count as the same words."""
_MOST = 300_000
"""Pairs of like parts that are looked at: comparing takes long where all is like all."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the texts: ``side`` 0 or 1 tells who added or removed it, ``BOTH`` that both did.

    ``clash`` where both changed the same clause otherwise.
    """

    text: str
    kind: str = SAME
    side: int = BOTH
    clash: bool = False


def weave(base: str | None, first: str, second: str) -> tuple[Piece, ...]:
    """Return two texts put together over what both had seen; None for that where nothing is known."""
    one, two = _CLAUSE.findall(first), _CLAUSE.findall(second)
    trunk = _CLAUSE.findall(base) if base is not None else _shared(one, two)
    found = [
        piece
        for part in _regions(trunk, one, two)
        for piece in _merged(*("".join(each) for each in part))
    ]
    return tuple(_joined(piece for piece in found if piece.text))


def text_of(pieces: Sequence[Piece]) -> str:
    """Return the text that is proposed."""
    return "".join(piece.text for piece in pieces if piece.kind != REMOVED)


def _merged(base: str, first: str, second: str) -> Iterator[Piece]:
    """One part of which perhaps something was changed."""
    if first == second:
        yield from [Piece(base)] if base == first else _changed(base, first, BOTH)
    elif base in {first, second}:
        side = int(base == first)
        yield from _changed(base, (first, second)[side], side)
    elif not base:
        yield from _added(_CLAUSE.findall(first), _CLAUSE.findall(second))
    else:
        finer = _finer(base, first, second)
        yield from finer if finer is not None else _clash(base, first, second)


def _changed(base: str, text: str, side: int) -> Iterator[Piece]:
    """What one changed, or both alike."""
    one, two = _SIGN.findall(base), _SIGN.findall(text)
    done = [0, 0]
    for at, there, size in _blocks(one, two):
        yield Piece("".join(one[done[0] : at]), REMOVED, side)
        yield Piece("".join(two[done[1] : there]), ADDED, side)
        yield Piece("".join(one[at : at + size]))
        done = [at + size, there + size]


def _finer(base: str, first: str, second: str) -> list[Piece] | None:
    """Both changes of one part sign by sign; None unless all that either did was to add clauses.

    A clause of which each changed a word would say what neither of them wrote.
    """
    signs = [_SIGN.findall(each) for each in (base, first, second)]
    found: list[Piece] = []
    for part in _regions(*signs):
        trunk, one, two = ("".join(each) for each in part)
        if one == two:
            found += _merged(trunk, one, two)
        elif trunk or not all(_parted(each) for each in (one, two) if each):
            return None
        else:
            found += _merged("", one, two)
    return found


def _added(first: list[str], second: list[str]) -> Iterator[Piece]:
    """What both added at one place; clauses that both added are there once."""
    for _trunk, *parts in _regions(_shared(first, second), first, second):
        one, two = ("".join(each) for each in parts)
        yield from [Piece(one, ADDED)] if one == two else _beside(one, two)


def _clash(base: str, first: str, second: str) -> Iterator[Piece]:
    """What both changed otherwise: both stand there, what they changed is out."""
    yield Piece(base, REMOVED, clash=bool(base))
    yield from _beside(first, second, clash=bool(base))


def _beside(first: str, second: str, *, clash: bool = False) -> Iterator[Piece]:
    yield Piece(first, ADDED, 0, clash)
    if first and second and first[-1] not in _ENDS and second[0] not in _ENDS:
        yield Piece("\n", JOINT)
    yield Piece(second, ADDED, 1, clash)


def _parted(text: str) -> bool:
    """Whether an addition is a clause of its own, which another may stand beside."""
    return bool(text) and (text[0] in _ENDS or text[-1] in _ENDS)


def _regions(
    base: list[str], first: list[str], second: list[str]
) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """The parts that are the same in all three, and those between them, in order."""
    one, two = dict(_pairs(base, first)), dict(_pairs(base, second))
    at = (0, 0, 0)
    for place in [each for each in range(len(base)) if each in one and each in two]:
        here = (place, one[place], two[place])
        yield base[at[0] : here[0]], first[at[1] : here[1]], second[at[2] : here[2]]
        yield [base[place]], [base[place]], [base[place]]
        at = (here[0] + 1, here[1] + 1, here[2] + 1)
    yield base[at[0] :], first[at[1] :], second[at[2] :]


def _pairs(one: list[str], two: list[str]) -> Iterator[tuple[int, int]]:
    for at, there, size in _blocks(one, two):
        yield from ((at + step, there + step) for step in range(size))


def _blocks(one: list[str], two: list[str]) -> Iterator[tuple[int, int, int]]:
    """What is the same in both, and the end of both; a lone sign that happens to be in both is not."""
    ends = (len(one), len(two))
    for at, there, size in _alike(one, two):
        edge = (at == 0 and there == 0) or (at + size, there + size) == ends
        if size >= _FEW or size == 0 or edge or len(one[at]) > 1:
            yield at, there, size


def _alike(one: list[str], two: list[str]) -> Iterable[tuple[int, int, int]]:
    """What is the same in both; where that would take long only how both begin and end."""
    counts = Counter(two)
    if sum(counts[part] for part in one) <= _MOST:
        return SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    head = _begin_alike(one, two)
    tail = _begin_alike(one[head:][::-1], two[head:][::-1])
    ends = (len(one), len(two))
    return [(0, 0, head), (ends[0] - tail, ends[1] - tail, tail), (*ends, 0)]


def _begin_alike(one: list[str], two: list[str]) -> int:
    pairs = zip(one, two, strict=False)
    return next(
        (at for at, (left, right) in enumerate(pairs) if left != right), min(len(one), len(two))
    )


def _shared(one: list[str], two: list[str]) -> list[str]:
    """What is in both, in order."""
    return [one[at] for at, _there in _pairs(one, two)]


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind as one piece."""
    last: Piece | None = None
    for piece in pieces:
        alike = last is not None and (last.kind, last.side, last.clash) == (
            piece.kind,
            piece.side,
            piece.clash,
        )
        if last is not None and alike:
            last = Piece(last.text + piece.text, *(piece.kind, piece.side, piece.clash))
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
