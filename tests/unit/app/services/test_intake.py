"""Files on their way in: kept to the byte, bounded, refused by content, called off."""

import hashlib
import threading

import pytest

from app.services import attachments, intake
from app.services.attachments import Photo
from app.services.errors import Refused
from app.services.intake import Arrival, Meter, take_in
from app.services.kinds import Wanted
from db import blobs
from db.connection import open_reader
from tests.unit.app.services import kit, media_kit


@pytest.fixture
def reader(store):
    return lambda: open_reader(store.folder, store.key)


def arrive(reader, source, wanted, name="", meter=None):
    return take_in(reader, Arrival(Photo(source, name), wanted), meter or Meter())


def test_a_recording_is_kept_with_hash_size_and_kind(store, act, reader, tmp_path):
    data = media_kit.wav(2.0)
    path = tmp_path / "询问.dat"
    path.write_bytes(data)
    kept = arrive(reader, path, Wanted("audio"))
    record = media_kit.begun(store, act).value
    row = attachments.add(store, act, ("record", record.id), kept).value
    assert (row.mime, row.size, row.name) == ("audio/wav", len(data), "询问.dat")
    assert row.sha256 == hashlib.sha256(data).hexdigest()
    assert attachments.original(store, row) == data


@pytest.mark.parametrize(
    ("data", "wanted", "code"),
    [
        (media_kit.FILM, Wanted("audio"), "file-wrong-kind"),
        (kit.photo_of("x"), Wanted("video"), "file-wrong-kind"),
        (b"MZ\x90\0", Wanted("file"), "file-program"),
        (b"", Wanted("file"), "file-empty"),
        (media_kit.PDF, Wanted("image"), "photo-unknown-kind"),
        (b"text", Wanted("file", ("application/pdf",)), "file-wrong-kind"),
    ],
)
def test_what_is_not_asked_for_is_refused_and_nothing_is_kept(store, reader, data, wanted, code):
    before = list(blobs.names(store.folder))
    with pytest.raises(Refused) as refused:
        arrive(reader, data, wanted, "a.pdf")
    assert refused.value.code == code
    assert list(blobs.names(store.folder)) == before


def test_a_file_above_the_bound_is_refused_before_it_is_read(reader, tmp_path):
    huge = tmp_path / "huge.mp4"
    with huge.open("wb") as file:
        file.truncate(intake.MEDIA_LIMIT + 1)
    meter = Meter()
    with pytest.raises(Refused) as refused:
        arrive(reader, huge, Wanted("video"), meter=meter)
    assert (refused.value.code, meter.done) == ("file-too-large", 0)


def test_a_file_that_is_gone_and_a_pipe_are_refused(reader, tmp_path):
    for path in (tmp_path / "gone.wav", tmp_path):
        with pytest.raises(Refused) as refused:
            arrive(reader, path, Wanted("audio"))
        assert refused.value.code == "file-missing"


def test_the_meter_follows_and_calling_off_keeps_nothing(store, reader, tmp_path, monkeypatch):
    """A slow stick: the reading stands at its third piece when it is called off."""
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * (8 * intake.PIECE))
    meter = Meter()
    seen = []
    stop = threading.Event.is_set

    def look(event):
        seen.append(meter.share)
        if len(seen) == 4:
            meter.stop()
        return stop(event)

    monkeypatch.setattr(threading.Event, "is_set", look)
    before = list(blobs.names(store.folder))
    assert arrive(reader, path, Wanted("file"), meter=meter) is None
    assert seen[:4] == [0, 1 / 8, 2 / 8, 3 / 8]
    assert list(blobs.names(store.folder)) == before


def test_a_finished_record_takes_no_file(store, act, reader):
    kept = arrive(reader, media_kit.wav(), Wanted("audio"), "a.wav")
    with pytest.raises(Refused) as refused:
        attachments.add(store, act, ("record", "nobody"), kept)
    assert refused.value.code == "not-found"
