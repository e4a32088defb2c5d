"""Lines of Chinese text: where they may break, how they fill the measure.

After GB/T 15834-2011 5.1 (what may not begin or end a line) and common practice: no break inside
numbers, Latin words and, where the line is wide enough, dates and choices with their boxes, full-width punctuation squeezed before it is pushed down, its blank half
allowed to hang at the end of a line. Widths are in thousandths of an em.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from forms.paper.blocks import Run
from forms.paper.faces import FontSet, cleaned

NO_START = frozenset("，。、；：？！,.;:?!）〕］｝】》〉」』”’)]}％%‰℃°·•—－～~-/…々")
NO_END = frozenset("（〔［｛【《〈「『“‘([{￥¥$№/☐☑☒")
_CLOSING = frozenset("，。、；：？！）〕］｝】》〉」』”’")
_OPENING = frozenset("（〔［｛【《〈「『“‘")
_WORD = r"[0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]"
_TOKEN = re.compile(
    rf"[¥￥$€£№§±≥≤≈−+<>=#@-]*{_WORD}+(?:(?:[.,:/'’_@&+\-–#*=·]+|—(?!—)){_WORD}+)*[%‰℃°]*|—+|…+|[\s\S]"
)
_DATE = re.compile(
    r"[0-9]{4} ?年 ?[0-9]{1,2} ?月(?: ?[0-9]{1,2} ?日)?|[0-9]{1,2} ?月 ?[0-9]{1,2} ?日"
)
_CHOICE = re.compile(r"[☐☑☒][^\s☐☑☒]+")  # a box and the words of its choice
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")  # full-width in Chinese faces
_HALF = 500
_SQUEEZE = 350  # what one full-width mark may give of its blank half, besides set pairs
_LOOSEST = 250  # more than this a gap, and the line stays ragged


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of one face set at ``x``, each followed by ``space`` more than its own width."""

    text: str
    font: str
    x: float
    space: float


@dataclass(frozen=True, slots=True)
class Line:
    """One set line: spans, underlined stretches, the width it takes; ``forced`` broke a rule."""

    spans: tuple[Span, ...]
    underlines: tuple[tuple[float, float], ...] = ()
    width: float = 0.0
    forced: bool = False

    @property
    def text(self) -> str:
        """Give the characters of the line."""
        return "".join(span.text for span in self.spans)

    def moved(self, by: float) -> "Line":
        """Give the line set ``by`` further right."""
        if not by:
            return self
        return Line(
            tuple(Span(one.text, one.font, one.x + by, one.space) for one in self.spans),
            tuple((left + by, right + by) for left, right in self.underlines),
            self.width + by,
            self.forced,
        )


@dataclass(slots=True)
class _Atom:
    """What is never broken: one character, a word, a number."""

    glyphs: list[tuple[str, str, int, bool]]  # character, face, width, filled
    width: int
    space: bool
    wide: bool  # one full-width mark, which may be squeezed
    held: int = 0  # how firmly to what stands before: 1 in a date or choice, 2 by 年, 月 or 日

    @property
    def first(self) -> str:
        return self.glyphs[0][0]

    @property
    def last(self) -> str:
        return self.glyphs[-1][0]


def set_lines(
    runs: Sequence[Run],
    fonts: FontSet,
    measure: float,
    *,
    indent: float = 0.0,
    align: str = "justify",
) -> tuple[Line, ...]:
    """Break ``runs`` into lines no wider than ``measure``; a line end in the text starts anew.

    ``indent`` goes before the first line of each paragraph. ``align`` is one of
    ``justify left center right``. Raises ``MissingGlyph``.
    """
    lines: list[Line] = []
    for paragraph in _paragraphs(runs):
        lines += _set_paragraph(
            _atoms(paragraph, fonts), measure, indent, justify=align == "justify"
        )
    if align == "center":
        return tuple(line.moved((measure - line.width) / 2) for line in lines)
    if align == "right":
        return tuple(line.moved(measure - line.width) for line in lines)
    return tuple(lines)


