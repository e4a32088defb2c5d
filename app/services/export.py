"""Export: the records of one form, of all its versions, as tables in a file for others.

The files are plain: whoever has them can read them. Rows are read and written one after another.
"""

import datetime as dt
import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.services import packages
from app.services.errors import Refused
from app.services.export_files import SUFFIXES, sink
from app.services.export_rows import Source, in_china
from app.services.export_tables import TAKEN, About, Sheet, Sink, dictionary, sheet_of
from db.connection import Reader
from db.errors import guard
from db.rows import Enterprise, Record
from db.store import enterprises
from db.store import records as stored
from forms.columns import tables

PAGE = 200
NO_TITLES: Mapping[str, str] = {}


class Cancelled(Exception):  # noqa: N818 - it is not an error: somebody wanted it
    """The export was stopped half-way; no file is left behind."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records: those of a form, in one of some states or, without any, in all."""

    form_id: str
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written; ``rows`` are those of repeats, ``versions`` those of the form."""

    files: tuple[Path, ...]
    records: int
    rows: int
    versions: int


def export(  # noqa: PLR0913 - one door with named, optional circumstances
    reader: Reader,
    wanted: Wanted,
    target: Path,
    *,
    now: dt.datetime,
    language: str = "zh",
    titles: Mapping[str, str] = NO_TITLES,
    go_on: Callable[[int], bool] = lambda _done: True,
) -> Exported:
    """Write the records of a form to a file; its suffix says how, see ``SUFFIXES``.

    ``.csv`` writes one file for the records and others beside it for the repeats and the columns
    (``checks.csv``, ``checks-rows.csv``, ``checks-columns.csv``). ``titles`` are the words for the
    fields every record has, by name; ``go_on`` is asked before each record with how many are done.

    Raises:
        Refused: ``form-unknown``, ``export-kind-unknown``, ``export-beside``.
        MachineError: the file cannot be written; none is left.
        Cancelled: ``go_on`` said no; none is left.
    """
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise Refused("export-kind-unknown", name=target.name, kinds="、".join(SUFFIXES))
    with reader.snapshot(), guard(path=str(target)):
        versions = [
            packages.by_hash(reader, one) for one in packages.versions(reader, wanted.form_id)
        ]
        if not versions:
            raise Refused("form-unknown", form_id=wanted.form_id)
        forms = [packages.form_of(one) for one in versions]
        sheets = [sheet_of(one, titles) for one in tables(forms, language, taken=TAKEN)]
        explained, lines = dictionary(sheets, titles)
        written = sheets if suffix == ".json" else [*sheets, explained]
        about = About(
            wanted.form_id,
            versions[0].title_in(language),
            ", ".join(dict.fromkeys(one.version for one in versions)),
            in_china(now),
        )
        source = Source(reader, language, sheets)
        targets = _targets(target, suffix, written)
        with beside(targets) as paths, writing_to(sink(paths, written, about, suffix)) as out:
            if suffix != ".json":
                for line in lines:
                    out.add(explained, line)
            records, rows = _write(_records(reader, wanted), source, out, go_on)
    return Exported(tuple(targets.values()), records, rows, len(versions))


def _write(
    records: Iterable[tuple[Record, Enterprise | None]],
    source: Source,
    out: Sink,
    go_on: Callable[[int], bool],
) -> tuple[int, int]:
    """Write record after record; gives how many they were, and how many rows of repeats."""
    done = rows = 0
    for record, unit in records:
        if not go_on(done):
            raise Cancelled
        for sheet, cells in source.lines(record, unit):
            out.add(sheet, cells)
            rows += bool(sheet.parent)
        done += 1
    return done, rows


@contextmanager
def writing_to(out: Sink) -> Iterator[Sink]:
    """Finish what is written at a good end, throw it away at any other."""
    try:
        yield out
        out.finish()
    except BaseException:
        out.abandon()
        raise


def _targets(target: Path, suffix: str, sheets: Sequence[Sheet]) -> dict[str, Path]:
    """Where each part goes: one file, or for CSV one a sheet."""
    if suffix != ".csv":
        return {"": target}
    first = sheets[0].name
    found = {
        sheet.name: target
        if sheet.name == first
        else target.with_name(f"{target.stem}-{sheet.name}{target.suffix}")
        for sheet in sheets
    }
    taken = [] if target.exists() else [one.name for one in found.values() if one.exists()]
    if taken:  # whoever replaces an export asks for it by its first file only
        raise Refused("export-beside", name=target.name, names="、".join(taken))
    return found


@contextmanager
def beside(targets: Mapping[str, Path]) -> Iterator[dict[str, Path]]:
    """Names beside the targets to write to; they take the targets' places only at a good end."""
    end = f".{secrets.token_hex(4)}.part"
    parts = {name: path.with_name(f".{path.name}{end}") for name, path in targets.items()}
    try:
        yield parts
        for part in parts.values():
            with part.open("rb") as file:
                os.fsync(file.fileno())
        for name, part in parts.items():
            part.replace(targets[name])
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def _records(reader: Reader, wanted: Wanted) -> Iterator[tuple[Record, Enterprise | None]]:
    """The records asked for, the oldest first, a page at a time."""
    after = ""
    while page := stored.of_form(reader, wanted.form_id, after, wanted.states, PAGE):
        after = page[-1].id
        ids = tuple({record.enterprise_id for record in page})
        units = {unit.id: unit for unit in enterprises.page(reader, ids)}
        for record in page:
            yield record, units.get(record.enterprise_id)
