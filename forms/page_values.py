"""What a page prints in its places: answers, facts and findings as text, with their blanks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from forms import page_sheet, printed
from forms.facts import Facts, Photo
from forms.model import Form, Question
from forms.package import Package
from forms.page_sheet import Pieces, PrintRow, Slot
from forms.paper import blocks
from forms.session import Session
from forms.state import State
from forms.typed import part_asked

OTHER = "other"  # the choice, and the end of the name of its question, which ``or_other`` makes
BLANK = "　" * 6


@dataclass(frozen=True, slots=True)
class Page:
    """What every block is made from; ``row`` is the repeat row being printed, ``n`` its number."""

    package: Package
    session: Session
    facts: Facts
    language: str
    layout: str
    paths: Mapping[str, str]
    row: str = ""
    n: int = 0
    finding: Mapping[str, str] | None = None


def unique_paths(form: Form) -> dict[str, str]:
    """The storage path of every question and repeat whose name stands once in the form."""
    found: dict[str, list[str]] = {}
    for item in form.items():
        found.setdefault(item.name, []).append(item.path)
    return {name: paths[0] for name, paths in found.items() if len(paths) == 1}


def holds(page: Page, row: PrintRow) -> bool:
    """Whether a row is printed: its condition is true, and nothing lacks that it is about."""
    for name in page_sheet.MAY_LACK:
        if f"${{{name}}}" in row.text and not page.facts.values.get(name):
            return False
    if not row.when:
        return True
    condition = page_sheet.with_paths(row.when, page.paths)
    return page.session.evaluate(f"boolean({condition})", page.row) == "true"


def value_of(page: Page, slot: Slot) -> tuple[str, bool]:
    """The printed value of a place and whether it is an answer (written into a blank).

    Raises:
        KeyError: nothing has that name.
    """
    if slot.name == "#":
        return str(page.n), False
    if page.finding is not None and slot.name in page.finding:
        return page.finding[slot.name], True
    if slot.name in page.paths:
        return _answer(page, slot), True
    known = {
        "bureau": page.facts.bureau,
        "number": page.facts.number,
        "date": printed.date_text(page.facts.date, page.language) if page.facts.date else "",
        **page.facts.values,
    }
    return known[slot.name] if slot.name in known else _absent(slot), False


def _absent(slot: Slot) -> str:
    if slot.name in page_sheet.PAGE_VALUES:
        return ""
    raise KeyError(slot.name)


def _answer(page: Page, slot: Slot) -> str:
    state = page.session.node(_ref(page, page.paths[slot.name]))
    if not isinstance(state.question, Question):
        return str(len(page.session.children(state.ref)))
    if state.question.is_sensitive:
        return printed.kept_back(page.language) if state.relevant and state.value else ""
    if slot.form == "ticks":
        options = ((option.value, option.label) for option in state.choices)
        return printed.ticks(options, state.value if state.relevant else "")
    if not state.relevant or not state.value:
        return ""
    if slot.form == "money":
        return printed.money_text(state.value)
    return _words(page, state, state.question)


def _words(page: Page, state: State, question: Question) -> str:
    if question.datatype == "binary":
        return _attached(page, state.value)
    if part_asked(question.appearance):
        return state.shown
    if OTHER in state.value.split() and state.choices:
        return _with_other(page, state, question.kind)
    return printed.answer_text(question.datatype, state.value, state.shown, page.language)


def _attached(page: Page, value: str) -> str:
    """Where on the page a picture stands, else the name of the file."""
    place = page.facts.pictured.get(value)
    stands = any(
        row.block == "photos" and row.text not in {"findings", page_sheet.PAIRS}
        for row in page.package.print_rows
    )
    if place is None or not stands:
        return page.facts.attached.get(value, "")
    return f"见照片{place}" if page.language == "zh" else f"see photo {place}"


def picture_of(page: Page, pieces: Pieces) -> Photo | None:
    """The picture a cell consists of, where it asks for one (``${name:picture}``) and it is kept."""
    slot = pieces[0] if len(pieces) == 1 else ""
    if isinstance(slot, str) or slot.form != "picture" or slot.name not in page.paths:
        return None
    state = page.session.node(_ref(page, page.paths[slot.name]))
    place = page.facts.pictured.get(state.value) if state.relevant else None
    return page.facts.photos[place - 1] if place else None


def _with_other(page: Page, state: State, kind: str) -> str:
    """The words of a choice, and behind ``other`` what it is, where the page says it nowhere."""
    name = f"{state.question.name}_{OTHER}"
    said = any(f"${{{name}" in row.text for row in page.package.print_rows)
    label = next((one.label for one in state.choices if one.value == OTHER), "")
    try:
        more = page.session.node(f"{state.ref}_{OTHER}")
    except KeyError:
        return state.shown
    if said or not label or not more.value or not more.relevant:
        return state.shown
    full = f"{label}（{more.value}）" if page.language == "zh" else f"{label} ({more.value})"
    parted = "、" if page.language == "zh" else ", "
    words = [state.shown] if kind == "select_one" else state.shown.split(parted)
    return parted.join(full if word == label else word for word in words)


def _ref(page: Page, path: str) -> str:
    """The ref of a path: inside the row being printed when the path lies in its repeat."""
    if page.row:
        repeat = page.row[: page.row.rindex("{")]
        if path.startswith(f"{repeat}/"):
            return page.row + path[len(repeat) :]
    return path


def text_of(page: Page, pieces: Pieces) -> str:
    """Words and answers as plain text; an empty place leaves nothing."""
    return "".join(run.text for run in runs_of(page, pieces, blank=""))


def plain(page: Page, text: str) -> str:
    """A cell of the sheet as plain text."""
    return text_of(page, page_sheet.pieces(text))


def runs_of(page: Page, pieces: Pieces, blank: str = BLANK) -> tuple[blocks.Run, ...]:
    """Words and answers; an answer alone is a text of its own, not words in a blank."""
    runs = []
    for place, piece in enumerate(pieces):
        if isinstance(piece, str):
            runs.append(blocks.Run(piece))
            continue
        value, filled = value_of(page, piece)
        following = pieces[place + 1] if place + 1 < len(pieces) else ""
        if isinstance(following, str):
            value = printed.without_double_stop(value, following)
        if not value:
            value = blank if piece.instead is None else piece.instead
        if value:
            runs.append(blocks.Run(value, filled=filled and len(pieces) > 1))
    return tuple(runs)


def row_pages(page: Page, name: str) -> list[Page]:
    """The page seen from every row of a repeat."""
    refs = page.session.children(page.paths[name])
    return [replace(page, row=ref, n=n) for n, ref in enumerate(refs, start=1)]
