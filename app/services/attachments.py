"""Photos and files: original bytes kept with their hash, copies derived for page and screen."""

import datetime as dt
import stat
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from app.services import files, pictures
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.writing import writing
from db import blobs
from db.connection import Reader, Store
from db.journal.ids import new_id
from db.rows import Attachment, Finding, Record
from db.store import attachments, nouns

PHOTO_LIMIT = 40 * 1024 * 1024
"""Bytes; a larger file is refused before it is read."""

AFTER = "finding-after"
"""The owner of photos that show a finding put right; those of the finding itself show it found."""

PAGE_WIDTH = 1400
"""Pixels of a picture on paper: 80 mm at 440 dots an inch."""

THUMBNAIL_WIDTH = 240

REPORTABLE = frozenset({"ordered", "reported", "rechecked"})
"""The states in which a finding still takes photos of how it was put right."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo on its way in: a path or bytes, its name, ``file`` or ``camera``, what it shows."""

    source: Path | bytes
    name: str = ""
    origin: str = "file"
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes that are kept already, and what their row says of them."""

    sha256: str
    name: str
    mime: str
    size: int
    origin: str = "file"
    caption: str = ""
    taken: dt.datetime | None = None


def add_photo(
    store: Store, act: Acting, owner: tuple[str, str], photo: Photo
) -> Result[Attachment]:
    """Keep a photo for an owner, ("finding", id) or ("record", id).

    Raises:
        Refused: ``photo-too-large``, ``photo-unknown-kind``, ``photo-unreadable``,
            ``photo-missing``, ``record-closed``.
        MachineError: ``disk-full`` and the like; nothing was kept.
    """
    require_open(store, owner)
    data, name = read(photo)
    kind = pictures.sniff(data[: pictures.HEAD])
    if kind is None:
        raise Refused("photo-unknown-kind", name=name)
    pictures.check(data, name)
    sha = files.keep(store, data, PHOTO_LIMIT)
    taken = pictures.taken_at(data)
    return add(
        store, act, owner, Kept(sha, name, kind, len(data), photo.origin, photo.caption, taken)
    )


def add(store: Store, act: Acting, owner: tuple[str, str], kept: Kept) -> Result[Attachment]:
    """Write down whose the kept bytes are.

    Raises:
        Refused: ``record-closed``, ``not-found``.
    """
    require_open(store, owner)
    made_here = kept.origin in {"camera", "microphone"}
    row = Attachment(
        id=new_id(),
        owner_type=owner[0],
        owner_id=owner[1],
        sha256=kept.sha256,
        name=kept.name,
        mime=kept.mime,
        size=kept.size,
        taken=kept.taken or (act.now if made_here else None),
        source=kept.origin,
        caption=kept.caption,
    )
    with writing(store, act):
        nouns.save(store, row)
        _list_on_finding(store, owner)
    return Result(row, _changes(row))


def read(photo: Photo) -> tuple[bytes, str]:
    """The bytes and the name; the size is looked at before anything is read.

    Raises:
        Refused: ``photo-too-large``, ``photo-missing``.
    """
    _size, name = measured(photo, "photo", PHOTO_LIMIT)
    if isinstance(photo.source, bytes):
        return photo.source, name
    try:
        return photo.source.read_bytes(), name
    except OSError as error:
        raise Refused("photo-missing", name=name) from error


def measured(photo: Photo, family: str, limit: int) -> tuple[int, str]:
    """The size and the name of something on its way in; ``family`` is ``photo`` or ``file``.

    Raises:
        Refused: ``photo-too-large``, ``photo-missing`` or the same of ``file``.
    """
    if isinstance(photo.source, bytes):
        size, name = len(photo.source), photo.name or family
    else:
        name = photo.name or photo.source.name
        try:
            found = photo.source.stat()
        except OSError as error:
            raise Refused(f"{family}-missing", name=name) from error
        if not stat.S_ISREG(found.st_mode):  # a device or a pipe has no size and no end
            raise Refused(f"{family}-missing", name=name)
        size = found.st_size
    if size > limit:
        raise Refused(f"{family}-too-large", size=size, limit=limit, name=name)
    return size, name


def set_caption(store: Store, act: Acting, attachment_id: str, caption: str) -> Result[Attachment]:
    """Say what a photo shows."""
    row = replace(get(store, attachment_id), caption=caption.strip())
    require_open(store, (row.owner_type, row.owner_id))
    with writing(store, act):
        nouns.save(store, row)
    return Result(row, _changes(row))


def remove(store: Store, act: Acting, attachment_id: str) -> Result[Attachment]:
    """Take a photo off its owner; the bytes stay, ``put_back`` undoes it."""
    row = get(store, attachment_id)
    owner = (row.owner_type, row.owner_id)
    require_open(store, owner)
    with writing(store, act):
        nouns.delete(store, Attachment, [attachment_id])
        _list_on_finding(store, owner)
    return Result(row, _changes(row))


def put_back(store: Store, act: Acting, row: Attachment) -> Result[Attachment]:
    """Undo ``remove``: the same picture under a new id."""
    again = replace(row, id=new_id())
    require_open(store, (row.owner_type, row.owner_id))
    with writing(store, act):
        nouns.save(store, again)
        _list_on_finding(store, (row.owner_type, row.owner_id))
    return Result(again, _changes(again))


def of_owner(reader: Reader, owner_type: str, owner_id: str) -> tuple[Attachment, ...]:
    """The photos of one finding or record, oldest first."""
    return attachments.of_owner(reader, owner_type, owner_id)


def first_of(reader: Reader, rows: Iterable[Finding]) -> dict[str, Attachment]:
    """The first photo of each finding as found and as put right, by the photo's id."""
    ids = [one[0] for row in rows for one in (row.photos, row.photos_after) if one]
    return {one.id: one for one in nouns.page(reader, Attachment, ids)}


