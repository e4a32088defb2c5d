"""The tables the bureau published for all its laptops, put over what is bundled and imported here.

They arrive as settings. What is in force is made from them and from what was imported here, in a
folder of its own, whenever one of them is another; provisional deadlines are then counted again.
"""

import contextlib
import csv
import hashlib
import io
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.services import clocks, recounting
from app.services.changes import Changes, Result, touched
from db.connection import Reader, Store
from db.errors import translated
from db.journal.published import TABLE
from db.store import settings
from forms.rules.calendar import load_calendar
from resources import data, schema, tables
from resources.tables import TableError

_APPLIED = "tables-in-force"
FILES = (schema.DAYS, schema.CLOCKS, schema.DISCRETION)
"""The tables that are read from files; articles of law and plans are read from the store."""


@dataclass(frozen=True, slots=True)
class Published:
    """A table the bureau published: its rows, who did so, of which bureau, why, on which day."""

    file: str
    text: str
    rows: int
    by: str
    bureau: str
    reason: str
    since: str


def published(reader: Reader) -> tuple[Published, ...]:
    """What the bureau published, by the tables' names; one that was taken back is left out."""
    found = settings.beginning(reader, TABLE)
    return tuple(
        Published(
            key.removeprefix(TABLE),
            text,
            max(0, len(text.splitlines()) - 1),
            str(told.get("by", "")),
            str(told.get("bureau", "")),
            str(told.get("reason", "")),
            str(told.get("since", "")),
        )
        for key, told in sorted(found.items())
        if isinstance(told, dict) and (text := str(told.get("text", "")))
    )


def text_of(reader: Reader, file: str) -> str:
    """The text of a published table, "" when there is none."""
    return next((one.text for one in published(reader) if one.file == file), "")


def years(reader: Reader) -> frozenset[int]:
    """The years of the calendar the bureau published."""
    rows = csv.DictReader(io.StringIO(text_of(reader, schema.DAYS.file)))
    days = ((row.get("date") or "").strip()[:4] for row in rows)
    return frozenset(int(year) for year in days if year.isdecimal())


def due(reader: Reader) -> bool:
    """Whether what is in force is not yet what the bureau published."""
    wanted = _digests(reader)
    there = (reader.folder / clocks.IN_FORCE).is_dir()
    return settings.get_local(reader, _APPLIED, {}) != wanted or bool(wanted and not there)


def settle(store: Store) -> Result[int]:
    """Put into force what the bureau published; gives how many deadlines were counted again.

    Raises:
        MachineError: it could not be written; it is tried again the next time.
    """
    if not due(store):
        return Result(0, Changes())
    waiting = recounting.waiting(store)
    try:
        compose(store)
    except OSError as error:
        raise translated(error, folder=str(store.folder)) or error from error
    with store.atomic():
        again = recounting.again(store, waiting)
        settings.put_local(store, _APPLIED, _digests(store))
    return Result(again.counted, touched("setting", *_digests(store)) | again.changes)


def compose(store: Store) -> None:
    """Make the folder of what is in force anew, table by table."""
    folder = store.folder / clocks.IN_FORCE
    folder.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=store.folder) as place:
        for table in FILES:
            made = _composed(store, table, Path(place))
            if made is None:
                (folder / table.file).unlink(missing_ok=True)
            else:
                made.replace(folder / table.file)
    data.forget()
    load_calendar.cache_clear()
    clocks.forget()


def _composed(store: Store, table: tables.Table[Any], place: Path) -> Path | None:
    """A table as it is in force, beside the bundled one; None where nobody corrected anything."""
    local, text = store.folder / clocks.LOCAL / table.file, text_of(store, table.file)
    target = place / table.file
    if local.exists():
        shutil.copyfile(local, target)
    if text:
        given = place / "given"
        given.mkdir(exist_ok=True)
        source = given / table.file
        source.write_text(text, encoding="utf-8")
        with contextlib.suppress(TableError):  # of a newer program: what is here goes on
            tables.install(table, source, place)
    return target if target.exists() else None


def _digests(reader: Reader) -> dict[str, str]:
    known = {table.file for table in FILES}
    return {
        one.file: hashlib.sha256(one.text.encode()).hexdigest()
        for one in published(reader)
        if one.file in known
    }
