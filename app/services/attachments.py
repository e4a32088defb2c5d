"""Photos: original bytes kept with their hash, copies derived for page and screen."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from app.services.changes import Result
from app.services.context import Acting
from db.connection import Reader, Store
from db.rows import Attachment

PHOTO_LIMIT = 40 * 1024 * 1024
"""Bytes; a larger file is refused before it is read."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo on its way in: a path or bytes, its name, ``file`` or ``camera``, what it shows."""

    source: Path | bytes
    name: str = ""
    origin: str = "file"
    caption: str = ""


def sniff(head: bytes) -> str | None:
    """The MIME type of an image by its content, or None."""
    raise NotImplementedError


def taken_at(data: bytes) -> dt.datetime | None:
    """When the camera says the picture was taken (EXIF), if it says so."""
    raise NotImplementedError


def add_photo(
    store: Store,
    act: Acting,
    owner: tuple[str, str],
    photo: Photo,
) -> Result[Attachment]:
    """Keep a photo for an owner, ("finding", id) or ("record", id)."""
    raise NotImplementedError


def set_caption(store: Store, act: Acting, attachment_id: str, caption: str) -> Result[Attachment]:
    """Say what a photo shows."""
    raise NotImplementedError


def remove(store: Store, act: Acting, attachment_id: str) -> Result[None]:
    """Take a photo off its owner; the bytes stay in the store."""
    raise NotImplementedError


def of_owner(reader: Reader, owner_type: str, owner_id: str) -> tuple[Attachment, ...]:
    """The photos of one finding or record, in the order taken."""
    raise NotImplementedError


def original(reader: Reader, attachment: Attachment) -> bytes:
    """The very bytes that were taken; their hash is checked."""
    raise NotImplementedError


def copy_for(reader: Reader, attachment: Attachment, width: int) -> bytes:
    """An upright JPEG at most ``width`` pixels wide, kept in memory for next time."""
    raise NotImplementedError
