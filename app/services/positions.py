"""Positions: read out of a photo, and those a form wants of the place where it was begun."""

import datetime as dt

from app.services import attachments, pictures
from app.services.errors import Refused
from app.services.records import Opened

BEGUN = dt.timedelta(minutes=10)
"""How long after its beginning a paper's first position may be measured; later it is another place."""


def of_photo(photo: attachments.Photo) -> str:
    """Where a picture file was taken, as XForm text; the file is only read (io thread).

    Raises:
        Refused: ``photo-too-large``, ``photo-missing``, ``photo-unknown-kind``,
            ``photo-unreadable``, ``photo-without-place``.
    """
    data, name = attachments.read(photo)
    if pictures.sniff(data[: pictures.HEAD]) is None:
        raise Refused("photo-unknown-kind", name=name)
    place = pictures.place_of(data, name)
    if not place:
        raise Refused("photo-without-place", name=name)
    return place


def wanted_at_start(opened: Opened, now: dt.datetime) -> tuple[str, ...]:
    """The refs of a draft that want the position of its beginning, while it is the beginning."""
    record = opened.record
    if record.state != "draft" or not dt.timedelta(0) <= now - record.created <= BEGUN:
        return ()
    return opened.session.positions_at_start()
