"""What a bureau publishes: said into its own feed and that of every jurisdiction below it.

A form in use is a setting that names the package; the package is a record beside it. Going back to
an earlier version is the same word again with another hash. What was ever in use, who said so and
why stands in the feed.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache

from db.journal import clock
from db.journal import record as records
from db.journal.operation import decode
from db.journal.published import FORM
from db.journal.record import Key
from forms.approval import Approval
from forms.built import LIBRARY, package_of
from forms.package import Package
from hub import authoring
from hub.authoring import Author, Said
from hub.rules import written_at
from hub.sql import feeds, streams
from hub.sql import records as stored
from hub.sql.base import Db


@dataclass(frozen=True, slots=True)
class InUse:
    """A form a jurisdiction uses: which package, who put it into use, of which bureau, and why."""

    hash: str
    version: str
    title: str
    by: str = ""
    bureau: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Used:
    """A word of the feed: what was put into use when."""

    form: InUse
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Word:
    """Who puts something into use (the name), of which bureau, and why."""

    by: str
    bureau: str
    reason: str


@cache
def delivered() -> Mapping[str, Package]:
    """The forms every laptop is delivered with, by id, as this hub's program has them."""
    found: dict[str, Package] = {}
    for source in sorted(LIBRARY.glob("*/form.md")):
        package = package_of(source, hashlib.sha256(source.read_bytes()).hexdigest())
        if package is not None:
            found[package.id] = package
    return found


def chosen(db: Db, scope: str) -> dict[str, InUse]:
    """Return what was put into use in a jurisdiction, by form id."""
    found: dict[str, InUse] = {}
    for rec_id, data in stored.beginning(db, scope, "setting", FORM):
        told = _told(records.read(data).shown("value"))
        if told is not None:
            found[rec_id.removeprefix(FORM)] = told
    return found


def in_use(db: Db, scope: str) -> dict[str, str]:
    """Return the hash of the package in use of each form."""
    ours = {form_id: one.hash for form_id, one in delivered().items()}
    return ours | {form_id: one.hash for form_id, one in chosen(db, scope).items()}


def history(db: Db, scope: str, form_id: str) -> list[Used]:
    """Return every word on a form in a jurisdiction, the newest first."""
    found = [decode(data) for data in feeds.of_record(db, scope, FORM + form_id)]
    words = [(_told(one.fields.get("value", (None,))[0]), written_at(one)) for one in found]
    return [Used(told, at) for told, at in reversed(words) if told is not None]


def package(db: Db, scope: str, package_hash: str) -> bytes | None:
    """Return a package that was published in a jurisdiction, or is delivered, by its hash."""
    key = ("form_package", package_hash)
    found = stored.lock_records(db, scope, [key])
    data = records.read(found[key]).shown("data") if found else None
    if isinstance(data, bytes):
        return data
    ours = (one for one in delivered().values() if one.hash == package_hash)
    return next((one.to_bytes() for one in ours), None)


def packages(db: Db, scope: str) -> dict[str, bytes]:
    """Return the packages published in a jurisdiction and in use, by form id."""
    found = {form_id: package(db, scope, one.hash) for form_id, one in chosen(db, scope).items()}
    return {form_id: data for form_id, data in found.items() if data is not None}


def put_into_use(db: Db, author: Author, scopes: Iterable[str], data: bytes, word: Word) -> InUse:
    """Put a package into use in jurisdictions, locked one after the other in their order."""
    made = Package.from_bytes(data)
    told = InUse(made.hash, made.version, made.title, word.by, word.bureau, word.reason)
    fields = {
        "id": made.id,
        "version": made.version,
        "title": made.title,
        "source_hash": made.source_hash,
        "published": clock.to_text(author.at),
        "data": data,
    }
    form = Said("form_package", made.hash, fields)
    setting = Said("setting", FORM + made.id, {"value": _text(told)})
    with db.transaction():
        for scope in sorted(scopes):
            known = _said_before(db, author, scope, form.key)
            authoring.say(db, author, scope, [setting] if known else [form, setting])
    return told


def approved(data: bytes, approval: Approval) -> bytes:
    """Return a package with the second person's word in it."""
    return replace(Package.from_bytes(data), approval=approval).to_bytes()


def _said_before(db: Db, author: Author, scope: str, key: Key) -> bool:
    """Whether the hub itself has said a package there; a laptop's word is not enough."""
    found = stored.lock_records(db, scope, [key])
    data = records.read(found[key]).fields.get("data") if found else None
    if data is None or data.shown is None:
        return False
    return data.shown.dot[0] in streams.heads(db, scope, author.hub_id)


def _text(told: InUse) -> str:
    return json.dumps(asdict(told), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _told(value: object) -> InUse | None:
    """What a setting says; None for what is no such word."""
    try:
        found = json.loads(value if isinstance(value, str) else "")
        return InUse(**{name: str(found[name]) for name in InUse.__slots__})
    except (ValueError, TypeError, KeyError):
        return None
