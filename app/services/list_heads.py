"""Where the headings of a list stand, over one row or over two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.services.list_cells import Heads
from forms.publish_laid import Laid

_SEARCHED = 20
"""Rows at the top of a sheet among which the headings are looked for."""
_ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Top:
    """The headings: columns by their place, all texts, and which row of the table comes below."""

    places: Mapping[int, str]
    texts: Sequence[str]
    below: int

    @property
    def strangers(self) -> tuple[str, ...]:
        """Headings that mean no column, or one that stands there already."""
        return tuple(text for at, text in enumerate(self.texts) if text and at not in self.places)


def top_of(laid: Laid, heads: Heads) -> Top | None:
    """The row or the two rows most of whose cells are headings, one of the anchors among them."""
    found: list[Top] = []
    for at in range(min(len(laid.table), _SEARCHED)):
        upper = _across(laid, at)
        lower = _across(laid, at + 1) if at + 1 < len(laid.table) else []
        if _goes_on(upper, lower, heads):
            found.append(_top(_joined(upper, lower, heads), at + 2, heads))
        else:
            found.append(_top(upper, at + 1, heads))
    best = max(found, key=lambda one: (len(one.places), -one.below), default=None)
    if best is None or len(best.places) < _ENOUGH:
        return None
    return best if heads.anchors & set(best.places.values()) else None


def _top(texts: Sequence[str], below: int, heads: Heads) -> Top:
    """The places of the columns; of a heading that stands twice the first counts."""
    places: dict[int, str] = {}
    for at, text in enumerate(texts):
        column = heads.column_of(text)
        if column and column not in places.values():
            places[at] = column
    return Top(places, texts, below)


def _across(laid: Laid, at: int) -> list[str]:
    """A row as a heading reads: a merged text stands over, and in, every column it covers."""
    number, texts = laid.table[at]
    cells = list(texts)
    numbers = {row: place for place, (row, _texts) in enumerate(laid.table[: at + 1])}
    for area in laid.areas:
        if not area.row <= number <= area.last_row or area.row not in numbers:
            continue
        source = laid.table[numbers[area.row]][1]
        text = source[area.column] if area.column < len(source) else ""
        cells += [""] * (area.last_column + 1 - len(cells)) if text else []
        for column in range(area.column, area.last_column + 1) if text else ():
            cells[column] = cells[column] or text
    return cells


def _goes_on(upper: Sequence[str], lower: Sequence[str], heads: Heads) -> bool:
    """Whether the row below names columns still: no device or person stands in it yet."""
    fresh = {at: text for at, text in enumerate(lower) if text and _at(upper, at) != text}
    anchored = {at for at, text in enumerate(upper) if heads.column_of(text) in heads.anchors}
    return (
        bool(fresh)
        and not anchored & set(fresh)
        and any(heads.column_of(_pair(_at(upper, at), text, heads)) for at, text in fresh.items())
    )


def _joined(upper: Sequence[str], lower: Sequence[str], heads: Heads) -> list[str]:
    wide = max(len(upper), len(lower))
    return [_pair(_at(upper, at), _at(lower, at), heads) for at in range(wide)]


def _pair(upper: str, lower: str, heads: Heads) -> str:
    """Two headings one over the other as one: 使用单位 over 名称 is 使用单位名称."""
    if not lower or lower == upper:
        return upper
    both = f"{upper}{lower}"
    return both if heads.column_of(both) or not heads.column_of(lower) else lower


def _at(texts: Sequence[str], at: int) -> str:
    return texts[at] if at < len(texts) else ""
