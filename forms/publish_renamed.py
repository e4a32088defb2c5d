"""The sheet ``renamed``: which old names of questions, groups and repeats became which new ones.

A name that is meant to be gone has 删除 or a dash for its new one.
"""

from collections.abc import Iterator

from forms.publish_problems import Problem, problem
from forms.publish_survey import Survey
from forms.publish_workbook import Book


def renamed_of(book: Book) -> dict[str, str]:
    """New names by old ones, "" for those meant to be gone."""
    sheet = book.sheets.get("renamed")
    rows = sheet.rows if sheet else ()
    names = {row.cells.get("old", ""): row.cells.get("new", "") for row in rows}
    return {old: "" if new.lower() in _GONE else new for old, new in names.items()}


_GONE = frozenset({"-", "—", "——", "删除", "gone"})


def check_renamed(book: Book, survey: Survey) -> list[Problem]:
    """Everything wrong with the sheet."""
    return list(_wrong(book, survey))


def _wrong(book: Book, survey: Survey) -> Iterator[Problem]:
    sheet = book.sheets.get("renamed")
    names = survey.by_name()
    seen: set[str] = set()
    for row in sheet.rows if sheet else ():
        old, new = row.cells.get("old", ""), row.cells.get("new", "")
        for column, text in (("old", old), ("new", new)):
            if not text:
                yield problem("rename-incomplete", "renamed", row.number, column)
        if old in seen:
            yield problem("rename-twice", "renamed", row.number, "old", name=old)
        elif old in names:
            yield problem("rename-still-there", "renamed", row.number, "old", name=old)
        seen.add(old)
        if new.lower() in _GONE:
            continue
        if new and new not in names:
            yield problem("rename-unknown", "renamed", row.number, "new", name=new)
        elif len(names.get(new, ())) > 1:
            yield problem("ambiguous-name", "renamed", row.number, "new", name=new)
