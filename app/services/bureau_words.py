"""What the bureau published for all its laptops, as it was told: which of it holds, what is to come."""

from dataclasses import dataclass
from typing import Any

from db.connection import Reader
from db.journal import published as words
from db.journal.published import TABLE
from db.store import settings

APPLIED = "tables-in-force"
"""The setting of this machine that says what was put into force: by file, its key and a digest."""


@dataclass(frozen=True, slots=True)
class Published:
    """A table the bureau published: its rows, who did so, of which bureau, why.

    ``since`` is the day it was published, ``effective`` the one it holds from. ``gone`` are keys of
    rows that stood in others the bureau published and in this no more.
    """

    file: str
    text: str
    rows: int
    by: str
    bureau: str
    reason: str
    since: str
    effective: str
    gone: tuple[str, ...] = ()


def published(reader: Reader) -> tuple[Published, ...]:
    """What the bureau published and holds, by the tables' names; what was taken back is left out."""
    told = told_of(reader)
    found = [
        _published(file, told[key]) for file, key in sorted(held(reader).items()) if key in told
    ]
    return tuple(one for one in found if one.text)


def coming(reader: Reader) -> tuple[Published, ...]:
    """What the bureau published and is to hold from a later day, the nearest first."""
    holding = held(reader)
    last = {file: _published(file, one).effective for file, one in _standing(reader).items()}
    found = [
        _published(words.file_of(key), one)
        for key, one in told_of(reader).items()
        if words.is_later(key) and not one.get("dropped") and key not in holding.values()
    ]
    later = (one for one in found if one.effective > last.get(one.file, ""))
    return tuple(sorted(later, key=lambda one: (one.effective, one.file)))


def text_of(reader: Reader, file: str) -> str:
    """The text of a published table that holds, "" when there is none."""
    found = _standing(reader).get(file)
    return str(found.get("text", "")) if found else ""


def every(reader: Reader, file: str) -> tuple[tuple[Published, bool], ...]:
    """Every word of the bureau on a table that stands here, and whether it is the one that holds."""
    holding = held(reader).get(file)
    return tuple(
        (_published(file, one), key == holding)
        for key, one in sorted(told_of(reader).items())
        if words.file_of(key) == file
    )


def state(reader: Reader, file: str) -> str:
    """What stands for all the bureau's words on a table: another as soon as one of them is."""
    return str(settings.get_local(reader, APPLIED, {}).get(file, ["", ""])[1])


def held(reader: Reader) -> dict[str, str]:
    """The keys of what holds here, by file, as it was settled last."""
    return {file: key for file, (key, _all) in settings.get_local(reader, APPLIED, {}).items()}


def _standing(reader: Reader) -> dict[str, dict[str, Any]]:
    told = told_of(reader)
    return {file: told[key] for file, key in held(reader).items() if key in told}


def told_of(reader: Reader) -> dict[str, dict[str, Any]]:
    """Every word of the bureau on its tables, by the setting it stands under."""
    found = settings.beginning(reader, TABLE)
    return {key: one for key, one in found.items() if isinstance(one, dict)}


def _published(file: str, told: dict[str, Any]) -> Published:
    text, since = str(told.get("text", "")), str(told.get("since", ""))
    gone = told.get("gone")
    return Published(
        file,
        text,
        max(0, len(text.splitlines()) - 1),
        str(told.get("by", "")),
        str(told.get("bureau", "")),
        str(told.get("reason", "")),
        since,
        str(told.get("effective") or since),
        tuple(map(str, gone)) if isinstance(gone, list) else (),
    )
