"""The files of an export: CSV, JSON, plain SQLite; each takes rows as they come."""

import csv
import json
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.services.export_tables import About, Field, Sheet, Sink, may_run, number
from app.services.export_workbook import Xlsx
from db.plain_file import PlainColumn, PlainFile, PlainTable

if TYPE_CHECKING:
    from io import TextIOWrapper

SUFFIXES = (".xlsx", ".csv", ".zip", ".json", ".sqlite")
_KINDS = {"integer": "INTEGER", "decimal": "REAL"}


class Csv:
    """One UTF-8 file with BOM for each sheet, so that spreadsheets show Chinese at once."""

    def __init__(self, paths: Mapping[str, Path], sheets: Sequence[Sheet]) -> None:
        self._files: list[TextIOWrapper] = []
        self._writers: dict[str, Any] = {}
        try:
            for sheet in sheets:
                file = paths[sheet.name].open("x", encoding="utf-8-sig", newline="")
                self._files.append(file)
                writer = self._writers[sheet.name] = csv.writer(file)
                writer.writerow([field.name for field in sheet.fields])
        except BaseException:
            self.abandon()
            raise

    def add(self, sheet: Sheet, cells: Sequence[str]) -> None:
        """Write one row; what a spreadsheet would run gets an apostrophe before it."""
        safe = map(defused, cells, sheet.fields)
        self._writers[sheet.name].writerow(safe)

    def finish(self) -> None:
        """Close the files."""
        for file in self._files:
            file.close()

    def abandon(self) -> None:
        """Close the files."""
        self.finish()


def defused(cell: str, field: Field) -> str:
    """A cell that no spreadsheet takes for a formula; a number of a number question stays one."""
    if not may_run(cell) or number(cell, field.datatype) is not None:
        return cell
    return f"'{cell}"


class Zip:
    """The CSV files in one archive."""

    def __init__(self, path: Path, sheets: Sequence[Sheet]) -> None:
        self._path = path
        # Beside the archive, where the data will lie anyway, and not in a folder others read.
        self._folder = tempfile.TemporaryDirectory(prefix=".export-", dir=path.parent)
        parts = {sheet.name: Path(self._folder.name) / file_name(sheet) for sheet in sheets}
        try:
            self._csv = Csv(parts, sheets)
        except BaseException:
            self._folder.cleanup()
            raise
        self._parts = parts

    def add(self, sheet: Sheet, cells: Sequence[str]) -> None:
        """Write one row."""
        self._csv.add(sheet, cells)

    def finish(self) -> None:
        """Pack the files."""
        try:
            self._csv.finish()
            with zipfile.ZipFile(self._path, "w", zipfile.ZIP_DEFLATED) as archive:
                for part in self._parts.values():
                    archive.write(part, part.name)
        finally:
            self._folder.cleanup()

    def abandon(self) -> None:
        """Take the files away."""
        self._csv.abandon()
        self._folder.cleanup()


def file_name(sheet: Sheet) -> str:
    """The name of a sheet's CSV file."""
    return f"{sheet.name}.csv"


class Json:
    """One document: what is exported, the fields, and each record with its rows inside it.

    A choice is an object of ``value`` and ``label``; every value is the text that is stored.
    """

    def __init__(self, path: Path, sheets: Sequence[Sheet], about: About) -> None:
        self._file = path.open("x", encoding="utf-8")
        self._inside: dict[str, dict[str, Any]] = {}
        self._record: dict[str, Any] | None = None
        self._begun = False
        fields = {
            sheet.name: [
                {"name": field.name, "title": field.title, "type": field.datatype}
                for field in sheet.fields
                if not field.words_of
            ]
            for sheet in sheets
        }
        head = _json({"about": about.lines(), "columns": fields})
        self._file.write(head[:-1] + ', "records": [')

    def add(self, sheet: Sheet, cells: Sequence[str]) -> None:
        """Put a row into its record; a record is written when the next one begins."""
        one = _entry(sheet, cells)
        if not sheet.parent:
            self._flush()
            self._record = one
        else:
            below = self._inside[cells[1]].setdefault("rows", {})
            below.setdefault(sheet.name, []).append(one)
        self._inside[cells[0]] = one

    def finish(self) -> None:
        """Close the document."""
        self._flush()
        self._file.write("\n]}\n")
        self._file.close()

    def abandon(self) -> None:
        """Close the file."""
        self._file.close()

    def _flush(self) -> None:
        if self._record is not None:
            self._file.write((",\n" if self._begun else "\n") + _json(self._record))
            self._begun = True
        self._record = None
        self._inside.clear()


def _entry(sheet: Sheet, cells: Sequence[str]) -> dict[str, Any]:
    known = dict(zip((field.name for field in sheet.fields), cells, strict=True))
    words = {field.words_of: known[field.name] for field in sheet.fields if field.words_of}
    return {
        field.name: {"value": known[field.name], "label": words[field.name]}
        if field.name in words
        else known[field.name]
        for field in sheet.fields
        if not field.words_of and known[field.name]
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


class Sqlite:
    """A plain SQLite file, readable by everybody who has it; numbers are numbers."""

    def __init__(self, path: Path, sheets: Sequence[Sheet], about: About) -> None:
        told = PlainTable("about", (PlainColumn("name"), PlainColumn("value")))
        self._file = PlainFile(path, [told, *map(_plain, sheets)])
        for line in about.lines().items():
            self._file.add("about", line)

    def add(self, sheet: Sheet, cells: Sequence[str]) -> None:
        """Write one row; an empty cell is NULL."""
        self._file.add(sheet.name, list(map(_value, cells, sheet.fields)))

    def finish(self) -> None:
        """Close the file."""
        self._file.finish()

    def abandon(self) -> None:
        """Close the file."""
        self._file.abandon()


def _value(cell: str, field: Field) -> int | float | str | None:
    found = number(cell, field.datatype)
    return found if found is not None else cell or None


def _plain(sheet: Sheet) -> PlainTable:
    return PlainTable(
        sheet.name,
        tuple(
            PlainColumn(field.name, _KINDS.get(field.datatype, "TEXT"), field.points_at)
            for field in sheet.fields
        ),
    )


def sink(paths: Mapping[str, Path], sheets: Sequence[Sheet], about: About, suffix: str) -> Sink:
    """What writes the files of a suffix; ``paths`` are by sheet for CSV, else under ``""``."""
    if suffix == ".csv":
        return Csv(paths, sheets)
    path = paths[""]
    if suffix == ".zip":
        return Zip(path, sheets)
    if suffix == ".json":
        return Json(path, sheets, about)
    if suffix == ".sqlite":
        return Sqlite(path, sheets, about)
    return Xlsx(path, sheets)
