"""The faces of a page: which glyph comes from which file, and how wide it is."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics

from forms.paper.errors import MissingGlyph
from forms.paper.tounicode import Face

FOLDER = Path(__file__).parents[2] / "resources" / "fonts"
EXTRA = ("NotoSerifSC-Extra1.ttf", "NotoSerifSC-Extra2.ttf")
# Characters that are never drawn: marks of direction and joining, variation selectors, soft hyphen.
_SILENT = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070),
     *range(0xFE00, 0xFE10), 0xFEFF, *range(0xE0100, 0xE01F0)]
)  # fmt: skip
_SPACES = {0x09: " ", 0xA0: " ", 0x2028: "\n", 0x2029: "\n", 0x0D: "\n", 0x0B: "\n", 0x0C: "\n"}
_CLEAN = {**_SILENT, **_SPACES}


class FontSet:
    """One voice of type: a regular and a bold face, and the fallback files behind both.

    Files are read when first needed. ``body`` puts a user's own TrueType file (a 仿宋, say)
    before the bundled regular face.
    """

    def __init__(self, regular: str, bold: str, *, body: Path | None = None) -> None:
        own = [body] if body is not None else []
        extra = [FOLDER / name for name in EXTRA]
        self._chains = {
            False: [*own, FOLDER / regular, *extra],
            True: [FOLDER / bold, FOLDER / regular, *extra],
        }
        self._found: dict[tuple[str, bool], tuple[str, int] | None] = {}

    def glyph(self, character: str, *, bold: bool) -> tuple[str, int]:
        """Give the face's name and the advance in thousandths of an em.

        Raises ``MissingGlyph`` when no face has the character.
        """
        key = (character, bold)
        if key not in self._found:
            self._found[key] = self._look(character, bold=bold)
        found = self._found[key]
        if found is None:
            raise MissingGlyph(character, character)
        return found

    def width(self, text: str, *, bold: bool = False) -> int:
        """Give the natural width of ``text`` in thousandths of an em."""
        return sum(self.glyph(character, bold=bold)[1] for character in text)

    def check(self, texts: Iterable[str]) -> None:
        """Raise ``MissingGlyph`` naming every character of ``texts`` that no face has."""
        missing: dict[str, str] = {}
        for text in texts:
            for place, character in enumerate(cleaned(text)):
                if character == "\n" or self._known(character):
                    continue
                missing.setdefault(character, text[max(0, place - 8) : place + 8])
        if missing:
            raise MissingGlyph("".join(missing), next(iter(missing.values())))

    def first(self, *, bold: bool = False) -> str:
        """Give the name of the first face: what a canvas starts with."""
        return face(self._chains[bold][0]).fontName

    def _known(self, character: str) -> bool:
        try:
            self.glyph(character, bold=False)
        except MissingGlyph:
            return False
        return True

    def _look(self, character: str, *, bold: bool) -> tuple[str, int] | None:
        code = ord(character)
        for path in self._chains[bold]:
            found = face(path)
            if code in found.face.charToGlyph:
                return found.fontName, found.face.getCharWidth(code)
        return None


def cleaned(text: str) -> str:
    """Take out what is never drawn and make every odd space or line end a plain one."""
    return text.replace("\r\n", "\n").translate(_CLEAN)


@cache
def face(path: Path) -> Face:
    """Read one TrueType file and make it known to reportlab, once a process (about 20 ms)."""
    loaded = Face(f"XJ-{path.stem}", str(path))
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def serif() -> FontSet:
    """Give the set for letters and table forms: Noto Serif SC."""
    return FontSet("NotoSerifSC-Regular.ttf", "NotoSerifSC-Bold.ttf")


@cache
def sans() -> FontSet:
    """Give the set for labels: Noto Sans SC."""
    return FontSet("NotoSansSC-Regular.ttf", "NotoSansSC-SemiBold.ttf")
