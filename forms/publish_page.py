"""The ``print`` and ``label`` sheets checked against the form, and the page drawn once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from forms import page_sheet
from forms.expressions.context import Shape
from forms.page_sheet import PAGE_VALUES, STYLES, Pieces, PrintRow, SheetError
from forms.paper.blocks import Paper
from forms.publish_expressions import check_when
from forms.publish_headings import BLOCKS
from forms.publish_meant import Chosen, chosen_in
from forms.publish_problems import Problem, problem
from forms.publish_settings import signer_slots
from forms.publish_survey import Node, Survey
from forms.publish_workbook import Book

_PARTED = {"fields"}
_PLAIN = {"title", "number", "to", "heading", "para", "tick", "remedy", "seal", "copies", "qr"}


# A place written with full-width signs, or without its dollar.
_SIGNS = re.compile(r"[$＄]?[{｛]([^{}｛｝]+)[}｝]")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What a page may name: questions, slots to sign, and the repeat the labels go through."""

    name: str
    questions: Mapping[str, Node]
    survey: Survey
    shape: Shape
    slots: frozenset[str]
    chosen: Chosen
    each: str = ""


def rows_of_sheet(book: Book, name: str) -> tuple[PrintRow, ...]:
    """The rows of the ``print`` or ``label`` sheet."""
    sheet = book.sheets.get(name)
    return tuple(
        PrintRow(
            row.number,
            row.cells.get("block", ""),
            row.cells.get("text", ""),
            row.cells.get("when", ""),
            row.cells.get("style", ""),
        )
        for row in (sheet.rows if sheet else ())
    )


def check_page(book: Book, survey: Survey, settings: Mapping[str, str]) -> list[Problem]:
    """Everything wrong with the two sheets of the page."""
    found: list[Problem] = []
    for name in ("print", "label"):
        rows = rows_of_sheet(book, name)
        each = next((row.text for row in rows if row.block == "each"), "")
        questions = survey.unique()
        sheet = _Sheet(
            name,
            questions,
            survey,
            survey.shape,
            signer_slots(settings),
            chosen_in(book, survey),
            questions[each].path if each in questions else "",
        )
        for row in rows:
            found.extend(_row(sheet, row))
    return [*found, *_whole(rows_of_sheet(book, "print"), settings)]


def _whole(rows: tuple[PrintRow, ...], settings: Mapping[str, str]) -> Iterator[Problem]:
    """What a page must have."""
    blocks = {row.block for row in rows}
    if not rows:
        yield problem("print-empty", "print")
        return
    needed = {"title": ("每张纸都要有标题", "every paper has a title")}
    if settings.get("kind") == "document":
        needed["number"] = ("文书要有文号", "a document has a number")
    if settings.get("signers"):
        needed["sign"] = ("设置里写了签名人", "the settings name signers")
    for block, (why, why_en) in needed.items():
        if block not in blocks:
            yield problem(
                "block-missing", "print", name=block, name_zh=_block_word(block),
                why=why, why_en=why_en,
            )  # fmt: skip


def _block_word(block: str) -> str:
    return next((word for word, meant in BLOCKS.items() if meant == block), block)


def _row(sheet: _Sheet, row: PrintRow) -> Iterator[Problem]:
    place = (sheet.name, row.number)
    if row.block not in STYLES:
        known, known_zh = " ".join(STYLES), "、".join(BLOCKS)
        yield problem(
            "block-unknown", *place, "block", name=row.block, known=known, known_zh=known_zh
        )
        return
    if not page_sheet.style_fits(row.block, row.style):
        known = " ".join(style for style in STYLES[row.block] if style) or "list, 1 2 3"
        yield problem(
            "style-unknown", *place, "style", block=row.block, block_zh=_block_word(row.block),
            name=row.style, known=known,
        )  # fmt: skip
    if row.when:
        yield from check_when(row.when, sheet.shape, sheet.chosen, (*place, "when"))
    try:
        yield from _text(sheet, row)
    except SheetError as error:
        yield problem(error.code, *place, "text", facts=error.facts)


