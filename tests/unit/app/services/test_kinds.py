"""What a file is, is seen by its content; what a question takes, by its form."""

import io
import zipfile

import pytest
from PIL import Image

from app.services import kinds
from app.services.kinds import Wanted, kind_of, wanted_of
from tests.unit.app.services import kit, media_kit


def packed(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def png():
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    return out.getvalue()


HELD = {
    "image/jpeg": kit.photo_of("x"),
    "image/png": png(),
    "audio/wav": media_kit.wav(0.1),
    "audio/mpeg": b"ID3\x04" + b"\0" * 60,
    "audio/amr": b"#!AMR\n" + b"\x3c" * 40,
    "audio/ogg": b"OggS\0\2" + b"\0" * 20 + b"OpusHead",
    "audio/mp4": b"\0\0\0\x18ftypM4A \0\0\0\0",
    "audio/webm": b"\x1a\x45\xdf\xa3\x01webm" + b"\0" * 20 + b"A_OPUS",
    "video/webm": b"\x1a\x45\xdf\xa3\x01webm" + b"\0" * 20 + b"V_VP9 A_OPUS",
    "video/mp4": media_kit.FILM,
    "video/quicktime": b"\0\0\0\x14ftypqt  \0\0\0\0" + b"vide",
    "video/x-msvideo": b"RIFF\x10\0\0\0AVI LIST",
    "application/pdf": media_kit.PDF,
    kinds.PROGRAM: b"MZ\x90\0" + b"\0" * 60,
    "application/zip": packed("a.txt"),
    "application/ofd": packed("OFD.xml", "Doc_0/Document.xml"),
    "text/plain": "名称,数量\n童车,20\n".encode("gb18030"),
    kinds.OTHER: bytes(range(256)),
}


@pytest.mark.parametrize("kind", HELD)
def test_a_kind_is_told_by_what_a_file_holds(kind):
    assert kind_of(HELD[kind]) == kind


def test_a_voice_note_in_the_boxes_of_a_film_is_sound():
    """Telephones write recordings as MP4 of the ordinary brand, without a picture track."""
    note = b"\0\0\0\x18ftypisom\0\0\0\0" + b"moovhdlrsoun" + b"\0" * 64
    assert kind_of(note) == "audio/mp4"
    assert kind_of(note + b"hdlrvide") == "video/mp4"


def test_a_long_text_cut_inside_a_character_is_still_text():
    assert kind_of(("a" + "检" * 9000).encode()) == "text/plain"


def test_a_document_of_an_office_program_is_named():
    kind = kind_of(packed("[Content_Types].xml", "word/document.xml"))
    assert kinds.SUFFIXES[kind] == ".docx"


@pytest.mark.parametrize(
    ("wanted", "found", "name", "taken"),
    [
        (Wanted("audio"), "audio/wav", "a.wav", True),
        (Wanted("audio"), "video/mp4", "a.wav", False),
        (Wanted("video"), "video/mp4", "a", True),
        (Wanted("file"), "application/octet-stream", "a.dwg", True),
        (Wanted("file"), kinds.PROGRAM, "a.pdf", False),
        (Wanted("file", ("application/pdf",)), "application/pdf", "scan", True),
        (Wanted("file", ("application/pdf",)), "text/plain", "a.pdf", False),
        (Wanted("file", (".pdf",)), "text/plain", "a.pdf", False),
        (Wanted("file", (".dwg",)), "application/octet-stream", "a.DWG", True),
        (Wanted("file", (".dwg",)), "application/octet-stream", "a.dxf", False),
        (Wanted("file", ("image/*", ".csv")), "text/plain", "a.csv", True),
        (Wanted("audio", ("audio/x-wav",)), "audio/wav", "a.wav", True),
    ],
)
def test_a_question_takes_what_its_form_says(wanted, found, name, taken):
    assert wanted.takes(found, name) is taken


def test_the_file_dialogue_offers_the_endings_of_what_is_taken():
    """Until now it offered pictures for every kind."""
    form = media_kit.package().form
    asked = {q.name: wanted_of(q.kind, q.parameters) for q in form.questions()}
    assert {".wav", ".mp3", ".m4a"} <= set(asked["talk"].patterns())
    assert ".jpg" not in asked["talk"].patterns()
    assert {".mp4", ".mov"} <= set(asked["film"].patterns())
    assert asked["report"].patterns() == (".pdf", ".csv")
    assert asked["any"].patterns() == ()
