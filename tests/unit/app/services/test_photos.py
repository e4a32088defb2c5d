"""Photos: the original bytes are kept, copies are derived, removal can be undone."""

import datetime as dt
import hashlib
import io
import zlib

import pytest
from PIL import Image

from app.services import attachments, pictures
from app.services.attachments import Photo
from app.services.errors import Refused
from db.store import nouns
from tests.unit.app.services import kit

UPRIGHT = 6  # EXIF orientation: turn right


def _with_exif(offset: str = "", orientation: int = 1) -> bytes:
    picture = Image.new("RGB", (400, 200), (90, 120, 150))
    exif = Image.Exif()
    exif[0x0112] = orientation
    details = exif.get_ifd(0x8769)
    details[36867] = "2026:09:16 10:15:30"
    if offset:
        details[36881] = offset
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def _owner(store, act):
    return ("record", kit.start(store, act).record.id)


def test_the_original_bytes_and_their_hash_are_kept(store, act):
    data = kit.photo_of("成品库")
    row = attachments.add_photo(store, act, _owner(store, act), Photo(data, "a.jpg")).value
    assert hashlib.sha256(data).hexdigest() == row.sha256
    assert data == attachments.original(store, row)
    assert ("image/jpeg", len(data), "file") == (row.mime, row.size, row.source)


def test_the_kind_is_seen_by_content_not_by_name(store, act):
    out = io.BytesIO()
    Image.new("RGB", (20, 20)).save(out, "PNG")
    photo = Photo(out.getvalue(), "really.jpg")
    row = attachments.add_photo(store, act, _owner(store, act), photo).value
    assert row.mime == "image/png"


def test_the_camera_tells_when(store, act):
    """Without a zone the camera's clock is read as China time."""
    assert dt.datetime(2026, 9, 16, 2, 15, 30, tzinfo=dt.UTC) == pictures.taken_at(_with_exif())
    moved = pictures.taken_at(_with_exif("+09:00"))
    assert dt.datetime(2026, 9, 16, 1, 15, 30, tzinfo=dt.UTC) == moved
    assert pictures.taken_at(kit.photo_of("x")) is None
    shot = Photo(kit.photo_of("y"), "y.jpg", "camera")
    row = attachments.add_photo(store, act, _owner(store, act), shot).value
    assert act.now == row.taken


def test_a_copy_is_upright_small_and_without_the_cameras_details(store, act):
    """Place and owner in a photo's details must not reach a printed paper."""
    row = attachments.add_photo(
        store, act, _owner(store, act), Photo(_with_exif(orientation=UPRIGHT), "t.jpg")
    ).value
    with Image.open(io.BytesIO(attachments.copy_for(store, row, 100))) as copy:
        assert copy.size == (100, 200)
        assert not dict(copy.getexif())


def test_removing_is_undone_and_bytes_are_never_lost(store, act):
    owner = _owner(store, act)
    row = attachments.add_photo(store, act, owner, Photo(kit.photo_of("z"), "z.jpg")).value
    gone = attachments.remove(store, act, row.id).value
    assert attachments.of_owner(store, *owner) == ()
    again = attachments.put_back(store, act, gone).value
    assert kit.photo_of("z") == attachments.original(store, again)


def test_a_finding_lists_its_photos(store, act):
    check = kit.start(store, act)
    kit.fill_check(store, act, check.record.id)
    found = kit.mark_adverse(store, act, check.record.id, "segregation", "混放")
    from db.rows import Finding

    finding = nouns.get(store, Finding, found)
    assert finding is not None
    photos = attachments.of_owner(store, "finding", found)
    assert finding.photos == tuple(one.id for one in photos)
    captioned = attachments.set_caption(store, act, photos[0].id, " 东侧货架 ").value
    assert captioned.caption == "东侧货架"


def _claiming(kind: str, side: int) -> bytes:
    """A small file whose head says it is ``side`` pixels wide and high."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, kind)
    data = bytearray(out.getvalue())
    if kind == "JPEG":
        at = data.index(b"\xff\xc0") + 5
        data[at : at + 4] = side.to_bytes(2) * 2
    else:
        data[16:24] = side.to_bytes(4) * 2
        data[29:33] = zlib.crc32(data[12:29]).to_bytes(4)
    return bytes(data)


@pytest.mark.parametrize(("kind", "side"), [("JPEG", 14_500), ("PNG", 7_800), ("PNG", 30_000)])
def test_a_picture_too_large_to_open_is_refused_by_its_head(kind, side):
    """Its pixels would need gigabytes; nothing of them is read."""
    with pytest.raises(Refused) as caught:
        pictures.check(_claiming(kind, side), "bomb")
    assert caught.value.code == "photo-unreadable"


def test_a_telephone_s_largest_picture_is_taken():
    """200 million pixels; a JPEG is opened scaled down."""
    pictures.check(_claiming("JPEG", 14_142), "200 MP")


def test_a_copy_is_remembered_without_its_original(store, act):
    row = attachments.add_photo(
        store, act, _owner(store, act), Photo(kit.photo_of("库"), "a.jpg")
    ).value
    copy = attachments.copy_for(store, row, 80)
    assert attachments.copy_for(store, row, 80) is copy
    assert attachments.copy_for(store, row, 90) is not copy


def test_an_issued_paper_takes_no_photo_and_gives_none_up(store, act):
    from app.services import documents

    check, record_id = kit.notice_ready(store, act)
    documents.issue(store, act, documents.preview(store, act, record_id))
    for owner in (("record", record_id), ("record", "nobody")):
        with pytest.raises(Refused) as refused:
            attachments.add_photo(store, act, owner, Photo(kit.photo_of("late")))
        assert refused.value.code in {"record-closed", "not-found"}
    assert attachments.of_owner(store, "record", record_id) == ()
    assert check.record.id != record_id
