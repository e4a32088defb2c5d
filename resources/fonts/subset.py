# ruff: noqa: INP001 - a script run by hand, not part of a package
"""Make the bundled faces out of the full Noto families; a developer's tool, run by hand.

It needs fontTools, which the product does not: use a throw-away environment.
See README.md beside this file for the two commands.
"""

import argparse
import sys
import tarfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
STANDARD = HERE / "standard-8105.txt"
LIMIT = 5_900_000  # bytes a file; the repository takes nothing above 6,000 KB
SANS = {"Regular": "400Regular", "Medium": "500Medium", "SemiBold": "600SemiBold"}
SERIF = {"Regular": "400Regular", "Bold": "700Bold"}
# Everything the source has in these ranges goes into each face: punctuation, Latin, Greek,
# Cyrillic, arrows, mathematics, enclosed numbers, boxes, kana, full-width forms.
BLOCKS = ((0x20, 0x10FF), (0x1E00, 0x2DFF), (0x2E80, 0x33FF), (0xFE10, 0xFE6F), (0xFF00, 0xFFEF))


def standard() -> set[int]:
    """Give the 8,105 characters of 《通用规范汉字表》 (2013)."""
    return {ord(c) for c in STANDARD.read_text("utf-8") if not c.isspace()}


def double_byte(encoding: str) -> set[int]:
    """Give every character a double-byte encoding of Python knows."""
    found = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            text = bytes([lead, trail]).decode(encoding, "ignore")
            if len(text) == 1 and ord(text) > 0x7F:
                found.add(ord(text))
    return found


def base_set(source: set[int]) -> set[int]:
    """Choose what every face holds: 8,105 standard, GB 2312, letters and symbols."""
    blocks = {c for c in source if any(low <= c <= high for low, high in BLOCKS)}
    return (standard() | double_byte("gb2312") | blocks) & source


def extract(archive: Path, member: str) -> TTFont:
    """Open one TrueType file out of the package archive."""
    with tarfile.open(archive) as packed:
        for entry in packed:
            if entry.name.endswith(f"{member}.ttf") and (stream := packed.extractfile(entry)):
                return TTFont(BytesIO(stream.read()), recalcTimestamp=False)
    raise SystemExit(f"{archive} holds no {member}.ttf")


def cut(font: TTFont, characters: Iterable[int]) -> None:
    """Leave only ``characters``; no hints, no layout tables but kerning."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["kern"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.drop_tables += ["STAT", "BASE", "vhea", "vmtx", "gasp", "prep"]
    options.notdef_outline = True
    options.glyph_names = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)


def _outline(*contours: tuple[tuple[float, float], ...]) -> TTGlyphPen:
    pen = TTGlyphPen(None)
    for contour in contours:
        points = [(round(x), round(y)) for x, y in contour]
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()
    return pen


def add_boxes(font: TTFont, line: float) -> None:
    """Draw ☐ ☑ ☒ ✓ ✔ ✗ ✘, which the source lacks in part; ``line`` is the stroke, of 1000 an em."""
    low, high = -50.0, 810.0
    left, right = 70.0, 930.0
    outer = ((left, low), (left, high), (right, high), (right, low))
    inner = tuple(
        (x + (line if x == left else -line), y + (line if y == low else -line))
        for x, y in ((left, low), (right, low), (right, high), (left, high))
    )
    t = line * 1.5
    tick = (
        (215, 385),
        (215 + t, 385 + t * 0.8),
        (420, 215 + t * 1.1),
        (775 - t * 0.4, 660),
        (775 + t * 0.6, 660 - t * 0.5),
        (420, 120),
    )
    bar = line * 0.8
    cross = (
        (230, 110 + bar),
        (230 + bar, 110),
        (500, 380 - bar),
        (770 - bar, 110),
        (770, 110 + bar),
        (500 + bar, 380),
        (770, 650 - bar),
        (770 - bar, 650),
        (500, 380 + bar),
        (230 + bar, 650),
        (230, 650 - bar),
        (500 - bar, 380),
    )
    drawn = {
        0x2610: _outline(outer, inner), 0x2611: _outline(outer, inner, tick),
        0x2612: _outline(outer, inner, cross), 0x2713: _outline(tick), 0x2714: _outline(tick),
        0x2717: _outline(cross), 0x2718: _outline(cross),
    }  # fmt: skip
    order = [*font.getGlyphOrder()]
    for code, pen in drawn.items():
        name = f"box{code:04X}"
        order.append(name)
        font["glyf"].glyphs[name] = glyph = pen.glyph()
        glyph.recalcBounds(font["glyf"])
        font["hmtx"].metrics[name] = (1000, glyph.xMin)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    font["maxp"].numGlyphs = len(order)


def rename(font: TTFont, family: str) -> None:
    """Give a face its own family name, so that no system copy is mistaken for it."""
    for record in font["name"].names:
        if record.nameID in {1, 16}:
            record.string = family
        elif record.nameID in {3, 4, 6}:
            tight = record.nameID == 6
            record.string = (
                f"{family.replace(' ', '') if tight else family}{'-' if tight else ' '}Regular"
            )


def write(font: TTFont, name: str) -> int:
    """Write one face; refuse a file above the limit."""
    path = HERE / name
    font.save(path)
    size = path.stat().st_size
    if size > LIMIT:
        raise SystemExit(f"{name} has {size} bytes, more than {LIMIT}")
    sys.stdout.write(f"{name}\t{size}\t{len(TTFont(path).getBestCmap())} characters\n")
    return size


def make_faces(archive: Path, stem: str, weights: dict[str, str], line: dict[str, float]) -> None:
    """Write the everyday faces of one family."""
    for weight, member in weights.items():
        font = extract(archive, f"{stem}_{member}")
        cut(font, base_set(set(font.getBestCmap())))
        add_boxes(font, line[weight])
        write(font, f"{stem}-{weight}.ttf")


def make_extra(archive: Path, stem: str, parts: int) -> None:
    """Write the rest of the source as fallback files: what GBK has first, then by code point."""
    every = set(extract(archive, f"{stem}_400Regular").getBestCmap())
    rest, gbk = every - base_set(every), double_byte("gbk")
    rest = {c for c in rest if not 0xAC00 <= c <= 0xD7A3}  # Hangul syllables: no paper has them
    ordered = sorted(rest, key=lambda c: (c not in gbk, c))
    step = -(-len(ordered) // parts)
    for part in range(parts):
        font = extract(archive, f"{stem}_400Regular")
        cut(font, ordered[part * step : (part + 1) * step])
        rename(font, f"Noto Serif SC Extra {part + 1}")
        write(font, f"{stem}-Extra{part + 1}.ttf")


def main() -> None:
    """Read the two package archives and write every face."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--serif", type=Path, required=True)
    parser.add_argument("--sans", type=Path, required=True)
    given = parser.parse_args()
    make_faces(given.serif, "NotoSerifSC", SERIF, {"Regular": 46, "Bold": 62})
    make_faces(given.sans, "NotoSansSC", SANS, {"Regular": 66, "Medium": 80, "SemiBold": 94})
    make_extra(given.serif, "NotoSerifSC", 2)


if __name__ == "__main__":
    main()
