"""The rows of survey, choices and settings, each by itself and where it stands.

pyxform stops at the first thing it dislikes and often does not say where that is; these are the
slips of a hurried hand, told all at once and before anything that only follows from them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from forms.expressions.errors import ExpressionError
from forms.expressions.tokens import Kind, tokenize
from forms.publish_columns import NAME, is_remark
from forms.publish_expressions import ONE_WORD, is_dynamic
from forms.publish_headings import TYPES
from forms.publish_problems import Problem, problem
from forms.publish_workbook import Book, Row
from forms.typed import well_formed

_LISTED = frozenset({"select_one", "select_multiple", "rank"})
_SEVERAL = frozenset({"select_multiple", "rank"})
_NAMELESS = frozenset({"note", "audit"})
_CLOSED = frozenset({"yes", "no", "true", "false", "true()", "false()"})
_LISTS = ("list_name", "list name")

OF_TREE = frozenset(
    {
        *("type-missing", "type-unknown", "name-missing", "name-wrong", "name-twice", "name-case"),
        *("end-alone", "end-other", "begin-alone", "too-deep"),
    }
)
"""Problems after which it is not known which questions there are."""

Choices = Mapping[str, Sequence[Row]]


def check_rows(book: Book) -> list[Problem]:
    """Everything wrong with single rows."""
    lists = _lists(book)
    survey = [row for row in book.sheets["survey"].rows if not _is_remark(row)]
    several = {_listed(row)[1] for row in survey if _listed(row)[0] in _SEVERAL}
    found = [*_survey(survey, lists), *_ends(survey), *_names(survey)]
    found.extend(_filters(survey, lists, book))
    duplicates = _allows_duplicates(book)
    for rows in lists.values():
        found.extend(_choices(rows, several, duplicates=duplicates))
    settings = book.sheets["settings"].rows
    found.extend(
        problem("settings-rows", "settings", row.number) for row in settings[1:] if row.cells
    )
    return found


def _is_remark(row: Row) -> bool:
    return all(is_remark(heading) for heading in row.cells)


def _allows_duplicates(book: Book) -> bool:
    rows = book.sheets["settings"].rows
    return bool(rows) and rows[0].cells.get("allow_choice_duplicates", "").lower() == "yes"


def _lists(book: Book) -> dict[str, list[Row]]:
    sheet = book.sheets.get("choices")
    found: dict[str, list[Row]] = {}
    for row in sheet.rows if sheet else ():
        if not _is_remark(row):
            name = next((row.cells[head] for head in _LISTS if head in row.cells), "")
            found.setdefault(name, []).append(row)
    return found


def _kind(row: Row) -> str:
    """The first word of the type; of ``begin group`` and its kin both, with an underline."""
    text = re.sub(r"^(begin|end)[ _]", r"\1_", " ".join(row.cells.get("type", "").split()))
    return text.partition(" ")[0]


def _listed(row: Row) -> tuple[str, str]:
    words = row.cells.get("type", "").split()
    return (words[0] if words else ""), (words[1] if len(words) > 1 else "")


def _survey(rows: Sequence[Row], lists: Choices) -> Iterator[Problem]:
    for row in rows:
        kind, name = _kind(row), row.cells.get("name", "")
        if not kind:
            yield problem("type-missing", "survey", row.number, "type")
        elif not kind.isascii():
            yield _type_unknown(row)
        elif kind in _LISTED:
            yield from _list(row, lists)
        if kind.startswith("end_"):
            continue
        if not name and kind and kind not in _NAMELESS:
            yield problem("name-missing", "survey", row.number, "name")
        elif name and not NAME.fullmatch(name):
            yield problem("name-wrong", "survey", row.number, "name", name=name)
        yield from _closed(row, "survey", ("required", "read_only"))
        yield from _default(row, lists)


def _type_unknown(row: Row) -> Problem:
    text = row.cells["type"]
    best = next(iter(get_close_matches(text.split()[0], tuple(TYPES), 1, 0.5)), "")
    hint = {"hint": f" (is it “{best}”?)", "hint_zh": f"（是不是“{best}”？）"} if best else {}
    return problem(
        "type-unknown", "survey", row.number, "type", facts={"hint": "", **hint, "type": text}
    )


def _list(row: Row, lists: Choices) -> Iterator[Problem]:
    _, name = _listed(row)
    if not name:
        yield problem("list-unnamed", "survey", row.number, "type")
    elif name not in lists and not name.startswith("${"):
        known = "、".join(one for one in lists if one) or "—"
        yield problem("list-unknown", "survey", row.number, "type", name=name, known=known)


def _closed(row: Row, sheet: str, columns: Sequence[str]) -> Iterator[Problem]:
    """A single word where yes or no must stand; anything longer is read as a condition."""
    for column in columns:
        text = row.cells.get(column, "")
        if text and text.lower() not in _CLOSED and ONE_WORD.fullmatch(text):
            yield problem("yes-no-wrong", sheet, row.number, column, text=text)


def _default(row: Row, lists: Choices) -> Iterator[Problem]:
    """A default that the question itself would refuse."""
    text = row.cells.get("default", "")
    if not text or is_dynamic(text):
        return
    kind, name = _listed(row)
    place = ("survey", row.number, "default")
    if kind in {"integer", "int", "decimal", "date"}:
        datatype = "integer" if kind == "int" else kind
        if not well_formed(text, datatype):
            yield problem("default-wrong", *place, text=text)
    elif kind in _LISTED and name in lists:
        values = {one.cells.get("name", "") for one in lists[name]}
        wrong = {text} if kind == "select_one" else set(text.split())
        for one in sorted(wrong - values):
            yield problem("default-choice", *place, text=one, name=name)


def _filters(rows: Sequence[Row], lists: Choices, book: Book) -> Iterator[Problem]:
    """Filters that ask a column the choices do not have: nothing would ever be shown."""
    sheet = book.sheets.get("choices")
    columns = {heading.partition("::")[0] for heading in (sheet.headings if sheet else ())}
    known = "、".join(sorted(columns))
    for row in rows:
        text = row.cells.get("choice_filter", "")
        kind, name = _listed(row)
        if not text or kind not in _LISTED or name not in lists:
            continue
        for asked in _columns_in(text):
            if asked not in columns:
                facts = {"name": asked, "known": known}
                yield problem("filter-column", "survey", row.number, "choice_filter", facts=facts)


def _columns_in(text: str) -> list[str]:
    """The names a filter asks of each choice: those that are no step of a path and no function."""
    try:
        tokens = list(tokenize(text))
    except ExpressionError:
        return []
    found, depth = [], 0
    for before, token, after in zip([None, *tokens], tokens, tokens[1:], strict=False):
        depth += (token.mark == "[") - (token.mark == "]")
        step = before is not None and before.mark in {"/", "//", "::", "@", "$"}
        if token.kind is Kind.NAME and not depth and not step and after.mark != "(":
            found.append(token.text)
    return list(dict.fromkeys(found))


def _ends(rows: Sequence[Row]) -> Iterator[Problem]:
    """Groups and repeats that begin and end as pairs."""
    around: list[tuple[str, Row]] = []
    for row in rows:
        kind = _kind(row)
        if kind in {"begin_group", "begin_repeat"}:
            around.append((kind.removeprefix("begin_"), row))
        elif kind in {"end_group", "end_repeat"}:
            wanted = kind.removeprefix("end_")
            if not around:
                yield problem("end-alone", "survey", row.number, "type")
            elif around[-1][0] != wanted:
                facts = {"row": around[-1][1].number, **_pair(around[-1][0])}
                yield problem("end-other", "survey", row.number, "type", facts=facts)
                around.pop()
            else:
                around.pop()
    for kind, row in around:
        yield problem("begin-alone", "survey", row.number, "type", facts=_pair(kind))


def _pair(kind: str) -> dict[str, str]:
    return {"end": f"end_{kind}", "end_zh": "结束重复" if kind == "repeat" else "结束组"}


def _names(rows: Sequence[Row]) -> Iterator[Problem]:
    """Names that stand twice in one group, also if only letter case tells them apart."""
    around: list[dict[str, tuple[str, int]]] = [{}]
    for row in rows:
        kind, name = _kind(row), row.cells.get("name", "")
        if kind in {"end_group", "end_repeat"}:
            if len(around) > 1:
                around.pop()
            continue
        known = around[-1].get(name.casefold()) if name else None
        if known:
            code = "name-twice" if known[0] == name else "name-case"
            yield problem(
                code, "survey", row.number, "name", name=name, other=known[0], row=known[1]
            )
        elif name:
            around[-1][name.casefold()] = (name, row.number)
        if kind in {"begin_group", "begin_repeat"}:
            around.append({})


def _choices(rows: Sequence[Row], several: set[str], *, duplicates: bool) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for row in rows:
        name = row.cells.get("name", "")
        own = next((row.cells[head] for head in _LISTS if head in row.cells), "")
        place = ("choices", row.number)
        if not own:
            yield problem("choice-listless", *place, "list_name")
        if not name:
            yield problem("choice-nameless", *place, "name")
        elif name in seen and not duplicates:
            yield problem("choice-twice", *place, "name", name=name, row=seen[name])
        elif own in several and len(name.split()) > 1:
            yield problem("choice-space", *place, "name", name=name)
        seen.setdefault(name, row.number)
        if not any(head.partition("::")[0] in _SHOWN for head in row.cells):
            yield problem("choice-wordless", *place, "label", name=name)
        yield from _closed(row, "choices", ("finding",))


_SHOWN = frozenset({"label", "caption", "image", "big-image", "audio", "video", "media"})
