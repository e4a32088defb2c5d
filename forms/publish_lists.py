"""The lists that travel with a form: files beside the workbook, and its external choices."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from forms.attached import SUFFIXES, AttachedError, rows_of
from forms.lists import Row
from forms.publish_problems import PublishError, problem
from forms.publish_workbook import Book

_LIST_NAMES = ("list_name", "list name")


def beside(source: Path | bytes, names: Iterable[str]) -> dict[str, str]:
    """The asked lists that lie in the workbook's folder, by name, as CSV texts.

    A list may be a CSV, XML or GeoJSON file; without a file it is a register of the store.

    Raises:
        PublishError: a file is too large or no table.
    """
    if not isinstance(source, Path):
        return {}
    found = {}
    for name in names:
        files = (source.with_name(name + suffix) for suffix in SUFFIXES)
        path = next((one for one in files if one.is_file() and one != source), None)
        if path is not None:
            found[name] = _text_of(path)
    return found


def _text_of(path: Path) -> str:
    try:
        data = path.read_bytes()
        rows = rows_of(path.name, data)
    except AttachedError as error:
        reason = error.facts.get("reason", error.code)
        raise PublishError((problem("list-damaged", path.name, reason=reason),)) from None
    except OSError:
        raise PublishError((problem("file-unreadable", file=path),)) from None
    return data.decode("utf-8-sig") if path.suffix == ".csv" else _table(rows)


def _table(rows: Sequence[Row]) -> str:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    return _csv([columns, *([row.get(column, "") for column in columns] for row in rows)])


def _csv(table: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(table)
    return text.getvalue()


def chosen(book: Book) -> dict[str, str]:
    """The lists of the ``external_choices`` sheet as CSV texts, by name."""
    sheet = book.sheets.get("external_choices")
    if sheet is None:
        return {}
    columns = [head for head in sheet.headings if head not in _LIST_NAMES]
    rows: dict[str, list[list[str]]] = {}
    for row in sheet.rows:
        name = next((row.cells[head] for head in _LIST_NAMES if head in row.cells), "")
        rows.setdefault(name, [columns]).append([row.cells.get(head, "") for head in columns])
    return {name: _csv(table) for name, table in rows.items()}
