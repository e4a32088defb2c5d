"""Small charts drawn as SVG: bars with their words and figures, readable without colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

_ROW, _LEFT, _WIDEST = 28, 116, 55
"""Height of a row and room for its words in pixels; the longest bar in percent of the width."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its words, its figure, and what it means (``plain``, ``good``, ``warn``, ``bad``)."""

    words: str
    value: int
    tone: str = "plain"


def bars(title: str, rows: Sequence[Bar]) -> Markup:
    """Return a chart of bars one below the other."""
    most = max((row.value for row in rows), default=0) or 1
    parts = [
        Markup('<svg class="chart" height="{}" role="img" aria-label="{}">').format(
            _ROW * len(rows), title
        )
    ]
    for at, row in enumerate(rows):
        y = at * _ROW
        wide = max(1.0, round(_WIDEST * row.value / most, 1)) if row.value else 0
        drawn = Markup(
            '<text x="{}" y="{}" text-anchor="end">{}</text>'
            '<rect class="{}" x="{}" y="{}" width="{}%" height="14" rx="2"/>'
            '<text class="value" x="100%" y="{}" text-anchor="end">{}</text>'
        )
        words = (_LEFT - 12, y + 18, row.words)
        parts.append(drawn.format(*words, row.tone, _LEFT, y + 7, wide, y + 18, row.value))
    return Markup("").join([*parts, Markup("</svg>")])
