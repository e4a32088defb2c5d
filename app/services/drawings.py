"""Drawings and signatures of a form: the strokes kept beside the picture made from them.

A photo is never altered. What is drawn over it is a picture of its own and the marks it was made
from; both are attachments of the photo, owner ``("attachment", photo's id)``. A blank sheet and a
signature are pictures of the record, their strokes attachments of the picture.
"""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from app.services import attachments, files, pictures, sketch
from app.services import ink as inks
from app.services.attachments import Kept
from app.services.changes import Changes, Result, touched
from app.services.context import Acting
from app.services.errors import Refused
from app.services.ink import Ink
from app.services.sketch import Mark, SketchError
from app.services.writing import writing
from db.connection import Reader, Store
from db.rows import Attachment
from db.store import attachments as kept_rows

SIGNED = "signature"
"""Where the picture of a signature asked for inside a form comes from."""
OVER = "annotation"
STROKES = "strokes"
_JSON = "application/json"
_PICTURE_LIMIT = 24 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a dialogue hands over: the marks, and the picture made from them as file bytes."""

    marks: tuple[Mark, ...]
    picture: bytes
    name: str


def annotate(store: Store, act: Acting, photo_id: str, drawn: Drawn) -> Result[Attachment]:
    """Lay a drawing over a photo in the place of the one before; without marks it is taken off.

    Gives the photo, which stays as it was to the byte.

    Raises:
        Refused: ``record-closed``, ``not-found``, ``drawing-unreadable``.
    """
    photo = attachments.get(store, photo_id)
    owner = ("attachment", photo_id)
    attachments.require_open(store, owner)
    before = [row.id for row in attachments.of_owner(store, *owner)]
    changes = touched("attachment", photo_id) | touched(photo.owner_type, photo.owner_id)
    made = _files(store, drawn) if drawn.marks else ()
    with writing(store, act):
        if before:
            kept_rows.delete(store, before)
        for kept in made:
            attachments.add(store, act, owner, kept)
    return Result(photo, changes)


def keep_sheet(store: Store, act: Acting, record_id: str, drawn: Drawn) -> Result[Attachment]:
    """Keep a drawing on a blank sheet as a picture of a record.

    Raises:
        Refused: ``record-closed``, ``drawing-unreadable``.
    """
    if not drawn.marks:
        raise Refused("drawing-unreadable")
    picture, strokes = _files(store, drawn, "drawing")
    return _with_strokes(store, act, record_id, picture, strokes)


def sign(store: Store, act: Acting, record_id: str, ink: Ink) -> Result[Attachment]:
    """Keep a signature asked for inside a form.

    Raises:
        Refused: ``signature-empty``, ``record-closed``.
    """
    if inks.is_empty(ink):
        raise Refused("signature-empty", slot=ink.name)
    sha = files.keep(store, ink.png, _PICTURE_LIMIT)
    picture = Kept(sha, ink.name, "image/png", len(ink.png), SIGNED, taken=act.now)
    return _with_strokes(store, act, record_id, picture, _text(store, inks.to_text(ink)))


def over(reader: Reader, photo: Attachment) -> Attachment | None:
    """The picture with what was drawn over a photo, None where nothing was."""
    rows = attachments.of_owner(reader, "attachment", photo.id)
    return next((row for row in rows if row.source == OVER), None)


def shown(reader: Reader, row: Attachment) -> Attachment:
    """What a page and a screen show of a photo: with what was drawn over it, or as it is."""
    return over(reader, row) or row


def marks_of(reader: Reader, row: Attachment) -> tuple[Mark, ...]:
    """The marks over a photo or on a sheet, to go on drawing.

    Raises:
        Refused: ``drawing-unreadable``.
        MachineError: ``corrupt`` or ``unreadable-file``.
    """
    rows = attachments.of_owner(reader, "attachment", row.id)
    kept = next((one for one in rows if one.source == STROKES), None)
    if kept is None:
        return ()
    try:
        return sketch.from_text(files.kept(reader, kept.sha256).decode())
    except (SketchError, UnicodeDecodeError) as error:
        raise Refused("drawing-unreadable") from error


def to_draw_on(
    open_reader: Callable[[], Reader], row: Attachment, width: int
) -> tuple[bytes, tuple[Mark, ...]]:
    """An upright copy of a photo and the marks over it (io thread).

    Raises:
        Refused: ``drawing-unreadable``, ``photo-unreadable``.
        MachineError: ``corrupt`` or ``unreadable-file``.
    """
    with closing(open_reader()) as reader:
        return attachments.copy_for(reader, row, width), marks_of(reader, row)


def _files(store: Store, drawn: Drawn, origin: str = OVER) -> tuple[Kept, Kept]:
    """Both files of a drawing, looked at before anything is written."""
    kind = pictures.sniff(drawn.picture[: pictures.HEAD])
    try:
        sketch.from_text(text := sketch.to_text(drawn.marks))
    except SketchError as error:
        raise Refused("drawing-unreadable") from error
    if kind is None:
        raise Refused("drawing-unreadable")
    sha = files.keep(store, drawn.picture, _PICTURE_LIMIT)
    return Kept(sha, drawn.name, kind, len(drawn.picture), origin), _text(store, text)


def _text(store: Store, text: str) -> Kept:
    data = text.encode()
    return Kept(files.keep(store, data, sketch.MOST_TEXT * 4), "", _JSON, len(data), STROKES)


def _with_strokes(
    store: Store, act: Acting, record_id: str, picture: Kept, strokes: Kept
) -> Result[Attachment]:
    changes = Changes()
    with writing(store, act):
        made = attachments.add(store, act, ("record", record_id), picture)
        below = attachments.add(store, act, ("attachment", made.value.id), strokes)
        changes = made.changes | below.changes
    return Result(made.value, changes)