def of_answers(reader: Reader, record_id: str, answers: Iterable[str]) -> tuple[Attachment, ...]:
    """The photos and files of a record that its answers name, oldest first.

    One that was taken off, or whose row of a repeat is gone, is kept but belongs to nothing.
    """
    named = set(answers)
    return tuple(row for row in of_owner(reader, "record", record_id) if row.id in named)


def original(reader: Reader, attachment: Attachment) -> bytes:
    """The very bytes that were taken; their hash is checked.

    Raises:
        MachineError: ``corrupt`` or ``unreadable-file``.
    """
    return files.kept(reader, attachment.sha256)


def original_apart(open_reader: Callable[[], Reader], attachment: Attachment) -> bytes:
    """``original`` with a reader of its own (io thread)."""
    with closing(open_reader()) as reader:
        return original(reader, attachment)


def copy_for(reader: Reader, attachment: Attachment, width: int) -> bytes:
    """An upright JPEG at most ``width`` pixels wide, kept in memory for next time.

    Raises:
        Refused: ``photo-unreadable``.
        MachineError: ``corrupt`` or ``unreadable-file``.
    """
    return _copy(reader.folder, reader.key, attachment.sha256, width)


def copy_apart(open_reader: Callable[[], Reader], attachment: Attachment, width: int) -> bytes:
    """``copy_for`` with a reader of its own (io thread)."""
    with closing(open_reader()) as reader:
        return copy_for(reader, attachment, width)


@lru_cache(maxsize=96)
def _copy(folder: Path, key: bytes, sha256: str, width: int) -> bytes:
    """Remembers the copies by the hash of their originals, which may be 40 MB and are let go."""
    return pictures.shrunk(blobs.get(folder, key, sha256), width)


def get(reader: Reader, attachment_id: str) -> Attachment:
    """One photo or file.

    Raises:
        Refused: ``not-found``.
    """
    row = nouns.get(reader, Attachment, attachment_id)
    if row is None:
        raise Refused("not-found", kind="attachment", id=attachment_id)
    return row


def require_open(reader: Reader, owner: tuple[str, str]) -> None:
    """The record a photo belongs to must still be a draft; other owners are free.

    Raises:
        Refused: ``record-closed``, ``finding-closed``, ``not-found``.
    """
    if owner[0] == "attachment":  # what is drawn over a photo belongs to the photo
        below = get(reader, owner[1])
        owner = (below.owner_type, below.owner_id)
    record_id = owner[1]
    if owner[0] in {"finding", AFTER}:
        finding = nouns.get(reader, Finding, owner[1])
        if finding is None:
            raise Refused("not-found", kind="finding", id=owner[1])
        if owner[0] == AFTER and finding.state not in REPORTABLE:
            raise Refused("finding-closed", finding_id=finding.id, state=finding.state)
        record_id = finding.record_id
    if owner[0] in {"finding", "record"}:
        record = nouns.get(reader, Record, record_id)
        if record is None:
            raise Refused("not-found", kind="record", id=record_id)
        if record.state != "draft":
            raise Refused("record-closed", record_id=record_id, state=record.state)


def _list_on_finding(store: Store, owner: tuple[str, str]) -> None:
    if owner[0] not in {"finding", AFTER}:
        return
    finding = nouns.get(store, Finding, owner[1])
    if finding is not None:
        photos = tuple(row.id for row in of_owner(store, *owner))
        after = owner[0] == AFTER
        listed = replace(finding, photos_after=photos) if after else replace(finding, photos=photos)
        nouns.save(store, listed)


def _changes(row: Attachment) -> Changes:
    kind = "finding" if row.owner_type == AFTER else row.owner_type
    return touched("attachment", row.id) | touched(kind, row.owner_id)