def _paragraphs(runs: Sequence[Run]) -> list[list[Run]]:
    paragraphs: list[list[Run]] = [[]]
    for run in runs:
        text = _APOSTROPHE.sub("'", cleaned(run.text))
        first, *rest = text.split("\n")
        paragraphs[-1].append(replace(run, text=first))
        paragraphs += [[replace(run, text=text)] for text in rest]
    return paragraphs


def _atoms(runs: Sequence[Run], fonts: FontSet) -> list[_Atom]:
    glyphs, blanks = [], []
    for run in runs:
        drop = not run.filled or bool(
            run.text.strip()
        )  # a filled run of blanks is a line to write on
        for character in run.text:
            glyphs.append((character, *fonts.glyph(character, bold=run.bold), run.filled))
            blanks.append(drop and character in " \u3000")
    atoms = []
    text = "".join(run.text for run in runs)
    held = {
        i: 2 if text[i] in "年月日" else 1
        for date in _DATE.finditer(text)
        for i in range(date.start() + 1, date.end())
    }
    for choice in _CHOICE.finditer(text):
        for i in range(choice.start() + 1, choice.end()):
            held.setdefault(i, 1)
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        width = sum(glyph[2] for glyph in glyphs[start:end])
        wide = width >= 2 * _HALF and (match.group() in _CLOSING or match.group() in _OPENING)
        atoms.append(
            _Atom(glyphs[start:end], width, blanks[start], wide=wide, held=held.get(start, 0))
        )
    return atoms


def _pair(left: _Atom, right: _Atom) -> int:
    """Give what two full-width marks in a row lose: one blank half, never two."""
    if left.wide and right.wide and (left.last in _CLOSING or right.first in _OPENING):
        return -_HALF
    return 0


def _may_break(left: _Atom, right: _Atom, before: _Atom | None) -> bool:
    solid = before if left.space and before is not None else left
    if right.space or right.first in NO_START or solid.last in NO_END:
        return False
    return not (right.first in "([" and left.last.isascii() and left.last.isalnum())


def _set_paragraph(
    atoms: list[_Atom], measure: float, indent: float, *, justify: bool
) -> list[Line]:
    if not atoms:
        return [Line(())]
    lines: list[Line] = []
    start = 0
    while start < len(atoms):
        room = measure - (0 if lines else indent)
        end, forced = _line_end(atoms, start, room)
        part = atoms[start:end]
        while len(part) > 1 and part[-1].space:
            part.pop()
        last = end >= len(atoms)
        line = replace(_place(part, room, justify=justify, last=last), forced=forced)
        lines.append(line if lines else line.moved(indent))
        start = end
        while start < len(atoms) and atoms[start].space:
            start += 1
    return lines


def _line_end(atoms: list[_Atom], start: int, room: float) -> tuple[int, bool]:
    """Find where the line beginning at ``start`` ends, and whether a rule had to be broken."""
    x, best = 0.0, [start] * 3
    for i in range(start, len(atoms)):
        atom = atoms[i]
        x += atom.width + (_pair(atoms[i - 1], atom) if i > start else 0)
        over = x - _hang(atom) - room
        if not atom.space and over > 0:
            part = atoms[start : i + 1]
            give = _SQUEEZE * len(_giving(part, _pair_gaps(part)))
            if atom.first not in NO_START or over > give:
                break
        if i + 1 == len(atoms):
            return i + 1, False
        if _may_break(atom, atoms[i + 1], atoms[i - 1] if i > start else None):
            for firm in range(atoms[i + 1].held, 3):
                best[firm] = i + 1
    for found in best:
        if found > start:
            return found, False
    return _forced_end(atoms, start, room), True


