"""A package, its answers and the facts around them → the page as blocks, ready to be drawn."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace

from forms import page_sheet, printed
from forms.facts import Facts, FindingFact, Photo, Signer
from forms.model import Question
from forms.package import Package
from forms.page_sheet import PrintRow
from forms.page_values import (
    Page,
    holds,
    picture_of,
    plain,
    row_pages,
    runs_of,
    text_of,
    unique_paths,
    value_of,
)
from forms.paper import blocks, link
from forms.session import Session
from forms.state import State

_HEADS = {
    "zh": ("序号", "检查内容", "结果", "说明"),
    "en": ("No.", "Item", "Verdict", "Note"),
}
_LONGEST_OPENED = 60  # characters: more would make the modules too small to read
_PHOTO = {"zh": "照片", "en": "Photo "}
_PAIR = {
    "zh": ("第{n}项 改正前", "第{n}项 改正后", "：没有照片"),
    "en": ("Item {n} before", "Item {n} after", ": no photo"),
}
_SEE = {"zh": "见问题{n}", "en": "see finding {n}"}


def compose(
    package: Package,
    session: Session,
    facts: Facts,
    *,
    sheet: str = "print",
    language: str = "zh",
) -> blocks.Paper:
    """Make the page (``print``) or the labels (``label``) of a paper; rows left empty are left out.

    Raises:
        KeyError: the sheet names a question the form does not have; publishing has checked that.
    """
    rows = package.label_rows if sheet == "label" else package.print_rows
    layout = "label" if sheet == "label" else package.settings.get("layout", "table")
    said = session.swept()
    page = Page(package, said, facts, language, layout, unique_paths(package.form))
    made = _labels(page, rows) if sheet == "label" else _blocks(page, rows)
    title = " ".join(part for part in (package.title_in(language), facts.number) if part)
    return blocks.Paper(
        layout=layout,
        title=title,
        blocks=tuple(made),
        language="zh-CN" if language == "zh" else language,
        created=facts.date.isoformat() if facts.date else "",
    )


def words(paper: blocks.Paper) -> str:
    """Every word of the page in reading order, one block a line: for tests and for search."""
    return "\n".join("".join(_strings(block)) for block in paper.blocks)


def _strings(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for piece in part:
            yield from _strings(piece)
    elif isinstance(part, Photo):
        yield part.caption
    elif isinstance(part, Signer):
        yield part.name
    elif is_dataclass(part):
        for name in (field.name for field in fields(part)):
            yield from _strings(getattr(part, name))


def _labels(page: Page, rows: tuple[PrintRow, ...]) -> list[blocks.Block]:
    """One label for each row of the repeat an ``each`` row names, else a single one."""
    each = next((row.text for row in rows if row.block == "each"), "")
    rest = tuple(row for row in rows if row.block != "each")
    if not each:
        return _blocks(page, rest)
    made: list[blocks.Block] = []
    for one in row_pages(page, each):
        if made:
            made.append(blocks.PageBreak())
        made.extend(_blocks(one, rest))
    return made


def _blocks(page: Page, rows: tuple[PrintRow, ...]) -> list[blocks.Block]:
    made: list[blocks.Block] = []
    foot = blocks.Foot("")
    for row in rows:
        if row.block == "tick":
            made.append(blocks.Tick(holds(page, row), runs_of(page, page_sheet.pieces(row.text))))
        elif not holds(page, row):
            continue
        elif row.block == "copies":
            foot = replace(foot, copies=plain(page, row.text))
        elif row.block == "qr":
            foot = replace(foot, qr=_code(page, row), check_words=page.facts.check_words)
        else:
            for block in _MAKERS[row.block](page, row):
                _join(made, block)
    if foot.copies or foot.qr:
        made.append(foot)
    return made


def _code(page: Page, row: PrintRow) -> str:
    """What the code says: what scanning it opens, where the row names that, and the proof.

    A phone that scans a code without such a name is taken to the hub, where there is one.
    """
    opens = plain(page, row.text).strip() if row.text else ""
    known = opens if len(opens) <= _LONGEST_OPENED else ""
    if not known and page.facts.qr and page.facts.hub:
        return link.address(page.facts.hub, page.facts.qr)
    return " ".join(part for part in (known, page.facts.qr) if part)


def _join(made: list[blocks.Block], block: blocks.Block) -> None:
    """Add a block; neighbouring ``fields`` become one ruled block."""
    last = made[-1] if made else None
    if isinstance(block, blocks.Fields) and isinstance(last, blocks.Fields):
        made[-1] = blocks.Fields(last.rows + block.rows)
    else:
        made.append(block)


# ── blocks ──────────────────────────────────────────────────────────────────────────────────────


def _title(page: Page, row: PrintRow) -> list[blocks.Block]:
    agency = page.facts.bureau if page.layout == "letter" or row.style == "agency" else ""
    return [blocks.Title(agency, plain(page, row.text))]


def _number(page: Page, row: PrintRow) -> list[blocks.Block]:
    """The number; nothing while there is none, so that no empty 编号 is printed."""
    slots = page_sheet.names_in(page_sheet.pieces(row.text))
    if slots and not any(value_of(page, slot)[0] for slot in slots):
        return []
    return [blocks.Number(plain(page, row.text))]


def _to(page: Page, row: PrintRow) -> list[blocks.Block]:
    return [blocks.To(runs_of(page, page_sheet.pieces(row.text)))]


def _para(page: Page, row: PrintRow) -> list[blocks.Block]:
    """A paragraph; an answer of several lines makes several."""
    style = "heading" if row.block == "heading" else row.style or "body"
    return list(_paragraphs(runs_of(page, page_sheet.pieces(row.text)), style))


def _paragraphs(runs: tuple[blocks.Run, ...], style: str) -> Iterator[blocks.Para]:
    line: list[blocks.Run] = []
    for run in runs:
        first, *more = run.text.split("\n")
        if first:
            line.append(replace(run, text=first))
        for text in more:
            if line:
                yield blocks.Para(tuple(line), style)
            line = [replace(run, text=text)] if text else []
    if line:
        yield blocks.Para(tuple(line), style)


def _fields(page: Page, row: PrintRow) -> list[blocks.Block]:
    """One ruled row; a single cell spans it."""
    cells = page_sheet.parts(row.text)
    span = 1 if len(cells) > 1 else 3
    return [
        blocks.Fields(
            (
                tuple(
                    blocks.Cell(cell.label, text_of(page, cell.pieces).strip(), span)
                    for cell in cells
                ),
            )
        )
    ]


def _checklist(page: Page, row: PrintRow) -> list[blocks.Block]:
    """Every verdict of the named groups (of the whole form when none is named), numbered.

    What was seen stands beside an adverse one, or its number where the page lists findings.
    """
    listed = any(other.block == "findings" for other in page.package.print_rows)
    see = _SEE.get(page.language, _SEE["zh"])
    seen = {
        finding.path: see.format(n=finding.number) if listed else finding.seen
        for finding in page.facts.findings
    }
    roots = [page.paths[name] for name in row.text.split()] or list(page.session.sections())
    rows: list[blocks.Check] = []
    for ref in (ref for root in roots for ref in _leaves(page.session, root)):
        state = page.session.node(ref)
        if not state.relevant or not _is_verdict(state):
            continue
        adverse = any(
            option.value == state.value and option.extra.get("finding") == "yes"
            for option in state.choices
        )
        note = seen.get(ref, "") if adverse else ""
        rows.append(blocks.Check(str(len(rows) + 1), state.label, state.shown, note, adverse))
    heads = _HEADS.get(page.language, _HEADS["zh"])
    return [blocks.Checklist(heads, tuple(rows))] if rows else []


def _leaves(session: Session, ref: str) -> Iterator[str]:
    if isinstance(session.answer(ref).question, Question):
        yield ref
        return
    for child in session.children(ref):
        yield from _leaves(session, child)


def _is_verdict(state: State) -> bool:
    """Whether one of a question's answers makes a finding, or is adverse by its gravity alone."""
    grave = "xj:severity" in state.question.attributes
    return grave or any(option.extra.get("finding") == "yes" for option in state.choices)


