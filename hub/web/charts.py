"""Small charts drawn as SVG: bars with their words and figures, readable without colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

_WIDTH, _ROW, _LEFT, _RIGHT = 560, 28, 132, 56


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its words, its figure, and what it means (``plain``, ``good``, ``warn``, ``bad``)."""

    words: str
    value: int
    tone: str = "plain"


def bars(title: str, rows: Sequence[Bar]) -> Markup:
    """Return a chart of bars one below the other."""
    most = max((row.value for row in rows), default=0) or 1
    height = _ROW * len(rows)
    room = _WIDTH - _LEFT - _RIGHT
    parts = [
        Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">').format(
            _WIDTH, height, title
        )
    ]
    for at, row in enumerate(rows):
        y = at * _ROW
        wide = max(2, round(room * row.value / most)) if row.value else 0
        parts.append(
            Markup(
                '<text x="{}" y="{}" text-anchor="end">{}</text>'
                '<rect class="{}" x="{}" y="{}" width="{}" height="14" rx="2"/>'
                '<text class="value" x="{}" y="{}">{}</text>'
            ).format(
                _LEFT - 12, y + 18, escape(row.words), row.tone, _LEFT, y + 7, wide,
                _LEFT + wide + 8, y + 18, row.value,
            )
        )  # fmt: skip
    return Markup("").join([*parts, Markup("</svg>")])
