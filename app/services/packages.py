"""Form packages: library workbooks published once, kept by hash, read without pyxform."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.services.changes import Changes, Result, touched
from app.services.errors import Refused
from db.connection import Reader, Store
from db.rows import FormPackage
from db.store import packages as kept
from db.store import settings
from forms.built import LIBRARY, package_of
from forms.model import Form
from forms.package import Package, PackageError

_OWN = "own-form/"


@dataclass(frozen=True, slots=True)
class FormLine:
    """A form one can start; ``kind`` is record or document."""

    form_id: str
    hash: str
    version: str
    title: str
    kind: str


def refresh(store: Store, library: Path = LIBRARY) -> Result[tuple[FormLine, ...]]:
    """Publish the library workbooks whose source the store has not seen yet.

    A form of which the bureau has put a version into use, here or for all its laptops, is left
    alone.

    Raises:
        forms.publish.PublishError: a workbook is wrong; the store is as before.
    """
    known = {row.source_hash for row in kept.all_newest(store)}
    own = {one.removeprefix(_OWN) for one in settings.beginning(store, _OWN)} | set(
        kept.chosen(store)
    )
    fresh = []
    for source in sorted(library.glob("*/form.md")):
        data = source.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        if digest not in known and source.parent.name not in own:
            fresh.append((source, digest))
    rows = [_published(source, digest, store) for source, digest in fresh]
    with store.atomic():
        for row in rows:
            kept.add(store, row)
    changes = Changes()
    for row in rows:
        changes |= touched("form_package", row.hash)
    return Result(tuple(_line(row) for row in rows), changes)


def _published(source: Path, digest: str, store: Store) -> FormPackage:
    """The row of a workbook: from the package made beforehand, else published here and now."""
    found = package_of(source, digest)
    if found is None:
        from forms.publish import publish

        found = publish(source)
    return row_of(found, store)


def row_of(package: Package, store: Store) -> FormPackage:
    """A package as the store keeps it, published now: after every other version of its form.

    A clock that was set back since the last version must not make the new one the older.
    """
    before = kept.newest(store, package.id)
    moment = store.clock()
    if before is not None:
        moment = max(moment, before.published + dt.timedelta(milliseconds=1))
    return FormPackage(
        hash=package.hash,
        id=package.id,
        version=package.version,
        title=package.title,
        source_hash=package.source_hash,
        published=moment,
        data=package.to_bytes(),
    )


def keep_own(store: Store, package: Package) -> None:
    """Keep a version of a form made here, and remember it: no newer library replaces it."""
    kept.put(store, row_of(package, store))
    settings.put(store, _OWN + package.id, package.version)


def available(reader: Reader) -> tuple[FormLine, ...]:
    """The version in use of every form this program can read, by form id."""
    return tuple(line_of(one) for one in _all_used(reader))


def series(reader: Reader) -> frozenset[str]:
    """The series in which the papers of the forms are numbered."""
    found = (one.settings for one in _all_used(reader))
    return frozenset(one["series"] for one in found if one.get("series"))


def published(reader: Reader) -> dict[str, str]:
    """Who put the version in use of a form into use for the whole bureau, by form id."""
    return {form_id: told.get("by", "") for form_id, told in kept.chosen(reader).items()}


def too_new(reader: Reader) -> tuple[FormLine, ...]:
    """What the bureau put into use for a newer program than this one: kept, and not begun here."""
    return tuple(
        FormLine(row.id, row.hash, row.version, row.title, "")
        for row in kept.all_newest(reader)
        if _readable(row) is None
    )


def _all_used(reader: Reader) -> Iterator[Package]:
    for row in kept.all_newest(reader):
        package = _readable(row) or used(reader, row.id)
        if package is not None:
            yield package


def _line(row: FormPackage) -> FormLine:
    return line_of(_loaded(row.hash, row.data))


def line_of(package: Package) -> FormLine:
    """A package as one may begin it."""
    kind = package.settings.get("kind", "record")
    return FormLine(package.id, package.hash, package.version, package.title, kind)


def newest(reader: Reader, form_id: str) -> Package:
    """The package of a form in use: the bureau's choice, else the newest.

    Raises:
        Refused: ``form-unknown``.
    """
    package = used(reader, form_id)
    if package is None:
        raise Refused("form-unknown", form_id=form_id)
    return package


def used(reader: Reader, form_id: str) -> Package | None:
    """The package of a form in use; while that needs a newer program, the newest that does not."""
    row = kept.newest(reader, form_id)
    package = None if row is None else _readable(row)
    if row is None or package is not None:
        return package
    return next((by_hash(reader, one) for one in versions(reader, form_id)), None)


def versions(reader: Reader, form_id: str) -> tuple[str, ...]:
    """The versions of a form that this program can read, by hash, the newest first."""
    rows = (kept.get(reader, one) for one in kept.versions(reader, form_id))
    return tuple(row.hash for row in rows if row is not None and _readable(row) is not None)


def by_hash(reader: Reader, package_hash: str) -> Package:
    """The very package a record was begun with.

    Raises:
        Refused: ``form-unknown``; ``form-too-new`` where a newer program made it.
    """
    found = _MEMORY.get(package_hash)
    if found is not None:
        return found
    row = kept.get(reader, package_hash)
    if row is None:
        raise Refused("form-unknown", form_id=package_hash)
    return _loaded(row.hash, row.data)


_MEMORY: dict[str, Package] = {}
"""Packages read in this run by hash; they are immutable, so that threads may share them."""


def _loaded(package_hash: str, data: bytes) -> Package:
    found = _MEMORY.get(package_hash)
    if found is None:
        try:
            found = Package.from_bytes(data)
        except PackageError as error:
            if error.code == "newer-engine":
                raise Refused("form-too-new", form_id=package_hash) from error
            raise
        _MEMORY[package_hash] = found
    return found


def _readable(row: FormPackage) -> Package | None:
    """The package in a row, None when it needs a newer program."""
    try:
        return _loaded(row.hash, row.data)
    except Refused:
        return None


def form_of(package: Package) -> Form:
    """The loaded form of a package, parsed once a run."""
    return package.form