def _forced_end(atoms: list[_Atom], start: int, room: float) -> int:
    """Break where no rule allows it: a word longer than the line, or nothing but marks."""
    x = 0.0
    for i in range(start, len(atoms)):
        x += atoms[i].width
        if x <= room:
            continue
        if i > start:
            return i
        glyphs, taken, width = atoms[i].glyphs, 1, atoms[i].glyphs[0][2]
        while taken < len(glyphs) - 1 and width + glyphs[taken][2] <= room:
            width += glyphs[taken][2]
            taken += 1
        if len(glyphs) > 1:
            tail = glyphs[taken:]
            atoms[i : i + 1] = [
                _Atom(glyphs[:taken], width, space=False, wide=False),
                _Atom(tail, sum(glyph[2] for glyph in tail), space=False, wide=False),
            ]
        return i + 1
    return len(atoms)


def _hang(atom: _Atom) -> int:
    """Give the blank half of a closing mark, which may stand outside the measure."""
    return _HALF if atom.wide and atom.last in _CLOSING else 0


def _pair_gaps(part: list[_Atom]) -> list[float]:
    return [float(_pair(left, right)) for left, right in pairwise(part)] + [0.0]


def _giving(part: list[_Atom], gaps: list[float]) -> list[int]:
    """Find the gaps beside a full-width mark that can be narrowed and are not yet."""
    giving = [
        i if atom.last in _CLOSING else i - 1
        for i, atom in enumerate(part)
        if atom.wide and (i < len(part) - 1 if atom.last in _CLOSING else i > 0)
    ]
    return [i for i in giving if gaps[i] == 0]


def _place(part: list[_Atom], room: float, *, justify: bool, last: bool) -> Line:
    """Give each atom its place: squeeze what is too long, stretch what is to be justified."""
    gaps = _pair_gaps(part)
    excess = sum(atom.width for atom in part) + sum(gaps) - room
    giving = _giving(part, gaps)
    if excess > _hang(part[-1]) and giving:
        for i in giving:
            gaps[i] -= (excess - _hang(part[-1])) / len(giving)
    elif justify and not last and excess < 0:
        _stretch(part, gaps, -excess)
    width = sum(atom.width for atom in part) + sum(gaps)
    width = min(width, room)
    return Line(_spans(part, gaps), _underlines(part, gaps, width), width)


def _stretch(part: list[_Atom], gaps: list[float], missing: float) -> None:
    open_gaps = [i for i, (left, right) in enumerate(pairwise(part)) if _opens(left, right)]
    if open_gaps and missing / len(open_gaps) <= _LOOSEST:
        for i in open_gaps:
            gaps[i] += missing / len(open_gaps)


def _opens(left: _Atom, right: _Atom) -> bool:
    """Say whether justifying may widen the gap: beside Chinese, and after a space."""
    return not right.space and (left.space or not (left.last + right.first).isascii())


def _spans(part: list[_Atom], gaps: list[float]) -> tuple[Span, ...]:
    """Join neighbours of one face and one spacing, so that text stays together in the file.

    A word is one span whatever follows it; the space after the last character is of no account.
    """
    spans: list[Span] = []
    x = end = 0.0
    for atom, gap in zip(part, gaps, strict=True):
        last = atom is part[-1] and spans
        space = 0.0 if len(atom.glyphs) > 1 else spans[-1].space if last else gap
        for character, font, width, _ in atom.glyphs:
            before = spans[-1] if spans else None
            if before and (before.font, before.space) == (font, space) and abs(end - x) < 0.01:
                spans[-1] = Span(before.text + character, font, before.x, space)
            else:
                spans.append(Span(character, font, x, space))
            end = x + width + space
            x += width
        x += gap
    return tuple(spans)


def _underlines(
    part: list[_Atom], gaps: list[float], measure: float
) -> tuple[tuple[float, float], ...]:
    """Find what is underlined; the line stops at the measure, though a mark may stand outside."""
    stretches: list[tuple[float, float]] = []
    x, joined = 0.0, False
    for atom, gap in zip(part, gaps, strict=True):
        for n, (_, _, width, filled) in enumerate(atom.glyphs):
            advance = width + (gap if n == len(atom.glyphs) - 1 else 0.0)
            if filled and joined:
                stretches[-1] = (stretches[-1][0], x + advance)
            elif filled:
                stretches.append((x, x + advance))
            joined = filled
            x += advance
    return tuple((left, min(right, measure)) for left, right in stretches)