def _text(sheet: _Sheet, row: PrintRow) -> Iterator[Problem]:
    """What is wrong with the text of a row; each block reads its text its own way."""
    if row.block in _PLAIN:
        yield from _pieces(sheet, row, page_sheet.pieces(row.text))
    elif row.block == "fields":
        yield from _parts(sheet, row, row.text)
    elif row.block == "table":
        yield from _table(sheet, row)
    elif row.block == "findings":
        text, _ = page_sheet.otherwise(row.text)
        yield from _parts(sheet, row, text, extra=frozenset(page_sheet.FINDING_VALUES))
    elif row.block == "sign":
        yield from _signers(sheet, row)
    elif row.block == "each":
        yield from _container(sheet, row, row.text, "repeat")
    elif row.block == "checklist":
        for name in row.text.split():
            yield from _container(sheet, row, name, "group")


def _parts(
    sheet: _Sheet, row: PrintRow, text: str, inside: str = "", extra: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    if row.style == "list":
        yield from _pieces(sheet, row, page_sheet.pieces(text), inside, extra)
        return
    cells = page_sheet.parts(text)
    if row.block in _PARTED and len(cells) > 2:
        yield problem("cells-too-many", sheet.name, row.number, "text", count=len(cells))
    for cell in cells:
        yield from _pieces(sheet, row, cell.pieces, inside, extra)


def _table(sheet: _Sheet, row: PrintRow) -> Iterator[Problem]:
    name, text = page_sheet.rows_of(row.text)
    wrong = list(_container(sheet, row, name, "repeat"))
    yield from wrong
    if not wrong:
        yield from _parts(sheet, row, text, sheet.questions[name].path, frozenset("#"))


def _container(sheet: _Sheet, row: PrintRow, name: str, kind: str) -> Iterator[Problem]:
    """What is wrong with the name of a group or repeat; it must stand once in the form."""
    place = (sheet.name, row.number, "text")
    if name not in {node.name for node in sheet.survey.of_kind(kind)}:
        yield problem(f"{kind}-unknown", *place, name=name)
    elif name not in sheet.questions:
        yield problem("ambiguous-name", *place, name=name)


def _signers(sheet: _Sheet, row: PrintRow) -> Iterator[Problem]:
    for part in page_sheet.parts(row.text):
        slot = "".join(piece for piece in part.pieces if isinstance(piece, str)).strip()
        if slot.rstrip("?") not in sheet.slots:
            yield problem("signer-unknown", sheet.name, row.number, "text", name=slot)


def _pieces(
    sheet: _Sheet,
    row: PrintRow,
    pieces: Pieces,
    inside: str = "",
    extra: frozenset[str] = frozenset(),
) -> Iterator[Problem]:
    place = (sheet.name, row.number, "text")
    for found in (
        one for piece in pieces if isinstance(piece, str) for one in _SIGNS.finditer(piece)
    ):
        if found[1].strip() in sheet.questions:
            yield problem("slot-signs", *place, found=found[0], name=found[1].strip())
    for slot in page_sheet.names_in(pieces):
        if slot.form not in page_sheet.FORMS:
            yield problem("slot-form", *place, name=slot.name, form=slot.form)
        if slot.name in extra or slot.name in PAGE_VALUES or (slot.name == "#" and sheet.each):
            continue
        node = sheet.questions.get(slot.name)
        if node is None:
            twice = slot.name in sheet.survey.by_name()
            yield problem("ambiguous-name" if twice else "unknown-name", *place, name=slot.name)
            continue
        repeat = sheet.survey.repeat_of(node.path)
        if repeat and repeat not in {inside, sheet.each}:
            name = repeat.rpartition("/")[2]
            yield problem("slot-in-rows", *place, name=slot.name, repeat=name)


def draw_once(paper: Paper, sheet: str, rows: Sequence[PrintRow]) -> list[Problem]:
    """Draw a page; a missing glyph or a part too tall for a page is a problem."""
    from forms.paper import draw
    from forms.paper.errors import MissingGlyph, PaperError

    try:
        draw(paper)
    except MissingGlyph as error:
        row = next((one for one in rows if set(error.characters) & set(one.text)), None)
        place = (sheet, row.number, "text") if row else (sheet,)
        return [problem("page-glyphs", *place, characters=" ".join(error.characters))]
    except PaperError as error:
        return [problem("page-overflow", sheet, reason=error)]
    return []


def page_count(paper: Paper) -> int:
    """How many pages the paper takes."""
    from forms.paper import draw

    return draw(paper).pages
