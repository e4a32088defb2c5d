"""The ``print`` sheet: its blocks, its ``${…}`` places, and the rows as frozen facts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

STYLES: Mapping[str, tuple[str, ...]] = {
    "title": ("", "agency"),
    "number": ("",),
    "to": ("",),
    "heading": ("",),
    "para": ("", "body", "flush", "small"),
    "tick": ("",),
    "fields": ("",),
    "checklist": ("",),
    "table": (),  # list, or the relative widths of the columns
    "findings": (),
    "photos": ("",),
    "law": ("", "body", "flush", "small"),
    "remedy": ("", "body"),
    "sign": ("", "every-page"),
    "seal": ("",),
    "copies": ("",),
    "qr": ("",),
    "page-break": ("",),
    "each": ("",),
}
# What a page may name beside the form's own questions; see forms/library/README.md.
PAGE_VALUES = ("bureau", "number", "date", "bureau_address", "bureau_phone", "report_code")
# Without one of these the row that names it is left out.
MAY_LACK = ("report_code",)
FORMS = ("", "ticks", "money", "picture")
FINDING_VALUES = ("n", "item", "seen", "severity", "law", "law_text", "measure", "due")

PAIRS = "pairs"
"""The photos of each finding before and after it was put right."""

_SLOT = re.compile(r"\$\{([^{}|:]+)(?::([^{}|]*))?(?:\|([^{}]*))?\}")
# Chinese input methods write full-width signs; a page means the same by both.
_BETWEEN = re.compile(r"[;；]{2}")
_EQUALS = re.compile(r"[=＝]")
_COLON = re.compile(r"[:：]")
_ELSE = re.compile(r"[?？]{2}")
_WIDTHS = re.compile(r"\d+(\.\d+)?( \d+(\.\d+)?)*")


@dataclass(frozen=True, slots=True)
class PrintRow:
    """One row of the sheet: ``number`` as the spreadsheet shows it, and its four cells."""

    number: int
    block: str
    text: str = ""
    when: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the text: ``${name:form|instead}``; ``instead`` is printed when it is empty."""

    name: str
    form: str = ""
    instead: str | None = None


Pieces = tuple[str | Slot, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One cell of a row of the page: its label and what stands beside it."""

    label: str
    pieces: Pieces


class SheetError(ValueError):
    """A cell of the sheet that cannot be read; ``code`` as in ``publish_problems``."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


def pieces(text: str) -> Pieces:
    """Words and places of a text in order.

    Raises:
        SheetError: a ``${`` without its end.
    """
    found: list[str | Slot] = []
    end = 0
    for match in _SLOT.finditer(text):
        if match.start() > end:
            found.append(text[end : match.start()])
        name, form, instead = match.groups()
        found.append(Slot(name.strip(), (form or "").strip(), instead))
        end = match.end()
    if end < len(text):
        found.append(text[end:])
    if any("${" in piece for piece in found if isinstance(piece, str)):
        raise SheetError("slot-broken", text=text)
    return tuple(found)


def parts(text: str) -> tuple[Part, ...]:
    """Cells written ``label = text ;; label = text``.

    Raises:
        SheetError: a cell without ``=``, or a broken place.
    """
    cells = []
    for cell in _BETWEEN.split(text):
        label, *rest = _EQUALS.split(cell, maxsplit=1)
        if not rest or not label.strip():
            raise SheetError("cells-broken", text=cell.strip())
        cells.append(Part(label.strip(), pieces(rest[0].strip())))
    return tuple(cells)


def seal_of(text: str) -> tuple[str, str]:
    """Who seals, and the name of the seal where it is not that of the agency: ``who ;; name``."""
    who, *name = _BETWEEN.split(text, maxsplit=1)
    return who.strip(), name[0].strip() if name else ""


def rows_of(text: str) -> tuple[str, str]:
    """The repeat of a ``table`` and what is printed for each of its rows.

    Raises:
        SheetError: no name before the colon.
    """
    name, *rest = _COLON.split(text, maxsplit=1)
    if not rest or not name.strip():
        raise SheetError("table-broken", text=text)
    return name.strip(), rest[0].strip()


def otherwise(text: str) -> tuple[str, str]:
    """The text of a ``findings`` block and the words printed when there are none."""
    main, *none = _ELSE.split(text, maxsplit=1)
    return main.strip(), "".join(none).strip()


def widths(style: str) -> tuple[float, ...]:
    """The relative widths of a table's columns; empty when the style gives none."""
    return tuple(float(part) for part in style.split()) if _WIDTHS.fullmatch(style) else ()


def style_fits(block: str, style: str) -> bool:
    """Whether a block knows a style."""
    if block in {"table", "findings"}:
        return style in {"", "list"} or bool(widths(style))
    return style in STYLES[block]


def names_in(found: Pieces) -> tuple[Slot, ...]:
    """The places among pieces."""
    return tuple(piece for piece in found if isinstance(piece, Slot))


def with_paths(expression: str, paths: Mapping[str, str]) -> str:
    """An expression with ``${name}`` replaced by the storage path of the question.

    Raises:
        SheetError: a name no question has.
    """

    def path(match: re.Match[str]) -> str:
        name = match.group(1).strip()
        if name not in paths:
            raise SheetError("unknown-name", name=name)
        return f" {paths[name]} "

    return _SLOT.sub(path, expression)
