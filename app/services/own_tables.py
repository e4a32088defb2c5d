"""The tables a bureau may write its own rows over: how much is unsure, what is its own, since when.

A bureau saves a table as it holds, puts rows right and imports them again (``corrections``). What
stood before the last change is kept beside, so that it can be undone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.services import clocks
from app.services.context import Acting
from app.services.errors import Refused
from db.connection import Reader, Store
from db.errors import translated
from db.store import settings
from resources import schema, tables
from resources.tables import Row, Table, TableError

UNSURE = "general-knowledge"
"""What a row says of itself that was written down from nobody's paper."""
_EARLIER = "earlier"
_FROM = "effective_from"
_NOTED = "own-tables"


@dataclass(frozen=True, slots=True)
class Own:
    """A table as it holds: all its rows, those nobody has checked, and the bureau's own.

    ``name`` is the file its own rows came from last, ``by`` and ``day`` who took it over and when.
    ``dated`` says that a row may name the day it holds from.
    """

    file: str
    rows: int
    unsure: tuple[str, ...]
    own: int
    name: str = ""
    by: str = ""
    day: str = ""
    dated: bool = False


def listing(reader: Reader) -> tuple[Own, ...]:
    """Every table that can be corrected."""
    return tuple(_listed(reader, table) for table in schema.OWN)


def get(reader: Reader, file: str) -> Own:
    """One table that can be corrected.

    Raises:
        Refused: ``not-found``.
    """
    return _listed(reader, _table(file))


def save(reader: Reader, file: str, target: Path) -> int:
    """Write a table as it holds, for a spreadsheet to open; gives its rows.

    Raises:
        Refused: ``not-found``.
        MachineError: it could not be written.
    """
    table = _table(file)
    rows = tables.standing(table, clocks.corrections(reader))
    try:
        target.write_text(tables.written(table, rows), encoding="utf-8-sig", newline="")
    except OSError as error:
        raise translated(error, file=target.name) or error from error
    return len(rows)


def text(reader: Reader, file: str) -> str:
    """The bureau's own rows as they were imported here, "" where there are none."""
    own = _place(reader, file)
    return own.read_text(encoding="utf-8") if own.exists() else ""


def note(store: Store, act: Acting, file: str, name: str, before: str) -> None:
    """Keep what stood ``before`` an import, and who took over which file on which day."""
    _keep(_place(store, file, earlier=True), before)
    noted = settings.get_local(store, _NOTED, {})
    now = {"name": name, "by": act.who.name, "day": act.today.isoformat()}
    noted[file] = {"now": now, "before": noted.get(file, {}).get("now", {})}
    settings.put_local(store, _NOTED, noted)


def reset(store: Store, file: str) -> None:
    """Take the bureau's own rows away; ``undo`` brings them back.

    Raises:
        Refused: ``not-found``: there are none.
    """
    if not text(store, _table(file).file):
        raise Refused("not-found", kind="table", id=file)
    _change(store, file, lambda _earlier: ("", {}))


def undo(store: Store, file: str) -> None:
    """Bring back what stood before the last change; asked for again, that change.

    Raises:
        Refused: ``not-found``.
    """
    _table(file)
    _change(store, file, lambda earlier: earlier)


def _change(store: Store, file: str, wanted: Callable[[tuple[str, Any]], tuple[str, Any]]) -> None:
    """Put another text in the place of the own rows; the one that stood there becomes the earlier."""
    beside, noted = _place(store, file, earlier=True), settings.get_local(store, _NOTED, {})
    said = noted.get(file, {})
    was = text(store, file)
    kept = beside.read_text(encoding="utf-8") if beside.exists() else ""
    now, told = wanted((kept, said.get("before", {})))
    _keep(beside, was)
    _keep(_place(store, file), now)
    noted[file] = {"now": told, "before": said.get("now", {})}
    settings.put_local(store, _NOTED, noted)


def _place(reader: Reader, file: str, *, earlier: bool = False) -> Path:
    folder = reader.folder / clocks.LOCAL
    return folder / _EARLIER / file if earlier else folder / file


def _keep(path: Path, words: str) -> None:
    if words:
        path.parent.mkdir(parents=True, exist_ok=True)
        tables.replace(path, words)
    else:
        path.unlink(missing_ok=True)


def _table(file: str) -> Table[Any]:
    found = next((table for table in schema.OWN if table.file == file), None)
    if found is None:
        raise Refused("not-found", kind="table", id=file)
    return found


def _listed(reader: Reader, table: Table[Any]) -> Own:
    rows = tables.standing(table, clocks.corrections(reader))
    unsure = tuple(named(row) for row in rows if row.cells.get("confidence") == UNSURE)
    try:
        own = len(tables.rows_of(table, table.file, text(reader, table.file)))
    except TableError:
        own = 0
    said = settings.get_local(reader, _NOTED, {}).get(table.file, {}).get("now", {}) if own else {}
    dated = _FROM in (*table.columns, *table.optional)
    return Own(table.file, len(rows), unsure, own, dated=dated, **said)


def named(row: Row) -> str:
    """How a row is called where it is one of several."""
    wanted = (
        *("code", "name_zh", "step_zh", "condition", "variety", "category", "date", "festival"),
        *("item_code", "item"),
    )
    return " ".join(dict.fromkeys(filter(None, (row.cells.get(one, "") for one in wanted))))