def _table(page: Page, row: PrintRow) -> list[blocks.Block]:
    """A repeat: ruled with one row each, or (style ``list``) one paragraph each."""
    name, text = page_sheet.rows_of(row.text)
    return _rows_or_list(row_pages(page, name), text, row.style)


def _rows_or_list(pages: list[Page], text: str, style: str) -> list[blocks.Block]:
    if not pages:
        return []
    if style == "list":
        pieces = page_sheet.pieces(text)
        return [
            paragraph for one in pages for paragraph in _paragraphs(runs_of(one, pieces), "body")
        ]
    cells = page_sheet.parts(text)
    rows = tuple(
        tuple(picture_of(one, cell.pieces) or text_of(one, cell.pieces).strip() for cell in cells)
        for one in pages
    )
    return [blocks.Table(tuple(cell.label for cell in cells), rows, page_sheet.widths(style))]


def _findings(page: Page, row: PrintRow) -> list[blocks.Block]:
    """The adverse findings, or the words for none."""
    text, none = page_sheet.otherwise(row.text)
    if not page.facts.findings:
        return [blocks.Para((blocks.Run(none),), "body")] if none else []
    pages = [
        replace(page, finding=_finding_values(page, finding), n=place)
        for place, finding in enumerate(page.facts.findings, start=1)
    ]
    return _rows_or_list(pages, text, row.style)


