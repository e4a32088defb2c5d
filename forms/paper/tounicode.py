"""A TrueType font whose text can be found and copied, also outside the basic plane.

WORKAROUND reportlab writes U+2C1DA in its ToUnicode table as five hexadecimal digits; readers
take four and lose the name. The table must hold UTF-16BE, in blocks of at most 100 entries.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont
from typing_extensions import override

BLOCK = 100  # PDF 32000-1, 9.10.3: no more entries between begin and end


def to_unicode(name: str, subset: Sequence[int]) -> str:
    """Write the ToUnicode table of one 256-code subset; code 0 and fillers are left out."""
    pairs = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
        if code and (point != 0x20 or code == 0x20)
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo", f"<< /Registry ({name})", f"/Ordering ({name})", "/Supplement 0", ">> def",
        f"/CMapName /{name} def", "/CMapType 2 def",
        "1 begincodespacerange", "<00> <FF>", "endcodespacerange",
    ]  # fmt: skip
    for start in range(0, len(pairs), BLOCK):
        block = pairs[start : start + BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


class Face(TTFont):
    """One TrueType file, embedded as subsets with a right ToUnicode table."""

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename, asciiReadable=False, shapable=False)

    @override
    def addObjects(self, doc: PDFDocument) -> None:
        """Let reportlab embed the subsets, then put right tables in the place of its own."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        names = [self.getSubsetInternalName(n, doc)[1:] for n in range(len(subsets))]
        super().addObjects(doc)
        objects: dict[str, Any] = doc.idToObject
        fonts = objects["BasicFonts"].dict
        for subset, name in zip(subsets, names, strict=True):
            font = fonts[name]
            objects[font.ToUnicode.name].content = to_unicode(font.BaseFont, subset)
