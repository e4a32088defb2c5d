"""The tables the bureau published for all its laptops, put over what is bundled and imported here.

They arrive as settings, each with the day it holds from. What is in force is made from them and from
what was imported here, in a folder of its own, whenever another of them holds; provisional deadlines
are then counted again. Which of them hold is written down here, so that all readers agree.
"""

import contextlib
import csv
import datetime as dt
import hashlib
import io
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.services import bureau_words, clocks, recounting
from app.services.bureau_words import APPLIED
from app.services.changes import Changes, Result, touched
from app.services.context import CHINA
from db.connection import Reader, Store
from db.errors import translated
from db.journal import published as words
from db.store import settings
from forms.rules.calendar import load_calendar
from resources import data, schema, tables
from resources.tables import TableError


def years(reader: Reader) -> frozenset[int]:
    """The years of the calendar the bureau published."""
    rows = csv.DictReader(io.StringIO(bureau_words.text_of(reader, schema.DAYS.file)))
    days = ((row.get("date") or "").strip()[:4] for row in rows)
    return frozenset(int(year) for year in days if year.isdecimal())


def due(reader: Reader, now: dt.datetime) -> bool:
    """Whether what is in force is not yet what the bureau published for this day in China."""
    wanted = _wanted(reader, now)
    there = (reader.folder / clocks.IN_FORCE).is_dir()
    files = {table.file for table in schema.OWN}
    lost = bool(files & wanted.keys() and not there)
    return settings.get_local(reader, APPLIED, {}) != wanted or lost


def settle(store: Store) -> Result[int]:
    """Put into force what the bureau published; gives how many deadlines were counted again.

    Raises:
        MachineError: it could not be written; it is tried again the next time.
    """
    _stand_on(store)
    now = store.clock()
    if not due(store, now):
        return Result(0, Changes())
    waiting, wanted = recounting.waiting(store), _wanted(store, now)
    before = settings.get_local(store, APPLIED, {})
    try:
        compose(store, {file: key for file, (key, _all) in wanted.items()})
    except OSError as error:
        raise translated(error, folder=str(store.folder)) or error from error
    with store.atomic():
        again = recounting.again(store, waiting)
        settings.put_local(store, APPLIED, wanted)
    changed = [file for file in before.keys() | wanted if before.get(file) != wanted.get(file)]
    changes = touched("setting", *sorted(changed)) | again.changes
    if schema.LAWS.file in changed:
        changes |= touched("law")
    return Result(again.counted, changes)


def compose(store: Store, held: Mapping[str, str] | None = None) -> None:
    """Make the folder of what is in force anew, table by table; ``held`` where another is to hold."""
    told, holding = (
        bureau_words.told_of(store),
        held if held is not None else bureau_words.held(store),
    )
    texts = {file: str(told[key].get("text", "")) for file, key in holding.items() if key in told}
    folder = store.folder / clocks.IN_FORCE
    folder.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=store.folder) as place:
        for table in schema.OWN:
            made = _composed(store, table, texts.get(table.file, ""), Path(place))
            if made is None:
                (folder / table.file).unlink(missing_ok=True)
            else:
                made.replace(folder / table.file)
    _stand_on(store)
    data.forget()
    load_calendar.cache_clear()
    clocks.forget()


def _composed(store: Store, table: tables.Table[Any], text: str, place: Path) -> Path | None:
    """A table as it is in force, beside the bundled one; None where nobody corrected anything."""
    local = store.folder / clocks.LOCAL / table.file
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


def _stand_on(store: Store) -> None:
    folder = store.folder / clocks.IN_FORCE
    data.stand_on(folder if (folder / schema.EQUIPMENT.file).exists() else None)


def _wanted(reader: Reader, now: dt.datetime) -> dict[str, list[str]]:
    """By file: the key of what holds on the day, and what all the bureau's words on it come to."""
    told = bureau_words.told_of(reader)
    day = now.astimezone(CHINA).date().isoformat()
    found: dict[str, list[str]] = {}
    for file, key in words.holding(told, day).items():
        said = hashlib.sha256(key.encode())
        for other in sorted(told):
            if words.file_of(other) == file:
                said.update(repr((other, sorted(told[other].items()))).encode())
        found[file] = [key, said.hexdigest()]
    return found