def _finding_values(page: Page, finding: FindingFact) -> dict[str, str]:
    choices = page.package.form.lists.get("measure", ())
    return {
        "n": str(finding.number),
        "item": finding.item,
        "seen": finding.seen,
        "severity": finding.severity,
        "law": finding.law,
        "law_text": finding.law_text,
        "measure": printed.choice_label(choices, finding.measure, page.language),
        "due": printed.date_text(finding.due, page.language) if finding.due else "",
    }


def _photos(page: Page, row: PrintRow) -> list[blocks.Block]:
    """Pictures with running numbers: of the findings, all there are, or before and after."""
    if row.text == page_sheet.PAIRS:
        return _pairs(page)
    found = [photo for finding in page.facts.findings for photo in finding.photos]
    if row.text != "findings":
        found = [*page.facts.photos, *found]
    word = _PHOTO.get(page.language, _PHOTO["zh"])
    items = tuple(
        replace(photo, caption=f"{word}{place}　{photo.caption}".rstrip())
        for place, photo in enumerate(found, start=1)
    )
    return [blocks.Photos(items)] if items else []


def _pairs(page: Page) -> list[blocks.Block]:
    """Each finding as it was and as it was put right, two to a row."""
    before, after, none = _PAIR.get(page.language, _PAIR["zh"])
    items = []
    for pair in page.facts.pairs:
        for words, photo in ((before, pair.before), (after, pair.after)):
            said = words.format(n=pair.number)
            if photo is None:
                items.append(Photo(b"", f"{said}{none}"))
            else:
                items.append(replace(photo, caption=f"{said}　{photo.caption}".rstrip()))
    return [blocks.Photos(tuple(items), paired=True)] if items else []


def _law(page: Page, row: PrintRow) -> list[blocks.Block]:
    """A paragraph for each article broken, once each; its official text where the bureau has it."""
    made: list[blocks.Block] = []
    articles = {finding.law: finding.law_text for finding in page.facts.findings if finding.law}
    for law, text in articles.items():
        runs = (blocks.Run(law, filled=True), *((blocks.Run(f"：{text}"),) if text else ()))
        made.append(blocks.Para(runs, row.style or "body"))
    return made


def _sign(page: Page, row: PrintRow) -> list[blocks.Block]:
    """Places to sign; an optional one only when somebody stands there."""
    signers = {signer.slot: signer for signer in page.facts.signers}
    labels, places = [], []
    for part in page_sheet.parts(row.text):
        slot = "".join(piece for piece in part.pieces if isinstance(piece, str)).strip()
        if slot.endswith("?") and slot.rstrip("?") not in signers:
            continue
        labels.append(part.label)
        places.append(signers.get(slot.rstrip("?"), Signer(slot.rstrip("?"))))
    every = row.style == "every-page"
    return [blocks.Sign(tuple(labels), tuple(places), every)] if places else []


def _seal(page: Page, row: PrintRow) -> list[blocks.Block]:
    date = printed.date_text(page.facts.date, page.language) if page.facts.date else ""
    who, name = page_sheet.seal_of(row.text)
    agency = plain(page, who) or page.facts.bureau
    return [blocks.Seal(agency, date, name) if name else blocks.Seal(agency, date)]


def _page_break(_page: Page, _row: PrintRow) -> list[blocks.Block]:
    return [blocks.PageBreak()]


_MAKERS: Mapping[str, Callable[[Page, PrintRow], list[blocks.Block]]] = {
    "title": _title,
    "number": _number,
    "to": _to,
    "heading": _para,
    "para": _para,
    "remedy": _para,
    "fields": _fields,
    "checklist": _checklist,
    "table": _table,
    "findings": _findings,
    "photos": _photos,
    "law": _law,
    "sign": _sign,
    "seal": _seal,
    "page-break": _page_break,
}
